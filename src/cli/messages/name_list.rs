//! Names with one mistake as a list: each name once, with its places.
//!
//! Owns which messages are joined in a list, and the list's form. Must not know what the names are of. The drawing of
//! messages hands it those of all codes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{
    BLUE, Colouring, Drawn, SortKey, apart, coloured, cut, distinct, draw_hint, draw_papers, number, one_line, sort_of,
};
use crate::answers::Catalogue;
use crate::diag::Place;

/// The hint that proposes another name for the one typed; a list shows its proposal beside the name.
const NEAREST: &str = "nearest";

/// The messages; those of a code with a list are joined with the first of them where there are more than three. A
/// message with a hint of its own stays apart, except for a proposed name.
pub(super) fn joined<'a>(drawn: Vec<Drawn<'a>>, catalogue: &Catalogue) -> Vec<Drawn<'a>> {
    const MOST_APART: usize = 3;
    let has_list = |one: &Drawn| {
        let is_general = one.message.hint.is_none_or(|hint| hint == NEAREST);
        is_general && catalogue.list(one.message.code, 0).is_some()
    };
    let mut counts: BTreeMap<SortKey, usize> = BTreeMap::new();
    for one in drawn.iter().filter(|one| has_list(one)) {
        *counts.entry(sort_of(one.message)).or_default() += 1;
    }
    let mut kept: Vec<Drawn> = Vec::new();
    let mut lists: BTreeMap<SortKey, usize> = BTreeMap::new();
    let mut lines: BTreeMap<(SortKey, String), usize> = BTreeMap::new();
    for mut one in drawn {
        let key = sort_of(one.message);
        if !has_list(&one) || counts[&key] <= MOST_APART {
            kept.push(one);
        } else if let Some(&list) = lists.get(&key) {
            add(&mut kept[list], one, &mut lines);
        } else {
            lines.insert((key, one.text.clone()), 0);
            lists.insert(key, kept.len());
            one.is_list = true;
            kept.push(one);
        }
    }
    kept
}

/// Adds a name to a list; one that it has is given a further place.
fn add<'a>(list: &mut Drawn<'a>, one: Drawn<'a>, lines: &mut BTreeMap<(SortKey<'a>, String), usize>) {
    let next = list.alike.len() + 1;
    let line = *lines.entry((sort_of(one.message), one.text.clone())).or_insert(next);
    if line == next {
        list.alike.push(one);
        return;
    }
    let same = if line == 0 { list } else { &mut list.alike[line - 1] };
    same.also.push(&one.message.place);
    same.also.extend(one.also);
    let papers = same.papers.iter().chain(&one.papers).copied();
    same.papers = distinct(papers);
}

/// Draws the list: sentence, file and sheet of the first name, the names with their cells, the papers, the hint.
///
/// # Errors
/// The writer's own.
pub(super) fn draw(
    list: &Drawn,
    label: &str,
    catalogue: &Catalogue,
    colouring: Colouring,
    out: &mut dyn Write,
) -> io::Result<()> {
    let names: Vec<&Drawn> = std::iter::once(list).chain(&list.alike).collect();
    let (sentence, hint) = catalogue.list(list.message.code, names.len()).expect("only codes with a list are joined");
    writeln!(out, "{label}: {}", one_line(&sentence))?;
    let place = &list.message.place;
    let sheet = Place { cell: None, ..place.clone() };
    writeln!(out, "  {} {}", coloured(colouring, BLUE, "-->"), one_line(&sheet.to_string()))?;
    draw_names(&names, place, catalogue, out)?;
    draw_papers(list, catalogue, colouring, out)?;
    draw_hint(&hint, catalogue, colouring, out)
}

/// The names: short ones side by side, `CDS-01 (A2); CDS-02 (A3)`, others each on a line, `«Phòng Tư pháp»: E2, E7`.
fn draw_names(names: &[&Drawn], own: &Place, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    const MOST_LISTED: usize = 100;
    const SHORT: usize = 12;
    let listed = &names[..names.len().min(MOST_LISTED)];
    let values: Vec<String> = listed.iter().map(|one| value(one)).collect();
    if values.iter().all(|value| value.width() <= SHORT) {
        let parts: Vec<String> = listed
            .iter()
            .zip(&values)
            .map(|(one, value)| format!("{value} ({})", places(one, own, catalogue)))
            .collect();
        writeln!(out, "    {}", parts.join("; "))?;
    } else {
        for (one, value) in listed.iter().zip(&values) {
            let proposal = proposal(one, catalogue).map(|words| format!("; {words}")).unwrap_or_default();
            writeln!(out, "    {value}: {}{proposal}", places(one, own, catalogue))?;
        }
    }
    match names.len() - listed.len() {
        0 => Ok(()),
        rest => writeln!(out, "    {}", catalogue.count("more_names", number(rest))),
    }
}

/// The name that a message is about: in quotes, except for a code.
fn value(one: &Drawn) -> String {
    let argument = |wanted: &str| one.message.arguments.iter().find(|(name, _)| *name == wanted);
    let named = ["text", "village", "task", "code"].into_iter().find_map(argument);
    let value = named.map(|(_, value)| cut(&one_line(value), 60)).unwrap_or_default();
    let is_code = !value.contains(' ');
    if is_code || value.starts_with('«') { value } else { format!("«{value}»") }
}

fn proposal(one: &Drawn, catalogue: &Catalogue) -> Option<String> {
    let message = one.message;
    let nearest = message.arguments.iter().find(|(name, _)| *name == NEAREST)?;
    (message.hint == Some(NEAREST)).then(|| catalogue.word("perhaps", &[("name", &one_line(&nearest.1))]))
}

/// The cells with this name; the sheet is named only where it is another than that of the list.
fn places(one: &Drawn, own: &Place, catalogue: &Catalogue) -> String {
    const MOST_LISTED: usize = 10;
    let all: Vec<&Place> = std::iter::once(&one.message.place).chain(one.also.iter().copied()).collect();
    let named: Vec<String> = all.iter().take(MOST_LISTED).map(|place| apart(place, own, catalogue)).collect();
    match all.len().saturating_sub(MOST_LISTED) {
        0 => named.join(", "),
        rest => format!("{} {}", named.join(", "), catalogue.count("more_places", number(rest))),
    }
}
