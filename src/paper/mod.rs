//! Which document is written: the one that the workbook names, or another of the same workbook.
//!
//! Owns what of the workbook speaks of its own document alone and so has no place in another: title, trích yếu, number,
//! day, the opening and the closing sentence. Knows no wording.

use chrono::NaiveDate;

use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Dossier, Part};
use crate::settings::ReportCharts;
use crate::vietnamese::fold;

/// The parts of Nội dung that name the document they stand in.
const OWN_PARTS: [&str; 2] = ["Mở đầu", "Kết thúc"];

/// A document of a workbook.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paper<'a> {
    /// The facts.
    pub(crate) dossier: &'a Dossier,
    /// Its kind.
    pub(crate) kind: DocumentKind,
    /// Whether it is issued with another one, which has the number and the day.
    pub(crate) is_attached: bool,
    /// Whether a report has an annex of charts.
    pub(crate) charts: ReportCharts,
}

impl<'a> Paper<'a> {
    /// A document that is issued on its own.
    pub(crate) fn of(dossier: &'a Dossier, kind: DocumentKind) -> Self {
        Self { dossier, kind, is_attached: false, charts: ReportCharts::LeftOut }
    }

    /// Whether the workbook's own names are this document's.
    fn is_named_by_workbook(self) -> bool {
        self.kind == self.dossier.general().kind
    }

    /// Tên gọi.
    pub(crate) fn printed_title(self) -> Option<&'a str> {
        self.dossier.general().printed_title.as_deref().filter(|_| self.is_named_by_workbook())
    }

    /// Trích yếu.
    pub(crate) fn subject(self) -> Option<&'a str> {
        self.dossier.general().subject.as_deref().filter(|_| self.is_named_by_workbook())
    }

    /// Số.
    pub(crate) fn number(self) -> Option<u32> {
        self.dossier.general().number.filter(|_| self.is_named_by_workbook())
    }

    /// Ngày ban hành.
    pub(crate) fn issued_on(self) -> Option<NaiveDate> {
        self.dossier.general().issued_on.filter(|_| self.is_named_by_workbook())
    }

    /// Whether a part of Nội dung is for this document: the workbook of a decision speaks of the text issued with it.
    pub(crate) fn has_part(self, part: &Part) -> bool {
        let is_for_attached = self.is_attached && self.dossier.general().kind == DocumentKind::Decision;
        self.is_named_by_workbook() || is_for_attached || !is_own(part)
    }

    /// Says what of the workbook was left out because it speaks of the workbook's own document.
    pub(crate) fn note_left_out(self, attached: Option<Self>, out: &mut Diagnostics) {
        let papers = || [Some(self), attached].into_iter().flatten();
        let general = self.dossier.general();
        let items = [
            (
                GeneralKey::PrintedTitle,
                general.printed_title.is_some(),
                papers().any(|it| it.printed_title().is_some()),
            ),
            (GeneralKey::Subject, general.subject.is_some(), papers().any(|it| it.subject().is_some())),
            (GeneralKey::Number, general.number.is_some(), self.number().is_some()),
            (GeneralKey::IssuedOn, general.issued_on.is_some(), self.issued_on().is_some()),
        ];
        let items = items.into_iter().filter(|(_, is_filled, is_printed)| *is_filled && !is_printed);
        let parts = self.dossier.prose_parts().iter().filter(|part| !papers().any(|paper| paper.has_part(part)));
        let left_out: Vec<&str> =
            items.map(|(key, ..)| key.title()).chain(parts.map(|part| part.name.as_str())).collect();
        if !left_out.is_empty() {
            let message = Diagnostic::note("VB-007").at(&general.kind_at).with("items", left_out.join(", "));
            out.report(message.with("kind", self.kind.name()).with("wanted", general.kind.name()));
        }
    }
}

fn is_own(part: &Part) -> bool {
    OWN_PARTS.iter().any(|own| fold::key(own) == fold::key(&part.name))
}
