//! HS-243: a task reads like the example of a form.
//!
//! Why: a form shows how a row is filled in by an example, and it is easily left in; it would be assigned as a task.
//! Source: domain of the cycle, what really happened: example rows left in the template.

use crate::diag::{Concern, Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;
use crate::vietnamese::fold;

/// A task reads like the example of a form.
pub(super) struct ExampleRow;

impl Rule<[Assignment]> for ExampleRow {
    fn code(&self) -> &'static str {
        "HS-243"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        for task in assignments {
            let first = task.paragraphs.first().map_or("", String::as_str);
            if is_example(first) {
                let message = Diagnostic::warning(self.code()).at(&task.content_at).with("row", task.row);
                out.report(message.concerning(Concern::Row));
            }
        }
    }
}

/// Whether a text begins with the words for an example and a colon, or has them in brackets.
fn is_example(text: &str) -> bool {
    const WORDS: [&str; 5] = ["vi du", "vd", "thi du", "mau", "dong mau"];
    // Nearly every task begins otherwise: no word of it is folded.
    if !text.starts_with(['V', 'v', 'T', 't', 'M', 'm', 'D', 'd', '(', 'Đ', 'đ', '[']) {
        return false;
    }
    let head = text.split_once([':', ')', ']']).map_or("", |(head, _)| head);
    head.len() < 20 && WORDS.contains(&fold::key(head.trim_start_matches(['(', '['])).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_example;

    #[test]
    fn examples_are_known_by_their_first_words() {
        for text in ["Ví dụ: Rà soát hộ nghèo", "VD: Lắp camera", "(ví dụ) Thu quỹ", "[Mẫu] Thu quỹ"]
        {
            assert!(is_example(text), "{text}");
        }
        for text in ["Mẫu biểu báo cáo: rà soát", "Vận động: 3 hộ", "Thu quỹ", "Ví dụ điển hình được nêu gương"]
        {
            assert!(!is_example(text), "{text}");
        }
    }
}
