//! Reads the addressees from a text (NN-03, NN-04).
//!
//! Owns reading a clerk's list, whatever marks its items have. Must not know which document goes to whom. `draft`
//! prints them.

use crate::dossier::without_list_marks;
use crate::vietnamese::fold;

/// The words of the form, which some clerks type into the cell.
const LABEL: &str = "Kính gửi";

/// The addressees in a text, one per line or separated by semicolons; dashes, end marks and the form's own words are
/// removed.
pub(crate) fn of(text: &str) -> Vec<String> {
    let lines = text.split(['\n', ';']).map(|line| without_label(&without_list_marks(line)));
    lines.filter(|line| !line.is_empty()).collect()
}

fn without_label(line: &str) -> String {
    let is_label = |typed: &str| fold::key(typed) == fold::key(LABEL);
    match line.split_once(':').filter(|(typed, _)| is_label(typed)) {
        Some((_, rest)) => without_list_marks(rest),
        None if is_label(line) => String::new(),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_with_any_marks() {
        let two = ["UBND tỉnh", "Sở Văn hóa"];
        for typed in [
            "UBND tỉnh\nSở Văn hóa",
            "- UBND tỉnh;\n- Sở Văn hóa.",
            "Kính gửi:\n– UBND tỉnh; Sở Văn hóa",
            "Kính gửi: UBND tỉnh;\n\nSở Văn hóa",
        ] {
            assert_eq!(of(typed), two, "{typed}");
        }
        assert!(of("").is_empty());
    }
}
