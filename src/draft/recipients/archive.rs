//! The archive line: `Lưu: VT, VHXH (2)` (NN-08).
//!
//! Owns its wording and the drafting unit's abbreviation. Must not know another line. Both sorts of list end with it.

use crate::contract::dictionary;
use crate::dossier::Dossier;
use crate::paper::SharedFacts;

/// The records office, the drafting unit, the number of copies kept.
pub(super) fn line(shared: SharedFacts) -> String {
    let general = shared.general;
    let units: Vec<&str> =
        general.drafting_unit.split([';', '\n']).map(str::trim).filter(|unit| !unit.is_empty()).collect();
    let codes: Vec<String> = units.into_iter().map(|unit| code(shared.dossier, unit)).collect();
    let unit = codes.join(", ");
    match general.copies {
        Some(copies) => format!("Lưu: VT, {unit} ({copies})"),
        None => format!("Lưu: VT, {unit}"),
    }
}

/// The drafting unit's abbreviation: from the sheet Đơn vị, else from the units that every commune has, else as typed.
fn code(dossier: &Dossier, drafting_unit: &str) -> String {
    if let Some(code) = dossier.register().find(drafting_unit).and_then(|unit| unit.archive_code.clone()) {
        return code;
    }
    let known = dictionary().unit_named(drafting_unit).and_then(|unit| unit.archive_code);
    known.unwrap_or(drafting_unit).to_owned()
}
