//! A zip package read within limits, whoever made it: a workbook, a document of Word, one day an .ods.
//!
//! Owns what is counted while a package is opened and inflated: no size that it declares is believed. Must not know what a
//! part means, nor how a refusal is said. Its parts go to `records` and `docx`, each of which says a [`PackageFault`] its own way.

mod reader;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use ::zip::ZipArchive;

pub use reader::PartReader;

/// Signature of an entry in a zip's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
/// Bytes of a part that is kept once it is inflated, and of all parts kept: what is larger is inflated anew when read.
const KEPT_PART: usize = 512 << 10;
const KEPT_PARTS: usize = 4 << 20;
/// Bytes that are inflated at a time.
const PIECE: usize = 16 << 10;

/// How much of a package is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageLimits {
    /// Bytes of the file, packed.
    pub file: u64,
    /// Entries, folders among them.
    pub entries: usize,
    /// Bytes of one part, inflated.
    pub part: u64,
    /// Bytes of all parts, inflated; what is inflated twice counts twice.
    pub all_parts: u64,
}

/// Why a package can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageFault {
    /// The file is over its limit.
    FileTooLarge,
    /// No zip, or one that was cut or changed in storage.
    Damaged,
    /// More entries than the limit.
    TooManyEntries,
    /// A part, or all of them, inflate past their limit.
    InflatesTooFar,
    /// Two readers could see two packages: names twice, but for their case, or entries that lie over one another. The part,
    /// where it is one.
    Ambiguous(Option<String>),
}

/// A file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagePart {
    /// Name by which parts are looked up: lower case, forward slashes.
    pub name: String,
    /// Name as written.
    pub written: String,
    /// Size inflated; 0 until [`Package::inflate_all`] has counted it.
    pub bytes: u64,
    index: usize,
}

/// An opened package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: PackageLimits,
    parts: Vec<PackagePart>,
    /// The content of small parts, by the place of the part, once inflated.
    kept: Vec<Option<Vec<u8>>>,
    /// Bytes that may still be inflated.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package and lists its parts; inflates nothing.
    ///
    /// # Errors
    /// A [`PackageFault`]; [`PackageFault::InflatesTooFar`] comes later only.
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
        Ok(Self { archive, limits, kept: vec![None; parts.len()], parts, left: limits.all_parts })
    }

    /// Inflates every part once, to count; small ones are kept for whoever reads them.
    ///
    /// # Errors
    /// [`PackageFault::InflatesTooFar`] or [`PackageFault::Damaged`].
    pub fn inflate_all(&mut self) -> Result<(), PackageFault> {
        let (mut piece, mut room) = (vec![0; PIECE], KEPT_PARTS);
        for place in 0..self.parts.len() {
            let limit = self.limits.part.min(self.left);
            let mut file = self.archive.by_index(self.parts[place].index).map_err(|_| PackageFault::Damaged)?;
            let mut kept = Some(Vec::new());
            let mut bytes = 0;
            loop {
                let read = file.read(&mut piece).map_err(|_| PackageFault::Damaged)?;
                if read == 0 {
                    break;
                }
                bytes += read as u64;
                if bytes > limit {
                    return Err(PackageFault::InflatesTooFar);
                }
                kept = kept.filter(|kept| kept.len() + read <= KEPT_PART.min(room));
                if let Some(kept) = &mut kept {
                    kept.extend_from_slice(&piece[..read]);
                }
            }
            room -= kept.as_ref().map_or(0, Vec::len);
            self.left -= bytes;
            self.parts[place].bytes = bytes;
            self.kept[place] = kept;
        }
        Ok(())
    }

    /// Every part, in the order of the zip; folders are parts here.
    #[must_use]
    pub fn parts(&self) -> &[PackagePart] {
        &self.parts
    }

    /// The part of this name, upper and lower case alike.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&PackagePart> {
        let name = normalized(name);
        self.parts.iter().find(|part| part.name == name)
    }

    /// The content of a part, piece by piece. Only what [`Package::inflate_all`] has counted is sure to end.
    ///
    /// # Errors
    /// [`PackageFault::Damaged`].
    pub fn reader(&mut self, part: &PackagePart) -> Result<PartReader<'_, 'a>, PackageFault> {
        if let Some(kept) = self.kept.get(part.index).and_then(Option::as_ref) {
            return Ok(PartReader::kept(kept));
        }
        let file = self.archive.by_index(part.index).map_err(|_| PackageFault::Damaged)?;
        Ok(PartReader::inflating(file))
    }

    /// The content of a part, of so many bytes at most.
    ///
    /// # Errors
    /// [`PackageFault::InflatesTooFar`] for a longer one, or where all that was read comes to more than the limit;
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

/// The zip crate lists every entry before we can count them; hundreds of thousands would take too much room.
fn refuse_huge_directory(bytes: &[u8], entries: usize) -> Result<(), PackageFault> {
    // A package within the package has a directory too, so the limit proper is checked once the zip is open.
    const PACKAGES_WITHIN: usize = 20;
    let found = bytes.windows(DIRECTORY_ENTRY.len()).filter(|window| *window == DIRECTORY_ENTRY).count();
    if found > PACKAGES_WITHIN * entries { Err(PackageFault::TooManyEntries) } else { Ok(()) }
}

/// All entries; of two whose names differ in case alone, another reader could take the one that we did not.
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
