//! `build --zip`: the documents of a run in one archive instead of a folder.
//!
//! Owns runs of the program with an archive, and `--open`, which needs no screen here. How an archive is packed is tested
//! in `zip::archive`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;

use serde_json::Value;

use crate::support::edits::{cell, set};
use crate::support::material::fresh_folder;
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

const BATCH: [&str; 6] = ["build", "so-lieu.xlsx", "--template", "ke-hoach", "--for-each", "thon"];

/// The files of an archive, each with its bytes.
fn entries(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(File::open(archive).expect("an archive")).expect("a zip");
    let mut entries = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        entries.insert(entry.name().expect("a name").to_string(), bytes);
    }
    entries
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let entries = entries.filter(|entry| entry.path().is_file());
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file")))
        .collect()
}

fn json(folder: &Path, words: &[&str]) -> (i32, Value) {
    let Run { code, stdout, stderr } = vanthu(folder, &[words, &["--json"]].concat());
    (code, serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("no JSON: {stdout}{stderr}")))
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["messages"].as_array().expect("messages").iter().filter_map(|message| message["code"].as_str()).collect()
}

#[test]
fn an_archive_has_the_names_and_bytes_of_the_folder() {
    for words in [
        &["build", "so-lieu.xlsx"][..],
        &["build", "so-lieu.xlsx", "--all"],
        &["build", "so-lieu.xlsx", "--template", "ke-hoach", "--template", "quyet-dinh"],
        &BATCH,
    ] {
        let folder = work_folder(&Workbook::sample("so-ket"), &[]);
        let in_folder = vanthu(folder.path(), &[words, &["--out", "ra"]].concat());
        let Run { code, stdout, stderr } = vanthu(folder.path(), &[words, &["--zip", "nén/văn bản.zip"]].concat());
        assert_eq!((code, stdout.as_str()), (in_folder.code, "nén/văn bản.zip\n"), "{words:?}: {stderr}");
        let found = entries(&folder.path().join("nén/văn bản.zip"));
        assert!(!found.is_empty() && found == files(&folder.path().join("ra")), "{words:?}: {:?}", found.keys());
        assert_eq!(files(&folder.path().join("nén")).len(), 1, "nothing is left beside it");
        assert!(!folder.path().join("ket-qua").exists());
    }
}

#[test]
fn the_same_input_gives_the_same_archive_which_is_left_alone() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    for jobs in ["1", "4"] {
        vanthu(folder.path(), &[&BATCH[..], &["--jobs", jobs, "--no-sync", "--zip", &format!("{jobs}.zip")]].concat());
    }
    let path = folder.path().join("1.zip");
    let bytes = fs::read(&path).expect("an archive");
    assert!(bytes == fs::read(folder.path().join("4.zip")).expect("an archive"));
    let time = || fs::metadata(&path).and_then(|data| data.modified()).ok();
    let before = time();
    let (code, planned) = json(folder.path(), &[&BATCH[..], &["--zip", "1.zip", "--dry-run"]].concat());
    assert_eq!((code, &planned["archive"]["status"]), (0, &Value::from("unchanged")));
    let (code, answer) = json(folder.path(), &[&BATCH[..], &["--zip", "1.zip"]].concat());
    assert_eq!((code, &answer["archive"]["status"]), (0, &Value::from("unchanged")), "{answer}");
    assert_eq!(time(), before);
    let document = &answer["documents"][0];
    assert_eq!((&document["path"], &document["status"]), (&Value::from("1.zip"), &Value::from("unchanged")));
    assert_eq!(document["entry"], "01 - Kế hoạch - Thôn Gò Giữa.docx");
    let sha256 = vanthu::pipeline::sha256(&entries(&path)["01 - Kế hoạch - Thôn Gò Giữa.docx"]);
    assert_eq!(document["sha256"], sha256);
}

#[test]
fn a_dry_run_and_a_run_without_documents_write_no_archive() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let before = files(folder.path());
    let (code, answer) = json(folder.path(), &[&BATCH[..], &["--zip", "a.zip", "--dry-run"]].concat());
    assert_eq!((code, &answer["archive"]["status"]), (0, &Value::from("created")), "{answer}");
    assert!(files(folder.path()) == before);
    let folder = work_folder(&Workbook::sample("dan-van"), &[]);
    let (code, answer) = json(folder.path(), &[&BATCH[..], &["--zip", "ra/a.zip"]].concat());
    assert_eq!((code, answer.get("archive")), (1, None), "{answer}");
    assert!(!folder.path().join("ra").exists());
}

#[test]
fn ours_is_replaced_and_others_are_kept() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let words = ["build", "so-lieu.xlsx", "--zip", "a.zip"];
    let path = folder.path().join("a.zip");
    vanthu(folder.path(), &words);
    let first = fs::read(&path).expect("an archive");
    let changed = Workbook::sample("so-ket").edited(&[set("Chủ đề", "giữ gìn vệ sinh")]).to_xlsx();
    fs::write(folder.path().join("so-lieu.xlsx"), changed).expect("the workbook");
    let (_, planned) = json(folder.path(), &[&words[..], &["--dry-run"]].concat());
    assert_eq!(planned["archive"]["status"], "replaced");
    let (code, answer) = json(folder.path(), &words);
    assert_eq!((code, &answer["archive"]["status"]), (0, &Value::from("replaced")), "{answer}");
    let second = fs::read(&path).expect("an archive");
    assert_ne!(first, second);
    // Somebody changes a file inside; then there is an archive of somebody else; then one of another workbook.
    let mut edited = second.clone();
    edited[100] ^= 1;
    fs::copy(folder.path().join("so-lieu.xlsx"), folder.path().join("khac.xlsx")).expect("a copy");
    vanthu(folder.path(), &["build", "khac.xlsx", "--zip", "b.zip"]);
    let other = fs::read(folder.path().join("b.zip")).expect("an archive");
    let cases =
        [(edited, "TEP-010", "kept_edited"), (b"PK".to_vec(), "TEP-011", "conflict"), (other, "TEP-018", "conflict")];
    for (bytes, code, status) in cases {
        fs::write(&path, &bytes).expect("the archive");
        let (exit, answer) = json(folder.path(), &words);
        assert_eq!((exit, &answer["archive"]["status"]), (0, &Value::from(status)), "{answer}");
        assert!(codes(&answer).contains(&code), "{answer}");
        assert_eq!(answer["archive"]["path"], "a (bản mới).zip");
        assert!(fs::read(&path).expect("the archive") == bytes);
        assert!(fs::read(folder.path().join("a (bản mới).zip")).expect("the new one") == second);
    }
    let (exit, answer) = json(folder.path(), &[&words[..], &["--force"]].concat());
    assert_eq!((exit, &answer["archive"]["status"]), (0, &Value::from("replaced")), "{answer}");
    assert!(fs::read(&path).expect("the archive") == second);
    assert!(folder.path().join("a.zip.bak").exists());
}

#[test]
fn a_document_held_back_is_missing_and_the_others_are_whole() {
    let mistaken = Workbook::sample("so-ket").edited(&[cell("Nhiệm vụ", "I32", "30/2/2026")]);
    let folder = work_folder(&mistaken, &[]);
    let (code, answer) = json(folder.path(), &[&BATCH[..], &["--zip", "a.zip"]].concat());
    assert_eq!(code, 3, "{answer}");
    let found = entries(&folder.path().join("a.zip"));
    assert_eq!(found.len(), 11 + 2, "{:?}", found.keys());
    assert!(!found.contains_key("04 - Kế hoạch - Thôn Cầu Ván.docx"));
}

#[test]
fn a_killed_run_leaves_the_old_archive_whole_and_the_next_one_clears_up() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let words = [&BATCH[..], &["--zip", "ra/a.zip"]].concat();
    vanthu(folder.path(), &words);
    let old = fs::read(folder.path().join("ra/a.zip")).expect("an archive");
    let changed = Workbook::sample("so-ket").edited(&[set("Chủ đề", "giữ gìn vệ sinh")]).to_xlsx();
    fs::write(folder.path().join("so-lieu.xlsx"), changed).expect("the workbook");
    vanthu(folder.path(), &[&BATCH[..], &["--zip", "sach/a.zip"]].concat());
    let new = fs::read(folder.path().join("sach/a.zip")).expect("an archive");
    for pause in [30, 60, 90, 120, 160, 200, 250] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.args(&words).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(pause));
        child.kill().and_then(|()| child.wait()).expect("a run to kill");
        let found = fs::read(folder.path().join("ra/a.zip")).expect("an archive");
        assert!(found == old || found == new, "after {pause} ms");
    }
    vanthu(folder.path(), &words);
    assert!(files(&folder.path().join("ra")) == BTreeMap::from([("a.zip".to_owned(), new)]));
}

#[test]
fn two_runs_never_mix_in_one_archive() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let held = vanthu::files::lock(&folder.path().join("ra")).expect("the folder is free");
    let words = ["build", "so-lieu.xlsx", "--zip", "ra/a.zip"];
    let (code, answer) = json(folder.path(), &words);
    assert_eq!((code, codes(&answer)), (4, vec!["TEP-021"]), "{answer}");
    drop(held);
    assert_eq!(vanthu(folder.path(), &words).code, 0);
}

#[test]
fn an_archive_goes_with_no_folder_and_no_pdf_and_replaces_no_workbook() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    for other in [&["--out", "ra"][..], &["--pdf"]] {
        let (code, answer) = json(folder.path(), &[&["build", "so-lieu.xlsx", "--zip", "a.zip"], other].concat());
        assert_eq!((code, codes(&answer)), (2, vec!["CD-010"]), "{answer}");
    }
    let Run { stdout, .. } = vanthu(folder.path(), &["build", "so-lieu.xlsx", "--force", "--zip", "so-lieu.xlsx"]);
    assert_eq!(stdout, "so-lieu.xlsx.zip\n");
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_not_be_written_to_is_reported_once() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[("ra", "a file")]);
    let (code, answer) = json(folder.path(), &[&BATCH[..], &["--zip", "ra/a.zip"]].concat());
    assert_eq!((code, codes(&answer)), (5, vec!["TEP-006"]), "{answer}");
}

/// An archive with more files than the plain list of a zip counts.
#[test]
#[ignore = "made for the checks of .ci/run"]
fn material_an_archive_of_very_many_files() {
    let path = fresh_folder("archives").join("many.zip");
    let mut writer = vanthu::zip::ArchiveWriter::new(File::create(path).expect("a new file"));
    for number in 0..66_000 {
        writer.add(&format!("{number:05} - Thôn Đông.docx"), b"x").expect("room on the disk");
    }
    writer.finish("", "so-lieu.xlsx").expect("room on the disk");
}

/// Runs the command line without a process; the folders that it opened.
fn opened(words: &[&str], can_open: bool) -> (u8, Vec<PathBuf>, String) {
    static NEVER: AtomicBool = AtomicBool::new(false);
    let opened = RefCell::new(Vec::new());
    let open_folder = |folder: &Path| {
        opened.borrow_mut().push(folder.to_owned());
        can_open
    };
    let surroundings = vanthu::cli::ProgramSurroundings {
        environment: &|_| None,
        is_terminal: false,
        stop_request: &|| &NEVER,
        open_folder: &open_folder,
    };
    let words: Vec<OsString> = ["vanthu"].iter().chain(words).map(OsString::from).collect();
    let (mut results, mut messages) = (Vec::new(), Vec::new());
    let code = vanthu::cli::run_in(surroundings, &words, &mut results, &mut messages);
    (code, opened.into_inner(), String::from_utf8(messages).expect("a text"))
}

#[test]
fn the_folder_is_opened_after_the_documents_are_written() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (workbook, out, archive) = (path("so-lieu.xlsx"), path("Văn bản & phụ lục"), path("nén/a.zip"));
    let (code, folders, _) = opened(&["build", &workbook, "--out", &out, "--open"], true);
    assert_eq!((code, folders), (0, vec![PathBuf::from(&out)]));
    let (_, folders, _) = opened(&["build", &workbook, "--zip", &archive, "--open"], true);
    assert_eq!(folders, [folder.path().join("nén")]);
    let (code, folders, messages) = opened(&["build", &workbook, "--out", &out, "--open"], false);
    assert!(code == 0 && folders.len() == 1 && messages.contains("TEP-044"), "{messages}");
    for more in [&["--dry-run"][..], &["--template", "no-such"]] {
        let (_, folders, _) = opened(&[&["build", &workbook, "--out", &out, "--open"], more].concat(), true);
        assert!(folders.is_empty(), "{more:?}");
    }
    assert!(opened(&["build", &workbook, "--out", &out], true).1.is_empty());
}
