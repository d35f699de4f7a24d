//! The line in a PDF by which we know our own.
//!
//! Owns the comment that is put before the end of a PDF: the digest of the document that it was made from, the workbook,
//! and a digest of everything else in the file. Must not know who makes a PDF. Readers of PDF skip comments; a PDF that
//! was signed or annotated since has another digest.

use crate::pipeline::sha256;

/// How the line begins.
const MARK: &[u8] = b"%vanthu docx=";
/// Where the digest of the rest begins.
const DIGEST: &[u8] = b" sha256=";
/// The words behind the last object of every PDF.
const END: &[u8] = b"startxref";
/// Bytes at the end in which a whole PDF has its last word.
const TAIL: usize = 1024;
/// Digits of a digest.
const DIGITS: usize = 64;

/// Whose a PDF is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PdfMark {
    /// Ours, as we wrote it.
    Intact {
        /// The digest of the document that it shows.
        docx: String,
        /// The names of the workbooks.
        source: String,
    },
    /// Ours, but changed since: signed, annotated, edited.
    Edited,
    /// Not ours.
    Foreign,
}

/// The PDF with our mark; `None` where it is not a whole PDF.
pub(super) fn marked(pdf: &[u8], docx: &str, source: &str) -> Option<Vec<u8>> {
    let tail = &pdf[pdf.len().saturating_sub(TAIL)..];
    if !pdf.starts_with(b"%PDF-") || find(tail, b"%%EOF").is_none() {
        return None;
    }
    let (before, after) = pdf.split_at(rfind(pdf, END)?);
    let line = [MARK, docx.as_bytes(), b" ", in_a_line(source).as_bytes()].concat();
    let digest = sha256(&[before, &line, after].concat());
    Some([before, &line, DIGEST, digest.as_bytes(), b"\n", after].concat())
}

/// Reads the mark of a PDF.
pub(super) fn read_mark(pdf: &[u8]) -> PdfMark {
    let Some(start) = rfind(pdf, MARK) else {
        return PdfMark::Foreign;
    };
    intact(pdf, start).unwrap_or(PdfMark::Edited)
}

/// The names of workbooks as the mark holds them.
pub(super) fn in_a_line(source: &str) -> String {
    source.replace(['\n', '\r'], " ")
}

fn intact(pdf: &[u8], start: usize) -> Option<PdfMark> {
    let end = start + find(&pdf[start..], b"\n")?;
    let at = start + rfind(&pdf[start..end], DIGEST)?;
    let rest = [&pdf[..at], &pdf[end + 1..]].concat();
    if sha256(&rest).as_bytes() != &pdf[at + DIGEST.len()..end] {
        return None;
    }
    let told = std::str::from_utf8(&pdf[start + MARK.len()..at]).ok()?;
    let (docx, source) = told.split_at_checked(DIGITS)?;
    Some(PdfMark::Intact { docx: docx.to_owned(), source: source.strip_prefix(' ')?.to_owned() })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n29\n%%EOF\n";

    #[test]
    fn a_marked_pdf_is_known_until_it_is_changed() {
        let docx = sha256(b"docx");
        let ours = marked(PDF, &docx, "sổ.xlsx").expect("a whole PDF");
        assert_eq!(read_mark(&ours), PdfMark::Intact { docx: docx.clone(), source: "sổ.xlsx".to_owned() });
        assert!(ours.ends_with(b"startxref\n29\n%%EOF\n"));
        assert_eq!(read_mark(PDF), PdfMark::Foreign);
        // A signature is appended.
        assert_eq!(
            read_mark(&[&ours, b"2 0 obj\n<<>>\nendobj\nstartxref\n99\n%%EOF\n".as_slice()].concat()),
            PdfMark::Edited
        );
        assert_eq!(read_mark(&ours[..ours.len() - 1]), PdfMark::Edited);
        let place = find(&ours, docx.as_bytes()).expect("the digest");
        let mut other = ours;
        other[place] ^= 1;
        assert_eq!(read_mark(&other), PdfMark::Edited);
    }

    #[test]
    fn half_a_pdf_is_none() {
        assert_eq!(marked(&PDF[..PDF.len() - 8], "", ""), None);
        assert_eq!(marked(b"", "", ""), None);
        assert_eq!(marked(b"startxref %%EOF", "", ""), None);
    }
}
