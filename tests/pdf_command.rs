//! `build --pdf`: a PDF beside each document, by a `LibreOffice` that is only played here.
//!
//! Owns runs of the program with a script in place of `LibreOffice`. What the true one makes is checked by `.ci/run`.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::edits::cell;
use crate::support::program::{Run, vanthu_with, work_folder};
use crate::support::workbook::Workbook;

const BATCH: [&str; 7] = ["build", "so-lieu.xlsx", "--template", "ke-hoach", "--for-each", "thon", "--pdf"];

/// What every played `LibreOffice` does first: note its words, find the folder of the results and the documents.
const BEGIN: &str = r#"#!/bin/sh
echo "$@" >> "$CALLS"
cat "${1#-env:UserInstallation=file://}/user/registrymodifications.xcu" > /dev/null || exit 1
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
pdf() { printf '%%PDF-1.7\nxref\ntrailer\n<<>>\nstartxref\n9\n%%%%EOF\n' > "$out/$(basename "$1" .docx).pdf"; }
"#;
const WHOLE: &str = "for each in \"$@\"; do pdf \"$each\"; done";

/// The lines on stderr that say how far the PDFs are.
fn progress_lines(run: &Run) -> Vec<&str> {
    run.stderr.lines().filter(|line| line.contains("tệp PDF") && line.starts_with("đã tạo")).collect()
}

/// A folder with a workbook and a `LibreOffice` in `bin`.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new(script: &str) -> Self {
        let office = Self { folder: work_folder(&Workbook::sample("so-ket"), &[]) };
        office.play(script);
        office
    }

    /// Replaces `LibreOffice`.
    fn play(&self, script: &str) {
        let program = self.path("bin/soffice");
        fs::create_dir_all(self.path("bin")).expect("a folder");
        fs::write(&program, format!("{BEGIN}{script}\n")).expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("rights");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, words: &[&str], more: &[(&str, &str)]) -> Run {
        let path = format!("{}:/usr/bin:/bin", self.path("bin").display());
        let (calls, temporary) = (self.path("calls").display().to_string(), self.path("tmp").display().to_string());
        fs::create_dir_all(&temporary).expect("a folder");
        let variables = [("PATH", path.as_str()), ("CALLS", &calls), ("TMPDIR", &temporary)];
        let run = vanthu_with(self.folder.path(), words, &[&variables[..], more].concat());
        assert_eq!(fs::read_dir(&temporary).expect("a folder").count(), 0, "nothing is left among the temporary files");
        run
    }

    fn json(&self, words: &[&str], more: &[(&str, &str)]) -> (i32, Value) {
        let Run { code, stdout, stderr } = self.run(&[words, &["--json"]].concat(), more);
        (code, serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("no JSON: {stdout}{stderr}")))
    }

    /// How often `LibreOffice` was called.
    fn calls(&self) -> usize {
        fs::read_to_string(self.path("calls")).unwrap_or_default().lines().count()
    }
}

fn pdfs(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with("pdf"));
    names.sort();
    names
}

/// The codes about files.
fn codes(answer: &Value) -> Vec<&str> {
    let messages = answer["messages"].as_array().expect("messages");
    let codes = messages.iter().filter_map(|message| message["code"].as_str());
    codes.filter(|code| code.starts_with("TEP-")).collect()
}

#[test]
fn every_document_has_its_pdf_by_one_call_in_a_profile_of_its_own() {
    let office = Office::new(WHOLE);
    let (code, answer) = office.json(&BATCH, &[]);
    assert_eq!(code, 0, "{answer}");
    assert_eq!(pdfs(&office.path("ket-qua")).len(), 12);
    let document = &answer["documents"][0];
    assert_eq!(document["pdf"], "ket-qua/01 - Kế hoạch - Thôn Gò Giữa.pdf");
    let pdf = fs::read(office.path("ket-qua/01 - Kế hoạch - Thôn Gò Giữa.pdf")).expect("the PDF");
    let sha256 = document["sha256"].as_str().expect("a digest");
    assert!(String::from_utf8_lossy(&pdf).contains(sha256) && pdf.ends_with(b"startxref\n9\n%%EOF\n"));
    let calls = fs::read_to_string(office.path("calls")).expect("the calls");
    assert!(calls.starts_with("-env:UserInstallation=file:///") && calls.contains("--headless"), "{calls}");
    assert_eq!(office.calls(), 1, "{calls}");
    assert!(!calls.contains("Thôn"), "no name of a document is on the command line: {calls}");
}

#[test]
fn only_what_changed_is_converted_again() {
    let office = Office::new(WHOLE);
    let words = ["build", "so-lieu.xlsx", "--pdf"];
    let Run { stdout, stderr, .. } = office.run(&words, &[]);
    let lines: Vec<&str> = stdout.lines().collect();
    assert_eq!(lines, [lines[0], &lines[0].replace(".docx", ".pdf")], "{stderr}");
    let pdf = office.path(lines[1]);
    office.run(&words, &[]);
    assert_eq!(office.calls(), 1);
    fs::remove_file(&pdf).expect("the PDF is there");
    office.run(&words, &[]);
    assert!(pdf.exists() && office.calls() == 2);
    let changed = Workbook::sample("so-ket").edited(&[cell("Nhiệm vụ", "G5", "sản phẩm khác")]).to_xlsx();
    fs::write(office.path("so-lieu.xlsx"), changed).expect("the workbook");
    let before = fs::read(&pdf).expect("the PDF");
    let dry = office.run(&["build", "so-lieu.xlsx", "--pdf", "--dry-run"], &[]);
    assert!(fs::read(&pdf).expect("the PDF") == before && office.calls() == 2, "{dry:?}");
}

#[test]
fn a_pdf_that_was_signed_or_is_of_others_is_kept() {
    let office = Office::new(WHOLE);
    let words = ["build", "so-lieu.xlsx", "--pdf"];
    let (_, answer) = office.json(&words, &[]);
    let pdf = office.path(answer["documents"][0]["pdf"].as_str().expect("a PDF"));
    let ours = fs::read(&pdf).expect("the PDF");
    let signed = [&ours[..], b"%signed\nstartxref\n9\n%%EOF\n"].concat();
    for (bytes, code) in [(signed, "TEP-010"), (b"%PDF-1.4 of somebody".to_vec(), "TEP-011")] {
        fs::write(&pdf, &bytes).expect("the PDF");
        for _ in 0..2 {
            let (exit, answer) = office.json(&words, &[]);
            assert!(exit == 0 && codes(&answer).contains(&code), "{answer}");
            assert!(answer["documents"][0]["pdf"].as_str().is_some_and(|path| path.ends_with(" (bản mới).pdf")));
            assert!(fs::read(&pdf).expect("the PDF") == bytes);
        }
    }
    // The new one beside it was made once, and found by the later runs.
    assert_eq!(office.calls(), 2);
    office.run(&[&words[..], &["--force"]].concat(), &[]);
    assert!(fs::read(&pdf).expect("the PDF") == ours && pdf.with_extension("pdf.bak").exists());
}

#[test]
fn without_libreoffice_the_documents_are_written_all_the_same() {
    let office = Office::new("exit 1");
    let nowhere = [("VANTHU_LIBREOFFICE", "/nowhere/soffice")];
    let (code, answer) = office.json(&BATCH, &nowhere);
    assert_eq!((code, codes(&answer)), (3, vec!["TEP-040"]), "{answer}");
    assert_eq!(answer["documents"][0]["pdf"], Value::Null);
    assert_eq!(answer["documents"][0]["status"], "created");
    assert_eq!(fs::read_dir(office.path("ket-qua")).expect("the folder").count(), 12 + 2);
    assert_eq!(office.calls(), 0);
}

#[test]
fn what_libreoffice_does_not_convert_is_named() {
    let half = "printf '%%PDF-1.7 half' > \"$out/0.pdf\"; shift; for each in \"$@\"; do pdf \"$each\"; done";
    let office = Office::new(half);
    let (code, answer) = office.json(&BATCH, &[]);
    assert_eq!((code, codes(&answer).contains(&"TEP-042")), (3, true), "{answer}");
    assert!(answer["messages"].to_string().contains("01 - Kế hoạch - Thôn Gò Giữa.docx"), "{answer}");
    assert_eq!(pdfs(&office.path("ket-qua")).len(), 11);
    office.play(WHOLE);
    assert_eq!(office.run(&BATCH, &[]).code, 0);
    assert_eq!(pdfs(&office.path("ket-qua")).len(), 12);
    let office = Office::new("exit 77");
    let (code, answer) = office.json(&BATCH, &[]);
    assert_eq!((code, codes(&answer)), (3, vec!["TEP-042"]), "{answer}");
}

#[test]
fn a_call_that_hangs_is_ended_with_all_that_it_started() {
    // The first call converts two documents and hangs in a program of its own; the third document hangs for ever.
    let hanging = "pdf \"$1\"; pdf \"$2\"; sh -c 'echo $$ >> \"$CALLS.pids\"; sleep 600'";
    let office = Office::new(hanging);
    let words = [&BATCH[..], &["--only", "Thôn Gò Giữa", "--only", "Thôn Bàu Sen", "--only", "Thôn Cầu Ván"]].concat();
    let (code, answer) = office.json(&words, &[("VANTHU_PDF_SECONDS", "1")]);
    assert_eq!((code, codes(&answer).contains(&"TEP-041")), (3, true), "{answer}");
    assert!(answer["messages"].to_string().contains("04 - Kế hoạch - Thôn Cầu Ván.docx"), "{answer}");
    assert_eq!(pdfs(&office.path("ket-qua")).len(), 2);
    let started = fs::read_to_string(office.path("calls.pids")).expect("what was started");
    for id in started.lines() {
        // A program that was ended may wait for its parent to notice.
        let state = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        assert!(state.is_empty() || state.contains(") Z "), "{id} still runs: {state}");
    }
}

#[test]
fn the_clerk_can_stop_libreoffice() {
    let office = Office::new("pdf \"$1\"; sleep 600");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
    command.args(BATCH).current_dir(office.folder.path());
    command.env("CALLS", office.path("calls")).env("VANTHU_LIBREOFFICE", office.path("bin/soffice"));
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    while office.calls() == 0 {
        sleep(Duration::from_millis(20));
    }
    let id = child.id().to_string();
    std::process::Command::new("kill").args(["-INT", &id]).status().expect("a signal");
    let ended = child.wait_with_output().expect("it ends");
    let messages = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(ended.status.code(), Some(130), "{messages}");
    assert!(messages.contains("CK-004"), "{messages}");
    assert_eq!(
        fs::read_dir(office.path("ket-qua")).expect("the folder").count() - pdfs(&office.path("ket-qua")).len(),
        12 + 2
    );
}

#[test]
fn a_libreoffice_that_always_hangs_is_given_up() {
    let office = Office::new("sleep 600");
    let (code, answer) = office.json(&BATCH, &[("VANTHU_PDF_SECONDS", "1")]);
    assert_eq!((code, codes(&answer)), (3, vec!["TEP-041"]), "{answer}");
    assert_eq!(office.calls(), 2);
}

#[test]
fn a_libreoffice_that_can_not_be_run_is_named() {
    let office = Office::new("");
    fs::set_permissions(office.path("bin/soffice"), fs::Permissions::from_mode(0o644)).expect("rights");
    let named = office.path("bin/soffice").display().to_string();
    let (code, answer) = office.json(&["build", "so-lieu.xlsx", "--pdf"], &[("VANTHU_LIBREOFFICE", &named)]);
    assert_eq!((code, codes(&answer).contains(&"TEP-043")), (3, true), "{answer}");
}

#[test]
fn a_batch_says_how_many_pdfs_are_made() {
    let office = Office::new(WHOLE);
    let run = office.run(&BATCH, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = progress_lines(&run);
    assert_eq!(lines.last(), Some(&"đã tạo 12/12 tệp PDF"), "{}", run.stderr);
    assert!(lines.len() <= 10 && lines.is_sorted_by_key(|line| line.len()), "{lines:?}");
    assert_eq!(run.stderr.chars().find(|letter| letter.is_control() && *letter != '\n'), None, "{}", run.stderr);
    // All are there already; and with --json and --quiet only messages are printed.
    for words in [&BATCH[..], &[&BATCH[..], &["--force", "--quiet"]].concat(), &[&BATCH[..], &["--json"]].concat()] {
        let run = office.run(words, &[]);
        assert_eq!((run.code, progress_lines(&run)), (0, Vec::new()), "{}", run.stderr);
    }
}

#[test]
fn those_that_are_refused_are_not_counted_as_made() {
    let office = Office::new("shift; for each in \"$@\"; do pdf \"$each\"; done");
    let run = office.run(&BATCH, &[]);
    assert_eq!((run.code, progress_lines(&run).last()), (3, Some(&"đã tạo 11/12 tệp PDF")), "{}", run.stderr);
}
