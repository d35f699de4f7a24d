//! A paragraph: its style, what it sets apart, its runs, or the line drawn in it.
//!
//! Owns direct formatting and the drawn line. Must not know where on the page it stands. Its output is
//! docx-rs's paragraph, for the body, a grid's cell or the page's header.

use docx_rs as word;

use super::measure::{border_eighths, gap_twips, half_points, pitch_twips, twips};
use super::style::{base, named};
use super::text::allowed;
use crate::document::{Content, NON_BREAKING_HYPHEN, Overrides, Paragraph, Run, Style};
use crate::units::{Mm, Pt};

/// The pitch of a drawn line's own paragraph: as low as still leaves the line whole.
const RULE_PITCH: Pt = Pt(2.0);
/// The gap above a drawn line where neither style nor paragraph gives one: without it the line touches the letters.
const RULE_GAP: Pt = Pt(2.0);
/// The pitch of a paragraph that must be there and must not be seen: the least Word knows. With a whole point, a page
/// filled to its last line would be followed by a blank one.
const HAIRLINE_PITCH: Pt = Pt(0.05);
/// The least size Word knows, for the paragraph mark of a low line.
const LEAST_SIZE: Pt = Pt(1.0);

/// The paragraph, with no more direct formatting than it asks for.
pub(super) fn paragraph(paragraph: &Paragraph, styles: &[Style]) -> word::Paragraph {
    let style = named(styles, paragraph.style);
    match &paragraph.content {
        Content::Text(runs) => text(&paragraph.overrides, runs, style),
        Content::Rule { length, column, weight } => {
            let line = rule(*length, *column, *weight);
            with_gap(with_keeping(line.style(style.id), &paragraph.overrides), &paragraph.overrides, style)
        }
    }
}

/// An empty paragraph too low to be seen, where Word demands a paragraph.
pub(super) fn hairline(styles: &[Style]) -> word::Paragraph {
    let line = low_line(HAIRLINE_PITCH).before(0).after(0);
    marked(word::Paragraph::new(), LEAST_SIZE).style(base(styles).id).line_spacing(line)
}

fn text(overrides: &Overrides, runs: &[Run], style: &Style) -> word::Paragraph {
    let mut paragraph = with_keeping(word::Paragraph::new().style(style.id), overrides);
    if let Some(indent) = overrides.side_indents.map(twips) {
        paragraph = paragraph.indent(Some(indent), None, Some(indent), None);
    }
    if let Some(indent) = overrides.right_indent.map(twips) {
        paragraph = paragraph.indent(Some(twips(style.paragraph.left)), None, Some(indent), None);
    }
    if let Some(gap) = overrides.before {
        paragraph = paragraph.line_spacing(word::LineSpacing::new().before(gap_twips(gap)));
    }
    if let Some(size) = overrides.size {
        paragraph = marked(paragraph, size);
    }
    runs.iter()
        .filter(|run| !run.text.is_empty())
        .fold(paragraph, |paragraph, content| paragraph.add_run(run(content, overrides, style)))
}

fn run(run: &Run, overrides: &Overrides, style: &Style) -> word::Run {
    let mut pieces = run.text.split(NON_BREAKING_HYPHEN);
    let first = word::Run::new().add_text(allowed(pieces.next().unwrap_or_default()));
    // docx-rs knows no such hyphen: a tab, which no text of ours holds, keeps its place for `tidy`.
    let mut out = pieces.fold(first, |out, piece| out.add_tab().add_text(allowed(piece)));
    if run.is_bold && !style.text.is_bold {
        out = out.bold();
    }
    if run.is_italic && !style.text.is_italic {
        out = out.italic();
    }
    match overrides.size {
        Some(size) => out.size(half_points(size)),
        None => out,
    }
}

/// A line as a paragraph's upper border: both indents together are what the column is longer, so its length is exact.
fn rule(length: Mm, column: Mm, weight: Pt) -> word::Paragraph {
    let spare = (twips(column) - twips(length)).max(0);
    let (left, right) = (spare / 2, spare - spare / 2);
    let border = word::ParagraphBorder::new(word::ParagraphBorderPosition::Top)
        .val(word::BorderType::Single)
        .size(border_eighths(weight));
    let mut paragraph = marked(word::Paragraph::new(), LEAST_SIZE).indent(
        Some(left),
        Some(word::SpecialIndentType::FirstLine(0)),
        Some(right),
        None,
    );
    paragraph.property = paragraph.property.set_borders(word::ParagraphBorders::with_empty().set(border));
    paragraph
}

/// The gap above a drawn line: the paragraph's own, else its style's, else as much as keeps it off the letters.
fn with_gap(paragraph: word::Paragraph, overrides: &Overrides, style: &Style) -> word::Paragraph {
    let is_gap_in_style = style.paragraph.before.0 > 0.0;
    let line = low_line(RULE_PITCH);
    paragraph.line_spacing(match overrides.before {
        Some(gap) => line.before(gap_twips(gap)),
        None if is_gap_in_style => line,
        None => line.before(gap_twips(RULE_GAP)),
    })
}

fn with_keeping(paragraph: word::Paragraph, overrides: &Overrides) -> word::Paragraph {
    if overrides.keep_next { paragraph.keep_next(true) } else { paragraph }
}

fn low_line(pitch: Pt) -> word::LineSpacing {
    word::LineSpacing::new().line_rule(word::LineSpacingType::Exact).line(pitch_twips(pitch))
}

/// The paragraph with its mark in this size: an unsized mark would lift the last line.
fn marked(mut paragraph: word::Paragraph, size: Pt) -> word::Paragraph {
    paragraph.property.run_property = paragraph.property.run_property.size(half_points(size));
    paragraph
}

#[cfg(test)]
mod tests {
    use super::super::demo::{bare, part, with_blocks};
    use super::super::parts::DOCUMENT;
    use super::super::write;
    use super::*;
    use crate::document::Block;

    /// Compares what stands between the style's name and the section.
    fn check(paragraph: Paragraph, expected: &str) {
        let xml = part(&write(&with_blocks(vec![Block::Paragraph(paragraph)])), DOCUMENT);
        let (_, body) = xml.split_once("<w:pStyle w:val=").expect("a paragraph names its style");
        let (body, _) = body.split_once("<w:sectPr>").expect("the body ends with a section");
        assert_eq!(body, expected);
    }

    #[test]
    fn a_plain_paragraph_has_its_style_and_nothing_else() {
        check(bare("body", "a  b"), r#""body" /></w:pPr><w:r><w:t xml:space="preserve">a  b</w:t></w:r></w:p>"#);
    }

    #[test]
    fn only_what_is_set_apart_is_written() {
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
    fn a_right_indent_leaves_the_left_edge_where_its_style_has_it() {
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
    fn a_run_says_bold_only_where_its_style_does_not() {
        let runs = vec![Run { text: "a".into(), is_bold: true, is_italic: true }];
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
    fn a_line_is_exactly_as_long_as_asked() {
        let content = Content::Rule { length: Mm(60.5), column: Mm(100.0), weight: Pt(0.75) };
        check(
            Paragraph { content, ..bare("title", "") },
            concat!(
                r#""title" /><w:pBdr><w:top w:val="single" w:space="0" w:sz="6" w:color="auto" /></w:pBdr>"#,
                r#"<w:spacing w:before="40" w:line="40" w:lineRule="exact" />"#,
                // 5669 twips of column less 1119 and 1120 are 3430: 60.5 mm.
                r#"<w:ind w:left="1119" w:right="1120" w:firstLine="0" />"#,
                r#"<w:rPr><w:sz w:val="2" /><w:szCs w:val="2" /></w:rPr></w:pPr></w:p>"#
            ),
        );
    }

    #[test]
    fn a_line_keeps_the_gap_that_its_style_or_paragraph_gives() {
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
