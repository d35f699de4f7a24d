//! The words for the start and the end of a task: «Bắt đầu │ Kết thúc», «Khởi công │ Hoàn thành», «Từ │ Đến».
//!
//! Owns the words. Must not know where they stand. A deadline is the end, never the start; `stacked` asks here.

use crate::vietnamese::fold;

/// Bytes of the longest such words.
const LONGEST: usize = 60;

/// Folded words for a start.
const STARTS: &[&str] = &[
    "bat dau",
    "bat dau ngay",
    "bat dau tu",
    "bat dau tu ngay",
    "bd",
    "khoi cong",
    "khoi dau",
    "khoi dong",
    "mo dau",
    "ngay bat dau",
    "ngay bd",
    "ngay khoi cong",
    "ngay khoi dong",
    "ngay trien khai",
    "start",
    "tg bat dau",
    "tg bd",
    "thoi diem bat dau",
    "thoi gian bat dau",
    "trien khai",
    "tu",
    "tu ngay",
    "tu thang",
    "b d",
    "thang bat dau",
];

/// Folded words for an end.
const ENDS: &[&str] = &[
    "ban giao",
    "den",
    "den het",
    "den het ngay",
    "den ngay",
    "den thang",
    "end",
    "finish",
    "het",
    "het ngay",
    "hoan tat",
    "hoan thanh",
    "hoan thanh ngay",
    "ht",
    "ket thuc",
    "ket thuc ngay",
    "kt",
    "k thuc",
    "k t",
    "ngay hoan tat",
    "ngay hoan thanh",
    "ngay ht",
    "ngay ket thuc",
    "ngay kt",
    "tg hoan thanh",
    "tg ht",
    "tg ket thuc",
    "tg kt",
    "thang hoan thanh",
    "thang ket thuc",
    "thoi diem hoan thanh",
    "thoi diem ket thuc",
    "thoi gian hoan thanh",
    "thoi gian ket thuc",
    "xong",
    "xong ngay",
    "hoan thanh truoc",
    "hoan thanh truoc ngay",
    "ve dich",
    "ban giao ngay",
];

/// First words of a heading about the time of a task.
const TIMES: &[&str] =
    &["thoi gian", "thoi han", "thoi diem", "tien do", "lo trinh", "moc", "ngay", "tg", "han", "ke hoach", "du kien"];

/// One of the two ends of a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

/// The edge that a text names; `None` for any other words.
pub(super) fn edge(text: &str) -> Option<Edge> {
    if text.len() > LONGEST {
        return None;
    }
    let key = fold::key(text);
    if STARTS.contains(&key.as_str()) { Some(Edge::Start) } else { ENDS.contains(&key.as_str()).then_some(Edge::End) }
}

/// The usual wording of a heading for a start or an end, beneath one about the time of a task; `None` for other words.
/// Beneath «Thực tế», the end is the day on which the task was done.
pub(super) fn written_out(parent: &str, child: &str) -> Option<&'static str> {
    let edge = edge(child)?;
    let parent = fold::key(parent);
    let is_actual = parent.split(' ').collect::<Vec<_>>().windows(2).any(|words| words == ["thuc", "te"]);
    let begins =
        |start: &&str| parent.strip_prefix(*start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match edge {
        Edge::Start if is_actual => Some("Ngày thực hiện"),
        Edge::End if is_actual => Some("Ngày hoàn thành thực tế"),
        _ if !TIMES.iter().any(begins) => None,
        Edge::Start => Some("Từ ngày"),
        Edge::End => Some("Đến ngày"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_told_from_an_end() {
        let check = |parent, child, expected| assert_eq!(written_out(parent, child), expected, "{parent} {child}");
        check("Thời gian thực hiện", "Bắt đầu", Some("Từ ngày"));
        check("Thời gian thực hiện", "Kết thúc", Some("Đến ngày"));
        check("Tiến độ", "Khởi công", Some("Từ ngày"));
        check("Tiến độ", "Hoàn thành", Some("Đến ngày"));
        check("T.Gian", "KT", None);
        check("Thời gian", "KT", Some("Đến ngày"));
        check("Thực tế", "Kết thúc", Some("Ngày hoàn thành thực tế"));
        check("Thời gian thực tế", "Bắt đầu", Some("Ngày thực hiện"));
        check("Kết quả", "Hoàn thành", None);
        check("Thời gian thực hiện", "Đợt 1", None);
    }
}
