//! File names that every system accepts and that never leave their folder.
//!
//! Owns the characters that a name may have and the names beside it: the new version, the backup. Must not know what is
//! on the disk. Its output goes to `store` and to the front.

use crate::vietnamese::text::{clean, composed};

/// The most characters of a name, its extension counted.
const LONGEST_NAME: usize = 120;
/// The most bytes of a name in UTF-8: the limit of Linux is 255, and `… (bản mới 12).docx.bak12` needs room.
const LONGEST_NAME_IN_BYTES: usize = 216;
/// A name is cut at a blank where one is this near.
const NEAR_BLANK: usize = 24;
/// The name for a file without a usable name.
const NAMELESS: &str = "van-ban";

/// The name made safe for Windows, macOS and Linux, Vietnamese letters kept; a safe name stays as it is.
///
/// One part of a path, never empty, NFC, at most 120 characters; its extension is kept where it is cut. Separators and
/// the other characters that Windows forbids become `-`; controls, invisible and bidirectional marks are removed; so
/// are blanks and dots at its ends. A name that Windows reserves for devices gets a `_`.
///
/// # Examples
/// ```
/// use vanthu::files::safe_name;
/// assert_eq!(safe_name("Báo cáo quý I/2026.docx"), "Báo cáo quý I-2026.docx");
/// assert_eq!(safe_name("../../etc/passwd"), "-..-etc-passwd");
/// assert_eq!(safe_name("CON.docx"), "CON_.docx");
/// ```
#[must_use]
pub fn safe_name(name: &str) -> String {
    let allowed: String = clean(name).text.chars().map(in_a_name).collect();
    let composed = composed(&allowed);
    let mut safe = shortened(trimmed(&composed));
    if let Some(end) = reserved_end(&safe) {
        safe.insert(end, '_');
        safe = shortened(&safe);
    }
    if safe.is_empty() { NAMELESS.to_owned() } else { safe }
}

/// The name of a new version beside a file that is kept; `nth` is 1-based.
pub(super) fn beside_name(name: &str, nth: usize) -> String {
    let (stem, extension) = split_extension(name);
    match nth {
        1 => format!("{stem} (bản mới){extension}"),
        _ => format!("{stem} (bản mới {nth}){extension}"),
    }
}

/// The name under which a replaced file is kept; `nth` is 1-based.
pub(super) fn backup_name(name: &str, nth: usize) -> String {
    if nth == 1 { format!("{name}.bak") } else { format!("{name}.bak{nth}") }
}

fn in_a_name(character: char) -> char {
    match character {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        '\n' => ' ',
        _ => character,
    }
}

/// Windows drops blanks and dots at the end; a dot in front hides the file elsewhere.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| c == '.' || c.is_whitespace())
}

/// The stem, and the extension with its dot; empty where there is none.
fn split_extension(name: &str) -> (&str, &str) {
    let Some(dot) = name.rfind('.') else {
        return (name, "");
    };
    let (stem, extension) = name.split_at(dot);
    let word = &extension[1..];
    let is_extension = (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_extension { (stem, extension) } else { (name, "") }
}

fn shortened(name: &str) -> String {
    if is_short(name) {
        return name.to_owned();
    }
    let (stem, extension) = split_extension(name);
    let mut cut: Vec<char> = stem.chars().take(LONGEST_NAME - extension.len()).collect();
    while bytes_of(&cut) + extension.len() > LONGEST_NAME_IN_BYTES {
        cut.pop();
    }
    if let Some(blank) = cut.iter().rposition(|&c| c == ' ')
        && cut.len() - blank <= NEAR_BLANK
    {
        cut.truncate(blank);
    }
    let cut: String = cut.into_iter().collect();
    format!("{}{extension}", trimmed(&cut))
}

fn is_short(name: &str) -> bool {
    name.chars().count() <= LONGEST_NAME && name.len() <= LONGEST_NAME_IN_BYTES
}

fn bytes_of(characters: &[char]) -> usize {
    characters.iter().map(|character| character.len_utf8()).sum()
}

/// The end of the part of a name that Windows takes for a device, whatever the extension; `None` where it takes none.
fn reserved_end(name: &str) -> Option<usize> {
    const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let lower = stem.to_lowercase();
    let port = lower.strip_prefix("com").or_else(|| lower.strip_prefix("lpt")).unwrap_or_default();
    let is_port = matches!(port, "¹" | "²" | "³") || (port.len() == 1 && port.as_bytes()[0].is_ascii_digit());
    (is_port || DEVICES.contains(&lower.as_str())).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(name: &str, safe: &str) {
        assert_eq!(safe_name(name), safe);
    }

    #[test]
    fn vietnamese_letters_in_names_are_kept() {
        check("01 - Kế hoạch - Bản Còn.docx", "01 - Kế hoạch - Bản Còn.docx");
        check("Bản Còn.docx", "Bản Còn.docx");
        check("Tho\u{302}n Đông", "Thôn Đông");
    }

    #[test]
    fn characters_that_windows_forbids_are_replaced() {
        check("a\\b/c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
        check("Kế hoạch. . ", "Kế hoạch");
        check("dòng\nhai\tba\u{0}", "dòng hai ba");
        check("hợp\u{202e}xcod.docx", "hợpxcod.docx");
    }

    #[test]
    fn names_of_windows_devices_get_an_underscore() {
        for name in ["con", "NUL.txt", "Com1.tar.docx", "lpt0", "COM¹.docx", "aux .docx", "CONIN$"] {
            let safe = safe_name(name);
            assert!(safe.contains('_'), "{safe}");
            assert_eq!(safe_name(&safe), safe);
        }
        check("conic.docx", "conic.docx");
        check("com10", "com10");
    }

    #[test]
    fn an_empty_name_gets_the_default_name() {
        for name in ["", "..", " . ", "\u{200b}\u{7}"] {
            check(name, "van-ban");
        }
    }

    #[test]
    fn a_long_name_is_cut_at_a_blank_and_keeps_its_extension() {
        let safe = safe_name(&format!("{}.docx", "Chương trình hành động ".repeat(9)));
        assert!(safe.ends_with("Chương trình hành động.docx") || safe.ends_with("Chương.docx"), "{safe}");
        assert!(is_short(&safe));
        assert!(is_short(&safe_name(&"ệ".repeat(400))));
    }

    #[test]
    fn names_of_new_versions_and_backups_keep_the_extension() {
        assert_eq!(beside_name("Kế hoạch.docx", 1), "Kế hoạch (bản mới).docx");
        assert_eq!(beside_name("Kế hoạch 12. 2025", 2), "Kế hoạch 12. 2025 (bản mới 2)");
        assert_eq!(backup_name("Kế hoạch.docx", 1), "Kế hoạch.docx.bak");
        assert_eq!(backup_name("Kế hoạch.docx", 3), "Kế hoạch.docx.bak3");
    }

    fn hostile_names() -> impl Strategy<Value = String> {
        const PARTS: [&str; 30] = [
            "..",
            ".",
            "/",
            "\\",
            "C:",
            "a:b",
            "\\\\?\\",
            "\\\\server\\share",
            "~",
            "$HOME",
            "%TEMP%",
            " ",
            "\u{0}",
            "\n",
            "\u{202e}",
            "\u{200b}",
            "\u{2028}",
            "o\u{302}\u{301}",
            "ệ",
            "\u{e000}",
            "\u{338}",
            "con",
            "NUL",
            "com1",
            "COM³",
            ".docx",
            "Bản Còn",
            "–",
            "－",
            "／",
        ];
        let part = prop_oneof![4 => prop::sample::select(&PARTS[..]).prop_map(str::to_owned), 1 => any::<String>()];
        let parts = prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat());
        let long = (parts.clone(), 1..80usize).prop_map(|(part, times)| part.repeat(times));
        prop_oneof![3 => parts, 1 => long]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

        #[test]
        fn no_name_leaves_its_folder(name in hostile_names()) {
            let safe = safe_name(&name);
            let folder = std::path::Path::new("/ket-qua");
            for name in [safe.clone(), beside_name(&safe, 12), backup_name(&safe, 12)] {
                let path = folder.join(&name);
                prop_assert_eq!(path.parent(), Some(folder));
                prop_assert_eq!(path.file_name().and_then(|name| name.to_str()), Some(name.as_str()));
                prop_assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
                prop_assert!(!name.chars().any(char::is_control));
                prop_assert!(!name.ends_with(['.', ' ']) && !name.starts_with(['.', ' ']));
                prop_assert_eq!(reserved_end(&name), None);
                prop_assert!(name.len() <= 255);
            }
            prop_assert!(is_short(&safe) && !safe.is_empty());
            prop_assert_eq!(safe_name(&safe), safe);
        }
    }
}
