//! Days in cells that are more or less than a day: with an hour, or standing for none.

use rust_xlsxwriter::{Format, Workbook as Written};
use vanthu::contract::{Field, SheetKind};
use vanthu::diag::Diagnostic;
use vanthu::records::Records;

use crate::test_workbooks::{errors, read_book};

/// A sheet of assignments with one task, its deadline a number in this format.
fn with_deadline(number: f64, format: &str) -> (Records, Vec<Diagnostic>) {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Nhiệm vụ").expect("a sheet name");
    for (column, heading) in (0..).zip(["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"]) {
        sheet.write_string(0, column, heading).expect("a cell");
    }
    for (column, text) in (0..).zip(["NV-01", "Rà soát hộ nghèo", "Phòng Kinh tế"]) {
        sheet.write_string(1, column, text).expect("a cell");
    }
    sheet.write_number_with_format(1, 3, number, &Format::new().set_num_format(format)).expect("a cell");
    read_book(&book.save_to_buffer().expect("a workbook"))
}

#[test]
fn the_hour_of_a_day_is_seen() {
    for format in ["hh:mm dd/mm/yyyy", "dd/mm/yyyy hh:mm", "d/m/yyyy h:mm", "m/d/yy h:mm", "dd/mm/yyyy h:mm AM/PM"] {
        let (records, messages) = with_deadline(46_234.0 + 17.0 / 24.0, format);
        assert!(errors(&messages).is_empty(), "{messages:?}");
        let text = records.rows(SheetKind::Assignments)[0].text(Field::Deadline).expect("a deadline").value;
        assert_eq!(text, "31/7/2026 17:00", "{format}");
    }
}

#[test]
fn a_day_that_stands_for_none_is_an_error() {
    for (number, format, hint) in [
        (0.0, "dd/mm/yyyy", None),
        (0.0, "d/m/yyyy", None),
        (0.0, "mm/yyyy", None),
        (0.0, "yyyy", None),
        (0.0, "dd/mm/yyyy hh:mm", None),
        (0.0, "\"ngày\" d \"tháng\" m \"năm\" yyyy", None),
        (0.7, "dd/mm/yyyy", None),
        (25_569.0, "dd/mm/yyyy", Some("epoch")),
        (25_569.3, "dd/mm/yyyy hh:mm", Some("epoch")),
    ] {
        let (records, messages) = with_deadline(number, format);
        assert_eq!(errors(&messages), ["SL-067 so.xlsx › Nhiệm vụ › D2"], "{number} {format}");
        assert_eq!(messages[0].hint, hint);
        assert_eq!(records.rows(SheetKind::Assignments)[0].text(Field::Deadline), None);
    }
}

#[test]
fn a_time_alone_and_the_first_days_are_no_errors() {
    for (number, format) in
        [(0.7, "hh:mm"), (0.0, "General"), (0.0, "0"), (1.0, "dd/mm/yyyy"), (25_570.0, "dd/mm/yyyy")]
    {
        let (_, messages) = with_deadline(number, format);
        assert!(errors(&messages).is_empty(), "{number} {format}: {messages:?}");
    }
}
