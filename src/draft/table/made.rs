//! Makes the tables of data and the charts that a template requests.
//!
//! Owns which cells a table has and their content. Must not know a width. Its tables are blocks of the draft.

use std::collections::BTreeSet;

use super::charts;
use super::review::{self, Locality, needs};
use super::{rows, task_cells, village_cells};
use crate::chart::Chart;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::figures::Figures;
use crate::dossier::{Assignment, AssignmentGroup, Duty, Village};
use crate::draft::{Block, TableColumn, TableRow};
use crate::paper::{Audience, Paper};
use crate::templates::Need;
use crate::templates::blocks::{CellOrigin, ChartSource, Computed, PrintedColumn, TableRequest, TableSource};

/// Columns of Nhiệm vụ that few workbooks fill: a plan without them lacks nothing.
const UNREMARKED: [Field; 3] = [Field::Note, Field::Budget, Field::Supervisor];

/// Makes the tables of one document, and records which columns of the workbook they print.
pub(in crate::draft) struct Tables<'a> {
    paper: Paper<'a>,
    /// The figures; `None` where no text of the document uses them.
    figures: Option<&'a Figures>,
    printed: BTreeSet<Need>,
    blank: BTreeSet<Field>,
}

impl<'a> Tables<'a> {
    /// The tables of these facts; tables of figures need the figures.
    pub(in crate::draft) fn of(paper: Paper<'a>, figures: Option<&'a Figures>) -> Self {
        Self { paper, figures, printed: BTreeSet::new(), blank: BTreeSet::new() }
    }

    /// The requested blocks: a table and the notes below it; none where the workbook has no row for it.
    ///
    /// A column without text in any row is left out: it would be a blank strip of paper. Ghi chú, if the workbook has
    /// it, stays: readers write into it.
    pub(in crate::draft) fn make(&mut self, request: &TableRequest) -> Vec<Block> {
        if request.source == TableSource::Villages {
            return self.villages(request);
        }
        let (rows, remarks) = self.rows(request);
        let has_notes = request.source == TableSource::Assignments && self.paper.dossier.has_heading(Field::Note);
        let is_for_notes = |column: &PrintedColumn| column.field() == Some(Field::Note) && has_notes;
        let filled = rows::filled_columns(&rows, request.columns.len());
        let columns = request.columns.iter();
        let kept: Vec<bool> =
            columns.zip(filled).map(|(column, is_filled)| is_filled || is_for_notes(column)).collect();
        for (column, is_kept) in request.columns.iter().zip(&kept) {
            if let (CellOrigin::Computed(computed), true) = (column.origin, *is_kept) {
                self.printed.extend(needs::of_column(computed));
            }
            let Some(field) = column.field() else { continue };
            if *is_kept {
                self.printed.insert(Need::Column(request.source.sheet(), field));
            } else if request.source == TableSource::Assignments && !UNREMARKED.contains(&field) {
                self.blank.insert(field);
            }
        }
        let columns = request.columns.iter();
        let columns = columns.map(|column| TableColumn::new(self.heading(request, column), column.content));
        let table = rows::of_kept_columns(columns, rows, &kept);
        if table.rows.is_empty() || table.columns.is_empty() {
            return Vec::new();
        }
        self.printed.extend(needs::of_source(request.source));
        [Block::Table(table)].into_iter().chain(remarks).collect()
    }

    fn rows(&self, request: &TableRequest) -> (Vec<TableRow>, Vec<Block>) {
        match (request.source, self.figures) {
            (TableSource::Assignments, _) => (self.assignments(request), Vec::new()),
            (TableSource::Implementation, _) => (self.implementation(request), Vec::new()),
            (TableSource::VillageList, _) => (self.village_list(request), Vec::new()),
            (_, Some(figures)) => review::rows(request, figures),
            (_, None) => Default::default(),
        }
    }

    fn villages(&mut self, request: &TableRequest) -> Vec<Block> {
        let Some(figures) = self.figures else { return Vec::new() };
        let villages = self.paper.rows().village_figures(figures);
        let tables = review::village_tables(request, &villages, figures, &Locality::of(self.paper));
        if !tables.is_empty() {
            self.printed.extend(needs::of_source(request.source));
            let is_summed = villages.iter().flat_map(|villages| &villages.rows);
            if is_summed.clone().any(|village| !village.row.summed.is_empty()) {
                self.printed.insert(Need::Column(SheetKind::Villages, Field::MergedFrom));
            }
        }
        tables
    }

    /// The requested charts; none where the workbook has no figures for them.
    pub(in crate::draft) fn charts(&self, source: ChartSource) -> Vec<Chart> {
        self.figures.map_or_else(Vec::new, |figures| charts::charts(source, figures, self.paper.dossier.register()))
    }

    /// The columns that some table prints.
    pub(in crate::draft) fn printed(self) -> BTreeSet<Need> {
        self.printed
    }

    /// Reports the requested columns without text in any row. In papers for one village or unit each, those that are
    /// blank in the whole cycle, at the same place in each paper: what is blank in the rows of one is nothing to note.
    pub(in crate::draft) fn note_blank(&self, out: &mut Diagnostics) {
        let (dossier, sheet) = (self.paper.dossier, SheetKind::Assignments);
        let is_for_everyone = self.paper.audience == Audience::Everyone;
        let is_printed = |field: &Field| self.printed.contains(&Need::Column(sheet, *field));
        let is_worth_noting = |field: &Field| is_for_everyone || !dossier.has_column(sheet, *field);
        let missing = self.blank.iter().filter(|field| !is_printed(field) && is_worth_noting(field));
        let missing: Vec<&str> = missing.map(|field| dossier.heading(*field)).collect();
        let has_tasks = self.paper.rows().assignments().next().is_some();
        let Some(first) = dossier.assignments().first().filter(|_| has_tasks && !missing.is_empty()) else { return };
        out.report(Diagnostic::note("VB-009").at(&first.at).with("columns", missing.join(", ")));
    }

    fn heading(&self, request: &TableRequest, column: &PrintedColumn) -> String {
        match (column.origin, request.source.sheet()) {
            // Where no report says what stood in the way, the heading does not promise it.
            (CellOrigin::Computed(Computed::OutcomeAndObstacles), _) if !self.has_obstacles() => {
                Computed::Outcome.heading()
            }
            (CellOrigin::Computed(computed), _) => {
                self.figures.map_or_else(|| computed.heading(), |figures| computed.heading_in(figures))
            }
            (CellOrigin::Ordinal, _) => self.paper.dossier.heading(Field::Ordinal),
            (CellOrigin::Field(field), SheetKind::Assignments) => self.paper.dossier.heading(field),
            (CellOrigin::Field(field), kind) => kind.heading(field),
        }
        .to_owned()
    }

    fn has_obstacles(&self) -> bool {
        let mut reports = self.figures.into_iter().flat_map(Figures::completions);
        reports.any(|report| report.obstacles.is_some() || report.cause.is_some())
    }

    fn assignments(&self, request: &TableRequest) -> Vec<TableRow> {
        let mut number = 0;
        let row = |task: &Assignment| {
            number += 1;
            let cells = request.columns.iter().map(|column| match column.origin {
                CellOrigin::Field(field) => task_cells::cell(task, field),
                _ => vec![number.to_string()],
            });
            TableRow::Cells(cells.collect())
        };
        if !request.is_grouped {
            return self.paper.rows().assignments().map(row).collect();
        }
        let groups = self.paper.rows().assignment_groups().into_iter();
        rows::in_groups(groups.map(|AssignmentGroup { name, assignments }| (name, assignments)), row)
    }

    /// The villages that stand, in the order of their sheet; in a paper for one village that one alone.
    fn village_list(&self, request: &TableRequest) -> Vec<TableRow> {
        let villages = self.paper.rows().villages().into_iter().enumerate();
        let row = |(index, village): (usize, &Village)| {
            let cells = request.columns.iter().map(|column| match column.origin {
                CellOrigin::Field(field) => village_cells::cell(village, field),
                _ => vec![(index + 1).to_string()],
            });
            TableRow::Cells(cells.collect())
        };
        villages.map(row).collect()
    }

    fn implementation(&self, request: &TableRequest) -> Vec<TableRow> {
        let row = |(index, duty): (usize, &Duty)| {
            let cells = request.columns.iter().map(|column| match column.origin {
                CellOrigin::Field(Field::Unit) => vec![duty.heading.clone()],
                CellOrigin::Field(_) => duty.paragraphs.clone(),
                _ => vec![(index + 1).to_string()],
            });
            TableRow::Cells(cells.collect())
        };
        self.paper.rows().duties().enumerate().map(row).collect()
    }
}
