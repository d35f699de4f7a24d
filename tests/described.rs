//! Workbooks other than the contract's, written from a description and read as any program reads them: an index with
//! its own headings, and a form with locked columns and a hidden sheet.

use std::io::Cursor;

use calamine::{Data, Reader as _, SheetVisible, Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;
use vanthu::contract::{EntryLook, Field, SheetKind};
use vanthu::workbook::{
    Allowed, ColumnDescription, ColumnReference, DescribedRow, DropDown, FileIdentity, FilledCell, FormDescription,
    ItemDescription, ListDescription, ListWords, SheetBody, SheetDescription, TableDescription, WorkbookDescription,
    column, write,
};

use crate::support::docx::parts;

fn identity(form: &str) -> FileIdentity {
    FileIdentity {
        title: "Thử".to_owned(),
        subject: String::new(),
        comment: String::new(),
        form: form.to_owned(),
        edition: 1,
    }
}

fn cell(text: &str) -> FilledCell {
    FilledCell::Text(text.to_owned())
}

fn sheet(title: &str, is_hidden: bool, body: SheetBody) -> SheetDescription {
    SheetDescription { title: title.to_owned(), is_hidden, body }
}

fn reference(sheet: &str, heading: &str) -> ColumnReference {
    ColumnReference { sheet: sheet.to_owned(), heading: heading.to_owned() }
}

/// The workbook as another program opens it.
fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(bytes)).expect("another program can open it")
}

fn rows(bytes: &[u8], title: &str) -> Vec<Vec<String>> {
    let range = opened(bytes).worksheet_range(title).expect("the sheet is there");
    let text = |cell: &Data| match cell {
        Data::DateTime(moment) => moment.as_datetime().expect("a day").date().to_string(),
        _ => cell.to_string(),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

fn sheet_xml(bytes: &[u8], number: usize) -> String {
    let part = parts(bytes).remove(&format!("xl/worksheets/sheet{number}.xml")).expect("the sheet has a part");
    String::from_utf8(part).expect("a part is UTF-8")
}

// --- An index of documents, for reading only ---

fn index() -> WorkbookDescription {
    let day = NaiveDate::from_ymd_opt(2026, 4, 15).expect("a day");
    let written = |number: &str, name: &str| {
        DescribedRow::Cells(vec![
            Some(FilledCell::Number(number.to_owned())),
            Some(cell(name)),
            None,
            Some(FilledCell::Date(day)),
        ])
    };
    let columns = vec![
        ColumnDescription { look: EntryLook::Ordinal, ..ColumnDescription::new("STT", 8) },
        ColumnDescription::new("Tệp văn bản", 60),
        ColumnDescription::new("Ghi chú", 22),
        ColumnDescription { look: EntryLook::Day, ..ColumnDescription::new("Ngày lập", 15) },
    ];
    let rows = vec![
        DescribedRow::Group("Thôn Bến Đá".to_owned()),
        written("1", "cong-van-ben-da.docx"),
        written("2", "ke-hoach-ben-da.docx"),
    ];
    let table = TableDescription { columns, rows, is_open: false };
    WorkbookDescription {
        identity: identity("muc-luc"),
        sheets: vec![sheet("Mục lục", false, SheetBody::Table(table))],
    }
}

#[test]
fn an_index_has_its_own_headings() {
    let bytes = write(&index());
    assert_eq!(
        rows(&bytes, "Mục lục"),
        [
            ["STT", "Tệp văn bản", "Ghi chú", "Ngày lập"],
            ["Thôn Bến Đá", "", "", ""],
            ["1", "cong-van-ben-da.docx", "", "2026-04-15"],
            ["2", "ke-hoach-ben-da.docx", "", "2026-04-15"],
        ]
    );
    let xml = sheet_xml(&bytes, 1);
    assert!(!xml.contains("<sheetProtection") && !xml.contains("bắt buộc"), "{xml}");
    assert!(xml.contains("sqref=\"A2:D4\""), "a finished table has no room for more rows: {xml}");
    let properties = parts(&bytes).remove("docProps/custom.xml").expect("the properties are there");
    assert!(String::from_utf8_lossy(&properties).contains("muc-luc"));
    assert!(bytes == write(&index()));
}

#[test]
fn an_index_without_rows_has_only_its_headings() {
    let mut empty = index();
    if let SheetBody::Table(table) = &mut empty.sheets[0].body {
        table.rows.clear();
    }
    assert_eq!(rows(&write(&empty), "Mục lục").len(), 1);
}

// --- A form: what a unit has to fill in ---

/// The report of one unit: a sheet of items, the tasks locked beside their results, the lists and marks hidden.
fn form() -> WorkbookDescription {
    let offered =
        |list: &str, is_closed| Allowed::Choice(DropDown { source: reference("Danh mục", list), is_closed });
    let item = |title: &str, value, is_locked| ItemDescription {
        title: title.to_owned(),
        look: EntryLook::Words,
        allowed: Allowed::Anything,
        help: String::new(),
        is_required: false,
        is_locked,
        value,
    };
    let head = FormDescription {
        columns: [ColumnDescription::new("Mục", 26), ColumnDescription::new("Giá trị", 60)],
        items: vec![
            item("Đơn vị báo cáo", Some(cell("Phòng Kinh tế")), true),
            ItemDescription { help: "Ai điền sổ này.".to_owned(), ..item("Người lập", None, false) },
        ],
    };
    let code = SheetKind::Completions.column(Field::Code).expect("the contract has it");
    let table = TableDescription {
        columns: vec![
            ColumnDescription { allowed: Allowed::Anything, ..column(code) }.locked(),
            ColumnDescription::new("Việc được giao", 60).locked(),
            ColumnDescription { allowed: offered("Tình hình", true), ..ColumnDescription::new("Tình hình", 18) },
            ColumnDescription { allowed: offered("Các mã", false), ..ColumnDescription::new("Cùng với", 18) },
        ],
        rows: vec![
            DescribedRow::Cells(vec![Some(cell("DV-01")), Some(cell("Rà soát hộ nghèo"))]),
            DescribedRow::Cells(vec![Some(cell("DV-02")), Some(cell("Tập huấn")), None, None]),
        ],
        is_open: false,
    };
    let words = |words: &[&str]| ListWords::Fixed(words.iter().map(|&word| word.to_owned()).collect());
    let lists = vec![
        ListDescription { heading: "Tình hình".to_owned(), words: words(&["Xong", "Chưa xong"]) },
        ListDescription {
            heading: "Các mã".to_owned(), words: ListWords::OfColumns(vec![reference("Kết quả", "Mã")])
        },
    ];
    let mark = TableDescription {
        columns: vec![ColumnDescription::new("Kỳ", 18).locked()],
        rows: vec![DescribedRow::Cells(vec![Some(cell("quý II năm 2026"))])],
        is_open: false,
    };
    WorkbookDescription {
        identity: identity("bieu-don-vi"),
        sheets: vec![
            sheet("Thông tin", false, SheetBody::Form(head)),
            sheet("Kết quả", false, SheetBody::Table(table)),
            sheet("Danh mục", true, SheetBody::Lists(lists)),
            sheet("Dấu", true, SheetBody::Table(mark)),
        ],
    }
}

#[test]
fn a_form_hides_its_lists_and_marks() {
    let bytes = write(&form());
    let book = opened(&bytes);
    let shown: Vec<(&str, SheetVisible)> =
        book.sheets_metadata().iter().map(|sheet| (&*sheet.name, sheet.visible)).collect();
    let expected = [
        ("Thông tin", SheetVisible::Visible),
        ("Kết quả", SheetVisible::Visible),
        ("Danh mục", SheetVisible::Hidden),
        ("Dấu", SheetVisible::Hidden),
    ];
    assert_eq!(shown, expected);
    assert_eq!(rows(&bytes, "Dấu"), [["Kỳ"], ["quý II năm 2026"]]);
    assert_eq!(rows(&bytes, "Thông tin")[1], ["Đơn vị báo cáo", "Phòng Kinh tế"]);
    assert_eq!(rows(&bytes, "Danh mục")[1][..3], ["Xong", "DV-01", "2"], "a list follows the rows of its column");
}

#[test]
fn given_cells_of_a_form_are_locked_and_requested_ones_are_open() {
    let bytes = write(&form());
    let styles = String::from_utf8(parts(&bytes).remove("xl/styles.xml").expect("styles")).expect("UTF-8");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).expect("formats").split("<xf ").skip(1).collect();
    let is_open = |style: &str| {
        let number: usize = style.split('"').next().and_then(|number| number.parse().ok()).expect("a number");
        formats[number].contains("locked=\"0\"")
    };
    let xml = sheet_xml(&bytes, 2);
    assert!(xml.contains("<sheetProtection") && !xml.contains("password"), "{xml}");
    let columns: Vec<bool> =
        xml.split("<col ").skip(1).map(|col| is_open(col.split("style=\"").nth(1).expect("a style"))).collect();
    // The last two columns are equal and share one element.
    assert_eq!(columns, [false, false, true]);
    let items = sheet_xml(&bytes, 1);
    let value = |cell: &str| {
        let tag = items.split(&format!("<c r=\"{cell}\" ")).nth(1).expect("the cell is there");
        is_open(tag.split("s=\"").nth(1).expect("a style"))
    };
    assert_eq!((items.contains("<sheetProtection"), value("B2"), value("B3")), (true, false, true));
}

#[test]
fn a_drop_down_offers_its_list() {
    let xml = sheet_xml(&write(&form()), 2);
    assert!(xml.contains("<formula1>'Danh mục'!$A$2:$A$3</formula1>"), "{xml}");
    assert!(xml.contains("<formula1>OFFSET('Danh mục'!$B$2,0,0,MAX(1,'Danh mục'!$C$2),1)</formula1>"), "{xml}");
}
