//! Workbooks of any length, for the benches: an invented commune, its units and villages, tasks and their results.
//!
//! Owns the content of every cell, computed from the row's number alone: the same length gives the same bytes. Must not
//! know what is measured. Its output goes to the reader, from memory or from a file.

mod words;

use chrono::{Datelike, Days, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use words::{CAUSES, FINDINGS, GROUPS, OBJECTS, PLACES, PRODUCTS, STATES, UNITS, VERBS, WAYS};

/// The numbers of tasks that benches measure, one workbook each.
pub(crate) const LENGTHS: [u32; 3] = [100, 1_000, 10_000];

/// Indicators, each with one row per village.
const INDICATORS: u32 = 15;

/// A cell to be written.
enum Cell {
    Blank,
    Text(String),
    Number(u32),
    Day(NaiveDate),
}

/// A workbook with this kind of document (Loại văn bản), this many tasks and as many results.
pub(crate) fn workbook(document: &str, tasks: u32) -> Vec<u8> {
    written(document, tasks).unwrap_or_else(|error| panic!("a workbook that Excel refuses: {error}"))
}

/// The workbook of a plan for each of this many villages: two tasks for each.
#[allow(dead_code, reason = "only one bench makes papers for villages")]
pub(crate) fn of_villages(villages: u32) -> Vec<u8> {
    written_of_villages(villages, None).unwrap_or_else(|error| panic!("a workbook that Excel refuses: {error}"))
}

/// The same workbook with a mistake in a task of this village alone, 0-based: a deadline that no calendar has.
#[allow(dead_code, reason = "only the checks of safety break a paper")]
pub(crate) fn of_villages_and_a_mistake(villages: u32, mistaken: u32) -> Vec<u8> {
    written_of_villages(villages, Some(mistaken))
        .unwrap_or_else(|error| panic!("a workbook that Excel refuses: {error}"))
}

fn written_of_villages(villages: u32, mistaken: Option<u32>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let general = general("Kế hoạch").map(|(item, value)| vec![text(item), value]);
    add(&mut book, "Thông tin chung", &["Mục", "Giá trị"], general)?;
    add(&mut book, "Người ký", &["Họ và tên", "Chức vụ"], [vec![text("Đặng Văn Mẫn"), text("Chủ tịch")]])?;
    add(&mut book, "Đơn vị", &["Mã", "Tên đơn vị"], units().zip(1..).map(|(name, row)| coded("DV", row, name)))?;
    let village = |row| coded("T", row, format!("Thôn {} {row}", pick(&PLACES, row)));
    add(&mut book, "Thôn", &["Mã", "Tên thôn"], (1..=villages).map(village))?;
    let task = |row| {
        let mut cells = assignment(row, 2 * villages);
        cells.truncate(if mistaken == Some(row / 2) { 6 } else { 7 });
        if mistaken == Some(row / 2) {
            cells.push(text("30/2/2026"));
        }
        cells.push(Cell::Text(format!("T{:02}", row / 2 + 1)));
        cells
    };
    let headings =
        ["Mã", "Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn"];
    add(&mut book, "Nhiệm vụ", &[&headings[..], &["Phạm vi thôn"]].concat(), (0..2 * villages).map(task))?;
    book.save_to_buffer()
}

fn written(document: &str, tasks: u32) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let villages = PLACES.iter().map(|place| format!("Thôn {place}"));
    add(
        &mut book,
        "Thông tin chung",
        &["Mục", "Giá trị"],
        general(document).map(|(item, value)| vec![text(item), value]),
    )?;
    add(&mut book, "Người ký", &["Họ và tên", "Chức vụ"], [vec![text("Đặng Văn Mẫn"), text("Chủ tịch")]])?;
    add(&mut book, "Đơn vị", &["Mã", "Tên đơn vị"], units().zip(1..).map(|(name, row)| coded("DV", row, name)))?;
    add(&mut book, "Thôn", &["Mã", "Tên thôn"], villages.zip(1..).map(|(name, row)| coded("T", row, name)))?;
    add(
        &mut book,
        "Nhiệm vụ",
        &[
            "Mã",
            "Nhóm nhiệm vụ",
            "Nội dung nhiệm vụ",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp",
            "Sản phẩm",
            "Thời hạn",
            "Hạn mới",
        ],
        (0..tasks).map(|row| assignment(row, tasks)),
    )?;
    add(
        &mut book,
        "Kết quả",
        &["Mã", "Đơn vị báo cáo", "Trạng thái", "Tỷ lệ (%)", "Ngày hoàn thành", "Kết quả thực hiện", "Nguyên nhân"],
        (0..tasks).map(completion),
    )?;
    add(
        &mut book,
        "Chỉ tiêu",
        &["Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Kế hoạch kỳ", "Thực hiện kỳ", "Cùng kỳ năm trước"],
        (0..INDICATORS).map(indicator),
    )?;
    add(
        &mut book,
        "Chỉ tiêu thôn",
        &["Thôn", "Mã chỉ tiêu", "Kế hoạch", "Thực hiện"],
        (0..INDICATORS)
            .flat_map(|row| PLACES.iter().zip(0..).map(move |(place, at)| village_indicator(row, place, at))),
    )?;
    book.save_to_buffer()
}

/// Adds a sheet with its headings and rows.
fn add(
    book: &mut Workbook,
    name: &str,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Result<(), XlsxError> {
    let page: &mut Worksheet = book.add_worksheet();
    page.set_name(name)?;
    let dates = Format::new().set_num_format("dd/mm/yyyy");
    let headings = headings.iter().map(|heading| text(heading)).collect();
    for (row, cells) in (0..).zip(std::iter::once(headings).chain(rows)) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Blank => &mut *page,
                Cell::Text(text) => page.write_string(row, column, text)?,
                Cell::Number(number) => page.write_number(row, column, number)?,
                Cell::Day(day) => page.write_datetime_with_format(row, column, &excel_day(day)?, &dates)?,
            };
        }
    }
    Ok(())
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.to_string())
}

fn general(document: &str) -> [(&'static str, Cell); 8] {
    [
        ("Loại văn bản", text(document)),
        ("Cơ quan ban hành", text("Ủy ban nhân dân xã Mường Sậy")),
        ("Địa danh", text("Mường Sậy")),
        ("Chủ đề", text("công tác phát triển kinh tế - xã hội")),
        ("Kỳ", text("6 tháng đầu năm 2026")),
        ("Đơn vị soạn thảo", text(UNITS[0])),
        ("Ngày chốt số liệu", text("15/6/2026")),
        ("Người ký", text("Đặng Văn Mẫn")),
    ]
}

/// The names of the thirty units: divisions and bodies, then schools.
fn units() -> impl Iterator<Item = String> {
    let schools =
        PLACES.iter().flat_map(|place| [format!("Trường Mầm non {place}"), format!("Trường Tiểu học {place}")]);
    UNITS.into_iter().map(str::to_owned).chain(schools).take(30)
}

fn assignment(row: u32, tasks: u32) -> Vec<Cell> {
    let content = format!(
        "{} {} tại thôn {}, {}",
        pick(&VERBS, row),
        pick(&OBJECTS, row / 3),
        pick(&PLACES, row),
        pick(&WAYS, row / 7)
    );
    let support = format!("{}; {}", unit(row + 5), unit(row + 11));
    let group = usize::try_from(u64::from(row) * GROUPS.len() as u64 / u64::from(tasks)).expect("a group of the list");
    vec![
        text(&code(row)),
        text(GROUPS[group]),
        text(&content),
        text(&unit(row)),
        if row.is_multiple_of(4) { Cell::Blank } else { text(&support) },
        text(pick(&PRODUCTS, row)),
        // Clerks type some days as text, and enter others as dates.
        if row.is_multiple_of(2) { Cell::Day(deadline(row)) } else { text(&typed(deadline(row))) },
        if is_extended(row) { Cell::Day(due(row)) } else { Cell::Blank },
    ]
}

fn indicator(row: u32) -> Vec<Cell> {
    let planned = 500 + 37 * row;
    vec![
        text(&format!("CT-{row:02}")),
        text(&format!("{} {}", pick(&OBJECTS, row), pick(&PLACES, row))),
        text("hộ"),
        Cell::Number(planned * 2),
        if row.is_multiple_of(3) { Cell::Blank } else { Cell::Number(planned) },
        Cell::Number(planned * (row % 7 + 3) / 7),
        if row.is_multiple_of(5) { Cell::Blank } else { Cell::Number(planned - row) },
    ]
}

fn village_indicator(row: u32, place: &str, at: u32) -> Vec<Cell> {
    let planned = 20 + row + at;
    let reached = if (row + at).is_multiple_of(9) { Cell::Blank } else { Cell::Number(planned * (at % 5 + 2) / 5) };
    vec![text(&format!("Thôn {place}")), text(&format!("CT-{row:02}")), Cell::Number(planned), reached]
}

fn completion(row: u32) -> Vec<Cell> {
    let (state, percent) = STATES[index(row, STATES.len())];
    let is_done = percent == Some(100);
    let is_late = row.is_multiple_of(7);
    let ended = if is_late { due(row) + Days::new(3) } else { due(row) - Days::new(u64::from(row % 9)) };
    vec![
        text(&code(row)),
        text(&unit(row)),
        text(state),
        percent.map_or(Cell::Blank, Cell::Number),
        if is_done { Cell::Day(ended.min(day(6, 15))) } else { Cell::Blank },
        text(pick(&FINDINGS, row)),
        if is_done && !is_late { Cell::Blank } else { text(pick(&CAUSES, row)) },
    ]
}

fn coded(letters: &str, number: u32, name: String) -> Vec<Cell> {
    vec![Cell::Text(format!("{letters}{number:02}")), Cell::Text(name)]
}

fn code(row: u32) -> String {
    format!("NV-{:05}", row + 1)
}

fn unit(row: u32) -> String {
    units().nth(index(row, 30)).expect("there are thirty units")
}

/// The original deadline: from February to the end of June, some after the date of the figures.
fn deadline(row: u32) -> NaiveDate {
    day(2, 1) + Days::new(u64::from(row * 7 % 148))
}

/// The deadline in force.
fn due(row: u32) -> NaiveDate {
    if is_extended(row) { (deadline(row) + Days::new(20)).min(day(6, 30)) } else { deadline(row) }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn is_extended(row: u32) -> bool {
    row % 20 == 7
}

fn typed(day: NaiveDate) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn pick<'a>(words: &[&'a str], row: u32) -> &'a str {
    words[index(row, words.len())]
}

fn index(row: u32, length: usize) -> usize {
    usize::try_from(row).expect("a row counts") % length
}
