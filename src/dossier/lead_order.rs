//! Which of several units in one cell leads: the first, where the heading of the column or the clerk's answer says so.
//!
//! Owns the words of such headings, and finding the heading of a row. Must not know units. `parties` asks here.

use std::collections::BTreeMap;

use crate::contract::{Field, SheetKind};
use crate::diag::Place;
use crate::records::{Record, Records};
use crate::settings::LeadAnswer;
use crate::vietnamese::fold;

/// The headings of the columns of leads, and the clerk's answers about them.
pub(super) struct LeadOrders<'a> {
    /// Every sheet with its heading.
    headings: Vec<(&'a Place, &'a str)>,
    answers: &'a BTreeMap<String, LeadAnswer>,
}

impl<'a> LeadOrders<'a> {
    pub(super) fn of(records: &'a Records, answers: &'a BTreeMap<String, LeadAnswer>) -> Self {
        let sheets = records.sheets.iter().filter(|sheet| sheet.kind == Some(SheetKind::Assignments));
        let heading = |sheet: &'a crate::records::SheetReading| {
            let heading = sheet.headings.get(sheet.columns.get(&Field::Lead)?)?;
            Some((&sheet.at, heading.as_str()))
        };
        Self { headings: sheets.filter_map(heading).collect(), answers }
    }

    /// The heading over the leads of a row; empty where there is none.
    pub(super) fn heading(&self, row: &Record) -> &'a str {
        let is_of_row = |sheet: &Place| sheet.sheet == row.at.sheet && sheet.file == row.at.file;
        self.headings.iter().find(|(sheet, _)| is_of_row(sheet)).map_or("", |(_, heading)| heading)
    }

    /// Whether the first unit of a cell under this heading leads, and the others help.
    pub(super) fn is_first(&self, heading: &str) -> bool {
        let key = fold::key(heading);
        let answer = self.answers.iter().find(|(answered, _)| fold::key(answered) == key);
        answer.map_or_else(|| says_first(&key), |(_, answer)| *answer == LeadAnswer::First)
    }
}

/// Whether a folded heading says that the first unit leads: «Đơn vị chủ trì (đơn vị đứng đầu là chủ trì)».
fn says_first(key: &str) -> bool {
    const FIRST: [&str; 9] =
        ["dung dau", "dung truoc", "dau tien", "ghi dau", "ghi truoc", "thu nhat", "neu dau", "neu truoc", "ten dau"];
    key.contains("chu tri") && FIRST.iter().any(|words| key.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_heading_that_says_so_makes_the_first_unit_lead() {
        for heading in [
            "Đơn vị chủ trì (đơn vị đứng đầu là chủ trì)",
            "Đơn vị thực hiện (đơn vị đầu tiên chủ trì, các đơn vị sau phối hợp)",
            "Cơ quan ghi đầu là cơ quan chủ trì",
        ] {
            assert!(says_first(&fold::key(heading)), "{heading}");
        }
        for heading in ["Đơn vị chủ trì", "Đơn vị chủ trì, phối hợp", "Đơn vị đứng đầu"] {
            assert!(!says_first(&fold::key(heading)), "{heading}");
        }
    }
}
