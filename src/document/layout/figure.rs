//! Decides whether a text in a table is a figure.
//!
//! Owns this decision. Must not know columns or widths. The code that sets or measures cells uses it.

/// Whether a text is a figure: digits and signs, without a word.
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
