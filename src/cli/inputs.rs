//! What commands are given: settings, workbooks, a day.
//!
//! Owns finding and reading them through `files`, and what is said where that fails. Knows no command and no rule.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Exit;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::files::{self, Cause, Failure};
use crate::pipeline::Workbook;
use crate::settings::{self, InForce};
use crate::vietnamese::date;

/// The largest workbook read, in bytes.
const LARGEST_WORKBOOK: u64 = 20 * 1024 * 1024;
/// The largest settings file read, in bytes: a page of text.
const LARGEST_SETTINGS: u64 = 1024 * 1024;

/// How a command finds what it is given.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    /// The file of `--config`.
    pub(super) config: Option<&'a Path>,
    /// Variables of the environment.
    pub(super) environment: &'a dyn Fn(&str) -> Option<String>,
}

/// Workbooks with their names.
pub(super) struct Contents(Vec<(String, Vec<u8>)>);

impl Contents {
    /// The workbooks, in the order given.
    pub(super) fn workbooks(&self) -> Vec<Workbook<'_>> {
        self.0.iter().map(|(name, bytes)| Workbook { name: name.as_str(), bytes: bytes.as_slice() }).collect()
    }
}

/// The settings in force beside a file: the file of `--config`, else the one found beside it or in a folder above; the
/// environment comes before either.
pub(super) fn settings(beside: &Path, around: Surroundings, out: &mut Diagnostics) -> Result<InForce, Exit> {
    let found = settings_file(beside, around);
    let text = found.as_deref().map(|path| settings_text(path, out)).transpose()?;
    let named = found.as_deref().map(super::file_name);
    let settings = settings::in_force(named.as_deref().zip(text.as_deref()), around.environment, out);
    if out.checkpoint().is_err() { Err(Exit::Wrong) } else { Ok(settings) }
}

/// Where the settings of a file stand; `None` where there are none.
pub(super) fn settings_file(beside: &Path, around: Surroundings) -> Option<PathBuf> {
    let named = || (around.environment)("VANTHU_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from);
    let asked_for = around.config.map(Path::to_owned).or_else(named);
    asked_for.or_else(|| files::find_upward(files::folder_of(beside), settings::FILE_NAME))
}

fn settings_text(path: &Path, out: &mut Diagnostics) -> Result<String, Exit> {
    let bytes = files::read(path, LARGEST_SETTINGS).map_err(|failure| disk(&failure, out))?;
    settings::decode(&super::file_name(path), bytes, out).map_err(|_| Exit::Wrong)
}

/// The day of `--as-of`.
pub(super) fn as_of(text: Option<&str>, out: &mut Diagnostics) -> Option<NaiveDate> {
    let text = text?;
    let day = date::parse(text).ok();
    if day.is_none() {
        out.report(Diagnostic::error("CD-011").with("text", text));
    }
    day
}

/// The bytes of every workbook under its name; every file that can't be read is reported.
pub(super) fn workbooks(paths: &[PathBuf], out: &mut Diagnostics) -> Result<Contents, Exit> {
    let (mut contents, mut exit) = (Vec::new(), None);
    for path in paths {
        match files::read(path, LARGEST_WORKBOOK) {
            Ok(bytes) => contents.push((super::file_name(path), bytes)),
            Err(failure) => {
                let found = disk(&failure, out);
                // A file past the bound is bad data, not a bad disk; where both happen the disk is told first.
                let is_data = matches!(failure.cause, Cause::TooLarge(_));
                exit = if is_data { exit.or(Some(Exit::Mistakes)) } else { Some(found) };
            }
        }
    }
    exit.map_or(Ok(Contents(contents)), Err)
}

/// Reports a failure of the disk.
pub(super) fn disk(failure: &Failure, out: &mut Diagnostics) -> Exit {
    out.report(failure.message());
    Exit::Disk
}

/// The exit code of mistakes found: those in settings that only the data brought to light weigh more than those in the
/// data.
pub(super) fn worst(out: &Diagnostics) -> Exit {
    let is_setting = |message: &Diagnostic| message.severity == Severity::Error && message.code.starts_with("CD-");
    match out.checkpoint() {
        Ok(()) => Exit::Done,
        Err(_) if out.messages().iter().any(is_setting) => Exit::Wrong,
        Err(_) => Exit::Mistakes,
    }
}
