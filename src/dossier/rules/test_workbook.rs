//! Workbooks for the tests of the rules: rows by field, checked as a whole.
//!
//! Owns the shortest way from cells to messages. Must not know any rule. The tests of each rule look for its own code.

use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Dossier, Terms, check};
use crate::records::Records;
use crate::settings::Settings;

/// Cells of a row, in the order of its columns; an empty text is a blank cell.
pub(crate) type Row<'a> = &'a [(Field, &'a str)];

/// A workbook of a test.
#[derive(Default)]
pub(crate) struct TestWorkbook {
    records: Records,
    settings: Settings,
}

impl TestWorkbook {
    /// A complete programme of this period, with these further keys of Thông tin chung.
    pub(crate) fn programme(period: &str, keys: &[(&str, &str)]) -> Self {
        let whole = [
            ("Loại văn bản", "Chương trình"),
            ("Cơ quan ban hành", "Ủy ban nhân dân xã Đồng Mây"),
            ("Địa danh", "Đồng Mây"),
            ("Chủ đề", "công tác dân vận"),
            ("Đơn vị soạn thảo", "Phòng Văn hóa - Xã hội"),
            ("Kỳ", period),
        ];
        whole.iter().chain(keys).fold(Self::default(), |workbook, &(key, value)| {
            workbook.row(SheetKind::General, &[(Field::Item, key), (Field::Value, value)])
        })
    }

    /// Adds a reporting window after the end of the period.
    pub(crate) fn with_window(mut self, days: u32) -> Self {
        self.settings.reporting_window_days = days;
        self
    }

    /// Adds a row.
    pub(crate) fn row(mut self, kind: SheetKind, cells: Row) -> Self {
        self.records.add_row(kind, cells);
        self
    }

    /// Adds a task.
    pub(crate) fn task(self, cells: Row) -> Self {
        self.row(SheetKind::Assignments, &[&[(Field::Content, "Việc cần làm")], cells].concat())
    }

    /// Adds a result.
    pub(crate) fn result(self, cells: Row) -> Self {
        self.row(SheetKind::Completions, cells)
    }

    /// The facts; mistakes are reported to `out`.
    pub(crate) fn dossier(&self, out: &mut Diagnostics) -> Dossier {
        check(&self.records, &Terms { settings: &self.settings, as_of: None }, out)
    }

    /// The messages with this code.
    pub(crate) fn messages(&self, code: &str) -> Vec<Diagnostic> {
        let mut out = Diagnostics::new();
        let dossier = self.dossier(&mut out);
        dossier.unread().iter().cloned().for_each(|message| out.report(message));
        out.messages().iter().filter(|message| message.code == code).cloned().collect()
    }

    /// The cell and the hint of each message with this code.
    pub(crate) fn cells_and_hints(&self, code: &str) -> Vec<(String, Option<&'static str>)> {
        Self::places(&self.messages(code))
    }

    /// The cell and the hint of each of these messages.
    pub(crate) fn places(messages: &[Diagnostic]) -> Vec<(String, Option<&'static str>)> {
        messages.iter().map(|message| (message.place.cell_name(), message.hint)).collect()
    }
}
