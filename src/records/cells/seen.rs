//! One cell as seen on the screen.
//!
//! Owns how each kind of value becomes text. Must not know where the cell is. An unreliable cell carries its [`Flaw`];
//! `rows` reports it where the cell is used.

use calamine::DataRef;
use chrono::{NaiveDate, NaiveTime, Timelike};

use super::date::{ShownMoment, moment, month_text};
use super::error_words::error_word;
use super::excel_number::ExcelNumber;
use super::number_format::CellFormat;
use crate::records::types::CellValue;
use crate::vietnamese::date::slashed;
use crate::vietnamese::old_encoding::{FontReading, OldEncoding, converted};
use crate::vietnamese::text::clean;

/// From this number of digits on, Excel shows a number that is meant as a code in another form; past fifteen it loses
/// digits.
const LONG_NUMBER_DIGITS: usize = 12;
/// Digits that Excel stores.
const KEPT_DIGITS: usize = 15;

/// Why a cell can't be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) enum Flaw {
    /// An error value of Excel, `#N/A`.
    ErrorValue,
    /// A formula that was never computed.
    NotComputed,
    /// A day that stands for none: the number 0 in a date's format, or the first day of a computer's calendar.
    NoDay,
    /// A number of twelve digits or more in a cell not formatted as text: acceptable as a figure, not as a code.
    LongNumber,
    /// A number with more digits than Excel stores.
    DigitsLost,
    /// Control or private-use characters were dropped; the rest can be used.
    CharactersDropped,
    /// The text was in an encoding older than Unicode; it is converted.
    OldEncoding,
    /// The font of the text is one of an older encoding, in which it reads otherwise than as it is stored; it is converted.
    OldFont(OldEncoding),
}

/// A filled cell.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::records) struct SeenCell {
    /// The text as shown; empty only for a formula that was never computed.
    pub(in crate::records) text: String,
    /// The value behind the text.
    pub(in crate::records) value: CellValue,
    /// Why it is unreliable, if it is.
    pub(in crate::records) flaw: Option<Flaw>,
    /// Whether its letters are struck out.
    pub(in crate::records) is_struck: bool,
    /// Whether its letters are bold, or the cell is filled with a colour.
    pub(in crate::records) stands_out: bool,
    /// The whole text, where some of its words are struck out and left out of the text above.
    pub(in crate::records) with_struck: Option<Box<str>>,
    /// What is open about a text in a font of an old encoding.
    pub(in crate::records) in_old_font: Option<InOldFont>,
}

/// What a text in a font of an old encoding tells about the other texts in such fonts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) enum InOldFont {
    /// It is Unicode in spite of its font.
    Unicode,
    /// It may be either: the text as it is stored.
    Either(Box<str>),
}

impl SeenCell {
    /// The error value that the cell shows, without the words around it.
    pub(in crate::records) fn error_value(&self) -> &str {
        error_word(&self.text).unwrap_or(&self.text)
    }

    /// A text.
    pub(in crate::records) fn plain(text: String) -> Self {
        Self {
            text,
            value: CellValue::Text,
            flaw: None,
            is_struck: false,
            stands_out: false,
            with_struck: None,
            in_old_font: None,
        }
    }

    /// A text that is unreliable.
    pub(in crate::records) fn flawed(text: String, flaw: Flaw) -> Self {
        Self { flaw: Some(flaw), ..Self::plain(text) }
    }

    /// The cell, its text converted from an encoding that its font has.
    pub(in crate::records) fn of_old_font(self, encoding: OldEncoding) -> Self {
        let flaw = self.flaw.filter(|flaw| *flaw == Flaw::ErrorValue).unwrap_or(Flaw::OldFont(encoding));
        Self { flaw: Some(flaw), ..self }
    }

    /// The cell without its struck words, of which `left` remains.
    pub(in crate::records) fn without_struck(self, left: &str) -> Self {
        match see_text(left) {
            Some(seen) => Self { with_struck: Some(self.text.into()), text: seen.text, ..self },
            None => Self { is_struck: true, ..self },
        }
    }
}

/// A cell as seen; `None` for a blank one.
pub(super) fn see(value: &DataRef<'_>, format: &CellFormat, is_1904: bool, is_uncomputed: bool) -> Option<SeenCell> {
    let seen =
        if is_uncomputed { Some(flawed(String::new(), Flaw::NotComputed)) } else { see_value(value, format, is_1904) };
    seen.map(|cell| SeenCell { is_struck: format.is_struck, stands_out: format.stands_out, ..cell })
}

/// A cell with an error value, alone or in its text.
pub(super) fn error(text: &str) -> SeenCell {
    flawed(clean(text).text, Flaw::ErrorValue)
}

fn see_value(value: &DataRef<'_>, format: &CellFormat, is_1904: bool) -> Option<SeenCell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => see_text_of_fonts(&[(text, format.encoding)]),
        DataRef::SharedString(text) => see_text_of_fonts(&[(text, format.encoding)]),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => see_iso(text),
        DataRef::Bool(is_true) => Some(see_bool(*is_true)),
        DataRef::Error(error) => Some(flawed(error.to_string(), Flaw::ErrorValue)),
        DataRef::Float(number) => see_number(*number, format),
        #[allow(clippy::cast_precision_loss, reason = "calamine gives no integers for .xlsx")]
        DataRef::Int(number) => see_number(*number as f64, format),
        DataRef::DateTime(moment) if moment.is_duration() => Some(see_elapsed(moment.as_f64())),
        DataRef::DateTime(moment) => see_moment(moment.as_f64(), format, is_1904),
    }
}

/// Whether a value shows anything; reads no more of a long text than necessary.
pub(super) fn is_filled(value: &DataRef<'_>) -> bool {
    const FIRST: usize = 200;
    let is_visible = |text: &str| {
        let first: String = text.chars().take(FIRST).collect();
        !clean(&first).text.is_empty() || !clean(text).text.is_empty()
    };
    match value {
        DataRef::Empty => false,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => is_visible(text),
        DataRef::SharedString(text) => is_visible(text),
        _ => true,
    }
}

/// Bytes of text in a value; 0 for a number.
pub(super) fn text_bytes(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        DataRef::SharedString(text) => text.len(),
        _ => 0,
    }
}

fn flawed(text: String, flaw: Flaw) -> SeenCell {
    SeenCell::flawed(text, flaw)
}

fn plain(text: String) -> SeenCell {
    SeenCell::plain(text)
}

/// A text as seen; `None` for blanks.
pub(in crate::records) fn see_text(raw: &str) -> Option<SeenCell> {
    if error_word(raw).is_some() {
        return Some(error(raw));
    }
    let converted = converted(raw);
    let cleaned = clean(converted.as_deref().unwrap_or(raw));
    let flaw = if converted.is_some() {
        Some(Flaw::OldEncoding)
    } else {
        (cleaned.controls + cleaned.private_use > 0).then_some(Flaw::CharactersDropped)
    };
    (!cleaned.text.is_empty()).then(|| SeenCell { flaw, ..plain(cleaned.text) })
}

/// A text as seen, from its parts of one font each, with the encoding of each font; `None` for blanks.
pub(in crate::records) fn see_text_of_fonts(parts: &[(&str, Option<OldEncoding>)]) -> Option<SeenCell> {
    if let [(text, None)] = parts {
        return see_text(text);
    }
    let (mut old, mut either, mut is_unicode) = (None, None, false);
    let (mut shown, mut stored) = (String::new(), String::new());
    for (text, encoding) in parts {
        stored.push_str(text);
        match encoding.map(|encoding| (encoding, encoding.reading(text))) {
            Some((encoding, FontReading::Old(read))) => {
                old = old.or(Some(encoding));
                shown.push_str(&read);
            }
            Some((encoding, FontReading::Either(read))) => {
                either = either.or(Some(encoding));
                shown.push_str(&read);
            }
            Some((_, FontReading::Unicode)) => {
                is_unicode = true;
                shown.push_str(text);
            }
            _ => shown.push_str(text),
        }
    }
    let seen = see_text(&shown)?;
    Some(match (old, either) {
        (Some(encoding), _) => seen.of_old_font(encoding),
        (None, Some(encoding)) => {
            SeenCell { in_old_font: Some(InOldFont::Either(stored.into())), ..seen.of_old_font(encoding) }
        }
        (None, None) => SeenCell { in_old_font: is_unicode.then_some(InOldFont::Unicode), ..seen },
    })
}

/// As Excel shows them; the dictionary has both words, as yes and no.
pub(in crate::records) fn see_bool(is_true: bool) -> SeenCell {
    let text = if is_true { "TRUE" } else { "FALSE" };
    SeenCell { value: CellValue::Bool(is_true), ..plain(text.to_owned()) }
}

/// A number; `None` where its format hides it.
pub(super) fn see_number(number: f64, format: &CellFormat) -> Option<SeenCell> {
    let Some(decimal) = ExcelNumber::from_float(number) else {
        return Some(flawed("#NUM!".to_owned(), Flaw::ErrorValue));
    };
    let digits = decimal.integer_digits();
    let flaw = if digits > KEPT_DIGITS {
        Some(Flaw::DigitsLost)
    } else {
        (digits >= LONG_NUMBER_DIGITS && !format.is_text).then_some(Flaw::LongNumber)
    };
    let value = CellValue::Number(decimal.written('.'));
    format.show(&decimal).map(|text| SeenCell { value, flaw, ..plain(text) })
}

/// A number of a file that stores how it is shown: as shown where that has leading zeros or a sign, such as a percentage;
/// else as in a cell without a format. `None` where nothing is shown.
pub(in crate::records) fn see_number_as_shown(number: f64, shown: &str) -> Option<SeenCell> {
    let shown = see_text(shown)?.text;
    let seen = see_number(number, &CellFormat::from_code("General"))?;
    let is_of_digits = shown.bytes().all(|byte| byte.is_ascii_digit());
    let has_sign = shown.chars().any(|letter| !(letter.is_ascii_digit() || " .,-+\u{a0}\u{202f}".contains(letter)));
    if seen.flaw == Some(Flaw::ErrorValue) || !(is_of_digits || has_sign) {
        return Some(seen);
    }
    Some(SeenCell { text: shown, ..seen })
}

pub(super) fn see_moment(serial: f64, format: &CellFormat, is_1904: bool) -> Option<SeenCell> {
    let Some((day, time)) = moment(serial, is_1904) else {
        return see_number(serial, &CellFormat::from_code("General"));
    };
    if let Some(text) = no_day(serial, day, format.shown, is_1904) {
        return Some(flawed(text, Flaw::NoDay));
    }
    let pattern = format.day_pattern.as_ref().map(|pattern| clean(&pattern.show(day)).text);
    let seen = match format.shown {
        ShownMoment::Day => dated(pattern.unwrap_or_else(|| slashed(day)), day),
        // Midnight is no hour that anybody typed: a program adds it to every day.
        ShownMoment::DayAndTime if time == NaiveTime::MIN => dated(slashed(day), day),
        ShownMoment::DayAndTime => dated(format!("{} {}", slashed(day), time_text(time)), day),
        ShownMoment::Month => plain(pattern.unwrap_or_else(|| month_text(day))),
        ShownMoment::Year => plain(pattern.unwrap_or_else(|| day.format("%Y").to_string())),
        ShownMoment::Time => plain(time_text(time)),
    };
    Some(seen)
}

/// What a cell shows whose day stands for none; Excel shows 0 as 00/01/1900.
fn no_day(serial: f64, day: NaiveDate, shown: ShownMoment, is_1904: bool) -> Option<String> {
    let has_day = matches!(shown, ShownMoment::Day | ShownMoment::DayAndTime | ShownMoment::Month | ShownMoment::Year);
    if !has_day {
        return None;
    }
    if serial < 1.0 {
        return Some(if is_1904 { slashed(day) } else { "00/01/1900".to_owned() });
    }
    (NaiveDate::from_ymd_opt(1970, 1, 1) == Some(day)).then(|| slashed(day))
}

fn dated(text: String, day: NaiveDate) -> SeenCell {
    SeenCell { value: CellValue::Date(day), ..plain(text) }
}

fn time_text(time: NaiveTime) -> String {
    let seconds = if time.second() > 0 { format!(":{:02}", time.second()) } else { String::new() };
    format!("{:02}:{:02}{seconds}", time.hour(), time.minute())
}

/// Elapsed time, `[h]:mm`: hours are not turned into days.
pub(super) fn see_elapsed(days: f64) -> SeenCell {
    #[allow(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
    let minutes = (days * 24.0 * 60.0).round() as i64;
    let sign = if minutes < 0 { "-" } else { "" };
    plain(format!("{sign}{:02}:{:02}", (minutes / 60).abs(), (minutes % 60).abs()))
}

/// A moment as text in the file, `2025-12-15T00:00:00`; any other text unchanged.
fn see_iso(text: &str) -> Option<SeenCell> {
    match text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) {
        Some(day) => {
            // 2026-07-31T17:00:00
            let time = text.get(11..16).filter(|time| *time != "00:00" && time.as_bytes()[2] == b':');
            Some(dated(time.map_or_else(|| slashed(day), |time| format!("{} {time}", slashed(day))), day))
        }
        None => see_text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &DataRef<'_>, code: &str, text: &str, expected: &CellValue, flaw: Option<Flaw>) {
        let cell = see(value, &CellFormat::from_code(code), false, false).expect("a filled cell");
        assert_eq!((cell.text.as_str(), &cell.value, cell.flaw), (text, expected, flaw));
    }

    fn number(text: &str) -> CellValue {
        CellValue::Number(text.to_owned())
    }

    #[test]
    fn numbers_have_a_shown_text_and_a_value() {
        check(&DataRef::Float(0.85), "0%", "85%", &number("0.85"), None);
        check(&DataRef::Float(7.0), "000", "007", &number("7"), None);
        check(&DataRef::Float(19.990_000_000_000_002), "General", "19,99", &number("19.99"), None);
    }

    #[test]
    fn long_numbers_are_suspect_unless_formatted_as_text() {
        let long = DataRef::Float(123_456_789_012.0);
        check(&long, "General", "123456789012", &number("123456789012"), Some(Flaw::LongNumber));
        check(&long, "@", "123456789012", &number("123456789012"), None);
        check(&DataRef::Float(1e15), "@", "1000000000000000", &number("1000000000000000"), Some(Flaw::DigitsLost));
        check(&DataRef::Float(99_999_999_999.0), "General", "99999999999", &number("99999999999"), None);
    }

    #[test]
    fn text_is_cleaned_and_blanks_are_nothing() {
        check(&DataRef::SharedString(" a\u{7}b "), "General", "ab", &CellValue::Text, Some(Flaw::CharactersDropped));
        assert_eq!(see(&DataRef::SharedString(" \u{200b}"), &CellFormat::from_code("General"), false, false), None);
        assert_eq!(see(&DataRef::Empty, &CellFormat::from_code("General"), false, false), None);
    }

    #[test]
    fn moments_show_what_their_format_shows() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day");
        let at = |serial| {
            DataRef::DateTime(calamine::ExcelDateTime::new(serial, calamine::ExcelDateTimeType::DateTime, false))
        };
        check(&at(46_027.0), "dd/mm/yyyy", "05/01/2026", &CellValue::Date(day), None);
        check(&at(46_027.0), "mm/yyyy", "01/2026", &CellValue::Text, None);
        check(&at(46_027.312_5), "dd/mm/yyyy hh:mm", "05/01/2026 07:30", &CellValue::Date(day), None);
        check(&at(46_027.0), "dd/mm/yyyy hh:mm", "05/01/2026", &CellValue::Date(day), None);
        check(&at(0.3125), "h:mm", "07:30", &CellValue::Text, None);
        check(&at(0.0), "dd/mm/yyyy", "00/01/1900", &CellValue::Text, Some(Flaw::NoDay));
        check(&at(0.5), "dd/mm/yyyy hh:mm", "00/01/1900", &CellValue::Text, Some(Flaw::NoDay));
        check(&at(25_569.0), "dd/mm/yyyy", "01/01/1970", &CellValue::Text, Some(Flaw::NoDay));
        check(
            &DataRef::DateTimeIso("2026-01-05T07:30:00".to_owned()),
            "General",
            "05/01/2026 07:30",
            &CellValue::Date(day),
            None,
        );
        check(
            &DataRef::DateTimeIso("2026-01-05T00:00:00".to_owned()),
            "General",
            "05/01/2026",
            &CellValue::Date(day),
            None,
        );
    }
}
