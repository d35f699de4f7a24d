//! Wraps texts of a chart, and cuts them where there is no room.
//!
//! Owns where a text breaks: at blanks, inside a word only where the word is wider than the line. Must not know what
//! the text means. Its lines go to the plan.

use super::letters::Letters;

/// The mark for omitted letters.
const CUT: char = '…';

/// A text in as few lines as possible, of even length, none wider than the room; text after the last line is cut.
pub(super) fn wrapped(text: &str, letters: &Letters, room: i32, most: usize) -> Vec<String> {
    /// The steps, in pixels, by which the room is narrowed to find even lines.
    const STEP: i32 = 8;
    let mut lines = filled(text, letters, room);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, letters, room));
        return lines;
    }
    let mut narrower = room - STEP;
    while narrower > room / 2 {
        let more = filled(text, letters, narrower);
        if more.len() > lines.len() {
            break;
        }
        (lines, narrower) = (more, narrower - STEP);
    }
    lines
}

/// A text in one line, cut where it is wider than the room.
pub(super) fn cut(text: &str, letters: &Letters, room: i32) -> String {
    if letters.width(text) <= room {
        return text.to_owned();
    }
    let marked = |kept: &str| format!("{}{CUT}", kept.trim_end());
    let mut kept = text.to_owned();
    while letters.width(&marked(&kept)) > room && kept.pop().is_some() {}
    // A cut falls between words where there is more than one.
    if !text[kept.len()..].starts_with(' ')
        && let Some(blank) = kept.trim_end().rfind(' ')
    {
        kept.truncate(blank);
    }
    marked(&kept)
}

/// The lines, each as full as it can be.
fn filled(text: &str, letters: &Letters, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()).flat_map(|word| pieces(word, letters, room)) {
        match lines.last_mut() {
            Some(line) if letters.width(&format!("{line} {word}")) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word, split where it is wider than the room; a piece has at least one letter.
fn pieces(word: &str, letters: &Letters, room: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let piece = pieces.last_mut().expect("there is always one");
        piece.push(letter);
        if letters.width(piece) > room && piece.chars().count() > 1 {
            piece.pop();
            pieces.push(letter.to_string());
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, room: i32, expected: &[&str]) {
        let letters = Letters::of(46.0);
        let lines = wrapped(text, &letters, room, 3);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| letters.width(line) <= room));
    }

    #[test]
    fn a_label_breaks_at_blanks_into_even_lines() {
        check("Tổ dân phố số 12", 640, &["Tổ dân phố số 12"]);
        check("Trung tâm Phục vụ hành chính công", 640, &["Trung tâm Phục vụ", "hành chính công"]);
        check("", 640, &[]);
        check("  Thôn \n Đông ", 640, &["Thôn Đông"]);
    }

    #[test]
    fn no_break_spaces_do_not_break() {
        check("Tổ dân phố số\u{a0}12", 260, &["Tổ dân", "phố số\u{a0}12"]);
    }

    #[test]
    fn a_label_of_more_than_three_lines_is_cut_with_a_mark() {
        let long = "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa xã Sơn Hòa";
        check(long, 400, &["Ban Chỉ đạo phong", "trào Toàn dân đoàn", "kết xây dựng đời…"]);
    }

    #[test]
    fn a_word_wider_than_the_room_breaks_inside() {
        let letters = Letters::of(46.0);
        let lines = wrapped(&"a".repeat(60), &letters, 300, 9);
        assert_eq!(lines.concat(), "a".repeat(60));
        assert!(lines.len() > 3 && lines.iter().all(|line| letters.width(line) <= 300));
        assert_eq!(wrapped("aaa", &letters, 1, 9), ["a", "a", "a"]);
    }

    #[test]
    fn a_text_that_fits_is_not_cut() {
        let letters = Letters::of(46.0);
        assert_eq!(cut("81,25%", &letters, 600), "81,25%");
        let short = cut("chưa có báo cáo của đơn vị", &letters, 300);
        assert!(short.ends_with('…') && short.starts_with("chưa có"));
        assert_eq!(cut("dài", &letters, 0), "…");
    }
}
