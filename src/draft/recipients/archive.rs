//! The archive line: `Lưu: VT, VHXH (2)` (NN-08).
//!
//! Owns its wording and the drafting unit's abbreviation. Must not know another line. Both sorts of list end with it.

use crate::contract::dictionary;
use crate::dossier::Dossier;
use crate::paper::SharedFacts;

/// The records office, the drafting unit, the number of copies kept.
pub(super) fn line(shared: SharedFacts) -> String {
    let general = shared.general;
    let code = |unit: &str| code(shared.dossier, unit).unwrap_or_else(|| unit.to_owned());
    let codes: Vec<String> = units(&general.drafting_unit).map(code).collect();
    let unit = codes.join(", ");
    match general.copies {
        Some(copies) => format!("Lưu: VT, {unit} ({copies})"),
        None => format!("Lưu: VT, {unit}"),
    }
}

/// The abbreviation of each drafting unit, in order; `None` for one without.
pub(in crate::draft) fn drafting_codes(shared: SharedFacts) -> Vec<Option<String>> {
    units(&shared.general.drafting_unit).map(|unit| code(shared.dossier, unit)).collect()
}

fn units(drafting_units: &str) -> impl Iterator<Item = &str> {
    drafting_units.split([';', '\n']).map(str::trim).filter(|unit| !unit.is_empty())
}

/// The drafting unit's abbreviation: from the sheet Đơn vị, else from the units that every commune has.
fn code(dossier: &Dossier, drafting_unit: &str) -> Option<String> {
    let registered = dossier.register().find(drafting_unit).and_then(|unit| unit.archive_code.clone());
    let known = || dictionary().unit_named(drafting_unit).and_then(|unit| unit.archive_code).map(str::to_owned);
    registered.or_else(known)
}
