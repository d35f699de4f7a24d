//! Tables of figures as a report has them: by unit, by indicator, by village and indicator, and what is overdue.
//!
//! Owns invented figures for the external checks. Must not know the layout. Its blocks are put into annexes.

use vanthu::draft::ColumnContent::{Number, Ordinal, Short, Text};
use vanthu::draft::{Block, Span, Table, TableColumn, TableRow};

/// Units with the longest and the shortest names that occur.
const UNITS: [&str; 5] = [
    "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Văn hóa, Thông tin và Thể thao xã",
    "Công an xã",
];
const VILLAGES: [&str; 6] =
    ["Thôn Bến Hạc", "Thôn Đồng Trăng", "Thôn Suối Ngàn", "Thôn Trung tâm", "Thôn Cây Gáo Thượng", "Thôn 7"];
const INDICATORS: [&str; 4] = [
    "Tỷ lệ hộ gia đình đạt danh hiệu “Gia đình văn hóa”",
    "Số lượt bạn đọc tại tủ sách thôn, thư viện trường học và điểm bưu điện - văn hóa xã",
    "Kinh phí xã hội hóa cho hoạt động văn hóa cơ sở",
    "Tỷ lệ thủ tục hành chính được giải quyết đúng hạn",
];

/// Figures of this many units, and their total.
pub(crate) fn by_unit(units: usize) -> Table {
    let mut columns = vec![TableColumn::new("STT", Ordinal), TableColumn::new("Đơn vị", Text)];
    columns.extend(
        [
            "Tổng số nhiệm vụ",
            "Hoàn thành đúng hạn",
            "Hoàn thành quá hạn",
            "Đang thực hiện (trong hạn)",
            "Đang thực hiện (quá hạn)",
            "Tạm dừng",
            "Không phải báo cáo",
            "Chưa báo cáo",
            "Tỷ lệ hoàn thành (%)",
        ]
        .map(|heading| TableColumn::new(heading, Number)),
    );
    let mut rows: Vec<TableRow> = (1..=units)
        .map(|number| {
            let figures = (0..8).map(|column| (number * (13 + column) % (120 / (column + 1))).to_string());
            let share = format!("{},{}", 40 + number * 7 % 60, number % 10);
            let texts = [number.to_string(), UNITS[number % UNITS.len()].to_owned()];
            TableRow::Cells(cells(texts.into_iter().chain(figures).chain([share])))
        })
        .collect();
    rows.push(total(&["", "Tổng cộng", "1.215", "786", "98", "154", "33", "12", "47", "85", "72,8"]));
    Table { columns, rows }
}

/// Indicators with the plan and the result, some without figures.
pub(crate) fn by_indicator(indicators: usize) -> Table {
    let under = |heading: &str, parent: &str| TableColumn::new(heading, Number).under(parent);
    let columns = vec![
        TableColumn::new("STT", Ordinal),
        TableColumn::new("Chỉ tiêu", Text),
        TableColumn::new("Đơn vị tính", Short),
        TableColumn::new("Kế hoạch năm 2026", Number),
        under("Kỳ này", "Thực hiện"),
        under("Cùng kỳ năm trước", "Thực hiện"),
        under("Với kế hoạch", "So sánh (%)"),
        under("Với cùng kỳ", "So sánh (%)"),
        TableColumn::new("Đánh giá", Short),
        TableColumn::new("Ghi chú", Text),
    ];
    let row = |number: usize| {
        let unit = ["%", "lượt", "triệu đồng", "hồ sơ"][number % 4];
        let plan = ["95", "12.000", "1.234.567,89", "100"][number % 4];
        let known = !number.is_multiple_of(5);
        let found =
            if known { ["96,2", "13.480", "1.301.220,50", "98,7"][number % 4] } else { "Chưa có số liệu" };
        let before = if known { ["91,7", "9.950", "987.654,32", "99,1"][number % 4] } else { "–" };
        let share = if known { "101,3" } else { "–" };
        let (verdict, note) = if known { ("Đạt", "") } else { ("", "Chờ Phòng Kinh tế tổng hợp") };
        let texts = [INDICATORS[number % 4], unit, plan, found, before, share, share, verdict, note];
        TableRow::Cells(cells([number.to_string()].into_iter().chain(texts.map(str::to_owned))))
    };
    let mut rows = vec![TableRow::Group("I. Chỉ tiêu về văn hóa, xã hội".to_owned())];
    rows.extend((1..=indicators).map(row));
    Table { columns, rows }
}

/// Villages by three indicators with figures so large that they do not fit at the usual letter size.
pub(crate) fn by_village_in_large_figures(villages: usize) -> Table {
    let mut table = by_village(villages);
    for row in &mut table.rows {
        if let TableRow::Cells(cells) = row {
            for column in (2..14).filter(|column| column % 4 == 2 || column % 4 == 3) {
                cells[column] = vec![format!("1.{:03}.{:03},5", column * 37, cells[0][0].len() * 211)];
            }
        }
    }
    table
}

/// Villages by three indicators, four columns each, and the commune's total.
pub(crate) fn by_village(villages: usize) -> Table {
    let mut columns = vec![TableColumn::new("STT", Ordinal), TableColumn::new("Thôn", Text)];
    for parent in ["Hộ gia đình văn hóa (%)", "Lượt bạn đọc (lượt)", "Kinh phí xã hội hóa huy động được (nghìn đồng)"]
    {
        let headings = ["Kế hoạch", "Thực hiện", "%", "Hạng"];
        columns.extend(headings.map(|heading| TableColumn::new(heading, Number).under(parent)));
    }
    let row = |number: usize| {
        let name = match number {
            5 => VILLAGES[4].to_owned(),
            _ => format!("{} {number}", VILLAGES[number % VILLAGES.len()]),
        };
        let figures = [
            ["95".to_owned(), format!("{},{}", 90 + number % 10, number % 7), format!("{},3", 94 + number % 9)],
            [format!("{}", 300 + number * 10), format!("1.{:03}", number * 31), format!("{},8", 87 + number)],
            [
                format!("1{}.500,00", number % 10),
                if number.is_multiple_of(9) { "–".to_owned() } else { format!("2{}.750,25", number % 10) },
                format!("{},1", 80 + number * 2),
            ],
        ];
        let texts = figures.into_iter().flat_map(|own| own.into_iter().chain([number.to_string()]));
        TableRow::Cells(cells([number.to_string(), name].into_iter().chain(texts)))
    };
    let mut rows: Vec<TableRow> = (1..=villages).map(row).collect();
    rows.push(total(&[
        "",
        "Toàn xã",
        "95",
        "94,6",
        "99,6",
        "",
        "13.650",
        "14.415",
        "105,6",
        "",
        "435.000,00",
        "1.234.567,89",
        "283,8",
        "",
    ]));
    Table { columns, rows }
}

/// Villages with a few figures, for a table in the body of a document.
pub(crate) fn of_population(villages: usize) -> Table {
    let columns =
        [("STT", Ordinal), ("Thôn", Text), ("Số hộ", Number), ("Số hộ đăng ký", Number), ("Tỷ lệ (%)", Number)];
    let row = |number: usize| {
        let texts = [VILLAGES[number].to_owned(), format!("{}", 88 + number * 41), format!("{}", 80 + number * 3)];
        TableRow::Cells(cells([number.to_string()].into_iter().chain(texts).chain([format!("{},4", 90 + number)])))
    };
    let columns = columns.map(|(heading, content)| TableColumn::new(heading, content)).to_vec();
    let rows = (1..=villages).map(row).chain([total(&["", "Toàn xã", "1.234", "1.102", "89,3"])]);
    Table { columns, rows: rows.collect() }
}

/// Tasks that are overdue, with the days in figures.
pub(crate) fn overdue(tasks: usize) -> Table {
    let columns = vec![
        TableColumn::new("STT", Ordinal),
        TableColumn::new("Mã", Short),
        TableColumn::new("Nội dung nhiệm vụ", Text),
        TableColumn::new("Đơn vị chủ trì", Text),
        TableColumn::new("Thời hạn", Short),
        TableColumn::new("Số ngày quá hạn", Number),
        TableColumn::new("Lý do, kiến nghị", Text),
    ];
    let row = |number: usize| {
        let reason = if number.is_multiple_of(3) {
            "Chờ kinh phí; đề nghị gia hạn đến hết quý IV năm 2026"
        } else {
            ""
        };
        let work = "Rà soát, phân loại, bổ sung sách của tủ sách thôn; thanh lọc tài liệu cũ nát";
        TableRow::Cells(cells([
            number.to_string(),
            format!("VHĐ-{number:03}"),
            format!("{work}, đợt {number}"),
            UNITS[number % UNITS.len()].to_owned(),
            format!("{}/9/2026", 10 + number % 20),
            (number * 7 % 130).to_string(),
            reason.to_owned(),
        ]))
    };
    Table { columns, rows: (1..=tasks).map(row).collect() }
}

/// Notes below a table; the first begins with bold words.
pub(crate) fn notes(texts: &[&str]) -> Vec<Block> {
    let lead = Span { is_bold: true, ..Span::plain("Ghi chú: ") };
    let note = |(index, text): (usize, &&str)| {
        let lead = Some(lead.clone()).filter(|_| index == 0);
        Block::Note(lead.into_iter().chain([Span::plain(*text)]).collect())
    };
    texts.iter().enumerate().map(note).collect()
}

fn total(texts: &[&str]) -> TableRow {
    TableRow::Total(cells(texts.iter().map(ToString::to_string)))
}

fn cells(texts: impl IntoIterator<Item = String>) -> Vec<Vec<String>> {
    texts.into_iter().map(|text| Some(text).filter(|text| !text.is_empty()).into_iter().collect()).collect()
}
