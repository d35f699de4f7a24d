//! Error values that a cell holds as text: programs other than Excel write them so, and so does pasting as text.
//!
//! Owns which words are error values. Must not know where a cell is. `seen` takes a text with one for an error cell.

/// Words without an ending that shows them to be error values.
const PLAIN: [&str; 2] = ["#N/A", "#GETTING_DATA"];
/// What a spreadsheet on the web shows until it has fetched its data.
const FETCHING: [&str; 4] = ["Loading...", "Loading…", "Đang tải...", "Đang tải…"];
/// How `LibreOffice` begins its numbered errors, in English and in Vietnamese.
const NUMBERED: [&str; 2] = ["Err:", "Lỗi:"];
/// Shortest row of signs that stands for a number too wide for its column.
const TOO_WIDE: usize = 3;

/// Shortest name of an error value: `#REF!`.
const SHORTEST_NAME: usize = 3;

/// The error value in a text, if there is one: `#REF!`, `#SPILL!`, `Err:502`, `###`.
pub(super) fn error_word(text: &str) -> Option<&str> {
    let whole = text.trim();
    if FETCHING.contains(&whole) || NUMBERED.iter().any(|start| is_numbered(whole, start)) {
        return Some(whole);
    }
    if !text.contains('#') {
        return None;
    }
    if whole.len() >= TOO_WIDE && whole.bytes().all(|byte| byte == b'#') {
        return Some(whole);
    }
    text.match_indices('#').find_map(|(at, _)| at_sign(text, at))
}

/// `Err:502`
fn is_numbered(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The error value that begins at a `#`; its name is in capitals and ends with `!` or `?`, and it is a word of its own.
fn at_sign(text: &str, at: usize) -> Option<&str> {
    let rest = &text[at..];
    let name =
        rest[1..].bytes().take_while(|byte| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'_' | b'0')).count();
    let is_named = name >= SHORTEST_NAME && rest[1..].starts_with(|letter: char| letter.is_ascii_uppercase());
    let end = 1 + name + usize::from(is_named && rest[1 + name..].starts_with(['!', '?']));
    let word = &rest[..end];
    let is_error = end > 1 + name || PLAIN.contains(&word);
    let is_apart = |character: Option<char>| character.is_none_or(|character| !character.is_alphanumeric());
    (is_error && is_apart(text[..at].chars().next_back()) && is_apart(rest[end..].chars().next())).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_values_are_found_in_texts() {
        for word in [
            "#REF!",
            "#N/A",
            "#NAME?",
            "#VALUE!",
            "#DIV/0!",
            "#NUM!",
            "#NULL!",
            "#ERROR!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#GETTING_DATA",
            "#PYTHON!",
            "#BUSY!",
            "#UNKNOWN!",
            "Err:502",
            "Lỗi:522",
            "######",
            "Loading...",
        ] {
            assert_eq!(error_word(word), Some(word));
            assert_eq!(error_word(&format!(" {word}\u{a0}")), Some(word));
        }
        assert_eq!(error_word("Báo cáo #REF! của xã"), Some("#REF!"));
        assert_eq!(error_word("tổng: #DIV/0!."), Some("#DIV/0!"));
    }

    #[test]
    fn other_texts_have_no_error_value() {
        for text in [
            "",
            "#",
            "##",
            "# 1",
            "#1",
            "Tổ #2",
            "C#",
            "#VIỆT!",
            "#Ref!",
            "#N/Ab",
            "a#REF!",
            "Err:50",
            "Err:5022",
            "#REF",
            "#/!",
            "#A!",
            "Tổ #AB?",
            "!",
            "Lỗi: 502 hộ",
            "#COVID19",
            "Loading... hàng hóa",
        ] {
            assert_eq!(error_word(text), None, "{text}");
        }
    }
}
