//! Packs parts into a new package, in memory.
//!
//! Owns the writing of a zip that another reader of ours will open. Must not know what a part means. `records` makes its
//! copies of workbooks with it.

use std::io::{Cursor, Result as IoResult, Write};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};

use super::PackageFault;

/// A package that is being written; what is written goes into the part begun last.
pub struct PackageWriter(ZipWriter<Cursor<Vec<u8>>>);

impl PackageWriter {
    /// A package without parts.
    #[must_use]
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Begins a part.
    ///
    /// # Errors
    /// [`PackageFault::Damaged`] for a name that no package can have.
    pub fn begin(&mut self, name: &str) -> Result<(), PackageFault> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.0.start_file(name, options).map_err(|_| PackageFault::Damaged)
    }

    /// The bytes of the package.
    ///
    /// # Errors
    /// [`PackageFault::Damaged`] where the last part can't be ended.
    pub fn finish(self) -> Result<Vec<u8>, PackageFault> {
        Ok(self.0.finish().map_err(|_| PackageFault::Damaged)?.into_inner())
    }
}

impl Default for PackageWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl Write for PackageWriter {
    fn write(&mut self, bytes: &[u8]) -> IoResult<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> IoResult<()> {
        self.0.flush()
    }
}
