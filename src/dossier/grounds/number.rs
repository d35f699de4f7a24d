//! The cell of number and symbol, and the same words in a whole line.
//!
//! Owns setting its signs right: one hyphen, no blanks, capitals (SO-03). Must not know which documents exist. The
//! symbol goes into the citation and to the rules about grounds.

use crate::decree::symbol::DocumentSymbol;

/// The letters of symbols that keep small ones (SO-09).
const MIXED_CASE: [&str; 5] = ["CTr", "TTr", "QyĐ", "TrS", "QĐi"];

/// The kinds that are typed without the sign behind them.
const KINDS: [&str; 10] = ["KH", "QĐ", "CTr", "BC", "TTr", "TB", "NQ", "NĐ", "CT", "HD"];

/// A number and symbol as it is printed: no word before it, one kind of dash, no blanks.
pub(super) fn written(typed: &str) -> String {
    let mut rest = typed.trim().trim_end_matches(['.', ';', ',', ':', '-', '–', '/', ' ']);
    for word in ["Số:", "số:", "SỐ:", "Số", "số", "SỐ"] {
        if let Some(after) = rest.strip_prefix(word).filter(|after| !after.starts_with(char::is_alphabetic)) {
            rest = after.trim_start_matches([' ', ':', '.']);
            break;
        }
    }
    let signs = rest.replace(['\u{2010}', '\u{2011}', '‒', '–', '—', '−', '_'], "-");
    let mut joined = String::with_capacity(signs.len());
    for word in signs.split_whitespace() {
        let is_open = joined.ends_with(['/', '-']) || word.starts_with(['/', '-']);
        if !joined.is_empty() && !is_open {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    let lettered = apart(&in_capitals(&with_kind_behind(&joined)));
    // Only what certainly is a symbol changes its letters.
    if lettered != joined && DocumentSymbol::parse(&lettered).is_some() { lettered } else { joined }
}

/// A number with its kind typed in front, `KH 112/UBND`, as it is written: `112/KH-UBND`.
fn with_kind_behind(typed: &str) -> String {
    let Some(start) = typed.find(|letter: char| letter.is_ascii_digit()) else { return typed.to_owned() };
    let kind = typed[..start].trim_end_matches([' ', '-', '.']);
    let Some((number, body)) = typed[start..].split_once('/') else { return typed.to_owned() };
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    if kind.is_empty() || !is_number || !KINDS.contains(&in_capitals(kind).as_str()) {
        return typed.to_owned();
    }
    let kind = in_capitals(kind);
    if abbreviations(body).first() == Some(&kind.as_str()) {
        format!("{number}/{body}")
    } else {
        format!("{number}/{kind}-{body}")
    }
}

/// The number with the sign that was typed elsewhere in its row; a whole symbol stays, and so does one of its own.
pub(super) fn with_sign(number: Option<&str>, sign: &str) -> Option<String> {
    if sign.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(number.map_or(sign, |own| own).to_owned());
    }
    let number = number?;
    let is_bare = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    // A sign of the Party has its slash before the body: 57-NQ/TW.
    let joint = if sign.contains('/') { '-' } else { '/' };
    Some(if is_bare { format!("{number}{joint}{sign}") } else { number.to_owned() })
}

/// The symbol with a hyphen between kind and body, where both abbreviations were typed as one word: `KHUBND`.
fn apart(symbol: &str) -> String {
    const BODIES: [&str; 4] = ["UBND", "HĐND", "CP", "TTg"];
    let Some((head, code)) = symbol.rsplit_once('/') else { return symbol.to_owned() };
    let parts = BODIES.iter().find_map(|body| Some((code.strip_suffix(body)?, body)));
    match parts.filter(|(kind, _)| KINDS.contains(kind)) {
        Some((kind, body)) => format!("{head}/{kind}-{body}"),
        None => symbol.to_owned(),
    }
}

/// The symbol with the capitals of its abbreviations, and Đ where the clerk had only D.
fn in_capitals(symbol: &str) -> String {
    const WITHOUT_MARKS: [(&str, &str); 5] =
        [("ND", "NĐ"), ("QD", "QĐ"), ("HDND", "HĐND"), ("DU", "ĐU"), ("QDi", "QĐi")];
    let mut parts = Vec::new();
    for part in symbol.split_inclusive(['/', '-']) {
        let (letters, sign) =
            part.strip_suffix(['/', '-']).map_or((part, ""), |letters| (letters, &part[letters.len()..]));
        let mixed = MIXED_CASE.iter().find(|known| known.to_lowercase() == letters.to_lowercase());
        let upper =
            if letters == "TTg" || letters.to_lowercase() == "ttg" { "TTg".to_owned() } else { letters.to_uppercase() };
        let upper = mixed.map_or(upper, |known| (*known).to_owned());
        let marked =
            WITHOUT_MARKS.iter().find(|(plain, _)| *plain == upper).map_or(upper.as_str(), |(_, marked)| marked);
        parts.push(format!("{marked}{sign}"));
    }
    parts.concat()
}

/// The abbreviations of a symbol: `["KH", "UBND"]`, without number and year.
pub(in crate::dossier) fn abbreviations(symbol: &str) -> Vec<&str> {
    symbol.split(['/', '-']).filter(|part| part.starts_with(char::is_alphabetic)).collect()
}

/// The number of a symbol; `None` where it has none.
pub(in crate::dossier) fn number(symbol: &str) -> Option<u32> {
    let digits = symbol.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(symbol.len());
    symbol[..digits].parse().ok()
}

/// The year in a symbol: `2020` in `30/2020/NĐ-CP`.
pub(in crate::dossier) fn year(symbol: &str) -> Option<i32> {
    let year = symbol.split('/').nth(1)?;
    (year.len() == 4).then(|| year.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_are_set_right() {
        for (typed, right) in [
            ("12/KH – UBND", "12/KH-UBND"),
            ("15 / KH-UBND", "15/KH-UBND"),
            ("số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
            ("Số: 30/2020/NĐ‑CP;", "30/2020/NĐ-CP"),
            ("30/2020/nđ-cp", "30/2020/NĐ-CP"),
            ("30/2020/ND-CP", "30/2020/NĐ-CP"),
            ("12/ctr-ubnd", "12/CTr-UBND"),
            ("329/QĐ-TTg", "329/QĐ-TTg"),
            ("09-NQ/ĐU", "09-NQ/ĐU"),
            ("23QĐ/TW", "23QĐ/TW"),
            ("112", "112"),
            ("112/KH_UBND", "112/KH-UBND"),
            ("112/KHUBND", "112/KH-UBND"),
            ("KH 112/UBND", "112/KH-UBND"),
            ("KH-112/KH-UBND", "112/KH-UBND"),
            ("qđ 749/ttg", "749/QĐ-TTg"),
            ("30/2020/NĐCP", "30/2020/NĐ-CP"),
            ("12/UBND", "12/UBND"),
        ] {
            assert_eq!(written(typed), right, "{typed}");
        }
    }

    #[test]
    fn the_parts_of_a_symbol_are_known() {
        assert_eq!(abbreviations("30/2020/NĐ-CP"), ["NĐ", "CP"]);
        assert_eq!(abbreviations("09-NQ/ĐU"), ["NQ", "ĐU"]);
        assert_eq!((number("030/KH-UBND"), year("30/2020/NĐ-CP"), year("12/KH-UBND")), (Some(30), Some(2020), None));
    }
}
