//! Lets every call on the disk fail, one after another, in whole batches.
//!
//! Owns the batches and what must hold after each failure. Must not know the calls: it counts them first. Its output is
//! one line of figures.

use std::fs;

use super::batch::{Files, Room, is_document, is_temporary};
use super::disk_faults::{Failing, KINDS, with_faults};
use super::made;

const VILLAGES: u32 = 10;
/// What a hand-edited document holds.
const EDITED: &[u8] = b"edited by hand";

/// What is in the folder before, and the words typed.
struct Beginning {
    name: &'static str,
    is_built: bool,
    words: &'static [&'static str],
}

const BEGINNINGS: [Beginning; 3] = [
    Beginning { name: "new", is_built: false, words: &["--jobs", "1"] },
    Beginning { name: "other data", is_built: true, words: &["--jobs", "1"] },
    Beginning { name: "force", is_built: true, words: &["--jobs", "1", "--force"] },
];

/// Every call of batches of ten villages; each in every way at full size, else in one way.
pub(crate) fn check(is_full: bool) -> Result<String, String> {
    let mut faults = 0;
    for beginning in &BEGINNINGS {
        let room = laid_out(beginning);
        let ((code, messages), calls) = with_faults(room.path(), Failing::None, || room.run_here(beginning.words));
        if code != 0 {
            return Err(format!("{}: a clean run ends with {code}: {messages}", beginning.name));
        }
        let clean = room.files();
        for number in 0..calls.len() {
            let ways = KINDS.iter().enumerate().filter(|(way, _)| is_full || way % KINDS.len() == number % KINDS.len());
            let single = ways.map(|(_, kind)| Failing::One(number, *kind));
            for failing in single.chain([Failing::From(number)]) {
                one(beginning, failing, &clean).map_err(|wrong| format!("{}, {failing:?}: {wrong}", beginning.name))?;
                faults += 1;
            }
        }
    }
    Ok(format!("{faults} failing calls in batches of {VILLAGES}: every file old or new, every next run complete"))
}

fn laid_out(beginning: &Beginning) -> Room {
    let room = Room::with(&made::of_villages(VILLAGES));
    if beginning.is_built {
        room.change(&made::of_villages(VILLAGES + 1));
        room.run_here(&["--no-sync"]);
        let first = room.files().into_keys().find(|name| is_document(name)).expect("a document");
        fs::write(room.out().join(first), EDITED).expect("a document can be edited");
        room.change(&made::of_villages(VILLAGES));
    }
    room
}

fn one(beginning: &Beginning, failing: Failing, clean: &Files) -> Result<(), String> {
    let room = laid_out(beginning);
    let before = room.files();
    let ((code, messages), _) = with_faults(room.path(), failing, || room.run_here(beginning.words));
    let after = room.files();
    if !matches!(code, 0 | 3 | 5) || (code != 0 && !messages.contains("lỗi[TEP-")) {
        return Err(format!("exit {code}: {messages}"));
    }
    for (name, bytes) in after.iter().filter(|(name, _)| !is_temporary(name) && !name.starts_with("muc-luc")) {
        if before.get(name) != Some(bytes) && clean.get(name) != Some(bytes) {
            return Err(format!("{name} is neither old nor new"));
        }
    }
    if let Some(lost) = before.keys().find(|name| !after.contains_key(*name)) {
        return Err(format!("{lost} is gone"));
    }
    if beginning.is_built && !after.values().any(|bytes| bytes == EDITED) {
        return Err("the edited document is lost".to_owned());
    }
    let is_complete = clean.iter().all(|(name, bytes)| name.starts_with("muc-luc") || after.get(name) == Some(bytes));
    if code == 0 && !is_complete {
        return Err("exit 0 without all documents".to_owned());
    }
    let (code, messages) = room.run_here(beginning.words);
    let completed = room.files();
    if code != 0 || !is_same(&completed, clean) {
        let names: Vec<&String> = completed.keys().filter(|name| completed.get(*name) != clean.get(*name)).collect();
        return Err(format!("the next run ends with {code}, other files {names:?}: {messages}"));
    }
    Ok(())
}

/// The list of our earlier indexes in `muc-luc.json` depends on how many there were.
fn is_same(found: &Files, clean: &Files) -> bool {
    let without =
        |files: &Files| files.clone().into_iter().filter(|(name, _)| name != "muc-luc.json").collect::<Files>();
    found.len() == clean.len() && without(found) == without(clean)
}
