//! One section of a number format: digits to fill, and the text around them.
//!
//! Owns parsing a section and filling its digits. Must not know which section applies to a number: `CellFormat`
//! chooses. The text goes back to `CellFormat`.

use super::super::excel_number::{ExcelNumber, digits_text};

/// One part of a format code between semicolons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FormatSection {
    /// Whether it has a condition, `[>=100]`.
    pub(super) is_conditional: bool,
    /// Whether it contains what we do not write: a fraction, an exponent, a date, the word General.
    is_foreign: bool,
    before_point: Vec<FormatToken>,
    after_point: Vec<FormatToken>,
    has_thousands: bool,
    /// Powers of ten to multiply by before writing: 2 for each %, -3 for each comma at the end.
    shift: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum FormatToken {
    Literal(char),
    /// A digit that is always written.
    Zero,
    /// A digit that is written only where there is one.
    Hash,
}

/// The sections of a code, split at semicolons outside quotes, brackets and escapes.
pub(super) fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        let current = sections.last_mut().expect("never empty");
        match character {
            ';' => sections.push(String::new()),
            '"' | '[' => {
                let end = if character == '[' { ']' } else { '"' };
                current.push(character);
                for next in characters.by_ref() {
                    current.push(next);
                    if next == end {
                        break;
                    }
                }
            }
            '\\' | '_' | '*' => current.extend([Some(character), characters.next()].into_iter().flatten()),
            _ => current.push(character),
        }
    }
    sections
}

impl FormatSection {
    /// Parses a section.
    pub(super) fn from_code(text: &str) -> Self {
        let mut section = Self::default();
        let mut is_after_point = false;
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '"' => characters.by_ref().take_while(|next| *next != '"').for_each(|next| {
                    section.push(is_after_point, FormatToken::Literal(next));
                }),
                '[' => section
                    .bracket(&characters.by_ref().take_while(|next| *next != ']').collect::<String>(), is_after_point),
                '\\' => section.literal(is_after_point, characters.next()),
                // A blank as wide as the next character, or that character repeated to fill the cell: nothing to read.
                '_' | '*' => drop(characters.next()),
                '0' => section.push(is_after_point, FormatToken::Zero),
                '#' | '?' => section.push(is_after_point, FormatToken::Hash),
                '.' => is_after_point = true,
                ',' => section.comma(characters.peek().copied()),
                '%' => {
                    section.shift += 2;
                    section.push(is_after_point, FormatToken::Literal('%'));
                }
                _ if character.is_ascii_alphabetic() || matches!(character, '/' | '@') => section.is_foreign = true,
                _ => section.push(is_after_point, FormatToken::Literal(character)),
            }
        }
        section
    }

    /// The number, without its sign, in this section; `None` where the section can't be written by us.
    pub(super) fn show(&self, number: &ExcelNumber) -> Option<String> {
        if self.is_foreign {
            return None;
        }
        let decimals = self.after_point.iter().filter(|token| is_digit(token)).count();
        let number = number.clone().shifted(self.shift).rounded(decimals);
        let mut text = self.integer_text(&number.integer());
        text.push_str(&self.fraction_text(&number.fraction()));
        Some(text)
    }

    /// Fills the digits from the right; the leftmost place takes all remaining digits.
    fn integer_text(&self, digits: &[u8]) -> String {
        let places: Vec<&FormatToken> = self.before_point.iter().filter(|token| is_digit(token)).collect();
        let least =
            places.iter().position(|place| **place == FormatToken::Zero).map_or(0, |first| places.len() - first);
        let mut rest = vec![0; least.saturating_sub(digits.len())];
        rest.extend(digits);
        let mut open = places.len();
        let (mut reversed, mut written) = (Vec::new(), 0);
        for token in self.before_point.iter().rev() {
            if let FormatToken::Literal(character) = token {
                reversed.push(*character);
                continue;
            }
            open -= 1;
            let filling = if open == 0 { rest.len() } else { rest.len().min(1) };
            for digit in rest.split_off(rest.len() - filling).iter().rev() {
                if self.has_thousands && written > 0 && written % 3 == 0 {
                    reversed.push('.');
                }
                reversed.push(char::from(b'0' + digit));
                written += 1;
            }
        }
        // A format that begins with its point still shows the digits before it.
        let is_left_over = places.is_empty() && self.after_point.iter().any(is_digit);
        let left_over = if is_left_over { digits_text(&rest) } else { String::new() };
        left_over + &reversed.iter().rev().collect::<String>()
    }

    fn fraction_text(&self, digits: &[u8]) -> String {
        let places: Vec<&FormatToken> = self.after_point.iter().filter(|token| is_digit(token)).collect();
        let always = places.iter().rposition(|place| **place == FormatToken::Zero).map_or(0, |last| last + 1);
        let shown = always.max(digits.len());
        let mut text = String::new();
        let mut written = 0;
        for token in &self.after_point {
            match token {
                FormatToken::Literal(character) => text.push(*character),
                _ if written < shown => {
                    if written == 0 {
                        text.push(',');
                    }
                    text.push(char::from(b'0' + digits.get(written).copied().unwrap_or(0)));
                    written += 1;
                }
                _ => {}
            }
        }
        text
    }

    /// `[$₫-42A]` is a currency; `[Red]` a colour; `[>=100]` a condition; `[h]` elapsed time.
    fn bracket(&mut self, inner: &str, is_after_point: bool) {
        if let Some(currency) = inner.strip_prefix('$') {
            let symbol = currency.split('-').next().unwrap_or_default();
            symbol.chars().for_each(|character| self.push(is_after_point, FormatToken::Literal(character)));
        } else if inner.starts_with(['<', '>', '=']) {
            self.is_conditional = true;
        }
    }

    /// A comma between digits groups thousands; one at the end of the digits divides by a thousand.
    fn comma(&mut self, next: Option<char>) {
        let is_between = next.is_some_and(|next| matches!(next, '0' | '#' | '?'));
        if is_between {
            self.has_thousands = true;
        } else if self.before_point.iter().any(is_digit) {
            self.shift -= 3;
        }
    }

    fn literal(&mut self, is_after_point: bool, character: Option<char>) {
        if let Some(character) = character {
            self.push(is_after_point, FormatToken::Literal(character));
        }
    }

    fn push(&mut self, is_after_point: bool, token: FormatToken) {
        if is_after_point { &mut self.after_point } else { &mut self.before_point }.push(token);
    }
}

fn is_digit(token: &FormatToken) -> bool {
    !matches!(token, FormatToken::Literal(_))
}
