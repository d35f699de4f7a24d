//! The command `check`: workbooks in, all that was understood and every mistake out.
//!
//! Owns what is said of a check, for people and for scripts. Writes nothing and knows no rule: `pipeline` checks.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::args::Check;
use super::console::Console;
use super::inputs::{self, Surroundings};
use super::messages::json_place as place;
use super::own_templates;
use super::typable::typable;
use super::{Exit, ledger};
use crate::diag::Diagnostics;
use crate::files;
use crate::pipeline::{self, Assignment, Checked, Completion, Indicator, Order, Party, Unit, Village, Which};

/// Runs the command.
pub(super) fn run(check: &Check, around: Surroundings, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let checked = match attempt(check, around, &mut out) {
        Ok(checked) => Some(checked),
        Err(exit) => {
            say(check, around, None, &out, console);
            return exit;
        }
    };
    say(check, around, checked.as_ref(), &out, console);
    inputs::worst(&out)
}

fn attempt(check: &Check, around: Surroundings, out: &mut Diagnostics) -> Result<Checked, Exit> {
    let as_of = inputs::as_of(check.as_of.as_deref(), out);
    let settings = inputs::settings(&check.files[0], around, out)?.settings;
    let contents = inputs::workbooks(&check.files, out)?;
    let own_templates = own_templates::beside(files::folder_of(&check.files[0]), out)?;
    let order = Order { which: Which::Workbook, own_templates: &own_templates, as_of, settings: &settings };
    Ok(pipeline::check(&contents.workbooks(), &order, out))
}

fn say(check: &Check, around: Surroundings, checked: Option<&Checked>, out: &Diagnostics, console: &mut Console) {
    if console.is_json {
        return console.give(object(checked), out);
    }
    if let Some(checked) = checked {
        console.understood(&checked.sheets);
    }
    console.say(out);
    if out.messages().is_empty() {
        console.tell("no_messages", &[]);
    }
    match checked {
        Some(Checked { is_ready: true, .. }) => {
            console.tell("ready_to_build", &[("files", &words_of(check, around))]);
        }
        // What a document still needs is told by notes, which --quiet leaves out: this line it does not.
        Some(_) if out.checkpoint().is_ok() => console.insist("not_ready_to_build"),
        _ => {}
    }
}

/// Files and flags of this check as they are typed, for the command that writes what was checked.
fn words_of(check: &Check, around: Surroundings) -> String {
    let mut words: Vec<String> = check.files.iter().map(|path| typable(&path.display().to_string())).collect();
    if let Some(day) = &check.as_of {
        words.extend(["--as-of".to_owned(), typable(day)]);
    }
    if let Some(config) = around.config {
        words.extend(["--config".to_owned(), typable(&config.display().to_string())]);
    }
    words.join(" ")
}

/// The fields of `check --json`.
fn object(checked: Option<&Checked>) -> Value {
    let survey = checked.map(|checked| &checked.survey);
    let list = |values: Option<Vec<Value>>| Value::from(values.unwrap_or_default());
    json!({
        "sheets": checked.map_or_else(|| json!([]), |checked| ledger::json(&checked.sheets)),
        "assignments": list(survey.map(|survey| survey.assignments.iter().map(assignment).collect())),
        "completions": list(survey.map(|survey| survey.completions.iter().map(completion).collect())),
        "indicators": list(survey.map(|survey| survey.indicators.iter().map(indicator).collect())),
        "villages": list(survey.map(|survey| survey.villages.iter().map(village).collect())),
        "units": list(survey.map(|survey| survey.register.units().iter().filter_map(unit).collect())),
    })
}

fn assignment(task: &Assignment) -> Value {
    // Names as the register has them; a collective name is kept whole, as typed.
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
        "product": task.product,
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

/// A unit of the workbook: collective names stand in none, and villages have a list of their own.
fn unit(unit: &Unit) -> Option<Value> {
    let source = match unit {
        _ if unit.at.is_none() || unit.is_village => return None,
        Unit { is_admitted: true, .. } => "assignments",
        _ => "sheet",
    };
    Some(json!({ "id": unit.code, "name": unit.name, "source": source }))
}
