//! The columns of the tables of figures.
//!
//! Owns their names in templates and their headings. Must not know a value: the files in `draft/table/review` make the
//! cells.

use super::columns::{CellOrigin, ColumnContent, ORDINAL, PrintedColumn, short, text};
use super::computed::Computed::{
    self, AgainstPlan, AgainstYear, Assigned, CarriedAs, Cause, Change, ChangePercent, Class, ClassAndDay, CompletedOn,
    Counted, CumulativeActual, DaysLate, DaysLateExtended, DaysLeft, Due, DueAndExtension, Extension, Indicator, Lead,
    Measure, Obstacles, ObstaclesAndCause, Outcome, OutcomeAndObstacles, PeriodActual, PeriodPlan, Planned, Proposal,
    Rank, Rated, Reached, SamePeriod, Share, State, UnitName, Verdict, Village, YearPlan,
};
use crate::contract::Field;
use crate::dossier::figures::{Count, Rate};

const fn computed(name: &'static str, computed: Computed, content: ColumnContent) -> PrintedColumn {
    PrintedColumn { name, origin: CellOrigin::Computed(computed), content }
}

const fn words(name: &'static str, cell: Computed) -> PrintedColumn {
    computed(name, cell, ColumnContent::Text)
}

const fn word(name: &'static str, cell: Computed) -> PrintedColumn {
    computed(name, cell, ColumnContent::Short)
}

const fn number(name: &'static str, cell: Computed) -> PrintedColumn {
    computed(name, cell, ColumnContent::Number)
}

const fn count(name: &'static str, count: Count) -> PrintedColumn {
    number(name, Counted(count))
}

/// The columns of tables with one row per task.
pub(super) const TASKS: [PrintedColumn; 22] = [
    ORDINAL,
    short("ma", Field::Code),
    text("noi_dung", Field::Content),
    words("chu_tri", Lead),
    words("thoi_han", Due),
    words("thoi_han_gia_han", DueAndExtension),
    words("gia_han", Extension),
    word("ngay_hoan_thanh", CompletedOn),
    word("trang_thai", State),
    word("danh_gia", Class),
    word("danh_gia_ngay", ClassAndDay),
    number("so_ngay_tre", DaysLate),
    number("so_ngay_tre_gia_han", DaysLateExtended),
    number("so_ngay_con", DaysLeft),
    words("ket_qua", Outcome),
    words("ket_qua_vuong_mac", OutcomeAndObstacles),
    words("vuong_mac", Obstacles),
    words("nguyen_nhan", Cause),
    words("ton_tai", ObstaclesAndCause),
    words("de_xuat", Proposal),
    words("ly_do_chuyen", CarriedAs),
    text("ghi_chu", Field::Note),
];

/// The columns of the table by unit.
pub(super) const UNITS: [PrintedColumn; 17] = [
    ORDINAL,
    words("ten", UnitName),
    number("tong", Assigned),
    count("hoan_thanh", Count::Done),
    count("dung_han", Count::DoneOnTime),
    count("tre_han", Count::DoneLate),
    count("chua_ro_han", Count::DoneUnjudged),
    count("dang_thuc_hien", Count::InProgress),
    count("sap_den_han", Count::DueSoon),
    count("qua_han", Count::Overdue),
    count("thuong_xuyen", Count::Standing),
    count("chua_bao_cao", Count::NotReported),
    count("khong_hoan_thanh", Count::NotDone),
    count("huy", Count::Cancelled),
    number("ty_le_hoan_thanh", Rated(Rate::Done)),
    number("ty_le_dung_han", Rated(Rate::OnTime)),
    number("hang", Rank),
];

/// The columns of the table of indicators.
pub(super) const INDICATORS: [PrintedColumn; 15] = [
    ORDINAL,
    short("ma", Field::Code),
    words("ten", Indicator),
    word("don_vi_tinh", Measure),
    number("ke_hoach_nam", YearPlan),
    number("ke_hoach", PeriodPlan),
    number("thuc_hien", PeriodActual),
    number("luy_ke", CumulativeActual),
    number("ty_le", AgainstPlan),
    number("ty_le_nam", AgainstYear),
    number("cung_ky", SamePeriod),
    words("so_cung_ky", Change),
    number("so_cung_ky_ty_le", ChangePercent),
    words("danh_gia", Verdict),
    text("ghi_chu", Field::Note),
];

/// The columns of the villages: the first two once, the others for every indicator.
pub(super) const VILLAGES: [PrintedColumn; 8] = [
    ORDINAL,
    words("thon", Village),
    number("ke_hoach", Planned),
    number("thuc_hien", Reached),
    number("ty_le", Share),
    words("danh_gia", Verdict),
    number("hang", Rank),
    words("so_cung_ky", Change),
];
