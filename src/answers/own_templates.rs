//! The clerk's own templates, read from the folder `mau/`.
//!
//! Owns which files are read and how many. Must not know their meaning: `pipeline` checks them. Its output goes to
//! `inputs` and to the front ends.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, Cause, EntryKind, Failure};
use crate::pipeline::{LARGEST_TEMPLATE_FILE, TemplateFile, TemplateFolder};
use crate::vietnamese::text::composed;

/// The folder of the clerk's own templates.
pub const FOLDER: &str = "mau";
/// How many files may be read.
const MOST_FILES: usize = 300;
/// How many bytes may be read in all.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The templates of the folder `mau/` in this folder; none where there is no such folder.
///
/// # Errors
/// How the command ends where a file can't be read; the messages say why.
pub fn beside(folder: &Path, out: &mut Diagnostics) -> Result<Vec<TemplateFolder>, Ending> {
    let mau = folder.join(FOLDER);
    let mut reader = TemplateReader { base: mau.clone(), files: 0, bytes: 0 };
    match files::list(&mau) {
        Ok(_) => {
            // The folder itself may not be a link out of the workbook's folder: one from a stranger could lead
            // anywhere.
            files::stay_inside(folder, &mau).map_err(|failure| report(&failure, out))?;
            reader.kinds(&mau, FOLDER, out)
        }
        Err(Failure { cause: Cause::Missing | Cause::NotAFolder, .. }) => Ok(Vec::new()),
        Err(failure) => Err(report(&failure, out)),
    }
}

/// The templates of a folder named by the clerk: a folder like `mau/`, or the folder of one template.
///
/// # Errors
/// How the command ends where a file can't be read; the messages say why.
pub fn inside(folder: &Path, out: &mut Diagnostics) -> Result<Vec<TemplateFolder>, Ending> {
    let entries = files::list(folder).map_err(|failure| report(&failure, out))?;
    let mut reader = TemplateReader { base: folder.to_owned(), files: 0, bytes: 0 };
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = name_of(&whole);
    if entries.iter().any(|entry| entry.kind == EntryKind::File && is_text(&entry.name)) {
        let above = whole.parent().map(name_of).filter(|above| above == FOLDER);
        let label = above.map_or(name.clone(), |above| format!("{above}/{name}"));
        return reader.kind(folder, name, label, out).map(|folder| vec![folder]);
    }
    reader.kinds(folder, &name, out)
}

/// How much was read so far, and the folder that no link may leave.
struct TemplateReader {
    base: PathBuf,
    files: usize,
    bytes: usize,
}

impl TemplateReader {
    /// Every folder of a template in a folder; every mistake is reported.
    fn kinds(&mut self, folder: &Path, label: &str, out: &mut Diagnostics) -> Result<Vec<TemplateFolder>, Ending> {
        self.stay_inside(folder, out)?;
        let entries = files::list(folder).map_err(|failure| report(&failure, out))?;
        let (mut found, mut ending) = (Vec::new(), None);
        for entry in entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder) {
            let label = format!("{label}/{}", entry.name);
            match self.kind(&folder.join(&entry.name), entry.name, label, out) {
                // Folders without texts are skipped, such as a folder of pictures.
                Ok(kind) if kind.files.is_empty() => {}
                Ok(kind) => found.push(kind),
                Err(failed) => ending = ending.max(Some(failed)),
            }
        }
        ending.map_or(Ok(found), Err)
    }

    /// The texts of one template's folder.
    fn kind(
        &mut self,
        folder: &Path,
        name: String,
        label: String,
        out: &mut Diagnostics,
    ) -> Result<TemplateFolder, Ending> {
        self.stay_inside(folder, out)?;
        let entries = files::list(folder).map_err(|failure| report(&failure, out))?;
        let mut texts = Vec::new();
        for entry in entries.into_iter().filter(|entry| entry.kind == EntryKind::File && is_text(&entry.name)) {
            let bytes = self.file(&folder.join(&entry.name), &format!("{label}/{}", entry.name), out)?;
            texts.push(TemplateFile { name: entry.name, bytes: bytes.into() });
        }
        Ok(TemplateFolder { name, label, files: texts })
    }

    fn file(&mut self, path: &Path, label: &str, out: &mut Diagnostics) -> Result<Vec<u8>, Ending> {
        self.stay_inside(path, out)?;
        let bytes = files::read(path, LARGEST_TEMPLATE_FILE as u64).map_err(|failure| match failure.cause {
            Cause::TooLarge(limit) => {
                let message = Diagnostic::error("MAU-020").with("most", limit / 1024).hint("size");
                out.report(message.at(&Place::file(label)));
                Ending::Mistakes
            }
            _ => report(&failure, out),
        })?;
        self.files += 1;
        self.bytes += bytes.len();
        if self.files > MOST_FILES || self.bytes > MOST_BYTES {
            let message = Diagnostic::error("MAU-020").with("most", MOST_FILES).hint("files");
            out.report(message.at(&Place::file(label)));
            return Err(Ending::Mistakes);
        }
        Ok(bytes)
    }

    fn stay_inside(&self, path: &Path, out: &mut Diagnostics) -> Result<(), Ending> {
        files::stay_inside(&self.base, path).map_err(|failure| report(&failure, out))
    }
}

/// Reports a file that can't be read. A link out of the folder is a mistake of the template, not a disk failure.
fn report(failure: &Failure, out: &mut Diagnostics) -> Ending {
    out.report(failure.message());
    if failure.cause == Cause::Outside { Ending::Mistakes } else { Ending::Disk }
}

fn is_text(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "md")
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| composed(&name.to_string_lossy())).unwrap_or_default()
}
