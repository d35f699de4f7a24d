//! The documents of one workbook: which are written, what each takes from it, and what none ever prints.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::docx::{paragraphs, parts};
use crate::support::edits::{Edit, cell, item, set};
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::{Workbook, sample_folders};

/// The content of the column that is never printed.
const CANARY: &str = "chim hoàng yến trong mỏ";

/// A template of one annex with every column of the tasks.
const EVERY_COLUMN: &str = "+++\nten_goi = \"Bảng\"\n+++\n\n```bang\nnguon = \"nhiem_vu\"\ncot = [\"stt\", \"ma\", \"nhom\", \
    \"noi_dung\", \"chu_tri\", \"phoi_hop\", \"san_pham\", \"ngay_giao\", \"thoi_han\", \"han_ban_dau\", \"han_moi\", \
    \"pham_vi_thon\", \"chi_tieu\", \"nguon_giao\", \"ghi_chu\"]\n```\n";

/// A body that refers to its annex.
const BODY: &str = "+++\nloai = \"Kế hoạch\"\ntrich_yeu = \"{{ chu_de }}\"\n+++\n\nChi tiết tại Phụ lục.\n";

fn run(work_folder: &Path, words: &[&str]) -> Run {
    let words: Vec<&str> = ["build", "so-lieu.xlsx"].iter().chain(words).copied().collect();
    vanthu(work_folder, &words)
}

fn object(work_folder: &Path, words: &[&str]) -> Value {
    let words: Vec<&str> = ["--json"].iter().chain(words).copied().collect();
    let run = run(work_folder, &words);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

/// Builds with these words and returns the documents, in order.
fn documents(work_folder: &Path, words: &[&str]) -> Vec<Vec<u8>> {
    let run = run(work_folder, words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout.lines().map(|path| fs::read(work_folder.join(path)).expect("the printed path is a document's")).collect()
}

/// The paragraphs of the only document that is built with these words.
fn lines(work_folder: &Path, words: &[&str]) -> Vec<String> {
    let documents = documents(work_folder, words);
    let [document] = documents.as_slice() else { panic!("{} documents", documents.len()) };
    paragraphs(document)
}

fn codes(object: &Value) -> Vec<&str> {
    let messages = object["messages"].as_array().expect("messages");
    messages.iter().map(|message| message["code"].as_str().expect("a code")).collect()
}

fn doc_sach(edits: &[Edit]) -> Workbook {
    Workbook::sample("doc-sach").edited(edits)
}

/// The sample doc-sach, changed into the workbook of a plan.
fn plan(edits: &[Edit]) -> Workbook {
    doc_sach(&[set("Loại văn bản", "Kế hoạch"), set("Tên gọi", "")]).edited(edits)
}

fn xml(document: &[u8], part: &str) -> String {
    String::from_utf8(parts(document)[part].clone()).expect("a part is UTF-8")
}

#[test]
fn the_internal_reason_is_in_no_part_of_any_document() {
    let mut edits = vec![cell("Nhiệm vụ", "H4", "Lý do (nội bộ)"), item("Kính gửi", "Ủy ban nhân dân tỉnh Sông Ngàn")];
    edits.extend([6, 7, 8, 10, 11, 12].map(|row| cell("Nhiệm vụ", &format!("H{row}"), &format!("{CANARY} {row}"))));
    let files = [("mau/rieng/van-ban.md", BODY), ("mau/rieng/phu-luc-1.md", EVERY_COLUMN)];
    let work_folder = work_folder(&doc_sach(&edits), &files);
    let kinds = ["chuong-trinh-hanh-dong", "ke-hoach", "quyet-dinh", "to-trinh", "thong-bao-ket-luan", "rieng"];
    let words: Vec<&str> = kinds.iter().flat_map(|kind| ["--template", kind]).collect();
    let documents = documents(work_folder.path(), &words);
    assert_eq!(documents.len(), kinds.len());
    for document in documents {
        for (name, content) in parts(&document) {
            let text = String::from_utf8_lossy(&content).replace('\u{a0}', " ");
            assert!(!text.contains(CANARY) && !text.contains("nội bộ"), "{name}");
        }
    }
}

#[test]
fn every_kind_with_data_in_the_workbook_is_written_once() {
    let work_folder = work_folder(&doc_sach(&[]), &[]);
    let object = object(work_folder.path(), &["--all"]);
    let templates: Vec<&str> = object["documents"]
        .as_array()
        .expect("documents")
        .iter()
        .map(|document| document["template"].as_str().expect("a name"))
        .collect();
    assert_eq!(templates, ["chuong-trinh-hanh-dong", "ke-hoach", "quyet-dinh"]);
    let messages = object["messages"].as_array().expect("messages").iter();
    let missing: String =
        messages.filter(|message| message["code"] == "VB-011").map(|message| message["text"].to_string()).collect();
    for name in ["to-trinh", "Thông tin chung › Kính gửi", "thong-bao-ket-luan", "Nội dung › Mở đầu"] {
        assert!(missing.contains(name), "{name}: {missing}");
    }
}

#[test]
fn a_kind_without_its_data_is_reported_with_sheet_and_item() {
    let work_folder = work_folder(&doc_sach(&[]), &[]);
    let run = run(work_folder.path(), &["--template", "to-trinh"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("lỗi[VB-010]") && run.stderr.contains("Thông tin chung › Kính gửi"), "{}", run.stderr);
    assert!(!work_folder.path().join("ket-qua").join("Tờ trình quý II năm 2026.docx").exists());
}

#[test]
fn a_mistake_in_one_paper_holds_back_only_that_one() {
    let broken = format!("{BODY}\n{{{{ khong_co }}}}\n");
    let work_folder = work_folder(&doc_sach(&[]), &[("mau/hong/van-ban.md", &broken)]);
    let run = run(work_folder.path(), &["--template", "hong", "--template", "ke-hoach", "--json"]);
    let object: Value = serde_json::from_str(&run.stdout).expect("one JSON object");
    assert_eq!(run.code, 3, "{object}");
    let documents = object["documents"].as_array().expect("a list");
    let statuses: Vec<(&str, &str)> = documents
        .iter()
        .map(|document| {
            let text = |key: &str| document[key].as_str().expect("a text");
            (text("template"), text("status"))
        })
        .collect();
    assert_eq!(statuses, [("hong", "failed"), ("ke-hoach", "created")], "the order is that of the command");
    assert_eq!(documents[0]["path"], Value::Null);
    let errors: Vec<&Value> = object["messages"]
        .as_array()
        .expect("messages")
        .iter()
        .filter(|message| message["severity"] == "error")
        .collect();
    assert!(!errors.is_empty() && errors.iter().all(|error| error["templates"][0] == "hong"), "{errors:?}");
    let written = fs::read_dir(work_folder.path().join("ket-qua")).map_or(0, Iterator::count);
    assert_eq!(written, 1);
}

#[test]
fn a_mistake_in_shared_facts_stops_all_papers() {
    let work_folder = work_folder(&doc_sach(&[set("Kỳ", "quý V năm 2026")]), &[]);
    let run = run(work_folder.path(), &["--template", "ke-hoach", "--template", "thong-bao-ket-luan"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{}", run.stderr);
    assert!(
        !work_folder.path().join("ket-qua").exists()
            || fs::read_dir(work_folder.path().join("ket-qua")).map_or(0, Iterator::count) == 0
    );
}

#[test]
fn a_paper_has_the_same_warnings_alone_and_among_others() {
    let work_folder = work_folder(&Workbook::sample("dan-van").edited(&[]), &[]);
    let programme = |more: &[&str]| {
        let words = [&["--dry-run", "--template", "chuong-trinh-hanh-dong"], more].concat();
        object(work_folder.path(), &words)["documents"][0]["warnings"].clone()
    };
    assert_eq!(programme(&[]), 0);
    assert_eq!(programme(&["--template", "ke-hoach"]), 0);
}

#[test]
fn a_message_may_be_a_note_in_one_paper_and_a_warning_in_another() {
    let work_folder = work_folder(&doc_sach(&[cell("Nhiệm vụ", "C6", "")]), &[]);
    let both = object(work_folder.path(), &["--template", "chuong-trinh-hanh-dong", "--template", "ke-hoach"]);
    let messages = both["messages"].as_array().expect("messages");
    let severities: Vec<&str> = messages
        .iter()
        .filter(|message| message["code"] == "HS-035")
        .map(|message| message["severity"].as_str().expect("a severity"))
        .collect();
    assert_eq!(severities, ["note", "warning"], "{both}");
}

#[test]
fn a_message_about_several_documents_is_printed_once() {
    let work_folder = work_folder(&doc_sach(&[cell("Nhiệm vụ", "B6", "")]), &[]);
    let alone = object(work_folder.path(), &["--template", "ke-hoach"]);
    let both = object(work_folder.path(), &["--template", "ke-hoach", "--template", "thong-bao-ket-luan"]);
    let count = |object: &Value| codes(object).iter().filter(|code| **code == "HS-035").count();
    assert_eq!((count(&alone), count(&both)), (1, 1), "{both}");
}

#[test]
fn another_document_takes_no_number_day_or_opening_from_the_workbook() {
    let edits = [
        item("Số", "12"),
        item("Ngày ban hành", "15/4/2026"),
        item("Trích yếu", "Phát triển văn hóa đọc"),
        Edit::AddSheet(
            toml::from_str("sheet = \"Nội dung\"\nheadings = [\"Phần\", \"Nội dung\"]\nrows = [[\"Kết thúc\", \"Trên đây là chương trình.\"]]")
                .expect("a sheet"),
        ),
    ];
    let work_folder = work_folder(&doc_sach(&edits), &[]);
    let own = lines(work_folder.path(), &[]).join("\n");
    assert!(own.contains("Số: 12/CTr-UBND") && own.contains("ngày 15 tháng 4") && own.contains("đây là chương trình"));
    let other = lines(work_folder.path(), &["--template", "ke-hoach"]).join("\n");
    for absent in ["Số: 12", "ngày 15 tháng 4 năm", "đây là chương trình"] {
        assert!(!other.contains(absent), "{absent}: {other}");
    }
    let object = object(work_folder.path(), &["--template", "ke-hoach"]);
    let note = object["messages"].as_array().expect("messages").iter().find(|message| message["code"] == "VB-007");
    let text = note.expect("it is reported")["text"].to_string();
    for named in ["Tên gọi", "Trích yếu", "Số", "Ngày ban hành", "Kết thúc"] {
        assert!(text.contains(named), "{named}: {text}");
    }
}

#[test]
fn a_plan_refers_to_its_annex_and_the_annex_to_the_plan() {
    let work_folder = work_folder(&plan(&[]), &[]);
    let lines = lines(work_folder.path(), &[]);
    let annex = lines.iter().position(|line| line == "Phụ lục").expect("the annex begins");
    assert!(lines[..annex].iter().any(|line| line.contains("nêu tại Phụ lục kèm theo Kế hoạch này")), "{lines:#?}");
    assert_eq!(lines[annex + 1], "BẢNG PHÂN CÔNG NHIỆM VỤ");
    let reference = lines[annex + 2].split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(reference, "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026 của Ủy ban nhân dân xã Suối Hạc)");
}

#[test]
fn a_table_has_the_clerks_headings_and_its_numbers_run_on() {
    let work_folder = work_folder(&plan(&[]), &[]);
    let lines = lines(work_folder.path(), &[]);
    let head = lines.iter().position(|line| line == "TT").expect("the table begins");
    let headings = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Hạn hoàn thành"];
    assert_eq!(lines[head..head + 5], headings);
    // Wider than its column, it breaks behind the slash.
    assert_eq!(lines[head + 5], "Sản phẩm/ kết quả");
    let of_numbers = |line: &&String| line.len() == 1 && line.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Vec<&String> = lines[head..].iter().filter(of_numbers).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
    let groups = ["I. Xây dựng không gian đọc", "II. Tổ chức hoạt động khuyến đọc"];
    assert!(groups.iter().all(|group| lines.iter().any(|line| line == group)), "{lines:#?}");
}

#[test]
fn the_form_of_address_follows_the_relation_in_text_and_table() {
    let lead = cell("Nhiệm vụ", "C12", "MT");
    let work_folder = work_folder(&doc_sach(&[lead]), &[]);
    let table = lines(work_folder.path(), &["--template", "ke-hoach"]);
    assert!(table.iter().any(|line| line == "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã"), "{table:#?}");
    assert!(table.iter().any(|line| line == "Đề nghị Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"), "{table:#?}");
    let text = lines(work_folder.path(), &["--template", "thong-bao-ket-luan"]).join("\n");
    assert!(text.contains("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã chủ trì"), "{text}");
    let asked = "đề nghị Đoàn Thanh niên Cộng sản Hồ Chí Minh xã phối hợp";
    assert!(text.contains(&format!("Giao thôn Bến Hạc chủ trì, phối hợp với Phòng Kinh tế; {asked}")));
    for wrong in ["Giao Ủy ban Mặt trận", "giao Đoàn", "yêu cầu Đoàn", "yêu cầu Ủy ban M"] {
        assert!(!text.contains(wrong), "{wrong}");
    }
}

#[test]
fn several_annexes_are_numbered_and_one_not_mentioned_is_reported() {
    let annex = |title: &str| format!("+++\nten_goi = \"{title}\"\n+++\n\nNội dung.\n");
    let (one, two, empty) =
        (annex("Một"), annex("Hai"), "+++\nten_goi = \"Trống\"\n+++\n\n{% if kinh_gui %}a{% endif %}\n");
    let body = BODY.replace("tại Phụ lục", "tại Phụ lục I");
    let files = [
        ("mau/ba/van-ban.md", body.as_str()),
        ("mau/ba/phu-luc-1.md", &one),
        ("mau/ba/phu-luc-2.md", empty),
        ("mau/ba/phu-luc-3.md", &two),
    ];
    let work_folder = work_folder(&plan(&[]), &files);
    let text = lines(work_folder.path(), &["--template", "ba"]);
    let annexes: Vec<&String> = text.iter().filter(|line| line.starts_with("Phụ lục ")).collect();
    assert_eq!(annexes, ["Phụ lục I", "Phụ lục II"]);
    let object = object(work_folder.path(), &["--template", "ba"]);
    let reported: Vec<&Value> =
        object["messages"].as_array().expect("messages").iter().filter(|message| message["code"] == "VB-008").collect();
    assert_eq!(reported.len(), 1, "{reported:#?}");
    assert_eq!(reported[0]["at"]["file"], "mau/ba/phu-luc-3.md");
}

#[test]
fn a_decision_issues_the_plan_with_its_annex() {
    let work_folder = work_folder(&plan(&[]), &[]);
    let lines = lines(work_folder.path(), &["--template", "quyet-dinh"]);
    let at = |beginning: &str| {
        lines.iter().position(|line| line.starts_with(beginning)).unwrap_or_else(|| panic!("{beginning}: {lines:#?}"))
    };
    assert_eq!(lines[at("QUYẾT ĐỊNH") + 1], "Ban hành Kế hoạch phát triển văn hóa đọc trong cộng đồng quý II năm 2026");
    let order = [
        "ỦY BAN NHÂN DÂN XÃ SUỐI HẠC",
        "Căn cứ",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
        "QUYẾT ĐỊNH:",
        "Điều 1. ",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{lines:#?}");
    assert!(at("Điều 3. ") < at("TM. ỦY BAN") && at("TM. ỦY BAN") < at("KẾ HOẠCH") && at("KẾ HOẠCH") < at("Phụ lục"));
    let issued = &lines[at("KẾ HOẠCH")..];
    assert!(!issued.iter().any(|line| line.starts_with("Số:") || line.starts_with("Nơi nhận")), "{issued:#?}");
    let reference = issued[2].split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(reference, "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2026 của Ủy ban nhân dân xã Suối Hạc)");
    assert!(lines.iter().any(|line| line == "- Như Điều 3;"), "{lines:#?}");
}

#[test]
fn the_chairman_decides_as_an_authority_of_their_own() {
    let edits = [set("Cơ quan ban hành", "Chủ tịch Ủy ban nhân dân xã Suối Hạc")];
    let work_folder = work_folder(&plan(&edits), &[]);
    let lines = lines(work_folder.path(), &["--template", "quyet-dinh"]);
    assert!(lines.iter().any(|line| line == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SUỐI HẠC"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.ends_with("/QĐ-UBND")) && lines[..2].contains(&"ỦY BAN NHÂN DÂN".to_owned()));
    assert!(!lines.iter().any(|line| line.starts_with("TM.")), "{lines:#?}");
    assert!(lines.iter().any(|line| line == "KT. CHỦ TỊCH"), "{lines:#?}");
}

#[test]
fn an_addressee_is_printed_above_the_text_and_as_above_in_the_list() {
    let one = work_folder(&doc_sach(&[item("Kính gửi", "- Ủy ban nhân dân tỉnh Sông Ngàn.")]), &[]);
    let lines_of_one = lines(one.path(), &["--template", "to-trinh"]);
    assert!(lines_of_one.iter().any(|line| line == "Kính gửi: Ủy ban nhân dân tỉnh Sông Ngàn"), "{lines_of_one:#?}");
    let many = work_folder(&doc_sach(&[item("Kính gửi", "Ủy ban nhân dân tỉnh Sông Ngàn\nSở Văn hóa")]), &[]);
    let lines = lines(many.path(), &["--template", "to-trinh"]);
    let at = lines.iter().position(|line| line == "Kính gửi:").expect("addressees");
    assert_eq!(lines[at + 1..at + 3], ["- Ủy ban nhân dân tỉnh Sông Ngàn;", "- Sở Văn hóa."]);
    let label = lines.iter().position(|line| line == "Nơi nhận:").expect("recipients");
    assert_eq!(lines[label + 1], "- Như trên;");
}

#[test]
fn an_empty_column_is_left_out_and_reported() {
    let edits: Vec<Edit> = (6..=12).map(|row| cell("Nhiệm vụ", &format!("E{row}"), "")).collect();
    let work_folder = work_folder(&plan(&edits), &[]);
    assert!(!lines(work_folder.path(), &[]).iter().any(|line| line == "Sản phẩm/kết quả"));
    let object = object(work_folder.path(), &[]);
    let reported = object["messages"].as_array().expect("messages").iter().find(|message| message["code"] == "VB-009");
    assert!(reported.expect("it is reported")["text"].to_string().contains("Sản phẩm/kết quả"));
}

#[test]
fn a_task_without_a_lead_is_a_warning_in_a_table() {
    let work_folder = work_folder(&doc_sach(&[cell("Nhiệm vụ", "C6", "")]), &[]);
    let severity = |words: &[&str]| {
        let object = object(work_folder.path(), words);
        let messages = object["messages"].as_array().expect("messages");
        let reported = messages.iter().find(|message| message["code"] == "HS-035").expect("it is reported");
        reported["severity"].as_str().expect("a severity").to_owned()
    };
    assert_eq!(severity(&[]), "note");
    assert_eq!(severity(&["--template", "ke-hoach"]), "warning");
    assert_eq!(severity(&["--template", "quyet-dinh"]), "warning");
}

#[test]
fn each_section_begins_a_page_and_restarts_its_numbering() {
    let work_folder = work_folder(&plan(&[]), &[]);
    let document = documents(work_folder.path(), &[]).remove(0);
    let xml = xml(&document, "word/document.xml");
    assert_eq!(xml.matches("<w:sectPr").count(), 2);
    assert_eq!(xml.matches(r#"<w:pgNumType w:start="1""#).count(), 2);
    let (_, annex) = xml.rsplit_once("<w:sectPr").expect("the annex's section");
    assert!(annex.contains(r#"w:orient="landscape""#), "{annex}");
    assert_eq!(xml.matches("<w:tblHeader").count(), 1);
    assert!(xml.matches("<w:cantSplit").count() >= 9);
}

#[test]
fn every_kind_of_every_sample_is_built_twice_with_the_same_bytes() {
    for sample in sample_folders() {
        let name = sample.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        let twice = [0, 1].map(|_| documents(work_folder(&Workbook::sample(&name), &[]).path(), &["--all"]));
        assert!(!twice[0].is_empty() && twice[0] == twice[1], "{name}");
    }
}
