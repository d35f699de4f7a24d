//! A block of a template that asks for a table: source, columns, grouping.
//!
//! Owns what such a block may say, and its mistakes. Must not know data. `checking` tells the mistakes; `made` makes the
//! table of what is right.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::columns::{Column, Source};
use crate::contract::SheetKind;
use crate::diag::Diagnostic;
use crate::draft::language::{Fault, Faults, Spot};
use crate::vietnamese::fold;

/// The word behind the fence.
pub(in crate::draft) const NAME: &str = "bang";
/// The keys of a block.
const KEYS: [&str; 3] = ["nguon", "cot", "nhom"];

/// A table that is asked for.
#[derive(Debug)]
pub(in crate::draft) struct Request {
    /// What its rows are.
    pub(super) source: Source,
    /// Its columns, left to right; never empty.
    pub(super) columns: Vec<&'static Column>,
    /// Whether a row stands above each group.
    pub(super) is_grouped: bool,
}

/// Whether the words behind a fence ask for a table.
pub(in crate::draft) fn is_asked_by(fence: &str) -> bool {
    fence.split_whitespace().next() == Some(NAME)
}

/// Whether a template's file holds a block that asks for a table with a row a task.
pub(in crate::draft) fn stands_in(file: &[u8]) -> bool {
    let is_of_tasks = |request: &Request| request.source.sheet() == SheetKind::Assignments;
    requests(&String::from_utf8_lossy(file)).iter().any(is_of_tasks)
}

/// Whether a text holds a block that asks for a table of figures.
pub(in crate::draft) fn needs_figures(text: &str) -> bool {
    requests(text).iter().any(|request| request.source.is_computed())
}

/// The blocks of a text that are right, in order.
pub(super) fn requests(text: &str) -> Vec<Request> {
    let fence = |line: &str| line.trim_start().strip_prefix("```").map(str::to_owned);
    let mut requests = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if fence(line).is_some_and(|words| is_asked_by(&words)) {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| fence(line).is_none()).collect();
            requests.extend(read(&inside.join("\n")).ok());
        }
    }
    requests
}

/// Reads what stands between the fences; places are bytes of it.
///
/// # Errors
/// `MAU-026`, every mistake in order.
pub(in crate::draft) fn read(inside: &str) -> Result<Request, Vec<Fault>> {
    let mut reader = Reader::default();
    if let Some(at) = ["{{", "{%"].iter().filter_map(|opening| inside.find(opening)).min() {
        reader.add(wrong("{{ … }}").hint("tags"), &(at..at + 2));
        return Err(reader.faults.in_order());
    }
    let (root, errors) = DeTable::parse_recoverable(inside);
    for error in &errors {
        reader.add(wrong(NAME).hint("form"), &error.span().unwrap_or_default());
    }
    let request = if errors.is_empty() { reader.block(root.get_ref()) } else { None };
    match (request, reader.faults.in_order()) {
        (Some(request), faults) if faults.is_empty() => Ok(request),
        (_, faults) => Err(faults),
    }
}

fn wrong(what: &str) -> Diagnostic {
    Diagnostic::error("MAU-026").with("what", what)
}

#[derive(Default)]
struct Reader {
    faults: Faults,
}

impl Reader {
    fn add(&mut self, message: Diagnostic, span: &Spot) {
        self.faults.add(message, span.clone());
    }

    fn block(&mut self, root: &DeTable) -> Option<Request> {
        for (name, _) in root.iter().filter(|(name, _)| !KEYS.contains(&name.get_ref().as_ref())) {
            let typed = name.get_ref().as_ref();
            let message = wrong(typed).with("names", KEYS.join(", ")).hint("names");
            self.add(message.nearest(fold::nearest(typed, KEYS)), &name.span());
        }
        let (Some(source), Some(columns)) = (root.get("nguon"), root.get("cot")) else {
            self.add(wrong(NAME).hint("form"), &(0..1));
            return None;
        };
        let is_grouped = root.get("nhom").is_some_and(|value| self.truth(value));
        let source = self.source(source)?;
        Some(Request { source, columns: self.columns(columns, source)?, is_grouped })
    }

    fn truth(&mut self, value: &Spanned<DeValue>) -> bool {
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.add(wrong("nhom").hint("form"), &value.span());
        }
        truth.unwrap_or_default()
    }

    fn source(&mut self, value: &Spanned<DeValue>) -> Option<Source> {
        let typed = value.get_ref().as_str().unwrap_or_default();
        let found = Source::ALL.into_iter().find(|source| source.name() == typed);
        if found.is_none() {
            let names = Source::ALL.map(Source::name);
            let message = wrong(typed).with("names", names.join(", ")).hint("names");
            self.add(message.nearest(fold::nearest(typed, names)), &value.span());
        }
        found
    }

    fn columns(&mut self, value: &Spanned<DeValue>, source: Source) -> Option<Vec<&'static Column>> {
        let items = value.get_ref().as_array().filter(|items| !items.is_empty());
        let Some(items) = items else {
            self.add(wrong("cot").hint("form"), &value.span());
            return None;
        };
        Some(items.iter().filter_map(|item| self.column(item, source)).collect())
    }

    fn column(&mut self, value: &Spanned<DeValue>, source: Source) -> Option<&'static Column> {
        let typed = value.get_ref().as_str().unwrap_or_default();
        let found = source.columns().iter().find(|column| column.name == typed);
        if found.is_none() {
            let names: Vec<&str> = source.columns().iter().map(|column| column.name).collect();
            let nearest = fold::meant(typed, &names);
            let message = wrong(typed).with("names", names.join(", ")).hint("names");
            self.add(message.nearest(nearest), &value.span());
        }
        found
    }
}
