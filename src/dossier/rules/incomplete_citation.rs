//! HS-040: a document is cited without its symbol, or nowhere with its day.
//!
//! Why: the reader can't find a document by its number alone; numbers restart each year. Source: decree 30/2020, PL1
//! II.6 (a document cited for the first time: kind, number and symbol, day, body, subject). The short form is correct
//! if any sheet has the full one, before or after: paragraphs are not always printed in the order of the sheets. A
//! symbol with its year (`30/2020/NĐ-CP`) needs no day.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::decree::symbol::{DocumentSymbol, candidates};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::printed::PrintedText;

/// A document is cited without its symbol, or nowhere with its day.
pub(super) struct IncompleteCitation {
    /// The symbols in Căn cứ, where each document has its day in a column of its own.
    dated: BTreeSet<DocumentSymbol>,
}

impl IncompleteCitation {
    /// The rule for a workbook with these symbols in Căn cứ.
    pub(super) fn with_grounds(grounds: &[PrintedText]) -> Self {
        let words = grounds.iter().flat_map(|ground| candidates(ground.text).map(|range| &ground.text[range]));
        Self { dated: words.filter_map(DocumentSymbol::parse).collect() }
    }
}

impl Rule<[PrintedText<'_>]> for IncompleteCitation {
    fn code(&self) -> &'static str {
        "HS-040"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        let read: Vec<Vec<Citation>> = texts.iter().map(|text| citations(text)).collect();

        let mut dated: BTreeSet<&DocumentSymbol> = self.dated.iter().collect();
        // One citation with a day is enough, even where the word "số" was left out.
        let with_day: BTreeSet<DocumentSymbol> = texts.iter().flat_map(|text| dated_symbols(text)).collect();
        dated.extend(&with_day);
        let mut reported: BTreeSet<&DocumentSymbol> = BTreeSet::new();
        for (text, citations) in texts.iter().zip(&read) {
            let bare = citations.iter().filter(|citation| citation.symbol.is_none() && citation.has_day);
            let undated = citations.iter().filter(|citation| {
                let symbol = citation.symbol.as_ref().filter(|symbol| !symbol.has_year() && !dated.contains(symbol));
                symbol.is_some_and(|symbol| reported.insert(symbol))
            });
            let message = || Diagnostic::warning(self.code()).at(text.at);
            report_all(bare, &message, out);
            report_all(undated, &|| message().hint("no_day"), out);
        }
    }
}

/// A document cited by its kind and number.
struct Citation<'a> {
    /// As typed, from the kind on.
    typed: &'a str,
    /// `None` for a bare number.
    symbol: Option<DocumentSymbol>,
    /// Whether its day is in the same clause; for a bare number, right after it.
    has_day: bool,
}

/// One message for all citations of a cell; none where there are no citations.
fn report_all<'a>(
    citations: impl Iterator<Item = &'a Citation<'a>>,
    message: &dyn Fn() -> Diagnostic,
    out: &mut Diagnostics,
) {
    let typed: Vec<&str> = citations.map(|citation| citation.typed).collect();
    if !typed.is_empty() {
        out.report(message().with("typed", typed.join("»; «")));
    }
}

/// The kinds that are always cited by number.
const KINDS: [&str; 16] = [
    "Báo cáo",
    "Chỉ thị",
    "Chương trình",
    "Công điện",
    "Công văn",
    "Hướng dẫn",
    "Kế hoạch",
    "Kết luận",
    "Nghị định",
    "Nghị quyết",
    "Quy chế",
    "Quy định",
    "Quyết định",
    "Thông báo",
    "Thông tư",
    "Tờ trình",
];

fn citations<'a>(text: &PrintedText<'a>) -> Vec<Citation<'a>> {
    // A quick test: most texts cite nothing.
    if !text.text.contains("số") {
        return Vec::new();
    }
    text.paragraphs()
        .flat_map(|paragraph| paragraph.match_indices("số").filter_map(|(at, _)| citation(paragraph, at)))
        .collect()
}

/// Every symbol of a text with a day in its clause.
fn dated_symbols(text: &PrintedText) -> Vec<DocumentSymbol> {
    let paragraphs = text.paragraphs();
    let dated = paragraphs.flat_map(|paragraph| {
        let has_day = move |range: &Range<usize>| has_day(clause(paragraph, range.clone()));
        let ranges = candidates(paragraph).filter(has_day);
        ranges.filter_map(move |range| DocumentSymbol::parse(&paragraph[range]))
    });
    dated.collect()
}

fn citation(paragraph: &str, at: usize) -> Option<Citation<'_>> {
    let ahead = paragraph[..at].trim_end();
    let kind = KINDS.iter().find(|kind| ahead.ends_with(*kind))?;
    let start = ahead.len() - kind.len();
    let behind = &paragraph[at + "số".len()..];
    let word = behind.trim_start();
    let word_at = paragraph.len() - word.len();
    let is_end = |c: char| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '\u{2011}');
    let word = &word[..word.find(is_end).unwrap_or(word.len())];
    let end = word_at + word.len();
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let day = day_right_behind(paragraph, end)?;
        return Some(Citation { typed: &paragraph[start..day], symbol: None, has_day: true });
    }
    let symbol = DocumentSymbol::parse(word)?;
    Some(Citation {
        typed: &paragraph[start..end],
        symbol: Some(symbol),
        has_day: has_day(clause(paragraph, start..end)),
    })
}

/// The end of `ngày 12/12/2013` where it comes right after a position of the paragraph.
fn day_right_behind(paragraph: &str, end: usize) -> Option<usize> {
    let day = paragraph[end..].trim_start().strip_prefix("ngày")?.trim_start();
    let length = day.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(day.len());
    let day_at = paragraph.len() - day.len();
    (length > 0).then(|| day_at + day[..length].trim_end_matches('/').len())
}

/// The text around a citation up to the next semicolon or stop, within the length of a usual clause.
fn clause(paragraph: &str, citation: Range<usize>) -> &str {
    const REACH: usize = 300;
    let ahead = &paragraph[..citation.start];
    let near = ahead.char_indices().rev().take(REACH).last().map_or(citation.start, |(at, _)| at);
    let start = ahead[near..].rfind(';').or_else(|| ahead[near..].rfind(". ")).map_or(near, |at| near + at);
    let behind = &paragraph[citation.end..];
    let reach = behind.char_indices().nth(REACH).map_or(behind.len(), |(at, _)| at);
    let end = behind[..reach].find(';').or_else(|| behind[..reach].find(". ")).unwrap_or(reach);
    &paragraph[start..citation.end + end]
}

/// Whether a clause contains a day: `ngày 5`, or `/2013` after a number.
fn has_day(clause: &str) -> bool {
    let starts_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let words = ["ngày", "Ngày"].into_iter().flat_map(|word| clause.match_indices(word));
    let mut after_words = words.map(|(at, word)| clause[at + word.len()..].trim_start());
    let mut slashes = clause.match_indices('/').map(|(at, _)| &clause.as_bytes()[at + 1..]);
    after_words.any(starts_with_digit)
        || slashes.any(|behind| behind.len() >= 4 && behind[..4].iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;

    fn check(grounds: &[&str], texts: &[&str]) -> Vec<(Option<&'static str>, String)> {
        let at = Place::default();
        let printed = |texts: &[&'static str]| -> Vec<PrintedText> {
            texts.iter().map(|text| PrintedText::of(text, &at)).collect()
        };
        let leaked =
            |texts: &[&str]| -> Vec<&'static str> { texts.iter().map(|text| &*text.to_string().leak()).collect() };
        let mut out = Diagnostics::new();
        IncompleteCitation::with_grounds(&printed(&leaked(grounds))).check(&printed(&leaked(texts)), &mut out);
        out.messages().iter().map(|message| (message.hint, message.arguments[0].1.clone())).collect()
    }

    #[test]
    fn a_bare_number_with_a_day_is_reported() {
        let reported =
            check(&[], &["theo Quyết định số 217 ngày 12/12/2013 của Bộ Chính trị, Chỉ thị số 5 ngày 01/02/2026"]);
        assert_eq!(reported, [(None, "Quyết định số 217 ngày 12/12/2013»; «Chỉ thị số 5 ngày 01/02/2026".into())]);
    }

    #[test]
    fn a_document_without_a_day_anywhere_is_reported_once() {
        let reported =
            check(&[], &["Thực hiện Kế hoạch số 07/KH-UBND của xã; ngày 5/1 họp", "theo Kế hoạch số 07/KH-UBND"]);
        assert_eq!(reported, [(Some("no_day"), "Kế hoạch số 07/KH-UBND".into())]);
    }

    #[test]
    fn short_forms_of_fully_cited_documents_are_not_reported() {
        let full = "Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị";
        for (grounds, texts) in [
            (vec![], vec!["theo Quyết định số 217-QĐ/TW", full]),
            (vec!["46/KH-UBND"], vec!["Kế hoạch số 46/KH-UBND"]),
            (vec![], vec!["Nghị định số 30/2020/NĐ-CP của Chính phủ"]),
            (vec![], vec!["Nghị quyết số 18 của Trung ương; Kế hoạch số    /KH-UBND; số 217 ngày 12/12/2013"]),
            (vec![], vec!["Ngày 05/01/2026, xã ban hành Kế hoạch số 07/KH-UBND về dân vận"]),
        ] {
            assert_eq!(check(&grounds, &texts), [], "{texts:?}");
        }
    }
}
