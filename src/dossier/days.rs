//! Days in cells, and the hour of one where it is kept.
//!
//! Owns turning a cell into a day, and the message where it can't: with the day that was probably meant. Must not know
//! any sheet. The files that parse a sheet call it.

use chrono::NaiveDate;

use super::period::{LikelyYears, likely_wording};
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Cell, CellValue, Located, Record};
use crate::vietnamese::date::{self, ClockTime, DateFault};

/// A day, and its hour where one was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedDay {
    /// The day.
    pub day: NaiveDate,
    /// The hour; `None` where the whole day counts.
    pub time: Option<ClockTime>,
}

impl TimedDay {
    /// As it is printed in a cell: `31/7/2026`, `17 giờ 00 ngày 31/7/2026`.
    #[must_use]
    pub fn in_a_cell(self) -> String {
        self.in_figures("")
    }

    /// As it is printed in a sentence: `ngày 31/7/2026`, `17 giờ 00 ngày 31/7/2026`.
    #[must_use]
    pub fn in_a_sentence(self) -> String {
        self.in_figures("ngày ")
    }

    fn in_figures(self, front: &str) -> String {
        let day = date::slashed(self.day);
        match self.time {
            Some(time) => format!("{} ngày {day}", time.in_words()),
            None => format!("{front}{day}"),
        }
    }
}

/// The day in a row's field; `Ok(None)` where the cell is blank.
pub(super) fn day_of(
    record: &Record,
    field: Field,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Result<Option<NaiveDate>, Reported> {
    located_day_of(record, field, years, out).map(|day| day.map(|day| day.value))
}

/// The day in a row's field and its cell; `Ok(None)` where the cell is blank.
pub(super) fn located_day_of(
    record: &Record,
    field: Field,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Result<Option<Located<NaiveDate>>, Reported> {
    let Some(cell) = record.cell(field) else { return Ok(None) };
    day(cell, years, out).map(|value| Some(Located { value, at: cell.at.clone() }))
}

/// The day in a row's field; `None` where the cell is blank or holds no day. The latter is reported.
pub(super) fn known_day(
    record: &Record,
    field: Field,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Option<NaiveDate> {
    day_of(record, field, years, out).ok().flatten()
}

/// As [`known_day`], with its cell.
pub(super) fn known_located_day(
    record: &Record,
    field: Field,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Option<Located<NaiveDate>> {
    located_day_of(record, field, years, out).ok().flatten()
}

/// As [`known_located_day`], with its hour.
pub(super) fn known_timed_day(
    record: &Record,
    field: Field,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Option<Located<TimedDay>> {
    let cell = record.cell(field)?;
    let value = timed(cell, years, out).ok()?;
    Some(Located { value, at: cell.at.clone() })
}

/// The day in a filled cell, a true date or text. An hour is told (`HS-250`), since no document prints it.
pub(super) fn day(
    cell: &Located<Cell>,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Result<NaiveDate, Reported> {
    let TimedDay { day, time } = timed(cell, years, out)?;
    if let Some(time) = time {
        let message = Diagnostic::note("HS-250").at(&cell.at).with("text", &cell.value.text);
        out.report(message.with("hour", time.in_words()).with("day", date::slashed(day)));
    }
    Ok(day)
}

/// The day of a date cell; `None` for any other.
pub(super) fn date_of(cell: &Cell) -> Option<NaiveDate> {
    match cell.value {
        CellValue::Date(day) => Some(day),
        _ => None,
    }
}

fn timed(cell: &Located<Cell>, years: Option<LikelyYears>, out: &mut Diagnostics) -> Result<TimedDay, Reported> {
    let text = cell.value.text.as_str();
    if let Some(day) = date_of(&cell.value) {
        return Ok(TimedDay { day, time: date::time_shown(text) });
    }
    match date::parse_with_hour(text) {
        Ok((day, time)) => Ok(TimedDay { day, time: time.filter(|time| !time.is_midnight()) }),
        Err(fault) => Err(bad_day(text, fault, &cell.at, years, out)),
    }
}

/// Reports a text that should be a day.
fn bad_day(text: &str, fault: DateFault, at: &Place, years: Option<LikelyYears>, out: &mut Diagnostics) -> Reported {
    let message = Diagnostic::error("HS-006").at(at).with("text", text);
    if let Some(likely) = likely_day(text, fault, years) {
        return out.fail(message.with("likely", date::slashed(likely)).hint("likely"));
    }
    out.fail(match fault {
        DateFault::NotADate => message,
        DateFault::NoSuchDay => message.hint("no_such_day"),
        DateFault::YearMistyped => message.hint("year_mistyped"),
        DateFault::NoYear => message.hint("no_year"),
        DateFault::NoSuchHour => message.hint("no_such_hour"),
    })
}

/// The day that a mistyped one likely means: `18/01/27`, `01/18/2027`, `18/01/207`, and `18/01` in a period of one year.
fn likely_day(text: &str, fault: DateFault, years: Option<LikelyYears>) -> Option<NaiveDate> {
    let read = |text: &str| date::parse_with_hour(text).ok().map(|(day, _)| day);
    let of_years = match fault {
        DateFault::YearMistyped => years.and_then(|years| read(&likely_wording(text, years)?)),
        DateFault::NoYear => {
            let year = years.and_then(|years| years.of_bare_day());
            year.and_then(|year| read(&format!("{}/{year}", text.trim_end_matches(['.', ',', ';', ' ']))))
        }
        _ => None,
    };
    of_years.or_else(|| {
        let parts: Vec<&str> = text.trim().split(['/', '-', '.']).map(str::trim).collect();
        let [day, month, year] = parts.as_slice() else { return None };
        let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
        read(&format!("{day}/{month}/{year}")).or_else(|| read(&format!("{month}/{day}/{year}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::period::Period;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let period = Period::parse("quý I năm 2027").expect("a period");
        let fault = date::parse_with_hour(text).expect_err("a mistyped day");
        let likely = likely_day(text, fault, Some(LikelyYears::around(&period)));
        assert_eq!(likely.map(date::slashed).as_deref(), expected, "{text}");
    }

    #[test]
    fn the_day_that_was_meant_is_proposed() {
        check("30/9/206", Some("30/9/2026"));
        check("30/9/227", Some("30/9/2027"));
        check("18/01/27", Some("18/01/2027"));
        check("01/18/2027", Some("18/01/2027"));
        check("18/1", Some("18/01/2027"));
        check("ngày 18 tháng 1", Some("18/01/2027"));
        check("17 giờ 00 ngày 18/01/207", Some("18/01/2027"));
        check("tháng 1/2027", None);
        check("25 giờ ngày 18/01/2027", None);
        check("30/02/2027", None);
    }
}
