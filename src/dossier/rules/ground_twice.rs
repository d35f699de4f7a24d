//! HS-129: a document is cited twice.
//!
//! Why: two lines of one document look like two documents, and one of them often lacks its symbol. Source: workbook
//! contract, Căn cứ, one row a document. A document may be cited in two places of the paper, each with its own row.

use chrono::Datelike;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::number;
use crate::vietnamese::{date, fold};

/// A document is cited twice.
pub(super) struct GroundTwice;

impl Rule<[Ground]> for GroundTwice {
    fn code(&self) -> &'static str {
        "HS-129"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for (place, ground) in grounds.iter().enumerate() {
            let found = grounds[..place].iter().find_map(|earlier| Some((earlier, Repeated::of(earlier, ground)?)));
            let Some((first, repeated)) = found else { continue };
            let (at, first_at) = match repeated {
                Repeated::OtherDay => (&ground.issued_at, &first.issued_at),
                Repeated::Whole | Repeated::OtherWords => (&ground.number_at, &first.number_at),
            };
            let message = Diagnostic::warning(self.code()).at(at).also_at(first_at);
            let name = ground.number_symbol.as_ref().unwrap_or(&ground.subject);
            let message = message.with("kind", &ground.document_type).with("typed", name);
            let day = |ground: &Ground| ground.issued_on.map(date::slashed).unwrap_or_default();
            out.report(match repeated {
                Repeated::Whole => message,
                Repeated::OtherDay => message.with("day", day(ground)).with("other", day(first)).hint("day"),
                Repeated::OtherWords => message.hint("words"),
            });
        }
    }
}

/// How a row repeats an earlier one.
#[derive(Clone, Copy)]
enum Repeated {
    /// The same document, in the same place of the paper or without its symbol.
    Whole,
    /// The same document with another day.
    OtherDay,
    /// The same document in another place of the paper, with another issuer or trích yếu.
    OtherWords,
}

impl Repeated {
    /// How the second row repeats the first; `None` where they are two documents, or one that is cited in two places.
    fn of(one: &Ground, other: &Ground) -> Option<Self> {
        if !fold::are_alike(&one.document_type, &other.document_type) {
            return None;
        }
        let is_same_day = one.issued_on == other.issued_on;
        let is_same_place = one.used_in == other.used_in;
        let is_bare = match (&one.number_symbol, &other.number_symbol) {
            (Some(first), Some(second)) => {
                let is_bare = is_bare(first) || is_bare(second);
                let is_same_number = number::number(first).is_some() && number::number(first) == number::number(second);
                if !is_same_number || !is_bare && !fold::are_alike(first, second) {
                    return None;
                }
                is_bare
            }
            (None, None) if fold::are_alike(&one.subject, &other.subject) => false,
            _ => return None,
        };
        if is_bare || is_same_day && is_same_place {
            return is_same_day.then_some(Self::Whole);
        }
        if !may_be_one_issuer(one, other) {
            return None;
        }
        if !is_same_day {
            return are_of_one_year(one, other).then_some(Self::OtherDay);
        }
        let is_same_issuer = one.issuer.as_deref().map(fold::key) == other.issuer.as_deref().map(fold::key);
        // A trích yếu may be shorter where the document is cited again.
        let [first, second] = [one, other].map(|ground| fold::key(&ground.subject));
        let is_same_subject = first.starts_with(&second) || second.starts_with(&first);
        (!is_same_issuer || !is_same_subject).then_some(Self::OtherWords)
    }
}

/// Whether two issuers may be one body, the one named in short: "Ủy ban nhân dân tỉnh".
fn may_be_one_issuer(one: &Ground, other: &Ground) -> bool {
    let [first, second] = [one, other].map(|ground| fold::key(ground.issuer.as_deref().unwrap_or_default()));
    first.starts_with(&second) || second.starts_with(&first)
}

/// Whether two rows with one number can't be documents of two years: numbers begin again with each year.
fn are_of_one_year(one: &Ground, other: &Ground) -> bool {
    let year = |ground: &Ground| ground.issued_on.map(|day| day.year());
    let has_year = one.number_symbol.as_ref().is_none_or(|symbol| symbol.matches('/').count() > 1);
    has_year || year(one) == year(other) || fold::are_alike(&one.subject, &other.subject)
}

/// Whether a number has no symbol.
fn is_bare(symbol: &str) -> bool {
    symbol.bytes().all(|byte| byte.is_ascii_digit())
}
