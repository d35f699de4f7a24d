//! HS-128: the year in the number of a document cited is not that of its day.
//!
//! Why: numbers restart each year, so one of the two is mistyped. Source: PL1 II.3 of the decree; legal normative
//! documents have their year in the number.

use chrono::Datelike;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::number;
use crate::vietnamese::date;

/// The year in the number of a document cited is not that of its day.
pub(super) struct GroundYear;

impl Rule<[Ground]> for GroundYear {
    fn code(&self) -> &'static str {
        "HS-128"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for ground in grounds {
            let Some((symbol, day)) = ground.number_symbol.as_ref().zip(ground.issued_on) else { continue };
            if number::year(symbol).is_some_and(|year| year != day.year()) {
                let message = Diagnostic::warning(self.code()).at(&ground.issued_at).also_at(&ground.number_at);
                out.report(message.with("symbol", symbol).with("day", date::slashed(day)));
            }
        }
    }
}
