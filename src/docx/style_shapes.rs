//! Writes the part of the styles by filling shapes: styles that differ only in names and measures have one form.
//!
//! Owns the part's frame and the forms. Must not know a style in Word's terms: `style` does. Its part goes into the
//! package.

use docx_rs::BuildXML as _;

use super::measure::half_points;
use super::shape::{Filling, Shapes, XmlShape, gap, text_gap};
use super::style::{StyleForm, StyleLook, amend, amend_defaults, base, base_of, defaults, style};
use super::tidy;
use super::xml::parse;
use crate::document::Style;

/// The shapes of styles made so far.
#[derive(Debug, Default)]
pub(super) struct StyleShapes {
    /// The declaration, the root and the default type.
    frame: Shapes<()>,
    styles: Shapes<StyleForm>,
}

const END: &str = "</w:styles>";

impl StyleShapes {
    /// The part that lists these styles, for texts in this language.
    pub(super) fn part(&mut self, styles: &[Style], language: &str) -> Vec<u8> {
        let base = base(styles);
        let mut part = Vec::new();
        let size = half_points(base.text.size);
        self.frame.get((), |()| frame()).fill(&[base.text.font.into(), size.into(), language.into()], &mut part);
        for (place, style) in styles.iter().enumerate() {
            self.write(&StyleLook::of(style, place, base_of(style, styles)), &mut part);
        }
        part.extend_from_slice(END.as_bytes());
        part
    }

    fn write(&mut self, look: &StyleLook<'_>, part: &mut Vec<u8>) {
        let shape = self.styles.get(look.form, |form| shape(*form));
        let fillings: [Filling<'_>; 13] = [
            look.id.into(),
            look.name.into(),
            look.base.into(),
            look.priority.into(),
            look.font.into(),
            look.size.into(),
            look.left.into(),
            look.first_line.into(),
            look.right.into(),
            look.before.into(),
            look.after.into(),
            look.line.into(),
            look.next.into(),
        ];
        shape.fill(&fillings, part);
    }
}

fn frame() -> XmlShape {
    let built = defaults(&text_gap(0), gap(1)).build();
    let mut root = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    amend_defaults(&mut root, &text_gap(2));
    tidy::tidy(&mut root);
    let part = String::from_utf8(root.to_part()).expect("what was UTF-8 still is");
    XmlShape::new(part.strip_suffix(END).expect("the part ends"))
}

fn shape(form: StyleForm) -> XmlShape {
    let [id, name, base, font, next] = [0, 1, 2, 4, 12].map(text_gap);
    let look = StyleLook {
        form,
        id: &id,
        name: &name,
        base: &base,
        next: &next,
        priority: gap(3),
        font: &font,
        size: gap(5),
        left: gap(6),
        first_line: gap(7),
        right: gap(8),
        before: gap(9),
        after: gap(10),
        line: gap(11),
    };
    let built = style(&look).build();
    let mut element = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    amend(&mut element, form);
    tidy::tidy_element(&mut element);
    let mut written = Vec::new();
    element.write_to(&mut written);
    XmlShape::new(std::str::from_utf8(&written).expect("what was UTF-8 still is"))
}
