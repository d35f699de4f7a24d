//! HS-042: two or more blanks follow one another.
//!
//! Why: justified lines stretch every blank, so the gap shows on paper. Source: words are separated by one blank. Room
//! left for a number or a day (`số /KH-UBND`, `ngày    tháng`) is intended; blanks before a mark are reported by
//! HS-043.

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections};

/// Two or more blanks follow one another.
pub(super) struct DoubledBlank;

impl Rule<[PrintedText<'_>]> for DoubledBlank {
    fn code(&self) -> &'static str {
        "HS-042"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    // A quick test that settles nearly every paragraph.
    if !paragraph.contains("  ") && !paragraph.contains('\u{a0}') {
        return found;
    }
    let mut read = 0;
    while let Some(ahead) = paragraph[read..].find(char::is_whitespace) {
        let start = read + ahead;
        let behind = paragraph[start..].trim_start();
        let end = paragraph.len() - behind.len();
        if paragraph[start..end].chars().nth(1).is_some() && !is_meant(behind) {
            found.push(Correction { range: start..end, with: " ".into() });
        }
        read = end;
    }
    found
}

/// Whether what follows shows that room was left on purpose, or that another rule reports it.
fn is_meant(behind: &str) -> bool {
    behind.starts_with(['/', ',', ';', ':', '.', '!', '?', '…', '”'])
        || ["tháng", "năm"].iter().any(|word| behind.strip_prefix(word).is_some_and(has_room_or_number))
}

/// `ngày    tháng    năm 2026`: after the word comes more room, or the number.
fn has_room_or_number(behind: &str) -> bool {
    let rest = behind.trim_start();
    rest.len() + 1 < behind.len() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '…')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    #[test]
    fn doubled_blanks_are_reported() {
        assert_eq!(
            suggestions(&DoubledBlank, "trong tình hình mới”;  Nghị quyết Đại hội"),
            ["tình hình mới”; Nghị quyết Đại"]
        );
        assert_eq!(suggestions(&DoubledBlank, "Nhân \u{a0} dân"), ["Nhân dân"]);
    }

    #[test]
    fn room_left_on_purpose_is_not_reported() {
        for text in
            ["Kế hoạch số     /KH-UBND", "ngày     tháng     năm 2026", "Nhân dân xã; thôn\nthôn khác", "một\u{a0}dấu"]
        {
            assert_eq!(suggestions(&DoubledBlank, text), [""; 0], "{text}");
        }
    }
}
