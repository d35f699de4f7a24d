//! The columns of Kết quả, Chỉ tiêu and Chỉ tiêu thôn: the outcome.
//!
//! Owns one row for each column. Must not know where a column is in a clerk's table, or what its cells mean.
//! [`SheetKind`] returns the rows.
//!
//! [`SheetKind`]: crate::contract::SheetKind

use crate::contract::column::{Column, choice, code, day, figure, may, must, percent, typed_by_clerks, words};
use crate::contract::{ChoiceList, Field};

/// Kết quả.
pub(in crate::contract) const COMPLETIONS: &[Column] = &[
    must(Field::Code, "Mã", choice(ChoiceList::Tasks).as_code(), 11)
        .help("Mã nhiệm vụ, đúng như ở trang tính Nhiệm vụ.")
        .example("DV-01"),
    may(Field::Content, "Nội dung nhiệm vụ", words(), 32)
        .help("Chép từ trang tính Nhiệm vụ cho dễ theo dõi; để trống được."),
    may(Field::Unit, "Đơn vị báo cáo", choice(ChoiceList::Units), 18)
        .help("Đơn vị hoặc thôn gửi kết quả này.")
        .example("Phòng Văn hóa - Xã hội"),
    must(Field::State, "Trạng thái", choice(ChoiceList::States), 18).help(
        "Tình hình thực hiện, chọn trong danh sách hoặc gõ. Để trống là chưa báo cáo. Không cần ghi đúng hạn \
         hay quá hạn: chương trình tính theo ngày.",
    ),
    may(Field::Percent, "Tỷ lệ (%)", percent(), 11)
        .help("Phần trăm đã làm được, từ 0 đến 100; gõ số, hoặc số kèm dấu %.")
        .example("60"),
    may(Field::CompletedOn, "Ngày hoàn thành", day(), 15)
        .help("Ngày làm xong, khi đã hoàn thành; dùng để xét đúng hạn hay trễ hạn.")
        .example("28/02/2026"),
    may(Field::Outcome, "Kết quả thực hiện", words(), 28)
        .help("Đã làm được gì, có số liệu.")
        .example("Đã tổ chức 02 hội nghị với 180 người dự"),
    may(Field::Evidence, "Minh chứng", words(), 18)
        .help("Văn bản, hình ảnh chứng minh kết quả.")
        .example("Báo cáo số 20/BC-VHXH ngày 28/02/2026"),
    may(Field::Obstacles, "Khó khăn, vướng mắc", words(), 22).help("Điều làm chậm hoặc cản trở việc thực hiện."),
    may(Field::Cause, "Nguyên nhân", words(), 18).help("Vì sao chưa xong, hoặc chậm."),
    may(Field::Proposal, "Đề xuất, kiến nghị", words(), 18).help("Điều đơn vị đề nghị cấp trên giải quyết."),
    may(Field::CarriedOver, "Chuyển kỳ sau", choice(ChoiceList::YesOrNo), 12)
        .help("Có: việc này làm tiếp ở kỳ sau. Không: không chuyển. Để trống: việc chưa xong thì chuyển."),
];

/// Chỉ tiêu.
pub(in crate::contract) const INDICATORS: &[Column] = &[
    may(Field::Code, "Mã", code(), 11)
        .help("Mỗi chỉ tiêu một mã, giữ nguyên sang kỳ sau; trang tính Chỉ tiêu thôn dùng mã này.")
        .example("CT-01"),
    must(Field::Indicator, "Chỉ tiêu", words(), 28).help("Tên chỉ tiêu.").example("Mô hình “Dân vận khéo” đăng ký mới"),
    must(Field::Measure, "Đơn vị tính", words(), 11)
        .help("Đơn vị đo của các số ở những cột bên phải.")
        .example("mô hình; %; hộ"),
    may(Field::Direction, "Chiều đánh giá", choice(ChoiceList::Directions), 18).help(
        "Số càng cao càng tốt (để trống cũng vậy), càng thấp càng tốt, hay phải nằm trong khoảng (khi đó kế \
         hoạch ghi như 45 - 50).",
    ),
    may(Field::FigureType, "Kiểu số liệu", choice(ChoiceList::FigureTypes), 18).help(
        "Lũy kế: cộng dồn từ đầu năm. Thời điểm: con số tại ngày chốt. Tỷ lệ: phần trăm, so sánh bằng điểm \
         phần trăm.",
    ),
    may(Field::PlannedYear, "Kế hoạch năm", figure(), 12).help("Số kế hoạch của cả năm.").example("24"),
    may(Field::Planned, "Kế hoạch kỳ", figure(), 12)
        .help("Số kế hoạch của kỳ này, nếu có giao; có thì kỳ này đánh giá theo số này.")
        .example("12"),
    may(Field::Actual, "Thực hiện kỳ", figure(), 12).help("Số thực hiện trong kỳ này.").example("10"),
    may(Field::Cumulative, "Lũy kế", figure(), 12).help("Số thực hiện từ đầu năm đến hết kỳ này.").example("10"),
    may(Field::SamePeriod, "Cùng kỳ năm trước", figure(), 12)
        .help("Số thực hiện cùng kỳ năm trước; không so sánh được thì để trống.")
        .example("8"),
    may(Field::FigureSource, "Nguồn số liệu", words(), 18)
        .help("Số lấy từ đâu.")
        .example("Sổ theo dõi của Phòng Văn hóa - Xã hội"),
    may(Field::Supplier, "Đơn vị cung cấp", choice(ChoiceList::Units), 22)
        .help("Đơn vị chịu trách nhiệm về số liệu.")
        .example("Phòng Văn hóa - Xã hội"),
    may(Field::Note, "Ghi chú", words(), 18).help("Ghi chú thêm về chỉ tiêu."),
];

/// Chỉ tiêu thôn.
pub(in crate::contract) const VILLAGE_INDICATORS: &[Column] = &[
    must(Field::Village, "Thôn", choice(ChoiceList::Villages), 22)
        .help("Tên hoặc mã của thôn, đúng như ở trang tính Thôn.")
        .example("Thôn Bến Đá"),
    must(Field::Code, "Mã chỉ tiêu", choice(ChoiceList::Indicators).as_code(), 11)
        .help("Mã chỉ tiêu, đúng như ở trang tính Chỉ tiêu.")
        .example("CT-01"),
    may(Field::Planned, "Kế hoạch", figure(), 12).help("Số giao cho thôn.").example("2"),
    may(Field::Actual, "Thực hiện", figure(), 12).help("Số thôn đã thực hiện; chưa báo cáo thì để trống.").example("1"),
    may(Field::SamePeriod, "Cùng kỳ năm trước", figure(), 12)
        .help("Số thôn thực hiện cùng kỳ năm trước; không so sánh được thì để trống.")
        .example("1"),
];

/// Planned and reached figures beside a state, as clerks' tables of results have them.
pub(in crate::contract) const REGISTER_OF_RESULTS: &[Column] = &[
    typed_by_clerks(Field::PlannedYear, "Kế hoạch năm"),
    typed_by_clerks(Field::Planned, "Kế hoạch kỳ"),
    typed_by_clerks(Field::Actual, "Thực hiện kỳ"),
];

/// Figures that we compute ourselves: read to be compared with the computed ones, never printed.
pub(in crate::contract) const TYPED_COMPARISONS: &[Column] = &[
    typed_by_clerks(Field::TypedPercent, "Tỷ lệ so với kế hoạch (%)"),
    typed_by_clerks(Field::TypedChange, "So với cùng kỳ (%)"),
];

/// The same for a village.
pub(in crate::contract) const TYPED_PERCENT: &[Column] =
    &[typed_by_clerks(Field::TypedPercent, "Tỷ lệ so với kế hoạch (%)")];
