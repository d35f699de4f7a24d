//! The messy registers of the samples: what is read of each, and the paper made from it. `VANTHU_BLESS=1` (`just bless`)
//! rewrites both.

use std::fs;

use serde_json::Value;

use crate::expected::difference;
use crate::form_rules;
use crate::support::docx::paragraphs;
use crate::support::program::vanthu;
use crate::support::registers::{SampleRegister, sample_registers};

#[test]
fn every_register_is_built_from_its_text() {
    for SampleRegister { folder, files } in sample_registers() {
        for (name, built) in files {
            let path = folder.join(name);
            let committed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert!(committed == built, "{} differs from its text: run `just samples`", path.display());
        }
    }
}

#[test]
fn every_register_is_understood_and_makes_a_paper() {
    for SampleRegister { folder, files } in sample_registers() {
        let name = folder.file_name().expect("a register has a name").to_string_lossy().into_owned();
        let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
        let names = files.map(|(name, bytes)| {
            fs::write(work_folder.path().join(name), bytes).expect("the register can be written");
            name
        });
        let run = vanthu(work_folder.path(), &["check", "--json", names[0], names[1]]);
        assert_eq!(run.code, 0, "{name}: {}{}", run.stdout, run.stderr);
        let read: Value = serde_json::from_str(&run.stdout).expect("one JSON object is on stdout");
        let understood = serde_json::to_string_pretty(&read).expect("an object can be written") + "\n";
        compare(&name, "json", &understood);

        let run = vanthu(work_folder.path(), &["build", names[0], names[1]]);
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
        let bytes = fs::read(work_folder.path().join(run.stdout.trim_end())).expect("the printed path is the paper's");
        let paper = paragraphs(&bytes);
        for task in read["assignments"].as_array().expect("tasks are listed") {
            let content = task["content"].as_str().expect("a task has words").to_lowercase();
            assert!(paper.iter().any(|line| line.to_lowercase().contains(&content)), "{name}: {content}");
        }
        assert_eq!(form_rules::broken_on(&bytes), Vec::<String>::new(), "{name}");
        compare(&name, "txt", &(paper.join("\n") + "\n"));
    }
}

/// Compares with the file of this name in `tests/registers_golden`.
fn compare(name: &str, ending: &str, found: &str) {
    let different = difference(&format!("tests/registers_golden/{name}.{ending}"), found);
    assert_eq!(different, None, "look at the diff, then `just bless`");
}
