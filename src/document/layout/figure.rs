//! What a figure is, among the texts of a table.
//!
//! Owns the one question. Must not know columns or widths. Its answers go to whatever sets or measures cells.

/// Whether a text is a figure: digits and signs without a word among them.
pub(super) fn is_figure(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit()) && !text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_digits_and_no_word() {
        assert!(["0", "1.234.567,89", "98,5%", "-3", "12/15", "(1 250)"].iter().all(|text| is_figure(text)));
        assert!(["", "–", "Chưa báo cáo", "15 ha", "quý IV"].iter().all(|text| !is_figure(text)));
    }
}
