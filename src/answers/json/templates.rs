//! The answers of `templates` and of the commands below it.
//!
//! Owns their fields. Must not know a rule of a template. Their output goes to the front ends.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use crate::answers::catalogue::Catalogue;
use crate::answers::own_templates;
use crate::pipeline::{self, Origin, TemplateField, TemplateSummary};

/// The documents that can be written, and by which templates.
#[must_use]
pub fn template_list(templates: &[TemplateSummary]) -> JsonAnswer {
    let templates: Vec<Value> = templates.iter().map(summary).collect();
    JsonAnswer::of(json!({ "templates": templates }))
}

/// The fields that a template may use.
#[must_use]
pub fn template_fields(template: &str, catalogue: &Catalogue) -> JsonAnswer {
    let fields: Vec<Value> = pipeline::template_fields().iter().map(|each| field(each, catalogue)).collect();
    JsonAnswer::of(json!({ "fields": fields, "template": template }))
}

/// The files of an exported template.
#[must_use]
pub fn exported_files(paths: &[PathBuf]) -> JsonAnswer {
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    JsonAnswer::of(json!({ "files": paths }))
}

/// The names of the templates that were checked.
#[must_use]
pub fn checked_templates(names: &[String]) -> JsonAnswer {
    JsonAnswer::of(json!({ "templates": names }))
}

fn summary(summary: &TemplateSummary) -> Value {
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

fn field(field: &TemplateField, catalogue: &Catalogue) -> Value {
    let sample = Some(field.sample).filter(|sample| !sample.is_empty());
    json!({
        "name": field.path,
        "meaning": catalogue.field(field.path),
        "can_be_empty": field.can_be_empty,
        "sample": sample,
    })
}
