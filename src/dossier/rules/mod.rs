//! Rules about checked data, one file each.
//!
//! Owns the lists. Two edits add a rule: its file and its line here (and its message in `locales/`). Each list is
//! checked as soon as its facts are there, so that a mistake elsewhere does not hide what a rule has to say.

mod doubled_blank;
mod duplicate_name;
mod duplicate_task_code;
mod duplicate_unit_code;
mod incomplete_citation;
mod lost_dash;
mod lost_hyphen;
mod misplaced_blank;
mod misspelt_name;
mod party_assigned;
mod small_letter;
mod unpaired_quote;

use super::printed::{self, PrintedText};
use super::{Assignment, Register};
use crate::diag::{Diagnostics, Rule};
use crate::records::Records;

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

/// Checks the rules about the wording of what is printed as typed.
pub(super) fn check_printed(records: &Records, register: &Register, out: &mut Diagnostics) {
    let (texts, symbols) = (printed::texts(records), printed::symbols(records));
    let rules: [&dyn Rule<[PrintedText]>; 8] = [
        &lost_hyphen::LostHyphen,
        &incomplete_citation::IncompleteCitation::beside(&symbols),
        &doubled_blank::DoubledBlank,
        &misplaced_blank::MisplacedBlank,
        &unpaired_quote::UnpairedQuote,
        &misspelt_name::MisspeltName::of(register),
        &small_letter::SmallLetter,
        &lost_dash::LostDash,
    ];
    lost_hyphen::LostHyphen.check(&symbols, out);
    for rule in rules {
        rule.check(&texts, out);
    }
}
