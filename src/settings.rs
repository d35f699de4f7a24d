//! The settings of an office: `vanthu.toml`, typed.
//!
//! Owns the keys, their defaults and their allowed values. Must not know where the file was found or who reads which
//! setting. Its output goes from the front to the rooms.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::pattern::Pattern;
use reader::Entry;

mod answers;
mod in_force;
mod reader;

use answers::{GROUP_ANSWERS, LEAD_ANSWERS};
pub use answers::{GroupAnswer, LeadAnswer};
pub use in_force::{InForce, Setting, SettingSource, in_force};

/// Every setting in force: the file's value, else the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `[chu_ky] cap_pho`: the authority lines above a deputy's name.
    pub deputy_lines: DeputyLines,
    /// `[can_cu] dau_cuoi`: the mark after the last ground.
    pub last_ground_mark: LastGroundMark,
    /// `[han] truoc_ngay_tinh_ca_ngay`: whether "trước ngày" counts the day itself.
    pub day_of_before: DayOfBefore,
    /// `[han] sap_den_ngay`: a task is due soon this many days before its deadline, 0 to 365.
    pub due_soon_days: u32,
    /// `[ky] cua_so`: a result still counts this many days after the period's end, 0 to 365.
    pub reporting_window_days: u32,
    /// `[so] thap_phan`: decimals of a percentage, 0 to 6.
    pub percent_decimals: u32,
    /// `[bao_cao] bieu_do`: whether a report has an annex of charts.
    pub report_charts: ReportCharts,
    /// `[chu] dau_thanh`: where tone marks stand.
    pub tone_marks: ToneMarks,
    /// `[tep] ten`: the name of a single document, without extension; gaps `{ten_goi}`, `{chu_de}`, `{ky}`.
    pub file_name: Pattern,
    /// `[tep] ten_lo`: the name of a document of a batch, without extension; gaps `{stt}`, `{loai}`, `{ten}`.
    pub batch_file_name: Pattern,
    /// `[doc] gach_ngang`: whether rows that are struck out are read.
    pub struck_rows: StruckRows,
    /// `[doc.tieu_de]`: the clerk's headings and the meaning of each; NFC, empty where the clerk gave none.
    pub headings: BTreeMap<String, String>,
    /// `[doc.trang]`: the names of sheets and the kind of each; NFC, empty where the clerk gave none.
    pub sheets: BTreeMap<String, String>,
    /// `[doc.don_vi]`: the clerk's names of units and the unit that each means; NFC, empty where the clerk gave none.
    pub units: BTreeMap<String, String>,
    /// `[doc.nhom]`: the rows that may be groups or tasks, by their words, and what each is.
    pub groups: BTreeMap<String, GroupAnswer>,
    /// `[doc.chu_tri]`: the headings of columns whose cells name several units, and which of these leads.
    pub leads: BTreeMap<String, LeadAnswer>,
}

/// The authority lines above a deputy's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeputyLines {
    /// Three lines: TM., KT., PHÓ.
    CollectiveAndHead,
    /// Two lines: KT., PHÓ.
    HeadOnly,
}

/// The mark after the last ground (căn cứ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastGroundMark {
    /// `.`
    FullStop,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
}

/// Whether "trước ngày 30/11" includes the 30th.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfBefore {
    /// The last day is the 29th.
    Excluded,
    /// The last day is the 30th.
    Included,
}

/// Whether a report has an annex of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportCharts {
    /// It has none.
    LeftOut,
    /// They are in the last annex.
    Annexed,
}

/// What is done with rows that are struck out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StruckRows {
    /// They are left out, which is reported.
    #[default]
    LeftOut,
    /// They are read like any other.
    Read,
}

/// Where tone marks are placed in open syllables (oa, oe, uy).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToneMarks {
    /// As typed.
    AsTyped,
    /// On the second vowel: hoà.
    New,
    /// On the first vowel: hòa.
    Old,
}

impl LastGroundMark {
    /// The mark itself.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::FullStop => '.',
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            deputy_lines: DeputyLines::CollectiveAndHead,
            last_ground_mark: LastGroundMark::FullStop,
            day_of_before: DayOfBefore::Excluded,
            due_soon_days: 7,
            reporting_window_days: 0,
            percent_decimals: 2,
            report_charts: ReportCharts::LeftOut,
            tone_marks: ToneMarks::AsTyped,
            file_name: Pattern::new("{ten_goi} {chu_de} {ky}"),
            batch_file_name: Pattern::new("{stt} - {loai} - {ten}"),
            struck_rows: StruckRows::LeftOut,
            headings: BTreeMap::new(),
            sheets: BTreeMap::new(),
            units: BTreeMap::new(),
            groups: BTreeMap::new(),
            leads: BTreeMap::new(),
        }
    }
}

/// The tables and their keys, as the file names them.
const TABLES: [(&str, &[&str]); 9] = [
    ("chu_ky", &["cap_pho"]),
    ("can_cu", &["dau_cuoi"]),
    ("han", &["truoc_ngay_tinh_ca_ngay", "sap_den_ngay"]),
    ("ky", &["cua_so"]),
    ("so", &["thap_phan"]),
    ("bao_cao", &["bieu_do"]),
    ("chu", &["dau_thanh"]),
    ("tep", &["ten", "ten_lo"]),
    ("doc", &["gach_ngang", "tieu_de", "trang", "don_vi", "nhom", "chu_tri"]),
];

const DEPUTY_LINES: [(&str, DeputyLines); 2] =
    [("tm_kt", DeputyLines::CollectiveAndHead), ("kt", DeputyLines::HeadOnly)];
const LAST_GROUND_MARKS: [(&str, LastGroundMark); 3] =
    [(".", LastGroundMark::FullStop), (",", LastGroundMark::Comma), (";", LastGroundMark::Semicolon)];
const TONE_MARKS: [(&str, ToneMarks); 3] =
    [("nguyen", ToneMarks::AsTyped), ("moi", ToneMarks::New), ("cu", ToneMarks::Old)];

/// The name of the file.
pub const FILE_NAME: &str = "vanthu.toml";

/// A `vanthu.toml` to start from: every key with its meaning and its default, each commented out.
pub const COMMENTED: &str = include_str!("settings/commented.toml");

/// The text of a `vanthu.toml`; `file` is its name in messages.
///
/// # Errors
/// The bytes are not UTF-8 (`CD-004`).
pub fn decode(file: &str, bytes: Vec<u8>, out: &mut Diagnostics) -> Result<String, Reported> {
    String::from_utf8(bytes).map_err(|_| out.fail(Diagnostic::error("CD-004").at(&Place::file(file))))
}

/// Reads the text of a `vanthu.toml`; `file` is its name in messages. A key with a mistake keeps its default.
///
/// Reports every mistake at once: an unknown table or key (`CD-001`), a value that is not allowed (`CD-002`), a line
/// that is not TOML (`CD-003`).
///
/// # Examples
/// ```
/// use vanthu::{diag::Diagnostics, settings};
/// let mut out = Diagnostics::new();
/// let settings = settings::parse("vanthu.toml", "[han]\nsap_den_ngay = 10", &mut out);
/// assert_eq!((settings.due_soon_days, settings.percent_decimals), (10, 2));
/// settings::parse("vanthu.toml", "[hann]\nsap_den_ngay = 10", &mut out);
/// assert_eq!(out.messages()[0].code, "CD-001");
/// ```
#[must_use]
pub fn parse(file: &str, text: &str, out: &mut Diagnostics) -> Settings {
    let mut settings = Settings::default();
    let _where = reader::read(file, text, out, |entry| set(&mut settings, entry));
    settings
}

/// Sets one entry of the file.
fn set(settings: &mut Settings, entry: &mut Entry) {
    const DAYS: std::ops::RangeInclusive<u32> = 0..=365;
    match (entry.table, entry.key) {
        ("chu_ky", "cap_pho") => entry.word(&DEPUTY_LINES, &mut settings.deputy_lines),
        ("can_cu", "dau_cuoi") => entry.word(&LAST_GROUND_MARKS, &mut settings.last_ground_mark),
        ("han", "truoc_ngay_tinh_ca_ngay") => {
            entry.flag([DayOfBefore::Excluded, DayOfBefore::Included], &mut settings.day_of_before);
        }
        ("han", "sap_den_ngay") => entry.number(DAYS, &mut settings.due_soon_days),
        ("ky", "cua_so") => entry.number(DAYS, &mut settings.reporting_window_days),
        ("so", "thap_phan") => entry.number(0..=6, &mut settings.percent_decimals),
        ("bao_cao", "bieu_do") => {
            entry.flag([ReportCharts::LeftOut, ReportCharts::Annexed], &mut settings.report_charts);
        }
        ("chu", "dau_thanh") => entry.word(&TONE_MARKS, &mut settings.tone_marks),
        ("tep", "ten") => entry.pattern(&["ten_goi", "chu_de", "ky"], &mut settings.file_name),
        ("tep", "ten_lo") => entry.pattern(&["stt", "loai", "ten"], &mut settings.batch_file_name),
        ("doc", "gach_ngang") => entry.flag([StruckRows::LeftOut, StruckRows::Read], &mut settings.struck_rows),
        ("doc", "tieu_de") => entry.texts(&mut settings.headings),
        ("doc", "trang") => entry.texts(&mut settings.sheets),
        ("doc", "don_vi") => entry.texts(&mut settings.units),
        ("doc", "nhom") => entry.words(&GROUP_ANSWERS, &mut settings.groups),
        ("doc", "chu_tri") => entry.words(&LEAD_ANSWERS, &mut settings.leads),
        (table, key) => unreachable!("[{table}] {key} is listed in TABLES but set nowhere"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULTS: &str = r#"
        [chu_ky]
        cap_pho = "tm_kt"
        [can_cu]
        dau_cuoi = "."
        [han]
        truoc_ngay_tinh_ca_ngay = false
        sap_den_ngay = 7
        [ky]
        cua_so = 0
        [so]
        thap_phan = 2
        [bao_cao]
        bieu_do = false
        [chu]
        dau_thanh = "nguyen"
        [tep]
        ten = "{ten_goi} {chu_de} {ky}"
        ten_lo = "{stt} - {loai} - {ten}"
        [doc]
        gach_ngang = false
        [doc.tieu_de]
        [doc.don_vi]
    "#;

    fn read(text: &str) -> (Settings, Vec<Diagnostic>) {
        let mut out = Diagnostics::new();
        let settings = parse("vanthu.toml", text, &mut out);
        (settings, out.messages().to_vec())
    }

    /// Code and line of every message, and its value for this argument.
    fn mistakes(text: &str, argument: &str) -> Vec<(&'static str, u32, String)> {
        let describe = |message: Diagnostic| {
            let value = message.arguments.iter().find(|(name, _)| *name == argument);
            let value = value.map(|(_, value)| value.clone()).unwrap_or_default();
            (message.code, message.place.line.expect("a mistake has a line"), value)
        };
        read(text).1.into_iter().map(describe).collect()
    }

    #[test]
    fn keys_and_defaults_match_the_documentation() {
        assert_eq!(read(DEFAULTS), (Settings::default(), vec![]));
        assert_eq!(read(""), (Settings::default(), vec![]));
        assert_eq!(read("\u{feff}# Sổ tay\r\n[han]\r\nsap_den_ngay = 3\r\n").0.due_soon_days, 3);
    }

    #[test]
    fn the_commented_file_sets_nothing_and_uncommented_gives_the_defaults() {
        assert_eq!(read(COMMENTED), (Settings::default(), vec![]));
        // The tables for the clerk's answers are not commented out, so that the line given by a hint can be pasted
        // there.
        let is_entry = |line: &&str| line.starts_with('[') || line.starts_with('#') && !line.starts_with("# ");
        let entries = COMMENTED.lines().filter(is_entry).filter(|line| *line != "#");
        let uncommented: Vec<&str> = entries.map(|line| line.trim_start_matches('#')).collect();
        assert_eq!(read(&uncommented.join("\n")), (Settings::default(), vec![]));
        let has =
            |line: &str| uncommented.iter().any(|entry| *entry == line || entry.starts_with(&format!("{line} = ")));
        for (table, key) in TABLES.iter().flat_map(|(table, keys)| keys.iter().map(move |key| (table, key))) {
            assert!(has(key) && has(&format!("[{table}]")) || has(&format!("[{table}.{key}]")), "[{table}] {key}");
        }
    }

    #[test]
    fn the_commented_file_gives_an_example_that_is_read() {
        let examples =
            COMMENTED.lines().filter_map(|line| line.strip_prefix("#   \"")).filter(|line| line.contains(" = "));
        let examples: Vec<String> = examples.map(|line| format!("\"{line}")).collect();
        let (settings, messages) = read(&format!(
            "[doc.tieu_de]\n{}\n[doc.trang]\n{}\n[doc.don_vi]\n{}\n[doc.nhom]\n{}\n[doc.chu_tri]\n{}\n",
            examples[0], examples[1], examples[2], examples[3], examples[4]
        ));
        assert_eq!((messages, settings.headings.len(), settings.sheets.len(), settings.units.len()), (vec![], 1, 1, 1));
        assert_eq!((settings.groups.len(), settings.leads.len()), (1, 1));
    }

    #[test]
    fn a_file_that_is_not_utf_8_is_reported() {
        let mut out = Diagnostics::new();
        let utf_16 = "[han]".encode_utf16().flat_map(u16::to_le_bytes).chain([0xff]).collect();
        assert!(decode("vanthu.toml", utf_16, &mut out).is_err());
        assert_eq!(out.messages()[0].code, "CD-004");
    }

    #[test]
    fn every_value_besides_the_defaults_is_read() {
        let (settings, messages) = read(concat!(
            "chu_ky.cap_pho = 'kt'\ncan_cu = { dau_cuoi = ';' }\n[han]\ntruoc_ngay_tinh_ca_ngay = true\n",
            "[chu]\ndau_thanh = 'moi'\n[so]\nthap_phan = 0x1\n[bao_cao]\nbieu_do = true\n[doc.tieu_de]\n'Việc  Cần Làm' = 'noi_dung'\n",
        ));
        assert_eq!(messages, []);
        assert_eq!(settings.deputy_lines, DeputyLines::HeadOnly);
        assert_eq!(settings.last_ground_mark.mark(), ';');
        assert_eq!(settings.day_of_before, DayOfBefore::Included);
        assert_eq!((settings.tone_marks, settings.percent_decimals), (ToneMarks::New, 1));
        assert_eq!(settings.report_charts, ReportCharts::Annexed);
        assert_eq!(settings.headings.get("Việc Cần Làm").map(String::as_str), Some("noi_dung"));
    }

    #[test]
    fn unknown_keys_are_reported_with_the_nearest_known_one() {
        let text = "[chuky]\nx = 1\n[han]\nsap_den = 7\n[doc]\n'tieu_đề' = {}\n";
        let nearest = ["chu_ky", "sap_den_ngay", "tieu_de"];
        let expected = [1, 4, 6].into_iter().zip(nearest).map(|(line, near)| ("CD-001", line, near.to_owned()));
        assert_eq!(mistakes(text, "nearest"), expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_key_outside_its_table_is_reported_with_its_table() {
        let (_, messages) = read("sap_den_ngay = 7");
        assert_eq!((messages[0].code, messages[0].hint), ("CD-001", Some("table")));
    }

    #[test]
    fn wrong_values_keep_the_default_and_are_all_reported() {
        let text = concat!(
            "han = 7\n[chu_ky]\ncap_pho = \"TM\"\n[so]\nthap_phan = 7\n[ky]\ncua_so = -1\n[tep]\nten = \"{ngay}\"\n",
            "ten_lo = ' '\n[doc.don_vi]\na = 1\n[[chu]]\n[can_cu]\ndau_cuoi = true\n",
        );
        let found = mistakes(text, "key");
        let expected = [
            (1, "han"),
            (3, "chu_ky.cap_pho"),
            (5, "so.thap_phan"),
            (7, "ky.cua_so"),
            (9, "tep.ten"),
            (10, "tep.ten_lo"),
            (12, "doc.don_vi.a"),
            (13, "chu"),
            (15, "can_cu.dau_cuoi"),
        ];
        let expected = expected.map(|(line, key)| ("CD-002", line, key.to_owned()));
        assert_eq!(found, expected);
        assert_eq!(read(text).0, Settings::default());
    }

    #[test]
    fn broken_lines_are_reported_once_each_and_the_rest_is_read() {
        let text = "[chu_ky]\ncap_pho = kt\n[han\nsap_den_ngay = 9\n[so]\nthap_phan = 1\n";
        let (settings, messages) = read(text);
        let codes: Vec<&str> = messages.iter().map(|message| message.code).collect();
        assert!(codes.len() >= 2 && codes.iter().all(|code| *code == "CD-003"), "{messages:?}");
        assert_eq!(messages[0].place.line, Some(2));
        assert_eq!(settings.percent_decimals, 1);
    }
}
