//! Rules about checked data, one file each.
//!
//! Owns the lists, and the facts that each rule is checked against. Must not know how the facts are read. Each list is
//! checked as soon as its facts are ready, so that a mistake elsewhere does not hide what a rule finds. Two edits add a
//! rule: its file and its line here (and its message in `locales/`).

mod abolished_body;
mod abolished_in_prose;
mod below_zero;
mod closing_day_far;
mod code_of_another_task;
mod code_spelled_otherwise;
mod codes_alike;
mod completed_after_day;
mod completed_before_assigned;
mod completed_outside_period;
mod content_of_result;
mod council_as_issuer;
mod cumulative_below_period;
mod day_far_from_period;
mod day_of_no_calendar;
mod day_without_done;
mod deadline_before_start;
mod deadline_outside_period;
mod done_and_carried;
mod done_without_day;
mod doubled_blank;
mod duplicate_indicator_code;
mod duplicate_indicator_name;
mod duplicate_name;
mod duplicate_task_code;
mod duplicate_unit_code;
mod english_figure;
mod example_row;
mod extension_before_original;
mod far_above_plan;
mod figure_far_from_others;
mod fraction_of_count;
mod ground_issuer;
mod ground_number_year;
mod ground_of_district;
mod ground_symbol;
mod ground_twice;
mod ground_without_symbol;
mod ground_year;
mod incomplete_citation;
mod lead_among_support;
mod lead_without_report;
mod left_to_fill;
mod lost_dash;
mod misplaced_blank;
mod misspelt_name;
mod open_and_not_carried;
mod outcome_without_words;
mod party_assigned;
mod party_symbol;
mod percent_above_whole;
mod percent_without_state;
mod prose_of_another_paper;
mod report_without_state;
mod report_without_unit;
mod results_differ;
mod results_of_other_tasks;
mod several_leads;
mod share_above_whole;
mod share_below_one;
mod shouted_words;
mod small_amounts;
pub(super) mod small_letter;
mod standing_with_deadline;
mod state_symbol;
mod task_not_reported;
mod task_without_words;
#[cfg(test)]
pub(super) mod test_workbook;
mod thousands_lost;
mod topic_in_short;
mod typed_number;
mod typed_percent_differs;
mod unknown_task_reported;
mod unpaired_quote;
mod unused_answer;
mod village_awaited;
mod village_without_indicator;
mod villages_above_commune;
mod villages_differ_from_plan;
mod words;
mod year_below_period;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::figures::TaskAnswers;
use super::period::Period;
use super::task_index::Tasks;
use super::{
    Assignment, Completion, Duty, General, Ground, Indicator, MeasureKind, Measurement, ProsePart, Register,
    VillageIndicator,
};
use crate::diag::{Diagnostics, Rule, check_all};
use crate::records::{Located, Records, SheetReading};
use crate::settings::Settings;

pub(super) use words::{WordFacts, WordMessages, check_headings, check_words};

/// The tasks, and the period of Thông tin chung.
pub(super) struct TaskFacts<'a> {
    /// The tasks, in order.
    pub(super) assignments: &'a [Assignment],
    /// The period; `None` where it is not known.
    pub(super) period: Option<Period>,
    /// Days after the period's end that still belong to it (`[ky] cua_so`).
    pub(super) reporting_window_days: u32,
}

/// The outcome of the cycle: results, indicators, villages.
pub(super) struct ResultFacts<'a> {
    /// The tasks, in order.
    pub(super) assignments: &'a [Assignment],
    /// The same tasks, by code and by content.
    pub(super) tasks: &'a Tasks,
    /// The sheets as they were found.
    pub(super) sheets: &'a [SheetReading],
    /// The results, in order.
    pub(super) completions: &'a [Completion],
    /// What was reported of each task.
    pub(super) answers: &'a TaskAnswers,
    /// The indicators, in order.
    pub(super) indicators: &'a [Indicator],
    /// The figures of each village for each indicator.
    pub(super) village_indicators: &'a [VillageIndicator],
    /// The villages that were not merged into another, in the order of their sheet.
    pub(super) current_villages: &'a [&'a str],
    /// Whether there is any row of results.
    pub(super) has_results: bool,
    /// The period; `None` where it is not known.
    pub(super) period: Option<Period>,
    /// The day of the figures; `None` where it is not known.
    pub(super) as_of: Option<NaiveDate>,
    /// Ngày chốt số liệu with its cell, where no other day was asked for.
    pub(super) closing_day: Option<&'a Located<NaiveDate>>,
}

impl<'a> ResultFacts<'a> {
    /// Whether there are several rows of results with codes and none is about any of the tasks: they belong to another
    /// list.
    fn are_results_of_other_tasks(&self) -> bool {
        const SEVERAL: usize = 3;
        let strays = self.answers.strays.len();
        let all_astray = strays >= SEVERAL && strays == self.completions.len();
        !self.assignments.is_empty() && all_astray && self.completions.iter().all(|report| report.id.is_some())
    }

    /// The rows of villages by the index of their indicator; those of an unknown indicator are left out.
    fn rows_of_villages(&self) -> BTreeMap<usize, Vec<&'a VillageIndicator>> {
        let mut rows: BTreeMap<usize, Vec<&VillageIndicator>> = BTreeMap::new();
        for row in self.village_indicators {
            if let Some(index) = row.indicator {
                rows.entry(index).or_default().push(row);
            }
        }
        rows
    }
}

/// The figures of an indicator, of the commune or of one of its villages.
struct FiguresOfRow<'a> {
    /// The indicator's name, with that of the village; empty where it has none.
    name: String,
    /// Its unit of measure; empty where it has none.
    measure: &'a str,
    /// What kind of figure it has.
    kind: MeasureKind,
    /// The figures.
    figures: &'a Measurement,
}

impl<'a> ResultFacts<'a> {
    /// The figures of all indicators, then those of the villages.
    fn measured(&self) -> impl Iterator<Item = FiguresOfRow<'a>> {
        let indicators: &'a [Indicator] = self.indicators;
        let of_commune = indicators.iter().map(|known| FiguresOfRow {
            name: known.name.clone().unwrap_or_default(),
            measure: known.measure.as_deref().unwrap_or_default(),
            kind: known.kind,
            figures: &known.measurement,
        });
        // What was summed for a village of merged ones is no figure that anybody typed.
        let typed = self.village_indicators.iter().filter(|row| row.summed.is_empty());
        let of_villages = typed.map(|row| {
            let known = row.indicator.map(|index| &indicators[index]);
            let name = known.and_then(|known| known.name.as_deref()).unwrap_or(&row.code.value);
            FiguresOfRow {
                name: format!("{name}, {}", row.village),
                measure: known.and_then(|known| known.measure.as_deref()).unwrap_or_default(),
                kind: known.map_or(MeasureKind::Amount, |known| known.kind),
                figures: &row.measurement,
            }
        });
        of_commune.chain(of_villages)
    }
}

/// Checks the rules about units and villages.
pub(super) fn check_register(register: &Register, out: &mut Diagnostics) {
    let rules: [&dyn Rule<Register>; 2] = [&duplicate_unit_code::DuplicateUnitCode, &duplicate_name::DuplicateName];
    check_all(&rules, register, out);
}

/// Checks the rules about tasks.
pub(super) fn check_assignments(assignments: &[Assignment], out: &mut Diagnostics) {
    let rules: [&dyn Rule<[Assignment]>; 6] = [
        &duplicate_task_code::DuplicateTaskCode,
        &codes_alike::CodesAlike,
        &party_assigned::PartyAssigned,
        &several_leads::SeveralLeads,
        &example_row::ExampleRow,
        &lead_among_support::LeadAmongSupport,
    ];
    check_all(&rules, assignments, out);
}

/// Checks the rule about the duties of Tổ chức thực hiện.
pub(super) fn check_duties(duties: &[Duty], out: &mut Diagnostics) {
    let rule: &dyn Rule<[Duty]> = &party_assigned::PartyAssigned;
    rule.check(duties, out);
}

/// Checks the rules about tasks that need the period.
pub(super) fn check_tasks<'a>(facts: &TaskFacts<'a>, out: &mut Diagnostics) {
    let rules: [&dyn Rule<TaskFacts<'a>>; 6] = [
        &deadline_before_start::DeadlineBeforeStart,
        &extension_before_original::ExtensionBeforeOriginal,
        &deadline_outside_period::DeadlineOutsidePeriod,
        &day_far_from_period::DayFarFromPeriod,
        &typed_number::TypedNumber,
        &task_without_words::TaskWithoutWords,
    ];
    check_all(&rules, facts, out);
}

/// Checks the rules about results, indicators and villages.
pub(super) fn check_results<'a>(facts: &ResultFacts<'a>, out: &mut Diagnostics) {
    let rules: [&dyn Rule<ResultFacts<'a>>; 39] = [
        &unknown_task_reported::UnknownTaskReported,
        &results_of_other_tasks::ResultsOfOtherTasks,
        &code_spelled_otherwise::CodeSpelledOtherwise,
        &task_not_reported::TaskNotReported,
        &done_without_day::DoneWithoutDay,
        &code_of_another_task::CodeOfAnotherTask,
        &day_without_done::DayWithoutDone,
        &standing_with_deadline::StandingWithDeadline,
        &report_without_state::ReportWithoutState,
        &closing_day_far::ClosingDayFar,
        &completed_after_day::CompletedAfterDay,
        &completed_before_assigned::CompletedBeforeAssigned,
        &completed_outside_period::CompletedOutsidePeriod,
        &percent_above_whole::PercentAboveWhole,
        &percent_without_state::PercentWithoutState,
        &done_and_carried::DoneAndCarried,
        &open_and_not_carried::OpenAndNotCarried,
        &content_of_result::ContentOfResult,
        &outcome_without_words::OutcomeWithoutWords,
        &report_without_unit::ReportWithoutUnit,
        &typed_percent_differs::TypedPercentDiffers,
        &results_differ::ResultsDiffer,
        &village_awaited::VillageAwaited,
        &lead_without_report::LeadWithoutReport,
        &duplicate_indicator_code::DuplicateIndicatorCode,
        &duplicate_indicator_name::DuplicateIndicatorName,
        &fraction_of_count::FractionOfCount,
        &below_zero::BelowZero,
        &share_above_whole::ShareAboveWhole,
        &share_below_one::ShareBelowOne,
        &small_amounts::SmallAmounts,
        &cumulative_below_period::CumulativeBelowPeriod,
        &year_below_period::YearBelowPeriod,
        &far_above_plan::FarAbovePlan,
        &figure_far_from_others::FigureFarFromOthers,
        &thousands_lost::ThousandsLost,
        &villages_differ_from_plan::VillagesDifferFromPlan,
        &villages_above_commune::VillagesAboveCommune,
        &village_without_indicator::VillageWithoutIndicator,
    ];
    check_all(&rules, facts, out);
}

/// Checks the rule about the clerk's answers.
pub(super) fn check_answers(records: &Records, settings: &Settings, out: &mut Diagnostics) {
    unused_answer::UnusedAnswer.check(&(records, settings), out);
}

/// Checks the rules about the documents cited.
pub(super) fn check_grounds(grounds: &[Ground], out: &mut Diagnostics) {
    let rules: [&dyn Rule<[Ground]>; 7] = [
        &ground_of_district::GroundOfDistrict,
        &ground_symbol::GroundSymbol,
        &ground_issuer::GroundIssuer,
        &ground_year::GroundYear,
        &ground_number_year::GroundNumberYear,
        &ground_twice::GroundTwice,
        &ground_without_symbol::GroundWithoutSymbol,
    ];
    check_all(&rules, grounds, out);
}

/// Checks the rule about prose that names the paper.
pub(super) fn check_prose(general: &General, parts: &[ProsePart], out: &mut Diagnostics) {
    let facts = prose_of_another_paper::ProseFacts { general, parts };
    let rules: [&dyn Rule<prose_of_another_paper::ProseFacts>; 2] =
        [&prose_of_another_paper::ProseOfAnotherPaper, &council_as_issuer::CouncilAsIssuer];
    check_all(&rules, &facts, out);
}
