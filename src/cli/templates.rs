//! The command `templates`: what can be written, with which fields, and the clerk's own templates checked.
//!
//! Owns what is printed of templates, and the files of `export`. Knows no rule of a template: `pipeline` checks them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Templates, TemplatesAction};
use super::console::Console;
use super::{Exit, catalogue, columns, own_templates};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{self, Failure};
use crate::pipeline::{self, Origin, TemplateField, TemplateFolder, TemplateSummary};

/// Runs the command.
pub(super) fn run(templates: &Templates, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let done = match (&templates.action, &templates.fields) {
        (Some(TemplatesAction::Export { name, out: folder }), _) => export(name, folder.as_deref(), &mut out),
        (Some(TemplatesAction::Check { folder }), _) => check(folder, &mut out),
        (None, Some(name)) => fields(name, &mut out),
        (None, None) => list(&mut out),
    };
    let (told, exit) = match done {
        Ok(told) if out.checkpoint().is_ok() => (told, Exit::Done),
        Ok(told) => (told, Exit::Mistakes),
        Err(exit) => (Told::nothing(templates), exit),
    };
    console.say(&out);
    print(&told, exit, &out, console);
    exit
}

/// What a command has to say on stdout.
enum Told {
    List(Vec<TemplateSummary>),
    Fields(String),
    Written(Vec<PathBuf>),
    Checked(Vec<String>),
}

impl Told {
    /// The same without results.
    fn nothing(templates: &Templates) -> Self {
        match &templates.action {
            Some(TemplatesAction::Export { .. }) => Self::Written(Vec::new()),
            Some(TemplatesAction::Check { .. }) => Self::Checked(Vec::new()),
            None => Self::List(Vec::new()),
        }
    }
}

/// The clerk's own templates of the current folder.
fn own(out: &mut Diagnostics) -> Result<Vec<TemplateFolder>, Exit> {
    own_templates::beside(Path::new("."), out)
}

fn list(out: &mut Diagnostics) -> Result<Told, Exit> {
    Ok(Told::List(pipeline::templates(&own(out)?)))
}

fn fields(name: &str, out: &mut Diagnostics) -> Result<Told, Exit> {
    let folder = named(name, out)?;
    Ok(Told::Fields(folder.name))
}

fn named(name: &str, out: &mut Diagnostics) -> Result<TemplateFolder, Exit> {
    pipeline::template_named(name, &own(out)?, out).map_err(|_| Exit::Mistakes)
}

fn check(folder: &Path, out: &mut Diagnostics) -> Result<Told, Exit> {
    let folders = own_templates::inside(folder, out)?;
    if folders.is_empty() {
        out.report(Diagnostic::error("CD-012").with("path", folder.display()));
        return Err(Exit::Wrong);
    }
    for folder in &folders {
        // Told in `out`; the next one is checked all the same.
        let _told = pipeline::check_template(folder, out);
    }
    Ok(Told::Checked(folders.into_iter().map(|folder| folder.name).collect()))
}

/// Writes a template's files; the program's own where there is one of that name, since it is asked for to be changed.
fn export(name: &str, folder: Option<&Path>, out: &mut Diagnostics) -> Result<Told, Exit> {
    let found = match pipeline::template_named(name, &[], &mut Diagnostics::new()) {
        Ok(found) => found,
        Err(_) => named(name, out)?,
    };
    let target = folder.unwrap_or(Path::new(own_templates::FOLDER)).join(&found.name);
    files::stay_clear(&target).map_err(|failure| refused(&failure, out))?;
    let mut written = Vec::new();
    for file in &found.files {
        let path = target.join(&file.name);
        files::create(&path, &file.bytes).map_err(|failure| refused(&failure, out))?;
        written.push(path);
    }
    Ok(Told::Written(written))
}

fn refused(failure: &Failure, out: &mut Diagnostics) -> Exit {
    out.report(failure.message());
    Exit::Disk
}

fn print(told: &Told, exit: Exit, out: &Diagnostics, console: &mut Console) {
    let words = catalogue(console.language);
    if console.is_json {
        let (name, value) = match told {
            Told::List(list) => ("templates", list.iter().map(summary_object).collect()),
            Told::Fields(_) => {
                ("fields", pipeline::template_fields().iter().map(|field| object(field, words)).collect())
            }
            Told::Written(paths) => {
                ("files", paths.iter().map(|path| Value::from(path.display().to_string())).collect())
            }
            Told::Checked(names) => ("templates", json!(names)),
        };
        let mut fields = json!({ name: value });
        if let Told::Fields(template) = told {
            fields["template"] = json!(template);
        }
        return console.give(fields, out);
    }
    match told {
        Told::List(list) if !list.is_empty() => console.result(&columns::draw(&summary_rows(list, words))),
        Told::Fields(_) => console.result(&columns::draw(&field_rows(words))),
        Told::Written(paths) => paths.iter().for_each(|path| console.result(&path.display().to_string())),
        Told::Checked(names) if exit == Exit::Done && out.messages().is_empty() && !console.is_quiet => {
            console.result(&words.word("templates_are_right", &[("names", &names.join(", "))]));
        }
        Told::List(_) | Told::Checked(_) => {}
    }
}

fn summary_rows(list: &[TemplateSummary], words: &super::Catalogue) -> Vec<Vec<String>> {
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

fn summary_object(summary: &TemplateSummary) -> Value {
    let source = match summary.origin {
        Origin::BuiltIn => "built-in",
        Origin::Own => own_templates::FOLDER,
    };
    let mut needs: Vec<&str> = Vec::new();
    for id in summary.needs.iter().filter_map(|need| need.sheet().id()) {
        if !needs.contains(&id) {
            needs.push(id);
        }
    }
    json!({ "name": summary.name, "title": summary.title, "source": source, "needs": needs })
}

fn field_rows(words: &super::Catalogue) -> Vec<Vec<String>> {
    let heading = ["field_name", "field_meaning", "field_sample"].map(|word| words.word(word, &[])).to_vec();
    let row = |field: &TemplateField| {
        let meaning = words.field(field.path);
        let meaning =
            if field.can_be_empty { words.word("field_can_be_empty", &[("meaning", &meaning)]) } else { meaning };
        vec![field.path.to_owned(), meaning, field.sample.to_owned()]
    };
    [heading].into_iter().chain(pipeline::template_fields().iter().map(row)).collect()
}

fn object(field: &TemplateField, words: &super::Catalogue) -> Value {
    let sample = Some(field.sample).filter(|sample| !sample.is_empty());
    json!({
        "name": field.path,
        "meaning": words.field(field.path),
        "can_be_empty": field.can_be_empty,
        "sample": sample,
    })
}
