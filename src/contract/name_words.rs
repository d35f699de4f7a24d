//! Names as sequences of words, so that "UBMTTQ xã" and "Ủy ban Mặt trận Tổ quốc xã" are one name.
//!
//! Owns the abbreviations that offices use, and the xã, phường or đặc khu after a name. Must not know any sheet.
//! `dossier` compares the names of units with it; the dictionary looks its units up by it, in a table made at build
//! time.

use crate::vietnamese::fold;
use crate::vietnamese::text::{composed, is_of_word, lower};
use crate::vietnamese::tone::{ToneStyle, restyle};

/// The tiers of a commune, the longest first.
pub const TIERS: [&str; 3] = ["đặc khu", "phường", "xã"];

/// Abbreviations of one word, in small letters, in the order of their bytes; without ambiguous ones ("TT").
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
    ("tthđnd", "thường trực hội đồng nhân dân"),
    ("ttđu", "thường trực đảng ủy"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubnd", "ủy ban nhân dân"),
    ("vh", "văn hóa"),
    ("vhxh", "văn hóa xã hội"),
    ("vp", "văn phòng"),
    ("đu", "đảng ủy"),
];

/// Bytes of the longest abbreviation.
const LONGEST_ABBREVIATION: usize = 9;

/// The words of a name in small letters with their diacritics, abbreviations written out, each between two blanks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameWords(String);

impl NameWords {
    /// The words of a text, abbreviations written out, all tone marks in the old style.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let small = restyle(&lower(&composed(text)), ToneStyle::Old);
        let mut words = String::with_capacity(small.len() + 2);
        words.push(' ');
        let mut push = |word: &str| {
            if !word.is_empty() {
                words.push_str(written_out(word));
                words.push(' ');
            }
        };
        for piece in small.split(|letter: char| !is_of_word(letter) && letter != '&') {
            let mut between = piece.split('&');
            push(between.next().unwrap_or_default());
            for word in between {
                push("&");
                push(word);
            }
        }
        Self(words)
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0 == " "
    }

    /// Whether it contains all words of the other in sequence.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        !other.is_blank() && self.0.contains(&other.0)
    }

    /// Whether it contains these words, written as [`NameWords::of`] writes them.
    #[must_use]
    pub fn contains_words(&self, words: &str) -> bool {
        let is_whole = |at: usize| self.0[..at].ends_with(' ') && self.0[at + words.len()..].starts_with(' ');
        self.0.match_indices(words).any(|(at, _)| is_whole(at))
    }

    /// Whether it begins with these words.
    #[must_use]
    pub fn begins_with(&self, words: &str) -> bool {
        self.0[1..].strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
    }

    /// Whether it ends with these words.
    #[must_use]
    pub fn ends_with(&self, words: &str) -> bool {
        let rest = self.0.strip_suffix(' ').and_then(|name| name.strip_suffix(words));
        rest.is_some_and(|rest| rest.ends_with(' '))
    }

    /// Its words without diacritics.
    #[must_use]
    pub fn folded(&self) -> Self {
        Self(fold::without_marks(&self.0))
    }

    /// Its words, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split_whitespace()
    }

    /// The words in the form in which they are compared: each between two blanks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same name without these words at its end.
    #[must_use]
    pub fn without_end(mut self, words: &str) -> Self {
        if self.ends_with(words) {
            self.0.truncate(self.0.len() - words.len() - 1);
        }
        self
    }

    /// The same name without xã, phường or đặc khu at its end.
    #[must_use]
    pub fn without_tier(self) -> Self {
        TIERS.iter().fold(self, |name, tier| name.without_end(tier))
    }
}

/// The words that an abbreviation means; any other word unchanged.
fn written_out(word: &str) -> &str {
    if word.len() > LONGEST_ABBREVIATION {
        return word;
    }
    ABBREVIATIONS.binary_search_by_key(&word, |(short, _)| short).map_or(word, |place| ABBREVIATIONS[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_tone_styles_compare_equal() {
        assert_eq!(NameWords::of("UBMTTQ Việt Nam xã"), NameWords::of("Uỷ ban Mặt trận Tổ quốc Việt Nam xã"));
        assert_eq!(NameWords::of("P.VHXH"), NameWords::of("Phòng Văn hoá - Xã hội"));
        assert_eq!(NameWords::of("VP HĐND&UBND"), NameWords::of("Văn phòng HĐND và UBND"));
    }

    #[test]
    fn abbreviations_are_sorted_for_the_search() {
        assert!(
            ABBREVIATIONS.is_sorted() && ABBREVIATIONS.iter().all(|(short, _)| short.len() <= LONGEST_ABBREVIATION)
        );
    }

    #[test]
    fn only_whole_words_are_removed_from_the_end() {
        assert_eq!(NameWords::of("Công an xã").without_tier(), NameWords::of("Công an"));
        assert_eq!(NameWords::of("Công an đặc khu").without_tier(), NameWords::of("Công an"));
        assert_eq!(NameWords::of("Nhà vã xxã").without_tier(), NameWords::of("Nhà vã xxã"));
        assert!(NameWords::of("xã").without_tier().is_blank());
        assert!(NameWords::of("Hội đồng").begins_with("hội") && !NameWords::of("Hội đồng").begins_with("hội đ"));
        assert!(
            NameWords::of("Hội đồng xã").contains_words("đồng xã")
                && !NameWords::of("Hội đồng xã").contains_words("ồng xã")
        );
    }

    #[test]
    fn whole_words_are_found_and_diacritics_count() {
        let line = NameWords::of("Thôn Đông Hà; Công an xã");
        assert!(line.contains(&NameWords::of("công an")));
        assert!(!line.contains(&NameWords::of("Thôn Dông")));
        assert!(line.folded().contains(&NameWords::of("Thôn Dông").folded()));
        assert!(!line.contains(&NameWords::of("thôn đ")) && !line.contains(&NameWords::of("")));
    }
}
