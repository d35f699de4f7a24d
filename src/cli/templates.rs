//! The command `templates`: the documents that can be written, their fields, and the check of the clerk's own
//! templates.
//!
//! Owns what is printed about templates, and the files of `export`. Must not know a rule of a template: `pipeline`
//! checks them.

use std::path::{Path, PathBuf};

use super::args::{TemplatesAction, TemplatesArguments};
use super::columns;
use super::console::Console;
use crate::answers::{Catalogue, Ending, catalogue, json, own_templates};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{self, Failure};
use crate::pipeline::{self, Library, Origin, TemplateField, TemplateFolder, TemplateSummary};

/// Runs the command.
pub(super) fn run(templates: &TemplatesArguments, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let done = match (&templates.action, &templates.fields) {
        (Some(TemplatesAction::Export { name, out: folder }), _) => export(name, folder.as_deref(), &mut out),
        (Some(TemplatesAction::Check { folder }), _) => check(folder, &mut out),
        (None, Some(name)) => fields(name, &mut out),
        (None, None) => list(&mut out),
    };
    let (results, ending) = match done {
        Ok(results) if out.checkpoint().is_ok() => (results, Ending::Done),
        Ok(results) => (results, Ending::Mistakes),
        Err(ending) => (TemplatesResult::nothing(templates), ending),
    };
    console.print_messages(&out);
    print(&results, ending, &out, console);
    ending
}

/// The results of a command on stdout.
enum TemplatesResult {
    List(Vec<TemplateSummary>),
    Fields(String),
    Written(Vec<PathBuf>),
    Checked(Vec<String>),
}

impl TemplatesResult {
    /// The empty result of this command.
    fn nothing(templates: &TemplatesArguments) -> Self {
        match &templates.action {
            Some(TemplatesAction::Export { .. }) => Self::Written(Vec::new()),
            Some(TemplatesAction::Check { .. }) => Self::Checked(Vec::new()),
            None => Self::List(Vec::new()),
        }
    }
}

/// The clerk's own templates of the current folder.
fn own(out: &mut Diagnostics) -> Result<Vec<TemplateFolder>, Ending> {
    own_templates::beside(Path::new("."), out)
}

fn list(out: &mut Diagnostics) -> Result<TemplatesResult, Ending> {
    Ok(TemplatesResult::List(Library::of(&own(out)?).list()))
}

fn fields(name: &str, out: &mut Diagnostics) -> Result<TemplatesResult, Ending> {
    let folder = named(name, out)?;
    Ok(TemplatesResult::Fields(folder.name))
}

fn named(name: &str, out: &mut Diagnostics) -> Result<TemplateFolder, Ending> {
    Library::of(&own(out)?).folder(name, out).cloned().map_err(|_| Ending::Mistakes)
}

fn check(folder: &Path, out: &mut Diagnostics) -> Result<TemplatesResult, Ending> {
    let folders = own_templates::inside(folder, out)?;
    if folders.is_empty() {
        out.report(Diagnostic::error("CD-012").with("path", folder.display()));
        return Err(Ending::Wrong);
    }
    for folder in &folders {
        // Its mistakes are in `out`; the next template is checked anyway.
        let _reported = pipeline::check_template(folder, out);
    }
    Ok(TemplatesResult::Checked(folders.into_iter().map(|folder| folder.name).collect()))
}

/// Writes a template's files. Prefers the built-in template of that name over the clerk's own, since the clerk exports
/// it to change it.
fn export(name: &str, folder: Option<&Path>, out: &mut Diagnostics) -> Result<TemplatesResult, Ending> {
    let found = match Library::of(&[]).folder(name, &mut Diagnostics::new()).cloned() {
        Ok(found) => found,
        Err(_) => named(name, out)?,
    };
    let target = folder.unwrap_or(Path::new(own_templates::FOLDER)).join(&found.name);
    files::stay_clear(&target).map_err(|failure| report_failure(&failure, out))?;
    let mut written = Vec::new();
    for file in &found.files {
        let path = target.join(&file.name);
        files::create(&path, &file.bytes).map_err(|failure| report_failure(&failure, out))?;
        written.push(path);
    }
    Ok(TemplatesResult::Written(written))
}

fn report_failure(failure: &Failure, out: &mut Diagnostics) -> Ending {
    out.report(failure.message());
    Ending::Disk
}

fn print(results: &TemplatesResult, ending: Ending, out: &Diagnostics, console: &mut Console) {
    let words = catalogue(console.language);
    if console.is_json {
        let answer = match results {
            TemplatesResult::List(list) => json::template_list(list),
            TemplatesResult::Fields(template) => json::template_fields(template, words),
            TemplatesResult::Written(paths) => json::exported_files(paths),
            TemplatesResult::Checked(names) => json::checked_templates(names),
        };
        return console.print_json(answer, out);
    }
    match results {
        TemplatesResult::List(list) if !list.is_empty() => {
            console.print_result(&columns::draw(&summary_rows(list, words)));
        }
        TemplatesResult::Fields(_) => console.print_result(&columns::draw(&field_rows(words))),
        TemplatesResult::Written(paths) => {
            for path in paths {
                console.print_result(&path.display().to_string());
            }
        }
        TemplatesResult::Checked(names) if ending == Ending::Done && out.messages().is_empty() && !console.is_quiet => {
            console.print_result(&words.word("templates_are_right", &[("names", &names.join(", "))]));
        }
        TemplatesResult::List(_) | TemplatesResult::Checked(_) => {}
    }
}

fn summary_rows(list: &[TemplateSummary], words: &Catalogue) -> Vec<Vec<String>> {
    let row = |summary: &TemplateSummary| {
        let origin = match summary.origin {
            Origin::BuiltIn => "template_built_in",
            Origin::Own => "template_own",
        };
        let needs: Vec<String> = summary.needs.iter().map(ToString::to_string).collect();
        let needs = if needs.is_empty() {
            String::new()
        } else {
            words.word("template_needs", &[("sheets", &needs.join(", "))])
        };
        let title = summary.title.clone().unwrap_or_else(|| words.word("template_untitled", &[]));
        vec![summary.name.clone(), title, words.word(origin, &[]), needs]
    };
    list.iter().map(row).collect()
}

fn field_rows(words: &Catalogue) -> Vec<Vec<String>> {
    let heading = ["field_name", "field_meaning", "field_sample"].map(|word| words.word(word, &[])).to_vec();
    let row = |field: &TemplateField| {
        let meaning = words.field(field.path);
        let meaning = if field.can_be_empty {
            words.word("field_can_be_empty", &[("meaning", meaning)])
        } else {
            meaning.to_owned()
        };
        vec![field.path.to_owned(), meaning, field.sample.to_owned()]
    };
    [heading].into_iter().chain(pipeline::template_fields().iter().map(row)).collect()
}
