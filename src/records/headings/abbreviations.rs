//! Abbreviations in headings, written out: «CQ chủ trì», «Hạn HT», «Đ.vị phối hợp».
//!
//! Owns the abbreviations. Must not know what a heading means. `meaning` tries the wordings one after the other, and
//! takes one only where a single meaning fits.

/// Wordings that are tried for one heading.
const MOST_WORDINGS: usize = 24;

/// Folded words of headings and what they abbreviate.
const WORDS: &[(&str, &[&str])] = &[
    ("bc", &["bao cao"]),
    ("bp", &["bo phan"]),
    ("c", &["chu", "cong"]),
    ("ck", &["cung ky"]),
    ("cknt", &["cung ky nam truoc"]),
    ("cq", &["co quan", "co quan chu tri"]),
    ("cqct", &["co quan chu tri"]),
    ("cqph", &["co quan phoi hop"]),
    ("ct", &["chu tri", "chi tieu"]),
    ("ctri", &["chu tri"]),
    ("cv", &["cong viec"]),
    ("d", &["don", "de"]),
    ("dk", &["du kien"]),
    ("dv", &["don vi"]),
    ("dvbc", &["don vi bao cao"]),
    ("dvct", &["don vi chu tri"]),
    ("dvi", &["don vi"]),
    ("dvph", &["don vi phoi hop"]),
    ("dvt", &["don vi tinh"]),
    ("dvth", &["don vi thuc hien"]),
    ("dx", &["de xuat"]),
    ("dxkn", &["de xuat kien nghi"]),
    ("gc", &["ghi chu"]),
    ("h", &["hoan", "han", "hop"]),
    ("hc", &["han che"]),
    ("ht", &["hoan thanh"]),
    ("hthanh", &["hoan thanh"]),
    ("k", &["ket", "ke", "kho", "kien"]),
    ("kh", &["ke hoach"]),
    ("khn", &["ke hoach nam"]),
    ("kk", &["kho khan"]),
    ("kkvm", &["kho khan vuong mac"]),
    ("kn", &["kien nghi"]),
    ("kndx", &["kien nghi de xuat"]),
    ("kq", &["ket qua"]),
    ("kqth", &["ket qua thuc hien"]),
    ("kqua", &["ket qua"]),
    ("lk", &["luy ke"]),
    ("mc", &["minh chung"]),
    ("mnv", &["ma nhiem vu"]),
    ("n", &["nhiem", "noi", "nguyen"]),
    ("nd", &["noi dung"]),
    ("nht", &["ngay hoan thanh"]),
    ("nn", &["nguyen nhan"]),
    ("nv", &["nhiem vu"]),
    ("nvu", &["nhiem vu"]),
    ("p", &["phoi", "pham"]),
    ("ph", &["phoi hop"]),
    ("phop", &["phoi hop"]),
    ("pt", &["phu trach"]),
    ("s", &["san"]),
    ("sp", &["san pham"]),
    ("spdr", &["san pham dau ra"]),
    ("spham", &["san pham"]),
    ("t", &["thoi", "thuc", "tien", "trang", "ty", "tinh"]),
    ("td", &["tien do"]),
    ("tdth", &["tien do thuc hien"]),
    ("tg", &["thoi gian"]),
    ("tght", &["thoi gian hoan thanh"]),
    ("tgian", &["thoi gian"]),
    ("tgth", &["thoi gian thuc hien"]),
    ("th", &["thuc hien", "thoi han"]),
    ("thht", &["thoi han hoan thanh"]),
    ("ti", &["ty"]),
    ("tl", &["ty le"]),
    ("tlht", &["ty le hoan thanh"]),
    ("tt", &["trang thai", "tinh trang"]),
    ("ttth", &["tinh trang thuc hien"]),
    ("v", &["vi", "vuong", "viec"]),
    ("vm", &["vuong mac"]),
];

/// The wordings that a folded heading may abbreviate, most likely first; none where it abbreviates nothing.
pub(super) fn written_out(key: &str) -> Vec<String> {
    // «CT-02» is the code of an indicator.
    if key.split_once(' ').is_some_and(|(_, rest)| rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    let choices = |word: &str| WORDS.binary_search_by_key(&word, |(short, _)| short).ok().map(|at| WORDS[at].1);
    if !key.split(' ').any(|word| choices(word).is_some()) {
        return Vec::new();
    }
    let mut wordings = vec![String::new()];
    for word in key.split(' ') {
        let plain = [word];
        let choices = choices(word).unwrap_or(&plain);
        let joined = |before: &String| {
            let blank = if before.is_empty() { "" } else { " " };
            choices.iter().map(|choice| format!("{before}{blank}{choice}")).collect::<Vec<_>>()
        };
        wordings = wordings.iter().flat_map(joined).take(MOST_WORDINGS).collect();
    }
    wordings
}

#[cfg(test)]
mod tests {
    use super::{WORDS, written_out};

    #[test]
    fn abbreviations_are_sorted_for_the_search() {
        assert!(WORDS.is_sorted_by_key(|(short, _)| short));
    }

    #[test]
    fn headings_are_written_out() {
        let first = |key: &str| written_out(key).first().cloned().unwrap_or_default();
        assert_eq!(first("cq phoi hop"), "co quan phoi hop");
        assert_eq!(first("han ht"), "han hoan thanh");
        assert_eq!(first("d vi"), "don vi");
        assert_eq!(first("don vi chu tri"), "");
        assert_eq!(first("ct 02"), "");
    }
}
