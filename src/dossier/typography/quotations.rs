//! Quotation marks: "…" and «…» become “…”.
//!
//! Owns which of two marks opens and which closes. Must not know the words between them. Where that is not certain,
//! nothing is changed: a mark without its counterpart is reported by HS-044.

use crate::dossier::wording::Correction;

/// The corrections of a paragraph; none where a mark has no counterpart.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    let mut is_open = false;
    if !paragraph.contains(['"', '«', '»']) || paragraph.contains(['„', '‟']) {
        return found;
    }
    for (at, mark) in paragraph.char_indices() {
        let (ahead, behind) = (&paragraph[..at], &paragraph[at + mark.len_utf8()..]);
        let opens = match mark {
            '“' | '«' => true,
            '”' | '»' => false,
            // Inches and seconds: «màn hình 24"».
            '"' if !is_open && ahead.ends_with(|letter: char| letter.is_ascii_digit()) => continue,
            '"' => !is_open,
            _ => continue,
        };
        let is_at_edge = if opens { !ends_word(ahead) } else { !begins_word(behind) };
        if opens == is_open || !is_at_edge && mark == '"' {
            return Vec::new();
        }
        is_open = opens;
        if matches!(mark, '"' | '«' | '»') {
            let with = if opens { "“" } else { "”" }.to_owned();
            found.push(Correction { range: at..at + mark.len_utf8(), with });
        }
    }
    if is_open { Vec::new() } else { found }
}

fn ends_word(text: &str) -> bool {
    text.ends_with(char::is_alphanumeric)
}

fn begins_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn straight_and_angled_marks_become_round_ones() {
        for (typed, right) in [
            ("phong trào \"Bình dân học vụ số\"", "phong trào “Bình dân học vụ số”"),
            ("mô hình «Dân vận khéo», “Ngày sạch”", "mô hình “Dân vận khéo”, “Ngày sạch”"),
            ("đề án \"Đề án 06\" và \"Xã số 1\".", "đề án “Đề án 06” và “Xã số 1”."),
            ("(\"Xã số\")", "(“Xã số”)"),
            ("phong trào “Sạch nhà\" của", "phong trào “Sạch nhà” của"),
            ("02 màn hình 24\" cho \"Tổ số\"", "02 màn hình 24\" cho “Tổ số”"),
        ] {
            assert_eq!(printed(typed), right);
        }
    }

    #[test]
    fn what_is_not_certain_stays() {
        for typed in ["phong trào \"Sạch nhà của", "a\"b\"c", "„Sạch nhà\"", "\"một \"hai\" ba\"x", "màn hình 24\""]
        {
            assert_eq!(printed(typed), typed);
        }
    }
}
