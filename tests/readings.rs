//! Registers as offices keep them, drawn, and what is read of each.
//!
//! Owns the files `tests/readings/<subject>.toml`, each a list of `[[register]]`: the sheets, drawn as `support::grid`
//! describes, the tasks, results and villages read of them, the ledger of every sheet, and what is said. All tasks
//! are compared: none may be lost, none invented. Nothing here knows how a row is recognised.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use crate::support::grid::Drawing;
use crate::support::program::{vanthu, work_folder};
use crate::support::workbook::Workbook;

/// The parts of a ledger, in the order in which they are compared.
const PARTS: [&str; 6] = ["tasks", "groups", "totals", "blank", "refused", "other"];

/// The registers of one subject.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Registers {
    register: Vec<Register>,
}

/// One register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    /// What is special about it.
    about: String,
    sheet: Vec<Drawing>,
    /// A `vanthu.toml` beside it.
    settings: Option<String>,
    /// The expected exit code.
    #[serde(default)]
    exit: i32,
    /// `row / number / group / content / leads / supports / deadline = last day / product`; empty ends are left out.
    #[serde(default)]
    tasks: Vec<String>,
    /// `row / code / content / unit / state / outcome`.
    #[serde(default)]
    results: Vec<String>,
    /// `row / code / name / head / households / population`.
    #[serde(default)]
    villages: Vec<String>,
    /// Of every sheet: tasks, groups, totals, blanks, refused rows, others.
    ledger: Vec<[u64; 6]>,
    /// Parts of the messages, each `warning SL-016 B5: text -> hint`.
    #[serde(default)]
    tells: Vec<String>,
    /// What no message says.
    #[serde(default)]
    keeps_quiet: Vec<String>,
}

#[test]
fn every_register_is_read_as_it_is_meant() {
    let mut wrong = Vec::new();
    for file in files() {
        let text = fs::read_to_string(&file).expect("a list of registers can be read");
        let registers: Registers = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let subject = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        for register in registers.register {
            let about = register.about.clone();
            let failures = failures(register);
            if !failures.is_empty() {
                wrong.push(format!("{subject}: {about}\n  {}", failures.join("\n  ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} registers:\n{}", wrong.len(), wrong.join("\n"));
}

/// What differs from what the register expects; empty where nothing does.
fn failures(register: Register) -> Vec<String> {
    let workbook = Workbook { sheets: register.sheet.into_iter().map(Into::into).collect() };
    let settings = register.settings.as_deref().map(|settings| ("vanthu.toml", settings));
    let folder = work_folder(&workbook, &settings.into_iter().collect::<Vec<_>>());
    let run = vanthu(folder.path(), &["check", "--json", "so-lieu.xlsx"]);
    let Ok(read) = serde_json::from_str::<Value>(&run.stdout) else {
        return vec![format!("no object: {}{}", run.stdout, run.stderr)];
    };
    let mut failures = Vec::new();
    if run.code != register.exit {
        failures.push(format!("exit {}", run.code));
    }
    let mut compare = |what: &str, expected: &[String], found: &[String]| {
        failures.extend(expected.iter().filter(|line| !found.contains(line)).map(|line| format!("no {what}: {line}")));
        failures.extend(found.iter().filter(|line| !expected.contains(line)).map(|line| format!("{what}: {line}")));
        if expected != found {
            failures.push(format!("{what}s: {} in another order or number", found.len()));
        }
    };
    compare("task", &register.tasks, &lines(&read, "assignments", task));
    compare("result", &register.results, &lines(&read, "completions", result));
    compare("village", &register.villages, &lines(&read, "villages", village));
    let ledgers: Vec<String> = register.ledger.iter().map(|parts| format!("{parts:?}")).collect();
    compare("ledger", &ledgers, &lines(&read, "sheets", ledger));
    let said = lines(&read, "messages", message);
    failures.extend(not_balanced(&read));
    let is_said = |text: &String| said.iter().any(|message| message.contains(text.as_str()));
    failures.extend(register.tells.iter().filter(|text| !is_said(text)).map(|text| format!("not said: {text}")));
    failures.extend(register.keeps_quiet.iter().filter(|text| is_said(text)).map(|text| format!("said: {text}")));
    if !failures.is_empty() {
        failures.extend(said);
    }
    failures
}

/// The ledgers whose parts do not add up.
fn not_balanced(read: &Value) -> Vec<String> {
    let sheets = read["sheets"].as_array().expect("sheets are listed").iter();
    let is_wrong = |sheet: &&Value| {
        let of = |part: &str| sheet["ledger"][part].as_u64().unwrap_or_default();
        PARTS.iter().map(|part| of(part)).sum::<u64>() != of("rows")
    };
    sheets.filter(is_wrong).map(|sheet| format!("does not add up: {sheet}")).collect()
}

fn lines(read: &Value, list: &str, line: fn(&Value) -> String) -> Vec<String> {
    read[list].as_array().map(|items| items.iter().map(line).collect()).unwrap_or_default()
}

fn task(task: &Value) -> String {
    let due = match (shown(&task["deadline"]["text"]), shown(&task["deadline"]["last_day"])) {
        (text, day) if day.is_empty() => text,
        (text, day) => format!("{text} = {day}"),
    };
    let parts = ["row", "number", "group", "content", "lead", "support"].map(|part| shown(&task[part]));
    joined(parts.into_iter().chain([due, shown(&task["product"])]))
}

fn result(result: &Value) -> String {
    joined(["row", "id", "content", "unit", "state_text", "outcome"].map(|part| shown(&result[part])))
}

fn village(village: &Value) -> String {
    joined(["row", "id", "name", "head", "households", "population"].map(|part| shown(&village[part])))
}

fn ledger(sheet: &Value) -> String {
    format!("{:?}", PARTS.map(|part| sheet["ledger"][part].as_u64().unwrap_or_default()))
}

fn message(message: &Value) -> String {
    let [severity, code, text, hint] = ["severity", "code", "text", "hint"].map(|part| shown(&message[part]));
    format!("{severity} {code} {}: {text} -> {hint}", shown(&message["at"]["cell"]))
}

/// The parts of a line, without the blank ones at its end.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let line = parts.into_iter().collect::<Vec<_>>().join(" / ");
    line.trim_end_matches([' ', '/']).to_owned()
}

/// A value as in a drawing: a list with semicolons, a line break as its sign.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace('\n', "⏎"),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// The lists of registers, by name.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readings");
    let entries = fs::read_dir(folder).expect("there are registers");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    files.sort();
    files
}
