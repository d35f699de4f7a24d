//! The lines of the form that name somebody or somewhere: bodies, posts, persons, places, parsed into what they mean.
//!
//! Owns how each is recognised, whatever abbreviation, capital or addition was typed, and how the form writes it. Must
//! not know a sheet, nor report anything. `form_lines` and `signatories` read the workbook with it.

pub(super) mod abolished;
mod body;
pub(super) mod departments;
mod letters;
mod office;
mod person;
mod place_name;
mod tier;
mod titles;

pub use body::{BodySort, NamedBody};
pub(super) use letters::is_same_in_capitals;
pub use office::{Held, Office, Offices, Standing};
pub(super) use person::{is_incomplete, is_unmarked, person_name};
pub(super) use place_name::{keeps_tier, place_name, province_name};
pub use tier::GovernmentLevel;
