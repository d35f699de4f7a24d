//! Boxes 2, 3 and 4: the issuing body's lines, the symbol, the date.
//!
//! Owns their wording. Must not know a measure. They go to the draft.

use chrono::Datelike;

use super::{DateLine, Head};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::paper::Paper;
use crate::templates::words::issuer::Issuer;

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

/// Type and body, joined by a hyphen (SO-04).
fn symbol(paper: &Paper, issuer: &Issuer, out: &mut Diagnostics) -> Result<String, Reported> {
    let general = paper.general;
    let body = match &general.body_symbol {
        Some(symbol) if is_body_alone(symbol, general.kind) => symbol.as_str(),
        Some(symbol) => {
            let at = general.body_symbol_at.as_ref().unwrap_or(&general.issuing_body.at);
            return Err(out.fail(Diagnostic::error("HS-032").at(at).with("text", symbol)));
        }
        None => issuer.symbol().ok_or_else(|| {
            let message = Diagnostic::error("HS-024").at(&general.issuing_body.at);
            out.fail(message.with("body", general.issuing_body.value.join(" ")))
        })?,
    };
    Ok(match paper.kind.abbreviation() {
        Some(kind) => format!("{kind}-{body}"),
        None => body.to_owned(),
    })
}

/// Whether a symbol names only the body: the program adds the number, the slash and the kind (SO-03, SO-04).
fn is_body_alone(symbol: &str, kind: DocumentKind) -> bool {
    let begins_with_kind = kind.abbreviation().is_some_and(|kind| symbol.starts_with(&format!("{kind}-")));
    !begins_with_kind && !symbol.contains(['/', ' ']) && !symbol.is_empty()
}
