//! The fields that a template may ask for.
//!
//! Owns their names (Vietnamese without diacritics) and where each comes from. A field without a value is left out, so
//! that asking for it is an error with a line; a blank in a paper to be signed would be silent.

mod review;
mod table;

use std::collections::BTreeSet;

use serde::Serialize;
use tera::Context;

pub(crate) use review::REVIEW;
pub use table::Field;
pub(crate) use table::{FIELDS, Shape, filled_in, is_computed, lookup, names_below, part_fields, parts, printed_by};

use super::words::issuer::Issuer;
use super::words::spoken::Spoken;
use super::words::{addressees, citation, deadline, heads};
use crate::contract;
use crate::dossier::figures::Figures;
use crate::dossier::period::Period;
use crate::dossier::{Assignment, AssignmentGroup, Dossier, Party, UsedIn};
use crate::paper::Paper;
use crate::vietnamese::fold;

/// The values of the fields, by name.
pub(crate) type Values = Context;

/// The name of the printed title, which a template may word from the other fields.
pub(crate) const TITLE: &str = "ten_goi";
/// The text that is issued with a document, in words of a sentence; there where its template is worded.
pub(crate) const ISSUED_TEXT: &str = "van_ban_kem_theo";
/// The document that a text is issued with; there where that text's template is worded.
pub(crate) const ISSUED_BY: &str = "van_ban_ban_hanh";
/// The annexes, numbered; empty until they are made.
pub(crate) const ANNEXES: &str = "phu_luc";

/// Every field but the printed title and the parts of Nội dung; `table` says which there are.
#[derive(Serialize)]
struct Fields {
    chu_de: String,
    trien_khai: String,
    ky: PeriodFields,
    co_quan: String,
    ten_co_quan: String,
    don_vi_soan_thao: String,
    don_vi_giao: Vec<String>,
    don_vi_de_nghi: Vec<String>,
    phu_luc: Vec<AnnexFields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    van_ban_kem_theo: Option<String>,
    nhom: Vec<GroupFields>,
    nhiem_vu: Vec<TaskFields>,
    to_chuc: Vec<DutyFields>,
    can_cu_muc_dich: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trich_yeu: Option<String>,
    thu_truong_soan_thao: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kinh_gui: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    noi_trinh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    van_ban_ban_hanh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    van_ban_goc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    han_bao_cao: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    noi_nhan_bao_cao: Option<String>,
}

/// An annex as the body may speak of it.
#[derive(Serialize)]
pub(crate) struct AnnexFields {
    /// `Phụ lục`, `Phụ lục II`.
    pub(crate) so: String,
    /// Its title.
    pub(crate) ten: String,
    /// Its file, without the ending.
    pub(crate) tep: String,
}

#[derive(Serialize)]
struct PeriodFields {
    ten: String,
    ten_rut_gon: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sau: Option<String>,
    cung_ky: String,
}

#[derive(Serialize)]
struct GroupFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    ten: Option<String>,
    nhiem_vu: Vec<TaskFields>,
}

#[derive(Serialize)]
struct TaskFields {
    noi_dung: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    chu_tri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phoi_hop: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    giao_chu_tri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    de_nghi_chu_tri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    giao_phoi_hop: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    de_nghi_phoi_hop: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    san_pham: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thoi_han: Option<String>,
}

#[derive(Serialize)]
struct DutyFields {
    don_vi: String,
    doan: Vec<String>,
}

/// The fields of a dossier, the printed title apart. Of the lists only those whose paths are asked for are filled: thousands
/// of tasks in a list that nobody asks for would cost a template as much as those that it prints. Figures are among them
/// where the document needs them.
pub(crate) fn context(paper: Paper, asked: &BTreeSet<String>, figures: Option<&Figures>) -> Context {
    let dossier = paper.dossier;
    let general = paper.general;
    let is_asked = |path: &str| asked.contains(path);
    let citations =
        |used_in: UsedIn| dossier.grounds().iter().filter(move |ground| ground.used_in == used_in).map(citation::cite);
    let fields = Fields {
        chu_de: general.topic.clone(),
        trien_khai: carrying_out(&general.topic),
        ky: period(general.period),
        co_quan: Issuer::of(general).in_a_sentence(),
        ten_co_quan: Issuer::of(general).in_full(),
        don_vi_soan_thao: general.drafting_unit.clone(),
        don_vi_giao: listed(is_asked("don_vi_giao"), || units(paper, Spoken::assigned_names)),
        don_vi_de_nghi: listed(is_asked("don_vi_de_nghi"), || asked_in_order(paper)),
        phu_luc: Vec::new(),
        van_ban_kem_theo: None,
        nhom: listed(is_asked("nhom"), || groups(paper, is_asked("nhom[].nhiem_vu"))),
        nhiem_vu: listed(is_asked("nhiem_vu"), || paper.assignments().map(task).collect()),
        to_chuc: listed(is_asked("to_chuc"), || duties(dossier)),
        can_cu_muc_dich: citations(UsedIn::Purpose).collect(),
        trich_yeu: paper.subject().map(str::to_owned),
        kinh_gui: joined_lines(&general.addressees),
        noi_trinh: addressees::of(&general.addressees.join("\n")).into_iter().next(),
        van_ban_ban_hanh: None,
        thu_truong_soan_thao: heads::of_unit(&general.drafting_unit),
        van_ban_goc: joined(&citations(UsedIn::Opening).collect::<Vec<_>>()),
        han_bao_cao: general.report_deadline.as_deref().and_then(without_end_mark),
        noi_nhan_bao_cao: general.report_recipient.clone(),
    };
    let mut context = Context::from_serialize(&fields).expect("plain fields make a context");
    if let Some(figures) = figures {
        context.insert(REVIEW, &review::fields(figures, dossier.register(), paper.charts, is_asked));
    }
    // A part named like a field of ours must not take its place, filled or not: it is told as not printed.
    for part in dossier.prose_parts().iter().filter(|part| !is_computed(&part.field_name())) {
        if part.paragraphs.is_empty() || !paper.has_part(part) {
            continue;
        }
        context.insert(part.field_name(), &part.paragraphs.join("\n"));
    }
    context
}

/// A list that is asked for; else an empty one.
fn listed<T>(is_asked: bool, make: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if is_asked { make() } else { Vec::new() }
}

/// The groups of tasks, their tasks where those are asked for.
fn groups(paper: Paper, are_tasks_asked: bool) -> Vec<GroupFields> {
    let group = |group: &AssignmentGroup| GroupFields {
        ten: group.name.map(str::to_owned),
        nhiem_vu: listed(are_tasks_asked, || group.assignments.iter().map(|assignment| task(assignment)).collect()),
    };
    paper.assignment_groups().iter().map(group).collect()
}

fn duties(dossier: &Dossier) -> Vec<DutyFields> {
    let duties = dossier.implementation().iter();
    duties.map(|duty| DutyFields { don_vi: duty.heading.clone(), doan: duty.paragraphs.clone() }).collect()
}

fn period(period: Period) -> PeriodFields {
    let next = period.next();
    PeriodFields {
        ten: period.name(),
        ten_rut_gon: next.map_or_else(|| period.name(), |next| period.name_beside(next)),
        sau: next.map(Period::name),
        cung_ky: period.same_period_last_year().name(),
    }
}

fn task(assignment: &Assignment) -> TaskFields {
    let names = |parties: &[Party]| {
        let names: Vec<&str> = parties.iter().map(|party| party.text.as_str()).collect();
        (!names.is_empty()).then(|| names.join("; "))
    };
    let (lead, support) = (Spoken::to(&assignment.lead), Spoken::to(&assignment.support));
    TaskFields {
        noi_dung: assignment.paragraphs.join("\n"),
        giao_chu_tri: lead.assigned(),
        de_nghi_chu_tri: lead.asked(),
        giao_phoi_hop: support.assigned(),
        de_nghi_phoi_hop: support.asked(),
        chu_tri: names(&assignment.lead),
        phoi_hop: names(&assignment.support),
        san_pham: assignment.typed(contract::Field::Product).and_then(without_end_mark),
        thoi_han: deadline::in_words(assignment).and_then(without_end_mark),
    }
}

/// The units of all tasks that are spoken to in one way, each once, in order.
fn units<'a>(paper: Paper<'a>, of: impl Fn(&Spoken<'a>) -> Vec<String>) -> Vec<String> {
    let spoken = paper.assignments().flat_map(|task| [Spoken::to(&task.lead), Spoken::to(&task.support)]);
    let mut units: Vec<String> = Vec::new();
    for name in spoken.flat_map(|spoken| of(&spoken)) {
        if !units.contains(&name) {
            units.push(name);
        }
    }
    units
}

/// The bodies that are asked, as Nơi nhận orders them: the Front first.
fn asked_in_order(paper: Paper) -> Vec<String> {
    let mut names = units(paper, Spoken::requested_names);
    names.sort_by_cached_key(|name| paper.commune.kind_of_body(name));
    names
}

/// What is done about a topic: "triển khai công tác …"; a topic that says so itself is not told twice.
fn carrying_out(topic: &str) -> String {
    const VERB: &str = "triển khai";
    if fold::key(topic).starts_with(&fold::key(VERB)) { topic.to_owned() } else { format!("{VERB} {topic}") }
}

fn joined_lines(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The citations in one line; `None` where there are none.
fn joined(citations: &[String]) -> Option<String> {
    (!citations.is_empty()).then(|| citations.join("; "))
}

/// The text without a full stop or semicolon at its end: it goes into a sentence that has its own.
///
/// `None` where nothing is left: an empty text would print a blank.
fn without_end_mark(text: &str) -> Option<String> {
    let kept = text.trim_end_matches(['.', ';', ' ']);
    (!kept.is_empty()).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The paths of a value, as the table writes them.
    fn paths(value: &serde_json::Value, path: &str, into: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    paths(value, &[path, if path.is_empty() { "" } else { "." }, name].concat(), into);
                }
            }
            serde_json::Value::Array(items) => {
                into.insert(format!("{path}[]"));
                for item in items {
                    paths(item, &format!("{path}[]"), into);
                }
            }
            _ => drop(into.insert(path.to_owned())),
        }
    }

    #[test]
    fn the_fields_made_are_those_of_the_table() {
        let some = || Some(String::new());
        let task = || TaskFields {
            noi_dung: String::new(),
            chu_tri: some(),
            phoi_hop: some(),
            giao_chu_tri: some(),
            de_nghi_chu_tri: some(),
            giao_phoi_hop: some(),
            de_nghi_phoi_hop: some(),
            san_pham: some(),
            thoi_han: some(),
        };
        let fields = Fields {
            chu_de: String::new(),
            trien_khai: String::new(),
            ky: PeriodFields { ten: String::new(), ten_rut_gon: String::new(), sau: some(), cung_ky: String::new() },
            co_quan: String::new(),
            ten_co_quan: String::new(),
            don_vi_soan_thao: String::new(),
            don_vi_giao: Vec::new(),
            don_vi_de_nghi: Vec::new(),
            phu_luc: vec![AnnexFields { so: String::new(), ten: String::new(), tep: String::new() }],
            van_ban_kem_theo: some(),
            nhom: vec![GroupFields { ten: some(), nhiem_vu: Vec::new() }],
            nhiem_vu: vec![task()],
            to_chuc: vec![DutyFields { don_vi: String::new(), doan: Vec::new() }],
            can_cu_muc_dich: Vec::new(),
            trich_yeu: some(),
            kinh_gui: some(),
            noi_trinh: some(),
            van_ban_ban_hanh: some(),
            thu_truong_soan_thao: String::new(),
            van_ban_goc: some(),
            han_bao_cao: some(),
            noi_nhan_bao_cao: some(),
        };
        let mut made = BTreeSet::from([TITLE.to_owned()]);
        paths(&serde_json::to_value(&fields).expect("plain fields"), "", &mut made);
        let review = serde_json::to_value(review::whole()).expect("plain fields");
        paths(&review, REVIEW, &mut made);
        let listed = FIELDS.iter().filter(|field| field.part.is_none()).map(|field| field.path.to_owned());
        // A list that is like another is listed without its items' fields.
        let alike = FIELDS.iter().filter(|field| field.like.is_some()).map(|field| field.path.to_owned());
        made.extend(alike);
        assert_eq!(made, listed.collect());
    }
}
