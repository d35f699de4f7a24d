//! The answer of `config`.
//!
//! Owns its fields. Must not know a setting's meaning. Its output goes to the front ends.

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use super::place::place;
use crate::settings::{InForce, Setting, SettingSource};

/// Every setting with its value and source; `file` is the settings file, if there is one.
#[must_use]
pub fn settings_in_force(file: Option<&str>, found: Option<&InForce>) -> JsonAnswer {
    let list = found.map(|found| found.list.as_slice()).unwrap_or_default();
    JsonAnswer::of(json!({ "file": file, "settings": list.iter().map(setting).collect::<Vec<Value>>() }))
}

fn setting(setting: &Setting) -> Value {
    let (source, at) = match &setting.source {
        SettingSource::Default => ("default", Value::Null),
        SettingSource::File(at) => ("file", place(at)),
        SettingSource::Environment(variable) => ("environment", Value::from(variable.as_str())),
    };
    let key = format!("{}.{}", setting.table, setting.key);
    json!({ "key": key, "value": value(&setting.value), "source": source, "at": at })
}

/// A TOML value as JSON.
fn value(written: &str) -> Value {
    let parsed: Option<toml::Table> = toml::from_str(&format!("value = {written}")).ok();
    let value = parsed.and_then(|mut table| table.remove("value")).and_then(|value| serde_json::to_value(value).ok());
    value.unwrap_or_else(|| Value::from(written))
}
