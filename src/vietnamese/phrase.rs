//! A phrase as folded words, numbers and signs, parsed from left to right.
//!
//! Owns the scanning that dates, periods and deadlines share. Must not know what any word means. `vietnamese::date` and
//! the wordings of `dossier` parse with it.

use super::fold;

/// One piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhrasePiece {
    /// A run of letters: lower case, without diacritics, đ is d; never empty.
    Word(String),
    /// A run of the digits 0 to 9, as typed; never empty.
    Number(String),
    /// Any other character except a blank; every dash is `-`.
    Sign(char),
}

/// The pieces of a text. Blanks separate words and are dropped; so are end marks (`.` `,` `;` `:`) after the last word.
///
/// Letters and digits are separated too: `T11/2025` is the word `t`, the number `11`, the sign `/`, the number `2025`.
#[must_use]
pub fn pieces(text: &str) -> Vec<PhrasePiece> {
    let mut pieces = Vec::new();
    let mut is_joined = false;
    for character in fold::without_marks(text).chars() {
        if character.is_whitespace() {
            is_joined = false;
            continue;
        }
        match pieces.last_mut() {
            Some(PhrasePiece::Number(digits)) if is_joined && character.is_ascii_digit() => digits.push(character),
            Some(PhrasePiece::Word(letters)) if is_joined && character.is_alphabetic() => letters.push(character),
            _ => pieces.push(PhrasePiece::from(character)),
        }
        is_joined = true;
    }
    while let Some(PhrasePiece::Sign('.' | ',' | ';' | ':')) = pieces.last() {
        pieces.pop();
    }
    pieces
}

impl From<char> for PhrasePiece {
    fn from(character: char) -> Self {
        match character {
            '0'..='9' => Self::Number(character.to_string()),
            '‐' | '\u{2011}' | '‒' | '–' | '—' | '−' => Self::Sign('-'),
            _ if character.is_alphabetic() => Self::Word(character.to_string()),
            _ => Self::Sign(character),
        }
    }
}

/// The rest of a phrase that is not parsed yet. A copy serves as a bookmark.
#[derive(Clone, Copy, Debug)]
pub struct PhraseReader<'a> {
    rest: &'a [PhrasePiece],
}

impl<'a> PhraseReader<'a> {
    /// The whole phrase.
    #[must_use]
    pub fn new(pieces: &'a [PhrasePiece]) -> Self {
        Self { rest: pieces }
    }

    /// Whether nothing was consumed since a bookmark.
    #[must_use]
    pub fn is_at(&self, bookmark: Self) -> bool {
        self.rest.len() == bookmark.rest.len()
    }

    /// The pieces between this bookmark and a later one.
    #[must_use]
    pub fn before(&self, later: Self) -> &'a [PhrasePiece] {
        &self.rest[..self.rest.len() - later.rest.len()]
    }

    /// Whether the end is reached.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Consumes these folded words, separated by single blanks, if they come next; whether they did.
    pub fn accept(&mut self, words: &str) -> bool {
        let mut ahead = *self;
        for word in words.split(' ') {
            if ahead.word() != Some(word) {
                return false;
            }
        }
        *self = ahead;
        true
    }

    /// Consumes the first of these wordings that comes next; whether any did.
    pub fn accept_any(&mut self, wordings: &[&str]) -> bool {
        wordings.iter().any(|words| self.accept(words))
    }

    /// Like [`PhraseReader::accept_any`], for use with `?`: `None` where none of them comes next.
    pub fn require(&mut self, wordings: &[&str]) -> Option<()> {
        self.accept_any(wordings).then_some(())
    }

    /// Consumes one of these signs and returns it; `None` where something else comes next.
    pub fn sign(&mut self, expected: &[char]) -> Option<char> {
        match self.rest {
            [PhrasePiece::Sign(sign), rest @ ..] if expected.contains(sign) => {
                self.rest = rest;
                Some(*sign)
            }
            _ => None,
        }
    }

    /// Consumes a number and returns its digits; `None` where something else comes next.
    pub fn number(&mut self) -> Option<&'a str> {
        let [PhrasePiece::Number(digits), rest @ ..] = self.rest else { return None };
        self.rest = rest;
        Some(digits)
    }

    /// Consumes a word and returns it; `None` where something else comes next.
    pub fn word(&mut self) -> Option<&'a str> {
        let [PhrasePiece::Word(letters), rest @ ..] = self.rest else { return None };
        self.rest = rest;
        Some(letters)
    }

    /// Runs a parser; if it finds nothing, nothing is consumed.
    pub fn attempt<T>(&mut self, reader: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = reader(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// Consumes one piece of any kind; does nothing at the end.
    pub fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// The rest of the phrase from each of its pieces on.
    pub fn tails(self) -> impl Iterator<Item = Self> {
        (0..self.rest.len()).map(move |start| Self::new(&self.rest[start..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let written: Vec<String> = pieces(text)
            .iter()
            .map(|piece| match piece {
                PhrasePiece::Word(text) | PhrasePiece::Number(text) => text.clone(),
                PhrasePiece::Sign(sign) => sign.to_string(),
            })
            .collect();
        assert_eq!(written.join(" "), expected, "{text}");
    }

    #[test]
    fn a_phrase_is_split_into_words_numbers_and_signs() {
        check("Trước ngày\u{a0}30/11/2025.", "truoc ngay 30 / 11 / 2025");
        check("T7–T12/2025", "t 7 - t 12 / 2025");
        check("ĐẾN HẾT Quý IV;", "den het quy iv");
        check("1 1", "1 1");
        check("…", "…");
        check("...", "");
    }

    #[test]
    fn only_whole_words_are_consumed() {
        let pieces = pieces("chậm nhất là ngày 5");
        let mut phrase = PhraseReader::new(&pieces);
        assert!(!phrase.accept("cham hon"));
        assert!(!phrase.accept("cha"));
        assert!(phrase.accept_any(&["muon nhat", "cham nhat"]));
        assert!(phrase.attempt(|ahead| ahead.accept("la").then(|| ahead.number())?).is_none());
        assert!(phrase.accept("la ngay"));
        assert_eq!(phrase.number(), Some("5"));
        assert!(phrase.is_done());
    }

    #[test]
    fn a_phrase_has_a_tail_for_each_of_its_pieces() {
        let pieces = pieces("6 tháng 15 ngày");
        let numbers: Vec<_> = PhraseReader::new(&pieces).tails().map(|mut tail| tail.number()).collect();
        assert_eq!(numbers, [Some("6"), None, Some("15"), None]);
    }
}
