//! The two reports: every sentence built from figures, from nothing reported to everything done.

use std::fs;

use crate::support::cell::Cell;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::program::{Run, vanthu};
use crate::support::workbook::Workbook;

/// The beginning of the list of what is still due in the period.
const STILL_DUE: &str = "Từ nay đến hết";

const GENERAL: &str = "Thông tin chung";
const TASKS: &str = "Nhiệm vụ";
const RESULTS: &str = "Kết quả";
const INDICATORS: &str = "Chỉ tiêu";
const VILLAGES: &str = "Chỉ tiêu thôn";
/// The codes of the sample's tasks; the sixth task is a standing one.
const CODES: [&str; 7] = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4"];
/// The headings between which sentences are compared.
const TASKS_PART: (&str, &str) = ("Tình hình thực hiện nhiệm vụ được giao", "Kết quả cụ thể");
const INDICATORS_PART: (&str, &str) = ("Kết quả thực hiện các chỉ tiêu", "ĐÁNH GIÁ CHUNG");
const ACHIEVEMENTS_PART: (&str, &str) = ("Kết quả đạt được", "Tồn tại, hạn chế");
const SHORTCOMINGS_PART: (&str, &str) = ("Tồn tại, hạn chế", "PHƯƠNG HƯỚNG");
const NEXT_PERIOD_PART: (&str, &str) = ("PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM", "Trên đây");

fn set(sheet: &str, row: &str, heading: &str, value: &str) -> Edit {
    let [sheet, row, heading] = [sheet, row, heading].map(str::to_owned);
    Edit::SetField { sheet, row, heading, value: Cell::Text(value.to_owned()) }
}

fn set_cell(sheet: &str, address: &str, text: &str) -> Edit {
    Edit::SetCell { sheet: sheet.to_owned(), cell: address.to_owned(), value: Cell::Text(text.to_owned()) }
}

fn period(name: &str) -> Edit {
    set(GENERAL, "Kỳ", "Giá trị", name)
}

fn without(sheet: &str) -> Edit {
    Edit::DeleteSheet { sheet: sheet.to_owned() }
}

/// A task as reported: state and day, no share; without a state nothing else is reported, but of the standing task.
fn reported(codes: &[&str], state: &str, day: &str) -> Vec<Edit> {
    const STANDING: &str = "2.3";
    let mut edits = Vec::new();
    for code in codes {
        let mut cells = vec![("Trạng thái", state), ("Ngày hoàn thành", day), ("Tỷ lệ (%)", "")];
        if state.is_empty() && *code != STANDING {
            cells.extend([("Kết quả thực hiện", ""), ("Nguyên nhân", "")]);
        }
        edits.extend(cells.into_iter().map(|(heading, value)| set(RESULTS, code, heading, value)));
    }
    edits
}

/// The edits that leave only these tasks and their results in the sample.
fn only(codes: &[&str]) -> Vec<Edit> {
    let removed = |sheet: &'static str| {
        let others = CODES.iter().filter(|code| !codes.contains(code));
        others.map(move |code| Edit::DeleteRow { sheet: sheet.to_owned(), row: (*code).to_owned() })
    };
    removed(TASKS).chain(removed(RESULTS)).collect()
}

/// The run of `build` on the edited sample and the lines of its document; no lines where no document is written.
fn built(edits: &[Edit]) -> (Run, Vec<String>) {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample("bay-viec").edited(edits).to_xlsx();
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    let run = vanthu(work_folder.path(), &["build", "so-lieu.xlsx"]);
    let document = run.stdout.lines().next().map(|path| fs::read(work_folder.path().join(path)).expect("the document"));
    let lines = document.map(|document| paragraphs(&document)).unwrap_or_default();
    (run, lines)
}

fn lines(edits: &[Edit]) -> Vec<String> {
    let (run, lines) = built(edits);
    assert_eq!(run.code, 0, "{}", run.stderr);
    lines
}

/// The lines between the first line that contains `first` and the next that contains `last`, begins what is still due in
/// the period, or the recipients.
fn between<'a>(lines: &'a [String], (first, last): (&str, &str)) -> Vec<&'a str> {
    let mut below = lines.iter().map(String::as_str).skip_while(|line| !line.contains(first));
    assert!(below.next().is_some(), "no «{first}»: {lines:#?}");
    let ends = |line: &str| line.contains(last) || ["Nơi nhận", STILL_DUE].iter().any(|start| line.starts_with(start));
    below.take_while(|line| !ends(line)).collect()
}

/// Compares a part of the report of the edited sample.
fn check(edits: &[Edit], part: (&str, &str), expected: &[&str]) {
    assert_eq!(between(&lines(edits), part), expected);
}

fn has(lines: &[String], words: &str) -> bool {
    lines.iter().any(|line| line.contains(words))
}

#[test]
fn the_report_of_the_sample_is_built_from_its_figures() {
    let lines = lines(&[]);
    let tasks = [
        "Tính đến ngày 15/12/2025, tổng số nhiệm vụ được giao: 7; đã hoàn thành 2, đạt 33,33% (không tính nhiệm vụ \
         thường xuyên); 2 nhiệm vụ còn trong hạn (đang thực hiện, chưa thực hiện); 1 nhiệm vụ quá hạn; 1 nhiệm vụ thường \
         xuyên; 1 nhiệm vụ chưa báo cáo.",
        "Trong số nhiệm vụ đã hoàn thành có 1 nhiệm vụ đúng hạn, 1 nhiệm vụ sau thời hạn ban đầu nhưng trong thời hạn đã được \
         gia hạn; tỷ lệ đúng hạn theo thời hạn ban đầu 50,00%.",
        "Ấp C chưa gửi báo cáo.",
        "Kết quả từng nhiệm vụ nêu tại Phụ lục I; tổng hợp theo đơn vị nêu tại Phụ lục II.",
    ];
    assert_eq!(between(&lines, TASKS_PART), tasks);
    let still_due = [
        "- Lấy ý kiến người dân về chất lượng phục vụ (Văn phòng HĐND và UBND): thời hạn 31/12/2025.",
        "- Bố trí điểm hỗ trợ nộp hồ sơ trực tuyến (Trung tâm Phục vụ hành chính công): thời hạn 18/12/2025.",
        "- Họp dân, phổ biến quy định mới về hộ tịch (ấp C): thời hạn 15/12/2025.",
    ];
    let first = "Từ nay đến hết năm 2025, còn 3 nhiệm vụ đến hạn phải hoàn thành:";
    assert_eq!(between(&lines, (first, TASKS_PART.1)), still_due);
    let outcomes = [
        "Về thủ tục hành chính:",
        "- Niêm yết công khai thủ tục hành chính tại trụ sở: đã niêm yết đủ thủ tục tại trụ sở và nhà văn hóa các ấp.",
        "- Rà soát, đề xuất đơn giản hóa thủ tục hành chính: đã gửi danh mục đề xuất về tỉnh.",
        "Về phục vụ người dân:",
        "- Phối hợp giữ gìn trật tự nơi tiếp công dân: trực theo lịch tiếp công dân.",
    ];
    assert_eq!(between(&lines, (TASKS_PART.1, INDICATORS_PART.0)), outcomes);
    let indicators = [
        "Trong 6 tháng cuối năm 2025, theo dõi 4 chỉ tiêu: đạt yêu cầu và vượt 2/3 chỉ tiêu đã đánh giá (66,67%); 1 chỉ tiêu \
         không đạt; 1 chỉ tiêu đánh giá vào cuối năm. Số liệu từng chỉ tiêu nêu tại Phụ lục III.",
        "- Lúa thu hoạch: thực hiện 700 tấn, đạt 35,00% kế hoạch năm (2.000 tấn), tăng 50 tấn (7,69%) so với cùng kỳ năm trước.",
        "- Tỷ lệ hộ nghèo: 2,10%, thấp hơn kế hoạch 0,40 điểm phần trăm, giảm 0,75 điểm phần trăm so với cùng kỳ năm \
         trước; đạt yêu cầu.",
        "- Mô hình tổ tự quản mới: thực hiện 3 mô hình, đạt 150,00% kế hoạch (2 mô hình), cùng kỳ năm trước chưa có.",
        "- Hộ ký cam kết vệ sinh môi trường: thực hiện 251 hộ, đạt 70,70% kế hoạch (355 hộ).",
        "Hộ ký cam kết vệ sinh môi trường: 3/4 ấp có báo cáo; chưa báo cáo: ấp C.",
        "Số liệu của từng ấp nêu tại Phụ lục IV.",
    ];
    assert_eq!(between(&lines, INDICATORS_PART), indicators);
}

#[test]
fn the_assessment_of_the_sample_is_built_from_its_figures() {
    let lines = lines(&[]);
    let achievements = ["Các chỉ tiêu đạt yêu cầu kế hoạch: tỷ lệ hộ nghèo; mô hình tổ tự quản mới."];
    assert_eq!(between(&lines, ACHIEVEMENTS_PART), achievements);
    let shortcomings = [
        "Đến ngày 15/12/2025, còn 1 nhiệm vụ quá hạn; 1 nhiệm vụ chưa báo cáo; có 1 nhiệm vụ hoàn thành sau thời hạn ban đầu \
         nhưng trong thời hạn đã được gia hạn; 1 chỉ tiêu không đạt kế hoạch, cụ thể:",
        "- Chuẩn hóa quy trình nội bộ giải quyết hồ sơ đất đai (Phòng Kinh tế): quá hạn 16 ngày; nguyên nhân: chờ hướng dẫn \
         của tỉnh.",
        "- Họp dân, phổ biến quy định mới về hộ tịch (ấp C): chưa báo cáo, thời hạn 15/12/2025.",
        "- Rà soát, đề xuất đơn giản hóa thủ tục hành chính (Phòng Văn hóa - Xã hội): hoàn thành trong thời hạn đã được gia \
         hạn (đến ngày 15/11/2025), sau thời hạn ban đầu 6 ngày.",
        "- Chỉ tiêu không đạt kế hoạch: hộ ký cam kết vệ sinh môi trường.",
    ];
    assert_eq!(between(&lines, SHORTCOMINGS_PART), shortcomings);
    let next_period = [
        "Tiếp tục thực hiện 1 nhiệm vụ chuyển sang 6 tháng đầu năm 2026:",
        "- Chuẩn hóa quy trình nội bộ giải quyết hồ sơ đất đai (Phòng Kinh tế); thời hạn đã giao: trước ngày 30/11/2025.",
    ];
    assert_eq!(between(&lines, NEXT_PERIOD_PART), next_period);
    assert!(!has(&lines, "KIẾN NGHỊ"));
}

#[test]
fn without_reports_no_rate_is_printed() {
    let without_reports = reported(&CODES, "", "");
    let head = "Tính đến ngày 15/12/2025, tổng số nhiệm vụ được giao: ";
    let annexes = "Kết quả từng nhiệm vụ nêu tại Phụ lục I; tổng hợp theo đơn vị nêu tại Phụ lục II.";
    check(
        &without_reports,
        TASKS_PART,
        &[format!("{head}7; 6 nhiệm vụ chưa báo cáo; 1 nhiệm vụ thường xuyên.").as_str(), annexes],
    );
    let without_standing = [only(&CODES[..5]), reported(&CODES[..5], "", ""), vec![without(INDICATORS)]].concat();
    // A part alone has no number and no heading.
    let part = ("I. KẾT QUẢ THỰC HIỆN", "II. TỒN TẠI, HẠN CHẾ");
    let lines = lines(&[without_standing, vec![without(VILLAGES)]].concat());
    assert_eq!(between(&lines, part), [format!("{head}5; đều chưa báo cáo.").as_str(), annexes]);
    let body = lines.iter().take_while(|line| !line.starts_with("Phụ lục"));
    assert!(!body.clone().any(|line| line.contains("0,00%") || line.contains("0%")), "{lines:#?}");
    assert!(!has(&lines, "Kết quả đạt được") && !has(&lines, "đạt 0"));
}

#[test]
fn a_workbook_without_results_is_reported_and_the_document_is_written() {
    let (run, lines) = built(&[without(RESULTS)]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("cảnh báo[VB-013]") && run.stderr.contains("«Kết quả»"), "{}", run.stderr);
    assert!(
        has(&lines, "tổng số nhiệm vụ được giao: 7; 6 nhiệm vụ chưa báo cáo; 1 nhiệm vụ thường xuyên."),
        "{lines:#?}"
    );
    let late = "(Phòng Văn hóa - Xã hội): chưa báo cáo, quá thời hạn ban đầu 45 ngày, quá thời hạn đã được gia hạn (đến ngày 15/11/2025) 30 ngày.";
    assert!(has(&lines, late), "{lines:#?}");
    assert!(has(&lines, "(Phòng Kinh tế): chưa báo cáo, quá thời hạn 16 ngày."), "{lines:#?}");
}

#[test]
fn when_all_is_done_no_shortcoming_and_no_cause_is_printed() {
    let done = reported(&CODES, "Hoàn thành", "28/9/2025");
    let lines = lines(&[done, vec![set(INDICATORS, "CT-04", "Kế hoạch kỳ", ""), without(VILLAGES)]].concat());
    let expected = [
        "Tính đến ngày 15/12/2025, tổng số nhiệm vụ được giao: 7; đã hoàn thành 6, đạt 100,00% (không tính nhiệm vụ thường \
         xuyên); 1 nhiệm vụ thường xuyên.",
        "Các nhiệm vụ đã hoàn thành đều đúng hạn.",
        "Kết quả từng nhiệm vụ nêu tại Phụ lục I; tổng hợp theo đơn vị nêu tại Phụ lục II.",
    ];
    assert_eq!(between(&lines, TASKS_PART), expected);
    let none = "Không có nhiệm vụ quá hạn, không hoàn thành, hoàn thành trễ hạn hoặc chưa báo cáo.";
    assert_eq!(between(&lines, SHORTCOMINGS_PART), [none]);
    let next_period = "Không có nhiệm vụ phải chuyển sang 6 tháng đầu năm 2026; các cơ quan, đơn vị tiếp tục thực hiện nhiệm vụ \
                 theo chức năng, nhiệm vụ được giao.";
    assert_eq!(between(&lines, NEXT_PERIOD_PART), [next_period]);
}

#[test]
fn one_task_is_described_in_the_singular() {
    let one = |state: &str, day: &str| {
        let sheets = vec![without(INDICATORS), without(VILLAGES)];
        let lines = lines(&[only(&CODES[..1]), reported(&CODES[..1], state, day), sheets].concat());
        let sentences = between(&lines, ("I. KẾT QUẢ THỰC HIỆN", "PHƯƠNG HƯỚNG"));
        let sentences = sentences.into_iter().filter(|line| !line.starts_with("1. Tình hình"));
        let is_end = |line: &str| line.starts_with("Kết quả từng") || line.starts_with("II.");
        let sentences = sentences.take_while(|line| !is_end(line)).map(str::to_owned);
        sentences.collect::<Vec<_>>()
    };
    let head = "Tính đến ngày 15/12/2025, tổng số nhiệm vụ được giao: 1; ";
    let done = format!("{head}đã hoàn thành 1, đạt 100,00%.");
    assert_eq!(one("Hoàn thành", "28/9/2025"), [done.as_str(), "Nhiệm vụ đã hoàn thành đúng hạn."]);
    assert_eq!(one("Hoàn thành", "01/10/2025"), [done.as_str(), "Nhiệm vụ đã hoàn thành nhưng trễ hạn."]);
    let unjudged = "Nhiệm vụ đã hoàn thành nhưng chưa xác định được đúng hạn hay trễ hạn.";
    assert_eq!(one("Hoàn thành", ""), [done.as_str(), unjudged]);
    assert_eq!(one("", ""), [format!("{head}chưa báo cáo.")]);
    assert_eq!(
        one("Không hoàn thành", ""),
        [format!("{head}chưa có nhiệm vụ nào hoàn thành; 1 nhiệm vụ không hoàn thành.")]
    );
    let cancelled = "Tính đến ngày 15/12/2025, nhiệm vụ được giao trong kỳ: 1, đã hủy. Danh sách nhiệm vụ nêu tại Phụ lục I; \
                     tổng hợp theo đơn vị nêu tại Phụ lục II.";
    assert_eq!(one("Hủy", ""), [cancelled]);
}

#[test]
fn missing_completion_dates_are_reported_beside_known_ones() {
    let first_of = |edits: Vec<Edit>| between(&lines(&edits), TASKS_PART)[1].to_owned();
    let unjudged = reported(&CODES[..1], "Hoàn thành", "");
    let late = "Trong số nhiệm vụ đã hoàn thành có 1 nhiệm vụ sau thời hạn ban đầu nhưng trong thời hạn đã được gia hạn, 1 nhiệm vụ chưa xác định \
         được đúng hạn hay trễ hạn.";
    assert_eq!(first_of(unjudged.clone()), late);
    let on_time = reported(&CODES[1..2], "Hoàn thành", "20/10/2025");
    let expected =
        "Trong số nhiệm vụ đã hoàn thành có 1 nhiệm vụ đúng hạn, 1 nhiệm vụ chưa xác định được đúng hạn hay trễ hạn.";
    assert_eq!(first_of([unjudged.clone(), on_time].concat()), expected);
    let none = [unjudged.clone(), reported(&CODES[1..2], "Hoàn thành", "")].concat();
    assert_eq!(first_of(none), "Các nhiệm vụ đã hoàn thành đều chưa xác định được đúng hạn hay trễ hạn.");
    let all = [unjudged, reported(&CODES[3..4], "Hoàn thành", "20/10/2025")].concat();
    let expected = "Trong số nhiệm vụ đã hoàn thành có 1 nhiệm vụ đúng hạn, 1 nhiệm vụ sau thời hạn ban đầu nhưng trong thời hạn \
                đã được gia hạn, 1 nhiệm vụ chưa xác định được đúng hạn hay trễ hạn; tỷ lệ đúng hạn theo thời hạn ban đầu 50,00%.";
    assert_eq!(first_of(all), expected);
}

#[test]
fn cancelled_and_standing_tasks_are_counted_separately() {
    let cancelled = "Tính đến ngày 15/12/2025, nhiệm vụ được giao trong kỳ: 7, đều đã hủy. Danh sách nhiệm vụ nêu tại Phụ lục I; \
                     tổng hợp theo đơn vị nêu tại Phụ lục II.";
    check(&reported(&CODES, "Hủy", ""), (TASKS_PART.0, INDICATORS_PART.0), &[cancelled]);
    let one = lines(&reported(&["1.3"], "Hủy", ""));
    let expected = "tổng số nhiệm vụ được giao: 6; đã hoàn thành 2, đạt 40,00% (không tính nhiệm vụ thường xuyên); 2 nhiệm vụ \
                còn trong hạn (đang thực hiện, chưa thực hiện); 1 nhiệm vụ thường xuyên; 1 nhiệm vụ chưa báo cáo. Ngoài ra, có 1 nhiệm vụ đã hủy, không tính vào tổng số.";
    assert!(has(&one, expected), "{one:#?}");
    let standing: Vec<Edit> = CODES.iter().map(|code| set(TASKS, code, "Thời hạn", "thường xuyên")).collect();
    let expected = [
        "Tính đến ngày 15/12/2025, tổng số nhiệm vụ được giao: 7; đều là nhiệm vụ thường xuyên.",
        "Kết quả từng nhiệm vụ nêu tại Phụ lục I; tổng hợp theo đơn vị nêu tại Phụ lục II.",
    ];
    check(&standing, TASKS_PART, &expected);
}

#[test]
fn what_units_report_is_printed_in_their_own_words() {
    let columns =
        [("H", "Khó khăn, vướng mắc", "Mẫu hồ sơ thay đổi hai lần."), ("I", "Đề xuất, kiến nghị", "tập huấn lại")];
    let cells = columns.into_iter().flat_map(|(column, heading, words)| {
        [set_cell(RESULTS, &format!("{column}1"), heading), set_cell(RESULTS, &format!("{column}4"), words)]
    });
    let edits = [reported(&["1.3"], "Không hoàn thành", ""), cells.collect()].concat();
    let lines = lines(&edits);
    let shortcomings = between(&lines, (SHORTCOMINGS_PART.0, "PHƯƠNG HƯỚNG"));
    let expected = [
        "Đến ngày 15/12/2025, còn 1 nhiệm vụ không hoàn thành; 1 nhiệm vụ chưa báo cáo; có 1 nhiệm vụ hoàn thành sau thời hạn ban \
         đầu nhưng trong thời hạn đã được gia hạn; 1 chỉ tiêu không đạt kế hoạch, cụ thể:",
        "- Chuẩn hóa quy trình nội bộ giải quyết hồ sơ đất đai (Phòng Kinh tế): không hoàn thành; nguyên nhân: chờ hướng dẫn \
         của tỉnh.",
        "- Họp dân, phổ biến quy định mới về hộ tịch (ấp C): chưa báo cáo, thời hạn 15/12/2025.",
        "- Rà soát, đề xuất đơn giản hóa thủ tục hành chính (Phòng Văn hóa - Xã hội): hoàn thành trong thời hạn đã được gia \
         hạn (đến ngày 15/11/2025), sau thời hạn ban đầu 6 ngày.",
        "- Chỉ tiêu không đạt kế hoạch: hộ ký cam kết vệ sinh môi trường.",
        "Khó khăn, vướng mắc theo báo cáo của các đơn vị:",
        "- Chuẩn hóa quy trình nội bộ giải quyết hồ sơ đất đai: mẫu hồ sơ thay đổi hai lần.",
    ];
    assert_eq!(shortcomings, expected);
    assert_eq!(
        between(&lines, ("KIẾN NGHỊ, ĐỀ XUẤT", "Trên đây")),
        [
            "Ủy ban nhân dân xã tổng hợp đề xuất của các đơn vị, báo cáo cấp có thẩm quyền xem xét các nội dung sau:",
            "- Chuẩn hóa quy trình nội bộ giải quyết hồ sơ đất đai: tập huấn lại."
        ]
    );
}

#[test]
fn prose_of_the_workbook_is_printed_in_its_part() {
    let sheet = "sheet = \"Nội dung\"\nheadings = [\"Phần\", \"Nội dung\"]\nrows = [\n\
        [\"Mở đầu\", \"Thực hiện chương trình công tác năm, xã báo cáo như sau:\"],\n\
        [\"Kết quả nổi bật\", \"Đã số hóa toàn bộ hồ sơ hộ tịch.\"],\n\
        [\"Đánh giá chung\", \"Cải cách hành chính có chuyển biến.\"],\n\
        [\"Tồn tại, hạn chế\", \"Một số việc còn chậm.\"],\n\
        [\"Nguyên nhân\", \"Thiếu người.\"],\n\
        [\"Phương hướng\", \"Giữ vững kết quả.\"],\n\
        [\"Kiến nghị\", \"Bổ sung biên chế.\"],\n\
        [\"Kết thúc\", \"Trên đây là báo cáo của xã.\"]]";
    let lines = lines(&[Edit::AddSheet(toml::from_str(sheet).expect("a sheet"))]);
    assert!(has(&lines, "Thực hiện chương trình công tác năm, xã báo cáo như sau:"));
    assert_eq!(between(&lines, ("2. Kết quả nổi bật", "3. ")), ["Đã số hóa toàn bộ hồ sơ hộ tịch."]);
    assert_eq!(between(&lines, ACHIEVEMENTS_PART), ["Cải cách hành chính có chuyển biến."]);
    let shortcomings = between(&lines, (SHORTCOMINGS_PART.0, "Nguyên nhân"));
    assert_eq!(shortcomings[0], "Một số việc còn chậm.");
    assert!(shortcomings[1].starts_with("Đến ngày 15/12/2025, còn 1 nhiệm vụ quá hạn"), "{shortcomings:#?}");
    assert_eq!(between(&lines, ("Nguyên nhân", "PHƯƠNG HƯỚNG")), ["Thiếu người."]);
    assert_eq!(between(&lines, NEXT_PERIOD_PART)[0], "Giữ vững kết quả.");
    assert_eq!(between(&lines, ("KIẾN NGHỊ, ĐỀ XUẤT", "Trên đây")), ["Bổ sung biên chế."]);
    assert!(has(&lines, "Trên đây là báo cáo của xã./."));
}

#[test]
fn indicators_without_a_share_are_judged_in_words() {
    let lower = |heading: &str, value: &str| set(INDICATORS, "CT-03", heading, value);
    let edits = [
        lower("Chiều đánh giá", "Càng thấp càng tốt"),
        set(INDICATORS, "CT-01", "Chiều đánh giá", "Càng thấp càng tốt"),
        set(INDICATORS, "CT-02", "Thực hiện kỳ", ""),
    ];
    let lines = lines(&edits);
    let sentences = between(&lines, INDICATORS_PART);
    assert_eq!(
        sentences[0],
        "Trong 6 tháng cuối năm 2025, theo dõi 4 chỉ tiêu: 2 chỉ tiêu không đạt; 1 chỉ tiêu đánh giá vào cuối năm; 1 chỉ tiêu chưa có \
         số liệu. Số liệu từng chỉ tiêu nêu tại Phụ lục III."
    );
    let items = [
        "- Lúa thu hoạch: 700 tấn, kế hoạch năm 2.000 tấn, tăng 50 tấn (7,69%) so với cùng kỳ năm trước; đánh giá vào \
         cuối năm.",
        "- Tỷ lệ hộ nghèo: chưa có số liệu, kế hoạch 2,50%.",
        "- Mô hình tổ tự quản mới: 3 mô hình, cao hơn mức kế hoạch 1 mô hình, cùng kỳ năm trước chưa có; không đạt \
         yêu cầu.",
    ];
    assert_eq!(sentences[1..4], items);
    assert!(!has(&lines, "Đạt và vượt kế hoạch"), "{lines:#?}");
}

#[test]
fn reports_of_all_villages_or_of_none_are_described_as_such() {
    let of_villages = |edits: &[Edit]| {
        let lines = lines(edits);
        let sentences = between(&lines, INDICATORS_PART);
        sentences[sentences.len() - 2].to_owned()
    };
    let name = "Hộ ký cam kết vệ sinh môi trường";
    let all = [set(VILLAGES, "Ấp C", "Thực hiện", "95")];
    let expected =
        format!("{name}: 4/4 ấp có báo cáo, tổng cộng 346 hộ, bằng 97,46% kế hoạch giao cho các ấp (355 hộ).");
    assert_eq!(of_villages(&all), expected);
    let none = ["A", "B", "C", "D"].map(|village| set(VILLAGES, &format!("Ấp {village}"), "Thực hiện", ""));
    assert_eq!(of_villages(&none), format!("{name}: chưa có báo cáo của ấp nào."));
}

#[test]
fn a_village_without_a_row_has_not_reported_and_no_share_uses_its_unknown_plan() {
    let name = "Hộ ký cam kết vệ sinh môi trường";
    let lines = lines(&[Edit::DeleteRow { sheet: VILLAGES.to_owned(), row: "Ấp D".to_owned() }]);
    let expected = format!("{name}: 2/4 ấp có báo cáo, tổng cộng 206 hộ; chưa báo cáo: ấp C, ấp D.");
    assert!(lines.contains(&expected), "{lines:#?}");
    let remark = format!(
        "{name}: 2/4 ấp có báo cáo, đạt 103,00% kế hoạch của các ấp có báo cáo (200); chưa báo cáo: ấp C, ấp D; \
         tổng kế hoạch chưa gồm ấp D."
    );
    assert!(has(&lines, &remark), "{lines:#?}");
}

#[test]
fn the_share_of_villages_is_computed_from_the_printed_sums_or_left_out() {
    let name = "Hộ ký cam kết vệ sinh môi trường";
    for plan in ["", "40 - 60"] {
        let lines = lines(&[set_cell(VILLAGES, "D4", "3"), set_cell(VILLAGES, "C5", plan)]);
        assert!(lines.contains(&format!("{name}: 4/4 ấp có báo cáo, tổng cộng 254 hộ.")), "{lines:#?}");
        assert!(has(&lines, "tổng kế hoạch chưa gồm ấp D."), "{lines:#?}");
    }
}

#[test]
fn a_mistake_in_a_table_of_villages_is_reported_once() {
    let cells = [
        ["Thôn", "CT-99 KH", "CT-99 TH", "CT-04 KH"],
        ["Ấp Z", "5", "4", "120"],
        ["Ấp B", "5", "4", "80"],
        ["Ấp C", "5", "4", "95"],
        ["Ấp D", "5", "4", "60"],
    ];
    let row = |(number, row): (usize, &[&'static str; 4])| {
        let columns = ["A", "B", "C", "D"].into_iter().zip(*row);
        columns.map(|(column, text)| set_cell(VILLAGES, &format!("{column}{number}"), text)).collect::<Vec<_>>()
    };
    let edits: Vec<Edit> = (1..).zip(&cells).flat_map(row).collect();
    let (run, _) = built(&edits);
    for code in ["[HS-055]", "[HS-071]"] {
        assert_eq!(run.stderr.matches(code).count(), 1, "{code}\n{}", run.stderr);
    }
}

#[test]
fn negative_plans_give_no_share_of_villages() {
    let plans = ["C2", "C3", "C4", "C5"].map(|cell| set_cell(VILLAGES, cell, "-10"));
    // Money may be below zero, households may not.
    let money = set(INDICATORS, "CT-04", "Đơn vị tính", "triệu đồng");
    let lines = lines(&[&plans[..], &[money]].concat());
    let expected = "Hộ ký cam kết vệ sinh môi trường: 3/4 ấp có báo cáo; chưa báo cáo: ấp C.";
    assert!(has(&lines, expected) && !has(&lines, "kế hoạch giao cho các ấp"), "{lines:#?}");
}

#[test]
fn a_report_without_indicators_does_not_mention_them() {
    let lines = lines(&[without(INDICATORS), without(VILLAGES)]);
    let body = lines.iter().take_while(|line| !line.starts_with("Phụ lục"));
    assert!(!body.clone().any(|line| line.contains("chỉ tiêu")), "{lines:#?}");
}

#[test]
fn a_report_needs_tasks_besides_indicators() {
    let (run, lines) = built(&[without(TASKS), without(RESULTS)]);
    assert_eq!((run.code, lines.len()), (1, 0));
    assert!(run.stderr.contains("«Nhiệm vụ»") || run.stderr.contains("trang tính Nhiệm vụ"), "{}", run.stderr);
}

/// The title, the opening, the heading of the part about the next period, and the closing.
fn frame(period_name: &str) -> [String; 4] {
    let lines = lines(&[period(period_name)]);
    let title = lines.iter().position(|line| line == "BÁO CÁO").expect("the title");
    let next_period =
        lines.iter().find(|line| line.contains("PHƯƠNG HƯỚNG, NHIỆM VỤ")).expect("the part about the next period");
    let closing = lines.iter().find(|line| line.starts_with("Trên đây")).expect("the closing");
    [&lines[title + 1], &lines[title + 2], next_period, closing].map(ToOwned::to_owned)
}

#[test]
fn a_report_of_part_of_a_year_names_that_part_and_the_next() {
    let work = "công tác cải cách hành chính";
    let check = |name: &str, title: &str, then: Option<&str>| {
        let and = then.map(|then| format!(" và phương hướng, nhiệm vụ {then}")).unwrap_or_default();
        let next_period = then.map_or("THỜI GIAN TỚI".to_owned(), str::to_uppercase);
        let expected = [
            format!("Sơ kết {work} {title}{and}"),
            format!("Ủy ban nhân dân xã báo cáo sơ kết {work} {title}{and} như sau:"),
            format!("III. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {next_period}"),
            format!("Trên đây là Báo cáo sơ kết {work} {title}{and} của Ủy ban nhân dân xã./."),
        ];
        assert_eq!(frame(name), expected);
    };
    check("6 tháng cuối năm 2025", "6 tháng cuối năm 2025", Some("6 tháng đầu năm 2026"));
    check("6 tháng đầu năm 2025", "6 tháng đầu năm", Some("6 tháng cuối năm 2025"));
    check("quý III năm 2025", "quý III", Some("quý IV năm 2025"));
    check("quý IV năm 2025", "quý IV năm 2025", Some("quý I năm 2026"));
    check("tháng 11 năm 2025", "tháng 11", Some("tháng 12 năm 2025"));
    check("9 tháng năm 2025", "9 tháng năm 2025", None);
}

#[test]
fn without_a_following_period_tasks_continue_in_the_next_one_unnamed() {
    let lines = lines(&[period("9 tháng năm 2025")]);
    assert!(has(&lines, "Tiếp tục thực hiện 4 nhiệm vụ trong thời gian tới"), "{lines:#?}");
}

#[test]
fn the_report_of_a_whole_year_has_two_parts() {
    let expected = [
        "Tổng kết công tác cải cách hành chính năm 2025 và phương hướng, nhiệm vụ năm 2026",
        "Ủy ban nhân dân xã báo cáo tổng kết công tác cải cách hành chính năm 2025 và phương hướng, nhiệm vụ năm 2026 \
         như sau:",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
        "Trên đây là Báo cáo tổng kết công tác cải cách hành chính năm 2025 và phương hướng, nhiệm vụ năm 2026 của Ủy \
         ban nhân dân xã./.",
    ];
    assert_eq!(frame("năm 2025"), expected);
    let lines = lines(&[period("năm 2025")]);
    let headings = [
        "Phần I",
        "KẾT QUẢ TRIỂN KHAI CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2025",
        "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO",
        "III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
        "IV. ĐÁNH GIÁ CHUNG",
        "2. Tồn tại, hạn chế và nguyên nhân",
        "Phần II",
    ];
    let mut rest = lines.iter();
    for heading in headings {
        assert!(rest.any(|line| line == heading), "{heading}: {lines:#?}");
    }
    // A lone section has no heading of its own.
    assert!(!has(&lines, "NHIỆM VỤ TRỌNG TÂM"), "{lines:#?}");
    // The plan of the year is the plan of the period, so an indicator below it is not met.
    let expected = "vượt 2/4 chỉ tiêu đã đánh giá (50,00%); 2 chỉ tiêu không đạt.";
    assert!(has(&lines, expected) && has(&lines, "đạt 35,00% kế hoạch (2.000 tấn)"), "{lines:#?}");
}

#[test]
fn cumulative_figures_are_printed_apart_from_those_of_the_period() {
    let edits = [
        set(INDICATORS, "CT-01", "Thực hiện kỳ", "300"),
        set_cell(INDICATORS, "J1", "Lũy kế"),
        set_cell(INDICATORS, "J2", "700"),
        set(INDICATORS, "CT-01", "Cùng kỳ năm trước", "250"),
    ];
    let expected = "- Lúa thu hoạch: thực hiện trong kỳ 300 tấn, tăng 50 tấn (20,00%) so với cùng kỳ năm trước; lũy kế từ đầu \
                năm 700 tấn, đạt 35,00% kế hoạch năm (2.000 tấn).";
    let lines = lines(&edits);
    assert!(has(&lines, expected), "{lines:#?}");
}

#[test]
fn the_plan_of_the_year_is_named_as_such_in_the_last_quarter_too() {
    let lines =
        lines(&[period("quý IV năm 2025"), set_cell(INDICATORS, "J1", "Lũy kế"), set_cell(INDICATORS, "J2", "700")]);
    assert!(has(&lines, "đạt 35,00% kế hoạch năm (2.000 tấn)"), "{lines:#?}");
}

#[test]
fn a_task_of_all_villages_is_not_done_until_each_has_reported() {
    let lead = set(TASKS, "2.4", "Đơn vị chủ trì", "Các ấp");
    let edits = [&[lead][..], &reported(&["2.4"], "Hoàn thành", "10/12/2025")].concat();
    let lines = lines(&edits);
    assert!(has(&lines, "đã hoàn thành 2, đạt 33,33%"), "{lines:#?}");
}

#[test]
fn a_unit_that_reported_its_standing_task_is_not_listed_as_not_reporting() {
    let edits = [set(TASKS, "2.3", "Đơn vị chủ trì", "Ấp C"), set(RESULTS, "2.3", "Đơn vị báo cáo", "Ấp C")];
    let lines = lines(&edits);
    assert!(has(&lines, "1 nhiệm vụ chưa báo cáo") && !has(&lines, "chưa gửi báo cáo"), "{lines:#?}");
}
