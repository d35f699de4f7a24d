//! The answer of `new`.
//!
//! Owns its fields. Must not know the content of the files. Its output goes to the front ends.

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use crate::files::StartingFile;

/// The first files of a folder, and the command to type next.
#[must_use]
pub fn new_files(files: &[StartingFile], next: Option<&str>) -> JsonAnswer {
    let status = |file: &StartingFile| if file.is_kept { "kept" } else { "created" };
    let file = |file: &StartingFile| json!({ "path": file.path.display().to_string(), "status": status(file) });
    let files: Vec<Value> = files.iter().map(file).collect();
    JsonAnswer::of(json!({ "files": files, "next": next }))
}
