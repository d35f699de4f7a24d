//! Columns that are units or months, with a mark in the rows they are for: «Phòng Kinh tế │ Công an xã» above «x │ ».
//!
//! Owns which columns these are. Must not know rows: `sheets` gives each task what its marks say. Columns of this kind are
//! no column of leads or deadlines, whatever stands above them.

use super::columns::FoundHeader;
use super::heading::Heading;
use crate::contract::{NameWords, SheetKind, dictionary};
use crate::records::marked_columns::{MarkedAs, MarkedColumn, mark};
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

impl FoundHeader<'_> {
    /// The columns of marks for units, months or quarters, from left to right: two of a kind or more.
    pub(super) fn marked(&self) -> Vec<MarkedColumn> {
        if self.kind != SheetKind::Assignments {
            return Vec::new();
        }
        let mut found: Vec<MarkedColumn> =
            self.header.headings.iter().filter_map(|heading| self.marked_by(heading)).collect();
        let units = found.iter().filter(|column| column.is_unit()).count();
        let times = found.len() - units;
        found.retain(|column| if column.is_unit() { units > 1 } else { times > 1 });
        found
    }

    fn marked_by(&self, heading: &Heading) -> Option<MarkedColumn> {
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let cells = || self.sheet.rows.range(last + 1..).filter_map(|(_, cells)| cells.get(&heading.column));
        // The numbers of the columns are no marks, and say nothing.
        let is_number = |text: &str| text.trim_matches(['(', ')']).bytes().all(|byte| byte.is_ascii_digit());
        let texts = || cells().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty() && !is_number(text));
        // Nearly every column is ruled out by its first text.
        mark(texts().next()?)?;
        let meaning = meaning(heading)?;
        let column = || MarkedColumn { column: heading.column, name: heading.text().replace('\n', " "), meaning };
        texts().all(|text| mark(text).is_some()).then(column)
    }
}

/// What the mark beneath a heading stands for.
fn meaning(heading: &Heading) -> Option<MarkedAs> {
    if let Some(time) = heading.readings.iter().find_map(|text| time(&fold::key(text))) {
        return Some(time);
    }
    dictionary().unit_of_words(&NameWords::of(heading.text()).without_tier())?;
    let whole = heading.readings.first().map_or("", String::as_str);
    let parent = fold::key(whole.strip_suffix(heading.text()).unwrap_or(""));
    Some(match (parent.contains("chu tri"), parent.contains("phoi hop")) {
        (true, false) => MarkedAs::Lead,
        (false, true) => MarkedAs::Support,
        _ => MarkedAs::Unit,
    })
}

/// The month or quarter that a folded heading is: «thang 7», «t7», «quy iii», «q3», each also with the year.
fn time(key: &str) -> Option<MarkedAs> {
    let key = key.strip_prefix("thoi gian ").unwrap_or(key);
    let mut words = key.split(' ').filter(|word| !["thuc", "hien", "hoan", "thanh", "nam"].contains(word));
    let first = words.next()?;
    let (kind, number) = match first {
        "thang" | "quy" => (first.as_bytes()[0], words.next()?),
        _ => (*first.as_bytes().first()?, first.get(1..)?),
    };
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if words.next().is_some_and(|word| !is_year(word)) {
        return None;
    }
    let value = number.parse().ok().or_else(|| (1..=4).find(|value| roman(*value).eq_ignore_ascii_case(number)))?;
    match kind {
        b't' if (1..=12).contains(&value) => Some(MarkedAs::Month(value)),
        b'q' if (1..=4).contains(&value) => Some(MarkedAs::Quarter(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_units_and_times_are_known() {
        let check = |readings: &[&str], expected| {
            let readings = readings.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(meaning(&Heading { row: 1, column: 1, readings }), expected);
        };
        check(&["Tháng 7"], Some(MarkedAs::Month(7)));
        check(&["Thời gian thực hiện Tháng 7", "Tháng 7"], Some(MarkedAs::Month(7)));
        check(&["Tháng 12", "12"], Some(MarkedAs::Month(12)));
        check(&["T8/2026"], Some(MarkedAs::Month(8)));
        check(&["Quý III"], Some(MarkedAs::Quarter(3)));
        check(&["Q4"], Some(MarkedAs::Quarter(4)));
        check(&["Phòng Kinh tế"], Some(MarkedAs::Unit));
        check(&["Đơn vị chủ trì Công an xã", "Công an xã"], Some(MarkedAs::Lead));
        check(&["Phối hợp P.VHXH", "P.VHXH"], Some(MarkedAs::Support));
        check(&["Chủ trì, phối hợp Công an xã", "Công an xã"], Some(MarkedAs::Unit));
        check(&["Tháng 13"], None);
        check(&["Khẩn"], None);
    }
}
