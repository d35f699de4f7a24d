//! The period that a sheet is of: «T6», «Tháng 7», «Quý III», by its name or by a title above its table.
//!
//! Owns finding it, and the question where sheets of one kind are of different periods: all of them together may be the
//! register of a year, or all but one the sheets of earlier months. Must not know the period of the papers, which another
//! sheet may hold. `choice` asks among the sheets that count.

use std::collections::BTreeMap;

use super::answers::id;
use super::{FoundSheet, sheet_name};
use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Place};
use crate::vietnamese::fold;

/// SL-098: asks which of the sheets of different periods are meant.
pub(super) fn ask_about_periods(sheets: &mut [FoundSheet], counting: &[usize], kind: SheetKind) {
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    for &at in counting {
        if let Some(period) = sheets[at].period() {
            first_of.entry(period).or_insert(at);
        }
    }
    let Some(&first) = first_of.values().min().filter(|_| first_of.len() > 1) else { return };
    let places: Vec<Place> = counting.iter().map(|&at| sheets[at].reading.at.clone()).collect();
    let line = |place: &Place| format!("\"{}\" = \"{}\"", sheet_name(place), id(kind));
    let lines = places.iter().map(line).collect::<Vec<_>>().join("; ");
    let names = places.iter().map(|place| format!("«{}»", sheet_name(place))).collect::<Vec<_>>().join(", ");
    let at = sheets[first].reading.at.clone();
    let mut message = Diagnostic::error("SL-098").with("sheets", names).with("kind", kind.title()).with("lines", lines);
    for place in places.iter().filter(|place| **place != at) {
        message = message.also_at(place);
    }
    sheets[first].messages.push(message.at(&at));
}

impl FoundSheet {
    /// The period that the sheet's name tells, else the only one of its titles.
    fn period(&self) -> Option<String> {
        let of_name = of_words(&fold::key(sheet_name(&self.reading.at)), Short::Known);
        let titles = self.rows.iter().flat_map(|rows| &rows.titles);
        of_name.or_else(|| {
            let mut periods: Vec<String> =
                titles.filter_map(|title| of_words(&fold::key(&title.value), Short::Unknown)).collect();
            periods.dedup();
            periods.pop().filter(|_| periods.is_empty())
        })
    }
}

/// Whether «T6» and «Q3» are months and quarters: in the name of a sheet they are, in a title they may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Short {
    Known,
    Unknown,
}

/// The only period in folded words, with its year where they have one: «thang 7», «quy 3 2026», «tuan 32», «2026». The day
/// of a document is none.
fn of_words(key: &str, short: Short) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let mut parts = words.iter().enumerate().filter_map(|(at, _)| part(&words, at, short));
    let first = parts.next();
    if parts.any(|other| Some(other) != first) || (first.is_none() && words.contains(&"ngay")) {
        return None;
    }
    let mut years =
        words.iter().filter(|word| word.len() == 4 && word.starts_with("20") && word.parse::<u32>().is_ok());
    let year = years.next().map(|year| (*year).to_owned());
    // A sheet of months is often named by two numbers: «07.2026».
    let numbers = || if let [month, _] = words[..] { number_up_to(12, month).filter(|_| year.is_some()) } else { None };
    let month = || numbers().filter(|_| short == Short::Known).map(|month| format!("thang {month}"));
    let named: Vec<String> = first.or_else(month).into_iter().chain(year.clone()).collect();
    (!named.is_empty()).then(|| named.join(" "))
}

/// The part of a year that begins at a word.
fn part(words: &[&str], at: usize, short: Short) -> Option<String> {
    let word = words[at];
    let before = |back: usize| at.checked_sub(back).map(|at| words[at]);
    let next = words.get(at + 1).copied().unwrap_or_default();
    let of_short = |letter: &str, last: u32| {
        let rest = word.strip_prefix(letter).filter(|_| short == Short::Known)?;
        number_up_to(last, rest)
    };
    match word {
        // «ngày 5 tháng 7».
        "thang" if before(2) == Some("ngay") => None,
        "thang" if matches!(before(1), Some("3" | "6" | "9")) && matches!(next, "dau" | "cuoi") => {
            Some(format!("{} thang {next} nam", words[at - 1]))
        }
        "thang" => Some(format!("thang {}", number_up_to(12, next)?)),
        "tuan" => Some(format!("tuan {}", number_up_to(53, next)?)),
        "quy" => Some(format!("quy {}", quarter(next)?)),
        _ => {
            let month = of_short("t", 12).map(|month| format!("thang {month}"));
            month.or_else(|| of_short("q", 4).map(|quarter| format!("quy {quarter}")))
        }
    }
}

fn quarter(word: &str) -> Option<u32> {
    let roman = ["i", "ii", "iii", "iv"].into_iter().zip(1..).find(|(roman, _)| *roman == word);
    roman.map(|(_, number)| number).or_else(|| number_up_to(4, word))
}

fn number_up_to(last: u32, word: &str) -> Option<u32> {
    word.parse().ok().filter(|number| (1..=last).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_found_in_names_and_titles() {
        let name = |text: &str| of_words(&fold::key(text), Short::Known);
        assert_eq!(name("T6").as_deref(), Some("thang 6"));
        assert_eq!(name("Tháng 07.2026").as_deref(), Some("thang 7 2026"));
        assert_eq!(name("07-2026").as_deref(), Some("thang 7 2026"));
        assert_eq!(name("Năm 2026").as_deref(), Some("2026"));
        assert_eq!(name("Nhiệm vụ Q3").as_deref(), Some("quy 3"));
        assert_eq!(name("Quý III").as_deref(), Some("quy 3"));
        assert_eq!(name("6 tháng đầu năm").as_deref(), Some("6 thang dau nam"));
        for other in ["Thôn 7", "Tổ 3", "T.hợp", "Sheet1", "Quỹ", "T13", "Từ tháng 6 đến tháng 8"] {
            assert_eq!(name(other), None, "{other}");
        }
        let title = |text: &str| of_words(&fold::key(text), Short::Unknown);
        assert_eq!(title("KẾ HOẠCH CÔNG TÁC THÁNG 7/2026").as_deref(), Some("thang 7 2026"));
        assert_eq!(title("(Kèm theo Kế hoạch ngày 05 tháng 7 năm 2026)"), None);
        assert_eq!(title("Đội T7"), None);
    }
}
