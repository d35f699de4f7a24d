//! The first hour of a clerk as one story, every word of it as the terminal shows it: `tests/first_hour/story.md`.
//!
//! `TRYCMD=overwrite cargo test --test all first_hour::` writes anew what is said; the diff is read like code.

use std::fs;
use std::path::Path;

#[test]
fn the_first_hour_goes_as_told() {
    let program = Path::new(env!("CARGO_BIN_EXE_vanthu"));
    let examples = program.parent().expect("a program stands in a folder").join("examples");
    let clerk = examples.join(format!("clerk{}", std::env::consts::EXE_SUFFIX));
    assert!(clerk.exists(), "cargo test makes the examples first");
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first_hour/story.md");
    // The story is told in a folder of its own, where what it makes is left behind.
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    fs::create_dir(room.path().join("story.in")).expect("a folder can be made");
    let told = room.path().join("story.md");
    fs::copy(&story, &told).expect("the story can be copied");
    {
        let cases = trycmd::TestCases::new();
        let cases = cases.register_bin("clerk", clerk).register_bin("vanthu", program.to_owned());
        cases.env("NO_COLOR", "1").env("VANTHU_LANG", "").case(told.clone()).run();
    }
    if std::env::var_os("TRYCMD").is_some_and(|wish| wish == "overwrite") {
        fs::copy(&told, &story).expect("the story can be written");
    }
}
