//! Box 5a: the title, the trích yếu and the drawn line below.
//!
//! Owns their place on the page and the title as running text. Must not know the header or the body. Its paragraphs
//! come between the two; its running text becomes the file's title.

use crate::document::types::Paragraph;
use crate::units::Mm;
use crate::vietnamese::text::{sentence_case, uncapitalized, upper};

use super::centred::{Centred, centred};
use super::non_breaking::{self, hold_period};
use super::{TEXT_WIDTH, drawn_line, styles};

/// The longest line of title and trích yếu: a block of centred text reads better where it is narrower than the page.
const WIDEST: Mm = Mm(130.0);

/// Title, trích yếu (one paragraph, however many lines) and drawn line, from top to bottom.
pub(super) fn paragraphs(title: &str, subject: &str) -> Vec<Paragraph> {
    let [title, subject] = lines(title, subject);
    let line = drawn_line::under(&styles::SUBJECT_LINE, subject.longest, TEXT_WIDTH);
    vec![title.paragraph, subject.paragraph, line]
}

/// Title and trích yếu without the drawn line.
pub(super) fn lines(title: &str, subject: &str) -> [Centred; 2] {
    let title = centred(&styles::TITLE, &upper(title), TEXT_WIDTH, WIDEST);
    [title, centred(&styles::SUBJECT, &held(subject), TEXT_WIDTH, WIDEST)]
}

/// Title and trích yếu as one sentence: `Chương trình hành động triển khai công tác Dân vận`.
pub(super) fn in_running_text(title: &str, subject: &str) -> String {
    format!("{} {}", sentence_case(title), uncapitalized(subject)).replace('\u{a0}', " ").trim().to_owned()
}

/// The longest line of a centred title in a text of this width: the distance to the edges is the same as in portrait.
pub(super) fn widest(column: Mm) -> Mm {
    Mm(column.0 - (TEXT_WIDTH.0 - WIDEST.0))
}

/// A title in small letters, with its numbers, codes and period held together.
pub(super) fn held(subject: &str) -> String {
    non_breaking::held(&hold_period(subject)).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::decree::figures::LINE_SHARE;
    use crate::document::text_width::text_width;
    use crate::document::types::Content;

    use super::*;

    fn drawn_length(paragraph: &Paragraph) -> f64 {
        match paragraph.content {
            Content::Rule { length, .. } => length.0,
            Content::Text(_) => 0.0,
        }
    }

    fn printed(paragraph: &Paragraph) -> String {
        match &paragraph.content {
            Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
            Content::Rule { .. } => String::new(),
        }
    }

    /// The lines of a text in a column by greedy breaking at blanks, without the code under test.
    fn greedy_lines(text: &str, column: f64) -> Vec<f64> {
        let width = |text: &str| text_width(text, styles::SUBJECT.lettering).to_mm().0;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(line) if width(&format!("{line} {word}")) <= column => *line = format!("{line} {word}"),
                _ => lines.push(word.to_owned()),
            }
        }
        lines.iter().map(|line| width(line)).collect()
    }

    #[test]
    fn a_subject_of_four_lines_is_one_paragraph() {
        let subject = "Thực hiện Nghị quyết của Đại hội đại biểu Đảng bộ xã lần thứ I về phát triển kinh tế - xã hội \
            gắn với xây dựng nông thôn mới nâng cao, bảo đảm quốc phòng, an ninh, cải cách hành chính và chuyển đổi số \
            trên địa bàn xã";
        let paragraphs = paragraphs("Chương trình hành động", subject);
        let side = paragraphs[1].overrides.side_indents.expect("four lines are set in a narrower column");
        let lines = greedy_lines(&held(subject), TEXT_WIDTH.0 - 2.0 * side.0);
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| *line <= WIDEST.0 && *line >= 0.7 * WIDEST.0), "{lines:?}");
    }

    proptest! {
        #[test]
        fn the_drawn_line_is_a_third_to_a_half_of_the_longest_printed_line(
            words in prop::collection::vec("[A-Zđưỡệ][a-zđưỡệ]{0,6}|6|tháng|năm|2025|và", 1..60),
        ) {
            let subject = words.join(" ");
            let paragraphs = paragraphs("Kế hoạch", &subject);
            let side = paragraphs[1].overrides.side_indents.map_or(0.0, |side| side.0);
            prop_assert!(2.0 * side < TEXT_WIDTH.0);
            // The printed text: a few of its blanks may be non-breaking.
            let lines = greedy_lines(&printed(&paragraphs[1]), TEXT_WIDTH.0 - 2.0 * side);
            let longest = lines.iter().copied().fold(0.0, f64::max);
            let share = drawn_length(&paragraphs[2]) / longest;
            prop_assert!((LINE_SHARE.min..=LINE_SHARE.max).contains(&share), "{} of {:?}", share, lines);
        }
    }

    #[test]
    fn the_files_title_is_a_sentence() {
        assert_eq!(
            in_running_text("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Triển khai công tác Dân vận 6\u{a0}tháng cuối năm 2025"),
            "Chương trình hành động triển khai công tác Dân vận 6 tháng cuối năm 2025"
        );
        assert_eq!(in_running_text("Kế hoạch", "UBND xã tiếp dân"), "Kế hoạch UBND xã tiếp dân");
        assert_eq!(in_running_text("Kế hoạch", ""), "Kế hoạch");
    }
}
