//! HS-185: a text still has a place left to fill in.
//!
//! Why: `……`, `[ghi số liệu]`, `???` and `{{ so_ho }}` come from a draft or a form; on a signed paper they are gaps. So are
//! words that only try a cell («test») or send the reader to a file that the paper has not («xem file đính kèm»). Source:
//! domain of paperwork; a paper has none. An ellipsis of three dots ends an open list and is not reported.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::vietnamese::fold;

/// A text still has a place left to fill in.
pub(super) struct LeftToFill;

impl Rule<[PrintedText<'_>]> for LeftToFill {
    fn code(&self) -> &'static str {
        "HS-185"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts {
            let Some(gap) = text.paragraphs().find_map(gap) else { continue };
            out.report(Diagnostic::warning(self.code()).at(text.at).with("gap", gap));
        }
    }
}

/// The first gap of a paragraph.
fn gap(paragraph: &str) -> Option<&str> {
    // Nearly every text has no such mark (`…` begins with E2 in UTF-8), and is not looked at closely.
    if !paragraph.bytes().any(|byte| matches!(byte, b'.' | b'_' | b'[' | b'{' | b'?' | 0xe2)) {
        return in_place_of_words(paragraph);
    }
    dots(paragraph)
        .or_else(|| bracket(paragraph))
        .or_else(|| braces(paragraph))
        .or_else(|| doubt(paragraph))
        .or_else(|| in_place_of_words(paragraph))
}

/// Question marks of whoever was not sure: `???`, `(?)`.
fn doubt(paragraph: &str) -> Option<&str> {
    let start = paragraph.find('?')?;
    let end = start + paragraph[start..].find(|letter| letter != '?').unwrap_or(paragraph.len() - start);
    let is_bracketed = paragraph[..start].ends_with('(') && paragraph[end..].starts_with(')');
    if is_bracketed {
        return Some(&paragraph[start - 1..=end]);
    }
    (end - start > 1).then(|| &paragraph[start..end])
}

/// A whole text that tries a cell or points to a file.
fn in_place_of_words(paragraph: &str) -> Option<&str> {
    const TRIED: [&str; 9] = ["test", "abc", "abcd", "xyz", "xxx", "aaa", "asdf", "todo", "tbd"];
    const POINTING: [&str; 9] = [
        "xem file",
        "xem tep",
        "xem sheet",
        "xem phu luc",
        "xem bieu",
        "xem bang",
        "theo file",
        "nhu file",
        "file dinh kem",
    ];
    // A sentence of its own has more words. Nearly every short text is ruled out without folding it.
    if paragraph.len() > 40 {
        return None;
    }
    let is_short = paragraph.len() < 6 && paragraph.is_ascii();
    let may_point =
        paragraph.starts_with(['X', 'x', 'L', 'l']) || paragraph.contains("file") || paragraph.contains("File");
    if !is_short && !may_point {
        return None;
    }
    let key = fold::key(paragraph);
    let is_pointing = || POINTING.iter().any(|words| key.starts_with(words));
    (TRIED.contains(&key.as_str()) || key.starts_with("lorem ipsum") || is_pointing()).then_some(paragraph)
}

/// Four dots or more, or as many in ellipses.
fn dots(paragraph: &str) -> Option<&str> {
    let is_dot = |letter: char| matches!(letter, '.' | '…' | '_');
    let mut rest = paragraph;
    let mut behind = 0;
    while let Some(start) = rest.find(is_dot) {
        let run = &rest[start..];
        let length = run.find(|letter| !is_dot(letter)).unwrap_or(run.len());
        let weight: usize = run[..length].chars().map(|letter| if letter == '…' { 3 } else { 1 }).sum();
        // An ellipsis before the full stop is one mark too many, and no gap.
        if weight > 4 {
            return Some(&paragraph[behind + start..behind + start + length]);
        }
        behind += start + length;
        rest = &rest[start + length..];
    }
    None
}

/// Square brackets that ask for something: `[ghi số liệu]`, `[...]`.
fn bracket(paragraph: &str) -> Option<&str> {
    const ASKING: [&str; 8] = ["ghi", "dien", "nhap", "bo sung", "ten", "so lieu", "noi dung", "ngay"];
    let start = paragraph.find('[')?;
    let end = start + paragraph[start..].find(']')?;
    let inner = fold::key(&paragraph[start + 1..end]);
    // "[chờ ý kiến]" is a remark, "[1]" and "[BC]" are not.
    let is_remark = inner.contains(' ') && inner.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_asking =
        inner.is_empty() || is_remark || ASKING.iter().any(|word| format!("{inner} ").starts_with(&format!("{word} ")));
    is_asking.then(|| &paragraph[start..=end])
}

/// A place of a template, which only templates fill in: `{{ so_ho }}`.
fn braces(paragraph: &str) -> Option<&str> {
    let start = paragraph.find("{{")?;
    let end = start + paragraph[start..].find("}}")? + "}}".len();
    Some(&paragraph[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found() {
        for (text, found) in [
            ("Kinh phí: ……… đồng", "………"),
            ("Đã thực hiện ..... hộ", "....."),
            ("[ghi mục đích]", "[ghi mục đích]"),
            ("Giao [...] chủ trì", "[...]"),
            ("Đã giúp {{ so_ho }} hộ", "{{ so_ho }}"),
            ("Giao ____________ chủ trì", "____________"),
            ("Lắp đặt điểm phát wifi [chờ ý kiến]", "[chờ ý kiến]"),
            ("Đã số hóa ??? hồ sơ", "???"),
            ("Hoàn thành trong quý I (?)", "(?)"),
            ("test", "test"),
            ("Xem file đính kèm", "Xem file đính kèm"),
        ] {
            assert_eq!(gap(text), Some(found), "{text}");
        }
    }

    #[test]
    fn other_dots_and_brackets_are_not() {
        for text in [
            "Ai chịu trách nhiệm?",
            "Xem xét hỗ trợ",
            "lúa, ngô, khoai...",
            "lúa, ngô…",
            "Chương trình hành động…./.",
            "mục [1] của biểu",
            "Kết thúc./.",
        ] {
            assert_eq!(gap(text), None, "{text}");
        }
    }
}
