//! The catalogue against the source: every reported code has a wording, with the same values in both languages.
//!
//! The build (`build/catalogue.rs`) checks that an entry has all its texts in both languages.

use std::collections::BTreeSet;

use vanthu::answers::{Language, messages, word_lists};
use vanthu::pattern::Pattern;

use crate::product_code::product_code;

const LANGUAGES: [Language; 2] = [Language::Vi, Language::En];

/// Every text with gaps for values, with the name of its entry.
fn texts(language: Language) -> Vec<(String, &'static str)> {
    let mut all = Vec::new();
    for message in messages() {
        let texts = message.texts(language);
        all.push((message.code.to_owned(), texts.text));
        all.extend(texts.hints.iter().map(|(variant, hint)| (format!("{} hint {variant}", message.code), *hint)));
    }
    for (list, words) in word_lists() {
        all.extend(words.iter().map(|word| (format!("{list} {}", word.key), word.text(language))));
    }
    all
}

/// The string literals of the sources that are codes: `SL-012` in quotes. Comments write codes without quotes, and
/// tests may invent some.
fn reported_codes() -> BTreeSet<String> {
    let sources = product_code();
    let words = sources.iter().flat_map(|(_, source)| source.split('"'));
    words.filter(|word| is_code(word)).map(str::to_owned).collect()
}

fn is_code(word: &str) -> bool {
    let Some((room, number)) = word.split_once('-') else {
        return false;
    };
    (2..=3).contains(&room.len())
        && room.bytes().all(|byte| byte.is_ascii_uppercase())
        && number.len() == 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[test]
fn both_languages_have_the_same_values() {
    for ((name, vi), (_, en)) in texts(Language::Vi).into_iter().zip(texts(Language::En)) {
        let gaps =
            [vi, en].map(|text| Pattern::new(text).gaps().into_iter().map(str::to_owned).collect::<BTreeSet<_>>());
        assert_eq!(gaps[0], gaps[1], "{name}");
    }
}

#[test]
fn every_reported_code_has_a_wording_and_every_wording_a_code() {
    let worded: BTreeSet<String> = messages().iter().map(|message| message.code.to_owned()).collect();
    assert!(worded.iter().all(|code| is_code(code)), "{worded:?}");
    assert_eq!(reported_codes(), worded);
}

#[test]
fn every_hint_chosen_by_name_has_a_wording() {
    let hints = messages().iter().flat_map(|message| message.vi.hints);
    let worded: BTreeSet<&str> = hints.map(|(variant, _)| *variant).collect();
    for (_, source) in product_code() {
        for call in source.split(".hint(\"").skip(1) {
            let variant = call.split('"').next().unwrap_or_default();
            assert!(worded.contains(variant), "no code has hint_{variant}");
        }
    }
}

#[test]
fn looked_up_lists_are_sorted() {
    assert!(messages().is_sorted_by_key(|message| message.code));
    for (list, words) in word_lists() {
        assert!(words.is_sorted_by_key(|word| word.key), "{list}");
    }
}

#[test]
fn no_sentence_ends_with_a_full_stop() {
    for (name, text) in LANGUAGES.into_iter().flat_map(texts) {
        assert!(!text.ends_with('.'), "{name}: {text}");
    }
}
