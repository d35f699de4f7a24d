//! The index of a batch as a workbook: `muc-luc.xlsx`.
//!
//! Owns its two sheets: the documents, and rows ready to be pasted into the register of outgoing documents (QT-05: PL4 I),
//! number and date open. Must not know Excel: `workbook` writes the description.

use super::index::{BatchIndex, IndexedDocument, IndexedTask};
use crate::contract::EntryLook;
use crate::workbook::{
    ColumnDescription, DescribedRow, FileIdentity, FilledCell, SheetBody, SheetDescription, TableDescription,
    WorkbookDescription, write,
};

/// Raise it when a sheet or a heading changes.
const EDITION: i32 = 1;

/// Texts of a cell longer than this are cut: Excel keeps no more.
const LONGEST_CELL: usize = 32_000;

/// The columns of the sheet of documents: heading, width in digits, look.
const DOCUMENTS: [(&str, u32, EntryLook); 8] = [
    ("STT", 6, EntryLook::Ordinal),
    ("Tệp", 46, EntryLook::Words),
    ("Thôn, đơn vị", 28, EntryLook::Words),
    ("Mẫu", 24, EntryLook::Words),
    ("Nhiệm vụ", 30, EntryLook::Words),
    ("Số nhiệm vụ", 12, EntryLook::Count),
    ("Cảnh báo", 10, EntryLook::Count),
    ("Mã SHA256", 66, EntryLook::Code),
];

/// The ten columns of the register of outgoing documents (QT-05).
const REGISTER: [(&str, u32, EntryLook); 10] = [
    ("Số, ký hiệu văn bản", 18, EntryLook::Code),
    ("Ngày, tháng văn bản", 14, EntryLook::Day),
    ("Tên loại và trích yếu nội dung văn bản", 50, EntryLook::Words),
    ("Người ký", 22, EntryLook::Words),
    ("Nơi nhận văn bản", 40, EntryLook::Words),
    ("Đơn vị, người nhận bản lưu", 20, EntryLook::Words),
    ("Số lượng bản", 10, EntryLook::Count),
    ("Ngày chuyển", 14, EntryLook::Day),
    ("Ký nhận", 14, EntryLook::Words),
    ("Ghi chú", 30, EntryLook::Words),
];

/// The bytes of the workbook; the same for the same index.
#[must_use]
pub fn index_workbook(index: &BatchIndex) -> Vec<u8> {
    let identity = FileIdentity {
        title: "Mục lục văn bản".to_owned(),
        subject: "Văn bản viết cho từng thôn, từng đơn vị".to_owned(),
        comment: format!("Viết từ {}", index.source),
        form: "muc-luc".to_owned(),
        edition: EDITION,
    };
    let documents = (1..).zip(&index.documents).map(|(number, document)| document_row(number, document));
    let register = index.documents.iter().map(register_row);
    let sheets = vec![
        sheet("Mục lục", &DOCUMENTS, documents.collect()),
        sheet("Sổ đăng ký văn bản đi", &REGISTER, register.collect()),
    ];
    write(&WorkbookDescription { identity, sheets })
}

fn sheet(title: &str, columns: &[(&str, u32, EntryLook)], rows: Vec<DescribedRow>) -> SheetDescription {
    let columns = columns
        .iter()
        .map(|&(heading, width, look)| ColumnDescription { look, ..ColumnDescription::new(heading, width) })
        .collect();
    let body = SheetBody::Table(TableDescription { columns, rows, is_open: false });
    SheetDescription { title: title.to_owned(), is_hidden: false, body }
}

fn document_row(number: usize, document: &IndexedDocument) -> DescribedRow {
    let name = |task: &IndexedTask| task.id.clone().unwrap_or_else(|| task.cell.clone());
    let tasks: Vec<String> = document.rows.iter().map(name).collect();
    DescribedRow::Cells(vec![
        Some(count(number)),
        text(&document.file),
        text(&document.unit),
        text(&document.template),
        text(&tasks.join("; ")),
        Some(count(document.rows.len())),
        Some(count(document.warnings)),
        text(&document.sha256),
    ])
}

fn register_row(document: &IndexedDocument) -> DescribedRow {
    DescribedRow::Cells(vec![
        text(&format!("      /{}", document.symbol)),
        None,
        text(&document.subject),
        text(&document.signer),
        text(&document.recipients.join("; ")),
        text(&document.archive),
        None,
        None,
        None,
        text(&document.unit),
    ])
}

fn count(number: usize) -> FilledCell {
    FilledCell::Number(number.to_string())
}

/// A cell with a text, never a formula; blank for an empty one.
fn text(text: &str) -> Option<FilledCell> {
    let cut: String = text.chars().take(LONGEST_CELL).collect();
    (!cut.is_empty()).then_some(FilledCell::Text(cut))
}
