//! The inputs of a command: settings, workbooks, the clerk's own templates, a day.
//!
//! Owns finding and reading them through `files`, and the messages where that fails. Must not know a command or a rule.
//! Its output goes to `pipeline`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::ending::Ending;
use super::own_templates;
use super::unquoted;
use crate::contract::LARGEST_WORKBOOK;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, Cause, Failure};
use crate::pipeline::{self, Audiences, Order, TemplateFolder, Which, Workbook};
use crate::settings::{self, InForce, Settings};
use crate::vietnamese::date;

/// The largest settings file that is read, in bytes.
const LARGEST_SETTINGS: u64 = 1024 * 1024;

/// Where settings are looked for besides the workbook's own folder.
#[derive(Clone, Copy)]
pub struct SettingsLookup<'a> {
    /// The file of `--config`.
    pub config: Option<&'a Path>,
    /// Variables of the environment, by name.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
}

/// All inputs of a command on workbooks.
#[derive(Debug)]
pub struct Inputs {
    /// The workbooks with their names, in the order given.
    workbooks: Vec<(String, Vec<u8>)>,
    own_templates: Vec<TemplateFolder>,
    as_of: Option<NaiveDate>,
    settings: Settings,
}

impl Inputs {
    /// The workbooks, in the order given.
    #[must_use]
    pub fn workbooks(&self) -> Vec<Workbook<'_>> {
        self.workbooks.iter().map(|(name, bytes)| Workbook { name, bytes }).collect()
    }

    /// The names of the workbooks as a document carries them.
    #[must_use]
    pub fn source(&self) -> String {
        pipeline::source_name(self.workbooks.iter().map(|(name, _)| name.as_str()))
    }

    /// The order for these documents.
    #[must_use]
    pub fn order<'a>(&'a self, which: Which<'a>, audiences: Audiences) -> Order<'a> {
        let order = Order::of_workbook(&self.settings);
        Order { which, audiences, own_templates: &self.own_templates, as_of: self.as_of, ..order }
    }
}

/// Reads the workbooks, the settings and own templates beside the first of them, and the day typed.
///
/// # Errors
/// How the command ends where any of it can't be read; the messages say why.
pub fn read(
    paths: &[PathBuf],
    as_of: Option<&str>,
    lookup: SettingsLookup,
    out: &mut Diagnostics,
) -> Result<Inputs, Ending> {
    let as_of = as_of.and_then(|text| day(text, out));
    let settings = settings(&paths[0], lookup, out)?.settings;
    let workbooks = workbooks(paths, out)?;
    let own_templates = own_templates::beside(files::folder_of(&paths[0]), out)?;
    Ok(Inputs { workbooks, own_templates, as_of, settings })
}

/// The settings in force for a file: from the file of `--config`, else from the one beside it or in a folder above. The
/// environment overrides both.
///
/// # Errors
/// How the command ends where they can't be read or have a mistake.
pub fn settings(beside: &Path, lookup: SettingsLookup, out: &mut Diagnostics) -> Result<InForce, Ending> {
    let found = settings_file(beside, lookup);
    let text = found.as_deref().map(|path| settings_text(path, out)).transpose()?;
    let named = found.as_deref().map(file_name);
    let settings = settings::in_force(named.as_deref().zip(text.as_deref()), lookup.environment, out);
    if out.checkpoint().is_err() { Err(Ending::Wrong) } else { Ok(settings) }
}

/// The settings file for a file; `None` where there is none.
#[must_use]
pub fn settings_file(beside: &Path, lookup: SettingsLookup) -> Option<PathBuf> {
    let named = || (lookup.environment)("VANTHU_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from);
    let asked_for = lookup.config.map(Path::to_owned).or_else(named);
    asked_for.or_else(|| files::find_upward(files::folder_of(beside), settings::FILE_NAME))
}

/// Reports a failure of the disk, or a folder that another run holds.
pub fn report_failure(failure: &Failure, out: &mut Diagnostics) -> Ending {
    out.report(failure.message());
    if failure.cause == Cause::Held { Ending::Busy } else { Ending::Disk }
}

fn settings_text(path: &Path, out: &mut Diagnostics) -> Result<String, Ending> {
    let bytes = files::read(path, LARGEST_SETTINGS).map_err(|failure| report_failure(&failure, out))?;
    settings::decode(&file_name(path), bytes, out).map_err(|_| Ending::Wrong)
}

/// The day of `--as-of`.
fn day(text: &str, out: &mut Diagnostics) -> Option<NaiveDate> {
    let day = date::parse(text).ok();
    if day.is_none() {
        out.report(Diagnostic::error("CD-011").with("text", text));
    }
    day
}

/// The bytes of every workbook under its name; every file that can't be read is reported.
fn workbooks(paths: &[PathBuf], out: &mut Diagnostics) -> Result<Vec<(String, Vec<u8>)>, Ending> {
    let (mut contents, mut ending) = (Vec::new(), None);
    let paths = without_lock_files(paths, out);
    let mut failures = Vec::new();
    for path in &paths {
        match files::read(path, LARGEST_WORKBOOK) {
            Ok(bytes) => contents.push((file_name(path), bytes)),
            Err(failure) => failures.push(failure),
        }
    }
    let (failures, was_unquoted) = unquoted::joined(failures, out);
    if was_unquoted {
        ending = Some(Ending::Disk);
    }
    for failure in failures {
        // A file over the limit is bad data, not a disk failure. Where both happen, the command ends as for the disk
        // failure.
        let is_data = matches!(failure.cause, Cause::TooLarge(_));
        let failed = report_failure(&failure, out);
        ending = ending.max(Some(if is_data { Ending::Mistakes } else { failed }));
    }
    ending.map_or(Ok(contents), Err)
}

/// The files without those that Excel keeps beside an open workbook, which a wildcard finds too. Where nothing else is
/// given, they stay: the message about them says what they are.
fn without_lock_files<'a>(paths: &'a [PathBuf], out: &mut Diagnostics) -> Vec<&'a PathBuf> {
    let is_lock = |path: &&PathBuf| file_name(path).starts_with("~$");
    if paths.iter().all(|path| is_lock(&path)) {
        return paths.iter().collect();
    }
    for lock in paths.iter().filter(is_lock) {
        let name = file_name(lock);
        out.report(Diagnostic::note("TEP-019").at(&Place::file(&name)).with("file", name));
    }
    paths.iter().filter(|path| !is_lock(path)).collect()
}

/// The name of a file without its folder, for messages.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
