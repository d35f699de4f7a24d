//! Makes the catalogue of messages and words from `locales/`: tables sorted by code or key.
//!
//! Owns which texts an entry must have: a missing or unknown text stops the build. Must not know what an entry is for.
//! Only `src/answers/tables.rs` includes its tables.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml::de::DeTable;

use crate::rust_text::{as_table, as_text, entries, list, parsed, section, text};

/// The languages, as the entries name them.
const LANGUAGES: [&str; 2] = ["vi", "en"];
/// The texts of a message besides its hints and those for a list.
const TEXTS: [&str; 5] = ["text", "why", "source", "wrong", "right"];
/// The texts of a list of such messages: an entry has both or neither.
const LIST: [&str; 2] = ["list", "list_hint"];

/// The tables of a folder, as Rust statics.
pub(crate) fn tables(locales: &Path) -> String {
    let words = ["words", "help", "figures", "fields"];
    let words = words.map(|name| word_table(name, &read(&locales.join(name).with_extension("toml"))));
    [message_table(&locales.join("messages"))].into_iter().chain(words).collect()
}

/// The messages of a folder, one file per code.
fn message_table(folder: &Path) -> String {
    let files = fs::read_dir(folder).expect("the repository holds the messages");
    let texts: BTreeMap<String, String> = files
        .map(|file| {
            let path = file.expect("a folder can be listed").path();
            let code = path.file_stem().and_then(|stem| stem.to_str()).expect("a message's file is named by its code");
            (code.to_owned(), read(&path))
        })
        .collect();
    let messages = texts.iter().map(|(code, text)| message(code, &parsed(text)));
    format!("pub(super) static MESSAGES: &[MessageEntry] = {};\n", list(messages))
}

fn message(code: &str, message: &DeTable<'_>) -> String {
    assert!(message.len() == LANGUAGES.len(), "{code} must have {LANGUAGES:?} and nothing else");
    let [vi, en] = LANGUAGES.map(|language| section(message, language));
    let variants = |texts| hints(texts).into_keys().collect::<Vec<_>>();
    assert!(variants(vi) == variants(en), "{code} has different hints in the two languages");
    assert!(has_list(vi) == has_list(en), "{code} has a list in one language only");
    format!("MessageEntry {{ code: {code:?}, vi: {}, en: {} }}", message_texts(code, vi), message_texts(code, en))
}

fn message_texts(code: &str, texts: &DeTable<'_>) -> String {
    let [sentence, why, source, wrong, right] = TEXTS.map(|name| text(texts, name));
    let hints = hints(texts);
    let (list, of_list) = if has_list(texts) { (list_texts(texts), LIST.len()) } else { ("None".to_owned(), 0) };
    assert!(texts.len() == TEXTS.len() + hints.len() + of_list, "{code} has an unknown text");
    let hints: Vec<(&str, &str)> = hints.into_iter().collect();
    format!(
        "MessageTexts {{ text: {sentence:?}, hints: &{hints:?}, list: {list}, explanation: Explanation {{ why: {why:?}, \
         source: {source:?}, wrong: {wrong:?}, right: {right:?} }} }}"
    )
}

fn has_list(texts: &DeTable<'_>) -> bool {
    entries(texts).any(|(name, _)| LIST.contains(&name))
}

fn list_texts(texts: &DeTable<'_>) -> String {
    let [sentence, hint] = LIST.map(|name| text(texts, name));
    format!("Some(ListTexts {{ text: {sentence:?}, hint: {hint:?} }})")
}

/// The hints by variant; the plain one has the variant `""` and comes first.
fn hints<'a>(texts: &'a DeTable<'a>) -> BTreeMap<&'a str, &'a str> {
    let hints = entries(texts).filter_map(|(name, hint)| {
        let variant = if name == "hint" { Some("") } else { name.strip_prefix("hint_") };
        Some((variant?, as_text(hint, name)))
    });
    hints.collect()
}

/// The words of a file, by key.
fn word_table(name: &str, file: &str) -> String {
    let file = parsed(file);
    let words: BTreeMap<&str, String> = entries(&file)
        .map(|(key, word)| {
            let word = as_table(word, key);
            assert!(word.len() == LANGUAGES.len(), "{key} must have {LANGUAGES:?} and nothing else");
            let [vi, en] = LANGUAGES.map(|language| text(word, language));
            (key, format!("WordEntry {{ key: {key:?}, vi: {vi:?}, en: {en:?} }}"))
        })
        .collect();
    format!("pub(super) static {}: &[WordEntry] = {};\n", name.to_uppercase(), list(words.into_values()))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the repository holds what tables are made of")
}
