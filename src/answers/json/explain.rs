//! The answer of `explain`.
//!
//! Owns its fields. Must not know which code is asked for. Its output goes to the front ends.

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use crate::answers::explanations::Explained;

/// Codes with all their texts; empty for an unknown code.
#[must_use]
pub fn explained(codes: &[&Explained]) -> JsonAnswer {
    let codes: Vec<Value> = codes.iter().map(|explained| object(explained)).collect();
    JsonAnswer::of(json!({ "codes": codes }))
}

fn object(explained: &Explained) -> Value {
    let Explained { code, text, explanation, hints } = explained;
    json!({
        "code": code,
        "text": text,
        "why": explanation.why,
        "source": explanation.source,
        "wrong": explanation.wrong,
        "right": explanation.right,
        "hints": hints,
    })
}
