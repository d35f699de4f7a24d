//! HS-185: a text still has a place left to fill in.
//!
//! Why: `……`, `[ghi số liệu]` and `{{ so_ho }}` come from a draft or a form; on a signed paper they are gaps. Source: domain of
//! paperwork; a paper has none. An ellipsis of three dots ends an open list and is not reported.

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
    dots(paragraph).or_else(|| bracket(paragraph)).or_else(|| braces(paragraph))
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
    let is_asking = inner.is_empty() || ASKING.iter().any(|word| format!("{inner} ").starts_with(&format!("{word} ")));
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
        ] {
            assert_eq!(gap(text), Some(found), "{text}");
        }
    }

    #[test]
    fn other_dots_and_brackets_are_not() {
        for text in ["lúa, ngô, khoai...", "lúa, ngô…", "Chương trình hành động…./.", "mục [1] của biểu", "Kết thúc./."]
        {
            assert_eq!(gap(text), None, "{text}");
        }
    }
}
