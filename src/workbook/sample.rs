//! The invented commune: the readable text of `samples/bat-dau`, a file a sheet.
//!
//! Owns bringing it into rows by field. Knows nothing of Excel.

use chrono::NaiveDate;
use serde::Deserialize;

use super::content::{Content, Entry, Row};
use crate::contract::SheetKind;

/// The texts, in the order of the sheets.
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

/// A sheet's text: its name, its headings, its rows by position; an empty text is an empty cell.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetText {
    sheet: String,
    headings: Vec<String>,
    rows: Vec<Vec<toml::Value>>,
}

/// The commune's rows.
pub(super) fn content() -> Content {
    let mut content = Content::default();
    for text in TEXTS {
        let text: SheetText = toml::from_str(text).expect("the sample is TOML: a sheet a file");
        let kind = SheetKind::ALL.into_iter().find(|kind| kind.title() == text.sheet);
        let kind = kind.expect("the sample has the contract's sheets");
        content.put(kind, text.rows.iter().map(|row| entries(kind, &text.headings, row)).collect());
    }
    content
}

fn entries(kind: SheetKind, headings: &[String], row: &[toml::Value]) -> Row {
    let filled = headings.iter().zip(row).filter_map(|(heading, value)| {
        let column = kind.columns().iter().find(|column| column.heading == heading);
        Some((column.expect("the sample has the contract's headings").field, entry(value)?))
    });
    filled.collect()
}

fn entry(value: &toml::Value) -> Option<Entry> {
    match value {
        toml::Value::String(text) if text.is_empty() => None,
        toml::Value::String(text) => Some(Entry::Text(text.clone())),
        toml::Value::Integer(number) => Some(Entry::Number(i32::try_from(*number).expect("counts are small"))),
        toml::Value::Datetime(day) => {
            let day: NaiveDate = day.to_string().parse().expect("the sample's days are of the calendar");
            Some(Entry::Date(day))
        }
        other => panic!("the sample has no place for {other}"),
    }
}
