//! A paper and a template become a draft: every component of the form, in its order.
//!
//! Owns the source of each component. Must not know how a text is rendered: `writing` does that. Its output is the
//! [`Draft`].

use std::collections::BTreeSet;

use super::citation::PrintedGrounds;
use super::shared_words::IssuerNames;
use super::writing::{WordedAnnex, Writing};
use super::{
    Annex, Attached, Block, Draft, DraftForm, Enacting, Head, Level, Reference, SharedWords, Worded, addressees,
    citation, deeds, head, letter, mentions, needs, recipients, self_reference, signature, tone_marks, unprinted,
};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::paper::Paper;
use crate::settings::Settings;
use crate::templates::fields;
use crate::templates::template::{Need, Template};
use crate::templates::words::issuer;
use crate::templates::{ChosenTemplate, Prepared};
use crate::vietnamese::{capitals, text};

/// Words the paper.
///
/// # Errors
/// `MAU-` and `VB-` codes, and errors in data that only a paper needs.
pub fn render(
    paper: Paper,
    chosen: ChosenTemplate,
    shared: &SharedWords,
    settings: &Settings,
    out: &mut Diagnostics,
) -> Result<Worded, Reported> {
    let (template, attached) = (chosen.main.template(), chosen.issued.map(Prepared::template));
    let attached_paper = |template: &Template| paper.attached(template.kind(paper.general));
    needs::report_missing(paper.dossier, paper.kind, chosen, |_| true, out);
    deeds::check_decision(paper, chosen, out)?;
    let mut main = Writing::begin(chosen.main, paper, shared, out)?;
    let further = chosen.issued.map(|issued| Writing::begin(issued, attached_paper(issued.template()), shared, out));
    let mut further = further.transpose()?;
    if let Some(writing) = &mut further {
        writing.give(fields::ISSUED_BY, &text::sentence_case(&main.title));
    }
    out.checkpoint()?;
    let IssuerNames { issuer, in_full } = shared.issuer(paper.general);
    let head = head::words(&paper, issuer, out);
    let signature = signature::block(paper, settings.deputy_lines, out);
    let (head, signature) = (head?, signature?);
    let named = Named { head: &head, issuer: in_full, title: text::sentence_case(&main.title) };
    let attached_text = further.as_mut().map(|writing| named.attached(writing, out)).transpose()?;
    if let Some(attached) = &attached_text {
        let words = format!("{} {}", text::sentence_case(&attached.title), capitals::in_a_sentence(&attached.subject));
        main.give(fields::ISSUED_TEXT, words.trim_end());
    }
    let pieces = main.annexes(out)?;
    let body = main.body(out)?;
    mentions::check((&template.body.source, &body), &pieces, out);
    let annexes = named.annexes(pieces, &main, &named.title, out)?;
    let addressees = addressees::for_kind(main.addressees(out)?, paper, out);
    let form = recipients::RecipientForm {
        kind: paper.kind,
        first_line: first_line(&addressees, &body, paper),
        addressees: &addressees,
        is_reminder: template.body.front.only_where.is_some(),
    };
    let decider = issuer::decider(paper.kind, issuer);
    let printed_grounds = PrintedGrounds::of(paper, template);
    let form_of_subject = if paper.kind == DocumentKind::CongVan { DraftForm::Letter } else { DraftForm::Named };
    let mut draft = Draft {
        form: form_of_subject,
        recipients: recipients::lines(paper, &form, shared.recipients(), out),
        enacting: decider.map(|decider| Enacting { decider, word: paper.kind.name().to_owned() }),
        grounds: grounds(printed_grounds, paper, &main, settings, out)?,
        title: main.title.clone(),
        subject: letter::subject(form_of_subject, main.subject(out)?),
        head,
        addressees,
        body,
        signature,
        attached: attached_text,
        annexes,
    };
    paper.report_left_out(attached.map(attached_paper), out);
    let (printed, unprinted) = account([Some(main), further], printed_grounds, paper, out);
    self_reference::apply(&mut draft, paper, out);
    tone_marks::apply(&mut draft, settings.tone_marks);
    Ok(Worded { draft, template: template.name.clone(), printed, unprinted })
}

/// The parts of the workbook that the paper prints, and the messages about those that it leaves out; whether another
/// paper prints these is not known here.
fn account(
    writings: [Option<Writing>; 2],
    grounds: PrintedGrounds,
    paper: Paper,
    out: &mut Diagnostics,
) -> (BTreeSet<Need>, Vec<Diagnostic>) {
    let (mut templates, mut printed) = (Vec::new(), BTreeSet::new());
    for writing in writings.into_iter().flatten() {
        let (checked, tables) = writing.finish();
        tables.note_blank(out);
        printed.extend(tables.printed());
        printed.extend(checked.printed());
        templates.push(checked);
    }
    let is_used = |path: &str| templates.iter().any(|checked| checked.used.contains(path));
    deeds::check_submission(paper, is_used, out);
    let mut left_out = Diagnostics::new();
    citation::note_unprinted(paper.dossier, is_used, grounds, &mut left_out);
    unprinted::report(paper.dossier, is_used, &mut left_out);
    unprinted::report_proposals(paper.dossier, is_used, &mut left_out);
    (printed, left_out.into_messages())
}

/// How annexes and attached texts name the document that they belong to.
struct Named<'a> {
    head: &'a Head,
    issuer: &'a str,
    title: String,
}

impl Named<'_> {
    fn reference(&self, document: String) -> Reference {
        let Head { number, symbol, date, .. } = self.head.clone();
        Reference { document, number, symbol, date, issuer: self.issuer.to_owned() }
    }

    fn annexes(
        &self,
        pieces: Vec<WordedAnnex>,
        writing: &Writing,
        document: &str,
        out: &mut Diagnostics,
    ) -> Result<Vec<Annex>, Reported> {
        let annex = |piece: WordedAnnex| {
            let own = piece.text.front.goes_with.as_ref();
            let own = own.map(|words| writing.phrase(piece.text, words, out)).transpose()?;
            let reference = self.reference(own.unwrap_or_else(|| document.to_owned()));
            Ok(piece.with_reference(reference))
        };
        pieces.into_iter().map(annex).collect()
    }

    fn attached(&self, writing: &mut Writing, out: &mut Diagnostics) -> Result<Attached, Reported> {
        let pieces = writing.annexes(out)?;
        let body = writing.body(out)?;
        mentions::check((writing.source(), &body), &pieces, out);
        let document = format!("{} ban hành kèm theo {}", text::sentence_case(&writing.title), self.title);
        Ok(Attached {
            superior_body: self.head.superior_body.clone(),
            issuing_body: self.head.issuing_body.clone(),
            title: writing.title.clone(),
            subject: writing.subject(out)?,
            reference: self.reference(self.title.clone()),
            body,
            annexes: self.annexes(pieces, writing, &document, out)?,
        })
    }
}

/// The first line of Nơi nhận (NN-07).
fn first_line(addressees: &[String], body: &[Block], paper: Paper) -> Option<String> {
    if !addressees.is_empty() {
        return Some("Như trên".to_owned());
    }
    let is_article = |block: &&Block| {
        matches!(block, Block::Clause { level: Level::Article, .. } | Block::Heading { level: Level::Article, .. })
    };
    let last = body.iter().filter(is_article).count();
    (paper.kind == DocumentKind::Decision && last > 0).then(|| format!("Như Điều {last}"))
}

/// The căn cứ block: the workbook's, then the template's own lines.
fn grounds(
    printed: PrintedGrounds,
    paper: Paper,
    writing: &Writing,
    settings: &Settings,
    out: &mut Diagnostics,
) -> Result<Vec<String>, Reported> {
    let mut lines = printed.used_in().map_or_else(Vec::new, |used_in| citation::lines(paper.dossier, used_in));
    lines.extend(writing.own_grounds(out)?);
    Ok(citation::with_marks(lines, settings.last_ground_mark))
}
