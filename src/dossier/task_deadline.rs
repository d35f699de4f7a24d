//! Thời hạn of a task: read, and told where it can't be meant as it is written.
//!
//! Owns the messages about its wording. Must not know the forms of deadlines: `deadline` reads them. The assignments are
//! made with it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::days;
use super::deadline::{self, Deadline, DeadlineFault, DeadlineKind, Unstated};
use super::joined_days::{self, DashedDays};
use super::period::Period;
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Cell, CellValue, Record};
use crate::settings::DayOfBefore;
use crate::vietnamese::date::{self, DaysMeant};
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;
use crate::vietnamese::text;

/// What deadlines are read by, and the wordings that have been read: tasks share their deadlines, and reading one is long.
pub(super) struct DeadlineTerms<'a> {
    /// The period; `None` where it is not known.
    pub(super) period: Option<&'a Period>,
    /// The office's reading of "trước ngày".
    before: DayOfBefore,
    /// The sheets in which a dash joins the day and the month.
    dashed: DashedDays,
    /// By the wording of a cell of text. What is read depends on nothing else of its row.
    known: BTreeMap<String, Result<ReadDeadline, DeadlineFault>>,
}

/// A deadline as read, and its wording in our form.
#[derive(Clone)]
struct ReadDeadline {
    deadline: Deadline,
    /// `None` where it is in our form.
    printed: Option<String>,
    /// Whether it is a day alone, as in a cell of days.
    is_day_alone: bool,
}

impl<'a> DeadlineTerms<'a> {
    /// The terms for these rows; nothing has been read.
    pub(super) fn of(rows: &[Record], period: Option<&'a Period>, before: DayOfBefore) -> Self {
        Self { period, before, dashed: DashedDays::of(rows), known: BTreeMap::new() }
    }

    fn read(&mut self, wording: &str, date: Option<NaiveDate>) -> Result<ReadDeadline, DeadlineFault> {
        // A day is read at once.
        if date.is_some() {
            return ReadDeadline::of(wording, date, self.period, self.before);
        }
        if let Some(known) = self.known.get(wording) {
            return known.clone();
        }
        let read = ReadDeadline::of(wording, None, self.period, self.before);
        self.known.insert(wording.to_owned(), read.clone());
        read
    }
}

impl ReadDeadline {
    fn of(
        wording: &str,
        date: Option<NaiveDate>,
        period: Option<&Period>,
        before: DayOfBefore,
    ) -> Result<Self, DeadlineFault> {
        let deadline = deadline::read(wording, date, period, before)?;
        let is_understood = matches!(deadline.kind, DeadlineKind::Exact | DeadlineKind::Before | DeadlineKind::Range);
        let meant = if is_understood { DaysMeant::All } else { DaysMeant::WithYear };
        let printed = date::days_in_form(&deadline.wording, meant);
        let is_day_alone = printed.is_some() && date::parse(&deadline.wording).is_ok();
        Ok(Self { deadline, printed, is_day_alone })
    }
}

/// The deadline in a row's cell; `None` where it is blank.
pub(super) fn deadline(row: &Record, terms: &mut DeadlineTerms, out: &mut Diagnostics) -> Option<Deadline> {
    let period = terms.period;
    let cell = row.cell(Field::Deadline)?;
    let date = days::date_of(&cell.value);
    let mut wording = text::single_spaced(&deadline::printed_wording(&cell.value.text, date));
    if let Some(printed) = terms.dashed.slashed(row).or_else(|| joined_days::with_joined_days(&wording)) {
        let message = Diagnostic::note("HS-254").at(&cell.at).with("text", &wording);
        out.report(message.with("printed", &printed));
        wording = printed;
    }
    if let Some(printed) = with_roman_quarter(&wording) {
        let message = Diagnostic::note("HS-254").at(&cell.at).with("text", &wording).hint("quarter");
        out.report(message.with("printed", &printed));
        wording = printed;
    }
    if let Some(full) = deadline::written_out(&wording) {
        let message = Diagnostic::note("HS-241").at(&cell.at).with("text", &wording).with("printed", full);
        out.report(message.with("cell", cell.at.cell.map_or_else(String::new, |at| at.to_string())));
        full.clone_into(&mut wording);
    }
    if is_serial(&cell.value) {
        out.report(Diagnostic::error("HS-057").at(&cell.at).with("text", &wording));
    }
    let ReadDeadline { mut deadline, printed, is_day_alone } = match terms.read(&wording, date) {
        Ok(read) => read,
        Err(fault) => {
            let _reported = out.fail(deadline::mistyped(&wording, fault, &cell.at, period));
            let unstated = Unstated::Nothing;
            return Some(Deadline { wording, kind: DeadlineKind::Unknown, last_day: None, unstated });
        }
    };
    if deadline.is_left_open() {
        note_left_open(&deadline, &cell.at, out);
        return Some(deadline);
    }
    if deadline.kind == DeadlineKind::Unknown && !is_undecided(&wording) && !is_serial(&cell.value) {
        out.report(Diagnostic::note("HS-058").at(&cell.at).with("text", &wording));
    }
    if let Some(period) = period {
        deadline::tell_unstated(&deadline, &cell.at, period, out);
        warn_of_far_day(&deadline, &cell.at, period, out);
    }
    if let Some(printed) = printed {
        write_in_form(&mut deadline, printed, is_day_alone, &cell.at, out);
    }
    Some(deadline)
}

/// The wording with the Roman number of a quarter: "trong quý 1" is "trong quý I"; `None` where it has none to change.
fn with_roman_quarter(wording: &str) -> Option<String> {
    let start = ["quý ", "Quý ", "QUÝ "].iter().find_map(|word| Some(wording.find(word)? + word.len()))?;
    let (digit, behind) = wording.get(start..start + 1).zip(wording.get(start + 1..))?;
    let number = digit.parse::<usize>().ok().filter(|number| (1..=4).contains(number))?;
    (!behind.starts_with(char::is_alphanumeric)).then(|| format!("{}{}{behind}", &wording[..start], roman(number)))
}

/// HS-030: the day lies years away from the period.
fn warn_of_far_day(deadline: &Deadline, at: &Place, period: &Period, out: &mut Diagnostics) {
    let Some(day) = deadline.last_day.filter(|_| deadline.is_far_from(period)) else { return };
    let message = Diagnostic::warning("HS-030").at(at).with("text", &deadline.wording);
    let message = message.with("day", date::slashed(day)).with("period", period.name());
    out.report(match period.likely_day(day) {
        Some(likely) => message.with("likely", date::slashed(likely)).hint("likely"),
        None => message,
    });
}

/// HS-253: a cell says in words that there is no deadline yet. A dash says nothing.
fn note_left_open(deadline: &Deadline, at: &Place, out: &mut Diagnostics) {
    if deadline.wording.chars().any(char::is_alphanumeric) {
        out.report(Diagnostic::note("HS-253").at(at).with("text", &deadline.wording));
    }
}

/// Writes the days of a wording in our form; HS-254 shows both, unless the wording is a day alone, as in a cell of days.
fn write_in_form(deadline: &mut Deadline, printed: String, is_day_alone: bool, at: &Place, out: &mut Diagnostics) {
    if !is_day_alone {
        let message = Diagnostic::note("HS-254").at(at).with("text", &deadline.wording);
        out.report(message.with("printed", &printed));
    }
    deadline.wording = printed;
}

/// Whether the wording says among other words that the deadline is not set yet: "chưa rõ, chờ tỉnh".
fn is_undecided(wording: &str) -> bool {
    let key = fold::key(wording);
    ["chua ro", "dang xac dinh"].iter().any(|open| key.contains(open))
}

/// Whether a number is a date that lost its format: Excel counts days, and 46086 is a day of 2026.
fn is_serial(cell: &Cell) -> bool {
    const DAYS: std::ops::Range<u32> = 36_526..73_051;
    matches!(&cell.value, CellValue::Number(number) if number.parse().is_ok_and(|number| DAYS.contains(&number)))
}
