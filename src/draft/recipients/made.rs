//! Nơi nhận generated from the tasks, where the sheet has no line for this kind of document.
//!
//! Owns the lines that a People's Committee always has, their order, and joining many lines into one. Must not know how
//! the lines look. They go to the draft.

use std::collections::BTreeSet;

use super::RecipientForm;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::{Assignee, BodyKind, Commune, gives_tasks};
use crate::paper::{Audience, Paper, SharedFacts};
use crate::vietnamese::{fold, text};

/// A line and its origin.
#[derive(Clone, Debug)]
pub(super) struct Line {
    kind: BodyKind,
    text: String,
    /// The text as compared with other lines.
    key: String,
    /// The sorts of unit that it covers; empty for a single unit.
    covers: BTreeSet<BodyKind>,
    /// Whether its unit drafts the document.
    is_drafter: bool,
}

impl Line {
    fn single(kind: BodyKind, text: String) -> Self {
        Self::covering(kind, text, BTreeSet::new())
    }

    fn covering(kind: BodyKind, text: String, covers: BTreeSet<BodyKind>) -> Self {
        Self { kind, key: fold::exact(&text), text, covers, is_drafter: false }
    }
}

/// The lines before the addressees of a paper are known.
#[derive(Clone, Debug)]
pub(super) struct UsualRecipients {
    /// In the order of their sort, associations beside the Front; no line covers another.
    lines: Vec<Line>,
    has_assignees: bool,
}

/// The lines of those who always have one, and of those who have a task.
pub(super) fn usual(
    standing: &[Line],
    assignees: &[Assignee],
    facts: SharedFacts,
    is_drafter: impl Fn(&str) -> bool,
) -> UsualRecipients {
    let mut lines = standing.to_vec();
    // The bodies above already have a line, in the office's own words.
    let always: BTreeSet<BodyKind> = lines.iter().map(|line| line.kind).collect();
    lines.extend(assignees.iter().filter(|one| !always.contains(&one.kind)).map(|one| Line {
        is_drafter: is_drafter(&one.name),
        ..Line::covering(one.kind, one.recipient_line.clone(), one.covers.clone())
    }));
    let mut lines = without_covered(&one_for_all_villages(lines, assignees, facts));
    lines.sort_by_key(|line| line.kind);
    UsualRecipients { lines, has_assignees: !assignees.is_empty() }
}

/// The first line of the form, then the usual lines without the paper's addressees.
pub(super) fn lines(usual: &UsualRecipients, paper: Paper, form: &RecipientForm, out: &mut Diagnostics) -> Vec<String> {
    let names_somebody = form.first_line.is_some() || !gives_tasks(form.kind);
    if !usual.has_assignees && !names_somebody {
        let file = paper.general.kind_at.file.clone();
        out.report(Diagnostic::warning("VB-005").at(&Place { file, ..Place::default() }));
    }
    let first_key = form.first_line.as_deref().map(fold::exact);
    let mut seen: BTreeSet<&str> = first_key.iter().map(String::as_str).collect();
    let usual = without_addressees(&usual.lines, paper, form).filter(|line| seen.insert(&line.key));
    form.first_line.iter().chain(usual.map(|line| &line.text)).cloned().collect()
}

/// The lines that a body always has: a People's Committee several, any other body only its superior.
pub(super) fn standing(facts: SharedFacts) -> Vec<Line> {
    let SharedFacts { general, commune, dossier } = facts;
    if !commune.is_issuer {
        let above = general.superior_body.as_deref().map(|body| format!("{} (để b/c)", superior(body, commune)));
        return above.map(|line| Line::single(BodyKind::Superior, line)).into_iter().collect();
    }
    let tier = commune.tier;
    let above = general.province.as_deref().map(|name| format!("UBND {} (để b/c)", province(name)));
    let standard = [
        (BodyKind::PartyCommittee, format!("TT Đảng ủy {tier} (để b/c)")),
        (BodyKind::Council, format!("TT HĐND {tier} (để b/c)")),
        (BodyKind::Front, format!("Ủy ban MTTQ Việt Nam {tier}")),
        (BodyKind::Leaders, format!("Chủ tịch, các Phó Chủ tịch UBND {tier}")),
    ];
    let units = dossier.register().units().iter().filter(|unit| !unit.is_village);
    let with_line = units.filter_map(|unit| Some((unit, unit.recipient_line.as_ref()?)));
    let typed: Vec<(BodyKind, &String)> =
        with_line.map(|(unit, line)| (commune.kind_of_body(&unit.name), line)).collect();
    let own = |kind| typed.iter().find(|(of, _)| *of == kind).map(|(_, line)| (*line).clone());
    let standard = standard.map(|(kind, line)| Line::single(kind, own(kind).unwrap_or(line)));
    above.map(|line| Line::single(BodyKind::Superior, line)).into_iter().chain(standard).collect()
}

/// `tỉnh Sông Ngàn`, `thành phố Đà Nẵng`, however much of it was typed.
fn province(typed: &str) -> String {
    /// The cities under the central government; all others are provinces.
    const CITIES: [&str; 6] = ["ha noi", "hue", "hai phong", "da nang", "can tho", "ho chi minh"];
    let key = fold::key(typed);
    if let Some(rest) = typed.strip_prefix("TP.").or_else(|| typed.strip_prefix("TP ")) {
        return format!("thành phố {}", rest.trim_start());
    }
    if key.starts_with("tinh ") || key.starts_with("thanh pho ") {
        return text::uncapitalized(typed);
    }
    let sort = if CITIES.contains(&key.as_str()) { "thành phố" } else { "tỉnh" };
    format!("{sort} {typed}")
}

/// The superior body as typed; a People's Committee is abbreviated and in small letters, as in such lists (NN-06).
fn superior(typed: &str, commune: &Commune) -> String {
    let typed = text::single_spaced(typed);
    if !fold::key(&typed).starts_with("uy ban nhan dan ") {
        return text::sentence_case(&typed);
    }
    let words: Vec<&str> = typed.split(' ').skip(4).collect();
    let length = commune.tier.split(' ').count();
    if fold::key(&words[..length.min(words.len())].join(" ")) != fold::key(commune.tier) {
        return format!("UBND {}", words.join(" "));
    }
    let is_capital = !typed.chars().any(char::is_lowercase);
    let named = |word: &&str| if is_capital { text::capitalized(&word.to_lowercase()) } else { (*word).to_owned() };
    let name: Vec<String> = words[length..].iter().map(named).collect();
    format!("UBND {} {}", commune.tier, name.join(" "))
}

/// Where every village of the sheet has a task, one line stands for all villages.
fn one_for_all_villages(lines: Vec<Line>, assignees: &[Assignee], facts: SharedFacts) -> Vec<Line> {
    let register = facts.dossier.register();
    // Stops at the first village without a task: a paper for one village does not go through all the others.
    let mut villages = register.units().iter().filter(|unit| unit.is_village);
    let named: BTreeSet<&str> = assignees.iter().map(|one| one.name.as_str()).collect();
    if villages.clone().nth(1).is_none() || !villages.all(|village| named.contains(village.name.as_str())) {
        return lines;
    }
    let covers = BTreeSet::from([BodyKind::Village]);
    let all = Line::covering(BodyKind::Village, register.all_villages(), covers);
    // A collective name used in a task comes first and is kept.
    lines.into_iter().chain([all]).collect()
}

/// Drops the lines covered by a collective in the list: offices, centres, villages, and a narrower collective.
fn without_covered(lines: &[Line]) -> Vec<Line> {
    let collectives: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(_, line)| !line.covers.is_empty()).collect();
    let is_covered = |index: usize, line: &Line| {
        collectives.iter().filter(|(other, _)| *other != index).any(|&(other, by)| {
            if line.covers.is_empty() {
                is_included(line, by)
            } else {
                by.covers.is_superset(&line.covers) && (by.covers != line.covers || other < index)
            }
        })
    };
    let kept = lines.iter().enumerate().filter(|(index, line)| !is_covered(*index, line));
    kept.map(|(_, line)| line.clone()).collect()
}

/// Whether a collective includes a unit; the drafting unit keeps its line, and only a line for schools covers a school.
fn is_included(line: &Line, collective: &Line) -> bool {
    let may_be = match line.kind {
        BodyKind::Office | BodyKind::Centre | BodyKind::Village => true,
        BodyKind::School => collective.kind == BodyKind::School,
        _ => false,
    };
    may_be && !line.is_drafter && collective.covers.contains(&line.kind)
}

/// Drops the lines of those named in Kính gửi: `Như trên` covers them.
fn without_addressees<'a>(lines: &'a [Line], paper: Paper, form: &RecipientForm) -> impl Iterator<Item = &'a Line> {
    let commune = paper.commune;
    let named: Vec<&str> = form.addressees.iter().flat_map(|line| line.split([';', ','])).map(str::trim).collect();
    let is_one_body = |kind| matches!(kind, BodyKind::PartyCommittee | BodyKind::Council | BodyKind::Front);
    let is_named = move |line: &&Line| {
        let covers = |text: &&str| {
            commune.is_same_body(text, &line.text)
                || (is_one_body(line.kind) && commune.kind_of_body(text) == line.kind)
                || Commune::covered_by(text).contains(&line.kind)
        };
        named.iter().any(covers) || form.addressees.iter().any(|text| commune.is_same_body(text, &line.text))
    };
    let goes_to_one_village = form.kind == DocumentKind::CongVan && matches!(paper.audience, Audience::Village(_));
    let is_of_villages = |line: &Line| line.kind == BodyKind::Village && line.covers.len() < 2;
    lines.iter().filter(move |line| !(is_named(line) || goes_to_one_village && is_of_villages(line)))
}
