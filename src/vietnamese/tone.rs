//! The position of the tone mark in an open syllable: hòa, khỏe, thủy or hoà, khoẻ, thuỷ.
//!
//! Owns the two styles and the change from one to the other. Must not know which one an office uses. Drafts are
//! restyled with it, and comparisons use one style for both texts.

use std::str::Chars;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{Tone, marked, with_tone};

/// The tone style of an office. It concerns only syllables that end in oa, oe, uy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToneStyle {
    /// Every mark where the clerk typed it.
    #[default]
    AsTyped,
    /// On the first vowel: hòa, khỏe, thủy, Ủy.
    Old,
    /// On the second vowel: hoà, khoẻ, thuỷ, Uỷ.
    New,
}

/// The text in the given style. Only the marks of open syllables change.
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
    let mut word = 0;
    for (at, character) in text.char_indices().filter(|(_, character)| !is_of_word(*character)) {
        push_word(&text[word..at], style, &mut styled);
        styled.push(character);
        word = at + character.len_utf8();
    }
    push_word(&text[word..], style, &mut styled);
    styled
}

fn push_word(word: &str, style: ToneStyle, styled: &mut String) {
    match open_syllable(word) {
        Some(syllable) => syllable.write(style, styled),
        None => styled.push_str(word),
    }
}

/// A syllable of consonants and one of the pairs oa, oe, uy, with a tone mark.
struct OpenSyllable<'a> {
    consonants: &'a str,
    /// The two vowels without their tone.
    first: char,
    second: char,
    tone: Tone,
}

impl OpenSyllable<'_> {
    fn write(&self, style: ToneStyle, text: &mut String) {
        let Self { consonants, first, second, tone } = *self;
        text.push_str(consonants);
        let pair = match style {
            ToneStyle::New => [first, with_tone(second, tone)],
            ToneStyle::Old | ToneStyle::AsTyped => [with_tone(first, tone), second],
        };
        text.extend(pair);
    }
}

/// The word as an open syllable; `None` for any other word, for one without a tone mark, and after q, whose u belongs
/// to the consonant: quý, quỳ.
fn open_syllable(word: &str) -> Option<OpenSyllable<'_>> {
    let mut letters = word.chars();
    let second = toned(&mut letters)?;
    let first = toned(&mut letters)?;
    let consonants = letters.as_str();
    let tone = match (first.1, second.1) {
        (tone, Tone::Level) | (Tone::Level, tone) if tone != Tone::Level => tone,
        _ => return None,
    };
    let (first, second) = (first.0, second.0);
    let pair = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
    let is_open = matches!(pair, ('o', 'a' | 'e') | ('u', 'y'));
    let follows_q = pair.0 == 'u' && consonants.ends_with(['q', 'Q']);
    let is_consonant = |letter: char| !has_mark(letter) && !is_vowel(letter);
    (is_open && !follows_q && consonants.chars().all(is_consonant)).then_some(OpenSyllable {
        consonants,
        first,
        second,
        tone,
    })
}

/// The last letter of a word and its tone, which may be a combining mark after it.
fn toned(letters: &mut Chars<'_>) -> Option<(char, Tone)> {
    let last = letters.next_back()?;
    if let Some(tone) = tone_of(last) {
        return Some((letters.next_back()?, tone));
    }
    Some(marked(last).map_or((last, Tone::Level), |marked| (marked.toneless, marked.tone)))
}

fn is_of_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    marked(character).is_some() || character.is_alphabetic() || is_combining_mark(character)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a letter has a combining mark or is one; đ has none.
fn has_mark(letter: char) -> bool {
    !letter.is_ascii() && (is_combining_mark(letter) || std::iter::once(letter).nfd().any(is_combining_mark))
}

/// Huyền, sắc, hỏi, ngã, nặng as combining marks; `None` for the marks of ă, â, ê, ô, ơ, ư.
fn tone_of(mark: char) -> Option<Tone> {
    match mark {
        '\u{300}' => Some(Tone::Grave),
        '\u{301}' => Some(Tone::Acute),
        '\u{309}' => Some(Tone::Hook),
        '\u{303}' => Some(Tone::Tilde),
        '\u{323}' => Some(Tone::Dot),
        _ => None,
    }
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
    fn open_syllables_change_their_style() {
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
    fn closed_syllables_and_qu_are_unchanged() {
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
        fn styles_differ_only_in_the_position_of_marks(
            text in "(Ủy|hoà|khỏe|quý|toàn|thuỷ|HÓA|đ|q|xã| |,|\n|1|oa|y){0,12}",
        ) {
            let (old, new) = (restyle(&text, ToneStyle::Old), restyle(&text, ToneStyle::New));
            prop_assert_eq!(restyle(&new, ToneStyle::Old), old.clone());
            prop_assert_eq!(restyle(&old, ToneStyle::New), new.clone());
            prop_assert_eq!(restyle(&old, ToneStyle::Old), old.clone());
            prop_assert_eq!(crate::vietnamese::fold::key(&old), crate::vietnamese::fold::key(&text));
        }

        #[test]
        fn any_text_can_be_restyled(text in "\\PC*") {
            prop_assert_eq!(restyle(&text, ToneStyle::AsTyped), text.clone());
            let _ = restyle(&text, ToneStyle::New);
        }
    }
}
