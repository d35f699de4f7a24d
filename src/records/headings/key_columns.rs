//! Filled columns that are not read, where a column that the sheet should have was not found: one may be the other.
//!
//! Owns the warning. Must not guess: the clerk says in vanthu.toml which column it is, or that it is none. `read` calls
//! it for the first table of every sheet.

use std::collections::BTreeSet;

use super::ambiguous::is_deadline;
use super::columns::{FoundHeader, Layout};
use super::heading::Heading;
use super::meaning::{Tier, meaning_of};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, column_letters};
use crate::vietnamese::fold;

/// A column that is not read, and the fields that it may be, the likeliest first.
struct UnreadColumn<'a> {
    heading: &'a Heading,
    fields: Vec<Field>,
}

impl FoundHeader<'_> {
    /// SL-056: reports filled columns that are not read and may be one that was not found.
    pub(in crate::records) fn report_unknown_columns(&self, layout: &Layout, out: &mut Diagnostics) {
        // The table of villages by indicators asks about its own headings.
        let unread = if self.header.matrix.is_some() { Vec::new() } else { self.unread(layout) };
        let Some(first) = unread.first() else { return };
        let name = |field: &Field| self.kind.columns().iter().find(|column| column.field == *field);
        let missing: BTreeSet<usize> =
            unread.iter().flat_map(|column| &column.fields).filter_map(|field| position(self.kind, *field)).collect();
        let missing = missing.into_iter().filter_map(|at| name(&self.kind.columns()[at].field));
        let missing: Vec<String> = missing.map(|column| format!("«{}»", column.heading)).collect();
        let shown = |column: &UnreadColumn| {
            format!("{} «{}»", column_letters(column.heading.column), column.heading.text().replace('\n', " "))
        };
        let key = |column: &UnreadColumn| fold::key(column.heading.text());
        let answer = |column: &UnreadColumn| {
            let field = column.fields.first().expect("it may be a field");
            format!("\"{}\" = \"{}\"", key(column), field.id())
        };
        let listed: Vec<String> = unread.iter().map(shown).collect();
        let answers: Vec<String> = unread.iter().map(answer).collect();
        let at = self.place.at_cell(first.heading.row, first.heading.column);
        let message = Diagnostic::warning("SL-056").at(&at).with("missing", missing.join(", "));
        let message = message.with("columns", listed.join(", ")).with("answers", answers.join(", "));
        out.report(message.with("key", key(first)));
    }

    /// The filled columns that are not read, each with the missing fields that it may be; those without one are left
    /// out.
    fn unread(&self, layout: &Layout) -> Vec<UnreadColumn<'_>> {
        let found: BTreeSet<Field> = layout.first_columns().into_keys().collect();
        let key = key_fields(self.kind);
        let missing: Vec<Field> = key.iter().filter(|field| !found.contains(field)).copied().collect();
        // Where all of them are missing, any column that nobody knows may be one.
        let is_bare = key.len() > 1 && missing.len() == key.len();
        let is_form = is_form(self.kind, &found);
        let is_ordinal = |heading: &Heading| layout.ordinals == Some(heading.column);
        let headings = self.header.headings.iter().filter(|heading| !is_ordinal(heading));
        let unread = headings.filter(|heading| self.is_unread(heading, layout));
        let meant = |heading| {
            let samples = self.samples(heading);
            let mut fields: Vec<Field> = Vec::new();
            if is_form {
                // A needed one that is missing has its own message.
                let renamed = self.renamed(heading, layout, &found).into_iter();
                fields.extend(renamed.filter(|field| !is_required(self.kind, *field)));
            }
            fields.extend(missing.iter().filter(|field| looks_like(**field, &samples)));
            if is_bare && fields.is_empty() && meaning_of(self.kind, heading, self.answers).is_none() {
                fields.extend(&missing);
            }
            if let Some(likeliest) = fields.iter().copied().find(|field| looks_like(*field, &samples)) {
                fields = vec![likeliest];
            } else if self.is_known(heading) {
                // A column that the dictionary knows, and no sheet of this kind has, is about something else.
                fields.clear();
            }
            (!fields.is_empty()).then_some(UnreadColumn { heading, fields })
        };
        unread.filter_map(meant).collect()
    }

    /// The heading that stands where the form has this field, which was not found.
    pub(super) fn stand_in(&self, field: Field, layout: &Layout) -> Option<&Heading> {
        let found: BTreeSet<Field> = layout.first_columns().into_keys().collect();
        let mut unread = self.header.headings.iter().filter(|heading| self.is_unread(heading, layout));
        unread.find(|heading| self.renamed(heading, layout, &found).contains(&field))
    }

    /// Whether a heading has a known wording, whatever the sheet has for it.
    fn is_known(&self, heading: &Heading) -> bool {
        meaning_of(self.kind, heading, self.answers).is_some_and(|(tier, _)| tier < Tier::Beginning)
    }

    /// The missing fields whose place in the form this column has: between the same columns.
    fn renamed(&self, heading: &Heading, layout: &Layout, found: &BTreeSet<Field>) -> Vec<Field> {
        let columns = layout.columns.iter().filter_map(|(field, column)| Some((*column, position(self.kind, *field)?)));
        let columns: Vec<(u32, usize)> = columns.collect();
        let left = columns.iter().filter(|(column, _)| *column < heading.column).max().map(|(_, at)| *at);
        let right = columns.iter().filter(|(column, _)| *column > heading.column).min().map(|(_, at)| *at);
        let between = left.map_or(0, |at| at + 1)..right.unwrap_or(self.kind.columns().len());
        let contract = self.kind.columns().iter().enumerate().filter(|(at, _)| between.contains(at));
        let fields = contract.map(|(_, column)| column.field);
        fields.filter(|field| !found.contains(field) && is_missed(self.kind, *field)).collect()
    }

    /// Whether a column is filled and not read, and the clerk has not said so.
    pub(super) fn is_unread(&self, heading: &Heading, layout: &Layout) -> bool {
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let is_filled = || self.sheet.rows.range(last + 1..).any(|(_, cells)| cells.contains_key(&heading.column));
        let is_answered = || meaning_of(self.kind, heading, self.answers).is_some_and(|(tier, _)| tier == Tier::Answer);
        let is_marked = || layout.marked.iter().any(|marked| marked.column == heading.column);
        let is_used = layout.read_columns().any(|used| used == heading.column) || is_marked();
        !is_used && is_filled() && !is_answered()
    }
}

/// Whether the sheet must have a column.
fn is_required(kind: SheetKind, field: Field) -> bool {
    kind.columns().iter().any(|column| column.field == field && column.is_required)
}

/// Where a field stands in the contract, 0-based.
fn position(kind: SheetKind, field: Field) -> Option<usize> {
    kind.columns().iter().position(|column| column.field == field)
}

/// Whether a table was made from the form: it has more than half of the form's columns.
fn is_form(kind: SheetKind, found: &BTreeSet<Field>) -> bool {
    const FEWEST: usize = 2;
    let columns = kind.columns();
    let has = columns.iter().filter(|column| found.contains(&column.field)).count();
    has > FEWEST && has * 2 > columns.len()
}

/// Whether a field is missed where its column is not found: remarks are not, nor what only repeats the task.
fn is_missed(kind: SheetKind, field: Field) -> bool {
    let is_said_elsewhere = kind == SheetKind::Completions && matches!(field, Field::Content | Field::Evidence);
    !is_said_elsewhere
        && !matches!(
            field,
            Field::Ordinal | Field::Note | Field::InternalReason | Field::CarriedFrom | Field::RelatedIndicators
        )
}

/// Whether more than half of the cells of a column look like those of a field.
fn looks_like(field: Field, samples: &[&str]) -> bool {
    let is_like = |text: &&&str| match field {
        Field::Deadline => is_deadline(text),
        Field::Lead | Field::Support => names_a_body(text),
        Field::Outcome | Field::Obstacles | Field::Cause | Field::Proposal => text.split_whitespace().nth(3).is_some(),
        Field::Planned | Field::Actual => {
            text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_alphabetic)
        }
        _ => false,
    };
    samples.iter().filter(is_like).count() * 2 > samples.len()
}

/// Whether a text begins like the name of an office, an association or a village.
fn names_a_body(text: &str) -> bool {
    const FIRST_WORDS: [&str; 16] = [
        "phong", "van", "cong", "ban", "trung", "tram", "hoi", "doan", "uy", "mat", "thon", "to", "ap", "cac",
        "truong", "don",
    ];
    let key = fold::key(text);
    text.starts_with(char::is_uppercase) && FIRST_WORDS.contains(&key.split(' ').next().unwrap_or_default())
}

/// The columns that a sheet lives by, though it may lack them.
pub(super) fn key_fields(kind: SheetKind) -> &'static [Field] {
    match kind {
        SheetKind::Assignments => &[Field::Lead, Field::Deadline],
        SheetKind::Completions => &[Field::Outcome],
        SheetKind::Indicators => &[Field::Actual],
        _ => &[],
    }
}
