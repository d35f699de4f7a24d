//! Writes a reviewer's marks as Word's own: tracked insertions and deletions, comments.
//!
//! Owns the XML around a marked run, the numbers of marks, and the part of the comments. Must not know the run. Its
//! marks are written into paragraphs, from shapes of docx-rs; its part goes into the package.

use docx_rs::{self as word, BuildXML as _};

use super::parts::declared;
use super::run::{RunLook, run};
use super::shape::{Filling, Shapes, XmlShape, gap, text_gap, tidied};
use super::tidy;
use super::xml::parse;
use crate::document::{Comment, ReviewDay, Revision};

/// The shapes of marks made so far.
#[derive(Debug, Default)]
pub(super) struct ReviewShapes {
    /// The XML before and after an inserted or deleted run.
    revisions: Shapes<bool, [XmlShape; 2]>,
    /// The XML before and after a commented text.
    ranges: Shapes<(), [XmlShape; 2]>,
    comments: Shapes<()>,
}

/// The marks of one document so far, numbered in their order.
#[derive(Debug, Default)]
pub(super) struct Marks<'a> {
    revisions: usize,
    comments: Vec<&'a Comment>,
}

impl Marks<'_> {
    /// Whether there is a comment.
    pub(super) fn has_comments(&self) -> bool {
        !self.comments.is_empty()
    }
}

impl ReviewShapes {
    /// Writes the XML before a run proposed for insertion or deletion.
    pub(super) fn open_revision(&mut self, revision: &Revision, marks: &mut Marks<'_>, written: &mut Vec<u8>) {
        let (Revision::Insertion(reviewer) | Revision::Deletion(reviewer)) = revision;
        marks.revisions += 1;
        let day = moment(reviewer.day);
        let fillings = [Filling::from(marks.revisions), reviewer.name.as_str().into(), day.as_str().into()];
        self.revision(revision)[0].fill(&fillings, written);
    }

    /// Writes the XML after such a run.
    pub(super) fn close_revision(&mut self, revision: &Revision, written: &mut Vec<u8>) {
        self.revision(revision)[1].fill(&[], written);
    }

    /// Writes the XML before a commented text.
    pub(super) fn open_comment<'a>(&mut self, comment: &'a Comment, marks: &mut Marks<'a>, written: &mut Vec<u8>) {
        marks.comments.push(comment);
        self.range()[0].fill(&[marks.comments.len().into()], written);
    }

    /// Writes the XML after the commented text opened last.
    pub(super) fn close_comment(&mut self, marks: &Marks<'_>, written: &mut Vec<u8>) {
        self.range()[1].fill(&[marks.comments.len().into()], written);
    }

    /// The part with the comments of a document.
    pub(super) fn part(&mut self, marks: &Marks<'_>) -> Vec<u8> {
        let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let mut part = declared(&format!(r#"<w:comments xmlns:w="{namespace}">"#));
        let shape = self.comments.get((), |()| comment_shape());
        for (number, Comment { reviewer, text }) in (1_usize..).zip(&marks.comments) {
            let day = moment(reviewer.day);
            shape.fill(
                &[number.into(), reviewer.name.as_str().into(), day.as_str().into(), text.as_str().into()],
                &mut part,
            );
        }
        part.extend_from_slice(b"</w:comments>");
        part
    }

    fn revision(&mut self, revision: &Revision) -> &[XmlShape; 2] {
        let is_deletion = matches!(revision, Revision::Deletion(_));
        self.revisions.get(is_deletion, |is_deletion| revision_shapes(*is_deletion))
    }

    fn range(&mut self) -> &[XmlShape; 2] {
        self.ranges.get((), |()| range_shapes())
    }
}

const PLAIN: RunLook = RunLook { is_bold: false, is_italic: false, is_narrow: false, size: None, is_deleted: false };

fn revision_shapes(is_deletion: bool) -> [XmlShape; 2] {
    let content = run("a", RunLook { is_deleted: is_deletion, ..PLAIN });
    let (name, day) = (text_gap(1), text_gap(2));
    let built = if is_deletion {
        word::Delete::new().add_run(content).author(name).date(day).build()
    } else {
        word::Insert::new(content).author(name).date(day).build()
    };
    let mut element = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy_element(&mut element);
    // docx-rs numbers them by a counter of the process.
    element.remove_attribute("w:id");
    element.set_attribute("w:id", &text_gap(0));
    let mut written = Vec::new();
    element.write_to(&mut written);
    around(std::str::from_utf8(&written).expect("what was UTF-8 still is"))
}

fn range_shapes() -> [XmlShape; 2] {
    let paragraph = word::Paragraph::new()
        .add_comment_start(word::Comment::new(gap(0)))
        .add_run(run("a", PLAIN))
        .add_comment_end(gap(0));
    let whole = tidied(&paragraph);
    // docx-rs adds an empty run before the end.
    let content = whole.replace("<w:r></w:r>", "").replace("<w:r/>", "").replace("<w:r />", "");
    let content = content.strip_prefix("<w:p>").and_then(|rest| rest.strip_suffix("</w:p>"));
    around(content.expect("a paragraph without settings is its runs"))
}

/// The XML around the first run.
fn around(content: &str) -> [XmlShape; 2] {
    let start = content.find("<w:r>").expect("the run is there");
    let end = start + content[start..].find("</w:r>").expect("the run ends") + "</w:r>".len();
    [XmlShape::new(&content[..start]), XmlShape::new(&content[end..])]
}

fn comment_shape() -> XmlShape {
    let paragraph = word::Paragraph::new().add_run(run(&text_gap(3), PLAIN));
    XmlShape::new(&tidied(&word::Comment::new(gap(0)).author(text_gap(1)).date(text_gap(2)).add_paragraph(paragraph)))
}

/// Midnight of a day, in Word's format.
fn moment(ReviewDay { year, month, day }: ReviewDay) -> String {
    format!("{year:04}-{month:02}-{day:02}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::super::demo::{bare, names, part, with_blocks};
    use super::super::parts::{CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONS};
    use super::super::{Fingerprint, Writer, fingerprint, write};
    use super::*;
    use crate::document::{Content, Document, PageBlock, Paragraph, Review, Reviewer, Run};

    const COMMENTS: &str = "word/comments.xml";

    fn reviewer(name: &str) -> Reviewer {
        Reviewer { name: name.to_owned(), day: ReviewDay { year: 2026, month: 7, day: 5 } }
    }

    fn comment(text: &str) -> Comment {
        Comment { reviewer: reviewer("Lý \"A\" & B"), text: text.to_owned() }
    }

    fn marked(text: &str, revision: Option<Revision>, comment: Option<Comment>) -> Run {
        Run { text: text.to_owned(), review: Some(Box::new(Review { revision, comment })), ..Run::default() }
    }

    fn plain(text: &str) -> Run {
        Run { text: text.to_owned(), ..Run::default() }
    }

    fn of_runs(runs: Vec<Run>) -> Document {
        let paragraph = Paragraph { content: Content::Text(runs), ..bare("body", "") };
        with_blocks(vec![PageBlock::Paragraph(paragraph)])
    }

    /// Compares the XML between a paragraph's settings and its end.
    fn check(runs: Vec<Run>, expected: &str) {
        let xml = part(&write(&of_runs(runs)), DOCUMENT);
        let (_, content) = xml.split_once("</w:pPr>").expect("a paragraph has settings");
        let (content, _) = content.split_once("</w:p>").expect("a paragraph ends");
        assert_eq!(content, expected);
    }

    fn text(text: &str) -> String {
        format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    }

    const BY: &str = r#"w:author="Sa" w:date="2026-07-05T00:00:00Z""#;

    #[test]
    fn insertions_and_deletions_are_words_own() {
        check(
            vec![
                plain("a"),
                marked("b", Some(Revision::Insertion(reviewer("Sa"))), None),
                marked("c-d", Some(Revision::Deletion(reviewer("Sa"))), None),
            ],
            &[
                text("a"),
                format!(r#"<w:ins {BY} w:id="1">{}</w:ins>"#, text("b")),
                format!(r#"<w:del {BY} w:id="2"><w:r><w:delText xml:space="preserve">c-d</w:delText></w:r></w:del>"#),
            ]
            .concat(),
        );
    }

    #[test]
    fn a_comment_surrounds_all_its_runs() {
        let inserted = Some(Revision::Insertion(reviewer("Sa")));
        check(
            vec![
                marked("a", None, Some(comment("một"))),
                marked("b", inserted, Some(comment("một"))),
                plain("c"),
                marked("d", None, Some(comment("một"))),
                marked("e", None, Some(comment("hai"))),
            ],
            &[
                r#"<w:commentRangeStart w:id="1" />"#,
                &text("a"),
                &format!(r#"<w:ins {BY} w:id="1">{}</w:ins>"#, text("b")),
                r#"<w:commentRangeEnd w:id="1" /><w:r><w:commentReference w:id="1" /></w:r>"#,
                &text("c"),
                r#"<w:commentRangeStart w:id="2" />"#,
                &text("d"),
                r#"<w:commentRangeEnd w:id="2" /><w:r><w:commentReference w:id="2" /></w:r>"#,
                r#"<w:commentRangeStart w:id="3" />"#,
                &text("e"),
                r#"<w:commentRangeEnd w:id="3" /><w:r><w:commentReference w:id="3" /></w:r>"#,
            ]
            .concat(),
        );
    }

    #[test]
    fn comments_are_a_part_with_a_type_and_a_relationship() {
        let document = of_runs(vec![marked("a", None, Some(comment("<Sửa> & \"xem\"\u{b}")))]);
        let mut writer = Writer::default();
        let without = writer.write(&of_runs(vec![plain("a")]));
        let docx = writer.write(&document);
        assert!(!names(&without).contains(&COMMENTS.to_owned()) && names(&docx).contains(&COMMENTS.to_owned()));
        assert_eq!(fingerprint(&docx), Fingerprint::Matches);
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
        assert!(
            part(&docx, CONTENT_TYPES)
                .contains(&format!(r#"<Override PartName="/word/comments.xml" ContentType="{types}"/>"#))
        );
        assert!(part(&docx, DOCUMENT_RELATIONS).contains(r#"relationships/comments" Target="comments.xml"/>"#));
        assert!(
            !part(&without, CONTENT_TYPES).contains("comments")
                && !part(&without, DOCUMENT_RELATIONS).contains("comments")
        );
        let head = concat!(
            r#"<w:comment w:id="1" w:author="Lý &quot;A&quot; &amp; B" w:date="2026-07-05T00:00:00Z" w:initials="">"#,
            r#"<w:p><w:r><w:t xml:space="preserve">&lt;Sửa&gt; &amp; &quot;xem&quot;</w:t></w:r></w:p></w:comment>"#
        );
        assert!(part(&docx, COMMENTS).ends_with(&format!("{head}</w:comments>")), "{}", part(&docx, COMMENTS));
    }
}
