//! Archives of whole files for people to open: written as a stream, known again by what they hold.
//!
//! Owns their entries, and the comment in which an archive carries the digest of its content. Must not know what the
//! files are, nor where the bytes go. `answers` packs the documents of a run with it.

use std::fmt::Write as _;
use std::io::{Read, Result as IoResult, Seek, Write, copy, sink};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, System, ZipArchive, ZipWriter};
use sha2::{Digest as _, Sha256};

/// How the comment of our archives begins; the names of the workbooks follow.
const MARK: &str = "vanthu: ";
/// Where the digest begins, on the last line.
const DIGEST: &str = "\nsha256: ";
/// The most bytes of the names of workbooks: a comment has no more than 65,535.
const LONGEST_SOURCE: usize = 32_000;
/// The most bytes of an entry that is read: none of ours is nearly as large.
const LARGEST_ENTRY: u64 = 256 << 20;

/// The digest of what an archive holds: names and bytes of its files, in order.
#[derive(Clone, Debug, Default)]
pub struct ContentDigest(Sha256);

impl ContentDigest {
    /// One more file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.add_digest(name, &Sha256::digest(bytes));
    }

    /// The length comes before the name, so that two lists of files never give the same input.
    fn add_digest(&mut self, name: &str, digest: &[u8]) {
        self.0.update((name.len() as u64).to_le_bytes());
        self.0.update(name);
        self.0.update(digest);
    }

    /// The digest in small hexadecimal digits.
    #[must_use]
    pub fn hex(self) -> String {
        self.0.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _infallible = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// An archive that is being written; nothing of its files is kept in memory.
pub struct ArchiveWriter<W: Write + Seek> {
    writer: ZipWriter<W>,
}

impl<W: Write + Seek> ArchiveWriter<W> {
    /// An archive without files.
    pub fn new(target: W) -> Self {
        Self { writer: ZipWriter::new(target) }
    }

    /// Adds a file. It is stored as it is: documents and workbooks are deflated already. Names outside ASCII are
    /// flagged as UTF-8, and no date, system or right of this machine is kept.
    ///
    /// # Errors
    /// The system's error where the target can't be written to.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> IoResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .large_file(u32::try_from(bytes.len()).is_err())
            .system(System::Unix);
        self.writer.start_file(name, options)?;
        self.writer.write_all(bytes)
    }

    /// Writes the list of files, and the comment with the digest of all of them, in their order, and the names of the
    /// workbooks.
    ///
    /// # Errors
    /// The system's error where the target can't be written to.
    pub fn finish(mut self, digest: &str, source: &str) -> IoResult<W> {
        let comment = format!("{MARK}{}{DIGEST}{digest}", source_in_comment(source));
        self.writer.set_comment(comment)?;
        Ok(self.writer.finish()?)
    }
}

/// The names of workbooks as a comment holds them.
#[must_use]
pub fn source_in_comment(source: &str) -> String {
    let mut source = source.replace(['\n', '\r'], " ");
    while source.len() > LONGEST_SOURCE {
        source.pop();
    }
    source
}

/// Whose an archive is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveState {
    /// Ours, as we wrote it.
    Intact {
        /// The names of the workbooks, as the comment holds them.
        source: String,
        /// The digest of its content.
        digest: String,
    },
    /// Ours, but its files were changed.
    Edited,
    /// Not ours, or no archive at all.
    Foreign,
}

/// Reads an archive through and says whose it is.
pub fn archive_state<R: Read + Seek>(reader: R) -> ArchiveState {
    let Ok(mut archive) = ZipArchive::new(reader) else {
        return ArchiveState::Foreign;
    };
    let comment = String::from_utf8_lossy(archive.comment()).into_owned();
    let marked = comment.strip_prefix(MARK).and_then(|rest| rest.rsplit_once(DIGEST));
    let Some((source, digest)) = marked else {
        return ArchiveState::Foreign;
    };
    if content_digest(&mut archive).is_some_and(|found| found.hex() == digest) {
        ArchiveState::Intact { source: source.to_owned(), digest: digest.to_owned() }
    } else {
        ArchiveState::Edited
    }
}

/// The digest of what an archive holds; `None` where it can't be read as we would write it.
fn content_digest<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<ContentDigest> {
    // Entries that overlap could inflate without end.
    if archive.has_duplicate_names() || archive.has_overlapping_entries().ok()? {
        return None;
    }
    let mut digest = ContentDigest::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let mut hash = Hashed(Sha256::new());
        copy(&mut entry.by_ref().take(LARGEST_ENTRY), &mut hash).ok()?;
        if copy(&mut entry.by_ref().take(1), &mut sink()).ok()? > 0 {
            return None;
        }
        let name = entry.name().ok()?.to_string();
        digest.add_digest(&name, &hash.0.finalize());
    }
    Some(digest)
}

/// Hashes what is written to it.
struct Hashed(Sha256);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> IoResult<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> IoResult<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ArchiveWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.add(name, bytes).expect("memory takes all");
        }
        writer.finish(&digest(files), "sổ.xlsx").expect("memory takes all").into_inner()
    }

    fn digest(files: &[(&str, &[u8])]) -> String {
        let mut digest = ContentDigest::default();
        for (name, bytes) in files {
            digest.add(name, bytes);
        }
        digest.hex()
    }

    #[test]
    fn an_archive_is_known_by_what_it_holds() {
        let files: [(&str, &[u8]); 2] = [("01 - Bản Còn.docx", b"mot"), ("02.docx", b"hai")];
        let bytes = archive(&files);
        let intact = ArchiveState::Intact { source: "sổ.xlsx".to_owned(), digest: digest(&files) };
        assert_eq!(archive_state(Cursor::new(&bytes)), intact);
        assert_eq!(archive(&files), bytes);
        let place = bytes.windows(3).position(|part| part == b"hai").expect("the file is stored as it is");
        let mut edited = bytes.clone();
        edited[place] = b'H';
        assert_eq!(archive_state(Cursor::new(&edited)), ArchiveState::Edited);
        assert_eq!(archive_state(Cursor::new(&bytes[..bytes.len() - 90])), ArchiveState::Foreign);
        assert_eq!(archive_state(Cursor::new(b"PK")), ArchiveState::Foreign);
    }

    #[test]
    fn names_outside_ascii_are_flagged_as_utf8() {
        let bytes = archive(&[("Bản Còn.docx", b"x")]);
        let flags = u16::from_le_bytes([bytes[6], bytes[7]]);
        assert_eq!(flags & 0x0800, 0x0800);
        assert!(bytes.windows("Bản Còn.docx".len()).any(|part| part == "Bản Còn.docx".as_bytes()));
    }

    #[test]
    fn more_files_than_a_plain_list_counts_are_all_there() {
        let names: Vec<String> = (0..66_000).map(|number| format!("{number}.docx")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        let bytes = archive(&files);
        let read = ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
        assert_eq!(read.len(), 66_000);
        assert!(matches!(archive_state(Cursor::new(&bytes)), ArchiveState::Intact { .. }));
    }

    #[test]
    fn files_behind_four_gigabytes_are_found() {
        let mut writer = ArchiveWriter::new(Sparse::default());
        // Written as one file of zeros, of which the target keeps nothing.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
        writer.writer.start_file("zeros", options).expect("a file");
        let zeros = vec![0; 64 << 20];
        (0..65).for_each(|_| writer.writer.write_all(&zeros).expect("the target takes all"));
        writer.add("sau.docx", b"sau").expect("the target takes all");
        let mut target = writer.finish("", "so.xlsx").expect("the target takes all");
        assert!(target.end > 1 << 32);
        let mut read = ZipArchive::new(&mut target).expect("a zip");
        let mut text = String::new();
        read.by_name("sau.docx").expect("the file").read_to_string(&mut text).expect("a text");
        assert_eq!(text, "sau");
    }

    /// A file in memory that keeps no long runs of zeros.
    #[derive(Default)]
    struct Sparse {
        pieces: std::collections::BTreeMap<u64, u8>,
        position: u64,
        end: u64,
    }

    impl Write for Sparse {
        fn write(&mut self, bytes: &[u8]) -> IoResult<usize> {
            if bytes.len() < 4096 || bytes.iter().any(|byte| *byte != 0) {
                self.pieces.extend((self.position..).zip(bytes.iter().copied()));
            }
            self.position += bytes.len() as u64;
            self.end = self.end.max(self.position);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> IoResult<()> {
            Ok(())
        }
    }

    impl Read for Sparse {
        fn read(&mut self, bytes: &mut [u8]) -> IoResult<usize> {
            let count = (bytes.len() as u64).min(self.end.saturating_sub(self.position));
            let count = usize::try_from(count).expect("no more than the buffer");
            for (place, byte) in (self.position..).zip(&mut bytes[..count]) {
                *byte = self.pieces.get(&place).copied().unwrap_or_default();
            }
            self.position += count as u64;
            Ok(count)
        }
    }

    impl Seek for Sparse {
        fn seek(&mut self, to: std::io::SeekFrom) -> IoResult<u64> {
            let from = |start: u64, by: i64| start.checked_add_signed(by).ok_or(std::io::ErrorKind::InvalidInput);
            self.position = match to {
                std::io::SeekFrom::Start(place) => place,
                std::io::SeekFrom::End(by) => from(self.end, by)?,
                std::io::SeekFrom::Current(by) => from(self.position, by)?,
            };
            Ok(self.position)
        }
    }
}
