//! The table village × indicator: every layout gives the records of the table with a column of codes.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook as Written, Worksheet};
use vanthu::contract::{Field, SheetKind};
use vanthu::diag::{Diagnostic, Severity};
use vanthu::records::{Cell, HeadingAnswers, Ledger, Records};

use crate::test_workbooks::{errors, places, read_book, read_with, text_book};

const KIND: SheetKind = SheetKind::VillageIndicators;

/// The group and the values of a record, without places.
type RecordValues = (Option<String>, BTreeMap<Field, Cell>);

fn values(records: &Records) -> Vec<RecordValues> {
    let values_of = |record: &vanthu::records::Record| {
        let cells = record.cells.iter().map(|(field, cell)| (field, cell.value.clone()));
        (record.group.clone().map(|group| group.value), cells.collect())
    };
    records.rows(KIND).iter().map(values_of).collect()
}

/// The village, code, plan, actual figure and same period of every record, each empty where it is blank.
fn figures(records: &Records) -> Vec<[String; 5]> {
    let fields = [Field::Village, Field::Code, Field::Planned, Field::Actual, Field::SamePeriod];
    let text = |record: &vanthu::records::Record, field| record.text(field).map(|text| text.value).unwrap_or_default();
    records.rows(KIND).iter().map(|record| fields.map(|field| text(record, field))).collect()
}

fn ledger(records: &Records) -> Ledger {
    let ledger = records.sheets[0].ledger;
    let Ledger { rows, tasks, groups, totals, blank, refused, other } = ledger;
    assert_eq!(rows, tasks + groups + totals + blank + refused + other);
    ledger
}

#[track_caller]
fn read_without_messages(name: &str, rows: &[&[&str]]) -> Records {
    let (records, messages) = read_book(&text_book(&[(name, rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    records
}

/// Reads a table of two villages and two indicators, whatever its header.
#[track_caller]
fn check_header(header: &[&[&str]]) {
    let mut rows = header.to_vec();
    rows.extend([&["1", "Thôn Bến Đá", "10", "8", "5", "4"][..], &["2", "Thôn Cầu Mới", "12", "", "", ""][..]]);
    let records = read_without_messages("Chỉ tiêu thôn", &rows);
    let expected = [
        ["Thôn Bến Đá", "CT-01", "10", "8", ""],
        ["Thôn Bến Đá", "CT-02", "5", "4", ""],
        ["Thôn Cầu Mới", "CT-01", "12", "", ""],
        ["Thôn Cầu Mới", "CT-02", "", "", ""],
    ];
    assert_eq!(figures(&records), expected.map(|row| row.map(str::to_owned)), "{header:?}");
    let first =
        u32::try_from(rows.iter().position(|row| row.first() == Some(&"1")).expect("a first row")).expect("few rows");
    let expected = Ledger { rows: first + 2, tasks: 2, other: first, ..Ledger::default() };
    let Ledger { blank, other, .. } = ledger(&records);
    assert_eq!(Ledger { blank: 0, other: other + blank, ..ledger(&records) }, expected, "{header:?}");
    assert_eq!(records.sheets[0].unread_columns, [0; 0]);
}

#[test]
fn indicators_may_have_headings_in_many_forms() {
    check_header(&[&["STT", "Thôn", "CT-01", "", "CT-02", ""], &["", "", "Kế hoạch", "Thực hiện", "KH", "TH"]]);
    check_header(&[&["STT", "Thôn", "CT-01", "CT-01", "CT-02", "CT-02"], &["", "", "KH", "TH", "Giao", "Đạt"]]);
    check_header(&[&["TT", "Thôn", "CT-01 KH", "CT-01 TH", "CT-02 KH", "CT-02 TH"]]);
    check_header(&[&["TT", "Tên thôn", "Kế hoạch CT-01", "Thực hiện CT-01", "KH: CT-02", "TH CT-02"]]);
    check_header(&[&["TT", "Ấp", "CT-01 - Kế hoạch", "CT-01 (Thực hiện)", "CT-02\nKế hoạch", "CT-02: thực hiện"]]);
    check_header(&[&["", "", "CT-01", "", "CT-02", ""], &["STT", "Thôn", "KH", "TH", "KH", "TH"]]);
    check_header(&[
        &["BẢNG GIAO CHỈ TIÊU CHO CÁC THÔN NĂM 2026"],
        &["Kèm theo Kế hoạch số 12/KH-UBND"],
        &[],
        &["STT", "Thôn", "Các chỉ tiêu"],
        &["", "", "CT-01", "", "CT-02", ""],
        &["", "", "Chỉ tiêu", "Kết quả", "Kế hoạch", "Thực hiện"],
        &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ]);
}

#[test]
fn merged_parent_headings_apply_to_their_columns() {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Chỉ tiêu thôn 6 tháng").expect("a sheet name");
    let format = Format::new();
    sheet.merge_range(0, 0, 0, 6, "CHỈ TIÊU GIAO CÁC THÔN", &format).expect("a region");
    for (column, heading) in [(0, "STT"), (1, "Thôn"), (6, "Ghi chú")] {
        sheet.merge_range(1, column, 2, column, heading, &format).expect("a region");
    }
    sheet.merge_range(1, 2, 1, 4, "Hộ nghèo giảm", &format).expect("a region");
    sheet.write_string(1, 5, "CT-02").expect("a cell");
    put_row(sheet, 2, &["", "", "TH", "Kế hoạch", "Tỷ lệ (%)", "Thực hiện"]);
    put_row(sheet, 3, &["1", "Thôn Bến Đá", "8", "10", "80", "4"]);
    sheet.set_column_hidden(3).expect("a column");
    let (records, messages) = read_book(&book.save_to_buffer().expect("a workbook"));
    // Of the hidden column it is only said that it was read.
    assert_eq!(messages.iter().map(|message| message.code).collect::<Vec<_>>(), ["SL-054"]);
    let expected = [["Thôn Bến Đá", "Hộ nghèo giảm", "10", "8", ""], ["Thôn Bến Đá", "CT-02", "", "4", ""]];
    assert_eq!(figures(&records), expected.map(|row| row.map(str::to_owned)));
    let [poor, other] = records.rows(KIND) else { panic!("two records") };
    let at = |record: &vanthu::records::Record, field| record.cell(field).expect("filled").at.to_string();
    let sheet = "so.xlsx › Chỉ tiêu thôn 6 tháng › ";
    assert_eq!(at(poor, Field::Code), format!("{sheet}C2"));
    assert_eq!((at(poor, Field::Village), at(poor, Field::Planned)), (format!("{sheet}B4"), format!("{sheet}D4")));
    assert_eq!(poor.text(Field::TypedPercent).expect("filled").value, "80");
    assert_eq!(poor.place_of(Field::Code).to_string(), format!("{sheet}C2"));
    assert_eq!(other.place_of(Field::Actual).to_string(), format!("{sheet}F4"));
    let reading = &records.sheets[0];
    assert_eq!(reading.header_rows, [2, 3]);
    assert_eq!(reading.columns[&Field::Planned], 4);
    assert_eq!(reading.indicators[1], ("CT-02".to_owned(), BTreeMap::from([(Field::Actual, 6)])));
    assert_eq!(reading.unread_columns, [7]);
}

fn put_row(sheet: &mut Worksheet, row: u32, texts: &[&str]) {
    for (column, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
        sheet.write_string(row, column, *text).expect("a cell");
    }
}

#[test]
fn the_kind_of_figure_may_be_the_parent_heading_of_indicators() {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Biểu 2").expect("a sheet name");
    sheet.merge_range(0, 1, 0, 2, "Kế hoạch", &Format::new()).expect("a region");
    sheet.merge_range(0, 3, 0, 4, "Thực hiện", &Format::new()).expect("a region");
    put_row(sheet, 0, &["Thôn"]);
    put_row(sheet, 1, &["", "CT-01", "CT-02", "CT-01", "CT-02"]);
    put_row(sheet, 2, &["Thôn Bến Đá", "10", "5", "8", "4"]);
    let (records, messages) = read_book(&book.save_to_buffer().expect("a workbook"));
    assert!(messages.is_empty(), "{messages:?}");
    let expected = [["Thôn Bến Đá", "CT-01", "10", "8", ""], ["Thôn Bến Đá", "CT-02", "5", "4", ""]];
    assert_eq!(figures(&records), expected.map(|row| row.map(str::to_owned)));
}

#[test]
fn groups_totals_and_signatures_around_villages_are_recognized() {
    let rows: &[&[&str]] = &[
        &["STT", "Thôn", "CT-01", "", "CT-02", ""],
        &["", "", "KH", "TH", "KH", "TH"],
        &["I", "Khu vực ven sông"],
        &["1", "Thôn Bến Đá", "10", "8", "5", "4"],
        &["II. Khu vực đồi"],
        &["2", "Thôn Tổng", "1", "1", "1", "1"],
        &[],
        &["STT", "Thôn", "CT-01", "", "CT-02", ""],
        &["", "", "KH", "TH", "KH", "TH"],
        &["3", "Thôn Cầu Mới", "3"],
        &["Toàn xã", "", "14", "9", "6", "5"],
        &["", "Tổng cộng toàn xã", "14", "9", "6", "5"],
        &["", "", "", "Xã Mẫu, ngày 05 tháng 6 năm 2026"],
        &["", "NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"],
    ];
    let records = read_without_messages("Chỉ tiêu thôn", rows);
    let expected = Ledger { rows: 14, tasks: 3, groups: 2, totals: 2, blank: 1, refused: 0, other: 6 };
    assert_eq!(ledger(&records), expected);
    let groups: Vec<_> = values(&records).into_iter().map(|(group, _)| group.expect("a group")).collect();
    let (river, hill) = ("Khu vực ven sông", "Khu vực đồi");
    assert_eq!(groups, [river, river, hill, hill, hill, hill]);
    assert_eq!(figures(&records)[4], ["Thôn Cầu Mới", "CT-01", "3", "", ""].map(str::to_owned));
}

#[test]
fn a_second_table_may_have_other_indicators() {
    let rows: &[&[&str]] = &[
        &["STT", "Thôn", "CT-01", ""],
        &["", "", "KH", "TH"],
        &["1", "Thôn Bến Đá", "10", "8"],
        &[],
        &["STT", "Thôn", "CT-02", ""],
        &["", "", "KH", "TH"],
        &["1", "Thôn Bến Đá", "5", "4"],
    ];
    let (records, messages) = read_book(&text_book(&[("Chỉ tiêu thôn", rows)]));
    assert_eq!(places(&messages, Severity::Warning), ["SL-019 so.xlsx › Chỉ tiêu thôn › A5"]);
    let expected = [["Thôn Bến Đá", "CT-01", "10", "8", ""], ["Thôn Bến Đá", "CT-02", "5", "4", ""]];
    assert_eq!(figures(&records), expected.map(|row| row.map(str::to_owned)));
    assert_eq!(ledger(&records), Ledger { rows: 7, tasks: 2, blank: 1, other: 4, ..Ledger::default() });
}

#[test]
fn a_table_with_a_column_of_codes_is_not_read_as_a_matrix() {
    let rows: &[&[&str]] = &[
        &["CHỈ TIÊU GIAO CÁC THÔN"],
        &["STT", "Thôn", "Mã chỉ tiêu", "6 tháng đầu năm", ""],
        &["", "", "", "Kế hoạch", "Thực hiện"],
        &["1", "Thôn Bến Đá", "CT-01", "10", "8"],
        &["2", "Toàn xã", "CT-01", "10", "8"],
    ];
    let records = read_without_messages("Chỉ tiêu thôn", rows);
    assert_eq!(figures(&records)[0], ["Thôn Bến Đá", "CT-01", "10", "8", ""].map(str::to_owned));
    assert!(records.sheets[0].indicators.is_empty());
}

#[test]
fn an_indicator_may_be_named_in_a_column() {
    let rows: &[&[&str]] = &[
        &["Thôn", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Cùng kỳ năm trước", "% so với KH"],
        &["Thôn Bến Đá", "Hộ nghèo giảm", "hộ", "10", "8", "7", "80"],
        &["Toàn xã", "Hộ nghèo giảm", "hộ", "10", "8", "7", "80"],
    ];
    let records = read_without_messages("Tổng hợp", rows);
    assert_eq!(figures(&records), [["Thôn Bến Đá", "Hộ nghèo giảm", "10", "8", "7"].map(str::to_owned)]);
    assert_eq!(records.rows(KIND)[0].text(Field::TypedPercent).expect("filled").value, "80");
    assert_eq!(ledger(&records).totals, 1);
}

#[test]
fn a_table_without_pairs_of_columns_is_not_a_matrix() {
    let alone: &[&[&str]] = &[&["Thôn", "CT-01 TH", "Dân số"], &["Thôn Bến Đá", "10", "842"]];
    let (records, messages) = read_book(&text_book(&[("Biểu 3", alone), ("Chỉ tiêu thôn", alone)]));
    assert_eq!(places(&messages, Severity::Note), ["SL-042 so.xlsx › Biểu 3"]);
    assert_eq!(figures(&records), [["Thôn Bến Đá", "CT-01", "", "10", ""].map(str::to_owned)]);
    let plain: &[&[&str]] = &[&["Thôn", "Kế hoạch", "Thực hiện"], &["Thôn Bến Đá", "10", "8"]];
    let (records, messages) = read_book(&text_book(&[("Chỉ tiêu thôn", plain)]));
    assert_eq!(errors(&messages), ["SL-003 so.xlsx › Chỉ tiêu thôn › A1"]);
    assert!(records.sheets[0].indicators.is_empty());
}

/// Reads a table of one village whose header leaves a question.
#[track_caller]
fn check_doubt(header: &[&[&str]], answers: &[(&str, &str)], expected: &[&str], read: usize) {
    let mut rows = header.to_vec();
    rows.push(&["Thôn Bến Đá", "10", "8", "5", "4"]);
    let answers = answers.iter().map(|(heading, answer)| ((*heading).to_owned(), (*answer).to_owned()));
    let (records, messages) = read_with(&text_book(&[("Chỉ tiêu thôn", &rows)]), &HeadingAnswers(answers.collect()));
    let code_and_cell = |message: &Diagnostic| format!("{} {}", message.code, message.place.cell.expect("a cell"));
    assert_eq!(messages.iter().map(code_and_cell).collect::<Vec<_>>(), expected, "{header:?}");
    assert_eq!(records.rows(KIND).len(), read, "{header:?}");
}

#[test]
fn an_undecided_heading_is_asked_about() {
    let figures: &[&str] = &["", "KH", "TH", "KH", "TH"];
    check_doubt(&[&["Thôn", "CT-01", "", "CT-01", ""], figures], &[], &["SL-043 B1"], 1);
    check_doubt(&[&["Thôn", "CT-01", "", "", ""], figures], &[], &["SL-044 D2"], 1);
    check_doubt(
        &[&["Thôn", "CT-01", "", "CT-02", ""], &["", "KH", "TH 2026", "KH", "TH 2026"]],
        &[],
        &["SL-045 C2"],
        2,
    );
    let answer = [("TH 2026", "thuc_hien")];
    check_doubt(&[&["Thôn", "CT-01", "", "CT-02", ""], &["", "KH", "TH 2026", "KH", "TH 2026"]], &answer, &[], 2);
    check_doubt(&[&["Thôn", "CT-01", "", "CT-02", "CT-03"], figures], &[("ct 02", "bo_qua")], &[], 2);
    check_doubt(&[&["Thôn", "CT-01 KH", "CT-01 TH", "Diện tích", "TH"]], &[], &["SL-044 E1", "SL-045 D1"], 1);
}

#[test]
fn a_broken_cell_loses_only_its_own_figure() {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Chỉ tiêu thôn").expect("a sheet name");
    put_row(sheet, 0, &["Thôn", "CT-01 KH", "CT-01 TH", "CT-02 KH", "CT-02 TH"]);
    put_row(sheet, 1, &["Thôn Bến Đá", "45 - 50", "412 + 238", "5"]);
    sheet.write_formula(1, 4, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).expect("a formula");
    put_row(sheet, 2, &["", "1", "1", "1", "1"]);
    let (records, messages) = read_book(&book.save_to_buffer().expect("a workbook"));
    let sheet = "so.xlsx › Chỉ tiêu thôn › ";
    assert_eq!(errors(&messages), [format!("SL-010 {sheet}E2"), format!("SL-012 {sheet}A3")]);
    let expected = [["Thôn Bến Đá", "CT-01", "45 - 50", "412 + 238", ""], ["Thôn Bến Đá", "CT-02", "5", "", ""]];
    assert_eq!(figures(&records), expected.map(|row| row.map(str::to_owned)));
    assert_eq!(ledger(&records).refused, 1);
}

/// The figures of a village by indicator: plan, actual figure, same period; each may be blank.
type Row = Vec<[Option<u16>; 3]>;

fn a_table() -> impl Strategy<Value = (usize, Vec<Row>)> {
    (1_usize..5).prop_flat_map(|indicators| {
        let row = prop::collection::vec(prop::array::uniform3(prop::option::of(0_u16..2_000)), indicators);
        (Just(indicators), prop::collection::vec(row, 1..5))
    })
}

fn village(index: usize) -> String {
    format!("Thôn số {index}")
}

/// The same figures with a column of codes.
fn long_form(table: &[Row]) -> Vec<u8> {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Chỉ tiêu thôn").expect("a sheet name");
    put_row(sheet, 0, &["Thôn", "Mã chỉ tiêu", "Kế hoạch", "Thực hiện", "Cùng kỳ năm trước"]);
    let rows = table.iter().enumerate().flat_map(|(at, row)| row.iter().enumerate().map(move |cells| (at, cells)));
    for (row, (at, (indicator, figures))) in (1..).zip(rows) {
        put_row(sheet, row, &[&village(at), &format!("CT-{indicator:02}")]);
        put_figures(sheet, row, 2, figures);
    }
    book.save_to_buffer().expect("a workbook")
}

/// The same figures with columns for every indicator: under merged parents, under parents written once, or in one row.
fn matrix(indicators: usize, table: &[Row], look: u8) -> Vec<u8> {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Chỉ tiêu thôn").expect("a sheet name");
    put_row(sheet, 0, &["TT", "Thôn"]);
    let first_row = if look == 2 { 1 } else { 2 };
    for indicator in 0..indicators {
        let left = u16::try_from(2 + 3 * indicator).expect("few columns");
        let code = format!("CT-{indicator:02}");
        for (column, figure) in (left..).zip(["KH", "TH", "Cùng kỳ"]) {
            let heading = if look == 2 { format!("{code} {figure}") } else { figure.to_owned() };
            sheet.write_string(first_row - 1, column, heading).expect("a cell");
        }
        match look {
            0 => drop(sheet.merge_range(0, left, 0, left + 2, &code, &Format::new()).expect("a region")),
            1 => drop(sheet.write_string(0, left, &code).expect("a cell")),
            _ => {}
        }
    }
    for (at, (row, cells)) in (first_row..).zip(table).enumerate() {
        put_row(sheet, row, &[&(at + 1).to_string(), &village(at)]);
        for (left, figures) in (2..).step_by(3).zip(cells) {
            put_figures(sheet, row, left, figures);
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn put_figures(sheet: &mut Worksheet, row: u32, left: u16, figures: &[Option<u16>; 3]) {
    for (column, figure) in (left..).zip(figures) {
        if let Some(figure) = figure {
            sheet.write_number(row, column, *figure).expect("a cell");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn both_layouts_give_the_same_records((indicators, table) in a_table(), look in 0_u8..3) {
        let (long, of_long) = read_book(&long_form(&table));
        let (wide, of_wide) = read_book(&matrix(indicators, &table, look));
        prop_assert!(of_long.is_empty() && of_wide.is_empty(), "{of_long:?} {of_wide:?}");
        prop_assert_eq!(values(&long), values(&wide));
        prop_assert_eq!(values(&long).len(), indicators * table.len());
        prop_assert_eq!(ledger(&wide).tasks as usize, table.len());
    }
}

/// A table with this many indicators, whose names are this many letters long, and this many villages.
fn wide_book(indicators: u16, letters: usize, villages: u32) -> Vec<u8> {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Chỉ tiêu thôn").expect("a sheet name");
    put_row(sheet, 0, &["Thôn"]);
    for indicator in 0..indicators {
        let left = 1 + 2 * indicator;
        sheet.write_string(0, left, format!("CT-{indicator}{}", "x".repeat(letters))).expect("a cell");
        sheet.write_string(1, left, "KH").expect("a cell");
        sheet.write_string(1, left + 1, "TH").expect("a cell");
    }
    for row in 2..villages + 2 {
        sheet.write_string(row, 0, format!("Thôn số {row}")).expect("a cell");
        for column in 1..=2 * indicators {
            sheet.write_number(row, column, 7).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_wide_table_is_read_completely() {
    let bytes = wide_book(100, 0, 60);
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.rows(KIND).len(), 6_000);
    assert_eq!(records.sheets[0].unread_columns, [0; 0]);
}

#[test]
fn an_enormous_table_is_refused() {
    let bytes = wide_book(100, 30_000, 100);
    let (records, messages) = read_book(&bytes);
    assert_eq!(errors(&messages), ["SL-040 so.xlsx › Chỉ tiêu thôn"]);
    assert!(records.rows(KIND).is_empty());
}

/// What as many and longer ones cost is counted by `cargo bench --bench instructions`.
#[test]
fn headings_of_many_columns_in_all_rows_are_asked_about_or_left_alone() {
    let row: Vec<String> = std::iter::once("Thôn".to_owned())
        .chain((0..60).map(|index| format!("Chỉ tiêu thi đua số {index} thực hiện trong kỳ của năm")))
        .collect();
    let row: Vec<&str> = row.iter().map(String::as_str).collect();
    let rows: Vec<&[&str]> = std::iter::repeat_n(&row[..], 45).collect();
    let (records, messages) = read_book(&text_book(&[("Biểu 1", &rows)]));
    assert_eq!(ledger(&records).rows, 45);
    assert!(records.rows(KIND).is_empty() || !messages.is_empty());
}
