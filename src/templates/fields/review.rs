//! The fields of a report: the figures, printed, and lists of what was reported.
//!
//! Owns their names and which tasks stand in which list. A count of nothing is left out, so that `if` asks for it; what
//! can't be said is left out too. Must not compute: every figure is the dossier's.

mod shapes;

use super::listed;
use crate::dossier::figures::{
    Class, Comparison, Count, Figures, PlanOf, Progress, Rate, UnitFigures, Verdict, VillageFigures, printed,
};
use crate::dossier::{Amount, Assignment, Completion, FigureType, Indicator, Register};
use crate::settings::ReportCharts;
use crate::templates::words::{deadline, review, spoken};
use crate::vietnamese::{date, text};
#[cfg(test)]
pub(super) use shapes::whole;
use shapes::{CountFields, IndicatorFields, OutcomeFields, ReviewFields, TaskReviewFields, UnitFields, VillageFields};

/// The name of all of them.
pub(crate) const REVIEW: &str = "so_lieu";

/// The fields of these figures.
pub(super) fn fields(
    figures: &Figures,
    register: &Register,
    charts: ReportCharts,
    is_asked: impl Fn(&str) -> bool,
) -> ReviewFields {
    let tasks = |list: &str, belongs: &dyn Fn(&Progress) -> bool| {
        listed(is_asked(&format!("{REVIEW}.{list}")), || tasks(figures, belongs))
    };
    let (kept, judged) = figures.indicators_kept();
    let count = |verdicts: &[Verdict]| nonzero(figures.count_indicators(verdicts));
    let percent = (judged > 0).then(|| figures.percent(figures.indicators_kept_percent().unwrap_or_default()));
    ReviewFields {
        ngay: date::slashed(figures.as_of()),
        goi_thon: register.village_word(),
        bieu_do: (charts == ReportCharts::Annexed).then(|| "có".to_owned()),
        dem: counts(figures.whole(), figures),
        chi_tieu_tong: nonzero(figures.indicators().len()),
        chi_tieu_danh_gia: nonzero(judged),
        chi_tieu_dat_vuot: nonzero(kept),
        chi_tieu_vuot: count(&[Verdict::Exceeded]),
        chi_tieu_dat: count(&[Verdict::Met]),
        chi_tieu_khong_dat: count(&[Verdict::NotMet]),
        chi_tieu_chua_co_so_lieu: count(&[Verdict::NotReported]),
        chi_tieu_chua_danh_gia: count(&[Verdict::Unjudged]),
        chua_danh_gia_vi: why_unjudged(figures),
        ty_le_chi_tieu: percent,
        don_vi: figures.units().iter().filter_map(|unit| unit_fields(unit, figures)).collect(),
        don_vi_chua_bao_cao: silent_units(figures),
        nhom: outcomes(figures),
        viec_qua_han: tasks("viec_qua_han", &|progress| progress.is_late_on(figures.as_of())),
        viec_tre_han: tasks("viec_tre_han", &|progress| progress.class == Class::DoneLate),
        viec_khong_hoan_thanh: tasks("viec_khong_hoan_thanh", &|progress| progress.class == Class::NotDone),
        viec_chuyen_ky: tasks("viec_chuyen_ky", &|progress| progress.is_carried),
        vuong_mac: told(figures, |_| true, |report| report.obstacles.as_ref()),
        nguyen_nhan: causes(figures),
        de_xuat: told(figures, |_| true, |report| report.proposal.as_ref()),
        chi_tieu: figures
            .indicators()
            .filter_map(|(known, comparison)| indicator(known, comparison, figures))
            .collect(),
        chi_tieu_thon: figures.villages().iter().map(|villages| village(villages, figures)).collect(),
    }
}

fn nonzero(count: usize) -> Option<String> {
    (count > 0).then(|| printed(count.into(), 0))
}

fn counts(tally: &crate::dossier::figures::Tally, figures: &Figures) -> CountFields {
    let count = |count: Count| nonzero(tally.count(count) as usize);
    // Of what nobody reported no rate is said: never "0%" for no data.
    let rate = |rate: Rate| tally.rate(rate).filter(|_| !tally.is_silent()).map(|percent| figures.percent(percent));
    CountFields {
        tong: count(Count::Total),
        hoan_thanh: count(Count::Done),
        dung_han: count(Count::DoneOnTime),
        tre_han: count(Count::DoneLate),
        chua_ro_han: count(Count::DoneUnjudged),
        dang_thuc_hien: count(Count::InProgress),
        sap_den_han: count(Count::DueSoon),
        qua_han: count(Count::Overdue),
        thuong_xuyen: count(Count::Standing),
        chua_bao_cao: count(Count::NotReported),
        khong_hoan_thanh: count(Count::NotDone),
        huy: count(Count::Cancelled),
        chuyen_ky: count(Count::Carried),
        ty_le_hoan_thanh: rate(Rate::Done),
        ty_le_dung_han: rate(Rate::OnTime),
    }
}

fn unit_fields(unit: &UnitFigures, figures: &Figures) -> Option<UnitFields> {
    let hang = unit.rank.map(|rank| rank.to_string());
    Some(UnitFields { ten: unit.name.clone()?, dem: counts(&unit.tally, figures), hang })
}

/// The units that reported nothing at all, as a sentence has them: who told of a standing task alone is not silent.
fn silent_units(figures: &Figures) -> Vec<String> {
    let has_words = |report: &Completion| report.state_text.is_some() || report.outcome.is_some();
    let said = |task: &usize| {
        let (_, progress) = figures.tasks().nth(*task)?;
        progress.reports(figures.completions()).any(has_words).then_some(())
    };
    let silent =
        figures.units().iter().filter(|unit| unit.tally.is_silent() && unit.tasks.iter().find_map(said).is_none());
    let lead = |unit: &UnitFigures| {
        let (task, _) = figures.tasks().nth(*unit.tasks.first()?)?;
        task.lead.first().map(spoken::registered_name)
    };
    silent.filter_map(lead).collect()
}

/// What was reached, by group of tasks: the words of the reports of what is done; groups without a word are left out.
fn outcomes(figures: &Figures) -> Vec<OutcomeFields> {
    let mut groups: Vec<OutcomeFields> = Vec::new();
    for (task, progress) in figures.tasks() {
        let is_done = matches!(progress.class, Class::DoneOnTime | Class::DoneLate | Class::DoneUnjudged);
        if !is_done && progress.class != Class::Standing {
            continue;
        }
        let words = review::told(figures, progress, |report| report.outcome.as_ref());
        let words: Vec<String> = words.iter().filter_map(|words| super::without_end_mark(words)).collect();
        if words.is_empty() {
            continue;
        }
        let index = groups.iter().position(|group| group.ten == task.group).unwrap_or_else(|| {
            groups.push(OutcomeFields { ten: task.group.clone(), ket_qua: Vec::new() });
            groups.len() - 1
        });
        groups[index].ket_qua.extend(words);
    }
    groups
}

fn tasks(figures: &Figures, belongs: impl Fn(&Progress) -> bool) -> Vec<TaskReviewFields> {
    let tasks = figures.tasks().filter(|(_, progress)| belongs(progress));
    tasks.map(|(task, progress)| task_fields(task, progress, figures)).collect()
}

fn task_fields(task: &Assignment, progress: &Progress, figures: &Figures) -> TaskReviewFields {
    let words = |column: fn(&crate::dossier::Completion) -> Option<&String>| {
        let words: Vec<String> = review::told(figures, progress, column);
        super::without_end_mark(&words.join("; "))
    };
    TaskReviewFields {
        noi_dung: super::without_end_mark(&task.paragraphs.join(" ")).unwrap_or_default(),
        chu_tri: review::lead(task).into_iter().next(),
        thoi_han: deadline::judged_by(task),
        gia_han: deadline::extension(progress),
        danh_gia: text::uncapitalized(review::class(progress)),
        so_ngay_tre: progress.days_late(figures.as_of()).map(|days| printed(days.into(), 0)),
        ket_qua: words(|report| report.outcome.as_ref()),
        nguyen_nhan: words(|report| report.cause.as_ref()),
    }
}

/// Why tasks are not done, or were done late: what stands beside one that was done in time explains no shortcoming.
fn causes(figures: &Figures) -> Vec<String> {
    let falls_short = |progress: &Progress| !matches!(progress.class, Class::DoneOnTime | Class::Cancelled);
    told(figures, falls_short, |report| report.cause.as_ref())
}

/// What the reports of these tasks say in a column, each once, in order.
fn told(
    figures: &Figures,
    belongs: impl Fn(&Progress) -> bool,
    column: fn(&crate::dossier::Completion) -> Option<&String>,
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (_, progress) in figures.tasks().filter(|(_, progress)| belongs(progress)) {
        for words in review::told(figures, progress, column) {
            if let Some(words) = super::without_end_mark(&words).filter(|words| !all.contains(words)) {
                all.push(words);
            }
        }
    }
    all
}

fn indicator(known: &Indicator, comparison: &Comparison, figures: &Figures) -> Option<IndicatorFields> {
    let measure = known.measure.as_deref().unwrap_or_default();
    let with_measure = |amount: String| measured(&amount, measure);
    let plan = comparison.plan.as_ref();
    // What the year has brought so far is not what a year ago is compared with: both are said, each beside its own.
    let in_period = comparison.actual.as_ref().filter(|actual| {
        comparison.change.is_some() && comparison.measured.as_ref().is_some_and(|measured| measured.at != actual.at)
    });
    Some(IndicatorFields {
        ten: known.name.clone()?,
        trong_ky: in_period.map(Amount::printed).map(with_measure),
        thuc_hien: comparison.measured.as_ref().map(Amount::printed).map(with_measure),
        // Of what is so many on a day nothing is done: its figure stands alone.
        thuc_hien_la: (known.measurement.figure_type == FigureType::Cumulative).then(|| "thực hiện".to_owned()),
        ke_hoach: plan.map(|(target, _)| with_measure(target.printed())),
        ke_hoach_la: plan.map(|(_, of)| match of {
            PlanOf::Period => "kế hoạch".to_owned(),
            PlanOf::Year => "kế hoạch năm".to_owned(),
        }),
        ty_le: comparison.percent.map(|percent| figures.percent(percent)),
        so_ke_hoach: review::against_plan(comparison),
        danh_gia: text::uncapitalized(review::verdict(comparison)),
        so_cung_ky: review::in_a_sentence(&known.measurement, comparison, measure, figures),
    })
}

/// Why some indicators are not judged; `None` where all are.
fn why_unjudged(figures: &Figures) -> Option<String> {
    let unjudged = || figures.indicators().filter(|(_, comparison)| comparison.verdict == Verdict::Unjudged);
    let has_plan = unjudged().any(|(_, comparison)| comparison.plan.is_some());
    let has_none = unjudged().any(|(_, comparison)| comparison.plan.is_none());
    let words = match (has_none, has_plan) {
        (true, true) => "chưa giao kế hoạch hoặc chưa hết năm kế hoạch",
        (true, false) => "chưa giao kế hoạch",
        (false, true) => "chưa hết năm kế hoạch",
        (false, false) => return None,
    };
    Some(words.to_owned())
}

/// An amount with its measure: `700 tấn`, `2,10%`.
fn measured(amount: &str, measure: &str) -> String {
    match measure {
        "" => amount.to_owned(),
        "%" => format!("{amount}%"),
        measure => format!("{amount} {measure}"),
    }
}

fn village(villages: &VillageFigures, figures: &Figures) -> VillageFields {
    let measure = villages.measure.as_deref().unwrap_or_default();
    let total = villages.total.as_ref();
    let amount = |amount: Option<rust_decimal::Decimal>| {
        let decimals = total.map_or(0, |total| total.decimals);
        amount.map(|amount| measured(&printed(amount, decimals), measure))
    };
    let silent = villages.rows.iter().filter(|row| row.comparison.actual.is_none());
    VillageFields {
        ten: villages.name.clone(),
        so_thon: printed(villages.rows.len().into(), 0),
        so_thon_bao_cao: nonzero(villages.reporting()),
        ke_hoach: amount(total.and_then(|total| total.planned)),
        thuc_hien: amount(total.and_then(|total| total.actual)),
        ty_le: total.and_then(|total| total.percent).map(|percent| figures.percent(percent)),
        chua_bao_cao: silent.map(|row| spoken::in_a_sentence(&row.row.village)).collect(),
    }
}
