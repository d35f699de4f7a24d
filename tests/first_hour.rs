//! The first hour of a clerk as one story, every word of it as the terminal shows it: `tests/first_hour/story.md`.
//!
//! `TRYCMD=overwrite cargo test --test first_hour` writes anew what is said; the diff is read like code.

use std::path::Path;

#[test]
fn the_first_hour_goes_as_told() {
    let program = Path::new(env!("CARGO_BIN_EXE_vanthu"));
    let examples = program.parent().expect("a program stands in a folder").join("examples");
    let clerk = examples.join(format!("clerk{}", std::env::consts::EXE_SUFFIX));
    assert!(clerk.exists(), "cargo test makes the examples first");
    trycmd::TestCases::new()
        .register_bin("clerk", clerk)
        .env("NO_COLOR", "1")
        .env("VANTHU_LANG", "")
        .case("tests/first_hour/*.md")
        .run();
}
