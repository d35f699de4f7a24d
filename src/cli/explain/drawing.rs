//! Codes and their explanations on a terminal of 80 columns.
//!
//! Owns the labels, the order and the line breaks. Must not know which code is asked for. Its text goes to the console;
//! it has no colours and no boxes, so that screen readers read it well.

use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr as _;

use crate::answers::{Catalogue, Explained, Family};
use crate::cli::screen::WIDTH;

/// The longest code and the blanks behind it: all sentences of the list start in one column.
const CODE_WIDTH: usize = "MAU-001  ".len();

/// A code in full: its sentence, then why, source, examples and hints, each under its label.
pub(super) fn one(explained: &Explained, catalogue: &Catalogue) -> String {
    let explanation = explained.explanation;
    let hints = listed(&explained.hints);
    let parts = [
        ("explain_why", explanation.why),
        ("explain_source", explanation.source),
        ("explain_wrong", explanation.wrong),
        ("explain_right", explanation.right),
        ("explain_fix", &hints),
    ];
    let label = |word: &str| format!("{}:", catalogue.word(word, &[]));
    let indent = parts.iter().map(|(word, _)| label(word).width() + 1).max().unwrap_or_default();
    let mut lines = broken(&format!("{}: {}", explained.code, explained.text), "", 0);
    lines.push(String::new());
    for (word, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
        lines.extend(broken(text, &label(word), indent));
    }
    lines.join("\n")
}

/// Every code with its sentence, by family.
pub(super) fn list(families: &[Family], catalogue: &Catalogue) -> String {
    let mut lines = Vec::new();
    for family in families {
        lines.extend([format!("{}-: {}", family.prefix, family.meaning), String::new()]);
        lines.extend(family.codes.iter().flat_map(|explained| broken(&explained.text, explained.code, CODE_WIDTH)));
        lines.push(String::new());
    }
    lines.extend(broken(&catalogue.word("explain_more", &[]), "", 0));
    lines.join("\n")
}

/// One hint as it is, several as a list.
fn listed(hints: &[String]) -> String {
    match hints {
        [only] => only.clone(),
        several => several.iter().map(|hint| format!("- {hint}")).collect::<Vec<_>>().join("\n"),
    }
}

/// A text of one or more lines after a label, wrapped at blanks. Where the text itself has several lines, wrapped parts
/// are indented a little more.
fn broken(text: &str, label: &str, indent: usize) -> Vec<String> {
    let margin = " ".repeat(indent);
    let deeper = if text.contains('\n') { format!("{margin}  ") } else { margin.clone() };
    let first = format!("{label}{}", " ".repeat(indent.saturating_sub(label.width())));
    let lines = text.lines().enumerate().flat_map(|(index, line)| {
        // Lines do not break at hyphens: `25-NQ/TW`, `--as-of`.
        let options = Options::new(WIDTH).word_splitter(WordSplitter::NoHyphenation);
        let options = options.initial_indent(if index == 0 { &first } else { &margin }).subsequent_indent(&deeper);
        wrap(line, options).into_iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Explanation, Language, catalogue, families};

    #[test]
    fn no_line_is_wider_than_a_terminal() {
        for language in [Language::Vi, Language::En] {
            let (families, words) = (families(language), catalogue(language));
            let codes = families.iter().flat_map(|family| &family.codes);
            for drawn in codes.map(|explained| one(explained, words)).chain([list(&families, words)]) {
                let wide: Vec<&str> = drawn.lines().filter(|line| line.width() > WIDTH).collect();
                assert!(wide.is_empty(), "{wide:#?}");
                assert!(drawn.lines().all(|line| line == line.trim_end()), "{drawn}");
            }
        }
    }

    #[test]
    fn a_wrapped_line_of_an_example_is_indented_more() {
        let row = "dòng 2: 25-NQ/TW | ".repeat(5);
        let wanted = [
            "Sai: dòng 1",
            "     dòng 2: 25-NQ/TW | dòng 2: 25-NQ/TW | dòng 2: 25-NQ/TW | dòng 2: 25-NQ/TW |",
            "       dòng 2: 25-NQ/TW |",
        ];
        assert_eq!(broken(&format!("dòng 1\n{row}"), "Sai:", 5), wanted);
    }

    #[test]
    fn a_word_is_broken_only_where_it_is_wider_than_the_line() {
        let path = "a".repeat(100);
        assert_eq!(broken(&path, "", 4), [format!("    {}", &path[..76]), format!("    {}", &path[76..])]);
        assert_eq!(broken(&format!("{} --as-of", "b".repeat(75)), "", 0), ["b".repeat(75), "--as-of".to_owned()]);
    }

    #[test]
    fn a_code_without_hints_has_no_part_for_them() {
        let explanation = Explanation { why: "x", source: "x", wrong: "x", right: "x" };
        let drawn = |hints: &[&str]| {
            let hints = hints.iter().map(|hint| (*hint).to_owned()).collect();
            one(&Explained { code: "XX-001", text: "x".to_owned(), explanation, hints }, catalogue(Language::Vi))
        };
        let parts = "XX-001: x\n\nVì sao:   x\nNguồn:    x\nSai:      x\nĐúng:     x";
        assert_eq!(drawn(&[]), parts);
        assert_eq!(drawn(&["sửa"]), format!("{parts}\nCách sửa: sửa"));
        assert_eq!(drawn(&["sửa", "xóa"]), format!("{parts}\nCách sửa: - sửa\n          - xóa"));
    }
}
