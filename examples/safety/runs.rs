//! Runs beside one another, runs that change nothing, and a run with one bad village.
//!
//! Owns these batches and their times. Must not know how files are stored. Its output is one line of figures for each.

use std::collections::BTreeMap;
use std::fs;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::batch::{Room, is_document};
use super::made;

/// Fifty starts at once: one works, the others end at once; a run that was killed blocks none.
pub(crate) fn starts(_: bool) -> Result<String, String> {
    let room = Room::of(1_000);
    let mut working = room.start(&[]);
    thread::sleep(Duration::from_millis(30));
    let others: Vec<_> = (1..50).map(|_| (Instant::now(), room.start(&[]))).collect();
    let mut slowest = Duration::ZERO;
    let mut refused = 0;
    for (start, mut child) in others {
        refused += usize::from(child.wait().expect("a run ends").code() == Some(4));
        slowest = slowest.max(start.elapsed());
    }
    let code = working.wait().expect("a run ends").code();
    let figures = format!("50 starts: {refused} ended with 4, the slowest after {} ms", slowest.as_millis());
    if code != Some(0) || refused != 49 || slowest > Duration::from_secs(1) {
        return Err(format!("the first ends with {code:?}; {figures}"));
    }
    let mut killed = room.start(&["--force"]);
    thread::sleep(Duration::from_millis(50));
    killed.kill().and_then(|()| killed.wait()).expect("a run can be killed");
    let (code, messages) = room.run(&[]);
    if code == 0 {
        Ok(format!("{figures}; a killed run blocked none"))
    } else {
        Err(format!("exit {code}: {messages}"))
    }
}

/// A second run of 500 changes no byte and no time, and takes less than a second.
pub(crate) fn rerun(_: bool) -> Result<String, String> {
    let room = Room::of(500);
    room.run(&[]);
    let times = || -> BTreeMap<_, Option<SystemTime>> {
        let entries = fs::read_dir(room.out()).into_iter().flatten().flatten();
        let time = |entry: &fs::DirEntry| entry.metadata().and_then(|data| data.modified()).ok();
        entries.map(|entry| (entry.file_name(), time(&entry))).collect()
    };
    let (before, bytes) = (times(), room.files());
    let start = Instant::now();
    let (code, messages) = room.run(&[]);
    let took = start.elapsed();
    let is_counted = messages.lines().any(|line| line == "không đổi: 500");
    let is_same = times() == before && room.files() == bytes;
    let figures = format!("500 documents run again in {} ms", took.as_millis());
    if code == 0 && is_counted && is_same && took < Duration::from_secs(1) {
        return Ok(format!("{figures}: 0 bytes, 0 times changed"));
    }
    Err(format!("{figures}, exit {code}, the same files: {is_same}, counted: {is_counted}"))
}

/// One bad village of a hundred.
pub(crate) fn broken(_: bool) -> Result<String, String> {
    let room = Room::with(&made::of_villages_and_a_mistake(100, 40));
    let (code, messages) = room.run(&["--no-sync"]);
    let count = room.files().keys().filter(|name| is_document(name)).count();
    let figures = format!("1 bad village of 100: {count} documents, exit {code}");
    if code == 3 && count == 99 && messages.contains("lỗi[") {
        Ok(figures)
    } else {
        Err(format!("{figures}: {messages}"))
    }
}

/// The same bytes with 1 and 16 threads, in other folders, time zones and languages.
pub(crate) fn places(is_full: bool) -> Result<String, String> {
    let villages = if is_full { 500 } else { 60 };
    let written = |jobs: &str, zone: &str, language: &str| {
        let room = Room::of(villages);
        let ran = room.command(&["--no-sync", "--jobs", jobs]).env("TZ", zone).env("LC_ALL", language).output();
        (ran.is_ok_and(|output| output.status.success()), room.files())
    };
    let first = written("1", "Asia/Ho_Chi_Minh", "vi_VN.UTF-8");
    let second = written("16", "America/New_York", "C");
    let is_same = first.0 && first == second;
    let figures = format!("{} files by 1 and 16 threads in two folders, zones and languages", first.1.len());
    if is_same { Ok(figures) } else { Err(figures) }
}
