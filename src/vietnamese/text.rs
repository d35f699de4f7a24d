//! The characters of a clerk's text: which are kept, which are dropped, which are line breaks.
//!
//! Owns cleaning a text when it is read (NFC, control characters, invisible marks), and capitals. Must not know words.
//! Every room after `records` relies on clean text.

use unicode_normalization::UnicodeNormalization;

use super::letters;

/// A cleaned text and what was removed from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// NFC; no control character except `\n`; lines trimmed; no empty line.
    pub text: String,
    /// Number of control characters dropped.
    pub controls: usize,
    /// Number of private-use characters dropped.
    pub private_use: usize,
}

/// Brings raw text to the form that every later room relies on.
///
/// Control and private-use characters are dropped and counted; invisible marks (zero width, bidirectional,
/// non-characters) are dropped without being counted; a tab becomes a blank; VT, FF, CR, NEL, U+2028 and U+2029 become
/// line breaks. Blanks within a line are kept; those at its ends, and empty lines, are not.
///
/// # Examples
/// ```
/// let cleaned = vanthu::vietnamese::text::clean("  hóa\u{7}\u{200b} \r\n\r\n xã ");
/// assert_eq!(cleaned.text, "hóa\nxã");
/// assert_eq!(cleaned.controls, 1);
/// ```
#[must_use]
pub fn clean(raw: &str) -> Cleaned {
    let is_kept = |character: char| matches!(character, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    if raw.chars().all(is_kept) {
        // The common case: one line of composed letters.
        return Cleaned { text: raw.trim().to_owned(), ..Cleaned::default() };
    }
    let mut cleaned = Cleaned::default();
    let mut kept_text = String::with_capacity(raw.len());
    for character in raw.chars() {
        match character {
            _ if is_kept(character) => kept_text.push(character),
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept_text.push('\n'),
            '\t' => kept_text.push(' '),
            _ if character.is_control() => cleaned.controls += 1,
            _ if is_private_use(character) => cleaned.private_use += 1,
            _ if is_invisible(character) => {}
            _ => kept_text.push(character),
        }
    }
    let composed = if is_surely_composed(&kept_text) { kept_text } else { kept_text.nfc().collect() };
    cleaned.text = match composed.trim() {
        line if line.contains('\n') => without_empty_lines(line),
        line if line.len() == composed.len() => composed,
        line => line.to_owned(),
    };
    cleaned
}

fn without_empty_lines(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The text of a file in a readable form: NFC, every kind of line break as `\n`, no byte order mark and no invisible
/// marks.
///
/// Blanks, empty lines, control and private-use characters are kept: the caller reports their places.
#[must_use]
pub fn legible(raw: &str) -> String {
    let is_plain =
        |letter: char| letter == '\n' || letter == '\t' || (letters::plain(letter).is_some() && letter >= ' ');
    if raw.chars().all(is_plain) {
        return raw.to_owned();
    }
    let broken = raw.replace("\r\n", "\n");
    let breaks = |character| match character {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        _ => character,
    };
    broken.chars().filter(|&character| !is_invisible(character)).map(breaks).nfc().collect()
}

/// Whether a character can't be printed: a control character (except line breaks and tabs) or a private-use one.
#[must_use]
pub fn is_unprintable(character: char) -> bool {
    is_private_use(character) || (character.is_control() && !matches!(character, '\n' | '\t'))
}

/// The text in NFC.
#[must_use]
pub fn composed(text: &str) -> String {
    if is_surely_composed(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Whether a character may be part of a word: a letter or a digit of any script.
#[must_use]
pub fn is_of_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    letters::marked(character).is_some() || character.is_alphanumeric()
}

/// Whether NFC leaves every character unchanged in any context. This is true of almost every text, and composing it
/// again would take ten times as long.
fn is_surely_composed(text: &str) -> bool {
    has_common_letters_alone(text) || text.chars().all(|character| {
        matches!(character, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{e000}'..='\u{f8ff}')
    })
}

/// Whether every character is below U+0300 or of the block of Vietnamese vowels with two marks: found by the bytes alone,
/// without decoding them.
fn has_common_letters_alone(text: &str) -> bool {
    let mut last = 0;
    text.bytes().all(|byte| {
        let is_common = match byte {
            // U+1E00 to U+1EFF are E1 B8 80 to E1 BB BF in UTF-8.
            0..=0xcb => last != 0xe1 || (0xb8..=0xbb).contains(&byte),
            _ => byte == 0xe1,
        };
        last = byte;
        is_common
    })
}

/// Whether a text is its own exact key: composed, with single blanks. `false` where only a closer look could tell.
pub(super) fn is_surely_exact(text: &str) -> bool {
    has_common_letters_alone(text) && is_surely_single_spaced(text)
}

/// The letter without its marks, followed by its marks: `ệ` begins with `e`; `ơ` is decomposed too.
#[must_use]
pub fn decomposed(letter: char) -> Vec<char> {
    std::iter::once(letter).nfd().collect()
}

/// The text in capitals, NFC.
#[must_use]
pub fn upper(text: &str) -> String {
    let mut capitals = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some(capital) = letters::large(letter) else { return text.to_uppercase().nfc().collect() };
        capitals.push(capital);
    }
    capitals
}

/// The text in lower case, as by [`str::to_lowercase`].
#[must_use]
pub fn lower(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some(letter) = letters::small(letter) else { return text.to_lowercase() };
        small.push(letter);
    }
    small
}

/// The text with its first letter in upper case, the rest as typed.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    let Some(capital) = letters::large(first) else { return upper(&first.to_string()) + characters.as_str() };
    let mut capitalized = String::with_capacity(text.len());
    capitalized.push(capital);
    capitalized.push_str(characters.as_str());
    capitalized
}

/// The text with its first letter in lower case, the rest as typed; a text that begins with two capitals (an
/// abbreviation) is unchanged.
#[must_use]
pub fn uncapitalized(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    let rest = characters.as_str();
    if rest.starts_with(char::is_uppercase) { text.to_owned() } else { first.to_lowercase().collect::<String>() + rest }
}

/// A text all in capitals in sentence case; any other text as typed.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::text::sentence_case;
/// assert_eq!(sentence_case("CHƯƠNG TRÌNH HÀNH ĐỘNG"), "Chương trình hành động");
/// assert_eq!(sentence_case("Kế hoạch UBND"), "Kế hoạch UBND");
/// ```
#[must_use]
pub fn sentence_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) { text.to_owned() } else { capitalized(&lower(text)) }
}

/// The lines of a text on one line, separated by a blank; blanks within a line are kept.
#[must_use]
pub fn single_breaks(text: &str) -> String {
    text.replace('\n', " ")
}

/// Runs of blanks and line breaks as one blank; none at the ends.
#[must_use]
pub fn single_spaced(text: &str) -> String {
    if is_surely_single_spaced(text) {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Whether words are separated by one plain blank, as they nearly always are. `false` where only a closer look could tell:
/// beside a byte with which another blank may begin in UTF-8.
fn is_surely_single_spaced(text: &str) -> bool {
    let mut last = b' ';
    let is_single = text.bytes().all(|byte| {
        // U+0085 and U+00A0 begin with C2, U+1680 with E1 9A, U+2000 to U+3000 with E2 or E3.
        let may_be_blank = matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe2 | 0xe3) || last == 0xe1 && byte == 0x9a;
        let is_doubled = byte == b' ' && last == b' ';
        last = byte;
        !may_be_blank && !is_doubled
    });
    is_single && (last != b' ' || text.is_empty())
}

fn is_private_use(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Characters that take no space on paper: zero width, bidirectional, byte order, interlinear, tags, non-characters.
fn is_invisible(character: char) -> bool {
    let code = u32::from(character);
    let is_noncharacter = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    is_noncharacter
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(clean("ho\u{301}a Viê\u{323}t").text, "hóa Việt");
    }

    #[test]
    fn characters_taken_for_composed_are_composed() {
        use unicode_normalization::{IsNormalized, char::canonical_combining_class, is_nfc_quick};
        for character in ('\0'..=char::MAX).filter(|character| is_surely_composed(&character.to_string())) {
            let is_composed = is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes;
            assert!(is_composed && canonical_combining_class(character) == 0, "{character:?}");
        }
    }

    #[test]
    fn a_quick_look_at_the_bytes_never_errs() {
        for character in '\0'..='\u{ffff}' {
            for text in [format!("a{character}b"), format!("{character}a"), format!("a {character}")] {
                assert!(!has_common_letters_alone(&text) || text.nfc().eq(text.chars()), "{character:?}");
                let written_anew = text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(!is_surely_single_spaced(&text) || written_anew == text, "{character:?}");
            }
        }
        for text in ["", "xã", "Ủy ban nhân dân xã"] {
            assert!(is_surely_exact(text), "{text}");
        }
        for text in [" ", " xã", "xã ", "Ủy  ban", "Ủy\nban"] {
            assert!(!is_surely_exact(text), "{text:?}");
        }
    }

    #[test]
    fn letters_change_their_case_as_unicode_says() {
        for letter in ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{206f}').chain(['Σ', '\u{301}', 'ﬁ']) {
            let text = format!("a{letter} {letter}");
            assert_eq!(lower(&text), text.to_lowercase());
            assert_eq!(upper(&text), text.to_uppercase().nfc().collect::<String>());
        }
    }

    #[test]
    fn every_kind_of_line_break_becomes_a_newline() {
        assert_eq!(clean("a\u{b}b\u{c}c\rd\r\ne\u{2028}f\u{2029}g").text, "a\nb\nc\nd\ne\nf\ng");
    }

    #[test]
    fn a_combining_mark_may_follow_an_invisible_character() {
        assert_eq!(clean("o\u{200b}\u{301}").text, "ó");
    }

    #[test]
    fn inner_blanks_are_kept() {
        assert_eq!(clean("mới”;  Nghị\u{a0}quyết").text, "mới”;  Nghị\u{a0}quyết");
    }

    #[test]
    fn private_use_is_counted() {
        let cleaned = clean("a\u{e000}b\u{f8ff}\u{f0000}c");
        assert_eq!((cleaned.text.as_str(), cleaned.private_use), ("abc", 3));
    }

    #[test]
    fn a_text_of_blanks_is_empty() {
        assert_eq!(clean(" \u{feff}\n\t\n").text, "");
    }

    /// Soft hyphen, zero width, direction marks, byte order mark, variation selectors, joiners, tags.
    const INVISIBLE: [char; 14] = [
        '\u{ad}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2069}',
        '\u{fe0e}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{e0101}',
    ];

    proptest::proptest! {
        #[test]
        fn invisible_marks_and_decomposed_letters_change_nothing(
            text in "[A-Za-zÀ-ỹ0-9 .,;:/%()-]{0,24}",
            places in proptest::collection::vec((0..25_usize, 0..INVISIBLE.len()), 0..6),
        ) {
            let mut letters: Vec<char> = text.chars().collect();
            for (place, mark) in places {
                letters.insert(place.min(letters.len()), INVISIBLE[mark]);
            }
            let typed: String = letters.iter().collect();
            let decomposed: String = typed.nfd().collect();
            let expected = clean(&text).text;
            proptest::prop_assert_eq!(&clean(&typed).text, &expected);
            proptest::prop_assert_eq!(&clean(&decomposed).text, &clean(&text.nfd().collect::<String>()).text);
            let key = crate::vietnamese::fold::key(&expected);
            proptest::prop_assert_eq!(crate::vietnamese::fold::key(&clean(&decomposed).text), key);
        }
    }
}
