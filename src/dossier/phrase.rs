//! Names as word sequences, so that "UBMTTQ xã" and "Ủy ban Mặt trận Tổ quốc xã" are one name.
//!
//! Owns the abbreviations that offices use in Nơi nhận. Must not know any unit or sheet. `standing`, `collective` and
//! the rules about Nơi nhận compare with it.

use crate::vietnamese::fold;
use crate::vietnamese::tone::{ToneStyle, restyle};

/// Abbreviations of one word, in small letters; none that could stand for two things ("TT").
const ABBREVIATIONS: [(&str, &str); 31] = [
    ("&", "và"),
    ("bch", "ban chỉ huy"),
    ("bchqs", "ban chỉ huy quân sự"),
    ("btv", "ban thường vụ"),
    ("ca", "công an"),
    ("ccb", "cựu chiến binh"),
    ("chqs", "chỉ huy quân sự"),
    ("cq", "cơ quan"),
    ("ct", "chủ tịch"),
    ("đu", "đảng ủy"),
    ("hcc", "hành chính công"),
    ("hđnd", "hội đồng nhân dân"),
    ("kt", "kinh tế"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("mttq", "mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("p", "phòng"),
    ("pct", "phó chủ tịch"),
    ("pvhcc", "phục vụ hành chính công"),
    ("qs", "quân sự"),
    ("tdp", "tổ dân phố"),
    ("tncs", "thanh niên cộng sản"),
    ("tp", "thành phố"),
    ("ttđu", "thường trực đảng ủy"),
    ("tthđnd", "thường trực hội đồng nhân dân"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubnd", "ủy ban nhân dân"),
    ("vh", "văn hóa"),
    ("vhxh", "văn hóa xã hội"),
    ("vp", "văn phòng"),
];

/// Words in small letters with their marks, each between two blanks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase(String);

impl Phrase {
    /// The words of a text, abbreviations written out, tone marks in one manner.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let small = restyle(&fold::exact(text).to_lowercase(), ToneStyle::Old).replace('&', " & ");
        let words = small.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty());
        let full = |word| ABBREVIATIONS.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full);
        Self(words.map(full).fold(" ".to_owned(), |phrase, word| phrase + word + " "))
    }

    /// Whether there is no word in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0 == " "
    }

    /// Whether all words of the other stand in it, one behind another.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        !other.is_blank() && self.0.contains(&other.0)
    }

    /// Whether these words stand in it; they are written as [`Phrase::of`] gives them.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.0.contains(&format!(" {words} "))
    }

    /// Whether it begins with these words.
    #[must_use]
    pub fn begins_with(&self, words: &str) -> bool {
        self.0.starts_with(&format!(" {words} "))
    }

    /// Its words without marks.
    #[must_use]
    pub fn folded(&self) -> Self {
        Self(fold::without_marks(&self.0))
    }

    /// Its words, in order.
    #[must_use]
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split_whitespace()
    }

    /// The same without these words at its end.
    #[must_use]
    pub fn without_end(&self, words: &str) -> Self {
        let end = format!(" {words} ");
        self.0.strip_suffix(&end).map_or_else(|| self.clone(), |rest| Self(format!("{rest} ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_manners_of_tone_meet() {
        assert_eq!(Phrase::of("UBMTTQ Việt Nam xã"), Phrase::of("Uỷ ban Mặt trận Tổ quốc Việt Nam xã"));
        assert_eq!(Phrase::of("P.VHXH"), Phrase::of("Phòng Văn hoá - Xã hội"));
        assert_eq!(Phrase::of("VP HĐND&UBND"), Phrase::of("Văn phòng HĐND và UBND"));
    }

    #[test]
    fn whole_words_are_found_and_a_mark_makes_another() {
        let line = Phrase::of("Thôn Đông Hà; Công an xã");
        assert!(line.contains(&Phrase::of("công an")));
        assert!(!line.contains(&Phrase::of("Thôn Dông")));
        assert!(line.folded().contains(&Phrase::of("Thôn Dông").folded()));
        assert!(!line.contains(&Phrase::of("thôn đ")) && !line.contains(&Phrase::of("")));
    }
}
