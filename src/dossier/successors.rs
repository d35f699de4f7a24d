//! Which village was merged into which: the column Sáp nhập từ, looked up by the old village.
//!
//! Owns the map from old names to the current villages. Must not know figures. `village_indicators` uses it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::register::Register;
use super::villages::{Predecessor, Village};
use crate::diag::{Diagnostic, Diagnostics};
use crate::vietnamese::fold;

/// A village that another was merged into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Successor {
    /// Its name in the sheet Thôn.
    pub(super) village: String,
    /// The share of the old village that it took over: 1 is the whole.
    pub(super) share: Decimal,
}

/// The villages that were merged into others, by name and code.
#[derive(Clone, Debug, Default)]
pub(super) struct Successors {
    by_name: BTreeMap<String, Vec<Successor>>,
    /// How many villages were merged into each current one, including one that kept its name.
    joined: BTreeMap<String, usize>,
}

impl Successors {
    /// The map of these villages; a village that was split without consistent shares is an error.
    pub(super) fn of(villages: &[Village], register: &Register, out: &mut Diagnostics) -> Self {
        let mut merged: BTreeMap<String, Vec<(&str, &Predecessor)>> = BTreeMap::new();
        let mut joined: BTreeMap<String, usize> = BTreeMap::new();
        for village in villages {
            let Some(name) = village.name.as_deref() else { continue };
            for predecessor in &village.merged_from {
                let old = key(&predecessor.name, register);
                *joined.entry(name.to_owned()).or_default() += 1;
                // A village may keep its name when others join it: it is one of its own predecessors, and is still
                // current.
                if old != fold::exact(name) {
                    merged.entry(old).or_default().push((name, predecessor));
                }
            }
        }
        let by_name = merged.into_iter().filter_map(|(old, parts)| Some((old, shared(&parts, out)?))).collect();
        Self { by_name, joined }
    }

    /// How many villages one was made from. If one of them had its name, that one's figure can't be distinguished from
    /// the figure of the whole; so the others alone never make up the whole.
    pub(super) fn joined_into(&self, village: &str) -> usize {
        self.joined.get(village).copied().unwrap_or_default()
    }

    /// The villages that a name was merged into; empty for a current village.
    pub(super) fn of_name(&self, name: &str, register: &Register) -> Vec<Successor> {
        self.by_name.get(&key(name, register)).cloned().unwrap_or_default()
    }
}

/// The village's own name where the sheet Thôn has it under any name; otherwise the text as typed.
fn key(name: &str, register: &Register) -> String {
    register.find(name).map_or_else(|| fold::exact(name), |unit| fold::exact(&unit.name))
}

/// The successors of an old village; `None` where the shares do not add up, which is reported.
fn shared(parts: &[(&str, &Predecessor)], out: &mut Diagnostics) -> Option<Vec<Successor>> {
    let successor = |village: &str, share| Successor { village: village.to_owned(), share };
    if let [(village, predecessor)] = parts {
        // The rest of a village that was merged in part may be outside the commune.
        return Some(vec![successor(village, predecessor.share.unwrap_or(Decimal::ONE))]);
    }
    let shares: Option<Vec<Decimal>> = parts.iter().map(|(_, predecessor)| predecessor.share).collect();
    let is_whole = shares.as_ref().is_some_and(|shares| sum(shares) == Some(Decimal::ONE));
    if let Some(shares) = shares.filter(|_| is_whole) {
        return Some(parts.iter().zip(shares).map(|((village, _), share)| successor(village, share)).collect());
    }
    let (_, first) = parts.first()?;
    let villages: Vec<&str> = parts.iter().map(|(village, _)| *village).collect();
    let mut message = Diagnostic::error("HS-074").at(&first.at).with("old", &first.name);
    for (_, other) in &parts[1..] {
        message = message.also_at(&other.at);
    }
    out.report(message.with("villages", villages.join("; ")));
    None
}

/// The sum of the shares; `None` where it overflows.
fn sum(shares: &[Decimal]) -> Option<Decimal> {
    shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share))
}
