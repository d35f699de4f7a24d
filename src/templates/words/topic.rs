//! The topic behind the title of a plan or a programme: which word stands before it.
//!
//! Owns which topics are activities: these need no verb before them, and never a second one ("triển khai phát triển …").
//! Must not know a paper. The templates' fields use it.

use crate::vietnamese::text;

/// The beginnings of topics that are activities.
const ACTIVITIES: [&str; 82] = [
    "bảo đảm",
    "bảo tồn",
    "bảo vệ",
    "bồi dưỡng",
    "cải cách",
    "cải tạo",
    "cải thiện",
    "chăm lo",
    "chăm sóc",
    "chấn chỉnh",
    "chỉnh trang",
    "chống",
    "chủ động",
    "củng cố",
    "duy trì",
    "đào tạo",
    "đảm bảo",
    "đấu tranh",
    "đẩy lùi",
    "đẩy mạnh",
    "đẩy nhanh",
    "đền ơn",
    "đổi mới",
    "gắn kết",
    "giảm",
    "giải phóng",
    "giải quyết",
    "giữ gìn",
    "giữ vững",
    "hỗ trợ",
    "hoàn thành",
    "hoàn thiện",
    "học tập",
    "huy động",
    "hướng dẫn",
    "hưởng ứng",
    "khắc phục",
    "khuyến khích",
    "kiểm soát",
    "kiểm tra",
    "kiện toàn",
    "mở rộng",
    "nâng cao",
    "nâng cấp",
    "ngăn chặn",
    "nhân rộng",
    "phát động",
    "phát huy",
    "phát triển",
    "phòng cháy",
    "phòng chống",
    "phòng ngừa",
    "phòng tránh",
    "phòng, chống",
    "phòng, tránh",
    "phối hợp",
    "phổ biến",
    "phục hồi",
    "quản lý",
    "rà soát",
    "sắp xếp",
    "siết chặt",
    "sửa chữa",
    "tập huấn",
    "tập trung",
    "tăng cường",
    "thực hành",
    "thực hiện",
    "thu gom",
    "thu hút",
    "thúc đẩy",
    "tiếp tục",
    "tổ chức",
    "triển khai",
    "trồng",
    "truyền thông",
    "tuyên truyền",
    "ứng dụng",
    "ứng phó",
    "vận động",
    "xây dựng",
    "xử lý",
];

/// The beginnings of topics that are fields of work: a programme carries them out.
const FIELDS_OF_WORK: [&str; 5] = ["công tác", "nhiệm vụ", "phong trào", "cuộc vận động", "chính sách"];

/// The topic of a plan: `triển khai công tác dân vận`, `phát triển văn hóa đọc`.
pub(crate) fn carried_out(topic: &str) -> String {
    if begins_with(topic, &ACTIVITIES) { topic.to_owned() } else { format!("triển khai {topic}") }
}

/// The topic of a programme: `thực hiện công tác dân vận`, `phát triển văn hóa đọc`, `về chuyển đổi số`.
pub(crate) fn acted_on(topic: &str) -> String {
    if begins_with(topic, &ACTIVITIES) {
        topic.to_owned()
    } else if begins_with(topic, &FIELDS_OF_WORK) {
        format!("thực hiện {topic}")
    } else {
        format!("về {topic}")
    }
}

fn begins_with(topic: &str, beginnings: &[&str]) -> bool {
    let small = text::lower(topic);
    let behind = |beginning: &&str| small.strip_prefix(*beginning);
    beginnings.iter().filter_map(behind).any(|rest| rest.starts_with([' ', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_has_no_second_verb() {
        for (topic, plan, programme) in [
            ("công tác dân vận", "triển khai công tác dân vận", "thực hiện công tác dân vận"),
            ("chuyển đổi số", "triển khai chuyển đổi số", "về chuyển đổi số"),
            ("phát triển văn hóa đọc", "phát triển văn hóa đọc", "phát triển văn hóa đọc"),
            ("phòng, chống thiên tai", "phòng, chống thiên tai", "phòng, chống thiên tai"),
            ("giảm nghèo bền vững", "giảm nghèo bền vững", "giảm nghèo bền vững"),
            ("việc làm cho thanh niên", "triển khai việc làm cho thanh niên", "về việc làm cho thanh niên"),
            ("Đề án 06", "triển khai Đề án 06", "về Đề án 06"),
            ("phòng khám ban đêm", "triển khai phòng khám ban đêm", "về phòng khám ban đêm"),
        ] {
            assert_eq!(carried_out(topic), plan);
            assert_eq!(acted_on(topic), programme);
        }
    }
}
