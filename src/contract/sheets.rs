//! The sheets of the workbook and their columns, in the contract's order.
//!
//! Owns which columns a sheet has and which of them can't be missing. Knows
//! nothing of where they stand: `records` finds that.

use super::Field;

/// A sheet of the contract, by what its rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Thông tin chung.
    General,
    /// Nội dung.
    Prose,
    /// Đơn vị.
    Units,
    /// Thôn.
    Villages,
    /// Căn cứ.
    Grounds,
    /// Nhiệm vụ.
    Assignments,
    /// Tổ chức thực hiện.
    Implementation,
    /// Kết quả.
    Completions,
    /// Chỉ tiêu.
    Indicators,
    /// Chỉ tiêu thôn.
    VillageIndicators,
    /// Nơi nhận.
    Recipients,
    /// Người ký.
    Signatories,
    /// Danh mục: lists for drop-downs, made by the tool, read by nobody.
    Lists,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// The contract's own heading.
    pub heading: &'static str,
    /// Whether the sheet is of no use without it.
    pub is_required: bool,
}

const fn must(field: Field, heading: &'static str) -> Column {
    Column { field, heading, is_required: true }
}

const fn may(field: Field, heading: &'static str) -> Column {
    Column { field, heading, is_required: false }
}

impl SheetKind {
    /// Every kind, in the contract's order.
    pub const ALL: [Self; 13] = [
        Self::General,
        Self::Prose,
        Self::Units,
        Self::Villages,
        Self::Grounds,
        Self::Assignments,
        Self::Implementation,
        Self::Completions,
        Self::Indicators,
        Self::VillageIndicators,
        Self::Recipients,
        Self::Signatories,
        Self::Lists,
    ];

    /// The sheet's name in the contract.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::General => "Thông tin chung",
            Self::Prose => "Nội dung",
            Self::Units => "Đơn vị",
            Self::Villages => "Thôn",
            Self::Grounds => "Căn cứ",
            Self::Assignments => "Nhiệm vụ",
            Self::Implementation => "Tổ chức thực hiện",
            Self::Completions => "Kết quả",
            Self::Indicators => "Chỉ tiêu",
            Self::VillageIndicators => "Chỉ tiêu thôn",
            Self::Recipients => "Nơi nhận",
            Self::Signatories => "Người ký",
            Self::Lists => "Danh mục",
        }
    }

    /// The name in JSON (`read_as`); `None` for the hidden lists.
    #[must_use]
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::General => Some("general"),
            Self::Prose => Some("prose"),
            Self::Units => Some("units"),
            Self::Villages => Some("villages"),
            Self::Grounds => Some("grounds"),
            Self::Assignments => Some("assignments"),
            Self::Implementation => Some("implementation"),
            Self::Completions => Some("completions"),
            Self::Indicators => Some("indicators"),
            Self::VillageIndicators => Some("village_indicators"),
            Self::Recipients => Some("recipients"),
            Self::Signatories => Some("signatories"),
            Self::Lists => None,
        }
    }

    /// The columns, in the contract's order; empty for the hidden lists.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::General => GENERAL,
            Self::Prose => PROSE,
            Self::Units => UNITS,
            Self::Villages => VILLAGES,
            Self::Grounds => GROUNDS,
            Self::Assignments => ASSIGNMENTS,
            Self::Implementation => IMPLEMENTATION,
            Self::Completions => COMPLETIONS,
            Self::Indicators => INDICATORS,
            Self::VillageIndicators => VILLAGE_INDICATORS,
            Self::Recipients => RECIPIENTS,
            Self::Signatories => SIGNATORIES,
            Self::Lists => &[],
        }
    }

    /// Every column that a table of this kind may have: the contract's, then those that only clerks' own tables have
    /// (figures given and reached beside a state, percentages typed beside figures).
    pub fn readable_columns(self) -> impl Iterator<Item = &'static Column> {
        let further = match self {
            Self::Completions => REGISTER_OF_RESULTS,
            Self::Indicators => TYPED_COMPARISONS,
            Self::VillageIndicators => TYPED_PERCENT,
            _ => &[],
        };
        self.columns().iter().chain(further)
    }

    /// Whether group and total rows may stand among the rows.
    #[must_use]
    pub fn has_groups(self) -> bool {
        matches!(self, Self::Assignments | Self::Completions | Self::Indicators | Self::VillageIndicators)
    }
}

const GENERAL: &[Column] = &[must(Field::Item, "Mục"), must(Field::Value, "Giá trị")];
const PROSE: &[Column] = &[must(Field::Part, "Phần"), must(Field::Content, "Nội dung")];
const UNITS: &[Column] = &[
    must(Field::Code, "Mã"),
    must(Field::Name, "Tên đơn vị"),
    may(Field::ShortName, "Tên viết tắt"),
    may(Field::OtherNames, "Tên gọi khác"),
    may(Field::Category, "Loại"),
    may(Field::Relation, "Quan hệ"),
    may(Field::Head, "Người đứng đầu"),
    may(Field::HeadTitle, "Chức danh"),
    may(Field::ArchiveCode, "Ký hiệu lưu"),
    may(Field::RecipientLine, "Ghi trong Nơi nhận"),
    may(Field::ValidFrom, "Hiệu lực từ"),
    may(Field::ValidTo, "Hiệu lực đến"),
];
const VILLAGES: &[Column] = &[
    must(Field::Code, "Mã"),
    must(Field::Name, "Tên thôn"),
    may(Field::Category, "Loại"),
    may(Field::Head, "Trưởng thôn"),
    may(Field::HeadTitle, "Chức danh"),
    may(Field::Households, "Số hộ"),
    may(Field::Population, "Nhân khẩu"),
    may(Field::FiguresAsOf, "Số liệu tại ngày"),
    may(Field::MergedFrom, "Sáp nhập từ"),
    may(Field::ValidFrom, "Hiệu lực từ"),
    may(Field::ValidTo, "Hiệu lực đến"),
];
// Number and issuer are required too, but not of a law: `dossier` knows which.
const GROUNDS: &[Column] = &[
    may(Field::Ordinal, "STT"),
    must(Field::DocumentType, "Loại văn bản"),
    must(Field::NumberSymbol, "Số, ký hiệu"),
    must(Field::IssuedOn, "Ngày ban hành"),
    must(Field::Issuer, "Cơ quan ban hành"),
    must(Field::Subject, "Trích yếu"),
    may(Field::UsedIn, "Dùng ở"),
    may(Field::Standing, "Tình trạng"),
    may(Field::ReplacedBy, "Thay bằng"),
];
const ASSIGNMENTS: &[Column] = &[
    may(Field::Code, "Mã"),
    may(Field::Ordinal, "STT"),
    may(Field::Group, "Nhóm nhiệm vụ"),
    must(Field::Content, "Nội dung nhiệm vụ"),
    may(Field::Lead, "Đơn vị chủ trì"),
    may(Field::Support, "Đơn vị phối hợp"),
    may(Field::Product, "Sản phẩm"),
    may(Field::AssignedOn, "Ngày giao"),
    may(Field::Deadline, "Thời hạn"),
    may(Field::OriginalDeadline, "Hạn ban đầu"),
    may(Field::NewDeadline, "Hạn mới"),
    may(Field::VillageScope, "Phạm vi thôn"),
    may(Field::RelatedIndicators, "Chỉ tiêu liên quan"),
    may(Field::Source, "Nguồn giao"),
    may(Field::CarriedFrom, "Kỳ trước chuyển sang"),
    may(Field::InternalReason, "Lý do (nội bộ)"),
    may(Field::Note, "Ghi chú"),
];
const IMPLEMENTATION: &[Column] = &[must(Field::Unit, "Đơn vị"), must(Field::Content, "Nội dung")];
const COMPLETIONS: &[Column] = &[
    must(Field::Code, "Mã"),
    may(Field::Content, "Nội dung nhiệm vụ"),
    may(Field::Unit, "Đơn vị báo cáo"),
    must(Field::State, "Trạng thái"),
    may(Field::Percent, "Tỷ lệ (%)"),
    may(Field::CompletedOn, "Ngày hoàn thành"),
    may(Field::Outcome, "Kết quả thực hiện"),
    may(Field::Evidence, "Minh chứng"),
    may(Field::Obstacles, "Khó khăn, vướng mắc"),
    may(Field::Cause, "Nguyên nhân"),
    may(Field::Proposal, "Đề xuất, kiến nghị"),
    may(Field::CarriedOver, "Chuyển kỳ sau"),
];
const REGISTER_OF_RESULTS: &[Column] =
    &[may(Field::PlannedYear, "Kế hoạch năm"), may(Field::Planned, "Kế hoạch kỳ"), may(Field::Actual, "Thực hiện kỳ")];
const INDICATORS: &[Column] = &[
    may(Field::Code, "Mã"),
    must(Field::Indicator, "Chỉ tiêu"),
    must(Field::Measure, "Đơn vị tính"),
    may(Field::Direction, "Chiều đánh giá"),
    may(Field::FigureType, "Kiểu số liệu"),
    may(Field::PlannedYear, "Kế hoạch năm"),
    may(Field::Planned, "Kế hoạch kỳ"),
    may(Field::Actual, "Thực hiện kỳ"),
    may(Field::Cumulative, "Lũy kế"),
    may(Field::SamePeriod, "Cùng kỳ năm trước"),
    may(Field::FigureSource, "Nguồn số liệu"),
    may(Field::Supplier, "Đơn vị cung cấp"),
    may(Field::Note, "Ghi chú"),
];
const VILLAGE_INDICATORS: &[Column] = &[
    must(Field::Village, "Thôn"),
    must(Field::Code, "Mã chỉ tiêu"),
    may(Field::Planned, "Kế hoạch"),
    may(Field::Actual, "Thực hiện"),
    may(Field::SamePeriod, "Cùng kỳ năm trước"),
];
// What we compute ourselves: read to be compared with what is typed, never printed.
const TYPED_COMPARISONS: &[Column] =
    &[may(Field::TypedPercent, "Tỷ lệ so với kế hoạch (%)"), may(Field::TypedChange, "So với cùng kỳ (%)")];
const TYPED_PERCENT: &[Column] = &[may(Field::TypedPercent, "Tỷ lệ so với kế hoạch (%)")];
const RECIPIENTS: &[Column] = &[
    may(Field::Ordinal, "Thứ tự"),
    must(Field::Recipient, "Nơi nhận"),
    may(Field::Purpose, "Mục đích"),
    may(Field::AppliesTo, "Loại văn bản áp dụng"),
];
const SIGNATORIES: &[Column] = &[
    must(Field::FullName, "Họ và tên"),
    must(Field::Position, "Chức vụ"),
    may(Field::Authority, "Thẩm quyền ký"),
    may(Field::ValidFrom, "Hiệu lực từ"),
    may(Field::ValidTo, "Hiệu lực đến"),
];
