//! The document prints what a clerk typed, paragraph by paragraph and word for word.

use proptest::prelude::*;
use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Order};
use vanthu::settings::Settings;
use vanthu::vietnamese::{old_encoding, text};

use crate::support::cell::Cell;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::workbook::Workbook;

#[test]
fn the_programme_contains_the_text_of_the_workbook() {
    let workbook = Workbook::sample("dan-van");
    let (printed, expected) = (paragraphs(&built(&workbook)), expected(&workbook));
    for (printed, expected) in printed.iter().zip(&expected) {
        assert_eq!(printed, expected);
    }
    assert_eq!(printed.len(), expected.len());
}

/// The expected paragraphs of a programme with all its prose in the workbook, in the order of the form.
fn expected(workbook: &Workbook) -> Vec<String> {
    let general = |key: &str| cell_beside(workbook, "Thông tin chung", key);
    let part = |name: &str| column_where(workbook, "Nội dung", name);
    let mut lines = head(&general("Cơ quan ban hành"), &general("Địa danh"));
    lines.push(text::upper(&general("Tên gọi")));
    lines.push(general("Trích yếu"));
    lines.extend(part("Mở đầu"));
    lines.extend(["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"].map(str::to_owned));
    lines.extend(part("Mục đích"));
    lines.push("2. Yêu cầu".to_owned());
    lines.extend(part("Yêu cầu"));
    lines.push("II. NỘI DUNG THỰC HIỆN".to_owned());
    for (number, task) in (1..).zip(column(workbook, "Nhiệm vụ", "Nội dung nhiệm vụ")) {
        lines.extend(format!("{number}. {task}").split('\n').map(str::to_owned));
    }
    lines.push("III. TỔ CHỨC THỰC HIỆN".to_owned());
    lines.extend(duties(workbook));
    let closing = part("Kết thúc");
    let (last, others) = closing.split_last().expect("the sample has a closing");
    lines.extend(others.iter().cloned());
    lines.push(format!("{}./.", last.trim_end_matches('.')));
    lines.push("Nơi nhận:".to_owned());
    let recipients = column(workbook, "Nơi nhận", "Nơi nhận");
    let last = recipients.len() - 1;
    for (index, recipient) in recipients.iter().enumerate() {
        lines.push(format!(
            "- {}{}",
            recipient.trim_matches([' ', '-', ';', '.']),
            if index == last { "." } else { ";" }
        ));
    }
    let signer = column(workbook, "Người ký", "Họ và tên").remove(0);
    lines.extend(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"].map(str::to_owned));
    lines.push(signer);
    lines
}

fn head(body: &str, place: &str) -> Vec<String> {
    let body = text::upper(body);
    let (first, second) = body.split_at(body.find(" XÃ ").expect("the sample's body is a commune's"));
    let year = "2026";
    vec![
        first.to_owned(),
        second.trim().to_owned(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(),
        "Độc lập - Tự do - Hạnh phúc".to_owned(),
        "Số:            /CTr-UBND".to_owned(),
        format!("{place}, ngày       tháng       năm {year}"),
    ]
}

fn duties(workbook: &Workbook) -> Vec<String> {
    let units = raw_column(workbook, "Tổ chức thực hiện", "Đơn vị");
    let texts = raw_column(workbook, "Tổ chức thực hiện", "Nội dung");
    let (mut lines, mut last, mut number) = (Vec::new(), String::new(), 0);
    for (unit, text) in units.into_iter().zip(texts) {
        if !unit.is_empty() && unit != last {
            number += 1;
            lines.push(format!("{number}. {unit}"));
            last = unit;
        }
        lines.extend(text.split('\n').map(str::to_owned));
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The text of a cell is printed as typed, with a capital in front and an end mark, and is never read as markup, tag, XML or field.
    #[test]
    fn any_text_is_printed_as_typed(raw in hostile_text()) {
        let lines: Vec<String> = text::clean(&raw).text.split('\n').map(str::to_owned).collect();
        prop_assume!(!lines[0].is_empty());
        // Letters of an old encoding are converted, also where only a dropped character ends their syllable.
        let is_old = |text: &str| old_encoding::converted(text).is_some();
        prop_assume!(!is_old(&text::clean(&raw).text) && !is_old(&raw));
        // A line of marks alone, such as a dash, says that there is nothing.
        let expected: Vec<String> = lines.into_iter().filter(|line| line.chars().any(char::is_alphanumeric)).collect();
        prop_assume!(!expected.is_empty());
        let edit = Edit::SetField {
            sheet: "Nội dung".to_owned(),
            row: "Yêu cầu".to_owned(),
            heading: "Nội dung".to_owned(),
            value: Cell::Text(raw.clone()),
        };
        let printed = paragraphs(&built(&Workbook::sample("dan-van").edited(&[edit])));
        let from = printed.iter().position(|line| line == "2. Yêu cầu").expect("the heading is there") + 1;
        let to = printed.iter().position(|line| line == "II. NỘI DUNG THỰC HIỆN").expect("the heading is there");
        let blank = |line: &String| line.replace('\u{a0}', " ");
        let expected = expected.iter().map(blank).map(begun).map(ended).map(|line| with_plain_marks(&line));
        let printed = printed[from..to].iter().map(|line| with_plain_marks(line));
        prop_assert_eq!(printed.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

/// The line but for what the form sets itself: the kind of quotation marks, the length of a dash and the blanks beside it,
/// and the capital behind a full stop.
fn with_plain_marks(line: &str) -> String {
    let mut plain = String::new();
    let mut is_behind_stop = false;
    for letter in line.replace("--", "-").chars() {
        let letter = match letter {
            '“' | '”' | '«' | '»' => '"',
            '–' | '—' => '-',
            _ if is_behind_stop => letter.to_lowercase().next().unwrap_or(letter),
            _ => letter,
        };
        if matches!(letter, '-' | ' ') && plain.ends_with('-') {
            continue;
        }
        if letter == '-' {
            plain.truncate(plain.trim_end_matches(' ').len());
        }
        is_behind_stop = matches!(letter, '.' | '%' | ')' | '"') || is_behind_stop && letter == ' ';
        plain.push(letter);
    }
    plain
}

/// A paragraph whose first word, behind the mark of a list, has a capital: one with other letters, a dot or a sign
/// within is a name and stays.
fn begun(line: String) -> String {
    let mark = line.split(' ').next().filter(|word| line.len() > word.len() && is_list_mark(word)).map_or(0, str::len);
    let start = line.len() - line[mark..].trim_start().len();
    let word = line[start..].split_whitespace().next().unwrap_or_default();
    let is_small = word.trim_end_matches([',', ':', ';', '.']).chars().all(char::is_lowercase);
    if is_small { format!("{}{}", &line[..start], text::capitalized(&line[start..])) } else { line }
}

fn is_list_mark(word: &str) -> bool {
    let stem = word.trim_end_matches(['.', ')', '/']);
    let is_counted = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = stem.chars().count() == 1 && stem.chars().all(char::is_alphabetic);
    let is_roman = !stem.is_empty() && stem.bytes().all(|byte| b"IVX".contains(&byte));
    let is_number = stem.len() <= 6 && stem.split('.').all(is_counted);
    ["-", "–", "+", "•", "*"].contains(&word) || stem.len() < word.len() && (is_number || is_letter || is_roman)
}

/// A paragraph with its end mark: one typed without gets a full stop.
fn ended(line: String) -> String {
    let inside = line.trim_end_matches(['”', '"', '’', ')', ' ']);
    if inside.ends_with(['.', ';', ':', '!', '?', '…', ',']) { line } else { format!("{}.", line.trim_end()) }
}

/// Hostile text: markup, tags, XML, control characters and unusual letters between ordinary words.
fn hostile_text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(vec![
        "#",
        "##",
        "*",
        "**",
        "_",
        "1.",
        "-",
        "+",
        ">",
        "`",
        "```",
        "    ",
        "{{ x }}",
        "{% if %}",
        "{#",
        "<b>",
        "&amp;",
        "&",
        "]]>",
        "<!--",
        "\\",
        "|",
        "[a](b)",
        "![",
        "\n",
        "\n\n",
        "\u{b}",
        "\u{7}",
        "\u{200b}",
        "\u{202e}",
        "\u{fffe}",
        "\u{e000}",
        "\u{f0041}",
        "o\u{301}",
        "Đồng  Mây",
        "số 12",
        "ngày 5",
        "./.",
        "w:t",
        "=SUM(A1)",
        "😀",
        "_x000B_x",
    ]);
    prop::collection::vec(prop_oneof![3 => hostile.prop_map(str::to_owned), 1 => "\\PC{1,8}"], 1..12)
        .prop_map(|pieces| pieces.concat())
}

fn built(workbook: &Workbook) -> Vec<u8> {
    let bytes = workbook.to_xlsx();
    let settings = Settings::default();
    let order = Order::of_workbook(&settings);
    let mut out = Diagnostics::new();
    let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let mut documents = Vec::new();
    pipeline::build(&workbooks, &order, &mut out, &mut |paper| documents.extend(paper));
    let [document] = documents.as_slice() else { panic!("{:#?}", out.messages()) };
    document.bytes.clone()
}

/// The filled cells of a column, from top to bottom.
fn column(workbook: &Workbook, sheet: &str, heading: &str) -> Vec<String> {
    raw_column(workbook, sheet, heading).into_iter().filter(|cell| !cell.is_empty()).collect()
}

fn raw_column(workbook: &Workbook, title: &str, heading: &str) -> Vec<String> {
    let sheet = workbook.sheets.iter().find(|sheet| sheet.title == title).expect("the sample has the sheet");
    let column = sheet.column(heading);
    (sheet.header_row + 1..=sheet.last_row())
        .map(|row| sheet.cells.get(&(row, column)).map(ToString::to_string).unwrap_or_default().trim().to_owned())
        .collect()
}

fn cell_beside(workbook: &Workbook, sheet: &str, key: &str) -> String {
    let keys = raw_column(workbook, sheet, "Mục");
    let index = keys.iter().position(|found| found == key).expect("the sample has the key");
    raw_column(workbook, sheet, "Giá trị")[index].clone()
}

fn column_where(workbook: &Workbook, sheet: &str, part: &str) -> Vec<String> {
    let parts = raw_column(workbook, sheet, "Phần");
    let texts = raw_column(workbook, sheet, "Nội dung");
    let paragraphs = parts.into_iter().zip(texts).filter(|(found, _)| found == part);
    paragraphs.flat_map(|(_, text)| text.split('\n').map(str::to_owned).collect::<Vec<_>>()).collect()
}
