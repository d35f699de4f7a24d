//! The keys of the sheet Thông tin chung.
//!
//! Owns their names. Knows nothing of their values: `dossier` parses those.

/// A key of Thông tin chung (column Mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`title` gives the word each stands for")]
pub enum GeneralKey {
    DocumentType,
    PrintedTitle,
    Template,
    SuperiorBody,
    IssuingBody,
    BodySymbol,
    Place,
    Province,
    Topic,
    Period,
    Subject,
    Number,
    IssuedOn,
    DraftingUnit,
    FiguresAsOf,
    Signatory,
    Addressees,
    ReportDeadline,
    ReportRecipient,
    Copies,
}

impl GeneralKey {
    /// Every key, in the contract's order.
    pub const ALL: [Self; 20] = [
        Self::DocumentType,
        Self::PrintedTitle,
        Self::Template,
        Self::SuperiorBody,
        Self::IssuingBody,
        Self::BodySymbol,
        Self::Place,
        Self::Province,
        Self::Topic,
        Self::Period,
        Self::Subject,
        Self::Number,
        Self::IssuedOn,
        Self::DraftingUnit,
        Self::FiguresAsOf,
        Self::Signatory,
        Self::Addressees,
        Self::ReportDeadline,
        Self::ReportRecipient,
        Self::Copies,
    ];

    /// Whether no document can do without it.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Self::DocumentType | Self::IssuingBody | Self::Place | Self::Topic | Self::Period | Self::DraftingUnit
        )
    }

    /// The word in column Mục.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::DocumentType => "Loại văn bản",
            Self::PrintedTitle => "Tên gọi",
            Self::Template => "Mẫu",
            Self::SuperiorBody => "Cơ quan chủ quản",
            Self::IssuingBody => "Cơ quan ban hành",
            Self::BodySymbol => "Ký hiệu cơ quan",
            Self::Place => "Địa danh",
            Self::Province => "Tỉnh, thành phố",
            Self::Topic => "Chủ đề",
            Self::Period => "Kỳ",
            Self::Subject => "Trích yếu",
            Self::Number => "Số",
            Self::IssuedOn => "Ngày ban hành",
            Self::DraftingUnit => "Đơn vị soạn thảo",
            Self::FiguresAsOf => "Ngày chốt số liệu",
            Self::Signatory => "Người ký",
            Self::Addressees => "Kính gửi",
            Self::ReportDeadline => "Hạn báo cáo",
            Self::ReportRecipient => "Nơi nhận báo cáo",
            Self::Copies => "Số bản lưu",
        }
    }
}
