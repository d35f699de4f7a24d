//! The validation of entered values: drop-downs, days, numbers.
//!
//! Owns the texts of Excel's dialogs and how strict they are. Must not know columns: the description says which rule
//! applies. The validations go to `table` and `form`.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError,
};

use super::description::{Allowed, DropDown, WorkbookDescription};

/// The years that a deadline or a document of ours can have.
const FIRST_YEAR: u16 = 1945;
const LAST_YEAR: u16 = 2100;

/// The validation of a rule; `None` where anything may be entered.
///
/// Only lists whose words are the only ones that the reader accepts reject other input. A day may be typed as text,
/// because an Excel with American settings reads 15/4/2026 as text: rejecting it would leave the clerk no way to enter
/// it, and the reader accepts it.
pub(super) fn validation(allowed: &Allowed, book: &WorkbookDescription) -> Result<Option<DataValidation>, XlsxError> {
    Ok(match allowed {
        Allowed::Anything => None,
        Allowed::Day => Some(day()?),
        Allowed::Count => {
            let whole = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0));
            Some(asking(whole, "Chưa phải là số", "Ô này ghi một số nguyên, chỉ gõ chữ số. Ví dụ: 214")?)
        }
        Allowed::Percent => {
            let percent = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 100.0));
            Some(asking(percent, "Chưa phải là tỷ lệ", "Ô này ghi một số từ 0 đến 100, hoặc số kèm dấu %. Ví dụ: 60")?)
        }
        Allowed::Choice(drop_down) => Some(choice(drop_down, book)?),
    })
}

fn day() -> Result<DataValidation, XlsxError> {
    let first = ExcelDateTime::from_ymd(FIRST_YEAR, 1, 1)?;
    let last = ExcelDateTime::from_ymd(LAST_YEAR, 12, 31)?;
    let days = DataValidation::new().allow_date(DataValidationRule::Between(first, last));
    let message = "Ô này ghi ngày theo dạng ngày/tháng/năm. Ví dụ: 15/4/2026.\nĐã gõ đúng mà Excel vẫn hỏi thì cứ \
                   chọn Yes: chương trình đọc được.";
    asking(days, "Chưa phải là ngày", message)
}

/// A drop-down. Several names in one cell, and a clerk's own word, can still be typed where the reader accepts them.
fn choice(drop_down: &DropDown, book: &WorkbookDescription) -> Result<DataValidation, XlsxError> {
    let source = Formula::new(book.offered(&drop_down.source));
    let offered = DataValidation::new().allow_list_formula(source);
    if drop_down.is_closed {
        let stopping = offered.set_error_style(DataValidationErrorStyle::Stop);
        let message = "Chọn một trong các từ của danh sách: bấm mũi tên bên phải ô.";
        return stopping.set_error_title("Không có trong danh sách")?.set_error_message(message);
    }
    let asking = offered.set_error_style(DataValidationErrorStyle::Information);
    let message = "Điều vừa gõ không có trong danh sách. Nếu gõ đúng ý, kể cả khi ghi nhiều tên ngăn bằng dấu chấm \
                   phẩy, thì bấm OK.";
    asking.set_error_title("Không có trong danh sách")?.set_error_message(message)
}

/// A rule that asks for confirmation instead of rejecting the input.
fn asking(validation: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    let asking = validation.set_error_style(DataValidationErrorStyle::Warning);
    asking.set_error_title(title)?.set_error_message(message)
}
