//! Plays the clerk in the story of the first hour: fills a cell as Excel would, changes words as an editor would.
//!
//! Owns these two actions. Must not know vanthu. `tests/first_hour/story.md` runs them between its commands.
//!
//! `clerk cell FILE SHEET CELL TEXT` · `clerk words FILE OLD NEW`

#![allow(clippy::disallowed_methods, reason = "it writes files as a clerk would")]

use std::fs::{self, File};
use std::io::{Cursor, Read as _, Write as _};

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["cell", file, sheet, cell, text] => fill_cell(file, sheet, cell, text),
        ["words", file, old, new] => change_words(file, old, new),
        _ => panic!("clerk cell FILE SHEET CELL TEXT, or clerk words FILE OLD NEW"),
    }
}

fn change_words(file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(file).expect("the file is text");
    assert_eq!(text.matches(old).count(), 1, "the words stand once in the file");
    fs::write(file, text.replace(old, new)).expect("the file can be written");
}

fn fill_cell(file: &str, sheet: &str, cell: &str, text: &str) {
    let bytes = fs::read(file).expect("the workbook can be read");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a package");
    let part = part_of_sheet(&mut archive, sheet);
    let mut changed = ZipWriter::new(File::create(file).expect("the workbook can be written"));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("a part can be read");
        let name = entry.name().expect("a part has a name").to_string();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("a part can be read");
        if name == part {
            let xml = String::from_utf8(content).expect("a sheet is UTF-8");
            content = with_cell(&xml, cell, text).into_bytes();
        }
        changed.start_file(&*name, SimpleFileOptions::default()).expect("a part can be written");
        changed.write_all(&content).expect("a part can be written");
    }
    changed.finish().expect("the workbook can be written");
}

/// The part of a sheet: parts are numbered in the order of the tabs.
fn part_of_sheet(archive: &mut ZipArchive<Cursor<Vec<u8>>>, wanted: &str) -> String {
    let mut xml = String::new();
    let mut workbook = archive.by_name("xl/workbook.xml").expect("a workbook has its list of sheets");
    workbook.read_to_string(&mut xml).expect("the list is UTF-8");
    let names = xml.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let place = names.into_iter().position(|name| name == wanted).expect("the sheet is there");
    format!("xl/worksheets/sheet{}.xml", place + 1)
}

/// The sheet with another text in an existing cell; the cell's format stays.
fn with_cell(xml: &str, wanted: &str, text: &str) -> String {
    let mut reader = Reader::from_str(xml);
    loop {
        let start = usize::try_from(reader.buffer_position()).expect("a sheet fits memory");
        let event = reader.read_event().expect("a sheet is XML");
        let (tag, is_empty) = match event {
            Event::Eof => panic!("the sheet has no cell {wanted}"),
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            _ => continue,
        };
        let of = |name: &str| {
            let found = tag.try_get_attribute(name).expect("attributes are XML");
            found.map(|found| found.value.to_string())
        };
        if tag.name().as_ref() != "c" || of("r").as_deref() != Some(wanted) {
            continue;
        }
        let format = of("s").map(|format| format!(" s=\"{format}\"")).unwrap_or_default();
        let tag = tag.to_end().into_owned();
        if !is_empty {
            reader.read_to_end(tag.name()).expect("a cell ends");
        }
        let end = usize::try_from(reader.buffer_position()).expect("a sheet fits memory");
        let filled = format!("<c r=\"{wanted}\"{format} t=\"inlineStr\"><is><t>{}</t></is></c>", escape(text));
        return [&xml[..start], &filled, &xml[end..]].concat();
    }
}
