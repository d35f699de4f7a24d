//! The levels of government as they stand in names: tỉnh, xã, and those that ended on 1 July 2025.
//!
//! Owns their words and abbreviations. Must not know any body. `body`, `place_name` and `abolished` read names with it.

use std::ops::Range;

use crate::vietnamese::fold;
use crate::vietnamese::text::{composed, lower};

/// A level of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GovernmentLevel {
    /// Tỉnh, thành phố.
    Province,
    /// Xã, phường, đặc khu.
    Commune,
    /// Huyện, quận, thị xã, thị trấn: no longer since 1 July 2025.
    Abolished,
}

/// The word of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TierWord {
    /// In small letters: `xã`.
    pub(super) word: &'static str,
    /// The level.
    pub(super) level: GovernmentLevel,
    /// Its key, then the abbreviations that are used before a name.
    keys: &'static [&'static str],
}

const fn tier(word: &'static str, level: GovernmentLevel, keys: &'static [&'static str]) -> TierWord {
    TierWord { word, level, keys }
}

/// The tiers; one of two words comes before one that it begins with.
const TIERS: [TierWord; 9] = [
    tier("đặc khu", GovernmentLevel::Commune, &["dac khu", "dk"]),
    tier("thị trấn", GovernmentLevel::Abolished, &["thi tran", "tt"]),
    tier("thị xã", GovernmentLevel::Abolished, &["thi xa", "tx"]),
    tier("thành phố", GovernmentLevel::Province, &["thanh pho", "tp"]),
    tier("phường", GovernmentLevel::Commune, &["phuong", "p"]),
    tier("xã", GovernmentLevel::Commune, &["xa", "x"]),
    tier("tỉnh", GovernmentLevel::Province, &["tinh", "t"]),
    tier("huyện", GovernmentLevel::Abolished, &["huyen", "h"]),
    tier("quận", GovernmentLevel::Abolished, &["quan", "q"]),
];

/// A text and its words, each with its range and its key.
pub(super) struct NameParts<'a> {
    pub(super) text: &'a str,
    pub(super) all: Vec<(Range<usize>, String)>,
}

impl<'a> NameParts<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, all: fold::words(text) }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn key(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |(_, key)| key)
    }

    /// Whether the words from here on begin with this key; then the number of its words.
    pub(super) fn begins(&self, at: usize, key: &str) -> Option<usize> {
        let length = key.split(' ').count();
        let own = self.all.iter().skip(at).take(length).map(|(_, word)| word.as_str());
        key.split(' ').eq(own).then_some(length)
    }

    /// The text of the words in a range, with what stands between them.
    pub(super) fn slice(&self, words: Range<usize>) -> &'a str {
        match self.all.get(words.clone()) {
            Some([(first, _), .., (last, _)]) => &self.text[first.start..last.end],
            Some([(only, _)]) => &self.text[only.clone()],
            _ => "",
        }
    }

    /// What stands between a word and the one before it.
    pub(super) fn before(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(0, |above| self.all[above].0.end);
        self.all.get(at).map_or("", |(range, _)| &self.text[start..range.start])
    }

    /// The tier that stands here, and the number of its words. A word with diacritics must have those of the tier:
    /// "Quân khu" is of no quận. Abbreviations count where a tier must stand.
    pub(super) fn tier(&self, at: usize, abbreviations: bool) -> Option<(TierWord, usize)> {
        TIERS.into_iter().find_map(|tier| {
            let full = self.begins(at, tier.keys[0]).filter(|&length| {
                let typed = lower(&composed(self.slice(at..at + length)));
                typed.is_ascii() || typed == tier.word
            });
            let short = || tier.keys[1..].iter().find_map(|key| self.begins(at, key)).filter(|_| abbreviations);
            full.or_else(short).map(|length| (tier, length))
        })
    }
}
