//! Days within a text in the one form in which documents have them: `31/3/2027`, never `31/03/2027` or `31-3-2027`.
//!
//! Owns finding days of digits alone. Must not know what the text is about: whether `1/2` is a day or a half, the caller
//! says.

use chrono::NaiveDate;

use super::{day_number, month_number, slashed};

/// Which days of a text are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysMeant {
    /// Days with their year, which can be nothing else.
    WithYear,
    /// Those, and days without one: `31/03`.
    All,
}

/// The text with its days in our form; `None` where they are already.
#[must_use]
pub fn days_in_form(text: &str, meant: DaysMeant) -> Option<String> {
    let mut written = String::with_capacity(text.len());
    let mut end = 0;
    while let Some(start) = text[end..].find(|letter: char| letter.is_ascii_digit()).map(|at| end + at) {
        written.push_str(&text[end..start]);
        let rest = &text[start..];
        let length = rest.find(|letter: char| !is_of_day(letter)).unwrap_or(rest.len());
        let token = rest[..length].trim_end_matches(['.', '-', '/']);
        end = start + token.len();
        let is_apart = |character: Option<char>| {
            character.is_none_or(|character| !(character.is_alphanumeric() || "/-.,:".contains(character)))
        };
        let behind = text[end..].chars().next().filter(|mark| !matches!(mark, '.' | ',' | ':' | '-'));
        let is_alone = is_apart(text[..start].chars().next_back()) && is_apart(behind);
        let day = if is_alone { in_form(token, meant) } else { None };
        written.push_str(day.as_deref().unwrap_or(token));
    }
    written.push_str(&text[end..]);
    (written != text).then_some(written)
}

fn is_of_day(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.')
}

fn in_form(token: &str, meant: DaysMeant) -> Option<String> {
    let sign = token.chars().find(|letter| !letter.is_ascii_digit())?;
    let parts: Vec<&str> = token.split(sign).collect();
    let number = |part: &str, most: usize| -> Option<u32> { (part.len() <= most).then(|| part.parse().ok())? };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            let year = number(year, 4)?.cast_signed();
            NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?).map(slashed)
        }
        [day, month, year] if year.len() == 4 => {
            let year = number(year, 4)?.cast_signed();
            NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?).map(slashed)
        }
        [day, month] if sign == '/' && meant == DaysMeant::All => {
            /// A leap year: where none is written, 29/02 may be meant.
            const LEAP_YEAR: i32 = 2000;
            let (day, month) = (number(day, 2)?, number(month, 2)?);
            NaiveDate::from_ymd_opt(LEAP_YEAR, month, day)?;
            Some(format!("{}/{}", day_number(day), month_number(month)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(days_in_form(text, DaysMeant::All).as_deref().unwrap_or(text), expected);
    }

    #[test]
    fn days_have_one_form() {
        check("31/03/2027", "31/3/2027");
        check("trước ngày 15.03.2027.", "trước ngày 15/3/2027.");
        check("2027-03-05", "05/3/2027");
        check("từ ngày 1/2 đến ngày 9/3/2027", "từ ngày 01/02 đến ngày 09/3/2027");
        check("17 giờ 00 ngày 5/9/2026", "17 giờ 00 ngày 05/9/2026");
        check("15/03", "15/3");
        assert_eq!(days_in_form("15/03, 31/03/2027", DaysMeant::WithYear).as_deref(), Some("15/03, 31/3/2027"));
    }

    #[test]
    fn days_in_form_and_other_numbers_are_left_alone() {
        for text in [
            "31/3/2027",
            "05/01/2026",
            "48/2019/QĐ-UBND",
            "30/9/206",
            "31/04/2027",
            "17:00",
            "T7-T12/2025",
            "11/2025",
            "64/KH-UBND",
            "1.200.000",
            "03/04/2027/QĐ",
            "mục 2.1.2027a",
            "",
        ] {
            check(text, text);
        }
    }
}
