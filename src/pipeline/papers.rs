//! The papers of one cycle: which are asked for, what is said of each, and their names.
//!
//! Owns the loop over what is asked for, one paper at a time. Must not know what a paper says: `draft` words it, `document`
//! and `docx` make the file. A mistake in one paper holds back that one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Order, Which, document, docx, draft, paper};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Concern, Diagnostic, Diagnostics, Goals, Place, Severity};
use crate::dossier::Dossier;
use crate::dossier::period::Period;
use crate::draft::{Draft, SharedWords, Worded};
use crate::paper::{Audience, AudienceIndex, Paper, PaperRequest};
use crate::templates::{ChosenTemplate, Library, Need};
use crate::vietnamese::{fold, text};

/// A finished document.
#[derive(Debug)]
pub struct BuiltDocument {
    /// The name a person would give it, without folder and extension.
    pub name: String,
    /// Its file.
    pub bytes: Vec<u8>,
    /// What it says.
    pub draft: Draft,
    /// The codes of the tasks in it, in order; tasks without one are left out.
    pub assignments: Vec<String>,
    /// The template's name.
    pub template: String,
    /// How many warnings are about it: its own, and those about what all papers share.
    pub warnings: usize,
}

/// A document that was not written because of a mistake of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The template asked for; `None` where the workbook was to choose it.
    pub template: Option<String>,
    /// How many warnings are about it.
    pub warnings: usize,
}

/// What of the workbook the papers so far print.
#[derive(Debug, Default)]
pub(super) struct PrintedParts {
    /// Columns and items that a text asks for.
    pub(super) needs: BTreeSet<Need>,
    /// The lines of Nơi nhận, as keys.
    pub(super) recipients: BTreeSet<String>,
    /// Whether one is addressed to somebody.
    pub(super) has_addressees: bool,
}

/// Whether what is said of figures was reported with everything else, or waits for a paper that prints some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureMessages {
    /// It was reported.
    Reported,
    /// It waits.
    Deferred,
}

/// The papers of one run, in the making.
pub(super) struct Papers<'a> {
    dossier: &'a Dossier,
    library: &'a Library<'a>,
    shared: &'a SharedWords,
    order: &'a Order<'a>,
    index: AudienceIndex,
    /// What is said of the rows.
    said: &'a [Diagnostic],
    figure_messages: FigureMessages,
    /// Whether a mistake in what all papers share stops every one.
    is_stopped: bool,
    /// How many warnings were reported besides what is said of the rows: of reading the files.
    warnings_before: usize,
    has_several: bool,
    prints_figures: bool,
    names: BTreeSet<String>,
    /// The messages of single papers so far, each with its place among all.
    reported: BTreeMap<MessageKey, usize>,
    /// How many papers were worded, and how many of them leave out each part of the workbook.
    worded: usize,
    left_out: Vec<(Diagnostic, usize)>,
    /// What of the workbook is printed so far.
    pub(super) printed: PrintedParts,
}

/// What makes two messages the same.
type MessageKey = (&'static str, Severity, Option<&'static str>, Place, Vec<(&'static str, String)>);

/// A paper whose words are there and whose file is not.
pub(super) struct WordedPaper {
    name: String,
    draft: Draft,
    assignments: Vec<String>,
    template: String,
    warnings: usize,
}

impl WordedPaper {
    /// Makes the file.
    pub(super) fn written(self, writer: &mut docx::Writer) -> BuiltDocument {
        let Self { name, draft, assignments, template, warnings } = self;
        let bytes = writer.write(&document::lay_out(&draft));
        BuiltDocument { name, bytes, draft, assignments, template, warnings }
    }
}

impl<'a> Papers<'a> {
    /// No paper yet. What is said of the rows is reported already, but for what concerns figures where that is deferred.
    pub(super) fn of(
        (dossier, library, shared): (&'a Dossier, &'a Library<'a>, &'a SharedWords),
        order: &'a Order<'a>,
        said: &'a [Diagnostic],
        figure_messages: FigureMessages,
        out: &Diagnostics,
    ) -> Self {
        let before = out.messages().iter().filter(|message| message.severity == Severity::Warning).count();
        let reported = said.iter().filter(|message| {
            message.severity == Severity::Warning
                && (figure_messages == FigureMessages::Reported || message.concern != Some(Concern::Figures))
        });
        Self {
            dossier,
            library,
            shared,
            order,
            index: AudienceIndex::default(),
            said,
            figure_messages,
            is_stopped: out.allow(Goals { papers: true, figures: false }).is_err(),
            warnings_before: before.saturating_sub(reported.count()),
            has_several: false,
            prints_figures: false,
            names: BTreeSet::new(),
            reported: BTreeMap::new(),
            worded: 0,
            left_out: Vec::new(),
            printed: PrintedParts::default(),
        }
    }

    /// Whether a paper so far prints figures.
    pub(super) fn prints_figures(&self) -> bool {
        self.prints_figures
    }

    /// The templates asked for, in order; `None` leaves the choice to the workbook.
    pub(super) fn asked_for(&mut self, out: &mut Diagnostics) -> Vec<Option<String>> {
        let asked = match self.order.which {
            Which::Workbook => vec![None],
            Which::Named(names) => once(names).into_iter().map(Some).collect(),
            Which::All => self.all(out),
        };
        self.has_several = asked.len() > 1;
        asked
    }

    /// The templates that the workbook has the data for; what the others miss is said. Without any, the workbook's own
    /// choice is tried, whose messages say what is missing.
    fn all(&self, out: &mut Diagnostics) -> Vec<Option<String>> {
        let (Ok(general), Ok(commune)) = (self.dossier.general(), self.dossier.commune()) else { return vec![None] };
        if out.allow(Goals { papers: true, figures: false }).is_err() {
            return vec![None];
        }
        let mut supported = Vec::new();
        let templates = self.library.list().into_iter();
        // A report of a year is no document of a half: nothing is missing, it is another paper.
        for template in templates.filter(|template| template.fits_period(general)) {
            let missing: Vec<String> = template.missing(self.dossier).map(|need| need.to_string()).collect();
            let issuing_body = &general.issuing_body;
            // A decision is the Committee's or its chair's: a division proposes one.
            if template.kind == Some(DocumentKind::Decision) && !commune.is_issuer {
                let message = Diagnostic::note("VB-014").at(&issuing_body.at).with("template", template.name);
                out.report(message.with("body", issuing_body.value.join(" ")));
            } else if missing.is_empty() {
                supported.push(Some(template.name));
            } else {
                let message = Diagnostic::note("VB-011").at(self.dossier.first_file());
                out.report(message.with("template", template.name).with("missing", missing.join(", ")));
            }
        }
        if supported.is_empty() { vec![None] } else { supported }
    }

    /// Words one paper.
    ///
    /// # Errors
    /// Where a mistake in what all share stops it, or one of its own; which, is in `out`.
    pub(super) fn word(&mut self, template: Option<&str>, out: &mut Diagnostics) -> Result<WordedPaper, HeldBack> {
        let mut own = Diagnostics::new();
        let Attempt { prints_figures, worded } = own.within(Concern::Paper, |own| self.attempt(template, own, out));
        let mut warnings = self.shared_warnings(prints_figures) + own.count(Severity::Warning);
        let template_asked = template.map(str::to_owned);
        self.report(own, template, out);
        let Some((Worded { draft, template, printed, unprinted }, assignments)) = worded else {
            return Err(HeldBack { template: template_asked, warnings });
        };
        warnings += unprinted.iter().filter(|message| message.severity == Severity::Warning).count();
        self.note_printed(&draft, printed, unprinted);
        Ok(WordedPaper { name: self.name(&draft, &template), draft, assignments, template, warnings })
    }

    /// Chooses the template, makes the paper and words it.
    fn attempt(&mut self, template: Option<&str>, own: &mut Diagnostics, out: &mut Diagnostics) -> Attempt {
        let Order { settings, .. } = *self.order;
        let Self { dossier, library, shared, .. } = *self;
        let mut of_choice = Diagnostics::new();
        let general = dossier.general();
        let chosen = general.and_then(|general| library.choose(template, general, &mut of_choice)).ok();
        let prints_figures = chosen.as_ref().is_some_and(|chosen| chosen.prints_figures(shared.parts()));
        if prints_figures {
            self.ask_for_figures(out);
        }
        let held_back = Attempt { prints_figures, worded: None };
        let kind = chosen.zip(general.ok()).map_or(dossier.kind(), |(chosen, general)| Some(chosen.kind(general)));
        let Some(kind) = kind else {
            paper::check_rows(dossier, None, own);
            return held_back;
        };
        let request = PaperRequest {
            kind,
            has_table: chosen.as_ref().is_some_and(ChosenTemplate::has_table),
            charts: settings.report_charts,
            audience: Audience::Everyone,
        };
        let made = paper::paper(dossier, &self.index, request, own);
        if self.is_stopped || made.is_err() {
            return held_back;
        }
        of_choice.into_messages().into_iter().for_each(|message| own.report(Diagnostic { concern: None, ..message }));
        let are_figures_fine = !prints_figures || self.are_figures_fine();
        let (Some(chosen), Ok(paper), true) = (chosen, made, are_figures_fine) else { return held_back };
        let worded = draft::render(paper, chosen, shared, settings, own).ok().filter(|_| own.checkpoint().is_ok());
        Attempt { prints_figures, worded: worded.map(|worded| (worded, codes(paper))) }
    }

    /// Reports what was deferred, since a paper prints figures.
    fn ask_for_figures(&mut self, out: &mut Diagnostics) {
        self.prints_figures = true;
        if std::mem::replace(&mut self.figure_messages, FigureMessages::Reported) == FigureMessages::Deferred {
            let of_figures = self.said.iter().filter(|message| message.concern == Some(Concern::Figures));
            out.report_all(of_figures.cloned());
        }
    }

    fn are_figures_fine(&self) -> bool {
        let asked = Goals { papers: true, figures: true };
        !self.said.iter().any(|message| message.holds_back(asked))
    }

    /// How many warnings are about what all papers share.
    fn shared_warnings(&self, prints_figures: bool) -> usize {
        let is_about = |message: &&Diagnostic| prints_figures || message.concern != Some(Concern::Figures);
        let warnings = self.said.iter().filter(|message| message.severity == Severity::Warning);
        self.warnings_before + warnings.filter(is_about).count()
    }

    /// Reports what is said of one paper; what was said of an earlier one too is said once.
    fn report(&mut self, own: Diagnostics, template: Option<&str>, out: &mut Diagnostics) {
        let template = template.filter(|_| self.has_several);
        for message in own.into_messages() {
            let key = (message.code, message.severity, message.hint, message.place.clone(), message.arguments.clone());
            if let Some(&place) = self.reported.get(&key) {
                out.messages_mut()[place].papers.extend(template.map(Into::into));
                continue;
            }
            self.reported.insert(key, out.messages().len());
            out.report(Diagnostic { papers: template.map(Into::into).into_iter().collect(), ..message });
        }
    }

    /// Keeps what a paper prints, and what of the workbook it leaves out.
    fn note_printed(&mut self, draft: &Draft, printed: BTreeSet<Need>, unprinted: Vec<Diagnostic>) {
        self.printed.needs.extend(printed);
        self.printed.recipients.extend(draft.recipients.iter().map(|line| fold::key(line)));
        self.printed.has_addressees |= !draft.addressees.is_empty();
        self.worded += 1;
        for message in unprinted {
            match self.left_out.iter_mut().find(|(known, _)| *known == message) {
                Some((_, count)) => *count += 1,
                None => self.left_out.push((message, 1)),
            }
        }
    }

    /// Reports what of the workbook no paper prints: of several, what one prints is printed.
    pub(super) fn finish(&mut self, out: &mut Diagnostics) {
        for (message, count) in std::mem::take(&mut self.left_out) {
            if count == self.worded {
                out.report(message);
            }
        }
    }

    /// The file's name by the office's pattern: title in sentence case, period in its canonical words. Two templates may
    /// print one title: the second's name holds the template's.
    fn name(&mut self, draft: &Draft, template: &str) -> String {
        let title = shortened(&text::sentence_case(&draft.title));
        let period = self.dossier.period().map(Period::name).unwrap_or_default();
        let name = self.order.settings.file_name.fill(|gap| match gap {
            "ten_goi" => Some(title.as_str()),
            "ky" => Some(period.as_str()),
            _ => None,
        });
        if self.names.insert(name.clone()) { name } else { format!("{name} ({template})") }
    }
}

/// What came of one paper.
struct Attempt {
    /// Whether it prints figures.
    prints_figures: bool,
    /// Its words and the codes of its tasks; `None` where a mistake holds it back.
    worded: Option<(Worded, Vec<String>)>,
}

/// The names asked for, each once: the same document twice would be two papers.
fn once(names: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.iter().filter(|name| seen.insert(fold::key(name))).cloned().collect()
}

fn codes(paper: Paper) -> Vec<String> {
    paper.assignments().filter_map(|task| task.id.as_ref()).map(|id| id.value.clone()).collect()
}

/// A title short enough that the period still stands in the file's name: the next period's must have another.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 80;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    cut.rsplit_once(' ').map_or(cut.clone(), |(whole_words, _)| whole_words.to_owned())
}
