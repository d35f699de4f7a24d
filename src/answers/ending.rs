//! How a command ends.
//!
//! Owns the endings, from best to worst, and the exit code of each. Must not know why a command ends so. Its output
//! goes to the front ends.

use crate::diag::{Diagnostics, Severity};

/// How a command ends. Ordered by weight: where several apply, the largest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// Everything that was asked for is done; there may be warnings.
    Done,
    /// Some of several papers were written; mistakes of their own held the others back.
    Part,
    /// Mistakes in the data or in a template; nothing was written.
    Mistakes,
    /// A wrong command or wrong settings, or an internal error.
    Wrong,
    /// Another run writes into the folder.
    Busy,
    /// Disk full, missing rights, a file that is missing or open in another program.
    Disk,
    /// The clerk stopped it; what was written is whole.
    Stopped,
}

impl Ending {
    /// The exit code; scripts rely on it.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Part => 3,
            Self::Mistakes => 1,
            Self::Wrong => 2,
            Self::Busy => 4,
            Self::Disk => 5,
            Self::Stopped => 130,
        }
    }

    /// The ending for these messages. Errors in settings that were found while reading the data weigh more than errors
    /// in the data.
    #[must_use]
    pub fn of_messages(out: &Diagnostics) -> Self {
        let errors = out.messages().iter().filter(|message| message.severity == Severity::Error);
        let endings = errors.map(|error| if error.code.starts_with("CD-") { Self::Wrong } else { Self::Mistakes });
        endings.max().unwrap_or(Self::Done)
    }
}
