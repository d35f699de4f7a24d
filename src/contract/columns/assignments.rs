//! The columns of Nhiệm vụ and Tổ chức thực hiện: what is to be done.
//!
//! Owns one row for each column. Must not know where a column is in a clerk's table, or what its cells mean.
//! [`SheetKind`] returns the rows.
//!
//! [`SheetKind`]: crate::contract::SheetKind

use crate::contract::column::{Column, choice, code, day, day_or_words, may, must, ordinal, words};
use crate::contract::{ChoiceList, Field};

/// Nhiệm vụ, in the order in which the columns are written.
pub(in crate::contract) const ASSIGNMENTS: &[Column] = &[
    may(Field::Code, "Mã", code(), 11)
        .word_in_tables("ma")
        .in_every_document()
        .help(
            "Mã của nhiệm vụ, mỗi nhiệm vụ một mã, giữ nguyên sang kỳ sau; trang tính Kết quả tìm nhiệm vụ theo mã \
             này.",
        )
        .example("DV-01"),
    may(Field::Ordinal, "STT", ordinal(), 8).help("Số thứ tự, chỉ in trong bảng. Nhiệm vụ giữ thứ tự dòng."),
    may(Field::Group, "Nhóm nhiệm vụ", words(), 18)
        .text_in_tables("nhom")
        .help(
            "Tên nhóm mà nhiệm vụ thuộc về; cũng có thể ghi tên nhóm ở một dòng riêng, gộp ô, phía trên các nhiệm \
             vụ.",
        )
        .example("Xây dựng không gian đọc"),
    must(Field::Content, "Nội dung nhiệm vụ", words(), 60)
        .text_in_tables("noi_dung")
        .in_every_document()
        .in_sentences()
        .help("Nội dung in trong văn bản, một hay nhiều đoạn (Alt+Enter để sang đoạn). Không gõ số thứ tự ở đầu."),
    may(Field::Lead, "Đơn vị chủ trì", choice(ChoiceList::Units), 22)
        .text_in_tables("chu_tri")
        .help(
            "Một đơn vị hoặc thôn chịu trách nhiệm chính: ghi tên hoặc mã, chọn trong danh sách hoặc gõ; nhiều đơn \
             vị thì ngăn bằng dấu chấm phẩy.",
        )
        .example("Phòng Kinh tế"),
    may(Field::Support, "Đơn vị phối hợp", choice(ChoiceList::Units), 22)
        .text_in_tables("phoi_hop")
        .help("Các đơn vị cùng làm, tên hoặc mã, ngăn bằng dấu chấm phẩy.")
        .example("Văn phòng HĐND và UBND xã; Các thôn"),
    may(Field::Product, "Sản phẩm", words(), 22)
        .text_in_tables("san_pham")
        .in_sentences()
        .as_typed()
        .help("Kết quả phải có khi xong việc.")
        .example("báo cáo kết quả rà soát"),
    may(Field::AssignedOn, "Ngày giao", day(), 15)
        .word_in_tables("ngay_giao")
        .help("Ngày giao việc.")
        .example("12/01/2026"),
    may(Field::Deadline, "Thời hạn", day_or_words(), 18)
        .word_in_tables("thoi_han")
        .help("Gõ ngày, hoặc gõ lời; lời được in nguyên văn.")
        .example("30/6/2026; trước ngày 15/4/2026; trong quý II năm 2026; thường xuyên"),
    may(Field::OriginalDeadline, "Hạn ban đầu", day_or_words(), 15)
        .word_in_tables("han_ban_dau")
        .help("Hạn giao lần đầu, nếu về sau đã gia hạn; đúng hạn hay quá hạn xét theo ngày này.")
        .example("31/3/2026"),
    may(Field::NewDeadline, "Hạn mới", day_or_words(), 15)
        .word_in_tables("han_moi")
        .help("Hạn sau khi được gia hạn.")
        .example("30/4/2026"),
    may(Field::VillageScope, "Phạm vi thôn", choice(ChoiceList::Villages), 12)
        .text_in_tables("pham_vi_thon")
        .help(
            "Các thôn phải làm, tên hoặc mã, ngăn bằng dấu chấm phẩy; ghi Các thôn nếu là tất cả; để trống nếu \
             không giao cho thôn nào.",
        )
        .example("T01; T03"),
    may(Field::RelatedIndicators, "Chỉ tiêu liên quan", choice(ChoiceList::Indicators).as_code(), 12)
        .text_in_tables("chi_tieu")
        .as_typed()
        .help("Mã các chỉ tiêu ở trang tính Chỉ tiêu, ngăn bằng dấu chấm phẩy.")
        .example("CT-01"),
    may(Field::Source, "Nguồn giao", words(), 18)
        .text_in_tables("nguon_giao")
        .as_typed()
        .help("Văn bản hoặc kết luận giao việc.")
        .example("Kế hoạch số 07/KH-UBND ngày 05/01/2026"),
    may(Field::Supervisor, "Lãnh đạo phụ trách", words(), 18)
        .text_in_tables("lanh_dao")
        .as_typed()
        .help("Lãnh đạo trực tiếp chỉ đạo nhiệm vụ.")
        .example("Phó Chủ tịch phụ trách văn hóa - xã hội"),
    may(Field::Budget, "Kinh phí", words(), 15)
        .text_in_tables("kinh_phi")
        .as_typed()
        .help("Kinh phí dự kiến, kèm đơn vị tính nếu tiêu đề cột chưa ghi.")
        .example("15 triệu đồng"),
    may(Field::CarriedFrom, "Kỳ trước chuyển sang", words(), 18)
        .help("Nếu là việc kỳ trước chưa xong: ghi Có, hoặc ghi kỳ ấy.")
        .example("6 tháng cuối năm 2025"),
    may(Field::InternalReason, "Lý do (nội bộ)", words(), 18)
        .help("Ghi riêng cho cơ quan; không bao giờ in ra văn bản."),
    may(Field::Note, "Ghi chú", words(), 18).text_in_tables("ghi_chu").as_typed().help("Ghi chú thêm về nhiệm vụ."),
];

/// Tổ chức thực hiện.
pub(in crate::contract) const IMPLEMENTATION: &[Column] = &[
    must(Field::Unit, "Đơn vị", choice(ChoiceList::Units), 32)
        .text_in_tables("don_vi")
        .help("Tên đơn vị, in đúng như gõ, thành một mục chữ đậm. Để trống thì đoạn này thuộc đơn vị ở dòng trên.")
        .example("Các cơ quan, đơn vị, các thôn trên địa bàn xã"),
    must(Field::Content, "Nội dung", words(), 80)
        .text_in_tables("noi_dung")
        .in_sentences()
        .help("Việc đơn vị phải làm để thực hiện văn bản; mỗi dòng một đoạn, in nguyên văn."),
];
