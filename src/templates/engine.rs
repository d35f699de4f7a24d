//! Renders with Tera; no other module uses it to render.
//!
//! Owns Tera's set-up (escaping of data, our filters) and its errors as messages with a line. Must not know the meaning
//! of a field. `checking` and `cost` have accepted every template before, so rendering fails only where a workbook
//! leaves a field empty.

use std::io::{self, Write};

use tera::{Context, ErrorKind, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::language::{Fault, Spot, TemplateNode, Tree};
use super::template::{FrontText, Template, TemplateText};
use super::{escape, fields};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::vietnamese::{capitals, text};

/// What is rendered.
#[derive(Clone, Copy)]
pub(crate) enum Rendered<'a> {
    /// The text below the front matter of a file.
    Body(&'a TemplateText),
    /// A text of a file's front matter.
    Phrase(&'a TemplateText, &'a FrontText),
}

impl<'a> Rendered<'a> {
    /// The text of the template.
    pub(crate) fn words(self) -> &'a str {
        match self {
            Self::Body(text) => text.body(),
            Self::Phrase(_, phrase) => &phrase.text,
        }
    }

    /// The text as a tree.
    pub(super) fn tree(self) -> &'a Tree {
        match self {
            Self::Body(text) => text.tree(),
            Self::Phrase(_, phrase) => phrase.tree(),
        }
    }

    /// The text itself where it has no tag, so that rendering would not change it; `None` for a long text, which may
    /// exceed the limits.
    pub(super) fn plain(self) -> Option<&'a str> {
        const SHORT: usize = 4096;
        let words = self.words();
        let is_plain = match self.tree().nodes.as_slice() {
            [] => words.is_empty(),
            [TemplateNode::Text(spot)] => *spot == (0..words.len()),
            _ => false,
        };
        (is_plain && words.len() < SHORT).then_some(words)
    }

    /// Its name among the texts of its template; no other text and no piece has it.
    fn name(self) -> String {
        match self {
            Self::Body(text) => text.name.clone(),
            Self::Phrase(text, phrase) => format!("{}/{}.md", text.name, phrase.begins_at()),
        }
    }
}

/// Compiles all texts of a template.
///
/// # Errors
/// Tera's, where it does not accept what our own parser accepted.
pub(super) fn compile(template: &Template) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape::write_escaped);
    tera.autoescape_on(vec![".md"]);
    register_filters(&mut tera);
    let pieces = template.pieces.iter().map(|(name, source)| (name.clone(), source.text.as_str()));
    let texts = template.texts().flat_map(|text| {
        let phrases = text.front.phrases().map(move |phrase| Rendered::Phrase(text, phrase));
        [Rendered::Body(text)].into_iter().chain(phrases)
    });
    tera.add_raw_templates(pieces.chain(texts.map(|text| (text.name(), text.words()))))?;
    Ok(tera)
}

/// Renders a text of a template; the data in the result are escaped.
///
/// # Errors
/// `MAU-018` where the workbook leaves a field empty that the text needs, else `MAU-001`; with the template's line.
pub(super) fn render(
    compiled: Result<&Tera, &tera::Error>,
    template: &Template,
    what: Rendered,
    context: &Context,
    out: &mut Diagnostics,
) -> Result<String, Reported> {
    let tera = compiled.map_err(|error| out.fail(message(error.kind(), template, what)))?;
    tera.render(&what.name(), context).map_err(|error| out.fail(message(error.kind(), template, what)))
}

/// Renders a text of a template; the data in the result are escaped. `None` where that fails, or prints more bytes than
/// this.
pub(super) fn render_at_most(
    most: u64,
    compiled: Result<&Tera, &tera::Error>,
    what: Rendered,
    context: &Context,
) -> Option<String> {
    let mut limited = LimitedText { bytes: Vec::with_capacity(what.words().len()), most: usize::try_from(most).ok()? };
    compiled.ok()?.render_to(&what.name(), context, &mut limited).ok()?;
    String::from_utf8(limited.bytes).ok()
}

/// A text that takes only so many bytes.
struct LimitedText {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for LimitedText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.most - self.bytes.len() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn register_filters(tera: &mut Tera) {
    tera.register_filter("hoac", or_else);
    tera.register_filter("hoa_dau", |text: &str, _: Kwargs, _: &State| text::capitalized(text));
    tera.register_filter("thuong_dau", |text: &str, _: Kwargs, _: &State| capitals::in_a_list(text));
    // Tera's own filters return null for an empty list, which prints nothing.
    tera.register_filter("first", |list: &[Value], _: Kwargs, _: &State| item(list.first()));
    tera.register_filter("last", |list: &[Value], _: Kwargs, _: &State| item(list.last()));
    // Data can never be declared safe markup: this replaces Tera's filter `safe`.
    tera.register_filter("safe", |text: StringInput, _: Kwargs, _: &State| text.as_str().to_owned());
}

/// `hoac`: the field, or this text where the workbook has none.
#[allow(clippy::needless_pass_by_value, reason = "a filter of Tera takes its arguments by value")]
fn or_else(value: Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    if value.is_undefined() { arguments.must_get::<Value>("value") } else { Ok(value) }
}

fn item(found: Option<&Value>) -> Value {
    found.cloned().unwrap_or_else(Value::undefined)
}

/// Tera's error as one of our messages.
fn message(kind: &ErrorKind, template: &Template, what: Rendered) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = kind else {
        return message_at(template, None, what, Diagnostic::error("MAU-001"), 0..1);
    };
    let is_missing = is_about_missing(report.message());
    let spot: Spot = report.span().range.clone();
    let piece = template.pieces.get(report.filename());
    let text = piece.map_or(what.words(), |piece| piece.text.as_str());
    let spot = if is_missing { whole_path(text, &spot) } else { spot };
    let message = match text.get(spot.clone()) {
        Some(field) if is_missing => left_empty(field),
        _ => Diagnostic::error("MAU-001"),
    };
    let name = piece.map(|_| report.filename());
    message_at(template, name, what, message, spot)
}

/// The message about a field that the workbook leaves empty, with the place to fill it in where that is known.
fn left_empty(field: &str) -> Diagnostic {
    let message = Diagnostic::error("MAU-018").with("field", field);
    match fields::filled_in(field) {
        Some(place) => message.with("place", place).hint("place"),
        None => message,
    }
}

/// A message about a spot of a rendered text, or of a piece that it includes.
pub(crate) fn message_at(
    template: &Template,
    piece: Option<&str>,
    what: Rendered,
    message: Diagnostic,
    spot: Spot,
) -> Diagnostic {
    let fault = Fault { message, spot };
    match (piece.and_then(|name| template.pieces.get(name)), what) {
        (Some(piece), _) => piece.message(fault),
        (None, Rendered::Body(text)) => {
            let spot = fault.spot.start + text.start..fault.spot.end + text.start;
            text.source.message(Fault { spot, ..fault })
        }
        (None, Rendered::Phrase(text, phrase)) => text.source.message(phrase.moved(fault)),
    }
}

/// Whether Tera's error is about a missing value; a test checks that Tera's wording has not changed.
fn is_about_missing(message: &str) -> bool {
    message.contains("is not defined") || message.contains("undefined")
}

/// The whole dotted name at a spot.
fn whole_path(text: &str, spot: &Spot) -> Spot {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.';
    let before = text.get(..spot.start).unwrap_or_default();
    let start = before.trim_end_matches(is_part).len();
    let after = text.get(start..).unwrap_or_default();
    let length = after.find(|letter: char| !is_part(letter)).unwrap_or(after.len());
    if length == 0 { spot.clone() } else { start..start + length }
}
