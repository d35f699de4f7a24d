//! The tables of figures without a document, as in the annexes of a report.
//!
//! Owns which tables a list of figures gives, and their ids. Must not know columns: they come from the built-in
//! annexes, so that list and annex can't differ. The tables go to the command `figures`.

use super::review::{self, Locality};
use super::rows;
use crate::contract::{Field, SheetKind};
use crate::dossier::figures::Figures;
use crate::dossier::{Commune, Register};
use crate::draft::{Block, TableColumn, TableRow};
use crate::templates::blocks::{CellOrigin, PrintedColumn, TableRequest, TableSource, requests};

/// A table in a list of figures: headings and rows as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// The id that scripts rely on: `by_unit`.
    pub id: &'static str,
    /// The headings, left to right; under a shared heading, both.
    pub columns: Vec<String>,
    /// The rows, from top to bottom, one text per cell; paragraphs are separated by `\n`, a blank cell is empty.
    pub rows: Vec<Vec<String>>,
}

/// The tables that have rows, in the order of their sources, whatever the order of the annexes. Several with one id are the villages, some indicators at a
/// time.
pub(in crate::draft) fn tables(
    texts: &[&str],
    figures: &Figures,
    (register, commune): (&Register, Option<&Commune>),
) -> Vec<FigureTable> {
    let locality = Locality::named(register, commune);
    let requests = texts.iter().flat_map(|text| requests(text));
    let with_due_soon = requests.flat_map(|request| [due_soon_beside(&request), Some(request)]).flatten();
    let mut requests: Vec<TableRequest> = with_due_soon.collect();
    requests.sort_by_key(|request| TableSource::ALL.iter().position(|source| *source == request.source));
    requests.iter().flat_map(|request| of_request(request, figures, &locality)).collect()
}

/// The tasks whose deadline is near, listed before those due in the period: scripts rely on this table, which no annex
/// prints.
fn due_soon_beside(request: &TableRequest) -> Option<TableRequest> {
    let is_due = request.source == TableSource::DueInPeriod;
    is_due.then(|| TableRequest {
        source: TableSource::DueSoon,
        columns: request.columns.clone(),
        is_grouped: request.is_grouped,
    })
}

fn of_request(request: &TableRequest, figures: &Figures, locality: &Locality) -> Vec<FigureTable> {
    let id = id(request.source);
    if request.source == TableSource::Villages {
        let blocks = review::village_tables(request, figures.villages(), figures, locality);
        let tables = blocks.into_iter().filter_map(|block| match block {
            Block::Table(table) => Some((table.columns, table.rows)),
            _ => None,
        });
        return tables.map(|(columns, rows)| listed(id, &columns, rows)).collect();
    }
    let (rows, _) = review::rows(request, figures);
    let kept = rows::filled_columns(&rows, request.columns.len());
    let columns = request.columns.iter();
    let columns = columns.map(|column| TableColumn::new(heading(request.source, column, figures), column.content));
    let table = rows::of_kept_columns(columns, rows, &kept);
    if table.rows.is_empty() { Vec::new() } else { vec![listed(id, &table.columns, table.rows)] }
}

fn listed(id: &'static str, columns: &[TableColumn], rows: Vec<TableRow>) -> FigureTable {
    let heading = |column: &TableColumn| match &column.parent {
        Some(parent) => format!("{parent}: {}", column.heading),
        None => column.heading.clone(),
    };
    let cells = |row: TableRow| match row {
        TableRow::Group(name) => vec![name],
        TableRow::Cells(cells) | TableRow::Total(cells) => cells.iter().map(|cell| cell.join("\n")).collect(),
    };
    FigureTable { id, columns: columns.iter().map(heading).collect(), rows: rows.into_iter().map(cells).collect() }
}

/// The contract's heading, where the clerk has none.
fn heading(source: TableSource, column: &PrintedColumn, figures: &Figures) -> &'static str {
    match column.origin {
        CellOrigin::Computed(computed) => computed.heading_in(figures),
        CellOrigin::Ordinal => SheetKind::Assignments.heading(Field::Ordinal),
        CellOrigin::Field(field) => source.sheet().heading(field),
    }
}

fn id(source: TableSource) -> &'static str {
    match source {
        TableSource::Assignments => "assignments",
        TableSource::Implementation => "implementation",
        TableSource::Results => "results",
        TableSource::Units => "by_unit",
        TableSource::Overdue => "overdue",
        TableSource::DueSoon => "due_soon",
        TableSource::DueInPeriod => "due_in_period",
        TableSource::Carried => "carried_over",
        TableSource::VillageList => "village_list",
        TableSource::Indicators => "indicators",
        TableSource::Villages => "villages",
    }
}
