//! The columns of the workbook from which a table of figures is computed.
//!
//! Owns the list of the columns that such a table prints or counts. Must not know a value. `made` uses it to find the
//! columns that a document prints; the others are listed as read and not printed.

use crate::contract::{Field, SheetKind};
use crate::templates::Need;
use crate::templates::blocks::Computed;
use crate::templates::blocks::TableSource;

/// What a table counts, whether or not one of its columns shows it; empty where it only prints cells.
pub(in crate::draft::table) fn of_source(source: TableSource) -> Vec<Need> {
    use Field::{
        Actual, CarriedOver, Code, CompletedOn, Cumulative, Deadline, Direction, FigureType, Lead, NewDeadline,
        OriginalDeadline, Planned, PlannedYear, SamePeriod, State, Unit, Village,
    };
    match source {
        TableSource::Assignments | TableSource::Implementation | TableSource::VillageList => Vec::new(),
        TableSource::Indicators => columns(
            SheetKind::Indicators,
            &[Code, Direction, FigureType, PlannedYear, Planned, Actual, Cumulative, SamePeriod],
        ),
        TableSource::Villages => columns(SheetKind::VillageIndicators, &[Village, Code, Planned, Actual, SamePeriod]),
        TableSource::Results
        | TableSource::Units
        | TableSource::Overdue
        | TableSource::DueSoon
        | TableSource::DueInPeriod
        | TableSource::Carried => {
            let tasks = columns(SheetKind::Assignments, &[Lead, Deadline, OriginalDeadline, NewDeadline]);
            let results = columns(SheetKind::Completions, &[Code, Unit, State, CompletedOn, CarriedOver]);
            [tasks, results].concat()
        }
    }
}

/// The columns of the workbook for a column of figures.
pub(in crate::draft::table) fn of_column(column: Computed) -> Vec<Need> {
    let results = |field| columns(SheetKind::Completions, &[field]);
    let indicators = |field| columns(SheetKind::Indicators, &[field]);
    match column {
        Computed::Outcome => results(Field::Outcome),
        Computed::OutcomeAndObstacles => {
            columns(SheetKind::Completions, &[Field::Outcome, Field::Obstacles, Field::Cause])
        }
        Computed::Obstacles => results(Field::Obstacles),
        Computed::Cause => results(Field::Cause),
        Computed::ObstaclesAndCause => columns(SheetKind::Completions, &[Field::Obstacles, Field::Cause]),
        Computed::Proposal => results(Field::Proposal),
        Computed::Indicator => indicators(Field::Indicator),
        Computed::Measure => indicators(Field::Measure),
        _ => Vec::new(),
    }
}

fn columns(kind: SheetKind, fields: &[Field]) -> Vec<Need> {
    fields.iter().map(|field| Need::Column(kind, *field)).collect()
}
