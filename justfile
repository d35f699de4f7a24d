# What developers do here. Each recipe is one plain command; `just` is a convenience, not a need.

_default:
    @just --list --unsorted

# Build the program
build:
    cargo build --release

# Run every test
test:
    cargo test

# Make the sample workbooks anew from the text beside them
samples:
    cargo run --quiet --example samples

# Make the golden documents, the figures, the page of codes and the expected messages anew; the diff is read like code
bless:
    VANTHU_BLESS=1 cargo test --test all -- golden:: figures:: guide:: faults:: check:: templates::the_notes_list circulars::

# Prove the safety of files at full size: 1,000 kills, every failing call, 1,000 sequences, full disks (a quarter of an hour)
safety:
    cargo build --release --bin vanthu --example safety
    target/release/examples/safety --full
    cargo test --lib -- --ignored hundred_thousand

# Count the instructions of one cold paper and of one further paper (needs valgrind)
instructions:
    cargo bench --bench instructions

# Everything that must hold before a change goes in
ci:
    .ci/run
