//! Texts that are no period as they are written, and the period that they mean.
//!
//! Owns letters typed for others (`quý l`), and spans of months and quarters in words that the form has no name for
//! (`2 tháng đầu năm`). Must not know the sheet: `general` gives the message that shows the words to type.

use chrono::{Months, NaiveDate};

use super::spoken::in_digits;
use super::{Period, YearPart};
use crate::diag::Diagnostic;
use crate::vietnamese::date::checked_year;
use crate::vietnamese::phrase::{PhrasePiece, pieces};

/// The text with Roman numerals in place of letters that only look like them, where it names a quarter: `quý l/2027`,
/// `QI-2027`. Nothing else can be meant.
pub(super) fn with_numeral(pieces: &[PhrasePiece]) -> Option<Vec<PhrasePiece>> {
    let (first, rest) = pieces.split_first()?;
    let PhrasePiece::Word(word) = first else { return None };
    let quarter = PhrasePiece::Word("quy".to_owned());
    if let Some(numeral) = word.strip_prefix('q').and_then(roman) {
        return Some([&[quarter, PhrasePiece::Word(numeral)], rest].concat());
    }
    if !matches!(word.as_str(), "quy" | "q") {
        return None;
    }
    let dot = usize::from(rest.first() == Some(&PhrasePiece::Sign('.')));
    let typed: String = rest[dot..].iter().map_while(as_strokes).collect();
    let count = rest[dot..].iter().map_while(as_strokes).count();
    let numeral = roman(&typed)?;
    Some([&[quarter, PhrasePiece::Word(numeral)], &rest[dot + count..]].concat())
}

/// A piece of a numeral, or of what looks like one.
fn as_strokes(piece: &PhrasePiece) -> Option<&str> {
    match piece {
        PhrasePiece::Word(word) => Some(word),
        PhrasePiece::Sign('|' | '!') => Some("|"),
        PhrasePiece::Sign(_) | PhrasePiece::Number(_) => None,
    }
}

/// The numeral of a quarter that strokes stand for.
fn roman(typed: &str) -> Option<String> {
    let numeral = typed.replace(['l', '|', 'ı'], "i");
    matches!(numeral.as_str(), "i" | "ii" | "iii" | "iv").then_some(numeral)
}

/// The period that a text of months or quarters means, in words that can be typed; `None` for any other text.
fn likely(text: &str) -> Option<Period> {
    const WORDS: [&str; 10] = ["thang", "t", "tu", "den", "va", "nam", "dau", "cuoi", "het", "tdn"];
    let mut pieces = in_digits(&pieces(text));
    if let [first, PhrasePiece::Word(unit), ..] = pieces.as_mut_slice()
        && let Some(count) = counted(first).filter(|_| unit == "thang")
    {
        *first = PhrasePiece::Number(count.to_owned());
    }
    let is_of_quarters = pieces.iter().any(|piece| matches!(piece, PhrasePiece::Word(word) if is_quarter_word(word)));
    let (mut year, mut numbers, mut is_counted, mut is_last) = (None, Vec::new(), false, false);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            PhrasePiece::Number(digits) if digits.len() == 4 => year = Some(checked_year(digits).ok()?),
            PhrasePiece::Number(digits) => numbers.push(digits.parse::<u32>().ok()?),
            PhrasePiece::Word(word) => {
                is_last |= word == "cuoi";
                is_counted |= at > 0 && numbers.len() == 1 && matches!(word.as_str(), "thang" | "t" | "tdn");
                match roman_value(word) {
                    Some(quarter) => numbers.push(quarter),
                    None if WORDS.contains(&word.as_str()) || is_quarter_word(word) => {}
                    None => return None,
                }
            }
            PhrasePiece::Sign(sign) if "/-,.;+&()".contains(*sign) => {}
            PhrasePiece::Sign(_) => return None,
        }
    }
    // "Quý I/27": the century was left out.
    if year.is_none() && numbers.len() > 1 {
        year = numbers.pop_if(|last| (20..60).contains(last)).and_then(|short| i32::try_from(2000 + short).ok());
    }
    let (year, first, last) = (year?, *numbers.first()?, *numbers.last()?);
    let has_roman = pieces.iter().any(|piece| matches!(piece, PhrasePiece::Word(word) if roman_value(word).is_some()));
    let is_run = numbers.windows(2).all(|pair| pair[0] < pair[1]);
    if is_of_quarters || has_roman {
        return if is_run && last <= 4 { of_months(first * 3 - 2, last * 3, year) } else { None };
    }
    // "Tháng 1, tháng 2" begins with the word; "2 tháng" with the number.
    let is_count = is_counted && numbers.len() == 1 && matches!(pieces.first(), Some(PhrasePiece::Number(_)));
    match (is_count, is_last) {
        (true, true) if first < 12 => of_months(13 - first, 12, year),
        (true, false) if first < 12 => of_months(1, first, year),
        (false, false) if is_run && last <= 12 => of_months(first, last, year),
        _ => None,
    }
}

/// The message with the period that a text likely means, where it means one.
pub(in crate::dossier) fn suggested(text: &str, message: Diagnostic) -> Diagnostic {
    match likely(text) {
        Some(likely) => message.with("likely", likely.name()).hint("likely"),
        None => message,
    }
}

/// The number in words before "tháng": "hai tháng đầu năm".
fn counted(piece: &PhrasePiece) -> Option<&'static str> {
    const COUNTS: [(&str, &str); 7] =
        [("hai", "2"), ("ba", "3"), ("bon", "4"), ("nam", "5"), ("bay", "7"), ("tam", "8"), ("muoi", "10")];
    let PhrasePiece::Word(word) = piece else { return None };
    COUNTS.iter().find(|(name, _)| name == word).map(|(_, digits)| *digits)
}

fn is_quarter_word(word: &str) -> bool {
    matches!(word, "quy" | "q" | "qui")
}

fn roman_value(word: &str) -> Option<u32> {
    match word {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// The period from the first day of a month to the last of another, by its own name where it has one.
fn of_months(first: u32, last: u32, year: i32) -> Option<Period> {
    let part = match (first, last) {
        (1, 6) => Some(YearPart::FirstHalf),
        (7, 12) => Some(YearPart::SecondHalf),
        (1, 9) => Some(YearPart::NineMonths),
        (1, 12) => Some(YearPart::Whole),
        _ if first == last => Some(YearPart::Month(first)),
        _ if last == first + 2 && last.is_multiple_of(3) => Some(YearPart::Quarter(last / 3)),
        _ => None,
    };
    if let Some(part) = part {
        return (1..=12).contains(&first).then(|| Period::of_year(part, year));
    }
    let start = |month| NaiveDate::from_ymd_opt(year, month, 1);
    let end = start(last)? + Months::new(1) - chrono::Days::new(1);
    Period::of_days(start(first)?, end).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_months_and_quarters_are_named() {
        for (text, meant) in [
            ("2 tháng đầu năm 2027", "từ ngày 01/01/2027 đến ngày 28/02/2027"),
            ("hai tháng đầu năm 2027", "từ ngày 01/01/2027 đến ngày 28/02/2027"),
            ("11 tháng năm 2027", "từ ngày 01/01/2027 đến ngày 30/11/2027"),
            ("5 tháng cuối năm 2027", "từ ngày 01/8/2027 đến ngày 31/12/2027"),
            ("tháng 1-3/2027", "quý I năm 2027"),
            ("tháng 01,02,03/2027", "quý I năm 2027"),
            ("từ tháng 1 đến tháng 4 năm 2027", "từ ngày 01/01/2027 đến ngày 30/4/2027"),
            ("quý I, II/2027", "6 tháng đầu năm 2027"),
            ("Quý I và quý II năm 2027", "6 tháng đầu năm 2027"),
            ("quý I - III/2027", "9 tháng năm 2027"),
            ("I/2027", "quý I năm 2027"),
            ("2027/03", "tháng 3 năm 2027"),
            ("03.2027", "tháng 3 năm 2027"),
            ("6TĐN 2027", "6 tháng đầu năm 2027"),
        ] {
            assert_eq!(likely(text).map(Period::name).as_deref(), Some(meant), "{text}");
        }
        for text in ["HKI 2026-2027", "quý I năm hai nghìn", "sắp tới", "2 tháng đầu", "tháng 13/2027", "quý V/2027"]
        {
            assert_eq!(likely(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_look_like_numerals_are_read() {
        for text in ["quý l/2027", "Quý |/2027", "QI-2027", "Q.l/2027", "q l 2027"] {
            assert_eq!(Period::parse(text).map(Period::name).as_deref(), Ok("quý I năm 2027"), "{text}");
        }
        assert_eq!(Period::parse("quý ll/2027").map(Period::name).as_deref(), Ok("quý II năm 2027"));
        assert_eq!(Period::parse("Quý lV/2027").map(Period::name).as_deref(), Ok("quý IV năm 2027"));
    }
}
