//! How messages name the papers of a run that they are about.
//!
//! Owns the names, and sets of papers that stay small however many papers have one message. Must not know the messages.
//! `papers` puts the names into them after the last paper.

use std::ops::Range;
use std::sync::Arc;

use super::requested::RequestedPaper;

/// Some papers of a run, by their index in the order requested.
///
/// A message about what all papers share is found in one paper after another, which is one range.
#[derive(Clone, Debug, Default)]
pub(super) struct PaperSet(Vec<Range<usize>>);

impl PaperSet {
    /// Adds a paper; papers are added in order.
    pub(super) fn add(&mut self, paper: usize) {
        match self.0.last_mut() {
            Some(last) if last.end == paper => last.end += 1,
            Some(last) if last.contains(&paper) => {}
            _ => self.0.push(paper..paper + 1),
        }
    }

    /// How many papers there are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(ExactSizeIterator::len).sum()
    }
}

/// The papers of a run and their names.
#[derive(Debug, Default)]
pub(super) struct PaperNames {
    /// In the order requested: by template, then by audience.
    papers: Vec<PaperName>,
    templates: usize,
}

/// What tells a paper from the others.
#[derive(Debug)]
struct PaperName {
    template: Option<Arc<str>>,
    /// The village or unit that it is for; `None` for everyone.
    unit: Option<Arc<str>>,
}

impl PaperNames {
    /// The names of these papers, which are all papers of the run.
    pub(super) fn of(requested: &[RequestedPaper]) -> Self {
        let name = |text: Option<&str>| text.map(Arc::from);
        let named = |paper: &RequestedPaper| PaperName {
            template: name(paper.template.as_deref()),
            unit: name(paper.audience.name()),
        };
        let papers: Vec<PaperName> = requested.iter().map(named).collect();
        let templates = papers.chunk_by(|one, other| one.template == other.template).count();
        Self { papers, templates }
    }

    /// The names of some papers; none where there is only one paper to name. A paper for everyone is named by its
    /// template; one for a village or a unit by that, and by its template where several are asked for. All papers by one
    /// template for villages or units are named by the template; all such papers are not named.
    pub(super) fn names(&self, papers: &PaperSet) -> Vec<Arc<str>> {
        let is_for_everyone = self.papers.iter().all(|paper| paper.unit.is_none());
        if self.papers.len() < 2 || (!is_for_everyone && papers.len() == self.papers.len()) {
            return Vec::new();
        }
        let mut names = Vec::new();
        for range in &papers.0 {
            let mut left = range.clone();
            while let Some(paper) = left.next() {
                let of_template = self.of_template(paper);
                if self.templates > 1 && of_template.start == paper && of_template.end <= range.end {
                    names.extend(self.papers[paper].template.clone());
                    left.start = of_template.end;
                } else {
                    names.extend(self.name(paper));
                }
            }
        }
        names
    }

    fn name(&self, paper: usize) -> Option<Arc<str>> {
        let PaperName { template, unit } = &self.papers[paper];
        match (template, unit) {
            (Some(template), Some(unit)) if self.templates > 1 => Some(format!("{unit} ({template})").into()),
            (template, None) => template.clone(),
            (_, unit) => unit.clone(),
        }
    }

    /// The papers by the same template.
    fn of_template(&self, paper: usize) -> Range<usize> {
        let each = self.papers.len() / self.templates;
        let start = paper / each * each;
        start..start + each
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::Audience;

    fn names(templates: &[&str], audiences: &[Audience], papers: &[usize]) -> Vec<String> {
        let for_all = |template: &&str| {
            let template = Some((*template).to_owned());
            audiences.iter().map(move |&audience| RequestedPaper { template: template.clone(), audience, number: 0 })
        };
        let requested: Vec<RequestedPaper> = templates.iter().flat_map(for_all).collect();
        let mut set = PaperSet::default();
        for &paper in papers {
            set.add(paper);
        }
        PaperNames::of(&requested).names(&set).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn papers_for_everyone_are_named_by_their_templates() {
        assert_eq!(names(&["ke-hoach"], &[Audience::Everyone], &[0]), [""; 0]);
        assert_eq!(names(&["ke-hoach", "to-trinh"], &[Audience::Everyone], &[1]), ["to-trinh"]);
        assert_eq!(names(&["ke-hoach", "to-trinh"], &[Audience::Everyone], &[0, 1]), ["ke-hoach", "to-trinh"]);
    }

    #[test]
    fn papers_for_villages_are_named_by_village_and_by_template_where_several_are_asked_for() {
        let villages = ["Một", "Hai", "Ba"].map(Audience::Village);
        assert_eq!(names(&["ke-hoach"], &villages, &[0, 2]), ["Một", "Ba"]);
        assert_eq!(names(&["ke-hoach"], &villages, &[0, 1, 2]), [""; 0], "all papers");
        let two = ["ke-hoach", "to-trinh"];
        assert_eq!(names(&two, &villages, &[1, 2, 4]), ["Hai (ke-hoach)", "Ba (ke-hoach)", "Hai (to-trinh)"]);
        assert_eq!(names(&two, &villages, &[2, 3, 4, 5]), ["Ba (ke-hoach)", "to-trinh"]);
        assert_eq!(names(&two, &villages, &[0, 1, 2, 3, 4, 5]), [""; 0], "all papers");
    }

    #[test]
    fn a_message_of_every_paper_is_kept_in_one_range() {
        let mut set = PaperSet::default();
        for paper in 0..1000 {
            set.add(paper);
            set.add(paper);
        }
        assert_eq!((set.0.len(), set.len()), (1, 1000));
    }
}
