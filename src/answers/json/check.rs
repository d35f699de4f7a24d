//! The answer of `check`: everything that was understood.
//!
//! Owns its fields. Must not know a rule. Its output goes to the front ends.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::answer::JsonAnswer;
use super::place::place;
use super::sheets::sheets;
use crate::contract::Field;
use crate::pipeline::{self, Assignment, Completion, Indicator, Party, Unit, Village, WorkbookCheck};

/// Everything that was understood; the lists are empty where nothing could be checked.
#[must_use]
pub fn check(checked: Option<&WorkbookCheck>) -> JsonAnswer {
    let dossier = checked.map(|checked| &checked.dossier);
    let list = |values: Option<Vec<Value>>| Value::from(values.unwrap_or_default());
    let readings = checked.map(|checked| checked.sheets.as_slice());
    JsonAnswer::of(json!({
        "sheets": sheets(readings.unwrap_or_default()),
        "assignments": list(dossier.map(|dossier| dossier.assignments().iter().map(assignment).collect())),
        "completions": list(dossier.map(|dossier| dossier.completions().iter().map(completion).collect())),
        "indicators": list(dossier.map(|dossier| dossier.indicators().iter().map(indicator).collect())),
        "villages": list(dossier.map(|dossier| dossier.villages().iter().map(village).collect())),
        "units": list(dossier.map(|dossier| dossier.register().units().iter().filter_map(unit).collect())),
    }))
}

fn assignment(task: &Assignment) -> Value {
    // Names as in the register; a collective name stays whole, as typed.
    let name = |party: &Party| if party.is_collective { party.text.clone() } else { party.unit.clone() };
    let names = |parties: &[Party]| -> Vec<Value> { parties.iter().map(|party| name(party).into()).collect() };
    let deadline = task.deadline.as_ref().map(|deadline| {
        json!({
            "text": deadline.wording,
            "kind": deadline.kind.id(),
            "last_day": deadline.last_day.map(|day| day.to_string()),
        })
    });
    json!({
        "at": place(&task.content_at),
        "row": task.row,
        "id": task.id.as_ref().map(|id| &id.value),
        "number": task.number,
        "group": task.group,
        "content": task.paragraphs.join("\n"),
        "lead": names(&task.lead),
        "support": names(&task.support),
        "villages": task.villages,
        "product": task.typed(Field::Product),
        "deadline": deadline,
    })
}

fn completion(result: &Completion) -> Value {
    json!({
        "at": place(&result.at),
        "row": result.row,
        "id": result.id.as_ref().map(|id| &id.value),
        "content": result.content,
        "unit": result.unit,
        "state": result.state.id(),
        "state_text": result.state_text,
        "percent": result.percent.map(|percent| pipeline::with_decimals(percent, 2)),
        "completed_on": result.completed_on.map(|day| day.to_string()),
        "target": result.target,
        "outcome": result.outcome,
    })
}

fn indicator(indicator: &Indicator) -> Value {
    json!({
        "at": place(&indicator.at),
        "row": indicator.row,
        "id": indicator.id.as_ref().map(|id| &id.value),
        "name": indicator.name,
        "unit": indicator.supplier,
        "measure": indicator.measure,
        "planned": indicator.planned.map(figure),
        "actual": indicator.actual.map(figure),
    })
}

/// A figure with two decimals, or as many as it has.
fn figure(figure: Decimal) -> String {
    pipeline::with_decimals(figure, figure.normalize().scale().max(2))
}

fn village(village: &Village) -> Value {
    json!({
        "at": place(&village.at),
        "row": village.row,
        "id": village.id,
        "name": village.name,
        "head": village.head,
        "head_title": village.head_title,
        "households": village.households.map(|count| count.normalize().to_string()),
        "population": village.population.map(|count| count.normalize().to_string()),
    })
}

/// A unit of the workbook; `None` for collective names, which are not in the register, and for villages, which have a
/// list of their own.
fn unit(unit: &Unit) -> Option<Value> {
    let source = match unit {
        _ if unit.at.is_none() || unit.is_village => return None,
        Unit { is_admitted: true, .. } => "assignments",
        _ => "sheet",
    };
    Some(json!({ "id": unit.code, "name": unit.name, "source": source }))
}
