//! A path with blanks that was typed without quotes: the shell hands it on in pieces.
//!
//! Owns putting the pieces together again, for one message with the path as it should be typed. Must not read files:
//! that a piece is missing was found by `inputs`.

use std::path::Path;

use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{Cause, Failure};

/// Reports the paths whose pieces are missing one after another, up to one with the ending of a workbook. The other
/// failures are returned, and whether any path was reported.
pub(super) fn joined(failures: Vec<Failure>, out: &mut Diagnostics) -> (Vec<Failure>, bool) {
    let (mut others, mut pieces, mut was_unquoted) = (Vec::new(), Vec::new(), false);
    for failure in failures {
        if failure.cause != Cause::Missing {
            others.push(failure);
            continue;
        }
        let is_last = is_workbook(&failure.path);
        pieces.push(failure);
        if is_last && pieces.len() > 1 {
            let words: Vec<String> = pieces.drain(..).map(|piece| piece.path.display().to_string()).collect();
            out.report(Diagnostic::error("TEP-020").with("path", words.join(" ")));
            was_unquoted = true;
        } else if is_last {
            others.append(&mut pieces);
        }
    }
    others.append(&mut pieces);
    (others, was_unquoted)
}

fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xlsm", "xls", "ods", "xlsb", "csv"].contains(&ending.as_str()))
}
