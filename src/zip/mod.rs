//! Reads a zip package within limits, whoever made it: a workbook, a document of Word, one day an .ods.
//!
//! Owns the counting while a package is opened and inflated: no declared size is trusted. Must not know what a part
//! means, nor how a refusal is worded. Its parts go to `records` and `docx`, which report a [`PackageFault`] in their
//! own ways; `archive` packs whole files for people.

mod archive;
mod packing;
mod reader;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use ::zip::ZipArchive;

pub use archive::{ArchiveState, ArchiveWriter, ContentDigest, archive_state, source_in_comment};
pub use packing::PackageWriter;
pub use reader::PartReader;

/// Signature of an entry in a zip's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
/// Bytes of a part that is cached after inflating, and of all cached parts: larger ones are inflated again when read.
const CACHED_PART: usize = 6 << 20;
const CACHED_PARTS: usize = 12 << 20;
/// Bytes inflated at a time.
const CHUNK: usize = 16 << 10;

/// Limits for reading a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageLimits {
    /// Bytes of the compressed file.
    pub file: u64,
    /// Entries, including folders.
    pub entries: usize,
    /// Bytes of one part, inflated.
    pub part: u64,
    /// Bytes of all parts, inflated; a part inflated twice counts twice.
    pub all_parts: u64,
}

/// Why a package can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageFault {
    /// The file exceeds its limit.
    FileTooLarge,
    /// Not a zip, or one that was truncated or changed in storage.
    Damaged,
    /// More entries than the limit.
    TooManyEntries,
    /// The inflated size of a part, or of all parts, exceeds its limit.
    InflatesTooFar,
    /// Two readers could see different content: names that are equal apart from case, or overlapping entries. The part,
    /// if it is one.
    Ambiguous(Option<String>),
}

/// A file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagePart {
    /// Name by which parts are looked up: lower case, forward slashes.
    pub name: String,
    /// Name as written.
    pub written: String,
    /// Inflated size; 0 until [`Package::inflate_all`] has counted it.
    pub bytes: u64,
    index: usize,
}

/// An opened package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: PackageLimits,
    parts: Vec<PackagePart>,
    /// The content of small parts, by the index of the part, once inflated.
    cached: Vec<Option<Vec<u8>>>,
    /// Bytes that may still be inflated.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package and lists its parts, without inflating any.
    ///
    /// # Errors
    /// A [`PackageFault`], but never [`PackageFault::InflatesTooFar`].
    pub fn open(bytes: &'a [u8], limits: PackageLimits) -> Result<Self, PackageFault> {
        if bytes.len() as u64 > limits.file {
            return Err(PackageFault::FileTooLarge);
        }
        refuse_huge_directory(bytes, limits.entries)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageFault::Damaged)?;
        if archive.len() > limits.entries {
            return Err(PackageFault::TooManyEntries);
        }
        let parts = parts(&archive)?;
        if archive.has_duplicate_names() || archive.has_overlapping_entries().map_err(|_| PackageFault::Damaged)? {
            return Err(PackageFault::Ambiguous(None));
        }
        Ok(Self { archive, limits, cached: vec![None; parts.len()], parts, left: limits.all_parts })
    }

    /// Inflates every part once, to count its bytes; small ones are cached.
    ///
    /// # Errors
    /// [`PackageFault::InflatesTooFar`] or [`PackageFault::Damaged`].
    pub fn inflate_all(&mut self) -> Result<(), PackageFault> {
        let (mut chunk, mut room) = (vec![0; CHUNK], CACHED_PARTS);
        for index in 0..self.parts.len() {
            let limit = self.limits.part.min(self.left);
            let mut file = self.archive.by_index(self.parts[index].index).map_err(|_| PackageFault::Damaged)?;
            let mut cached = Some(Vec::new());
            let mut bytes = 0;
            loop {
                let read = file.read(&mut chunk).map_err(|_| PackageFault::Damaged)?;
                if read == 0 {
                    break;
                }
                bytes += read as u64;
                if bytes > limit {
                    return Err(PackageFault::InflatesTooFar);
                }
                cached = cached.filter(|cached| cached.len() + read <= CACHED_PART.min(room));
                if let Some(cached) = &mut cached {
                    cached.extend_from_slice(&chunk[..read]);
                }
            }
            room -= cached.as_ref().map_or(0, Vec::len);
            self.left -= bytes;
            self.parts[index].bytes = bytes;
            self.cached[index] = cached;
        }
        Ok(())
    }

    /// Every part, in the order of the zip; folders are parts too.
    #[must_use]
    pub fn parts(&self) -> &[PackagePart] {
        &self.parts
    }

    /// The part of this name, regardless of case.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&PackagePart> {
        let name = normalized(name);
        self.parts.iter().find(|part| part.name == name)
    }

    /// The content of a part, streamed. Its size is known to be limited only after [`Package::inflate_all`].
    ///
    /// # Errors
    /// [`PackageFault::Damaged`].
    pub fn reader(&mut self, part: &PackagePart) -> Result<PartReader<'_, 'a>, PackageFault> {
        if let Some(cached) = self.cached.get(part.index).and_then(Option::as_ref) {
            return Ok(PartReader::cached(cached));
        }
        let file = self.archive.by_index(part.index).map_err(|_| PackageFault::Damaged)?;
        Ok(PartReader::inflating(file))
    }

    /// The content of a part, of at most `most` bytes.
    ///
    /// # Errors
    /// [`PackageFault::InflatesTooFar`] for a longer part, or where all parts together exceed the limit;
    /// [`PackageFault::Damaged`].
    pub fn read(&mut self, part: &PackagePart, most: u64) -> Result<Vec<u8>, PackageFault> {
        let most = most.min(self.limits.part).min(self.left);
        let mut bytes = Vec::new();
        let reader = self.reader(part)?;
        let read = reader.take(most + 1).read_to_end(&mut bytes).map_err(|_| PackageFault::Damaged)? as u64;
        self.left = self.left.checked_sub(read).ok_or(PackageFault::InflatesTooFar)?;
        if read > most { Err(PackageFault::InflatesTooFar) } else { Ok(bytes) }
    }
}

/// A part's name as readers of such packages compare it.
#[must_use]
pub fn normalized(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// The zip crate lists every entry before we can count them; hundreds of thousands would take too much memory.
fn refuse_huge_directory(bytes: &[u8], entries: usize) -> Result<(), PackageFault> {
    // A package within the package has a directory too, so the actual limit is checked once the zip is open.
    const PACKAGES_WITHIN: usize = 20;
    let found = bytes.windows(DIRECTORY_ENTRY.len()).filter(|window| *window == DIRECTORY_ENTRY).count();
    if found > PACKAGES_WITHIN * entries { Err(PackageFault::TooManyEntries) } else { Ok(()) }
}

/// All entries. Of two names that differ only in case, another reader could use the other one, so they are refused.
fn parts(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<PackagePart>, PackageFault> {
    let mut seen = BTreeSet::new();
    let mut parts = Vec::with_capacity(archive.len());
    for (index, written) in archive.file_names().enumerate() {
        let written = written.map_err(|_| PackageFault::Damaged)?.to_string();
        let name = normalized(&written);
        if !seen.insert(name.clone()) {
            return Err(PackageFault::Ambiguous(Some(name)));
        }
        parts.push(PackagePart { name, written, bytes: 0, index });
    }
    Ok(parts)
}
