//! The kinds of documents that are cited, by name and abbreviation.
//!
//! Owns which they are and how they are written out. Must not know a number or an issuer. A cell and a whole pasted
//! line are read with it; the rule about symbols compares abbreviations.

use crate::vietnamese::fold;

/// A kind of document that is cited: its name, and its abbreviations in symbols, the usual one first.
pub(in crate::dossier) struct CitedKind {
    /// Its name as written in a citation.
    pub(in crate::dossier) name: &'static str,
    /// Its abbreviations; empty for laws, which are cited without a symbol.
    pub(in crate::dossier) abbreviations: &'static [&'static str],
}

const fn kind(name: &'static str, abbreviations: &'static [&'static str]) -> CitedKind {
    CitedKind { name, abbreviations }
}

/// The kinds, longer names before those that they begin with.
const KINDS: [CitedKind; 33] = [
    kind("Hiến pháp", &[]),
    kind("Bộ luật", &[]),
    kind("Luật", &[]),
    kind("Pháp lệnh", &[]),
    kind("Nghị quyết liên tịch", &["NQLT"]),
    kind("Nghị quyết", &["NQ", "NQLT"]),
    kind("Nghị định", &["NĐ"]),
    kind("Thông tư liên tịch", &["TTLT"]),
    kind("Thông tư", &["TT", "TTLT"]),
    kind("Quyết định", &["QĐ"]),
    kind("Chỉ thị", &["CT"]),
    kind("Kế hoạch", &["KH", "KHLT"]),
    kind("Chương trình hành động", &["CTr", "CTHĐ", "CTrHĐ"]),
    kind("Chương trình phối hợp", &["CTPH", "CTr", "CTrPH"]),
    kind("Chương trình", &["CTr", "CTHĐ", "CTrHĐ", "CTPH"]),
    kind("Thông báo kết luận", &["TB", "TBKL"]),
    kind("Thông báo", &["TB", "TBKL"]),
    kind("Kết luận", &["KL"]),
    kind("Hướng dẫn", &["HD", "HDLT"]),
    kind("Quy định", &["QyĐ", "QĐ", "QĐi"]),
    kind("Quy chế", &["QC"]),
    kind("Báo cáo", &["BC"]),
    kind("Tờ trình", &["TTr"]),
    kind("Công điện", &["CĐ"]),
    kind("Công văn", &["CV"]),
    kind("Đề án", &["ĐA"]),
    kind("Dự án", &["DA"]),
    kind("Phương án", &["PA"]),
    kind("Biên bản", &["BB"]),
    kind("Hợp đồng", &["HĐ"]),
    kind("Giấy mời", &["GM"]),
    kind("Lệnh", &["L"]),
    kind("Văn bản", &[]),
];

/// The kind that a whole cell names, by name or abbreviation.
pub(super) fn named(cell: &str) -> Option<&'static CitedKind> {
    let key = fold::key(cell);
    let by_name = KINDS.iter().find(|kind| fold::key(kind.name) == key);
    let abbreviated = |kind: &&CitedKind| kind.abbreviations.first().is_some_and(|short| fold::key(short) == key);
    by_name.or_else(|| KINDS.iter().filter(|kind| kind.name != "Lệnh").find(abbreviated))
}

/// The kind of this name.
pub(in crate::dossier) fn of_name(name: &str) -> Option<&'static CitedKind> {
    let key = fold::key(name);
    KINDS.iter().find(|kind| fold::key(kind.name) == key)
}

/// The kind that a text begins with, and the text behind it.
pub(super) fn leading(text: &str) -> Option<(&'static CitedKind, &str)> {
    KINDS.iter().find_map(|kind| Some((kind, behind(text, kind.name)?)))
}

/// The text behind the words of a name, whatever their case and diacritics.
pub(super) fn behind<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text.trim_start();
    // Most texts differ from most names in their first letter.
    let first = |text: &str| text.chars().next().and_then(|letter| letter.to_lowercase().next());
    if first(rest) != first(name) {
        return None;
    }
    for expected in name.split(' ') {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if fold::exact(&word.to_lowercase()) != expected.to_lowercase() {
            return None;
        }
        rest = after.trim_start();
    }
    Some(rest)
}

/// Whether the kind of this name is cited by name alone (CC-02).
pub(super) fn is_law(name: &str) -> bool {
    let key = fold::key(name);
    ["luat", "bo luat", "phap lenh", "hien phap"].iter().any(|law| key == *law || key.starts_with(&format!("{law} ")))
}

/// The only kind of a symbol: `NĐ` in `30/2020/NĐ-CP`.
pub(super) fn of_symbol(symbol: &str) -> Option<&'static str> {
    let short = *super::number::abbreviations(symbol).first()?;
    let kinds = KINDS.iter().filter(|kind| kind.name != "Lệnh");
    kinds.filter(|kind| kind.abbreviations.first() == Some(&short)).map(|kind| kind.name).next_back()
}

/// The kind of a sign typed in place of one, and the sign: `QĐ-TTg`, `NQ/TW`, `KH-UBND`, also behind a number.
pub(super) fn of_sign(cell: &str) -> Option<(&'static str, String)> {
    let cell = cell.trim();
    if !cell.contains(['-', '/', '–']) {
        return None;
    }
    let has_number = cell.starts_with(|letter: char| letter.is_ascii_digit());
    let whole = super::number::written(&if has_number { cell.to_owned() } else { format!("1/{cell}") });
    let kind = of_symbol(&whole)?;
    Some((kind, if has_number { whole } else { whole[2..].to_owned() }))
}

/// Whether this is the abbreviation of any kind.
pub(in crate::dossier) fn is_abbreviation(short: &str) -> bool {
    KINDS.iter().any(|kind| kind.abbreviations.contains(&short))
}
