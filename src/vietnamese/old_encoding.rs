//! Text in an encoding older than Unicode: TCVN3 (`.VnTime`), VNI-Windows, and UTF-8 that was read letter by letter.
//!
//! Owns recognizing and converting it. Must not know cells. Only words that no Vietnamese can have typed in Unicode are
//! taken for old: they are no syllables as typed, and syllables when the table of the old encoding is applied.

mod font;
mod tcvn3;
mod vni;

pub use font::{FontReading, OldEncoding};

use super::syllable::is_syllable;

/// The letters and marks beyond ASCII that Vietnamese text has.
const VIETNAMESE: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ“”‘’–—…•²³°";

/// The same text in Unicode, where it is in an old encoding; `None` for any other text.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::old_encoding::converted;
/// assert_eq!(converted("§oµn V¨n Th¾ng").as_deref(), Some("Đoàn Văn Thắng"));
/// assert_eq!(converted("Chuyeån ñoåi soá").as_deref(), Some("Chuyển đổi số"));
/// assert_eq!(converted("HoÃ\u{a0}n thÃ\u{a0}nh").as_deref(), Some("Hoàn thành"));
/// assert_eq!(converted("Đoàn Văn Thắng"), None);
/// ```
#[must_use]
pub fn converted(text: &str) -> Option<String> {
    let is_latin = |letter: char| u32::from(letter) <= 0xff || windows_1252(letter).is_some();
    if text.is_ascii() {
        return None;
    }
    let of_one_encoding = || decoded(text).or_else(|| whole(text));
    let converted = if text.chars().all(is_latin) { of_one_encoding() } else { None };
    converted.or_else(|| if may_have_old_words(text) { word_by_word(text) } else { None })
}

/// Letters that Vietnamese lacks, and that stand in syllables of TCVN3 and VNI; in small letters.
const FOREIGN: &str = "äëñöûüïîåæøß";

/// The text in the encoding that makes syllables of most of its words; `None` where none does.
fn whole(text: &str) -> Option<String> {
    let typed: Vec<&str> = words(text).collect();
    let strange: Vec<&str> = typed.iter().copied().filter(|word| !is_syllable(word)).collect();
    let syllables = typed.len() - strange.len();
    let has_pair = strange.iter().any(|word| has_vni_pair(word));
    let has_foreign = strange.iter().any(|word| has_foreign_letter(word));
    let is_misplaced = tcvn3::has_misplaced_letter(text);
    let read = |table: fn(&str) -> String| typed.iter().filter(|word| is_syllable(&table(word))).count();
    let of_vni = if has_pair || has_foreign { read(vni::read) } else { 0 };
    let of_tcvn3 = if is_misplaced || has_foreign { read(tcvn3::read) } else { 0 };
    let is_likely = |count: usize| count > syllables && count * 2 > typed.len();
    if is_likely(of_vni) && (of_vni > of_tcvn3 || of_vni == of_tcvn3 && has_pair) {
        return Some(vni::read(text));
    }
    (is_likely(of_tcvn3) || is_misplaced).then(|| tcvn3::read(text))
}

/// The text with those words in Unicode that are old; `None` where none is.
fn word_by_word(text: &str) -> Option<String> {
    let mut converted = String::with_capacity(text.len());
    let mut done = 0;
    for word in words(text) {
        let Some(meant) = Some(word).filter(|word| may_have_old_words(word)).and_then(meant) else { continue };
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        converted.push_str(&text[done..start]);
        converted.push_str(&meant);
        done = start + word.len();
    }
    converted.push_str(&text[done..]);
    (done > 0).then_some(converted)
}

/// The syllable that a word stands for in an old encoding; `None` for a syllable, and for any other word.
fn meant(word: &str) -> Option<String> {
    if is_syllable(word) {
        return None;
    }
    let of_vni = Some(word).filter(|word| has_vni_pair(word) || has_foreign_letter(word)).map(vni::read);
    let of_tcvn3 =
        Some(word).filter(|word| has_foreign_letter(word) || tcvn3::has_misplaced_letter(word)).map(tcvn3::read);
    of_vni.filter(|read| is_syllable(read)).or_else(|| of_tcvn3.filter(|read| is_syllable(read)))
}

/// The words that are not of ASCII letters alone.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !tcvn3::is_letter(letter))
        .map(|word| word.trim_matches(['«', '»']))
        .filter(|word| !word.is_ascii())
}

fn has_vni_pair(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(vowel, mark)| vni::is_pair(vowel, mark))
}

/// Whether a letter that Vietnamese lacks stands beside others.
fn has_foreign_letter(word: &str) -> bool {
    word.chars().any(|letter| FOREIGN.contains(lower_letter(letter))) && word.chars().nth(1).is_some()
}

/// Whether any character of a text can be one of an old word: it is in Latin-1 and not a letter that Vietnamese has, or
/// a vowel with a mark of VNI behind it.
fn may_have_old_words(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        // The letters that Vietnamese has are by far the most: behind another than a vowel they are nobody's mark.
        let is_old = match letter {
            'à' | 'á' | 'â' | 'ã' | 'è' | 'é' | 'ê' | 'ì' | 'í' | 'ò' | 'ó' | 'ô' | 'õ' | 'ù' | 'ú' | 'ý' => {
                matches!(before, 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'A' | 'E' | 'O' | 'U' | 'Y' | 'Ô')
                    && vni::is_pair(before, letter)
                    && !is_vietnamese_pair(before, letter)
            }
            '\u{a1}'..='\u{ff}' => {
                vni::is_pair(before, letter) && !is_vietnamese_pair(before, letter)
                    || tcvn3::is_sign(letter)
                    || FOREIGN.contains(lower_letter(letter))
                    || before.is_ascii_lowercase() && letter.is_uppercase()
            }
            _ => false,
        };
        before = letter;
        is_old
    })
}

/// Whether a vowel and a mark of VNI are two letters of a Vietnamese word: «toàn», «khoá».
fn is_vietnamese_pair(before: char, letter: char) -> bool {
    matches!((before, letter), ('o' | 'O', 'à' | 'á' | 'ã' | 'À' | 'Á' | 'Ã'))
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
            ("xö lý", "xử lý"),
            ("häc sinh", "học sinh"),
            ("thuû lîi", "thuỷ lợi"),
            ("Chuyeån ñoåi soá", "Chuyển đổi số"),
            ("Uûy ban nhaân daân xaõ Coàn Lau", "Ủy ban nhân dân xã Cồn Lau"),
            ("ÑOAØN VAÊN THAÉNG", "ĐOÀN VĂN THẮNG"),
            ("Caùc thoân", "Các thôn"),
            ("Baûng nieâm yeát", "Bảng niêm yết"),
            ("hoä", "hộ"),
            ("Phoøng Kinh teá", "Phòng Kinh tế"),
            ("Thöôøng tröïc Ñaûng uûy", "Thường trực Đảng ủy"),
            ("Tyû leä hoà sô", "Tỷ lệ hồ sơ"),
            ("Số hộ chuyeån ñoåi nghề", "Số hộ chuyển đổi nghề"),
            ("Đã rµ so¸t 20 hộ", "Đã rà soát 20 hộ"),
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
            "Môt lân",
            "Trìên khai",
            "công viêc, quyêt",
            "Hoà Bình, toán, khoán",
            "ống Ø21, Ø 110 mm",
            "Ông Müller và bà Noël ở Đà Lạt",
            "Y Blô Niê",
            "đèn 50 µs ở xã",
            "Phở «Lê»",
        ] {
            assert_eq!(converted(text), None, "{text}");
        }
    }
}
