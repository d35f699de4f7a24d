//! Boxes 1 to 4: names on the left, Quốc hiệu and Tiêu ngữ on the right, number and date level below them.
//!
//! Owns the header's grid. Must not know the wording of number and date. Its grid is the first block of a document.

use std::cell::RefCell;

use crate::decree::figures::{LETTER_ABOUT, LINE_SHARE, MOTTO_LINE_SHARE, NATIONAL_MOTTO, NATIONAL_NAME};
use crate::document::text_width::text_width;
use crate::document::types::{Grid, GridRow, Paragraph};
use crate::draft::Head;
use crate::kept::KeptLast;
use crate::units::{Mm, Pt};

use super::centred::{Centred, centred, in_capitals};
use super::date_line::{Dated, date_line, narrowest_date, number_line};
use super::styles::{self, lowered};
use super::{TEXT_WIDTH, drawn_line, title};

/// The header's two columns.
#[derive(Clone, Copy)]
struct HeadColumns {
    left: Mm,
    right: Mm,
}

/// Right column: the Quốc hiệu at 13 points is 95.7 mm wide and must fit on one line.
const USUAL: HeadColumns = HeadColumns::beside(Mm(100.0));

/// Gap between a number and a date that fills its column, in millimetres.
const GAP_BESIDE_DATE: f64 = 4.0;

impl HeadColumns {
    /// The columns beside a right one of this width.
    const fn beside(right: Mm) -> Self {
        Self { left: Mm(TEXT_WIDTH.0 - right.0), right }
    }

    /// The longest line on the left: 1 mm less at each side, so that it is 3 mm away from the Quốc hiệu.
    const fn left_widest(self) -> Mm {
        Mm(self.left.0 - 2.0)
    }

    /// The longest number: beside a date that fills its column, with a gap that keeps the two apart.
    fn number_widest(self) -> Mm {
        Mm(self.left_widest().0 - if self.left.0 < USUAL.left.0 { 2.0 * GAP_BESIDE_DATE } else { 0.0 })
    }

    /// The longest line on the right.
    const fn right_widest(self) -> Mm {
        Mm(self.right.0 - 1.0)
    }

    /// For a long place, a right column as wide as place and date need, if the names and the number need no more lines on
    /// the left.
    fn for_long_place(head: &Head) -> Option<Self> {
        let wider = Self::beside(Mm(narrowest_date(&head.place, head.date).0 + 1.0));
        let names = name_lines(head.superior_body.as_deref(), &head.issuing_body, USUAL);
        let longest = names.iter().map(|name| name.longest.to_mm().0).fold(0.0, f64::max);
        let number = number_line(head.number.as_deref(), &head.symbol, Mm(0.0));
        let number = text_width(&number, styles::NUMBER.lettering).to_mm().0;
        (longest <= wider.left_widest().0 && number <= wider.number_widest().0).then_some(wider)
    }
}

/// The header's grid. Number and date have a row of their own: they are level, however many lines the names take
/// (DD-05).
pub(super) fn grid(head: &Head, letter_subject: Option<&str>) -> Grid {
    thread_local! {
        static KEPT: RefCell<KeptLast<(Head, Option<String>), Grid>> = RefCell::default();
    }
    let is_it = |(last, subject): &(Head, Option<String>)| last == head && subject.as_deref() == letter_subject;
    let words = || (head.clone(), letter_subject.map(str::to_owned));
    KEPT.with_borrow_mut(|kept| kept.get(is_it, words, || new_grid(head, letter_subject)))
}

fn new_grid(head: &Head, letter_subject: Option<&str>) -> Grid {
    let set_date = |columns: &HeadColumns| date_line(&head.place, head.date, columns.right_widest());
    let (mut columns, mut dated) = (USUAL, set_date(&USUAL));
    if dated.column.is_some()
        && let Some(wider) = HeadColumns::for_long_place(head)
    {
        (columns, dated) = (wider, set_date(&wider));
    }
    let names = names(head.superior_body.as_deref(), &head.issuing_body, columns);
    let below = GridRow { cells: vec![vec![number(head, columns, &dated)], vec![date(columns, dated)]] };
    let about = letter_subject.map(|subject| GridRow { cells: vec![vec![about(subject, columns)], vec![]] });
    let rows = [names, below].into_iter().chain(about).collect();
    Grid { columns: vec![columns.left, columns.right], rows }
}

/// Box 5b: the subject of a letter, below its number, in even lines (TL-04).
fn about(subject: &str, columns: HeadColumns) -> Paragraph {
    let words = subject.strip_prefix("về việc ").unwrap_or(subject);
    let text = title::held(&format!("{LETTER_ABOUT} {words}"));
    centred(&styles::LETTER_SUBJECT, &text, columns.left_widest()).paragraph
}

/// The header's grid of a text issued with a decision: no number, no date (FORM-05).
pub(super) fn undated_grid(superior_body: Option<&str>, issuing_body: &[String]) -> Grid {
    Grid { columns: vec![USUAL.left, USUAL.right], rows: vec![names(superior_body, issuing_body, USUAL)] }
}

fn names(superior_body: Option<&str>, issuing_body: &[String], columns: HeadColumns) -> GridRow {
    GridRow { cells: vec![bodies(superior_body, issuing_body, columns), national(columns)] }
}

fn bodies(superior_body: Option<&str>, issuing_body: &[String], columns: HeadColumns) -> Vec<Paragraph> {
    let names = name_lines(superior_body, issuing_body, columns);
    let longest = |names: &[Centred]| Pt(names.iter().map(|name| name.longest.0).fold(0.0, f64::max));
    let (superior, issuing) = names.split_at(usize::from(superior_body.is_some()));
    let length = line_below_names(longest(issuing), longest(superior));
    let line = drawn_line::of_length(&styles::DRAWN_LINE, length, columns.left);
    names.into_iter().map(|name| name.paragraph).chain([line]).collect()
}

/// The superior body's name, if any, then the lines of the issuing body's.
fn name_lines(superior_body: Option<&str>, issuing_body: &[String], columns: HeadColumns) -> Vec<Centred> {
    let superior = superior_body.map(|name| in_capitals(&styles::SUPERIOR_BODY, name, columns.left_widest()));
    let issuing = issuing_body.iter().map(|line| in_capitals(&styles::ISSUING_BODY, line, columns.left_widest()));
    superior.into_iter().chain(issuing).collect()
}

/// Height of a line, as a multiple of the type size.
const LINE_HEIGHT: f64 = 1.15;

/// The decree's share of the issuing body's longest line (CQ-06), and of the longest of all names too where both are
/// possible.
fn line_below_names(issuing: Pt, superior: Pt) -> Pt {
    let aim = issuing.0 * LINE_SHARE.chosen;
    let least_of_all = superior.0.max(issuing.0) * LINE_SHARE.min;
    Pt(if least_of_all <= issuing.0 * LINE_SHARE.max { aim.max(least_of_all) } else { aim })
}

fn national(columns: HeadColumns) -> Vec<Paragraph> {
    let motto_width = text_width(NATIONAL_MOTTO, styles::NATIONAL_MOTTO.lettering);
    vec![
        styles::NATIONAL_NAME.line(NATIONAL_NAME),
        styles::NATIONAL_MOTTO.line(NATIONAL_MOTTO),
        drawn_line::of_length(&styles::DRAWN_LINE, Pt(motto_width.0 * MOTTO_LINE_SHARE), columns.right),
    ]
}

/// Number and symbol; beside a place with a line of its own, level with the date below it.
fn number(head: &Head, columns: HeadColumns, beside: &Dated) -> Paragraph {
    let mut paragraph = styles::NUMBER.line(number_line(head.number.as_deref(), &head.symbol, columns.left_widest()));
    if beside.column.is_some() {
        let place = styles::DATE.lettering.size.0 * LINE_HEIGHT;
        paragraph.overrides.before = Some(Pt(gap_above_number().0 + place));
    }
    paragraph
}

/// The gap that sets the number on the baseline of the date.
fn gap_above_number() -> Pt {
    lowered(styles::GAP_ABOVE_DATE, styles::NUMBER.lettering.size, styles::DATE.lettering.size)
}

fn date(columns: HeadColumns, dated: Dated) -> Paragraph {
    let usual = styles::DATE.lettering.size;
    let mut paragraph = styles::DATE.line(dated.text);
    paragraph.overrides.side_indents = dated.column.map(|column| Mm((columns.right.0 - column.0) / 2.0));
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

    use super::super::styles::StyleRole;
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
        assert!((drawn_length(&national(USUAL)) - 60.5).abs() < 0.05);
    }

    #[test]
    fn the_national_name_fits_its_column() {
        let width = text_width(NATIONAL_NAME, styles::NATIONAL_NAME.lettering);
        assert!(width.to_mm().0 < USUAL.right.0 - 4.0);
    }

    #[test]
    fn the_line_below_the_names_fits_both_names_where_possible() {
        let cell = bodies(Some("UBND xã An Khánh"), &["Phòng Kinh tế".to_owned()], USUAL);
        let width = |role: &StyleRole, text: &str| text_width(text, role.lettering).to_mm().0;
        let superior = width(&styles::SUPERIOR_BODY, "UBND XÃ AN KHÁNH");
        let issuing = width(&styles::ISSUING_BODY, "PHÒNG KINH TẾ");
        let length = drawn_length(&cell);
        assert!(superior / 3.0 - 1e-9 <= length && length <= issuing / 2.0, "{superior} {issuing} {length}");
    }

    #[test]
    fn a_long_name_wraps_inside_its_column() {
        let name = name_lines(None, &["Phòng Kinh tế, Hạ tầng và Đô thị".to_owned()], USUAL).remove(0);
        let Content::Text(runs) = &name.paragraph.content else { panic!("a name is text") };
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "PHÒNG KINH TẾ, \u{2028}HẠ TẦNG VÀ ĐÔ THỊ");
        assert!(name.longest.to_mm().0 <= USUAL.left_widest().0);
    }

    #[test]
    fn a_text_issued_with_a_decision_has_no_number_and_no_date() {
        let issuing = ["Ủy ban nhân dân".to_owned(), "xã An Khánh".to_owned()];
        let with_dates = grid(&head(&["Ủy ban nhân dân", "xã An Khánh"]), None);
        assert_eq!(undated_grid(None, &issuing).rows, with_dates.rows[..1]);
    }

    #[test]
    fn number_and_date_are_in_one_row_on_one_baseline() {
        let row = &grid(&head(&["Ủy ban nhân dân", "xã An Khánh"]), None).rows[1];
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
        for date in [&row.cells[1][0], &grid(&far, None).rows[1].cells[1][0]] {
            assert!((base_line(&row.cells[0][0]) - base_line(date)).abs() < 0.01);
        }
    }

    #[test]
    fn a_long_place_gets_a_wider_column_and_stays_set_date_with_its_date() {
        let long = Head {
            place: "Phường Nguyễn Thị Minh Khai".to_owned(),
            ..head(&["Ủy ban nhân dân", "xã An Khánh"])
        };
        let grid = grid(&long, None);
        assert!(
            grid.columns[1].0 > USUAL.right.0 && (grid.columns[0].0 + grid.columns[1].0 - TEXT_WIDTH.0).abs() < 1e-9
        );
        assert_eq!(grid.rows[1].cells[1][0].overrides.side_indents, None);
    }

    #[test]
    fn the_number_is_level_with_the_date_below_a_place_too_long_for_one_line() {
        let place = "Thượng Nguyên Khe Lựu Đồng Mây Bãi Nhạn".to_owned();
        let grid = grid(&Head { place, ..head(&["Ủy ban nhân dân", "xã An Khánh"]) }, None);
        let [number, date] = [0, 1].map(|column| grid.rows[1].cells[column][0].overrides.clone());
        assert!(date.side_indents.is_some() && grid.columns[1] == USUAL.right);
        let apart = number.before.expect("the number is lowered").0 - gap_above_number().0;
        assert!((apart - 16.1).abs() < 0.1, "{apart}");
    }

    proptest! {
        #[test]
        fn the_line_below_the_names_is_a_third_to_a_half_of_the_longest(
            names in prop::collection::vec("[a-zđưỡệ]{1,7}( [a-zđưỡệ]{1,7}){0,14}", 1..4),
        ) {
            let lines = name_lines(None, &names, USUAL);
            let longest = lines.iter().map(|name| name.longest.to_mm().0).fold(0.0, f64::max);
            let share = drawn_length(&bodies(None, &names, USUAL)) / longest;
            prop_assert!((LINE_SHARE.min..=LINE_SHARE.max).contains(&share));
        }
    }
}
