//! Material for the external checks: papers of stretched shapes, in `target/ci/stretched/`.
//!
//! Owns the list of shapes: heads, titles, tasks, recipients, tables, villages and periods from the least to more than
//! anybody has. Must not know a measure: the checks print the papers and measure their pages.

use vanthu::pipeline::Which;

use crate::support::cell::Cell;
use crate::support::edits::{Edit, set};
use crate::support::material::{built, fresh_folder, write_document};
use crate::support::workbook::Workbook;

/// Number of papers; the checks count them.
const SHAPES: usize = 85;

/// A paper to be written: its name, its sample, the changes.
type Shape = (String, &'static str, Vec<Edit>);

#[test]
#[ignore = "made for the checks of .ci/run"]
fn papers_of_stretched_shapes_are_written() {
    let shapes: Vec<Shape> =
        [heads(), titles(), tasks(), recipients(), columns(), villages(), periods(), bodies()].concat();
    assert_eq!(shapes.len(), SHAPES);
    let folder = fresh_folder("stretched");
    for (name, sample, edits) in shapes {
        let workbook = Workbook::sample(sample).edited(&edits);
        let document = built(&workbook, Which::Workbook, &[]).remove(0);
        write_document(&document, &folder, &name);
    }
}

/// Issuers and superiors of one to four lines, places, signers' names.
fn heads() -> Vec<Shape> {
    let office = |name: &str, superior: &str| {
        let mut edits = vec![set("Cơ quan ban hành", name), item("Ký hiệu cơ quan", "TH")];
        edits.extend([
            item("Cơ quan chủ quản", superior),
            signer("Chức vụ", "Trưởng phòng"),
            signer("Thẩm quyền ký", ""),
        ]);
        edits
    };
    let names = [
        "Ủy ban nhân dân xã Ô",
        "Ủy ban nhân dân phường Cửa Lụa",
        "Ủy ban nhân dân đặc khu Cồn Mây",
        "Ủy ban nhân dân xã Thượng Nguyên Khe Lựu Đồng Mây Bãi Nhạn",
    ];
    let committees = names.map(|name| vec![set("Cơ quan ban hành", name), set("Địa danh", place_of(name))]);
    let offices = [
        office("Phòng Kinh tế", "UBND xã Bãi Nhạn"),
        office("Phòng Kinh tế, Hạ tầng và Đô thị", "UBND phường Cửa Lụa"),
        office("Phòng Văn hóa - Xã hội", "Ủy ban nhân dân xã Thượng Nguyên Khe Lựu Đồng Mây"),
        office(
            "Phòng Quản lý đô thị, Xây dựng, Giao thông, Tài nguyên và Môi trường nông thôn miền núi",
            "UBND xã Bãi Nhạn",
        ),
    ];
    let edits = committees.into_iter().chain(offices).chain([
        vec![set("Địa danh", "Thượng Nguyên Khe Lựu Đồng Mây")],
        vec![set("Cơ quan ban hành", "Chủ tịch Ủy ban nhân dân xã Bãi Nhạn")],
    ]);
    numbered("dau", "ke-hoach", edits)
}

/// Trích yếu of one to eight lines.
fn titles() -> Vec<Shape> {
    let words = "tăng cường công tác quản lý, bảo vệ môi trường nông thôn, thu gom và xử lý chất thải rắn sinh hoạt tại các thôn";
    let of =
        |lines: usize| vec![item("Trích yếu", &format!("Triển khai {}", vec![words; lines.div_ceil(2)].join("; ")))];
    let short = [vec![item("Trích yếu", "Chuyển đổi số")], vec![item("Trích yếu", "Phòng, chống dịch")]];
    numbered("trich-yeu", "ke-hoach", short.into_iter().chain((1..=8).map(of)))
}

/// Tasks of one word and of 1,500, one task and many, without and with groups.
fn tasks() -> Vec<Shape> {
    let long = |words: usize| vec!["rà soát"; words / 2].join(" ");
    let content = |text: String| vec![field("Nhiệm vụ", "MT-01", "Nội dung công việc", &text)];
    let one_cell = [1, 20, 100, 400, 1500].map(|words| content(format!("Rà soát {}", long(words))));
    let in_prose = [10, 300, 1500].map(|words| {
        vec![Edit::SetField {
            sheet: "Nhiệm vụ".to_owned(),
            row: "DV-01".to_owned(),
            heading: "Nội dung nhiệm vụ".to_owned(),
            value: Cell::Text(format!("Rà soát {}.", long(words))),
        }]
    });
    let many = [20, 60].map(|count| {
        let row = |number: usize| Edit::AddRow {
            sheet: "Nhiệm vụ".to_owned(),
            values: [
                ("Nội dung công việc", format!("Rà soát, thống kê điểm tập kết rác số {number} trên địa bàn xã")),
                ("Cơ quan chủ trì", "Phòng Kinh tế".to_owned()),
                ("Thời gian hoàn thành", "30/9/2026".to_owned()),
            ]
            .map(|(heading, text)| (heading.to_owned(), Cell::Text(text)))
            .into(),
        };
        (1..=count).map(row).collect()
    });
    let table = numbered("nhiem-vu", "ke-hoach", one_cell.into_iter().chain(many));
    [table, numbered("loi", "dan-van", in_prose)].concat()
}

/// Lists of 1 to 60 recipients.
fn recipients() -> Vec<Shape> {
    let list = |count: usize| {
        let row = |number: usize| Edit::AddRow {
            sheet: "Nơi nhận".to_owned(),
            values: [("Nơi nhận".to_owned(), Cell::Text(format!("Đơn vị nhận văn bản số {number} của xã")))].into(),
        };
        (1..=count).map(row).collect()
    };
    numbered("noi-nhan", "dan-van", [0, 1, 3, 8, 15, 25, 35, 45, 55, 60].map(list))
}

/// Tables of 5 to 9 columns of the workbook, with narrow and wide cells.
fn columns() -> Vec<Shape> {
    let added = [
        ("Ngày giao", "01/7/2026"),
        ("Kinh phí", "1.250 triệu đồng"),
        ("Lãnh đạo phụ trách", "Phó Chủ tịch phụ trách kinh tế"),
        ("Ghi chú", "Theo Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh Sông Ngàn"),
    ];
    let filled = |count: usize| -> Vec<Edit> {
        let rename = |from: &str, to: &str| Edit::RenameHeading {
            sheet: "Nhiệm vụ".to_owned(),
            heading: from.to_owned(),
            to: to.to_owned(),
        };
        let edits = [rename("Lý do (nội bộ)", added[1].0), field("Nhiệm vụ", "MT-01", added[1].0, added[1].1)];
        let notes =
            [field("Nhiệm vụ", "MT-01", "Ghi chú", added[3].1), field("Nhiệm vụ", "MT-02", "Ghi chú", added[2].1)];
        [&edits[..], &notes[..]].concat().into_iter().take(count).collect()
    };
    numbered("cot", "ke-hoach", [0, 2, 3, 4].map(filled))
}

/// Reports with 1 to 60 villages.
fn villages() -> Vec<Shape> {
    let added = |count: usize| -> Vec<Edit> {
        let rows = |number: usize| {
            let name = format!("Thôn Bến Đá {number}");
            let village = [("Mã", format!("V{number:02}")), ("Tên thôn", name.clone())];
            let figure = [
                ("Thôn", name),
                ("Mã chỉ tiêu", "CT-04".to_owned()),
                ("Kế hoạch", "0".to_owned()),
                ("Thực hiện", "0".to_owned()),
            ];
            let row = |sheet: &str, values: &[(&str, String)]| Edit::AddRow {
                sheet: sheet.to_owned(),
                values: values.iter().map(|(name, text)| ((*name).to_owned(), Cell::Text(text.clone()))).collect(),
            };
            [row("Thôn", &village), row("Chỉ tiêu thôn", &figure)]
        };
        (1..=count).flat_map(rows).collect()
    };
    numbered("thon", "bay-viec", [0, 1, 2, 5, 10, 15, 20, 25, 30, 40, 45, 50, 60].map(added))
}

/// Every kind of period, in reports and in plans.
fn periods() -> Vec<Shape> {
    let period = |name: &str| vec![set("Kỳ", name)];
    let reports =
        ["tháng 11 năm 2025", "quý IV năm 2025", "6 tháng đầu năm 2025", "6 tháng cuối năm 2025", "9 tháng năm 2025"];
    let plans = [
        "tháng 7 năm 2026",
        "quý III năm 2026",
        "6 tháng cuối năm 2026",
        "9 tháng năm 2026",
        "năm 2026",
        "giai đoạn 2026 - 2030",
        "nhiệm kỳ 2025 - 2030",
        "5 năm 2026 - 2030",
        "từ 15/7/2026 đến 14/12/2026",
    ];
    [
        numbered("ky-bao-cao", "bay-viec", reports.map(period).into_iter().chain([period("năm 2025")])),
        numbered("ky-ke-hoach", "ke-hoach", plans.map(period)),
    ]
    .concat()
}

/// Bodies of one paragraph and of many, long and short, in each kind of document.
fn bodies() -> Vec<Shape> {
    let words = "Thực hiện kịp thời, đúng quy định các nhiệm vụ được giao trong kỳ";
    let part = |name: &str, sentences: usize, paragraphs: usize| Edit::AddRow {
        sheet: "Nội dung".to_owned(),
        values: [
            ("Phần".to_owned(), Cell::Text(name.to_owned())),
            (
                "Nội dung".to_owned(),
                Cell::Text(vec![format!("{}.", vec![words; sentences].join("; ")); paragraphs].join("\n")),
            ),
        ]
        .into(),
    };
    let closing = [1, 3, 8, 20].map(|sentences| vec![part("Kết thúc", sentences, 1)]);
    let purpose = [1, 6, 18, 40].map(|paragraphs| vec![part("Mục đích", 2, paragraphs)]);
    let solutions = [1, 10].map(|paragraphs| vec![part("Giải pháp", 3, paragraphs), part("Kinh phí", 1, 1)]);
    [
        numbered("ket-thuc", "dan-van", closing),
        numbered("muc-dich", "ke-hoach", purpose),
        numbered("giai-phap", "ke-hoach", solutions),
        numbered("nguyen-mau", "quyet-dinh", [Vec::new()]),
        numbered("nguyen-mau", "to-trinh", [Vec::new()]),
        numbered("nguyen-mau", "thong-bao", [Vec::new()]),
    ]
    .concat()
}

fn numbered(name: &str, sample: &'static str, edits: impl IntoIterator<Item = Vec<Edit>>) -> Vec<Shape> {
    let edits = edits.into_iter().enumerate();
    edits.map(|(index, edits)| (format!("{name}-{sample}-{:02}", index + 1), sample, edits)).collect()
}

fn item(name: &str, text: &str) -> Edit {
    crate::support::edits::item(name, text)
}

fn field(sheet: &str, row: &str, heading: &str, text: &str) -> Edit {
    Edit::SetField {
        sheet: sheet.to_owned(),
        row: row.to_owned(),
        heading: heading.to_owned(),
        value: Cell::Text(text.to_owned()),
    }
}

/// A cell of the one who signs.
fn signer(heading: &str, text: &str) -> Edit {
    field("Người ký", "Lý Thị Hoài Sa", heading, text)
}

/// The proper name of a commune.
fn place_of(issuer: &str) -> &str {
    let tiers = ["xã ", "phường ", "đặc khu "];
    tiers.iter().find_map(|tier| issuer.split_once(tier)).map_or(issuer, |(_, place)| place)
}
