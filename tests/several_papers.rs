//! Several papers of one workbook, asked for together: each message names the papers that it is about, and each file
//! has a name of its own.

use std::path::Path;

use serde_json::Value;

use crate::support::cell::Cell;
use crate::support::edits::{Edit, cell};
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

/// `build --dry-run` by these templates; by none, with these other words.
fn build(folder: &Path, templates: &[&str], words: &[&str]) -> Run {
    let templates = templates.iter().flat_map(|name| ["--template", name]);
    let words: Vec<&str> = ["build", "so-lieu.xlsx", "--dry-run"]
        .into_iter()
        .chain(templates)
        .collect::<Vec<_>>()
        .into_iter()
        .chain(words.iter().copied())
        .collect();
    vanthu(folder, &words)
}

fn answer(folder: &Path, templates: &[&str], words: &[&str]) -> Value {
    let Run { stdout, stderr, .. } = build(folder, templates, &[&["--json"], words].concat());
    serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"))
}

/// The messages with this code.
fn messages<'a>(answer: &'a Value, code: &str) -> Vec<&'a Value> {
    let messages = answer["messages"].as_array().expect("messages").iter();
    messages.filter(|message| message["code"] == code).collect()
}

#[test]
fn a_part_that_no_paper_prints_is_reported_once_whatever_else_they_print() {
    let workbook = Workbook::sample("bat-dau").edited(&[cell("Nội dung", "A2", "?")]);
    let work_folder = work_folder(&workbook, &[]);
    let kinds = ["ke-hoach", "bao-cao-so-ket"];
    let warnings = |answer: &Value| {
        let of_part = messages(answer, "VB-004").into_iter().filter(|message| message["at"]["cell"] == "A2");
        of_part.cloned().collect::<Vec<_>>()
    };
    for kind in kinds {
        assert_eq!(warnings(&answer(work_folder.path(), &[kind], &[])).len(), 1, "{kind}");
    }
    for answer in [answer(work_folder.path(), &kinds, &[]), answer(work_folder.path(), &[], &["--all"])] {
        let reported = warnings(&answer);
        assert_eq!(reported.len(), 1, "{answer}");
        // The parts that each paper prints are different, so none of their lists fits all papers.
        let hint = reported[0]["hint"].as_str().expect("a hint");
        assert!(!hint.contains("Kiến nghị") && hint.contains("không văn bản nào"), "{hint}");
    }
}

#[test]
fn a_message_about_figures_names_the_papers_that_print_figures() {
    let workbook = Workbook::sample("so-ket").edited(&[cell("Kết quả", "C2", "lung tung")]);
    let work_folder = work_folder(&workbook, &[]);
    let kinds = ["chuong-trinh-hanh-dong", "bao-cao-so-ket", "to-trinh"];
    let together = answer(work_folder.path(), &kinds, &[]);
    let templates = |code: &str| messages(&together, code)[0]["templates"].clone();
    assert_eq!(templates("HS-050"), serde_json::json!(["bao-cao-so-ket"]), "{together}");
    assert!(build(work_folder.path(), &kinds, &[]).stderr.contains("văn bản: bao-cao-so-ket\n"));
    // One that concerns every paper asked for names none.
    let reports = answer(work_folder.path(), &["bao-cao-so-ket", "bao-cao-tong-ket"], &[]);
    assert_eq!(messages(&reports, "HS-050")[0].get("templates"), None, "{reports}");
}

#[test]
fn each_of_several_papers_with_one_title_has_a_file_of_its_own() {
    let text = "+++\nloai = \"Kế hoạch\"\ntrich_yeu = \"{{ chu_de }}\"\n+++\n\nLời của mẫu.\n";
    let titled = |title: &str| text.replace("trich_yeu", &format!("ten_goi = \"{title}\"\ntrich_yeu"));
    // The title of the third is the name that the second one takes.
    let third = titled("Kế hoạch quý II năm 2026 (hai)");
    let settings = "[tep]\nten = \"{ten_goi}\"\n";
    let (first, second) = (titled("Kế hoạch quý II năm 2026"), titled("Kế hoạch quý II năm 2026"));
    let files = [
        ("mau/mot/van-ban.md", first.as_str()),
        ("mau/hai/van-ban.md", second.as_str()),
        ("mau/ba/van-ban.md", third.as_str()),
        ("vanthu.toml", settings),
    ];
    let work_folder = work_folder(&Workbook::sample("doc-sach").edited(&[]), &files);
    let answer = answer(work_folder.path(), &["mot", "hai", "ba"], &[]);
    let mut paths: Vec<&str> = answer["documents"]
        .as_array()
        .expect("documents")
        .iter()
        .map(|document| document["path"].as_str().expect("a path"))
        .collect();
    assert_eq!(paths.len(), 3, "{answer}");
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), 3, "{answer}");
}

#[test]
fn all_papers_include_the_workbooks_own_where_it_is_written_alone() {
    let no_results = Workbook::sample("so-ket").edited(&[Edit::DeleteSheet { sheet: "Kết quả".to_owned() }]);
    // A division decides nothing, but the workbook itself asks for it.
    let decision = Workbook::sample("to-trinh").edited(&[Edit::SetField {
        sheet: "Thông tin chung".to_owned(),
        row: "Loại văn bản".to_owned(),
        heading: "Giá trị".to_owned(),
        value: Cell::Text("Quyết định".to_owned()),
    }]);
    // The report of another period, which the workbook names.
    let of_year = Workbook::sample("so-ket").edited(&[Edit::AddRow {
        sheet: "Thông tin chung".to_owned(),
        values: [("Mục", "Mẫu"), ("Giá trị", "bao-cao-tong-ket")]
            .map(|(heading, text)| (heading.to_owned(), Cell::Text(text.to_owned())))
            .into(),
    }]);
    for (workbook, own) in [(no_results, "bao-cao-so-ket"), (decision, "quyet-dinh"), (of_year, "bao-cao-tong-ket")] {
        let work_folder = work_folder(&workbook, &[]);
        let written = |words: &[&str]| {
            let answer = answer(work_folder.path(), &[], words);
            let documents = answer["documents"].as_array().expect("documents").iter();
            // Two reports have one title, so that the name of the second file has its template's.
            let of_own = documents.filter(|document| document["template"] == own);
            let of_own: Vec<Value> =
                of_own.map(|document| serde_json::json!([document["sha256"], document["warnings"]])).collect();
            (of_own, answer)
        };
        let (alone, answer) = written(&[]);
        assert_eq!(alone.len(), 1, "{own}: {answer:#}");
        let (among_all, answer) = written(&["--all"]);
        assert_eq!(among_all, alone, "{own}: {answer:#}");
        assert!(
            !messages(&answer, "VB-011").iter().any(|message| message["text"].to_string().contains(own)),
            "{answer:#}"
        );
    }
}
