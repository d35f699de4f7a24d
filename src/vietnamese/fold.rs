//! Keys by which different spellings of one word compare equal.
//!
//! Owns folding (diacritics, case, punctuation) and the search for the nearest known word. Must not know any
//! dictionary: callers pass the words.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::letters;
use super::text::{composed, is_surely_exact, lower, single_spaced};

/// The key for matching headings and states: without diacritics (đ is d), lower case, punctuation as blanks.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::fold::key;
/// assert_eq!(key("Đơn vị  chủ trì"), key("ĐƠN VỊ\nCHỦ-TRÌ"));
/// assert_eq!(key("Số, ký hiệu"), "so ky hieu");
/// ```
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in text.chars() {
        let known = letter_or_digit(letter);
        if known.is_none() && (letter.is_whitespace() || is_separator(letter)) {
            is_apart = true;
            continue;
        }
        let Some(base) = known.or_else(|| letters::plain(letter)) else { return any_key(text) };
        if is_apart && !key.is_empty() {
            key.push(' ');
        }
        is_apart = false;
        key.push(base);
    }
    key
}

/// Whether a text has this key, without allocating a key of its own.
#[must_use]
pub fn has_key(text: &str, key: &str) -> bool {
    let mut rest = key.chars();
    let mut is_apart = false;
    for letter in text.chars() {
        let known = letter_or_digit(letter);
        if known.is_none() && (letter.is_whitespace() || is_separator(letter)) {
            is_apart = rest.as_str().len() < key.len();
            continue;
        }
        let Some(base) = known.or_else(|| letters::plain(letter)) else { return any_key(text) == key };
        if (is_apart && rest.next() != Some(' ')) || rest.next() != Some(base) {
            return false;
        }
        is_apart = false;
    }
    rest.as_str().is_empty()
}

/// A digit, or a letter in lower case without its marks; `None` for any other character, and for a letter that Vietnamese
/// does not use. Nearly every character is one: whether it is a blank is not asked.
#[inline]
fn letter_or_digit(letter: char) -> Option<char> {
    if letter.is_ascii_alphanumeric() {
        return Some(letter.to_ascii_lowercase());
    }
    letters::marked(letter).map(|marked| marked.plain)
}

/// Whether two texts have the same key.
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    has_key(one, &key(other))
}

/// Like [`key`], for a text with any letters.
fn any_key(text: &str) -> String {
    let folded = any_without_marks(text);
    single_spaced(&folded.replace(is_separator, " "))
}

/// The words of a text, each with its range in bytes: their keys, joined by blanks, are the key of the text.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::fold::words;
/// assert_eq!(words("Kế hoạch (KH)"), [(0..4, "ke".into()), (5..12, "hoach".into()), (14..16, "kh".into())]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let (mut words, mut start) = (Vec::new(), None);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_blank = letter.is_whitespace() || is_separator(letter);
        match start {
            None if !is_blank => start = Some(at),
            Some(first) if is_blank => {
                words.push((first..at, without_marks(&text[first..at])));
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|(_, key): &(Range<usize>, String)| !key.is_empty());
    words
}

/// The exact key of a name: NFC, single blanks, letters as typed.
#[must_use]
pub fn exact(text: &str) -> String {
    exact_of(text).into_owned()
}

/// As [`exact`]; a text that is its own key, as most are, is borrowed: for looking names up.
#[must_use]
pub fn exact_of(text: &str) -> Cow<'_, str> {
    if is_surely_exact(text) { Cow::Borrowed(text) } else { Cow::Owned(single_spaced(&composed(text))) }
}

/// Lower case without tone and vowel marks; đ is d.
#[must_use]
pub fn without_marks(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some(base) = letters::plain(letter) else { return any_without_marks(text) };
        folded.push(base);
    }
    folded
}

fn any_without_marks(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.nfd().filter(|&c| !is_combining_mark(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The letter in lower case without its diacritics; đ is d.
///
/// Like [`without_marks`], but letter by letter and without a new text: for comparing long texts.
#[must_use]
pub fn base(letter: char) -> char {
    if let Some(base) = letters::plain(letter) {
        return base;
    }
    let mut first = None;
    decompose_canonical(letter, |part| first = first.or(Some(part)));
    first.unwrap_or(letter).to_lowercase().next().unwrap_or(letter)
}

/// The candidate most similar to the word, if it is similar enough to be meant.
///
/// They are compared without diacritics; a Jaro-Winkler similarity of 0.84 is enough. Of several that are equally
/// similar none is meant more than the others: `CT-09` is as near to `CT-01` as to `CT-02`.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR_ENOUGH: f64 = 0.84;
    // A common beginning ("Phòng …") makes different names similar: most letters must agree too.
    const MOST_LETTERS: f64 = 0.55;
    let (typed_key, typed) = (key(word), lower(word));
    let mut best: Option<((f64, f64), &str)> = None;
    let mut is_tied = false;
    for candidate in candidates {
        let folded = key(candidate);
        let likeness = strsim::jaro_winkler(&typed_key, &folded);
        if likeness < NEAR_ENOUGH || strsim::normalized_damerau_levenshtein(&typed_key, &folded) < MOST_LETTERS {
            continue;
        }
        // Among names that differ only in diacritics, the one with the same diacritics is meant.
        let closeness = (likeness, strsim::jaro_winkler(&typed, &lower(candidate)));
        match best {
            Some((closest, _)) if closeness < closest => {}
            Some((closest, other)) if closeness == closest => is_tied |= candidate != other,
            _ => (best, is_tied) = (Some((closeness, candidate)), false),
        }
    }
    best.filter(|_| !is_tied).map(|(_, candidate)| candidate)
}

/// The name that a text probably means, compared word by word: a part of it, a longer form, or one with slips of letters.
///
/// Stricter than [`nearest`], which takes «Phòng Văn xã» for near to «Phòng Nội vụ».
///
/// # Examples
/// ```
/// use vanthu::vietnamese::fold::nearest_by_words;
/// let names = ["Phòng Văn xã", "Phòng Kinh tế", "Thôn An Thượng"];
/// assert_eq!(nearest_by_words("An Thượng", names), Some("Thôn An Thượng"));
/// assert_eq!(nearest_by_words("Phòng Kinh tê1", names), Some("Phòng Kinh tế"));
/// assert_eq!(nearest_by_words("Phòng Nội vụ", names), None);
/// ```
#[must_use]
pub fn nearest_by_words<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = key(text);
    let far = usize::MAX;
    let distance = |candidate: &str| {
        let known = key(candidate);
        let (typed_words, known_words) = (typed.split(' ').count(), known.split(' ').count());
        let is_within = |part: &str, whole: &str| format!(" {whole} ").contains(&format!(" {part} "));
        let shorter = typed_words.min(known_words);
        if shorter > 1 && (is_within(&typed, &known) || is_within(&known, &typed)) {
            return typed_words.abs_diff(known_words);
        }
        let apart = strsim::osa_distance(&typed, &known);
        let pairs = typed.split(' ').zip(known.split(' '));
        let is_slip =
            |(one, other): (&str, &str)| strsim::osa_distance(one, other) * 3 <= one.len().max(other.len()).max(3);
        let are_slips = typed_words == known_words && pairs.clone().all(is_slip);
        if apart <= 2 && apart * 3 <= typed.len() || are_slips { apart } else { far }
    };
    let near = candidates.into_iter().map(|candidate| (distance(candidate), candidate));
    near.filter(|(distance, _)| *distance < far).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The candidate that differs from the word by one typing error of a letter, or by two where it has six letters or
/// more.
///
/// Stricter than [`nearest`]: for names that may be meant as typed.
#[must_use]
pub fn typo_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed_key = key(word);
    let farthest = if typed_key.chars().count() < 6 { 1 } else { 2 };
    let distance = |candidate: &str| strsim::osa_distance(&typed_key, &key(candidate));
    let near = candidates.into_iter().map(|candidate| (distance(candidate), candidate));
    near.filter(|(distance, _)| *distance <= farthest).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// The edit distance of two texts: letters inserted, left out, replaced, or swapped with their neighbour.
#[must_use]
pub fn letters_apart(one: &str, other: &str) -> usize {
    strsim::osa_distance(one, other)
}

/// The candidate that a name probably means: one that differs by a typing error, or else the most similar one.
#[must_use]
pub fn best_match<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    typo_of(word, candidates.iter().copied()).or_else(|| nearest(word, candidates.iter().copied()))
}

fn is_separator(character: char) -> bool {
    matches!(
        character,
        '&' | '/'
            | '-'
            | '–'
            | '—'
            | '.'
            | ','
            | ';'
            | ':'
            | '('
            | ')'
            | '_'
            | '*'
            | '"'
            | '“'
            | '”'
            | '\''
            | '\u{2011}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_and_punctuation_are_folded() {
        assert_eq!(key("Sản phẩm/kết quả (dự kiến)"), "san pham ket qua du kien");
        assert_eq!(key("Văn hoá – Xã hội"), key("Văn hóa - Xã hội"));
    }

    #[test]
    fn the_words_of_a_text_make_its_key() {
        for text in ["CT-01\n(Thực hiện)", "  Tỷ lệ (%)", "Kế hoạch – \u{301} KH/TH", "", "-"] {
            let keys: Vec<String> = words(text).into_iter().map(|(_, key)| key).collect();
            assert_eq!(keys.join(" "), key(text), "{text}");
        }
    }

    #[test]
    fn a_letter_folds_as_its_text_does() {
        for letter in "aĂấỆđĐơỠỳ1-".chars() {
            assert_eq!(base(letter).to_string(), without_marks(&letter.to_string()));
        }
    }

    #[test]
    fn common_letters_fold_as_all_letters_do() {
        for letter in ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{206f}').chain(['Σ', '\u{301}', 'ﬁ']) {
            for text in [letter.to_string(), format!("a{letter}b{letter}"), format!(" {letter} -{letter} ")] {
                assert_eq!(without_marks(&text), any_without_marks(&text));
                assert_eq!(key(&text), any_key(&text));
                assert!(has_key(&text, &key(&text)) && !has_key(&text, "another"));
            }
        }
    }

    #[test]
    fn texts_with_equal_keys_are_alike() {
        for (one, other) in [("Kế hoạch", " KE-HOACH."), ("", "-"), ("Ủy ban", "U\u{309}y ban"), ("a (b)", "A b")]
        {
            assert!(are_alike(one, other) && are_alike(other, one), "{one}");
        }
        for (one, other) in [("ke hoach", "ke hoac"), ("a b", "ab"), ("", "a"), (" a", "a a")] {
            assert!(!are_alike(one, other) && !are_alike(other, one), "{one}");
        }
    }

    #[test]
    fn exact_keys_keep_diacritics() {
        assert_ne!(exact("Thôn Đông"), exact("Thôn Dông"));
        assert_eq!(exact(" Thôn  Đông "), exact("Thôn Đông"));
    }

    #[test]
    fn a_typo_is_one_letter_or_two() {
        let known = ["ky", "ket_thuc", "chu_de"];
        assert_eq!(typo_of("kyy", known), Some("ky"));
        assert_eq!(typo_of("ket_thcu", known), Some("ket_thuc"));
        assert_eq!(typo_of("ket_qua", known), None);
    }

    #[test]
    fn the_nearest_word_must_be_similar() {
        let known = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"];
        assert_eq!(nearest("Phong Văn hoá Xã hội", known), Some("Phòng Văn hóa - Xã hội"));
        assert_eq!(nearest("Trạm bơm", known), None);
        assert_eq!(nearest("nguyễn văn a", ["Nguyễn Văn Á", "Nguyễn Văn A"]), Some("Nguyễn Văn A"));
    }
}
