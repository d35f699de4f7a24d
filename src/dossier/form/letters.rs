//! The capitals of a proper name: each syllable begins with one (VH-02, VH-04).
//!
//! Owns bringing a name typed in capitals, in small letters or in a mixture to these letters. Must not know whether a
//! name is of a person or a place. Names in the form's own letters are unchanged.

use crate::vietnamese::text::{capitalized, lower, single_spaced, upper};

/// The name, each syllable with a capital: `ĐOÀN văn thắng` is `Đoàn Văn Thắng`, `H'HEN NIÊ` is `H'Hen Niê`.
pub(super) fn as_proper_name(name: &str) -> String {
    let shouts = !name.chars().any(char::is_lowercase);
    name.split_whitespace().map(|word| syllable(word, shouts)).collect::<Vec<_>>().join(" ")
}

/// A word of a name; `shouts` where the whole name is in capitals.
fn syllable(word: &str, shouts: bool) -> String {
    let is_capital = word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && word.chars().all(|letter| !letter.is_alphabetic() || letter.is_uppercase());
    let small = if shouts || is_capital { lower(word) } else { word.to_owned() };
    // A capital after the sign of "H'Hen" and "Y-Moan", where the whole word had one form.
    let restored = if small == word { small } else { behind_signs(&small) };
    capitalized(&restored)
}

fn behind_signs(word: &str) -> String {
    let mut named = String::with_capacity(word.len());
    let mut is_first = true;
    for letter in word.chars() {
        if is_first {
            named.extend(letter.to_uppercase());
        } else {
            named.push(letter);
        }
        is_first = matches!(letter, '\'' | '’' | '-');
    }
    named
}

/// Whether a name with these letters would be printed alike in capitals.
pub(in crate::dossier) fn is_same_in_capitals(one: &str, other: &str) -> bool {
    upper(&single_spaced(one)) == upper(&single_spaced(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_syllable_of_a_name_has_a_capital() {
        for (typed, named) in [
            ("ĐOÀN VĂN THẮNG", "Đoàn Văn Thắng"),
            ("đoàn văn thắng", "Đoàn Văn Thắng"),
            ("ĐOÀN văn Thắng", "Đoàn Văn Thắng"),
            ("Y Moan Êban", "Y Moan Êban"),
            ("H'HEN NIÊ", "H'Hen Niê"),
            ("Ea H'leo", "Ea H'leo"),
            ("cồn lau", "Cồn Lau"),
            ("VI VĂN TÍCH", "Vi Văn Tích"),
            ("1", "1"),
        ] {
            assert_eq!(as_proper_name(typed), named);
        }
    }
}
