//! A template ready to be rendered: checked for the workbook, its texts compiled.
//!
//! Owns that both happen once per run, when first needed. Must not know how: `checking` and `engine` do it. `library`
//! keeps it; `draft` renders its texts.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tera::{Tera, TeraResult};

use super::checking::{self, CheckedTemplate, Purpose};
use super::engine::{self, Rendered};
use super::fields::PaperValues;
use super::template::{Origin, Template};
use super::{cost, escape};
use crate::diag::{Diagnostic, Diagnostics, Reported};

/// A template with the results so far.
pub(crate) struct Prepared {
    template: Template,
    check: Mutex<Option<Arc<CheckOutcome>>>,
    compiled: OnceLock<TeraResult<Tera>>,
    has_table: OnceLock<bool>,
    has_tables_of_figures: OnceLock<bool>,
}

/// The result of checking it for a workbook with these parts of Nội dung.
struct CheckOutcome {
    parts: BTreeSet<String>,
    messages: Vec<Diagnostic>,
    checked: Option<Arc<CheckedTemplate>>,
}

impl Prepared {
    /// A template that is not checked yet.
    pub(super) fn of(template: Template) -> Self {
        Self {
            template,
            check: Mutex::new(None),
            compiled: OnceLock::new(),
            has_table: OnceLock::new(),
            has_tables_of_figures: OnceLock::new(),
        }
    }

    /// The template itself.
    pub(crate) fn template(&self) -> &Template {
        &self.template
    }

    /// Whether it has a table of tasks.
    pub(super) fn has_table(&self) -> bool {
        *self.has_table.get_or_init(|| self.template.has_tables())
    }

    /// Whether it prints figures, in a workbook with these parts of Nội dung.
    pub(super) fn prints_figures(&self, parts: &BTreeSet<String>) -> bool {
        *self.has_tables_of_figures.get_or_init(|| self.template.has_tables_of_figures())
            || self.check(parts).checked.as_ref().is_some_and(|checked| checked.uses_figures)
    }

    /// Whether a text uses a field of this group. Not known, and so no, of a template with mistakes.
    pub(super) fn uses_group(&self, group: &str) -> bool {
        let check = self.check(&BTreeSet::new());
        check.checked.as_ref().is_some_and(|checked| checked.used.contains(group))
    }

    /// The result of the check, for a workbook with these parts of Nội dung.
    ///
    /// # Errors
    /// `MAU-007` to `MAU-027`, all that are found; reported again by every call.
    pub(crate) fn checked(
        &self,
        parts: &BTreeSet<String>,
        out: &mut Diagnostics,
    ) -> Result<Arc<CheckedTemplate>, Reported> {
        let check = self.check(parts);
        for message in &check.messages {
            out.report(message.clone());
        }
        match &check.checked {
            Some(checked) => Ok(Arc::clone(checked)),
            None => Err(out.checkpoint().expect_err("a mistake was reported just now")),
        }
    }

    fn check(&self, parts: &BTreeSet<String>) -> Arc<CheckOutcome> {
        let mut known = self.check.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(check) = known.as_ref().filter(|check| check.parts == *parts) {
            return Arc::clone(check);
        }
        let mut out = Diagnostics::new();
        let checked = checking::check(&self.template, Purpose::Document(parts), &mut out).ok().map(Arc::new);
        let check = Arc::new(CheckOutcome { parts: parts.clone(), messages: unconcerned(out), checked });
        Arc::clone(known.insert(check))
    }

    /// Renders one of its texts; the data in the result are escaped.
    ///
    /// # Errors
    /// `MAU-021` where it would print or compute too much, `MAU-018` where the workbook leaves a field empty that the
    /// text needs, else `MAU-001`; with the template's line.
    pub(crate) fn render(
        &self,
        checked: &CheckedTemplate,
        what: Rendered,
        values: &PaperValues,
        out: &mut Diagnostics,
    ) -> Result<String, Reported> {
        if let Some(text) = what.plain() {
            return Ok(text.to_owned());
        }
        let compiled = self.compiled.get_or_init(|| engine::compile(&self.template)).as_ref();
        if self.template.origin == Origin::BuiltIn {
            // Loops of our own templates print in every turn: limiting what is printed limits the work.
            let most = cost::most_printed(what);
            if let Some(text) = engine::render_at_most(most, compiled, what, values.context()) {
                return Ok(text);
            }
        }
        cost::bound(&self.template, what, checked, values.context(), out)?;
        engine::render(compiled, &self.template, what, values.context(), out)
    }

    /// Renders one of its texts and unescapes the data.
    ///
    /// # Errors
    /// As of [`Prepared::render`].
    pub(crate) fn render_plain(
        &self,
        checked: &CheckedTemplate,
        what: Rendered,
        values: &PaperValues,
        out: &mut Diagnostics,
    ) -> Result<String, Reported> {
        self.render(checked, what, values, out).map(escape::unescape)
    }
}

/// The messages without a concern: the caller that reports them sets it.
pub(super) fn unconcerned(out: Diagnostics) -> Vec<Diagnostic> {
    out.into_messages().into_iter().map(|message| Diagnostic { concern: None, ..message }).collect()
}
