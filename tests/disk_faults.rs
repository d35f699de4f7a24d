//! Every call on the disk may fail: what `files` leaves behind is old or new, and the next run completes it.
//!
//! Owns faults of single files, first files, backups and locks. Whole batches are run by `examples/safety`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Instant;

use tempfile::TempDir;
use vanthu::files::{
    Cause, DiskCall, Durability, Failure, FirstFile, Force, Ownership, Request, create_first_files, lock, prepare,
    store,
};

use crate::support::disk_faults::{Failing, KINDS, with_faults};

const NAME: &str = "Kế hoạch.docx";

/// How a folder is laid out before, and what is done in it.
struct Action {
    name: &'static str,
    before: &'static [(&'static str, &'static str)],
    run: fn(&Path) -> Result<(), Failure>,
    /// A failure that means that everything is there already.
    already: Option<Cause>,
}

const ACTIONS: [Action; 8] = [
    Action { name: "create", before: &[], run: |folder| put(folder, Force::Off), already: None },
    Action { name: "replace", before: &[(NAME, "ours 1")], run: |folder| put(folder, Force::Off), already: None },
    Action { name: "keep", before: &[(NAME, "edited")], run: |folder| put(folder, Force::Off), already: None },
    Action { name: "force", before: &[(NAME, "edited")], run: |folder| put(folder, Force::On), already: None },
    Action {
        name: "force again",
        before: &[(NAME, "edited"), ("Kế hoạch.docx.bak", "other")],
        run: |folder| put(folder, Force::On),
        already: None,
    },
    Action { name: "first files", before: &[], run: first_files, already: Some(Cause::Taken) },
    Action {
        name: "lock",
        before: &[(".vanthu-old.tmp", "half")],
        run: |folder| lock(folder).map(drop),
        already: None,
    },
    Action { name: "prepare", before: &[(".vanthu-old.tmp", "half")], run: prepare, already: None },
];

fn put(folder: &Path, force: Force) -> Result<(), Failure> {
    let judge = |bytes: &[u8]| if bytes.starts_with(b"ours") { Ownership::OursIntact } else { Ownership::OursEdited };
    let request =
        Request { folder, name: NAME, bytes: b"ours 2", judge: &judge, force, durability: Durability::Synced };
    store(&request).map(drop)
}

fn first_files(folder: &Path) -> Result<(), Failure> {
    let [first, other] = ["so-lieu.xlsx", "vanthu.toml"].map(|name| FirstFile { name, bytes: b"ours" });
    create_first_files(folder, &first, &[other]).map(drop)
}

fn laid_out(action: &Action) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in action.before {
        fs::create_dir_all(folder.path().join("ra")).expect("a folder");
        fs::write(folder.path().join("ra").join(name), text).expect("a file");
    }
    folder
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder.join("ra")).into_iter().flatten().flatten();
    let read = |path: &Path| fs::read_to_string(path).expect("a file of text");
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), read(&entry.path()))).collect()
}

#[test]
fn whichever_call_fails_files_are_whole_and_the_next_run_completes_them() {
    let mut failed = 0;
    for action in &ACTIONS {
        let folder = laid_out(action);
        let (done, calls) = with_faults(folder.path(), Failing::None, || (action.run)(&folder.path().join("ra")));
        assert_eq!(done, Ok(()), "{}", action.name);
        let clean = files(folder.path());
        let every = |kind| (0..calls.len()).map(move |number| Failing::One(number, kind));
        for failing in KINDS.into_iter().flat_map(every).chain((0..calls.len()).map(Failing::From)) {
            check(action, failing, &clean);
            failed += 1;
        }
    }
    assert!(failed > 200, "{failed} faults");
}

fn check(action: &Action, failing: Failing, clean: &BTreeMap<String, String>) {
    let what = format!("{}, {failing:?}", action.name);
    let folder = laid_out(action);
    let before = files(folder.path());
    let out = folder.path().join("ra");
    let _ends_as_it_likes = with_faults(folder.path(), failing, || (action.run)(&out));
    let after = files(folder.path());
    for (name, text) in after.iter().filter(|(name, _)| !name.starts_with(".vanthu-")) {
        assert!(before.get(name) == Some(text) || clean.get(name) == Some(text), "{what}: {name} is {text}");
    }
    for text in before.iter().filter(|(name, text)| !name.starts_with(".vanthu-") && !text.starts_with("ours")) {
        assert!(after.values().any(|kept| kept == text.1), "{what}: {} is lost", text.0);
    }
    let again = (action.run)(&out).map_err(|failure| failure.cause);
    assert!(again.is_ok() || again.err() == action.already, "{what}: {again:?}");
    // `new` does not run where its workbook is; the next command in the folder removes what is left.
    assert_eq!(prepare(&out), Ok(()), "{what}");
    lock(&out).map(drop).expect("nothing holds the folder");
    assert_eq!(&files(folder.path()), clean, "{what}: after the next run");
}

#[test]
fn a_file_that_another_program_holds_is_tried_four_times() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(NAME), "ours 1").expect("a file");
    let held = Failing::Named(DiskCall::Rename, NAME, ErrorKind::ResourceBusy);
    let start = Instant::now();
    let (stored, calls) = with_faults(folder.path(), held, || put(folder.path(), Force::Off));
    assert_eq!(stored.map_err(|failure| failure.cause), Err(Cause::Open));
    assert_eq!(calls.iter().filter(|call| **call == DiskCall::Rename).count(), 4);
    assert!(start.elapsed().as_millis() >= 1_400);
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
}
