//! The rules about words that are printed as typed.
//!
//! Owns which texts each rule is asked about. Must not know what a mistake in a wording is. Nothing here needs the tasks
//! that were understood, so `dossier` has these rules checked beside everything else.

use chrono::NaiveDate;

use super::misspelt_name::MisspeltName;
use super::{
    abolished_body, abolished_in_prose, day_of_no_calendar, doubled_blank, english_figure, incomplete_citation,
    left_to_fill, lost_dash, misplaced_blank, party_symbol, prose_of_another_paper, shouted_words, small_letter,
    state_symbol, topic_in_short, unpaired_quote,
};
use crate::diag::{Concern, Diagnostics, Rule};
use crate::dossier::general::General;
use crate::dossier::named::{self, NamedAt};
use crate::dossier::period::Period;
use crate::dossier::printed::{self, PrintedText, PrintedTexts, PrintedWords};
use crate::dossier::register::Register;
use crate::records::Records;

/// What the words of a workbook are checked against.
pub(in crate::dossier) struct WordFacts<'a> {
    /// The workbook.
    pub(in crate::dossier) records: &'a Records,
    /// Its Thông tin chung, where that was understood.
    pub(in crate::dossier) general: Option<&'a General>,
    /// Its period.
    pub(in crate::dossier) period: Option<Period>,
    /// The rule about the names of its register.
    misspelt: MisspeltName,
}

impl<'a> WordFacts<'a> {
    /// The facts of a workbook with this register; units that only tasks name are no names to compare with.
    pub(in crate::dossier) fn of(
        records: &'a Records,
        register: &Register,
        general: Option<&'a General>,
        period: Option<Period>,
    ) -> Self {
        let province = general.and_then(|general| general.province.as_deref());
        Self { records, general, period, misspelt: MisspeltName::of(register, province) }
    }
}

/// The messages about words.
#[derive(Default)]
pub(in crate::dossier) struct WordMessages {
    /// About names of bodies that no longer exist.
    pub(in crate::dossier) names: Diagnostics,
    /// About everything else.
    pub(in crate::dossier) words: Diagnostics,
}

/// Checks every rule about words, but for those that need the units of tasks.
pub(in crate::dossier) fn check_words(facts: &WordFacts<'_>) -> WordMessages {
    let words = PrintedWords::of(facts.records);
    let mut found = WordMessages::default();
    found.names.within(Concern::Row, |out| check_names(facts, &words, out));
    found.words.within(Concern::Row, |out| check_all_words(facts, &words, out));
    found
}

fn check_all_words(facts: &WordFacts<'_>, words: &PrintedWords<'_>, out: &mut Diagnostics) {
    check_in_sentences(facts, words, out);
    let (tasks, prose) = (words.of_tasks(), words.of_prose());
    check(&[&shouted_words::ShoutedWords { whole: false }], &tasks, out);
    shouted_words::ShoutedWords { whole: true }.check(&prose.all, out);
    topic_in_short::TopicInShort.check(&words.subjects.all, out);
    if let Some(general) = facts.general {
        prose_of_another_paper::check_own_words(general, &[tasks.all, prose.all].concat(), out);
    }
    let of_results: [&dyn Rule<[PrintedText]>; 7] = [
        &shouted_words::ShoutedWords { whole: true },
        &left_to_fill::LeftToFill,
        &english_figure::EnglishFigure,
        &misplaced_blank::MisplacedBlank,
        &facts.misspelt,
        &unpaired_quote::UnpairedQuote,
        &small_letter::SmallLetter,
    ];
    check(&of_results, &words.of_results(), out);
}

/// Checks the headings of Tổ chức thực hiện that name no unit, not even one of the tasks.
pub(in crate::dossier) fn check_headings(records: &Records, register: &Register, out: &mut Diagnostics) {
    let headings = printed::unknown_headings_in_capitals(records, register);
    shouted_words::ShoutedWords { whole: true }.check(&headings, out);
}

/// Checks the rules about bodies that no longer exist; a period that ended before knows them still.
fn check_names(facts: &WordFacts<'_>, words: &PrintedWords<'_>, out: &mut Diagnostics) {
    let gone_since = NaiveDate::from_ymd_opt(2025, 7, 1).expect("the calendar has this day");
    if facts.period.is_some_and(|period| period.last_day() < gone_since) {
        return;
    }
    let rule: &dyn Rule<[NamedAt]> = &abolished_body::AbolishedBody;
    rule.check(&named::names(facts.records), out);
    check(&[&abolished_in_prose::AbolishedInProse], &words.own(), out);
}

/// Checks the rules about everything that is printed in sentences.
fn check_in_sentences(facts: &WordFacts<'_>, words: &PrintedWords<'_>, out: &mut Diagnostics) {
    let symbols = printed::symbols(facts.records);
    party_symbol::PartySymbol.check(&symbols, out);
    state_symbol::StateSymbol.check(&symbols, out);
    check(&[&day_of_no_calendar::DayOfNoCalendar], &words.own(), out);
    let rules: [&dyn Rule<[PrintedText]>; 11] = [
        &left_to_fill::LeftToFill,
        &party_symbol::PartySymbol,
        &state_symbol::StateSymbol,
        &incomplete_citation::IncompleteCitation::with_grounds(&symbols),
        &doubled_blank::DoubledBlank,
        &misplaced_blank::MisplacedBlank,
        &unpaired_quote::UnpairedQuote,
        &facts.misspelt,
        &small_letter::SmallLetter,
        &lost_dash::LostDash,
        &english_figure::EnglishFigure,
    ];
    check(&rules, &words.in_sentences(), out);
}

/// Checks rules about texts. Nearly every rule has nothing to say, which the distinct texts already show; only a rule
/// that has something to say is asked about every cell.
fn check<'a>(rules: &[&dyn Rule<[PrintedText<'a>]>], texts: &PrintedTexts<'a>, out: &mut Diagnostics) {
    let is_distinct = texts.distinct.len() == texts.all.len();
    for rule in rules {
        let mut found = Diagnostics::new();
        if !is_distinct {
            rule.check(&texts.distinct, &mut found);
        }
        if is_distinct || !found.messages().is_empty() {
            rule.check(&texts.all, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field;
    use crate::diag::{Diagnostic, Diagnostics};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_wording_that_comes_again_is_reported_in_every_cell() {
        let mut workbook = TestWorkbook::programme("quý II năm 2026", &[]);
        for content in ["Rà soát hộ nghèo", "Thu quỹ", "Tuần tra", "Trồng cây", "Mở lớp"] {
            workbook = workbook.task(&[(Field::Content, content), (Field::Product, "Danh sách (?)")]);
        }
        assert_eq!(workbook.cells_and_hints("HS-185").len(), 5);
    }

    /// From a thousand rows on, words are checked on a second thread.
    #[test]
    fn messages_have_one_order_however_many_rows_there_are() {
        let codes = |rows: usize| {
            let mut workbook = TestWorkbook::programme("quý II năm 2026", &[]);
            for row in 0..rows {
                let content = format!("Phối hợp với UBND huyện Hải An rà soát tổ số {row}");
                let deadline = "trước ngày 31/02/2026";
                let cells = [(Field::Content, content.as_str()), (Field::Product, "Danh sách (?)")];
                workbook = workbook.task(&[&cells[..], &[(Field::Deadline, deadline)]].concat());
            }
            let mut out = Diagnostics::new();
            workbook.dossier(&mut out);
            let mut codes: Vec<&str> = out.messages().iter().map(|message: &Diagnostic| message.code).collect();
            codes.dedup();
            codes
        };
        let few = codes(2);
        assert!(["HS-106", "HS-185"].iter().all(|code| few.contains(code)), "{few:?}");
        assert_eq!(codes(1_100), few);
    }
}
