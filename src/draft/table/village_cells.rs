//! The cells of a village, by column of Thôn.
//!
//! Owns the cell of each column that tables may have. Must not know which columns a table has. `made` fills its rows
//! from it.

use crate::contract::Field;
use crate::dossier::Village;
use crate::dossier::figures::printed;
use crate::vietnamese::date;

/// The cell of a village; empty where it has none.
pub(super) fn cell(village: &Village, field: Field) -> Vec<String> {
    let text = match field {
        Field::Name => village.name.clone(),
        Field::Category => village.category.clone(),
        Field::Head => village.head.clone(),
        Field::HeadTitle => village.head_title.clone(),
        Field::Households => village.households.map(|count| printed(count, 0)),
        Field::Population => village.population.map(|count| printed(count, 0)),
        Field::FiguresAsOf => village.figures_as_of.map(date::slashed),
        _ => None,
    };
    text.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::SheetKind;

    #[test]
    fn every_column_of_tables_has_a_cell() {
        let village = Village {
            at: crate::diag::Place::default(),
            row: 2,
            id: None,
            name: Some("Thôn Bến Đá".to_owned()),
            category: Some("thôn".to_owned()),
            head: Some("Bùi Văn Thuận".to_owned()),
            head_title: Some("Trưởng thôn".to_owned()),
            households: Some(214.into()),
            population: Some(1842.into()),
            figures_as_of: chrono::NaiveDate::from_ymd_opt(2025, 12, 31),
            merged_from: Vec::new(),
            is_of_period: true,
        };
        let columns = SheetKind::Villages.columns().iter().filter(|column| column.in_tables.is_some());
        let cells: Vec<Vec<String>> = columns.map(|column| cell(&village, column.field)).collect();
        let expected = ["Thôn Bến Đá", "thôn", "Bùi Văn Thuận", "Trưởng thôn", "214", "1.842", "31/12/2025"];
        assert_eq!(cells, expected.map(|text| vec![text.to_owned()]));
    }
}
