//! The answer of `figures`.
//!
//! Owns its fields. Must not know how a figure is computed. Its output goes to the front ends.

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use super::place::place;
use crate::answers::catalogue::Catalogue;
use crate::pipeline::{Figure, FigureTable, Measured};

/// Every computed figure and table, and the paths of the pictures.
#[must_use]
pub fn figures(measured: &Measured, pictures: &[String], catalogue: &Catalogue) -> JsonAnswer {
    JsonAnswer::of(json!({
        "as_of": measured.as_of.map(|day| day.to_string()),
        "figures": measured.figures.iter().map(|figure| object(figure, catalogue)).collect::<Vec<_>>(),
        "tables": measured.tables.iter().map(table).collect::<Vec<_>>(),
        "pictures": pictures,
    }))
}

fn object(figure: &Figure, catalogue: &Catalogue) -> Value {
    json!({
        "id": figure.id,
        "label": catalogue.figure_label(figure.id),
        "value": figure.value,
        "printed": figure.printed,
        "measure": Some(&figure.measure).filter(|measure| !measure.is_empty()),
        "scope": figure.scope,
        "formula": figure.formula.map(|name| catalogue.formula(name, &figure.terms)),
        "cells": figure.cells.iter().map(place).collect::<Vec<_>>(),
    })
}

fn table(table: &FigureTable) -> Value {
    json!({ "id": table.id, "columns": table.columns, "rows": table.rows })
}
