//! The command `new`: its workbooks read back, examined as other programs see them, and never replacing a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value as Json;
use tempfile::TempDir;
use vanthu::contract::{Field, GeneralKey, SheetKind};
use vanthu::diag::Diagnostics;
use vanthu::records::{Answers, Ledger, Records, Skipped, Workbook, read};
use vanthu::settings::COMMENTED;
use vanthu::vietnamese::date::slashed;
use vanthu::workbook::{FilledCell, FilledRow, WorkbookContent, blank, of_contract, sample, sample_content, write};

use crate::support::cell::Cell;
use crate::support::docx::parts;
use crate::support::program::{Run, vanthu, vanthu_with};
use crate::support::workbook::{Sheet, Workbook as Readable};

fn work_folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

/// The records that the reader finds in a workbook, and the codes that it reports.
fn read_back(bytes: &[u8]) -> (Records, Vec<&'static str>) {
    let mut out = Diagnostics::new();
    let records = read(&[Workbook { name: "so-lieu.xlsx", bytes }], &Answers::default(), &mut out);
    (records, out.messages().iter().map(|message| message.code).collect())
}

fn kinds() -> impl Iterator<Item = SheetKind> {
    SheetKind::ALL.into_iter().filter(|kind| *kind != SheetKind::Lists)
}

fn json(run: &Run) -> Json {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

fn codes(object: &Json) -> BTreeSet<&str> {
    let messages = object["messages"].as_array().expect("there are messages");
    messages.iter().map(|message| message["code"].as_str().expect("a message has a code")).collect()
}

// --- Read by our own reader ---

#[test]
fn a_blank_workbook_is_understood_and_has_no_rows() {
    let (records, codes) = read_back(&blank());
    assert_eq!(codes, ["SL-014"], "only the missing tasks are reported");
    let titles: Vec<_> =
        records.sheets.iter().map(|sheet| sheet.at.sheet.as_deref().expect("a sheet has a name")).collect();
    assert_eq!(titles, SheetKind::ALL.map(SheetKind::title));
    for (sheet, kind) in records.sheets.iter().zip(kinds()) {
        assert_eq!((sheet.kind, sheet.is_visible, &*sheet.header_rows), (Some(kind), true, &[1][..]));
        let fields: Vec<Field> = kind.columns().iter().map(|column| column.field).collect();
        assert_eq!(sheet.columns.len(), fields.len(), "{}", kind.title());
        assert!(fields.iter().zip(1..).all(|(field, at)| sheet.columns[field] == at), "{}", kind.title());
        assert_eq!(sheet.unread_columns, [0; 0]);
        let items = if kind == SheetKind::General { 20 } else { 0 };
        assert_eq!(sheet.ledger, Ledger { rows: items + 1, tasks: items, other: 1, ..Ledger::default() });
    }
    let lists = records.sheets.last().expect("there are sheets");
    assert_eq!((lists.skipped, lists.is_visible), (Some(Skipped::Lists), false));
}

#[test]
fn a_blank_workbook_lacks_only_the_required_values() {
    let work_folder = work_folder();
    vanthu(work_folder.path(), &["new", "a"]);
    let run = vanthu(work_folder.path(), &["build", "a/so-lieu.xlsx", "--json"]);
    let output = json(&run);
    assert_eq!((run.code, codes(&output)), (1, BTreeSet::from(["HS-002", "SL-014"])));
    let messages = output["messages"].as_array().expect("there are messages");
    let missing = messages.iter().filter(|message| message["code"] == "HS-002");
    let rows: BTreeSet<usize> = missing
        .map(|message| message["at"]["cell"].as_str().expect("a cell")[1..].parse().expect("a row of column B"))
        .collect();
    let required = (2..).zip(GeneralKey::ALL).filter(|(_, key)| key.is_required()).map(|(row, _)| row);
    assert_eq!(rows, required.collect());
}

#[test]
fn the_sample_has_every_cell_of_its_text() {
    let (records, codes) = read_back(&sample());
    assert_eq!(codes, [""; 0]);
    let mut compared = 0;
    for sheet in Readable::sample("bat-dau").sheets {
        compared += compare(&records, &sheet);
    }
    assert!(compared > 50, "{compared}");
}

/// Compares a readable sheet with the records, cell by cell; returns the number of cells.
fn compare(records: &Records, sheet: &Sheet) -> usize {
    let kind = kinds().find(|kind| kind.title() == sheet.title).expect("a sheet of the contract");
    let rows = (sheet.header_row + 1..=sheet.last_row()).zip(records.rows(kind));
    let mut compared = 0;
    for (row, record) in rows {
        // Thông tin chung has all its items: there a row is found by its item.
        let record = match sheet.row_cells(row).next() {
            Some((_, item)) if kind == SheetKind::General => {
                let is_item = |text: &str| text == item.to_string();
                let mut items = records.rows(kind).iter();
                items
                    .find(|record| record.text(Field::Item).is_some_and(|found| is_item(&found.value)))
                    .expect("an item")
            }
            _ => record,
        };
        for column in kind.columns().iter().filter(|column| has_heading(sheet, column.heading)) {
            let expected = sheet.cells.get(&(row, sheet.column(column.heading))).map(seen);
            assert_eq!(record.text(column.field).map(|found| found.value), expected, "{} {row}", sheet.title);
            compared += usize::from(expected.is_some());
        }
    }
    compared
}

/// A cell as the reader shows it: days as the decree writes them.
fn seen(cell: &Cell) -> String {
    if let Cell::Date(day) = cell { slashed(*day) } else { cell.to_string() }
}

fn has_heading(sheet: &Sheet, heading: &str) -> bool {
    sheet.row_cells(sheet.header_row).any(|(_, cell)| *cell == Cell::from(heading))
}

#[test]
fn the_sample_shows_every_sheet() {
    let content = sample_content();
    let (records, _) = read_back(&write(&of_contract(&content)));
    for kind in kinds().filter(|kind| *kind != SheetKind::General) {
        let filled = |row: &FilledRow| if let FilledRow::Cells(cells) = row { cells.len() } else { 1 };
        let expected: Vec<usize> = content.rows(kind).iter().map(filled).collect();
        let found: Vec<usize> = records.rows(kind).iter().map(|record| record.cells.len()).collect();
        assert!(!expected.is_empty(), "the sample has no row on {}", kind.title());
        assert_eq!(found, expected, "{}", kind.title());
    }
}

#[test]
fn the_sample_has_only_clean_texts_under_headings_of_the_contract() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bat-dau/so-lieu");
    for sheet in Readable::read(&folder).sheets {
        let kind = kinds().find(|kind| kind.title() == sheet.title).expect("a sheet of the contract");
        for (_, heading) in sheet.row_cells(sheet.header_row) {
            assert!(kind.columns().iter().any(|column| Cell::from(column.heading) == *heading), "{heading}");
        }
        for cell in sheet.cells.values() {
            let text = cell.to_string();
            assert_eq!(text, vanthu::vietnamese::text::clean(&text).text);
        }
    }
}

#[test]
fn the_sample_builds_the_document_of_its_text_without_a_warning() {
    let work_folder = work_folder();
    let run = vanthu(work_folder.path(), &["new", "mẫu", "--sample"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let built = vanthu(work_folder.path(), &["build", "mẫu/so-lieu.xlsx", "--json"]);
    let output = json(&built);
    assert_eq!((built.code, output["summary"]["warnings"].as_u64(), codes(&output)), (0, Some(0), BTreeSet::new()));
    let text = Readable::sample("bat-dau").to_xlsx();
    fs::write(work_folder.path().join("so-lieu.xlsx"), text).expect("the workbook can be written");
    let expected = json(&vanthu(work_folder.path(), &["build", "so-lieu.xlsx", "--json"]));
    assert_eq!(output["documents"][0]["sha256"], expected["documents"][0]["sha256"]);
}

#[test]
fn an_empty_register_counts_as_none() {
    let mut content = sample_content();
    let tasks = content.rows.get_mut(&SheetKind::Assignments).expect("the sample has tasks");
    let FilledRow::Cells(first) = &mut tasks[0] else { panic!("the sample's first row is a task") };
    first.insert(Field::Lead, FilledCell::Text("Tổ công tác".to_owned()));
    content.rows.retain(|kind, _| !matches!(kind, SheetKind::Units | SheetKind::Villages));
    let work_folder = work_folder();
    fs::write(work_folder.path().join("so-lieu.xlsx"), write(&of_contract(&content)))
        .expect("the workbook can be written");
    let run = vanthu(work_folder.path(), &["build", "so-lieu.xlsx"]);
    assert!(run.code == 0 && run.stderr.contains("Tổ công tác"), "{}", run.stderr);
}

#[test]
fn groups_and_values_of_every_type_are_read_back() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 4, 15).expect("a day");
    let cells = BTreeMap::from([
        (Field::Code, FilledCell::Number("7".to_owned())),
        (Field::Content, FilledCell::Text("Một\nHai".to_owned())),
        (Field::Deadline, FilledCell::Date(day)),
    ]);
    let rows = vec![FilledRow::Group("I. Nhóm một".to_owned()), FilledRow::Cells(cells)];
    let content =
        WorkbookContent { rows: BTreeMap::from([(SheetKind::Assignments, rows)]), ..WorkbookContent::default() };
    let (records, codes) = read_back(&write(&of_contract(&content)));
    assert_eq!(codes, [""; 0]);
    let [task] = records.rows(SheetKind::Assignments) else { panic!("one task is read") };
    assert_eq!(task.group.as_ref().map(|group| group.value.as_str()), Some("Nhóm một"));
    let text = |field| task.text(field).map(|found| found.value).unwrap_or_default();
    assert_eq!([Field::Code, Field::Content, Field::Deadline].map(text), ["7", "Một\nHai", "15/4/2026"]);
}

// --- Read by other programs ---

/// The attributes of every element of a name in a part, in order.
fn elements(parts: &BTreeMap<String, Vec<u8>>, part: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let xml = std::str::from_utf8(&parts[part]).expect("a part is UTF-8");
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("a part is well formed") {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == name => {
                let attributes = tag.attributes().map(|attribute| attribute.expect("an attribute"));
                let pair = |attribute: quick_xml::events::attributes::Attribute<'_>| {
                    (attribute.key.as_ref().to_owned(), attribute.value.to_string())
                };
                found.push(attributes.map(pair).collect());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn text_of(parts: &BTreeMap<String, Vec<u8>>, part: &str) -> String {
    String::from_utf8(parts[part].clone()).expect("a part is UTF-8")
}

#[test]
fn every_sheet_is_ready_for_screen_and_paper() {
    let parts = parts(&blank());
    let sheets = elements(&parts, "xl/workbook.xml", "sheet");
    let states: Vec<_> = sheets.iter().map(|sheet| (&*sheet["name"], sheet.get("state").map(String::as_str))).collect();
    let expected = SheetKind::ALL.map(|kind| (kind.title(), (kind == SheetKind::Lists).then_some("hidden")));
    assert_eq!(states, expected);
    let titles = elements(&parts, "xl/workbook.xml", "definedName");
    let repeated: BTreeSet<&str> = titles.iter().map(|title| &*title["localSheetId"]).collect();
    assert_eq!(repeated.len(), 12, "every sheet repeats its headings");
    for (number, kind) in (1..).zip(kinds()) {
        let part = format!("xl/worksheets/sheet{number}.xml");
        let first = |name: &str| elements(&parts, &part, name).into_iter().next().unwrap_or_default();
        assert_eq!((&*first("pane")["ySplit"], &*first("pane")["state"]), ("1", "frozen"), "{}", kind.title());
        assert_eq!((&*first("pageSetup")["paperSize"], &*first("pageSetup")["fitToHeight"]), ("9", "0"));
        assert_eq!(first("pageSetUpPr")["fitToPage"], "1");
        let is_wide = kind.columns().len() > 5;
        assert_eq!(first("pageSetup")["orientation"] == "landscape", is_wide, "{}", kind.title());
        assert!(!text_of(&parts, &part).contains("customHeight"), "{} fixes a row's height", kind.title());
        let items = if kind == SheetKind::General { GeneralKey::ALL.len() } else { 0 };
        let notes = elements(&parts, &format!("xl/comments{number}.xml"), "comment").len();
        assert_eq!(notes, kind.columns().len() + items, "{}", kind.title());
    }
}

#[test]
fn required_headings_are_starred_by_format_and_not_by_text() {
    let parts = parts(&blank());
    let shared = text_of(&parts, "xl/sharedStrings.xml");
    assert!(!shared.contains('*'), "a text contains a star");
    let stars =
        elements(&parts, "xl/styles.xml", "numFmt").into_iter().find(|format| format["formatCode"].contains('*'));
    let id = stars.expect("the star is a number format")["numFmtId"].clone();
    let formats = elements(&parts, "xl/styles.xml", "xf");
    let stars_of = |number: usize| {
        let cells = elements(&parts, &format!("xl/worksheets/sheet{number}.xml"), "c");
        let style = |cell: &BTreeMap<String, String>| -> usize { cell["s"].parse().expect("a style is a number") };
        // The first format belongs to the style of all cells, not to a cell.
        cells.iter().filter(|cell| formats[style(cell) + 1]["numFmtId"] == id).count()
    };
    for (number, kind) in (1..).zip(kinds()) {
        let required = match kind {
            SheetKind::General => GeneralKey::ALL.iter().filter(|key| key.is_required()).count(),
            _ => kind.columns().iter().filter(|column| column.is_required).count(),
        };
        assert_eq!(stars_of(number), required, "{}", kind.title());
    }
}

#[test]
fn drop_downs_refuse_other_words_only_where_the_reader_does() {
    let parts = parts(&blank());
    let mut lists = 0;
    for number in 1..=12 {
        let part = format!("xl/worksheets/sheet{number}.xml");
        for rule in elements(&parts, &part, "dataValidation") {
            let Some(sort) = rule.get("type") else {
                assert!(rule.contains_key("prompt"), "{rule:?} has neither a rule nor a prompt");
                continue;
            };
            lists += usize::from(sort == "list");
            let stops = !rule.contains_key("errorStyle");
            let is_closed = sort == "list" && rule["error"].starts_with("Chọn một trong các từ");
            assert_eq!(stops, is_closed, "{rule:?}");
        }
        let text = text_of(&parts, &part);
        for formula in text.split("<formula1>").skip(1) {
            assert!(!formula.starts_with('"'), "a drop-down with its words inside stops at 255 characters: {formula}");
        }
    }
    assert!(lists > 20, "{lists} drop-downs");
}

#[test]
fn the_properties_identify_the_file_but_not_its_author() {
    let parts = parts(&blank());
    let custom = text_of(&parts, "docProps/custom.xml");
    assert!(custom.contains("vanthu_so") && custom.contains("vanthu_phien_ban"), "{custom}");
    let core = text_of(&parts, "docProps/core.xml");
    assert!(core.contains("<dc:title>Sổ số liệu</dc:title>") && core.contains("<dc:creator></dc:creator>"), "{core}");
    assert!(core.contains("2026-01-01T00:00:00Z"));
}

#[test]
fn the_workbook_is_the_same_everywhere() {
    assert!(blank() == blank() && sample() == sample());
    let written = |variables: &[(&str, &str)]| {
        let work_folder = work_folder();
        vanthu_with(work_folder.path(), &["new", "a", "--sample"], variables);
        fs::read(work_folder.path().join("a/so-lieu.xlsx")).expect("the workbook is there")
    };
    let first = written(&[("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "vi_VN.UTF-8")]);
    assert!(first == written(&[("TZ", "America/New_York"), ("LANG", "C"), ("USER", "someone")]));
    assert!(first == sample());
}

// --- The command ---

#[test]
fn a_folder_is_created_and_the_next_command_is_printed() {
    let work_folder = work_folder();
    let run = vanthu(work_folder.path(), &["new", "việc/xã Đồng Mây/quý II"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let folder = "việc/xã Đồng Mây/quý II";
    let next = format!("vanthu check \"{folder}/so-lieu.xlsx\"");
    assert_eq!(lines, [&format!("{folder}/so-lieu.xlsx"), &format!("{folder}/vanthu.toml"), &next]);
    assert_eq!((run.code, run.stderr.lines().count()), (0, 1), "{}", run.stderr);
    let read = |name: &str| fs::read(work_folder.path().join(folder).join(name)).expect("the file is there");
    assert!(read("so-lieu.xlsx") == blank() && read("vanthu.toml") == COMMENTED.as_bytes());
    assert_eq!(vanthu(work_folder.path(), &["new", "b", "--quiet"]).stderr, "");
}

#[cfg(unix)]
#[test]
fn a_shell_accepts_the_printed_command_unchanged() {
    let program = Path::new(env!("CARGO_BIN_EXE_vanthu")).parent().expect("the program is in a folder");
    for folder in ["xã Đồng Mây", "a'b", "$HOME `x`", "it's $1", "-q", "~", "a;b&c"] {
        let work_folder = work_folder();
        let run = vanthu(work_folder.path(), &["new", "--sample", "--", folder]);
        let next = run.stdout.lines().last().expect("there is a next command").to_owned();
        let mut shell = std::process::Command::new("/bin/sh");
        let typed = shell.args(["-c", &next]).current_dir(work_folder.path()).env("PATH", program).output();
        let typed = typed.expect("a shell");
        assert!(typed.status.success(), "{next}: {}", String::from_utf8_lossy(&typed.stderr));
    }
}

#[test]
fn an_existing_workbook_is_never_changed() {
    let work_folder = work_folder();
    fs::write(work_folder.path().join("so-lieu.xlsx"), b"theirs").expect("a file can be written");
    for words in [&["new", "."][..], &["new", ".", "--sample"]] {
        let run = vanthu(work_folder.path(), words);
        assert_eq!((run.code, &*run.stdout), (5, ""));
        assert!(run.stderr.contains("TEP-013"), "{}", run.stderr);
    }
    assert_eq!(names(work_folder.path()), ["so-lieu.xlsx"]);
    assert_eq!(fs::read(work_folder.path().join("so-lieu.xlsx")).expect("the file is there"), b"theirs");
}

#[test]
fn existing_settings_are_kept() {
    let work_folder = work_folder();
    fs::write(work_folder.path().join("vanthu.toml"), "[so]\nthap_phan = 1\n").expect("a file can be written");
    let output = json(&vanthu(work_folder.path(), &["new", ".", "--json"]));
    assert_eq!(codes(&output), BTreeSet::from(["TEP-014"]));
    let status: Vec<&str> =
        output["files"].as_array().expect("files").iter().filter_map(|f| f["status"].as_str()).collect();
    assert_eq!(status, ["created", "kept"]);
    assert_eq!(fs::read(work_folder.path().join("vanthu.toml")).expect("the file is there"), b"[so]\nthap_phan = 1\n");
}

#[test]
fn settings_of_a_parent_folder_that_are_overridden_are_reported() {
    let work_folder = work_folder();
    fs::write(work_folder.path().join("vanthu.toml"), "[so]\nthap_phan = 1\n").expect("a file can be written");
    let run = vanthu(work_folder.path(), &["new", "kỳ mới", "--json"]);
    assert_eq!((run.code, codes(&json(&run))), (0, BTreeSet::from(["TEP-015"])));
}

#[test]
fn the_object_lists_files_next_command_and_messages() {
    let work_folder = work_folder();
    let output = json(&vanthu(work_folder.path(), &["new", "a b", "--sample", "--json"]));
    assert_eq!(output["version"], 1);
    assert_eq!(output["files"][0]["path"], "a b/so-lieu.xlsx");
    assert_eq!(output["next"], "vanthu build \"a b/so-lieu.xlsx\"");
    assert_eq!(output["summary"]["errors"], 0);
    let again = vanthu(work_folder.path(), &["new", "a b", "--json"]);
    let output = json(&again);
    assert_eq!((again.code, codes(&output)), (5, BTreeSet::from(["TEP-013"])));
    assert_eq!((output["files"].as_array().map(Vec::len), &output["next"]), (Some(0), &Json::Null));
}

#[test]
fn an_obstacle_is_reported_and_nothing_is_left_behind() {
    let check = |folder: &str, code: &str| {
        let work_folder = work_folder();
        fs::write(work_folder.path().join("tệp"), b"").expect("a file can be written");
        let run = vanthu(work_folder.path(), &["new", folder]);
        assert_eq!((run.code, &*run.stdout), (5, ""));
        assert!(run.stderr.contains(code), "{folder}: {}", run.stderr);
        assert_eq!(names(work_folder.path()), ["tệp"]);
    };
    check("tệp", "TEP-006");
    check("tệp/trong", "TEP-006");
    check(&"thư mục rất sâu/".repeat(15), "TEP-005");
}

#[test]
fn of_many_simultaneous_runs_one_succeeds() {
    let work_folder = work_folder();
    let codes: Vec<i32> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..8).map(|_| scope.spawn(|| vanthu(work_folder.path(), &["new", "a"]).code)).collect();
        runs.into_iter().map(|run| run.join().expect("no panic")).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    assert!(codes.iter().all(|code| [0, 5].contains(code)), "{codes:?}");
    assert_eq!(names(&work_folder.path().join("a")), ["so-lieu.xlsx", "vanthu.toml"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
