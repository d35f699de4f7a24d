//! The fingerprint: a digest of all other parts inside each file, which shows that the file is ours and unedited.
//!
//! Owns the digest, its place, and reading any file for it, within limits. Must not know what a document says. Its
//! result goes to the front, which keeps edited files.

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use sha2::{Digest, Sha256};
use zlib_rs::crc32::crc32;

use super::package::WrittenPart;
use super::parts::{CUSTOM, declared};
use super::text::allowed;
use crate::zip::{Package, PackageLimits, PackagePart};

/// The property with the digest: of the names, lengths and check sums of all other parts.
///
/// The contents themselves are not digested: that took half of all instructions of a paper. An edit leaves a check sum
/// unchanged only once in some four thousand million times.
const PROPERTY: &str = "vanthu-fingerprint";
/// The property with the names of the workbooks that the document was made from.
const SOURCE: &str = "vanthu-source";
/// The property in documents of earlier versions, with a digest of all contents; it is still checked.
const EARLIER_PROPERTY: &str = "vanthu-sha256";
/// The limits for reading a file from anywhere.
const LIMITS: PackageLimits = PackageLimits { file: 64 << 20, entries: 1000, part: 64 << 20, all_parts: 64 << 20 };
/// The most bytes of the part that holds the property; ours has some 400.
const MOST_PROPERTY_BYTES: u64 = 1 << 20;

/// Whether a file is still as we wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fingerprint {
    /// Every part is as it was written: the file may be replaced.
    Matches,
    /// The file is ours and was changed.
    Differs,
    /// The file is not ours, is no .docx, or is larger than the limits (64 MiB, 1000 parts).
    Absent,
}

/// Checks whether any file is still as we wrote it. Its compression may differ, its parts may not.
///
/// Reads at most 64 MiB, packed and unpacked, and never panics.
///
/// # Examples
/// ```
/// use vanthu::docx::{Fingerprint, fingerprint};
/// assert_eq!(fingerprint(b"no docx"), Fingerprint::Absent);
/// ```
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    let Ok(mut package) = Package::open(bytes, LIMITS) else { return Fingerprint::Absent };
    let Some(carried) = carried_digest(&mut package) else { return Fingerprint::Absent };
    match digest(&mut package, carried.of) {
        Some(digest) if digest == carried.digest => Fingerprint::Matches,
        _ => Fingerprint::Differs,
    }
}

/// The names of the workbooks that a file of ours was made from; `None` for any other file, and for one that says
/// nothing of it.
#[must_use]
pub fn source(bytes: &[u8]) -> Option<String> {
    let mut package = Package::open(bytes, LIMITS).ok()?;
    let part = custom_properties(&mut package)?;
    let source = text_of(&part, |name| (name == SOURCE).then_some(()))?.1;
    quick_xml::escape::unescape(&source).ok().map(std::borrow::Cow::into_owned).filter(|source| !source.is_empty())
}

/// The part with the digest of all other parts, given in the order of their names, and with the document's source.
pub(super) fn stamp<'a>(parts: impl Iterator<Item = &'a WrittenPart>, source: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash_piece(&mut hash, part.name.as_bytes());
        hash_check_sum(&mut hash, part.bytes.len(), part.check_sum);
    }
    let digest = hex(hash);
    let properties = format!(
        concat!(
            r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties""#,
            r#" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">"#,
            // The id is that of all custom properties; numbers below 2 are reserved by Word.
            r#"<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}">"#,
            "<vt:lpwstr>{}</vt:lpwstr></property>{}</Properties>"
        ),
        PROPERTY,
        digest,
        source_property(source)
    );
    declared(&properties)
}

fn source_property(source: &str) -> String {
    if source.is_empty() {
        return String::new();
    }
    let form = r#"<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name=""#;
    format!("{form}{SOURCE}\"><vt:lpwstr>{}</vt:lpwstr></property>", escape(&*allowed(source)))
}

/// The digest written in a file.
fn carried_digest(package: &mut Package<'_>) -> Option<Carried> {
    let part = custom_properties(package)?;
    text_of(&part, input_of).map(|(of, digest)| Carried { of, digest })
}

/// The part with our properties, as text.
fn custom_properties(package: &mut Package<'_>) -> Option<String> {
    let custom = package.parts().iter().find(|part| part.written == CUSTOM)?.clone();
    String::from_utf8(package.read(&custom, MOST_PROPERTY_BYTES).ok()?).ok()
}

/// The digest computed from a file; `None` where a part can't be read within the limits.
fn digest(package: &mut Package<'_>, of: Digested) -> Option<String> {
    let is_hashed = |part: &&PackagePart| !part.written.ends_with('/') && part.written != CUSTOM;
    let mut parts: Vec<PackagePart> = package.parts().iter().filter(is_hashed).cloned().collect();
    parts.sort_by(|one, other| one.written.cmp(&other.written));
    let mut hash = Sha256::new();
    for part in parts {
        let bytes = package.read(&part, LIMITS.part).ok()?;
        hash_piece(&mut hash, part.written.as_bytes());
        match of {
            Digested::Contents => hash_piece(&mut hash, &bytes),
            Digested::CheckSums => hash_check_sum(&mut hash, bytes.len(), crc32(0, &bytes)),
        }
    }
    Some(hex(hash))
}

/// The input of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digested {
    /// Names and contents of all other parts, as in earlier versions.
    Contents,
    /// Names, lengths and check sums of all other parts.
    CheckSums,
}

/// A digest written in a file.
#[derive(Debug)]
struct Carried {
    of: Digested,
    digest: String,
}

/// The text of the first property whose name means something; `None` where there is none or the part is no XML.
fn text_of<T: Copy>(part: &str, meaning: impl Fn(&str) -> Option<T>) -> Option<(T, String)> {
    let mut reader = Reader::from_str(part);
    let mut found: Option<(T, String)> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if found.is_none() => {
                found = name_of(&start).and_then(|name| meaning(&name)).map(|meaning| (meaning, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, value)) = &mut found {
                    value.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                if let Some((_, value)) = &mut found {
                    value.extend(["&", &*name, ";"]);
                }
            }
            Event::End(end) if end.local_name().as_ref() == "property" && found.is_some() => {
                // Another program may have put the value on lines of its own.
                return found.map(|(meaning, value)| (meaning, value.trim().to_owned()));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The name of a property.
fn name_of(start: &BytesStart) -> Option<String> {
    let mut attributes = start.attributes().flatten().filter(|_| start.local_name().as_ref() == "property");
    attributes.find(|attribute| attribute.key.0 == "name").map(|attribute| attribute.value.into_owned())
}

/// The input of the digest in the property of this name, if it is one of ours.
fn input_of(name: &str) -> Option<Digested> {
    match name {
        PROPERTY => Some(Digested::CheckSums),
        EARLIER_PROPERTY => Some(Digested::Contents),
        _ => None,
    }
}

/// The SHA-256 of a whole file, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// The length comes before the piece, so that two different lists of pieces never give the same input.
fn hash_piece(hash: &mut Sha256, piece: &[u8]) {
    hash.update((piece.len() as u64).to_le_bytes());
    hash.update(piece);
}

fn hash_check_sum(hash: &mut Sha256, length: usize, check_sum: u32) {
    hash.update((length as u64).to_le_bytes());
    hash.update(check_sum.to_le_bytes());
}

fn hex(hash: Sha256) -> String {
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::super::demo::{self, binary_part, is_picture, names};
    use super::super::parts::{DOCUMENT, STYLES};
    use super::super::write;
    use super::*;

    const CORE: &[u8] = b"docProps/core.xml";

    /// The parts of a file, to be changed and packed again.
    fn unpacked(docx: &[u8]) -> Vec<(String, Vec<u8>)> {
        names(docx).into_iter().map(|name| (name.clone(), binary_part(docx, &name))).collect()
    }

    fn packed(parts: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(method);
        for (name, bytes) in parts {
            archive.start_file(name.as_str(), options).expect("names differ");
            archive.write_all(bytes).expect("memory takes every write");
        }
        archive.finish().expect("memory takes every write").into_inner()
    }

    fn changed(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
        let mut parts = unpacked(&write(&demo::document()));
        change(&mut parts);
        packed(&parts, CompressionMethod::Deflated)
    }

    #[test]
    fn a_written_file_matches() {
        assert_eq!(fingerprint(&write(&demo::document())), Fingerprint::Matches);
    }

    #[test]
    fn a_file_carries_its_source() {
        let mut document = demo::document();
        assert_eq!(source(&write(&document)).as_deref(), Some("so-lieu.xlsx"));
        document.properties.source = "Thôn & bản <1>.xlsx; b.xlsx".to_owned();
        assert_eq!(source(&write(&document)).as_deref(), Some("Thôn & bản <1>.xlsx; b.xlsx"));
        assert_eq!(source(b"no docx"), None);
    }

    #[test]
    fn another_packing_of_the_same_parts_matches() {
        let mut parts = unpacked(&write(&demo::document()));
        parts.reverse();
        assert_eq!(fingerprint(&packed(&parts, CompressionMethod::Stored)), Fingerprint::Matches);
    }

    #[test]
    fn one_changed_letter_differs() {
        let docx = changed(|parts| {
            let (_, document) = parts.iter_mut().find(|(name, _)| name == DOCUMENT).expect("there is a document");
            let place = document.windows(3).position(|window| window == b"VT.").expect("the demo names the archive");
            document[place] = b'W';
        });
        assert_eq!(fingerprint(&docx), Fingerprint::Differs);
    }

    #[test]
    fn an_added_removed_or_renamed_part_differs() {
        assert_eq!(
            fingerprint(&changed(|parts| parts.push(("word/media/a.png".into(), vec![1])))),
            Fingerprint::Differs
        );
        assert_eq!(fingerprint(&changed(|parts| parts.retain(|(name, _)| name != STYLES))), Fingerprint::Differs);
        let docx = changed(|parts| parts.iter_mut().for_each(|(name, _)| *name = name.replace("header1", "header3")));
        assert_eq!(fingerprint(&docx), Fingerprint::Differs);
    }

    #[test]
    fn a_file_saved_again_by_an_office_differs() {
        let docx = changed(|parts| {
            for (name, bytes) in parts.iter_mut().filter(|(name, _)| !is_picture(name)) {
                let text = std::str::from_utf8(bytes).expect("parts are UTF-8");
                // The same elements written differently, with our property kept.
                let again = if name == CUSTOM { text.replace("><", ">\n<") } else { text.replace(" />", "/>") };
                *bytes = again.into_bytes();
            }
        });
        assert_eq!(fingerprint(&docx), Fingerprint::Differs);
    }

    #[test]
    fn a_file_of_others_has_no_fingerprint() {
        assert_eq!(fingerprint(&changed(|parts| parts.retain(|(name, _)| name != CUSTOM))), Fingerprint::Absent);
        let other = changed(|parts| {
            let (_, custom) = parts.iter_mut().find(|(name, _)| name == CUSTOM).expect("ours has one");
            *custom = String::from_utf8_lossy(custom).replace(PROPERTY, "Company").into_bytes();
        });
        assert_eq!(fingerprint(&other), Fingerprint::Absent);
        // Two parts of one name, of which two readers may read different ones; the names have the same length.
        let mut twice = write(&demo::document());
        while let Some(place) = twice.windows(CORE.len()).position(|window| window == CORE) {
            twice[place..][..CORE.len()].copy_from_slice(DOCUMENT.as_bytes());
        }
        assert_eq!(fingerprint(&twice), Fingerprint::Absent);
        for bytes in [&b""[..], b"PK\x05\x06", b"PK\x03\x04", b"<html>", &[0xd0, 0xcf, 0x11, 0xe0]] {
            assert_eq!(fingerprint(bytes), Fingerprint::Absent);
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = vec![0; (64 << 20) + 1];
        assert_eq!(fingerprint(&changed(|parts| parts.push(("word/media/a.png".into(), bomb)))), Fingerprint::Differs);
        let many = changed(|parts| parts.extend((0..LIMITS.entries).map(|place| (place.to_string(), vec![]))));
        assert_eq!(fingerprint(&many), Fingerprint::Absent);
        let wide = changed(|parts| {
            let (_, custom) = parts.iter_mut().find(|(name, _)| name == CUSTOM).expect("ours has one");
            custom.resize(2 << 20, b' ');
        });
        assert_eq!(fingerprint(&wide), Fingerprint::Absent);
    }

    #[test]
    fn damage_never_panics() {
        let docx = write(&demo::document());
        for length in 0..docx.len() {
            assert_ne!(fingerprint(&docx[..length]), Fingerprint::Matches);
        }
        // A fixed sequence (xorshift): the same damage on every machine.
        let mut state = 0x9e37_79b9_u32;
        let mut next = |below: usize| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state as usize % below
        };
        for _ in 0..2000 {
            let mut damaged = docx.clone();
            for _ in 0..=next(4) {
                let place = next(damaged.len());
                damaged[place] = u8::try_from(next(256)).expect("a remainder of 256 fits a byte");
            }
            let _any_answer = fingerprint(&damaged);
        }
    }

    #[test]
    fn different_lists_of_parts_have_different_digests() {
        let digest = |pieces: [&[u8]; 2]| {
            let mut hash = Sha256::new();
            for piece in pieces {
                hash_piece(&mut hash, piece);
            }
            hex(hash)
        };
        assert_ne!(digest([b"ab", b"c"]), digest([b"a", b"bc"]));
    }

    /// The demo as written by earlier versions: its digest is of all contents.
    fn earlier_version(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
        changed(|parts| {
            parts.sort();
            let mut hash = Sha256::new();
            for (name, bytes) in parts.iter().filter(|(name, _)| name != CUSTOM) {
                hash_piece(&mut hash, name.as_bytes());
                hash_piece(&mut hash, bytes);
            }
            let (_, custom) = parts.iter_mut().find(|(name, _)| name == CUSTOM).expect("ours has one");
            let text = String::from_utf8_lossy(custom).replace(PROPERTY, EARLIER_PROPERTY);
            let (head, tail) = text.split_once("<vt:lpwstr>").expect("the property has a text");
            let (_, tail) = tail.split_once("</vt:lpwstr>").expect("the text ends");
            *custom = format!("{head}<vt:lpwstr>{}</vt:lpwstr>{tail}", hex(hash)).into_bytes();
            change(parts);
        })
    }

    #[test]
    fn a_file_of_an_earlier_version_is_still_checked() {
        assert_eq!(fingerprint(&earlier_version(|_| ())), Fingerprint::Matches);
        let edited = earlier_version(|parts| {
            let (_, text) = parts.iter_mut().find(|(name, _)| name == DOCUMENT).expect("there is a document");
            text.push(b' ');
        });
        assert_eq!(fingerprint(&edited), Fingerprint::Differs);
    }
}
