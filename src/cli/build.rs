//! The command `build`: workbooks in, documents out.
//!
//! Owns the files it reads, the place of the documents, and what is printed about them. Must not know a rule: `pipeline`
//! builds.

mod handed_on;
mod storing;

use std::cell::RefCell;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use handed_on::{HandedOn, PdfSurroundings};
use storing::{finished, folder};

use super::ProgramSurroundings;
use super::args::{BuildArguments, EmptyChoice, Recipients};
use super::batch_summary::batch_summary;
use super::console::{Console, Lines};
use super::progress::{BatchProgress, BatchStep};
use crate::answers::archive::{StoredArchive, archive_path};
use crate::answers::batch_index::StoredIndex;
use crate::answers::inputs::{self, Inputs, SettingsLookup};
use crate::answers::json::StoredDocument;
use crate::answers::{Ending, catalogue, json};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{self, Status};
use crate::pipeline::{self, Audiences, Built, Occasion, Order, Selection, SheetReading, Which, WithoutRows, Workers};

/// The results of a build, as far as it came.
#[derive(Default)]
struct BuildResult {
    sheets: Vec<SheetReading>,
    documents: Vec<StoredDocument>,
    /// The index of a batch.
    index: Option<StoredIndex>,
    /// The archive, where the documents go into one.
    archive: Option<StoredArchive>,
}

/// Runs the command.
pub(super) fn run(
    build: &BuildArguments,
    lookup: SettingsLookup,
    surroundings: ProgramSurroundings,
    console: &mut Console,
) -> Ending {
    static NEVER: AtomicBool = AtomicBool::new(false);
    let can_stop = build.batch.for_each.is_some() || build.delivery.pdf;
    let stop = if can_stop { (surroundings.stop_request)() } else { &NEVER };
    let mut out = Diagnostics::new();
    let mut result = BuildResult::default();
    let ending = attempt(build, lookup, stop, &mut result, console, &mut out).err().unwrap_or(Ending::Done);
    if build.delivery.open && !build.dry_run && matches!(ending, Ending::Done | Ending::Part) {
        let folder = folder(build);
        let whole = std::path::absolute(&folder).unwrap_or(folder);
        if !(surroundings.open_folder)(&whole) {
            out.report(Diagnostic::warning("TEP-044").with("path", whole.display()));
        }
    }
    console.print_messages(&out);
    if console.is_json {
        let (index, archive) = (result.index.as_ref(), result.archive.as_ref());
        console.print_json(json::build(&result.documents, &result.sheets, index, archive), &out);
    } else {
        print_result(build, &result, console);
    }
    ending
}

/// Prints where everything is: an archive has one line, whatever is in it.
fn print_result(build: &BuildArguments, result: &BuildResult, console: &mut Console) {
    let mut print = |path: &std::path::Path, status: Status| {
        let path = path.display().to_string();
        if let Some(word) = status_word(build, status) {
            console.print_status(word, &path, status == Status::Replaced);
        }
        console.print_result(&path);
    };
    if let Some(archive) = &result.archive {
        print(&archive.path, archive.status);
    }
    for document in result.documents.iter().filter(|document| document.entry.is_none()) {
        let Some(status) = document.status else { continue };
        document.path.iter().for_each(|path| print(path, status));
        document.pdf.iter().for_each(|pdf| print(&pdf.path, pdf.status));
    }
    if let Some(index) = &result.index {
        console.print_sentence("index_is_at", &[("path", &index.workbook.display().to_string())]);
    }
    let is_counted = build.batch.for_each.is_some() && !build.dry_run && !console.is_quiet;
    if is_counted && let Some(line) = batch_summary(&result.documents, catalogue(console.language)) {
        console.print_line(&line);
    }
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
    let (source, archive) = (given.source(), build.delivery.zip.as_deref().map(archive_path));
    let is_json = console.is_json;
    let progress = BatchProgress::new(
        catalogue(console.language),
        BatchStep::Written,
        console.lines == Lines::Folded,
        build.batch.for_each.is_some() && !console.is_quiet && !is_json,
    );
    let has_failed = AtomicBool::new(false);
    let is_stopped = || stop.load(Ordering::SeqCst);
    let workers = Workers {
        count: workers(build),
        begin: &|count| progress.begin(count),
        finish: &|document| finished(build, document, &source, is_json),
        is_stopped: &|| is_stopped() || has_failed.load(Ordering::SeqCst),
    };
    let mut handed = HandedOn::new(build, (&archive, &source), &has_failed, result);
    let mut hand_on = |paper| {
        progress.advance().into_iter().for_each(|line| console.print_line(&line));
        handed.take(paper);
    };
    let Built { unprinted, held_back, written, .. } = facts.build_by(&workers, &order, out, &mut hand_on);
    let counts = progress.counts();
    drop(progress);
    let worst = finish(handed, &is_stopped, lookup.environment, counts, console, out);
    result.sheets = facts.sheets().to_vec();
    console.print_row_counts(&result.sheets, &unprinted);
    if written == 0 && worst.is_none() {
        result.documents.clear();
        return Err(Ending::of_messages(out));
    }
    worst.max((held_back > 0).then_some(Ending::Part)).map_or(Ok(()), Err)
}

/// Stores what is about all documents, and shows how far their PDFs are.
fn finish(
    handed: HandedOn,
    is_stopped: &dyn Fn() -> bool,
    environment: &dyn Fn(&str) -> Option<String>,
    counts: (usize, usize),
    console: &mut Console,
    out: &mut Diagnostics,
) -> Option<Ending> {
    let (is_terminal, is_shown) = (console.lines == Lines::Folded, !console.is_quiet && !console.is_json);
    let progress = BatchProgress::new(catalogue(console.language), BatchStep::MadeIntoPdfs, is_terminal, is_shown);
    let console = RefCell::new(console);
    let of_pdfs = |done: usize, total: usize| {
        if progress.counts().1 == 0 {
            progress.begin(total);
        }
        progress.reach(done).into_iter().for_each(|line| console.borrow_mut().print_line(&line));
    };
    handed.finish(PdfSurroundings { is_stopped, environment, progress: &of_pdfs }, counts, out)
}

/// What is to be built.
fn order<'a>(build: &'a BuildArguments, given: &'a Inputs) -> Order<'a> {
    let audiences = match build.batch.for_each {
        None => Audiences::Everyone,
        Some(Recipients::Thon) => Audiences::EachVillage,
        Some(Recipients::DonVi) => Audiences::EachUnit,
    };
    let occasion = if build.batch.qua_han { Occasion::LateTasks } else { Occasion::OfWorkbook };
    let which = match build.template.as_slice() {
        _ if build.all => Which::All,
        [] => Which::fitting(audiences, occasion),
        names => Which::Named(names),
    };
    let without_rows = match build.batch.empty {
        None | Some(EmptyChoice::Keep) => WithoutRows::Written,
        Some(EmptyChoice::Skip) => WithoutRows::LeftOut,
        Some(EmptyChoice::Refuse) => WithoutRows::Refused,
    };
    let selection = Selection { only: &build.batch.only, shard: build.batch.shard, without_rows };
    Order { selection, ..given.order(which, audiences) }
}

/// How many documents are written at the same time; single ones are not worth a thread.
fn workers(build: &BuildArguments) -> usize {
    match (build.batch.for_each, build.batch.jobs) {
        (None, _) => 1,
        (Some(_), Some(jobs)) => jobs.into(),
        (Some(_), None) => thread::available_parallelism().map_or(1, NonZero::get),
    }
}
