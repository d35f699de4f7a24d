//! The content of one part, either cached or inflated while it is read.
//!
//! Owns only the choice between the two. Must not know limits: the package has counted the bytes. Every reader of a
//! part streams from it.

use std::io::{BufRead, BufReader, Cursor, Read, Result};

use ::zip::read::ZipFile;

/// Bytes inflated ahead of the reader.
const AHEAD: usize = 32 << 10;

/// A part being read.
pub struct PartReader<'p, 'a>(PartSource<'p, 'a>);

enum PartSource<'p, 'a> {
    Cached(&'p [u8]),
    Inflating(Box<BufReader<ZipFile<'p, Cursor<&'a [u8]>>>>),
}

impl<'p, 'a> PartReader<'p, 'a> {
    pub(super) fn cached(bytes: &'p [u8]) -> Self {
        Self(PartSource::Cached(bytes))
    }

    pub(super) fn inflating(file: ZipFile<'p, Cursor<&'a [u8]>>) -> Self {
        Self(PartSource::Inflating(Box::new(BufReader::with_capacity(AHEAD, file))))
    }

    /// What is left of a cached part; `None` for one that is inflated while it is read.
    #[must_use]
    pub fn cached_bytes(&self) -> Option<&'p [u8]> {
        match &self.0 {
            PartSource::Cached(rest) => Some(rest),
            PartSource::Inflating(_) => None,
        }
    }
}

impl Read for PartReader<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        match &mut self.0 {
            PartSource::Cached(rest) => rest.read(buffer),
            PartSource::Inflating(file) => file.read(buffer),
        }
    }
}

impl BufRead for PartReader<'_, '_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        match &mut self.0 {
            PartSource::Cached(rest) => rest.fill_buf(),
            PartSource::Inflating(file) => file.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match &mut self.0 {
            PartSource::Cached(rest) => rest.consume(amount),
            PartSource::Inflating(file) => file.consume(amount),
        }
    }
}
