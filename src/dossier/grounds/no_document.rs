//! HS-190: a row of Căn cứ that cites no document: "Theo đề nghị của …", "Căn cứ tình hình thực tế …".
//!
//! Owns the words by which they are known. Must not know what a decision prints by itself. `grounds` asks before it
//! looks for the parts of a citation.

use super::kind::behind;
use super::line::CitationParts;
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::cells;
use crate::records::Record;

/// Beginnings of the line of the proposal, which a decision words itself.
const PROPOSALS: [&str; 7] =
    ["theo đề nghị", "xét đề nghị", "căn cứ đề nghị", "theo đề xuất", "xét đề xuất", "xét tờ trình", "theo tờ trình"];

/// Beginnings of what is no document, behind "căn cứ" or without it.
const MATTERS: [&str; 8] = [
    "tình hình",
    "chức năng",
    "chức năng,",
    "nhiệm vụ được giao",
    "yêu cầu nhiệm vụ",
    "yêu cầu công tác",
    "nhu cầu",
    "điều kiện thực tế",
];

/// HS-302: a cell with several whole lines, of which a row can cite one alone.
///
/// # Errors
/// `HS-302`.
pub(super) fn check_single(record: &Record, out: &mut Diagnostics) -> Result<(), Reported> {
    for field in CELLS {
        let Some(cell) = record.cell(field).filter(|cell| cell.value.text.contains(['\n', ';'])) else { continue };
        let lines = cell
            .value
            .text
            .split(['\n', ';'])
            .filter(|line| CitationParts::parse(line).is_some_and(|line| line.is_whole()));
        let lines: Vec<&str> = lines.map(str::trim).collect();
        if let [_, second, ..] = lines.as_slice() {
            let message = Diagnostic::error("HS-302").at(&cell.at).with("count", lines.len());
            return Err(out.fail(message.with("second", second)));
        }
    }
    Ok(())
}

/// The cells that may hold the words.
const CELLS: [Field; 4] = [Field::DocumentType, Field::NumberSymbol, Field::Subject, Field::Issuer];

/// Checks that the row cites a document.
///
/// # Errors
/// `HS-190`.
pub(super) fn check(record: &Record, out: &mut Diagnostics) -> Result<(), Reported> {
    let is_typed_alone =
        [Field::NumberSymbol, Field::IssuedOn, Field::Issuer].map(|field| record.cell(field)) == [None; 3];
    for field in CELLS {
        let Some(typed) = cells::line(record, field) else { continue };
        let typed = typed.trim_start_matches(['-', '–', '+', '*', ' ']);
        let is_proposal = PROPOSALS.iter().any(|words| behind(typed, words).is_some());
        let bare = behind(typed, "căn cứ").unwrap_or(typed);
        // A trích yếu of its own document may begin with such words.
        let is_lone = field != Field::Subject || is_typed_alone && record.cell(Field::DocumentType).is_none();
        if is_lone && (is_proposal || MATTERS.iter().any(|words| behind(bare, words).is_some())) {
            let message = Diagnostic::error("HS-190").at(&record.place_of(field));
            let message = message.with("typed", typed.trim_end_matches([';', '.', ',', ' ']));
            return Err(out.fail(if is_proposal { message } else { message.hint("matter") }));
        }
    }
    Ok(())
}
