//! The answer of `new`.
//!
//! Owns its fields. Must not know what the files hold. It goes to the fronts.

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use crate::files::Began;

/// The files that a folder begins with, and the command to type next.
#[must_use]
pub fn new_files(began: &[Began], next: Option<&str>) -> JsonAnswer {
    let status = |file: &Began| if file.is_kept { "kept" } else { "created" };
    let file = |file: &Began| json!({ "path": file.path.display().to_string(), "status": status(file) });
    let files: Vec<Value> = began.iter().map(file).collect();
    JsonAnswer::of(json!({ "files": files, "next": next }))
}
