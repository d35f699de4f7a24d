//! The items of Thông tin chung with their values.
//!
//! Owns gathering them, and the message where one is missing, given twice or no number. Must not know what any item
//! means: `general` does.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::period::LikelyYears;
use super::super::{cells, days, general_days, nothing};
use super::one_line;
use crate::contract::{Field, GeneralKey, SheetKind};
use crate::diag::{Concern, Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Cell, Located, Record, Records};
use crate::vietnamese::fold;

/// The filled values by key, and the cell of each key.
pub(super) struct Entries {
    values: BTreeMap<GeneralKey, Located<Cell>>,
    /// The cell of each item.
    pub(super) places: BTreeMap<GeneralKey, Place>,
    sheet: Place,
    /// Whether a row names no known item.
    pub(super) has_unknown: bool,
}

impl Entries {
    pub(super) fn gather(records: &Records, sheet: Place, out: &mut Diagnostics) -> Self {
        let mut entries = Self { values: BTreeMap::new(), places: BTreeMap::new(), sheet, has_unknown: false };
        for record in records.rows(SheetKind::General) {
            entries.add(record, out);
        }
        entries
    }

    fn add(&mut self, record: &Record, out: &mut Diagnostics) {
        let Some(item) = record.text(Field::Item) else { return };
        let Some(key) = key_named(&item.value) else {
            self.has_unknown = true;
            let nearest = fold::nearest(&item.value, GeneralKey::ALL.map(GeneralKey::title));
            out.report(Diagnostic::error("HS-004").at(&item.at).with("key", &item.value).nearest(nearest));
            return;
        };
        self.places.entry(key).or_insert_with(|| record.place_of(Field::Value));
        let Some(value) = record.cell(Field::Value).filter(|cell| !nothing::is_blank_word(&cell.value.text)) else {
            return;
        };
        match self.values.get(&key) {
            Some(first) if first.value.text != value.value.text => {
                let message = Diagnostic::error("HS-005").at(&value.at).also_at(&first.at);
                out.report(message.with("key", key.title()));
            }
            Some(_) => {}
            None => {
                self.values.insert(key, value.clone());
            }
        }
    }

    pub(super) fn get(&self, key: GeneralKey) -> Option<&Located<Cell>> {
        self.values.get(&key)
    }

    pub(super) fn line(&self, key: GeneralKey) -> Option<String> {
        self.get(key).map(one_line)
    }

    pub(super) fn lines(&self, key: GeneralKey) -> Vec<String> {
        self.get(key).map(|cell| cell.value.text.split('\n').map(str::to_owned).collect()).unwrap_or_default()
    }

    pub(super) fn required(&self, key: GeneralKey, out: &mut Diagnostics) -> Result<&Located<Cell>, Reported> {
        if let Some(cell) = self.values.get(&key) {
            return Ok(cell);
        }
        let message = Diagnostic::error("HS-002").concerning(Concern::Paper).with("key", key.title());
        Err(out.fail(match self.places.get(&key) {
            Some(place) => message.at(place).hint("blank"),
            None => message.at(&self.sheet),
        }))
    }

    pub(super) fn day(
        &self,
        key: GeneralKey,
        years: Option<LikelyYears>,
        out: &mut Diagnostics,
    ) -> Result<Option<NaiveDate>, Reported> {
        let cell = self.get(key).filter(|cell| !general_days::is_left_blank(key, &cell.value.text));
        cell.map(|cell| days::day(cell, years, out)).transpose()
    }

    pub(super) fn whole_number(&self, key: GeneralKey, out: &mut Diagnostics) -> Result<Option<u32>, Reported> {
        // "/KH-UBND": the room for the number is left as in the form.
        let is_filled = |cell: &&Located<Cell>| !cell.value.text.starts_with('/');
        let Some(cell) = self.get(key).filter(is_filled) else { return Ok(None) };
        match cell.value.text.parse::<u32>() {
            Ok(number) if number > 0 => Ok(Some(number)),
            _ => {
                let message = Diagnostic::error("HS-025").at(&cell.at).with("key", key.title());
                let message = message.with("text", &cell.value.text);
                Err(out.fail(match cells::likely_number(&cell.value.text) {
                    Some(number) => message.with("number", number).hint("number"),
                    None => message,
                }))
            }
        }
    }
}

/// The items of the sheet that have a value.
pub(in crate::dossier) fn filled_items(records: &Records) -> BTreeSet<GeneralKey> {
    let has_value =
        |row: &&Record| row.cell(Field::Value).is_some_and(|cell| !nothing::is_blank_word(&cell.value.text));
    let rows = records.rows(SheetKind::General).iter().filter(has_value);
    rows.filter_map(|row| key_named(&row.text(Field::Item)?.value)).collect()
}

fn key_named(item: &str) -> Option<GeneralKey> {
    let typed_key = fold::key(item);
    GeneralKey::ALL.into_iter().find(|key| fold::key(key.title()) == typed_key)
}
