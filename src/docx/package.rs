//! Packs the parts into a zip; the same parts give the same bytes on every machine.
//!
//! Owns order, compression and time stamps. Must not know the content of a part. Its output is the file. The zip crate
//! is not used here: it can't take a part that is already deflated, and makes a new compressor for each part.

use std::borrow::Cow;
use std::fmt;

use zlib_rs::crc32::crc32;
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Status};

use super::quick_deflate::{LONGEST_TEXT, QuickDeflate};

/// How well a part is compressed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Effort {
    /// For a part of one document: nearly half as large again as with the next level, in little more than half of the
    /// instructions.
    Little,
    /// For a part that many documents share.
    Full,
}

/// The memory kept from one part to the next: enough for the text of a hundred pages.
const MOST_KEPT: usize = 256 * 1024;

/// A smaller part is stored: starting the compressor would take longer than it saves.
const LEAST_DEFLATED: usize = 1024;

/// A named part of the package.
#[derive(Clone, Debug)]
pub(super) struct WrittenPart {
    /// Its path, without a leading slash.
    pub(super) name: Cow<'static, str>,
    /// Its content, uncompressed.
    pub(super) bytes: Vec<u8>,
    /// Its content, deflated; `None` where it is stored.
    deflated: Option<Vec<u8>>,
    pub(super) check_sum: u32,
}

/// Makes parts; one packer serves many, because a compressor takes memory and time to create.
pub(super) struct Packer {
    effort: Effort,
    /// For parts of little effort, unless they are too long for it.
    quick: Option<QuickDeflate>,
    compressor: Option<Deflate>,
    /// Where a part is deflated to; kept, so that it is not cleared for each part.
    buffer: Vec<u8>,
}

impl fmt::Debug for Packer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Packer").field("effort", &self.effort).finish_non_exhaustive()
    }
}

impl Packer {
    /// A packer with this effort.
    pub(super) fn new(effort: Effort) -> Self {
        Self { effort, quick: None, compressor: None, buffer: Vec::new() }
    }

    /// A part with this content.
    pub(super) fn part(&mut self, name: impl Into<Cow<'static, str>>, bytes: Vec<u8>) -> WrittenPart {
        let check_sum = crc32(0, &bytes);
        let deflated = (bytes.len() >= LEAST_DEFLATED).then(|| self.deflated(&bytes));
        WrittenPart { name: name.into(), bytes, deflated, check_sum }
    }

    fn deflated(&mut self, bytes: &[u8]) -> Vec<u8> {
        if matches!(self.effort, Effort::Little) && bytes.len() <= LONGEST_TEXT {
            return self.quick.get_or_insert_default().deflated(bytes);
        }
        let compressor = self.compressor.get_or_insert_with(|| Deflate::new_with_config(self.effort.config()));
        if compressor.total_out() > 0 {
            compressor.reset();
        }
        let place = |count: u64, all: usize| usize::try_from(count).map_or(all, |count| count.min(all));
        let buffer = &mut self.buffer;
        let more = bytes.len() / 4 + 64;
        buffer.resize(buffer.len().max(more), 0);
        loop {
            let rest = &bytes[place(compressor.total_in(), bytes.len())..];
            let written = place(compressor.total_out(), buffer.len());
            match compressor.compress(rest, &mut buffer[written..], DeflateFlush::Finish) {
                Ok(Status::StreamEnd) => break,
                Ok(_) => buffer.resize(buffer.len() + more, 0),
                Err(error) => panic!("memory takes every write: {error:?}"),
            }
        }
        let deflated = buffer[..place(compressor.total_out(), buffer.len())].to_vec();
        // A large part's memory is not kept.
        buffer.truncate(MOST_KEPT);
        buffer.shrink_to(MOST_KEPT);
        deflated
    }
}

impl Effort {
    fn config(self) -> DeflateConfig {
        // A zip entry holds bare deflate data: its negative window size leaves out the frame of zlib.
        let (level, mem_level) = match self {
            // Less memory is cleared faster before each text.
            Self::Little => (1, 4),
            Self::Full => (6, 8),
        };
        DeflateConfig { level, mem_level, window_bits: -15, ..DeflateConfig::default() }
    }
}

/// The parts in one file, in the order of their names: the content types come first, as readers expect.
pub(super) fn pack<'a>(parts: impl Iterator<Item = &'a WrittenPart> + Clone) -> Vec<u8> {
    let size = |part: &WrittenPart| part.packed().len() + 2 * part.name.len();
    let room: usize = parts.clone().map(|part| size(part) + LOCAL_HEADER + DIRECTORY_ENTRY).sum();
    let mut file = Vec::with_capacity(room + DIRECTORY_END);
    let mut directory = Vec::new();
    let mut count = 0_u16;
    for part in parts {
        let start = length(file.len());
        file.extend_from_slice(b"PK\x03\x04");
        file.extend_from_slice(&part.header());
        file.extend_from_slice(part.name.as_bytes());
        file.extend_from_slice(part.packed());
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&MADE_BY);
        directory.extend_from_slice(&part.header());
        // No comment, on the first disk, not marked as text.
        directory.extend_from_slice(&[0; 6]);
        directory.extend_from_slice(&RIGHTS.to_le_bytes());
        directory.extend_from_slice(&start.to_le_bytes());
        directory.extend_from_slice(part.name.as_bytes());
        count += 1;
    }
    let start = length(file.len());
    file.extend_from_slice(&directory);
    file.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    file.extend_from_slice(&count.to_le_bytes());
    file.extend_from_slice(&count.to_le_bytes());
    file.extend_from_slice(&length(directory.len()).to_le_bytes());
    file.extend_from_slice(&start.to_le_bytes());
    file.extend_from_slice(&[0; 2]);
    file
}

/// The sizes of a part's local header, of its directory entry, and of the directory's end, without names.
const LOCAL_HEADER: usize = 30;
const DIRECTORY_ENTRY: usize = 46;
const DIRECTORY_END: usize = 22;

/// Fixed values for what would otherwise depend on the machine: the system (Unix, version 2.0 of the format) and a
/// file's rights (0644).
const MADE_BY: [u8; 2] = [20, 3];
const RIGHTS: u32 = 0o100_644 << 16;

impl WrittenPart {
    fn packed(&self) -> &[u8] {
        self.deflated.as_ref().unwrap_or(&self.bytes)
    }

    /// The fields that the local header and the directory share: how the part is packed, and its size.
    fn header(&self) -> [u8; 26] {
        let mut header = [0; 26];
        // Method 8 is deflate, 0 is stored.
        let method = if self.deflated.is_some() { 8 } else { 0 };
        // Version 2.0 unpacks it; the time is midnight of the format's first day.
        header[..10].copy_from_slice(&[20, 0, 0, 0, method, 0, 0, 0, 0x21, 0]);
        header[10..14].copy_from_slice(&self.check_sum.to_le_bytes());
        header[14..18].copy_from_slice(&length(self.packed().len()).to_le_bytes());
        header[18..22].copy_from_slice(&length(self.bytes.len()).to_le_bytes());
        let name = u16::try_from(self.name.len()).expect("names of parts are short");
        header[22..24].copy_from_slice(&name.to_le_bytes());
        header
    }
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a document is far smaller than 4 GiB")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn packed_parts_are_read_by_the_zip_crate() {
        // A fixed sequence (xorshift) that can't be compressed.
        let mut state = 0x9e37_79b9_u32;
        let noise = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[0]
        });
        let contents: [Vec<u8>; 4] = [vec![], b"a".to_vec(), b"<w:p/>".repeat(20_000), noise.take(200_000).collect()];
        let mut packers = [Effort::Full, Effort::Little].map(Packer::new);
        for content in contents {
            let mut parts = packers.iter_mut().map(|packer| packer.part("a", content.clone())).collect::<Vec<_>>();
            parts[1].name = "word/b.xml".into();
            let file = pack(parts.iter());
            let mut archive = ZipArchive::new(Cursor::new(&file)).expect("the file is a zip");
            assert_eq!(archive.len(), 2);
            for part in &parts {
                let mut entry = archive.by_name(&part.name).expect("the part is there");
                assert_eq!(
                    (entry.unix_mode(), entry.last_modified()),
                    (Some(0o100_644), Some(zip::DateTime::default()))
                );
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).expect("the part can be read");
                assert!(bytes == content);
            }
        }
    }
}
