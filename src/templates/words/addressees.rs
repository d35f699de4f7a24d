//! The addressees that a text names (NN-03, NN-04).
//!
//! Owns reading a clerk's list, however its items were marked. Must not know to whom which document goes.

use crate::dossier::without_list_marks;
use crate::vietnamese::fold;

/// The words of the form, which some type into the cell.
const LABEL: &str = "Kính gửi";

/// The addressees of a text, one a line or parted by semicolons; dashes, end marks and the form's own words taken off.
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
    fn a_list_is_read_however_it_was_marked() {
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
