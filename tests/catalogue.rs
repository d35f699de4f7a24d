//! The catalogues and the source against each other: every code said has a wording, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use vanthu::pattern::Pattern;

use crate::product_code::product_code;

/// Sections of words that belong to no code.
const WORDS: [&str; 4] = ["ui", "help", "fields", "figures"];

type Sections = BTreeMap<String, BTreeMap<String, String>>;

fn sections(language: &str) -> Sections {
    let path = root().join("locales").join(language).with_extension("toml");
    let text = fs::read_to_string(path).expect("a catalogue a language");
    toml::from_str(&text).expect("a catalogue is TOML: tables of texts")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The string literals of the sources that are codes: `SL-012` in quotes. Comments say codes without quotes, and tests
/// may invent some.
fn codes_said() -> BTreeSet<String> {
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

/// Of every section and key, the gaps of its text.
fn gaps(sections: &Sections) -> BTreeMap<(&str, &str), BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (section, wordings) in sections {
        for (key, text) in wordings {
            let gaps = Pattern::new(text).gaps().into_iter().map(str::to_owned).collect();
            all.insert((section.as_str(), key.as_str()), gaps);
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_with_the_same_values() {
    let (vi, en) = (sections("vi"), sections("en"));
    assert_eq!(gaps(&vi), gaps(&en));
}

#[test]
fn every_code_said_has_a_wording_and_the_other_way_round() {
    let sections = sections("vi");
    let worded: BTreeSet<String> = sections.keys().filter(|name| !WORDS.contains(&name.as_str())).cloned().collect();
    assert_eq!(codes_said(), worded);
}

#[test]
fn every_hint_asked_for_by_name_is_worded() {
    let sections = sections("vi");
    let worded: BTreeSet<&str> = sections.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
    for (_, source) in product_code() {
        for call in source.split(".hint(\"").skip(1) {
            let variant = call.split('"').next().unwrap_or_default();
            assert!(worded.contains(format!("hint_{variant}").as_str()), "no code has hint_{variant}");
        }
    }
}

#[test]
fn a_section_holds_a_text_and_hints() {
    for language in ["vi", "en"] {
        for (code, wordings) in sections(language).iter().filter(|(name, _)| !WORDS.contains(&name.as_str())) {
            assert!(is_code(code), "{code}");
            assert!(wordings.contains_key("text"), "{code} says nothing in {language}");
            let is_known = |key: &String| key == "text" || key == "hint" || key.starts_with("hint_");
            assert!(wordings.keys().all(is_known), "{code} has a key that nobody reads in {language}");
        }
    }
}

#[test]
fn no_sentence_ends_with_a_full_stop() {
    for language in ["vi", "en"] {
        for (code, wordings) in sections(language) {
            assert!(wordings.values().all(|text| !text.ends_with('.')), "{code} in {language}");
        }
    }
}
