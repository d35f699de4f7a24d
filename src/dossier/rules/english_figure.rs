//! HS-213: a figure of a text is written the English way: `98.5%`, `1,250 hộ`.
//!
//! Why: here the comma is before decimals and the dot between thousands, so that `1,250 hộ` is read as a little more than
//! one household. Source: Luật Kế toán (L-55). Only figures that can't be meant otherwise are told: one or two digits
//! between a dot and `%`, several commas, or three digits between a comma and something that is counted.

use crate::diag::{Diagnostics, Rule};
use crate::dossier::counted::is_counted;
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections};

/// A figure of a text is written the English way.
pub(super) struct EnglishFigure;

impl Rule<[PrintedText<'_>]> for EnglishFigure {
    fn code(&self) -> &'static str {
        "HS-213"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    let mut end = 0;
    // Digits are found by their bytes: most texts have none.
    let next_digit = |from: usize| paragraph.as_bytes()[from..].iter().position(u8::is_ascii_digit);
    while let Some(start) = next_digit(end).map(|place| end + place) {
        let rest = &paragraph[start..];
        let length =
            rest.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',')).unwrap_or(rest.len());
        let figure = rest[..length].trim_end_matches(['.', ',']);
        end = start + length;
        let is_alone =
            !paragraph[..start].ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-'));
        let with = written(figure, &rest[figure.len()..]).filter(|_| is_alone);
        found.extend(with.map(|with| Correction { range: start..start + figure.len(), with }));
    }
    found
}

/// The figure as it is written here, if it is English for certain.
fn written(figure: &str, behind: &str) -> Option<String> {
    let swapped = || {
        figure.chars().map(|mark| match mark {
            '.' => ',',
            ',' => '.',
            digit => digit,
        })
    };
    let (whole, decimals) = figure.rsplit_once('.').map_or((figure, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_percent = behind.trim_start_matches(' ').starts_with('%');
    let groups: Vec<&str> = whole.split(',').collect();
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| group.len() == 3 && !group.contains('.'));
    // Nobody writes decimals of three zeros: "9,000 m".
    let is_round = || groups[1..].iter().all(|group| *group == "000");
    let is_english = match decimals {
        Some(decimals) => {
            (groups.len() == 1 || is_grouped)
                && !whole.contains('.')
                && (1..=2).contains(&decimals.len())
                && (is_percent || is_grouped)
        }
        None => {
            is_grouped && (groups.len() > 2 || is_round() || behind.starts_with(' ') && is_counted(behind.trim_start()))
        }
    };
    is_english.then(|| swapped().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    fn check(text: &str, written: &str) {
        let said = suggestions(&EnglishFigure, text);
        assert!(said.iter().any(|said| said.contains(written)), "{text}: {said:?}");
    }

    #[test]
    fn english_figures_are_found() {
        check("Đạt 98.5% kế hoạch.", "98,5%");
        check("Đạt 98.55 % kế hoạch.", "98,55");
        check("Có 1,250 hộ tham gia.", "1.250");
        check("Thu 12,345,678 đồng.", "12.345.678");
        check("Thu 1,250.5 triệu đồng.", "1.250,5");
    }

    #[test]
    fn figures_of_ours_days_numbers_and_codes_are_left_alone() {
        for text in [
            "Đạt 98,5%; 1.250 hộ; 12.345.678 đồng; 1.250,5 triệu đồng.",
            "Sản lượng 1,171 tấn; 0,125 ha; 98.500% nếu gõ nhầm.",
            "ngày 20.12, mục 1.1, lúc 7.30, tài khoản 3711.0.1055",
            "Nghị định số 30/2020/NĐ-CP, các thôn 1,2,3; Điều 5,6.",
            "các năm 2024,2025; ngõ 1,250; số 1,250/2026",
        ] {
            assert_eq!(suggestions(&EnglishFigure, text), [""; 0], "{text}");
        }
    }
}
