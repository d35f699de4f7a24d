//! Rules about checked data, one file each.
//!
//! Owns the lists. Two edits add a rule: its file and its line here (and its message in `locales/`). Each list is
//! checked as soon as its facts are there, so that a mistake elsewhere does not hide what a rule has to say.

mod duplicate_name;
mod duplicate_task_code;
mod duplicate_unit_code;
mod party_assigned;

use super::{Assignment, Register};
use crate::diag::{Diagnostics, Rule};

/// Checks the rules about units and villages.
pub(super) fn check_register(register: &Register, out: &mut Diagnostics) {
    let rules: [&dyn Rule<Register>; 2] = [&duplicate_unit_code::DuplicateUnitCode, &duplicate_name::DuplicateName];
    for rule in rules {
        rule.check(register, out);
    }
}

/// Checks the rules about tasks.
pub(super) fn check_assignments(assignments: &[Assignment], out: &mut Diagnostics) {
    let rules: [&dyn Rule<[Assignment]>; 2] = [&duplicate_task_code::DuplicateTaskCode, &party_assigned::PartyAssigned];
    for rule in rules {
        rule.check(assignments, out);
    }
}
