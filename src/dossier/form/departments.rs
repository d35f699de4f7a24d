//! Departments and ministries that were merged into others on 1 March 2025, and what they are called now (L-72).
//!
//! Owns recognising them in a name and in a sentence. Must not know where the name stands. `abolished` asks it.

use crate::vietnamese::fold;

/// Their fields, folded, in full and in short, with today's.
const MERGED: [(&str, &str); 22] = [
    ("thong tin va truyen thong", "Khoa học và Công nghệ"),
    ("thong tin truyen thong", "Khoa học và Công nghệ"),
    ("tt tt", "Khoa học và Công nghệ"),
    ("tttt", "Khoa học và Công nghệ"),
    ("ke hoach va dau tu", "Tài chính"),
    ("ke hoach dau tu", "Tài chính"),
    ("kh dt", "Tài chính"),
    ("khdt", "Tài chính"),
    ("lao dong thuong binh va xa hoi", "Nội vụ"),
    ("lao dong tb va xh", "Nội vụ"),
    ("ld tb xh", "Nội vụ"),
    ("ld tbxh", "Nội vụ"),
    ("ldtb xh", "Nội vụ"),
    ("ldtbxh", "Nội vụ"),
    ("tai nguyen va moi truong", "Nông nghiệp và Môi trường"),
    ("tn mt", "Nông nghiệp và Môi trường"),
    ("tnmt", "Nông nghiệp và Môi trường"),
    ("nong nghiep va phat trien nong thon", "Nông nghiệp và Môi trường"),
    ("nn ptnt", "Nông nghiệp và Môi trường"),
    ("nnptnt", "Nông nghiệp và Môi trường"),
    ("giao thong van tai", "Xây dựng"),
    ("gtvt", "Xây dựng"),
];

/// The merged department or ministry that a text names, as typed, and its name of today.
pub(in crate::dossier) fn in_text(text: &str) -> Option<(&str, String)> {
    // This looks at every text that is printed.
    if !text.contains("Sở ") && !text.contains("Bộ ") {
        return None;
    }
    ["Sở ", "Bộ "].into_iter().find_map(|level| {
        text.match_indices(level).find_map(|(start, _)| {
            let is_word = !text[..start].ends_with(char::is_alphanumeric);
            let (length, now) = merged(&text[start + level.len()..]).filter(|_| is_word)?;
            Some((&text[start..start + level.len() + length], format!("{level}{now}")))
        })
    })
}

/// The merged field that a text begins with: its length, and today's.
fn merged(text: &str) -> Option<(usize, &'static str)> {
    const MOST_WORDS: usize = 9;
    let words: Vec<(std::ops::Range<usize>, String)> = fold::words(text.get(..text.len().min(80)).unwrap_or(text));
    let words = &words[..words.len().min(MOST_WORDS)];
    MERGED.iter().find_map(|(field, now)| {
        let count = field.split(' ').count();
        let typed = words.get(..count)?;
        let is_same = field.split(' ').zip(typed).all(|(expected, (_, key))| expected == key);
        is_same.then(|| (typed[count - 1].0.end, *now))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_departments_are_found() {
        for (text, typed, now) in [
            ("Báo cáo Sở TT&TT về hạ tầng", "Sở TT&TT", "Sở Khoa học và Công nghệ"),
            ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
            ("Sở LĐ-TB&XH tỉnh", "Sở LĐ-TB&XH", "Sở Nội vụ"),
            ("gửi Bộ Kế hoạch và Đầu tư", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
            ("Sở NN&PTNT", "Sở NN&PTNT", "Sở Nông nghiệp và Môi trường"),
        ] {
            assert_eq!(in_text(text), Some((typed, now.to_owned())), "{text}");
        }
        for text in ["Sở Nội vụ", "cán bộ kế hoạch và đầu tư", "Sở Tài chính", "Sở Khoa học và Công nghệ", "Sở "]
        {
            assert_eq!(in_text(text), None, "{text}");
        }
    }
}
