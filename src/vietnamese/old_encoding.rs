//! Text in an encoding older than Unicode: TCVN3 (`.VnTime`), and UTF-8 that was read letter by letter.
//!
//! Owns recognizing and converting it. Must not know cells. Only text that no Vietnamese can have typed in Unicode is
//! taken for old: a sign such as `µ` or `®` inside a word, and no letter that Latin-1 lacks.

/// The letters of TCVN3 as a font without Vietnamese shows them, and what they stand for.
const TCVN3: &[(char, char)] = &[
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{ad}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

/// The letters and marks beyond ASCII that Vietnamese text has.
const VIETNAMESE: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ“”‘’–—…•²³°";

/// Signs that stand inside no word, and so are letters of TCVN3 where they do.
const SIGNS: &str = "¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾×÷ÆÐØÞßåæøþ";

/// The same text in Unicode, where it is in an old encoding; `None` for any other text.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::old_encoding::converted;
/// assert_eq!(converted("§oµn V¨n Th¾ng").as_deref(), Some("Đoàn Văn Thắng"));
/// assert_eq!(converted("HoÃ\u{a0}n thÃ\u{a0}nh").as_deref(), Some("Hoàn thành"));
/// assert_eq!(converted("Đoàn Văn Thắng"), None);
/// ```
#[must_use]
pub fn converted(text: &str) -> Option<String> {
    let is_latin = |letter: char| u32::from(letter) <= 0xff || windows_1252(letter).is_some();
    if text.is_ascii() || !text.chars().all(is_latin) {
        return None;
    }
    decoded(text).or_else(|| from_tcvn3(text))
}

/// UTF-8 that was read as Windows-1252, read again.
fn decoded(text: &str) -> Option<String> {
    let byte = |letter: char| windows_1252(letter).or_else(|| u8::try_from(u32::from(letter)).ok());
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    let decoded = String::from_utf8(bytes).ok()?;
    let mut others = decoded.chars().filter(|letter| !letter.is_ascii()).peekable();
    // «TRÌ» before a no-break space reads as UTF-8 too, of a letter that no Vietnamese has.
    let is_vietnamese = others.peek().is_some() && others.all(|letter| VIETNAMESE.contains(lower_letter(letter)));
    is_vietnamese.then_some(decoded)
}

fn lower_letter(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn from_tcvn3(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphabetic() || SIGNS.contains(*letter))
    };
    let is_plain = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphabetic);
    let is_inside = |at: usize| match letters[at] {
        // «®» follows a trade name, and «§» stands before a number: a letter behind makes them letters.
        '®' | '§' | '©' | '¢' | '£' | '¥' => is_letter(Some(at + 1)),
        // A quote stands at one side of a word.
        '«' | '»' => is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)),
        // «50 µm», «½», «m³».
        'µ' | '½' | '¼' | '¾' | '¹' | 'ª' | 'º' | '×' => is_plain(at.checked_sub(1)),
        _ => is_plain(at.checked_sub(1)) || is_plain(Some(at + 1)),
    };
    // A capital behind a small letter: «Kinh tÕ».
    let is_misplaced = |at: usize| {
        let is_small = at > 0 && letters[at - 1].is_ascii_lowercase();
        is_small && letters[at].is_uppercase() && !letters[at].is_ascii()
    };
    if !(0..letters.len()).any(|at| SIGNS.contains(letters[at]) && is_inside(at) || is_misplaced(at)) {
        return None;
    }
    let meant = |letter: &char| TCVN3.iter().find(|(old, _)| old == letter).map_or(*letter, |(_, new)| *new);
    Some(letters.iter().map(meant).collect())
}

/// The byte of a letter that Windows-1252 has where Latin-1 has controls.
fn windows_1252(letter: char) -> Option<u8> {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let place = FROM_0X80.iter().position(|known| *known == letter)?;
    u8::try_from(0x80 + place).ok()
}

#[cfg(test)]
mod tests {
    use super::converted;

    #[test]
    fn old_text_is_converted() {
        for (old, new) in [
            ("§oµn V¨n Th¾ng", "Đoàn Văn Thắng"),
            ("chuyÓn ®æi sè", "chuyển đổi số"),
            ("Rµ so¸t hé nghÌo", "Rà soát hộ nghèo"),
            ("Phßng Kinh tÕ", "Phòng Kinh tế"),
            ("Chñ tÞch", "Chủ tịch"),
            ("Kinh tÕ", "Kinh tế"),
            ("b»ng", "bằng"),
        ] {
            assert_eq!(converted(old).unwrap_or_default(), new, "{old}");
        }
    }

    #[test]
    fn text_in_unicode_is_left_alone() {
        for text in [
            "Đã số hóa",
            "DUY TRÌ\u{a0}",
            "KÊ\u{a0}KHAI",
            "HÒA\u{a0}GIẢI",
            "Rà soát",
            "Hoàn thành",
            "50 µm",
            "© 2026",
            "Windows® 11",
            "§ 5",
            "m² đất",
            "½ số hộ",
            "5 × 3",
            "«Bếp sạch»",
            "«Xã hội số»",
            "10 °C",
            "Việc số 1 – đợt 2",
            "“4 xin”",
            "Lê, Trà, Hà",
            "«Lê Trà»",
            "München",
            "a · b",
            "CO₂",
        ] {
            assert_eq!(converted(text), None, "{text}");
        }
    }
}
