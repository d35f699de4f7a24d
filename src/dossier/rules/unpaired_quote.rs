//! HS-044: a quotation is opened and never closed, or closed and never opened.
//!
//! Why: the reader can't see where the quoted words end. Source: “ and ” come in pairs, within one paragraph.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::around;

/// A quotation is opened and never closed, or closed and never opened.
pub(super) struct UnpairedQuote;

impl Rule<[PrintedText<'_>]> for UnpairedQuote {
    fn code(&self) -> &'static str {
        "HS-044"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts {
            let unpaired = text.paragraphs().find_map(|paragraph| Some((paragraph, unpaired(paragraph)?)));
            let Some((paragraph, (at, mark))) = unpaired else { continue };
            let typed = &paragraph[around(paragraph, &(at..at + mark.len_utf8()))];
            let message = Diagnostic::warning(self.code()).at(text.at).with("typed", typed);
            out.report(if mark == '”' { message.hint("unopened") } else { message });
        }
    }
}

/// The first mark without its counterpart; `None` where „ shows another style of quotation marks. Straight marks in pairs
/// have been made round ones.
fn unpaired(paragraph: &str) -> Option<(usize, char)> {
    let is_inch = |at: usize| paragraph[..at].ends_with(|letter: char| letter.is_ascii_digit());
    if let Some((at, _)) = paragraph.match_indices('"').find(|&(at, _)| !is_inch(at)) {
        return Some((at, '"'));
    }
    if !paragraph.contains('“') && !paragraph.contains('”') || paragraph.contains('„') || paragraph.contains('‟')
    {
        return None;
    }
    let mut open: Vec<usize> = Vec::new();
    for (at, mark) in paragraph.match_indices(['“', '”']) {
        if mark == "“" {
            open.push(at);
        } else if open.pop().is_none() {
            return Some((at, '”'));
        }
    }
    open.first().map(|&at| (at, '“'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_paired_within_a_paragraph() {
        assert_eq!(unpaired("mô hình “Dân vận khéo, tạo"), Some((10, '“')));
        assert_eq!(unpaired("a ” b"), Some((2, '”')));
        assert_eq!(unpaired("“a” và “b “c” d”"), None);
        assert_eq!(unpaired("„a“"), None);
        assert_eq!(unpaired("mô hình \"Dân vận"), Some((10, '"')));
        assert_eq!(unpaired("màn hình 24\" và"), None);
        let at = crate::diag::Place::default();
        let text = PrintedText::of("“a\nb”", &at);
        let mut out = Diagnostics::new();
        UnpairedQuote.check(&[text], &mut out);
        assert_eq!(out.messages().len(), 1, "one message a cell");
    }
}
