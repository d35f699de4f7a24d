//! Disks that are full or read-only, mounted in a namespace of their own.
//!
//! Owns mounting them; the part that runs on such a disk is a child of this program. Must not know how files are stored.
//! Its output is one line of figures. Where the system allows no mount, it says so, as a failure: nothing was proven.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use super::batch::{Files, Room, answer, files, is_document, is_temporary, program};

/// The word with which the part on a disk is started.
pub(crate) const CHILD: &str = "on-a-disk";

const VILLAGES: u32 = 300;

/// A read-only disk, and full ones of each size from 1 to 16 MiB; of four sizes where it is not at full size.
pub(crate) fn check(is_full: bool) -> Result<String, String> {
    let ways: [&[&str]; 2] = [&["-Urm"], &["-m"]];
    let can_mount = |way: &&&[&str]| {
        let tried = Command::new("unshare").args(**way).args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).output();
        tried.is_ok_and(|output| output.status.success())
    };
    let Some(way) = ways.iter().find(can_mount) else {
        return Err("this system lets nobody mount a small disk, so nothing was tried".to_owned());
    };
    let clean = Room::of(VILLAGES);
    clean.run(&["--no-sync"]);
    let sizes: Vec<u32> = (0..=16).filter(|size| is_full || matches!(size, 0 | 1 | 2 | 8 | 16)).collect();
    for size in &sizes {
        let room = Room::of(VILLAGES);
        fs::create_dir(room.out()).expect("a folder for the disk");
        let mut command = Command::new("unshare");
        let this = std::env::current_exe().expect("this program has a path");
        command.args(*way).arg(this).args([CHILD, &size.to_string()]).arg(room.path()).arg(clean.out());
        let (code, messages) = answer(command.output());
        if code != 0 {
            return Err(format!("a disk of {size} MiB (0: read-only): {messages}"));
        }
    }
    Ok(format!("a read-only disk and {} full ones: 0 half files, exit 5, complete once there is room", sizes.len() - 1))
}

/// The part on a disk: `on-a-disk SIZE FOLDER CLEAN`.
pub(crate) fn child(words: &[String]) -> ExitCode {
    let [size, folder, clean] = words else { return ExitCode::FAILURE };
    let clean = files(Path::new(clean));
    let wrong = match size.as_str() {
        "0" => on_read_only(Path::new(folder)),
        size => on_full(size, Path::new(folder), &clean),
    };
    let Err(wrong) = wrong else { return ExitCode::SUCCESS };
    #[allow(clippy::print_stderr, reason = "the parent reads it")]
    {
        eprintln!("{wrong}");
    }
    ExitCode::FAILURE
}

fn on_read_only(folder: &Path) -> Result<(), String> {
    mount(folder, "rw")?;
    mount(folder, "remount,ro")?;
    let (code, messages) = run(folder);
    let is_left = !files(&folder.join("ket-qua")).is_empty();
    // It is found before the work: nothing else is said.
    let is_first = messages.contains("TEP-002") && messages.matches("lỗi[").count() == 1;
    if code == 5 && is_first && !is_left { Ok(()) } else { Err(format!("exit {code}, files: {is_left}, {messages}")) }
}

fn on_full(size: &str, folder: &Path, clean: &Files) -> Result<(), String> {
    mount(folder, &format!("size={size}m"))?;
    let out = folder.join("ket-qua");
    // All but 1 MiB of the disk is taken.
    let taken = size.parse::<usize>().unwrap_or(1).saturating_sub(1) * 1024 * 1024;
    fs::write(out.join("phim.mp4"), vec![7; taken]).map_err(|error| error.to_string())?;
    let (code, messages) = run(folder);
    let found = files(&out);
    let is_half = |(name, bytes): (&String, &Vec<u8>)| is_document(name) && clean.get(name) != Some(bytes);
    if code != 5
        || !messages.contains("TEP-003")
        || found.iter().any(is_half)
        || found.keys().any(|name| is_temporary(name))
    {
        return Err(format!("full: exit {code}, {} files, {messages}", found.len()));
    }
    mount(folder, "remount,size=64m")?;
    let (code, messages) = run(folder);
    let mut found = files(&out);
    found.remove("phim.mp4");
    // The index lists the versions of itself that were tried.
    let is_same = found.keys().eq(clean.keys()) && !found.iter().any(is_half);
    if code == 0 && is_same {
        Ok(())
    } else {
        Err(format!("with room: exit {code}, {} files, {messages}", found.len()))
    }
}

fn mount(folder: &Path, options: &str) -> Result<(), String> {
    let mut command = Command::new("mount");
    command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder.join("ket-qua"));
    let (code, messages) = answer(command.output());
    if code == 0 { Ok(()) } else { Err(messages) }
}

fn run(folder: &Path) -> (i32, String) {
    let mut command = Command::new(program());
    let words = ["build", "so-lieu.xlsx", "--template", "ke-hoach", "--for-each", "thon", "--out", "ket-qua"];
    answer(command.args(words).current_dir(folder).output())
}
