//! Named paragraph styles for docx-rs, so that a person can change the look of a whole document in Word.
//!
//! Owns a style in Word's units, and the settings that docx-rs lacks. Must not know the purpose of a style.
//! `style_shapes` makes its styles into shapes.

use docx_rs as word;

use super::inherited::Inherited;
use super::measure::{gap_twips, half_points, line_240ths, pitch_twips, twips};
use super::xml::Element;
use crate::document::{Alignment, LineSpacing, Style};

/// The only name for which Word has a base style of its own; every other style of ours is custom to it.
const BUILT_IN_BASE: &str = "Normal";

/// The switches of a style, and which Word settings it uses for its measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent switch of Word's")]
pub(super) struct StyleForm {
    /// Whether it is the base of all others.
    pub(super) is_base: bool,
    pub(super) is_custom: bool,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) keep_next: bool,
    pub(super) keep_lines: bool,
    pub(super) alignment: Alignment,
    /// A negative first-line indent is a hanging one: Word has no negative number here.
    pub(super) is_hanging: bool,
    pub(super) is_exact: bool,
    /// Whether another style follows it.
    pub(super) has_next: bool,
    /// From 0.
    pub(super) outline_level: Option<u8>,
    /// What it leaves to its base.
    pub(super) inherited: Inherited,
}

/// A style in Word's terms and units.
#[derive(Clone, Copy, Debug)]
pub(super) struct StyleLook<'a> {
    pub(super) form: StyleForm,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    /// Id of the base.
    pub(super) base: &'a str,
    /// Id of the style that follows it; its own where none does.
    pub(super) next: &'a str,
    /// Word lists styles by priority, then by name.
    pub(super) priority: usize,
    pub(super) font: &'a str,
    /// In half-points.
    pub(super) size: usize,
    /// All indents in twips.
    pub(super) left: i32,
    /// The indent of the first line, positive even where it hangs.
    pub(super) first_line: i32,
    pub(super) right: i32,
    pub(super) before: u32,
    pub(super) after: u32,
    /// In 240ths of a line, or in twips.
    pub(super) line: i32,
}

impl<'a> StyleLook<'a> {
    /// The look of the style at this index of its document (from 0), which stands on another; the first on none.
    pub(super) fn of(style: &'a Style, place: usize, base: &'a Style) -> Self {
        let paragraph = &style.paragraph;
        let first_line = twips(paragraph.first_line);
        let (is_exact, line) = match paragraph.line {
            LineSpacing::Multiple(multiple) => (false, line_240ths(multiple)),
            LineSpacing::Exactly(pitch) => (true, pitch_twips(pitch)),
        };
        Self {
            form: StyleForm {
                is_base: place == 0,
                is_custom: style.name != BUILT_IN_BASE,
                is_bold: style.text.is_bold,
                is_italic: style.text.is_italic,
                keep_next: paragraph.keep_next,
                keep_lines: paragraph.keep_lines,
                alignment: paragraph.alignment,
                is_hanging: first_line < 0,
                is_exact,
                has_next: style.next.is_some(),
                outline_level: style.outline_level,
                inherited: Inherited::of(style, (place > 0).then_some(base)),
            },
            id: style.id,
            name: style.name,
            base: base.id,
            next: style.next.unwrap_or(style.id),
            // Ours stay in the order given.
            priority: place + 1,
            font: style.text.font,
            size: half_points(style.text.size),
            left: twips(paragraph.left),
            first_line: first_line.abs(),
            right: twips(paragraph.right),
            before: gap_twips(paragraph.before),
            after: gap_twips(paragraph.after),
            line,
        }
    }
}

/// The style for docx-rs, without the settings that docx-rs lacks.
pub(super) fn style(look: &StyleLook<'_>) -> word::Style {
    let form = look.form;
    let mut style = word::Style::new(look.id, word::StyleType::Paragraph).name(look.name);
    let text = word::RunProperty::new();
    let text = if form.inherited.font { text } else { text.fonts(fonts(look.font)) };
    let text = if form.inherited.size { text } else { text.size(look.size) };
    let text = if form.is_bold && !form.inherited.is_bold { text.bold() } else { text };
    style.run_property = if form.is_italic && !form.inherited.is_italic { text.italic() } else { text };
    style.paragraph_property = paragraph_property(look);
    style.ui_priority = Some(look.priority);
    let style = if form.has_next { style.next(look.next) } else { style };
    if form.is_base { style } else { style.based_on(look.base) }
}

fn paragraph_property(look: &StyleLook<'_>) -> word::ParagraphProperty {
    let first_line = if look.form.is_hanging {
        word::SpecialIndentType::Hanging(look.first_line)
    } else {
        word::SpecialIndentType::FirstLine(look.first_line)
    };
    let inherited = look.form.inherited;
    let property = word::ParagraphProperty::new();
    let property = match look.form.outline_level {
        Some(level) => property.outline_lvl(level.into()),
        None => property,
    };
    let property = if inherited.alignment { property } else { property.align(alignment(look.form.alignment)) };
    let property = match (inherited.left, inherited.first_line, inherited.right) {
        (true, true, true) => property,
        (left, first, right) => {
            let own = |is_inherited: bool, indent| Some(indent).filter(|_| !is_inherited);
            let first_line = Some(first_line).filter(|_| !first);
            property.indent(own(left, look.left), first_line, own(right, look.right), None)
        }
    };
    let property = if inherited.before && inherited.after && inherited.line {
        property
    } else {
        property.line_spacing(spacing(look))
    };
    let keeps = |is_on: bool, is_inherited: bool| is_on && !is_inherited;
    property
        .keep_next(keeps(look.form.keep_next, inherited.keep_next))
        .keep_lines(keeps(look.form.keep_lines, inherited.keep_lines))
        .widow_control(true)
}

/// The gaps and the line spacing that are the style's own.
fn spacing(look: &StyleLook<'_>) -> word::LineSpacing {
    let inherited = look.form.inherited;
    let rule = if look.form.is_exact { word::LineSpacingType::Exact } else { word::LineSpacingType::Auto };
    let spacing = word::LineSpacing::new();
    let spacing = if inherited.before { spacing } else { spacing.before(look.before) };
    let spacing = if inherited.after { spacing } else { spacing.after(look.after) };
    if inherited.line { spacing } else { spacing.line_rule(rule).line(look.line) }
}

/// Adds to a written style what docx-rs can't write: the default flag, and switches that are off.
pub(super) fn amend(element: &mut Element, form: StyleForm) {
    if form.is_base {
        element.set_attribute("w:default", "1");
    }
    if form.is_custom {
        element.set_attribute("w:customStyle", "1");
    }
    let paragraph = element.child_mut("w:pPr").expect("every style of ours sets its paragraph");
    let inherited = form.inherited;
    write_switches_off(paragraph, &["w:keepNext"], form.keep_next || inherited.keep_next);
    write_switches_off(paragraph, &["w:keepLines"], form.keep_lines || inherited.keep_lines);
    let text = element.child_mut("w:rPr").expect("every style of ours sets its letters");
    write_switches_off(text, &["w:b", "w:bCs"], form.is_bold || inherited.is_bold);
    write_switches_off(text, &["w:i", "w:iCs"], form.is_italic || inherited.is_italic);
}

/// The default type for text without a style, for docx-rs; the size in half-points.
pub(super) fn defaults(font: &str, size: usize) -> word::Styles {
    word::Styles::new().default_fonts(fonts(font)).default_size(size)
}

/// Adds the language to the default type, and removes the bare `Normal` that docx-rs writes beside our base.
pub(super) fn amend_defaults(part: &mut Element, language: &str) {
    let mut is_ours = false;
    part.retain(|child| child.name() != "w:style" || std::mem::replace(&mut is_ours, true));
    let defaults = part.child_mut("w:docDefaults").and_then(|defaults| defaults.child_mut("w:rPrDefault"));
    let text = defaults.and_then(|defaults| defaults.child_mut("w:rPr")).expect("docx-rs writes the default type");
    text.push(Element::new("w:lang").with("w:val", language).with("w:eastAsia", language));
}

/// The base of all other styles.
///
/// # Panics
/// When the document has no style: the layout makes at least the page number's.
pub(super) fn base(styles: &[Style]) -> &Style {
    styles.first().expect("a document has a base style")
}

/// The style that one stands on: its own base, else the first of the document.
pub(super) fn base_of<'a>(style: &Style, styles: &'a [Style]) -> &'a Style {
    style.base.map_or_else(|| base(styles), |id| named(styles, id))
}

/// The style with this id.
///
/// # Panics
/// When the document has no such style: the layout uses only its own.
pub(super) fn named<'a>(styles: &'a [Style], id: &str) -> &'a Style {
    styles.iter().find(|style| style.id == id).expect("the layout names only styles of its document")
}

/// Word's name for an alignment. Never docx-rs's `Justified`, which Word does not know.
pub(super) fn alignment(alignment: Alignment) -> word::AlignmentType {
    match alignment {
        Alignment::Left => word::AlignmentType::Left,
        Alignment::Right => word::AlignmentType::Right,
        Alignment::Center => word::AlignmentType::Center,
        Alignment::Justified => word::AlignmentType::Both,
    }
}

/// One typeface for every script, so that no letter falls back to another.
fn fonts(font: &str) -> word::RunFonts {
    word::RunFonts::new().ascii(font).hi_ansi(font).east_asia(font).cs(font)
}

/// Writes switches that are off explicitly: otherwise the base's would apply. docx-rs can't write them (and writes
/// `bCs` wrongly).
fn write_switches_off(properties: &mut Element, switches: &[&'static str], is_on: bool) {
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
    use crate::document::{ParagraphFormat, TextFormat};
    use crate::units::{Mm, Pt};

    /// Compares one style of a document with only two styles: the base, then the one in question.
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
    fn all_settings_of_a_style_are_written() {
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
        let of_another = |base: &mut Style| base.text.font = "Arial";
        check(change, of_another, &format!("{paragraph}<w:rPr>{FONTS}{text}"));
    }

    #[test]
    fn switches_that_are_off_are_written_so_that_none_comes_from_the_base() {
        let change_base = |base: &mut Style| {
            base.text = TextFormat { is_bold: true, is_italic: true, ..base.text };
            base.paragraph = ParagraphFormat { keep_next: true, keep_lines: true, ..base.paragraph.clone() };
        };
        let paragraph = concat!(
            r#"<w:uiPriority w:val="2" /><w:qFormat /><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/>"#,
            r#"<w:widowControl w:val="1" /></w:pPr>"#
        );
        let text = r#"<w:rPr ><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/></w:rPr>"#;
        check(|_| (), change_base, &format!("{paragraph}{text}"));
    }

    #[test]
    fn what_a_style_shares_with_its_base_is_left_to_it() {
        let paragraph = r#"<w:uiPriority w:val="2" /><w:qFormat /><w:pPr><w:widowControl w:val="1" /></w:pPr>"#;
        check(|_| (), |_| (), paragraph);
        let gap = |style: &mut Style| style.paragraph.before = Pt(6.0);
        let spaced = paragraph.replace("</w:pPr>", r#"<w:spacing w:before="120" /></w:pPr>"#);
        check(gap, |_| (), &spaced);
    }

    #[test]
    fn all_text_is_proofed_in_the_language_of_the_document() {
        let docx = write(&document());
        assert!(part(&docx, STYLES).contains(r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>"#));
        assert!(part(&docx, "word/settings.xml").contains(r#"<w:themeFontLang w:val="vi-VN"/>"#));
    }
}
