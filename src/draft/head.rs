//! Boxes 2, 3 and 4: the issuing body's lines, the symbol, the date.
//!
//! Owns how they are worded. Knows no measure.

use chrono::Datelike;

use super::{DateLine, Head};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Dossier, General};
use crate::vietnamese::fold;
use crate::vietnamese::text::single_spaced;

/// Words of the head.
///
/// # Errors
/// `HS-024` where the symbol can't be made.
pub(super) fn words(dossier: &Dossier, out: &mut Diagnostics) -> Result<Head, Reported> {
    let general = dossier.general();
    Ok(Head {
        superior_body: general.superior_body.clone(),
        issuing_body: body_lines(&general.issuing_body.value),
        number: general.number.map(|number| number.to_string()),
        symbol: symbol(general, out)?,
        place: general.place.clone(),
        date: match general.issued_on {
            Some(day) => DateLine::Full { day: day.day(), month: day.month(), year: day.year() },
            None => DateLine::Open { year: dossier.year() },
        },
    })
}

/// The name on the clerk's own lines, else broken before xã, phường, đặc khu: one name on two lines (CX-01).
pub(super) fn body_lines(typed: &[String]) -> Vec<String> {
    let [single] = typed else { return typed.iter().map(|line| single_spaced(line)).collect() };
    let words: Vec<&str> = single.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| fold::key(word)).collect();
    let starts_tier = |index: usize| {
        let is_tier = matches!(keys[index].as_str(), "xa" | "phuong")
            || (keys[index] == "dac" && keys.get(index + 1).is_some_and(|next| next == "khu"));
        is_tier && keys.get(index + 1).is_some_and(|next| next != "hoi" || index + 2 < keys.len())
    };
    let is_behind_dash = |index: usize| matches!(words[index - 1], "-" | "–");
    match (1..words.len()).rfind(|&index| starts_tier(index) && !is_behind_dash(index)) {
        Some(index) => vec![words[..index].join(" "), words[index..].join(" ")],
        None => vec![words.join(" ")],
    }
}

/// Type and body, joined by a hyphen (SO-04).
fn symbol(general: &General, out: &mut Diagnostics) -> Result<String, Reported> {
    let body = match &general.body_symbol {
        Some(symbol) if is_body_alone(symbol, general) => symbol.clone(),
        Some(symbol) => {
            let at = general.body_symbol_at.as_ref().unwrap_or(&general.issuing_body.at);
            return Err(out.fail(Diagnostic::error("HS-032").at(at).with("text", symbol)));
        }
        None => body_symbol(&general.issuing_body.value.join(" ")).ok_or_else(|| {
            let message = Diagnostic::error("HS-024").at(&general.issuing_body.at);
            out.fail(message.with("body", general.issuing_body.value.join(" ")))
        })?,
    };
    Ok(match general.kind.abbreviation() {
        Some(kind) => format!("{kind}-{body}"),
        None => body,
    })
}

/// Whether a symbol names the body and nothing else: the number, the slash and the kind are ours (SO-03, SO-04).
fn is_body_alone(symbol: &str, general: &General) -> bool {
    let begins_with_kind = general.kind.abbreviation().is_some_and(|kind| symbol.starts_with(&format!("{kind}-")));
    !begins_with_kind && !symbol.contains(['/', ' ']) && !symbol.is_empty()
}

/// The abbreviation that every such body has; `None` where the office's own records rules decide (SO-06).
fn body_symbol(body: &str) -> Option<String> {
    let key = fold::key(body);
    let known = [("uy ban nhan dan", "UBND"), ("ubnd", "UBND"), ("hoi dong nhan dan", "HĐND"), ("hdnd", "HĐND")];
    known.iter().find(|(name, _)| key.starts_with(name)).map(|(_, symbol)| (*symbol).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(name: &str) -> Vec<String> {
        body_lines(&[name.to_owned()])
    }

    #[test]
    fn one_name_stands_on_two_lines() {
        assert_eq!(broken("ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY"), ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MÂY"]);
        assert_eq!(broken("Ủy ban nhân dân đặc khu Cồn Mây"), ["Ủy ban nhân dân", "đặc khu Cồn Mây"]);
        assert_eq!(broken("Ủy ban nhân dân xã Hội Sơn"), ["Ủy ban nhân dân", "xã Hội Sơn"]);
    }

    #[test]
    fn society_is_no_commune() {
        assert_eq!(broken("Phòng Văn hóa - Xã hội"), ["Phòng Văn hóa - Xã hội"]);
        let named = broken("Phòng Văn hóa - Xã hội xã Đồng Mây");
        assert_eq!(named, ["Phòng Văn hóa - Xã hội", "xã Đồng Mây"]);
    }

    #[test]
    fn the_clerks_own_break_wins() {
        let typed = vec!["BAN CHỈ ĐẠO".to_owned(), "XÃ ĐỒNG MÂY".to_owned()];
        assert_eq!(body_lines(&typed), typed);
    }
}
