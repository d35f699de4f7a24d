//! Messages as text for people.
//!
//! Owns the form of diagnostics: their order, grouping and colours. Must not know the meaning of a code. Its output
//! goes to a writer that the caller passes in.

mod name_list;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::excerpt;
use super::screen::{cut, one_line};
use crate::answers::Catalogue;
use crate::diag::{Diagnostic, Place, Severity};

/// Whether colours may be used. Colours carry no information of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// Text only, without control bytes.
    Plain,
    /// With the terminal's basic colours.
    Colour,
}

/// Draws the messages in the order found, then a line with their numbers; draws nothing where there are no messages.
///
/// The same message with the same hint at more than three places is drawn once, followed by the other places. More than
/// three names with a mistake for which the catalogue has a list are drawn as that list. Where a code has more than five
/// other messages with different values, the first three are drawn, followed by place and value of the others. The
/// papers of all of them are named with them; a message about all papers is never joined with one about
/// some.
///
/// # Errors
/// The writer's own.
pub fn draw(
    messages: &[Diagnostic],
    catalogue: &Catalogue,
    colouring: Colouring,
    out: &mut dyn Write,
) -> io::Result<()> {
    for drawn in grouped(messages, catalogue) {
        draw_one(&drawn, catalogue, colouring, out)?;
        writeln!(out)?;
    }
    if messages.is_empty() { Ok(()) } else { writeln!(out, "{}", summary(messages, catalogue)) }
}

/// The line with the numbers: `2 lỗi, 1 cảnh báo`; severities without messages are left out.
#[must_use]
pub fn summary(messages: &[Diagnostic], catalogue: &Catalogue) -> String {
    let words = [(Severity::Error, "errors"), (Severity::Warning, "warnings"), (Severity::Note, "notes")];
    let counted = words.map(|(severity, word)| (count(messages, severity), word));
    let parts: Vec<String> =
        counted.iter().filter(|(count, _)| *count > 0).map(|(count, word)| catalogue.count(word, *count)).collect();
    if parts.is_empty() { catalogue.word("no_messages", &[]) } else { parts.join(", ") }
}

/// A message with the other places that are drawn with it.
struct Drawn<'a> {
    message: &'a Diagnostic,
    text: String,
    also: Vec<&'a Place>,
    /// The papers that it is about, in any of these places; empty if it is about all.
    papers: Vec<&'a str>,
    /// Further messages of the same code; of these only place and value are shown.
    alike: Vec<Drawn<'a>>,
    /// Whether it and those alike are one list of names.
    is_list: bool,
}

/// The messages; those at more than three places are joined with the first of their kind.
fn grouped<'a>(messages: &'a [Diagnostic], catalogue: &Catalogue) -> Vec<Drawn<'a>> {
    const MOST_APART: usize = 3;
    let texts: Vec<String> = messages.iter().map(|message| one_line(&catalogue.text(message))).collect();
    let hints: Vec<Option<String>> = messages.iter().map(|message| catalogue.hint(message)).collect();
    let mut alike: BTreeMap<(SortKey, &str, &Option<String>), Vec<usize>> = BTreeMap::new();
    for (index, message) in messages.iter().enumerate() {
        let key = (sort_of(message), texts[index].as_str(), &hints[index]);
        alike.entry(key).or_default().push(index);
    }
    let groups = alike.values().flat_map(|group| {
        let together = if group.len() > MOST_APART { group.len() } else { 1 };
        group.chunks(together)
    });
    let mut groups: Vec<&[usize]> = groups.collect();
    groups.sort_unstable();
    let drawn = groups.into_iter().map(|group| {
        let first = group[0];
        let further = group[1..].iter().flat_map(|&index| places_of(&messages[index]));
        let mut seen = BTreeSet::from([&messages[first].place]);
        let also = messages[first].also.iter().chain(further).filter(|place| seen.insert(*place)).collect();
        let papers = distinct(group.iter().flat_map(|&index| messages[index].papers.iter().map(|name| &**name)));
        let text = texts[first].clone();
        Drawn { message: &messages[first], text, also, papers, alike: Vec::new(), is_list: false }
    });
    shortened(name_list::joined(drawn.collect(), catalogue))
}

/// The messages; where a code has too many, those after its third are joined with the third.
fn shortened(drawn: Vec<Drawn>) -> Vec<Drawn> {
    const MOST_OF_A_CODE: usize = 5;
    const DRAWN_OF_MANY: usize = 3;
    let mut counts: BTreeMap<SortKey, usize> = BTreeMap::new();
    for one in drawn.iter().filter(|one| !one.is_list) {
        *counts.entry(sort_of(one.message)).or_default() += 1;
    }
    let mut kept: Vec<Drawn> = Vec::new();
    let mut thirds: BTreeMap<SortKey, Vec<usize>> = BTreeMap::new();
    for one in drawn {
        if one.is_list {
            kept.push(one);
            continue;
        }
        let key = sort_of(one.message);
        let before = thirds.entry(key).or_default();
        if counts[&key] > MOST_OF_A_CODE && before.len() == DRAWN_OF_MANY {
            let third = before[DRAWN_OF_MANY - 1];
            kept[third].alike.push(one);
        } else {
            before.push(kept.len());
            kept.push(one);
        }
    }
    kept
}

/// The code and severity of a message, and whether it is about some papers only: others are not drawn with it.
type SortKey<'a> = (&'a str, Severity, bool);

fn sort_of(message: &Diagnostic) -> SortKey<'_> {
    (message.code, message.severity, message.papers.is_empty())
}

/// Each name once, in the order of first appearance.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).collect()
}

fn places_of(message: &Diagnostic) -> impl Iterator<Item = &Place> {
    let own = Some(&message.place).filter(|place| **place != Place::default());
    own.into_iter().chain(&message.also)
}

fn draw_one(drawn: &Drawn, catalogue: &Catalogue, colouring: Colouring, out: &mut dyn Write) -> io::Result<()> {
    let message = drawn.message;
    let (severity, colour) = match message.severity {
        Severity::Error => ("error", RED),
        Severity::Warning => ("warning", YELLOW),
        Severity::Note => ("note", BLUE),
    };
    let label = format!("{}[{}]", catalogue.word(severity, &[]), message.code);
    let label = coloured(colouring, colour, &label);
    if drawn.is_list {
        return name_list::draw(drawn, &label, catalogue, colouring, out);
    }
    writeln!(out, "{label}: {}", drawn.text)?;
    if message.place != Place::default() {
        writeln!(out, "  {} {}", coloured(colouring, BLUE, "-->"), one_line(&message.place.to_string()))?;
    }
    if let Some(excerpt) = &message.excerpt {
        let blank = catalogue.word("blank_cell", &[]);
        writeln!(out, "{}", excerpt::draw(excerpt, &blank, |cell| coloured(colouring, BOLD, cell)))?;
    }
    if !drawn.also.is_empty() {
        writeln!(out, "      {}", further_places(drawn, catalogue))?;
    }
    draw_papers(drawn, catalogue, colouring, out)?;
    if let Some(hint) = catalogue.hint(message) {
        draw_hint(&hint, catalogue, colouring, out)?;
    }
    if drawn.alike.is_empty() { Ok(()) } else { writeln!(out, "{}", alike_places(drawn, catalogue)) }
}

fn draw_hint(hint: &str, catalogue: &Catalogue, colouring: Colouring, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {}", coloured(colouring, BOLD, &catalogue.word("hint", &[])), one_line(hint))
}

/// `văn bản: ke-hoach, to-trinh và 3 văn bản khác`: the papers of all that is drawn with a message; nothing where it is
/// about all papers.
fn draw_papers(drawn: &Drawn, catalogue: &Catalogue, colouring: Colouring, out: &mut dyn Write) -> io::Result<()> {
    const MOST_LISTED: usize = 20;
    let of_alike = drawn.alike.iter().flat_map(|alike| &alike.papers);
    let names = distinct(drawn.papers.iter().chain(of_alike).copied());
    if names.is_empty() {
        return Ok(());
    }
    let listed = one_line(&names[..names.len().min(MOST_LISTED)].join(", "));
    let label = coloured(colouring, BOLD, &catalogue.word("paper", &[]));
    match names.len().saturating_sub(MOST_LISTED) {
        0 => writeln!(out, "{label}: {listed}"),
        rest => writeln!(out, "{label}: {listed} {}", catalogue.count("more_papers", number(rest))),
    }
}

/// `HS-009 còn ở 27 chỗ nữa: C15 «Phòng KT»; C16, C17 «Hội LHPN»`: every place, with its value.
fn alike_places(drawn: &Drawn, catalogue: &Catalogue) -> String {
    const MOST_LISTED: usize = 100;
    let own = &drawn.message.place;
    let (mut listed, mut count) = (Vec::new(), 0);
    for alike in &drawn.alike {
        let places: Vec<&Place> = std::iter::once(&alike.message.place).chain(alike.also.iter().copied()).collect();
        let room = MOST_LISTED.saturating_sub(count);
        count += places.len();
        let names: Vec<String> = places.iter().take(room).map(|place| apart(place, own, catalogue)).collect();
        if names.is_empty() {
            continue;
        }
        let value = alike.message.arguments.iter().find(|(name, _)| *name == "text");
        let value = value.map(|(_, value)| format!(" «{}»", cut(&one_line(value), 40))).unwrap_or_default();
        listed.push(format!("{}{value}", names.join(", ")));
    }
    let values = [("code", drawn.message.code), ("count", &*count.to_string()), ("places", &*listed.join("; "))];
    let line = catalogue.word("more_alike", &values);
    match count.saturating_sub(MOST_LISTED) {
        0 => line,
        rest => format!("{line} {}", catalogue.count("more_places", number(rest))),
    }
}

/// `còn ở: F15, F16 và 3 chỗ khác`: of each place, only the part that differs from the message's own place.
fn further_places(drawn: &Drawn, catalogue: &Catalogue) -> String {
    const MOST_LISTED: usize = 5;
    let own = &drawn.message.place;
    let listed: Vec<String> = drawn.also.iter().take(MOST_LISTED).map(|place| apart(place, own, catalogue)).collect();
    let places = catalogue.word("also", &[("places", &listed.join(", "))]);
    match drawn.also.len().saturating_sub(MOST_LISTED) {
        0 => places,
        rest => format!("{places} {}", catalogue.count("more_places", number(rest))),
    }
}

fn apart(place: &Place, own: &Place, catalogue: &Catalogue) -> String {
    let mut place = place.clone();
    if place.file == own.file {
        if let Some(line) = place.line {
            return catalogue.word("line", &[("line", &line.to_string())]);
        }
        place.file = None;
        if place.sheet == own.sheet && place.cell.is_some() {
            place.sheet = None;
        }
    }
    one_line(&place.to_string())
}

fn count(messages: &[Diagnostic], severity: Severity) -> u64 {
    number(messages.iter().filter(|message| message.severity == severity).count())
}

fn number(count: usize) -> u64 {
    u64::try_from(count).expect("a count in memory fits 64 bits")
}

// The terminal's basic colours, bold: they follow the reader's colour theme.
const BOLD: &str = "1";
const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const BLUE: &str = "1;34";

fn coloured(colouring: Colouring, colour: &str, text: &str) -> String {
    match colouring {
        Colouring::Plain => text.to_owned(),
        Colouring::Colour => format!("\u{1b}[{colour}m{text}\u{1b}[0m"),
    }
}
