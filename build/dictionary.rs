//! Makes the dictionary of wordings from `synonyms.toml`: its entries by id, its headings by folded key.
//!
//! Owns the folding and sorting of the keys. Must not know who looks entries up. Its table is the `Dictionary` of
//! `src/contract/dictionary.rs`, which alone includes it.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::name_words::NameWords;
use crate::rust_text::{as_table, as_text, as_texts, entries, list, parsed, section, text, texts, value};
use crate::vietnamese::fold;

/// The dictionary, as a Rust static.
pub(crate) fn table(synonyms: &str) -> String {
    let synonyms = parsed(synonyms);
    let section = |name| section(&synonyms, name);
    let (headings, headers) = ambiguous(&synonyms);
    let fields = [
        ("columns", wordings(section("columns"))),
        ("column_by_key", by_key(section("columns"), words)),
        ("ambiguous", headings),
        ("ambiguous_by_key", headers),
        ("beneath_indicator", by_key(section("beneath_indicator"), |words| as_texts(words, "beneath_indicator"))),
        ("states", wordings(section("states"))),
        ("state_by_key", by_key(section("states"), words_and_label)),
        ("timeliness", wordings(section("timeliness"))),
        ("timeliness_by_key", by_key(section("timeliness"), words_and_label)),
        ("yes", format!("&{:?}", texts(section("yesno"), "yes"))),
        ("no", format!("&{:?}", texts(section("yesno"), "no"))),
        ("units", list(tables(section("units")).map(|(id, table)| unit(id, table)))),
        ("unit_by_words", units_by_words(section("units"))),
        ("body_beginnings", beginnings(section("body_beginnings"))),
        ("document_types", list(tables(section("doctypes")).map(|(id, table)| document_type(id, table)))),
        ("village_types", format!("&{:?}", texts(section("village_types"), "words"))),
    ];
    let fields = fields.map(|(name, value)| format!("{name}: {value},\n")).concat();
    format!("static DICTIONARY: Dictionary = Dictionary {{\n{fields}}};\n")
}

fn tables<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = (&'a str, &'a DeTable<'a>)> {
    entries(table).map(|(id, value)| (id, as_table(value, id)))
}

fn wordings(section: &DeTable<'_>) -> String {
    list(tables(section).map(|(id, table)| {
        let (label, words) = (text(table, "label"), texts(table, "words"));
        format!("KnownWording {{ id: {id:?}, label: {label:?}, words: &{words:?} }}")
    }))
}

fn words<'a>(wording: &'a DeValue<'a>) -> Vec<&'a str> {
    texts(as_table(wording, "a wording"), "words")
}

fn words_and_label<'a>(wording: &'a DeValue<'a>) -> Vec<&'a str> {
    let label = text(as_table(wording, "a wording"), "label");
    words(wording).into_iter().chain([label]).collect()
}

/// The ids of a section by the folded words of each entry, sorted; where two ids have one key, the last one stays.
fn by_key<'a>(section: &'a DeTable<'a>, words: impl Fn(&'a DeValue<'a>) -> Vec<&'a str>) -> String {
    let mut ids = BTreeMap::new();
    for (id, entry) in entries(section) {
        ids.extend(words(entry).into_iter().map(|word| (fold::key(word), id)));
    }
    list(ids.into_iter().map(|(key, id)| format!("({key:?}, {id:?})")))
}

/// The headings with more than one meaning, and the index of each by its folded key.
fn ambiguous(synonyms: &DeTable<'_>) -> (String, String) {
    let headings = value(synonyms, "ambiguous").and_then(|value| value.as_array());
    let headings: Vec<&DeTable<'_>> =
        headings.into_iter().flatten().map(|heading| as_table(heading.get_ref(), "ambiguous")).collect();
    let places = headings.iter().enumerate().map(|(place, heading)| (fold::key(text(heading, "header")), place));
    let by_key: BTreeMap<String, usize> = places.collect();
    let written = headings.iter().map(|heading| {
        let (header, candidates, rule) = (text(heading, "header"), texts(heading, "candidates"), text(heading, "rule"));
        let key = fold::key(header);
        format!("AmbiguousHeading {{ header: {header:?}, key: {key:?}, candidates: &{candidates:?}, rule: {rule:?} }}")
    });
    (list(written), list(by_key.into_iter().map(|(key, place)| format!("({key:?}, {place})"))))
}

fn unit(id: &str, unit: &DeTable<'_>) -> String {
    let archive_code = value(unit, "luu").map(|code| as_text(code, "luu"));
    let is_collective = value(unit, "collective").and_then(DeValue::as_bool).unwrap_or(false);
    format!(
        "KnownUnit {{ id: {id:?}, name: {:?}, short: {:?}, archive_code: {archive_code:?}, relation: {:?}, \
         is_collective: {is_collective}, kind: {:?}, aliases: &{:?} }}",
        text(unit, "name"),
        text(unit, "short"),
        text(unit, "relation"),
        text(unit, "kind"),
        texts(unit, "aliases"),
    )
}

/// The index of each unit by the words of its names; where two units have one name, the first one stays.
fn units_by_words(units: &DeTable<'_>) -> String {
    let mut places = BTreeMap::new();
    for (place, (_, unit)) in tables(units).enumerate() {
        let names = [text(unit, "name"), text(unit, "short")].into_iter().chain(texts(unit, "aliases"));
        for name in names {
            places.entry(NameWords::of(name).without_tier().folded()).or_insert(place);
        }
    }
    list(places.into_iter().map(|(words, place)| format!("({:?}, {place})", words.as_str())))
}

/// The words that names begin with, each with the kind of body; the longest first, since it decides.
fn beginnings(kinds: &DeTable<'_>) -> String {
    let kinds =
        entries(kinds).flat_map(|(kind, words)| as_texts(words, kind).into_iter().map(move |word| (word, kind)));
    let mut kinds: Vec<(&str, &str)> = kinds.collect();
    kinds.sort_by_key(|(words, _)| (std::cmp::Reverse(words.chars().count()), *words));
    list(kinds.into_iter().map(|pair| format!("{pair:?}")))
}

fn document_type(id: &str, document_type: &DeTable<'_>) -> String {
    format!(
        "KnownDocumentType {{ id: {id:?}, name: {:?}, variants: &{:?} }}",
        text(document_type, "name"),
        texts(document_type, "variants"),
    )
}
