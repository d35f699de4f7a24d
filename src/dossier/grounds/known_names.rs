//! The capitals of names in a trích yếu that was typed in capitals: those that the workbook writes elsewhere.
//!
//! Owns which names are known. Must not know the rest of the citation. `grounds` puts them back.

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::records::Records;
use crate::vietnamese::fold;
use crate::vietnamese::text::lower;

/// Names that every office writes, as they stand inside a sentence.
const COMMON: [&str; 12] = [
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Quốc hội",
    "Ban Thường vụ",
    "Tỉnh ủy",
    "Đảng ủy",
    "Đảng bộ",
    "Việt Nam",
];

/// The words before the name of a place.
const TIERS: [&str; 6] = ["tỉnh ", "thành phố ", "xã ", "phường ", "đặc khu ", "thôn "];

/// The text in small letters with the capitals of the names that are known.
pub(super) fn restored(text: &str, records: &Records) -> String {
    let mut names: Vec<String> = COMMON.iter().map(|name| (*name).to_owned()).collect();
    for name in written(records).into_iter().filter(|name| name.chars().any(char::is_lowercase)) {
        // Of "Ủy ban nhân dân tỉnh Hải Vân" the place alone is a name, too.
        let small = lower(&name);
        let place = TIERS.iter().filter_map(|tier| Some(small.rfind(tier)? + tier.len())).max();
        names.extend(place.and_then(|start| name.get(start..)).map(str::to_owned));
        names.push(name);
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut text = text.to_owned();
    for name in names.iter().filter(|name| name.contains(' ')) {
        replace(&mut text, name);
    }
    text
}

/// Puts the letters of a name where the text has its words.
fn replace(text: &mut String, name: &str) {
    let (small_text, small) = (lower(text), lower(name));
    // Vietnamese letters keep their length in lower case, so that places in both texts are the same.
    if small_text.len() != text.len() || small.len() != name.len() {
        return;
    }
    let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let places: Vec<usize> = small_text
        .match_indices(&small)
        .map(|(at, _)| at)
        .filter(|at| !small_text[..*at].ends_with(char::is_alphanumeric) && is_end(&small_text[at + small.len()..]))
        .collect();
    for at in places {
        // "thôn An Hạ": the word for the tier stays small inside a sentence.
        let tier = TIERS.iter().find(|tier| small.starts_with(**tier)).map_or(0, |tier| tier.len());
        text.replace_range(at + tier..at + name.len(), &name[tier..]);
    }
}

/// The names that the workbook writes.
fn written(records: &Records) -> Vec<String> {
    const BODIES: [GeneralKey; 3] = [GeneralKey::IssuingBody, GeneralKey::Place, GeneralKey::Province];
    let general = records.rows(SheetKind::General).iter().filter(|record| {
        let item = record.text(Field::Item);
        item.is_some_and(|item| BODIES.iter().any(|key| fold::are_alike(key.title(), &item.value)))
    });
    let mut names: Vec<String> = general.filter_map(|record| super::cells::line(record, Field::Value)).collect();
    for (kind, field) in
        [(SheetKind::Units, Field::Name), (SheetKind::Villages, Field::Name), (SheetKind::Grounds, Field::Issuer)]
    {
        names.extend(records.rows(kind).iter().filter_map(|record| super::cells::line(record, field)));
    }
    names
}
