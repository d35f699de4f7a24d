//! The whole output of `figures`, as scripts read it; and the worked example of the field, counted by hand.
//!
//! The figures of a sample are in `tests/figures/<sample>/`, one per line, in pieces of at most 20 KiB.
//! `VANTHU_BLESS=1` (`just bless`) rewrites them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::edits::Edit;
use crate::support::program::vanthu;
use crate::support::workbook::Workbook;

/// The most bytes of a piece.
const PIECE: usize = 20 * 1024;

// --- The complete figures of the samples ---

#[test]
fn every_sample_has_its_figures() {
    for sample in ["bay-viec", "so-ket", "tong-ket"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures").join(sample);
        let built = pieces(&lines(&Figures::of(&Workbook::sample(sample), "").object));
        if std::env::var_os("VANTHU_BLESS").is_some() {
            bless(&folder, &built);
        }
        assert_eq!(listed(&folder), built.keys().cloned().collect::<Vec<_>>(), "{sample}: the pieces differ");
        for (piece, content) in &built {
            let golden = fs::read_to_string(folder.join(piece)).expect("a golden piece can be read");
            assert!(
                golden == *content,
                "{sample}: {piece} differs from its golden; look at the diff, then `just bless`"
            );
        }
    }
}

/// The day, then one figure per line: id, scope, value, printed text, measure, formula, cells.
fn lines(object: &Value) -> Vec<String> {
    let figures = object["figures"].as_array().expect("figures are listed");
    let figure = |figure: &Value| {
        let fields = ["id", "scope", "value", "printed", "measure", "formula"].map(|field| figure[field].clone());
        let cells = figure["cells"].as_array().expect("a figure lists its cells");
        let fields: Vec<Value> = fields.into_iter().chain([json!(ranges(cells))]).collect();
        Value::from(fields).to_string()
    };
    [json!({ "as_of": object["as_of"] }).to_string()].into_iter().chain(figures.iter().map(figure)).collect()
}

/// Cells on one line: `Nhiệm vụ C2:C4 F2`; cells directly below one another are a range.
fn ranges(cells: &[Value]) -> String {
    let mut ranges: Vec<(&str, &str, u32, u32)> = Vec::new();
    for cell in cells {
        let (sheet, column, row) = address(cell);
        match ranges.last_mut() {
            Some((of, below, _, last)) if (*of, *below, *last + 1) == (sheet, column, row) => *last = row,
            _ => ranges.push((sheet, column, row, row)),
        }
    }
    let mut last_sheet = "";
    let mut words = Vec::new();
    for (sheet, column, first, last) in ranges {
        if sheet != last_sheet {
            words.push(sheet.to_owned());
        }
        last_sheet = sheet;
        words.push(if first == last { format!("{column}{first}") } else { format!("{column}{first}:{column}{last}") });
    }
    words.join(" ")
}

/// Sheet, column and row of a cell.
fn address(cell: &Value) -> (&str, &str, u32) {
    let (sheet, at) = (cell["sheet"].as_str().expect("a sheet"), cell["cell"].as_str().expect("a cell"));
    let digits = at.find(|letter: char| letter.is_ascii_digit()).expect("a cell has a row");
    (sheet, &at[..digits], at[digits..].parse().expect("a row is a number"))
}

fn pieces(lines: &[String]) -> BTreeMap<String, String> {
    let mut pieces = vec![String::new()];
    for line in lines {
        if pieces.last().is_some_and(|piece| piece.len() + line.len() >= PIECE) {
            pieces.push(String::new());
        }
        let piece = pieces.last_mut().expect("there is a piece");
        piece.push_str(line);
        piece.push('\n');
    }
    (1..).zip(pieces).map(|(number, piece)| (format!("figures.{number}.jsonl"), piece)).collect()
}

fn bless(folder: &Path, built: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the old golden can be removed");
    }
    fs::create_dir_all(folder).expect("a folder can be made");
    for (piece, content) in built {
        fs::write(folder.join(piece), content).expect("a golden piece can be written");
    }
}

fn listed(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("a folder can be listed").file_name();
    let mut names: Vec<String> = entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

// --- The worked example (samples/bay-viec), as of 15/12/2025 ---

#[test]
fn each_of_the_seven_tasks_has_its_class() {
    let figures = seven_tasks();
    assert_eq!(figures.object["as_of"], "2025-12-15");
    // The task 1.1 is in row 2 of Nhiệm vụ, 2.4 in row 8.
    for (id, rows) in [
        ("assigned.total", &[2, 3, 4, 5, 6, 7, 8][..]),
        ("assigned.done", &[2, 3]),
        ("assigned.done_on_time", &[2]),
        ("assigned.done_late", &[3]),
        ("assigned.done_unjudged", &[]),
        ("assigned.overdue", &[4]),
        ("assigned.in_progress", &[5, 6]),
        ("assigned.due_soon", &[6]),
        ("assigned.standing", &[7]),
        ("assigned.not_reported", &[8]),
        ("assigned.not_done", &[]),
        ("assigned.cancelled", &[]),
    ] {
        figures.check(id, None, Some(&rows.len().to_string()), Some(&rows.len().to_string()));
        assert_eq!(figures.rows(id, "Nhiệm vụ"), rows.iter().copied().collect(), "{id}");
    }
}

#[test]
fn days_late_and_left_are_counted_from_the_original_deadline() {
    let figures = seven_tasks();
    for (task, days) in [
        ("1.1", [None, None, None]),
        // Late by the original deadline, in time by the extended one.
        ("1.2", [Some("6"), None, None]),
        ("1.3", [Some("16"), None, None]),
        ("2.1", [None, None, Some("16")]),
        ("2.2", [None, None, Some("3")]),
        ("2.3", [None, None, None]),
        // Due on the day of the figures, and nobody has reported.
        ("2.4", [None, None, Some("0")]),
    ] {
        let ids = ["task.days_late", "task.days_late_extended", "task.days_left"];
        for (id, days) in ids.into_iter().zip(days) {
            assert_eq!(figures.find(id, Some(task)).and_then(|figure| figure["value"].as_str()), days, "{id} {task}");
        }
    }
    let inclusive = Figures::of(&Workbook::sample("bay-viec"), "[han]\ntruoc_ngay_tinh_ca_ngay = true\n");
    inclusive.check("task.days_late", Some("1.3"), Some("15"), Some("15"));
}

#[test]
fn the_rates_leave_out_the_standing_task() {
    let figures = seven_tasks();
    figures.check("rate.done", None, Some("33.33"), Some("33,33%"));
    assert_eq!(figures.formula("rate.done", None), "2 / (7 - 1) × 100");
    figures.check("rate.on_time", None, Some("50.00"), Some("50,00%"));
    assert_eq!(figures.formula("rate.on_time", None), "1 / (1 + 1) × 100");
    // Phòng Văn hóa - Xã hội has done both of its tasks, one of them late; the others have done none.
    for (unit, done, on_time, rank) in [
        ("Phòng Văn hóa - Xã hội", Some("100.00"), Some("50.00"), Some("1")),
        ("Phòng Kinh tế", Some("0.00"), None, Some("2")),
        ("Văn phòng HĐND và UBND", Some("0.00"), None, Some("2")),
        ("Trung tâm Phục vụ hành chính công", Some("0.00"), None, Some("2")),
        // A standing task can't be done, and a unit without reports is not ranked.
        ("Ban Chỉ huy Quân sự xã", None, None, None),
        ("Ấp C", Some("0.00"), None, None),
    ] {
        for (id, value) in [("rate.done", done), ("rate.on_time", on_time), ("unit.rank", rank)] {
            assert_eq!(figures.value(id, Some(unit)), value, "{id} {unit}");
        }
    }
}

#[test]
fn the_four_villages_are_ranked_and_summed() {
    let figures = seven_tasks();
    let indicator = "Hộ ký cam kết vệ sinh môi trường";
    for (village, planned, actual, percent, rank) in [
        ("Ấp A", "120", Some("126"), Some("105,00%"), Some("1")),
        ("Ấp B", "80", Some("80"), Some("100,00%"), Some("2")),
        ("Ấp C", "95", None, None, None),
        ("Ấp D", "60", Some("45"), Some("75,00%"), Some("3")),
    ] {
        let scope = format!("{village} / {indicator}");
        for (id, printed) in [
            ("village.planned", Some(planned)),
            ("village.actual", actual),
            ("village.percent", percent),
            ("village.rank", rank),
        ] {
            assert_eq!(figures.printed(id, Some(&scope)), printed, "{id} {scope}");
        }
    }
    for (id, printed) in [
        ("villages.total", "4"),
        ("villages.reporting", "3"),
        ("villages.planned", "355"),
        ("villages.actual", "251"),
        ("villages.percent", "70,70%"),
        ("villages.planned_of_reporting", "260"),
        ("villages.percent_of_reporting", "96,54%"),
    ] {
        assert_eq!(figures.printed(id, Some(indicator)), Some(printed), "{id}");
    }
}

/// The sample after Ấp E was merged into Ấp D, which kept its name.
fn joined_by_another(edits: &[Edit]) -> Figures {
    let old =
        [("Thôn", "Ấp E"), ("Mã chỉ tiêu", "CT-04"), ("Kế hoạch", ""), ("Thực hiện", "6"), ("Cùng kỳ năm trước", "5")];
    let values = old.map(|(heading, text)| (heading.to_owned(), text.into()));
    let merged = [
        set_cell("Thôn", "F1", "Sáp nhập từ"),
        set_cell("Thôn", "F5", "Ấp D; Ấp E"),
        set_cell("Chỉ tiêu thôn", "E1", "Cùng kỳ năm trước"),
        set_cell("Chỉ tiêu thôn", "E2", "100"),
        Edit::AddRow { sheet: "Chỉ tiêu thôn".to_owned(), values: BTreeMap::from(values) },
    ];
    Figures::of(&Workbook::sample("bay-viec").edited(&merged).edited(edits), "")
}

fn set_cell(sheet: &str, cell: &str, text: &str) -> Edit {
    Edit::SetCell { sheet: sheet.to_owned(), cell: cell.to_owned(), value: text.into() }
}

#[test]
fn a_village_that_kept_its_name_does_not_get_its_predecessors_figure() {
    let scope = "Ấp D / Hộ ký cam kết vệ sinh môi trường";
    let figures = joined_by_another(&[]);
    figures.check("village.actual", Some(scope), Some("45"), Some("45"));
    figures.check("village.change", Some(scope), None, Some("không so sánh"));
    let unreported = joined_by_another(&[set_cell("Chỉ tiêu thôn", "D5", "")]);
    assert_eq!(unreported.value("village.actual", Some(scope)), None);
    assert_eq!(unreported.printed("villages.reporting", Some("Hộ ký cam kết vệ sinh môi trường")), Some("2"));
    let own = joined_by_another(&[set_cell("Chỉ tiêu thôn", "E5", "40")]);
    own.check("village.same_period", Some(scope), Some("40"), Some("40"));
}

#[test]
fn a_sum_refers_to_the_cells_of_its_summands() {
    let name = "Hộ ký cam kết vệ sinh môi trường";
    let edits = [set_cell("Chỉ tiêu thôn", "C5", "40 - 60"), set_cell("Chỉ tiêu thôn", "C4", "")];
    let figures = Figures::of(&Workbook::sample("bay-viec").edited(&edits), "");
    for (id, rows) in [
        ("villages.planned", vec![2, 3]),
        ("villages.planned_of_reporting", vec![2, 3]),
        ("villages.actual", vec![2, 3, 5]),
    ] {
        let cells = figures.get(id, Some(name))["cells"].as_array().expect("cells are listed");
        let cells: Vec<_> = cells.iter().map(|cell| address(cell).2).collect();
        assert_eq!(cells, rows, "{id}");
    }
    figures.check("villages.percent", Some(name), None, None);
    figures.check("villages.percent_of_reporting", Some(name), None, None);
}

#[test]
fn a_village_with_a_negative_plan_has_no_rank() {
    let plans = ["C2", "C3", "C5"].map(|cell| set_cell("Chỉ tiêu thôn", cell, "-10"));
    // Money may be below zero, households may not.
    let money = [set_cell("Chỉ tiêu", "C5", "triệu đồng")];
    let figures = Figures::of(&Workbook::sample("bay-viec").edited(&plans).edited(&money), "");
    for village in ["Ấp A", "Ấp B", "Ấp D"] {
        let scope = format!("{village} / Hộ ký cam kết vệ sinh môi trường");
        assert_eq!(figures.printed("village.rank", Some(&scope)), None);
    }
    figures.check("villages.percent", Some("Hộ ký cam kết vệ sinh môi trường"), None, None);
}

#[test]
fn the_table_of_villages_names_the_tier_of_the_commune() {
    let edits = [Edit::SetField {
        sheet: "Thông tin chung".to_owned(),
        row: "Cơ quan ban hành".to_owned(),
        heading: "Giá trị".to_owned(),
        value: "Ủy ban nhân dân phường Rạch Đước".into(),
    }];
    let figures = Figures::of(&Workbook::sample("bay-viec").edited(&edits), "");
    let tables = figures.object["tables"].to_string();
    assert!(tables.contains("Toàn phường") && !tables.contains("Toàn xã"), "{tables}");
}

#[test]
fn the_indicators_are_compared_with_their_plan_and_the_year_before() {
    let figures = seven_tasks();
    let rice = "Lúa thu hoạch";
    figures.check("indicator.planned", Some(rice), Some("2000"), Some("2.000"));
    figures.check("indicator.actual", Some(rice), Some("700"), Some("700"));
    figures.check("indicator.percent", Some(rice), Some("35.00"), Some("35,00%"));
    figures.check("indicator.change", Some(rice), Some("50"), Some("50"));
    figures.check("indicator.change_percent", Some(rice), Some("7.69"), Some("7,69%"));
    // A rate has no share of the plan and no change in hundredths: it differs in percentage points.
    let poverty = "Tỷ lệ hộ nghèo";
    figures.check("indicator.percent", Some(poverty), None, None);
    figures.check("indicator.gap", Some(poverty), Some("-0.40"), Some("-0,40"));
    figures.check("indicator.change", Some(poverty), Some("-0.75"), Some("-0,75"));
    figures.check("indicator.change_percent", Some(poverty), None, None);
    assert_eq!(figures.measure("indicator.change", poverty), "điểm phần trăm");
    // Three where there were none: new, and without a percentage.
    let new = "Mô hình tổ tự quản mới";
    figures.check("indicator.change", Some(new), Some("3"), Some("3"));
    figures.check("indicator.change_percent", Some(new), None, Some("—"));
    // The figure of a year ago is not known.
    figures.check("indicator.change", Some("Hộ ký cam kết vệ sinh môi trường"), None, Some("không so sánh"));
    // For an indicator whose lower figure is better, a figure below the plan is better than planned; the share of the
    // year's plan gives no verdict.
    assert_eq!(figures.rows("indicators.exceeded", "Chỉ tiêu"), BTreeSet::from([3, 4]));
    assert_eq!(figures.rows("indicators.not_met", "Chỉ tiêu"), BTreeSet::from([5]));
    assert_eq!(figures.rows("indicators.unjudged", "Chỉ tiêu"), BTreeSet::from([2]));
    figures.check("rate.indicators_kept", None, Some("66.67"), Some("66,67%"));
}

#[test]
fn a_share_is_rounded_half_away_from_zero_on_decimals() {
    let rows = [
        ("Hồ sơ đúng hạn", "16", "13", "81,25%"),
        ("Chỉ tiêu đạt", "21", "19", "90,48%"),
        ("Hộ khảo sát", "24.321", "728", "2,99%"),
        // A binary float would print 31,2% and 1,00% for these with one and two decimals.
        ("Nhà văn hóa", "16", "5", "31,25%"),
        ("Tuyến đường", "200", "2,01", "1,01%"),
    ];
    let row = |(name, planned, actual, _): (&str, &str, &str, &str)| {
        let cells = [("Chỉ tiêu", name), ("Đơn vị tính", "km"), ("Kế hoạch kỳ", planned), ("Thực hiện kỳ", actual)];
        let values = cells.map(|(heading, text)| (heading.to_owned(), text.into()));
        Edit::AddRow { sheet: "Chỉ tiêu".to_owned(), values: BTreeMap::from(values) }
    };
    let book = Workbook::sample("bay-viec").edited(&rows.map(row));
    let figures = Figures::of(&book, "");
    for (name, .., percent) in rows {
        assert_eq!(figures.printed("indicator.percent", Some(name)), Some(percent), "{name}");
    }
    let one_decimal = Figures::of(&book, "[so]\nthap_phan = 1\n");
    assert_eq!(one_decimal.printed("indicator.percent", Some("Nhà văn hóa")), Some("31,3%"));
}

fn seven_tasks() -> Figures {
    Figures::of(&Workbook::sample("bay-viec"), "")
}

/// The output of `figures --json`, with look-up by id and scope.
struct Figures {
    object: Value,
}

impl Figures {
    /// The figures of a workbook, under the settings of this `vanthu.toml`.
    fn of(book: &Workbook, settings: &str) -> Self {
        let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(work_folder.path().join("so-lieu.xlsx"), book.to_xlsx()).expect("the workbook can be written");
        fs::write(work_folder.path().join("vanthu.toml"), settings).expect("the settings can be written");
        let run = vanthu(work_folder.path(), &["figures", "so-lieu.xlsx", "--json"]);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        Self { object: serde_json::from_str(&run.stdout).expect("one JSON object is on stdout") }
    }

    fn find(&self, id: &str, scope: Option<&str>) -> Option<&Value> {
        let figures = self.object["figures"].as_array().expect("figures are listed");
        figures.iter().find(|figure| figure["id"] == id && figure["scope"].as_str() == scope)
    }

    fn get(&self, id: &str, scope: Option<&str>) -> &Value {
        self.find(id, scope).unwrap_or_else(|| panic!("no figure {id} of {scope:?}"))
    }

    fn value(&self, id: &str, scope: Option<&str>) -> Option<&str> {
        self.get(id, scope)["value"].as_str()
    }

    fn printed(&self, id: &str, scope: Option<&str>) -> Option<&str> {
        self.get(id, scope)["printed"].as_str()
    }

    fn formula(&self, id: &str, scope: Option<&str>) -> &str {
        self.get(id, scope)["formula"].as_str().expect("a computed figure has a formula")
    }

    fn measure(&self, id: &str, scope: &str) -> &str {
        self.get(id, Some(scope))["measure"].as_str().expect("it is measured in something")
    }

    fn check(&self, id: &str, scope: Option<&str>, value: Option<&str>, printed: Option<&str>) {
        assert_eq!((self.value(id, scope), self.printed(id, scope)), (value, printed), "{id} of {scope:?}");
    }

    /// The rows of a sheet that a figure of the whole refers to.
    fn rows(&self, id: &str, sheet: &str) -> BTreeSet<u32> {
        let cells = self.get(id, None)["cells"].as_array().expect("a figure lists its cells");
        cells.iter().map(address).filter(|(of, ..)| *of == sheet).map(|(.., row)| row).collect()
    }
}
