//! HS-042: two or more blanks stand together.
//!
//! Why: justified lines stretch every blank, so the gap shows on paper. Source: blanks part words, one at a time.
//! Wrong: `tình hình mới”;  Nghị quyết`. Right: `tình hình mới”; Nghị quyết`. Room left for a number or a day
//! (`số    /KH-UBND`, `ngày    tháng`) is meant, and blanks before a mark are HS-043's.

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, tell};

/// Two or more blanks stand together.
pub(super) struct DoubledBlank;

impl Rule<[PrintedText<'_>]> for DoubledBlank {
    fn code(&self) -> &'static str {
        "HS-042"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        tell(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    // Nearly every paragraph is done here.
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

/// Whether what follows shows that room was left on purpose, or that another rule speaks.
fn is_meant(behind: &str) -> bool {
    behind.starts_with(['/', ',', ';', ':', '.', '!', '?', '…', '”'])
        || ["tháng", "năm"].iter().any(|word| behind.strip_prefix(word).is_some_and(has_room_or_number))
}

/// `ngày    tháng    năm 2026`: behind the word stands more room, or the number that is known.
fn has_room_or_number(behind: &str) -> bool {
    let rest = behind.trim_start();
    rest.len() + 1 < behind.len() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '…')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::told;

    #[test]
    fn blanks_together_are_told() {
        assert_eq!(
            told(&DoubledBlank, "trong tình hình mới”;  Nghị quyết Đại hội"),
            ["tình hình mới”; Nghị quyết Đại"]
        );
        assert_eq!(told(&DoubledBlank, "Nhân \u{a0} dân"), ["Nhân dân"]);
    }

    #[test]
    fn room_left_on_purpose_is_meant() {
        for text in
            ["Kế hoạch số     /KH-UBND", "ngày     tháng     năm 2026", "Nhân dân xã; thôn\nthôn khác", "một\u{a0}dấu"]
        {
            assert_eq!(told(&DoubledBlank, text), [""; 0], "{text}");
        }
    }
}
