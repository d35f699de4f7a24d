//! A row of a sheet in one line of a terminal.
//!
//! Owns which cells of a row are shown and how wide each may be. Must not know messages. Its output goes to `messages`.

use unicode_width::UnicodeWidthStr as _;

use super::excerpt_line;
use super::screen::{BAR, CUT, WIDTH, cut, one_line};
use crate::diag::{Excerpt, ExcerptCell};

/// The least width of a cut cell: the mark of a blank subject must fit.
const NARROWEST: usize = 8;

/// The width of the row's first cell, its code, where the cells behind it are left out.
const CODE_WIDTH: usize = 14;

/// The row as a line of at most 80 columns: its number, then its cells, long ones cut.
///
/// `blank` marks a blank subject; `mark` highlights the subject. Where not all cells fit, those far from it are left
/// out; the first one, by which the clerk knows the row, always stays.
pub(super) fn draw(excerpt: &Excerpt, blank: &str, mark: impl Fn(&str) -> String) -> String {
    if let (Some(span), [line]) = (&excerpt.span, excerpt.cells.as_slice()) {
        return excerpt_line::draw(excerpt.row, &line.text, span, mark);
    }
    let head = format!("    {}", excerpt.row);
    let texts: Vec<String> = excerpt.cells.iter().map(|cell| text_of(cell, blank)).collect();
    let room = WIDTH.saturating_sub(head.width());
    let subject = excerpt.cells.iter().position(|cell| cell.is_subject);
    let (mut first, mut last) = shown(&texts, 0, subject.unwrap_or(0), room);
    let mut parts = vec![head];
    let mut room = room;
    let mut from = 0;
    if first > 0 && !texts[0].is_empty() {
        let code = cut(&texts[0], CODE_WIDTH);
        room = room.saturating_sub(BAR.width() + code.width());
        parts.push(code);
        from = 1;
        (first, last) = shown(&texts, from, subject.unwrap_or(from), room);
    }
    let inside = room.saturating_sub(outside(first - from, last, texts.len()));
    let limits = limits(&texts[first..last], subject.map(|subject| subject - first), inside);
    if first > from {
        parts.push(CUT.to_owned());
    }
    for (index, text) in texts.iter().enumerate().take(last).skip(first) {
        let text = cut(text, if subject == Some(index) { limits.subject } else { limits.others });
        parts.push(if subject == Some(index) { mark(&text) } else { text });
    }
    if last < texts.len() {
        parts.push(CUT.to_owned());
    }
    parts.join(BAR)
}

fn text_of(cell: &ExcerptCell, blank: &str) -> String {
    let text = one_line(&cell.text);
    if text.is_empty() && cell.is_subject { blank.to_owned() } else { text }
}

/// The cells around the subject, from one on, that fit when cut as far as allowed: `first..last`.
fn shown(texts: &[String], from: usize, subject: usize, room: usize) -> (usize, usize) {
    let (mut first, mut last) = (from, texts.len());
    while last - first > 1
        && line_width(&texts[first..last], NARROWEST) + outside(first - from, last, texts.len()) > room
    {
        if last - 1 - subject > subject - first {
            last -= 1;
        } else {
            first += 1;
        }
    }
    (first, last)
}

/// The columns that the marks for omitted cells take: `omitted` before the shown ones, and those from `last` on.
fn outside(omitted: usize, last: usize, count: usize) -> usize {
    let sides = usize::from(omitted > 0) + usize::from(last < count);
    sides * (BAR.width() + CUT.width())
}

/// How wide cells may be.
struct Limits {
    /// The cell that the message is about.
    subject: usize,
    /// Every other cell.
    others: usize,
}

/// The largest widths at which the line fits. The subject gets its width first, up to half of the room.
fn limits(texts: &[String], subject: Option<usize>, room: usize) -> Limits {
    let wanted = subject.map_or(0, |subject| texts[subject].width().min(room / 2));
    let others = |wanted: usize| {
        let fits = |&limit: &usize| {
            let extra = wanted.saturating_sub(subject.map_or(0, |subject| texts[subject].width().min(limit)));
            line_width(texts, limit) + extra <= room
        };
        (NARROWEST..=WIDTH).rev().find(fits)
    };
    match others(wanted) {
        Some(limit) => Limits { subject: wanted.max(limit), others: limit },
        None => Limits { subject: NARROWEST, others: NARROWEST },
    }
}

fn line_width(texts: &[String], limit: usize) -> usize {
    texts.iter().map(|text| BAR.width() + text.width().min(limit)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], subject: usize, expected: &str) {
        let cell =
            |(index, text): (usize, &&str)| ExcerptCell { text: (*text).to_owned(), is_subject: index == subject };
        let excerpt = Excerpt { row: 12, cells: texts.iter().enumerate().map(cell).collect(), span: None };
        let line = draw(&excerpt, "← trống", str::to_owned);
        assert_eq!(line, expected);
        assert!(line.width() <= WIDTH, "{line}");
    }

    #[test]
    fn a_blank_subject_is_marked_and_other_blanks_are_not() {
        check(&["11", "", "", "30/06/2026"], 1, "    12 │ 11 │ ← trống │  │ 30/06/2026");
    }

    #[test]
    fn line_breaks_and_control_bytes_are_not_printed() {
        check(&["a\r\nb", "\u{1b}[31mđỏ\u{202e}\u{7}"], 1, "    12 │ a / b │ [31mđỏ");
    }

    #[test]
    fn long_cells_are_cut_and_short_ones_are_not() {
        let long = "Rà soát, thống kê hộ nghèo, hộ cận nghèo trên địa bàn xã theo chuẩn mới";
        check(
            &["7", long, "Phòng Kinh tế", long],
            1,
            "    12 │ 7 │ Rà soát, thống kê hộ nghèo, hộ cận n… │ Phòng Kinh… │ Rà soát, th…",
        );
        check(&["7", &"漢".repeat(60)], 1, &format!("    12 │ 7 │ {}…", "漢".repeat(33)));
    }

    #[test]
    fn a_wide_row_shows_the_cells_around_its_subject() {
        let texts: Vec<String> = (1..=24).map(|column| format!("{column}. ô của dòng")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let around = "12. ô c… │ 13. ô của dòng │ 14. ô c… │ 15. ô c…";
        check(&texts, 12, &format!("    12 │ 1. ô của dòng │ … │ {around} │ …"));
        check(&texts, 0, "    12 │ 1. ô củ… │ 2. ô củ… │ 3. ô củ… │ 4. ô củ… │ 5. ô củ… │ 6. ô củ… │ …");
    }
}
