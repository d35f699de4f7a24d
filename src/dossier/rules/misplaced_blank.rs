//! HS-043: a blank is on the wrong side of a mark.
//!
//! Why: a mark separated from its word may begin the next line. Source: , ; : . ! ? follow the word at once and are
//! followed by a blank; “ and ” touch the words that they enclose. Numbers, times, symbols, addresses, `./.` and `...`
//! are left alone.

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, is_abbreviation, last_word, report_corrections};

/// A blank is on the wrong side of a mark.
pub(super) struct MisplacedBlank;

impl Rule<[PrintedText<'_>]> for MisplacedBlank {
    fn code(&self) -> &'static str {
        "HS-043"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    // The quotation marks have three bytes in UTF-8, the first of which is E2.
    let marks = paragraph
        .bytes()
        .enumerate()
        .filter(|(_, byte)| matches!(byte, b',' | b';' | b':' | b'.' | b'!' | b'?' | 0xe2));
    for (at, _) in marks {
        let Some(mark) = paragraph[at..].chars().next() else { continue };
        let (ahead, behind) = (&paragraph[..at], &paragraph[at + mark.len_utf8()..]);
        let correction = match mark {
            ',' | ';' | ':' | '.' | '!' | '?' => around_mark(ahead, mark, behind),
            '“' => without_blank_behind(at, behind),
            '”' => without_blank_ahead(ahead),
            _ => None,
        };
        let is_free =
            |correction: &Correction| found.last().is_none_or(|last| last.range.end <= correction.range.start);
        found.extend(correction.filter(is_free));
    }
    found
}

fn without_blank_behind(at: usize, behind: &str) -> Option<Correction> {
    let held = behind.trim_start();
    let has_blank = held.len() < behind.len() && held.starts_with(char::is_alphanumeric);
    let start = at + '“'.len_utf8();
    has_blank.then(|| Correction { range: start..start + behind.len() - held.len(), with: String::new() })
}

fn without_blank_ahead(ahead: &str) -> Option<Correction> {
    let held = ahead.trim_end();
    let has_blank = held.len() < ahead.len() && held.ends_with(|c: char| c.is_alphanumeric() || is_end_mark(c));
    has_blank.then(|| Correction { range: held.len()..ahead.len(), with: String::new() })
}

fn is_end_mark(character: char) -> bool {
    matches!(character, '.' | ',' | ';' | '!' | '?' | ')')
}

fn around_mark(ahead: &str, mark: char, behind: &str) -> Option<Correction> {
    let stem = ahead.trim_end();
    let last = stem.chars().next_back()?;
    if last.is_ascii_digit() && behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let has_blank_ahead = has_stray_blank(ahead, stem, mark, behind);
    let lacks_blank_behind = lacks_blank(stem, last, mark, behind) && !is_in_address(ahead, behind);
    if !has_blank_ahead && !lacks_blank_behind {
        return None;
    }
    let start = if has_blank_ahead { stem.len() } else { ahead.len() };
    let with = if lacks_blank_behind { format!("{mark} ") } else { mark.to_string() };
    Some(Correction { range: start..ahead.len() + mark.len_utf8(), with })
}

/// Whether one or two blanks are between a word and its mark; more blanks are room left for something.
fn has_stray_blank(ahead: &str, stem: &str, mark: char, behind: &str) -> bool {
    let blanks = ahead[stem.len()..].chars().count();
    let follows_word = stem.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '%'));
    let ends_there = match behind.chars().next() {
        None | Some('”' | ')') => true,
        Some(next) => next.is_whitespace() || (matches!(mark, ',' | ';') && next.is_alphabetic()),
    };
    (1..=2).contains(&blanks) && follows_word && ends_there
}

fn lacks_blank(stem: &str, last: char, mark: char, behind: &str) -> bool {
    let mut following = behind.chars();
    let Some(next) = following.next() else { return false };
    let is_after_word = last.is_alphanumeric() || matches!(last, ')' | '”' | '%');
    let opens = next.is_alphabetic() || matches!(next, '“' | '(');
    match mark {
        ',' | ';' => is_after_word && opens,
        ':' if next.is_ascii_digit() => last.is_alphabetic() && !has_digit(stem),
        ':' => !last.is_ascii_digit() && is_after_word && opens && !is_ratio(stem, behind),
        '!' | '?' => last.is_alphabetic() && next.is_alphabetic(),
        // A stop without a blank is common inside names and addresses. Only a small letter before it and a capitalised
        // word after it show the end of a sentence.
        _ => {
            let is_sentence = next.is_uppercase() && following.next().is_none_or(|c| c.is_lowercase() || c == ' ');
            last.is_lowercase() && is_sentence && !is_abbreviation(last_word(stem)) && !has_inner_stop(stem)
        }
    }
}

/// Whether a single letter is on either side: `tỷ lệ A:B`.
fn is_ratio(stem: &str, behind: &str) -> bool {
    let is_lone = |letters: &mut dyn Iterator<Item = char>| {
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none_or(|next| !next.is_alphanumeric())
    };
    is_lone(&mut stem.chars().rev()) && is_lone(&mut behind.chars())
}

/// Whether the last word contains a digit: `8h:30`, `A1:B2`.
fn has_digit(stem: &str) -> bool {
    last_word(stem).contains(|c: char| c.is_ascii_digit())
}

/// Whether the last word is the end of `a.b.c`.
fn has_inner_stop(stem: &str) -> bool {
    stem[..stem.len() - last_word(stem).len()].ends_with('.')
}

/// Whether the mark is part of a web or mail address, as far as an address of usual length reaches.
fn is_in_address(ahead: &str, behind: &str) -> bool {
    const REACH: usize = 80;
    let is_of_word = |c: &char| !c.is_whitespace();
    let signs = |c: char| matches!(c, '@' | '\\' | '=');
    let before: String = ahead.chars().rev().take(REACH).take_while(is_of_word).collect();
    let after: String = behind.chars().take(REACH).take_while(is_of_word).collect();
    before.contains("//:") || before.contains("www") || before.contains(signs) || after.contains(signs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    fn check(text: &str, written: &str) {
        assert_eq!(suggestions(&MisplacedBlank, text), [written], "{text}");
    }

    #[test]
    fn a_mark_touches_its_word_and_a_blank_follows() {
        check("các xã , các thôn", "các xã, các thôn");
        check("các xã ,các thôn", "các xã, các thôn");
        check("các xã,các thôn", "các xã, các thôn");
        check("năm 2026;Kế hoạch", "năm 2026; Kế hoạch");
        check("như sau :", "như sau:");
        check("Lưu:VT", "Lưu: VT");
        check("đã hoàn thành .", "đã hoàn thành.");
        check("công vụ.Theo Quyết định", "công vụ. Theo Quyết định");
        check("mô hình:“Dân vận khéo”", "mô hình: “Dân vận khéo”");
    }

    #[test]
    fn quotation_marks_touch_what_they_enclose() {
        check("thành phố “ về tiếp tục", "thành phố “về tiếp tục");
        check("mô hình “Dân vận khéo ” của", "“Dân vận khéo” của");
    }

    #[test]
    fn numbers_symbols_addresses_and_ends_are_left_alone() {
        for text in [
            "1.200,5 ha; 85,5%; 8:30; tỷ lệ 1 : 500; 8h:30; tỷ lệ A:B.",
            "Quyết định số 48/2019/QĐ-UBND ngày 18/12/2019, xã.",
            "như sau./.",
            "như trên ./.",
            "các nội dung khác ...; văn hóa, thể thao, v.v.",
            "TP.HCM, Th.S, ThS.Nguyễn Văn A, v.v...",
            "https://dichvucong.gov.vn/a?b=c:d và vanthu,xa@songngan.gov.vn",
            "Dân hỏi: “Vì sao?”. Xã đáp (có ghi âm).",
            "1.Mục đích",
            "…, nhà văn hóa",
            "Ngày     , tại xã",
        ] {
            assert_eq!(suggestions(&MisplacedBlank, text), [""; 0], "{text}");
        }
    }
}
