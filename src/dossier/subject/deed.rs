//! What a decision or a submission does, by its trích yếu: "ban hành Kế hoạch …", "thành lập Ban Chỉ đạo …".
//!
//! Owns the verbs, and the text that stands behind one. Must not know which text a template issues. `Paper` asks here
//! for the name of the text; `subject::acts` sorts a topic that is such a deed.

use super::{Subject, behind, leading_kind};
use crate::decree::kinds::DocumentKind;
use crate::vietnamese::capitals;

/// What a paper does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Its verb, in small letters: `ban hành`, `thành lập`.
    pub verb: &'static str,
    /// The text that it issues, approves or submits; `None` where it names none.
    pub text: Option<NamedText>,
}

/// A text that another paper issues or submits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// Its kind.
    pub kind: DocumentKind,
    /// Its kind as typed: `Kế hoạch`, `Chương trình hành động`.
    pub title: String,
    /// What it is about.
    pub subject: Subject,
}

/// Verbs whose object is a text.
const OF_TEXTS: [&str; 6] = ["ban hành", "phê duyệt", "thông qua", "thẩm định", "cho ý kiến", "công bố"];

/// Deeds that issue no text of their own, with the words behind that a shorter verb needs.
const OTHERS: [&str; 21] = [
    "thành lập",
    "kiện toàn",
    "giải thể",
    "giao chỉ tiêu",
    "giao dự toán",
    "giao nhiệm vụ",
    "giao biên chế",
    "sửa đổi",
    "bổ sung",
    "điều chỉnh",
    "thay thế",
    "bãi bỏ",
    "hủy bỏ",
    "thu hồi",
    "bổ nhiệm",
    "miễn nhiệm",
    "điều động",
    "công nhận",
    "khen thưởng",
    "tặng giấy khen",
    "xử phạt",
];

/// Words that may stand before a deed, folded.
const BEFORE: [&str; 7] = ["ve viec", "ve", "viec", "de nghi", "xin", "du thao", "v v"];

impl Deed {
    /// The deed that the words name; `None` for words about a matter.
    pub(super) fn of(words: &str) -> Option<Self> {
        let small = words.to_lowercase();
        // Vietnamese letters keep their length in lower case.
        let found = |verb: &&'static str| Some((small.find(&format!("{verb} "))?, *verb));
        if let Some((place, verb)) = OF_TEXTS.iter().filter_map(found).min() {
            let rest = words.get(place + verb.len()..)?.trim_start();
            let rest = Some(rest).and_then(|rest| behind(rest, "ve")).unwrap_or(rest);
            let rest = behind(rest, "du thao").unwrap_or(rest);
            return Some(Self { verb, text: NamedText::leading(rest) });
        }
        let bare = without_lead(words);
        let is_begun = |verb: &&&'static str| bare.to_lowercase().starts_with(&format!("{verb} "));
        if let Some(verb) = OTHERS.iter().find(is_begun) {
            return Some(Self { verb, text: None });
        }
        let text = NamedText::leading(bare).filter(NamedText::is_planned)?;
        Some(Self { verb: OF_TEXTS[0], text: Some(text) })
    }
}

impl NamedText {
    /// Whether it is of a period, and of a kind that a workbook of tasks gives.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        matches!(self.kind, DocumentKind::Plan | DocumentKind::Programme)
    }

    /// The text whose kind and words these are; `None` for words without a kind in front, or with nothing behind.
    fn leading(words: &str) -> Option<Self> {
        let (title, kind) = leading_kind(words)?;
        let words = capitals::in_a_sentence(words.get(title.len()..)?.trim_start());
        (!words.is_empty()).then(|| Self { kind, title: title.to_owned(), subject: Subject { words } })
    }
}

fn without_lead(words: &str) -> &str {
    let mut rest = words;
    while let Some(shorter) = BEFORE.iter().find_map(|lead| behind(rest, lead)) {
        rest = shorter;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<(&str, Option<(&str, &str)>)>) {
        let deed = Deed::of(words);
        let read = deed.as_ref().map(|deed| {
            let text = deed.text.as_ref().map(|text| (text.title.as_str(), text.subject.in_a_sentence()));
            (deed.verb, text)
        });
        assert_eq!(read, expected, "{words}");
    }

    #[test]
    fn the_text_behind_the_verb_is_named() {
        let plan = Some(("Kế hoạch", "chuyển đổi số"));
        check("ban hành Kế hoạch chuyển đổi số", Some(("ban hành", plan)));
        check("về việc đề nghị phê duyệt Kế hoạch chuyển đổi số", Some(("phê duyệt", plan)));
        check("về dự thảo Kế hoạch chuyển đổi số", Some(("ban hành", plan)));
        let programme = Some(("Chương trình hành động", "về chuyển đổi số"));
        check("ban hành Chương trình hành động về chuyển đổi số", Some(("ban hành", programme)));
        check("thẩm định Đề án bến xe", Some(("thẩm định", Some(("Đề án", "bến xe")))));
        check("ban hành Bộ chỉ tiêu chuyển đổi số", Some(("ban hành", None)));
    }

    #[test]
    fn other_deeds_are_told_from_matters() {
        check("về việc thành lập Ban Chỉ đạo", Some(("thành lập", None)));
        check("kiện toàn Tổ công nghệ số", Some(("kiện toàn", None)));
        for matter in
            ["chuyển đổi số", "giao thông nông thôn", "triển khai Đề án 06", "Đề án 06", "về công tác dân vận"]
        {
            check(matter, None);
        }
    }
}
