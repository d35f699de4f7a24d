//! Cells as a person names them: consecutive cells of a column as a range.
//!
//! Owns shortening them to `Nhiệm vụ A2:A8, C3`. Must not know figures. Its output goes to the list of figures.

use crate::diag::{CellRef, Place};

/// The cells by sheet, in the order given; consecutive cells of a column are written `A2:A8`.
pub(super) fn of(cells: &[Place]) -> String {
    let mut sheets: Vec<(&str, Vec<CellRef>)> = Vec::new();
    for place in cells {
        let (sheet, Some(cell)) = (place.sheet.as_deref().unwrap_or_default(), place.cell) else { continue };
        match sheets.iter_mut().find(|(name, _)| *name == sheet) {
            Some((_, of_sheet)) => of_sheet.push(cell),
            None => sheets.push((sheet, vec![cell])),
        }
    }
    let named = sheets.into_iter().map(|(sheet, cells)| format!("{sheet} {}", in_ranges(cells)));
    named.collect::<Vec<_>>().join("; ")
}

fn in_ranges(mut cells: Vec<CellRef>) -> String {
    cells.sort_by_key(|cell| (cell.column, cell.row));
    cells.dedup();
    let mut ranges: Vec<(CellRef, CellRef)> = Vec::new();
    for cell in cells {
        match ranges.last_mut() {
            Some((_, last)) if last.column == cell.column && last.row + 1 == cell.row => *last = cell,
            _ => ranges.push((cell, cell)),
        }
    }
    let range = |(first, last): (CellRef, CellRef)| {
        if first == last { first.to_string() } else { format!("{first}:{last}") }
    };
    ranges.into_iter().map(range).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_below_one_another_are_a_range() {
        let sheet = Place::sheet("so-lieu.xlsx", "Nhiệm vụ");
        let other = Place::sheet("so-lieu.xlsx", "Kết quả");
        let cells = [sheet.at_cell(2, 1), sheet.at_cell(3, 1), other.at_cell(2, 4), sheet.at_cell(5, 1)];
        assert_eq!(of(&cells), "Nhiệm vụ A2:A3, A5; Kết quả D2");
        assert_eq!(of(&[]), "");
    }
}
