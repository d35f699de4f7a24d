//! A small letter behind a full stop becomes a capital, where a sentence certainly begins there (VH-01).
//!
//! Owns which words can't continue a sentence. Must not know what is said. Where the stop may be the mistake, nothing is
//! changed: HS-046 shows both corrections.

use crate::dossier::rules::small_letter;
use crate::dossier::wording::Correction;
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::text::capitalized;

/// Words that may continue a sentence: the stop ahead of them may be one too many.
const CONTINUING: [&str; 63] = [
    "bao", "bởi", "bằng", "bị", "cho", "có", "còn", "của", "cùng", "cũng", "do", "dưới", "giữa", "gồm", "hay", "hoặc",
    "khi", "khỏi", "kèm", "là", "lên", "lại", "lần", "mà", "mới", "ngoài", "nhiều", "như", "nhưng", "nhất", "nhằm",
    "nên", "nếu", "qua", "quanh", "ra", "rồi", "sang", "sau", "sẽ", "so", "tại", "tới", "theo", "thuộc", "thì",
    "trong", "trên", "trước", "từ", "tuy", "và", "vào", "vì", "với", "về", "xong", "xuống", "ở", "đang", "đã", "đến",
    "để",
];

/// The corrections of a paragraph.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    for at in small_letter::stops(paragraph) {
        let start = paragraph.len() - paragraph[at + 1..].trim_start().len();
        let word = paragraph[start..].split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        if is_syllable(word) && !CONTINUING.contains(&word) {
            let letter: String = word.chars().take(1).collect();
            found.push(Correction { range: start..start + letter.len(), with: capitalized(&letter) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        for (typed, right) in [
            ("Đã mở 2 hội nghị. tuyên truyền 300 lượt", "Đã mở 2 hội nghị. Tuyên truyền 300 lượt"),
            (
                "đạt 85%. tuyên truyền (12 hộ). vận động 300. kiểm tra",
                "đạt 85%. Tuyên truyền (12 hộ). Vận động 300. Kiểm tra",
            ),
            ("phong trào “Xã số”. đôn đốc các thôn", "phong trào “Xã số”. Đôn đốc các thôn"),
        ] {
            assert_eq!(printed(typed), right);
        }
    }

    #[test]
    fn where_the_stop_may_be_wrong_it_is_asked() {
        for typed in [
            "thực thi công vụ. theo Quyết định số 48",
            "hỗ trợ 212 lượt. trong đó có 12 người",
            "TP. hồ, tr. năm, v.v. và các thôn",
            "các việc: 1. tuyên truyền 2. vận động",
            "dùng phần mềm. iOffice của xã; Cty. xây dựng",
        ] {
            assert_eq!(printed(typed), typed);
        }
    }
}
