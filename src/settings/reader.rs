//! From TOML to entries with a place.
//!
//! Owns the walk over the file's tables and the typed reading of one value; every mistake has its line. Must not know
//! what a setting is for. Its output goes into `Settings`.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::TABLES;
use crate::diag::{Diagnostic, Diagnostics, Excerpt, ExcerptCell, Place};
use crate::pattern::Pattern;
use crate::vietnamese::fold::{exact, nearest};

/// An entry that was accepted: its table, its key, its line (1-based).
pub(super) type AcceptedEntry = (&'static str, &'static str, u32);

/// Calls `set` for every known entry of the file, reports everything else in the order of the lines, and returns the
/// accepted entries.
pub(super) fn read(file: &str, text: &str, out: &mut Diagnostics, set: impl FnMut(&mut Entry)) -> Vec<AcceptedEntry> {
    // Notepad writes a byte order mark; it would shift the columns of messages.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut mistakes = Mistakes { file, text, found: Vec::new() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        mistakes.report(Diagnostic::error("CD-003"), error.span().unwrap_or_default());
    }
    let broken_lines = mistakes.found.len();
    let taken = walk(root.get_ref(), &mut mistakes, set);
    // Below a broken line, keys seem to belong to another table. That message would be wrong: it disappears once the
    // line is corrected.
    if broken_lines > 0 {
        mistakes.found.retain(|message| message.hint != Some("table"));
    }
    for message in mistakes.in_order(broken_lines) {
        out.report(message);
    }
    taken
}

fn walk<'text>(
    root: &DeTable<'text>,
    mistakes: &mut Mistakes<'text>,
    mut set: impl FnMut(&mut Entry),
) -> Vec<AcceptedEntry> {
    let mut taken = Vec::new();
    for (name, value) in root {
        let Some(&(table, keys)) = TABLES.iter().find(|(table, _)| *table == name.get_ref()) else {
            mistakes.unknown(name, "", TABLES.map(|(table, _)| table));
            continue;
        };
        let DeValue::Table(entries) = value.get_ref() else {
            mistakes.wrong(table, value, "table", &[("table", table)]);
            continue;
        };
        for (name, value) in entries {
            let Some(key) = keys.iter().find(|key| *key == name.get_ref()) else {
                mistakes.unknown(name, table, keys.iter().copied());
                continue;
            };
            let before = mistakes.found.len();
            set(&mut Entry { table, key, value, mistakes });
            if mistakes.found.len() == before {
                taken.push((table, *key, mistakes.line_of(name.span().start).0));
            }
        }
    }
    taken
}

/// One known key and its value.
pub(super) struct Entry<'a, 'text> {
    pub(super) table: &'static str,
    pub(super) key: &'static str,
    value: &'a Spanned<DeValue<'text>>,
    mistakes: &'a mut Mistakes<'text>,
}

impl Entry<'_, '_> {
    /// One of these words.
    pub(super) fn word<T: Copy>(&mut self, words: &[(&str, T)], into: &mut T) {
        let found = self.value.get_ref().as_str().and_then(|typed| words.iter().find(|(word, _)| *word == typed));
        match found {
            Some((_, meaning)) => *into = *meaning,
            None => self.wrong_word(words.iter().map(|(word, _)| format!("\"{word}\""))),
        }
    }

    /// `false` or `true`, in this order.
    pub(super) fn flag<T: Copy>(&mut self, meanings: [T; 2], into: &mut T) {
        match self.value.get_ref().as_bool() {
            Some(typed) => *into = meanings[usize::from(typed)],
            None => self.wrong_word(["false", "true"].map(str::to_owned)),
        }
    }

    /// A whole number in this range.
    pub(super) fn number(&mut self, range: RangeInclusive<u32>, into: &mut u32) {
        let typed = self.value.get_ref().as_integer();
        let number = typed.and_then(|typed| u32::from_str_radix(typed.as_str(), typed.radix()).ok());
        let Some(number) = number.filter(|number| range.contains(number)) else {
            let (low, high) = (range.start().to_string(), range.end().to_string());
            return self.wrong("number", &[("low", &low), ("high", &high)]);
        };
        *into = number;
    }

    /// A text whose gaps are all among these.
    pub(super) fn pattern(&mut self, gaps: &[&str], into: &mut Pattern) {
        let typed = self.value.get_ref().as_str().map(exact).filter(|typed| !typed.is_empty());
        let pattern = typed.map(|typed| Pattern::new(&typed));
        // A brace without its partner is an unclosed gap.
        let is_whole = |pattern: &Pattern| !pattern.fill(|_| Some("")).contains(['{', '}']);
        let is_known = |pattern: &Pattern| pattern.gaps().iter().all(|gap| gaps.contains(gap));
        let Some(pattern) = pattern.filter(|pattern| is_known(pattern) && is_whole(pattern)) else {
            let gaps: Vec<String> = gaps.iter().map(|gap| format!("{{{gap}}}")).collect();
            return self.wrong("pattern", &[("gaps", &gaps.join(", "))]);
        };
        *into = pattern;
    }

    /// A table of keys chosen by the clerk, each with a text.
    pub(super) fn texts(&mut self, into: &mut BTreeMap<String, String>) {
        let path = format!("{}.{}", self.table, self.key);
        let DeValue::Table(entries) = self.value.get_ref() else {
            return self.wrong("table", &[("table", &path)]);
        };
        for (name, value) in entries {
            match value.get_ref().as_str() {
                Some(text) => drop(into.insert(exact(name.get_ref()), exact(text))),
                None => self.mistakes.wrong(&format!("{path}.{}", name.get_ref()), value, "text", &[]),
            }
        }
    }

    /// A table of keys chosen by the clerk, each with one of these words.
    pub(super) fn words<T: Copy>(&mut self, words: &[(&str, T)], into: &mut BTreeMap<String, T>) {
        let mut typed = BTreeMap::new();
        self.texts(&mut typed);
        for (name, answer) in typed {
            match words.iter().find(|(word, _)| *word == answer) {
                Some((_, meaning)) => drop(into.insert(name, *meaning)),
                None => self.wrong_word(words.iter().map(|(word, _)| format!("\"{word}\""))),
            }
        }
    }

    fn wrong_word(&mut self, allowed: impl IntoIterator<Item = String>) {
        let allowed: Vec<String> = allowed.into_iter().collect();
        self.wrong("words", &[("allowed", &allowed.join(", "))]);
    }

    fn wrong(&mut self, hint: &'static str, arguments: &[(&'static str, &str)]) {
        self.mistakes.wrong(&format!("{}.{}", self.table, self.key), self.value, hint, arguments);
    }
}

/// The mistakes in the file, each with its line.
struct Mistakes<'text> {
    file: &'text str,
    text: &'text str,
    found: Vec<Diagnostic>,
}

impl Mistakes<'_> {
    /// An unknown table (`table` is empty) or an unknown key of this table.
    fn unknown(&mut self, name: &Spanned<impl AsRef<str>>, table: &str, known: impl IntoIterator<Item = &'static str>) {
        let typed = name.get_ref().as_ref();
        let home = TABLES.iter().find(|(home, keys)| *home != table && keys.contains(&typed));
        let message = Diagnostic::error("CD-001").with("key", typed);
        let message = match home {
            Some((home, _)) => message.with("table", home).hint("table"),
            None => message.nearest(nearest(typed, known)),
        };
        self.report(message, name.span());
    }

    /// A value that its key does not allow.
    fn wrong(&mut self, key: &str, value: &Spanned<DeValue>, hint: &'static str, arguments: &[(&'static str, &str)]) {
        let mut message = Diagnostic::error("CD-002").with("key", key).hint(hint);
        for (name, argument) in arguments {
            message = message.with(name, argument);
        }
        self.report(message, value.span());
    }

    fn report(&mut self, mut message: Diagnostic, span: Range<usize>) {
        let (row, line) = self.line_of(span.start);
        let cells = vec![ExcerptCell { text: line.to_owned(), is_subject: true }];
        message.excerpt = Some(Excerpt { row, cells, span: None });
        self.found.push(message.at(&Place::line(self.file, row)));
    }

    /// The line number of an offset (1-based), and the line's text.
    fn line_of(&self, offset: usize) -> (u32, &str) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let index = before.matches('\n').count();
        let row = u32::try_from(index + 1).expect("a settings file has fewer than 4 billion lines");
        (row, self.text.lines().nth(index).unwrap_or_default())
    }

    /// The mistakes by line. The first `broken` messages are about broken lines; other messages about such a line are
    /// dropped.
    fn in_order(self, broken: usize) -> Vec<Diagnostic> {
        let mut messages = self.found;
        let mut rest = messages.split_off(broken);
        messages.dedup_by_key(|message| message.place.line);
        rest.retain(|message| !messages.iter().any(|broken| broken.place.line == message.place.line));
        messages.append(&mut rest);
        messages.sort_by_key(|message| message.place.line);
        messages
    }
}
