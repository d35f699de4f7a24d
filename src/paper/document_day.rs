//! The day that validity is judged on: who may sign, which grounds stand.
//!
//! Owns the order in which a day is looked for. Must not know what is judged by it: `signatories` and `rules` do that.

use chrono::NaiveDate;

use crate::dossier::General;

/// The day of a paper; where nothing tells it, any day of the period may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DocumentDay {
    /// The earliest day that it may be.
    pub(super) first: NaiveDate,
    /// The latest day that it may be; the one that counts where one day is needed.
    pub(super) last: NaiveDate,
    /// Whether Ngày ban hành is filled: any other day stands in for it.
    pub(super) is_written: bool,
}

impl DocumentDay {
    /// Ngày ban hành, else the day of `--as-of`, else Ngày chốt số liệu, else the days of the period.
    pub(super) fn of(general: &General, as_of: Option<NaiveDate>) -> Self {
        let day = general.issued_on.or(as_of).or(general.figures_as_of);
        let (first, last) = day.map_or((general.period.first_day(), general.period.last_day()), |day| (day, day));
        Self { first, last, is_written: general.issued_on.is_some() }
    }
}
