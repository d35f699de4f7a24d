//! The number and the date, with space for the parts that the records office fills in.
//!
//! Owns their wording (SO-02, DD-03) and how they shrink for a long place or symbol. Must not know the header's grid.
//! Its lines go to `head`, their parts to `reference`. The space consists of ordinary blanks, so that a person or a
//! program can type over it.

use crate::decree::figures::{DATE_SIZE, LEAST_DIGITS, NUMBER_LABEL};
use crate::document::text_width::{Lettering, text_width};
use crate::draft::DateLine;
use crate::units::{Mm, Pt};
use crate::vietnamese::date::{day_number, month_number};

use super::styles;

/// Blanks for an open number, from most to fewest: 14 mm of space, at least 6 mm.
pub(super) const NUMBER_ROOMS: [usize; 3] = [12, 8, 5];

/// Blanks for an open day, month or year, from most to fewest: 9 mm of space, at least 5 mm.
pub(super) const DATE_ROOMS: [usize; 3] = [7, 5, 4];

/// Place and date as printed.
pub(super) struct Dated {
    pub(super) text: String,
    /// The size of its letters: smaller where the place is long.
    pub(super) size: Pt,
    /// The column that breaks it after the place, where it fits on one line in no size.
    pub(super) column: Option<Mm>,
}

/// Number and symbol: `Số: 05/CTr-UBND`; a missing number is left open.
pub(super) fn number_line(number: Option<&str>, symbol: &str, widest: Mm) -> String {
    let lines = NUMBER_ROOMS.map(|room| format!("{NUMBER_LABEL}{}", number_text(number, symbol, room)));
    first_that_fits(lines, styles::NUMBER.lettering, widest).unwrap_or_else(|narrowest| narrowest)
}

/// Place and date.
pub(super) fn date_line(place: &str, date: DateLine, widest: Mm) -> Dated {
    for size in [DATE_SIZE.chosen, DATE_SIZE.min] {
        let lines = DATE_ROOMS.map(|room| format!("{place}, {}", date_text(date, room)));
        let lettering = Lettering { size, ..styles::DATE.lettering };
        if let Ok(text) = first_that_fits(lines, lettering, widest) {
            return Dated { text, size, column: None };
        }
    }
    on_two_lines(place, date, widest)
}

/// The width of place and date on one line, in the smallest letters and with the least space.
pub(super) fn narrowest_date(place: &str, date: DateLine) -> Mm {
    let [.., least] = DATE_ROOMS;
    let lettering = Lettering { size: DATE_SIZE.min, ..styles::DATE.lettering };
    text_width(&format!("{place}, {}", date_text(date, least)), lettering).to_mm()
}

/// The place on a line of its own: a column that fits it, but not the next word.
fn on_two_lines(place: &str, date: DateLine, widest: Mm) -> Dated {
    let date = date_text(date, DATE_ROOMS[1]);
    let width = |text: &str| text_width(text, styles::DATE.lettering).to_mm().0;
    let least = width(&format!("{place},")).max(width(&date));
    let most = width(&format!("{place}, ngày"));
    let column = Mm(f64::midpoint(least, most.max(least)).min(widest.0));
    Dated { text: format!("{place}, {date}"), size: DATE_SIZE.chosen, column: Some(column) }
}

/// The text after the word before a number: ` 05/CTr-UBND`, or this many blanks for the number.
pub(super) fn number_text(number: Option<&str>, symbol: &str, room: usize) -> String {
    match number {
        Some(number) => format!(" {}/{symbol}", padded(number)),
        None => format!("{}/{symbol}", " ".repeat(room)),
    }
}

/// `ngày 05 tháng 01 năm 2026`, or this many blanks for each unknown part.
pub(super) fn date_text(date: DateLine, room: usize) -> String {
    let room = " ".repeat(room);
    match date {
        DateLine::Open { year: Some(year) } => format!("ngày{room}tháng{room}năm {year}"),
        DateLine::Open { year: None } => format!("ngày{room}tháng{room}năm{room}"),
        DateLine::Full { day, month, year } => {
            format!("ngày {} tháng {} năm {year}", day_number(day), month_number(month))
        }
    }
}

/// A number of digits only gets the decree's leading zero; any other stays as typed.
fn padded(number: &str) -> String {
    match number.trim().parse::<u32>() {
        Ok(value) => format!("{value:0LEAST_DIGITS$}"),
        Err(_) => number.trim().to_owned(),
    }
}

/// The first line that fits; if none fits, the last one as an error.
pub(super) fn first_that_fits(lines: [String; 3], lettering: Lettering, widest: Mm) -> Result<String, String> {
    let mut narrowest = String::new();
    for line in lines {
        if text_width(&line, lettering).0 <= widest.to_pt().0 {
            return Ok(line);
        }
        narrowest = line;
    }
    Err(narrowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMN: Mm = Mm(99.0);

    /// Whether it is a number line as the decree words it (SO-02 to SO-04), for plain symbols.
    fn is_number_line(line: &str) -> bool {
        let Some((number, symbol)) = line.strip_prefix("Số:").and_then(|rest| rest.split_once('/')) else {
            return false;
        };
        let number = number.trim();
        let is_number = number.is_empty()
            || number.len() >= 2
                && number.chars().all(|c| c.is_ascii_digit())
                && (number.len() == 2 || !number.starts_with('0'));
        let mut groups = symbol.split('-');
        let is_group = |group: &str| {
            !group.is_empty() && group.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&')
        };
        is_number && matches!(groups.next(), Some("CTr" | "TTr" | "QyĐ" | "KH" | "BC")) && groups.all(is_group)
    }

    /// Whether it is a date line as the decree words it (DD-03, DD-05).
    fn is_date_line(line: &str) -> bool {
        let blanks = |text: &str| !text.is_empty() && text.chars().all(|c| c == ' ');
        let Some((place, rest)) = line.split_once(", ngày ") else { return false };
        let Some((day, rest)) = rest.split_once(" tháng ") else { return false };
        let Some((month, year)) = rest.split_once(" năm ") else { return false };
        let is_day = blanks(day) || day.len() == 2 && day.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        let is_month =
            blanks(month) || ["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"].contains(&month);
        let is_year = blanks(year) || year.len() == 4 && year.parse::<u32>().is_ok();
        !place.is_empty() && is_day && is_month && is_year
    }

    #[test]
    fn number_lines_have_the_wording_of_the_decree() {
        assert_eq!(number_line(None, "CTr-UBND", Mm(62.0)), "Số:            /CTr-UBND");
        assert_eq!(number_line(Some("5"), "KH-UBND", Mm(62.0)), "Số: 05/KH-UBND");
        assert_eq!(number_line(Some("007"), "BC-VHXH", Mm(62.0)), "Số: 07/BC-VHXH");
        for number in [None, Some("1"), Some("01"), Some("10"), Some("1234")] {
            for symbol in ["CTr-UBND", "QyĐ-UBND-KTHTĐT", "TTr-VHXH"] {
                assert!(is_number_line(&number_line(number, symbol, Mm(62.0))), "{number:?} {symbol}");
            }
        }
    }

    #[test]
    fn a_number_with_a_letter_stays_as_typed() {
        assert_eq!(number_line(Some("12a"), "KH-UBND", Mm(62.0)), "Số: 12a/KH-UBND");
    }

    #[test]
    fn date_lines_have_the_wording_of_the_decree() {
        let mut dates = vec![DateLine::Open { year: Some(2026) }, DateLine::Open { year: None }];
        for (day, month) in [(1, 1), (9, 2), (10, 3), (31, 12), (5, 9), (30, 10)] {
            dates.push(DateLine::Full { day, month, year: 2026 });
        }
        for date in dates {
            for place in ["An Khánh", "Thành phố Hồ Chí Minh", "Phường Nguyễn Thị Minh Khai, quận Ninh Kiều"]
            {
                let line = date_line(place, date, COLUMN).text;
                assert!(is_date_line(&line), "{line}");
            }
        }
    }

    #[test]
    fn only_days_below_10_and_the_first_two_months_have_a_leading_zero() {
        let text = |day, month| date_text(DateLine::Full { day, month, year: 2026 }, 7);
        assert_eq!(text(5, 1), "ngày 05 tháng 01 năm 2026");
        assert_eq!(text(9, 3), "ngày 09 tháng 3 năm 2026");
        assert_eq!(text(29, 12), "ngày 29 tháng 12 năm 2026");
    }

    #[test]
    fn a_long_place_takes_smaller_letters_before_it_breaks() {
        let full = DateLine::Full { day: 29, month: 12, year: 2026 };
        assert_eq!(date_line("An Khánh", full, COLUMN).size, DATE_SIZE.chosen);
        assert_eq!(date_line("Thành phố Hồ Chí Minh", full, COLUMN).size, DATE_SIZE.min);
        let open = date_line("Thành phố Hồ Chí Minh", DateLine::Open { year: Some(2026) }, COLUMN);
        let lettering = Lettering { size: open.size, ..styles::DATE.lettering };
        assert!(text_width(&open.text, lettering).to_mm().0 <= COLUMN.0, "{}", open.text);
        assert_eq!(open.column, None);
    }

    #[test]
    fn a_place_too_long_for_any_size_has_a_line_of_its_own() {
        let place = "Phường Nguyễn Thị Minh Khai, quận Ninh Kiều";
        let dated = date_line(place, DateLine::Open { year: Some(2026) }, COLUMN);
        let column = dated.column.expect("the line breaks").0;
        let width = |text: &str| text_width(text, styles::DATE.lettering).to_mm().0;
        let (first, second) = dated.text.split_at(place.len() + 1);
        assert!(width(first) <= column && width(second.trim_start()) <= column && column <= COLUMN.0);
        assert!(width(&format!("{first} ngày")) > column);
    }
}
