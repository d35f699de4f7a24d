//! The letters of the Vietnamese alphabet, each decomposed: its vowel, its tone, its plain form.
//!
//! Owns the table for folding, capitals and tone marks; it is computed at build time. Must not know words. For any
//! other letter it returns `None`, and the Unicode tables are used.

/// The tone mark of a vowel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// No mark: ngang.
    Level,
    /// Huyền.
    Grave,
    /// Sắc.
    Acute,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Nặng.
    Dot,
}

/// A letter with a mark, decomposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Lower case without any mark: `ệ` is `e`, `Đ` is `d`.
    pub(super) plain: char,
    /// Without its tone, in the same case: `ệ` is `ê`, `À` is `A`.
    pub(super) toneless: char,
    /// In lower case.
    pub(super) small: char,
    /// In upper case.
    pub(super) capital: char,
    /// Its tone.
    pub(super) tone: Tone,
}

const TONES: [Tone; 6] = [Tone::Level, Tone::Grave, Tone::Acute, Tone::Hook, Tone::Tilde, Tone::Dot];

/// The vowels in lower case, each with every tone in the order of [`TONES`].
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The vowels of [`VOWELS`] without any mark.
const PLAIN: [char; 12] = ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'];

/// The range of the first block of marked letters (À to ư), and of the second (Ạ to ỹ).
const LATIN: (u32, u32) = (0xc0, 0x1b0);
const ADDITIONAL: (u32, u32) = (0x1ea0, 0x1ef9);
const LATIN_LETTERS: usize = (LATIN.1 - LATIN.0 + 1) as usize;
const ADDITIONAL_LETTERS: usize = (ADDITIONAL.1 - ADDITIONAL.0 + 1) as usize;

static LETTERS: [Option<Letter>; LATIN_LETTERS + ADDITIONAL_LETTERS] = letters();

/// A letter with a mark, decomposed; `None` for one without, and for any letter that Vietnamese does not use.
#[inline]
pub(super) fn marked(letter: char) -> Option<&'static Letter> {
    LETTERS.get(place(letter)?)?.as_ref()
}

/// The letter in lower case without its marks; đ is d. A sign is unchanged; `None` for a character that Vietnamese does
/// not use.
#[inline]
pub(super) fn plain(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7f}' => Some(letter.to_ascii_lowercase()),
        _ if is_sign(letter) => Some(letter),
        _ => marked(letter).map(|marked| marked.plain),
    }
}

/// The letter in lower case, otherwise like [`plain`].
#[inline]
pub(super) fn small(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7f}' => Some(letter.to_ascii_lowercase()),
        _ if is_sign(letter) => Some(letter),
        _ => marked(letter).map(|marked| marked.small),
    }
}

/// The letter in upper case, otherwise like [`plain`].
pub(super) fn large(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7f}' => Some(letter.to_ascii_uppercase()),
        _ if is_sign(letter) => Some(letter),
        _ => marked(letter).map(|marked| marked.capital),
    }
}

/// The no-break blank, dashes, quotation marks, dots: they have no case and no marks.
fn is_sign(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2010}'..='\u{2027}')
}

/// A vowel of either case, without a mark, with the given tone; any other letter unchanged.
pub(super) fn with_tone(vowel: char, tone: Tone) -> char {
    let small = vowel.to_ascii_lowercase();
    let Some(row) = VOWELS.iter().find(|row| row[0] == small) else { return vowel };
    let toned = row[tone as usize];
    if vowel == small { toned } else { capital(toned) }
}

const fn place(letter: char) -> Option<usize> {
    let code = letter as u32;
    if code >= LATIN.0 && code <= LATIN.1 {
        Some((code - LATIN.0) as usize)
    } else if code >= ADDITIONAL.0 && code <= ADDITIONAL.1 {
        Some(LATIN_LETTERS + (code - ADDITIONAL.0) as usize)
    } else {
        None
    }
}

/// The capital of a lower-case letter of the table: Unicode places it just before, except in the first Latin block.
const fn capital(small: char) -> char {
    let code = small as u32;
    let distance = match code {
        0..=0xff => 0x20,
        _ => 1,
    };
    match char::from_u32(code - distance) {
        Some(capital) => capital,
        None => small,
    }
}

const fn letters() -> [Option<Letter>; LATIN_LETTERS + ADDITIONAL_LETTERS] {
    let mut letters = [None; LATIN_LETTERS + ADDITIONAL_LETTERS];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < TONES.len() {
            set(&mut letters, VOWELS[row][tone], VOWELS[row][0], PLAIN[row], TONES[tone]);
            tone += 1;
        }
        row += 1;
    }
    set(&mut letters, 'đ', 'đ', 'd', Tone::Level);
    letters
}

/// Enters a lower-case letter and its capital.
const fn set(letters: &mut [Option<Letter>], small: char, toneless: char, plain: char, tone: Tone) {
    let capital = capital(small);
    if let (Some(at), Some(capital_at)) = (place(small), place(capital)) {
        let toneless_capital = self::capital(toneless);
        letters[at] = Some(Letter { plain, toneless, small, capital, tone });
        letters[capital_at] = Some(Letter { plain, toneless: toneless_capital, small, capital, tone });
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    fn all() -> impl Iterator<Item = (char, &'static Letter)> {
        ('\0'..='\u{1eff}').filter_map(|letter| Some((letter, marked(letter)?)))
    }

    #[test]
    fn the_table_agrees_with_unicode() {
        const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
        for (letter, apart) in all() {
            assert_eq!(letter.to_lowercase().to_string(), apart.small.to_string());
            assert_eq!(letter.to_uppercase().to_string(), apart.capital.to_string());
            let decomposed: Vec<char> = std::iter::once(letter).nfd().collect();
            let plain = decomposed[0].to_lowercase().next();
            assert!(plain == Some(apart.plain) || apart.plain == 'd', "{letter}");
            let toneless: String = decomposed.iter().copied().filter(|mark| !TONE_MARKS.contains(mark)).nfc().collect();
            assert_eq!(toneless, apart.toneless.to_string());
            let tones = decomposed.iter().filter(|mark| is_combining_mark(**mark) && TONE_MARKS.contains(mark)).count();
            assert_eq!(tones, usize::from(apart.tone != Tone::Level));
        }
    }

    #[test]
    fn the_table_has_every_marked_letter_of_the_alphabet() {
        // Twelve vowels under six tones and đ, less the six vowels that have no mark, in both cases.
        assert_eq!(all().count(), 2 * (12 * 6 + 1 - 6));
    }

    #[test]
    fn a_tone_is_set_on_a_vowel_of_either_case() {
        assert_eq!(
            [with_tone('o', Tone::Hook), with_tone('Y', Tone::Tilde), with_tone('k', Tone::Dot)],
            ['ỏ', 'Ỹ', 'k']
        );
    }
}
