//! HS-020: two tasks have the same code.
//!
//! Why: results and the next period find a task by its code; two tasks with one code would share a result. Source:
//! workbook contract, reading rules.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::Assignment;
use crate::dossier::duplicates::{Duplicate, duplicates};

/// Codes that one message lists.
const MOST_LISTED: usize = 10;

/// Two tasks have the same code.
pub(super) struct DuplicateTaskCode;

impl Rule<[Assignment]> for DuplicateTaskCode {
    fn code(&self) -> &'static str {
        "HS-020"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        let codes = assignments.iter().filter_map(|task| task.id.as_ref());
        // Codes that two sheets both have are one mistake: the sheets were given together, or one is a copy.
        let mut pairs: BTreeMap<[(&str, &str); 2], Vec<Duplicate<'_>>> = BTreeMap::new();
        for duplicate in duplicates(codes.map(|id| (id.value.as_str(), &id.at))) {
            let pair = [sheet(duplicate.first), sheet(duplicate.at)];
            if pair[0] == pair[1] {
                out.report(self.message(&duplicate).with("id", duplicate.value));
            } else {
                pairs.entry(pair).or_default().push(duplicate);
            }
        }
        for ([first, second], found) in pairs {
            let mut ids: Vec<&str> = found.iter().take(MOST_LISTED).map(|duplicate| duplicate.value).collect();
            if found.len() > MOST_LISTED {
                ids.push("…");
            }
            let message = self.message(&found[0]).with("id", ids.join("», «"));
            let name = |(file, sheet): (&str, &str)| {
                if first.0 == second.0 { sheet.to_owned() } else { format!("{sheet} ({file})") }
            };
            out.report(
                message.with("first", name(first)).with("second", name(second)).with("sheet", second.1).hint("sheets"),
            );
        }
    }
}

impl DuplicateTaskCode {
    fn message(&self, duplicate: &Duplicate<'_>) -> Diagnostic {
        Diagnostic::error(self.code()).at(duplicate.at).also_at(duplicate.first)
    }
}

/// The file and the sheet of a place.
fn sheet(place: &Place) -> (&str, &str) {
    (place.file.as_deref().unwrap_or_default(), place.sheet.as_deref().unwrap_or_default())
}
