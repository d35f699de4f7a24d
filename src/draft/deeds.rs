//! Whether a paper does what its trích yếu says: a decision issues the text that it names, a submission submits it.
//!
//! Owns the comparison of the trích yếu with the text of the template. Must not know how either is worded. `render`
//! asks before anything is printed.

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Deed, ProsePart};
use crate::paper::Paper;
use crate::templates::ChosenTemplate;

/// Checks the trích yếu of a decision against the text issued with it.
///
/// # Errors
/// `VB-047` where it names another text, or a deed that issues none.
pub(super) fn check_decision(paper: Paper, chosen: ChosenTemplate, out: &mut Diagnostics) -> Result<(), Reported> {
    let Some(issued) = chosen.issued.filter(|_| paper.kind == DocumentKind::Decision) else { return Ok(()) };
    let issued = issued.template().kind(paper.general);
    let is_of_issued = |deed: &Deed| deed.text.as_ref().is_some_and(|text| text.kind == issued);
    let Some(deed) = paper.deed().filter(|deed| !is_of_issued(deed)) else { return Ok(()) };
    let subject = paper.subject().map(|subject| subject.as_title()).unwrap_or_default();
    let message = Diagnostic::error("VB-047").at(&paper.general.subject_at).with("subject", subject);
    let topic = paper.general.topic.in_a_sentence();
    let message =
        message.with("issued", issued.name()).with("topic", topic).with("period", paper.general.period.name());
    Err(out.fail(if is_text(&deed) { message } else { message.hint("deed") }))
}

fn is_text(deed: &Deed) -> bool {
    deed.text.is_some() || matches!(deed.verb, "ban hành" | "phê duyệt" | "thông qua")
}

/// Warns of a submission whose trích yếu names no text while its words submit one, and of one whose own words ask for
/// another deed than its trích yếu. Words of the clerk in place of the template's say themselves what is asked.
pub(super) fn check_submission(paper: Paper, is_used: impl Fn(&str) -> bool, out: &mut Diagnostics) {
    if paper.kind != DocumentKind::ToTrinh || !is_used("van_ban_trinh") {
        return;
    }
    let Some(subject) = paper.subject() else { return };
    let own: Vec<&ProsePart> = ["Mở đầu", "Kiến nghị"].iter().filter_map(|name| part(paper, name)).collect();
    let warning = |code| Diagnostic::warning(code).with("subject", subject.as_title());
    match paper.deed().filter(|deed| deed.text.is_some()) {
        Some(deed) => {
            for (part, verb) in own.iter().filter_map(|part| Some((part, other_verb(part, deed.verb)?))) {
                out.report(warning("VB-049").at(&part.at).with("verb", deed.verb).with("typed", verb));
            }
        }
        None if own.len() < 2 => {
            let message =
                warning("VB-048").at(&paper.general.subject_at).with("topic", paper.general.topic.in_a_sentence());
            out.report(message.with("period", paper.general.period.name()));
        }
        None => {}
    }
}

fn part<'a>(paper: Paper<'a>, name: &str) -> Option<&'a ProsePart> {
    paper.dossier.prose_parts().iter().find(|part| part.name == name && paper.has_part(part))
}

/// Another verb with which a part asks for the text, where it does not use this one.
fn other_verb(part: &ProsePart, verb: &str) -> Option<&'static str> {
    const VERBS: [&str; 4] = ["ban hành", "phê duyệt", "thông qua", "thẩm định"];
    const TEXTS: [&str; 5] = ["kế hoạch", "chương trình", "đề án", "dự thảo", "phương án"];
    let words = part.paragraphs.join("\n").to_lowercase();
    let asks = |verb: &&&str| TEXTS.iter().any(|text| words.contains(&format!("{verb} {text}")));
    VERBS.iter().find(asks).copied().filter(|_| !words.contains(verb))
}
