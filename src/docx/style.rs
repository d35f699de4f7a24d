//! Named paragraph styles, so that a person can change the look of a whole document in Word.
//!
//! Owns the styles part and the language it sets for all text. Must not know which style is for what. Its
//! output is docx-rs's styles, and the same part amended where docx-rs has no words for it.

use docx_rs as word;

use super::measure::{gap_twips, half_points, line_240ths, pitch_twips, twips};
use super::text::allowed;
use super::xml::Element;
use crate::document::{Alignment, Document, LineSpacing, ParagraphFormat, Style, TextFormat};

/// The one name under which Word has a base style of its own; every other style of ours is custom to it.
const BUILT_IN_BASE: &str = "Normal";

/// The document's styles and its base type, for docx-rs; the first style is the base of the others.
pub(super) fn styles(document: &Document) -> word::Styles {
    let base = base(&document.styles);
    let defaults = word::Styles::new().default_fonts(fonts(base.text.font)).default_size(half_points(base.text.size));
    document.styles.iter().enumerate().fold(defaults, |styles, (index, style)| {
        let mut named = named_style(style);
        // Word lists styles by priority, then by name: ours stay in the order given.
        named.ui_priority = Some(index + 1);
        styles.add_style(if index == 0 { named } else { named.based_on(base.id) })
    })
}

/// Adds to the styles part what docx-rs can't say: which style is the default, no keeping, the language.
pub(super) fn amend(part: &mut Element, document: &Document) {
    drop_foreign_style(part);
    let elements = part.children_mut().filter(|child| child.name() == "w:style");
    for ((index, style), element) in document.styles.iter().enumerate().zip(elements) {
        if index == 0 {
            element.set_attribute("w:default", "1");
        }
        if style.name != BUILT_IN_BASE {
            element.set_attribute("w:customStyle", "1");
        }
        let paragraph = element.child_mut("w:pPr").expect("every style of ours sets its paragraph");
        deny(paragraph, &["w:keepNext"], style.paragraph.keep_next);
        deny(paragraph, &["w:keepLines"], style.paragraph.keep_lines);
        let text = element.child_mut("w:rPr").expect("every style of ours sets its letters");
        deny(text, &["w:b", "w:bCs"], style.text.is_bold);
        deny(text, &["w:i", "w:iCs"], style.text.is_italic);
    }
    let language = allowed(&document.properties.language);
    let defaults = part.child_mut("w:docDefaults").and_then(|defaults| defaults.child_mut("w:rPrDefault"));
    let text = defaults.and_then(|defaults| defaults.child_mut("w:rPr")).expect("docx-rs writes the default type");
    text.push(Element::new("w:lang").with("w:val", &language).with("w:eastAsia", &language));
}

/// The style that all others are based on.
///
/// # Panics
/// When the document has no style: the layout gives at least the page number's.
pub(super) fn base(styles: &[Style]) -> &Style {
    styles.first().expect("a document has a base style")
}

/// The style of this id.
///
/// # Panics
/// When the document has no such style: the layout names only its own.
pub(super) fn named<'a>(styles: &'a [Style], id: &str) -> &'a Style {
    styles.iter().find(|style| style.id == id).expect("the layout names only styles of its document")
}

/// The word for an alignment. Never docx-rs's `Justified`, which Word does not know.
pub(super) fn alignment(alignment: Alignment) -> word::AlignmentType {
    match alignment {
        Alignment::Left => word::AlignmentType::Left,
        Alignment::Right => word::AlignmentType::Right,
        Alignment::Center => word::AlignmentType::Center,
        Alignment::Justified => word::AlignmentType::Both,
    }
}

fn named_style(style: &Style) -> word::Style {
    let mut named = word::Style::new(style.id, word::StyleType::Paragraph).name(allowed(style.name));
    named.run_property = run_property(&style.text);
    named.paragraph_property = paragraph_property(&style.paragraph);
    named
}

fn run_property(text: &TextFormat) -> word::RunProperty {
    let property = word::RunProperty::new().fonts(fonts(text.font)).size(half_points(text.size));
    let property = if text.is_bold { property.bold() } else { property };
    if text.is_italic { property.italic() } else { property }
}

fn paragraph_property(paragraph: &ParagraphFormat) -> word::ParagraphProperty {
    let (left, right) = (twips(paragraph.left), twips(paragraph.right));
    word::ParagraphProperty::new()
        .align(alignment(paragraph.alignment))
        .indent(Some(left), Some(first_line(paragraph)), Some(right), None)
        .line_spacing(line_spacing(paragraph))
        .keep_next(paragraph.keep_next)
        .keep_lines(paragraph.keep_lines)
        .widow_control(true)
}

/// A negative first line is a hanging one: Word takes no negative number here.
fn first_line(paragraph: &ParagraphFormat) -> word::SpecialIndentType {
    let indent = twips(paragraph.first_line);
    if indent < 0 { word::SpecialIndentType::Hanging(-indent) } else { word::SpecialIndentType::FirstLine(indent) }
}

fn line_spacing(paragraph: &ParagraphFormat) -> word::LineSpacing {
    let gaps = word::LineSpacing::new().before(gap_twips(paragraph.before)).after(gap_twips(paragraph.after));
    match paragraph.line {
        LineSpacing::Multiple(multiple) => gaps.line_rule(word::LineSpacingType::Auto).line(line_240ths(multiple)),
        LineSpacing::Exactly(pitch) => gaps.line_rule(word::LineSpacingType::Exact).line(pitch_twips(pitch)),
    }
}

/// One typeface for every script, so that no letter falls back to another.
fn fonts(font: &str) -> word::RunFonts {
    word::RunFonts::new().ascii(font).hi_ansi(font).east_asia(font).cs(font)
}

/// Drops the bare `Normal` that docx-rs puts in front: it would stand beside our base.
fn drop_foreign_style(part: &mut Element) {
    let mut is_ours = false;
    part.retain(|child| child.name() != "w:style" || std::mem::replace(&mut is_ours, true));
}

/// Says "not" aloud where switches are off: silence would take the base's. docx-rs can't say it (of `bCs`, wrongly).
fn deny(properties: &mut Element, switches: &[&'static str], is_on: bool) {
    for switch in switches.iter().filter(|_| !is_on) {
        properties.push(Element::new(switch).with("w:val", "0"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::demo::{document, part};
    use super::super::parts::STYLES;
    use super::super::write;
    use super::*;
    use crate::units::{Mm, Pt};

    /// Compares one style of a document whose only styles are these: the base, then the one in question.
    fn check(change: impl Fn(&mut Style), change_base: impl Fn(&mut Style), expected: &str) {
        let mut document = document();
        let mut base = document.styles[0].clone();
        let mut style = Style { id: "own", name: "VB Riêng <1>", ..base.clone() };
        change_base(&mut base);
        change(&mut style);
        document.styles = vec![base, style];
        document.sections.truncate(1);
        document.sections[0].page.page_number_style = "own";
        document.sections[0].blocks.clear();
        let xml = part(&write(&document), STYLES);
        let (_, own) = xml.split_once(r#"<w:basedOn w:val="base" />"#).expect("the style is based on the base");
        assert_eq!(own.strip_suffix("</w:style></w:styles>"), Some(expected));
    }

    const FONTS: &str = concat!(
        r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" "#,
        r#"w:eastAsia="Times New Roman" />"#
    );

    #[test]
    fn a_style_says_all_it_is() {
        let change = |style: &mut Style| {
            style.text = TextFormat { size: Pt(13.5), is_bold: true, is_italic: true, ..style.text };
            style.paragraph = ParagraphFormat {
                alignment: Alignment::Justified,
                first_line: Mm(-10.0),
                left: Mm(20.0),
                right: Mm(5.0),
                before: Pt(6.0),
                after: Pt(3.0),
                line: LineSpacing::Exactly(Pt(18.0)),
                keep_next: true,
                keep_lines: true,
            };
        };
        let paragraph = concat!(
            r#"<w:uiPriority w:val="2" /><w:qFormat /><w:pPr><w:keepNext /><w:keepLines /><w:widowControl w:val="1" />"#,
            r#"<w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="exact" />"#,
            r#"<w:ind w:left="1134" w:right="283" w:hanging="567" /><w:jc w:val="both" /></w:pPr>"#
        );
        let text = r#"<w:b /><w:bCs /><w:i /><w:iCs /><w:sz w:val="27" /><w:szCs w:val="27" /></w:rPr>"#;
        check(change, |_| (), &format!("{paragraph}<w:rPr>{FONTS}{text}"));
    }

    #[test]
    fn a_style_says_what_it_is_not_so_that_it_takes_nothing_from_its_base() {
        let change_base = |base: &mut Style| {
            base.text = TextFormat { is_bold: true, is_italic: true, ..base.text };
            base.paragraph = ParagraphFormat { keep_next: true, keep_lines: true, ..base.paragraph.clone() };
        };
        let paragraph = concat!(
            r#"<w:uiPriority w:val="2" /><w:qFormat /><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/>"#,
            r#"<w:widowControl w:val="1" /><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto" />"#,
            r#"<w:ind w:left="0" w:right="0" w:firstLine="0" /><w:jc w:val="left" /></w:pPr>"#
        );
        let text = concat!(
            r#"<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>"#,
            r#"<w:sz w:val="28" /><w:szCs w:val="28" /></w:rPr>"#
        );
        check(|_| (), change_base, &format!("{paragraph}<w:rPr>{FONTS}{text}"));
    }

    #[test]
    fn all_text_is_proofed_in_the_language_of_the_document() {
        let docx = write(&document());
        assert!(part(&docx, STYLES).contains(r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>"#));
        assert!(part(&docx, "word/settings.xml").contains(r#"<w:themeFontLang w:val="vi-VN"/>"#));
    }
}
