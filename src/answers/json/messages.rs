//! Messages in JSON.
//!
//! Owns the names of their fields; messages are never grouped. Must not know the meaning of a code. Every answer has
//! them.

use serde_json::{Map, Value, json};

use super::place::place;
use super::text::for_scripts;
use crate::answers::catalogue::Catalogue;
use crate::diag::{Diagnostic, Severity};

/// The messages, in the order found.
pub(super) fn messages(messages: &[Diagnostic], catalogue: &Catalogue) -> Value {
    messages.iter().map(|message| object(message, catalogue)).collect()
}

/// The number of messages of each severity.
pub(super) fn summary(messages: &[Diagnostic]) -> Value {
    let count = |severity| messages.iter().filter(|message| message.severity == severity).count();
    json!({
        "errors": count(Severity::Error), "warnings": count(Severity::Warning), "notes": count(Severity::Note),
    })
}

fn object(message: &Diagnostic, catalogue: &Catalogue) -> Value {
    let severity = match message.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut object = Map::new();
    object.insert("code".to_owned(), message.code.into());
    object.insert("severity".to_owned(), severity.into());
    object.insert("at".to_owned(), place(&message.place));
    object.insert("text".to_owned(), for_scripts(&catalogue.text(message)));
    let hint = catalogue.hint(message);
    object.insert("hint".to_owned(), hint.map_or(Value::Null, |hint| for_scripts(&hint)));
    if !message.papers.is_empty() {
        object.insert("templates".to_owned(), message.papers.iter().map(|name| Value::from(&**name)).collect());
    }
    if !message.also.is_empty() {
        object.insert("also".to_owned(), message.also.iter().map(place).collect());
    }
    Value::Object(object)
}
