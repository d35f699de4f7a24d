//! The table by unit: counts, rates, rank, and the row of all units.
//!
//! Owns the content of its cells. A unit without any report has no rate: the cell says so. Must not compute.

use super::remarks;
use crate::dossier::figures::{Count, Figures, Rate, Tally, UnitFigures, printed};
use crate::draft::{Block, TableRow};
use crate::templates::blocks::Computed;
use crate::templates::blocks::TableRequest;
use crate::templates::blocks::{CellOrigin, PrintedColumn};
use crate::templates::words::review;

/// Counts whose column stays blank where no unit has any.
const RARE: [Count; 3] = [Count::DoneUnjudged, Count::NotDone, Count::Cancelled];

/// One row per unit, the row of all units, and the notes below.
pub(super) fn table(request: &TableRequest, figures: &Figures) -> (Vec<TableRow>, Vec<Block>) {
    let units = figures.units();
    if units.is_empty() {
        return Default::default();
    }
    let of_unit = |(index, unit): (usize, &UnitFigures)| {
        let cells = request.columns.iter().map(|column| cell(column, index + 1, unit, figures));
        TableRow::Cells(cells.collect())
    };
    let mut rows: Vec<TableRow> = units.iter().enumerate().map(of_unit).collect();
    // A single unit needs no total.
    if units.len() > 1 {
        rows.push(TableRow::Total(request.columns.iter().map(|column| total(column, figures)).collect()));
    }
    (rows, remarks(&words(figures)))
}

fn cell(column: &PrintedColumn, number: usize, unit: &UnitFigures, figures: &Figures) -> Vec<String> {
    match column.origin {
        CellOrigin::Ordinal => vec![number.to_string()],
        CellOrigin::Computed(Computed::UnitName) => {
            vec![unit.name.clone().unwrap_or_else(|| "Chưa ghi đơn vị chủ trì".to_owned())]
        }
        // Where nothing is done yet there is nothing to rank by: the column stays blank, and is left out.
        CellOrigin::Computed(Computed::Rank) if !is_ranked(figures) => Vec::new(),
        CellOrigin::Computed(Computed::Rank) => {
            vec![unit.rank.map_or_else(|| review::NO_BASE.to_owned(), |rank| rank.to_string())]
        }
        CellOrigin::Computed(Computed::Rated(rate)) => vec![rated(rate, &unit.tally, figures)],
        CellOrigin::Computed(computed) => counted(computed, &unit.tally, figures),
        CellOrigin::Field(_) => Vec::new(),
    }
}

fn total(column: &PrintedColumn, figures: &Figures) -> Vec<String> {
    match column.origin {
        CellOrigin::Computed(Computed::UnitName) => vec!["Tổng cộng".to_owned()],
        CellOrigin::Computed(Computed::Rated(rate)) => vec![rated(rate, figures.whole(), figures)],
        CellOrigin::Computed(computed) => counted(computed, figures.whole(), figures),
        CellOrigin::Ordinal | CellOrigin::Field(_) => Vec::new(),
    }
}

fn counted(computed: Computed, tally: &Tally, figures: &Figures) -> Vec<String> {
    let count = match computed {
        Computed::Assigned => Count::Total,
        Computed::Counted(count) => count,
        _ => return Vec::new(),
    };
    if RARE.contains(&count) && figures.whole().count(count) == 0 {
        return Vec::new();
    }
    vec![printed(tally.count(count).into(), 0)]
}

fn rated(rate: Rate, tally: &Tally, figures: &Figures) -> String {
    if tally.has_no_reports() {
        return review::NOT_REPORTED.to_owned();
    }
    tally.rate(rate).map_or_else(|| review::NO_BASE.to_owned(), |percent| figures.plain_percent(percent))
}

/// Notes: what the rates do not include.
fn words(figures: &Figures) -> Vec<String> {
    let has = |count: Count| figures.whole().count(count) > 0;
    let not_done =
        if has(Count::NotDone) { ", chưa báo cáo và không hoàn thành" } else { " và chưa báo cáo" };
    let mut words =
        vec![format!("tổng số được giao gồm nhiệm vụ đã hoàn thành, còn trong hạn, quá hạn, thường xuyên{not_done}.")];
    words.extend(
        review::resting(figures)
            .map(|states| format!("Cột “Đang thực hiện (trong hạn)” gồm cả nhiệm vụ {states} mà chưa đến hạn.")),
    );
    words.extend(review::covered(figures));
    if has(Count::Standing) {
        words.push("Nhiệm vụ thường xuyên không tính vào tỷ lệ hoàn thành và tỷ lệ đúng hạn.".to_owned());
    }
    if is_ranked(figures) {
        words.extend(on_ranks(figures));
    }
    if has(Count::Cancelled) {
        words.push("Nhiệm vụ đã hủy không tính vào tổng số được giao.".to_owned());
    }
    words
}

/// Whether the ranks say anything: some unit is ranked, and some task is done.
fn is_ranked(figures: &Figures) -> bool {
    figures.whole().count(Count::Done) > 0 && figures.units().iter().any(|unit| unit.rank.is_some())
}

/// What units are ranked by, and which are not.
fn on_ranks(figures: &Figures) -> Vec<String> {
    let mut words = vec!["Xếp hạng theo tỷ lệ hoàn thành, sau đó theo tỷ lệ đúng hạn.".to_owned()];
    if figures.units().iter().any(|unit| unit.rank.is_none() && !unit.is_asked && unit.name.is_some()) {
        words.push("Không xếp hạng đơn vị không gửi báo cáo, đơn vị chỉ có nhiệm vụ thường xuyên.".to_owned());
    }
    if figures.units().iter().any(|unit| unit.is_asked) {
        words.push("Không xếp hạng Mặt trận Tổ quốc, các đoàn thể và nơi không thuộc quyền giao nhiệm vụ.".to_owned());
    }
    words
}
