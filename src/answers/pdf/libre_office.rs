//! `LibreOffice` as a program that turns documents into PDFs: finding it, running it, ending it.
//!
//! Owns the only processes that the program starts. Must not know what a document is, nor where its PDF goes. Its output
//! is files in the folder that it is given.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Where installers put it; a program in `PATH` comes first.
const USUAL: [&str; 8] = [
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
];

/// Its names in `PATH`.
const NAMES: [&str; 2] = if cfg!(windows) { ["soffice.exe", "libreoffice.exe"] } else { ["soffice", "libreoffice"] };

/// How often it is asked whether it is done.
const PAUSE: Duration = Duration::from_millis(50);

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CallEnd {
    /// It ended by itself; whether each file came out is to be seen.
    Ended,
    /// It was ended after its time.
    TimedOut,
    /// It was ended because the clerk asked to stop.
    Stopped,
}

/// The program: the one that `VANTHU_LIBREOFFICE` names, else the first in `PATH` or where installers put it; `None`
/// where there is none.
pub(super) fn find(environment: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    if let Some(named) = environment("VANTHU_LIBREOFFICE").filter(|named| !named.is_empty()) {
        return std::path::absolute(named).ok().filter(|path| path.is_file());
    }
    let path = environment("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let in_path = folders.flat_map(|folder| NAMES.map(|name| folder.join(name)));
    in_path.chain(USUAL.map(PathBuf::from)).find(|program| program.is_file())
}

/// Turns documents into PDFs of the same names in the folder `results`, with a profile of its own that stays away from the
/// clerk's.
///
/// # Errors
/// The system's error where the program can't be started.
pub(super) fn convert(
    program: &Path,
    (profile, results): (&Path, &Path),
    documents: &[PathBuf],
    limit: Duration,
    is_stopped: &dyn Fn() -> bool,
) -> io::Result<CallEnd> {
    let mut installation = OsString::from("-env:UserInstallation=");
    installation.push(file_address(profile));
    let mut command = Command::new(program);
    command
        .arg(installation)
        .args(["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"])
        .args(["--convert-to", "pdf:writer_pdf_Export", "--outdir"])
        .arg(results)
        .args(documents)
        .current_dir(results)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    // Time is counted in pauses: no clock is read.
    for _ in 0..limit.as_millis() / PAUSE.as_millis() {
        if child.try_wait()?.is_some() {
            return Ok(CallEnd::Ended);
        }
        if is_stopped() {
            end(&mut child);
            return Ok(CallEnd::Stopped);
        }
        sleep(PAUSE);
    }
    end(&mut child);
    Ok(CallEnd::TimedOut)
}

/// Ends the program with all that it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Ok(id) = i32::try_from(child.id()) {
        use nix::sys::signal::{Signal, killpg};
        let _is_gone = killpg(nix::unistd::Pid::from_raw(id), Signal::SIGKILL);
    }
    #[cfg(windows)]
    let _is_gone = Command::new("taskkill")
        .args(["/T", "/F", "/PID", &child.id().to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let _is_gone = child.kill();
    let _is_over = child.wait();
}

/// A path as the address of a file.
fn file_address(path: &Path) -> String {
    let mut address = String::from("file://");
    let path = path.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            byte => {
                let _infallible = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(file_address(Path::new("/tmp/a b/xã")), "file:///tmp/a%20b/x%C3%A3");
        assert_eq!(file_address(Path::new(r"C:\Users\a&b")), "file:///C:/Users/a%26b");
    }

    #[test]
    fn only_the_named_program_counts_where_one_is_named() {
        let found = find(&|name| (name == "VANTHU_LIBREOFFICE").then(|| "/nowhere/soffice".to_owned()));
        assert_eq!(found, None);
    }
}
