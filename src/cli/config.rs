//! The command `config`: the settings in force and the source of each.
//!
//! Owns how they are printed: as a settings file, or as JSON. Must not know a setting's meaning.

use std::path::Path;

use super::args::ConfigArguments;
use super::console::Console;
use crate::answers::inputs::{self, SettingsLookup};
use crate::answers::{Catalogue, Ending, catalogue, json};
use crate::diag::Diagnostics;
use crate::settings::{self, InForce, Setting, SettingSource};

/// Runs the command.
pub(super) fn run(config: &ConfigArguments, lookup: SettingsLookup, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let beside = config.files.first().map_or(Path::new(settings::FILE_NAME), |file| file.as_path());
    let file = inputs::settings_file(beside, lookup).map(|path| path.display().to_string());
    let found = inputs::settings(beside, lookup, &mut out);
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::settings_in_force(file.as_deref(), found.as_ref().ok()), &out);
    } else if let Ok(found) = &found {
        let catalogue = catalogue(console.language);
        console.print_result(&lines(file.as_deref(), found, catalogue).join("\n"));
    }
    found.err().unwrap_or(Ending::Done)
}

/// The settings as a file: each line could be pasted into `vanthu.toml`.
fn lines(file: Option<&str>, found: &InForce, catalogue: &Catalogue) -> Vec<String> {
    let head = match file {
        Some(path) => catalogue.word("settings_file", &[("path", path)]),
        None => catalogue.word("no_settings_file", &[]),
    };
    let written: Vec<String> =
        found.list.iter().map(|setting| format!("{} = {}", setting.key, setting.value)).collect();
    // Long answers are not aligned: they would push every comment off the screen.
    let width = written.iter().map(|line| line.chars().count()).filter(|width| *width <= 48).max().unwrap_or(0);
    let mut lines = vec![format!("# {head}")];
    let mut table = "";
    for (setting, written) in found.list.iter().zip(written) {
        if setting.table != table {
            table = setting.table;
            lines.extend([String::new(), format!("[{table}]")]);
        }
        lines.push(format!("{written:width$}  # {}", source(setting, catalogue)));
    }
    lines
}

fn source(setting: &Setting, catalogue: &Catalogue) -> String {
    match &setting.source {
        SettingSource::Default => catalogue.word("source_default", &[]),
        SettingSource::File(place) => {
            let line = place.line.map(|line| line.to_string()).unwrap_or_default();
            let file = place.file.as_deref().unwrap_or_default();
            catalogue.word("source_file", &[("file", file), ("line", &line)])
        }
        SettingSource::Environment(variable) => catalogue.word("source_environment", &[("variable", variable)]),
    }
}
