//! One answer: the fields of a command, and what the answer of every command has.
//!
//! Owns the version of the promise and the joining. Must not know a command. Its text goes to whoever asked.

use serde_json::{Value, json};

use super::messages;
use crate::answers::catalogue::Catalogue;
use crate::diag::Diagnostic;

/// The version of what the fields promise.
const VERSION: u32 = 1;

/// The object that answers a command, its messages not yet in it. By default it has no field of a command.
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
    /// The answer with these fields: an object.
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
