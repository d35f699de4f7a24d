//! Workbooks for the tests of the rules, checked as one paper.
//!
//! Owns the shortest way from cells to the messages of a paper. Must not know any rule. The tests of each rule look for
//! its own code.

use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::TestWorkbook;
use crate::paper::{Audience, PaperRequest, PreparedFacts, check_rows, paper};
use crate::settings::ReportCharts;

/// The messages with this code about the paper that the workbook names, or about a bare register.
pub(super) fn messages(workbook: &TestWorkbook, code: &str) -> Vec<Diagnostic> {
    messages_for(Audience::Everyone, workbook, code)
}

/// The messages with this code about the paper for this audience, or about a bare register.
pub(super) fn messages_for(audience: Audience, workbook: &TestWorkbook, code: &str) -> Vec<Diagnostic> {
    let mut out = Diagnostics::new();
    let dossier = workbook.dossier(&mut out);
    let prepared = PreparedFacts::of(&dossier);
    let request = |kind| PaperRequest { kind, has_table: false, charts: ReportCharts::LeftOut, audience };
    match dossier.kind().map(request) {
        Some(request) => drop(paper(&dossier, &prepared, request, &mut out)),
        None => check_rows(&dossier, &mut out),
    }
    out.messages().iter().filter(|message| message.code == code).cloned().collect()
}

/// The cell and the hint of each message with this code.
pub(super) fn cells_and_hints(workbook: &TestWorkbook, code: &str) -> Vec<(String, Option<&'static str>)> {
    TestWorkbook::places(&messages(workbook, code))
}
