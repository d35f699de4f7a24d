//! The figures of an indicator: how it is judged, its plan, what was reached, and what it was a year ago.
//!
//! Owns reading these from a row of whichever sheet. Must not compare them: `figures` does. Indicators, and those of
//! villages, are made from it.

use rust_decimal::Decimal;

use super::amounts::{self, Amount};
use crate::contract::{Field, choices};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::Record;
use crate::vietnamese::{fold, number};

/// Which figure is the better (column Chiều đánh giá).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The higher.
    #[default]
    Higher,
    /// The lower.
    Lower,
    /// One within two bounds.
    Within,
}

/// The type of figure (column Kiểu số liệu).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureType {
    /// Lũy kế: it grows over the year.
    #[default]
    Cumulative,
    /// Thời điểm: as of a day.
    PointInTime,
    /// Tỷ lệ: compared in percentage points, never summed.
    Rate,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An amount.
    Amount(Amount),
    /// A range, bounds included: `45 - 50`.
    Range {
        /// The lower bound.
        low: Amount,
        /// The upper bound.
        high: Amount,
    },
}

/// The figure of the same period a year ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The figure, or the sum of the summands.
    pub amount: Amount,
    /// The summands, each with its cell: the predecessors' figures; empty for a single figure.
    pub summands: Vec<Amount>,
}

/// The figures of an indicator; `None` where a cell is blank, says that there are no data, or can't be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measurement {
    /// Which figure is the better.
    pub direction: Direction,
    /// The type of figure.
    pub figure_type: FigureType,
    /// Kế hoạch năm.
    pub planned_year: Option<Target>,
    /// Kế hoạch kỳ.
    pub planned: Option<Target>,
    /// Thực hiện kỳ.
    pub actual: Option<Amount>,
    /// Lũy kế: from the beginning of the year.
    pub cumulative: Option<Amount>,
    /// Cùng kỳ năm trước.
    pub same_period: Option<Base>,
    /// The share of the plan that the clerk typed, in hundredths: read only to be compared with the computed one.
    pub typed_percent: Option<Amount>,
    /// The difference from a year ago that the clerk typed, in hundredths or as an amount: read only to be compared
    /// with the computed one.
    pub typed_change: Option<Amount>,
    /// The cells that were filled and not understood.
    pub unread: Vec<UnreadFigure>,
}

/// A cell that should hold a figure and was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFigure {
    /// Its column.
    pub field: Field,
    /// The cell.
    pub at: Place,
    /// The warnings about it, for the case that no paper prints the figure; may be empty.
    pub warnings: Vec<Diagnostic>,
}

impl Target {
    /// The amount; `None` for a range.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Range { .. } => None,
        }
    }

    /// Its amount, or both bounds of a range.
    pub(super) fn bounds(&self) -> impl Iterator<Item = &Amount> {
        let (first, second) = match self {
            Self::Amount(amount) => (amount, None),
            Self::Range { low, high } => (low, Some(high)),
        };
        std::iter::once(first).chain(second)
    }

    /// Its cell.
    #[must_use]
    pub fn at(&self) -> &Place {
        match self {
            Self::Amount(amount) | Self::Range { low: amount, .. } => &amount.at,
        }
    }
}

/// The figures of a row of Chỉ tiêu; cells that can't be read are listed in `unread`.
pub(super) fn read(row: &Record, out: &mut Diagnostics) -> Measurement {
    let direction = choice(row, Field::Direction, choices::DIRECTIONS, out);
    let figure_type = figure_type(row, out);
    let measure = row.cell(Field::Measure).map(|cell| cell.value.text.clone());
    let mut reader = FigureReader { row, measure: measure.as_deref(), unread: Vec::new() };
    Measurement {
        direction: [Direction::Higher, Direction::Lower, Direction::Within][direction.unwrap_or_default()],
        figure_type,
        planned_year: reader.target(Field::PlannedYear, out),
        planned: reader.target(Field::Planned, out),
        actual: reader.amount(Field::Actual, out),
        cumulative: reader.amount(Field::Cumulative, out),
        same_period: reader.base(figure_type, out),
        typed_percent: typed(row, Field::TypedPercent),
        typed_change: typed(row, Field::TypedChange),
        unread: reader.unread,
    }
}

/// Reads the figures of a row and collects the cells that were not understood.
pub(super) struct FigureReader<'a> {
    /// The row.
    pub(super) row: &'a Record,
    /// Its unit of measure; `None` where it is not known.
    pub(super) measure: Option<&'a str>,
    /// The cells not understood so far.
    pub(super) unread: Vec<UnreadFigure>,
}

impl FigureReader<'_> {
    /// The plan of a field.
    pub(super) fn target(&mut self, field: Field, out: &mut Diagnostics) -> Option<Target> {
        let (row, measure) = (self.row, self.measure);
        self.figure(field, out, |own| target(row, field, measure, own))
    }

    /// The amount of a field.
    pub(super) fn amount(&mut self, field: Field, out: &mut Diagnostics) -> Option<Amount> {
        let (row, measure) = (self.row, self.measure);
        self.figure(field, out, |own| amounts::located(row, field, measure, own))
    }

    /// The figure of a year ago.
    pub(super) fn base(&mut self, figure_type: FigureType, out: &mut Diagnostics) -> Option<Base> {
        let (row, measure) = (self.row, self.measure);
        self.figure(Field::SamePeriod, out, |own| base(row, figure_type, measure, own))
    }

    fn figure<T>(
        &mut self,
        field: Field,
        out: &mut Diagnostics,
        read: impl FnOnce(&mut Diagnostics) -> Option<T>,
    ) -> Option<T> {
        let mut own = Diagnostics::new();
        let figure = read(&mut own);
        // A sum of rates is understood, but refused.
        let is_refused_sum = field == Field::SamePeriod && amounts::summands(self.row, field).is_some();
        if figure.is_none() && amounts::is_given(self.row, field) && !is_refused_sum {
            self.unread.push(UnreadFigure { field, at: self.row.place_of(field), warnings: own.into_messages() });
        } else {
            own.into_messages().into_iter().for_each(|message| out.report(Diagnostic { concern: None, ..message }));
        }
        figure
    }
}

/// Asks about a number up to 1 that may be meant in hundredths, in a row whose other figures are much larger: 0,945
/// beside 95. A number with a percent sign is unambiguous.
pub(super) fn ask_about_fractions(row: &Record, out: &mut Diagnostics) {
    let fields = [Field::PlannedYear, Field::Planned, Field::Actual, Field::Cumulative, Field::SamePeriod];
    let figure = |field: &Field| {
        let figure = match target(row, *field, None, &mut Diagnostics::new())? {
            Target::Amount(amount) | Target::Range { high: amount, .. } => amount.value,
        };
        Some((row.cell(*field)?, figure))
    };
    let figures: Vec<_> = fields.iter().filter_map(figure).collect();
    let greatest = figures.iter().map(|(_, figure)| *figure).max().filter(|figure| *figure > Decimal::ONE);
    for (cell, figure) in figures {
        let text = cell.value.text.trim();
        let is_bare_part = figure > Decimal::ZERO && figure <= Decimal::ONE && !text.ends_with('%');
        // A rate of 0,85 beside a plan of 1,2 means what it says.
        let is_far_below = greatest.is_some_and(|greatest| greatest > figure * Decimal::TEN);
        if is_bare_part && is_far_below {
            let hundredths = (figure * Decimal::ONE_HUNDRED).normalize();
            let hundredths = number::printed(&hundredths.to_string());
            let text = number::printed(&figure.normalize().to_string());
            out.report(Diagnostic::error("HS-082").at(&cell.at).with("text", text).with("hundredths", hundredths));
        }
    }
}

impl Measurement {
    /// Its figures, each with its column; of a range both bounds.
    pub(super) fn figures(&self) -> impl Iterator<Item = (Field, &Amount)> {
        let plans = [(Field::PlannedYear, &self.planned_year), (Field::Planned, &self.planned)];
        let plans = plans.into_iter().filter_map(|(field, plan)| Some((field, plan.as_ref()?)));
        let bounds = plans.flat_map(|(field, plan)| plan.bounds().map(move |bound| (field, bound)));
        let base = self.same_period.as_ref().map(|base| &base.amount);
        let reached = [
            (Field::Actual, self.actual.as_ref()),
            (Field::Cumulative, self.cumulative.as_ref()),
            (Field::SamePeriod, base),
        ];
        bounds.chain(reached.into_iter().filter_map(|(field, amount)| Some((field, amount?))))
    }

    /// Whether the cell of a field was filled and not understood.
    #[must_use]
    pub fn is_unread(&self, field: Field) -> bool {
        self.unread.iter().any(|unread| unread.field == field)
    }
}

/// A figure that the clerk computed by hand. One that can't be read is not reported, since documents print the computed
/// one.
pub(super) fn typed(row: &Record, field: Field) -> Option<Amount> {
    amounts::located(row, field, None, &mut Diagnostics::new())
}

/// The plan of a field.
fn target(row: &Record, field: Field, measure: Option<&str>, out: &mut Diagnostics) -> Option<Target> {
    let cell = row.cell(field)?;
    if let Some([low, high]) = bounds(&cell.value.text) {
        let bound = |(value, decimals)| Amount { value, decimals, at: cell.at.clone() };
        return Some(Target::Range { low: bound(low), high: bound(high) });
    }
    amounts::located(row, field, measure, out).map(Target::Amount)
}

/// The figure of a year ago, and its summands. Rates can't be summed.
fn base(row: &Record, figure_type: FigureType, measure: Option<&str>, out: &mut Diagnostics) -> Option<Base> {
    let Some(summands) = amounts::summands(row, Field::SamePeriod) else {
        let amount = amounts::located(row, Field::SamePeriod, measure, out)?;
        return Some(Base { amount, summands: Vec::new() });
    };
    let cell = row.cell(Field::SamePeriod)?;
    if figure_type == FigureType::Rate {
        out.report(Diagnostic::warning("HS-077").at(&cell.at).with("text", &cell.value.text));
        return None;
    }
    let amount = |value: &Decimal| Amount { value: *value, decimals: value.scale(), at: cell.at.clone() };
    let summands: Vec<Amount> = summands.iter().map(amount).collect();
    Base::sum(summands)
}

impl Base {
    /// The sum of these; `None` where there are none, or they are too large to be summed.
    pub(super) fn sum(summands: Vec<Amount>) -> Option<Self> {
        let decimals = summands.iter().map(|amount| amount.decimals).max()?;
        let value = summands.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value))?;
        let at = summands.first()?.at.clone();
        Some(Self { amount: Amount { value, decimals, at }, summands })
    }
}

/// Kiểu số liệu; where the cell is blank, an indicator measured in % is a rate.
fn figure_type(row: &Record, out: &mut Diagnostics) -> FigureType {
    const TYPES: [FigureType; 3] = [FigureType::Cumulative, FigureType::PointInTime, FigureType::Rate];
    if let Some(index) = choice(row, Field::FigureType, choices::FIGURE_TYPES, out) {
        return TYPES[index];
    }
    let is_rate = row.cell(Field::Measure).is_some_and(|cell| cell.value.text.starts_with('%'));
    if is_rate { FigureType::Rate } else { FigureType::default() }
}

/// The index of the contract's word in a field, 0-based; `None` where it is blank or another word, which is reported.
fn choice(row: &Record, field: Field, words: [&str; 3], out: &mut Diagnostics) -> Option<usize> {
    let cell = row.text(field)?;
    let found = words.iter().position(|word| fold::key(word) == fold::key(&cell.value));
    if found.is_none() {
        let message = Diagnostic::error("HS-070").at(&cell.at).with("text", &cell.value);
        out.report(message.with("words", words.join(", ")).nearest(fold::nearest(&cell.value, words)));
    }
    found
}

/// The bounds of a range as typed, `45 - 50`, each with its decimals; `None` for another text.
fn bounds(text: &str) -> Option<[(Decimal, u32); 2]> {
    let parts: Vec<&str> = text.split(['-', '–']).map(|part| part.trim().trim_end_matches('%').trim_end()).collect();
    let [low, high] = parts.as_slice() else { return None };
    let bound = |part: &str| {
        let plain = number::parse(part).ok()?;
        Some((Decimal::from_str_exact(&plain).ok()?, amounts::decimals_of(&plain)))
    };
    Some([bound(low)?, bound(high)?]).filter(|[low, high]| low.0 <= high.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_bounds_in_order() {
        let bound = |plain: &str| Decimal::from_str_exact(plain).expect("a test writes numbers");
        assert_eq!(bounds("45 - 50"), Some([(bound("45"), 0), (bound("50"), 0)]));
        assert_eq!(bounds("4,5–5%"), Some([(bound("4.5"), 1), (bound("5"), 0)]));
        assert_eq!([bounds("50 - 45"), bounds("-5"), bounds("45"), bounds("a - b")], [None; 4]);
    }
}
