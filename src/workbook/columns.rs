//! What each column takes: how its cells look, what may be entered, how wide it is.
//!
//! Owns the choice per field. Must not know Excel's own words for it: `looks` and `rules` translate. `sheet` and `general`
//! ask it.

use super::lists::List;
use crate::contract::{Field, GeneralKey, SheetKind};

/// How the cells of a column look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Text that wraps.
    Words,
    /// A code: formatted as text, so that Excel keeps `01` and makes no day of `12-5`.
    Code,
    /// A number in a list, centred.
    Ordinal,
    /// A day, `dd/mm/yyyy`; a text in such a cell stays one.
    Day,
    /// A whole number with thousands.
    Count,
    /// A figure as typed. No decimals are fixed: in a General cell `60%` is kept as 60%, in any other it becomes 0.6.
    Figure,
}

/// What may be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Anything.
    Anything,
    /// A day.
    Day,
    /// A whole number from 0 on.
    Count,
    /// A percentage, 0 to 100, or 0% to 100%.
    Percent,
    /// A word of a list.
    From(List),
}

/// Look and rule of a column.
pub(super) fn entry(kind: SheetKind, field: Field) -> (Look, Rule) {
    match field {
        Field::Part => (Look::Words, Rule::From(List::Parts)),
        Field::Code => code(kind),
        Field::ArchiveCode | Field::NumberSymbol | Field::ReplacedBy => (Look::Code, Rule::Anything),
        Field::Category if kind == SheetKind::Villages => (Look::Words, Rule::From(List::VillageTypes)),
        Field::Category => (Look::Words, Rule::From(List::UnitCategories)),
        Field::Relation => (Look::Words, Rule::From(List::Relations)),
        Field::DocumentType => (Look::Words, Rule::From(List::CitedKinds)),
        Field::UsedIn => (Look::Words, Rule::From(List::UsedIn)),
        Field::Standing => (Look::Words, Rule::From(List::Standings)),
        Field::Lead | Field::Support | Field::Unit | Field::Supplier => (Look::Words, Rule::From(List::Units)),
        Field::VillageScope | Field::Village => (Look::Words, Rule::From(List::Villages)),
        Field::RelatedIndicators => (Look::Code, Rule::From(List::Indicators)),
        Field::State => (Look::Words, Rule::From(List::States)),
        Field::CarriedOver => (Look::Words, Rule::From(List::YesOrNo)),
        Field::Direction => (Look::Words, Rule::From(List::Directions)),
        Field::FigureType => (Look::Words, Rule::From(List::FigureTypes)),
        Field::Purpose => (Look::Words, Rule::From(List::Purposes)),
        Field::AppliesTo => (Look::Words, Rule::From(List::DocumentKinds)),
        Field::Authority => (Look::Words, Rule::From(List::Authorities)),
        Field::ValidFrom
        | Field::ValidTo
        | Field::FiguresAsOf
        | Field::IssuedOn
        | Field::AssignedOn
        | Field::CompletedOn => (Look::Day, Rule::Day),
        // The wording of a deadline is as good as a day.
        Field::Deadline | Field::OriginalDeadline | Field::NewDeadline => (Look::Day, Rule::Anything),
        Field::Households | Field::Population => (Look::Count, Rule::Count),
        Field::Ordinal if kind == SheetKind::Recipients => (Look::Ordinal, Rule::Count),
        Field::Ordinal => (Look::Ordinal, Rule::Anything),
        Field::Percent => (Look::Figure, Rule::Percent),
        // A plan may be a range, `45 - 50`.
        Field::PlannedYear | Field::Planned | Field::Actual | Field::Cumulative | Field::SamePeriod => {
            (Look::Figure, Rule::Anything)
        }
        _ => (Look::Words, Rule::Anything),
    }
}

/// The code of a sheet's own rows is free; one that points at another sheet is offered from there.
fn code(kind: SheetKind) -> (Look, Rule) {
    match kind {
        SheetKind::Completions => (Look::Code, Rule::From(List::Tasks)),
        SheetKind::VillageIndicators => (Look::Code, Rule::From(List::Indicators)),
        _ => (Look::Code, Rule::Anything),
    }
}

/// Look and rule of an item of Thông tin chung.
pub(super) fn item_entry(key: GeneralKey) -> (Look, Rule) {
    match key {
        GeneralKey::DocumentType => (Look::Words, Rule::From(List::DocumentKinds)),
        GeneralKey::IssuedOn | GeneralKey::FiguresAsOf => (Look::Day, Rule::Day),
        GeneralKey::ReportDeadline => (Look::Day, Rule::Anything),
        GeneralKey::DraftingUnit | GeneralKey::ReportRecipient => (Look::Words, Rule::From(List::Units)),
        GeneralKey::Signatory => (Look::Words, Rule::From(List::Signatories)),
        GeneralKey::Number | GeneralKey::Copies => (Look::Figure, Rule::Count),
        // «3/2026» is a period, no day.
        GeneralKey::Period | GeneralKey::BodySymbol | GeneralKey::Template => (Look::Code, Rule::Anything),
        _ => (Look::Words, Rule::Anything),
    }
}

/// The width of a column, in digits.
pub(super) fn width(kind: SheetKind, field: Field) -> u32 {
    match field {
        Field::Item => 26,
        Field::Value | Field::Recipient => 60,
        Field::Content => match kind {
            SheetKind::Prose | SheetKind::Implementation => 80,
            SheetKind::Completions => 32,
            _ => 60,
        },
        Field::Subject => 44,
        Field::Unit if kind == SheetKind::Implementation => 32,
        Field::Part | Field::Indicator | Field::Name | Field::FullName | Field::Outcome => 28,
        Field::Lead
        | Field::Support
        | Field::Supplier
        | Field::Product
        | Field::Issuer
        | Field::RecipientLine
        | Field::Village
        | Field::Position
        | Field::AppliesTo
        | Field::Obstacles => 22,
        Field::Ordinal => 8,
        Field::Code | Field::Percent | Field::Households | Field::ArchiveCode | Field::Measure => 11,
        _ => match entry(kind, field) {
            (Look::Day, _) if field != Field::Deadline => 15,
            (Look::Code | Look::Count | Look::Figure, _) if field != Field::NumberSymbol => 12,
            (_, Rule::From(List::Villages | List::YesOrNo | List::Relations | List::UsedIn | List::Authorities)) => 12,
            _ => 18,
        },
    }
}
