//! The sheet Thôn: villages with their heads and figures.
//!
//! Owns reading its rows. Must not know villages as units of assignments: `register` does. `check` shows the result.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amounts;
use super::cells;
use super::days;
use super::merger_remark;
use super::period::{LikelyYears, Period};
use super::validity::Validity;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record, Records};
use crate::vietnamese::number;

/// A village, a street group, a hamlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// The cell of its name.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã.
    pub id: Option<String>,
    /// Its name; `None` where the sheet has no such column, which is an error.
    pub name: Option<String>,
    /// Loại, as typed: thôn, ấp.
    pub category: Option<String>,
    /// The name of its head.
    pub head: Option<String>,
    /// The head's title.
    pub head_title: Option<String>,
    /// Households; `None` where the cell is blank or can't be read.
    pub households: Option<Decimal>,
    /// Inhabitants; `None` where the cell is blank or can't be read.
    pub population: Option<Decimal>,
    /// The day its figures are as of.
    pub figures_as_of: Option<NaiveDate>,
    /// The villages that were merged into it, in order; empty for a village without a merger.
    pub merged_from: Vec<Predecessor>,
    /// Whether it exists in the period; true where the period is not known.
    pub is_of_period: bool,
}

/// A village that was merged into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predecessor {
    /// Its name or code, as typed.
    pub name: String,
    /// The share of it that was merged, from above 0 to 1; `None` where none is given: then all of it.
    pub share: Option<Decimal>,
    /// The cell of Sáp nhập từ.
    pub at: Place,
}

impl Village {
    /// The names or codes of the villages that were merged into it as a whole.
    pub(crate) fn merged_names(&self) -> impl Iterator<Item = &str> {
        let whole = self.merged_from.iter().filter(|predecessor| predecessor.share.is_none());
        whole.map(|predecessor| predecessor.name.as_str())
    }
}

/// Parses the sheet; a figure that can't be read is a warning.
pub(super) fn check(records: &Records, period: Option<&Period>, out: &mut Diagnostics) -> Vec<Village> {
    let village = |row: &Record| Village {
        at: row.place_of(Field::Name),
        row: row.row,
        id: cells::line(row, Field::Code),
        name: name(row),
        category: cells::line(row, Field::Category),
        head: cells::line(row, Field::Head),
        head_title: cells::line(row, Field::HeadTitle),
        households: people(row, Field::Households, out),
        population: people(row, Field::Population, out),
        figures_as_of: days::known_day(row, Field::FiguresAsOf, period.map(LikelyYears::before), out),
        merged_from: predecessors(row),
        is_of_period: period.is_none_or(|period| {
            // The register reports days that can't be read.
            Validity::of(row, None, &mut Diagnostics::new()).is_of(period)
        }),
    };
    records.rows(SheetKind::Villages).iter().map(village).collect()
}

/// The number of households or people, with or without the word for what is counted: «212 hộ», «860 khẩu».
fn people(row: &Record, field: Field, out: &mut Diagnostics) -> Option<Decimal> {
    const WORDS: [&str; 6] = ["hộ", "hộ dân", "khẩu", "nhân khẩu", "người", "người dân"];
    let typed = row.cell(field)?.value.text.trim();
    let word = WORDS.into_iter().filter(|word| typed.ends_with(word)).max_by_key(|word| word.len());
    let value = match word {
        None => amounts::amount(row, field, out),
        word => amounts::located(row, field, word, out).map(|amount| amount.value),
    }?;
    if value.fract().is_zero() {
        return Some(value);
    }
    // Excel in English makes 1,012 people of the 1.012 that was typed.
    let message = Diagnostic::warning("HS-052").at(&row.place_of(field)).with("text", typed);
    let thousand = (value * Decimal::ONE_THOUSAND).normalize();
    out.report(if thousand.scale() == 0 { message.with("likely", thousand).hint("likely") } else { message });
    None
}

/// The names of the villages that were merged as a whole into that of a row.
pub(super) fn whole_predecessors(row: &Record) -> Vec<String> {
    let whole = predecessors(row).into_iter().filter(|predecessor| predecessor.share.is_none());
    whole.map(|predecessor| predecessor.name).collect()
}

/// The villages of the cell Sáp nhập từ, split at `;`, `,` and line breaks: `Thôn Đông; Thôn Tây (60%)`.
fn predecessors(row: &Record) -> Vec<Predecessor> {
    let of_name = || {
        let name = row.text(Field::Name)?;
        let remark = merger_remark::split_name(&name.value).1?.to_owned();
        Some(Located { value: remark, at: name.at })
    };
    let Some(cell) = row.text(Field::MergedFrom).or_else(of_name) else { return Vec::new() };
    let mut predecessors = Vec::new();
    for text in split(merger_remark::names(&cell.value)) {
        let (name, share) = match text.split_once('(') {
            Some((name, rest)) => (name.trim(), share_of(rest.trim_end_matches([')', '.', ' ']))),
            None => (text.trim(), None),
        };
        let names = merger_remark::joined(name).into_iter();
        predecessors.extend(names.map(|name| Predecessor { name, share, at: cell.at.clone() }));
    }
    predecessors
}

/// The name of a row, without the remark about a merger behind it.
pub(super) fn name(row: &Record) -> Option<String> {
    let name = cells::line(row, Field::Name)?;
    Some(merger_remark::split_name(&name).0.to_owned())
}

/// The pieces of a list; a comma between two digits belongs to a decimal.
fn split(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut start = 0;
    let mut pieces = Vec::new();
    for (at, mark) in text.match_indices([';', ',', '\n']) {
        if mark == "," && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) {
            continue;
        }
        pieces.push(&text[start..at]);
        start = at + mark.len();
    }
    pieces.push(&text[start..]);
    pieces
}

/// A share as typed, `60%`; `None` for other remarks.
fn share_of(text: &str) -> Option<Decimal> {
    let plain = number::parse(text.strip_suffix('%')?.trim_end()).ok()?;
    let share = Decimal::from_str_exact(&plain).ok()?.checked_div(Decimal::ONE_HUNDRED)?;
    (share > Decimal::ZERO && share <= Decimal::ONE).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_split_at_its_marks_but_not_within_a_decimal() {
        assert_eq!(split("Thôn Đông; Thôn Tây (62,5%),Thôn Nam"), ["Thôn Đông", " Thôn Tây (62,5%)", "Thôn Nam"]);
    }

    #[test]
    fn a_share_is_a_percentage_up_to_the_whole() {
        assert_eq!(share_of("60%"), Some(Decimal::new(6, 1)));
        assert_eq!(share_of("62,5 %"), Some(Decimal::new(625, 3)));
        assert_eq!([share_of("120%"), share_of("0%"), share_of("một phần")], [None, None, None]);
    }
}
