//! The villages or units of a batch that papers are written for.
//!
//! Owns picking them from the register, and the messages about those asked for. Must not know templates. `requested` makes
//! the list of papers from them.

use std::collections::BTreeMap;

use super::selection::{WithoutRows, is_named};
use super::{Order, Selection};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Dossier, Unit};
use crate::paper::{Audience, AudienceIndex, Audiences};
use crate::vietnamese::fold;

/// The villages or units that papers are written for.
#[derive(Debug)]
pub(super) struct SelectedAudiences<'a> {
    /// Each with its place in the whole batch, 1-based; 0 for everyone.
    pub(super) selected: Vec<(usize, Audience<'a>)>,
    /// How many villages or units the whole batch has.
    pub(super) all: usize,
}

impl<'a> SelectedAudiences<'a> {
    /// Those of an order.
    ///
    /// # Errors
    /// `CK-001` where the register has none; `CK-005` where two have one name; `CD-020` for each code asked for that none has; `CK-002` where one without
    /// tasks and figures is refused.
    pub(super) fn of(
        order: &Order,
        dossier: &'a Dossier,
        index: &AudienceIndex,
        out: &mut Diagnostics,
    ) -> Result<Self, Reported> {
        let Order { audiences, selection, .. } = *order;
        let kind = match audiences {
            Audiences::Everyone => return Ok(Self { selected: vec![(0, Audience::Everyone)], all: 0 }),
            Audiences::EachVillage => "village",
            Audiences::EachUnit => "unit",
        };
        let all: Vec<(&Unit, Audience)> = audiences.of_register(dossier.register()).collect();
        if all.is_empty() {
            return Err(out.fail(Diagnostic::error("CK-001").at(dossier.first_file()).hint(kind)));
        }
        check_names(&all, out)?;
        check_codes(selection, &all, out)?;
        let numbered = (1..).zip(&all).filter(|(_, (unit, _))| selection.has(unit));
        let mut selected: Vec<(usize, Audience)> =
            numbered.map(|(number, &(_, audience))| (number, audience)).collect();
        check_rows(selection.without_rows, &mut selected, index, dossier, out)?;
        Ok(Self { selected, all: all.len() })
    }
}

/// Reports the names that two villages or units of the batch share: rows name them by it, so that neither could have a
/// paper of its own rows alone.
fn check_names(all: &[(&Unit, Audience)], out: &mut Diagnostics) -> Result<(), Reported> {
    let mut first: BTreeMap<&str, &Unit> = BTreeMap::new();
    let mut checked = Ok(());
    for (unit, _) in all {
        let Some(same) = first.insert(&unit.name, unit) else { continue };
        let message = Diagnostic::error("CK-005").with("name", &unit.name);
        let message = unit.at.iter().fold(message, Diagnostic::at);
        checked = Err(out.fail(same.at.iter().fold(message, Diagnostic::also_at)));
    }
    checked
}

/// Reports the codes asked for that no village or unit of the batch has.
fn check_codes(selection: Selection, all: &[(&Unit, Audience)], out: &mut Diagnostics) -> Result<(), Reported> {
    let codes = || all.iter().map(|(unit, _)| unit.code.as_deref().unwrap_or(&unit.name));
    let names = || all.iter().map(|(unit, _)| unit.name.as_str());
    let is_unknown = |asked: &&String| !all.iter().any(|(unit, _)| is_named(unit, asked));
    let mut checked = Ok(());
    for asked in selection.only.iter().filter(is_unknown) {
        let message = Diagnostic::error("CD-020").with("asked", asked);
        let message = message.with("known", codes().collect::<Vec<_>>().join(", "));
        checked = Err(out.fail(message.nearest(fold::nearest(asked, codes().chain(names())))));
    }
    checked
}

/// Reports the villages or units that have no task and no figure, and leaves them out where that is asked for.
fn check_rows(
    without_rows: WithoutRows,
    selected: &mut Vec<(usize, Audience)>,
    index: &AudienceIndex,
    dossier: &Dossier,
    out: &mut Diagnostics,
) -> Result<(), Reported> {
    let is_idle = |audience: Audience| {
        let share = index.share(audience.name().unwrap_or_default());
        share.assignments.is_empty() && share.duties.is_empty() && share.village_figures.is_empty()
    };
    let idle: Vec<&str> = selected
        .iter()
        .filter(|(_, audience)| is_idle(*audience))
        .filter_map(|(_, audience)| audience.name())
        .collect();
    if idle.is_empty() {
        return Ok(());
    }
    let names = listed(&idle);
    let told = |message: Diagnostic| message.at(dossier.first_file()).with("count", idle.len()).with("names", &names);
    match without_rows {
        WithoutRows::Written => out.report(told(Diagnostic::warning("CK-003"))),
        WithoutRows::LeftOut => {
            out.report(told(Diagnostic::note("CK-003").hint("left_out")));
            selected.retain(|(_, audience)| !is_idle(*audience));
        }
        WithoutRows::Refused => return Err(out.fail(told(Diagnostic::error("CK-002")))),
    }
    Ok(())
}

/// The names of those without rows: all of them for a commune, the first ones of thousands.
fn listed(names: &[&str]) -> String {
    const MOST: usize = 100;
    let mut listed = names[..names.len().min(MOST)].join(", ");
    if names.len() > MOST {
        listed.push_str(", …");
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn a_hundred_names_are_listed_and_more_are_cut() {
        assert_eq!(listed(&["Một", "Hai"]), "Một, Hai");
        assert!(listed(&["Một"; 100]).ends_with("Một"));
        assert_eq!(listed(&["Một"; 500]).matches("Một").count(), 100);
        assert!(listed(&["Một"; 500]).ends_with(", …"));
    }
}
