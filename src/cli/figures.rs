//! The command `figures`: workbooks in, every computed figure with its formula and its cells out.
//!
//! Owns how figures are listed for people, for scripts and for a spreadsheet. Computes nothing: `pipeline` does.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::args::Figures;
use super::console::Console;
use super::excerpt::one_line;
use super::inputs::{self, Surroundings};
use super::messages::json_place;
use super::{Catalogue, Exit, catalogue, own_templates, screen};
use crate::diag::Diagnostics;
use crate::files::{self, Force, Ownership, Request};
use crate::pipeline::{self, Figure, FigurePicture, FigureTable, Mark, Measured, Order, Pictures, Which};
use crate::vietnamese::date;

mod ranges;
mod spreadsheet;

/// Runs the command.
pub(super) fn run(figures: &Figures, around: Surroundings, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let (measured, mut exit) = match attempt(figures, around, &mut out) {
        Ok(measured) => (measured, inputs::worst(&out)),
        Err(exit) => (Measured::default(), exit),
    };
    let (paths, failed) = store(figures, &measured.pictures, &mut out);
    exit = failed.unwrap_or(exit);
    let catalogue = catalogue(console.language);
    if console.is_json {
        let mut object = object(&measured, catalogue);
        object["pictures"] = json!(paths);
        console.give(object, &out);
        return exit;
    }
    console.say(&out);
    let Some(day) = measured.as_of else { return exit };
    if figures.png.is_some() {
        // Who asks for pictures is told where they are.
        for path in &paths {
            console.result(path);
        }
    } else if measured.figures.is_empty() {
        console.tell("no_figures", &[]);
    } else if figures.csv {
        console.result(spreadsheet::lines(&measured.figures, catalogue).trim_end());
    } else {
        console.result(&catalogue.word("figures_as_of", &[("day", &date::slashed(day))]));
        // For people alone (scripts have JSON and CSV), so it is folded wherever it goes.
        console.result(screen::folded(&list(&measured.figures, catalogue)).trim_end());
    }
    exit
}

fn attempt(figures: &Figures, around: Surroundings, out: &mut Diagnostics) -> Result<Measured, Exit> {
    let as_of = inputs::as_of(figures.as_of.as_deref(), out);
    let settings = inputs::settings(&figures.files[0], around, out)?.settings;
    let contents = inputs::workbooks(&figures.files, out)?;
    let own_templates = own_templates::beside(files::folder_of(&figures.files[0]), out)?;
    let order = Order { which: Which::Workbook, own_templates: &own_templates, as_of, settings: &settings };
    if let Some(folder) = &figures.png {
        files::prepare(folder).map_err(|failure| inputs::disk(&failure, out))?;
    }
    let pictures = if figures.png.is_some() { Pictures::Drawn } else { Pictures::LeftOut };
    Ok(pipeline::figures(&contents.workbooks(), &order, pictures, out))
}

/// Puts the pictures into their folder: where each is now, and what went wrong with the disk.
fn store(figures: &Figures, pictures: &[FigurePicture], out: &mut Diagnostics) -> (Vec<String>, Option<Exit>) {
    let (mut paths, mut failed) = (Vec::new(), None);
    let Some(folder) = &figures.png else { return (paths, failed) };
    for picture in pictures {
        let request = Request {
            folder,
            name: &format!("{}.png", picture.name),
            bytes: &picture.png,
            judge: &ownership,
            force: Force::Off,
        };
        match files::store(&request) {
            Ok(stored) => {
                if let Some(message) = stored.message() {
                    out.report(message);
                }
                paths.push(stored.path.display().to_string());
            }
            Err(failure) => failed = Some(inputs::disk(&failure, out)),
        }
    }
    (paths, failed)
}

/// Whose a picture is, by the mark that ours carry.
fn ownership(bytes: &[u8]) -> Ownership {
    match pipeline::mark(bytes) {
        Mark::Intact => Ownership::OursIntact,
        Mark::Broken => Ownership::OursEdited,
        Mark::Absent => Ownership::NotOurs,
    }
}

/// The fields of `figures --json`.
fn object(measured: &Measured, catalogue: &Catalogue) -> Value {
    json!({
        "as_of": measured.as_of.map(|day| day.to_string()),
        "figures": measured.figures.iter().map(|figure| json_figure(figure, catalogue)).collect::<Vec<_>>(),
        "tables": measured.tables.iter().map(json_table).collect::<Vec<_>>(),
    })
}

fn json_figure(figure: &Figure, catalogue: &Catalogue) -> Value {
    json!({
        "id": figure.id,
        "label": catalogue.figure_label(figure.id),
        "value": figure.value,
        "printed": figure.printed,
        "measure": Some(&figure.measure).filter(|measure| !measure.is_empty()),
        "scope": figure.scope,
        "formula": formula(figure, catalogue),
        "cells": figure.cells.iter().map(json_place).collect::<Vec<_>>(),
    })
}

fn json_table(table: &FigureTable) -> Value {
    json!({ "id": table.id, "columns": table.columns, "rows": table.rows })
}

fn formula(figure: &Figure, catalogue: &Catalogue) -> Option<String> {
    figure.formula.map(|name| catalogue.formula(name, &figure.terms))
}

/// The figures by scope, a heading each: the figure on a line, below it how it came about.
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

/// A figure with what it is measured in.
fn measured(figure: &Figure) -> String {
    let printed = figure.printed.clone().unwrap_or_default();
    match figure.measure.as_str() {
        "" => printed,
        _ if figure.value.is_none() || printed.ends_with('%') => printed,
        "%" => format!("{printed}%"),
        measure => format!("{printed} {measure}"),
    }
}

/// How a figure came about; `None` of what was counted and not found.
fn origin(figure: &Figure, catalogue: &Catalogue) -> Option<String> {
    let formula = formula(figure, catalogue)?;
    let cells = ranges::of(&figure.cells);
    (!cells.is_empty()).then(|| format!("= {formula} ← {cells}"))
}
