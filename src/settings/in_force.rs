//! The settings in force and the source of each: the environment, the file, the default.
//!
//! Owns that order and the names of the variables. Must not read the environment: the front passes it in. Its output
//! goes to every command, and `config` prints it.

use super::{
    DEPUTY_LINES, DayOfBefore, GROUP_ANSWERS, LAST_GROUND_MARKS, LEAD_ANSWERS, ReportCharts, Settings, StruckRows,
    TABLES, TONE_MARKS, reader, set,
};
use crate::diag::{Diagnostic, Diagnostics, Place};

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Their values.
    pub settings: Settings,
    /// Every key in the order of the contract, with its value and where that comes from.
    pub list: Vec<Setting>,
}

/// One key with the value in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its table, as named in the file.
    pub table: &'static str,
    /// Its name, as named in the file.
    pub key: &'static str,
    /// Its value, as TOML writes it.
    pub value: String,
    /// Where the value comes from.
    pub source: SettingSource,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingSource {
    /// Neither the file nor the environment sets it.
    Default,
    /// A line of the settings file.
    File(Place),
    /// A variable of the environment, by name.
    Environment(String),
}

/// Reads the text of a `vanthu.toml` (its name in messages comes first; `None` where there is no file), then the
/// variables `VANTHU_<TABLE>_<KEY>`, which override it. A setting with a mistake keeps its value.
///
/// Reports `CD-001` to `CD-003`; for a variable, under the variable's name.
///
/// # Examples
/// ```
/// use vanthu::{diag::Diagnostics, settings};
/// let mut out = Diagnostics::new();
/// let environment = |name: &str| (name == "VANTHU_HAN_SAP_DEN_NGAY").then(|| "3".to_owned());
/// let file = Some(("vanthu.toml", "[han]\nsap_den_ngay = 10"));
/// assert_eq!(settings::in_force(file, &environment, &mut out).settings.due_soon_days, 3);
/// ```
pub fn in_force(
    file: Option<(&str, &str)>,
    environment: &dyn Fn(&str) -> Option<String>,
    out: &mut Diagnostics,
) -> InForce {
    let mut settings = Settings::default();
    let mut sources: Vec<(&str, &str, SettingSource)> = Vec::new();
    if let Some((name, text)) = file {
        for (table, key, line) in reader::read(name, text, out, |entry| set(&mut settings, entry)) {
            sources.push((table, key, SettingSource::File(Place::line(name, line))));
        }
    }
    for (table, key) in keys().filter(|(table, _)| *table != TABLE_OF_ANSWERS) {
        let variable = variable(table, key);
        let Some(value) = environment(&variable).filter(|value| !value.is_empty()) else { continue };
        if from_environment(&mut settings, (table, key), &variable, &value, out) {
            sources.push((table, key, SettingSource::Environment(variable)));
        }
    }
    let list = keys().map(|(table, key)| {
        let mut sources = sources.iter().rev();
        let source = sources.find(|(of_table, of_key, _)| (*of_table, *of_key) == (table, key));
        let source = source.map_or(SettingSource::Default, |(_, _, source)| source.clone());
        Setting { table, key, value: value_of(&settings, table, key), source }
    });
    InForce { list: list.collect(), settings }
}

/// The table of the clerk's own answers: it has many keys, so no variable can set it.
const TABLE_OF_ANSWERS: &str = "doc";

fn keys() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLES.into_iter().flat_map(|(table, keys)| keys.iter().map(move |key| (table, *key)))
}

fn variable(table: &str, key: &str) -> String {
    format!("VANTHU_{table}_{key}").to_ascii_uppercase()
}

/// Sets one key by its variable; `false` where its value is not allowed, which is reported.
fn from_environment(
    settings: &mut Settings,
    (table, key): (&str, &str),
    variable: &str,
    value: &str,
    out: &mut Diagnostics,
) -> bool {
    // A number or a truth value stays bare, anything else is quoted: a variable holds one value, never TOML.
    let is_plain = value.parse::<u32>().is_ok() || matches!(value, "true" | "false");
    let is_bare = is_plain && matches!((table, key), ("han" | "ky" | "so", _));
    let value = if is_bare { value.to_owned() } else { quoted(value) };
    let mut found = Diagnostics::new();
    let taken = reader::read(variable, &format!("{table}.{key} = {value}"), &mut found, |entry| set(settings, entry));
    for message in found.messages() {
        out.report(Diagnostic { place: Place::file(variable), excerpt: None, ..message.clone() });
    }
    !taken.is_empty()
}

/// The value of a key, as TOML writes it.
fn value_of(settings: &Settings, table: &str, key: &str) -> String {
    match (table, key) {
        ("chu_ky", "cap_pho") => quoted(word_of(&DEPUTY_LINES, settings.deputy_lines)),
        ("can_cu", "dau_cuoi") => quoted(word_of(&LAST_GROUND_MARKS, settings.last_ground_mark)),
        ("han", "sap_den_ngay") => settings.due_soon_days.to_string(),
        ("han", "truoc_ngay_tinh_ca_ngay") => (settings.day_of_before == DayOfBefore::Included).to_string(),
        ("ky", "cua_so") => settings.reporting_window_days.to_string(),
        ("so", "thap_phan") => settings.percent_decimals.to_string(),
        ("bao_cao", "bieu_do") => (settings.report_charts == ReportCharts::Annexed).to_string(),
        ("chu", "dau_thanh") => quoted(word_of(&TONE_MARKS, settings.tone_marks)),
        ("tep", "ten") => quoted(&settings.file_name.to_string()),
        ("tep", "ten_lo") => quoted(&settings.batch_file_name.to_string()),
        ("doc", "gach_ngang") => (settings.struck_rows == StruckRows::Read).to_string(),
        ("doc", "tieu_de") => answers(&settings.headings),
        ("doc", "trang") => answers(&settings.sheets),
        ("doc", "don_vi") => answers(&settings.units),
        ("doc", "nhom") => answers(&worded(&GROUP_ANSWERS, &settings.groups)),
        ("doc", "chu_tri") => answers(&worded(&LEAD_ANSWERS, &settings.leads)),
        (table, key) => unreachable!("[{table}] {key} is listed in TABLES but printed nowhere"),
    }
}

fn word_of<T: PartialEq + Copy>(words: &[(&'static str, T)], meant: T) -> &'static str {
    let found = words.iter().find(|(_, meaning)| *meaning == meant);
    found.map(|(word, _)| *word).expect("every meaning of a setting has a word")
}

/// The clerk's answers with the word of each meaning.
fn worded<T: PartialEq + Copy>(
    words: &[(&'static str, T)],
    answers: &std::collections::BTreeMap<String, T>,
) -> std::collections::BTreeMap<String, String> {
    answers.iter().map(|(wording, meant)| (wording.clone(), word_of(words, *meant).to_owned())).collect()
}

fn answers(answers: &std::collections::BTreeMap<String, String>) -> String {
    if answers.is_empty() {
        return "{}".to_owned();
    }
    let entries: Vec<String> =
        answers.iter().map(|(wording, answer)| format!("{} = {}", quoted(wording), quoted(answer))).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// A text in TOML's double quotes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.extend(format!("\\u{:04X}", u32::from(letter)).chars()),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(file: &str, variables: &[(&str, &str)]) -> (InForce, Vec<Diagnostic>) {
        let mut out = Diagnostics::new();
        let of = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let found = in_force(Some(("vanthu.toml", file)), &of, &mut out);
        (found, out.messages().to_vec())
    }

    fn source(found: &InForce, key: &str) -> (String, SettingSource) {
        let setting = found.list.iter().find(|setting| setting.key == key).expect("a key of the contract");
        (setting.value.clone(), setting.source.clone())
    }

    #[test]
    fn the_environment_overrides_the_file_and_the_file_overrides_the_default() {
        let file = "[han]\nsap_den_ngay = 10\ntruoc_ngay_tinh_ca_ngay = true\n";
        let (found, messages) = list(
            file,
            &[("VANTHU_HAN_SAP_DEN_NGAY", "3"), ("VANTHU_CHU_DAU_THANH", "cu"), ("VANTHU_SO_THAP_PHAN", "")],
        );
        assert_eq!(messages, []);
        let variable = |name: &str| SettingSource::Environment(name.to_owned());
        assert_eq!(source(&found, "sap_den_ngay"), ("3".to_owned(), variable("VANTHU_HAN_SAP_DEN_NGAY")));
        let line = SettingSource::File(Place::line("vanthu.toml", 3));
        assert_eq!(source(&found, "truoc_ngay_tinh_ca_ngay"), ("true".to_owned(), line));
        assert_eq!(source(&found, "dau_thanh"), ("\"cu\"".to_owned(), variable("VANTHU_CHU_DAU_THANH")));
        assert_eq!(source(&found, "thap_phan"), ("2".to_owned(), SettingSource::Default));
    }

    #[test]
    fn a_wrong_variable_is_reported_by_its_name_and_changes_nothing() {
        let (found, messages) = list("", &[("VANTHU_HAN_SAP_DEN_NGAY", "7\n[chu]"), ("VANTHU_CAN_CU_DAU_CUOI", "!")]);
        let reported: Vec<_> = messages.iter().map(|message| (message.code, message.place.to_string())).collect();
        let expected = [("CD-002", "VANTHU_CAN_CU_DAU_CUOI"), ("CD-002", "VANTHU_HAN_SAP_DEN_NGAY")];
        assert_eq!(reported, expected.map(|(code, place)| (code, place.to_owned())));
        assert_eq!(found.settings, Settings::default());
    }

    #[test]
    fn listed_settings_read_back_unchanged() {
        let file =
            "[tep]\nten = 'a\\ \"{ky}\"'\n[doc.tieu_de]\n'Việc \"gấp\"' = 'noi_dung'\n[can_cu]\ndau_cuoi = ';'\n";
        let (found, messages) = list(file, &[]);
        assert_eq!(messages, []);
        let lines: Vec<String> = found
            .list
            .iter()
            .map(|setting| format!("{}.{} = {}\n", setting.table, setting.key, setting.value))
            .collect();
        let (again, messages) = list(&lines.concat(), &[]);
        assert_eq!(messages, []);
        assert_eq!(again.settings, found.settings);
    }
}
