//! The capitals of a subject: the first one, which is small inside a sentence, and those of a text in capitals.
//!
//! Owns the beginnings of subjects: known to be ordinary, known to be a name, or unknown. Must not know the paper.
//! The ordinary beginnings of any text are in `first_word`.

use super::first_word::{begins_clause, is_ordinary};
use super::text::{capitalized, lower, sentence_case};

/// The first capital of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstCapital {
    /// There is none: it begins with a small letter, a digit or a mark.
    Missing,
    /// It begins an ordinary word: inside a sentence it is small.
    Ordinary,
    /// It begins a name or an abbreviation, and stays.
    Name,
    /// Nothing is known of the word, so it stays.
    Unknown,
}

impl FirstCapital {
    /// The first capital of this text.
    ///
    /// # Examples
    /// ```
    /// use vanthu::vietnamese::capitals::FirstCapital;
    /// assert_eq!(FirstCapital::of("Chuyển đổi số"), FirstCapital::Ordinary);
    /// assert_eq!(FirstCapital::of("Chính phủ số"), FirstCapital::Name);
    /// assert_eq!(FirstCapital::of("UBND xã"), FirstCapital::Name);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut letters = text.chars();
        if !letters.next().is_some_and(char::is_uppercase) {
            return Self::Missing;
        }
        if begins_clause(text) {
            return Self::Ordinary;
        }
        let mut words = text.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        // A name has capitals in every syllable, or in the first syllable of each of its parts.
        if first.chars().skip(1).any(|letter| letter.is_uppercase() || letter.is_ascii_digit())
            || second.starts_with(|letter: char| letter.is_uppercase())
        {
            return Self::Name;
        }
        let bare = |word: &str| lower(word.trim_end_matches(|letter: char| !letter.is_alphanumeric()));
        let pair = format!("{} {}", bare(first), bare(second));
        let (first, pair) = (bare(first), pair.trim_end());
        let knows = |list: &[&str], word: &str| list.binary_search(&word).is_ok();
        // "Kết luận số 57", "Kế hoạch 12/KH-UBND" are cited, "Kết luận cuộc họp" is not.
        let is_number = |word: &str| lower(word) == "số" || word.starts_with(|letter: char| letter.is_ascii_digit());
        let is_cited = words.next().is_some_and(is_number);
        if knows(&NAMES, pair) || CITED.contains(&pair) && is_cited {
            Self::Name
        } else if is_ordinary(text) || knows(&SUBJECT_PAIRS, pair) || CITED.contains(&pair) {
            Self::Ordinary
        } else if knows(&NAMES, &first) {
            Self::Name
        } else if knows(&SUBJECT_WORDS, &first) {
            Self::Ordinary
        } else {
            Self::Unknown
        }
    }
}

/// A text typed in capitals, or with a capital in each syllable of its ordinary words, in sentence case; `None` for any
/// other text. Names inside it lose their capitals: they can't be told apart any more.
#[must_use]
pub fn from_capitals(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let has_letters = |word: &&&str| word.starts_with(char::is_alphabetic);
    let letters: Vec<&&str> = words.iter().filter(has_letters).collect();
    if letters.len() < 2 {
        return None;
    }
    if letters.iter().all(|word| !word.chars().any(char::is_lowercase)) {
        return Some(sentence_case(text));
    }
    let small = lower(text);
    let is_title_case = letters.len() > 2
        && letters.iter().all(|word| word.starts_with(char::is_uppercase))
        && FirstCapital::of(&capitalized(&small)) == FirstCapital::Ordinary;
    is_title_case.then(|| capitalized(&small))
}

/// The text as it is written inside a sentence: its first letter is small where it certainly begins no name.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::capitals::in_a_sentence;
/// assert_eq!(in_a_sentence("Chuyển đổi số"), "chuyển đổi số");
/// assert_eq!(in_a_sentence("Nghị quyết số 57"), "Nghị quyết số 57");
/// ```
#[must_use]
pub fn in_a_sentence(text: &str) -> String {
    if FirstCapital::of(text) == FirstCapital::Ordinary { with_small_letter(text) } else { text.to_owned() }
}

/// The words of a cell behind a colon or a comma: there a kind of document without a number and the word «thôn» before
/// a name are small too, which may begin the name of a subject.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::capitals::in_a_list;
/// assert_eq!(in_a_list("Quyết định kiện toàn"), "quyết định kiện toàn");
/// assert_eq!(in_a_list("Thôn Gò Mây chưa có"), "thôn Gò Mây chưa có");
/// assert_eq!(in_a_list("Quyết định số 31/QĐ-UBND"), "Quyết định số 31/QĐ-UBND");
/// ```
#[must_use]
pub fn in_a_list(text: &str) -> String {
    let is_small = text.starts_with(char::is_uppercase) && is_ordinary(text);
    if is_small { with_small_letter(text) } else { in_a_sentence(text) }
}

fn with_small_letter(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| lower(&letter.to_string())).unwrap_or_default();
    first + letters.as_str()
}

/// Documents that are names only where their number follows.
#[rustfmt::skip]
const CITED: [&str; 19] = [
    "kết luận", "thông báo", "quyết định", "kế hoạch", "chương trình", "tờ trình", "đề án", "dự án", "phương án",
    "quy chế", "quy định", "hướng dẫn", "công văn", "chỉ thị", "nghị quyết", "báo cáo", "văn bản", "biên bản", "giấy mời",
];

/// First syllables of subjects that begin no name before a word in small letters; sorted.
#[rustfmt::skip]
const SUBJECT_WORDS: [&str; 27] = [
    "bởi", "chuyển", "chuẩn", "chăm", "cải", "dưới", "hầu", "khai", "mọi", "nghiên", "nguồn", "người", "nhu", "nhằm",
    "phát", "phần", "phối", "quản", "rút", "sử", "tham", "thu", "trên", "trả", "với", "ở", "ứng",
];

/// First two syllables of subjects, without marks between them, that begin no name; sorted.
#[rustfmt::skip]
const SUBJECT_PAIRS: [&str; 104] = [
    "bài trừ", "bão lũ", "bê tông", "bảo trợ", "bảo tồn", "bầu cử", "cai nghiện", "canh gác", "chiếu sáng",
    "chào mừng", "chỉnh trang", "chống buôn", "chống dịch", "chống hạn", "chống lãng", "chống thất", "chợ nông",
    "chủ đề", "cung cấp", "cưỡng chế", "cứng hóa", "cứu nạn", "cứu trợ", "di dời", "diễn tập", "dân quân", "dân tộc",
    "dân vận", "dịch tả", "gọi công", "hiệu quả", "hoà giải", "huấn luyện", "hành chính", "hòa giải", "hạn hán",
    "hộ tịch", "hội nghị", "hội nhập", "hội thi", "hội thảo", "hợp tác", "khiếu nại", "khuyến học", "khuyến nông",
    "khởi nghiệp", "kiến nghị", "kết cấu", "kết nghĩa", "kỷ niệm", "lũ lụt", "lịch sử", "ngăn chặn", "ngăn ngừa",
    "nắm bắt", "nắm tình", "nội bộ", "phun khử", "phòng cháy", "phòng chống", "phương hướng", "phổ cập", "quan hệ",
    "quyền trẻ", "quảng bá", "sáng tạo", "sáp nhập", "thanh niên", "thanh quyết", "thu chi", "thuỷ lợi", "thông báo",
    "tiêm chủng", "tiêu thụ", "tiết kiệm", "tra cứu", "tri ân", "trợ giúp", "tuyển chọn", "tuyển dụng", "tuyển quân",
    "tuần tra", "tín ngưỡng", "tư pháp", "tỉa cây", "tố cáo", "tổng rà", "tổng điều", "vay vốn", "viên chức",
    "viễn thông", "văn hoá", "văn thư", "xoá nhà", "xoá đói", "xuất bản", "xúc tiến", "điện lực", "đón tết", "đền bù",
    "định danh", "đốn hạ", "đổi mới", "ủng hộ",
];

/// First syllables and pairs of names whose next syllable is small, or of documents cited by name; sorted.
#[rustfmt::skip]
const NAMES: [&str; 67] = [
    "ban", "bí thư", "bưu điện", "bảo hiểm", "bộ", "bộ luật", "chi bộ", "chi cục", "chính phủ", "chương trình",
    "chỉ số", "chỉ thị", "chủ nhật", "chủ tịch", "công an", "công ty", "công đoàn", "cục", "dự án", "hiến pháp",
    "hội", "hội đồng", "kho bạc", "kiểm toán", "kế hoạch", "luật", "mặt trận", "nghị quyết", "nghị định",
    "ngày", "ngày hội", "ngân hàng", "nhà nước", "nhân dân", "năm", "pháp lệnh", "phó chủ", "quyết định", "quân đội",
    "quốc hội", "quỹ", "sở", "thanh tra", "tháng", "thông tư", "thường trực", "thủ tướng", "toà án", "trung tâm",
    "trường", "trạm", "tuần", "tòa án", "tết", "tỉnh uỷ", "tỉnh ủy", "uỷ ban", "viện", "văn phòng", "đoàn", "đại hội",
    "đảng", "đảng bộ", "đảng uỷ", "đảng ủy", "đề án", "ủy ban",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_apart() {
        for list in [&SUBJECT_WORDS[..], &SUBJECT_PAIRS, &NAMES] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }

    #[test]
    fn ordinary_words_lose_their_capital() {
        for text in [
            "Chuyển đổi số",
            "Ban hành quy chế",
            "Kết luận cuộc họp",
            "Phòng, chống thiên tai",
            "Công tác dân vận",
            "Bảo vệ môi trường",
            "Các thôn",
            "Số hóa",
        ] {
            let small = in_a_sentence(text);
            assert_eq!((small.to_lowercase() == text.to_lowercase(), small == text), (true, false), "{text}");
        }
    }

    #[test]
    fn names_keep_their_capital() {
        for text in [
            "Chính phủ chưa ban hành hướng dẫn",
            "Ban Chỉ đạo xã chưa họp",
            "Sở Nội vụ chưa trả lời",
            "Mặt trận Tổ quốc xã vận động",
            "Đảng và Nhà nước",
            "Nhân dân đồng thuận",
            "Công an xã",
            "Kết luận số 57-KL/TW",
            "Phòng Kinh tế",
            "Đề án 06",
            "UBND xã",
            "Bảo Lâm",
            "Bảo hiểm xã hội",
            "Trăng Non",
            "iOffice",
        ] {
            assert_eq!(in_a_sentence(text), text);
        }
    }

    #[test]
    fn capitals_are_told_from_a_sentence() {
        assert_eq!(from_capitals("CHUYỂN ĐỔI SỐ NĂM 2027").as_deref(), Some("Chuyển đổi số năm 2027"));
        assert_eq!(from_capitals("Chuyển Đổi Số").as_deref(), Some("Chuyển đổi số"));
        for text in ["Chuyển đổi số", "OCOP", "CNTT 2027", "Sơn La Xanh", "Đề án 06"] {
            assert_eq!(from_capitals(text), None, "{text}");
        }
    }
}
