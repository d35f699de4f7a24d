//! The command `build`: workbooks in, documents out.
//!
//! Owns the files it reads, the place of the documents, and the messages about them. Must not know a rule: `pipeline`
//! builds.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::args::{BuildArguments, EmptyChoice, Recipients};
use super::batch_summary::batch_summary;
use super::console::{Console, Lines};
use super::progress::BatchProgress;
use crate::answers::batch_index::{self, StoredIndex};
use crate::answers::inputs::{self, Inputs, SettingsLookup};
use crate::answers::json::StoredDocument;
use crate::answers::{Ending, catalogue, json};
use crate::cycle::batch::{BatchIndex, IndexedDocument};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::files::{self, Durability, Force, Ownership, Request, Status, Stored};
use crate::pipeline::{
    self, Audiences, Built, BuiltDocument, Fingerprint, HeldBack, Order, Selection, SheetReading, Which, WithoutRows,
    Workers,
};

/// The folder for documents, beside the first workbook.
const DEFAULT_FOLDER: &str = "ket-qua";

/// The results of a build, as far as it came.
#[derive(Default)]
struct BuildResult {
    sheets: Vec<SheetReading>,
    documents: Vec<StoredDocument>,
    /// The index of a batch.
    index: Option<StoredIndex>,
}

/// Runs the command.
pub(super) fn run(
    build: &BuildArguments,
    lookup: SettingsLookup,
    stop_request: &dyn Fn() -> &'static AtomicBool,
    console: &mut Console,
) -> Ending {
    static NEVER: AtomicBool = AtomicBool::new(false);
    let stop = if build.batch.for_each.is_some() { stop_request() } else { &NEVER };
    let mut out = Diagnostics::new();
    let mut result = BuildResult::default();
    let ending = attempt(build, lookup, stop, &mut result, console, &mut out).err().unwrap_or(Ending::Done);
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::build(&result.documents, &result.sheets, result.index.as_ref()), &out);
    } else {
        for document in &result.documents {
            let Some(status) = document.status else { continue };
            let Some(path) = document.path.as_ref().map(|path| path.display().to_string()) else { continue };
            if let Some(word) = status_word(build, status) {
                console.print_status(word, &path, status == Status::Replaced);
            }
            console.print_result(&path);
        }
        if let Some(index) = &result.index {
            console.print_sentence("index_is_at", &[("path", &index.workbook.display().to_string())]);
        }
        let is_counted = build.batch.for_each.is_some() && !build.dry_run && !console.is_quiet;
        if is_counted && let Some(line) = batch_summary(&result.documents, catalogue(console.language)) {
            console.print_line(&line);
        }
    }
    ending
}

/// The key of the text beside a document's path; a new document, and one with a warning of its own, has none.
fn status_word(build: &BuildArguments, status: Status) -> Option<&'static str> {
    match (build.dry_run, status) {
        (true, Status::Created) => Some("would_be_created"),
        (true, Status::Unchanged) => Some("would_be_unchanged"),
        (true, Status::Replaced) => Some("would_be_replaced"),
        (true, Status::KeptEdited | Status::Conflict) => Some("would_be_beside"),
        // Of a batch they are counted at the end.
        (false, Status::Unchanged) if build.batch.for_each.is_some() => None,
        (false, Status::Unchanged) => Some("was_unchanged"),
        (false, Status::Replaced) => Some("was_replaced"),
        (false, Status::Created | Status::KeptEdited | Status::Conflict) => None,
    }
}

/// Everything up to storing the documents; messages are in `out`.
fn attempt(
    build: &BuildArguments,
    lookup: SettingsLookup,
    stop: &AtomicBool,
    result: &mut BuildResult,
    console: &mut Console,
    out: &mut Diagnostics,
) -> Result<(), Ending> {
    let given = inputs::read(&build.files, build.as_of.as_deref(), lookup, out)?;
    let lock = || files::lock(&folder(build)).map_err(|failure| inputs::report_failure(&failure, out));
    let _lock = (!build.dry_run).then(lock).transpose()?;
    let order = order(build, &given);
    pipeline::check_readers(&order, out).map_err(|_| Ending::Wrong)?;
    let facts = pipeline::facts(&given.workbooks(), &order, out);
    let (source, is_json) = (given.source(), console.is_json);
    let progress = BatchProgress::new(
        catalogue(console.language),
        console.lines == Lines::Folded,
        build.batch.for_each.is_some() && !console.is_quiet && !is_json,
    );
    let workers = Workers {
        count: workers(build),
        begin: &|count| progress.begin(count),
        finish: &|document| finished(build, document, &source, is_json),
        is_stopped: &|| stop.load(Ordering::SeqCst),
    };
    // Messages about storing come after those about the data.
    let (mut storing_messages, mut worst) = (Vec::new(), None);
    let mut index = BatchIndex { source: source.clone(), documents: Vec::new() };
    let mut hand_on = |paper: Result<FinishedDocument, HeldBack>| {
        progress.advance().into_iter().for_each(|line| console.print_line(&line));
        match paper {
            Ok(FinishedDocument { document, indexed, failed, messages }) => {
                result.documents.push(document);
                index.documents.extend(indexed);
                worst = worst.max(failed);
                storing_messages.extend(messages);
            }
            Err(held_back) => result.documents.push(held_back_document(held_back)),
        }
    };
    let Built { unprinted, held_back, written, .. } = facts.build_by(&workers, &order, out, &mut hand_on);
    let (done, total) = progress.counts();
    drop(progress);
    out.report_all(storing_messages);
    if done < total && stop.load(Ordering::SeqCst) {
        out.report(Diagnostic::warning("CK-004").with("done", done).with("total", total));
        worst = Some(Ending::Stopped);
    }
    if build.batch.for_each.is_some() && !build.dry_run && !index.documents.is_empty() {
        match batch_index::store(&folder(build), index, durability(build), out) {
            Ok(stored) => result.index = Some(stored),
            Err(failed) => worst = worst.max(Some(failed)),
        }
    }
    let is_any_stored = result.documents.iter().any(|document| document.status.is_some());
    // Where no other document is stored, one that is open elsewhere is not a part but the whole.
    worst = worst.map(|worst| if worst == Ending::Part && !is_any_stored { Ending::Disk } else { worst });
    result.sheets = facts.sheets().to_vec();
    console.print_row_counts(&result.sheets, &unprinted);
    if written == 0 && worst.is_none() {
        result.documents.clear();
        return Err(Ending::of_messages(out));
    }
    worst.max((held_back > 0).then_some(Ending::Part)).map_or(Ok(()), Err)
}

/// What is to be built.
fn order<'a>(build: &'a BuildArguments, given: &'a Inputs) -> Order<'a> {
    let which = match build.template.as_slice() {
        _ if build.all => Which::All,
        [] => letter(build).map_or(Which::Workbook, |name| Which::Named(std::slice::from_ref(name))),
        names => Which::Named(names),
    };
    let audiences = match build.batch.for_each {
        None => Audiences::Everyone,
        Some(Recipients::Thon) => Audiences::EachVillage,
        Some(Recipients::DonVi) => Audiences::EachUnit,
    };
    let without_rows = match build.batch.empty {
        None | Some(EmptyChoice::Keep) => WithoutRows::Written,
        Some(EmptyChoice::Skip) => WithoutRows::LeftOut,
        Some(EmptyChoice::Refuse) => WithoutRows::Refused,
    };
    let selection = Selection { only: &build.batch.only, shard: build.batch.shard, without_rows };
    Order { selection, ..given.order(which, audiences) }
}

/// The letter that fits where no template is named: to each village or unit its tasks, or the reminder of what is late.
fn letter(build: &BuildArguments) -> Option<&'static String> {
    static LETTERS: LazyLock<[String; 3]> =
        LazyLock::new(|| ["giao-nhiem-vu-thon", "cong-van-giao-nhiem-vu", "cong-van-don-doc"].map(str::to_owned));
    let [of_village, of_unit, reminder] = &*LETTERS;
    match build.batch.for_each {
        _ if build.batch.qua_han => Some(reminder),
        Some(Recipients::Thon) => Some(of_village),
        Some(Recipients::DonVi) => Some(of_unit),
        None => None,
    }
}

/// How many documents are written at the same time; single ones are not worth a thread.
fn workers(build: &BuildArguments) -> usize {
    match (build.batch.for_each, build.batch.jobs) {
        (None, _) => 1,
        (Some(_), Some(jobs)) => jobs.into(),
        (Some(_), None) => thread::available_parallelism().map_or(1, NonZero::get),
    }
}

/// A document that was stored, or could not be.
struct FinishedDocument {
    document: StoredDocument,
    /// Its line in the index of a batch; `None` where it could not be stored.
    indexed: Option<IndexedDocument>,
    /// How the command ends for it where it could not be stored.
    failed: Option<Ending>,
    messages: Vec<Diagnostic>,
}

/// Stores a document. One that can't be stored, because it is open in Word, does not stop the others.
fn finished(build: &BuildArguments, mut document: BuiltDocument, source: &str, is_json: bool) -> FinishedDocument {
    let mut out = Diagnostics::new();
    let stored = store(build, &document, source, &mut out);
    let failed = stored.as_ref().err().copied();
    document.warnings += out.count(Severity::Warning);
    let is_batch = build.batch.for_each.is_some();
    let sha256 = (is_json || is_batch).then(|| pipeline::sha256(&document.bytes));
    let indexed = stored.as_ref().ok().filter(|_| is_batch).map(|stored| {
        let file = stored.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        IndexedDocument::of(&document, file, sha256.clone().unwrap_or_default())
    });
    let document = stored_document(build, document, stored.ok(), sha256.filter(|_| is_json));
    FinishedDocument { document, indexed, failed, messages: out.into_messages() }
}

fn durability(build: &BuildArguments) -> Durability {
    if build.batch.no_sync { Durability::Unsynced } else { Durability::Synced }
}

/// The result for a document that a mistake of its own held back.
fn held_back_document(held_back: HeldBack) -> StoredDocument {
    let HeldBack { template, unit, warnings } = held_back;
    StoredDocument { path: None, template, unit, status: None, sha256: None, assignments: Vec::new(), warnings }
}

fn store(
    build: &BuildArguments,
    document: &BuiltDocument,
    source: &str,
    out: &mut Diagnostics,
) -> Result<Stored, Ending> {
    let request = Request {
        folder: &folder(build),
        name: &file_name(document),
        bytes: &document.bytes,
        judge: &|bytes| ownership(bytes, source),
        force: if build.force { Force::On } else { Force::Off },
        durability: durability(build),
    };
    let stored = if build.dry_run { files::plan(&request) } else { files::store(&request) };
    let stored = stored.map_err(|failure| match inputs::report_failure(&failure, out) {
        // The clerk closes it and runs again; the other documents are written.
        Ending::Disk if failure.is_open_elsewhere() => Ending::Part,
        ending => ending,
    })?;
    if let Some(message) = stored.message() {
        out.report(message);
    }
    Ok(stored)
}

fn file_name(document: &BuiltDocument) -> String {
    format!("{}.docx", document.name)
}

/// The folder for documents.
fn folder(build: &BuildArguments) -> PathBuf {
    let beside = build.files[0].parent().unwrap_or(Path::new(""));
    build.out.clone().unwrap_or_else(|| beside.join(DEFAULT_FOLDER))
}

/// Whose a file is, by the fingerprint in our documents and by the workbooks that it was made from. Earlier versions
/// did not write down the workbooks.
fn ownership(bytes: &[u8], source: &str) -> Ownership {
    match pipeline::fingerprint(bytes) {
        Fingerprint::Matches => match pipeline::source(bytes) {
            Some(other) if other != source => Ownership::OfAnotherSource(other),
            _ => Ownership::OursIntact,
        },
        Fingerprint::Differs => Ownership::OursEdited,
        Fingerprint::Absent => Ownership::NotOurs,
    }
}

/// The result for a document that was stored, or could not be.
fn stored_document(
    build: &BuildArguments,
    document: BuiltDocument,
    stored: Option<Stored>,
    sha256: Option<String>,
) -> StoredDocument {
    let status = stored.as_ref().map(|stored| stored.status);
    StoredDocument {
        path: Some(stored.map_or_else(|| folder(build).join(file_name(&document)), |stored| stored.path)),
        template: Some(document.template),
        unit: document.unit,
        status,
        sha256,
        assignments: document.assignments,
        warnings: document.warnings,
    }
}
