//! A line of Nơi nhận in the words of the form: the archive line, `Như trên`, one spelling of `ủy` (NN-07, NN-08).
//!
//! Owns which words can only be meant so. Must not know the list: `recipients` does, and shows both in a note.

use crate::vietnamese::fold;

/// The lines of a cell; `Như trên` and the archive line are lines of their own. Others may stand together, with one
/// purpose for all.
pub(super) fn lines(cell: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for paragraph in cell.split('\n') {
        let mut rest = paragraph;
        while let Some((line, behind)) =
            rest.split_once(';').filter(|(line, behind)| is_alone(line) || is_archive(behind))
        {
            if is_archive(line) {
                break;
            }
            lines.push(&rest[..=line.len()]);
            rest = behind;
        }
        lines.push(rest);
    }
    let lines = lines.into_iter().map(without_label);
    lines.filter(|line| line.chars().any(char::is_alphanumeric)).collect()
}

/// A line without the word above the list, `Nơi nhận:` (NN-05).
fn without_label(line: &str) -> &str {
    let label = line.split_once(':').filter(|(label, _)| fold::key(label) == "noi nhan");
    label.map_or(line, |(_, behind)| behind)
}

/// Whether a line refers to recipients named elsewhere.
fn is_alone(line: &str) -> bool {
    let key = fold::key(line);
    key.starts_with("nhu ") || key == "nt"
}

/// The line as the form has it.
pub(super) fn written(line: &str) -> String {
    if matches!(fold::key(line).as_str(), "nt" | "n t") {
        return "Như trên".to_owned();
    }
    archive(line).unwrap_or_else(|| line.replace("Uỷ", "Ủy").replace("uỷ", "ủy"))
}

/// `Lưu: VT, VHXH`, where the colon was left out, or is another mark.
fn archive(line: &str) -> Option<String> {
    let word = line.split([' ', ':', ',', '-', '.', '\u{a0}']).next().filter(|word| fold::key(word) == "luu")?;
    let rest = line[word.len()..].trim_start_matches([' ', ':', ',', '-', '–', '.', '\u{a0}']);
    if rest.is_empty() {
        return Some("Lưu: VT".to_owned());
    }
    // "Lưu trữ lịch sử tỉnh" is a body.
    rest.starts_with(char::is_uppercase).then(|| format!("Lưu: {rest}"))
}

fn is_archive(line: &str) -> bool {
    let words = fold::key(line.trim_start_matches(['-', '–', '+', ' ']));
    words.split(' ').next() == Some("luu")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_line_has_its_colon() {
        for typed in ["Lưu: VT, VHXH", "Lưu VT, VHXH", "LƯU: VT, VHXH", "Lưu - VT, VHXH", "Lưu:VT, VHXH"] {
            assert_eq!(written(typed), "Lưu: VT, VHXH", "{typed}");
        }
        assert_eq!(written("Lưu"), "Lưu: VT");
        assert_eq!(written("Lưu trữ lịch sử tỉnh"), "Lưu trữ lịch sử tỉnh");
    }

    #[test]
    fn words_of_reference_and_one_spelling() {
        assert_eq!(written("nt"), "Như trên");
        assert_eq!(written("Đảng uỷ xã"), "Đảng ủy xã");
        assert_eq!(written("Phòng Kinh tế"), "Phòng Kinh tế");
    }

    #[test]
    fn a_cell_of_several_recipients_has_several_lines() {
        assert_eq!(lines("Như trên; Lưu VT"), ["Như trên;", " Lưu VT"]);
        assert_eq!(lines("Lưu: VT; VHXH"), ["Lưu: VT; VHXH"]);
        assert_eq!(lines("Các phòng; Công an xã (để t/h)"), ["Các phòng; Công an xã (để t/h)"]);
        assert_eq!(lines("Phòng Kinh tế;\nCông an xã;"), ["Phòng Kinh tế;", "Công an xã;"]);
        assert_eq!(lines("Nơi nhận:\n- Như trên;"), ["- Như trên;"]);
        assert_eq!(lines("Nơi nhận: các thôn"), [" các thôn"]);
    }
}
