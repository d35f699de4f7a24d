//! Figures in cells: decimals, never floats.
//!
//! Owns reading an amount or a percentage from a cell, and the message where it can't be read. Must not know what is
//! counted. The parsers of the sheets with figures call it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::counted::is_counted;
use super::worded_figure::WordedFigure;
use crate::contract::{Field, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Cell, CellValue, Located, Record};
use crate::vietnamese::fold;
use crate::vietnamese::number::{self, NumberFault};

/// An amount in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What the cell holds.
    pub value: Decimal,
    /// How many decimals it shows; it is printed with as many.
    pub decimals: u32,
    /// The cell.
    pub at: Place,
}

/// The amount in a row's field with its cell, a percentage in hundredths (`85%` is 85); `None` under the same
/// conditions as [`amount`]. A figure with nothing but its unit of measure beside it is read too.
pub(super) fn located(row: &Record, field: Field, measure: Option<&str>, out: &mut Diagnostics) -> Option<Amount> {
    let cell = row.cell(field)?;
    let shown = cell.value.text.trim();
    if let Some(figure) = worded(cell, measure) {
        let (value, decimals) = taken(cell, figure, out)?;
        return Some(Amount { value, decimals, at: cell.at.clone() });
    }
    // A share in the place of a number: «100%» of the plan is no 100 households.
    if shown.ends_with('%') && measure.is_some_and(|measure| !measure.contains('%')) {
        out.report(unread(cell, NumberFault::NotANumber));
        return None;
    }
    let value = if shown.ends_with('%') { percent(row, field, out) } else { amount(row, field, out) }?;
    let shown = number::parse(shown.trim_end_matches('%').trim_end()).ok();
    let decimals = shown.map_or_else(|| value.normalize().scale(), |shown| decimals_of(&shown));
    let decimals = if value.fract().is_zero() { whole(cell, value, decimals, measure, out) } else { decimals };
    Some(Amount { value, decimals, at: cell.at.clone() })
}

/// How many decimals of zeros a whole number keeps: what is counted has none, and `24,000` is 24 with a note (`HS-196`).
/// Three zeros of a count that was typed may be thousands, and HS-147 asks; not in a number, nor behind a dot that already
/// separates thousands.
fn whole(cell: &Located<Cell>, value: Decimal, decimals: u32, measure: Option<&str>, out: &mut Diagnostics) -> u32 {
    let is_typed = matches!(cell.value.value, CellValue::Text);
    match (measure.is_some_and(is_counted), decimals) {
        (true, THOUSANDS) if is_typed && value.abs() < Decimal::ONE_THOUSAND => decimals,
        (false, 0..THOUSANDS) => decimals,
        (false, THOUSANDS) if is_typed => {
            let message = Diagnostic::note("HS-196").at(&cell.at).with("text", &cell.value.text);
            out.report(message.with("read", number::printed(&value.normalize().to_string())));
            0
        }
        (true, _) => 0,
        (false, _) => decimals,
    }
}

/// As many decimals as a group of thousands has digits.
pub(super) const THOUSANDS: u32 = 3;

/// What a cell says that holds words beside its figure; `None` for a plain number, and where there are no data.
fn worded(cell: &Located<Cell>, measure: Option<&str>) -> Option<WordedFigure> {
    let text = cell.value.text.trim();
    let is_plain = match number::parse(text.trim_end_matches('%').trim_end()) {
        Ok(_) => true,
        // What a single dot means is asked, but no percentage has thousands.
        Err(fault) => fault == NumberFault::Ambiguous && !text.ends_with('%'),
    };
    if is_plain || !matches!(cell.value.value, CellValue::Text) || has_no_data(text) {
        return None;
    }
    WordedFigure::of(text, measure)
}

/// The figure of a cell with words and its decimals: taken with a note (HS-196) where it is certain, else reported with
/// the number to type.
fn taken(cell: &Located<Cell>, figure: WordedFigure, out: &mut Diagnostics) -> Option<(Decimal, u32)> {
    let text = cell.value.text.replace('\n', " ");
    match figure {
        WordedFigure::Certain(plain) => {
            let value = Decimal::from_str_exact(&plain).ok()?;
            let message = Diagnostic::note("HS-196").at(&cell.at).with("text", text);
            out.report(message.with("read", number::printed(&plain)));
            Some((value, decimals_of(&plain)))
        }
        WordedFigure::Likely(plain) => {
            let message = Diagnostic::warning("HS-052").at(&cell.at).with("text", text);
            out.report(message.with("likely", number::printed(&plain)).hint("likely"));
            None
        }
    }
}

/// Whether a field holds what should be a figure: a dash and "chưa có số liệu" mean that there is none.
pub(super) fn is_given(row: &Record, field: Field) -> bool {
    row.cell(field).is_some_and(|cell| !has_no_data(&cell.value.text))
}

/// The amounts of a sum as typed, `412 + 238`; `None` for a cell that is not a sum of numbers.
pub(super) fn summands(row: &Record, field: Field) -> Option<Vec<Decimal>> {
    let cell = row.cell(field)?;
    let parts: Vec<&str> = cell.value.text.split('+').map(str::trim).collect();
    let amounts = parts.iter().map(|part| Decimal::from_str_exact(&number::parse(part).ok()?).ok());
    if parts.len() > 1 { amounts.collect() } else { None }
}

/// How many decimals a plain number has.
pub(super) fn decimals_of(plain: &str) -> u32 {
    plain.split_once('.').map_or(0, |(_, decimals)| u32::try_from(decimals.len()).unwrap_or(0))
}

/// A decimal with this many decimals, rounded half away from zero: `81.255` with 2 is `81.26`.
#[must_use]
pub fn with_decimals(figure: Decimal, decimals: u32) -> String {
    let rounded = figure.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    format!("{rounded:.*}", decimals as usize)
}

/// The amount in a row's field; `None` where the cell is blank, says that there are no data, or can't be read. What
/// can't be read is reported as a warning.
pub(super) fn amount(row: &Record, field: Field, out: &mut Diagnostics) -> Option<Decimal> {
    let cell = row.cell(field)?;
    if has_no_data(&cell.value.text) {
        return None;
    }
    match plain(&cell.value) {
        Ok(amount) => Some(amount),
        Err(fault) => {
            out.report(unread(cell, fault));
            None
        }
    }
}

/// The percentage in a row's field, in hundredths: 85 for `85%`, and for `85` alone. `None` under the same conditions
/// as [`amount`], and for a number above 0 and up to 1 without a percent sign: it may mean 0.5% or 50%.
pub(super) fn percent(row: &Record, field: Field, out: &mut Diagnostics) -> Option<Decimal> {
    let cell = row.cell(field)?;
    let text = cell.value.text.trim();
    if let Some(figure) = worded(cell, Some("%")) {
        return taken(cell, figure, out).map(|(value, _)| value);
    }
    if let Some(typed) = text.strip_suffix('%') {
        let shown = number::parse(typed.trim_end()).ok().and_then(|plain| Decimal::from_str_exact(&plain).ok());
        // A cell that shows 86% may hold 0.8567.
        let held = match &cell.value.value {
            CellValue::Number(held) => Decimal::from_str_exact(held).ok().and_then(|held| held.checked_mul(HUNDRED)),
            _ => None,
        };
        // A number format with a literal percent sign shows 85% for a held 85.
        let is_beside =
            |held: &Decimal, shown| held.checked_sub(shown).is_some_and(|apart| apart.abs() <= Decimal::ONE);
        let is_shown = |held: &Decimal| shown.is_none_or(|shown| is_beside(held, shown));
        let percent = held.filter(is_shown).or(shown);
        if percent.is_none() {
            out.report(unread(cell, NumberFault::NotANumber));
        }
        return percent;
    }
    let amount = amount(row, field, out)?;
    if amount > Decimal::ZERO && amount <= Decimal::ONE {
        out.report(Diagnostic::warning("HS-051").at(&cell.at).with("text", text));
        return None;
    }
    Some(amount)
}

/// A cell's figure as a plain decimal (`1200.5`); if it is none, its text on one line.
pub(super) fn plain_or_text(cell: &Located<Cell>) -> String {
    plain(&cell.value).map_or_else(|_| cell.value.text.replace('\n', " "), |amount| amount.to_string())
}

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

fn plain(cell: &Cell) -> Result<Decimal, NumberFault> {
    let plain = match &cell.value {
        CellValue::Number(held) => held.clone(),
        _ => number::parse(&cell.text)?,
    };
    Decimal::from_str_exact(&plain).map_err(|_| NumberFault::NotANumber)
}

fn unread(cell: &Located<Cell>, fault: NumberFault) -> Diagnostic {
    let message = Diagnostic::warning("HS-052").at(&cell.at).with("text", cell.value.text.replace('\n', " "));
    match fault {
        NumberFault::NotANumber => message,
        // No thousands group begins with 0, so nothing is ambiguous: the general hint applies.
        NumberFault::Ambiguous if cell.value.text.trim().starts_with('0') => message,
        NumberFault::Ambiguous => {
            let [decimal, thousands] = readings(cell.value.text.trim());
            message.with("decimal", decimal).with("thousands", thousands).hint("ambiguous")
        }
    }
}

/// The two figures that a single dot may mean: "2.4" is 2,4 or 2.400.
fn readings(text: &str) -> [String; 2] {
    let whole: String = text.chars().filter(|character| *character != '.').collect();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.chars().count());
    let zeros = "0".repeat(3_usize.saturating_sub(decimals));
    [text.replacen('.', ",", 1), number::printed(&(whole + &zeros))]
}

/// Whether a text in place of a figure means that there is none: a dash, "chưa có số liệu".
fn has_no_data(text: &str) -> bool {
    let key = fold::key(text);
    let mut states = dictionary().states().iter().filter(|state| state.id == "chua_bao_cao");
    key.is_empty() || states.any(|state| state.words.iter().any(|word| fold::key(word) == key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_dot_is_read_both_ways() {
        assert_eq!(readings("2.4"), ["2,4", "2.400"]);
        assert_eq!(readings("12.45"), ["12,45", "12.450"]);
        assert_eq!(readings("-2.4"), ["-2,4", "-2.400"]);
        assert_eq!(readings("1.2345"), ["1,2345", "12.345"]);
    }
}
