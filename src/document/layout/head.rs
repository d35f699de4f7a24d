//! Boxes 1 to 4: names on the left, Quốc hiệu and Tiêu ngữ on the right, number and date level below them.
//!
//! Owns the header's grid. Must not know the wording of number and date. Its grid is the first block of a document.

use crate::decree::figures::{LINE_SHARE, MOTTO_LINE_SHARE, NATIONAL_MOTTO, NATIONAL_NAME};
use crate::document::text_width::text_width;
use crate::document::types::{Grid, GridRow, Paragraph};
use crate::draft::Head;
use crate::units::{Mm, Pt};

use super::centred::{Centred, in_capitals};
use super::date_line::{date_line, number_line};
use super::styles::{self, StyleRole, lowered};
use super::{TEXT_WIDTH, drawn_line};

/// Right column: the Quốc hiệu at 13 points is 95.7 mm wide and must fit on one line.
const RIGHT_COLUMN: Mm = Mm(100.0);
const LEFT_COLUMN: Mm = Mm(TEXT_WIDTH.0 - RIGHT_COLUMN.0);

/// The longest line on the left: 1 mm less at each side, so that it is 3 mm away from the Quốc hiệu.
const LEFT_WIDEST: Mm = Mm(LEFT_COLUMN.0 - 2.0);

/// The longest line on the right.
const RIGHT_WIDEST: Mm = Mm(RIGHT_COLUMN.0 - 1.0);

/// The header's grid. Number and date have a row of their own: they are level, however many lines the names take
/// (DD-05).
pub(super) fn grid(head: &Head) -> Grid {
    let names = names(head.superior_body.as_deref(), &head.issuing_body);
    let dates = GridRow { cells: vec![vec![number(head)], vec![date(head)]] };
    Grid { columns: vec![LEFT_COLUMN, RIGHT_COLUMN], rows: vec![names, dates] }
}

/// The header's grid of a text issued with a decision: no number, no date (FORM-05).
pub(super) fn undated_grid(superior_body: Option<&str>, issuing_body: &[String]) -> Grid {
    Grid { columns: vec![LEFT_COLUMN, RIGHT_COLUMN], rows: vec![names(superior_body, issuing_body)] }
}

fn names(superior_body: Option<&str>, issuing_body: &[String]) -> GridRow {
    GridRow { cells: vec![bodies(superior_body, issuing_body), national()] }
}

fn bodies(superior_body: Option<&str>, issuing_body: &[String]) -> Vec<Paragraph> {
    let superior = superior_body.map(|name| name_lines(&styles::SUPERIOR_BODY, name));
    let superior_longest = superior.as_ref().map_or(Pt(0.0), |name| name.longest);
    let mut paragraphs: Vec<Paragraph> = superior.into_iter().map(|name| name.paragraph).collect();
    let mut issuing_longest = Pt(0.0);
    for line in issuing_body {
        let name = name_lines(&styles::ISSUING_BODY, line);
        issuing_longest = Pt(issuing_longest.0.max(name.longest.0));
        paragraphs.push(name.paragraph);
    }
    let length = line_below_names(issuing_longest, superior_longest);
    paragraphs.push(drawn_line::of_length(&styles::DRAWN_LINE, length, LEFT_COLUMN));
    paragraphs
}

fn name_lines(role: &StyleRole, name: &str) -> Centred {
    in_capitals(role, name, LEFT_WIDEST)
}

/// The decree's share of the issuing body's longest line (CQ-06), and of the longest of all names too where both are
/// possible.
fn line_below_names(issuing: Pt, superior: Pt) -> Pt {
    let aim = issuing.0 * LINE_SHARE.chosen;
    let least_of_all = superior.0.max(issuing.0) * LINE_SHARE.min;
    Pt(if least_of_all <= issuing.0 * LINE_SHARE.max { aim.max(least_of_all) } else { aim })
}

fn national() -> Vec<Paragraph> {
    let motto_width = text_width(NATIONAL_MOTTO, styles::NATIONAL_MOTTO.lettering);
    vec![
        styles::NATIONAL_NAME.line(NATIONAL_NAME),
        styles::NATIONAL_MOTTO.line(NATIONAL_MOTTO),
        drawn_line::of_length(&styles::DRAWN_LINE, Pt(motto_width.0 * MOTTO_LINE_SHARE), RIGHT_COLUMN),
    ]
}

fn number(head: &Head) -> Paragraph {
    styles::NUMBER.line(number_line(head.number.as_deref(), &head.symbol, LEFT_WIDEST))
}

fn date(head: &Head) -> Paragraph {
    let dated = date_line(&head.place, head.date, RIGHT_WIDEST);
    let usual = styles::DATE.lettering.size;
    let mut paragraph = styles::DATE.line(dated.text);
    paragraph.overrides.side_indents = dated.column.map(|column| Mm((RIGHT_COLUMN.0 - column.0) / 2.0));
    if dated.size != usual {
        paragraph.overrides.size = Some(dated.size);
        paragraph.overrides.before = Some(lowered(styles::GAP_ABOVE_DATE, dated.size, usual));
    }
    paragraph
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::document::types::Content;
    use crate::draft::DateLine;

    use super::*;

    fn head(issuing: &[&str]) -> Head {
        Head {
            superior_body: None,
            issuing_body: issuing.iter().map(ToString::to_string).collect(),
            number: None,
            symbol: "KH-UBND".to_owned(),
            place: "An Khánh".to_owned(),
            date: DateLine::Open { year: Some(2026) },
        }
    }

    fn drawn_length(cell: &[Paragraph]) -> f64 {
        match cell.last().map(|paragraph| &paragraph.content) {
            Some(Content::Rule { length, .. }) => length.0,
            _ => 0.0,
        }
    }

    #[test]
    fn the_line_below_the_motto_is_as_long_as_its_text() {
        assert!((drawn_length(&national()) - 60.5).abs() < 0.05);
    }

    #[test]
    fn the_national_name_fits_its_column() {
        let width = text_width(NATIONAL_NAME, styles::NATIONAL_NAME.lettering);
        assert!(width.to_mm().0 < RIGHT_COLUMN.0 - 4.0);
    }

    #[test]
    fn the_line_below_the_names_fits_both_names_where_possible() {
        let cell = bodies(Some("UBND xã An Khánh"), &["Phòng Kinh tế".to_owned()]);
        let width = |role: &StyleRole, text: &str| text_width(text, role.lettering).to_mm().0;
        let superior = width(&styles::SUPERIOR_BODY, "UBND XÃ AN KHÁNH");
        let issuing = width(&styles::ISSUING_BODY, "PHÒNG KINH TẾ");
        let length = drawn_length(&cell);
        assert!(superior / 3.0 - 1e-9 <= length && length <= issuing / 2.0, "{superior} {issuing} {length}");
    }

    #[test]
    fn a_long_name_wraps_inside_its_column() {
        let name = name_lines(&styles::ISSUING_BODY, "Phòng Kinh tế, Hạ tầng và Đô thị");
        let Content::Text(runs) = &name.paragraph.content else { panic!("a name is text") };
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "PHÒNG KINH TẾ, \u{2028}HẠ TẦNG VÀ ĐÔ THỊ");
        assert!(name.longest.to_mm().0 <= LEFT_WIDEST.0);
    }

    #[test]
    fn a_text_issued_with_a_decision_has_no_number_and_no_date() {
        let issuing = ["Ủy ban nhân dân".to_owned(), "xã An Khánh".to_owned()];
        let with_dates = grid(&head(&["Ủy ban nhân dân", "xã An Khánh"]));
        assert_eq!(undated_grid(None, &issuing).rows, with_dates.rows[..1]);
    }

    #[test]
    fn number_and_date_are_in_one_row_on_one_baseline() {
        let row = &grid(&head(&["Ủy ban nhân dân", "xã An Khánh"])).rows[1];
        assert_eq!(row.cells.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        let styles = styles::of_document(&[]);
        let base_line = |paragraph: &Paragraph| {
            let style = styles.iter().find(|style| style.id == paragraph.style).expect("every style is listed");
            let size = paragraph.overrides.size.unwrap_or(style.text.size);
            paragraph.overrides.before.unwrap_or(style.paragraph.before).0
                + size.0 * crate::document::text_width::ASCENT
        };
        let far = head(&["Ủy ban nhân dân"]);
        let far = Head {
            place: "Thành phố Hồ Chí Minh".to_owned(),
            date: DateLine::Full { day: 29, month: 12, year: 2026 },
            ..far
        };
        for date in [&row.cells[1][0], &date(&far)] {
            assert!((base_line(&row.cells[0][0]) - base_line(date)).abs() < 0.01);
        }
    }

    proptest! {
        #[test]
        fn the_line_below_the_names_is_a_third_to_a_half_of_the_longest(
            names in prop::collection::vec("[a-zđưỡệ]{1,7}( [a-zđưỡệ]{1,7}){0,14}", 1..4),
        ) {
            let longest = names.iter().map(|line| name_lines(&styles::ISSUING_BODY, line).longest.to_mm().0).fold(0.0, f64::max);
            let share = drawn_length(&bodies(None, &names)) / longest;
            prop_assert!((LINE_SHARE.min..=LINE_SHARE.max).contains(&share));
        }
    }
}
