//! Boxes 7 to 9b: recipients on the left; authority, space for the signature, and name on the right.
//!
//! Owns the signature block's grid and the end marks of the recipients. Must not know the body above it.
//! Its grid is the last block of a document.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::slice;

use crate::decree::figures::RECIPIENTS_LABEL;
use crate::document::text_width::text_width;
use crate::document::types::{Grid, GridRow, Paragraph};
use crate::draft::Signature;
use crate::kept::KeptResults;
use crate::units::Mm;
use crate::vietnamese::text::upper;

use super::TEXT_WIDTH;
use super::centred::{centred, in_capitals};
use super::dashes::held_dashes;
use super::styles::{self, StyleRole};

/// The default width of the left column: the signature is well right of the middle.
const LEFT_COLUMN: Mm = Mm(75.0);

/// The greatest and least width of the left column.
const LEFT_WIDEST: f64 = 90.0;
const LEFT_NARROWEST: f64 = 55.0;

/// Space beside the longest line of each column.
const GUTTER: f64 = 5.0;

/// The most recipients beside the signature, about as high as it. More of them, in an unsplittable row, would move the
/// signature to a page of its own.
const BESIDE_SIGNATURE: usize = 14;

/// The recipients in each row below: few, so that a page may end between any two rows.
const IN_A_ROW: usize = 4;

/// The signature block's grid. Its first row, with the signature, never splits over two pages.
pub(super) fn grid(recipients: &[String], signature: &Signature) -> Grid {
    let list = recipient_lines(recipients);
    let left = left_column(&list, signature);
    let right = Mm(TEXT_WIDTH.0 - left.0);
    let is_long = list.len() >= BESIDE_SIGNATURE + IN_A_ROW;
    let (beside, below) = list.split_at(if is_long { BESIDE_SIGNATURE } else { list.len() });
    let label = styles::RECIPIENTS_LABEL.line(RECIPIENTS_LABEL);
    let first = std::iter::once(label).chain(set(beside)).collect();
    let mut rows = vec![row(first, signature_lines(signature, right))];
    // Cut from the end, so that the last row never has a single line.
    rows.extend(below.rchunks(IN_A_ROW).rev().map(|lines| row(set(lines), vec![styles::RECIPIENT.line("")])));
    Grid { columns: vec![left, right], rows }
}

fn row(left: Vec<Paragraph>, right: Vec<Paragraph>) -> GridRow {
    GridRow { cells: vec![left, right] }
}

fn set(lines: &[RecipientLine]) -> Vec<Paragraph> {
    lines.iter().map(|line| styles::RECIPIENT.line(&*line.text)).collect()
}

/// Each recipient after a dash; `;` after each, `.` after the last (NN-06, NN-08).
fn recipient_lines(recipients: &[String]) -> Vec<RecipientLine> {
    thread_local! {
        static KEPT: RefCell<KeptResults<bool, RecipientLine>> = RefCell::default();
    }
    let last = recipients.len().saturating_sub(1);
    KEPT.with_borrow_mut(|kept| {
        let line = |(index, recipient): (usize, &String)| {
            let is_last = index == last;
            kept.get(recipient, is_last, || RecipientLine::of(recipient, is_last))
        };
        recipients.iter().enumerate().map(line).collect()
    })
}

/// A recipient's line, and its width in millimetres.
#[derive(Clone)]
struct RecipientLine {
    text: Rc<str>,
    width: f64,
}

impl RecipientLine {
    fn of(recipient: &str, is_last: bool) -> Self {
        let text = ["- ", &held_purpose(&held_dashes(recipient)), if is_last { "." } else { ";" }].concat();
        Self { width: width(&text, &styles::RECIPIENT), text: text.into() }
    }
}

/// Keeps a short purpose at the end, `(để b/c)`, on one line.
fn held_purpose(recipient: &str) -> Cow<'_, str> {
    const SHORT: usize = 12;
    match recipient.rfind('(').filter(|_| recipient.ends_with(')')) {
        Some(place) if recipient[place..].chars().count() <= SHORT => {
            [&recipient[..place], &recipient[place..].replace(' ', "\u{a0}")].concat().into()
        }
        _ => recipient.into(),
    }
}

fn signature_lines(signature: &Signature, column: Mm) -> Vec<Paragraph> {
    let widest = Mm(column.0 - GUTTER);
    let roles = std::iter::once(&styles::AUTHORITY).chain(std::iter::repeat(&styles::POSITION));
    let mut paragraphs: Vec<Paragraph> =
        signature.lines.iter().zip(roles).map(|(line, role)| in_capitals(role, line, widest).paragraph).collect();
    // The room for the signature is above the first of these: a position in the agency (KY-08), else the name.
    let position = signature.agency_position.as_ref();
    paragraphs.extend(position.map(|position| in_capitals(&styles::SIGNER, position, widest).paragraph));
    let role = if position.is_some() { &styles::POSITION } else { &styles::SIGNER };
    paragraphs.push(centred(role, &signature.name, widest).paragraph);
    paragraphs
}

/// As wide as the recipients need, as far as the signature's lines leave room.
fn left_column(list: &[RecipientLine], signature: &Signature) -> Mm {
    let recipients = list.iter().map(|line| line.width).fold(0.0, f64::max) + GUTTER;
    let lines: Vec<String> = signature.lines.iter().chain(&signature.agency_position).map(|line| upper(line)).collect();
    let signer = longest(&lines, &styles::AUTHORITY).max(longest(slice::from_ref(&signature.name), &styles::SIGNER));
    let left_by_signer = TEXT_WIDTH.0 - signer - GUTTER;
    let recommended = recipients.clamp(LEFT_COLUMN.0, LEFT_WIDEST);
    Mm(recommended.min(left_by_signer).max(LEFT_NARROWEST))
}

/// Width of the longest line, in millimetres.
fn longest(lines: &[String], role: &StyleRole) -> f64 {
    lines.iter().map(|line| width(line, role)).fold(0.0, f64::max)
}

fn width(line: &str, role: &StyleRole) -> f64 {
    text_width(line, role.lettering).to_mm().0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::types::{Content, Overrides};

    fn signature(lines: &[&str]) -> Signature {
        let lines = lines.iter().map(ToString::to_string).collect();
        Signature { lines, agency_position: None, name: "Trần Thị Bình".to_owned() }
    }

    fn texts(cell: &[Paragraph]) -> Vec<&str> {
        cell.iter()
            .filter_map(|paragraph| match &paragraph.content {
                Content::Text(runs) => runs.first().map(|run| run.text.as_str()),
                Content::Rule { .. } => None,
            })
            .collect()
    }

    #[test]
    fn recipients_get_their_dashes_and_marks() {
        let recipients = ["Các thôn".to_owned(), "Lưu: VT, VHXH".to_owned()];
        let grid = grid(&recipients, &signature(&["TM. Ủy ban nhân dân", "Chủ tịch"]));
        assert_eq!(texts(&grid.rows[0].cells[0]), ["Nơi nhận:", "- Các thôn;", "- Lưu: VT, VHXH."]);
        assert_eq!(texts(&grid.rows[0].cells[1]), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Bình"]);
    }

    #[test]
    fn the_columns_fill_the_page_and_hold_every_line() {
        let long =
            ["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể chính trị - xã hội".to_owned()];
        let short = ["Lưu: VT".to_owned()];
        for recipients in [&long, &short] {
            for lines in [vec!["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], vec!["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MÙ CẢ"]]
            {
                let grid = grid(recipients, &signature(&lines));
                assert!((grid.columns[0].0 + grid.columns[1].0 - TEXT_WIDTH.0).abs() < 1e-9);
                assert!(grid.rows[0].cells[1].iter().all(|line| line.overrides == Overrides::default()), "{lines:?}");
            }
        }
    }

    #[test]
    fn a_long_list_continues_below_in_rows_of_more_than_one_line() {
        for count in [1, 14, 17, 18, 19, 21, 40, 90] {
            let recipients = vec!["Thôn Đoài".to_owned(); count];
            let grid = grid(&recipients, &signature(&["CHỦ TỊCH"]));
            let sizes: Vec<usize> = grid.rows.iter().map(|row| row.cells[0].len()).collect();
            assert_eq!(sizes.iter().sum::<usize>(), count + 1, "{sizes:?}");
            assert!(grid.rows.len() == 1 || sizes.last() == Some(&IN_A_ROW), "{sizes:?}");
        }
    }
}
