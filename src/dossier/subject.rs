//! What a paper is about: the item Chủ đề or Trích yếu, read into words that fit a sentence and a title.
//!
//! Owns which words of the cell say what the paper says elsewhere: "về", "V/v", the kind, the period. Must not know
//! where it is printed. Titles, sentences and file names take it from here.

mod acts;
mod bare;
mod deed;
mod middle_capital;
pub(super) mod other;
pub(super) mod reported;

pub use deed::{Deed, NamedText};

use super::period::{Period, PeriodWords};
use crate::decree::kinds::DocumentKind;
use crate::vietnamese::capitals::{self, FirstCapital};
use crate::vietnamese::{fold, text};

/// What a paper is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// As read inside a sentence, without an end mark.
    words: String,
}

impl Subject {
    /// The words after others in a sentence: `chuyển đổi số`, `Đề án 06`.
    #[must_use]
    pub fn in_a_sentence(&self) -> &str {
        &self.words
    }

    /// The words alone under a title (TL-05): `Chuyển đổi số`.
    #[must_use]
    pub fn as_title(&self) -> String {
        text::capitalized(&self.words)
    }

    /// What a decision or a submission of this subject does; `None` where the words name a matter alone.
    #[must_use]
    pub fn deed(&self) -> Option<Deed> {
        Deed::of(&self.words)
    }
}

/// The paper that a subject belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedPaper<'a> {
    /// Its kind.
    pub(super) kind: DocumentKind,
    /// Tên gọi, where it is given.
    pub(super) title: Option<&'a str>,
    /// Its period, where it is known.
    pub(super) period: Option<Period>,
}

/// What was understood of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadSubject {
    /// The subject.
    pub(super) subject: Subject,
    /// Whether words were left out that the paper says elsewhere.
    pub(super) is_shortened: bool,
    /// Whether it was typed in capitals, so that names in it are not known any more.
    pub(super) was_in_capitals: bool,
    /// Whether it begins with a capital of which nothing is known.
    pub(super) has_unknown_capital: bool,
    /// Another period than the paper's, as typed.
    pub(super) other_period: Option<String>,
}

/// Marks that end a line or a sentence.
const END_MARKS: [char; 6] = ['.', ',', ';', ':', '/', ' '];

/// Reads Chủ đề: everything that the paper says elsewhere is left out.
pub(super) fn topic(typed: &str, paper: NamedPaper) -> ReadSubject {
    let words = bare::bare(typed);
    let (whole, was_in_capitals) = in_small_letters(words);
    let mut rest = whole.as_str();
    let mut is_shortened = words.len() < typed.trim_end_matches(END_MARKS).trim().len();
    // "V/v Kế hoạch về chuyển đổi số": each may stand before the other.
    while let Some(shorter) = without_about(rest)
        .or_else(|| without_kind(rest, paper))
        .or_else(|| without_issuing(rest, paper))
        .or_else(|| without_review(rest, paper.kind))
        .or_else(|| without_leading_period(rest, paper.period))
    {
        rest = shorter;
        is_shortened = true;
    }
    while let Some(shorter) = without_last_period(rest, paper.period) {
        rest = shorter;
        is_shortened = true;
    }
    // Nothing but the kind or the period: the cell is printed as it is.
    let (rest, is_shortened) = if rest.is_empty() { (whole.as_str(), false) } else { (rest, is_shortened) };
    let read = read(rest, is_shortened, was_in_capitals, paper);
    ReadSubject { other_period: read.other_period.or_else(|| wider_period(rest, paper.period)), ..read }
}

/// Whether a Trích yếu says nothing of the paper: "V/v", "Về việc", the kind alone.
pub(super) fn says_nothing(typed: &str, paper: NamedPaper) -> bool {
    let words = bare::bare(typed).trim_end_matches(END_MARKS);
    let rest = without_abbreviated_about(words).or_else(|| behind(words, "ve viec")).or_else(|| behind(words, "ve"));
    let rest = rest.unwrap_or(words);
    let is_kind = |name: &str| fold::key(rest) == fold::key(name);
    rest.is_empty() || is_kind(paper.kind.name()) || paper.title.is_some_and(is_kind)
}

/// A longer period of the same year behind a topic: the paper would name both, one after the other.
fn wider_period(rest: &str, own: Option<Period>) -> Option<String> {
    let words = PeriodWords::at_end(rest).filter(|words| !words.is_bare)?;
    let own = own.filter(|own| !own.is_whole_year() && *own != words.period)?;
    (words.period.is_within_year(own.year()) && !words.period.is_whole_year()).then(|| words.typed(rest).to_owned())
}

/// Reads Trích yếu: "V/v" belongs to a công văn (TL-04), the kind stands above already (L-42).
pub(super) fn of_paper(typed: &str, paper: NamedPaper) -> ReadSubject {
    let words = bare::bare(typed);
    let (whole, was_in_capitals) = in_small_letters(words);
    let mut rest = whole.as_str();
    let mut is_shortened = words.len() < typed.trim().len() || typed.trim_end().ends_with(['.', ';', ',']);
    while let Some(shorter) = without_abbreviated_about(rest).or_else(|| without_own_kind(rest, paper)) {
        rest = shorter;
        is_shortened = true;
    }
    let rest = if rest.is_empty() { whole.as_str() } else { rest };
    read(rest, is_shortened, was_in_capitals, paper)
}

fn read(rest: &str, is_shortened: bool, was_in_capitals: bool, paper: NamedPaper) -> ReadSubject {
    let capitalized = if was_in_capitals { text::capitalized(rest) } else { rest.to_owned() };
    ReadSubject {
        has_unknown_capital: !was_in_capitals && FirstCapital::of(rest) == FirstCapital::Unknown,
        other_period: paper.period.and_then(|period| other_period(rest, period)),
        subject: Subject {
            words: if was_in_capitals { capitals::in_a_sentence(&capitalized) } else { capitals::in_a_sentence(rest) },
        },
        is_shortened,
        was_in_capitals,
    }
}

/// The text without end marks; typed in capitals, in sentence case with the abbreviations of offices and the period as
/// they are written.
pub(super) fn in_small_letters(typed: &str) -> (String, bool) {
    const ABBREVIATIONS: [&str; 14] = [
        "UBND", "HĐND", "MTTQ", "CNTT", "OCOP", "BHXH", "BHYT", "PCCC", "ATGT", "ANTT", "NTM", "CCHC", "TTHC", "VNeID",
    ];
    let typed = typed.trim().trim_end_matches(END_MARKS);
    let Some(small) = capitals::from_capitals(typed) else { return (typed.to_owned(), false) };
    let words = small.split_whitespace().map(|word| {
        let known = ABBREVIATIONS.iter().find(|known| known.to_lowercase() == word.to_lowercase());
        known.map_or(word, |known| *known)
    });
    let words: Vec<&str> = words.collect();
    let written = words.join(" ");
    let tail = PeriodWords::at_end(&written);
    (
        tail.map_or(written.clone(), |tail| {
            format!("{} {}", tail.before(&written), tail.period.name()).trim().to_owned()
        }),
        true,
    )
}

/// The text behind its first words, where these are `prefix`, folded.
fn behind<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text;
    for expected in prefix.split(' ') {
        let word = rest.split_whitespace().next()?;
        if fold::key(word) != expected {
            return None;
        }
        rest = rest.trim_start().get(word.len()..)?.trim_start();
    }
    Some(rest)
}

fn without_abbreviated_about(rest: &str) -> Option<&str> {
    let shorter = ["V/v", "v/v", "V/V", "v/V"].iter().find_map(|mark| rest.strip_prefix(mark))?;
    Some(shorter.trim_start_matches([':', '.', ' ']))
}

fn without_about(rest: &str) -> Option<&str> {
    let about = without_abbreviated_about(rest);
    // "Việc làm" is a subject of its own.
    about.or_else(|| {
        ["về việc", "về"].iter().find_map(|word| {
            let head = rest.get(..word.len())?;
            let shorter = rest.get(word.len()..)?;
            (head.to_lowercase() == *word && shorter.starts_with(char::is_whitespace)).then(|| shorter.trim_start())
        })
    })
}

/// The kind that a text begins with, as typed.
pub(super) fn leading_kind(rest: &str) -> Option<(&str, DocumentKind)> {
    const LONGER: [(&str, DocumentKind); 2] =
        [("chuong trinh hanh dong", DocumentKind::Programme), ("chuong trinh cong tac", DocumentKind::Programme)];
    let kinds = DocumentKind::ALL.into_iter().map(|kind| (fold::key(kind.name()), kind));
    let longer = LONGER.into_iter().map(|(name, kind)| (name.to_owned(), kind));
    longer.chain(kinds).find_map(|(name, kind)| {
        let after = behind(rest, &name)?;
        Some((rest.get(..rest.len() - after.len())?.trim_end(), kind))
    })
}

/// The text without the name of a plan, programme or report in front of it. The names of other texts stay, and so do
/// national programmes and plans cited by number.
fn without_kind<'a>(rest: &'a str, paper: NamedPaper) -> Option<&'a str> {
    if let Some(own) = without_own_kind(rest, paper).filter(|_| !begins_name_of_programme(rest)) {
        return Some(own);
    }
    let named = ["ke hoach", "chuong trinh hanh dong", "chuong trinh cong tac", "bao cao"]
        .iter()
        .find_map(|name| behind(rest, name));
    let abbreviated = || ["KH ", "CTr ", "CTHĐ ", "CTrHĐ ", "BC "].iter().find_map(|short| rest.strip_prefix(short));
    let after = named.or_else(abbreviated)?;
    is_of_this_paper(after).then_some(after)
}

/// "Ban hành Kế hoạch …": what a decision does; the plan itself says its kind.
fn without_issuing<'a>(rest: &'a str, paper: NamedPaper) -> Option<&'a str> {
    let is_issued = matches!(paper.kind, DocumentKind::Plan | DocumentKind::Programme);
    let after = ["ban hanh", "xay dung"].iter().find_map(|verb| behind(rest, verb)).filter(|_| is_issued)?;
    without_kind(after, paper)
}

fn without_own_kind<'a>(rest: &'a str, paper: NamedPaper) -> Option<&'a str> {
    let title = paper.title.map(fold::key).filter(|title| !title.is_empty());
    let mut names = title.into_iter().chain([fold::key(paper.kind.name())]);
    let after = names.find_map(|name| behind(rest, &name))?;
    is_of_this_paper(after).then_some(after)
}

/// Whether the words behind a kind are about this paper: not a number, and not the rest of a word.
fn is_of_this_paper(after: &str) -> bool {
    let first = after.split_whitespace().next().unwrap_or_default();
    let is_cited = first == "số"
        && after.split_whitespace().nth(1).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    !first.is_empty()
        && !is_cited
        && !matches!(fold::key(first).as_str(), "hoa" | "so" if first != "số" && first != "Số")
}

/// "Chương trình mục tiêu quốc gia …", "Chương trình OCOP": a name, whatever the paper is.
fn begins_name_of_programme(rest: &str) -> bool {
    let Some(after) = behind(rest, "chuong trinh") else { return false };
    let first = after.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        || first.starts_with(|c: char| c.is_ascii_digit())
        || ["muc tieu", "moi xa", "quoc gia", "xay dung nong thon", "phoi hop", "giam ngheo", "giao duc"]
            .iter()
            .any(|name| behind(after, name).is_some())
}

/// A report says itself what it reports: "sơ kết", "kết quả".
fn without_review(rest: &str, kind: DocumentKind) -> Option<&str> {
    if kind != DocumentKind::Report {
        return None;
    }
    let words = ["so ket", "tong ket", "ket qua thuc hien", "ket qua trien khai", "ket qua", "tinh hinh thuc hien"];
    words.iter().find_map(|words| behind(rest, words)).filter(|after| !after.is_empty())
}

fn without_leading_period(rest: &str, period: Option<Period>) -> Option<&str> {
    let words = PeriodWords::at_start(rest)?;
    period.filter(|own| *own == words.period)?;
    Some(words.after(rest)).filter(|after| !after.is_empty())
}

/// The text without the paper's own period at its end, or the year that the period names too.
fn without_last_period(rest: &str, period: Option<Period>) -> Option<&str> {
    let own = period?;
    if let Some(before) = without_yearless_period(rest, own) {
        return Some(before);
    }
    let words = PeriodWords::at_end(rest)?;
    let is_said = own == words.period || (words.period.is_whole_year() && own.is_within_year(words.period.year()));
    Some(words.before(rest)).filter(|before| is_said && !before.is_empty())
}

/// The text without the paper's own period at its end where its year is left out: «chuyển đổi số quý I», «… 6 tháng cuối
/// năm».
fn without_yearless_period(rest: &str, own: Period) -> Option<&str> {
    let name = own.name();
    let yearless = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || "/- ".contains(letter));
    let parts = [Some(yearless), yearless.strip_suffix(" năm")];
    let parts = parts.into_iter().flatten().filter(|part| !own.is_whole_year() && !part.is_empty());
    parts.into_iter().find_map(|part| {
        let at = rest.len().checked_sub(part.len()).filter(|at| rest.is_char_boundary(*at))?;
        let before = rest[..at].strip_suffix(' ')?.trim_end();
        (text::lower(&rest[at..]) == text::lower(part) && !before.is_empty()).then_some(before)
    })
}

/// Whether a text ends with a period.
fn names_period(words: &str) -> bool {
    PeriodWords::at_end(words).is_some_and(|words| !words.is_bare)
}

/// A period at the end of a text that is neither the paper's nor around it.
fn other_period(rest: &str, own: Period) -> Option<String> {
    let words = PeriodWords::at_end(rest).filter(|words| !words.is_bare)?;
    let is_around = words.period.first_day() <= own.first_day() && own.last_day() <= words.period.last_day();
    // "Kết quả quý I năm 2027 và nhiệm vụ quý II năm 2027": a report names its own period first.
    let is_next_of_report =
        || own.next() == Some(words.period) && PeriodWords::all(rest).iter().any(|words| words.period == own);
    (!is_around && !is_next_of_report()).then(|| words.typed(rest).to_owned())
}
