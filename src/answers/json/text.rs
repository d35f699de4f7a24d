//! Text for scripts and their logs.
//!
//! Owns what is left out of it: personal numbers. Must not know where the text comes from. Its output goes into the
//! answers.

use serde_json::Value;

use crate::vietnamese::text;

/// Text for scripts and their logs: NFC, without personal numbers.
pub(super) fn for_scripts(raw: &str) -> Value {
    without_personal_numbers(&text::composed(raw)).into()
}

/// The text with `…` for every run of nine digits or more: identity papers and telephone numbers, whatever their
/// spacing.
fn without_personal_numbers(text: &str) -> String {
    const SHORTEST: usize = 9;
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let run = rest[start..].find(|letter: char| !(letter.is_ascii_digit() || " .-".contains(letter)));
        let run = rest[start..start + run.unwrap_or(rest.len() - start)].trim_end_matches([' ', '.', '-']);
        kept.push_str(&rest[..start]);
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        kept.push_str(if digits < SHORTEST { run } else { "…" });
        rest = &rest[start + run.len()..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_numbers_are_left_out_of_text_for_scripts() {
        let check = |text: &str, wanted: &str| assert_eq!(without_personal_numbers(text), wanted);
        check("«001085012345» không phải là một ngày", "«…» không phải là một ngày");
        check("gọi 0912 345 678. Cảm ơn", "gọi …. Cảm ơn");
        check("ngày 30/11/2025, số 12/KH-UBND, 1.200 hộ", "ngày 30/11/2025, số 12/KH-UBND, 1.200 hộ");
        check("", "");
    }
}
