//! The sample of `new --sample`: an invented commune, ready to build.
//!
//! Owns turning the text of `samples/bat-dau` into a content, so that the sample has one source. Must not know what the
//! rows mean: the heading gives the field of a value. The content goes to `write`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::content::{FilledRow, WorkbookContent};
use super::description::FilledCell;
use crate::contract::{Field, GeneralKey, SheetKind, dictionary};
use crate::vietnamese::fold;

/// The sheets, in the order of the contract.
const TEXTS: [&str; 12] = [
    include_str!("../../samples/bat-dau/so-lieu/01-thong-tin-chung.toml"),
    include_str!("../../samples/bat-dau/so-lieu/02-noi-dung.toml"),
    include_str!("../../samples/bat-dau/so-lieu/03-don-vi.toml"),
    include_str!("../../samples/bat-dau/so-lieu/04-thon.toml"),
    include_str!("../../samples/bat-dau/so-lieu/05-can-cu.toml"),
    include_str!("../../samples/bat-dau/so-lieu/06-nhiem-vu.toml"),
    include_str!("../../samples/bat-dau/so-lieu/07-to-chuc-thuc-hien.toml"),
    include_str!("../../samples/bat-dau/so-lieu/08-ket-qua.toml"),
    include_str!("../../samples/bat-dau/so-lieu/09-chi-tieu.toml"),
    include_str!("../../samples/bat-dau/so-lieu/10-chi-tieu-thon.toml"),
    include_str!("../../samples/bat-dau/so-lieu/11-noi-nhan.toml"),
    include_str!("../../samples/bat-dau/so-lieu/12-nguoi-ky.toml"),
];
/// The key of a row with one merged cell.
const GROUP: &str = "group";

/// A workbook of an invented commune, filled in so that a document can be built from it at once.
#[must_use]
pub fn sample() -> Vec<u8> {
    super::write(&super::of_contract(&sample_content()))
}

/// The content of the sample.
///
/// # Panics
/// Never: the texts are compiled into the program, and tests read them.
#[must_use]
pub fn sample_content() -> WorkbookContent {
    let mut content = WorkbookContent::default();
    for text in TEXTS {
        // A checkout on Windows may have changed the line ends.
        let sheet: SheetText = toml::from_str(&text.replace("\r\n", "\n")).expect("a sample's sheet is well formed");
        sheet.add_to(&mut content);
    }
    content
}

/// A sheet as text.
#[derive(Deserialize)]
struct SheetText {
    sheet: String,
    headings: Vec<String>,
    /// Short rows, by position.
    #[serde(default)]
    rows: Vec<Vec<toml::Value>>,
    /// Long rows, by heading.
    #[serde(default)]
    row: Vec<BTreeMap<String, toml::Value>>,
}

impl SheetText {
    fn add_to(self, content: &mut WorkbookContent) {
        let kind = SheetKind::ALL.into_iter().find(|kind| kind.title() == self.sheet);
        let kind = kind.expect("a sample's sheet is one of the contract");
        let short = self.rows.into_iter().map(|values| self.headings.iter().cloned().zip(values).collect());
        for row in short.chain(self.row) {
            let row = row_of(kind, row);
            match (kind, row) {
                (SheetKind::General, FilledRow::Cells(cells)) => content.general.extend(item(cells)),
                (_, row) => content.rows.entry(kind).or_default().push(row),
            }
        }
    }
}

/// A row by field. A value under an unknown heading is left out.
fn row_of(kind: SheetKind, mut values: BTreeMap<String, toml::Value>) -> FilledRow {
    if let Some(toml::Value::String(name)) = values.remove(GROUP) {
        return FilledRow::Group(name);
    }
    let placed = values.into_iter().filter_map(|(heading, value)| Some((field(kind, &heading)?, cell(value)?)));
    FilledRow::Cells(placed.collect())
}

/// The field of a heading on a sheet: the contract's own heading, or one from the dictionary.
fn field(kind: SheetKind, heading: &str) -> Option<Field> {
    let mut columns = kind.columns().iter();
    let own = columns.clone().find(|column| column.heading == heading);
    let named = || columns.find(|column| dictionary().column_id(heading) == Some(column.field.id()));
    own.or_else(named).map(|column| column.field)
}

/// An item of Thông tin chung and its value.
fn item(mut cells: BTreeMap<Field, FilledCell>) -> Option<(GeneralKey, FilledCell)> {
    let Some(FilledCell::Text(item)) = cells.remove(&Field::Item) else { return None };
    let key = GeneralKey::ALL.into_iter().find(|key| fold::key(key.title()) == fold::key(&item))?;
    Some((key, cells.remove(&Field::Value)?))
}

/// A value of TOML as a cell; `None` for an empty text and for a type that no cell has.
fn cell(value: toml::Value) -> Option<FilledCell> {
    match value {
        toml::Value::String(text) => {
            // A text of several lines ends with the line break before its closing quotes.
            let text = text.trim_end_matches('\n');
            (!text.is_empty()).then(|| FilledCell::Text(text.to_owned()))
        }
        toml::Value::Integer(number) => Some(FilledCell::Number(number.to_string())),
        toml::Value::Float(number) => Some(FilledCell::Number(number.to_string())),
        toml::Value::Datetime(moment) => {
            let day = moment.date?;
            NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()).map(FilledCell::Date)
        }
        toml::Value::Boolean(_) | toml::Value::Array(_) | toml::Value::Table(_) => None,
    }
}
