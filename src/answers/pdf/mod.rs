//! A PDF beside each document, made by the `LibreOffice` of the office.
//!
//! Owns which documents need one, in which portions they are converted, and the messages where that fails. Must not know
//! what a document says: its .docx stays the truth. Front ends call it after the last document is stored.

mod libre_office;
mod mark;

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use libre_office::CallEnd;
use mark::PdfMark;

use super::ending::Ending;
use super::inputs::report_failure;
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{
    self, Destination, Durability, ExistingContent, Failure, Force, Ownership, PrivateFolder, SeekableRead, StagedFile,
    Stored,
};

/// Documents of one call: starting `LibreOffice` takes longer than converting ten of them.
const PORTION: usize = 40;
/// The seconds of a call, and those more for each document.
const SECONDS: u64 = 60;
const SECONDS_EACH: u64 = 2;
/// The largest document and the largest PDF that are read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Calls in a row without any PDF, after which `LibreOffice` is given up.
const VAIN_CALLS: usize = 2;
/// Names in a message.
const NAMED: usize = 10;

/// The profile of a call: no macro runs, no link is followed.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"#;

/// Which documents get a PDF, and how.
pub struct PdfOrder<'a> {
    /// The documents as stored, each with the digest of its bytes.
    pub documents: &'a [(PathBuf, String)],
    /// The names of the workbooks that they are made from.
    pub source: &'a str,
    /// What happens to an existing PDF that was changed or is not ours.
    pub force: Force,
    /// Whether a PDF is on the disk before it gets its name.
    pub durability: Durability,
    /// Whether nothing is written, and only what would be done is found.
    pub is_planned: bool,
    /// Looks up `PATH`, `VANTHU_LIBREOFFICE` and `VANTHU_PDF_SECONDS`.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
    /// Whether the clerk asked to stop.
    pub is_stopped: &'a dyn Fn() -> bool,
    /// Told how many PDFs are made so far, and how many are to be made; the same more than once while one takes long.
    pub progress: &'a dyn Fn(usize, usize),
}

/// The PDFs of a run.
#[derive(Debug, Default)]
pub struct StoredPdfs {
    /// What was stored for each document; `None` where there is none.
    pub stored: Vec<Option<Stored>>,
    /// How the command ends where one is missing.
    pub failed: Option<Ending>,
}

/// A document whose PDF is missing or shows another version.
struct DueDocument<'a> {
    /// Its place among the documents.
    place: usize,
    path: &'a Path,
    sha256: &'a str,
}

/// Why a document has no PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// `LibreOffice` gave none, or only half of one.
    Refused,
    /// `LibreOffice` was ended after its time.
    TimedOut,
}

/// Makes the PDFs that are missing or show another version of their document. A PDF that was changed since, because it was
/// signed, or that is not ours is kept, and the new one goes beside it.
pub fn make(order: &PdfOrder, out: &mut Diagnostics) -> StoredPdfs {
    let mut pdfs = StoredPdfs { stored: vec![None; order.documents.len()], failed: None };
    let due = due_documents(order, &mut pdfs, out);
    if due.is_empty() {
        return pdfs;
    }
    let Some(program) = libre_office::find(order.environment) else {
        out.report(Diagnostic::error("TEP-040"));
        pdfs.forget(&due);
        pdfs.fail(Ending::Part);
        return pdfs;
    };
    if !order.is_planned {
        pdfs.forget(&due);
        make_due(order, &program, due, &mut pdfs, out);
    }
    pdfs
}

impl StoredPdfs {
    /// These documents have no PDF yet.
    fn forget(&mut self, due: &[DueDocument]) {
        for document in due {
            self.stored[document.place] = None;
        }
    }

    fn fail(&mut self, ending: Ending) {
        self.failed = self.failed.max(Some(ending));
    }
}

/// Finds the documents that need a PDF; what is there already or would be made is noted.
fn due_documents<'a>(order: &PdfOrder<'a>, pdfs: &mut StoredPdfs, out: &mut Diagnostics) -> Vec<DueDocument<'a>> {
    let mut due = Vec::new();
    for (place, (path, sha256)) in order.documents.iter().enumerate() {
        let judge = judge(sha256, order.source);
        match files::plan_staged(&destination(order, path, &file_name(path), &judge)) {
            Ok(stored) => {
                let is_made = stored.status == files::Status::Unchanged || is_there(&stored, sha256, order.source);
                if !is_made {
                    due.push(DueDocument { place, path, sha256 });
                }
                if is_made || order.is_planned {
                    stored.message().into_iter().for_each(|message| out.report(message));
                }
                pdfs.stored[place] = Some(stored);
            }
            Err(failure) => pdfs.fail(report_failure(&failure, out)),
        }
    }
    due
}

/// Whether the PDF beside a kept one is the new one already.
fn is_there(stored: &Stored, sha256: &str, source: &str) -> bool {
    let existing = files::read(&stored.path, LARGEST);
    stored.kept.is_some() && existing.is_ok_and(|bytes| judged(&bytes, sha256, source) == ExistingContent::Same)
}

/// Converts in portions until all are done or `LibreOffice` is given up.
fn make_due(order: &PdfOrder, program: &Path, due: Vec<DueDocument>, pdfs: &mut StoredPdfs, out: &mut Diagnostics) {
    let (total, mut made) = (due.len(), 0);
    let (mut waiting, mut lacking, mut vain) = (due, Vec::new(), 0);
    let seconds = (order.environment)("VANTHU_PDF_SECONDS").and_then(|seconds| seconds.parse().ok());
    while !waiting.is_empty() && vain < VAIN_CALLS {
        let portion: Vec<DueDocument> = waiting.drain(..PORTION.min(waiting.len())).collect();
        let limit = seconds.unwrap_or(SECONDS + SECONDS_EACH * portion.len() as u64);
        let progress = |done: usize| (order.progress)(made + done, total);
        let converted = match Converted::of(order, program, &portion, Duration::from_secs(limit), &progress) {
            Ok(converted) => converted,
            Err(CallFailure::Start(error)) => {
                let message = Diagnostic::error("TEP-043").with("program", program.display());
                out.report(message.with("kind", error.kind()));
                return pdfs.fail(Ending::Part);
            }
            Err(CallFailure::Disk(failure)) => return pdfs.fail(report_failure(&failure, out)),
        };
        let found = converted.found(&portion, order.source);
        vain = if found.iter().any(Option::is_some) { 0 } else { vain + 1 };
        made += found.iter().flatten().count();
        (order.progress)(made, total);
        let is_timed_out = converted.end == CallEnd::TimedOut;
        let mut is_first = true;
        for (document, pdf) in portion.into_iter().zip(found) {
            match pdf {
                Some(pdf) => store(order, &document, &pdf, pdfs, out),
                None if converted.end == CallEnd::Stopped => pdfs.fail(Ending::Stopped),
                // It was working on the first that is missing; the others are tried again.
                None if is_timed_out && !std::mem::take(&mut is_first) => waiting.push(document),
                None => lacking.push((document.place, if is_timed_out { Lack::TimedOut } else { Lack::Refused })),
            }
        }
        if converted.end == CallEnd::Stopped {
            let done = pdfs.stored.iter().flatten().count();
            let message = Diagnostic::warning("CK-004").with("done", done).with("total", pdfs.stored.len());
            return out.report(message.hint("pdf"));
        }
    }
    let given_up = lacking.last().map_or(Lack::Refused, |(_, lack)| *lack);
    lacking.extend(waiting.iter().map(|document| (document.place, given_up)));
    report_lacking(order, &lacking, pdfs, out);
}

/// The files of a call, until their folder is dropped.
struct Converted {
    folder: PrivateFolder,
    end: CallEnd,
}

/// Why a call could not be made.
enum CallFailure {
    Start(std::io::Error),
    Disk(Failure),
}

impl Converted {
    /// Converts copies under plain names: no name of a document reaches the command line.
    fn of(
        order: &PdfOrder,
        program: &Path,
        portion: &[DueDocument],
        limit: Duration,
        progress: &dyn Fn(usize),
    ) -> Result<Self, CallFailure> {
        let folder = PrivateFolder::create().map_err(CallFailure::Disk)?;
        folder.write("profile/user/registrymodifications.xcu", PROFILE.as_bytes()).map_err(CallFailure::Disk)?;
        let mut copies = Vec::new();
        for (number, document) in portion.iter().enumerate() {
            let bytes = files::read(document.path, LARGEST).map_err(CallFailure::Disk)?;
            copies.push(folder.write(&format!("{number}.docx"), &bytes).map_err(CallFailure::Disk)?);
        }
        let profile = folder.path().join("profile");
        // It converts one after another: the documents before the newest PDF are done.
        let pdfs: Vec<PathBuf> = copies.iter().map(|copy| copy.with_extension("pdf")).collect();
        let is_stopped = || {
            progress(pdfs.iter().filter(|pdf| !files::is_missing(pdf)).count().saturating_sub(1));
            (order.is_stopped)()
        };
        let end = libre_office::convert(program, (&profile, folder.path()), &copies, limit, &is_stopped);
        end.map(|end| Self { folder, end }).map_err(CallFailure::Start)
    }

    /// The whole PDFs, each with our mark.
    fn found(&self, portion: &[DueDocument], source: &str) -> Vec<Option<Vec<u8>>> {
        let pdf = |number: usize| self.folder.read(&format!("{number}.pdf"), LARGEST).ok();
        let marked = |(number, document): (usize, &DueDocument)| {
            pdf(number).and_then(|pdf| mark::marked(&pdf, document.sha256, source))
        };
        portion.iter().enumerate().map(marked).collect()
    }
}

fn store(order: &PdfOrder, document: &DueDocument, pdf: &[u8], pdfs: &mut StoredPdfs, out: &mut Diagnostics) {
    let path = document.path;
    let judge = judge(document.sha256, order.source);
    let name = file_name(path);
    let stored = StagedFile::create(files::folder_of(path)).and_then(|mut staged| {
        staged.write_all(pdf).map_err(|error| Failure::of(&path.with_file_name(&name), &error))?;
        files::store_staged(&destination(order, path, &name, &judge), staged)
    });
    match stored {
        Ok(stored) => {
            stored.message().into_iter().for_each(|message| out.report(message));
            pdfs.stored[document.place] = Some(stored);
        }
        Err(failure) => pdfs.fail(report_failure(&failure, out)),
    }
}

/// The name of a document's PDF.
fn file_name(document: &Path) -> String {
    document.with_extension("pdf").file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn destination<'a>(
    order: &PdfOrder,
    document: &'a Path,
    name: &'a str,
    judge: &'a dyn Fn(&mut dyn SeekableRead) -> ExistingContent,
) -> Destination<'a> {
    let folder = document.parent().unwrap_or(Path::new(""));
    Destination { folder, name, judge, force: order.force, durability: order.durability }
}

fn judge(sha256: &str, source: &str) -> impl Fn(&mut dyn SeekableRead) -> ExistingContent {
    let (sha256, source) = (sha256.to_owned(), source.to_owned());
    move |existing| {
        let mut bytes = Vec::new();
        match existing.take(LARGEST).read_to_end(&mut bytes) {
            Ok(_) => judged(&bytes, &sha256, &source),
            Err(_) => ExistingContent::Other(Ownership::NotOurs),
        }
    }
}

fn judged(pdf: &[u8], sha256: &str, source: &str) -> ExistingContent {
    ExistingContent::Other(match mark::read_mark(pdf) {
        PdfMark::Intact { source: other, .. } if other != mark::in_a_line(source) => Ownership::OfAnotherSource(other),
        PdfMark::Intact { docx, .. } if docx == sha256 => return ExistingContent::Same,
        PdfMark::Intact { .. } => Ownership::OursIntact,
        PdfMark::Edited => Ownership::OursEdited,
        PdfMark::Foreign => Ownership::NotOurs,
    })
}

/// One message for each way in which documents have no PDF.
fn report_lacking(order: &PdfOrder, lacking: &[(usize, Lack)], pdfs: &mut StoredPdfs, out: &mut Diagnostics) {
    for (lack, code) in [(Lack::TimedOut, "TEP-041"), (Lack::Refused, "TEP-042")] {
        let mut places: Vec<usize> = lacking.iter().filter(|(_, of)| *of == lack).map(|(place, _)| *place).collect();
        if places.is_empty() {
            continue;
        }
        places.sort_unstable();
        let name = |place: &usize| order.documents[*place].0.file_name().unwrap_or_default().to_string_lossy();
        let mut names: Vec<_> = places.iter().take(NAMED).map(name).collect();
        if places.len() > NAMED {
            names.push("…".into());
        }
        out.report(Diagnostic::error(code).with("count", places.len()).with("names", names.join("; ")));
        pdfs.fail(Ending::Part);
    }
}
