//! A paragraph for docx-rs: its style and its direct formatting, or the line drawn in it.
//!
//! Owns direct formatting and the drawn line. Must not know the text of a paragraph, nor its place. `paragraph_shapes`
//! makes its paragraphs into shapes.

use docx_rs as word;

use super::measure::{border_eighths, gap_twips, half_points, pitch_twips, twips};
use crate::document::{Overrides, Style};
use crate::units::{Mm, Pt};

/// The line spacing of a drawn line's own paragraph: the least at which the line is drawn completely.
const RULE_PITCH: Pt = Pt(2.0);
/// The gap above a drawn line where neither style nor paragraph has one: without it the line touches the letters.
const RULE_GAP: Pt = Pt(2.0);
/// The line spacing of a required but invisible paragraph: the least in Word. With a whole point, a page filled to its
/// last line would be followed by a blank one.
const HAIRLINE_PITCH: Pt = Pt(0.05);
/// The least type size in Word, for the paragraph mark of a low line.
const LEAST_SIZE: Pt = Pt(1.0);

/// The direct formatting of a paragraph of text, in Word's units; `None` and `false` leave the style's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ParagraphLook<'a> {
    /// Id of the style.
    pub(super) style: &'a str,
    /// Left and right indent.
    pub(super) sides: Option<i32>,
    /// The style's own left indent, and a different right one.
    pub(super) right: Option<[i32; 2]>,
    pub(super) before: Option<u32>,
    /// In half-points.
    pub(super) size: Option<usize>,
    pub(super) keep_next: bool,
}

impl ParagraphLook<'static> {
    pub(super) fn of(overrides: &Overrides, style: &Style) -> Self {
        Self {
            style: style.id,
            sides: overrides.side_indents.map(twips),
            right: overrides.right_indent.map(|right| [twips(style.paragraph.left), twips(right)]),
            before: overrides.before.map(gap_twips),
            size: overrides.size.map(half_points),
            keep_next: overrides.keep_next,
        }
    }
}

/// The direct formatting of a paragraph with a drawn line, in Word's units.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuleLook<'a> {
    /// Id of the style.
    pub(super) style: &'a str,
    /// The sum of both indents is the column's width minus the line's length, so the length is exact.
    pub(super) indents: [i32; 2],
    /// Thickness in eighths of a point.
    pub(super) weight: usize,
    /// `None` where the style has one.
    pub(super) before: Option<u32>,
    pub(super) keep_next: bool,
}

impl<'a> RuleLook<'a> {
    /// A line of this length and thickness, centred in a column.
    pub(super) fn of(length: Mm, column: Mm, weight: Pt, overrides: &Overrides, style: &'a Style) -> Self {
        let spare = (twips(column) - twips(length)).max(0);
        let is_gap_in_style = style.paragraph.before.0 > 0.0;
        Self {
            style: style.id,
            indents: [spare / 2, spare - spare / 2],
            weight: border_eighths(weight),
            before: overrides.before.or((!is_gap_in_style).then_some(RULE_GAP)).map(gap_twips),
            keep_next: overrides.keep_next,
        }
    }
}

/// The paragraph without its runs, with only the direct formatting that it needs.
pub(super) fn text(look: &ParagraphLook<'_>) -> word::Paragraph {
    let mut paragraph = with_keep_next(word::Paragraph::new().style(look.style), look.keep_next);
    if let Some(indent) = look.sides {
        paragraph = paragraph.indent(Some(indent), None, Some(indent), None);
    }
    if let Some([left, right]) = look.right {
        paragraph = paragraph.indent(Some(left), None, Some(right), None);
    }
    if let Some(gap) = look.before {
        paragraph = paragraph.line_spacing(word::LineSpacing::new().before(gap));
    }
    match look.size {
        Some(size) => marked(paragraph, size),
        None => paragraph,
    }
}

/// A line as a paragraph's upper border.
pub(super) fn rule(look: &RuleLook<'_>) -> word::Paragraph {
    let border =
        word::ParagraphBorder::new(word::ParagraphBorderPosition::Top).val(word::BorderType::Single).size(look.weight);
    let [left, right] = look.indents;
    let mut paragraph = marked(word::Paragraph::new(), half_points(LEAST_SIZE)).indent(
        Some(left),
        Some(word::SpecialIndentType::FirstLine(0)),
        Some(right),
        None,
    );
    paragraph.property = paragraph.property.set_borders(word::ParagraphBorders::with_empty().set(border));
    let line = low_line(RULE_PITCH);
    with_keep_next(paragraph.style(look.style), look.keep_next).line_spacing(match look.before {
        Some(gap) => line.before(gap),
        None => line,
    })
}

/// An empty, invisibly low paragraph, where Word requires a paragraph.
pub(super) fn hairline(base: &str, keep_next: bool) -> word::Paragraph {
    let line = low_line(HAIRLINE_PITCH).before(0).after(0);
    let paragraph = marked(word::Paragraph::new(), half_points(LEAST_SIZE)).style(base).line_spacing(line);
    with_keep_next(paragraph, keep_next)
}

fn with_keep_next(paragraph: word::Paragraph, keep_next: bool) -> word::Paragraph {
    if keep_next { paragraph.keep_next(true) } else { paragraph }
}

fn low_line(pitch: Pt) -> word::LineSpacing {
    word::LineSpacing::new().line_rule(word::LineSpacingType::Exact).line(pitch_twips(pitch))
}

/// The paragraph with its mark in this size, in half-points: a mark without a size would raise the last line.
fn marked(mut paragraph: word::Paragraph, size: usize) -> word::Paragraph {
    paragraph.property.run_property = paragraph.property.run_property.size(size);
    paragraph
}

#[cfg(test)]
mod tests {
    use super::super::demo::{bare, part, with_blocks};
    use super::super::parts::DOCUMENT;
    use super::super::write;
    use super::*;
    use crate::document::{Content, PageBlock, Paragraph, Run};

    /// Compares the XML between the style's name and the section.
    fn check(paragraph: Paragraph, expected: &str) {
        let xml = part(&write(&with_blocks(vec![PageBlock::Paragraph(paragraph)])), DOCUMENT);
        let (_, body) = xml.split_once("<w:pStyle w:val=").expect("a paragraph names its style");
        let (body, _) = body.split_once("<w:sectPr>").expect("the body ends with a section");
        assert_eq!(body, expected);
    }

    #[test]
    fn a_plain_paragraph_has_its_style_and_nothing_else() {
        check(bare("body", "a  b"), r#""body" /></w:pPr><w:r><w:t xml:space="preserve">a  b</w:t></w:r></w:p>"#);
    }

    #[test]
    fn only_differences_from_the_style_are_written() {
        let overrides = Overrides {
            side_indents: Some(Mm(10.0)),
            right_indent: None,
            before: Some(Pt(12.0)),
            size: Some(Pt(13.5)),
            keep_next: true,
        };
        check(
            Paragraph { overrides, ..bare("body", "a") },
            concat!(
                r#""body" /><w:keepNext /><w:spacing w:before="240" /><w:ind w:left="567" w:right="567" />"#,
                r#"<w:rPr><w:sz w:val="27" /><w:szCs w:val="27" /></w:rPr></w:pPr>"#,
                r#"<w:r><w:rPr><w:sz w:val="27" /><w:szCs w:val="27" /></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>"#
            ),
        );
    }

    #[test]
    fn a_right_indent_keeps_the_styles_left_indent() {
        let overrides = Overrides { right_indent: Some(Mm(5.0)), ..Overrides::default() };
        check(
            Paragraph { overrides, ..bare("body", "95") },
            concat!(
                r#""body" /><w:ind w:left="0" w:right="283" /></w:pPr>"#,
                r#"<w:r><w:t xml:space="preserve">95</w:t></w:r></w:p>"#
            ),
        );
    }

    #[test]
    fn bold_is_written_only_where_the_style_is_not_bold() {
        let runs = vec![Run { text: "a".into(), is_bold: true, is_italic: true, ..Run::default() }];
        let content = Content::Text(runs);
        check(
            Paragraph { content: content.clone(), ..bare("body", "") },
            concat!(
                r#""body" /></w:pPr><w:r><w:rPr><w:b /><w:bCs /><w:i /><w:iCs /></w:rPr>"#,
                r#"<w:t xml:space="preserve">a</w:t></w:r></w:p>"#
            ),
        );
        check(
            Paragraph { content, ..bare("title", "") },
            r#""title" /></w:pPr><w:r><w:rPr><w:i /><w:iCs /></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>"#,
        );
    }

    #[test]
    fn a_drawn_line_has_exactly_its_length() {
        let content = Content::Rule { length: Mm(60.5), column: Mm(100.0), weight: Pt(0.75) };
        check(
            Paragraph { content, ..bare("title", "") },
            concat!(
                r#""title" /><w:pBdr><w:top w:val="single" w:space="0" w:sz="6" w:color="auto" /></w:pBdr>"#,
                r#"<w:spacing w:before="40" w:line="40" w:lineRule="exact" />"#,
                // A column of 5669 twips minus 1119 and 1120 leaves 3430: 60.5 mm.
                r#"<w:ind w:left="1119" w:right="1120" w:firstLine="0" />"#,
                r#"<w:rPr><w:sz w:val="2" /><w:szCs w:val="2" /></w:rPr></w:pPr></w:p>"#
            ),
        );
    }

    #[test]
    fn a_drawn_line_keeps_the_gap_of_its_style_or_paragraph() {
        let content = Content::Rule { length: Mm(40.0), column: Mm(165.0), weight: Pt(0.5) };
        let tail = concat!(
            r#" w:line="40" w:lineRule="exact" /><w:ind w:left="3543" w:right="3543" w:firstLine="0" />"#,
            r#"<w:rPr><w:sz w:val="2" /><w:szCs w:val="2" /></w:rPr></w:pPr></w:p>"#
        );
        let border = r#"<w:pBdr><w:top w:val="single" w:space="0" w:sz="4" w:color="auto" /></w:pBdr>"#;
        let styled = Paragraph { content: content.clone(), ..bare("body", "") };
        check(styled.clone(), &format!(r#""body" />{border}<w:spacing{tail}"#));
        let overrides = Overrides { before: Some(Pt(0.0)), ..Overrides::default() };
        check(Paragraph { overrides, ..styled }, &format!(r#""body" />{border}<w:spacing w:before="0"{tail}"#));
    }
}
