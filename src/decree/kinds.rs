//! The 29 kinds of administrative document (D Đ7) and their abbreviations (PL3).
//!
//! Owns their names as the decree writes them. Must not know the content or the look of a kind. `dossier` parses a
//! clerk's word into a [`DocumentKind`]; the symbol of a document is built from its abbreviation.

use crate::vietnamese::fold;

/// A kind of administrative document. The names are English where there is an equal, otherwise Vietnamese without
/// diacritics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`name` gives the word each stands for")]
pub enum DocumentKind {
    Resolution,
    Decision,
    Directive,
    QuyChe,
    QuyDinh,
    ThongCao,
    Notice,
    Guidance,
    Programme,
    Plan,
    PhuongAn,
    DeAn,
    Project,
    Report,
    Minutes,
    ToTrinh,
    Contract,
    CongDien,
    Memorandum,
    Agreement,
    PowerOfAttorney,
    Invitation,
    LetterOfIntroduction,
    LeavePermit,
    PhieuGui,
    PhieuChuyen,
    PhieuBao,
    CongVan,
    ThuCong,
}

impl DocumentKind {
    /// Every kind, in the decree's order (D Đ7).
    pub const ALL: [Self; 29] = [
        Self::Resolution,
        Self::Decision,
        Self::Directive,
        Self::QuyChe,
        Self::QuyDinh,
        Self::ThongCao,
        Self::Notice,
        Self::Guidance,
        Self::Programme,
        Self::Plan,
        Self::PhuongAn,
        Self::DeAn,
        Self::Project,
        Self::Report,
        Self::Minutes,
        Self::ToTrinh,
        Self::Contract,
        Self::CongVan,
        Self::CongDien,
        Self::Memorandum,
        Self::Agreement,
        Self::PowerOfAttorney,
        Self::Invitation,
        Self::LetterOfIntroduction,
        Self::LeavePermit,
        Self::PhieuGui,
        Self::PhieuChuyen,
        Self::PhieuBao,
        Self::ThuCong,
    ];

    /// The kind that a clerk's word names, regardless of case and diacritics; `None` for an unknown or longer text.
    ///
    /// # Examples
    /// ```
    /// use vanthu::decree::kinds::DocumentKind;
    /// assert_eq!(DocumentKind::parse("KẾ HOẠCH"), Some(DocumentKind::Plan));
    /// assert_eq!(DocumentKind::parse("Kế hoạch năm"), None);
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let typed_key = fold::key(word);
        Self::ALL.into_iter().find(|kind| fold::key(kind.name()) == typed_key)
    }

    /// The names of all kinds, in the decree's order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().map(Self::name)
    }

    /// Its name as the decree writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// Its abbreviation in a symbol (`KH` in `KH-UBND`); `None` for công văn and thư công, which have none.
    #[must_use]
    pub fn abbreviation(self) -> Option<&'static str> {
        let abbreviation = self.entry().1;
        (!abbreviation.is_empty()).then_some(abbreviation)
    }

    /// Whether it has the form of most named types (form 1.4); the others have forms of their own (PL3).
    #[must_use]
    pub fn has_common_form(self) -> bool {
        !matches!(
            self,
            Self::Resolution
                | Self::Decision
                | Self::Minutes
                | Self::Contract
                | Self::CongVan
                | Self::CongDien
                | Self::Memorandum
                | Self::Agreement
                | Self::Invitation
                | Self::LetterOfIntroduction
                | Self::LeavePermit
                | Self::ThuCong
        )
    }

    /// Name and abbreviation; the latter is empty where the decree gives none. It is a table, hence the length.
    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Resolution => ("Nghị quyết", "NQ"),
            Self::Decision => ("Quyết định", "QĐ"),
            Self::Directive => ("Chỉ thị", "CT"),
            Self::QuyChe => ("Quy chế", "QC"),
            Self::QuyDinh => ("Quy định", "QyĐ"),
            Self::ThongCao => ("Thông cáo", "TC"),
            Self::Notice => ("Thông báo", "TB"),
            Self::Guidance => ("Hướng dẫn", "HD"),
            Self::Programme => ("Chương trình", "CTr"),
            Self::Plan => ("Kế hoạch", "KH"),
            Self::PhuongAn => ("Phương án", "PA"),
            Self::DeAn => ("Đề án", "ĐA"),
            Self::Project => ("Dự án", "DA"),
            Self::Report => ("Báo cáo", "BC"),
            Self::Minutes => ("Biên bản", "BB"),
            Self::ToTrinh => ("Tờ trình", "TTr"),
            Self::Contract => ("Hợp đồng", "HĐ"),
            Self::CongDien => ("Công điện", "CĐ"),
            Self::Memorandum => ("Bản ghi nhớ", "BGN"),
            Self::Agreement => ("Bản thỏa thuận", "BTT"),
            Self::PowerOfAttorney => ("Giấy ủy quyền", "GUQ"),
            Self::Invitation => ("Giấy mời", "GM"),
            Self::LetterOfIntroduction => ("Giấy giới thiệu", "GGT"),
            Self::LeavePermit => ("Giấy nghỉ phép", "GNP"),
            Self::PhieuGui => ("Phiếu gửi", "PG"),
            Self::PhieuChuyen => ("Phiếu chuyển", "PC"),
            Self::PhieuBao => ("Phiếu báo", "PB"),
            Self::CongVan => ("Công văn", ""),
            Self::ThuCong => ("Thư công", ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_is_listed_once_and_found_by_its_name() {
        let names: BTreeSet<String> = DocumentKind::names().map(fold::key).collect();
        assert_eq!(names.len(), DocumentKind::ALL.len());
        assert!(DocumentKind::ALL.into_iter().all(|kind| DocumentKind::parse(kind.name()) == Some(kind)));
    }

    #[test]
    fn all_kinds_but_two_have_their_own_abbreviation() {
        let abbreviations: BTreeSet<_> = DocumentKind::ALL.into_iter().filter_map(DocumentKind::abbreviation).collect();
        assert_eq!(abbreviations.len(), 27);
        assert_eq!(DocumentKind::CongVan.abbreviation(), None);
        assert_eq!(DocumentKind::Programme.abbreviation(), Some("CTr"));
    }

    #[test]
    fn a_kind_is_recognised_without_diacritics_and_in_either_tone_style() {
        assert_eq!(DocumentKind::parse("giay uỷ quyền"), Some(DocumentKind::PowerOfAttorney));
        assert_eq!(DocumentKind::parse(" Quy  định"), Some(DocumentKind::QuyDinh));
        assert_eq!(DocumentKind::parse("Chương trình hành động"), None);
        assert_eq!(DocumentKind::parse(""), None);
    }
}
