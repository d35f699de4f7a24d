//! Mutants: sound workbooks of every format, each changed in a few places, always in the same ones.
//!
//! Owns the originals and the dice. Must not know what reading a mutant gives. `tests/hostile.rs` reads some hundred of
//! them, `examples/mutants.rs` as many as are asked for.

mod binary;
mod text;

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook as Written};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// The sound workbooks of a format.
pub(crate) struct Original {
    files: Vec<SoundFile>,
}

/// A sound workbook, as it is changed.
enum SoundFile {
    /// A package, part by part.
    Package(Vec<(String, Vec<u8>)>),
    /// A file without parts.
    Container(&'static [u8]),
}

impl Original {
    /// The formats.
    #[allow(dead_code, reason = "the program reads all of them, the test some of each")]
    pub(crate) const FORMATS: [&'static str; 5] = ["xlsx", "xlsm", "ods", "xls", "xlsb"];

    /// The sound workbooks of a format, by the ending of its files.
    pub(crate) fn of(format: &str) -> Self {
        let package = |bytes: &[u8]| SoundFile::Package(unzipped(bytes));
        let files = match format {
            "xlsx" => vec![
                SoundFile::Package(rich_book()),
                package(include_bytes!("../other_writers/struck-and-hidden/libreoffice.xlsx")),
            ],
            "xlsm" => vec![SoundFile::Package(with_macros(rich_book()))],
            "ods" => vec![SoundFile::Package(open_document())],
            "xls" => vec![
                SoundFile::Container(include_bytes!("../other_writers/struck-and-hidden/libreoffice.xls")),
                SoundFile::Container(include_bytes!("../other_writers/libreoffice.xls")),
                SoundFile::Container(include_bytes!("../other_writers/sheetjs.xls")),
                SoundFile::Container(include_bytes!("../other_writers/xlwt.xls")),
            ],
            "xlsb" => vec![package(include_bytes!("../other_writers/sheetjs.xlsb"))],
            other => panic!("no such format: {other}"),
        };
        Self { files }
    }

    /// The mutant of this number: one to three changes.
    pub(crate) fn mutant(&self, number: usize) -> Vec<u8> {
        let mut dice = Dice::of(number);
        match &self.files[number % self.files.len()] {
            SoundFile::Package(parts) => mutant_of_package(parts, &mut dice),
            SoundFile::Container(bytes) => {
                let mut bytes = bytes.to_vec();
                for _ in 0..=dice.below(3) {
                    binary::change_container(&mut bytes, &mut dice);
                }
                bytes
            }
        }
    }
}

/// Numbers that look random and are the same on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of a mutant.
    fn of(number: usize) -> Self {
        const SEED: u64 = 0x5eed_1234_abcd_0001;
        let spread = (number as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut dice = Self((SEED ^ spread).max(1));
        dice.below(1);
        dice
    }

    /// A number below the limit; 0 where the limit is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }
}

/// One to three changes of parts, or of the zip itself.
fn mutant_of_package(original: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let mut parts = original.to_vec();
    for _ in 0..=dice.below(3) {
        let part = dice.below(parts.len());
        if dice.below(40) == 0 {
            parts.remove(part);
        } else if parts[part].1.contains(&0) {
            binary::change(&mut parts[part].1, dice);
        } else {
            text::change(&mut parts[part].1, dice);
        }
    }
    let mut bytes = zipped(&parts);
    if dice.below(10) == 0 {
        for _ in 0..=dice.below(4) {
            let at = dice.below(bytes.len());
            bytes[at] = u8::try_from(dice.below(256)).expect("a byte");
        }
    }
    bytes
}

/// The parts of a spreadsheet that `LibreOffice` wrote.
fn open_document() -> Vec<(String, Vec<u8>)> {
    let mut parts = unzipped(include_bytes!("../other_writers/libreoffice.ods"));
    // Other parts are not read.
    parts.retain(|(name, _)| ["content.xml", "styles.xml", "META-INF/manifest.xml"].contains(&name.as_str()));
    parts
}

/// A workbook with macros, as Excel writes it: another type of its main part, and a part that nobody reads.
fn with_macros(mut parts: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    for (name, content) in &mut parts {
        if name == "[Content_Types].xml" {
            let text = String::from_utf8(content.clone()).expect("XML");
            let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
            *content = text.replace(sheet, "application/vnd.ms-excel.sheet.macroEnabled.main+xml").into_bytes();
        }
    }
    parts.push(("xl/vbaProject.bin".to_owned(), vec![0xd0; 2_000]));
    parts
}

/// The parts of a workbook with every kind of content.
fn rich_book() -> Vec<(String, Vec<u8>)> {
    let mut book = Written::new();
    // Without a day of its own it has that of the machine, and every day other mutants.
    let created = ExcelDateTime::from_ymd(2026, 7, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for name in ["Nhiệm vụ", "Kết quả"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a sheet name");
        sheet.merge_range(0, 0, 0, 3, "TIÊU ĐỀ", &Format::new()).expect("a region");
        for (column, heading) in (0..).zip(["Mã", "Nội dung nhiệm vụ", "Trạng thái", "Thời hạn"]) {
            sheet.write_string(1, column, heading).expect("a cell");
        }
        for row in 2..12 {
            sheet.write_string(row, 0, format!("NV-{row}")).expect("a cell");
            sheet.write_string(row, 1, "Rà soát\u{b}hộ nghèo").expect("a cell");
            sheet.write_formula(row, 2, Formula::new("=A3").set_result("Xong")).expect("a cell");
            sheet.write_number_with_format(row, 3, 46_000 + row, &day).expect("a cell");
        }
        sheet.merge_range(12, 0, 12, 3, "I. Nhóm", &Format::new()).expect("a region");
    }
    unzipped(&book.save_to_buffer().expect("a workbook"))
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        parts.push((name, content));
    }
    parts
}

/// A zip of these parts, deflated.
fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, content) in parts {
        zip.start_file(name.as_str(), options).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a zip").into_inner()
}
