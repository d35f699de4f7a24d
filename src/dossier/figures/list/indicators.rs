//! The figures of indicators: plan, actual figure, share, difference from a year ago; and how many plans are met.
//!
//! Owns their ids and cells. The same terms serve the figures of a village.

use rust_decimal::Decimal;

use super::{Figure, Figures, NO_BASE, NO_COMPARISON, POINTS, printed};
use crate::dossier::amounts::Amount;
use crate::dossier::figures::ratio::percent_of;
use crate::dossier::figures::{Comparison, Verdict};
use crate::dossier::measurement::{FigureType, Measurement, Target};

/// The ids of one indicator's figures.
pub(super) struct Ids {
    pub(super) planned: &'static str,
    pub(super) planned_year: &'static str,
    pub(super) actual: &'static str,
    pub(super) cumulative: &'static str,
    pub(super) percent: &'static str,
    pub(super) gap: &'static str,
    pub(super) same_period: &'static str,
    pub(super) change: &'static str,
    pub(super) change_percent: &'static str,
}

const IDS: Ids = Ids {
    planned: "indicator.planned",
    planned_year: "indicator.planned_year",
    actual: "indicator.actual",
    cumulative: "indicator.cumulative",
    percent: "indicator.percent",
    gap: "indicator.gap",
    same_period: "indicator.same_period",
    change: "indicator.change",
    change_percent: "indicator.change_percent",
};

pub(super) fn add(figures: &Figures, list: &mut Vec<Figure>) {
    if !figures.comparisons.is_empty() {
        add_counts(figures, list);
    }
    for (known, comparison) in figures.indicators() {
        let Some(name) = &known.name else { continue };
        let measure = known.measure.as_deref().unwrap_or_default();
        let of = Of {
            scope: name,
            measure,
            figures: &known.measurement,
            comparison,
            decimals: figures.percent_decimals,
            has_past: true,
        };
        of.add(&IDS, list);
    }
}

/// How many indicators there are, and how many meet their plans.
fn add_counts(figures: &Figures, list: &mut Vec<Figure>) {
    use Verdict::{Exceeded, Met, NotMet, NotReported, Unjudged};
    let counts: [(&'static str, &[Verdict]); 6] = [
        ("indicators.total", &[Exceeded, Met, NotMet, Unjudged, NotReported]),
        ("indicators.exceeded", &[Exceeded]),
        ("indicators.met", &[Met]),
        ("indicators.not_met", &[NotMet]),
        ("indicators.unjudged", &[Unjudged]),
        ("indicators.not_reported", &[NotReported]),
    ];
    for (id, verdicts) in counts {
        let counted = figures.indicators().filter(|(_, comparison)| verdicts.contains(&comparison.verdict));
        let cells: Vec<_> = counted.map(|(known, _)| &known.at).collect();
        list.push(Figure::new(id, None, "chỉ tiêu").by("count").count(cells.len()).cells(cells));
    }
    let (met, judged) = figures.indicators_met();
    let cells = |is_counted: fn(Verdict) -> bool| {
        let counted = figures.indicators().filter(move |(_, comparison)| is_counted(comparison.verdict));
        counted.map(|(known, _)| &known.at)
    };
    let count = |id| Figure::new(id, None, "chỉ tiêu").by("count");
    list.push(count("indicators.judged").count(judged).cells(cells(Verdict::is_judged)));
    list.push(count("indicators.kept").count(met).cells(cells(Verdict::is_met)));
    let percent = figures.indicators_met_percent();
    let figure = Figure::new("rate.indicators_kept", None, "%").by("rate.indicators_kept");
    let figure = figure.percent(percent, figures.percent_decimals).term("kept", met.to_string());
    list.push(figure.term("judged", judged.to_string()).cells(cells(Verdict::is_judged)));
}

impl Verdict {
    /// Whether it is decided if the plan was met.
    #[must_use]
    pub fn is_judged(self) -> bool {
        self.is_met() || self == Self::NotMet
    }

    /// Whether the plan was met or exceeded.
    #[must_use]
    pub fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::Exceeded)
    }
}

impl Figures {
    /// How many indicators meet their plans, and how many are judged.
    #[must_use]
    pub fn indicators_met(&self) -> (usize, usize) {
        let count = |is_counted: fn(Verdict) -> bool| {
            self.comparisons.iter().filter(|comparison| is_counted(comparison.verdict)).count()
        };
        (count(Verdict::is_met), count(Verdict::is_judged))
    }

    /// The share of the judged indicators that meet their plans, in hundredths, unrounded; `None` where none is judged.
    #[must_use]
    pub fn indicators_met_percent(&self) -> Option<Decimal> {
        let (met, judged) = self.indicators_met();
        percent_of(met.into(), judged.into())
    }
}

/// The figures of one indicator, of the commune or of a village.
pub(super) struct Of<'a> {
    pub(super) scope: &'a str,
    pub(super) measure: &'a str,
    pub(super) figures: &'a Measurement,
    pub(super) comparison: &'a Comparison,
    pub(super) decimals: u32,
    /// Whether any figure of a year ago is given.
    pub(super) has_past: bool,
}

impl Of<'_> {
    pub(super) fn add(&self, ids: &Ids, list: &mut Vec<Figure>) {
        let comparison = self.comparison;
        list.push(self.planned(ids.planned, comparison.plan.as_ref().map(|(target, _)| target)));
        // Where the period has a plan and a figure of its own, those of the year are printed too.
        if let (Some(_), Some(year)) = (&self.figures.planned, &self.figures.planned_year) {
            list.push(self.planned(ids.planned_year, Some(year)));
        }
        list.push(self.amount(ids.actual, comparison.actual.as_ref()));
        if let (Some(_), Some(so_far)) = (&self.figures.actual, &self.figures.cumulative) {
            list.push(self.amount(ids.cumulative, Some(so_far)));
        }
        list.push(self.percent(ids));
        if let Some(gap) = comparison.gap {
            let measure = if self.figures.figure_type == FigureType::Rate { POINTS } else { self.measure };
            let decimals = self.plan_decimals().max(comparison.measured.as_ref().map_or(0, |amount| amount.decimals));
            let figure = Figure::new(ids.gap, Some(self.scope), measure).by("gap").value(gap, decimals);
            list.push(self.beside_plan(figure));
        }
        if let Some(base) = &comparison.base {
            let figure = Figure::new(ids.same_period, Some(self.scope), self.measure);
            let figure = figure.value(base.amount.value, base.amount.decimals);
            let summands: Vec<String> = base.summands.iter().map(Amount::printed).collect();
            let figure = match summands.as_slice() {
                [] => figure.by("amount"),
                summands => figure.by("sum").term("sum", summands.join(" + ")),
            };
            let cells: Vec<_> = base.summands.iter().map(|amount| &amount.at).collect();
            list.push(figure.cells(if cells.is_empty() { vec![&base.amount.at] } else { cells }));
        }
        if self.has_past {
            list.push(self.change(ids));
            list.push(self.change_percent(ids));
        }
    }

    fn amount(&self, id: &'static str, amount: Option<&Amount>) -> Figure {
        let figure = Figure::new(id, Some(self.scope), self.measure);
        match amount {
            Some(amount) => figure.by("amount").value(amount.value, amount.decimals).cells([&amount.at]),
            None => figure,
        }
    }

    fn planned(&self, id: &'static str, target: Option<&Target>) -> Figure {
        match target {
            Some(range @ Target::Range { .. }) => {
                let figure = Figure::new(id, Some(self.scope), self.measure);
                figure.by("amount").words(&range.printed()).cells([range.at()])
            }
            target => self.amount(id, target.and_then(Target::amount)),
        }
    }

    fn plan_decimals(&self) -> u32 {
        let plan = self.comparison.plan.as_ref().and_then(|(target, _)| target.amount());
        plan.map_or(0, |amount| amount.decimals)
    }

    /// The share of the plan; a dash where the plan is 0 or less, empty where a share has no meaning.
    fn percent(&self, ids: &Ids) -> Figure {
        let figure = Figure::new(ids.percent, Some(self.scope), "%");
        let figure = match self.comparison.percent {
            Some(percent) => figure.by("share").percent(Some(percent), self.decimals),
            None if self.comparison.has_no_base() => figure.by("share").words(NO_BASE),
            None => return figure,
        };
        self.beside_plan(figure)
    }

    fn beside_plan(&self, figure: Figure) -> Figure {
        let (Some(measured), Some(plan)) = (&self.comparison.measured, &self.comparison.plan) else { return figure };
        let figure = figure.term("actual", measured.printed()).term("planned", plan.0.printed());
        figure.cells([&measured.at, plan.0.at()])
    }

    fn change(&self, ids: &Ids) -> Figure {
        let is_rate = self.figures.figure_type == FigureType::Rate;
        let figure = Figure::new(ids.change, Some(self.scope), if is_rate { POINTS } else { self.measure });
        match self.comparison.change {
            Some(change) => self.beside_base(figure.by("change").value(change.amount, change.decimals)),
            None => self.without_base(figure),
        }
    }

    fn change_percent(&self, ids: &Ids) -> Figure {
        let figure = Figure::new(ids.change_percent, Some(self.scope), "%");
        match self.comparison.change {
            Some(_) if self.figures.figure_type == FigureType::Rate => figure,
            Some(change) => match self.comparison.base.as_ref().map(|base| base.amount.printed()) {
                // Too large to compute, which is not the same as having no base.
                Some(printed) if change.percent.is_none() && !change.has_no_base => {
                    self.beside_base(figure.by("change_percent")).term("size", sized(&printed))
                }
                Some(printed) => {
                    let figure = figure.by("change_percent").percent(change.percent, self.decimals);
                    self.beside_base(figure).term("size", sized(&printed))
                }
                None => figure,
            },
            None => self.without_base(figure),
        }
    }

    fn beside_base(&self, figure: Figure) -> Figure {
        let (Some(actual), Some(base)) = (&self.comparison.actual, &self.comparison.base) else { return figure };
        let figure = figure.term("actual", actual.printed()).term("base", base.amount.printed());
        figure.cells([&actual.at, &base.amount.at])
    }

    /// An actual figure without one of a year ago is said to have no comparison.
    fn without_base(&self, figure: Figure) -> Figure {
        if self.comparison.actual.is_some() { figure.words(NO_COMPARISON) } else { figure }
    }
}

/// The absolute value of a printed amount, as a formula shows it: `|-5|`.
fn sized(printed: &str) -> String {
    if printed.starts_with('-') { format!("|{printed}|") } else { printed.to_owned() }
}

impl Comparison {
    /// Whether something was reached of a plan of 0 or less: a share of that can't be computed.
    #[must_use]
    pub fn has_no_base(&self) -> bool {
        let plan = self.plan.as_ref().and_then(|(target, _)| target.amount());
        self.measured.is_some() && plan.is_some_and(|amount| amount.value <= Decimal::ZERO)
    }
}

impl Target {
    /// The plan as it is printed: `2.000`, `45 - 50`.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::Amount(amount) => amount.printed(),
            Self::Range { low, high } => {
                format!("{} - {}", printed(low.value, low.decimals), printed(high.value, high.decimals))
            }
        }
    }
}
