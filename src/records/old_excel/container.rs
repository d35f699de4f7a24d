//! The container of old Office files: streams, cut into sectors ([MS-CFB]).
//!
//! Owns the chains of sectors and the names at the root. Nothing declared is trusted: a chain has at most as many sectors
//! as the file. Must not know what a stream means. `old_excel` takes the streams that it needs.

use std::collections::BTreeSet;

/// First bytes of a container.
pub(super) const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Numbers of sectors from here on are marks: the end of a chain, a free sector, a sector of the table itself.
const FIRST_MARK: u32 = 0xffff_fffa;
const END_OF_CHAIN: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;
/// Bytes of an entry of the directory.
const ENTRY_BYTES: usize = 128;
/// Bytes of a sector of the stream of small streams.
const MINI_SHIFT: u32 = 6;
/// Sectors of the table that the header itself lists.
const LISTED_IN_HEADER: usize = 109;

/// An opened container.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    /// The size of a sector, as a power of two.
    shift: u32,
    /// The next sector of each.
    table: Vec<u32>,
    entries: Vec<DirectoryEntry>,
    /// Streams below this size are in the stream of small streams.
    small_below: u64,
    /// The next small sector of each, and the stream that has them.
    small_table: Vec<u32>,
    small_stream: Vec<u8>,
}

/// An entry of the directory.
struct DirectoryEntry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    bytes: u64,
}

impl<'a> Container<'a> {
    /// Opens a container; `None` where it is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(&SIGNATURE) {
            return None;
        }
        let shift = u32::from(u16_at(bytes, 0x1e)?);
        if !matches!(shift, 9 | 12) || u32::from(u16_at(bytes, 0x20)?) != MINI_SHIFT {
            return None;
        }
        let mut container = Self {
            bytes,
            shift,
            table: Vec::new(),
            entries: Vec::new(),
            small_below: u64::from(u32_at(bytes, 0x38)?),
            small_table: Vec::new(),
            small_stream: Vec::new(),
        };
        container.table = container.sector_table()?;
        // A file that was cut off lacks a sector to which another leads. Some programs write no sectors as ended chains.
        if let Some(last) = container.table.iter().copied().filter(|next| *next < FIRST_MARK).max() {
            container.sector(last)?;
        }
        let directory = container.chain(u32_at(bytes, 0x30)?, None)?;
        container.entries = directory.chunks_exact(ENTRY_BYTES).map(DirectoryEntry::read).collect::<Option<_>>()?;
        let small_table = container.chain(u32_at(bytes, 0x3c)?, None)?;
        container.small_table = numbers(&small_table);
        let root = container.entries.first()?;
        container.small_stream = container.chain(root.start, Some(root.bytes))?;
        Some(container)
    }

    /// Whether the root has a stream or a folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.at_root(name).is_some()
    }

    /// A stream at the root; `None` where there is none or it is damaged.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        const STREAM: u8 = 2;
        let entry = self.at_root(name).filter(|entry| entry.kind == STREAM)?;
        if entry.bytes < self.small_below {
            return self.small_chain(entry.start, entry.bytes);
        }
        self.chain(entry.start, Some(entry.bytes))
    }

    /// What is embedded in a workbook has folders of its own, so only the root's own names count.
    fn at_root(&self, name: &str) -> Option<&DirectoryEntry> {
        let (mut open, mut seen) = (vec![self.entries.first()?.child], BTreeSet::new());
        while let Some(number) = open.pop() {
            let Some(entry) = usize::try_from(number).ok().and_then(|at| self.entries.get(at)) else { continue };
            if !seen.insert(number) {
                continue;
            }
            if entry.name.eq_ignore_ascii_case(name) {
                return Some(entry);
            }
            open.extend([entry.left, entry.right]);
        }
        None
    }

    /// The table of sectors, from the sectors that the header and its continuations list.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() >> self.shift;
        let listed = self.bytes.get(0x4c..0x4c + 4 * LISTED_IN_HEADER)?;
        let mut listed = numbers(listed);
        let mut next = u32_at(self.bytes, 0x44)?;
        for _ in 0..=most {
            if next >= FIRST_MARK {
                break;
            }
            let mut more = numbers(self.sector(next)?);
            next = more.pop()?;
            listed.extend(more);
        }
        let count = usize::try_from(u32_at(self.bytes, 0x2c)?).ok()?;
        if count > most || count > listed.len() {
            return None;
        }
        let mut table = Vec::new();
        for number in &listed[..count] {
            let mut sector = numbers(self.sector(*number)?);
            sector.resize(1 << (self.shift - 2), FREE);
            table.extend(sector);
        }
        Some(table)
    }

    /// The bytes of a sector; fewer where it is the last of the file.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (usize::try_from(number).ok()?.checked_add(1)?).checked_shl(self.shift)?;
        let end = start.checked_add(1 << self.shift)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// A stream by its first sector: as many bytes as given, else all of its sectors.
    fn chain(&self, start: u32, bytes: Option<u64>) -> Option<Vec<u8>> {
        let mut chained = Vec::new();
        let wanted = bytes.map(usize::try_from).transpose().ok()?;
        let mut next = start;
        for _ in 0..=self.table.len() {
            let is_enough = wanted.is_some_and(|wanted| chained.len() >= wanted);
            if next == END_OF_CHAIN || is_enough || (next == FREE && chained.is_empty()) {
                break;
            }
            chained.extend_from_slice(self.sector(next)?);
            if chained.len() > self.bytes.len() {
                return None;
            }
            next = *self.table.get(usize::try_from(next).ok()?)?;
        }
        whole(chained, wanted)
    }

    /// A stream of small sectors.
    fn small_chain(&self, start: u32, bytes: u64) -> Option<Vec<u8>> {
        let wanted = usize::try_from(bytes).ok()?;
        let (mut chained, mut next) = (Vec::new(), start);
        for _ in 0..=self.small_table.len() {
            if chained.len() >= wanted || next == END_OF_CHAIN {
                break;
            }
            let number = usize::try_from(next).ok()?;
            let from = number.checked_shl(MINI_SHIFT)?;
            let to = from.checked_add(1 << MINI_SHIFT)?.min(self.small_stream.len());
            chained.extend_from_slice(self.small_stream.get(from..to)?);
            next = *self.small_table.get(number)?;
        }
        whole(chained, Some(wanted))
    }
}

impl DirectoryEntry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
        let units: Vec<u16> =
            bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Some(Self {
            name: String::from_utf16_lossy(&units),
            kind: bytes[66],
            left: u32_at(bytes, 68)?,
            right: u32_at(bytes, 72)?,
            child: u32_at(bytes, 76)?,
            start: u32_at(bytes, 116)?,
            // Files of this size have no use for the upper half, and some programs leave rubbish there.
            bytes: u64::from(u32_at(bytes, 120)?),
        })
    }
}

/// The bytes cut to the number wanted; `None` where they are fewer.
fn whole(mut bytes: Vec<u8>, wanted: Option<usize>) -> Option<Vec<u8>> {
    let Some(wanted) = wanted else { return Some(bytes) };
    if bytes.len() < wanted {
        return None;
    }
    bytes.truncate(wanted);
    Some(bytes)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
