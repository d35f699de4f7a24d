//! The columns of Đơn vị, Thôn and Người ký: the units and people of a document.
//!
//! Owns one row for each column. Must not know where a column is in a clerk's table, or what its cells mean.
//! [`SheetKind`] returns the rows.
//!
//! [`SheetKind`]: crate::contract::SheetKind

use crate::contract::column::{Column, choice, code, count, day, may, must, words};
use crate::contract::{ChoiceList, Field};

/// Đơn vị.
pub(in crate::contract) const UNITS: &[Column] = &[
    must(Field::Code, "Mã", code(), 11)
        .in_every_document()
        .help("Chữ viết tắt của đơn vị, mỗi đơn vị một mã; dùng ở các trang tính khác thay cho tên.")
        .example("VHXH"),
    must(Field::Name, "Tên đơn vị", words(), 28)
        .in_every_document()
        .help(
            "Tên đầy đủ, in trong văn bản. Cả trang tính này để trống được: khi đó mọi tên ở cột Đơn vị chủ trì, \
             Đơn vị phối hợp đều được nhận.",
        )
        .example("Phòng Văn hóa - Xã hội"),
    may(Field::ShortName, "Tên viết tắt", words(), 18).in_every_document().help("Tên gọi ngắn.").example("Phòng VH-XH"),
    may(Field::OtherNames, "Tên gọi khác", words(), 18)
        .in_every_document()
        .help("Các cách gọi khác mà mọi người hay viết, ngăn bằng dấu chấm phẩy.")
        .example("Phòng Văn xã; Phòng VHXH xã"),
    may(Field::Category, "Loại", choice(ChoiceList::UnitCategories), 18)
        .help("Nhóm cơ quan của đơn vị.")
        .example("Cơ quan chuyên môn"),
    may(Field::Relation, "Quan hệ", choice(ChoiceList::Relations), 12).in_every_document().help(
        "Giao: Ủy ban nhân dân giao việc. Đề nghị: Mặt trận, đoàn thể, mời phối hợp. Cấp ủy: cơ quan Đảng, \
         không giao việc. Để trống thì theo tên: Mặt trận, các hội, đoàn, HĐND là Đề nghị, cơ quan Đảng là Cấp \
         ủy, còn lại là Giao.",
    ),
    may(Field::Head, "Người đứng đầu", words(), 18).help("Họ và tên người đứng đầu đơn vị.").example("Lê Thị Hòa"),
    may(Field::HeadTitle, "Chức danh", words(), 18).help("Chức danh của người đứng đầu.").example("Trưởng phòng"),
    may(Field::ArchiveCode, "Ký hiệu lưu", code(), 11)
        .in_every_document()
        .help("Chữ ghi ở dòng Lưu khi đơn vị này soạn thảo.")
        .example("VHXH (in thành Lưu: VT, VHXH)"),
    may(Field::RecipientLine, "Ghi trong Nơi nhận", words(), 22)
        .in_every_document()
        .help("Cách ghi đơn vị ở phần Nơi nhận, nếu khác tên đầy đủ.")
        .example("Ủy ban MTTQ Việt Nam xã"),
    may(Field::ValidFrom, "Hiệu lực từ", day(), 15)
        .help("Ngày đơn vị bắt đầu hoạt động; thường để trống.")
        .example("01/7/2025"),
    may(Field::ValidTo, "Hiệu lực đến", day(), 15)
        .help("Ngày đơn vị thôi hoạt động (giải thể, sáp nhập); còn hoạt động thì để trống."),
];

/// Thôn.
pub(in crate::contract) const VILLAGES: &[Column] = &[
    must(Field::Code, "Mã", code(), 11)
        .in_every_document()
        .help("Mỗi thôn một mã, không đổi giữa các kỳ.")
        .example("T01"),
    must(Field::Name, "Tên thôn", words(), 28)
        .text_in_tables("ten")
        .in_every_document()
        .help("Tên đầy đủ, kể cả chữ thôn, tổ dân phố.")
        .example("Thôn Bến Đá"),
    may(Field::Category, "Loại", choice(ChoiceList::VillageTypes), 18)
        .word_in_tables("loai")
        .help("Thôn, tổ dân phố, ấp, bản, … Chọn trong danh sách hoặc gõ."),
    may(Field::Head, "Trưởng thôn", words(), 18)
        .text_in_tables("truong_thon")
        .help("Họ và tên trưởng thôn, tổ trưởng.")
        .example("Bùi Văn Thuận"),
    may(Field::HeadTitle, "Chức danh", words(), 18)
        .text_in_tables("chuc_danh")
        .help("Chức danh của người đứng đầu.")
        .example("Trưởng thôn"),
    may(Field::Households, "Số hộ", count(), 11)
        .word_in_tables("so_ho")
        .help("Số hộ của thôn, chỉ gõ chữ số.")
        .example("214"),
    may(Field::Population, "Nhân khẩu", count(), 12)
        .word_in_tables("nhan_khau")
        .help("Số nhân khẩu của thôn, chỉ gõ chữ số.")
        .example("842"),
    may(Field::FiguresAsOf, "Số liệu tại ngày", day(), 15)
        .word_in_tables("so_lieu_tai_ngay")
        .help("Số hộ, nhân khẩu tính đến ngày nào.")
        .example("31/12/2025"),
    may(Field::MergedFrom, "Sáp nhập từ", words(), 18)
        .help("Tên các thôn cũ, nếu thôn này mới sáp nhập, ngăn bằng dấu chấm phẩy."),
    may(Field::ValidFrom, "Hiệu lực từ", day(), 15)
        .help("Ngày thành lập thôn, nếu mới thành lập.")
        .example("01/7/2025"),
    may(Field::ValidTo, "Hiệu lực đến", day(), 15)
        .help("Ngày thôn thôi hoạt động (giải thể, sáp nhập); còn hoạt động thì để trống."),
];

/// Người ký.
pub(in crate::contract) const SIGNATORIES: &[Column] = &[
    must(Field::FullName, "Họ và tên", words(), 28)
        .in_every_document()
        .help("Họ và tên người ký, viết hoa chữ cái đầu, không kèm học vị.")
        .example("Vũ Đình Khoa"),
    must(Field::Position, "Chức vụ", words(), 22)
        .in_every_document()
        .help("Chức vụ của người ký.")
        .example("Chủ tịch; Phó Chủ tịch"),
    may(Field::Authority, "Thẩm quyền ký", choice(ChoiceList::Authorities), 12)
        .in_every_document()
        .help("TM.: thay mặt tập thể. KT.: ký thay người đứng đầu. TL.: thừa lệnh. TUQ.: thừa ủy quyền. Q.: quyền."),
    may(Field::ValidFrom, "Hiệu lực từ", day(), 15)
        .in_every_document()
        .help("Ngày bắt đầu giữ chức vụ.")
        .example("01/7/2025"),
    may(Field::ValidTo, "Hiệu lực đến", day(), 15)
        .in_every_document()
        .help("Ngày thôi giữ chức vụ; đang giữ thì để trống."),
];
