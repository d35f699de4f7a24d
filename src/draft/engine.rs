//! Tera in a cage: the only place that runs it.
//!
//! Owns its set-up (inert data, our filters) and its errors as messages with a line. Knows no field's meaning.

use std::collections::BTreeSet;

use tera::{Context, ErrorKind, Kwargs, State, StringInput, Tera, Value};

use super::inert;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::vietnamese::text;

/// A template text and where it stands.
pub(super) struct Source<'a> {
    /// The file named in messages.
    pub(super) file: &'a str,
    /// Line of the file on which the text begins, 1-based.
    pub(super) first_line: u32,
    /// The text.
    pub(super) text: &'a str,
}

/// Renders a template text; data come out inert.
///
/// # Errors
/// `MAU-001` with the template's line.
pub(super) fn render(source: &Source, context: &Context, out: &mut Diagnostics) -> Result<String, Reported> {
    let mut tera = Tera::new();
    tera.set_escape_fn(inert::write_inert);
    tera.autoescape_on(vec![".md"]);
    register_filters(&mut tera);
    let rendered = tera.add_raw_template("van-ban.md", source.text).and_then(|()| tera.render("van-ban.md", context));
    rendered.map_err(|error| out.fail(template_error(source, error.kind())))
}

/// The top-level names that a template text asks for; empty where the text can't be parsed.
pub(super) fn names_asked_for(text: &str) -> BTreeSet<String> {
    let mut tera = Tera::new();
    register_filters(&mut tera);
    if tera.add_raw_template("van-ban.md", text).is_err() {
        return BTreeSet::new();
    }
    let names = tera.get_template_variables("van-ban.md").unwrap_or_default();
    // Sorted here: Tera gives them in the order of a hash.
    names.into_iter().filter_map(|name| name.split('.').next()).map(str::to_owned).collect()
}

fn register_filters(tera: &mut Tera) {
    tera.register_filter("hoac", or_else);
    tera.register_filter("hoa_dau", |text: &str, _: Kwargs, _: &State| text::capitalized(text));
    tera.register_filter("thuong_dau", |text: &str, _: Kwargs, _: &State| text::uncapitalized(text));
    // Data can never be declared markup: Tera's own `safe` is taken out of service.
    tera.register_filter("safe", |text: StringInput, _: Kwargs, _: &State| text.as_str().to_owned());
}

/// `hoac`: the field, or this wording where the workbook has none.
#[allow(clippy::needless_pass_by_value, reason = "a filter of Tera takes its arguments by value")]
fn or_else(value: Value, arguments: Kwargs, _: &State) -> tera::TeraResult<Value> {
    if value.is_undefined() { arguments.must_get::<Value>("value") } else { Ok(value) }
}

fn template_error(source: &Source, kind: &ErrorKind) -> Diagnostic {
    let (line, message) = match kind {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (u32::try_from(report.span().start_line).unwrap_or(1), report.message().to_owned())
        }
        other => (1, format!("{other:?}")),
    };
    let place = Place::line(source.file, source.first_line + line - 1);
    Diagnostic::error("MAU-001").at(&place).with("cause", message)
}
