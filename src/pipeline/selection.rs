//! Which of the villages or units of a batch papers are written for.
//!
//! Owns the codes asked for and the part of a batch that one of several runs writes. Must not know how a paper is made.
//! `requested` asks here.

use std::fmt;
use std::str::FromStr;

use crate::docx;
use crate::dossier::Unit;
use crate::vietnamese::fold;

/// The villages or units asked for; by default all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection<'a> {
    /// Their codes or names, in any spelling; empty for all.
    pub only: &'a [String],
    /// The part of the batch; `None` for the whole.
    pub shard: Option<Shard>,
    /// What is done for those without a task or a figure.
    pub without_rows: WithoutRows,
}

/// What is done for a village or unit of a batch that has no task and no figure of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithoutRows {
    /// Its paper is written, which is reported.
    #[default]
    Written,
    /// No paper is written for it, which is reported.
    LeftOut,
    /// Nothing is written at all.
    Refused,
}

/// One of several parts of a batch, 1-based. Every village or unit belongs to exactly one of them, by the hash of its
/// code (its name where it has none), so that neither other rows nor their order move it to another part.
///
/// # Examples
/// ```
/// use vanthu::pipeline::Shard;
/// assert_eq!("2/3".parse(), Ok(Shard::new(2, 3).expect("the second of three")));
/// assert!(["0/3", "4/3", "3", "1/0", "-1/3", " 1/3"].iter().all(|text| text.parse::<Shard>().is_err()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    number: u32,
    of: u32,
}

impl Shard {
    /// The part with this number among so many; `None` where there is no such part.
    #[must_use]
    pub fn new(number: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Whether a village or unit belongs to this part.
    fn has(self, unit: &Unit) -> bool {
        let key = fold::key(unit.code.as_deref().unwrap_or(&unit.name));
        // 32 bits of a hash that is the same on every machine and in every version.
        let hash = u32::from_str_radix(&docx::sha256(key.as_bytes())[..8], 16).expect("a hash is hexadecimal");
        hash % self.of == self.number - 1
    }
}

/// A text that is no part of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoShard;

impl fmt::Display for NoShard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("i/n, 1 ≤ i ≤ n")
    }
}

impl std::error::Error for NoShard {}

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
        let (part, of) = text.split_once('/').ok_or(NoShard)?;
        number(part).zip(number(of)).and_then(|(part, of)| Self::new(part, of)).ok_or(NoShard)
    }
}

impl Selection<'_> {
    /// Whether papers are written for a village or unit.
    pub(super) fn has(self, unit: &Unit) -> bool {
        let is_asked_for = self.only.is_empty() || self.only.iter().any(|asked| is_named(unit, asked));
        is_asked_for && self.shard.is_none_or(|shard| shard.has(unit))
    }
}

/// Whether a village or unit has this code or name.
pub(super) fn is_named(unit: &Unit, asked: &str) -> bool {
    let key = fold::key(asked);
    unit.names().any(|name| fold::key(name) == key)
}
