//! Finds the code that a typed text means.
//!
//! Owns reading a code loosely (`sl12`, `[SL-012]`) and the message about an unknown one. Must not know the meaning of
//! a code. Its output goes to `explain`.

use crate::answers::{Explained, Family};
use crate::diag::Diagnostic;
use crate::vietnamese::fold;

/// A typed text that is no code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnknownCode {
    typed: String,
    suggestion: Suggestion,
}

/// What to suggest instead.
#[derive(Debug, PartialEq, Eq)]
enum Suggestion {
    /// The numbers in the family with this prefix.
    Family(&'static str, String),
    /// The most similar code.
    Nearest(&'static str),
    /// Nothing.
    Nothing,
}

impl UnknownCode {
    /// The message: `CD-017`.
    pub(super) fn message(&self) -> Diagnostic {
        let message = Diagnostic::error("CD-017").with("typed", &self.typed);
        match &self.suggestion {
            Suggestion::Family(prefix, numbers) => {
                message.with("family", prefix).with("numbers", numbers).hint("family")
            }
            Suggestion::Nearest(code) => message.nearest(Some(code)),
            Suggestion::Nothing => message,
        }
    }
}

/// The code meant: only its letters and its number count, whatever is between and around them.
pub(super) fn find<'a>(typed: &str, families: &'a [Family]) -> Result<&'a Explained, UnknownCode> {
    let (letters, number) = parts(typed);
    let mut codes = families.iter().flat_map(|family| &family.codes);
    let is_meant = |explained: &&Explained| {
        let (prefix, own) = parts(explained.code);
        prefix == letters && own.is_some() && own == number
    };
    codes.find(is_meant).ok_or_else(|| UnknownCode { typed: typed.to_owned(), suggestion: suggestion(typed, families) })
}

fn suggestion(typed: &str, families: &[Family]) -> Suggestion {
    let (letters, number) = parts(typed);
    if let Some(family) = families.iter().find(|family| family.prefix == letters) {
        return Suggestion::Family(family.prefix, numbers(family));
    }
    let wanted = number.map_or_else(|| letters.clone(), |number| format!("{letters}-{number:03}"));
    let codes = families.iter().flat_map(|family| &family.codes).map(|explained| explained.code);
    fold::nearest(&wanted, codes).map_or(Suggestion::Nothing, Suggestion::Nearest)
}

/// The letters in capitals and the number after them; of a whole copied message, only the part in brackets.
fn parts(typed: &str) -> (String, Option<u32>) {
    let inside = typed.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or(typed, |(inside, _)| inside);
    let plain: String = inside.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let digits = plain.find(|letter: char| letter.is_ascii_digit()).unwrap_or(plain.len());
    let (letters, number) = plain.split_at(digits);
    (letters.to_uppercase(), number.parse().ok())
}

/// The numbers of a family as ranges: `002–014, 016–041`.
fn numbers(family: &Family) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in family.codes.iter().filter_map(|explained| parts(explained.code).1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let written = runs.iter().map(|(first, last)| match last - first {
        0 => format!("{first:03}"),
        1 => format!("{first:03}, {last:03}"),
        _ => format!("{first:03}–{last:03}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Language, families};

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let families = families(Language::Vi);
        for typed in ["SL-012", "sl-012", "SL-12", "sl12", "sl 12", " Sl.0012 ", "SL–012", "[SL-012]", "lỗi[SL-012]: ô"]
        {
            assert_eq!(find(typed, &families).map(|found| found.code), Ok("SL-012"), "{typed}");
        }
        assert_eq!(find("cd900", &families).map(|found| found.code), Ok("CD-900"));
    }

    #[test]
    fn an_unknown_code_gets_the_nearest_as_suggestion() {
        let families = families(Language::Vi);
        let suggestion = |typed| find(typed, &families).expect_err("no code").suggestion;
        for typed in ["SLL-012", "SI-012", "sl_o12"] {
            assert_eq!(suggestion(typed), Suggestion::Nearest("SL-012"), "{typed}");
        }
        for typed in ["", "-", "12", "[", "thư", "9999999999999999999"] {
            assert_eq!(suggestion(typed), Suggestion::Nothing, "{typed}");
        }
        for typed in ["SL", "sl-1", "SL-012a", "SL-99999999999"] {
            assert!(matches!(suggestion(typed), Suggestion::Family("SL", _)), "{typed}");
        }
    }

    #[test]
    fn the_numbers_of_a_family_are_shown_as_ranges() {
        let families = families(Language::Vi);
        let explained = &families[0].codes[0];
        let codes = ["XX-001", "XX-003", "XX-004", "XX-006", "XX-007", "XX-008"];
        let codes = codes.map(|code| Explained { code, ..explained.clone() }).to_vec();
        let family = Family { prefix: "XX", meaning: String::new(), codes };
        assert_eq!(numbers(&family), "001, 003, 004, 006–008");
    }
}
