//! What spans papers and periods, built on the corridor of rooms.
//!
//! Owns the index of a batch. Must not know files, the terminal or the clock: bytes come in and go out. Its output goes
//! to the front ends.

pub mod batch;
