//! HS-189: a sentence names a day that no calendar has.
//!
//! Why: "trước ngày 31/02/2027" can't be met, and on a signed paper it looks careless. Source: workbook contract; words
//! are printed as typed. Deadlines in their own columns are HS-026. A share such as "30/31 hộ" is no day.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::vietnamese::date::DateShape;
use crate::vietnamese::phrase::{PhrasePiece, PhraseReader, pieces};

/// A sentence names a day that no calendar has.
pub(super) struct DayOfNoCalendar;

/// Words before a day without its year, folded.
const BEFORE_DAY: [&str; 7] = ["truoc", "den", "tu", "het", "toi", "sau", "vao"];

/// The year of a day without one: a leap year, so that 29/02 may be meant.
const LEAP_YEAR: i32 = 2000;

impl Rule<[PrintedText<'_>]> for DayOfNoCalendar {
    fn code(&self) -> &'static str {
        "HS-189"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts {
            if let Some(day) = text.paragraphs().filter(|paragraph| may_have_day(paragraph)).find_map(impossible_day) {
                out.report(Diagnostic::warning(self.code()).at(text.at).with("day", day));
            }
        }
    }
}

/// Whether a text has two numbers with a sign or "tháng" between; most have none.
fn may_have_day(text: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let signed = (1..bytes.len()).any(|at| {
        matches!(bytes[at], b'/' | b'-' | b'.') && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1))
    });
    signed || text.contains(" tháng ") && bytes.iter().any(u8::is_ascii_digit)
}

/// The first day that does not exist, as typed.
fn impossible_day(text: &str) -> Option<String> {
    let pieces = pieces(text);
    let mut phrase = PhraseReader::new(&pieces);
    let mut is_led = false;
    while !phrase.is_done() {
        let start = phrase;
        if let Some(date) = DateShape::take(&mut phrase) {
            let exists = date.checked().and_then(|date| date.in_year(LEAP_YEAR)).is_ok();
            let typed = typed(start.before(phrase));
            // "Trong 3 tháng 15 ngày" is a length of time.
            if !exists && (date.is_certain() || is_led && typed.contains('/')) {
                return Some(typed);
            }
            is_led = false;
            continue;
        }
        is_led = phrase.word().is_some_and(|word| BEFORE_DAY.contains(&word));
        if !is_led && phrase.is_at(start) {
            phrase.skip();
        }
    }
    None
}

/// The pieces of a day as they were typed, but for blanks.
fn typed(pieces: &[PhrasePiece]) -> String {
    let mut day = String::new();
    for piece in pieces {
        let (word, is_sign) = match piece {
            PhrasePiece::Number(digits) => (digits.clone(), false),
            PhrasePiece::Sign(sign) => (sign.to_string(), true),
            PhrasePiece::Word(word) => {
                let known = [("ngay", "ngày"), ("thang", "tháng"), ("nam", "năm")];
                (known.iter().find(|(key, _)| key == word).map_or(word.as_str(), |(_, word)| word).to_owned(), false)
            }
        };
        let joins = is_sign || day.is_empty() || !day.ends_with(char::is_alphanumeric);
        day.push_str(if joins { "" } else { " " });
        day.push_str(&word);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_days_are_found() {
        for (text, day) in [
            ("xong trước ngày 31/02/2027", "ngày 31/02/2027"),
            ("Trước 30/02 gửi danh sách", "30/02"),
            ("từ ngày 31/4/2027 đến 15/6/2027", "ngày 31/4/2027"),
            ("ngày 31 tháng 4 năm 2027", "ngày 31 tháng 4 năm 2027"),
            ("họp ngày 29/02/2027", "ngày 29/02/2027"),
            ("đợt 1 (31.11.2027)", "31.11.2027"),
            ("đến 15/13/2027", "15/13/2027"),
        ] {
            assert_eq!(impossible_day(text).as_deref(), Some(day), "{text}");
            assert!(may_have_day(text), "{text}");
        }
    }

    #[test]
    fn shares_numbers_and_real_days_are_not() {
        for text in [
            "tỷ lệ 30/02 hộ đạt",
            "đã cấp 31/31 thẻ, 46/50 hộ",
            "ngày 29/02/2028",
            "trước 28/02",
            "Quyết định số 48/2019/QĐ-UBND ngày 30/11/2019",
            "12.000.000 đồng, mục 2.1.45",
            "24/24 giờ, 7/7 ngày",
            "trong 3 tháng 15 ngày",
            "ngày … tháng … năm 2027",
        ] {
            assert_eq!(impossible_day(text), None, "{text}");
        }
    }
}
