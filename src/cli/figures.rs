//! The command `figures`: workbooks in, every computed figure with its formula and its cells out.
//!
//! Owns how figures are listed for people, for scripts and for a spreadsheet. Must not compute: `pipeline` does.

use std::collections::BTreeMap;

use super::args::FiguresArguments;
use super::console::Console;
use super::screen::{folded, one_line};
use crate::answers::inputs::{self, SettingsLookup};
use crate::answers::{Catalogue, Ending, catalogue, json};
use crate::diag::Diagnostics;
use crate::files::{self, Durability, Force, Ownership, Request};
use crate::pipeline::{self, Audiences, Figure, FigurePicture, Measured, PictureMark, Pictures, Which};
use crate::vietnamese::date;

mod ranges;
mod spreadsheet;

/// Runs the command.
pub(super) fn run(figures: &FiguresArguments, lookup: SettingsLookup, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let (measured, mut ending) = match attempt(figures, lookup, &mut out) {
        Ok(measured) => (measured, Ending::of_messages(&out)),
        Err(ending) => (Measured::default(), ending),
    };
    let (paths, failed) = store(figures, &measured.pictures, &mut out);
    ending = failed.unwrap_or(ending);
    let catalogue = catalogue(console.language);
    if console.is_json {
        console.print_json(json::figures(&measured, &paths, catalogue), &out);
        return ending;
    }
    console.print_messages(&out);
    let Some(day) = measured.as_of else { return ending };
    if figures.png.is_some() {
        // With `--png`, the results are the paths of the pictures.
        for path in &paths {
            console.print_result(path);
        }
    } else if measured.figures.is_empty() {
        console.print_sentence("no_figures", &[]);
    } else if figures.csv {
        console.print_result(spreadsheet::lines(&measured.figures, catalogue).trim_end());
    } else {
        console.print_result(&catalogue.word("figures_as_of", &[("day", &date::slashed(day))]));
        // Only people read this (scripts have JSON and CSV), so it is wrapped even when piped.
        console.print_result(folded(&list(&measured.figures, catalogue)).trim_end());
    }
    ending
}

fn attempt(figures: &FiguresArguments, lookup: SettingsLookup, out: &mut Diagnostics) -> Result<Measured, Ending> {
    let given = inputs::read(&figures.files, figures.as_of.as_deref(), lookup, out)?;
    if let Some(folder) = &figures.png {
        files::prepare(folder).map_err(|failure| inputs::report_failure(&failure, out))?;
    }
    let pictures = if figures.png.is_some() { Pictures::Drawn } else { Pictures::LeftOut };
    Ok(pipeline::figures(&given.workbooks(), &given.order(Which::Workbook, Audiences::Everyone), pictures, out))
}

/// Stores the pictures in their folder: the path of each, and the failures of the disk.
fn store(
    figures: &FiguresArguments,
    pictures: &[FigurePicture],
    out: &mut Diagnostics,
) -> (Vec<String>, Option<Ending>) {
    let (mut paths, mut failed) = (Vec::new(), None);
    let Some(folder) = &figures.png else { return (paths, failed) };
    for picture in pictures {
        let request = Request {
            folder,
            name: &format!("{}.png", picture.name),
            bytes: &picture.png,
            judge: &ownership,
            force: Force::Off,
            durability: Durability::Synced,
        };
        match files::store(&request) {
            Ok(stored) => {
                if let Some(message) = stored.message() {
                    out.report(message);
                }
                paths.push(stored.path.display().to_string());
            }
            Err(failure) => failed = Some(inputs::report_failure(&failure, out)),
        }
    }
    (paths, failed)
}

/// Whose a picture is, by the mark in our pictures.
fn ownership(bytes: &[u8]) -> Ownership {
    match pipeline::mark(bytes) {
        PictureMark::Matches => Ownership::OursIntact,
        PictureMark::Differs => Ownership::OursEdited,
        PictureMark::Absent => Ownership::NotOurs,
    }
}

/// The figures by scope, under a heading each: the figure on one line, its origin below it.
fn list(figures: &[Figure], catalogue: &Catalogue) -> String {
    let mut lines = Vec::new();
    let mut scopes: Vec<&Option<String>> = Vec::new();
    let mut by_scope: BTreeMap<&Option<String>, Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.printed.is_some()) {
        let of_scope = by_scope.entry(&figure.scope).or_default();
        if of_scope.is_empty() {
            scopes.push(&figure.scope);
        }
        of_scope.push(figure);
    }
    for scope in scopes {
        let name = scope.clone().unwrap_or_else(|| catalogue.word("figures_whole", &[]));
        lines.push(format!("\n{}", one_line(&name)));
        for figure in by_scope.remove(scope).unwrap_or_default() {
            lines.push(format!("  {}: {}", catalogue.figure_label(figure.id), one_line(&measured(figure))));
            lines.extend(origin(figure, catalogue).map(|origin| format!("      {}", one_line(&origin))));
        }
    }
    lines.join("\n")
}

/// A figure with its unit of measure.
fn measured(figure: &Figure) -> String {
    let printed = figure.printed.clone().unwrap_or_default();
    match figure.measure.as_str() {
        "" => printed,
        _ if figure.value.is_none() || printed.ends_with('%') => printed,
        "%" => format!("{printed}%"),
        measure => format!("{printed} {measure}"),
    }
}

/// The formula and cells of a figure; `None` for a count of 0.
fn origin(figure: &Figure, catalogue: &Catalogue) -> Option<String> {
    let formula = catalogue.formula(figure.formula?, &figure.terms);
    let cells = ranges::of(&figure.cells);
    (!cells.is_empty()).then(|| format!("= {formula} ← {cells}"))
}
