//! HS-129: a document is cited twice.
//!
//! Why: two lines of one document look like two documents, and one of them often lacks its symbol. Source: workbook
//! contract, Căn cứ, one row a document. A document may be cited in two places of the paper, each with its own row.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::number;
use crate::vietnamese::fold;

/// A document is cited twice.
pub(super) struct GroundTwice;

impl Rule<[Ground]> for GroundTwice {
    fn code(&self) -> &'static str {
        "HS-129"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for (place, ground) in grounds.iter().enumerate() {
            let first = grounds[..place].iter().find(|earlier| are_one(earlier, ground));
            if let Some(first) = first {
                let message = Diagnostic::warning(self.code()).at(&ground.number_at).also_at(&first.number_at);
                let name = ground.number_symbol.as_ref().unwrap_or(&ground.subject);
                out.report(message.with("kind", &ground.document_type).with("typed", name));
            }
        }
    }
}

fn are_one(one: &Ground, other: &Ground) -> bool {
    let is_same_kind = fold::are_alike(&one.document_type, &other.document_type);
    let is_same_day = one.issued_on == other.issued_on;
    match (&one.number_symbol, &other.number_symbol) {
        (Some(first), Some(second)) => {
            let is_bare = is_bare(first) || is_bare(second);
            let is_same_symbol = is_bare || fold::are_alike(first, second);
            let is_same_number = number::number(first).is_some() && number::number(first) == number::number(second);
            // With its whole symbol a document may be cited in another place of the paper too.
            is_same_kind && is_same_day && is_same_number && is_same_symbol && (is_bare || one.used_in == other.used_in)
        }
        (None, None) => {
            is_same_kind && is_same_day && fold::are_alike(&one.subject, &other.subject) && one.used_in == other.used_in
        }
        _ => false,
    }
}

/// Whether a number has no symbol.
fn is_bare(symbol: &str) -> bool {
    symbol.bytes().all(|byte| byte.is_ascii_digit())
}
