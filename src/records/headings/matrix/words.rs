//! Interprets the words of a heading: which figure, and of which indicator.
//!
//! Owns splitting one heading into an indicator and a figure, `CT-01 (Thực hiện)`. Must not know where headings are.
//! `header_rows` calls it, column by column.

use std::ops::Range;

use super::KIND;
use crate::contract::{Field, SheetKind, dictionary};
use crate::records::headings::heading::Heading;
use crate::records::headings::meaning::{HeadingMeaning, Tier, field_for, meaning_of, meaning_of_key};
use crate::records::headings::{HeadingAnswers, LEFT_UNREAD};
use crate::vietnamese::fold;

/// Bytes of the longest heading that is interpreted.
const LONGEST: usize = 400;
/// Words of the longest wording of a figure.
const MOST_WORDS: usize = 6;
/// Marks that separate an indicator from its figure.
const MARKS: [char; 9] = ['-', '–', '—', ':', '(', '/', '|', '_', '\n'];
/// First words of figures that need no mark before or after them.
const PLAIN: [&str; 6] = ["ke", "kh", "thuc", "th", "cung", "ck"];

/// A heading and its folded words.
pub(super) struct HeadingWords<'a> {
    text: &'a str,
    words: Vec<(Range<usize>, String)>,
    key: String,
}

type Words = [(Range<usize>, String)];

impl<'a> HeadingWords<'a> {
    /// The words of a heading; none for a heading that is too long.
    pub(super) fn of(text: &'a str) -> Self {
        let words = if text.len() > LONGEST { Vec::new() } else { fold::words(text) };
        Self { text, key: joined(&words), words }
    }

    /// The figure that the heading names by itself.
    pub(super) fn figure(&self, answers: &HeadingAnswers) -> Option<Field> {
        let plain = || {
            let (plain, _) = self.text.split_once('(').filter(|(plain, _)| plain.len() <= LONGEST)?;
            meaning_of_key(KIND, &fold::key(plain), answers).and_then(as_figure)
        };
        match meaning_of_key(KIND, &self.key, answers) {
            Some(known) => as_figure(known),
            None => plain(),
        }
    }

    /// The figure that the heading names beneath an indicator.
    pub(super) fn figure_beneath(&self, answers: &HeadingAnswers) -> Option<Field> {
        let is_answered = answers.0.contains_key(&self.key);
        self.figure(answers).or_else(|| if is_answered { None } else { known_beneath(&self.key) })
    }

    /// Whether the clerk's answer leaves this heading unread.
    pub(super) fn is_left_unread(&self, answers: &HeadingAnswers) -> bool {
        answers.0.get(&self.key).is_some_and(|answer| answer == LEFT_UNREAD)
    }

    /// The indicator and the figure that the heading names, in either order. Returns the indicator, the figure as
    /// written, and its field.
    pub(super) fn split(&self, answers: &HeadingAnswers) -> Option<(&'a str, &'a str, Field)> {
        let most = MOST_WORDS.min(self.words.len().saturating_sub(1));
        // The longest wording has priority: «CT-01 thực hiện cùng kỳ».
        let mut counts = (1..=most).rev();
        let behind = counts.find_map(|count| self.split_behind(self.words.len() - count, answers));
        behind.or_else(|| (1..=most).rev().find_map(|count| self.split_before(count, answers)))
    }

    /// «CT-01 (Thực hiện)»: `count` words of an indicator, then the figure.
    fn split_behind(&self, count: usize, answers: &HeadingAnswers) -> Option<(&'a str, &'a str, Field)> {
        let (name, figure) = self.words.split_at(count);
        let field = figure_of(figure, answers)?;
        let gap = &self.text[end(name)..start(figure)];
        let is_split = is_set_off(gap, figure) && has_word(name);
        is_split.then(|| (&self.text[..end(name)], &self.text[start(figure)..end(figure)], field))
    }

    /// «Kế hoạch CT-01»: `count` words of a figure, then the indicator.
    fn split_before(&self, count: usize, answers: &HeadingAnswers) -> Option<(&'a str, &'a str, Field)> {
        let (figure, name) = self.words.split_at(count);
        let field = figure_of(figure, answers)?;
        let gap = &self.text[end(figure)..start(name)];
        // «TH-05» may be a code.
        let is_apart = gap.contains(char::is_whitespace) || gap.contains(':');
        let is_split = is_apart && is_set_off(gap, figure) && has_word(name);
        is_split.then(|| (self.text[start(name)..].trim_end_matches([')', ' ']), &self.text[..end(figure)], field))
    }
}

/// Whether none of these readings of a heading is known, so that it may name an indicator.
pub(super) fn is_unknown(readings: &[&str], answers: &HeadingAnswers) -> bool {
    let readings = readings.iter().map(|text| (*text).to_owned()).collect();
    let heading = Heading { row: 0, column: 0, readings };
    // «Kế hoạch» above «Năm» is a heading of Chỉ tiêu, and no village has an indicator of that name.
    [KIND, SheetKind::Indicators]
        .into_iter()
        .all(|kind| meaning_of(kind, &heading, answers).is_none_or(|(tier, _)| tier >= Tier::Beginning))
}

/// The figure that these words of a heading name; the unit of measure of an indicator is none: «Tỷ lệ hộ nghèo (%)».
fn figure_of(words: &Words, answers: &HeadingAnswers) -> Option<Field> {
    let key = joined(words);
    match meaning_of_key(KIND, &key, answers) {
        Some(known) if matches!(known.1, HeadingMeaning::Field(_)) || known.0 == Tier::Answer => as_figure(known),
        _ => known_beneath(&key).filter(|field| *field != Field::TypedPercent),
    }
}

fn as_figure((_, meaning): (Tier, HeadingMeaning)) -> Option<Field> {
    let figures = [Field::Planned, Field::Actual, Field::SamePeriod, Field::TypedPercent];
    figures.into_iter().find(|field| meaning == HeadingMeaning::Field(*field))
}

fn known_beneath(key: &str) -> Option<Field> {
    dictionary().beneath_indicator(key).and_then(|id| field_for(KIND, id))
}

/// Whether the words of a figure are separate from the indicator: by a mark, or by words that are rare in names.
fn is_set_off(gap: &str, figure: &Words) -> bool {
    gap.contains(MARKS) || figure.first().is_some_and(|(_, word)| PLAIN.contains(&word.as_str()))
}

/// Whether words may name an indicator: a number alone can't.
fn has_word(words: &Words) -> bool {
    words.iter().any(|(_, word)| word.contains(char::is_alphabetic))
}

fn joined(words: &Words) -> String {
    let keys: Vec<&str> = words.iter().map(|(_, key)| key.as_str()).collect();
    keys.join(" ")
}

fn start(words: &Words) -> usize {
    words.first().map_or(0, |(range, _)| range.start)
}

fn end(words: &Words) -> usize {
    words.last().map_or(0, |(range, _)| range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, Field)>) {
        assert_eq!(HeadingWords::of(text).split(&HeadingAnswers::default()), expected, "{text}");
    }

    #[test]
    fn a_heading_names_its_indicator_before_or_after_the_figure() {
        check("CT-01 KH", Some(("CT-01", "KH", Field::Planned)));
        check("CT-01 - Kế hoạch", Some(("CT-01", "Kế hoạch", Field::Planned)));
        check("CT-01\nThực hiện", Some(("CT-01", "Thực hiện", Field::Actual)));
        check("CT-01 (Thực hiện)", Some(("CT-01", "Thực hiện", Field::Actual)));
        check("CT01_TH", Some(("CT01", "TH", Field::Actual)));
        check("Kế hoạch CT-01", Some(("CT-01", "Kế hoạch", Field::Planned)));
        check("KH: CT-01", Some(("CT-01", "KH", Field::Planned)));
        check("Thực hiện (CT-01)", Some(("CT-01", "Thực hiện", Field::Actual)));
        check("CT-01 thực hiện cùng kỳ", Some(("CT-01", "thực hiện cùng kỳ", Field::SamePeriod)));
        check("Hộ nghèo (Đạt)", Some(("Hộ nghèo", "Đạt", Field::Actual)));
    }

    #[test]
    fn a_name_of_an_indicator_is_not_split() {
        for text in ["CT-01", "TH-05", "Số hộ được giao", "Tỷ lệ hộ nghèo (%)", "Kế hoạch", "Kế hoạch 2026", "Ghi chú"]
        {
            check(text, None);
        }
        check(&"dài ".repeat(200), None);
    }

    #[test]
    fn more_wordings_name_a_figure_beneath_an_indicator() {
        let answers = HeadingAnswers::default();
        assert_eq!(HeadingWords::of("Kết quả").figure(&answers), None);
        assert_eq!(HeadingWords::of("Kế hoạch (giao)").figure(&answers), Some(Field::Planned));
        let beneath = |text| HeadingWords::of(text).figure_beneath(&answers);
        assert_eq!(beneath("Kết quả"), Some(Field::Actual));
        assert_eq!(beneath("Tỷ lệ (%)"), Some(Field::TypedPercent));
        assert_eq!(beneath("TH 2025"), None);
        let left = HeadingAnswers([("ket qua".to_owned(), LEFT_UNREAD.to_owned())].into());
        assert_eq!(HeadingWords::of("Kết quả").figure_beneath(&left), None);
    }
}
