//! Cuts, deletes and changes the index of a batch: no document is lost, and none that was edited is replaced.
//!
//! Owns the damage. Must not know what an index says. Its output is one line of figures.

use std::fs;

use super::batch::{Files, Room, is_document};

const MANIFEST: &str = "muc-luc.json";

/// An index cut at 50 places, deleted, and of another version.
pub(crate) fn check(_: bool) -> Result<String, String> {
    let room = Room::of(5);
    room.run_here(&["--no-sync"]);
    let edited = room.files().into_keys().find(|name| is_document(name)).expect("a document");
    fs::write(room.out().join(edited), b"edited by hand").expect("a document can be edited");
    room.run_here(&["--no-sync"]);
    let whole = room.files();
    let manifest = whole[MANIFEST].clone();
    let text = String::from_utf8_lossy(&manifest).replacen("\"version\": 1", "\"version\": 2", 1);
    let cuts = (0..50).map(|part| Some(manifest[..manifest.len() * part / 50].to_vec()));
    for damaged in cuts.chain([None, Some(text.into_bytes())]) {
        let path = room.out().join(MANIFEST);
        match &damaged {
            Some(bytes) => fs::write(&path, bytes).expect("the index can be damaged"),
            None => fs::remove_file(&path).expect("the index can be removed"),
        }
        let (code, messages) = room.run_here(&["--no-sync"]);
        if code != 0 || documents(&room.files()) != documents(&whole) {
            let length = damaged.map(|bytes| bytes.len());
            return Err(format!("{length:?} bytes left: exit {code}: {messages}"));
        }
    }
    Ok("cut at 50 places, deleted, of another version: 0 documents lost or replaced".to_owned())
}

fn documents(files: &Files) -> Files {
    files.clone().into_iter().filter(|(name, _)| is_document(name)).collect()
}
