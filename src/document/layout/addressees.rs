//! Box 9a: the addressees.
//!
//! Owns the wording around the addressees (NN-02 to NN-04) and the indents that align them. Must not know title or
//! body. Its paragraphs come between the two; its indents go into the styles, where a person can change them once for
//! all.

use crate::decree::figures::{ADDRESSEES_LABEL, FIRST_LINE, PARAGRAPH_GAP};
use crate::document::balancing::balanced;
use crate::document::text_width::text_width;
use crate::document::types::{Paragraph, Style};
use crate::units::{Mm, Pt};

use super::TEXT_WIDTH;
use super::non_breaking::held;
use super::styles::{self, StyleRole};

/// The longest line with a single addressee.
const WIDEST: Mm = Mm(150.0);

/// The mark before each of several addressees.
const DASH: &str = "- ";

/// The addressees, from top to bottom; empty where there are none.
pub(super) fn paragraphs(addressees: &[String]) -> Vec<Paragraph> {
    match addressees {
        [] => vec![],
        [one] if fits_one_line(one) => vec![set(&styles::ADDRESSEE_ALONE, &alone(one))],
        [one] => vec![styles::ADDRESSEE_WRAPPED.line(wrapped(one).text)],
        several => {
            let label = styles::ADDRESSEES_LABEL.line(ADDRESSEES_LABEL);
            let lines = dashed(several);
            std::iter::once(label).chain(lines.iter().map(|line| set(&styles::ADDRESSEE, line))).collect()
        }
    }
}

/// The gap above the text after a list of addressees; `None` where the text's own gap is enough.
pub(super) fn gap_below(addressees: &[String]) -> Option<Pt> {
    (addressees.len() > 1).then_some(Pt(2.0 * PARAGRAPH_GAP.0))
}

/// Sets the indents in the styles of the addressees, which centre them on the page and align them.
pub(super) fn indent(styles: &mut [Style], addressees: &[String]) {
    for style in styles {
        if style.id == styles::ADDRESSEE_WRAPPED.id {
            indent_wrapped(style, addressees);
        } else if style.id == styles::ADDRESSEES_LABEL.id {
            style.paragraph.left = label_indent(addressees);
        } else if style.id == styles::ADDRESSEE.id {
            // The dash is below the colon (NN-04), further lines below the first letter after it.
            style.paragraph.left = Mm(label_indent(addressees).0 + under_colon() + width(DASH));
            style.paragraph.first_line = Mm(-width(DASH));
        }
    }
}

/// Further lines start below the first letter after the colon.
fn indent_wrapped(style: &mut Style, addressees: &[String]) {
    let Some(addressee) = addressees.first() else { return };
    let hanging = width(&alone(""));
    let side = ((TEXT_WIDTH.0 - hanging - wrapped(addressee).column) / 2.0).max(0.0);
    style.paragraph.left = Mm(side + hanging);
    style.paragraph.first_line = Mm(-hanging);
    style.paragraph.right = Mm(side);
}

/// The indent of the words above several addressees: the whole block is centred, but never further left than the text's
/// first lines.
fn label_indent(addressees: &[String]) -> Mm {
    let longest = dashed(addressees).iter().map(|line| width(line)).fold(0.0, f64::max);
    Mm(((TEXT_WIDTH.0 - under_colon() - longest) / 2.0).max(FIRST_LINE.0))
}

/// The distance from the first letter of the words to their colon.
fn under_colon() -> f64 {
    width(ADDRESSEES_LABEL.trim_end_matches(':'))
}

fn alone(addressee: &str) -> String {
    format!("{ADDRESSEES_LABEL} {addressee}")
}

fn fits_one_line(addressee: &str) -> bool {
    width(&alone(addressee)) <= WIDEST.0
}

/// A long addressee with its words, and the column that breaks it evenly.
struct Wrapped {
    text: String,
    column: f64,
}

fn wrapped(addressee: &str) -> Wrapped {
    let widest = Mm(WIDEST.0 - width(&alone("")));
    let balanced = balanced(&held(addressee), styles::ADDRESSEE_WRAPPED.lettering, widest.to_pt());
    let column = balanced.column.unwrap_or(widest.to_pt()).to_mm().0;
    // With a breaking blank here, an addressee that begins with a long word would leave `Kính gửi:` alone on its line.
    Wrapped { text: alone(&balanced.text).replacen(": ", ":\u{a0}", 1), column }
}

/// Each addressee after a dash; `;` after each, `.` after the last (NN-04).
fn dashed(addressees: &[String]) -> Vec<String> {
    let last = addressees.len().saturating_sub(1);
    let mark = |index| if index == last { '.' } else { ';' };
    addressees.iter().enumerate().map(|(index, name)| format!("{DASH}{name}{}", mark(index))).collect()
}

fn set(role: &StyleRole, text: &str) -> Paragraph {
    role.line(held(text))
}

fn width(text: &str) -> f64 {
    text_width(text, styles::ADDRESSEE.lettering).to_mm().0
}

#[cfg(test)]
mod tests {
    use crate::document::types::Content;

    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    /// Style and text of each paragraph.
    fn printed(addressees: &[String]) -> Vec<(&'static str, String)> {
        let text = |paragraph: &Paragraph| match &paragraph.content {
            Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
            Content::Rule { .. } => String::new(),
        };
        paragraphs(addressees).iter().map(|paragraph| (paragraph.style, text(paragraph))).collect()
    }

    fn indented(role: &StyleRole, addressees: &[String]) -> Style {
        let mut styles = styles::of_document(&[role.id]);
        indent(&mut styles, addressees);
        styles.into_iter().find(|style| style.id == role.id).expect("the style is listed")
    }

    #[test]
    fn one_addressee_is_on_the_line_of_the_label() {
        let expected = ("VBKinhGui", "Kính gửi: Sở Văn hóa, Thể thao và Du lịch".to_owned());
        assert_eq!(printed(&names(&["Sở Văn hóa, Thể thao và Du lịch"])), [expected]);
        assert!(printed(&[]).is_empty());
    }

    #[test]
    fn a_long_addressee_wraps_below_its_first_letter_and_is_centred() {
        let long = names(&[&"Ban Chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới, ".repeat(3)]);
        let [(style, text)] = &printed(&long)[..] else { panic!("it is one paragraph") };
        assert!(*style == "VBKinhGuiNhieuDong" && text.starts_with("Kính gửi:\u{a0}Ban Chỉ đạo"), "{text}");
        let format = indented(&styles::ADDRESSEE_WRAPPED, &long).paragraph;
        assert!((format.first_line.0 + width("Kính gửi: ")).abs() < 0.01);
        assert!((format.left.0 + format.first_line.0 - format.right.0).abs() < 0.01 && format.right.0 >= 7.0);
    }

    #[test]
    fn several_addressees_have_a_line_each_after_a_dash() {
        let expected = ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."];
        let printed = printed(&names(&["Ủy ban nhân dân tỉnh", "Sở Tài chính"]));
        assert_eq!(printed.into_iter().map(|(_, text)| text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn dashes_are_below_the_colon_and_further_lines_after_the_dash() {
        let long = "Các phòng, ban, đơn vị sự nghiệp và các đoàn thể ".repeat(6);
        for several in [names(&["Sở Y tế", "Sở Tài chính"]), names(&[&long, "Sở Y tế"])] {
            let label = indented(&styles::ADDRESSEES_LABEL, &several).paragraph;
            let line = indented(&styles::ADDRESSEE, &several).paragraph;
            let dash = line.left.0 + line.first_line.0;
            assert!((dash - label.left.0 - width("Kính gửi")).abs() < 0.01);
            assert!((-line.first_line.0 - width("- ")).abs() < 0.01);
            assert!(label.left.0 >= FIRST_LINE.0);
        }
    }
}
