//! Where the tone mark stands in an open syllable: hòa, khỏe, thủy or hoà, khoẻ, thuỷ.
//!
//! Owns the two manners and the change from one to the other. Must not know which of them an office wants.
//! Output goes to the drafts, which are restyled, and to comparisons, which fold both manners to one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The manner of an office. It touches only syllables that end in oa, oe, uy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToneStyle {
    /// Every mark where the clerk put it.
    #[default]
    AsTyped,
    /// On the first vowel: hòa, khỏe, thủy, Ủy.
    Old,
    /// On the second vowel: hoà, khoẻ, thuỷ, Uỷ.
    New,
}

/// The text in the given manner. All but the marks of open syllables stays, letter by letter.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::tone::{ToneStyle, restyle};
/// assert_eq!(restyle("Ủy ban, hóa đơn, quý", ToneStyle::New), "Uỷ ban, hoá đơn, quý");
/// assert_eq!(restyle("UỶ BAN", ToneStyle::Old), "ỦY BAN");
/// ```
#[must_use]
pub fn restyle(text: &str, style: ToneStyle) -> String {
    if style == ToneStyle::AsTyped {
        return text.to_owned();
    }
    let mut styled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = is_of_word(first);
        let end = rest.find(|c| is_of_word(c) != is_word).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        match open_syllable(run) {
            Some(syllable) => styled.push_str(&syllable.written(style)),
            None => styled.push_str(run),
        }
        rest = behind;
    }
    styled
}

/// A syllable of consonants and one of the pairs oa, oe, uy, under a tone mark.
struct OpenSyllable {
    consonants: String,
    first: char,
    second: char,
    tone: char,
}

impl OpenSyllable {
    fn written(&self, style: ToneStyle) -> String {
        let Self { consonants, first, second, tone } = self;
        let decomposed = match style {
            ToneStyle::New => format!("{consonants}{first}{second}{tone}"),
            ToneStyle::Old | ToneStyle::AsTyped => format!("{consonants}{first}{tone}{second}"),
        };
        decomposed.nfc().collect()
    }
}

/// The open syllable that a word is; `None` for any other word, for one without a tone mark,
/// and after q, whose u belongs to the consonant: quý, quỳ.
fn open_syllable(word: &str) -> Option<OpenSyllable> {
    let decomposed: Vec<char> = word.nfd().collect();
    let (tones, letters): (Vec<char>, Vec<char>) = decomposed.iter().partition(|&&c| is_combining_mark(c));
    let [consonants @ .., first, second] = letters.as_slice() else { return None };
    let [tone] = tones.as_slice() else { return None };
    let mark_is_on_a_vowel = decomposed.iter().rev().take(2).any(|&c| c == *tone);
    let pair = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
    let is_open = matches!(pair, ('o', 'a' | 'e') | ('u', 'y'));
    let follows_q = pair.0 == 'u' && matches!(consonants.last(), Some('q' | 'Q'));
    if !is_tone(*tone)
        || !mark_is_on_a_vowel
        || !is_open
        || follows_q
        || consonants.iter().any(|&letter| is_vowel(letter))
    {
        return None;
    }
    Some(OpenSyllable { consonants: consonants.iter().collect(), first: *first, second: *second, tone: *tone })
}

fn is_of_word(character: char) -> bool {
    character.is_alphabetic() || is_combining_mark(character)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Huyền, sắc, ngã, hỏi, nặng; the marks of ă, â, ê, ô, ơ, ư are none.
fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(old: &str, new: &str) {
        assert_eq!(restyle(old, ToneStyle::New), new);
        assert_eq!(restyle(new, ToneStyle::Old), old);
        assert_eq!(restyle(old, ToneStyle::Old), old);
        assert_eq!(restyle(new, ToneStyle::New), new);
        assert_eq!(restyle(new, ToneStyle::AsTyped), new);
    }

    #[test]
    fn open_syllables_change_their_manner() {
        check("hòa", "hoà");
        check("khỏe", "khoẻ");
        check("thủy", "thuỷ");
        check("Ủy ban nhân dân", "Uỷ ban nhân dân");
        check("ủy", "uỷ");
        check("Phòng Văn hóa - Xã hội", "Phòng Văn hoá - Xã hội");
        check("họa, lõa, tỏa; lòe/xòe", "hoạ, loã, toả; loè/xoè");
        check("đọa", "đoạ");
    }

    #[test]
    fn capitals_keep_their_case() {
        check("HÒA BÌNH", "HOÀ BÌNH");
        check("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN");
        check("Hóa", "Hoá");
        check("KHỎE", "KHOẺ");
    }

    #[test]
    fn closed_syllables_and_qu_stay() {
        for text in [
            "toàn",
            "hoàng",
            "khoái",
            "xoáy",
            "ngoèo",
            "khuỷu",
            "quý",
            "QUÝ",
            "quỳ",
            "quỹ",
            "qua",
            "quà",
            "quả",
            "của",
            "mía",
            "hoa",
            "thuế",
            "thuở",
            "huyện",
            "",
            "Đoàn",
            "địa bàn",
            "hoặc",
        ] {
            assert_eq!(restyle(text, ToneStyle::New), text);
            assert_eq!(restyle(text, ToneStyle::Old), text);
        }
    }

    #[test]
    fn decomposed_text_is_understood() {
        assert_eq!(restyle("ho\u{301}a toa\u{300}n", ToneStyle::New), "hoá toa\u{300}n");
    }

    proptest! {
        #[test]
        fn manners_differ_in_nothing_but_the_place_of_marks(
            text in "(Ủy|hoà|khỏe|quý|toàn|thuỷ|HÓA|đ|q|xã| |,|\n|1|oa|y){0,12}",
        ) {
            let (old, new) = (restyle(&text, ToneStyle::Old), restyle(&text, ToneStyle::New));
            prop_assert_eq!(restyle(&new, ToneStyle::Old), old.clone());
            prop_assert_eq!(restyle(&old, ToneStyle::New), new.clone());
            prop_assert_eq!(restyle(&old, ToneStyle::Old), old.clone());
            prop_assert_eq!(crate::vietnamese::fold::key(&old), crate::vietnamese::fold::key(&text));
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC*") {
            prop_assert_eq!(restyle(&text, ToneStyle::AsTyped), text.clone());
            let _ = restyle(&text, ToneStyle::New);
        }
    }
}
