//! HS-048: a unit with a task is missing from Nơi nhận.
//!
//! Why: a unit that does not receive the document does not know of the task. Source: PL1 II.9, a document goes to those
//! who act on it. Not reported where a line may mean the unit.

use std::collections::BTreeSet;

use super::ListFacts;
use super::listed::Listed;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::{Assignee, BodyKind, Unit};

/// A unit with a task is missing from Nơi nhận.
pub(super) struct UnitNotListed;

impl<'a> Rule<ListFacts<'a>> for UnitNotListed {
    fn code(&self) -> &'static str {
        "HS-048"
    }

    fn check(&self, facts: &ListFacts<'a>, out: &mut Diagnostics) {
        // The list of a decision begins with `Như Điều …`, typed or made by us: those who carry it out are in the
        // article.
        let is_by_article = facts.kind == DocumentKind::Decision;
        let listed = Listed::read(facts).filter(|listed| !is_by_article && !listed.refers_to_article());
        let Some(listed) = listed else { return };
        let missing: Vec<Assignee> =
            members(facts).into_iter().filter(|one| !is_exempt(one, facts, &listed) && !listed.has(one)).collect();
        for one in together(missing, facts) {
            let Some((first, further)) = one.named_at.split_first() else { continue };
            let message = Diagnostic::warning(self.code()).at(first).with("unit", &one.name);
            out.report(further.iter().fold(message, Diagnostic::also_at));
        }
    }
}

/// The assignees; a collective of villages is replaced by each village of the sheet.
fn members(facts: &ListFacts) -> Vec<Assignee> {
    let villages: Vec<&Unit> = facts.register.units().iter().filter(|unit| unit.is_village).collect();
    let mut members = Vec::new();
    for one in facts.assignees {
        if villages.is_empty() || !one.covers.iter().eq([&BodyKind::Village]) {
            add(&mut members, one.clone());
            continue;
        }
        for village in &villages {
            let recipient_line = village.recipient_line.clone().unwrap_or_else(|| village.name.clone());
            let (name, covers) = (village.name.clone(), BTreeSet::new());
            add(&mut members, Assignee { name, recipient_line, covers, ..one.clone() });
        }
    }
    members
}

fn add(members: &mut Vec<Assignee>, one: Assignee) {
    match members.iter_mut().find(|member| member.name == one.name) {
        Some(member) => add_places(&mut member.named_at, &one.named_at),
        None => members.push(one),
    }
}

fn add_places(places: &mut Vec<Place>, further: &[Place]) {
    let known: BTreeSet<Place> = places.iter().cloned().collect();
    places.extend(further.iter().filter(|place| !known.contains(*place)).cloned());
}

/// Whether an assignee needs no line: the drafting unit, a unit in Lưu, and superiors.
fn is_exempt(one: &Assignee, facts: &ListFacts, listed: &Listed) -> bool {
    let register = facts.register;
    let drafting = &facts.general.drafting_unit;
    let unit = register.find(&one.name);
    let is_drafting = register.find(drafting).map(|unit| &unit.name) == Some(&one.name)
        || facts.commune.is_same_body(drafting, &one.name);
    let code = unit.and_then(|unit| unit.archive_code.as_deref());
    // Without the sheet Đơn vị an abbreviation may mean any unit, so any line may mean it.
    let is_unknown_abbreviation =
        unit.is_some_and(|unit| unit.is_admitted) && one.kind == BodyKind::Other && !one.name.contains(' ');
    matches!(one.kind, BodyKind::Superior | BodyKind::Leaders)
        || is_unknown_abbreviation
        || is_drafting
        || code.is_some_and(|code| listed.is_archived_with(code))
}

/// If all villages of the sheet are missing, they are merged into one message.
fn together(missing: Vec<Assignee>, facts: &ListFacts) -> Vec<Assignee> {
    let villages = || facts.register.units().iter().filter(|unit| unit.is_village);
    let is_missing = |name: &str| missing.iter().any(|one| one.name == name);
    if villages().count() < 2 || !villages().all(|village| is_missing(&village.name)) {
        return missing;
    }
    let (of_villages, mut others): (Vec<_>, Vec<_>) =
        missing.into_iter().partition(|one| villages().any(|village| village.name == one.name));
    let mut all: Option<Assignee> = None;
    for one in of_villages {
        match &mut all {
            None => all = Some(Assignee { name: facts.register.all_villages(), ..one }),
            Some(all) => add_places(&mut all.named_at, &one.named_at),
        }
    }
    others.extend(all);
    others
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::messages;

    /// A plan whose Nơi nhận has these lines, with a task for these units.
    fn plan(lines: &[&str], lead: &str, support: &str) -> TestWorkbook {
        let workbook =
            TestWorkbook::programme("quý I/2026", &[]).task(&[(Field::Lead, lead), (Field::Support, support)]);
        lines.iter().fold(workbook, |workbook, line| workbook.row(SheetKind::Recipients, &[(Field::Recipient, line)]))
    }

    fn reported_units(workbook: &TestWorkbook) -> Vec<String> {
        let units = messages(workbook, "HS-048").into_iter().flat_map(|message| message.arguments);
        units.filter(|(name, _)| *name == "unit").map(|(_, unit)| unit).collect()
    }

    #[test]
    fn a_unit_without_a_line_is_reported_once() {
        let workbook = plan(&["Công an xã"], "Phòng Kinh tế", "Trạm Y tế; Công an xã");
        assert_eq!(reported_units(&workbook), ["Phòng Kinh tế", "Trạm Y tế"]);
        let twice = workbook.task(&[(Field::Lead, "Phòng Kinh tế"), (Field::Support, "")]);
        assert_eq!(messages(&twice, "HS-048")[0].also.len(), 1);
    }

    #[test]
    fn a_line_that_may_mean_the_unit_is_enough() {
        for (line, unit) in [
            ("Các phòng, ban chuyên môn thuộc UBND xã", "Phòng Kinh tế"),
            ("Các cơ quan, đơn vị", "Trạm Y tế xã"),
            ("Trưởng các thôn", "Thôn Bến Hạc"),
            ("UBMTTQ Việt Nam xã (để p/h)", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
            ("TTĐU, TTHĐND", "Đảng ủy xã Đồng Mây"),
            ("Mặt trận và các đoàn thể xã", "Hội Nông dân xã"),
            ("Như Điều 3", "Phòng Kinh tế"),
            ("Phòng Kinh tế, Công an xã", "Công an xã Đồng Mây"),
            ("Các phòng, trung tâm", "TT PVHCC"),
        ] {
            assert_eq!(reported_units(&plan(&[line], "Phòng Văn hóa - Xã hội", unit)), [""; 0], "{line}: {unit}");
        }
    }

    #[test]
    fn issuer_drafting_unit_and_leaders_need_no_line() {
        let workbook =
            plan(&["Các thôn", "Lưu: VT, VHXH"], "Ủy ban nhân dân xã Đồng Mây", "Phòng VHXH; Chủ tịch UBND xã");
        assert_eq!(reported_units(&workbook), [""; 0]);
    }

    #[test]
    fn villages_are_reported_one_by_one_or_all_at_once() {
        let workbook = |lines: &[&str]| {
            ["Thôn Một", "Thôn Hai"].iter().fold(plan(lines, "", "Các thôn"), |workbook, name| {
                workbook.row(SheetKind::Villages, &[(Field::Code, name), (Field::Name, name)])
            })
        };
        assert_eq!(reported_units(&workbook(&["Thôn Một"])), ["Thôn Hai"]);
        assert_eq!(reported_units(&workbook(&["Công an xã"])), ["Các thôn"]);
        assert_eq!(reported_units(&workbook(&["Các thôn, bản"])), [""; 0]);
    }

    #[test]
    fn without_a_line_for_this_kind_nothing_is_reported() {
        assert_eq!(reported_units(&plan(&[], "Phòng Kinh tế", "")), [""; 0]);
        let other = [(Field::Recipient, "Sở Nội vụ"), (Field::AppliesTo, "Báo cáo")];
        assert_eq!(reported_units(&plan(&[], "Phòng Kinh tế", "").row(SheetKind::Recipients, &other)), [""; 0]);
    }
}
