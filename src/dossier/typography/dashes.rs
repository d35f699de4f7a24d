//! Dashes: " - " between words and in periods, the hyphen inside codes, as the decree and the templates write them.
//!
//! Owns what a dash joins, seen by the letters beside it. Must not know dates or periods. A dash that begins a
//! paragraph is the mark of a list, and one before a figure may mean "below zero": both stay.

use crate::dossier::wording::Correction;

/// The corrections of a paragraph.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let mut read = 0;
    while let Some(ahead) = paragraph[read..].find(['–', '—', '-']) {
        let start = read + ahead;
        let end = paragraph.len() - paragraph[start..].trim_start_matches(['–', '—', '-']).len();
        found.extend(correction(paragraph, start, end));
        read = end;
    }
    found
}

/// What stands on either side of a dash.
struct Sides<'a> {
    ahead: &'a str,
    behind: &'a str,
    has_blank_ahead: bool,
    has_blank_behind: bool,
}

fn correction(paragraph: &str, start: usize, end: usize) -> Option<Correction> {
    let (left, right) = (&paragraph[..start], &paragraph[end..]);
    let (ahead, behind) = (left.trim_end(), right.trim_start());
    let (has_blank_ahead, has_blank_behind) = (ahead.len() < left.len(), behind.len() < right.len());
    let sides = Sides { ahead, behind, has_blank_ahead, has_blank_behind };
    if ahead.is_empty() || behind.is_empty() {
        return None;
    }
    let dash = &paragraph[start..end];
    let with = match dash {
        "-" => sides.of_hyphen()?,
        "–" | "—" | "--" => sides.of_dash()?,
        _ => return None,
    };
    let range = ahead.len()..paragraph.len() - behind.len();
    (paragraph[range.clone()] != *with).then(|| Correction { range, with: with.to_owned() })
}

impl Sides<'_> {
    /// A hyphen between two years is the dash of a period: «2026-2030».
    fn of_hyphen(&self) -> Option<&'static str> {
        let (first, last) = (digits_at_end(self.ahead), digits_at_start(self.behind));
        let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let before = self.ahead[..self.ahead.len() - first.len()].chars().next_back();
        let after = self.behind[last.len()..].chars().next();
        let is_alone = before.is_none_or(|it| it == ' ' || it == '(' || it == '\u{a0}')
            && after.is_none_or(|it| !it.is_alphanumeric() && !matches!(it, '/' | '-' | '–'));
        let is_period = is_year(first) && is_year(last) && first < last && is_alone;
        is_period.then_some(SPACED)
    }

    /// A longer dash, or two hyphens.
    fn of_dash(&self) -> Option<&'static str> {
        let last = self.ahead.chars().next_back()?;
        let next = self.behind.chars().next()?;
        let joins =
            (last.is_alphanumeric() || AHEAD.contains(&last)) && (next.is_alphanumeric() || BEHIND.contains(&next));
        match (self.has_blank_ahead, self.has_blank_behind) {
            _ if !joins => None,
            // «-5 độ» is below zero unless a figure stands ahead.
            (true, false) if next.is_ascii_digit() && !last.is_ascii_digit() => None,
            (true, _) | (_, true) => Some(SPACED),
            (false, false) => self.of_touching(last, next),
        }
    }

    /// A dash that touches both sides.
    fn of_touching(&self, last: char, next: char) -> Option<&'static str> {
        let word = self.ahead.rsplit(char::is_whitespace).next().unwrap_or_default();
        let rest = self.behind.split(char::is_whitespace).next().unwrap_or_default();
        let is_address = |part: &str| part.contains(['@', '_', '\\', '=']) || part.contains("//");
        if is_address(word) || is_address(rest) {
            return None;
        }
        let is_figure = |letter: char| letter.is_ascii_digit();
        match (last, next) {
            _ if is_figure(next) && (is_figure(last) || is_hour(word)) => Some(SPACED),
            // The symbol of a document: «12/KH–UBND».
            _ if word.contains('/') && last.is_uppercase() && next.is_uppercase() => Some("-"),
            // «Covid–19», «A4–80».
            _ if last.is_alphanumeric() && is_figure(last) != is_figure(next) => Some("-"),
            // A name of several syllables: «Lê–nin».
            _ if word.starts_with(char::is_uppercase) && next.is_lowercase() => Some("-"),
            _ if last.is_alphabetic() && next.is_alphabetic() => Some(SPACED),
            _ => None,
        }
    }
}

/// Marks that end what a dash joins, and those that begin it.
const AHEAD: [char; 10] = ['”', '"', '»', ')', '%', '.', ',', ';', ':', '/'];
const BEHIND: [char; 5] = ['“', '"', '«', '(', '…'];

/// The dash of a paper.
const SPACED: &str = " - ";

/// Whether a word is an hour: «8h», «8h30».
fn is_hour(word: &str) -> bool {
    word.strip_suffix(['h', 'g'])
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()))
}

fn digits_at_end(text: &str) -> &str {
    &text[text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len()..]
}

fn digits_at_start(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len()]
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn dashes_are_those_of_the_decree() {
        for (typed, right) in [
            ("giai đoạn 2026–2030", "giai đoạn 2026 - 2030"),
            ("giai đoạn 2026-2030", "giai đoạn 2026 - 2030"),
            ("nhiệm kỳ 2025 — 2030 của xã", "nhiệm kỳ 2025 - 2030 của xã"),
            ("kinh tế – xã hội; văn hóa–thể thao", "kinh tế - xã hội; văn hóa - thể thao"),
            ("phong trào – đợt 1 -- chung", "phong trào - đợt 1 - chung"),
            ("từ 8h–10h, 5–7 lớp, 01/3–15/3/2027", "từ 8h - 10h, 5 - 7 lớp, 01/3 - 15/3/2027"),
            ("Kế hoạch số 12/KH–UBND", "Kế hoạch số 12/KH-UBND"),
            ("dịch Covid–19, Lê–nin", "dịch Covid-19, Lê-nin"),
            ("xã Cồn Lau– tỉnh Hải Vân", "xã Cồn Lau - tỉnh Hải Vân"),
        ] {
            assert_eq!(printed(typed), right);
        }
    }

    #[test]
    fn codes_lists_addresses_and_figures_below_zero_stay() {
        for typed in [
            "– Tuyên truyền",
            "nhiệt độ –5 độ",
            "tệp ke_hoach–2027.docx và https://xa.vn/a–b",
            "số 2026-2030/KH, KH-2026-2030, 0912-2030",
            "kinh tế - xã hội, e-Office, Covid-19, 8-10 lớp",
            "-----",
        ] {
            assert_eq!(printed(typed), typed);
        }
    }
}
