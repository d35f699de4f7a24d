//! Box 5a: the title, the trích yếu and the drawn line below.
//!
//! Owns their place on the page and the title as running text. Must not know the header or the body. Its paragraphs
//! come between the two; its running text becomes the file's title.

use std::cell::RefCell;
use std::rc::Rc;

use crate::document::types::Paragraph;
use crate::kept::{KeptLast, KeptResults};
use crate::units::Mm;
use crate::vietnamese::capitals::in_a_sentence;
use crate::vietnamese::text::sentence_case;

use super::centred::{Centred, centred, in_capitals};
use super::non_breaking::{self, hold_periods};
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
    let title = in_capitals(&styles::TITLE, title, WIDEST);
    [title, centred(&styles::SUBJECT, &held(subject), WIDEST)]
}

/// Title and trích yếu as one sentence: `Chương trình hành động triển khai công tác Dân vận`.
pub(super) fn in_running_text(title: &str, subject: &str) -> String {
    thread_local! {
        static KEPT: RefCell<KeptLast<[String; 2], String>> = RefCell::default();
    }
    let made =
        || format!("{} {}", sentence_case(title), in_a_sentence(subject)).replace('\u{a0}', " ").trim().to_owned();
    let words = [title, subject];
    KEPT.with_borrow_mut(|kept| kept.get(|last| *last == words, || words.map(str::to_owned), made))
}

/// The longest line of a centred title in a text of this width: the distance to the edges is the same as in portrait.
pub(super) fn widest(column: Mm) -> Mm {
    Mm(column.0 - (TEXT_WIDTH.0 - WIDEST.0))
}

/// A title in small letters, with its numbers, codes and periods held together.
pub(super) fn held(subject: &str) -> Rc<str> {
    thread_local! {
        static KEPT: RefCell<KeptResults<(), Rc<str>>> = RefCell::default();
    }
    KEPT.with_borrow_mut(|kept| kept.get(subject, (), || non_breaking::held(&hold_periods(subject)).into()))
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

    /// The lines of a subject as a person would have typed them.
    fn subject_lines(subject: &str) -> Vec<String> {
        printed(&paragraphs("Kế hoạch", subject)[1])
            .split(" \u{2028}")
            .map(|line| line.replace('\u{a0}', " "))
            .collect()
    }

    fn width(line: &str) -> f64 {
        text_width(line, styles::SUBJECT.lettering).to_mm().0
    }

    #[test]
    fn a_subject_of_four_lines_is_one_paragraph() {
        let subject = "Thực hiện Nghị quyết của Đại hội đại biểu Đảng bộ xã lần thứ I về phát triển kinh tế - xã hội \
            gắn với xây dựng nông thôn mới nâng cao, bảo đảm quốc phòng, an ninh, cải cách hành chính và chuyển đổi số \
            trên địa bàn xã";
        let lines = subject_lines(subject);
        assert_eq!(lines.len(), 4, "{lines:?}");
        let widths = lines.iter().map(|line| width(line));
        assert!(widths.clone().all(|width| (0.6 * WIDEST.0..=WIDEST.0).contains(&width)), "{lines:?}");
    }

    #[test]
    fn lines_end_where_a_person_would_end_them() {
        let samples: [&[&str]; 9] = [
            &[
                "Sơ kết công tác cải cách hành chính 6 tháng cuối năm 2025",
                "và phương hướng, nhiệm vụ 6 tháng đầu năm 2026",
            ],
            &["Triển khai, thực hiện công tác Dân vận", "6 tháng cuối năm 2025"],
            &["Ban hành Quy chế phối hợp giữa Ủy ban nhân dân", "và Ủy ban Mặt trận Tổ quốc Việt Nam xã Cồn Lau"],
            &["Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về phát triển khoa học"],
            &["Phát triển kinh tế - xã hội, bảo đảm", "quốc phòng, an ninh giai đoạn 2026 - 2030"],
            &["Giao 07 nhiệm vụ trọng tâm cho các đơn vị trên địa bàn"],
            &["Triển khai Nghị định số 30/2020/NĐ-CP"],
            &["Tuyên truyền, phổ biến, giáo dục pháp luật"],
            &["Phòng, chống thiên tai và tìm kiếm cứu nạn"],
        ];
        for expected in samples {
            let lines = subject_lines(&expected.join(" "));
            assert!(lines.iter().all(|line| width(line) <= WIDEST.0), "{lines:?}");
            if expected.len() > 1 {
                assert_eq!(lines, expected);
            }
        }
    }

    proptest! {
        #[test]
        fn the_drawn_line_is_a_third_to_a_half_of_the_longest_printed_line(
            words in prop::collection::vec("[A-Zđưỡệ][a-zđưỡệ]{0,6}|6|tháng|năm|2025|và", 1..60),
        ) {
            let subject = words.join(" ");
            let lines = subject_lines(&subject);
            prop_assert_eq!(lines.join(" "), subject.clone());
            let longest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
            let share = drawn_length(&paragraphs("Kế hoạch", &subject)[2]) / longest;
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
