//! Random edits of a sample, the same on every machine.
//!
//! Owns what a clerk may do to a workbook by mistake. Must not know what an edit breaks. Property tests use it.

use super::cell::Cell;
use super::workbook::{Sheet, Workbook};

/// What a clerk may type into a cell.
const RUBBISH: [&str; 8] = ["", "?", "31/02/2026", "-1", "x; y; z", "ngày mai", "1e9", "{{ chu_de }}"];

/// Changes a workbook in one to three places and describes the changes.
pub(crate) fn edit(workbook: &mut Workbook, dice: &mut Dice) -> String {
    let edits: Vec<String> = (0..=dice.below(3)).map(|_| edit_once(workbook, dice)).collect();
    edits.join(", ")
}

fn edit_once(workbook: &mut Workbook, dice: &mut Dice) -> String {
    if workbook.sheets.is_empty() {
        return "nothing is left".to_owned();
    }
    let at = dice.below(workbook.sheets.len());
    if dice.below(6) == 0 {
        return format!("no sheet {}", workbook.sheets.remove(at).title);
    }
    let sheet = &mut workbook.sheets[at];
    let places: Vec<(u32, u32)> = sheet.cells.keys().copied().collect();
    if places.is_empty() {
        return format!("{} is empty", sheet.title);
    }
    let of_headings = |(row, _): &(u32, u32)| *row == sheet.header_row;
    let headings: Vec<(u32, u32)> = places.iter().copied().filter(of_headings).collect();
    match dice.below(4) {
        0 if !headings.is_empty() => change(sheet, pick(&headings, dice), "Ghi chú của tôi"),
        1 => {
            let (row, _) = pick(&places, dice);
            sheet.cells.retain(|(other, _), _| *other != row);
            format!("{} without row {row}", sheet.title)
        }
        2 => change(sheet, pick(&places, dice), ""),
        _ => change(sheet, pick(&places, dice), pick(&RUBBISH, dice)),
    }
}

fn change(sheet: &mut Sheet, (row, column): (u32, u32), text: &str) -> String {
    sheet.set(row, column, Cell::from(text));
    format!("{} row {row} column {column} «{text}»", sheet.title)
}

/// One of these.
pub(crate) fn pick<T: Copy>(from: &[T], dice: &mut Dice) -> T {
    from[dice.below(from.len())]
}

/// Numbers that look random and are the same on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    /// Multiplied, so that neighbouring seeds give different sequences.
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below the limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}
