//! The words for figures: classes, verdicts and differences.
//!
//! Owns these words, the same in sentences and in tables. Must not compute: each figure comes printed from the dossier.

mod changes;
mod standings;
mod timeliness;

pub(crate) use crate::dossier::figures::{NO_BASE, NOT_REPORTED};
pub(crate) use changes::{against_plan, change, change_percent, in_a_sentence, judgement, past, verdict};
pub(crate) use standings::{class, extended, lead, name, reported, standing, state, with_outcome};
pub(crate) use timeliness::{covered, done_late, in_time, of_task, overdue, resting};
