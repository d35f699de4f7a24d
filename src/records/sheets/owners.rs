//! Whose a sheet is: registers are often kept one sheet for a village or unit, whose name stands on the sheet alone.
//!
//! Owns finding the owner in the sheet's name, or in a title above its table, and giving it to the rows without a unit.
//! Must not guess: only a unit of the workbook, one that every commune has, or a name that begins like one. `choose` calls
//! it before it looks for copies: the same task of two villages is two tasks.

use super::{FoundSheet, ReadRows, RecognizedBy, sheet_name};
use crate::contract::{Field, NameWords, SheetKind, dictionary};
use crate::diag::{Diagnostic, Place};
use crate::records::types::{Cell, CellValue, Cells, Located, Record};
use crate::records::village_sorts::VILLAGE_SORTS;
use crate::vietnamese::{fold, text};

/// First words of bodies, where the next word is a name: «Phòng Tổng hợp», but not «Phòng chống thiên tai».
const BODIES: [&str; 4] = ["Phòng", "Hội", "Trạm", "Trường"];
/// Words before the name in a title, folded.
const LABELS: [&str; 7] =
    ["don vi", "ten don vi", "don vi bao cao", "don vi thuc hien", "don vi chu tri", "thon", "ten thon"];
/// Words of the longest name.
const LONGEST: usize = 9;

/// Gives the rows without a unit that of their sheet, and says so once (SL-084).
pub(super) fn give_owners(sheets: &mut [FoundSheet]) {
    let known = known_names(sheets);
    let (mut first, mut count, mut listed) = (None, 0_usize, Vec::new());
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let Some(owner) = sheet.owner(&known) else { continue };
        let (name, owner) = match owner {
            Ok(owner) => (format!("«{}» {owner}", sheet_name(&sheet.reading.at)), owner),
            Err(message) => {
                sheet.messages.push(message);
                continue;
            }
        };
        let Some(rows) = &mut sheet.rows else { continue };
        let field = owner_field(rows.kind);
        let before = count;
        for record in rows.records.iter_mut().filter(|record| record.cell(field).is_none()) {
            let place = record.place_of(Field::Content);
            first.get_or_insert_with(|| (at, place.clone()));
            count += 1;
            give(record, field, &owner, place);
        }
        if count > before {
            listed.push(name);
        }
    }
    if let Some((at, place)) = first {
        let message = Diagnostic::note("SL-084").at(&place).with("count", count);
        sheets[at].messages.push(message.with("owners", listed.join("; ")));
    }
}

/// The names in the sheets of units and villages.
pub(super) fn known_names(sheets: &[FoundSheet]) -> Vec<String> {
    let rows = sheets.iter().filter_map(|sheet| sheet.rows.as_ref());
    let of_units = rows.filter(|rows| matches!(rows.kind, SheetKind::Units | SheetKind::Villages));
    let records = of_units.flat_map(|rows| &rows.records);
    records.filter_map(|record| record.text(Field::Name)).map(|name| name.value).collect()
}

/// The column of the unit that a row is of.
fn owner_field(kind: SheetKind) -> Field {
    if kind == SheetKind::Completions { Field::Unit } else { Field::Lead }
}

impl FoundSheet {
    /// The unit that the sheet is of; a message where its name and its title name two.
    fn owner(&self, known: &[String]) -> Option<Result<String, Diagnostic>> {
        let rows = self.rows.as_ref().filter(|rows| rows.may_have_owner())?;
        let field = owner_field(rows.kind);
        if rows.records.iter().all(|record| record.cell(field).is_some()) {
            return None;
        }
        let by_name = self.named(rows).into_iter().find_map(|name| body(&name, known));
        let by_name = by_name.or_else(|| self.bare_village(rows, known));
        // A title above a column of units is that of the office that keeps the register.
        let titles = rows.titles.iter().filter(|_| !self.reading.columns.contains_key(&field));
        let mut by_title: Vec<(String, Place)> =
            titles.filter_map(|title| Some((of_title(&title.value, known)?, title.at.clone()))).collect();
        by_title.dedup_by(|one, other| fold::exact(&one.0) == fold::exact(&other.0));
        match (by_name, by_title.as_slice()) {
            (Some(name), [(title, at)]) if fold::exact(&name) != fold::exact(title) => {
                let message = Diagnostic::warning("SL-085").at(at);
                Some(Err(message.with("title", title).with("owner", name)))
            }
            (Some(name), _) => Some(Ok(name)),
            (None, [(title, _)]) => Some(Ok(title.clone())),
            (None, _) => None,
        }
    }

    /// The village whose name without its sort is that of the sheet: one of the workbook, or one that a title above the
    /// table names with its sort, «KẾ HOẠCH CỦA THÔN BẾN ĐÁ» above the sheet «Bến Đá».
    fn bare_village(&self, rows: &ReadRows, known: &[String]) -> Option<String> {
        let name = self.named(rows).into_iter().next()?;
        let key = fold::key(&name);
        let mut alike = known.iter().filter(|known| after_sort(known).is_some_and(|rest| fold::has_key(rest, &key)));
        if let (Some(village), None) = (alike.next(), alike.next()) {
            return Some(village.clone());
        }
        let wanted = fold::exact(&name).to_lowercase();
        let mut titles = rows.titles.iter().map(|title| fold::exact(&title.value).to_lowercase());
        let sort = titles.find_map(|title| sort_before(&title, &wanted))?;
        village(&format!("{} {}", text::capitalized(sort), name.trim()))
    }

    /// What the sheet's name may say: itself, without the mark of a copy, or what follows the kind.
    fn named(&self, rows: &ReadRows) -> Vec<String> {
        let name = sheet_name(&self.reading.at);
        let plain = name.rsplit_once(" (").filter(|(_, mark)| mark.trim_end_matches(')').parse::<u32>().is_ok());
        let plain = plain.map_or(name, |(plain, _)| plain).trim();
        let of_title = rows.kind.title().split(' ').count();
        let behind: Vec<&str> = plain.split_whitespace().skip(of_title).collect();
        let behind = (rows.by == RecognizedBy::Beginning).then(|| behind.join(" "));
        // «2. P.KT» is the second sheet.
        let unnumbered = plain.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let unnumbered = unnumbered.trim_start_matches(['.', '-', ')', ' ']);
        let unnumbered = (!unnumbered.is_empty() && unnumbered != plain).then(|| unnumbered.to_owned());
        [plain.to_owned()].into_iter().chain(behind).chain(unnumbered).collect()
    }
}

impl ReadRows {
    fn may_have_owner(&self) -> bool {
        let is_own = self.is_register || self.by == RecognizedBy::Beginning;
        is_own && matches!(self.kind, SheetKind::Assignments | SheetKind::Completions)
    }
}

/// The body that a title names, alone or behind «Đơn vị:».
fn of_title(title: &str, known: &[String]) -> Option<String> {
    let Some((label, name)) = title.split_once(':') else { return body(title, known) };
    let label = fold::key(label);
    if !LABELS.contains(&label.as_str()) {
        return None;
    }
    body(name, known).or_else(|| label.ends_with("thon").then(|| body(&format!("Thôn {}", name.trim()), known))?)
}

/// The name of a body: one of the workbook, one of every commune, or a text that begins like one.
pub(super) fn body(text: &str, known: &[String]) -> Option<String> {
    let name = text.trim().trim_end_matches(['.', ',', ';', ':']).trim_end();
    if name.is_empty() || name.split_whitespace().count() > LONGEST {
        return None;
    }
    let same = |exact: bool| {
        move |other: &&String| {
            if exact { fold::exact(other) == fold::exact(name) } else { fold::key(other) == fold::key(name) }
        }
    };
    let mut alike = known.iter().filter(same(false));
    let only = alike.next().filter(|_| alike.next().is_none());
    if let Some(unit) = known.iter().find(same(true)).or(only) {
        return Some(unit.clone());
    }
    let is_in_capitals = !name.contains(char::is_lowercase);
    let of_every_commune = dictionary().unit_of_words(&NameWords::of(name).without_tier());
    if let Some(unit) = of_every_commune.filter(|unit| !unit.is_collective) {
        return Some(if is_in_capitals { unit.name.to_owned() } else { name.to_owned() });
    }
    village(name).or_else(|| {
        let (first, rest) = name.split_once(' ')?;
        let is_body = !is_in_capitals && BODIES.contains(&first) && rest.starts_with(char::is_uppercase);
        is_body.then(|| name.to_owned())
    })
}

/// A collective name that every commune uses: «Các thôn».
pub(super) fn collective(text: &str) -> Option<String> {
    let name = text.trim().trim_end_matches(['.', ',', ';', ':']).trim_end();
    let unit = dictionary().unit_of_words(&NameWords::of(name).without_tier()).filter(|unit| unit.is_collective)?;
    Some(if name.contains(char::is_lowercase) { name.to_owned() } else { unit.name.to_owned() })
}

/// The sort of village that stands before this name in a title, both in small letters.
fn sort_before(title: &str, name: &str) -> Option<&'static str> {
    // «Nông thôn» is no village.
    const NO_VILLAGE: &str = "nông thôn";
    let ends = title.match_indices(name).map(|(at, _)| (at, at + name.len()));
    let is_whole = |end: usize| !title[end..].starts_with(char::is_alphanumeric);
    let mut before = ends.filter(|(_, end)| is_whole(*end)).filter_map(|(at, _)| title[..at].strip_suffix(' '));
    before.find_map(|before| {
        let is_sort = |sort: &&str| {
            let rest = before.strip_suffix(sort);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', ':'])) && !before.ends_with(NO_VILLAGE)
        };
        VILLAGE_SORTS.into_iter().find(is_sort)
    })
}

/// The name of a village without its sort; `None` for any other text.
fn after_sort(name: &str) -> Option<&str> {
    let small = name.to_lowercase();
    let sort =
        VILLAGE_SORTS.into_iter().find(|sort| small.strip_prefix(sort).is_some_and(|rest| rest.starts_with(' ')));
    name.get(sort?.len()..).map(str::trim_start)
}

/// The name of a village by its first words, in the usual letters.
fn village(name: &str) -> Option<String> {
    let small = name.to_lowercase();
    let kind =
        VILLAGE_SORTS.into_iter().find(|kind| small.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')))?;
    let rest: Vec<&str> = name.split_whitespace().skip(kind.split(' ').count()).collect();
    let is_name = rest.first()?.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    if !is_name {
        return None;
    }
    if name.contains(char::is_lowercase) {
        return Some(name.to_owned());
    }
    let words = rest.iter().map(|word| text::capitalized(&word.to_lowercase()));
    Some([text::capitalized(kind)].into_iter().chain(words).collect::<Vec<_>>().join(" "))
}

pub(super) fn give(record: &mut Record, field: Field, owner: &str, at: Place) {
    let value = Cell { text: owner.to_owned(), value: CellValue::Text };
    let unit = (field, Located { value, at });
    let cells = record.cells.iter().map(|(field, cell)| (field, cell.clone())).chain([unit]);
    record.cells = cells.collect::<Cells>();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of_title(text, &["Đội Quản lý chợ".to_owned()]).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_name_or_title_names_a_body() {
        check("Thôn Đông", Some("Thôn Đông"));
        check("THÔN BẾN CŨ", Some("Thôn Bến Cũ"));
        check("TỔ DÂN PHỐ 3", Some("Tổ dân phố 3"));
        check("Đơn vị: Phòng Kinh tế", Some("Phòng Kinh tế"));
        check("PHÒNG KINH TẾ", Some("Phòng Kinh tế"));
        check("Thôn: Đông", Some("Thôn Đông"));
        check("Hội Làm vườn", Some("Hội Làm vườn"));
        check("ĐỘI QUẢN LÝ CHỢ", Some("Đội Quản lý chợ"));
    }

    #[test]
    fn other_titles_name_none() {
        for title in [
            "Phòng chống thiên tai",
            "PHÒNG CHỐNG THIÊN TAI",
            "Hội nghị tháng 3",
            "Bản tổng hợp",
            "Bảng 1",
            "Thôn trưởng",
            "Các thôn",
            "Người lập: Thôn Đông",
            "Sheet1",
            "SỔ GIAO VIỆC",
        ] {
            check(title, None);
        }
    }
}
