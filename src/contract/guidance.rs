//! What a clerk should put into a column or an item: `guidance.toml`, read once.
//!
//! Owns the sentences, found by sheet and heading. Must not know how they are shown. `workbook` sets them as notes on its
//! headings.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Field, GeneralKey, SheetKind};

/// What to fill into a column of a sheet, with an example where one helps; at most 255 characters.
///
/// Empty for a field that the sheet has no column for.
///
/// # Examples
/// ```
/// use vanthu::contract::{Field, SheetKind, guidance};
/// assert!(guidance(SheetKind::Villages, Field::Households).contains("Ví dụ: 214"));
/// assert_eq!(guidance(SheetKind::Villages, Field::Deadline), "");
/// ```
#[must_use]
pub fn guidance(kind: SheetKind, field: Field) -> &'static str {
    let column = kind.columns().iter().find(|column| column.field == field);
    column.map_or("", |column| text(kind, column.heading))
}

/// What to fill in for an item of Thông tin chung, with an example; at most 255 characters.
#[must_use]
pub fn item_guidance(key: GeneralKey) -> &'static str {
    text(SheetKind::General, key.title())
}

fn text(kind: SheetKind, heading: &str) -> &'static str {
    let sheet = texts().get(kind.title());
    sheet.and_then(|sheet| sheet.get(heading)).map_or("", String::as_str)
}

type Texts = BTreeMap<String, BTreeMap<String, String>>;

fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(|| toml::from_str(include_str!("guidance.toml")).expect("guidance.toml holds tables of texts"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn headings(kind: SheetKind) -> BTreeSet<&'static str> {
        let columns = kind.columns().iter().map(|column| column.heading);
        let items = GeneralKey::ALL.map(GeneralKey::title);
        columns.chain(items.into_iter().filter(|_| kind == SheetKind::General)).collect()
    }

    #[test]
    fn every_heading_and_item_has_its_sentence_and_no_sentence_is_left_over() {
        for kind in SheetKind::ALL.into_iter().filter(|kind| *kind != SheetKind::Lists) {
            let said: BTreeSet<&str> = texts()[kind.title()].keys().map(String::as_str).collect();
            assert_eq!(said, headings(kind), "{}", kind.title());
        }
        assert_eq!(texts().len(), SheetKind::ALL.len() - 1);
    }

    #[test]
    fn every_sentence_fits_into_a_prompt_of_excel() {
        for (sheet, sentences) in texts() {
            for (heading, sentence) in sentences {
                let length = sentence.encode_utf16().count();
                assert!((20..=255).contains(&length), "{sheet} › {heading}: {length} characters");
            }
        }
    }
}
