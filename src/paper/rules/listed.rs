//! The clerk's own list of Nơi nhận, for comparison with the units that have a task.
//!
//! Owns which lines are for the document and whom a line may mean. Must not know what is wrong with a line. The two
//! rules about Nơi nhận use it.

use std::collections::BTreeSet;

use super::ListFacts;
use crate::contract::KnownUnit;
use crate::dossier::{
    Assignee, BodyKind, Collective, Commune, NameWords, Recipient, Register, Unit, gives_tasks, known,
};
use crate::vietnamese::fold;

/// The lines for this kind of document.
pub(super) struct Listed<'a> {
    /// The lines, without the archive line and references.
    pub(super) lines: Vec<&'a Recipient>,
    /// The words of each line, and of each line of Kính gửi.
    phrases: Vec<NameWords>,
    /// The same words, to find a line that is only a name without going through all lines.
    names: BTreeSet<NameWords>,
    covers: BTreeSet<BodyKind>,
    references: Vec<&'a Recipient>,
    archive: Option<&'a Recipient>,
    register: &'a Register,
    commune: &'a Commune,
}

impl<'a> Listed<'a> {
    /// The list; `None` where the sheet has no line for this kind of document, or where the kind gives no tasks.
    pub(super) fn read(facts: &ListFacts<'a>) -> Option<Self> {
        let kind = facts.kind;
        let own: Vec<&Recipient> = facts.recipients.iter().filter(|line| line.applies(kind)).collect();
        if own.is_empty() || !gives_tasks(kind) {
            return None;
        }
        let is_body = |line: &&&Recipient| !line.is_archive() && !line.is_reference();
        let lines: Vec<&Recipient> = own.iter().filter(is_body).copied().collect();
        let texts = || lines.iter().map(|line| line.name()).chain(facts.general.addressees.iter().map(String::as_str));
        let phrases: Vec<NameWords> = texts().map(NameWords::of).collect();
        Some(Self {
            names: phrases.iter().cloned().collect(),
            phrases,
            covers: texts().flat_map(|text| Collective::of(text).covers).collect(),
            references: own.iter().filter(|line| line.is_reference()).copied().collect(),
            archive: own.iter().find(|line| line.is_archive()).copied(),
            lines,
            register: facts.register,
            commune: facts.commune,
        })
    }

    /// Whether a line refers to an article, which names those who carry the document out.
    pub(super) fn refers_to_article(&self) -> bool {
        self.references.iter().any(|line| fold::key(&line.text).starts_with("nhu dieu"))
    }

    /// Whether Lưu contains this abbreviation.
    pub(super) fn is_archived_with(&self, code: &str) -> bool {
        self.archive.is_some_and(|line| fold::key(&line.text).split(' ').any(|word| word == fold::key(code)))
    }

    /// Whether a line may mean this assignee.
    pub(super) fn has(&self, one: &Assignee) -> bool {
        let is_covered = |kind: &BodyKind| self.covers.contains(kind);
        let has_line_of = |kind: BodyKind| self.lines.iter().any(|line| self.kind(line) == kind);
        is_covered(&one.kind)
            || one.covers.iter().any(|kind| is_covered(kind) || has_line_of(*kind))
            || self.mentions(one.kind)
            || self.names_of(one).iter().any(|name| self.contains_name(name))
    }

    fn kind(&self, line: &Recipient) -> BodyKind {
        self.commune.kind_of_body(line.name())
    }

    /// Whether a line mentions the only body of this kind, in any words.
    fn mentions(&self, kind: BodyKind) -> bool {
        let words: &[&str] = match kind {
            BodyKind::PartyCommittee => &["đảng ủy", "cấp ủy", "bí thư"],
            BodyKind::Council => &["hội đồng nhân dân"],
            BodyKind::Front => &["mặt trận"],
            BodyKind::Police => &["công an"],
            BodyKind::Military => &["quân sự"],
            BodyKind::Clinic => &["trạm y tế", "y tế"],
            BodyKind::Secretariat => &["văn phòng"],
            _ => &[],
        };
        self.phrases.iter().any(|phrase| words.iter().any(|words| phrase.contains_words(words)))
    }

    fn names_of(&self, one: &Assignee) -> Vec<String> {
        let unit_of_all = known(&one.name, self.commune).filter(|known| !known.is_collective);
        let known = unit_of_all.into_iter().flat_map(KnownUnit::names);
        let unit = self.register.find(&one.name).filter(|unit| !unit.is_collective);
        let own = unit.into_iter().flat_map(Unit::names).map(str::to_owned);
        own.chain(known.map(str::to_owned)).chain([one.name.clone(), one.recipient_line.clone()]).collect()
    }

    fn contains_name(&self, name: &str) -> bool {
        let wanted = self.commune.bare(name.split('(').next().unwrap_or_default());
        if !wanted.is_blank() && self.names.contains(&wanted) {
            return true;
        }
        // Diacritics are ignored only for a name that can't be confused with another unit's.
        let may_fold = self.register.is_plain(name);
        let is_meant =
            |phrase: &NameWords| phrase.contains(&wanted) || (may_fold && phrase.folded().contains(&wanted.folded()));
        self.phrases.iter().any(is_meant)
    }
}
