//! Columns without which a table says little, where a heading that nobody understands may be one of them.
//!
//! Owns the warning. Must not guess: the clerk says in vanthu.toml which column it is, or that it is none. `read` calls
//! it for the first table of every sheet.

use super::ambiguous::is_deadline;
use super::columns::{FoundHeader, Layout};
use super::heading::Heading;
use super::meaning::meaning_of;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, column_letters};
use crate::vietnamese::fold;

impl FoundHeader<'_> {
    /// Reports filled columns with an unknown heading, where a column that the sheet lives by was not found.
    pub(in crate::records) fn report_unknown_columns(&self, layout: &Layout, out: &mut Diagnostics) {
        let kind = self.kind;
        let is_missing = |field: &&Field| !layout.first_columns().contains_key(field);
        let missing: Vec<Field> = key_fields(kind).iter().filter(is_missing).copied().collect();
        let Some(&first_missing) = missing.first() else { return };
        let unknown = self.header.headings.iter().filter(|heading| self.is_unknown(heading));
        // Where all are missing, any column may be one of them; a single one is missed only where a column looks like it.
        let is_bare = missing.len() > 1 && missing.len() == key_fields(kind).len();
        let may_be_meant =
            |heading: &&Heading| is_bare || missing.iter().any(|field| looks_like(*field, &self.samples(heading)));
        let unknown: Vec<&Heading> = unknown.filter(may_be_meant).collect();
        let Some(first) = unknown.first() else { return };
        let name = |field: &Field| kind.columns().iter().find(|column| column.field == *field).map(|one| one.heading);
        let names: Vec<String> = missing.iter().filter_map(name).map(|name| format!("«{name}»")).collect();
        let listed = unknown
            .iter()
            .map(|heading| format!("{} «{}»", column_letters(heading.column), heading.text().replace('\n', " ")));
        let message = Diagnostic::warning("SL-056").at(&self.place.at_cell(first.row, first.column));
        let message = message.with("missing", names.join(", ")).with("columns", listed.collect::<Vec<_>>().join(", "));
        out.report(message.with("key", fold::key(first.text())).with("choice", first_missing.id()));
    }

    /// Whether nobody knows the heading and its column is filled.
    fn is_unknown(&self, heading: &Heading) -> bool {
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let is_filled = || self.sheet.rows.range(last + 1..).any(|(_, cells)| cells.contains_key(&heading.column));
        meaning_of(self.kind, heading, self.answers).is_none() && is_filled()
    }
}

/// Whether more than half of the cells of a column look like those of a field.
fn looks_like(field: Field, samples: &[&str]) -> bool {
    let is_like = |text: &&&str| match field {
        Field::Deadline => is_deadline(text),
        Field::Lead => names_a_body(text),
        Field::Outcome => text.split_whitespace().nth(3).is_some(),
        Field::Actual => text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_alphabetic),
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
fn key_fields(kind: SheetKind) -> &'static [Field] {
    match kind {
        SheetKind::Assignments => &[Field::Lead, Field::Deadline],
        SheetKind::Completions => &[Field::Outcome],
        // The matrix of villages asks about its own headings.
        SheetKind::Indicators => &[Field::Actual],
        _ => &[],
    }
}
