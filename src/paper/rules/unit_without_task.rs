//! HS-049: a unit is listed in Nơi nhận and has no task.
//!
//! Why: a unit that receives a document without a task for it will ask what to do; mostly the line was left over, or a
//! task was forgotten. Source: PL1 II.9, each line states its purpose. Not reported where a task may mean the unit.

use super::ListFacts;
use super::listed::Listed;
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Assignee, Assignment, BodyKind, Collective, Duty, NameWords, Relation, Unit, known};

/// A unit is listed in Nơi nhận and has no task.
pub(super) struct UnitWithoutTask;

impl<'a> Rule<ListFacts<'a>> for UnitWithoutTask {
    fn code(&self) -> &'static str {
        "HS-049"
    }

    fn check(&self, facts: &ListFacts<'a>, out: &mut Diagnostics) {
        // Where no unit is named, the tasks are prose and may be anybody's.
        let Some(listed) = Listed::read(facts).filter(|_| !facts.assignees.is_empty()) else { return };
        let task_text = texts(facts);
        for line in listed.lines.iter().filter(|line| !line.is_for_information()) {
            for name in named(line.name(), facts) {
                if !has_task(name, &task_text, facts) {
                    out.report(Diagnostic::warning(self.code()).at(&line.at).with("unit", name));
                }
            }
        }
    }
}

/// The units and collectives that a line names one by one; none where any part of it is neither.
fn named<'l>(line: &'l str, facts: &ListFacts) -> Vec<&'l str> {
    let mut names = Vec::new();
    for part in line.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        if is_known(part, facts) {
            names.push(part);
            continue;
        }
        let pieces: Vec<&str> = part.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        if pieces.iter().all(|piece| is_known(piece, facts)) {
            names.extend(pieces);
        }
    }
    names
}

fn is_known(name: &str, facts: &ListFacts) -> bool {
    facts.register.find(name).is_some() || known(name, facts.commune).is_some() || Collective::is_whole(name)
}

/// Whether an assignee may be meant, or the text of a task mentions this unit.
fn has_task(name: &str, task_text: &NameWords, facts: &ListFacts) -> bool {
    if Collective::is_whole(name) {
        has_member_with_task(name, task_text, facts)
    } else {
        is_excused(name, task_text, facts)
    }
}

fn has_member_with_task(name: &str, task_text: &NameWords, facts: &ListFacts) -> bool {
    let collective = Collective::of(name);
    let is_member =
        |one: &Assignee| collective.covers.contains(&one.kind) || !collective.covers.is_disjoint(&one.covers);
    facts.assignees.iter().any(is_member)
        || collective.nouns.iter().any(|noun| task_text.contains(&NameWords::of(noun).folded()))
}

/// Whether a unit needs no task: it carries nothing out, drafts the document, has a task or may have one.
fn is_excused(name: &str, task_text: &NameWords, facts: &ListFacts) -> bool {
    let (register, commune) = (facts.register, facts.commune);
    let unit = register.find(name);
    let own = unit.map_or(name, |unit| unit.name.as_str());
    let kind = if unit.is_some_and(|unit| unit.is_village) { BodyKind::Village } else { commune.kind_of_body(own) };
    let is_asked_only = unit.is_some_and(|unit| unit.relation != Relation::Assigns);
    if !kind.carries_out() || is_asked_only || is_same(own, &facts.general.drafting_unit, facts) {
        return true;
    }
    let mut names = unit.into_iter().flat_map(Unit::names).chain([name]);
    facts.assignee_names.contains(own)
        || facts.assignees.iter().any(|one| one.covers.contains(&kind) || is_same(own, &one.name, facts))
        || names.any(|name| task_text.contains(&commune.bare(name).folded()))
}

/// Whether two names belong to one unit: by the register, by their words, or by the units that every commune has.
fn is_same(one: &str, other: &str, facts: &ListFacts) -> bool {
    let registered = |name: &str| facts.register.find(name).map(|unit| unit.name.as_str());
    let id = |name: &str| known(name, facts.commune).map(|known| known.id);
    facts.commune.is_same_body(one, other)
        || (registered(one).is_some() && registered(one) == registered(other))
        || (id(one).is_some() && id(one) == id(other))
}

/// The text of all tasks and duties, without diacritics.
fn texts<'a>(facts: &ListFacts<'a>) -> NameWords {
    let of_task = |task: &'a Assignment| task.paragraphs.iter().map(String::as_str).chain(task.typed(Field::Product));
    let of_duty = |duty: &'a Duty| duty.paragraphs.iter().chain([&duty.heading]).map(String::as_str);
    let tasks = facts.assignments.iter().flat_map(of_task);
    let all: Vec<&str> = tasks.chain(facts.duties.iter().flat_map(of_duty)).collect();
    NameWords::of(&all.join("\n")).folded()
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::messages;

    /// A plan whose Nơi nhận has this line, with a task for this unit.
    fn plan(line: &str, lead: &str) -> TestWorkbook {
        let workbook = TestWorkbook::programme("quý I/2026", &[]).task(&[(Field::Lead, lead)]);
        workbook.row(SheetKind::Recipients, &[(Field::Recipient, line)])
    }

    fn reported_units(workbook: &TestWorkbook) -> Vec<String> {
        messages(workbook, "HS-049").into_iter().flat_map(|message| message.arguments).map(|(_, unit)| unit).collect()
    }

    #[test]
    fn a_listed_unit_without_a_task_is_reported() {
        assert_eq!(reported_units(&plan("Công an xã", "Phòng Kinh tế")), ["Công an xã"]);
        assert_eq!(reported_units(&plan("Phòng Kinh tế, Công an xã", "Phòng Kinh tế")), ["Công an xã"]);
        assert_eq!(reported_units(&plan("Các thôn (để t/h)", "Phòng Kinh tế")), ["Các thôn"]);
    }

    #[test]
    fn a_unit_that_may_have_a_task_is_not_reported() {
        for (line, lead) in [
            ("Công an xã (để biết)", "Phòng Kinh tế"),
            ("TT Đảng ủy, TT HĐND xã", "Phòng Kinh tế"),
            ("Hội Nông dân xã", "Phòng Kinh tế"),
            ("Văn phòng HĐND và UBND xã", "Phòng Kinh tế"),
            ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
            ("Các phòng, ban", "P.KT"),
            ("Phòng Kinh tế", "P.KT"),
            ("Công an xã", "Các cơ quan, đơn vị"),
            ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            ("Báo Sông Ngàn, Công an xã", "Phòng Kinh tế"),
            ("Các thôn", "Thôn Một"),
            ("Như Điều 3", "Phòng Kinh tế"),
            ("Lưu: VT, KT", "Phòng Kinh tế"),
            ("Công an xã", ""),
        ] {
            assert_eq!(reported_units(&plan(line, lead)), [""; 0], "{line}: {lead}");
        }
        let mentioned = plan("Công an xã", "Phòng Kinh tế")
            .row(SheetKind::Assignments, &[(Field::Content, "Phối hợp với Công an xã tuần tra")]);
        assert_eq!(reported_units(&mentioned), [""; 0]);
    }
}
