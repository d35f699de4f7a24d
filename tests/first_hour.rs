//! The first hour of a clerk as a transcript, compared word for word: `tests/first_hour/story.md`.
//!
//! `TRYCMD=overwrite cargo test --test all first_hour::` rewrites the output in it; the diff is read like code.

use std::fs;
use std::path::Path;

#[test]
fn the_first_hour_matches_its_transcript() {
    let program = Path::new(env!("CARGO_BIN_EXE_vanthu"));
    let examples = program.parent().expect("a program is in a folder").join("examples");
    let clerk = examples.join(format!("clerk{}", std::env::consts::EXE_SUFFIX));
    assert!(clerk.exists(), "cargo test makes the examples first");
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first_hour/story.md");
    // The transcript is run in a temporary folder, where its files stay.
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::create_dir(work_folder.path().join("story.in")).expect("a folder can be made");
    let copy = work_folder.path().join("story.md");
    fs::copy(&story, &copy).expect("the story can be copied");
    {
        let cases = trycmd::TestCases::new();
        let cases = cases.register_bin("clerk", clerk).register_bin("vanthu", program.to_owned());
        cases.env("NO_COLOR", "1").env("VANTHU_LANG", "").case(copy.clone()).run();
    }
    if std::env::var_os("TRYCMD").is_some_and(|value| value == "overwrite") {
        fs::copy(&copy, &story).expect("the story can be written");
    }
}
