//! To whom a paper is addressed, where its form has Kính gửi.
//!
//! Owns the choice between the addressees of the workbook and the village or unit that a paper is for. Must not know
//! whether a form has Kính gửi: the template does. `templates` prints them.

use super::audience::Audience;
use super::ownership::item_is_for;
use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::dossier::General;

/// The addressees of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressees<'a> {
    /// Those of Thông tin chung, as typed; empty where it has none.
    OfWorkbook(&'a [String]),
    /// The village or unit that the paper is for.
    OfAudience(&'a str),
}

impl<'a> Addressees<'a> {
    /// A paper for a village or a unit is addressed to it, unless its kind goes to a higher body.
    pub(super) fn of(kind: DocumentKind, audience: Audience<'a>, general: &'a General) -> Self {
        let goes_up = matches!(kind, DocumentKind::Report | DocumentKind::ToTrinh);
        // The addressee of a report or a submission is not that of a letter made from the same workbook.
        let is_for_it = kind != DocumentKind::CongVan || item_is_for(GeneralKey::Addressees, kind, general.kind);
        let of_workbook = if is_for_it { general.addressees.as_slice() } else { &[] };
        audience.name().filter(|_| !goes_up).map_or(Self::OfWorkbook(of_workbook), Self::OfAudience)
    }

    /// One per line; `None` where there is none.
    #[must_use]
    pub fn lines(self) -> Option<String> {
        match self {
            Self::OfWorkbook([]) => None,
            Self::OfWorkbook(typed) => Some(typed.join("\n")),
            Self::OfAudience(name) => Some(name.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::dossier::TestWorkbook;

    #[test]
    fn a_paper_for_a_village_is_addressed_to_it_unless_it_goes_to_a_higher_body() {
        let workbook = TestWorkbook::programme("quý II năm 2026", &[("Kính gửi", "Ủy ban nhân dân tỉnh")]);
        let dossier = workbook.dossier(&mut Diagnostics::new());
        let general = dossier.general().expect("Thông tin chung is whole");
        let lines = |kind, audience| Addressees::of(kind, audience, general).lines().unwrap_or_default();
        let village = Audience::Village("Thôn Một");
        assert_eq!(lines(DocumentKind::CongVan, Audience::Everyone), "Ủy ban nhân dân tỉnh");
        assert_eq!(lines(DocumentKind::CongVan, village), "Thôn Một");
        assert_eq!(lines(DocumentKind::CongVan, Audience::Unit("Công an xã")), "Công an xã");
        assert_eq!(lines(DocumentKind::Report, village), "Ủy ban nhân dân tỉnh");
        assert_eq!(lines(DocumentKind::ToTrinh, village), "Ủy ban nhân dân tỉnh");
    }
}
