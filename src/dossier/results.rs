//! What became of the cycle: results, indicators and villages read together, and the figures made of them.
//!
//! Owns the order in which these sheets are read. Must not know which document prints them: `check` says whether what is
//! wrong with them is told at once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::completions::{self, Completion};
use super::figures::{Answers, Figures, Sources, Tasks};
use super::indicators::{self, Indicator};
use super::period::Period;
use super::register::Register;
use super::successors::Successors;
use super::village_indicators;
use super::villages::{self, Village};
use super::{Assignment, Dossier, Reach, rules};
use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::Records;
use crate::settings::Settings;

/// What was understood of these sheets.
pub(super) struct Results {
    /// The results, in order of the rows.
    pub(super) completions: Arc<[Completion]>,
    /// The indicators, in order of the rows.
    pub(super) indicators: Arc<[Indicator]>,
    /// The villages, in order of the rows.
    pub(super) villages: Vec<Village>,
    /// What they come to; `None` where no day is known to count them on.
    pub(super) figures: Option<Arc<Figures>>,
}

/// What the results are counted by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<'a> {
    /// The tasks, in order.
    pub(super) assignments: &'a Arc<[Assignment]>,
    /// The period, where it is known.
    pub(super) period: Option<Period>,
    /// The day of the figures, where it is known.
    pub(super) as_of: Option<NaiveDate>,
    /// The house style of the office.
    pub(super) settings: &'a Settings,
}

/// The results, and what is wrong with them where it is not told at once: a slip in them keeps no programme from being
/// written.
pub(super) fn told_by_need(
    records: &Records,
    reach: Reach,
    terms: Terms,
    register: &mut Register,
    out: &mut Diagnostics,
) -> (Results, Vec<Diagnostic>) {
    match reach {
        Reach::Everything => (gather(records, terms, register, out), Vec::new()),
        Reach::Document => {
            let mut own = Diagnostics::new();
            let results = gather(records, terms, &mut register.clone(), &mut own);
            (results, own.into_messages())
        }
    }
}

/// Reads the sheets and counts; what is wrong is reported, and what was understood stays.
fn gather(records: &Records, terms: Terms, register: &mut Register, out: &mut Diagnostics) -> Results {
    let Terms { assignments, period, as_of, settings } = terms;
    let tasks = Tasks::of(assignments);
    let completions: Arc<[Completion]> = completions::check(records, &tasks, register, out).into();
    let indicators: Arc<[Indicator]> = indicators::check(records, register, out).into();
    let villages = villages::check(records, out);
    let successors = Successors::of(&villages, register, out);
    let village_indicators = village_indicators::check(records, register, &successors, &indicators, out);
    let is_standing = |name: &str| successors.of_name(name, register).is_empty();
    let standing: Vec<&Village> =
        villages.iter().filter(|village| village.name.as_deref().is_some_and(is_standing)).collect();
    let standing_villages: Vec<&str> = standing.iter().filter_map(|village| village.name.as_deref()).collect();
    let answers = Answers::of(assignments, &tasks, &completions, &standing_villages);
    let facts = rules::ResultFacts {
        assignments,
        tasks: &tasks,
        sheets: &records.sheets,
        completions: &completions,
        answers: &answers,
        indicators: &indicators,
        village_indicators: &village_indicators,
        standing_villages: &standing_villages,
        has_results: !records.rows(SheetKind::Completions).is_empty(),
        period,
        as_of,
    };
    rules::check_results(&facts, out);
    let sources = || Sources {
        assignments: assignments.clone(),
        completions: completions.clone(),
        answers: answers.clone(),
        indicators: indicators.clone(),
        village_indicators: &village_indicators,
        standing_villages: &standing,
        register,
        period,
    };
    let figures = as_of.map(|day| Arc::new(Figures::of(sources(), day, settings)));
    Results { completions, indicators, villages, figures }
}

/// What is said of a figure that can't be read where no document needs it: `HS-051`, `HS-052`.
const UNREAD: [&str; 2] = ["HS-051", "HS-052"];

impl Dossier {
    /// What the results come to.
    ///
    /// # Errors
    /// `HS-062` where no day is known to count them on; what is wrong with the results and was not told yet; `HS-080` at
    /// every cell that should hold a figure and was not understood.
    pub fn figures(&self, out: &mut Diagnostics) -> Result<&Arc<Figures>, Reported> {
        let unread: Vec<&Place> = self.figures.iter().flat_map(|figures| figures.unread()).collect();
        // An error at the very cell says it once and for all.
        let is_told_by_error =
            |message: &Diagnostic| UNREAD.contains(&message.code) && unread.contains(&&message.place);
        for message in self.untold.iter().filter(|message| !is_told_by_error(message)) {
            out.report(message.clone());
        }
        let Some(figures) = &self.figures else {
            let at = Place { cell: None, ..self.general.kind_at.clone() };
            return Err(out.fail(Diagnostic::error("HS-062").at(&at)));
        };
        for at in unread {
            let ambiguous = |message: &&Diagnostic| message.place == *at && message.hint == Some("ambiguous");
            let message = Diagnostic::error("HS-080").at(at);
            out.report(match self.untold.iter().find(ambiguous) {
                Some(known) => Diagnostic { arguments: known.arguments.clone(), ..message.hint("ambiguous") },
                None => message,
            });
        }
        out.checkpoint().map(|()| figures)
    }
}
