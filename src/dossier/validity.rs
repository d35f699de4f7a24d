//! From when to when a unit or a village exists, against the period of the paper.
//!
//! Owns the days and the messages about a unit that does not exist in the period: one at its row (HS-257), and one
//! wherever it is named (HS-258). Must not know who names it. The register and the villages hold them.

use chrono::NaiveDate;

use super::days;
use super::period::{LikelyYears, Period};
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::Record;
use crate::vietnamese::date;

/// The days between which a unit exists; no day sets no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Validity {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Validity {
    /// The days of a row.
    pub(super) fn of(record: &Record, years: Option<LikelyYears>, out: &mut Diagnostics) -> Self {
        let mut day = |field| days::known_day(record, field, years, out);
        Self { from: day(Field::ValidFrom), to: day(Field::ValidTo) }
    }

    /// Whether the unit exists on some day of the period.
    pub(super) fn is_of(self, period: &Period) -> bool {
        !self.is_over(period) && self.from.is_none_or(|from| from <= period.last_day())
    }

    fn is_over(self, period: &Period) -> bool {
        self.to.is_some_and(|to| to < period.first_day())
    }

    /// Says at its row that it is left out of the papers of the period.
    pub(super) fn note_left_out(self, name: &str, record: &Record, period: &Period, out: &mut Diagnostics) {
        let field = if self.is_over(period) { Field::ValidTo } else { Field::ValidFrom };
        out.report(self.told(Diagnostic::note("HS-257").at(&record.place_of(field)), name, period));
    }

    /// Warns where it is named.
    pub(super) fn warn_of_name(self, name: &str, at: &Place, period: &Period, out: &mut Diagnostics) {
        out.report(self.told(Diagnostic::warning("HS-258").at(at), name, period));
    }

    fn told(self, message: Diagnostic, name: &str, period: &Period) -> Diagnostic {
        let message = message.with("unit", name).with("period", period.name());
        if self.is_over(period) {
            message.with("day", self.to.map(date::slashed).unwrap_or_default())
        } else {
            message.with("day", self.from.map(date::slashed).unwrap_or_default()).hint("later")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_of_a_period_that_it_shares_a_day_with() {
        let period = Period::parse("quý I năm 2027").expect("a period");
        let is_of = |from: Option<&str>, to: Option<&str>| {
            let day = |text: Option<&str>| text.map(|text| date::parse(text).expect("a day"));
            Validity { from: day(from), to: day(to) }.is_of(&period)
        };
        assert!(is_of(None, None) && is_of(Some("01/7/2025"), None) && is_of(None, Some("01/01/2027")));
        assert!(is_of(Some("31/3/2027"), None));
        assert!(!is_of(None, Some("31/12/2026")) && !is_of(Some("01/4/2027"), None));
    }
}
