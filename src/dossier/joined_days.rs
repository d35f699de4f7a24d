//! Days without a year that are typed with a dash or a dot: `15-9`, `15.9`.
//!
//! Owns which of them are days, and their form with a slash. Must not guess: `7-9` may be months, unless another deadline
//! of its sheet shows that the dash joins a day and a month. `task_deadline` reads what it makes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::contract::Field;
use crate::diag::Place;
use crate::records::{CellValue, Record};
use crate::vietnamese::date;

const LAST_MONTH: u32 = 12;
const LAST_DAY: u32 = 31;

/// The sheets in which a dash joins the day and the month, by file and name.
#[derive(Default)]
pub(super) struct DashedDays(BTreeSet<SheetKey>);

/// The file and the name of a sheet.
type SheetKey = (Option<Arc<str>>, Option<Arc<str>>);

impl DashedDays {
    /// The sheets of these rows.
    pub(super) fn of(rows: &[Record]) -> Self {
        let is_day = |row: &&Record| {
            let cell = row.cell(Field::Deadline);
            cell.and_then(|cell| parts(&cell.value.text))
                .is_some_and(|(day, joint, _)| joint == '-' && day > LAST_MONTH)
        };
        Self(rows.iter().filter(is_day).map(|row| sheet(&row.at)).collect())
    }

    /// The text with a slash, where it is a day and a month and nothing else; `None` for any other text.
    pub(super) fn slashed(&self, row: &Record) -> Option<String> {
        let cell = row.cell(Field::Deadline).filter(|cell| matches!(cell.value.value, CellValue::Text))?;
        let (day, joint, month) = parts(&cell.value.text)?;
        let is_day = joint == '.' || day > LAST_MONTH || self.0.contains(&sheet(&row.at));
        is_day.then(|| format!("{}/{}", date::day_number(day), date::month_number(month)))
    }
}

/// A deadline with a dash between two days, as a paper has it: «từ 01/3–15/3/2027» is «từ 01/3 đến 15/3/2027». `None` for any
/// other text.
pub(super) fn with_joined_days(wording: &str) -> Option<String> {
    const DASHES: [char; 3] = ['-', '–', '—'];
    let is_day = |word: &str| word.contains('/') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let joined = |(at, dash): (usize, &str)| {
        let (before, behind) = (wording[..at].trim_end(), wording[at + dash.len()..].trim_start());
        let is_between_days = is_day(before.rsplit(' ').next().unwrap_or_default())
            && is_day(behind.split([' ', ',', ';', '.']).next().unwrap_or_default());
        let joint = if wording.to_lowercase().starts_with("từ ") { " đến " } else { " - " };
        is_between_days.then(|| format!("{before}{joint}{behind}")).filter(|printed| printed != wording)
    };
    wording.match_indices(DASHES).find_map(joined)
}

fn sheet(at: &Place) -> SheetKey {
    (at.file.clone(), at.sheet.clone())
}

/// A day, its joint and a month; `None` where the text is more or less than that.
fn parts(text: &str) -> Option<(u32, char, u32)> {
    const LONGEST: usize = 9;
    let text = text.trim();
    let joint = text.chars().find(|letter| matches!(letter, '-' | '.')).filter(|_| text.len() <= LONGEST)?;
    let (day, month) = text.split_once(joint)?;
    let number = |digits: &str, last: u32| {
        let digits = digits.trim();
        let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = if is_short { digits.parse().ok() } else { None };
        number.filter(|number| (1..=last).contains(number))
    };
    Some((number(day, LAST_DAY)?, joint, number(month, LAST_MONTH)?))
}

#[cfg(test)]
mod tests {
    use super::{parts, with_joined_days};

    #[test]
    fn a_dash_between_two_days_is_written_out_behind_from() {
        for (typed, printed) in [
            ("Từ 01/3–15/3/2027", Some("Từ 01/3 đến 15/3/2027")),
            ("từ 01/3 - 15/3/2027", Some("từ 01/3 đến 15/3/2027")),
            ("01/3–15/3/2027", Some("01/3 - 15/3/2027")),
            ("01/3 - 15/3/2027", None),
            ("trước 15/3/2027", None),
            ("từ ngày 01/3/2027 đến ngày 15/3/2027", None),
            ("tháng 3-4", None),
        ] {
            assert_eq!(with_joined_days(typed).as_deref(), printed, "{typed}");
        }
    }

    #[test]
    fn a_day_and_a_month_are_all_of_the_text() {
        for (text, expected) in [
            ("15-9", Some((15, '-', 9))),
            ("15.9", Some((15, '.', 9))),
            (" 05 - 09 ", Some((5, '-', 9))),
            ("15-9-2026", None),
            ("T7-T9", None),
            ("32-1", None),
            ("9-15", None),
            ("15.", None),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
