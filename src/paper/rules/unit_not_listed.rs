//! HS-048: a unit with a task is missing from Nơi nhận.
//!
//! Why: a unit that does not receive the document does not know of the task. Source: PL1 II.9, a document goes to those
//! who act on it. Not reported where a line may mean the unit.

use std::collections::{BTreeMap, BTreeSet};

use super::listed::Listed;
use super::{ListFacts, UnlistedUnits};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::{Assignee, BodyKind, Unit};

/// A unit with a task is missing from Nơi nhận.
pub(super) struct UnitNotListed;

impl Rule<UnlistedUnits<'_>> for UnitNotListed {
    fn code(&self) -> &'static str {
        "HS-048"
    }

    /// In a paper for one village or unit, only the first cell that names a unit is given, the same in each such paper.
    fn check(&self, facts: &UnlistedUnits, out: &mut Diagnostics) {
        for one in facts.unlisted {
            let Some((first, further)) = one.named_at.split_first() else { continue };
            let message = Diagnostic::warning(self.code()).at(first).with("unit", &one.name);
            match &facts.of_audience {
                None => out.report(further.iter().fold(message, Diagnostic::also_at)),
                Some(own) if own.iter().any(|own| is_about(one, own)) => out.report(message),
                Some(_) => {}
            }
        }
    }
}

/// Whether an unlisted unit is an assignee, one of the villages that it means, or all villages together.
fn is_about(unlisted: &Assignee, one: &Assignee) -> bool {
    let is_among = unlisted.kind == BodyKind::Village && one.kind == BodyKind::Village;
    unlisted.name == one.name || (is_among && (!unlisted.covers.is_empty() || !one.covers.is_empty()))
}

/// The units with a task that no line may mean, with every cell that names them.
pub(super) fn unlisted(facts: &ListFacts) -> Vec<Assignee> {
    // The list of a decision begins with `Như Điều …`, typed or made by us: those who carry it out are in the article.
    let is_by_article = facts.kind == DocumentKind::Decision;
    let listed = Listed::read(facts).filter(|listed| !is_by_article && !listed.refers_to_article());
    let Some(listed) = listed else { return Vec::new() };
    let missing: Vec<Assignee> =
        members(facts).into_iter().filter(|one| !is_exempt(one, facts, &listed) && !listed.has(one)).collect();
    together(missing, facts)
}

/// The assignees; a collective of villages is replaced by each village of the sheet.
fn members(facts: &ListFacts) -> Vec<Assignee> {
    let villages: Vec<&Unit> = facts.register.units().iter().filter(|unit| unit.is_village).collect();
    let mut members = EachAssignee::default();
    for one in facts.assignees {
        if villages.is_empty() || !one.covers.iter().eq([&BodyKind::Village]) {
            members.add(one.clone());
            continue;
        }
        for village in &villages {
            let recipient_line = village.recipient_line.clone().unwrap_or_else(|| village.name.clone());
            let (name, covers) = (village.name.clone(), BTreeSet::new());
            members.add(Assignee { name, recipient_line, covers, ..one.clone() });
        }
    }
    members.all
}

/// Assignees, each name once.
#[derive(Default)]
struct EachAssignee {
    all: Vec<Assignee>,
    by_name: BTreeMap<String, usize>,
}

impl EachAssignee {
    fn add(&mut self, one: Assignee) {
        if let Some(&known) = self.by_name.get(&one.name) {
            add_places(&mut self.all[known].named_at, &one.named_at);
        } else {
            self.by_name.insert(one.name.clone(), self.all.len());
            self.all.push(one);
        }
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

/// If all villages of the sheet are missing, they are merged into one.
fn together(missing: Vec<Assignee>, facts: &ListFacts) -> Vec<Assignee> {
    let villages: Vec<&Unit> = facts.register.units().iter().filter(|unit| unit.is_village).collect();
    let of_villages: BTreeSet<&str> = villages.iter().map(|village| village.name.as_str()).collect();
    let names: BTreeSet<&str> = missing.iter().map(|one| one.name.as_str()).collect();
    if villages.len() < 2 || !of_villages.is_subset(&names) {
        return missing;
    }
    let (of_villages, mut others): (Vec<_>, Vec<_>) =
        missing.into_iter().partition(|one| of_villages.contains(one.name.as_str()));
    others.extend(all_villages(of_villages, facts));
    others
}

/// All villages as one assignee, which covers them.
fn all_villages(villages: Vec<Assignee>, facts: &ListFacts) -> Option<Assignee> {
    let mut villages = villages.into_iter();
    let mut all = Assignee {
        name: facts.register.all_villages(),
        covers: BTreeSet::from([BodyKind::Village]),
        ..villages.next()?
    };
    let mut known: BTreeSet<Place> = all.named_at.iter().cloned().collect();
    let further = villages.flat_map(|village| village.named_at);
    all.named_at.extend(further.filter(|place| known.insert(place.clone())));
    Some(all)
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::Audience;
    use crate::paper::rules::test_workbook::{messages, messages_for};

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

    #[test]
    fn a_paper_for_a_village_is_warned_of_the_units_of_its_tasks_at_one_place_for_all() {
        let task = |lead, villages| [(Field::Lead, lead), (Field::Support, ""), (Field::VillageScope, villages)];
        let workbook = ["Thôn Một", "Thôn Hai"].iter().fold(plan(&["Các thôn"], "", ""), |workbook, name| {
            workbook
                .row(SheetKind::Villages, &[(Field::Code, name), (Field::Name, name)])
                .task(&task("Phòng Kinh tế", name))
        });
        let workbook = workbook.task(&task("Trạm Y tế", "Thôn Hai"));
        let of = |village| messages_for(Audience::Village(village), &workbook, "HS-048");
        let (one, two) = (of("Thôn Một"), of("Thôn Hai"));
        assert_eq!((one.len(), two.len()), (1, 2));
        assert_eq!(one[0], two[0], "one message about two papers");
        assert!(one[0].also.is_empty());
    }
}
