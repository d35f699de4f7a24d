//! Chủ đề of a decision or a submission that is typed as its trích yếu: "ban hành Chương trình hành động về …".
//!
//! Owns what of such words is the topic, and what the trích yếu. Must not know the cells. `reported` tells the clerk of
//! both.

use super::deed::Deed;
use super::{NamedPaper, Subject, of_paper, topic, without_last_period};
use crate::decree::kinds::DocumentKind;

/// The topic and the trích yếu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TopicOfDeed {
    /// What the text is about: `chuyển đổi số`.
    pub(super) topic: Subject,
    /// What the paper does: `ban hành Chương trình hành động về chuyển đổi số quý I năm 2027`.
    pub(super) subject: Subject,
}

/// Reads a topic that is what the paper does; `None` for any other, and for a paper that is no decision or submission.
pub(super) fn read(typed: &str, paper: NamedPaper) -> Option<TopicOfDeed> {
    if !matches!(paper.kind, DocumentKind::Decision | DocumentKind::ToTrinh) {
        return None;
    }
    let whole = of_paper(typed, paper).subject;
    let deed = Deed::of(whole.in_a_sentence())?;
    // "Kế hoạch …" alone is what every decision issues: its kind is left out as of any topic.
    let has_verb = !begins_with_kind(whole.in_a_sentence());
    let Some(text) = deed.text else {
        return Some(TopicOfDeed { topic: topic(whole.in_a_sentence(), paper).subject, subject: whole });
    };
    if !has_verb && text.kind == DocumentKind::Plan {
        return None;
    }
    let words = if has_verb { whole.words } else { format!("{} {}", deed.verb, whole.words) };
    let bare = without_last_period(&words, paper.period).unwrap_or(&words);
    let words = match paper.period.filter(|_| text.is_planned()) {
        Some(period) if bare.len() < words.len() || !super::names_period(&words) => format!("{bare} {}", period.name()),
        _ => words,
    };
    Some(TopicOfDeed { topic: topic(text.subject.in_a_sentence(), paper).subject, subject: Subject { words } })
}

fn begins_with_kind(words: &str) -> bool {
    super::leading_kind(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::period::Period;

    fn check(typed: &str, expected: Option<(&str, &str)>) {
        let period = Period::parse("quý I năm 2027").ok();
        let read = read(typed, NamedPaper { kind: DocumentKind::Decision, title: None, period });
        let read = read.as_ref().map(|read| (read.topic.in_a_sentence(), read.subject.in_a_sentence()));
        assert_eq!(read, expected, "{typed}");
    }

    #[test]
    fn the_topic_is_told_from_the_deed() {
        let both = ("chuyển đổi số", "ban hành Chương trình hành động về chuyển đổi số quý I năm 2027");
        check("ban hành Chương trình hành động về chuyển đổi số", Some(both));
        check("Ban hành Chương trình hành động về chuyển đổi số quý I/2027", Some(both));
        check("Chương trình hành động về chuyển đổi số", Some(both));
        check("kiện toàn Tổ công nghệ số", Some(("kiện toàn Tổ công nghệ số", "kiện toàn Tổ công nghệ số")));
        check("Kế hoạch chuyển đổi số", None);
        check("chuyển đổi số", None);
    }
}
