//! TCVN3 (`.VnTime` fonts): one letter for each letter, as a font without Vietnamese shows them.
//!
//! Owns its table, and which letters no Vietnamese can have typed in Unicode. Must not know whole texts: `old_encoding`
//! decides by the words.

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

/// Signs that stand inside no word, and so are letters of TCVN3 where they do.
const SIGNS: &str = "¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾×÷ÆÐØÞßåæøþ";

/// A text read by the table.
pub(super) fn read(text: &str) -> String {
    let meant = |letter: char| TCVN3.iter().find(|(old, _)| *old == letter).map_or(letter, |(_, new)| *new);
    text.chars().map(meant).collect()
}

/// Whether a character is a letter of TCVN3 where it stands inside a word.
pub(super) fn is_letter(character: char) -> bool {
    character.is_alphabetic() || SIGNS.contains(character)
}

/// Whether a character is no letter of Unicode text, and one of TCVN3.
pub(super) fn is_sign(character: char) -> bool {
    SIGNS.contains(character)
}

/// Whether a text has a sign inside a word, or a capital behind a small letter: «Kinh tÕ».
pub(super) fn has_misplaced_letter(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let is_of_word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| is_letter(*letter));
    let is_plain = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphabetic);
    let is_inside = |at: usize| match letters[at] {
        // «®» follows a trade name, and «§» stands before a number: a letter behind makes them letters.
        '®' | '§' | '©' | '¢' | '£' | '¥' => is_of_word(Some(at + 1)),
        // A quote stands at one side of a word.
        '«' | '»' => is_of_word(at.checked_sub(1)) && is_of_word(Some(at + 1)),
        // «50 µm», «½», «m³».
        'µ' | '½' | '¼' | '¾' | '¹' | 'ª' | 'º' | '×' => is_plain(at.checked_sub(1)),
        _ => is_plain(at.checked_sub(1)) || is_plain(Some(at + 1)),
    };
    let is_misplaced = |at: usize| {
        let is_small = at > 0 && letters[at - 1].is_ascii_lowercase();
        is_small && letters[at].is_uppercase() && !letters[at].is_ascii()
    };
    (0..letters.len()).any(|at| SIGNS.contains(letters[at]) && is_inside(at) || is_misplaced(at))
}
