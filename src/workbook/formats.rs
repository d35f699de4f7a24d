//! The few looks of a cell.
//!
//! Owns typeface, fills and number formats. Knows no sheet.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::contract::Field;

/// The formats of one workbook.
pub(super) struct Formats {
    /// A heading that the sheet can't do without: bold on grey, so that it shows in black and white.
    pub(super) required: Format,
    /// Any other heading.
    pub(super) optional: Format,
    /// A key of Thông tin chung that no document can do without.
    pub(super) required_key: Format,
    /// Any other key.
    pub(super) optional_key: Format,
    text: Format,
    date: Format,
    plain: Format,
}

/// What a column holds, as Excel should treat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnForm {
    /// Text as typed: Excel makes neither dates nor numbers of it.
    Text,
    /// A day.
    Date,
    /// A figure, or words of any kind.
    Plain,
}

impl ColumnForm {
    /// The form of a field.
    ///
    /// Codes keep their zeros, and a deadline its wording: an Excel set to another country would make May 10 of
    /// 05/10/2026.
    pub(super) fn of(field: Field) -> Self {
        match field {
            Field::Code | Field::NumberSymbol | Field::Deadline | Field::ArchiveCode | Field::RelatedIndicators => {
                Self::Text
            }
            Field::IssuedOn
            | Field::ValidFrom
            | Field::ValidTo
            | Field::FiguresAsOf
            | Field::AssignedOn
            | Field::OriginalDeadline
            | Field::NewDeadline
            | Field::CompletedOn => Self::Date,
            _ => Self::Plain,
        }
    }
}

impl Formats {
    /// The formats.
    pub(super) fn new() -> Self {
        let plain = Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(12.0)
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00A6_A6A6));
        let heading = plain
            .clone()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_border_color(Color::Black);
        let date = plain.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left);
        Self {
            required: heading.clone().set_bold().set_background_color(Color::RGB(0x00D9_D9D9)),
            optional: heading.set_background_color(Color::RGB(0x00F2_F2F2)),
            required_key: plain.clone().set_bold().set_background_color(Color::RGB(0x00D9_D9D9)),
            optional_key: plain.clone().set_background_color(Color::RGB(0x00F2_F2F2)),
            text: plain.clone().set_num_format("@"),
            date,
            plain,
        }
    }

    /// The format of a column's cells.
    pub(super) fn of(&self, form: ColumnForm) -> &Format {
        match form {
            ColumnForm::Text => &self.text,
            ColumnForm::Date => &self.date,
            ColumnForm::Plain => &self.plain,
        }
    }
}
