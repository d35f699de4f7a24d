//! The register of units: the sheets Đơn vị and Thôn, and the collective names that every commune uses.
//!
//! Owns finding a unit by any of its names, never by part of a name. Must not know tasks or recipients. `assignments`
//! and `draft` look units up here.

use std::collections::{BTreeMap, BTreeSet};

use super::body_kind::{self, known_relation};
use super::collective;
use super::listed_villages;
use super::names::{Names, OfficeAnswers};
use super::no_name::is_no_name;
use super::period::Period;
use super::registered_units::{collectives, unit};
use super::unit::{Relation, Unit};
use super::unknown_names::{self, SeveralNames};
use crate::contract::{Field, NameWords, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Located, Records};
use crate::vietnamese::fold;

/// All known units.
#[derive(Clone, Debug)]
pub struct Register {
    units: Vec<Unit>,
    names: Names,
    /// The office's answers (`[doc.don_vi]`): wording and unit, looked up by wording.
    answers: OfficeAnswers,
    /// Where there is no sheet Đơn vị: the names that stand alone in any task, each a unit to be.
    foreseen: BTreeSet<String>,
    has_units_sheet: bool,
    has_villages_sheet: bool,
    /// The body that issues, where it assigns no tasks to others: a division asks its equals and the villages.
    asking: Option<String>,
    /// The period; `None` where it is not known.
    period: Option<Period>,
}

/// The outcome of looking up a name.
pub(super) enum NameMatch<'a> {
    Exactly(&'a Unit),
    Folded(&'a Unit),
    Several(Vec<&'a Unit>),
    Nothing,
}

impl Register {
    /// Reads the sheets Đơn vị and Thôn.
    pub(super) fn new(
        records: &Records,
        answers: &BTreeMap<String, String>,
        period: Option<&Period>,
        out: &mut Diagnostics,
    ) -> Self {
        let mut units = Vec::new();
        for kind in [SheetKind::Units, SheetKind::Villages] {
            for record in records.rows(kind) {
                units.extend(unit(record, kind == SheetKind::Villages, period, out));
            }
        }
        units.extend(collectives());
        let mut register = Self {
            names: Names::of(&units),
            units,
            answers: OfficeAnswers::default(),
            foreseen: BTreeSet::new(),
            // A sheet without a filled row counts as missing.
            has_units_sheet: !records.rows(SheetKind::Units).is_empty(),
            has_villages_sheet: !records.rows(SheetKind::Villages).is_empty(),
            asking: None,
            period: period.copied(),
        };
        for (wording, unit) in answers {
            if register.has_units_sheet && register.find(unit).is_none() {
                let nearest = fold::nearest(unit, register.units.iter().flat_map(Unit::names));
                let message = Diagnostic::error("CD-007").at(&Place::file("vanthu.toml")).with("wording", wording);
                out.report(message.with("unit", unit).nearest(nearest));
            }
        }
        register.answers = OfficeAnswers::of(answers);
        register
    }

    /// Says that the issuing body assigns no tasks: all others are asked. Quan hệ speaks of the Committee's papers.
    pub(super) fn ask_all(&mut self, issuer: &str) {
        self.asking = Some(issuer.to_owned());
        for index in 0..self.units.len() {
            self.units[index].relation = self.relation_of(&self.units[index]);
        }
    }

    fn relation_of(&self, unit: &Unit) -> Relation {
        let is_own = |name: &str, issuer: &str| fold::key(name) == fold::key(issuer) || is_section(name);
        let is_other = |issuer: &String| !unit.names().any(|name| is_own(name, issuer));
        let is_asked = self.asking.as_ref().is_some_and(is_other);
        if is_asked && unit.relation == Relation::Assigns { Relation::Requests } else { unit.relation }
    }

    /// The units of the sheets, in order; collective names come last.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The villages of the sheet as one line: "Các thôn", "Các thôn, tổ dân phố".
    #[must_use]
    pub fn all_villages(&self) -> String {
        all_villages(self.units.iter().filter(|unit| unit.is_village))
    }

    /// The types of village in the sheet: `thôn`, `thôn, tổ dân phố`; `thôn` where there are none.
    #[must_use]
    pub fn village_word(&self) -> String {
        let all = self.all_villages();
        all.split_once(' ').map_or_else(|| all.clone(), |(_, sorts)| sorts.to_owned())
    }

    /// The unit that a text names unambiguously; `None` otherwise.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&Unit> {
        match self.look_up(text) {
            NameMatch::Exactly(unit) | NameMatch::Folded(unit) => Some(unit),
            NameMatch::Several(_) | NameMatch::Nothing => None,
        }
    }

    /// Whether a text names a unit: of the sheets, or, where there is no sheet Đơn vị, one that every commune has.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.find(text).is_some()
            || !self.has_units_sheet
                && (self.foreseen.contains(&fold::exact(text)) || body_kind::known_anywhere(text).is_some())
    }

    /// Whether any name is taken as a village: there is neither sheet.
    pub(super) fn admits_villages(&self) -> bool {
        !self.has_units_sheet && !self.has_villages_sheet
    }

    /// Looks ahead at the tasks where there is no sheet Đơn vị: a name that stands alone is known in every other row.
    pub(super) fn foresee(&mut self, records: &Records) {
        const JOINTS: [&str; 6] = [",", "+", "/", ":", " và ", "("];
        if self.has_units_sheet {
            return;
        }
        let rows = records.rows(SheetKind::Assignments).iter();
        let cells = rows.flat_map(|row| [Field::Lead, Field::Support].map(|field| row.cell(field)));
        let alone = cells.flatten().flat_map(|cell| cell.value.text.split([';', '\n']).map(str::trim));
        let alone = alone.filter(|text| !JOINTS.iter().any(|joint| text.contains(joint)));
        self.foreseen = alone.map(fold::exact).collect();
    }

    /// Whether at most one unit has this name, diacritics aside.
    #[must_use]
    pub fn is_plain(&self, name: &str) -> bool {
        self.names.alike(name).count() <= 1
    }

    /// Finds the unit of an assignment, or reports why it can't be found.
    pub(super) fn resolve(&mut self, name: &Located<String>, out: &mut Diagnostics) -> Result<Unit, Reported> {
        match self.look_up(&name.value) {
            NameMatch::Exactly(unit) => {
                self.check_of_period(unit, &name.at, out);
                Ok(unit.clone())
            }
            // Among names known from the tasks alone, another tone means another unit; another capital does not.
            NameMatch::Folded(unit) if unit.is_admitted && !differs_by_case(&unit.name, &name.value) => {
                Ok(self.admit(name))
            }
            NameMatch::Folded(unit) => {
                note_understood(&name.value, &unit.name, &name.at, out);
                self.check_of_period(unit, &name.at, out);
                Ok(unit.clone())
            }
            NameMatch::Several(units) => Err(out.fail(several(name, &units))),
            NameMatch::Nothing if let Some(village) = self.successor(name, out) => Ok(village.clone()),
            NameMatch::Nothing if let Some(village) = self.with_sort(&name.value) => {
                note_understood(&name.value, &village.name, &name.at, out);
                Ok(village.clone())
            }
            NameMatch::Nothing if !self.has_units_sheet && is_no_name(&name.value) => {
                Err(out.fail(Diagnostic::error("HS-240").at(&name.at).with("text", name.value.replace('\n', " "))))
            }
            NameMatch::Nothing if !self.has_units_sheet => Ok(self.admit(name)),
            NameMatch::Nothing => Err(out.fail(unknown_names::unit(name, &self.units))),
        }
    }

    /// HS-184: a unit of the office is not in its register. Without a sheet Đơn vị every name is known.
    pub(super) fn check_known(&self, text: &str, at: &Place, out: &mut Diagnostics) {
        if self.has_units_sheet && matches!(self.look_up(text), NameMatch::Nothing) {
            out.report(self.unknown(text, at));
        }
    }

    /// The same of a body that may be another office's: only a name that is nearly one of the register.
    pub(super) fn check_spelled(&self, text: &str, at: &Place, out: &mut Diagnostics) {
        let names = self.units.iter().flat_map(Unit::names);
        // A division is the commune's own: «phòng nội vụ»; a department of the province says so.
        let key = fold::key(text);
        let is_own = key.starts_with("phong ") || key.starts_with("van phong") && !key.contains("tinh");
        if is_own || fold::typo_of(text, names).is_some() {
            self.check_known(text, at, out);
        }
    }

    fn unknown(&self, text: &str, at: &Place) -> Diagnostic {
        // "Văn hóa và Xã hội" has the words of "Văn hóa - Xã hội".
        let joined = self.find(&text.replace(" và ", " - ")).map(|unit| unit.name.as_str());
        let nearest = joined.or_else(|| fold::nearest_by_words(text, self.units.iter().flat_map(Unit::names)));
        let message = Diagnostic::warning("HS-184").at(at).with("text", text);
        match SeveralNames::of(text, &self.units) {
            Some(several) => several.hinted(message),
            None => message.nearest(nearest),
        }
    }

    /// The village that a text names; the text as typed for a collective of villages, and where there is no sheet Thôn.
    pub(super) fn resolve_village(&self, name: &Located<String>, out: &mut Diagnostics) -> Result<String, Reported> {
        match self.look_up(&name.value) {
            NameMatch::Exactly(unit) | NameMatch::Folded(unit) if unit.is_village => {
                self.check_of_period(unit, &name.at, out);
                Ok(unit.name.clone())
            }
            NameMatch::Exactly(unit) | NameMatch::Folded(unit) if unit.is_collective => Ok(name.value.clone()),
            _ if !self.has_villages_sheet => Ok(name.value.clone()),
            NameMatch::Several(units) => Err(out.fail(several(name, &units))),
            _ if let Some(village) = self.successor(name, out) => Ok(village.name.clone()),
            // The heading of the column says the sort.
            _ if let Some(village) = self.without_sort(&name.value) => {
                let message = Diagnostic::note("HS-011").at(&name.at).with("text", &name.value);
                out.report(message.with("unit", &village.name));
                Ok(village.name.clone())
            }
            _ => Err(out.fail(unknown_names::village(name, &self.units))),
        }
    }

    /// HS-258: a unit is named that does not exist in the period.
    fn check_of_period(&self, unit: &Unit, at: &Place, out: &mut Diagnostics) {
        if let Some(period) = self.period.filter(|period| !unit.validity.is_of(period)) {
            unit.validity.warn_of_name(&unit.name, at, &period, out);
        }
    }

    /// HS-259: the village into which the one that is named was merged as a whole.
    fn successor(&self, name: &Located<String>, out: &mut Diagnostics) -> Option<&Unit> {
        let key = fold::key(&name.value);
        let has_merged = |unit: &&Unit| unit.merged_names.iter().any(|merged| fold::has_key(merged, &key));
        let mut villages = self.units.iter().filter(has_merged);
        let village = villages.next().filter(|_| !key.is_empty())?;
        if villages.next().is_some() {
            return None;
        }
        let message = Diagnostic::note("HS-259").at(&name.at).with("text", &name.value);
        out.report(message.with("unit", &village.name));
        Some(village)
    }

    /// The number of units known from the rows alone, so far.
    pub(super) fn admitted(&self) -> usize {
        self.units.iter().filter(|unit| unit.is_admitted).count()
    }

    /// Reports the units known from the rows alone: the first `count` of them.
    pub(super) fn note_admitted_up_to(&self, count: usize, out: &mut Diagnostics) {
        note_admitted(self.units.iter().filter(|unit| unit.is_admitted).take(count), out);
    }

    /// Reports the units known from the rows alone: those after the first `count`.
    pub(super) fn note_admitted_from(&self, count: usize, out: &mut Diagnostics) {
        note_admitted(self.units.iter().filter(|unit| unit.is_admitted).skip(count), out);
    }

    fn admit(&mut self, name: &Located<String>) -> Unit {
        let exact = fold::exact(&name.value);
        let relation = known_relation(&exact);
        let mut unit = Unit::admitted(exact, relation, name.at.clone());
        unit.relation = self.relation_of(&unit);
        self.names.add(self.units.len(), &unit);
        self.units.push(unit.clone());
        unit
    }

    /// Looks for an exact name first, then for the office's answer, then for the only unit with this folded name.
    pub(super) fn look_up(&self, text: &str) -> NameMatch<'_> {
        match self.exactly(text) {
            NameMatch::Nothing => {}
            found => return found,
        }
        if let Some(answer) = self.answers.to(text) {
            return self.exactly(answer);
        }
        let alike: Vec<&Unit> = self.names.alike(text).map(|index| &self.units[index]).collect();
        match alike.as_slice() {
            [] => self.all_villages_by(text).map_or(NameMatch::Nothing, NameMatch::Folded),
            [unit] => NameMatch::Folded(unit),
            _ => NameMatch::Several(alike),
        }
    }

    /// The collective of all villages, where a text means them all: «16/16 thôn», if that is their number.
    fn all_villages_by(&self, text: &str) -> Option<&Unit> {
        let are_so_many = |number| {
            let villages = self.units.iter().filter(|unit| unit.is_village).count();
            villages == 0 || number == villages
        };
        let are_villages = listed_villages::are_all(text, are_so_many);
        let wanted = if are_villages { listed_villages::name_of_all() } else { collective::name_of_offices(text)? };
        self.units.iter().find(|unit| unit.is_collective && unit.name == wanted)
    }

    fn exactly(&self, text: &str) -> NameMatch<'_> {
        let same: Vec<&Unit> = self.names.exactly(text).map(|index| &self.units[index]).collect();
        match same.as_slice() {
            [] => NameMatch::Nothing,
            // A village may have a collective's name ("Các thôn"): the clerk's own sheet has priority. Two units with
            // one code are an error of their own, which is not reported again at every task.
            [unit, others @ ..] if others.iter().all(|other| other.is_collective || other.has_code_of(unit)) => {
                NameMatch::Exactly(unit)
            }
            _ => NameMatch::Several(same),
        }
    }
}

/// HS-011: a unit is meant by another name than the one that is printed.
pub(super) fn note_understood(text: &str, name: &str, at: &Place, out: &mut Diagnostics) {
    out.report(Diagnostic::note("HS-011").at(at).with("text", text).with("unit", name));
}

/// Whether two names differ only in capitals and blanks.
fn differs_by_case(one: &str, other: &str) -> bool {
    fold::exact(&one.to_lowercase()) == fold::exact(&other.to_lowercase())
}

/// The message that a text may name several units.
fn several(name: &Located<String>, units: &[&Unit]) -> Diagnostic {
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let message = Diagnostic::error("HS-010").at(&name.at).with("text", &name.value).with("units", names.join("; "));
    // Two units with one name differ only in their codes.
    if names.iter().all(|other| *other == names[0]) { message.hint("code") } else { message }
}

fn note_admitted<'a>(units: impl Iterator<Item = &'a Unit>, out: &mut Diagnostics) {
    let admitted: Vec<&Unit> = units.collect();
    let Some(first) = admitted.first().and_then(|unit| unit.at.as_ref()) else { return };
    let names: Vec<&str> = admitted.iter().map(|unit| unit.name.as_str()).collect();
    out.report(Diagnostic::note("HS-028").at(first).with("units", names.join("; ")));
}

/// Whether this is a part of a division, which the division assigns tasks to: «Tổ Văn hóa - Thể thao», «Bộ phận Một cửa».
fn is_section(name: &str) -> bool {
    const OTHERS: [&str; 5] = ["to dan pho ", "to cong nghe ", "to hop tac ", "to nhan dan ", "to tu quan "];
    let key = format!("{} ", fold::key(name));
    ["to ", "bo phan ", "nhom "].iter().any(|start| key.starts_with(start))
        && !OTHERS.iter().any(|start| key.starts_with(start))
}

/// The villages of the sheet as one line: "Các thôn", "Các thôn, tổ dân phố".
fn all_villages<'a>(villages: impl Iterator<Item = &'a Unit>) -> String {
    let mut sorts: BTreeSet<usize> = BTreeSet::new();
    let types = dictionary().village_types();
    for village in villages {
        let sort = NameWords::of(village.sort.as_deref().unwrap_or(&village.name));
        let fitting = types.iter().enumerate().filter(|(_, kind)| sort.begins_with(kind));
        sorts.extend(fitting.max_by_key(|(_, kind)| kind.len()).map(|(index, _)| index));
    }
    let named: Vec<&str> = sorts.into_iter().map(|index| types[index]).collect();
    format!("Các {}", if named.is_empty() { "thôn".to_owned() } else { named.join(", ") })
}
