//! The line `(Kèm theo Kế hoạch số        /KH-UBND ngày       tháng       năm 2026 của …)` and the drawn line below.
//!
//! Owns its wording (PL-05, PL-06) and its line break. Must not know what follows it. Its paragraphs go to `annex` and
//! `attached`. Unknown parts are left open with ordinary blanks, as in the header.

use std::cell::RefCell;

use crate::decree::figures::{LINE_SHARE, REFERENCE_LABEL};
use crate::document::text_width::text_width;
use crate::document::types::{LINE_BREAK, Paragraph};
use crate::draft::Reference;
use crate::kept::KeptLast;
use crate::units::{Mm, Pt};

use super::centred::{Centred, centred};
use super::dashes::held_dashes;
use super::date_line::{DATE_ROOMS, NUMBER_ROOMS, date_text, first_that_fits, number_text};
use super::{drawn_line, styles};

/// The space that each line keeps free at both sides: text engines differ slightly.
const CLEARANCE: f64 = 1.0;

/// The line, one paragraph of one or two lines, and the drawn line below, in a text of this width.
pub(super) fn paragraphs(reference: &Reference, column: Mm) -> [Paragraph; 2] {
    thread_local! {
        static KEPT: RefCell<KeptLast<(Reference, Mm), [Paragraph; 2]>> = RefCell::default();
    }
    let is_it = |(last, width): &(Reference, Mm)| last == reference && *width == column;
    KEPT.with_borrow_mut(|kept| kept.get(is_it, || (reference.clone(), column), || set(reference, column)))
}

fn set(reference: &Reference, column: Mm) -> [Paragraph; 2] {
    let line = line(reference, column);
    // Forms 2.1 and 2.2 show a short line, and give no length (PL-07).
    let length = Pt(line.longest.0 * LINE_SHARE.min);
    [line.paragraph, drawn_line::of_length(&styles::REFERENCE_LINE, length, column)]
}

/// On one line where that leaves as much room to write in as the header does; else on two, the second begins with the
/// issuer.
fn line(reference: &Reference, column: Mm) -> Centred {
    let widest = Mm(column.0 - 2.0 * CLEARANCE);
    let issuer = format!("của {})", reference.issuer);
    let [roomy, ..] = rooms();
    let one_line = format!("{} {issuer}", first_part(reference, roomy));
    if width(&one_line) <= widest.0 {
        return centred(&styles::REFERENCE, &one_line, widest);
    }
    match first_that_fits(rooms().map(|rooms| first_part(reference, rooms)), styles::REFERENCE.lettering, widest) {
        Ok(first) if width(&issuer) <= widest.0 => on_two_lines(&first, &issuer),
        // Set even if it does not fit.
        Ok(first) | Err(first) => centred(&styles::REFERENCE, &format!("{first} {issuer}"), widest),
    }
}

fn on_two_lines(first: &str, issuer: &str) -> Centred {
    let longest = width(first).max(width(issuer));
    let paragraph = styles::REFERENCE.line(format!("{first} {LINE_BREAK}{}", held_dashes(issuer)));
    Centred { paragraph, longest: Mm(longest).to_pt() }
}

/// The text before the issuer.
fn first_part(reference: &Reference, (number_room, date_room): (usize, usize)) -> String {
    let number = number_text(reference.number.as_deref(), &reference.symbol, number_room);
    let date = date_text(reference.date, date_room);
    format!("({REFERENCE_LABEL} {} số{number} {date}", reference.document)
}

/// The spaces for number and date, from most to fewest blanks.
fn rooms() -> [(usize, usize); 3] {
    std::array::from_fn(|index| (NUMBER_ROOMS[index], DATE_ROOMS[index]))
}

fn width(text: &str) -> f64 {
    text_width(text, styles::REFERENCE.lettering).to_mm().0
}

#[cfg(test)]
mod tests {
    use crate::document::types::Content;
    use crate::draft::DateLine;

    use super::*;

    fn reference(number: Option<&str>, date: DateLine, issuer: &str) -> Reference {
        Reference {
            document: "Kế hoạch".into(),
            number: number.map(str::to_owned),
            symbol: "KH-UBND".into(),
            date,
            issuer: issuer.into(),
        }
    }

    const OPEN: DateLine = DateLine::Open { year: Some(2026) };
    const FULL: DateLine = DateLine::Full { day: 5, month: 1, year: 2026 };
    const ISSUER: &str = "Ủy ban nhân dân xã Sơn Hòa";
    const UPRIGHT: Mm = Mm(165.0);
    const LYING: Mm = Mm(252.0);

    fn text(reference: &Reference, column: Mm) -> String {
        match &line(reference, column).paragraph.content {
            Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
            Content::Rule { .. } => String::new(),
        }
    }

    #[test]
    fn unknown_parts_are_left_open_with_ordinary_blanks() {
        let check = |number: Option<&str>, date, expected: &str| {
            assert_eq!(text(&reference(number, date, ISSUER), LYING), expected);
        };
        check(
            None,
            OPEN,
            "(Kèm theo Kế hoạch số            /KH-UBND ngày       tháng       năm 2026 của Ủy ban nhân dân xã Sơn Hòa)",
        );
        check(
            Some("7"),
            FULL,
            "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Sơn Hòa)",
        );
        check(
            Some("7"),
            DateLine::Open { year: None },
            "(Kèm theo Kế hoạch số 07/KH-UBND ngày       tháng       năm        của Ủy ban nhân dân xã Sơn Hòa)",
        );
    }

    #[test]
    fn in_portrait_the_issuer_is_on_the_second_line() {
        for (number, date) in [(None, OPEN), (Some("12"), FULL), (None, DateLine::Open { year: None })] {
            let reference = reference(number, date, "Phòng Văn hóa - Xã hội xã Nguyễn Thị Minh Khai");
            let text = text(&reference, UPRIGHT);
            let (first, issuer) = text.split_once(" \u{2028}").expect("the issuer has its own line");
            assert!(!first.contains('\u{a0}') && issuer.starts_with("của Phòng Văn hóa\u{a0}- Xã hội"));
            assert!(width(first) <= UPRIGHT.0 && width(issuer) <= UPRIGHT.0);
        }
    }

    #[test]
    fn the_line_leaves_as_much_room_as_the_header() {
        for issuer in [ISSUER, "Ủy ban nhân dân xã Nguyễn Thị Minh Khai tỉnh Quảng Ngãi", "Ủy ban nhân dân xã A"]
        {
            for column in [UPRIGHT, LYING] {
                let text = text(&reference(None, OPEN, issuer), column);
                assert!(text.contains(&format!("số{}/", " ".repeat(NUMBER_ROOMS[0]))), "{text}");
                assert!(text.contains(&format!("ngày{}tháng", " ".repeat(DATE_ROOMS[0]))), "{text}");
            }
        }
    }

    #[test]
    fn an_issuer_longer_than_a_line_is_set_too() {
        let long = "Ủy ban nhân dân ".repeat(30);
        let [line, _] = paragraphs(&reference(None, OPEN, &long), UPRIGHT);
        let Content::Text(runs) = &line.content else { panic!("the line is text") };
        assert!(runs.iter().filter(|run| run.is_narrow).count() > 2);
    }

    #[test]
    fn the_drawn_line_is_a_third_of_the_longest_line() {
        for column in [UPRIGHT, LYING] {
            let reference = reference(None, OPEN, ISSUER);
            let longest = line(&reference, column).longest.to_mm().0;
            let [_, drawn] = paragraphs(&reference, column);
            let Content::Rule { length, .. } = drawn.content else { panic!("a line is drawn") };
            assert!((length.0 - longest / 3.0).abs() < 0.01);
        }
    }
}
