//! Which column has which field.
//!
//! Owns the choice among the headings of one sheet: the surest first, ambiguous ones last, duplicates reported. Must
//! not know rows. `rows` reads by its [`Layout`].

use std::collections::BTreeMap;

use super::HeadingAnswers;
use super::ambiguous::{HeadingDecision, Surroundings, decide};
use super::heading::{Header, Heading, IndicatorColumns};
use super::matrix::are_same;
use super::meaning::{HeadingMeaning, Tier, field_for, meaning_of};
use crate::contract::{Column, Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::cells::SeenSheet;
use crate::records::marked_columns::MarkedColumn;
use crate::vietnamese::fold;

/// Filled cells that are examined to decide what a column is.
const SAMPLES: usize = 50;

/// The meaning of a sheet's header. Rows and columns are 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct Layout {
    /// What the sheet is.
    pub(in crate::records) kind: SheetKind,
    /// Rows of the header; never empty.
    pub(in crate::records) header_rows: Vec<u32>,
    /// The column of each field.
    pub(in crate::records) columns: BTreeMap<Field, u32>,
    /// The column of row numbers, even on a sheet that has no field for it.
    pub(in crate::records) ordinals: Option<u32>,
    /// The indicators of a table village × indicator, from left to right; empty for any other table.
    pub(in crate::records) indicators: Vec<IndicatorColumns>,
    /// The columns of marks for units and months, from left to right; empty where there are none.
    pub(in crate::records) marked: Vec<MarkedColumn>,
    /// Every heading by column, as written.
    pub(in crate::records) headings: BTreeMap<u32, String>,
}

/// A header to interpret, with everything needed for it.
pub(in crate::records) struct FoundHeader<'a> {
    /// What the sheet is.
    pub(in crate::records) kind: SheetKind,
    /// The header.
    pub(in crate::records) header: &'a Header,
    /// The sheet's cells, or the first of them.
    pub(in crate::records) sheet: &'a SeenSheet,
    /// The clerk's answers about headings.
    pub(in crate::records) answers: &'a HeadingAnswers,
    /// The sheet.
    pub(in crate::records) place: &'a Place,
}

/// The headings that may mean each field, with their tiers, from left to right.
type Choices<'a> = BTreeMap<Field, Vec<(Tier, &'a Heading)>>;

impl Layout {
    /// Last row of the header.
    pub(in crate::records) fn last_header_row(&self) -> u32 {
        self.header_rows.last().copied().expect("a header has a row")
    }

    /// Every column that is read, in no order.
    pub(in crate::records) fn read_columns(&self) -> impl Iterator<Item = u32> {
        let figures = self.indicators.iter().flat_map(|indicator| indicator.columns.values());
        self.columns.values().chain(figures).copied()
    }

    /// The column of each field; in a table village × indicator, the first column of each figure.
    pub(in crate::records) fn first_columns(&self) -> BTreeMap<Field, u32> {
        let figures = self.indicators.iter().rev().flat_map(|indicator| &indicator.columns);
        figures.chain(&self.columns).map(|(field, column)| (*field, *column)).collect()
    }

    /// The name and the columns of each indicator of a table village × indicator.
    pub(in crate::records) fn named_indicators(&self) -> Vec<(String, BTreeMap<Field, u32>)> {
        self.indicators.iter().map(|indicator| (indicator.name.text.clone(), indicator.columns.clone())).collect()
    }

    /// Whether any indicator of a table village × indicator has both a plan and an actual figure.
    pub(in crate::records) fn has_pair(&self) -> bool {
        let has = |indicator: &IndicatorColumns, field: Field| indicator.columns.contains_key(&field);
        self.indicators.iter().any(|indicator| has(indicator, Field::Planned) && has(indicator, Field::Actual))
    }

    /// Whether two headers have the same fields in the same columns.
    pub(in crate::records) fn reads_as(&self, other: &Self) -> bool {
        self.columns == other.columns && are_same(&self.indicators, &other.indicators)
    }

    /// The contract's required columns that were not found.
    pub(in crate::records) fn missing(&self) -> impl Iterator<Item = &'static Column> {
        let required = self.kind.columns().iter().filter(|column| column.is_required);
        let codes_are_headings = !self.indicators.is_empty();
        let is_there = move |field| self.columns.contains_key(&field) || (codes_are_headings && field == Field::Code);
        required.filter(move |column| !is_there(column.field))
    }
}

impl<'a> FoundHeader<'a> {
    /// Interprets the header. Duplicates, guesses and questions are reported to `out`; a missing column is not.
    pub(in crate::records) fn layout(&self, out: &mut Diagnostics) -> Layout {
        let marked = self.marked();
        let choices = self.choices(&marked, out);
        let mut columns: BTreeMap<Field, u32> =
            choices.iter().map(|(field, choices)| (*field, self.choose(*field, choices, out))).collect();
        let is_ordinal = |heading: &&Heading| dictionary().column_id(heading.text()) == Some("stt");
        let numbered = self.header.headings.iter().find(is_ordinal).map(|heading| heading.column);
        let headings = self.header.headings.iter().map(|heading| (heading.column, heading.text().to_owned()));
        let mut headings: BTreeMap<u32, String> = headings.collect();
        let mut indicators = Vec::new();
        if let Some(matrix) = &self.header.matrix {
            self.report_doubts(matrix, out);
            // A figure without an indicator above it, such as the total share, belongs to none and is not read.
            columns.retain(|field, _| *field == Field::Village);
            headings.extend(matrix.shown.clone());
            indicators.clone_from(&matrix.indicators);
        }
        Layout {
            kind: self.kind,
            header_rows: self.header.rows.clone(),
            ordinals: columns.get(&Field::Ordinal).copied().or(numbered),
            columns,
            indicators,
            marked,
            headings,
        }
    }

    /// Reports each missing column, with the most similar unread heading, else the one that stands in its place.
    pub(in crate::records) fn report_missing(&self, layout: &Layout, out: &mut Diagnostics) {
        let unread =
            || layout.headings.iter().filter(|(column, _)| !layout.read_columns().any(|used| used == **column));
        let first = layout.headings.keys().next().copied().unwrap_or(1);
        let at = self.place.at_cell(layout.last_header_row(), first);
        for column in layout.missing() {
            let nearest = fold::nearest(column.heading, unread().map(|(_, text)| text.as_str()));
            let nearest = nearest.or_else(|| self.stand_in(column.field, layout).map(Heading::text));
            let message = Diagnostic::error("SL-003").at(&at).with("heading", column.heading);
            out.report(message.with("sheet", self.place.sheet.as_deref().unwrap_or_default()).nearest(nearest));
        }
    }

    /// The possible meanings of each heading. Ambiguous headings are decided after the others, or asked about.
    fn choices(&self, marked: &[MarkedColumn], out: &mut Diagnostics) -> Choices<'a> {
        let mut choices = Choices::new();
        let mut undecided = Vec::new();
        let is_marked = |heading: &&Heading| marked.iter().any(|column| column.column == heading.column);
        for heading in self.header.headings.iter().filter(|heading| !is_marked(heading)) {
            match meaning_of(self.kind, heading, self.answers) {
                Some((tier, HeadingMeaning::Field(field))) => choices.entry(field).or_default().push((tier, heading)),
                Some((tier, HeadingMeaning::Ambiguous(known))) => undecided.push((tier, heading, known)),
                _ => {}
            }
        }
        for (tier, heading, known) in undecided {
            let key = dictionary().ambiguous()[known].key;
            let around = Surroundings { kind: self.kind, ids: self.ids(), samples: self.samples(heading) };
            match decide(key, &around) {
                HeadingDecision::Column(id) => {
                    if let Some(field) = field_for(self.kind, id) {
                        choices.entry(field).or_default().push((tier, heading));
                    }
                }
                HeadingDecision::Ask => self.ask(heading, known, out),
            }
        }
        choices
    }

    /// The column of a field: that of its surest heading, the first among equals. Reports duplicates and guesses.
    fn choose(&self, field: Field, choices: &[(Tier, &Heading)], out: &mut Diagnostics) -> u32 {
        let surest = choices.iter().map(|(tier, _)| *tier).min().expect("a field has a heading");
        let mut equals = choices.iter().filter(|(tier, _)| *tier == surest).map(|(_, heading)| *heading);
        let first = equals.next().expect("one is surest");
        let column = self.kind.readable_columns().find(|column| column.field == field).expect("a field of this sheet");
        if surest <= Tier::Wording || matches!(surest, Tier::Decided | Tier::Abbreviation) {
            for second in equals {
                let message =
                    if column.is_required { Diagnostic::error("SL-004") } else { Diagnostic::warning("SL-005") };
                let message = message.at(&self.at(first)).also_at(&self.at(second)).with("heading", column.heading);
                let message = message.with("key", fold::key(second.text()));
                // An answer matches headings by their words: for two equal headings it would drop both.
                let are_alike = fold::key(first.text()) == fold::key(second.text());
                out.report(if are_alike { message.hint("alike") } else { message });
            }
        }
        if surest >= Tier::Beginning && !self.report_rivals(column, surest, choices, out) {
            let message = Diagnostic::note("SL-007").at(&self.at(first)).with("heading", single_line(first.text()));
            out.report(message.with("as", column.heading).with("key", fold::key(first.text())));
        }
        first.column
    }

    /// Asks the clerk, if an answer could make a difference on this sheet.
    fn ask(&self, heading: &Heading, known: usize, out: &mut Diagnostics) {
        let mut candidates = dictionary().ambiguous()[known].candidates.iter();
        let Some(choice) = candidates.find(|id| field_for(self.kind, id).is_some()) else { return };
        let message = Diagnostic::error("SL-006").at(&self.at(heading)).with("heading", single_line(heading.text()));
        out.report(message.with("key", fold::key(heading.text())).with("choice", choice));
    }

    /// Ids of the dictionary's columns that the headings name.
    fn ids(&self) -> Vec<&'a str> {
        let named = |heading: &'a Heading| match meaning_of(self.kind, heading, self.answers) {
            Some((_, HeadingMeaning::Field(field))) => Some(field.id()),
            // A share of what is done, whatever the whole is.
            Some((_, HeadingMeaning::Ambiguous(known))) if dictionary().ambiguous()[known].key.starts_with("ty le") => {
                Some("ty_le_hoan_thanh")
            }
            Some((_, HeadingMeaning::Nothing)) => heading.readings.iter().find_map(|text| dictionary().column_id(text)),
            _ => None,
        };
        self.header.headings.iter().filter_map(named).collect()
    }

    /// The first filled cells beneath a heading.
    pub(super) fn samples(&self, heading: &Heading) -> Vec<&'a str> {
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let cells = self.sheet.rows.range(last + 1..).filter_map(|(_, cells)| cells.get(&heading.column));
        cells.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).take(SAMPLES).collect()
    }

    pub(super) fn at(&self, heading: &Heading) -> Place {
        self.place.at_cell(heading.row, heading.column)
    }
}

fn single_line(text: &str) -> String {
    text.replace('\n', " ")
}
