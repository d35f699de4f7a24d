//! The beginnings that are ordinary words, never a name: their capital may become small inside a sentence.
//!
//! Owns these words. No name may begin with one («Chính phủ», «Sở Nội vụ», «Mặt trận Tổ quốc» do not: Phụ lục II).
//! Must not know where a text stands: `capitals` decides.

/// Whether a text begins with a word, or two, that begin no name.
#[must_use]
pub fn is_ordinary(text: &str) -> bool {
    let mut words = text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty());
    let (Some(first), second) = (words.next(), words.next().unwrap_or_default()) else { return false };
    let (first, is_end) = bare(first);
    // A capital further on is a name («Kiểm Tra»), or an abbreviation («TTHC»).
    if first.chars().skip(1).any(char::is_uppercase) {
        return false;
    }
    let first = super::text::lower(first);
    if LINKING_WORDS.contains(&first.as_str()) {
        return true;
    }
    let (second, _) = bare(second);
    // «Thôn Gò Mây», «Tháng 9»: the name is what follows, or there is none (Phụ lục II).
    let is_quarter = first == "quý" && !second.is_empty() && second.bytes().all(|byte| b"IV".contains(&byte));
    let is_numbered = is_quarter || second.starts_with(|digit: char| digit.is_ascii_digit());
    let is_before_a_name = VILLAGE_WORDS.contains(&first.as_str()) && second.starts_with(char::is_uppercase);
    if is_before_a_name
        || is_numbered && (VILLAGE_WORDS.contains(&first.as_str()) || TIME_WORDS.contains(&first.as_str()))
    {
        return true;
    }
    if second.starts_with(char::is_uppercase) {
        return false;
    }
    if ORDINARY_WORDS.contains(&first.as_str()) {
        return true;
    }
    // «Quyết định kiện toàn» is one of many, «Quyết định số 12» is one document.
    if DOCUMENT_KINDS.contains(&(first.as_str(), second)) {
        let third = text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).nth(2).unwrap_or_default();
        return third.starts_with(char::is_lowercase) && third != "số" && !is_end;
    }
    let mut seconds = ORDINARY_PAIRS.iter().filter(|(known, _)| *known == first).flat_map(|(_, seconds)| *seconds);
    !is_end && seconds.any(|known| *known == second)
}

/// Whether a text begins with a word that joins a clause or a time to what follows, whatever capital that has: «Do UBND
/// tỉnh …», «Quý I năm 2027».
#[must_use]
pub(super) fn begins_clause(text: &str) -> bool {
    const JOINING: [&str; 8] = ["do", "theo", "tại", "khi", "nếu", "chưa", "đã", "đang"];
    let mut words = text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty());
    let first = super::text::lower(words.next().unwrap_or_default());
    let is_joined = |second: &str| second.chars().take(2).filter(|letter| letter.is_uppercase()).count() == 2;
    let second = words.next().unwrap_or_default();
    JOINING.contains(&first.as_str()) && is_joined(second)
        || first == "quý" && matches!(bare(second).0, "I" | "II" | "III" | "IV")
}

/// A word without the marks behind it, and whether there was one.
fn bare(word: &str) -> (&str, bool) {
    let bare = word.trim_end_matches([',', ';', ':', '.', ')']);
    (bare, bare.len() < word.len())
}

/// Words that begin no name, whatever follows: a name may, and keeps its own capital.
const LINKING_WORDS: &[&str] = &[
    "các", "có", "cho", "chưa", "cùng", "còn", "do", "dù", "đang", "đã", "được", "để", "khi", "không", "một", "mỗi",
    "nếu", "những", "sẽ", "tại", "tất", "theo", "trong", "từng", "vì", "bị", "nhiều",
];

/// What a settlement is called, before its name or number.
const VILLAGE_WORDS: &[&str] = &["thôn", "ấp", "bản", "buôn", "xóm", "làng", "khóm", "phum", "sóc"];

/// Measures of time, before a number.
const TIME_WORDS: &[&str] = &["tháng", "ngày", "quý", "năm", "tuần"];

/// Words that begin no name before a word in small letters.
const ORDINARY_WORDS: &[&str] = &[
    "bước", "bổ", "bố", "cách", "cán", "cần", "chậm", "chọn", "chờ", "cũng", "cơ", "cập", "cắt", "cấp", "dọn", "duy",
    "dùng", "giao", "giúp", "giải", "giảm", "giữ", "góp", "gắn", "gồm", "gửi", "hai", "hiện", "hoàn", "huy", "hết",
    "họp", "hỗ", "khảo", "khắc", "khó", "kiện", "kèm", "kịp", "ký", "kéo", "lắp", "lập", "lấy", "làm", "mua", "mới",
    "mở", "mời", "ngoài", "nhận", "nhắc", "niêm", "nâng", "nêu", "nạo", "nhập", "nộp", "ra", "rà", "sau", "soạn",
    "sắp", "số", "sửa", "thiếu", "thẩm", "thực", "tiến", "tiếp", "toàn", "treo", "triển", "trước", "trồng", "truyền",
    "trình", "tuyên", "tuy", "tạo", "từ", "tăng", "tổn", "tỷ", "tỉ", "việc", "vận", "về", "vẫn", "xác", "xây", "xử",
    "xóa", "xin", "xét", "yêu", "đánh", "đạt", "đăng", "đôn", "đưa", "đẩy", "đến", "đối", "đầu", "ít", "ưu", "ổn",
];

/// Kinds of documents: the name of one begins with its kind.
const DOCUMENT_KINDS: &[(&str, &str)] = &[
    ("quyết", "định"),
    ("kế", "hoạch"),
    ("báo", "cáo"),
    ("tờ", "trình"),
    ("công", "văn"),
    ("thông", "báo"),
    ("nghị", "quyết"),
    ("chương", "trình"),
    ("danh", "sách"),
    ("danh", "mục"),
    ("văn", "bản"),
];

/// Words that begin names too («Công an», «Tổ công nghệ số»), each with the words behind it that make an ordinary one.
const ORDINARY_PAIRS: &[(&str, &[&str])] = &[
    ("bảo", &["đảm", "vệ", "dưỡng", "trì", "quản"]),
    ("biên", &["bản", "soạn", "chế"]),
    ("thông", &["tin", "qua", "suốt"]),
    ("thường", &["xuyên"]),
    ("tập", &["huấn", "trung"]),
    ("kết", &["quả", "hợp", "nạp", "nối"]),
    ("hướng", &["dẫn", "tới"]),
    ("chỉ", &["đạo", "tiêu", "còn", "đạt"]),
    ("đề", &["nghị", "xuất", "ra"]),
    ("dự", &["kiến", "toán", "báo", "thảo", "trữ"]),
    ("nhân", &["lực", "rộng", "công", "khẩu", "sự"]),
    ("an", &["toàn", "sinh", "ninh"]),
    ("ban", &["hành"]),
    ("bà", &["con"]),
    ("bàn", &["giao", "bạc"]),
    ("chi", &["trả", "phí", "tiết"]),
    ("chuyển", &["đổi", "giao", "tiếp", "sang", "hồ", "đơn"]),
    ("chăm", &["sóc", "lo"]),
    ("chăn", &["nuôi"]),
    ("chất", &["lượng"]),
    ("chế", &["độ", "biến"]),
    ("chủ", &["động", "trì", "trương", "yếu"]),
    ("chính", &["sách", "quyền"]),
    ("công", &["nghệ", "nghiệp", "khai", "nhận", "suất", "cụ", "việc", "tác", "trình", "chức", "bố", "dân"]),
    ("cử", &["cán", "người", "tri"]),
    ("cải", &["cách", "tạo", "thiện"]),
    ("dân", &["cư", "số", "sinh", "chủ"]),
    ("dữ", &["liệu"]),
    ("diện", &["tích"]),
    ("doanh", &["nghiệp", "thu"]),
    ("giám", &["sát"]),
    ("giáo", &["viên", "dục"]),
    ("giấy", &["tờ"]),
    ("giá", &["cả", "trị", "vật"]),
    ("gia", &["đình", "hạn", "súc", "cầm"]),
    ("hoạt", &["động"]),
    ("hộ", &["dân", "kinh", "nghèo", "cận", "gia", "chăn", "mới", "ký", "dùng", "sử", "có", "được"]),
    ("hồ", &["sơ"]),
    ("hệ", &["thống"]),
    ("học", &["sinh", "viên", "tập"]),
    ("hợp", &["đồng", "nhất"]),
    ("hưởng", &["ứng"]),
    ("kinh", &["phí", "tế", "doanh", "nghiệm"]),
    ("kiểm", &["tra", "soát", "kê", "điểm", "nghiệm"]),
    ("khai", &["thác", "báo", "giảng", "trương"]),
    ("khối", &["lượng"]),
    ("khu", &["vực"]),
    ("lao", &["động"]),
    ("liên", &["hệ", "kết", "quan"]),
    ("lượng", &["mưa", "hồ"]),
    ("lực", &["lượng"]),
    ("lãnh", &["đạo"]),
    ("lồng", &["ghép"]),
    ("lưu", &["trữ", "ý"]),
    ("mạng", &["lưới", "internet"]),
    ("mặt", &["bằng"]),
    ("mẫu", &["hồ", "biểu", "phiếu", "đơn"]),
    ("máy", &["tính", "móc", "in"]),
    ("mưa", &["lớn", "lũ", "bão", "nhiều"]),
    ("mức", &["độ", "thu"]),
    ("nguồn", &["lực", "vốn", "kinh", "nước"]),
    ("nguyên", &["nhân", "liệu"]),
    ("nghiệm", &["thu"]),
    ("nghiên", &["cứu"]),
    ("người", &["dân", "lao", "cao", "có", "tham", "nghèo"]),
    ("nhu", &["cầu"]),
    ("nhiệm", &["vụ"]),
    ("nhà", &["ở", "văn", "thầu"]),
    ("nông", &["nghiệp", "dân", "sản", "thôn"]),
    ("nội", &["dung"]),
    ("phát", &["huy", "động", "triển", "sinh", "hành", "thanh", "hiện", "được", "tờ"]),
    ("phân", &["công", "loại", "bổ", "tích"]),
    ("phê", &["duyệt"]),
    ("phòng", &["chống", "ngừa"]),
    ("phối", &["hợp"]),
    ("phổ", &["biến"]),
    ("phụ", &["nữ", "huynh"]),
    ("phương", &["tiện", "án", "pháp"]),
    ("phục", &["vụ", "hồi"]),
    ("phí", &["dịch"]),
    ("quan", &["tâm", "trắc"]),
    ("quy", &["định", "hoạch", "mô", "trình", "chế"]),
    ("quá", &["trình", "tải"]),
    ("quản", &["lý"]),
    ("quyết", &["toán", "tâm"]),
    ("quét", &["dọn"]),
    ("quỹ", &["đất"]),
    ("sản", &["xuất", "phẩm", "lượng"]),
    ("san", &["lấp"]),
    ("sinh", &["hoạt"]),
    ("siết", &["chặt"]),
    ("sơ", &["kết"]),
    ("sẵn", &["sàng"]),
    ("sử", &["dụng"]),
    ("sự", &["phối", "tham", "vào"]),
    ("tham", &["mưu", "gia", "vấn", "quan"]),
    ("thanh", &["toán", "tra", "lý"]),
    ("thi", &["công", "hành", "đua"]),
    ("thời", &["gian", "tiết", "hạn", "điểm"]),
    ("thiết", &["bị", "kế", "lập"]),
    ("thiên", &["tai"]),
    ("thu", &["gom", "hút", "hồi", "thập", "hoạch", "ngân", "được", "nhập"]),
    ("thành", &["lập", "viên"]),
    ("tháo", &["gỡ", "dỡ"]),
    ("thống", &["nhất", "kê"]),
    ("thủ", &["tục"]),
    ("thăm", &["hỏi"]),
    ("thảo", &["luận"]),
    ("tinh", &["thần", "gọn"]),
    ("tiêm", &["phòng", "vắc"]),
    ("tiếng", &["ồn"]),
    ("tích", &["cực", "hợp"]),
    ("tình", &["hình", "trạng"]),
    ("tổ", &["chức"]),
    ("tổng", &["hợp", "kết", "số", "vốn", "diện", "thu", "kinh"]),
    ("trao", &["tặng", "quà", "đổi"]),
    ("trang", &["bị", "thiết"]),
    ("tranh", &["thủ", "chấp"]),
    ("trách", &["nhiệm"]),
    ("trên", &["cơ", "địa"]),
    ("trả", &["kết", "lời"]),
    ("trẻ", &["em"]),
    ("tu", &["sửa", "bổ"]),
    ("tư", &["vấn", "liệu"]),
    ("tìm", &["hiểu", "kiếm"]),
    ("tiền", &["sử", "lương", "thuê"]),
    ("ứng", &["dụng", "trực", "phó"]),
    ("vai", &["trò"]),
    ("văn", &["hóa", "nghệ", "bản"]),
    ("vốn", &["đầu", "vay", "đối"]),
    ("vướng", &["mắc"]),
    ("vệ", &["sinh"]),
    ("vật", &["tư", "liệu", "nuôi"]),
    ("ý", &["thức", "kiến"]),
    ("xe", &["công", "chở"]),
    ("xã", &["hội"]),
    ("đa", &["số", "dạng"]),
    ("đảm", &["bảo"]),
    ("đất", &["đai", "nông", "ở"]),
    ("địa", &["bàn", "phương", "hình", "chính", "điểm"]),
    ("điều", &["chỉnh", "tra", "kiện", "động", "hành"]),
    ("đồng", &["bộ", "thời", "hành"]),
    ("đội", &["ngũ"]),
    ("đơn", &["giá", "giản", "thư"]),
    ("định", &["kỳ", "hướng", "mức"]),
    ("đoàn", &["kết", "viên"]),
    ("đào", &["tạo"]),
    ("đại", &["đa", "hội"]),
    ("đời", &["sống"]),
    ("đường", &["giao", "truyền", "dây", "liên", "sá"]),
    ("đóng", &["góp"]),
    ("đấu", &["thầu", "giá", "tranh"]),
    ("động", &["viên"]),
    ("hạ", &["tầng"]),
    ("hàng", &["hóa", "năm", "tháng", "quý"]),
    ("hằng", &["năm", "tháng", "quý"]),
    ("dịch", &["vụ", "bệnh"]),
    ("trật", &["tự"]),
    ("môi", &["trường"]),
    ("mô", &["hình"]),
    ("bình", &["quân", "xét", "đẳng"]),
    ("bồi", &["dưỡng", "thường"]),
    ("bán", &["hàng"]),
    ("bệnh", &["nhân", "dịch"]),
    ("cây", &["trồng", "xanh"]),
    ("con", &["giống"]),
    ("trụ", &["sở"]),
    ("tài", &["liệu", "sản", "chính", "khoản", "nguyên"]),
    ("tầng", &["lớp"]),
    ("nước", &["sạch", "sinh"]),
    ("rác", &["thải"]),
    ("thuế", &["suất"]),
    ("tín", &["dụng"]),
    ("lúa", &["vụ", "đông", "hè", "thu"]),
    ("năng", &["lực", "suất"]),
    ("nhóm", &["hộ", "nhiệm"]),
    ("đoạn", &["đường"]),
    ("tuyến", &["đường"]),
    ("cuộc", &["họp", "vận"]),
    ("buổi", &["họp", "tuyên"]),
    ("lớp", &["tập"]),
    ("lễ", &["hội", "phát"]),
    ("danh", &["sách", "mục"]),
    ("bảng", &["niêm", "tổng", "phân", "theo", "kê"]),
    ("phiếu", &["khảo", "lấy", "đánh"]),
    ("sổ", &["theo", "tay"]),
    ("mẫu", &["biểu"]),
    ("hình", &["ảnh"]),
    ("trực", &["theo", "ban", "tiếp", "tuyến"]),
    ("vị", &["trí"]),
    ("thể", &["dục", "thao", "chế"]),
    ("y", &["tế"]),
    ("du", &["lịch"]),
    ("thương", &["mại"]),
    ("quốc", &["phòng"]),
    ("tôn", &["giáo"]),
    ("khoa", &["học"]),
    ("lĩnh", &["vực"]),
    ("ngân", &["sách"]),
    ("quân", &["sự"]),
    ("lâm", &["nghiệp"]),
    ("thủy", &["sản", "lợi"]),
    ("tiểu", &["thủ"]),
    ("khoáng", &["sản"]),
    ("đô", &["thị"]),
    ("khen", &["thưởng"]),
    ("tệ", &["nạn"]),
    ("cháy", &["nổ"]),
    ("rừng", &["trồng", "phòng"]),
    ("trường", &["học"]),
    ("chợ", &["dân"]),
    ("phong", &["trào"]),
    ("nếp", &["sống"]),
    ("di", &["tích", "sản", "tản"]),
    ("vùng", &["trồng", "sản"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::capitals::in_a_sentence;

    #[test]
    fn an_ordinary_beginning_is_small() {
        let texts =
            ["Đã phát 71 lượt", "Tổ chức 12 buổi họp dân", "Kiểm tra 46 máy", "Tập huấn, hướng dẫn", "Số hộ mới"];
        let small =
            ["đã phát 71 lượt", "tổ chức 12 buổi họp dân", "kiểm tra 46 máy", "tập huấn, hướng dẫn", "số hộ mới"];
        assert_eq!(texts.map(in_a_sentence), small);
    }

    #[test]
    fn a_name_keeps_its_capital() {
        let names = [
            "Chính phủ chưa ban hành",
            "Ban Chỉ đạo xã",
            "Sở Nội vụ chậm trả lời",
            "Mặt trận Tổ quốc Việt Nam xã",
            "Tổ công nghệ số cộng đồng",
            "Công an xã",
            "Đoàn Thanh niên",
            "Đoàn thanh niên",
            "UBND xã",
            "Bến Tre",
            "Hội Nông dân",
            "Thu Hà",
            "An Thượng",
            "Tổng cục Thuế",
            "02 lớp, 91 người",
            "",
            "Kiểm Tra",
        ];
        assert_eq!(names.map(in_a_sentence), names.map(str::to_owned));
    }

    #[test]
    fn a_word_of_the_lists_is_listed_once() {
        let is_whole = |word: &&str| ORDINARY_WORDS.contains(word) || LINKING_WORDS.contains(word);
        let both = ORDINARY_PAIRS.iter().map(|(word, _)| *word).filter(is_whole);
        assert_eq!(both.collect::<Vec<_>>(), [""; 0]);
    }
}
