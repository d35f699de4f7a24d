//! The paper on which a sheet is printed, and the protection of a sheet.
//!
//! Owns the page's measures and the sheet's protection. Must not know cells. `table` and `form` call it.

use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};

/// Excel's number for A4.
const PAPER_A4: u8 = 9;
/// A wider sheet is printed in landscape; in digits of the body's type size.
pub(super) const PORTRAIT_WIDTH: u32 = 120;
/// A wider sheet would be too small on one landscape page: it takes two, with its first column on both.
const ONE_PAGE_WIDTH: u32 = 240;

/// Sets A4, headings repeated on every page, all columns side by side; the width is in digits.
pub(super) fn set_up_paper(page: &mut Worksheet, width: u32, has_required: bool) -> Result<(), XlsxError> {
    page.set_repeat_rows(0, 0)?;
    page.set_paper_size(PAPER_A4).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    if width > ONE_PAGE_WIDTH {
        page.set_print_fit_to_pages(2, 0).set_repeat_columns(0, 0)?;
    } else {
        page.set_print_fit_to_pages(1, 0);
    }
    let star = if has_required { "&L&\"Times New Roman,Italic\"&10* bắt buộc điền" } else { "" };
    page.set_footer(format!("{star}&R&\"Times New Roman\"&10&A, trang &P/&N"));
    if width > PORTRAIT_WIDTH {
        page.set_landscape();
    }
    Ok(())
}

/// Protects locked cells without a password, against mistakes, not against people. Columns and rows can still be
/// resized.
pub(super) fn protect(page: &mut Worksheet) {
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    page.protect_with_options(&options);
}
