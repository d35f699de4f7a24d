//! HS-186: the number of a document cited lacks its year, or has one that its kind has not.
//!
//! Why: legal normative documents are found by number and year; administrative ones have no year in their number, so
//! that one of the two is of another document. Source: PL1 II.3 of the decree (SO-03); law on legal normative documents,
//! numbers of decrees and circulars.

use chrono::Datelike;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::{kind, number};

/// Kinds that always have the year in the number.
const WITH_YEAR: [&str; 2] = ["Nghị định", "Thông tư"];
/// Kinds that never have it.
const WITHOUT_YEAR: [&str; 6] = ["Kế hoạch", "Chương trình", "Báo cáo", "Tờ trình", "Thông báo", "Công văn"];
/// The year from which numbers have it.
const SINCE: i32 = 1997;

/// The number of a document cited lacks its year, or has one that its kind has not.
pub(super) struct GroundNumberYear;

impl Rule<[Ground]> for GroundNumberYear {
    fn code(&self) -> &'static str {
        "HS-186"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for ground in grounds {
            let Some(symbol) = ground.number_symbol.as_ref() else { continue };
            let Some(known) = kind::of_name(&ground.document_type) else { continue };
            let Some((number, rest)) = symbol.split_once('/') else { continue };
            let message = Diagnostic::warning(self.code()).at(&ground.number_at).with("symbol", symbol);
            let message = message.with("kind", known.name);
            let year = ground.issued_on.map(|day| day.year()).filter(|year| *year >= SINCE);
            if let (true, None, Some(year)) = (WITH_YEAR.contains(&known.name), number::year(symbol), year) {
                out.report(message.with("right", format!("{number}/{year}/{rest}")));
            } else if let (true, Some(year)) = (WITHOUT_YEAR.contains(&known.name), number::year(symbol)) {
                let right = symbol.replacen(&format!("/{year}"), "", 1);
                out.report(message.with("right", right).hint("extra"));
            }
        }
    }
}
