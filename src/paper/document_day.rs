//! The day for which validity is judged: of signers and of grounds.
//!
//! Owns the order in which a day is looked for. Must not know what is judged by it: `signer` and `rules` do that.

use chrono::NaiveDate;

use crate::dossier::General;

/// The day of a paper; where it is not given, it may be any day of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DocumentDay {
    /// The earliest possible day.
    pub(super) first: NaiveDate,
    /// The latest possible day, used where one day is needed.
    pub(super) last: NaiveDate,
    /// The day, where one is given.
    pub(super) given: Option<NaiveDate>,
    /// Whether it is Ngày ban hành, and not a substitute for it.
    pub(super) is_written: bool,
}

impl DocumentDay {
    /// Ngày ban hành, or else the day of `--as-of`, or else Ngày chốt số liệu, or else the days of the period.
    pub(super) fn of(general: &General, as_of: Option<NaiveDate>) -> Self {
        let given = general.issued_on.or(as_of).or(general.figures_as_of);
        let (first, last) = given.map_or((general.period.first_day(), general.period.last_day()), |day| (day, day));
        Self { first, last, given, is_written: general.issued_on.is_some() }
    }
}
