//! Kills a batch at many moments, and runs it once more: nothing is broken, missing or left over.
//!
//! Owns the kills and the comparison with a run that was left alone. Must not know how files are stored. Its output is
//! one line of figures.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use super::batch::{Files, Numbers, Room, is_document, is_temporary};

/// 1,000 kills of a batch of 500 documents, or 40 of 100.
pub(crate) fn check(is_full: bool) -> Result<String, String> {
    let (kills, villages) = if is_full { (1_000, 500) } else { (40, 100) };
    let clean = Room::of(villages);
    let start = Instant::now();
    let (code, messages) = clean.run(&[]);
    let longest = start.elapsed();
    if code != 0 {
        return Err(format!("a run that is left alone ends with {code}: {messages}"));
    }
    let whole = clean.files();
    let room = Room::of(villages);
    let (mut numbers, mut broken, mut finished) = (Numbers(1), 0, 0);
    for _ in 0..kills {
        let mut child = room.start(&[]);
        // Moments spread over the whole run.
        let share = u32::try_from(numbers.below(1_000)).expect("a small number");
        thread::sleep((longest * share / 1_000).max(Duration::from_millis(1)));
        child.kill().and_then(|()| child.wait()).expect("the batch can be killed");
        let found = room.files();
        broken += found.iter().filter(|(name, bytes)| is_broken(name, bytes, &whole)).count();
        if found.keys().filter(|name| is_document(name)).count() == whole.len() - 2 {
            finished += 1;
            fs::remove_dir_all(room.out()).expect("a finished folder can be removed");
        }
    }
    let (code, _) = room.run(&[]);
    let after = room.files();
    let missing = whole.keys().filter(|name| !after.contains_key(*name)).count();
    let left_over = after.keys().filter(|name| !whole.contains_key(*name)).count();
    let figures = format!(
        "{kills} kills of {villages} documents: {broken} broken, {missing} missing, {left_over} left over; {finished} times all were there and were removed"
    );
    if code == 0 && broken == 0 && after == whole { Ok(figures) } else { Err(format!("exit {code}; {figures}")) }
}

/// Whether a file is neither whole nor one that the next run removes or renews.
fn is_broken(name: &str, bytes: &[u8], whole: &Files) -> bool {
    let is_renewed = is_temporary(name) || name.starts_with("muc-luc");
    !is_renewed && whole.get(name).is_none_or(|expected| expected != bytes)
}
