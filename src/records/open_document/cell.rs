//! One cell of a spreadsheet, from the kind of its value and its text.
//!
//! Owns how both become what the clerk sees: the text as shown, for days and numbers in the form of the other files.
//! Must not know where the cell is. `content` places it.

use chrono::NaiveDate;
use quick_xml::events::BytesStart;

use crate::records::cells::{Flaw, SeenCell, see_number_as_shown, see_text};
use crate::records::guard::{attribute, unescaped_attribute};
use crate::records::types::CellValue;
use crate::vietnamese::date::slashed;

/// The value of a cell, as its tag states it.
#[derive(Debug, Default)]
pub(super) struct StatedValue {
    kind: String,
    value: String,
    has_formula: bool,
}

impl StatedValue {
    /// Reads the tag of a cell.
    pub(super) fn of(tag: &BytesStart<'_>) -> Self {
        let get = |name: &str| unescaped_attribute(tag, name);
        let kind = get("office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => get("office:date-value"),
            "boolean" => get("office:boolean-value"),
            _ => get("office:value"),
        };
        // LibreOffice marks errors in a name space of its own.
        let kind =
            if attribute(tag, "calcext:value-type").as_deref() == Some("error") { "error".to_owned() } else { kind };
        Self { kind, value: value.unwrap_or_default(), has_formula: attribute(tag, "table:formula").is_some() }
    }

    /// The cell as seen; `None` for a blank one.
    pub(super) fn seen(&self, shown: &str) -> Option<SeenCell> {
        let seen = match self.kind.as_str() {
            "error" => Some(SeenCell::flawed(shown.to_owned(), Flaw::ErrorValue)),
            "date" => self.day(shown),
            "float" | "currency" | "percentage" => self.number(shown),
            "boolean" => {
                let is_true = self.value == "true";
                let text = if is_true { "TRUE" } else { "FALSE" };
                Some(SeenCell { value: CellValue::Bool(is_true), ..SeenCell::plain(text.to_owned()) })
            }
            "" if self.has_formula && shown.is_empty() => Some(SeenCell::flawed(String::new(), Flaw::NotComputed)),
            _ => None,
        };
        seen.or_else(|| see_text(shown))
    }

    /// A day in our form where the cell shows one with its day and month; else as shown.
    fn day(&self, shown: &str) -> Option<SeenCell> {
        let (day, time) = self.value.split_once('T').unwrap_or((&self.value, ""));
        let day: NaiveDate = day.parse().ok()?;
        let numbers = shown.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).count();
        let time = time.get(..5).filter(|time| *time != "00:00" && shown.contains(':'));
        let text = match time {
            Some(time) if numbers > 3 => format!("{} {time}", slashed(day)),
            _ if numbers == 3 => slashed(day),
            // A month or a year is no day.
            _ => return None,
        };
        Some(SeenCell { value: CellValue::Date(day), ..SeenCell::plain(text) })
    }

    /// A number; its text is the one shown where that has a sign of its own, such as a percentage, or leading zeros.
    fn number(&self, shown: &str) -> Option<SeenCell> {
        let number: f64 = self.value.parse().ok()?;
        see_number_as_shown(number, shown)
    }
}
