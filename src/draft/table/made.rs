//! The rows of a table of data.
//!
//! Owns which cells there are and what each says. Knows no width; its tables are blocks of the draft.

use std::collections::BTreeSet;

use super::columns::{Column, Source};
use super::request::Request;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Assignment, AssignmentGroup, Dossier, Duty};
use crate::draft::spoken::Spoken;
use crate::draft::template::Need;
use crate::draft::{Table, TableColumn, TableRow};
use crate::vietnamese::{date, numerals};

/// Makes the tables of one document, and remembers which columns of the workbook they print.
pub(in crate::draft) struct Tables<'a> {
    dossier: &'a Dossier,
    printed: BTreeSet<Need>,
    blank: BTreeSet<Field>,
}

impl<'a> Tables<'a> {
    /// Tables of these facts.
    pub(in crate::draft) fn of(dossier: &'a Dossier) -> Self {
        Self { dossier, printed: BTreeSet::new(), blank: BTreeSet::new() }
    }

    /// The table asked for; `None` where the workbook has no row for it.
    ///
    /// A column without a word in any row is left out: it would be a blank strip of paper. Ghi chú, where the workbook has
    /// it, stays: it is there to be written on.
    pub(in crate::draft) fn make(&mut self, request: &Request) -> Option<Table> {
        let rows = match request.source {
            Source::Assignments => self.assignments(request),
            Source::Implementation => self.implementation(request),
        };
        let is_filled =
            |index: usize| rows.iter().any(|row| row.cells().get(index).is_some_and(|cell| !cell.is_empty()));
        let is_for_notes = |column: &Column| column.field == Some(Field::Note) && self.dossier.has_heading(Field::Note);
        let is_kept = |(index, column): (usize, &&Column)| is_filled(index) || is_for_notes(column);
        let kept: Vec<bool> = request.columns.iter().enumerate().map(is_kept).collect();
        for (column, is_kept) in request.columns.iter().zip(&kept) {
            let field = column.field.unwrap_or(Field::Ordinal);
            if *is_kept {
                self.printed.insert(Need::Column(request.source.sheet(), field));
            } else if request.source == Source::Assignments && field != Field::Note {
                self.blank.insert(field);
            }
        }
        let columns = request.columns.iter().zip(&kept).filter(|(_, is_kept)| **is_kept);
        let columns: Vec<TableColumn> =
            columns.map(|(column, _)| TableColumn::new(self.heading(request, column), column.content)).collect();
        let rows = rows.into_iter().map(|row| without_blank_columns(row, &kept)).collect::<Vec<_>>();
        (!rows.is_empty() && !columns.is_empty()).then_some(Table { columns, rows })
    }

    /// The columns that stand in some table.
    pub(in crate::draft) fn printed(self) -> BTreeSet<Need> {
        self.printed
    }

    /// Says which columns were asked for and have no word in any row.
    pub(in crate::draft) fn note_blank(&self, out: &mut Diagnostics) {
        let is_printed = |field: &Field| self.printed.contains(&Need::Column(SheetKind::Assignments, *field));
        let missing: Vec<&str> =
            self.blank.iter().filter(|field| !is_printed(field)).map(|field| self.dossier.heading(*field)).collect();
        let Some(first) = self.dossier.assignments().first().filter(|_| !missing.is_empty()) else { return };
        out.report(Diagnostic::note("VB-009").at(&first.at).with("columns", missing.join(", ")));
    }

    fn heading(&self, request: &Request, column: &Column) -> String {
        match (column.field, request.source) {
            (None, _) => self.dossier.heading(Field::Ordinal).to_owned(),
            (Some(field), Source::Assignments) => self.dossier.heading(field).to_owned(),
            (Some(Field::Unit), Source::Implementation) => "Đơn vị".to_owned(),
            (Some(_), Source::Implementation) => "Nội dung".to_owned(),
        }
    }

    fn assignments(&self, request: &Request) -> Vec<TableRow> {
        let mut number = 0;
        let mut row = |task: &Assignment| {
            number += 1;
            let cells = request.columns.iter().map(|column| match column.field {
                None => vec![number.to_string()],
                Some(field) => cell(task, field),
            });
            TableRow::Cells(cells.collect())
        };
        if !request.is_grouped {
            return self.dossier.assignments().iter().map(row).collect();
        }
        let mut rows = Vec::new();
        let mut groups = 0;
        for AssignmentGroup { name, assignments } in self.dossier.assignment_groups() {
            if let Some(name) = name {
                groups += 1;
                rows.push(TableRow::Group(format!("{}. {name}", numerals::roman(groups))));
            }
            rows.extend(assignments.into_iter().map(&mut row));
        }
        rows
    }

    fn implementation(&self, request: &Request) -> Vec<TableRow> {
        let row = |(index, duty): (usize, &Duty)| {
            let cells = request.columns.iter().map(|column| match column.field {
                None => vec![(index + 1).to_string()],
                Some(Field::Unit) => vec![duty.heading.clone()],
                Some(_) => duty.paragraphs.clone(),
            });
            TableRow::Cells(cells.collect())
        };
        self.dossier.implementation().iter().enumerate().map(row).collect()
    }
}

fn without_blank_columns(row: TableRow, kept: &[bool]) -> TableRow {
    let of_kept = |cells: Vec<Vec<String>>| {
        let kept = cells.into_iter().zip(kept).filter(|(_, is_kept)| **is_kept);
        kept.map(|(cell, _)| cell).collect()
    };
    match row {
        TableRow::Group(name) => TableRow::Group(name),
        TableRow::Cells(cells) => TableRow::Cells(of_kept(cells)),
        TableRow::Total(cells) => TableRow::Total(of_kept(cells)),
    }
}

/// What a task says in a column, a text a paragraph.
fn cell(task: &Assignment, field: Field) -> Vec<String> {
    let line = |text: Option<&String>| text.cloned().into_iter().collect();
    let day = |day: Option<chrono::NaiveDate>| day.map(date::slashed).into_iter().collect();
    match field {
        Field::Code => line(task.id.as_ref().map(|id| &id.value)),
        Field::Group => line(task.group.as_ref()),
        Field::Content => task.paragraphs.clone(),
        Field::Lead => Spoken::to(&task.lead).cell(),
        Field::Support => Spoken::to(&task.support).cell(),
        Field::Product => line(task.product.as_ref()),
        Field::AssignedOn => day(task.assigned_on.as_ref().map(|day| day.value)),
        Field::Deadline => line(task.deadline.as_ref().map(|deadline| &deadline.wording)),
        Field::OriginalDeadline => day(task.original_deadline.as_ref().map(|day| day.value)),
        Field::NewDeadline => day(task.new_deadline.as_ref().map(|day| day.value)),
        Field::VillageScope => Some(task.villages.join("; ")).filter(|names| !names.is_empty()).into_iter().collect(),
        Field::RelatedIndicators => line(task.indicators.as_ref()),
        Field::Source => line(task.source.as_ref()),
        Field::CarriedFrom => line(task.carried_from.as_ref()),
        Field::Note => line(task.note.as_ref()),
        _ => Vec::new(),
    }
}
