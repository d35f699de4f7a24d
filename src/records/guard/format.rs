//! Distinguishes a workbook from other formats.
//!
//! Owns the signatures of other formats. Must not know what is inside an OOXML package, except for the part names that
//! show its kind. A refusal names the format, so that the clerk knows what to save the file as.

use crate::contract::LARGEST_WORKBOOK;
use crate::records::refusal::Refusal;

/// First bytes of the old Office container (OLE).
const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Refuses everything but a zip of an accepted size.
pub(super) fn refuse_other_formats(name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    if name.starts_with("~$") {
        return Err(Refusal::LockFile);
    }
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() as u64 > LARGEST_WORKBOOK {
        return Err(Refusal::FileTooLarge);
    }
    if bytes.starts_with(&OLE[..4]) {
        return Err(Refusal::OldExcel);
    }
    if is_record_of_old_excel(bytes) {
        return Err(Refusal::OldExcel);
    }
    if bytes.starts_with(b"PK") {
        return Ok(());
    }
    Err(if is_text(bytes) { Refusal::Text } else { Refusal::NotAWorkbook })
}

/// Refuses a package of another program, by the lower-case names of its parts.
pub(super) fn refuse_other_packages(has_part: impl Fn(&str) -> bool) -> Result<(), Refusal> {
    if has_part("xl/workbook.xml") {
        return Ok(());
    }
    if has_part("xl/workbook.bin") {
        return Err(Refusal::BinaryWorkbook);
    }
    if has_part("word/document.xml") || has_part("ppt/presentation.xml") {
        return Err(Refusal::OtherOffice);
    }
    if has_part("content.xml") && has_part("meta-inf/manifest.xml") {
        return Err(Refusal::OpenDocument);
    }
    // A workbook's own part may have another path: the relationships give it.
    if has_part("_rels/.rels") { Ok(()) } else { Err(Refusal::NotAWorkbook) }
}

/// Whether a file begins with the first record of a workbook of Excel 2 to 8 without a container.
fn is_record_of_old_excel(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04 | 0x06 | 0x08 | 0x10, 0x00, ..])
}

/// Text has no control bytes at its start; UTF-16 has, but begins with its byte order mark. HTML and XML are text whatever
/// they have.
fn is_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let unmarked = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if unmarked.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<') {
        return true;
    }
    let is_utf16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    is_utf16 || !start.iter().any(is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: &Result<(), Refusal>) {
        assert_eq!(&refuse_other_formats(name, bytes), expected, "{name}");
    }

    #[test]
    fn other_formats_are_named() {
        check("~$a.xlsx", b"\x05user", &Err(Refusal::LockFile));
        check("a.xlsx", b"", &Err(Refusal::Empty));
        check("a.xls", &OLE, &Err(Refusal::OldExcel));
        check("a.xls", &[9, 4, 6, 0, 0, 0, 0x10, 0], &Err(Refusal::OldExcel));
        check("a.xls", b"<html><table>", &Err(Refusal::Text));
        check("a.xls", b"\xef\xbb\xbf<?xml version=\"1.0\"?>\x01", &Err(Refusal::Text));
        check("a.xlsx", "STT;Nội dung\n1;Rà soát".as_bytes(), &Err(Refusal::Text));
        check("a.xlsx", &[0xff, 0xfe, b'S', 0], &Err(Refusal::Text));
        check("a.xlsx", b"\x89PNG\r\n\x1a\n\0\0", &Err(Refusal::NotAWorkbook));
        check("a.xlsx", b"PK\x03\x04", &Ok(()));
    }

    #[test]
    fn packages_of_other_programs_are_named() {
        let of = |parts: &[&str]| refuse_other_packages(|part| parts.contains(&part));
        assert_eq!(of(&["xl/workbook.bin"]), Err(Refusal::BinaryWorkbook));
        assert_eq!(of(&["word/document.xml", "_rels/.rels"]), Err(Refusal::OtherOffice));
        assert_eq!(of(&["content.xml", "meta-inf/manifest.xml"]), Err(Refusal::OpenDocument));
        assert_eq!(of(&["readme.txt"]), Err(Refusal::NotAWorkbook));
        assert_eq!(of(&["xl/workbook.xml"]), Ok(()));
    }
}
