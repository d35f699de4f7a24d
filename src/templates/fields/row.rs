//! A field of the templates: one row with its path, its place in the workbook and the function that makes its value.
//!
//! Owns the types of such a row and of its inputs. Must not know a field: the files beside it list them, and `values`
//! makes their values.

use crate::dossier::figures::{Comparison, Count, Figures, Progress, Rate, UnitFigures, VillageFigures};
use crate::dossier::period::Period;
use crate::dossier::{Assignment, AssignmentGroup, Duty, Indicator, Register, Unit, Village};
use crate::paper::{AudienceRows, Paper, SharedFacts};
use crate::settings::ReportCharts;

/// A field of the templates.
#[derive(Clone, Copy, Debug)]
pub struct TemplateField {
    /// Its path: `chu_de`, `ky.ten`, `nhiem_vu[].noi_dung`; `[]` is each item of a list.
    pub path: &'static str,
    /// Whether the workbook can leave it empty; a list then has no items.
    pub can_be_empty: bool,
    /// A sample value, as in a document; for a list, of one item.
    pub sample: &'static str,
    /// The part of the sheet Nội dung that it prints; `None` where the program makes it.
    pub part: Option<&'static str>,
    /// The list whose items have the same fields as this one's.
    pub like: Option<&'static str>,
    /// Where a clerk fills it in, `Nhiệm vụ › Sản phẩm`; `None` where it is made of several places.
    pub filled_in: Option<&'static str>,
    /// How its value is made.
    pub(super) made: FieldMaker,
    /// The fields of its items, or of its group; empty for a text and for a list of texts.
    pub(super) inside: &'static [TemplateField],
}

/// Which papers of a cycle have the same value of a field; the fewest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SameIn {
    /// None: each paper has its own.
    Paper,
    /// Those for the same audience.
    Audience,
    /// All of them.
    Cycle,
}

/// How a value is made, by its input. A field without a value is left out, so that using it is an error with a line; a
/// gap in a paper to be signed would go unnoticed.
#[derive(Clone, Copy, Debug)]
pub(super) enum FieldMaker {
    /// Added while a paper is worded, or a part of Nội dung.
    Elsewhere,
    /// A group of fields of the same thing that the group belongs to.
    Itself,
    /// A field of every paper, the same in all papers of the cycle.
    Shared(for<'a> fn(SharedFacts<'a>) -> FieldContent<'a>),
    /// A field of the rows that a paper prints, the same in all papers for its audience.
    Audience(for<'a> fn(AudienceRows<'a>) -> FieldContent<'a>),
    /// A field of one paper.
    Paper(for<'a> fn(Paper<'a>) -> FieldContent<'a>),
    /// A field of one paper: whether it has charts.
    Charts(fn(ReportCharts) -> FieldContent<'static>),
    Period(fn(Period) -> FieldContent<'static>),
    Annex(fn(&AnnexName) -> FieldContent<'static>),
    Group(for<'a> fn(&AssignmentGroup<'a>) -> FieldContent<'a>),
    Task(for<'a> fn(&'a Assignment) -> FieldContent<'a>),
    Duty(for<'a> fn(&'a Duty) -> FieldContent<'a>),
    /// A field of the figures of a report.
    Review(for<'a> fn(ReviewFacts<'a>) -> FieldContent<'a>),
    /// A count, of all tasks or of one unit's.
    Counted(Count),
    /// A rate, of all tasks or of one unit's.
    Rated(Rate),
    Unit(for<'a> fn(&'a UnitFigures, &'a Figures) -> FieldContent<'a>),
    Outcomes(for<'a> fn(&GroupOutcomes<'a>) -> FieldContent<'a>),
    ReviewedTask(for<'a> fn(ReviewedTask<'a>) -> FieldContent<'a>),
    Indicator(for<'a> fn(ReviewedIndicator<'a>) -> FieldContent<'a>),
    Villages(for<'a> fn(&'a VillageFigures, &'a Figures) -> FieldContent<'a>),
    /// A field of the village that a paper is for.
    Village(for<'a> fn(AudienceRows<'a>, &'a Village) -> FieldContent<'a>),
    /// A field of the unit that a paper is for.
    Addressee(for<'a> fn(&'a Unit) -> FieldContent<'a>),
    /// A field of what a village is to achieve.
    VillageTarget(for<'a> fn(&VillageTarget<'a>) -> FieldContent<'a>),
    /// A field of the progress of the tasks that the reader of a paper leads.
    Led(for<'a> fn(AudienceRows<'a>, &'a Figures) -> FieldContent<'a>),
}

/// The content of a field.
#[derive(Debug)]
pub(super) enum FieldContent<'a> {
    /// No value.
    Nothing,
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A list of items with fields.
    Items(Vec<Item<'a>>),
    /// A group of fields.
    Record(Item<'a>),
}

impl From<String> for FieldContent<'_> {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for FieldContent<'_> {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

impl From<Vec<String>> for FieldContent<'_> {
    fn from(texts: Vec<String>) -> Self {
        Self::Texts(texts)
    }
}

impl<'a> FieldContent<'a> {
    /// A list of items.
    pub(super) fn items(items: impl IntoIterator<Item = Item<'a>>) -> Self {
        Self::Items(items.into_iter().collect())
    }
}

/// Something that has fields.
#[derive(Clone, Debug)]
pub(super) enum Item<'a> {
    Paper(Paper<'a>),
    Period(Period),
    Annex(&'a AnnexName),
    Group(AssignmentGroup<'a>),
    Task(&'a Assignment),
    Duty(&'a Duty),
    Review(ReviewFacts<'a>, ReportCharts),
    Unit(&'a UnitFigures, &'a Figures),
    Outcomes(GroupOutcomes<'a>),
    ReviewedTask(ReviewedTask<'a>),
    Indicator(ReviewedIndicator<'a>),
    Villages(&'a VillageFigures, &'a Figures),
    Village(AudienceRows<'a>, &'a Village),
    Addressee(&'a Unit),
    VillageTarget(VillageTarget<'a>),
    Led(AudienceRows<'a>, &'a Figures),
}

/// What a village is to achieve in an indicator.
#[derive(Clone, Debug)]
pub(super) struct VillageTarget<'a> {
    pub(super) name: &'a str,
    /// `95 hộ`.
    pub(super) planned: String,
}

/// An annex as the body may refer to it.
#[derive(Clone, Debug)]
pub(crate) struct AnnexName {
    /// `Phụ lục`, `Phụ lục II`.
    pub(crate) number: String,
    /// Its title.
    pub(crate) title: String,
    /// Its file name, without the extension.
    pub(crate) file: String,
}

/// The figures of a report, with what is needed to word them.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReviewFacts<'a> {
    pub(super) figures: &'a Figures,
    pub(super) register: &'a Register,
}

/// The results in a group of tasks.
#[derive(Clone, Debug)]
pub(super) struct GroupOutcomes<'a> {
    /// `None` for tasks without a group.
    pub(super) group: Option<&'a str>,
    /// The tasks with something to tell, in order.
    pub(super) tasks: Vec<ReviewedTask<'a>>,
}

/// A task with its progress.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReviewedTask<'a> {
    pub(super) task: &'a Assignment,
    pub(super) progress: &'a Progress,
    pub(super) figures: &'a Figures,
}

/// An indicator with its result.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReviewedIndicator<'a> {
    pub(super) name: &'a str,
    pub(super) indicator: &'a Indicator,
    pub(super) comparison: &'a Comparison,
    pub(super) figures: &'a Figures,
}

impl<'a> Item<'a> {
    /// A task with its progress.
    pub(super) fn reviewed(task: &'a Assignment, progress: &'a Progress, figures: &'a Figures) -> Self {
        Self::ReviewedTask(ReviewedTask { task, progress, figures })
    }
}

impl FieldMaker {
    /// Which papers have the same value: those with the same input.
    pub(super) fn same_in(self) -> SameIn {
        match self {
            Self::Elsewhere | Self::Paper(_) | Self::Charts(_) => SameIn::Paper,
            Self::Audience(_) | Self::Village(..) | Self::Addressee(_) | Self::Led(..) => SameIn::Audience,
            Self::Itself
            | Self::Shared(_)
            | Self::Period(_)
            | Self::Annex(_)
            | Self::Group(_)
            | Self::Task(_)
            | Self::Duty(_)
            | Self::Review(_)
            | Self::Counted(_)
            | Self::Rated(_)
            | Self::Unit(_)
            | Self::Outcomes(_)
            | Self::ReviewedTask(_)
            | Self::Indicator(_)
            | Self::VillageTarget(_)
            | Self::Villages(_) => SameIn::Cycle,
        }
    }
}

impl TemplateField {
    /// The field, with the place where the clerk fills it in.
    pub(super) const fn of(self, filled_in: &'static str) -> Self {
        Self { filled_in: Some(filled_in), ..self }
    }

    /// The field with the function that makes it.
    pub(super) const fn made(self, made: FieldMaker) -> Self {
        Self { made, ..self }
    }

    /// The list, with the fields of its items.
    pub(super) const fn with(self, inside: &'static [Self]) -> Self {
        Self { inside, ..self }
    }

    /// The field, with items like those of another list.
    pub(super) const fn like(self, list: &'static str) -> Self {
        Self { like: Some(list), ..self }
    }

    /// Its name: the last part of its path, `noi_dung`.
    pub(super) fn name(&self) -> &'static str {
        let path = self.list_path();
        path.rsplit_once('.').map_or(path, |(_, name)| name)
    }

    /// Its path as used in a text: without the mark of a list.
    pub(super) fn list_path(&self) -> &'static str {
        self.path.strip_suffix("[]").unwrap_or(self.path)
    }

    /// Whether it is a group of fields, without a row of its own in the help.
    pub(super) fn is_record(&self) -> bool {
        !self.inside.is_empty() && !self.path.ends_with("[]")
    }
}

/// A field that always has a value.
pub(super) const fn always(path: &'static str, sample: &'static str) -> TemplateField {
    TemplateField {
        path,
        can_be_empty: false,
        sample,
        part: None,
        like: None,
        filled_in: None,
        made: FieldMaker::Elsewhere,
        inside: &[],
    }
}

/// A field that may have no value.
pub(super) const fn maybe(path: &'static str, sample: &'static str) -> TemplateField {
    TemplateField { can_be_empty: true, ..always(path, sample) }
}

/// A part of Nội dung.
pub(super) const fn prose(path: &'static str, part: &'static str, sample: &'static str) -> TemplateField {
    TemplateField { part: Some(part), ..maybe(path, sample) }
}

/// A group of fields.
pub(super) const fn record(path: &'static str, made: FieldMaker, inside: &'static [TemplateField]) -> TemplateField {
    always(path, "").made(made).with(inside)
}
