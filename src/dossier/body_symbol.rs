//! The item Ký hiệu cơ quan: the abbreviation of the issuing body in symbols (SO-04).
//!
//! Owns its capitals, and the message where it is another body's. Must not know how a symbol is put together: `draft`
//! does. `general` takes it from here.

use super::form::{BodySort, NamedBody};
use crate::contract::GeneralKey;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::{Cell, Located};
use crate::vietnamese::text::{single_spaced, upper};

/// The abbreviation as symbols have it.
pub(super) fn read(cell: &Located<Cell>, issuer: &NamedBody, out: &mut Diagnostics) -> String {
    let typed = single_spaced(&cell.value.text);
    let printed = in_capitals(&typed);
    if printed != typed {
        let message = Diagnostic::note("HS-100").at(&cell.at).with("item", GeneralKey::BodySymbol.title());
        out.report(message.with("text", &typed).with("printed", &printed));
    }
    let is_plain = printed.chars().all(char::is_alphanumeric);
    if let Some(right) = abbreviation(issuer).filter(|right| is_plain && *right != printed) {
        let message = Diagnostic::warning("HS-180").at(&cell.at).with("symbol", &printed);
        out.report(message.with("body", issuer.in_full()).with("right", right));
    }
    printed
}

/// A symbol typed in small letters, its first one aside: `ubnd`, `Ubnd`. Others may have small letters of their own.
fn in_capitals(typed: &str) -> String {
    let is_small = typed.chars().all(char::is_alphabetic) && !typed.chars().skip(1).any(char::is_uppercase);
    if is_small { upper(typed) } else { typed.to_owned() }
}

/// The abbreviation of a People's Committee or Council: the same everywhere.
fn abbreviation(issuer: &NamedBody) -> Option<&'static str> {
    match issuer.sort {
        BodySort::Committee if !issuer.is_chair => Some("UBND"),
        BodySort::Council if issuer.lead == "Hội đồng nhân dân" => Some("HĐND"),
        _ => None,
    }
}
