//! Renders one template with one workbook: its texts become blocks, its front matter phrases.
//!
//! Owns the order in which texts may depend on one another: title, annexes, then the rest. Must not know a component of
//! the form except the annex; `render` puts the draft together.

use super::table::Tables;
use std::sync::Arc;

use super::{Annex, Block, Orientation, SharedWords, closing, markup};
use crate::diag::{Diagnostics, Reported};
use crate::paper::Paper;
use crate::templates::Prepared;
use crate::templates::checking::CheckedTemplate;
use crate::templates::engine::Rendered;
use crate::templates::fields;
use crate::templates::fields::{AnnexName, PaperValues};
use crate::templates::template::{FrontText, SourceText, Template, TemplateText};
use crate::templates::words::addressees;
use crate::vietnamese::{numerals, text};

/// The name of an annex (PL-02).
pub(super) const ANNEX: &str = "Phụ lục";

/// A template while it is rendered.
pub(super) struct Writing<'a> {
    prepared: &'a Prepared,
    paper: Paper<'a>,
    checked: Arc<CheckedTemplate>,
    values: PaperValues,
    tables: Tables<'a>,
    /// The printed title, as typed.
    pub(super) title: String,
}

/// An annex without the line that refers to its document.
pub(super) struct WordedAnnex<'a> {
    /// Its text in the template.
    pub(super) text: &'a TemplateText,
    /// Its title, as typed.
    pub(super) title: String,
    /// Its content.
    pub(super) body: Vec<Block>,
    /// Its Roman number; `None` where it is the only one.
    pub(super) number: Option<String>,
}

impl<'a> Writing<'a> {
    /// Checks the template and renders its title.
    pub(super) fn begin(
        prepared: &'a Prepared,
        paper: Paper<'a>,
        shared: &SharedWords,
        out: &mut Diagnostics,
    ) -> Result<Self, Reported> {
        let checked = prepared.checked(shared.parts(), out)?;
        let figures = if checked.uses_figures { Some(paper.shared().figures(out)?) } else { None };
        let values = shared.fields().of(paper, &checked.used, figures);
        let tables = Tables::of(paper, figures);
        let mut writing = Self { prepared, paper, checked, values, tables, title: String::new() };
        writing.title = writing.printed_title(out)?;
        writing.values.add(fields::TITLE, &text::sentence_case(&writing.title));
        Ok(writing)
    }

    /// Tên gọi of the workbook, else the template's title, else the name of the kind.
    fn printed_title(&self, out: &mut Diagnostics) -> Result<String, Reported> {
        let body = &self.template().body;
        match (self.paper.printed_title(), &body.front.title) {
            (Some(title), _) => Ok(title),
            (None, Some(title)) => self.phrase(body, title, out),
            (None, None) => Ok(self.paper.kind.name().to_owned()),
        }
    }

    /// Adds a field for the texts that are rendered later.
    pub(super) fn give(&mut self, field: &'static str, value: &str) {
        self.values.add(field, value);
    }

    /// A text of the front matter, in one line.
    pub(super) fn phrase(
        &self,
        file: &TemplateText,
        phrase: &FrontText,
        out: &mut Diagnostics,
    ) -> Result<String, Reported> {
        self.lines(file, phrase, out).map(|text| text::single_breaks(&text))
    }

    /// A text of the front matter with its line breaks.
    fn lines(&self, file: &TemplateText, phrase: &FrontText, out: &mut Diagnostics) -> Result<String, Reported> {
        self.prepared.render_plain(&self.checked, Rendered::Phrase(file, phrase), &self.values, out)
    }

    /// Trích yếu.
    pub(super) fn subject(&self, out: &mut Diagnostics) -> Result<String, Reported> {
        let body = &self.template().body;
        // A template without it was reported when it was opened.
        body.front.subject.as_ref().map_or_else(|| Ok(String::new()), |subject| self.phrase(body, subject, out))
    }

    /// The addressees of the document.
    pub(super) fn addressees(&self, out: &mut Diagnostics) -> Result<Vec<String>, Reported> {
        let body = &self.template().body;
        let texts: Vec<String> =
            body.front.addressees.iter().map(|text| self.lines(body, text, out)).collect::<Result<_, _>>()?;
        Ok(texts.iter().flat_map(|text| addressees::of(text)).collect())
    }

    /// The grounds that are worded in the template.
    pub(super) fn own_grounds(&self, out: &mut Diagnostics) -> Result<Vec<String>, Reported> {
        let body = &self.template().body;
        body.front.own_grounds.iter().map(|line| self.phrase(body, line, out)).collect()
    }

    /// The body's file.
    pub(super) fn source(&self) -> &'a SourceText {
        &self.template().body.source
    }

    /// The body.
    pub(super) fn body(&mut self, out: &mut Diagnostics) -> Result<Vec<Block>, Reported> {
        self.blocks(&self.prepared.template().body, out)
    }

    /// The blocks below the front matter of a file.
    fn blocks(&mut self, file: &TemplateText, out: &mut Diagnostics) -> Result<Vec<Block>, Reported> {
        let rendered = self.prepared.render(&self.checked, Rendered::Body(file), &self.values, out)?;
        let mut blocks = markup::blocks(&rendered, (self.prepared.template(), file), &mut self.tables, out)?;
        closing::close(&mut blocks);
        Ok(blocks)
    }

    /// The annexes that have content, numbered; texts rendered later may refer to them.
    pub(super) fn annexes(&mut self, out: &mut Diagnostics) -> Result<Vec<WordedAnnex<'a>>, Reported> {
        let template = self.prepared.template();
        let mut pieces = Vec::new();
        for text in &template.annexes {
            let body = self.blocks(text, out)?;
            if body.is_empty() {
                continue;
            }
            let title = text.front.title.as_ref().map(|title| self.phrase(text, title, out)).transpose()?;
            pieces.push(WordedAnnex { text, title: title.unwrap_or_default(), body, number: None });
        }
        // One annex has no number (PL-02).
        if pieces.len() > 1 {
            for (index, piece) in pieces.iter_mut().enumerate() {
                piece.number = Some(numerals::roman(index + 1));
            }
        }
        let names: Vec<AnnexName> = pieces.iter().map(WordedAnnex::names).collect();
        self.values.add_annexes(&names);
        Ok(pieces)
    }

    fn template(&self) -> &'a Template {
        self.prepared.template()
    }

    /// The checked template and its tables, to find what is printed and what is not.
    pub(super) fn finish(self) -> (Arc<CheckedTemplate>, Tables<'a>) {
        (self.checked, self.tables)
    }
}

impl WordedAnnex<'_> {
    /// Its name as used in the body: `Phụ lục`, `Phụ lục II`.
    pub(super) fn name(&self) -> String {
        self.number.as_ref().map_or(ANNEX.to_owned(), |number| format!("{ANNEX} {number}"))
    }

    fn names(&self) -> AnnexName {
        let file = self.text.source.label.rsplit('/').next().unwrap_or_default();
        let stem = file.strip_suffix(".md").unwrap_or(file).to_owned();
        AnnexName { number: self.name(), title: self.title.clone(), file: stem }
    }

    /// The annex, with the line that refers to its document.
    pub(super) fn with_reference(self, reference: super::Reference) -> Annex {
        let orientation: Orientation = self.text.front.orientation;
        Annex { number: self.number, title: self.title, reference, orientation, body: self.body }
    }
}
