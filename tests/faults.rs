//! One bad input per code: the whole output is compared, in both languages, and nothing is written.
//!
//! A fault is a folder `tests/faults/<CODE>[-word]/`: `fault.toml` describes how a sample is changed and which words
//! are typed; `vi.txt` and `en.txt` have the expected output. `VANTHU_BLESS=1` rewrites them. The ledger of the sheets
//! is left out of them, unless the fault asks for it (`shows_ledger`): SL-005 and HS-003 compare it completely.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tempfile::TempDir;
use vanthu::answers::{Language, catalogue, messages};
use vanthu::cli::messages::{Colouring, draw};
use vanthu::diag::{Diagnostic, Place};

use crate::support::edits::Edit;
use crate::support::program::{Run, vanthu_with};
use crate::support::workbook::{SheetText, Workbook};

/// A bad input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    /// The sample that is changed.
    sample: String,
    /// The words typed, without the program name and `--lang`.
    words: Vec<String>,
    /// The expected exit code.
    exit: i32,
    /// A `vanthu.toml` beside the workbook.
    settings: Option<String>,
    /// Files beside the workbook, as text.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files beside the workbook, as hexadecimal bytes.
    #[serde(default)]
    bytes: BTreeMap<String, String>,
    /// Further workbooks, each a list of sheets.
    #[serde(default)]
    workbooks: BTreeMap<String, Vec<SheetText>>,
    /// Changes to the sample.
    #[serde(default)]
    edit: Vec<Edit>,
    /// Whether a document is written in spite of the message, which is a warning or a note.
    #[serde(default)]
    is_written: bool,
    /// Whether the ledger of the sheets is compared too.
    #[serde(default)]
    shows_ledger: bool,
    /// Variables of the environment.
    #[serde(default)]
    variables: BTreeMap<String, String>,
    /// Whether `--lang` is omitted, so that the environment decides the language.
    #[serde(default)]
    language_from_environment: bool,
    /// A message that no workbook and no command line can cause: it is drawn directly.
    drawn: Option<Drawn>,
}

/// A message given by its parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn {
    code: String,
    severity: String,
    file: Option<String>,
    line: Option<String>,
    hint: Option<String>,
    #[serde(default)]
    arguments: BTreeMap<String, String>,
}

#[test]
fn every_fault_is_reported_in_both_languages() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let fault = read(&folder);
        let workbook = fault.drawn.is_none().then(|| edited(&fault));
        for language in ["vi", "en"] {
            let expected = folder.join(format!("{language}.txt"));
            let output = run_fault(&fault, workbook.as_deref(), &folder, language);
            if std::env::var_os("VANTHU_BLESS").is_some() {
                fs::write(&expected, &output).expect("an expectation can be written");
            }
            let wanted = fs::read_to_string(&expected).unwrap_or_default();
            if output != wanted {
                wrong.push(format!("{}\n--- wanted\n{wanted}--- output\n{output}", expected.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_its_fault() {
    let names: Vec<String> = folders().iter().map(|folder| name_of(folder)).collect();
    let mut wanted = Vec::new();
    for message in messages() {
        let variants: Vec<&str> = message.vi.hints.iter().map(|(variant, _)| *variant).collect();
        let further = variants.iter().filter(|variant| !variant.is_empty());
        wanted.extend(further.map(|variant| format!("{}-{variant}", message.code)));
        // A code without a general hint is always reported with a variant.
        if variants.contains(&"") || variants.is_empty() {
            wanted.push(message.code.to_owned());
        }
    }
    let without: Vec<&String> = wanted.iter().filter(|fault| !names.contains(fault)).collect();
    assert!(without.is_empty(), "messages without a fault: {without:?}");
    let is_of =
        |code: &str, name: &str| name.strip_prefix(code).is_some_and(|rest| !rest.starts_with(char::is_numeric));
    let is_known = |name: &&String| messages().iter().any(|message| is_of(message.code, name));
    let unknown: Vec<&String> = names.iter().filter(|name| !is_known(name)).collect();
    assert!(unknown.is_empty(), "faults of no code: {unknown:?}");
}

/// Every fault of a workbook, with a folder that contains its files.
pub(crate) fn faulty_rooms() -> impl Iterator<Item = (PathBuf, TempDir)> {
    let faults = folders().into_iter().map(|folder| (read(&folder), folder));
    faults.filter(|(fault, _)| fault.drawn.is_none()).map(|(fault, folder)| (folder, laid_out(&fault, &edited(&fault))))
}

fn read(folder: &Path) -> Fault {
    let text = fs::read_to_string(folder.join("fault.toml")).expect("a fault has its fault.toml");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
}

/// The workbook with the changes of the fault, as .xlsx.
fn edited(fault: &Fault) -> Vec<u8> {
    Workbook::sample(&fault.sample).edited(&fault.edit).to_xlsx()
}

/// A folder with the workbook and all files beside it.
fn laid_out(fault: &Fault, workbook: &[u8]) -> TempDir {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    if let Some(settings) = &fault.settings {
        fs::write(work_folder.path().join("vanthu.toml"), settings).expect("the settings can be written");
    }
    for (name, sheets) in &fault.workbooks {
        let sheets = sheets.iter().cloned().map(Into::into).collect();
        fs::write(work_folder.path().join(name), Workbook { sheets }.to_xlsx()).expect("the workbook can be written");
    }
    let texts = fault.files.iter().map(|(name, content)| (name, content.clone().into_bytes()));
    for (name, content) in texts.chain(fault.bytes.iter().map(|(name, content)| (name, bytes_of(content)))) {
        let folder = work_folder.path().join(name).parent().expect("a file is in a folder").to_owned();
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(work_folder.path().join(name), content).expect("a file can be written");
    }
    work_folder
}

/// Runs the fault in a folder of its own and returns the exit code and the output; a message without a workbook is drawn.
fn run_fault(fault: &Fault, workbook: Option<&[u8]>, folder: &Path, language: &str) -> String {
    if let Some(drawn) = &fault.drawn {
        return draw_alone(drawn, language);
    }
    let work_folder = laid_out(fault, workbook.expect("a fault that is not drawn has its workbook"));
    let language_option = if fault.language_from_environment { vec![] } else { vec!["--lang", language] };
    let words: Vec<&str> = language_option.into_iter().chain(fault.words.iter().map(String::as_str)).collect();
    let variables: Vec<(&str, &str)> = fault.variables.iter().map(|(name, value)| (&**name, &**value)).collect();
    let Run { code, stdout, stderr } = vanthu_with(work_folder.path(), &words, &variables);
    assert_eq!(code, fault.exit, "{}: {stderr}", folder.display());
    let is_written = work_folder.path().join("ket-qua").exists();
    assert_eq!(is_written, fault.is_written, "{}: {stdout}{stderr}", folder.display());
    let output = stdout + &stderr;
    // A fault that does not bring about its message any more tests nothing.
    let name = folder.file_name().expect("a fault has a folder").to_string_lossy().into_owned();
    let told: String = name.split('-').take(2).collect::<Vec<_>>().join("-");
    assert!(output.contains(&told), "{}: does not say {told}: {output}", folder.display());
    format!("exit {code}\n{}", if fault.shows_ledger { output } else { without_ledger(&output) })
}

/// The output without the lines about each sheet (`so-lieu.xlsx › Nhiệm vụ: 9 rows = …`) and the indented lines below
/// them.
fn without_ledger(output: &str) -> String {
    let mut is_ledger = false;
    let mut rest = String::new();
    for line in output.split_inclusive('\n') {
        let begins = line.split_once(" › ").is_some_and(|(file, _)| !file.starts_with(' ') && file.contains(".xls"));
        is_ledger = begins || is_ledger && line.starts_with("    ");
        if !is_ledger {
            rest += line;
        }
    }
    rest
}

/// The message as it would be printed.
fn draw_alone(drawn: &Drawn, language: &str) -> String {
    let code: &'static str = drawn.code.clone().leak();
    let message = match drawn.severity.as_str() {
        "error" => Diagnostic::error(code),
        "warning" => Diagnostic::warning(code),
        "note" => Diagnostic::note(code),
        other => panic!("no such severity: {other}"),
    };
    let line = drawn.line.as_ref().map(|line| line.parse().expect("a line is a number"));
    let mut message = message.at(&Place { file: drawn.file.as_deref().map(Into::into), line, ..Place::default() });
    for (name, value) in &drawn.arguments {
        message = message.with(name.clone().leak(), value);
    }
    if let Some(hint) = &drawn.hint {
        message = message.hint(hint.clone().leak());
    }
    let language = Language::from_id(language).expect("a language of the catalogue");
    let mut drawn_text = Vec::new();
    draw(&[message], catalogue(language), Colouring::Plain, &mut drawn_text).expect("a vector takes all");
    String::from_utf8(drawn_text).expect("messages are UTF-8")
}

fn bytes_of(hexadecimal: &str) -> Vec<u8> {
    let digits: Vec<u8> = hexadecimal.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("two digits");
    digits.chunks(2).map(pair).collect()
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut found: Vec<PathBuf> = fs::read_dir(root)
        .expect("there are faults")
        .map(|entry| entry.expect("a folder can be listed").path())
        .collect();
    found.sort();
    found
}

fn name_of(folder: &Path) -> String {
    folder.file_name().expect("a fault has a name").to_string_lossy().into_owned()
}
