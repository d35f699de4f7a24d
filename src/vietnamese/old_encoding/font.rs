//! Fonts whose letters are those of an encoding older than Unicode.
//!
//! Owns which names such fonts have, and what the font makes certain that the letters alone leave open: «hé» is «hé» in
//! Unicode and «hộ» in `.VnTime`. Must not know cells.

use super::{is_syllable, lower_letter, tcvn3, vni, words};

/// The encoding of a font's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OldEncoding {
    /// TCVN3 (ABC): `.VnTime`, `.VnArial`.
    Tcvn3,
    /// The same in capitals, whatever was typed: `.VnTimeH`.
    Tcvn3Capitals,
    /// VNI-Windows: `VNI-Times`.
    Vni,
}

/// How a text reads whose font has the letters of an old encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontReading {
    /// The same in both encodings.
    Same,
    /// It can only be Unicode, typed in a font that does not show it.
    Unicode,
    /// It can only be in the old encoding; the text in Unicode.
    Old(String),
    /// It is Vietnamese in both, and not the same; the text in Unicode if it is in the old encoding.
    Either(String),
}

impl OldEncoding {
    /// The encoding of a font by its name; `None` for a font of Unicode.
    ///
    /// # Examples
    /// ```
    /// use vanthu::vietnamese::old_encoding::OldEncoding;
    /// assert_eq!(OldEncoding::of_font(".VnTimeH"), Some(OldEncoding::Tcvn3Capitals));
    /// assert_eq!(OldEncoding::of_font("VNI-Times"), Some(OldEncoding::Vni));
    /// assert_eq!(OldEncoding::of_font("Times New Roman"), None);
    /// ```
    #[must_use]
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim_matches(['\'', '"', ' ']);
        let starts = |with: &str| name.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        if starts(".vn") {
            Some(if name.ends_with('H') { Self::Tcvn3Capitals } else { Self::Tcvn3 })
        } else if starts("vni-") || starts("vni ") {
            Some(Self::Vni)
        } else {
            None
        }
    }

    /// Its name, as converters call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => "TCVN3 (ABC)",
            Self::Vni => "VNI Windows",
        }
    }

    /// How a text in such a font reads.
    #[must_use]
    pub fn reading(self, text: &str) -> FontReading {
        if text.is_ascii() {
            return FontReading::Same;
        }
        // Letters that no encoding of one byte has.
        if text.chars().any(|letter| u32::from(letter) > 0xff && (letter.is_alphabetic() || is_combining(letter))) {
            return FontReading::Unicode;
        }
        let read = self.read(text);
        if read.to_lowercase() == text.to_lowercase() {
            return FontReading::Same;
        }
        let is_all_syllables =
            |text: &str| words(text).all(|word| is_syllable(word) && !word.contains(is_foreign_sign));
        match (is_all_syllables(text), is_all_syllables(&read)) {
            (true, false) => FontReading::Unicode,
            (true, true) => FontReading::Either(read),
            (false, _) => FontReading::Old(read),
        }
    }

    fn read(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => tcvn3::read(text),
            Self::Tcvn3Capitals => tcvn3::read(text).to_uppercase(),
            Self::Vni => vni::read(text),
        }
    }
}

/// Whether a character is no letter as it stands.
fn is_foreign_sign(letter: char) -> bool {
    !lower_letter(letter).is_alphabetic()
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::FontReading;
    use super::OldEncoding::{self, Tcvn3, Tcvn3Capitals, Vni};

    fn old(text: &str) -> FontReading {
        FontReading::Old(text.to_owned())
    }

    #[test]
    fn the_font_decides_what_the_letters_leave_open() {
        assert_eq!(Tcvn3.reading("Sè hé nghÌo"), old("Số hộ nghèo"));
        assert_eq!(Tcvn3.reading("hå s¬"), old("hồ sơ"));
        assert_eq!(Tcvn3.reading("Th¸ng 7"), old("Tháng 7"));
        assert_eq!(Tcvn3Capitals.reading("§oµn v¨n th¾ng"), old("ĐOÀN VĂN THẮNG"));
        assert_eq!(Vni.reading("Phoøng Kinh teá"), old("Phòng Kinh tế"));
        assert_eq!(Vni.reading("hoä"), old("hộ"));
    }

    #[test]
    fn what_is_vietnamese_either_way_is_open() {
        assert_eq!(Tcvn3.reading("Hé"), FontReading::Either("Hộ".to_owned()));
        assert_eq!(Tcvn3.reading("Mã"), FontReading::Either("Mó".to_owned()));
        assert_eq!(Vni.reading("hoà"), FontReading::Either("hồ".to_owned()));
    }

    #[test]
    fn what_reads_the_same_or_is_unicode_is_left_alone() {
        for text in ["", "NV-01", "12,5 km", "Hà Nam", "500 m²", "10 °C"] {
            assert_eq!(Tcvn3.reading(text), FontReading::Same, "{text}");
        }
        for text in ["Phòng Kinh tế", "Rà soát hộ nghèo", "Thôn Đông"] {
            assert_eq!(Tcvn3.reading(text), FontReading::Unicode, "{text}");
            assert_eq!(Vni.reading(text), FontReading::Unicode, "{text}");
        }
        assert_eq!(Vni.reading("500 m²"), FontReading::Same);
    }

    #[test]
    fn fonts_are_known_by_their_names() {
        for (name, expected) in [
            (".VnTime", Some(Tcvn3)),
            (".VNARIAL NARROW", Some(Tcvn3)),
            (".VnTimeH", Some(Tcvn3Capitals)),
            ("'.VnAvant'", Some(Tcvn3)),
            ("VNI-Helve", Some(Vni)),
            ("VNI Times", Some(Vni)),
            ("Vni", None),
            ("Times New Roman", None),
            ("", None),
        ] {
            assert_eq!(OldEncoding::of_font(name), expected, "{name}");
        }
    }
}
