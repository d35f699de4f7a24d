//! A line of Nơi nhận in the words of the form: the archive line, `Như trên`, one spelling of `ủy` (NN-07, NN-08).
//!
//! Owns which words can only be meant so. Must not know the list: `recipients` does, and shows both in a note.

use super::form::{BodySort, NamedBody};
use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, lower};

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
    if let Some(archive) = archive(line) {
        return archive;
    }
    let line = line.replace("Uỷ", "Ủy").replace("uỷ", "ủy");
    in_letters_of_names(&line).unwrap_or(line)
}

/// A body or a collective typed without any small letter or without any capital, `UBND TỈNH HẢI VÂN`, `CÁC THÔN`,
/// `ubnd tỉnh hải vân`, in the letters of the form; `None` for any other line, and where the letters are not known.
pub(super) fn in_letters_of_names(line: &str) -> Option<String> {
    let bare = line.trim().trim_end_matches([';', '.', ',']);
    let (has_small, has_capital) = (bare.chars().any(char::is_lowercase), bare.chars().any(char::is_uppercase));
    if has_small == has_capital || !bare.contains(' ') || bare.contains(['(', ',', ';']) {
        return None;
    }
    if fold::key(bare).starts_with("cac ") {
        return has_capital.then(|| capitalized(&lower(bare)));
    }
    let body = NamedBody::of(bare);
    let is_of_people = matches!(body.sort, BodySort::Committee | BodySort::Council) && body.tier().is_some();
    let is_short = !fold::key(bare).contains("nhan dan");
    is_of_people.then(|| if is_short { body.abbreviated() } else { body.in_full() })
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
