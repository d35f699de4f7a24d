//! Boxes 2, 3 and 4: the issuing body's lines, the symbol, the date.
//!
//! Owns their wording. Must not know a measure. They go to the draft.

use chrono::Datelike;

use super::{DateLine, Head, recipients};
use crate::contract::dictionary;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::paper::Paper;
use crate::templates::words::issuer::Issuer;
use crate::vietnamese::text::lower;

/// The words of the head.
///
/// # Errors
/// `HS-024` where the symbol can't be made.
pub(super) fn words(paper: &Paper, issuer: &Issuer, out: &mut Diagnostics) -> Result<Head, Reported> {
    let general = paper.general;
    Ok(Head {
        superior_body: general.superior_body.clone(),
        issuing_body: issuer.lines.clone(),
        number: paper.number.map(|number| number.to_string()),
        symbol: symbol(paper, issuer, out)?,
        place: general.place.clone(),
        date: match paper.issued_on {
            Some(day) => DateLine::Full { day: day.day(), month: day.month(), year: day.year() },
            None => DateLine::Open { year: paper.year },
        },
    })
}

/// Type and body, joined by a hyphen (SO-04); of a letter, the body and its drafting unit (SO-05), of a division's the
/// division alone (CX-03).
fn symbol(paper: &Paper, issuer: &Issuer, out: &mut Diagnostics) -> Result<String, Reported> {
    let general = paper.general;
    let body = match &general.body_symbol {
        Some(symbol) if is_body_alone(symbol) => symbol.as_str(),
        Some(symbol) => {
            let at = general.body_symbol_at.as_ref().unwrap_or(&general.issuing_body.at);
            let message = Diagnostic::error("HS-032").at(at).with("text", symbol);
            let right = without_kind(symbol).filter(|right| is_body_alone(right));
            return Err(out.fail(match right {
                Some(right) => message.with("right", right).hint("body"),
                None => message,
            }));
        }
        None => issuer.symbol().ok_or_else(|| {
            let body = general.issuing_body.value.join(" ");
            let usual = dictionary().unit_named(&body).and_then(|unit| unit.archive_code);
            let message = Diagnostic::error("HS-024").at(&general.issuing_body.at).with("body", &body);
            out.fail(match usual {
                Some(usual) => message.with("usual", usual).hint("usual"),
                None => message,
            })
        })?,
    };
    Ok(match paper.kind.abbreviation() {
        Some(kind) => format!("{kind}-{body}"),
        None if !paper.shared().commune.is_issuer => body.to_owned(),
        None => format!("{body}-{}", drafting_code(paper, out)?),
    })
}

/// The abbreviation of the drafting unit in the symbol of a letter.
///
/// # Errors
/// `HS-024` where it has none.
fn drafting_code(paper: &Paper, out: &mut Diagnostics) -> Result<String, Reported> {
    let first = recipients::drafting_codes(paper.shared()).into_iter().next().flatten();
    first.ok_or_else(|| {
        let general = paper.general;
        let message = Diagnostic::error("HS-024").at(&general.drafting_unit_at).hint("drafting");
        out.fail(message.with("body", &general.drafting_unit))
    })
}

/// Whether a symbol names only the body: the program adds the number, the slash and the kind (SO-03, SO-04). Its groups
/// are joined by hyphens, never by dots (L-33).
fn is_body_alone(symbol: &str) -> bool {
    let is_group =
        |group: &str| !group.is_empty() && group.chars().all(|letter| letter.is_alphanumeric() || letter == '&');
    symbol.split('-').all(is_group) && without_kind(symbol).is_none()
}

/// What stands behind the kind that a symbol begins with: `UBND` of `KH-UBND` and of `CV-UBND`, `QYĐ.UBND`.
fn without_kind(symbol: &str) -> Option<&str> {
    // The abbreviations that PL3 does not have, but offices use. A contract's, HĐ, is a council's too.
    const OFTEN_USED: [&str; 4] = ["CV", "CTHĐ", "CTrHĐ", "KHHĐ"];
    let (first, rest) = symbol.split_once(['-', '.', '/'])?;
    let listed = DocumentKind::ALL.into_iter().filter(|&kind| kind != DocumentKind::Contract);
    let mut kinds = listed.filter_map(DocumentKind::abbreviation).chain(OFTEN_USED);
    kinds.any(|kind| lower(kind) == lower(first)).then_some(rest)
}
