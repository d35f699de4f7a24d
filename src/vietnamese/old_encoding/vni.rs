//! VNI-Windows: a vowel and a mark behind it, as a font without Vietnamese shows them.
//!
//! Owns its tables. Must not know whether a text is in it: `old_encoding` decides that by the words.

/// Letters that stand alone, small and capital.
const LETTERS: [(char, char); 14] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

/// A vowel, the marks behind it in small letters, and what each makes of it.
const VOWELS: [(char, &str, &str); 7] = [
    ('a', "øùûõïêèéúüëâàáåãä", "àáảãạăằắẳẵặâầấẩẫậ"),
    ('e', "øùûõïâàáåãä", "èéẻẽẹêềếểễệ"),
    ('o', "øùûõïâàáåãä", "òóỏõọôồốổỗộ"),
    ('u', "øùûõï", "ùúủũụ"),
    ('y', "øùûõ", "ỳýỷỹ"),
    ('ô', "øùûõï", "ờớởỡợ"),
    ('ö', "øùûõï", "ừứửữự"),
];

/// Whether a letter and the one behind it are a vowel with its mark.
pub(super) fn is_pair(vowel: char, mark: char) -> bool {
    with_mark(vowel, mark).is_some()
}

/// A word read by the tables.
pub(super) fn read(word: &str) -> String {
    let mut letters = word.chars().peekable();
    let mut read = String::with_capacity(word.len());
    while let Some(letter) = letters.next() {
        let made = letters.peek().and_then(|mark| with_mark(letter, *mark));
        if made.is_some() {
            letters.next();
        }
        let alone = || LETTERS.iter().find(|(old, _)| *old == letter).map_or(letter, |(_, new)| *new);
        read.push(made.unwrap_or_else(alone));
    }
    read
}

/// The vowel that a vowel and a mark make; its case is that of the vowel.
fn with_mark(vowel: char, mark: char) -> Option<char> {
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let (_, marks, made) = VOWELS.iter().find(|(known, ..)| *known == small(vowel))?;
    let place = marks.chars().position(|known| known == small(mark))?;
    let made = made.chars().nth(place)?;
    Some(if vowel.is_uppercase() { made.to_uppercase().next().unwrap_or(made) } else { made })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn words_are_read() {
        for (old, new) in [
            ("Chuyeån", "Chuyển"),
            ("ñoåi", "đổi"),
            ("ÑOAØN", "ĐOÀN"),
            ("Uûy", "Ủy"),
            ("tröôøng", "trường"),
            ("tænh", "tỉnh"),
            ("kyõ", "kỹ"),
            ("dòch", "dịch"),
            ("vaên", "văn"),
        ] {
            assert_eq!(read(old), new);
        }
    }
}
