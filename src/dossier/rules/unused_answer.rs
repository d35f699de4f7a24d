//! CD-019: an answer in vanthu.toml is about a heading or a sheet that no workbook has.
//!
//! Why: an answer is given once and read at every run. Where a register gets another form, the answer silently counts no
//! longer, and the column or sheet is read otherwise than the clerk once decided. Source: the settings' contract, an answer
//! names a heading or a sheet.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::records::Records;
use crate::settings::Settings;
use crate::vietnamese::fold;

/// An answer in vanthu.toml is about a heading or a sheet that no workbook has.
pub(super) struct UnusedAnswer;

impl Rule<(&Records, &Settings)> for UnusedAnswer {
    fn code(&self) -> &'static str {
        "CD-019"
    }

    fn check(&self, (records, settings): &(&Records, &Settings), out: &mut Diagnostics) {
        let headings = || records.sheets.iter().flat_map(|sheet| sheet.headings.values()).map(String::as_str);
        let sheets = || records.sheets.iter().filter_map(|sheet| sheet.at.sheet.as_deref());
        self.report("doc.tieu_de", settings.headings.keys(), &headings, out);
        self.report("doc.trang", settings.sheets.keys(), &sheets, out);
        self.report("doc.chu_tri", settings.leads.keys(), &headings, out);
    }
}

impl UnusedAnswer {
    /// Reports the answered names of a section that are none of the workbooks' names, all in one message.
    fn report<'a, Names: Iterator<Item = &'a str>>(
        &self,
        section: &str,
        answered: impl ExactSizeIterator<Item = &'a String>,
        names: &dyn Fn() -> Names,
        out: &mut Diagnostics,
    ) {
        if answered.len() == 0 {
            return;
        }
        let names: BTreeSet<String> = names().map(|name| padded(&fold::key(name))).collect();
        // A heading of two rows, or with a remark, has the answered words in it.
        let is_there = |key: &str| !key.trim().is_empty() && names.iter().any(|name| name.contains(key));
        let unused: Vec<String> = answered
            .filter(|answer| !is_there(&padded(&fold::key(answer))))
            .map(|answer| format!("«{answer}»"))
            .collect();
        if !unused.is_empty() {
            let message = Diagnostic::note(self.code()).at(&Place::file("vanthu.toml"));
            out.report(message.with("section", section).with("answers", unused.join(", ")));
        }
    }
}

/// A folded name with a blank at each end, so that only whole words are found in it.
fn padded(key: &str) -> String {
    format!(" {key} ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{SheetReading, Skipped};

    #[test]
    fn an_answer_for_what_no_workbook_has_is_told_once_for_each_section() {
        let mut sheet = SheetReading::left_aside(&Place::sheet("so.xlsx", "Việc"), true, Skipped::Unknown);
        sheet.headings = [(1, "Việc cần làm\n(ghi rõ)".to_owned()), (2, "Kết quả cần đạt".to_owned())].into();
        let records = Records { sheets: vec![sheet], ..Records::default() };
        let mut settings = Settings::default();
        for heading in ["viec can lam", "SP dự kiến", "Kết quả", "cần"] {
            settings.headings.insert(heading.to_owned(), "noi_dung".to_owned());
        }
        settings.sheets = ["Việc", "Việc cũ"].map(|sheet| (sheet.to_owned(), "bo_qua".to_owned())).into();
        let mut out = Diagnostics::new();
        UnusedAnswer.check(&(&records, &settings), &mut out);
        let told: Vec<_> = out.messages().iter().map(|message| message.arguments.last()).collect();
        assert_eq!(told, [&("answers", "«SP dự kiến»".to_owned()), &("answers", "«Việc cũ»".to_owned())].map(Some));
    }
}
