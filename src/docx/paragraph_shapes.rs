//! Writes paragraphs by filling shapes: paragraphs that differ only in texts, styles and measures have one form.
//!
//! Owns which paragraphs have one form, and the order of a paragraph's content. Must not know where a paragraph is. Its
//! paragraphs are written into the body, a cell, or the page header.

use super::measure::half_points;
use super::paragraph::{ParagraphLook, RuleLook, hairline, rule, text};
use super::review::{Marks, ReviewShapes};
use super::run::{RunLook, RunShapes};
use super::shape::{Filling, Shapes, XmlShape, gap, text_gap, tidied};
use super::style::base;
use crate::document::{Comment, Content, Overrides, Paragraph, Revision, Run, Style};
use crate::kept::KeptResults;

/// The end of a paragraph's settings, before which those of a section go, and the end of the paragraph.
const SETTINGS_END: &str = "</w:pPr>";
const END: &str = "</w:p>";

/// The shapes of paragraphs made so far. Each begins a paragraph, and ends where the settings of a section may follow.
#[derive(Debug, Default)]
pub(super) struct ParagraphShapes {
    texts: Shapes<TextForm>,
    rules: Shapes<RuleForm>,
    hairlines: Shapes<bool>,
    runs: RunShapes,
    reviews: ReviewShapes,
    /// Whole paragraphs of one run, by their text: the papers of a batch share most of them.
    whole: KeptResults<(ParagraphLook<'static>, RunLook), Box<[u8]>>,
    /// The index of the style used last.
    last_style: usize,
}

/// The sorts of direct formatting of a paragraph of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent switch of Word's")]
struct TextForm {
    has_sides: bool,
    has_right: bool,
    has_gap: bool,
    has_size: bool,
    keep_next: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RuleForm {
    has_gap: bool,
    keep_next: bool,
}

impl ParagraphShapes {
    /// Writes a paragraph; if it ends a section, with that section's settings.
    pub(super) fn write<'a>(
        &mut self,
        paragraph: &'a Paragraph,
        styles: &[Style],
        section: Option<&str>,
        marks: &mut Marks<'a>,
        written: &mut Vec<u8>,
    ) {
        if let (Content::Text(runs), None) = (&paragraph.content, section)
            && let [run] = runs.as_slice()
            && run.review.is_none()
            && !run.text.is_empty()
        {
            let style = self.style_of(paragraph, styles);
            return self.write_whole(run, &paragraph.overrides, style, written);
        }
        self.open(paragraph, styles, section, marks, written);
        written.extend_from_slice(END.as_bytes());
    }

    /// Writes a paragraph of one run without marks of a reviewer. Nothing decides its XML but the run's text and the looks.
    fn write_whole(&mut self, run: &Run, overrides: &Overrides, style: &Style, written: &mut Vec<u8>) {
        let looks = (ParagraphLook::of(overrides, style), RunLook::of(run, overrides, style));
        if let Some(known) = self.whole.known(&run.text, &looks) {
            return written.extend_from_slice(known);
        }
        let start = written.len();
        self.write_settings(&looks.0, written);
        end_settings(None, written);
        self.runs.write(&run.text, looks.1, written);
        written.extend_from_slice(END.as_bytes());
        if self.whole.comes_again(&run.text) {
            self.whole.keep(&run.text, looks, written[start..].into());
        }
    }

    /// Writes a paragraph without its end, so that more can be added.
    pub(super) fn open<'a>(
        &mut self,
        paragraph: &'a Paragraph,
        styles: &[Style],
        section: Option<&str>,
        marks: &mut Marks<'a>,
        written: &mut Vec<u8>,
    ) {
        let style = self.style_of(paragraph, styles);
        match &paragraph.content {
            Content::Text(runs) => {
                self.write_settings(&ParagraphLook::of(&paragraph.overrides, style), written);
                end_settings(section, written);
                self.write_runs(runs, &paragraph.overrides, style, marks, written);
            }
            Content::Rule { length, column, weight } => {
                let look = RuleLook::of(*length, *column, *weight, &paragraph.overrides, style);
                self.write_rule_settings(&look, written);
                end_settings(section, written);
            }
        }
    }

    /// The style of a paragraph: most often that of the one before it, as in the cells of a table.
    fn style_of<'s>(&mut self, paragraph: &Paragraph, styles: &'s [Style]) -> &'s Style {
        if let Some(style) = styles.get(self.last_style).filter(|style| style.id == paragraph.style) {
            return style;
        }
        // The cells of a table take turns in a few styles, which are the last ones.
        let found = styles.iter().rposition(|style| style.id == paragraph.style);
        self.last_style = found.expect("the layout names only styles of its document");
        &styles[self.last_style]
    }

    /// Writes an empty, invisibly low paragraph.
    pub(super) fn write_hairline(
        &mut self,
        styles: &[Style],
        keep_next: bool,
        section: Option<&str>,
        written: &mut Vec<u8>,
    ) {
        let shape = self.hairlines.get(keep_next, |keep_next| opening(&hairline(&text_gap(0), *keep_next)));
        shape.fill(&[base(styles).id.into()], written);
        end_settings(section, written);
        written.extend_from_slice(END.as_bytes());
    }

    fn write_settings(&mut self, look: &ParagraphLook<'_>, written: &mut Vec<u8>) {
        let shape = self.texts.get(TextForm::of(look), |form| form.shape());
        let [left, right] = look.right.unwrap_or_default();
        let fillings: [Filling<'_>; 6] = [
            look.style.into(),
            look.sides.unwrap_or_default().into(),
            left.into(),
            right.into(),
            look.before.unwrap_or_default().into(),
            look.size.unwrap_or_default().into(),
        ];
        shape.fill(&fillings, written);
    }

    fn write_rule_settings(&mut self, look: &RuleLook<'_>, written: &mut Vec<u8>) {
        let shape = self.rules.get(RuleForm::of(look), |form| form.shape());
        let [left, right] = look.indents;
        let before = look.before.unwrap_or_default();
        shape.fill(&[look.style.into(), left.into(), right.into(), look.weight.into(), before.into()], written);
    }

    /// Writes the runs; adjacent runs with the same comment share it.
    fn write_runs<'a>(
        &mut self,
        runs: &'a [Run],
        overrides: &Overrides,
        style: &Style,
        marks: &mut Marks<'a>,
        written: &mut Vec<u8>,
    ) {
        let mut open: Option<&Comment> = None;
        for run in runs.iter().filter(|run| !run.text.is_empty()) {
            let comment = run.review.as_ref().and_then(|review| review.comment.as_ref());
            if comment != open {
                self.end_comment(open, marks, written);
                if let Some(comment) = comment {
                    self.reviews.open_comment(comment, marks, written);
                }
                open = comment;
            }
            self.write_run(run, RunLook::of(run, overrides, style), marks, written);
        }
        self.end_comment(open, marks, written);
    }

    fn end_comment(&mut self, open: Option<&Comment>, marks: &Marks<'_>, written: &mut Vec<u8>) {
        if open.is_some() {
            self.reviews.close_comment(marks, written);
        }
    }

    fn write_run(&mut self, run: &Run, look: RunLook, marks: &mut Marks<'_>, written: &mut Vec<u8>) {
        let Some(revision) = run.review.as_ref().and_then(|review| review.revision.as_ref()) else {
            return self.runs.write(&run.text, look, written);
        };
        self.reviews.open_revision(revision, marks, written);
        let is_deleted = matches!(revision, Revision::Deletion(_));
        self.runs.write(&run.text, RunLook { is_deleted, ..look }, written);
        self.reviews.close_revision(revision, written);
    }

    /// The part with the comments of a document.
    pub(super) fn comments(&mut self, marks: &Marks<'_>) -> Vec<u8> {
        self.reviews.part(marks)
    }
}

impl RunLook {
    /// The direct formatting of a run, compared with the style of its paragraph.
    pub(super) fn of(run: &Run, overrides: &Overrides, style: &Style) -> Self {
        Self {
            is_bold: run.is_bold && !style.text.is_bold,
            is_italic: run.is_italic && !style.text.is_italic,
            is_narrow: run.is_narrow,
            size: overrides.size.map(half_points),
            is_deleted: false,
        }
    }
}

impl TextForm {
    fn of(look: &ParagraphLook<'_>) -> Self {
        Self {
            has_sides: look.sides.is_some(),
            has_right: look.right.is_some(),
            has_gap: look.before.is_some(),
            has_size: look.size.is_some(),
            keep_next: look.keep_next,
        }
    }

    fn shape(self) -> XmlShape {
        opening(&text(&ParagraphLook {
            style: &text_gap(0),
            sides: self.has_sides.then(|| gap(1)),
            right: self.has_right.then(|| [gap(2), gap(3)]),
            before: self.has_gap.then(|| gap(4)),
            size: self.has_size.then(|| gap(5)),
            keep_next: self.keep_next,
        }))
    }
}

impl RuleForm {
    fn of(look: &RuleLook<'_>) -> Self {
        Self { has_gap: look.before.is_some(), keep_next: look.keep_next }
    }

    fn shape(self) -> XmlShape {
        opening(&rule(&RuleLook {
            style: &text_gap(0),
            indents: [gap(1), gap(2)],
            weight: gap(3),
            before: self.has_gap.then(|| gap(4)),
            keep_next: self.keep_next,
        }))
    }
}

/// A paragraph up to the end of its settings.
fn opening(paragraph: &docx_rs::Paragraph) -> XmlShape {
    let whole = tidied(paragraph);
    let opening = whole.strip_suffix(END).and_then(|rest| rest.strip_suffix(SETTINGS_END));
    XmlShape::new(opening.expect("a paragraph without runs is its settings"))
}

fn end_settings(section: Option<&str>, written: &mut Vec<u8>) {
    written.extend_from_slice(section.unwrap_or_default().as_bytes());
    written.extend_from_slice(SETTINGS_END.as_bytes());
}
