//! How a command ends.
//!
//! Owns the endings, from the best to the worst, and the exit code of each. Must not know why one came about. The fronts
//! hand them on.

use crate::diag::{Diagnostics, Severity};

/// How a command ends. The order is that of their weight: of several, the largest holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// All that was asked for, warnings allowed.
    Done,
    /// Of several papers some: a mistake of their own held the others back.
    Part,
    /// Mistakes in the data or in a template, and nothing written.
    Mistakes,
    /// A wrong command or wrong settings, or a fault of ours.
    Wrong,
    /// The disk, its rights, a file missing or open elsewhere.
    Disk,
}

impl Ending {
    /// The exit code, which scripts rely on.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Part => 3,
            Self::Mistakes => 1,
            Self::Wrong => 2,
            Self::Disk => 5,
        }
    }

    /// The ending that mistakes found ask for: those in settings that only the data brought to light weigh more than
    /// those in the data.
    #[must_use]
    pub fn of_messages(out: &Diagnostics) -> Self {
        let errors = out.messages().iter().filter(|message| message.severity == Severity::Error);
        let endings = errors.map(|error| if error.code.starts_with("CD-") { Self::Wrong } else { Self::Mistakes });
        endings.max().unwrap_or(Self::Done)
    }
}
