//! The words of generated workbooks; every name is invented.
//!
//! Owns the lists. Must not know where a word is used: `made` picks by the row's number.

/// Places of villages, all different.
pub(super) const PLACES: [&str; 24] = [
    "Bản Chang",
    "Cồn Dừa",
    "Đá Trắng",
    "Gò Vải",
    "Hang Rắc",
    "Khe Lim",
    "Lũng Phầy",
    "Mỏ Ngà",
    "Nà Cáy",
    "Nương Hạ",
    "Pác Thay",
    "Quán Lá",
    "Rừng Sến",
    "Suối Ngọt",
    "Thung Mây",
    "Lèn Bạc",
    "Vực Sâu",
    "Xóm Chợ",
    "Yên Bụt",
    "Am Cao",
    "Bến Đục",
    "Cầu Tre",
    "Dốc Mít",
    "Đèo Gió",
];

/// Divisions of the commune and bodies in it.
pub(super) const UNITS: [&str; 10] = [
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND xã",
    "Trung tâm Phục vụ hành chính công xã",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trạm Y tế xã",
    "Ban Quản lý dự án xã",
    "Tổ Khuyến nông xã",
    "Đội Thủy nông xã",
];

/// Groups of tasks, in order.
pub(super) const GROUPS: [&str; 6] = [
    "Phát triển kinh tế",
    "Tài chính, ngân sách",
    "Văn hóa, xã hội",
    "Tài nguyên, môi trường",
    "Quốc phòng, an ninh",
    "Xây dựng chính quyền",
];

/// What is done.
pub(super) const VERBS: [&str; 7] =
    ["Rà soát", "Kiểm tra", "Lập danh sách", "Tổ chức tuyên truyền", "Xây dựng kế hoạch", "Hướng dẫn", "Tổng hợp"];

/// What it is done with.
pub(super) const OBJECTS: [&str; 9] = [
    "hộ nghèo, hộ cận nghèo",
    "các tuyến mương nội đồng",
    "cơ sở kinh doanh thực phẩm",
    "diện tích lúa vụ xuân",
    "việc thu gom rác thải",
    "hồ sơ đất ở chưa cấp giấy",
    "người cao tuổi hưởng trợ cấp",
    "công trình nước sạch",
    "việc phòng cháy mùa khô",
];

/// How it is done.
pub(super) const WAYS: [&str; 5] = [
    "báo cáo kết quả để tổng hợp chung toàn xã",
    "có biện pháp xử lý dứt điểm tồn tại",
    "bảo đảm đúng đối tượng và đúng thời gian",
    "phân công cán bộ theo dõi từng tuần",
    "niêm yết công khai tại nhà văn hóa",
];

/// The products of tasks.
pub(super) const PRODUCTS: [&str; 4] = ["Báo cáo", "Danh sách được duyệt", "Biên bản kiểm tra", "Kế hoạch"];

/// The state of a task and its percentage: five of eleven are done.
pub(super) const STATES: [(&str, Option<u32>); 11] = [
    ("Hoàn thành", Some(100)),
    ("Đang thực hiện", Some(60)),
    ("Đã hoàn thành", Some(100)),
    ("Chưa thực hiện", None),
    ("Hoàn thành", Some(100)),
    ("Chờ phê duyệt", Some(90)),
    ("Đã xong", Some(100)),
    ("Tạm dừng", Some(25)),
    ("Hoàn thành", Some(100)),
    ("Chuyển kỳ sau", Some(40)),
    ("Không hoàn thành", Some(30)),
];

/// Results in words.
pub(super) const FINDINGS: [&str; 5] = [
    "Đã rà soát xong các hộ trên địa bàn, danh sách gửi về xã",
    "Đã kiểm tra hiện trường, lập biên bản từng trường hợp",
    "Đã họp thôn hai lượt, số hộ tham dự đạt yêu cầu đề ra",
    "Đang chờ số liệu của các tổ tự quản để đối chiếu lại",
    "Hồ sơ đã hoàn chỉnh, trình lãnh đạo xem xét cho ý kiến",
];

/// Reasons why a task is not done, or was late.
pub(super) const CAUSES: [&str; 3] =
    ["Thời tiết mưa kéo dài", "Thiếu cán bộ chuyên môn", "Các hộ đi làm ăn xa chưa về xác nhận"];
