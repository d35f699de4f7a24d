//! Numbers of months and quarters in words, and words before a period that say nothing.
//!
//! Owns replacing them in a whole text that names a period. Must not know a period. Only whole texts go through it: in
//! a deadline, `mỗi tháng một lần` names no month.

use crate::vietnamese::phrase::PhrasePiece::{self, Number, Sign, Word};

/// Months in words, folded, the longer ones first.
const MONTHS: [(&[&str], &str); 15] = [
    (&["muoi", "mot"], "11"),
    (&["muoi", "hai"], "12"),
    (&["muoi"], "10"),
    (&["mot"], "1"),
    (&["gieng"], "1"),
    (&["hai"], "2"),
    (&["ba"], "3"),
    (&["tu"], "4"),
    (&["bon"], "4"),
    (&["nam"], "5"),
    (&["sau"], "6"),
    (&["bay"], "7"),
    (&["tam"], "8"),
    (&["chin"], "9"),
    (&["chap"], "12"),
];

/// Quarters in words, folded.
const QUARTERS: [(&[&str], &str); 7] = [
    (&["mot"], "1"),
    (&["nhat"], "1"),
    (&["hai"], "2"),
    (&["nhi"], "2"),
    (&["ba"], "3"),
    (&["tu"], "4"),
    (&["bon"], "4"),
];

/// Words before a period that say only that it is one, folded, the longer ones first.
const BEFORE: [&[&str]; 6] =
    [&["ky", "bao", "cao"], &["ky", "ke", "hoach"], &["trong", "ca"], &["ky"], &["trong"], &["cua"]];

/// The pieces of a whole text with its numbers in digits, without the words before the period.
pub(super) fn in_digits(pieces: &[PhrasePiece]) -> Vec<PhrasePiece> {
    let mut rest = BEFORE.iter().find_map(|words| behind(pieces, words)).unwrap_or(pieces);
    if let [Sign(':' | '-'), after @ ..] = rest {
        rest = after;
    }
    let mut written = Vec::new();
    while let [first, after @ ..] = rest {
        written.push(first.clone());
        rest = after;
        let numerals: &[(&[&str], &str)] = match first {
            Word(word) if word == "thang" => &MONTHS,
            Word(word) if matches!(word.as_str(), "quy" | "qui") => &QUARTERS,
            _ => continue,
        };
        let named = numerals.iter().find_map(|(words, digits)| Some((*digits, *words, behind(rest, words)?)));
        // "tháng năm 2027" is May only where the year has its own word or slash.
        let is_year = |words: &[&str], after: &[PhrasePiece]| words == ["nam"] && matches!(after, [Number(_), ..]);
        if let Some((digits, words, after)) = named
            && !is_year(words, after)
        {
            written.push(Number(digits.to_owned()));
            rest = after;
        }
    }
    written
}

fn behind<'a>(pieces: &'a [PhrasePiece], words: &[&str]) -> Option<&'a [PhrasePiece]> {
    let (ahead, after) = pieces.split_at_checked(words.len())?;
    ahead.iter().zip(words).all(|(piece, word)| matches!(piece, Word(typed) if typed == word)).then_some(after)
}
