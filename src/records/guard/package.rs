//! The zip of a workbook, held to limits of our own.
//!
//! Owns what is counted while inflating: declared sizes are never trusted. Must not know XML. The parts it lists are
//! read by `scan` and `book`.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::format;
use crate::records::limits::{ALL_PARTS_BYTES, ENTRIES, PART_BYTES};
use crate::records::refusal::Refusal;

/// Signature of an entry in the zip's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// A file of the package.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Name as calamine looks it up: lower case, forward slashes.
    pub(super) name: String,
    /// Size inflated, counted.
    pub(super) bytes: u64,
    index: usize,
}

/// An opened package whose sizes were counted.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: Vec<Part>,
}

impl<'a> Package<'a> {
    /// Opens a zip and inflates every entry once, to count.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        refuse_huge_directory(bytes)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        if archive.len() > ENTRIES {
            return Err(Refusal::TooManyEntries);
        }
        let names = part_names(&archive)?;
        if archive.has_duplicate_names() || archive.has_overlapping_entries().map_err(|_| Refusal::Damaged)? {
            return Err(Refusal::Forged("zip".to_owned()));
        }
        format::refuse_other_packages(|part| names.iter().any(|name| name == part))?;
        let parts = count_parts(&mut archive, names)?;
        Ok(Self { archive, parts })
    }

    /// Every part, in the order of the zip.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The part of this name, upper and lower case alike.
    pub(super) fn part(&self, name: &str) -> Option<&Part> {
        let name = normalized(name);
        self.parts.iter().find(|part| part.name == name)
    }

    /// The content of a part.
    pub(super) fn reader(&mut self, part: &Part) -> Result<BufReader<ZipFile<'_, Cursor<&'a [u8]>>>, Refusal> {
        let file = self.archive.by_index(part.index).map_err(|_| Refusal::Damaged)?;
        Ok(BufReader::with_capacity(32 << 10, file))
    }
}

/// A part's name as calamine compares it.
pub(super) fn normalized(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// The zip crate lists every entry before we can count them; hundreds of thousands would take too much room.
fn refuse_huge_directory(bytes: &[u8]) -> Result<(), Refusal> {
    let entries = bytes.windows(DIRECTORY_ENTRY.len()).filter(|window| *window == DIRECTORY_ENTRY).count();
    // A workbook embedded in the workbook has a directory too, so the limit proper is checked once the zip is open.
    if entries > 20 * ENTRIES { Err(Refusal::TooManyEntries) } else { Ok(()) }
}

/// The names of all entries; two that differ in case alone would let calamine read another part than we did.
fn part_names(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, Refusal> {
    let mut seen = BTreeSet::new();
    let mut names = Vec::with_capacity(archive.len());
    for name in archive.file_names() {
        let name = normalized(&name.map_err(|_| Refusal::Damaged)?);
        if !seen.insert(name.clone()) {
            return Err(Refusal::Forged(name));
        }
        names.push(name);
    }
    Ok(names)
}

fn count_parts(archive: &mut ZipArchive<Cursor<&[u8]>>, names: Vec<String>) -> Result<Vec<Part>, Refusal> {
    let mut all = 0;
    let mut parts = Vec::with_capacity(names.len());
    for (index, name) in names.into_iter().enumerate() {
        let mut file = archive.by_index(index).map_err(|_| Refusal::Damaged)?;
        let bytes = inflated_bytes(&mut file, PART_BYTES.min(ALL_PARTS_BYTES - all))?;
        all += bytes;
        parts.push(Part { name, bytes, index });
    }
    Ok(parts)
}

/// The bytes that come out, counted as they come.
fn inflated_bytes(file: &mut impl Read, limit: u64) -> Result<u64, Refusal> {
    let mut buffer = vec![0; 64 << 10];
    let mut bytes = 0;
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(bytes),
            Ok(read) => bytes += read as u64,
            Err(_) => return Err(Refusal::Damaged),
        }
        if bytes > limit {
            return Err(Refusal::InflatesTooFar);
        }
    }
}
