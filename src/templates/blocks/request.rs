//! Parses a block of a template that requests a table (source, columns, grouping) or a chart (source).
//!
//! Owns what such a block may contain, and its mistakes. Must not know data. `checking` reports the mistakes; `draft`
//! makes the table or chart.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::chart_source::ChartSource;
use super::columns::{ColumnContent, PrintedColumn};
use super::table_source::TableSource;
use crate::contract::SheetKind;
use crate::diag::Diagnostic;
use crate::templates::language::{Fault, Faults, Spot};
use crate::vietnamese::fold;

/// The sort of block, by the word after its fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fence {
    /// A table of data.
    Table,
    /// A chart.
    Chart,
}

impl Fence {
    /// The sort of block for the words after a fence; `None` for any other code block.
    pub(crate) fn of(words: &str) -> Option<Self> {
        let first = words.split_whitespace().next();
        [Self::Table, Self::Chart].into_iter().find(|fence| first == Some(fence.name()))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Table => "bang",
            Self::Chart => "bieu-do",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["nguon", "cot", "nhom"],
            Self::Chart => &["nguon"],
        }
    }

    /// The hint that shows the syntax of the block.
    fn form(self) -> &'static str {
        match self {
            Self::Table => "form",
            Self::Chart => "chart",
        }
    }
}

/// A parsed block.
#[derive(Clone, Debug)]
pub(crate) enum RequestedBlock {
    /// A table of data.
    Table(TableRequest),
    /// A chart.
    Chart(ChartSource),
}

/// A requested table.
#[derive(Clone, Debug)]
pub(crate) struct TableRequest {
    /// The source of its rows.
    pub(crate) source: TableSource,
    /// Its columns, left to right; never empty.
    pub(crate) columns: Vec<&'static PrintedColumn>,
    /// Whether each group has a heading row.
    pub(crate) is_grouped: bool,
}

/// The blocks of a text, parsed once for all papers.
#[derive(Debug)]
pub(crate) struct KnownBlocks(Vec<(Fence, String, RequestedBlock)>);

impl KnownBlocks {
    /// The valid blocks that stand in a text.
    pub(crate) fn of(text: &str) -> Self {
        Self(blocks(text))
    }

    /// The block with this text between its fences, if it is known.
    pub(crate) fn get(&self, fence: Fence, inside: &str) -> Option<&RequestedBlock> {
        let inside = inside.trim_end();
        self.0.iter().find(|(known, text, _)| *known == fence && text == inside).map(|(_, _, block)| block)
    }
}

/// Whether a template's file has a block for a table with one row per task.
pub(crate) fn has_task_table(text: &str) -> bool {
    let is_of_tasks = |request: &TableRequest| request.source.sheet() == SheetKind::Assignments;
    requests(text).iter().any(is_of_tasks)
}

/// Whether a text has a block that needs figures: a table of them, or a chart.
pub(crate) fn needs_figures(text: &str) -> bool {
    blocks(text).iter().any(|(_, _, block)| match block {
        RequestedBlock::Table(request) => request.source.is_computed(),
        RequestedBlock::Chart(_) => true,
    })
}

/// The tables that a text requests, in order.
pub(crate) fn requests(text: &str) -> Vec<TableRequest> {
    let request = |(_, _, block)| match block {
        RequestedBlock::Table(request) => Some(request),
        RequestedBlock::Chart(_) => None,
    };
    blocks(text).into_iter().filter_map(request).collect()
}

/// The valid blocks of a text, in order, each with the text between its fences.
fn blocks(text: &str) -> Vec<(Fence, String, RequestedBlock)> {
    let words = |line: &str| line.trim_start().strip_prefix("```").map(str::to_owned);
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(fence) = words(line).and_then(|words| Fence::of(&words)) {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| words(line).is_none()).collect();
            let inside = inside.join("\n").trim_end().to_owned();
            blocks.extend(read(fence, &inside).ok().map(|block| (fence, inside, block)));
        }
    }
    blocks
}

/// Parses the text between the fences; places are bytes of it.
///
/// # Errors
/// `MAU-026`, every mistake in order.
pub(crate) fn read(fence: Fence, inside: &str) -> Result<RequestedBlock, Vec<Fault>> {
    let mut reader = RequestReader { fence, faults: Faults::default() };
    if let Some(at) = ["{{", "{%"].iter().filter_map(|opening| inside.find(opening)).min() {
        reader.add(reader.wrong("{{ … }}").hint("tags"), &(at..at + 2));
        return Err(reader.faults.in_order());
    }
    let (root, errors) = DeTable::parse_recoverable(inside);
    for error in &errors {
        reader.add(reader.misshapen(fence.name()), &error.span().unwrap_or_default());
    }
    let block = if errors.is_empty() { reader.block(root.get_ref()) } else { None };
    match (block, reader.faults.in_order()) {
        (Some(block), faults) if faults.is_empty() => Ok(block),
        (_, faults) => Err(faults),
    }
}

/// Columns of the widest table: more can't be read on a page.
const MOST_COLUMNS: usize = 16;

/// Columns of words in the widest table: more would be narrower than two words, even in landscape.
const MOST_OF_WORDS: usize = 9;

struct RequestReader {
    fence: Fence,
    faults: Faults,
}

impl RequestReader {
    fn wrong(&self, what: &str) -> Diagnostic {
        Diagnostic::error("MAU-026").with("block", self.fence.name()).with("what", what)
    }

    /// The message about a value of the wrong type.
    fn misshapen(&self, what: &str) -> Diagnostic {
        self.wrong(what).hint(self.fence.form())
    }

    /// The message about a word that is none of these.
    fn unknown(&self, typed: &str, names: &[&str], nearest: Option<&str>) -> Diagnostic {
        self.wrong(typed).with("names", names.join(", ")).hint("names").nearest(nearest)
    }

    fn add(&mut self, message: Diagnostic, span: &Spot) {
        self.faults.add(message, span.clone());
    }

    fn block(&mut self, root: &DeTable) -> Option<RequestedBlock> {
        let keys = self.fence.keys();
        for (name, _) in root.iter().filter(|(name, _)| !keys.contains(&name.get_ref().as_ref())) {
            let typed = name.get_ref().as_ref();
            let message = self.unknown(typed, keys, fold::nearest(typed, keys.iter().copied()));
            self.add(message, &name.span());
        }
        let block = match self.fence {
            Fence::Table => root.get("nguon").zip(root.get("cot")).map(|keys| self.table(keys, root.get("nhom"))),
            Fence::Chart => root.get("nguon").map(|source| {
                self.source(source, ChartSource::ALL.map(|source| (source.name(), source))).map(RequestedBlock::Chart)
            }),
        };
        if block.is_none() {
            self.add(self.misshapen(self.fence.name()), &(0..1));
        }
        block.flatten()
    }

    fn table(
        &mut self,
        (source, columns): (&Spanned<DeValue>, &Spanned<DeValue>),
        grouping: Option<&Spanned<DeValue>>,
    ) -> Option<RequestedBlock> {
        let is_grouped = grouping.is_some_and(|value| self.truth(value));
        let source = self.source(source, TableSource::ALL.map(|source| (source.name(), source)))?;
        Some(RequestedBlock::Table(TableRequest { source, columns: self.columns(columns, source)?, is_grouped }))
    }

    fn truth(&mut self, value: &Spanned<DeValue>) -> bool {
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.add(self.misshapen("nhom"), &value.span());
        }
        truth.unwrap_or_default()
    }

    fn source<S: Copy, const N: usize>(&mut self, value: &Spanned<DeValue>, all: [(&'static str, S); N]) -> Option<S> {
        let typed = value.get_ref().as_str().unwrap_or_default();
        let found = all.into_iter().find(|(name, _)| *name == typed);
        if found.is_none() {
            let names = all.map(|(name, _)| name);
            let message = self.unknown(typed, &names, fold::nearest(typed, names));
            self.add(message, &value.span());
        }
        found.map(|(_, source)| source)
    }

    fn columns(&mut self, value: &Spanned<DeValue>, source: TableSource) -> Option<Vec<&'static PrintedColumn>> {
        let items = value.get_ref().as_array().filter(|items| !items.is_empty());
        let Some(items) = items else {
            self.add(self.misshapen("cot"), &value.span());
            return None;
        };
        if items.len() > MOST_COLUMNS {
            self.add(self.wrong("cot").with("most", MOST_COLUMNS).hint("many"), &value.span());
            return None;
        }
        let mut columns: Vec<&'static PrintedColumn> = Vec::new();
        for item in items {
            let Some(column) = self.column(item, source) else { continue };
            if columns.iter().any(|known| known.name == column.name) {
                self.add(self.wrong(column.name).hint("twice"), &item.span());
            } else {
                columns.push(column);
            }
        }
        let wordy: Vec<&str> =
            columns.iter().filter(|one| one.content == ColumnContent::Text).map(|one| one.name).collect();
        if let Some(more) = wordy.get(MOST_OF_WORDS..).filter(|more| !more.is_empty()) {
            let message = self.wrong("cot").with("most", MOST_OF_WORDS).with("names", more.join(", "));
            self.add(message.hint("wordy"), &value.span());
            return None;
        }
        Some(columns)
    }

    fn column(&mut self, value: &Spanned<DeValue>, source: TableSource) -> Option<&'static PrintedColumn> {
        let typed = value.get_ref().as_str().unwrap_or_default();
        let found = source.columns().iter().find(|column| column.name == typed);
        if found.is_none() {
            let names: Vec<&str> = source.columns().iter().map(|column| column.name).collect();
            let message = self.unknown(typed, &names, fold::best_match(typed, &names));
            self.add(message, &value.span());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hints of the mistakes in a block of a chart.
    fn check(inside: &str, expected: &[&str]) {
        let faults = read(Fence::Chart, inside).err().into_iter().flatten();
        assert_eq!(faults.filter_map(|fault| fault.message.hint).collect::<Vec<_>>(), expected, "{inside}");
    }

    #[test]
    fn the_word_after_a_fence_selects_table_or_chart() {
        assert_eq!(
            ["bang", " bieu-do x", "bieudo", ""].map(Fence::of),
            [Some(Fence::Table), Some(Fence::Chart), None, None]
        );
    }

    #[test]
    fn a_chart_has_only_a_source() {
        for (inside, expected) in
            [("nguon = \"don_vi\"", ChartSource::Units), ("nguon = \"thon\"", ChartSource::Villages)]
        {
            let block = read(Fence::Chart, inside).expect("the block is right");
            assert!(matches!(block, RequestedBlock::Chart(source) if source == expected));
        }
    }

    #[test]
    fn every_mistake_in_the_block_of_a_chart_is_reported() {
        check("", &["chart"]);
        check("nguon =", &["chart"]);
        check("nguon = \"thon\"\ncot = [\"stt\"]", &["names"]);
        check("nguon = \"nhiem_vu\"", &["names"]);
        check("nguon = \"don_v\"", &["nearest"]);
        check("nguon = 3", &["names"]);
        check("nguon = \"{{ don_vi }}\"", &["tags"]);
    }
}
