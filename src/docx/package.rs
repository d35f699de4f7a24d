//! The zip around the parts, the same bytes wherever it is made.
//!
//! Owns order, compression and time stamps. Must not know what a part holds. Its output is the file.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::parts::CONTENT_TYPES;

/// The level at which more time saves almost nothing.
const LEVEL: i64 = 6;

/// A named piece of the package.
pub(super) struct Part {
    /// Where it stands, without a leading slash.
    pub(super) name: Cow<'static, str>,
    /// What it holds, not compressed.
    pub(super) bytes: Vec<u8>,
}

/// The parts in one file: the content types first, as readers expect them, then by name.
pub(super) fn pack(mut parts: Vec<Part>) -> Vec<u8> {
    parts.sort_by(|one, other| (one.name != CONTENT_TYPES, &one.name).cmp(&(other.name != CONTENT_TYPES, &other.name)));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(&*part.name, options()).expect("every part has a name of its own");
        archive.write_all(&part.bytes).expect("memory takes every write");
    }
    archive.finish().expect("memory takes every write").into_inner()
}

/// All that would else come from the machine: its clock, its system, its rights.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644)
}
