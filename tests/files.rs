//! `files` on real folders: how every kind of existing file with the same name is treated.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use vanthu::files::{
    Cause, Durability, Failure, FirstFile, Force, Ownership, Request, StartingFile, Status, Stored, create_first_files,
    find_upward, plan, prepare, read, store,
};

const NAME: &str = "Chương trình hành động.docx";
const BESIDE: &str = "Chương trình hành động (bản mới).docx";
const BESIDE_2: &str = "Chương trình hành động (bản mới 2).docx";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn put(path: &Path, bytes: &[u8]) {
    let mut file = File::options().write(true).create(true).truncate(true).open(path).expect("a test file");
    file.write_all(bytes).expect("a test file takes bytes");
}

fn get(path: &Path) -> Vec<u8> {
    fs::read(path).expect("the file is there")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A substitute for the fingerprint: the bytes show whether we wrote them and whether they were edited.
fn judge(bytes: &[u8]) -> Ownership {
    match (bytes.starts_with(b"ours"), bytes.ends_with(b"edited")) {
        (true, false) => Ownership::OursIntact,
        (true, true) => Ownership::OursEdited,
        (false, _) => Ownership::NotOurs,
    }
}

fn request<'a>(folder: &'a Path, bytes: &'a [u8], force: Force) -> Request<'a> {
    Request { folder, name: NAME, bytes, judge: &judge, force, durability: Durability::Synced }
}

/// Stores, and compares with the plan: status, name, name of the kept file.
fn check(folder: &Path, bytes: &[u8], force: Force, status: Status, name: &str, kept: Option<&str>) {
    let request = request(folder, bytes, force);
    let expected =
        Stored { path: folder.join(name), status, kept: kept.map(|kept| folder.join(kept)), kept_source: None };
    assert_eq!(plan(&request), Ok(expected.clone()));
    assert_eq!(store(&request), Ok(expected));
    assert_eq!(get(&folder.join(name)), bytes);
    assert!(names(folder).iter().all(|name| !name.starts_with(".vanthu-")));
}

fn cause(found: Result<impl std::fmt::Debug, Failure>) -> Cause {
    found.expect_err("the disk refuses").cause
}

#[test]
fn a_missing_file_is_created_in_a_missing_folder() {
    let root = folder();
    let folder = root.path().join("Xã Mường Lát").join("ket-qua");
    check(&folder, b"ours 1", Force::Off, Status::Created, NAME, None);
}

#[test]
fn the_same_bytes_keep_their_file_and_its_time() {
    let folder = folder();
    let path = folder.path().join(NAME);
    put(&path, b"strange, but the same");
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_440_000_000);
    File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("a time is set");
    check(folder.path(), b"strange, but the same", Force::Off, Status::Unchanged, NAME, None);
    check(folder.path(), b"strange, but the same", Force::On, Status::Unchanged, NAME, None);
    assert_eq!(fs::metadata(&path).and_then(|found| found.modified()).expect("a time"), time);
}

#[test]
fn our_own_file_is_replaced() {
    let folder = folder();
    put(&folder.path().join(NAME), b"ours 1");
    check(folder.path(), b"ours 2", Force::Off, Status::Replaced, NAME, None);
    assert_eq!(names(folder.path()), [NAME]);
}

#[test]
fn an_edited_file_is_kept_and_the_new_one_is_written_beside_it() {
    let folder = folder();
    let kept = Some(NAME);
    put(&folder.path().join(NAME), b"ours 1 edited");
    check(folder.path(), b"ours 2", Force::Off, Status::KeptEdited, BESIDE, kept);
    check(folder.path(), b"ours 2", Force::Off, Status::KeptEdited, BESIDE, kept);
    check(folder.path(), b"ours 3", Force::Off, Status::KeptEdited, BESIDE, kept);
    assert_eq!(names(folder.path()), [BESIDE, NAME]);
    put(&folder.path().join(BESIDE), b"ours 3 edited");
    check(folder.path(), b"ours 4", Force::Off, Status::KeptEdited, BESIDE_2, kept);
    assert_eq!(get(&folder.path().join(NAME)), b"ours 1 edited");
    assert_eq!(get(&folder.path().join(BESIDE)), b"ours 3 edited");
}

#[test]
fn a_file_that_was_never_ours_is_a_conflict() {
    let folder = folder();
    put(&folder.path().join(NAME), b"theirs");
    check(folder.path(), b"ours 1", Force::Off, Status::Conflict, BESIDE, Some(NAME));
    assert_eq!(get(&folder.path().join(NAME)), b"theirs");
}

#[test]
fn force_replaces_and_keeps_every_backup() {
    let folder = folder();
    let backups = ["", "2", "3"].map(|nth| format!("{NAME}.bak{nth}"));
    for (bytes, backup) in [b"theirs 1", b"theirs 2", b"theirs 3"].into_iter().zip(&backups) {
        put(&folder.path().join(NAME), bytes);
        check(folder.path(), b"ours", Force::On, Status::Replaced, NAME, Some(backup));
        assert_eq!(get(&folder.path().join(backup)), bytes);
    }
    assert_eq!(names(folder.path()).len(), 4);
    check(folder.path(), b"ours again", Force::On, Status::Replaced, NAME, None);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let (folder, elsewhere) = (folder(), folder());
    let target = elsewhere.path().join("của người khác.docx");
    put(&target, b"ours, behind a link");
    std::os::unix::fs::symlink(&target, folder.path().join(NAME)).expect("a link");
    check(folder.path(), b"ours 1", Force::Off, Status::Conflict, BESIDE, Some(NAME));
    let backup = format!("{NAME}.bak");
    check(folder.path(), b"ours 1", Force::On, Status::Replaced, NAME, Some(&backup));
    assert!(fs::symlink_metadata(folder.path().join(backup)).expect("the link is kept").is_symlink());
    assert_eq!(get(&target), b"ours, behind a link");
}

#[cfg(unix)]
#[test]
fn a_link_with_the_name_of_a_temporary_file_is_neither_followed_nor_removed() {
    let (folder, elsewhere) = (folder(), folder());
    put(&elsewhere.path().join("của người khác.docx"), b"theirs");
    for (name, target) in [(".vanthu-a.tmp", "của người khác.docx"), (".vanthu-b.tmp", "")] {
        std::os::unix::fs::symlink(elsewhere.path().join(target), folder.path().join(name)).expect("a link");
    }
    assert_eq!(prepare(folder.path()), Ok(()));
    assert_eq!(names(folder.path()), [".vanthu-a.tmp", ".vanthu-b.tmp"]);
    assert_eq!(get(&elsewhere.path().join("của người khác.docx")), b"theirs");
}

#[test]
fn a_folder_with_the_name_is_kept_too() {
    let folder = folder();
    fs::create_dir(folder.path().join(NAME)).expect("a folder");
    check(folder.path(), b"ours 1", Force::Off, Status::Conflict, BESIDE, Some(NAME));
    check(folder.path(), b"ours 1", Force::On, Status::Replaced, NAME, Some(&format!("{NAME}.bak")));
}

#[test]
fn a_plan_writes_nothing() {
    let root = folder();
    let missing = root.path().join("ket-qua");
    assert_eq!(plan(&request(&missing, b"ours", Force::Off)).map(|stored| stored.status), Ok(Status::Created));
    put(&root.path().join(NAME), b"theirs");
    let planned = plan(&request(root.path(), b"ours", Force::On));
    assert_eq!(planned.map(|stored| stored.status), Ok(Status::Replaced));
    assert_eq!(names(root.path()), [NAME]);
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let folder = folder();
    let hostile = Request { name: "../../x/..\\Bản Nà.docx", ..request(folder.path(), b"ours", Force::Off) };
    let stored = store(&hostile).expect("the name is made safe");
    assert_eq!(stored.path.parent(), Some(folder.path()));
    assert_eq!(names(folder.path()), ["-..-x-..-Bản Nà.docx"]);
}

#[test]
fn a_file_in_place_of_the_folder_is_reported() {
    let root = folder();
    let taken = root.path().join("ket-qua");
    put(&taken, b"");
    let inside = taken.join("xã");
    for folder in [&taken, &inside] {
        for found in [store(&request(folder, b"ours", Force::Off)), plan(&request(folder, b"ours", Force::Off))] {
            assert_eq!(found, Err(Failure { path: folder.clone(), cause: Cause::NotAFolder }));
        }
        assert_eq!(prepare(folder), Err(Failure { path: taken.clone(), cause: Cause::NotAFolder }));
    }
}

#[test]
fn first_files_are_created_or_kept_and_the_first_is_never_replaced() {
    let root = folder();
    let deep = root.path().join("a").join("b");
    put(&root.path().join("beside"), b"theirs");
    let [first, beside] = ["first", "beside"].map(|name| FirstFile { name, bytes: b"ours" });
    let created = |folder: &Path, is_kept: [bool; 2]| {
        let files = ["first", "beside"].into_iter().zip(is_kept);
        Ok(files.map(|(name, is_kept)| StartingFile { path: folder.join(name), is_kept }).collect())
    };
    assert_eq!(create_first_files(&deep, &first, &[beside]), created(&deep, [false, false]));
    assert_eq!(create_first_files(root.path(), &first, &[beside]), created(root.path(), [false, true]));
    assert_eq!(get(&root.path().join("beside")), b"theirs");
    let again = create_first_files(root.path(), &first, &[FirstFile { name: "third", bytes: b"ours" }]);
    assert_eq!(again, Err(Failure { path: root.path().join("first"), cause: Cause::Taken }));
    assert_eq!(names(root.path()), ["a", "beside", "first"]);
}

#[test]
fn a_path_that_word_cannot_open_is_refused_before_it_is_written() {
    let root = folder();
    let deep = root.path().join("thư mục rất sâu ".repeat(6).trim_end()).join("x".repeat(80));
    assert_eq!(cause(plan(&request(&deep, b"ours", Force::Off))), Cause::TooLong);
    assert_eq!(cause(store(&request(&deep, b"ours", Force::Off))), Cause::TooLong);
    assert_eq!(names(root.path()), [""; 0]);
}

#[test]
fn preparing_makes_no_folder_and_leaves_nothing() {
    let root = folder();
    assert_eq!(prepare(&root.path().join("a").join("b")), Ok(()));
    assert_eq!(names(root.path()), [""; 0]);
}

#[test]
fn only_our_own_abandoned_temporary_files_are_swept() {
    let folder = folder();
    let [stale, live, foreign] =
        [".vanthu-stale.tmp", ".vanthu-live.tmp", "~$so-lieu.tmp"].map(|name| folder.path().join(name));
    for path in [&stale, &live, &foreign] {
        put(path, b"half");
    }
    let other_run = File::open(&live).expect("a live run's file");
    other_run.try_lock().expect("nobody else holds it");
    assert_eq!(prepare(folder.path()), Ok(()));
    assert_eq!(names(folder.path()), [".vanthu-live.tmp", "~$so-lieu.tmp"]);
}

#[test]
fn of_many_simultaneous_runs_one_creates_the_file() {
    let folder = folder();
    let statuses: Vec<Status> = std::thread::scope(|scope| {
        let runs: Vec<_> =
            (0..16).map(|_| scope.spawn(|| store(&request(folder.path(), b"ours", Force::Off)))).collect();
        runs.into_iter().map(|run| run.join().expect("no panic").expect("stored").status).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == Status::Created).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == Status::Unchanged).count(), 15);
    assert_eq!(names(folder.path()), [NAME]);
}

#[cfg(unix)]
#[test]
fn a_document_has_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let plain = folder.path().join("plain");
    put(&plain, b"");
    let stored = store(&request(folder.path(), b"ours", Force::Off)).expect("stored");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode();
    assert_eq!(mode(&stored.path), mode(&plain));
}

#[test]
fn reading_reports_the_cause_of_a_failure() {
    let folder = folder();
    let path = folder.path().join("so-lieu.xlsx");
    assert_eq!(cause(read(&path, 4)), Cause::Missing);
    put(&path, b"1234");
    assert_eq!(read(&path, 4), Ok(b"1234".to_vec()));
    assert_eq!(cause(read(&path, 3)), Cause::TooLarge(3));
    assert_eq!(cause(read(folder.path(), 4)), Cause::NotAFile);
    assert_eq!(cause(read(&path.join("x"), 4)), Cause::NotAFolder);
}

#[test]
fn settings_are_found_upward() {
    let root = folder();
    let deep = root.path().join("a").join("b");
    fs::create_dir_all(&deep).expect("folders");
    let settings = root.path().join("vanthu-thu.toml");
    assert_eq!(find_upward(&deep, "vanthu-thu.toml"), None);
    put(&settings, b"");
    assert_eq!(find_upward(&deep, "vanthu-thu.toml"), Some(settings));
}

#[test]
fn a_killed_run_leaves_only_whole_files_and_swept_temporary_ones() {
    let folder = folder();
    for round in 0..30u64 {
        let mut child = start("child_that_is_killed", folder.path());
        std::thread::sleep(Duration::from_millis(20 + round * 3));
        child.kill().and_then(|()| child.wait()).expect("a child to kill");
        for name in names(folder.path()).iter().filter(|name| !name.starts_with(".vanthu-")) {
            let bytes = get(&folder.path().join(name));
            assert!(bytes == large(b'1') || bytes == large(b'2'), "{name} is broken");
        }
    }
    assert_eq!(prepare(folder.path()), Ok(()));
    assert_eq!(names(folder.path()), [NAME]);
}

#[test]
#[ignore = "run by a_killed_run_leaves_only_whole_files_and_swept_temporary_ones"]
fn child_that_is_killed() {
    let folder = folder_of_child();
    for digit in [b'1', b'2'].into_iter().cycle() {
        store(&request(&folder, &large(digit), Force::Off)).expect("stored until killed");
    }
}

fn large(digit: u8) -> Vec<u8> {
    [b"ours".as_slice(), &vec![digit; 300_000]].concat()
}

/// Runs the test of this name in a process of its own, with a folder to work in.
fn start(child: &str, folder: &Path) -> Child {
    let program = std::env::current_exe().expect("this test's program");
    child_command(&mut Command::new(program), child, folder).spawn().expect("a child")
}

fn child_command<'a>(command: &'a mut Command, child: &str, folder: &Path) -> &'a mut Command {
    let test = format!("files::{child}");
    command.args(["--ignored", "--exact", &test]).env("VANTHU_TEST_FOLDER", folder).stdout(Stdio::piped())
}

fn folder_of_child() -> PathBuf {
    std::env::var_os("VANTHU_TEST_FOLDER").expect("the parent names the folder").into()
}

/// Full and read-only disks are mounted in a user namespace, because tests may run as root, for whom file modes do not
/// apply.
#[cfg(target_os = "linux")]
mod disks {
    use super::*;

    #[test]
    fn a_full_disk_keeps_the_old_file() {
        on_a_disk("mount -t tmpfs -o size=64k tmpfs \"$VANTHU_TEST_FOLDER\"", "disks::child_on_a_full_disk");
    }

    #[test]
    #[ignore = "run by a_full_disk_keeps_the_old_file"]
    fn child_on_a_full_disk() {
        let folder = folder_of_child();
        store(&request(&folder, b"ours 1", Force::Off)).expect("room for a small one");
        assert_eq!(cause(store(&request(&folder, &large(b'2'), Force::Off))), Cause::Full);
        assert_eq!((names(&folder), get(&folder.join(NAME))), (vec![NAME.to_owned()], b"ours 1".to_vec()));
    }

    #[test]
    fn a_full_disk_gets_no_first_file() {
        on_a_disk(
            "mount -t tmpfs -o size=64k tmpfs \"$VANTHU_TEST_FOLDER\"",
            "disks::child_that_begins_on_a_full_disk",
        );
    }

    #[test]
    #[ignore = "run by a_full_disk_gets_no_first_file"]
    fn child_that_begins_on_a_full_disk() {
        let folder = folder_of_child();
        let (first, beside) = (FirstFile { name: "first", bytes: b"small" }, large(b'2'));
        let created = create_first_files(&folder, &first, &[FirstFile { name: "beside", bytes: &beside }]);
        assert_eq!(created.map_err(|failure| failure.cause), Err(Cause::Full));
        assert_eq!(names(&folder), [""; 0]);
    }

    #[test]
    fn a_read_only_disk_is_reported_before_the_work() {
        let mount = "mount -t tmpfs tmpfs \"$VANTHU_TEST_FOLDER\" && mount -o remount,ro \"$VANTHU_TEST_FOLDER\"";
        on_a_disk(mount, "disks::child_on_a_read_only_disk");
    }

    #[test]
    #[ignore = "run by a_read_only_disk_is_reported_before_the_work"]
    fn child_on_a_read_only_disk() {
        let folder = folder_of_child();
        assert_eq!(cause(prepare(&folder.join("ket-qua"))), Cause::Denied);
        assert_eq!(cause(store(&request(&folder, b"ours", Force::Off))), Cause::Denied);
    }

    /// Where the system allows no user namespace, nothing is tested.
    fn on_a_disk(mount: &str, child: &str) {
        let namespace = || Command::new("unshare");
        let can_mount = namespace().args(["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/tmp"]).status();
        if !can_mount.is_ok_and(|status| status.success()) {
            #[allow(clippy::print_stderr, reason = "a skipped test is reported")]
            {
                eprintln!("skipped: {child} needs a user namespace to mount its disk in, and the system has none");
            }
            return;
        }
        let folder = folder();
        let program = std::env::current_exe().expect("this test's program");
        let script = format!("{mount} && exec \"$0\" \"$@\"");
        let mut command = namespace();
        command.args(["-Urm", "sh", "-c", &script]).arg(program);
        let output = child_command(&mut command, child, folder.path()).output().expect("a child");
        let output_text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && output_text.contains("1 passed"), "{output_text}");
    }
}
