//! Third room: the facts of a cycle and what is asked for become a [`Paper`], one document that may be written.
//!
//! Owns what is decided once for a paper: its kind, audience, number, day, year, addressees and signer; which tasks,
//! duties and figures of villages it prints; the rules of one paper. All other figures are those of the whole cycle,
//! whatever the audience. Must not know Excel, templates or fonts. Its output goes to `templates` and `draft`: a [`Paper`] needs no further checks.

mod addressees;
mod audience;
mod document_day;
mod index;
mod ownership;
mod row_messages;
mod rules;
mod signer;
mod signing_post;

use chrono::{Datelike, NaiveDate};

use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Concern, Diagnostic, Diagnostics, Reported};
use crate::dossier::{Commune, Deed, Dossier, General, NamedText, ProsePart, Subject};
use crate::settings::ReportCharts;
use document_day::DocumentDay;
use rules::SharedMessages;

pub use addressees::Addressees;
pub use audience::{Audience, AudienceRows, Audiences, PerAudience, SharedFacts, figures};
pub use index::{AudienceIndex, Picked, Share};
pub use ownership::{item_is_for, part_is_for, tasks_are_for};
pub use row_messages::{MessageCount, RowMessages};
pub use signing_post::Signer;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct PaperRequest<'a> {
    /// The kind of document.
    pub kind: DocumentKind,
    /// Whether its tasks are in a table, where a task without a lead or a deadline can't be followed up.
    pub has_table: bool,
    /// Whether a report has an annex of charts.
    pub charts: ReportCharts,
    /// Whom it is for.
    pub audience: Audience<'a>,
}

/// What the papers of one dossier share besides its facts, prepared once a run.
#[derive(Debug, Default)]
pub struct PreparedFacts {
    index: AudienceIndex,
    messages: SharedMessages,
}

impl PreparedFacts {
    /// For papers for everyone and for every village and unit. Papers for everyone alone need no index: the default is
    /// enough for them.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        Self { index: AudienceIndex::of(dossier), ..Self::default() }
    }

    /// Which rows belong to which village or unit.
    #[must_use]
    pub fn index(&self) -> &AudienceIndex {
        &self.index
    }
}

/// One document of a cycle, with nothing missing or wrong.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// The facts of the cycle.
    pub dossier: &'a Dossier,
    /// Thông tin chung.
    pub general: &'a General,
    /// Its kind.
    pub kind: DocumentKind,
    /// Whom it is for.
    pub audience: Audience<'a>,
    /// Whether it is issued with another document, which has the number and the day.
    pub is_attached: bool,
    /// Whether a report has an annex of charts.
    pub charts: ReportCharts,
    /// Số; `None` where it is given by hand.
    pub number: Option<u32>,
    /// Ngày ban hành; `None` where it is written by hand.
    pub issued_on: Option<NaiveDate>,
    /// The year printed in the date line; `None` leaves it blank.
    pub year: Option<i32>,
    /// To whom it is addressed, where its form has Kính gửi.
    pub addressees: Addressees<'a>,
    /// Who signs.
    pub signer: Signer<'a>,
    /// The commune that it comes from.
    pub commune: &'a Commune,
    /// The rows that it prints.
    rows: AudienceRows<'a>,
}

/// Checks the rules of one paper and makes it. Every mistake is in `out`: `HS-012` to `HS-014`, `VB-035` and
/// the rules' codes.
///
/// # Errors
/// Where Thông tin chung or Người ký is incomplete, which was reported, or where nobody can sign.
pub fn paper<'a>(
    dossier: &'a Dossier,
    prepared: &'a PreparedFacts,
    request: PaperRequest<'a>,
    out: &mut Diagnostics,
) -> Result<Paper<'a>, Reported> {
    out.within(Concern::Paper, |out| {
        let shared = SharedFacts::of(dossier).inspect_err(|_| rules::check_rows(dossier, Some(request), out))?;
        let rows = AudienceRows::of(request.audience, shared, &prepared.index);
        rules::check_paper(request, rows, &prepared.messages, out);
        let SharedFacts { general, commune, .. } = shared;
        let day = DocumentDay::of(general, dossier.as_of());
        if request.kind == DocumentKind::Report && !general.period.is_reported() {
            let message = Diagnostic::error("VB-035").at(&general.period_at);
            return Err(out.fail(message.with("period", general.period.name())));
        }
        let signer = signer::choose(dossier.signatories()?, dossier, general, day, out)?;
        let PaperRequest { kind, audience, charts, .. } = request;
        let is_own = kind == general.kind;
        Ok(Paper {
            number: general.number.filter(|_| is_own),
            issued_on: general.issued_on.filter(|_| is_own),
            year: day.given.map(|day| day.year()),
            addressees: Addressees::of(kind, audience, general),
            is_attached: false,
            dossier,
            general,
            kind,
            audience,
            charts,
            signer,
            commune,
            rows,
        })
    })
}

/// Checks the rules about rows that need no paper, for a bare register.
pub fn check_rows(dossier: &Dossier, out: &mut Diagnostics) {
    out.within(Concern::Paper, |out| rules::check_rows(dossier, None, out));
}

impl<'a> Paper<'a> {
    /// The same facts as a document of this kind that is issued with this one, which has the number and the day.
    #[must_use]
    pub fn attached(self, kind: DocumentKind) -> Self {
        let addressees = Addressees::of(kind, self.audience, self.general);
        Self { kind, is_attached: true, number: None, issued_on: None, addressees, ..self }
    }

    /// Whether the workbook's own names are those of this document.
    fn is_named_by_workbook(self) -> bool {
        self.kind == self.general.kind
    }

    /// Tên gọi; of a text issued with a decision, as the decision's trích yếu has it.
    #[must_use]
    pub fn printed_title(self) -> Option<String> {
        if self.is_named_by_workbook() {
            return self.general.printed_title.clone();
        }
        self.named_by_decision().map(|named| named.title)
    }

    /// Trích yếu.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        if self.is_named_by_workbook() {
            return self.general.subject.clone();
        }
        self.named_by_decision().map(|named| named.subject)
    }

    /// This text as the trích yếu of the decision names it that it is issued with.
    fn named_by_decision(self) -> Option<NamedText> {
        let text = self.general.subject.as_ref().filter(|_| self.is_attached)?.deed()?.text?;
        (text.kind == self.kind).then_some(text)
    }

    /// What this paper does, where its trích yếu says so.
    #[must_use]
    pub fn deed(self) -> Option<Deed> {
        self.general.subject.as_ref().filter(|_| self.is_named_by_workbook())?.deed()
    }

    /// Whether a part of Nội dung is for this document: in the workbook of a decision it is about the text issued with
    /// it.
    #[must_use]
    pub fn has_part(self, part: &ProsePart) -> bool {
        let is_for_attached = self.is_attached && self.general.kind == DocumentKind::Decision;
        is_for_attached || ownership::part_is_for(&part.name, self.kind, self.general.kind)
    }

    /// The facts of the cycle, the same in all its papers.
    #[must_use]
    pub fn shared(self) -> SharedFacts<'a> {
        self.rows.shared
    }

    /// The rows that it prints, the same in all papers for its audience.
    #[must_use]
    pub fn rows(self) -> AudienceRows<'a> {
        self.rows
    }

    /// Reports what of the workbook was left out because it is about the workbook's own document.
    pub fn report_left_out(self, attached: Option<Self>, out: &mut Diagnostics) {
        let papers = || [Some(self), attached].into_iter().flatten();
        let general = self.general;
        let items = [
            (
                GeneralKey::PrintedTitle,
                general.printed_title.is_some(),
                papers().any(|it| it.printed_title().is_some()),
            ),
            (GeneralKey::Subject, general.subject.is_some(), papers().any(|it| it.subject().is_some())),
            (GeneralKey::Number, general.number.is_some(), self.number.is_some()),
            (GeneralKey::IssuedOn, general.issued_on.is_some(), self.issued_on.is_some()),
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
