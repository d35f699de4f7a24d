//! `build --for-each`: a file for each village or unit, and the index beside them.
//!
//! Owns runs of the program with a batch. What a paper for a village says is tested in `audiences` and `batches`.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use vanthu::files::DiskCall;

use crate::support::disk_faults::{Failing, with_faults};
use crate::support::edits::{cell, set};
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

const VILLAGES: [&str; 12] = [
    "Thôn Gò Giữa",
    "Thôn Bàu Sen",
    "Thôn Rừng Cấm",
    "Thôn Cầu Ván",
    "Thôn Xóm Lò",
    "Thôn Đồng Tâm",
    "Thôn Suối Cạn",
    "Thôn Trại Chè",
    "Thôn Núi Đụn",
    "Thôn Bờ Lau",
    "Thôn Vườn Trám",
    "Tổ dân phố Chợ Gò",
];

const BATCH: [&str; 6] = ["build", "so-lieu.xlsx", "--template", "ke-hoach", "--for-each", "thon"];

/// Runs the batch with more words; its answer as JSON.
fn batch(folder: &Path, more: &[&str]) -> (i32, Value) {
    let Run { code, stdout, .. } = vanthu(folder, &[&BATCH[..], &["--json"], more].concat());
    (code, serde_json::from_str(&stdout).expect("one object"))
}

/// Every file of a folder with its bytes; none where there is no such folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file can be read"))
        })
        .collect()
}

fn documents(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<&str> {
    files.keys().map(String::as_str).filter(|name| is_document(name)).collect()
}

fn is_document(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "docx")
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["messages"].as_array().expect("messages").iter().filter_map(|message| message["code"].as_str()).collect()
}

#[test]
fn every_village_has_a_file_with_its_number_and_a_line_in_the_index() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let (code, answer) = batch(folder.path(), &[]);
    assert_eq!(code, 0, "{answer}");
    let found = files(&folder.path().join("ket-qua"));
    let expected: BTreeSet<String> =
        (1..).zip(VILLAGES).map(|(number, village)| format!("{number:02} - Kế hoạch - {village}.docx")).collect();
    assert_eq!(documents(&found), expected.iter().map(String::as_str).collect());
    assert_eq!(found.len(), expected.len() + 2, "two files of the index, and nothing else: {:?}", found.keys());
    let manifest: Value = serde_json::from_slice(&found["muc-luc.json"]).expect("the index is JSON");
    assert_eq!(manifest["source"], "so-lieu.xlsx");
    for (document, listed) in manifest["documents"].as_array().expect("documents").iter().zip(&expected) {
        let name = document["file"].as_str().expect("a name");
        assert_eq!(name, listed);
        assert_eq!(document["sha256"].as_str(), Some(vanthu::pipeline::sha256(&found[name]).as_str()));
        assert!(name.contains(document["unit"].as_str().expect("a village")));
        assert!(document["rows"].as_array().is_some_and(|rows| rows.iter().all(|row| row["sheet"] == "Nhiệm vụ")));
        assert_eq!(document["symbol"], "KH-UBND");
        assert!(!document["recipients"].as_array().expect("recipients").is_empty());
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &[]);
    let times = || {
        let entries = fs::read_dir(folder.path().join("ket-qua")).expect("the folder").flatten();
        let time = |entry: fs::DirEntry| (entry.file_name(), entry.metadata().and_then(|data| data.modified()).ok());
        entries.map(time).collect::<BTreeMap<_, _>>()
    };
    let (before, bytes) = (times(), files(&folder.path().join("ket-qua")));
    let (code, answer) = batch(folder.path(), &[]);
    let documents = answer["documents"].as_array().expect("documents");
    assert!(code == 0 && documents.iter().all(|document| document["status"] == "unchanged"), "{answer}");
    assert_eq!((times(), files(&folder.path().join("ket-qua"))), (before, bytes));
}

#[test]
fn the_parts_of_a_batch_are_the_whole_and_no_document_is_in_two() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &[]);
    let whole = files(&folder.path().join("ket-qua"));
    let mut joined = BTreeMap::new();
    for part in 1..=3 {
        let shard = format!("{part}/3");
        let (code, _) = batch(folder.path(), &["--shard", &shard, "--out", &format!("phan-{part}")]);
        assert_eq!(code, 0);
        for (name, bytes) in files(&folder.path().join(format!("phan-{part}"))) {
            if is_document(&name) {
                assert!(joined.insert(name.clone(), bytes).is_none(), "{name} is in two parts");
            }
        }
        // Parts written one after the other into one folder are the whole too, and so is their index.
        batch(folder.path(), &["--shard", &shard, "--out", "mot-cho"]);
    }
    let documents: BTreeMap<_, _> = whole.clone().into_iter().filter(|(name, _)| is_document(name)).collect();
    assert!(joined == documents);
    let together = files(&folder.path().join("mot-cho"));
    assert_eq!(together["muc-luc.xlsx"], whole["muc-luc.xlsx"]);
}

#[test]
fn only_the_villages_asked_for_are_written_by_code_or_name() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let (_, whole) = batch(folder.path(), &["--dry-run"]);
    assert_eq!(whole["documents"].as_array().map(Vec::len), Some(12));
    assert!(!folder.path().join("ket-qua").exists(), "a dry run writes nothing");
    let (code, answer) = batch(folder.path(), &["--only", "thôn bàu sen", "--only", "Thôn Đồng Tâm"]);
    assert_eq!(code, 0, "{answer}");
    let found = files(&folder.path().join("ket-qua"));
    let expected = ["02 - Kế hoạch - Thôn Bàu Sen.docx", "06 - Kế hoạch - Thôn Đồng Tâm.docx"];
    assert_eq!(documents(&found), expected.into());
    let (code, answer) = batch(folder.path(), &["--only", "Thôn Bầu Xen"]);
    assert_eq!((code, codes(&answer)[0]), (2, "CD-020"), "{answer}");
    assert!(files(&folder.path().join("ket-qua")) == found);
}

#[test]
fn any_number_of_workers_writes_the_same_bytes() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    for jobs in ["1", "2", "7"] {
        batch(folder.path(), &["--jobs", jobs, "--no-sync", "--out", jobs]);
    }
    let [one, two, seven] = ["1", "2", "7"].map(|jobs| files(&folder.path().join(jobs)));
    assert!(one.len() == 14 && one == two && two == seven);
}

#[test]
fn a_workbook_without_villages_is_told_so() {
    let folder = work_folder(&Workbook::sample("dan-van"), &[]);
    let (code, answer) = batch(folder.path(), &[]);
    assert_eq!((code, codes(&answer)), (1, vec!["CK-001"]), "{answer}");
    assert!(!folder.path().join("ket-qua").exists());
}

#[test]
fn an_index_edited_by_hand_is_kept() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &[]);
    let index = folder.path().join("ket-qua/muc-luc.xlsx");
    fs::write(&index, b"numbers and dates by hand").expect("the index can be written");
    let changed = Workbook::sample("so-ket").edited(&[set("Chủ đề", "giữ gìn vệ sinh")]).to_xlsx();
    fs::write(folder.path().join("so-lieu.xlsx"), changed).expect("the workbook can be written");
    let (code, answer) = batch(folder.path(), &[]);
    assert!(code == 0 && codes(&answer).contains(&"TEP-010"), "{answer}");
    assert_eq!(fs::read(&index).expect("the index"), b"numbers and dates by hand");
    assert!(folder.path().join("ket-qua/muc-luc (bản mới).xlsx").exists());
}

#[test]
fn an_index_that_is_cut_or_lost_loses_nothing() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &[]);
    let whole = files(&folder.path().join("ket-qua"));
    let manifest = folder.path().join("ket-qua/muc-luc.json");
    for length in [0, 1, 20, 300, whole["muc-luc.json"].len() - 1] {
        fs::write(&manifest, &whole["muc-luc.json"][..length]).expect("the index can be cut");
        let (code, _) = batch(folder.path(), &[]);
        assert!(code == 0 && files(&folder.path().join("ket-qua")) == whole, "cut at {length}");
    }
    fs::remove_file(&manifest).expect("the index can be removed");
    batch(folder.path(), &[]);
    assert!(files(&folder.path().join("ket-qua")) == whole);
}

#[test]
fn of_many_simultaneous_batches_one_works() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    // The lock is held by a run that waits: the others find it whenever they start.
    let held = vanthu::files::lock(&folder.path().join("ket-qua")).expect("the folder is free");
    let start = |_| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.args(BATCH).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program starts")
    };
    let codes: Vec<Option<i32>> = (0..6)
        .map(start)
        .collect::<Vec<_>>()
        .into_iter()
        .map(|mut child| child.wait().expect("it ends").code())
        .collect();
    assert_eq!(codes, [Some(4); 6]);
    drop(held);
    assert!(!folder.path().join("ket-qua").exists(), "the folder made for the lock is gone with it");
    let (code, _) = batch(folder.path(), &[]);
    assert_eq!(code, 0);
}

#[test]
fn a_mistake_of_one_village_holds_back_its_document_alone() {
    // A day that no calendar has, in the row of a task that one village leads.
    let mistaken = Workbook::sample("so-ket").edited(&[cell("Nhiệm vụ", "I32", "30/2/2026")]);
    let folder = work_folder(&mistaken, &[]);
    let (code, answer) = batch(folder.path(), &[]);
    assert_eq!(code, 3, "{answer}");
    let failed: Vec<&str> = answer["documents"]
        .as_array()
        .expect("documents")
        .iter()
        .filter(|document| document["status"] == "failed")
        .filter_map(|document| document["unit"].as_str())
        .collect();
    assert_eq!(failed, ["Thôn Cầu Ván"]);
    assert_eq!(documents(&files(&folder.path().join("ket-qua"))).len(), 11);
}

#[test]
fn a_batch_that_was_killed_is_whole_after_the_next_run() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &["--out", "sach"]);
    let whole = files(&folder.path().join("sach"));
    for pause in [30, 60, 90, 120, 150, 200, 250, 300] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.args(BATCH).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(pause));
        child.kill().and_then(|()| child.wait()).expect("a run to kill");
        for (name, bytes) in files(&folder.path().join("ket-qua")) {
            let is_ours = name.starts_with(".vanthu-") || name == "muc-luc.json" || whole.get(&name) == Some(&bytes);
            assert!(is_ours, "{name} is broken");
        }
    }
    let (code, _) = batch(folder.path(), &[]);
    assert!(code == 0 && files(&folder.path().join("ket-qua")) == whole);
}

#[test]
fn the_indexes_of_the_parts_are_joined() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    for part in ["1", "2"] {
        batch(folder.path(), &["--shard", &format!("{part}/2"), "--out", &format!("phan-{part}")]);
    }
    let lost = documents(&files(&folder.path().join("phan-2"))).first().map(|name| (*name).to_owned());
    let lost = lost.expect("the second part has a document");
    fs::remove_file(folder.path().join("phan-2").join(&lost)).expect("a document can be removed");
    let Run { code, stdout, stderr } = vanthu(folder.path(), &["index", "phan-1", "phan-2"]);
    assert_eq!((code, stdout.as_str()), (0, "muc-luc.xlsx\nmuc-luc.json\n"), "{stderr}");
    assert!(stderr.contains("TEP-023") && stderr.contains(&lost), "{stderr}");
    let joined: Value = serde_json::from_slice(&files(folder.path())["muc-luc.json"]).expect("the index is JSON");
    let listed = joined["documents"].as_array().expect("documents");
    assert_eq!(listed.len(), 11);
    assert!(listed.iter().all(|document| folder.path().join(document["file"].as_str().expect("a path")).is_file()));
}

/// Runs the batch in this process while calls on its folder fail.
fn batch_with_faults(folder: &Path, more: &[&str], failing: Failing) -> (u8, Value) {
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (workbook, out) = (path("so-lieu.xlsx"), path("ket-qua"));
    let words = ["vanthu", "build", &workbook, "--template", "ke-hoach", "--for-each", "thon", "--json", "--out", &out];
    let words: Vec<OsString> = words.iter().chain(more).map(OsString::from).collect();
    let (mut results, mut messages) = (Vec::new(), Vec::new());
    let run = || vanthu::cli::run(&words, &|_| None, false, &mut results, &mut messages);
    let (code, _) = with_faults(folder, failing, run);
    (code, serde_json::from_slice(&results).expect("one object"))
}

/// Two villages: enough to see one fail and the other not.
const TWO: [&str; 4] = ["--only", "Thôn Bàu Sen", "--only", "Thôn Rừng Cấm"];

#[test]
fn a_document_that_is_open_in_word_does_not_stop_the_others() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let open = Failing::Named(DiskCall::Rename, "03 - Kế hoạch - Thôn Rừng Cấm.docx", ErrorKind::ResourceBusy);
    let (code, answer) = batch_with_faults(folder.path(), &TWO, open);
    assert_eq!((code, codes(&answer).pop()), (3, Some("TEP-004")), "{}", answer["messages"]);
    assert_eq!(documents(&files(&folder.path().join("ket-qua"))), ["02 - Kế hoạch - Thôn Bàu Sen.docx"].into());
    // It is the only one that is asked for.
    let (code, _) = batch_with_faults(folder.path(), &TWO[2..], open);
    assert_eq!(code, 5);
}

#[test]
fn an_index_that_is_open_in_excel_leaves_only_itself_to_the_next_run() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let (code, answer) = batch(folder.path(), &[]);
    assert_eq!(code, 0, "{answer}");
    let out = folder.path().join("ket-qua");
    let before = files(&out);
    // One document is missing, so the index says nothing new but is written again.
    fs::remove_file(out.join("02 - Kế hoạch - Thôn Bàu Sen.docx")).expect("a document");
    fs::remove_file(out.join("muc-luc.xlsx")).expect("an index");
    let open = Failing::Named(DiskCall::Rename, "muc-luc.xlsx", ErrorKind::ResourceBusy);
    let (code, answer) = batch_with_faults(folder.path(), &[], open);
    let message = answer["messages"].as_array().and_then(|messages| messages.last()).expect("a message");
    assert_eq!((code, &message["code"]), (3, &Value::from("TEP-004")), "{}", answer["messages"]);
    assert!(message["text"].as_str().is_some_and(|text| text.contains("muc-luc.xlsx")), "{message}");
    assert!(message["hint"].as_str().is_some_and(|hint| hint.contains("chỉ mục lục")), "{message}");
    let has_documents = |found: &BTreeMap<String, Vec<u8>>| documents(found) == documents(&before);
    assert!(has_documents(&files(&out)), "every document is written, also the missing one");
    let (code, answer) = batch(folder.path(), &[]);
    let is_unchanged = |document: &Value| document["status"] == "unchanged";
    assert_eq!(code, 0, "{answer}");
    assert!(answer["documents"].as_array().expect("documents").iter().all(is_unchanged), "{answer}");
    assert_eq!(files(&out), before, "the index is there again");
}

#[test]
fn an_index_that_cannot_be_read_is_not_written_over() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    batch(folder.path(), &TWO[..2]);
    let whole = files(&folder.path().join("ket-qua"));
    let unreadable = Failing::Named(DiskCall::Open, "muc-luc.json", ErrorKind::PermissionDenied);
    let (code, answer) = batch_with_faults(folder.path(), &TWO[2..], unreadable);
    assert_eq!((code, codes(&answer).pop()), (5, Some("TEP-002")), "{}", answer["messages"]);
    assert_eq!(files(&folder.path().join("ket-qua"))["muc-luc.json"], whole["muc-luc.json"]);
}

#[test]
fn the_last_line_counts_what_a_batch_did() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let last = || {
        let stderr = vanthu(folder.path(), &[&BATCH[..], &TWO].concat()).stderr;
        stderr.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(last(), "viết mới: 2");
    assert_eq!(last(), "không đổi: 2");
    fs::write(folder.path().join("ket-qua/02 - Kế hoạch - Thôn Bàu Sen.docx"), "khác").expect("a file");
    fs::remove_file(folder.path().join("ket-qua/03 - Kế hoạch - Thôn Rừng Cấm.docx")).expect("a document");
    assert_eq!(last(), "viết mới: 1; để cạnh bản được giữ: 1");
}
