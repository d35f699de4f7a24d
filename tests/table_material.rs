//! Tables for the external checks: short and long, narrow and wide, with oversized cells.
//!
//! Each is an annex of a plan, built from the sample about reading with another sheet of tasks. The output is in
//! `target/ci/`.

use std::fmt::Write as _;

use vanthu::draft::{Block, Draft};
use vanthu::pipeline::{BuiltDocument, TemplateFile, TemplateFolder, Which};

use crate::support::cell::Cell;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::figures;
use crate::support::material::{self, built, fresh_folder, write_document, write_text};
use crate::support::workbook::{SheetText, Workbook};

const TASKS: &str = "Nhiệm vụ";
const NARROW: &str = r#"["stt", "noi_dung", "chu_tri"]"#;
const USUAL: &str = r#"["stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "ghi_chu"]"#;
const WIDE: &str = r#"["stt", "ma", "noi_dung", "chu_tri", "phoi_hop", "san_pham", "ngay_giao", "thoi_han",
    "nguon_giao", "ghi_chu"]"#;

/// A word that cannot be broken.
const LONG_WORD: &str = "tusachvanhoadoccongdongdancuthonbenhacxasuoihactinhsongngan0";

/// The tasks repeat these texts in turn.
const WORKS: [&str; 5] = [
    "Rà soát, phân loại, bổ sung sách của tủ sách thôn; thanh lọc tài liệu cũ nát, nội dung không còn phù hợp",
    "Tổ chức buổi đọc sách cuối tuần cho học sinh tại nhà văn hóa thôn",
    "Đăng tải danh mục sách mới trên trang thông tin điện tử, hệ thống truyền thanh của xã",
    "Phát động phong trào “Gia đình đọc sách cùng con”, mỗi thôn ít nhất năm gia đình tham gia; tổng hợp danh sách, \
     theo dõi kết quả hằng tháng và báo cáo Ủy ban nhân dân xã",
    "Kiểm tra việc mượn, trả sách và lịch trực của tủ sách thôn",
];
const LEADS: [&str; 4] = ["VHXH", "TH", "Thôn Bến Hạc", "VP"];
const SUPPORTS: [&str; 4] = ["Các thôn; PN", "ĐTN", "Các thôn; ĐTN; PN; MT", ""];
const PRODUCTS: [&str; 3] = ["danh mục sách", "", "báo cáo kết quả kèm danh sách hộ gia đình tham gia"];

#[test]
#[ignore = "made for the checks of .ci/run"]
fn tables_of_every_size_are_written_for_the_checks() {
    let folder = fresh_folder("tables");
    let texts = fresh_folder("expected/tables");
    let long = "Thực hiện thường xuyên việc kiểm kê, tu bổ và luân chuyển sách giữa các thôn trong xã. ";
    let two_thousand = long.chars().cycle().take(2000).collect::<String>().trim_end().to_owned();
    let higher_than_a_page = vec![long.repeat(6).trim_end().to_owned(); 12].join("\n");
    let papers = [
        ("3-dong-3-cot", tasks(3), [NARROW].as_slice()),
        ("3-dong-10-cot", tasks(3), &[WIDE]),
        ("300-dong-3-cot", tasks(300), &[NARROW]),
        ("300-dong-7-cot", tasks(300), &[USUAL]),
        ("300-dong-10-cot", tasks(300), &[WIDE]),
        ("o-2000-chu", with(6, "Nội dung nhiệm vụ", &two_thousand), &[USUAL]),
        ("tu-60-chu", with(6, "Sản phẩm", LONG_WORD), &[WIDE]),
        ("dong-dai-hon-trang", with(6, "Nội dung nhiệm vụ", &higher_than_a_page), &[USUAL]),
        ("ba-phu-luc", tasks(8), &[USUAL, NARROW, WIDE]),
    ];
    for (name, workbook, annexes) in papers {
        let plan = plan(annexes);
        let requested = [plan.name.clone()];
        let document = built(&workbook, Which::Named(&requested), &[plan]).remove(0);
        write_text(&document, &texts, name);
        write_document(&document, &folder, name);
    }
    for (name, annex) in tables_of_figures() {
        let document = with_draft(|draft| draft.annexes[0].body = annex);
        write_text(&document, &texts, name);
        write_document(&document, &folder, name);
    }
    let in_text =
        [vec![Block::Table(figures::of_population(4))], figures::notes(&["Số liệu tính đến ngày 30/6/2026."])];
    let document = with_draft(|draft| drop(draft.body.splice(1..1, in_text.concat())));
    write_text(&document, &texts, "bang-trong-noi-dung");
    write_document(&document, &folder, "bang-trong-noi-dung");
}

/// A plan with one annex, with its draft changed in ways that no workbook can express.
fn with_draft(change: impl FnOnce(&mut Draft)) -> BuiltDocument {
    let (template, workbook, own) = ("ke-hoach-bang".to_owned(), tasks(3), [plan(&[NARROW])]);
    let mut draft = material::draft(&workbook.to_xlsx(), Some(&template), &own);
    change(&mut draft);
    material::with_draft(built(&workbook, Which::Named(&[template]), &own).remove(0), draft)
}

/// Annexes as a report has them, built without a workbook.
fn tables_of_figures() -> [(&'static str, Vec<Block>); 9] {
    let unknown = "dấu “–” là chưa có số liệu của kỳ báo cáo.";
    let rank = "Xếp hạng theo tỷ lệ thực hiện so với kế hoạch; thôn có cùng tỷ lệ thì cùng hạng, thôn kế tiếp lấy hạng sau \
        số thôn đã xếp, theo quy chế chấm điểm thi đua của Ủy ban nhân dân xã.";
    let with_notes = |table, texts: &[&str]| [vec![Block::Table(table)], figures::notes(texts)].concat();
    [
        ("25-don-vi", with_notes(figures::by_unit(25), &["Số liệu tính đến ngày 30/6/2026."])),
        ("12-chi-tieu", with_notes(figures::by_indicator(12), &[unknown])),
        ("30-thon-14-cot", with_notes(figures::by_village(30), &[unknown, rank])),
        ("12-thon-14-cot-so-lon", with_notes(figures::by_village_in_large_figures(12), &[unknown])),
        ("300-qua-han-7-cot", vec![Block::Table(figures::overdue(300))]),
        (
            "hai-bang-co-ghi-chu",
            [with_notes(figures::by_unit(6), &[unknown]), with_notes(figures::by_village(9), &[rank])].concat(),
        ),
        ("tong-cuoi-trang", vec![Block::Table(figures::by_unit(14))]),
        ("ghi-chu-cuoi-trang", with_notes(figures::by_unit(13), &[unknown])),
        ("hai-ghi-chu-cuoi-trang", with_notes(figures::by_unit(12), &[unknown, rank])),
    ]
}

#[test]
#[ignore = "made for the checks of .ci/run"]
fn a_plan_of_300_tasks_is_written_for_the_checks() {
    let (folder, texts) = (fresh_folder("long"), fresh_folder("expected/long"));
    let requested = ["ke-hoach".to_owned()];
    let document = built(&with_sheet(short_sheet(300)), Which::Named(&requested), &[]).remove(0);
    let printed = paragraphs(&document.bytes);
    for number in 1..=300 {
        assert!(printed.contains(&number.to_string()), "task {number} is not in the plan");
    }
    write_text(&document, &texts, "300-nhiem-vu");
    write_document(&document, &folder, "300-nhiem-vu");
}

/// The sample about reading with this many tasks.
fn tasks(count: usize) -> Workbook {
    with_sheet(sheet(count))
}

fn with_sheet(tasks: SheetText) -> Workbook {
    let deletion = Edit::DeleteSheet { sheet: TASKS.to_owned() };
    Workbook::sample("doc-sach").edited(&[deletion, Edit::AddSheet(tasks)])
}

/// This many tasks, with this text in a cell of the third.
fn with(count: usize, heading: &str, text: &str) -> Workbook {
    let edit = Edit::SetField {
        sheet: TASKS.to_owned(),
        row: code(3),
        heading: heading.to_owned(),
        value: Cell::Text(text.to_owned()),
    };
    tasks(count).edited(&[edit])
}

fn code(number: usize) -> String {
    format!("VHĐ-{number:03}")
}

/// A plan with these tables, each in an annex of its own.
fn plan(annexes: &[&str]) -> TemplateFolder {
    let body = "+++\nloai = \"Kế hoạch\"\ntrich_yeu = \"Phát triển văn hóa đọc\"\nkhung = \"la-ma\"\n+++\n\n\
        # Nhiệm vụ\n\nNhiệm vụ cụ thể nêu tại {{ [pl.so for pl in phu_luc] | join(sep=\", \") }} kèm theo {{ ten_goi }} này.\n\n\
        # Tổ chức thực hiện\n\nCác cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện, bảo đảm thời hạn và chất \
        lượng; có khó khăn, vướng mắc thì phản ánh về {{ don_vi_soan_thao }} để tổng hợp.\n";
    let mut files = vec![file("van-ban.md", body)];
    for (number, columns) in (1..).zip(annexes) {
        let annex = format!(
            "+++\nten_goi = \"Bảng phân công nhiệm vụ\"\nkho = \"auto\"\n+++\n\n```bang\nnguon = \"nhiem_vu\"\n\
             cot = {columns}\nnhom = true\n```\n"
        );
        files.push(file(&format!("phu-luc-{number}.md"), &annex));
    }
    TemplateFolder { name: "ke-hoach-bang".to_owned(), label: "mau/ke-hoach-bang".to_owned(), files }
}

fn file(name: &str, text: &str) -> TemplateFile {
    TemplateFile { name: name.to_owned(), bytes: text.as_bytes().to_vec().into() }
}

/// This many different tasks, with a group after every ten.
fn sheet(count: usize) -> SheetText {
    let mut text = format!(
        "sheet = \"{TASKS}\"\nheadings = [\"Mã\", \"STT\", \"Nội dung nhiệm vụ\", \"Đơn vị chủ trì\", \
         \"Đơn vị phối hợp\", \"Sản phẩm\", \"Ngày giao\", \"Thời hạn\", \"Nguồn giao\", \"Ghi chú\"]\n"
    );
    for number in 1..=count {
        if number % 10 == 1 {
            row(&mut text, &[("group", format!("{}. Nhóm nhiệm vụ đợt {}", roman(number / 10 + 1), number / 10 + 1))]);
        }
        let at = |texts: &[&str]| texts[number % texts.len()].to_owned();
        let cells = [
            ("Mã", code(number)),
            ("STT", number.to_string()),
            ("Nội dung nhiệm vụ", format!("{} (đợt {number}).", at(&WORKS))),
            ("Đơn vị chủ trì", at(&LEADS)),
            ("Đơn vị phối hợp", at(&SUPPORTS)),
            ("Sản phẩm", at(&PRODUCTS)),
            ("Ngày giao", "01/4/2026".to_owned()),
            ("Thời hạn", format!("trước ngày {}/6/2026", 10 + number % 20)),
            ("Nguồn giao", "Kế hoạch số 46/KH-UBND".to_owned()),
            ("Ghi chú", if number % 7 == 0 { "chuyển từ quý I".to_owned() } else { String::new() }),
        ];
        row(&mut text, &cells);
    }
    toml::from_str(&text).expect("the sheet is in the form of a sample's")
}

/// This many tasks of one line each, so that the number of pages is predictable.
fn short_sheet(count: usize) -> SheetText {
    let mut text =
        format!("sheet = \"{TASKS}\"\nheadings = [\"Nội dung nhiệm vụ\", \"Đơn vị chủ trì\", \"Thời hạn\"]\n");
    for number in 1..=count {
        if number % 50 == 1 {
            let group = number / 50 + 1;
            row(&mut text, &[("group", format!("{}. Nhóm nhiệm vụ đợt {group}", roman(group)))]);
        }
        let cells = [
            ("Nội dung nhiệm vụ", format!("Kiểm tra tủ sách thôn, lần {number}")),
            ("Đơn vị chủ trì", "Phòng Kinh tế".to_owned()),
            ("Thời hạn", format!("{}/6/2026", 10 + number % 20)),
        ];
        row(&mut text, &cells);
    }
    toml::from_str(&text).expect("the sheet is in the form of a sample's")
}

fn row(text: &mut String, cells: &[(&str, String)]) {
    text.push_str("\n[[row]]\n");
    for (heading, value) in cells {
        writeln!(text, "\"{heading}\" = {value:?}").expect("writing to a string cannot fail");
    }
}

fn roman(number: usize) -> String {
    let parts = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in parts {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}
