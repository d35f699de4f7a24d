//! HS-130, HS-123: the prose of the opening or the closing names another paper.
//!
//! Why: the clerk used last period's workbook, or another paper's, and the paper contradicts its own title. Source:
//! workbook contract, Nội dung, parts Mở đầu and Kết thúc. Only the words that name the paper itself are compared
//! ("ban hành …", "Trên đây là …"): documents cited have their own kinds and periods.

use chrono::Datelike;

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::period::PeriodWords;
use crate::dossier::printed::PrintedText;
use crate::dossier::subject::other::is_about_other;
use crate::dossier::subject::{Subject, leading_kind};
use crate::dossier::{General, ProsePart};
use crate::vietnamese::fold;

/// The prose of the opening or the closing names another paper.
pub(super) struct ProseOfAnotherPaper;

/// The parts of Nội dung and what they are compared with.
pub(super) struct ProseFacts<'a> {
    /// Thông tin chung.
    pub(super) general: &'a General,
    /// The parts, in order.
    pub(super) parts: &'a [ProsePart],
}

/// Words before the name of the paper.
const BEFORE: [&str; 3] = ["Trên đây là ", "ban hành ", "xây dựng "];

/// The parts of a report that tell what happened in its period, folded.
const TELLING: [&str; 3] = ["danh gia chung", "ket qua noi bat", "ton tai, han che"];

/// The parts that name the paper, folded.
const NAMING: [&str; 2] = ["mo dau", "ket thuc"];

impl Rule<ProseFacts<'_>> for ProseOfAnotherPaper {
    fn code(&self) -> &'static str {
        "HS-130"
    }

    fn check(&self, facts: &ProseFacts, out: &mut Diagnostics) {
        let naming = facts.parts.iter().filter(|part| NAMING.contains(&fold::key(&part.name).as_str()));
        for part in naming {
            for paragraph in &part.paragraphs {
                check_paragraph(facts.general, paragraph, &part.at, out);
            }
        }
        let is_telling = |part: &&ProsePart| TELLING.iter().any(|name| fold::are_alike(name, &part.name));
        if facts.general.kind == DocumentKind::Report {
            for part in facts.parts.iter().filter(is_telling) {
                part.paragraphs.iter().for_each(|paragraph| check_telling(facts.general, paragraph, &part.at, out));
            }
        }
    }
}

/// A paragraph that begins with its period: "Trong quý IV năm 2026, xã đã …". Further behind, another period is compared
/// with.
fn check_telling(general: &General, paragraph: &str, at: &Place, out: &mut Diagnostics) {
    const BEGINNINGS: [&str; 6] = ["", "trong", "nhin chung", "nhin chung trong", "qua", "trong ky"];
    let Some(words) = PeriodWords::all(paragraph).first().copied() else { return };
    if !BEGINNINGS.contains(&fold::key(words.before(paragraph)).as_str()) {
        return;
    }
    let (own, named) = (general.period, words.period);
    let is_within = own.first_day() <= named.first_day() && named.last_day() <= own.last_day();
    let is_year = (named.first_day().ordinal(), named.last_day().month()) == (1, 12) && named.year() == own.year();
    if !is_within && !is_year {
        let typed = words.typed(paragraph).trim_end_matches([',', ';', ':']);
        let typed = typed.strip_prefix("Trong ").unwrap_or(typed);
        let message = Diagnostic::warning("HS-123").at(at).with("typed", typed);
        out.report(message.with("period", own.name()));
    }
}

fn check_paragraph(general: &General, paragraph: &str, at: &Place, out: &mut Diagnostics) {
    let Some((title, kind, name)) = named_paper(general.kind, paragraph) else {
        return check_announcement(general, paragraph, at, out);
    };
    let is_own_kind = may_name(general.kind, kind);
    if !is_own_kind {
        other_kind(general, title, at, out);
    }
    let periods = PeriodWords::all(name);
    let own = general.period;
    let is_own = |words: &&PeriodWords| {
        words.period == own || words.period.first_day() <= own.first_day() && own.last_day() <= words.period.last_day()
    };
    if let Some(other) = periods.first().filter(|_| !periods.iter().any(|words| is_own(&words))) {
        let message = Diagnostic::warning("HS-123").at(at).with("typed", other.typed(name));
        out.report(message.with("period", own.name()));
        return;
    }
    if is_own_kind && is_of_another_subject(general, name) {
        let message = Diagnostic::warning("HS-130").at(at).with("typed", name).hint("subject");
        let subject = general.subject.as_ref().unwrap_or(&general.topic);
        out.report(message.with("kind", subject.in_a_sentence()));
    }
}

/// HS-130: a task or a duty calls its own document by another kind: «thực hiện Chương trình hành động này» in a plan.
pub(in crate::dossier) fn check_own_words(general: &General, texts: &[PrintedText], out: &mut Diagnostics) {
    const NAMES: [(&str, DocumentKind); 3] = [
        ("Kế hoạch này", DocumentKind::Plan),
        ("Chương trình này", DocumentKind::Programme),
        ("Chương trình hành động này", DocumentKind::Programme),
    ];
    if !matches!(general.kind, DocumentKind::Plan | DocumentKind::Programme) {
        return;
    }
    let others: Vec<&str> = NAMES.iter().filter(|(_, kind)| *kind != general.kind).map(|(name, _)| *name).collect();
    for text in texts.iter().filter(|text| text.text.contains(" này")) {
        if let Some(name) = others.iter().find(|name| text.text.contains(**name)) {
            other_kind(general, name, text.at, out);
        }
    }
}

fn other_kind(general: &General, typed: &str, at: &Place, out: &mut Diagnostics) {
    let message = Diagnostic::warning("HS-130").at(at).with("typed", typed);
    out.report(message.with("kind", general.printed_title.as_deref().unwrap_or(general.kind.name())));
}

/// An opening that says what follows without naming the paper: "UBND xã báo cáo kết quả quý IV năm 2026 như sau".
fn check_announcement(general: &General, paragraph: &str, at: &Place, out: &mut Diagnostics) {
    let Some((ahead, _)) = paragraph.rsplit_once(" như sau") else { return };
    let clause = ahead.rsplit([',', ';']).next().unwrap_or(ahead);
    let is_reported = clause.split_once(" báo cáo ").filter(|(who, _)| is_committee(who));
    let is_plan = matches!(general.kind, DocumentKind::Programme | DocumentKind::Plan);
    if is_reported.is_some() && is_plan {
        other_kind(general, "báo cáo", at, out);
    }
    let periods = PeriodWords::all(clause);
    let own = general.period;
    // A report names the next period, too: "và nhiệm vụ quý II".
    let is_meant = |words: &PeriodWords| {
        let (first, last) = (words.period.first_day(), words.period.last_day());
        first <= own.first_day() && own.last_day() <= last || own.next() == Some(words.period)
    };
    if let Some(other) = periods.first().filter(|_| is_reported.is_some() && !periods.iter().any(is_meant)) {
        let message = Diagnostic::warning("HS-123").at(at).with("typed", other.typed(clause));
        out.report(message.with("period", own.name()));
    }
}

/// Whether these words name the People's Committee that issues the paper.
fn is_committee(who: &str) -> bool {
    let key = fold::key(who);
    key.starts_with("ubnd") || key.starts_with("uy ban nhan dan")
}

/// The kind that a paragraph says it is, as typed, and the rest of its name, up to the end of the sentence.
fn named_paper(own: DocumentKind, paragraph: &str) -> Option<(&str, DocumentKind, &str)> {
    // A submission asks others to issue something, and a decision issues another text.
    let before = if matches!(own, DocumentKind::Programme | DocumentKind::Plan) { &BEFORE[..] } else { &BEFORE[..1] };
    before.iter().find_map(|before| {
        let (place, _) = paragraph.match_indices(before).next()?;
        let named = &paragraph[place + before.len()..];
        let (title, kind) = leading_kind(named)?;
        let rest = named[title.len()..].trim_start();
        // A document cited has a number: "ban hành Kế hoạch số 12/KH-UBND".
        let is_cited = rest.starts_with("số ");
        let end =
            [". ", "; ", " như sau", ", đề nghị", " của Ủy ban", " của UBND"].iter().filter_map(|end| rest.find(end));
        // "ban hành Kế hoạch như sau": the name is the kind alone.
        let end = if rest.starts_with("như sau") { 0 } else { end.min().unwrap_or(rest.len()) };
        (!is_cited).then(|| (title, kind, rest[..end].trim_end_matches(['.', '/', ':', ' '])))
    })
}

/// Whether the prose of a workbook of this kind may name that kind: in the workbook of a decision it is about the text
/// issued.
fn may_name(own: DocumentKind, named: DocumentKind) -> bool {
    let issues = matches!(own, DocumentKind::Decision | DocumentKind::ToTrinh)
        && matches!(named, DocumentKind::Plan | DocumentKind::Programme);
    own == named || issues
}

/// Whether a name shares no word with the topic or the trích yếu, though it has enough of them.
fn is_of_another_subject(general: &General, name: &str) -> bool {
    let own = [Some(&general.topic), general.subject.as_ref()];
    is_about_other(own.into_iter().flatten().map(Subject::in_a_sentence), name)
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn reported(part: &str, text: &str) -> Vec<(&'static str, Option<&'static str>)> {
        let workbook = TestWorkbook::programme("quý II năm 2026", &[("Tên gọi", "Chương trình hành động")])
            .row(SheetKind::Prose, &[(Field::Part, part), (Field::Content, text)]);
        let messages = ["HS-130", "HS-123"].map(|code| workbook.messages(code));
        messages.iter().flatten().map(|message| (message.code, message.hint)).collect()
    }

    #[test]
    fn another_kind_period_or_subject_is_reported() {
        let closing = |text: &str| reported("Kết thúc", text);
        assert_eq!(closing("Trên đây là Kế hoạch công tác dân vận quý II năm 2026."), [("HS-130", None)]);
        assert_eq!(closing("Trên đây là Chương trình hành động về công tác dân vận quý I/2026."), [("HS-123", None)]);
        assert_eq!(
            closing("Trên đây là Chương trình hành động về chuyển đổi số quý II năm 2026."),
            [("HS-130", Some("subject"))]
        );
        assert_eq!(reported("Mở đầu", "Ủy ban nhân dân xã ban hành Kế hoạch dân vận như sau:"), [("HS-130", None)]);
        assert_eq!(
            reported("Mở đầu", "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã báo cáo kết quả quý I năm 2026 như sau:"),
            [("HS-130", None), ("HS-123", None)]
        );
        assert_eq!(
            closing("Trên đây là Kế hoạch công tác dân vận quý I năm 2026."),
            [("HS-130", None), ("HS-123", None)]
        );
    }

    #[test]
    fn the_papers_own_name_and_documents_cited_are_not_reported() {
        for text in [
            "Trên đây là Chương trình hành động về công tác dân vận quý II năm 2026.",
            "Trên đây là Chương trình hành động của Ủy ban nhân dân xã.",
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về chuyển đổi số năm 2025, xã ban hành \
             Chương trình hành động công tác dân vận quý II năm 2026 như sau:",
            "Các đơn vị tổ chức thực hiện nghiêm túc.",
        ] {
            assert_eq!(reported("Kết thúc", text), [], "{text}");
        }
        assert_eq!(reported("Mục đích", "Trên đây là Kế hoạch quý I/2026."), []);
        assert_eq!(reported("Đánh giá chung", "Trong quý I năm 2026, xã đã hoàn thành."), []);
    }
}
