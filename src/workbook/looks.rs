//! The looks of cells: typeface, fills, number formats.
//!
//! Owns them as Excel's formats, made once per workbook. Must not know the content of a cell. All writers of this room
//! use them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::contract::EntryLook;

/// The typeface of official papers, at the size of their body.
const TYPEFACE: &str = "Times New Roman";
const SIZE: f64 = 13.0;
/// The number format of a day, as the decree writes it.
const DAY: &str = "dd/mm/yyyy";
/// Shows a star after the text without changing the text. A required field is recognisable even when printed without
/// colour.
const STARRED: &str = "@\" *\"";
/// The fills of required and optional headings.
const REQUIRED_FILL: Color = Color::RGB(0x00BF_D7EA);
const OPTIONAL_FILL: Color = Color::RGB(0x00EA_F1F7);
const GROUP_FILL: Color = Color::RGB(0x00F2_F2F2);

/// The looks of one workbook.
pub(super) struct Looks {
    required_heading: Format,
    optional_heading: Format,
    required_item: Format,
    optional_item: Format,
    /// A group's name across the table.
    pub(super) group: Format,
    /// The border of a filled row.
    pub(super) frame: Format,
    body: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let body = plain().set_text_wrap().set_align(FormatAlign::Top);
        let framed = body.clone().set_border(FormatBorder::Thin);
        let bold = framed.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let heading = bold.clone().set_align(FormatAlign::Center);
        let required = |format: Format| format.set_background_color(REQUIRED_FILL).set_num_format(STARRED);
        let optional = framed.set_align(FormatAlign::VerticalCenter);
        Self {
            required_heading: required(heading.clone()),
            optional_heading: heading.set_background_color(OPTIONAL_FILL),
            required_item: required(bold.clone()).set_indent(1),
            optional_item: optional.set_background_color(OPTIONAL_FILL).set_indent(1),
            group: bold.set_background_color(GROUP_FILL),
            frame: Format::new().set_border(FormatBorder::Thin),
            body,
        }
    }

    /// A heading of a column.
    pub(super) fn heading(&self, is_required: bool) -> &Format {
        if is_required { &self.required_heading } else { &self.optional_heading }
    }

    /// The name of an item of a form.
    pub(super) fn item(&self, is_required: bool) -> &Format {
        if is_required { &self.required_item } else { &self.optional_item }
    }

    /// A cell of a column; an open cell stays editable where others are locked.
    pub(super) fn entered(&self, look: EntryLook, is_open: bool) -> Format {
        let body = if is_open { self.body.clone().set_unlocked() } else { self.body.clone() };
        match look {
            EntryLook::Words => body,
            EntryLook::Code => body.set_num_format("@"),
            EntryLook::Ordinal => body.set_align(FormatAlign::Center),
            EntryLook::Day => body.set_num_format(DAY).set_align(FormatAlign::Center),
            EntryLook::Count => body.set_num_format("#,##0"),
            EntryLook::Figure => body.set_align(FormatAlign::Right),
        }
    }

    /// The value of an item of a form: with a border, aligned left whatever its type.
    pub(super) fn value(&self, look: EntryLook, is_open: bool) -> Format {
        let value = self.entered(look, is_open).set_border(FormatBorder::Thin);
        value.set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_indent(1)
    }
}

/// The format of all cells without a format of their own.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(TYPEFACE).set_font_size(SIZE)
}
