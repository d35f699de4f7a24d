//! Random sequences of what clerks and machines do to a folder of documents: no edit is ever lost.
//!
//! Owns the actions and the list of edits that must still be there. Must not know how files are stored. Its output is one
//! line of figures.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::batch::{Numbers, Room, is_document, is_temporary};
use super::disk_faults::{Failing, with_faults};
use super::made;

const VILLAGES: u32 = 3;
const STEPS: usize = 8;

/// 1,000 sequences of eight actions, or 40.
pub(crate) fn check(is_full: bool) -> Result<String, String> {
    let sequences = if is_full { 1_000 } else { 40 };
    let mut edits = 0;
    for seed in 0..sequences {
        edits += sequence(seed).map_err(|wrong| format!("sequence {seed}: {wrong}"))?;
    }
    Ok(format!("{sequences} sequences, {edits} edits, 0 lost"))
}

/// One sequence: how many edits were made in it.
fn sequence(seed: u64) -> Result<usize, String> {
    let (room, mut numbers) = (Room::of(VILLAGES), Numbers(seed));
    // The bytes of every edit, that of the newest of each file.
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let (mut edits, mut words) = (0, vec!["--no-sync", "--jobs", "1"]);
    let mut history = Vec::new();
    room.run_here(&words);
    for _ in 0..STEPS {
        let step = numbers.below(10);
        history.push(step);
        match step {
            0..=2 => drop(room.run_here(&words)),
            3 => drop(room.run_here(&[&words[..], &["--force"]].concat())),
            // A kill: from some call on, nothing reaches the disk any more.
            4 => {
                let number = numbers.below(60);
                with_faults(room.path(), Failing::From(number), || room.run_here(&words));
            }
            5 => room.change(&made::of_villages(VILLAGES + u32::try_from(numbers.below(2)).expect("0 or 1"))),
            6 => {
                let template = [&[][..], &["--template", "giao-nhiem-vu-thon"]][numbers.below(2)];
                words = [&["--no-sync", "--jobs", "1"][..], template].concat();
            }
            _ => {
                let Some(path) = document(&room, &mut numbers) else { continue };
                let old = fs::read(&path).expect("a document");
                edits += by_hand(step, &path, &old, edits, &mut kept);
            }
        }
        let files = room.files();
        if kept.iter().any(|edit| !files.values().any(|bytes| bytes == edit)) {
            return Err(format!("an edit is lost after {history:?}"));
        }
    }
    let (code, messages) = room.run_here(&words);
    let files = room.files();
    let is_whole = |(name, bytes): (&String, &Vec<u8>)| {
        !is_temporary(name) && (!is_document(name) || ZipArchive::new(Cursor::new(bytes)).is_ok())
    };
    let is_good = code == 0 && files.iter().all(is_whole);
    if is_good { Ok(edits) } else { Err(format!("after {history:?} a run ends with {code}: {messages}")) }
}

/// What a clerk does to a document: 7 edits it, 8 saves it again with another program or edits it, 9 deletes or renames
/// it. How many edits were made.
fn by_hand(step: usize, path: &PathBuf, old: &[u8], number: usize, kept: &mut Vec<Vec<u8>>) -> usize {
    let is_edited = kept.iter().any(|edit| edit == old);
    match step {
        7 => {
            let edited = repacked(old, Some(number));
            fs::write(path, &edited).expect("a document can be edited");
            kept.retain(|edit| edit != old);
            kept.push(edited);
            1
        }
        8 => {
            let saved = repacked(old, None);
            fs::write(path, &saved).expect("a document can be saved");
            kept.retain(|edit| edit != old);
            if is_edited {
                kept.push(saved);
            }
            0
        }
        _ if number.is_multiple_of(2) => {
            fs::remove_file(path).expect("a document can be deleted");
            kept.retain(|edit| edit != old);
            0
        }
        _ => {
            let name = format!("{} chép.docx", path.file_stem().unwrap_or_default().to_string_lossy());
            fs::rename(path, path.with_file_name(name)).expect("a document can be renamed");
            0
        }
    }
}

/// One of the documents; none before the first run.
fn document(room: &Room, numbers: &mut Numbers) -> Option<PathBuf> {
    let names: Vec<String> = room.files().into_keys().filter(|name| is_document(name)).collect();
    (!names.is_empty()).then(|| room.out().join(&names[numbers.below(names.len())]))
}

/// A document as another program packs it; with a number, with a word changed.
fn repacked(bytes: &[u8], number: Option<usize>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a document is a package");
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part can be read");
        let (name, mut content) = (part.name().expect("a part has a name").to_string(), Vec::new());
        part.read_to_end(&mut content).expect("a part can be read");
        if let (Some(number), "word/document.xml") = (number, name.as_str()) {
            let xml = String::from_utf8(content).expect("a part is UTF-8");
            content = xml.replacen("</w:t>", &format!(" sửa {number}</w:t>"), 1).into_bytes();
        }
        packed.start_file(&*name, SimpleFileOptions::default()).expect("a part can be written");
        packed.write_all(&content).expect("a part can be written");
    }
    packed.finish().expect("a document can be written").into_inner()
}
