//! One answer: the fields of a command, and the fields of every answer.
//!
//! Owns the version of the format and the joining of fields. Must not know a command. Its text goes to the front ends.

use serde_json::{Value, json};

use super::messages;
use crate::answers::catalogue::Catalogue;
use crate::diag::Diagnostic;

/// The version of the format; the meaning of fields never changes within a version.
const VERSION: u32 = 1;

/// The answer of a command, without its messages. By default it has no field of a command.
#[derive(Clone, Debug)]
pub struct JsonAnswer {
    fields: Value,
}

impl Default for JsonAnswer {
    fn default() -> Self {
        Self { fields: json!({}) }
    }
}

impl JsonAnswer {
    /// An answer with these fields; `fields` must be an object.
    pub(super) fn of(fields: Value) -> Self {
        Self { fields }
    }

    /// The whole object as one line of text.
    #[must_use]
    pub fn text(mut self, messages: &[Diagnostic], catalogue: &Catalogue) -> String {
        self.fields["version"] = json!(VERSION);
        self.fields["messages"] = messages::messages(messages, catalogue);
        self.fields["summary"] = messages::summary(messages);
        self.fields.to_string()
    }
}
