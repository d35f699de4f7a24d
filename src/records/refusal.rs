//! Why a whole file or a whole sheet can't be read.
//!
//! Owns the list of reasons and the code of each. Must not know how a reason is found. `read` turns it into a message.

use crate::diag::{Diagnostic, Place};
use crate::zip::PackageFault;

/// A reason to leave a file, or one sheet of it, unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The file is empty.
    Empty,
    /// A workbook before Excel 5.
    OldExcel,
    /// Encrypted with a password.
    PasswordProtected,
    /// A binary workbook, .xlsb, that can't be read.
    BinaryWorkbook,
    /// A spreadsheet of another office suite, .ods, that can't be read.
    OpenDocument,
    /// A document of Word or of another Office program.
    OtherOffice,
    /// Text, HTML, XML or CSV under whatever name.
    Text,
    /// The file that Excel creates beside an open workbook.
    LockFile,
    /// No known format.
    NotAWorkbook,
    /// Truncated, or changed in storage.
    Damaged,
    /// One sheet is damaged.
    DamagedSheet,
    /// The package is larger than the limit.
    FileTooLarge,
    /// More entries than a package may have.
    TooManyEntries,
    /// The inflated size of a part, or of all parts, exceeds the limits.
    InflatesTooFar,
    /// Built as no spreadsheet program builds it; the part.
    Forged(String),
    /// A part declares a document type; the part.
    DocumentType(String),
    /// A counter is higher than its part can hold; the part.
    LyingCounter(String),
    /// A cell or row outside Excel's sheet; the sheet, where known, and the address as written.
    OutOfBounds(Option<String>, String),
    /// Over `FILLED_CELLS`.
    TooManyCells,
    /// Shared strings beyond their limits.
    TooManyStrings,
    /// A cell's text is longer than Excel allows.
    TextTooLong,
    /// The sheets of the contract have more content than the memory limit allows.
    TooMuchToKeep,
}

impl From<PackageFault> for Refusal {
    fn from(fault: PackageFault) -> Self {
        match fault {
            PackageFault::FileTooLarge => Self::FileTooLarge,
            PackageFault::Damaged => Self::Damaged,
            PackageFault::TooManyEntries => Self::TooManyEntries,
            PackageFault::InflatesTooFar => Self::InflatesTooFar,
            PackageFault::Ambiguous(part) => Self::Forged(part.unwrap_or_else(|| "zip".to_owned())),
        }
    }
}

impl Refusal {
    /// The message, at the file or sheet given.
    pub(super) fn at(&self, place: &Place) -> Diagnostic {
        let message = Diagnostic::error(self.code()).at(place);
        match self {
            Self::Forged(part) | Self::DocumentType(part) | Self::LyingCounter(part) => message.with("part", part),
            Self::OutOfBounds(sheet, cell) => {
                let sheet = sheet.as_deref().map(Into::into).or_else(|| place.sheet.clone());
                message.at(&Place { sheet, ..place.clone() }).with("cell", cell)
            }
            _ => message,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "SL-020",
            Self::OldExcel => "SL-021",
            Self::PasswordProtected => "SL-022",
            Self::BinaryWorkbook => "SL-023",
            Self::OpenDocument => "SL-024",
            Self::OtherOffice => "SL-025",
            Self::Text => "SL-026",
            Self::LockFile => "SL-027",
            Self::NotAWorkbook => "SL-028",
            Self::Damaged => "SL-029",
            Self::FileTooLarge => "SL-030",
            Self::TooManyEntries => "SL-031",
            Self::InflatesTooFar => "SL-032",
            Self::Forged(_) => "SL-033",
            Self::DocumentType(_) => "SL-034",
            Self::LyingCounter(_) => "SL-035",
            Self::OutOfBounds(..) => "SL-036",
            Self::TooManyCells => "SL-037",
            Self::TooManyStrings => "SL-038",
            Self::TextTooLong => "SL-039",
            Self::TooMuchToKeep => "SL-040",
            Self::DamagedSheet => "SL-041",
        }
    }
}
