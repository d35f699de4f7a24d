//! The meaning of one heading on a sheet of a given kind.
//!
//! Owns the order of authority: the clerk's answer, the contract, the dictionary, the same without a remark in
//! brackets, the beginning of the heading. Must not know other headings. A heading is never matched by its middle or by
//! similarity.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::abbreviations::written_out;
use super::heading::Heading;
use super::{HeadingAnswers, LEFT_UNREAD};
use crate::contract::{Field, SheetKind, dictionary};
use crate::vietnamese::fold;

/// Bytes of the longest text that may be a heading.
const LONGEST: usize = 400;

/// The meaning of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadingMeaning {
    /// A field of the sheet.
    Field(Field),
    /// One of several: index into the dictionary's ambiguous headings.
    Ambiguous(usize),
    /// A known column for which this sheet has no field.
    Nothing,
}

/// How a meaning was found; the first is the surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The clerk's answer.
    Answer,
    /// The contract's own heading.
    Contract,
    /// A wording of the dictionary.
    Wording,
    /// A wording that yields to a more exact one: the unit that carries out a task is the lead if no other column is,
    /// an end is the deadline if no other column is, and an indicator's name serves as its code.
    Loose,
    /// One of the above, after a remark in brackets is removed.
    Bracket,
    /// Decided from the rest of the sheet.
    Decided,
    /// The heading begins with a known one.
    Beginning,
    /// The heading abbreviates a known one.
    Abbreviation,
}

/// The meaning of a heading and its tier; `None` for an unknown heading.
pub(super) fn meaning_of(
    kind: SheetKind,
    heading: &Heading,
    answers: &HeadingAnswers,
) -> Option<(Tier, HeadingMeaning)> {
    let readings = || heading.readings.iter().map(String::as_str);
    let answered = |text: &str| exact(kind, text, answers).filter(|(tier, _)| *tier == Tier::Answer);
    if !answers.0.is_empty()
        && let Some(answer) = readings().find_map(answered)
    {
        return Some(answer);
    }
    let keys: Vec<(&str, String)> =
        readings().filter(|text| text.len() <= LONGEST).map(|text| (text, fold::key(text))).collect();
    let keys = || keys.iter().map(|(text, key)| (*text, key.as_str()));
    keys()
        .find_map(|(_, key)| meaning_of_key(kind, key, answers))
        .or_else(|| readings().find_map(|text| without_bracket(kind, text, answers)))
        .or_else(|| keys().find_map(|(_, key)| beginning(kind, key)))
        .or_else(|| keys().find_map(|(text, key)| abbreviated(kind, text, key)))
}

/// The field of a dictionary column on a sheet of this kind.
pub(super) fn field_for(kind: SheetKind, id: &str) -> Option<Field> {
    let alias = match (kind, id) {
        (SheetKind::Villages, "ten_thon") => Some(Field::Name),
        // Beside a village, an indicator may be identified by its name.
        (SheetKind::Indicators, "ma_chi_tieu") | (SheetKind::VillageIndicators, "ma_chi_tieu" | "chi_tieu") => {
            Some(Field::Code)
        }
        (SheetKind::Signatories, "nguoi_ky") => Some(Field::FullName),
        // Beside indicators, what was reached is a figure.
        (SheetKind::Indicators | SheetKind::VillageIndicators, "ket_qua") => Some(Field::Actual),
        // In a table of results, the lead is the unit that reports.
        (SheetKind::Completions, "don_vi_chu_tri") => Some(Field::Unit),
        _ => None,
    };
    alias.or_else(|| kind.readable_columns().map(|column| column.field).find(|field| field.id() == id))
}

fn exact(kind: SheetKind, text: &str, answers: &HeadingAnswers) -> Option<(Tier, HeadingMeaning)> {
    if text.len() > LONGEST {
        return None;
    }
    meaning_of_key(kind, &fold::key(text), answers)
}

/// The meaning of a folded heading as a whole.
pub(super) fn meaning_of_key(kind: SheetKind, key: &str, answers: &HeadingAnswers) -> Option<(Tier, HeadingMeaning)> {
    match answers.0.get(key) {
        Some(answer) if answer == LEFT_UNREAD => Some((Tier::Answer, HeadingMeaning::Nothing)),
        Some(answer) => Some((Tier::Answer, meaning_of_id(kind, answer))),
        None => known(kind, key),
    }
}

/// The meaning of a folded heading in the contract or the dictionary.
fn known(kind: SheetKind, key: &str) -> Option<(Tier, HeadingMeaning)> {
    if let Some(field) = contract_field(kind, key) {
        return Some((Tier::Contract, HeadingMeaning::Field(field)));
    }
    if let Some(id) = dictionary().column_id_of_key(key) {
        let is_named = kind == SheetKind::VillageIndicators && id == "chi_tieu";
        let is_loose = is_named
            || id == "ket_qua" && kind != SheetKind::Completions
            || (id == "don_vi_chu_tri" && !key.contains("chu tri"))
            || ["ket thuc", "ngay ket thuc"].contains(&key);
        let tier = if is_loose { Tier::Loose } else { Tier::Wording };
        return Some((tier, meaning_of_id(kind, id)));
    }
    dictionary().ambiguous_of_key(key).map(|index| (Tier::Decided, HeadingMeaning::Ambiguous(index)))
}

/// «Mã (nếu có)» is «Mã».
fn without_bracket(kind: SheetKind, text: &str, answers: &HeadingAnswers) -> Option<(Tier, HeadingMeaning)> {
    let (plain, _) = text.split_once('(').filter(|(plain, _)| !plain.trim().is_empty())?;
    let (tier, meaning) = exact(kind, plain, answers)?;
    Some((tier.max(Tier::Bracket), meaning))
}

/// The longest known heading of two words or more that this folded one begins with.
fn beginning(kind: SheetKind, key: &str) -> Option<(Tier, HeadingMeaning)> {
    let ends: Vec<usize> = key.match_indices(' ').map(|(end, _)| end).skip(1).collect();
    let (_, meaning) = ends.into_iter().rev().find_map(|end| known(kind, &key[..end]))?;
    Some((Tier::Beginning, meaning))
}

/// The only meaning of the wordings that a heading may abbreviate, without a remark in brackets: of whole wordings, else
/// of their beginnings.
fn abbreviated(kind: SheetKind, text: &str, key: &str) -> Option<(Tier, HeadingMeaning)> {
    const LONGEST_ABBREVIATED: usize = 80;
    if text.len() > LONGEST_ABBREVIATED {
        return None;
    }
    let plain = text.split_once('(').map(|(plain, _)| plain).filter(|plain| !plain.trim().is_empty());
    let wordings = plain.map_or_else(|| written_out(key), |plain| written_out(&fold::key(plain)));
    let only = |find: &dyn Fn(&str) -> Option<(Tier, HeadingMeaning)>| {
        let mut meanings: Vec<HeadingMeaning> =
            wordings.iter().filter_map(|key| find(key)).map(|found| found.1).collect();
        meanings.sort_unstable();
        meanings.dedup();
        let mut fields = meanings.iter().filter(|meaning| **meaning != HeadingMeaning::Nothing).peekable();
        let only = fields.next().or(meanings.first()).copied();
        if fields.peek().is_some() { None } else { only }
    };
    let meaning = only(&|key| known(kind, key)).or_else(|| only(&|key| beginning(kind, key)))?;
    Some((Tier::Abbreviation, meaning))
}

fn meaning_of_id(kind: SheetKind, id: &str) -> HeadingMeaning {
    field_for(kind, id).map_or(HeadingMeaning::Nothing, HeadingMeaning::Field)
}

/// The field of a contract heading, by folded key.
fn contract_field(kind: SheetKind, key: &str) -> Option<Field> {
    static FIELDS: OnceLock<BTreeMap<SheetKind, BTreeMap<String, Field>>> = OnceLock::new();
    let fields = FIELDS.get_or_init(|| {
        let of =
            |kind: SheetKind| kind.columns().iter().map(|column| (fold::key(column.heading), column.field)).collect();
        SheetKind::ALL.into_iter().map(|kind| (kind, of(kind))).collect()
    });
    fields.get(&kind)?.get(key).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: SheetKind, text: &str, expected: Option<(Tier, HeadingMeaning)>) {
        let heading = Heading { row: 1, column: 1, readings: vec![text.to_owned()] };
        assert_eq!(meaning_of(kind, &heading, &HeadingAnswers::default()), expected, "{text}");
    }

    #[test]
    fn the_contract_comes_before_the_dictionary() {
        let content = HeadingMeaning::Field(Field::Content);
        check(SheetKind::Assignments, "NỘI DUNG\nNHIỆM VỤ", Some((Tier::Contract, content)));
        check(SheetKind::Assignments, "Nội dung công việc", Some((Tier::Wording, content)));
        check(SheetKind::Villages, "Loại", Some((Tier::Contract, HeadingMeaning::Field(Field::Category))));
        check(SheetKind::Assignments, "Loại", Some((Tier::Wording, HeadingMeaning::Field(Field::Group))));
        check(SheetKind::Villages, "Tên thôn, tổ dân phố", Some((Tier::Wording, HeadingMeaning::Field(Field::Name))));
    }

    #[test]
    fn one_field_may_have_other_headings_on_another_sheet() {
        check(SheetKind::Units, "Người đứng đầu", Some((Tier::Contract, HeadingMeaning::Field(Field::Head))));
        check(SheetKind::Villages, "Trưởng ấp", Some((Tier::Wording, HeadingMeaning::Field(Field::Head))));
        check(SheetKind::VillageIndicators, "Mã CT", Some((Tier::Wording, HeadingMeaning::Field(Field::Code))));
    }

    #[test]
    fn a_longer_heading_is_recognized_by_its_first_whole_words() {
        let deadline = HeadingMeaning::Field(Field::Deadline);
        check(SheetKind::Assignments, "Thời hạn hoàn thành dự kiến", Some((Tier::Beginning, deadline)));
        check(SheetKind::Assignments, "Thời hạnh", None);
        check(SheetKind::Assignments, "Tổng nội dung nhiệm vụ", None);
        check(SheetKind::Assignments, "Việc riêng", None);
        check(SheetKind::Assignments, "Deadline (nếu có)", Some((Tier::Bracket, deadline)));
    }

    #[test]
    fn a_known_column_without_a_field_means_nothing() {
        check(SheetKind::Assignments, "Mức ưu tiên", Some((Tier::Wording, HeadingMeaning::Nothing)));
        check(SheetKind::Assignments, "Chuyên mục báo", None);
    }

    #[test]
    fn an_answer_comes_first() {
        let heading = Heading { row: 1, column: 1, readings: vec!["Nội dung nhiệm vụ".to_owned()] };
        let answers = |answer: &str| HeadingAnswers([("noi dung nhiem vu".to_owned(), answer.to_owned())].into());
        let meaning = |answer| meaning_of(SheetKind::Assignments, &heading, &answers(answer));
        assert_eq!(meaning("bo_qua"), Some((Tier::Answer, HeadingMeaning::Nothing)));
        assert_eq!(meaning("san_pham"), Some((Tier::Answer, HeadingMeaning::Field(Field::Product))));
    }
}
