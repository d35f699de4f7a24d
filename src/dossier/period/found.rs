//! A period at the beginning or the end of a longer text.
//!
//! Owns where it starts and ends. Must not know what the text is about. Subjects lose the period that the paper names
//! anyway; rules compare it with the paper's.

use super::Period;

/// The most words of a period: `từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 6 năm 2026`.
const MOST_WORDS: usize = 14;

/// Words that make a year a limit and not a period: `đến năm 2030`.
const LIMITS: [&str; 8] = ["đến", "từ", "tới", "hết", "trước", "sau", "ngày", "-"];

/// A period in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dossier) struct PeriodWords {
    /// The period.
    pub(in crate::dossier) period: Period,
    /// Whether it is a number alone: `2027`, which may be something else.
    pub(in crate::dossier) is_bare: bool,
    start: usize,
    end: usize,
}

impl PeriodWords {
    /// The longest period at the end of a text.
    pub(in crate::dossier) fn at_end(text: &str) -> Option<Self> {
        let starts = word_starts(text);
        let first = starts.len().saturating_sub(MOST_WORDS);
        (first..starts.len()).find_map(|word| {
            let before = word_before(text, &starts, word);
            if LIMITS.contains(&before.as_str()) {
                return None;
            }
            // "đến năm 2030": the year alone is the end of the limit.
            Self::of(text, starts[word], text.len()).filter(|words| !words.is_bare || before != "năm")
        })
    }

    /// The longest period at the beginning of a text.
    pub(in crate::dossier) fn at_start(text: &str) -> Option<Self> {
        let starts = word_starts(text);
        let ends = starts.iter().skip(1).copied().chain([text.len()]).take(MOST_WORDS).collect::<Vec<_>>();
        ends.into_iter().rev().find_map(|end| Self::of(text, 0, end)).filter(|words| !words.is_bare)
    }

    /// Every period in a text that is named with a word (`quý`, `tháng`, `năm`), from left to right.
    pub(in crate::dossier) fn all(text: &str) -> Vec<Self> {
        let starts = word_starts(text);
        let mut found = Vec::new();
        let mut word = 0;
        while word < starts.len() {
            let is_limit = LIMITS.contains(&word_before(text, &starts, word).as_str());
            let last = (word + MOST_WORDS).min(starts.len());
            let ends = (word + 1..=last).rev().map(|next| (next, starts.get(next).copied().unwrap_or(text.len())));
            let longest = ends
                .filter(|_| begins_period(&text[starts[word]..]))
                .find_map(|(next, end)| Some((next, Self::of(text, starts[word], end)?)));
            match longest {
                Some((next, words)) => {
                    if !is_limit && !words.is_bare {
                        found.push(words);
                    }
                    word = next;
                }
                None => word += 1,
            }
        }
        found
    }

    /// The words of a text that name the period.
    pub(in crate::dossier) fn typed(self, text: &str) -> &str {
        text[self.start..self.end].trim().trim_matches(BRACKETS)
    }

    /// The text before the period.
    pub(in crate::dossier) fn before(self, text: &str) -> &str {
        const LINKS: [&str; 4] = [" trong", " của", " cho", " kỳ"];
        let before = text[..self.start].trim_end_matches([' ', ',', ';', ':', '-', '–', '(']);
        LINKS.iter().find_map(|link| before.strip_suffix(link)).unwrap_or(before)
    }

    /// The text after the period.
    pub(in crate::dossier) fn after(self, text: &str) -> &str {
        text[self.end..].trim_start_matches([' ', ',', ';', ':', '-', '–', ')'])
    }

    fn of(text: &str, start: usize, end: usize) -> Option<Self> {
        let typed = text[start..end].trim().trim_matches(BRACKETS);
        // A dash or a comma belongs to the text around the period.
        if !typed.starts_with(char::is_alphanumeric) || !typed.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let period = Period::parse(typed).ok()?;
        Some(Self { period, is_bare: !typed.contains(char::is_alphabetic), start, end })
    }
}

const BRACKETS: [char; 2] = ['(', ')'];

/// Whether a period may begin here: most words of a text begin none.
fn begins_period(text: &str) -> bool {
    let first = text.trim_start_matches(BRACKETS).chars().next();
    first.is_some_and(|c| c.is_ascii_digit() || "qQtTnNsScCgGkKbB".contains(c))
}

/// The word before another one in small letters; empty before the first one.
fn word_before(text: &str, starts: &[usize], word: usize) -> String {
    let before = word.checked_sub(1).map(|before| text[starts[before]..starts[word]].trim().to_lowercase());
    before.unwrap_or_default()
}

/// Where the words of a text start.
fn word_starts(text: &str) -> Vec<usize> {
    let mut was_blank = true;
    let mut starts = Vec::new();
    for (place, character) in text.char_indices() {
        if was_blank && !character.is_whitespace() {
            starts.push(place);
        }
        was_blank = character.is_whitespace();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_found_at_the_end() {
        let split = |text: &str| {
            PeriodWords::at_end(text)
                .map(|words| (words.before(text).to_owned(), words.period.name()))
                .unwrap_or_default()
        };
        let found = |before: &str, period: &str| (before.to_owned(), period.to_owned());
        assert_eq!(split("chuyển đổi số quý I/2027"), found("chuyển đổi số", "quý I năm 2027"));
        assert_eq!(split("chuyển đổi số trong 6 tháng đầu năm 2027"), found("chuyển đổi số", "6 tháng đầu năm 2027"));
        assert_eq!(split("chuyển đổi số (tháng 3/2027)"), found("chuyển đổi số", "tháng 3 năm 2027"));
        assert_eq!(split("nông thôn mới giai đoạn 2026 - 2030"), found("nông thôn mới", "giai đoạn 2026 - 2030"));
        assert_eq!(split("chuyển đổi số đến năm 2030"), found("", ""));
        assert_eq!(split("Đề án 06"), found("", ""));
    }

    #[test]
    fn periods_are_found_inside() {
        let names = |text: &str| PeriodWords::all(text).iter().map(|words| words.period.name()).collect::<Vec<_>>();
        assert_eq!(names("Trong quý II/2027, xã ban hành Kế hoạch năm 2027."), ["quý II năm 2027", "năm 2027"]);
        assert_eq!(names("Kế hoạch số 12/KH-UBND ngày 05/01/2027, đến năm 2030"), [""; 0]);
        assert_eq!(
            names("nhiệm kỳ 2025 - 2030 và 6 tháng đầu năm 2026"),
            ["nhiệm kỳ 2025 - 2030", "6 tháng đầu năm 2026"]
        );
    }
}
