//! The year of a period that was typed without one: that of the other items, and of the deadlines.
//!
//! Owns which cells tell of it. Must not know the message: `general` shows the words to type.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::super::period::Period;
use super::Entries;
use crate::contract::{Field, GeneralKey, SheetKind};
use crate::records::{Cell, CellValue, Records};

/// The items that tell of the year.
const ITEMS: [GeneralKey; 5] =
    [GeneralKey::Topic, GeneralKey::Subject, GeneralKey::IssuedOn, GeneralKey::FiguresAsOf, GeneralKey::ReportDeadline];

/// The period with the year that most cells name; `None` where none does, or several equally.
pub(super) fn named(typed: &str, entries: &Entries, records: &Records) -> Option<Period> {
    let of_items = ITEMS.into_iter().filter_map(|key| entries.get(key)).map(|cell| &cell.value);
    let rows = records.rows(SheetKind::Assignments).iter();
    let of_tasks = rows.filter_map(|row| row.cell(Field::Deadline)).map(|cell| &cell.value);
    let mut votes: BTreeMap<i32, usize> = BTreeMap::new();
    for year in of_items.chain(of_tasks).filter_map(|cell| year_of(cell, typed)) {
        *votes.entry(year).or_default() += 1;
    }
    let most = *votes.values().max()?;
    let mut years = votes.iter().filter(|(_, count)| **count == most);
    let (year, _) = years.next()?;
    if years.next().is_some() { None } else { in_year(typed, *year) }
}

/// The period in some year, as an example of how it is written.
pub(super) fn example(typed: &str) -> Option<Period> {
    in_year(typed, 2026)
}

fn in_year(typed: &str, year: i32) -> Option<Period> {
    let with = |between: &str| Period::parse(&format!("{typed}{between}{year}")).ok();
    with(" năm ").or_else(|| with(" "))
}

fn year_of(cell: &Cell, typed: &str) -> Option<i32> {
    let CellValue::Date(day) = cell.value else { return last_year(&cell.text) };
    // Figures of the fourth quarter may be as of January.
    (day.year() - 1..=day.year() + 1)
        .min_by_key(|year| in_year(typed, *year).map_or(i64::MAX, |own| days_off(own, day)))
}

/// How many days lie between a period and a day.
fn days_off(period: Period, day: NaiveDate) -> i64 {
    (period.first_day() - day).num_days().max((day - period.last_day()).num_days()).max(0)
}

/// The last year that a text names.
fn last_year(text: &str) -> Option<i32> {
    let numbers = text.rsplit(|character: char| !character.is_ascii_digit());
    numbers
        .filter(|digits| digits.len() == 4)
        .find_map(|digits| digits.parse().ok().filter(|year| (2000..2100).contains(year)))
}
