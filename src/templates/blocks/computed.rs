//! The content of columns of figures, and their headings.
//!
//! Owns the list of these columns. Must not know a value: `draft` makes the cells.

use crate::dossier::figures::{Count, Figures, Rate};

/// The content of a column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Computed {
    /// Who leads the task.
    Lead,
    /// The original deadline, in the clerk's words.
    Due,
    /// The original deadline, and below it the extension.
    DueAndExtension,
    /// The extension beside it.
    Extension,
    /// The day it was completed.
    CompletedOn,
    /// The state as reported.
    State,
    /// Its class.
    Class,
    /// Its class, and the day it was completed.
    ClassAndDay,
    /// Days after the original deadline.
    DaysLate,
    /// Days after the extension.
    DaysLateExtended,
    /// Days until the deadline.
    DaysLeft,
    /// The result, in words.
    Outcome,
    /// Khó khăn, vướng mắc.
    Obstacles,
    /// Nguyên nhân.
    Cause,
    /// Khó khăn, vướng mắc, and below them the causes.
    ObstaclesAndCause,
    /// The result, what stood in its way and why.
    OutcomeAndObstacles,
    /// Đề xuất, kiến nghị.
    Proposal,
    /// Why it continues: its class, with the original deadline unchanged.
    CarriedAs,
    /// A unit's name.
    UnitName,
    /// All its tasks.
    Assigned,
    /// Tasks of one class.
    Counted(Count),
    /// A rate.
    Rated(Rate),
    /// The rank.
    Rank,
    /// An indicator's name.
    Indicator,
    /// Its unit of measure.
    Measure,
    /// Kế hoạch năm.
    YearPlan,
    /// Kế hoạch kỳ.
    PeriodPlan,
    /// Thực hiện kỳ.
    PeriodActual,
    /// Lũy kế.
    CumulativeActual,
    /// The share of the period's plan.
    AgainstPlan,
    /// The share of the year's plan.
    AgainstYear,
    /// Cùng kỳ năm trước.
    SamePeriod,
    /// The difference from it.
    Change,
    /// The same in hundredths.
    ChangePercent,
    /// The verdict against its plan.
    Verdict,
    /// A village's name.
    Village,
    /// Its plan.
    Planned,
    /// Its result.
    Reached,
    /// The share of its plan.
    Share,
}

impl Computed {
    /// The heading of its column.
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Lead => "Đơn vị chủ trì",
            Self::Due | Self::DueAndExtension => "Thời hạn",
            Self::Extension => "Gia hạn",
            Self::CompletedOn => "Ngày hoàn thành",
            Self::State => "Tình hình báo cáo",
            Self::Class | Self::ClassAndDay | Self::Verdict => "Đánh giá",
            Self::DaysLate => "Số ngày quá hạn",
            Self::DaysLateExtended => "Số ngày quá hạn sau gia hạn",
            Self::DaysLeft => "Số ngày còn lại",
            Self::Outcome => "Kết quả thực hiện",
            Self::OutcomeAndObstacles => "Kết quả thực hiện; vướng mắc, nguyên nhân",
            Self::Obstacles => "Khó khăn, vướng mắc",
            Self::Cause => "Nguyên nhân",
            Self::ObstaclesAndCause => "Tồn tại, nguyên nhân",
            Self::Proposal => "Đề xuất, kiến nghị",
            Self::CarriedAs => "Tình trạng",
            Self::UnitName => "Đơn vị",
            Self::Assigned => "Được giao",
            Self::Counted(count) => count_heading(count),
            Self::Rated(Rate::Done) => "Tỷ lệ hoàn thành (%)",
            Self::Rated(Rate::OnTime) => "Tỷ lệ đúng hạn (%)",
            Self::Rank => "Xếp hạng",
            Self::Indicator => "Chỉ tiêu",
            Self::Measure => "Đơn vị tính",
            Self::YearPlan => "Kế hoạch năm",
            Self::PeriodPlan => "Kế hoạch kỳ",
            Self::PeriodActual => "Thực hiện kỳ",
            Self::CumulativeActual => "Lũy kế từ đầu năm",
            Self::AgainstPlan => "So với kế hoạch (%)",
            Self::AgainstYear => "So với kế hoạch năm (%)",
            Self::SamePeriod => "Cùng kỳ năm trước",
            Self::Change => "Tăng, giảm so với cùng kỳ",
            Self::ChangePercent => "Tỷ lệ tăng, giảm (%)",
            Self::Village => "Thôn",
            Self::Planned => "Kế hoạch",
            Self::Reached => "Thực hiện",
            Self::Share => "Tỷ lệ (%)",
        }
    }
}

impl Computed {
    /// The heading of its column where the period is a whole year.
    pub(crate) fn heading_of_a_year(self) -> &'static str {
        match self {
            Self::PeriodActual => "Thực hiện năm",
            Self::SamePeriod => "Thực hiện năm trước",
            Self::Change => "Tăng, giảm so với năm trước",
            other => other.heading(),
        }
    }

    /// The heading of its column in tables of these figures.
    pub(crate) fn heading_in(self, figures: &Figures) -> &'static str {
        if figures.is_of_a_year() { self.heading_of_a_year() } else { self.heading() }
    }
}

fn count_heading(count: Count) -> &'static str {
    match count {
        Count::Total => "Được giao",
        Count::Done => "Đã hoàn thành",
        Count::DoneOnTime => "Hoàn thành đúng hạn",
        Count::DoneLate => "Hoàn thành trễ hạn",
        Count::DoneUnjudged => "Hoàn thành (chưa đánh giá)",
        Count::InProgress => "Đang thực hiện (trong hạn)",
        Count::DueSoon => "Trong đó sắp đến hạn",
        Count::Overdue => "Quá hạn",
        Count::Standing => "Thường xuyên",
        Count::NotReported => "Chưa báo cáo",
        Count::NotDone => "Không hoàn thành",
        Count::Cancelled => "Đã hủy",
        Count::DueInPeriod => "Còn hạn trong kỳ",
        Count::Carried => "Chuyển kỳ sau",
    }
}
