//! The keys of Thông tin chung, parsed.
//!
//! Owns which values they may have. Must not know other sheets. The rest of the dossier takes the period and the kind
//! from here.

mod entries;
mod likely_year;

use chrono::{Datelike, NaiveDate};

use super::body_symbol;
use super::form::NamedBody;
use super::form_lines::{self, FormCells, FormLines};
use super::general_days::{self, DaysOfPaper};
use super::general_kind::{kind_named, named_kind};
use super::list_number;
use super::period::likely;
use super::period::{LikelyYears, Period, PeriodFault, YearPart};
use super::recipient_line::in_letters_of_names;
use super::subject::{NamedPaper, Subject, reported};
use crate::contract::{GeneralKey, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Cell, CellValue, Located, Records};
use crate::vietnamese::date::CalendarFault;
use crate::vietnamese::{fold, text};
use entries::Entries;
pub(super) use entries::filled_items;

/// The facts of Thông tin chung.
#[derive(Clone, Debug)]
pub struct General {
    /// The kind of document.
    pub kind: DocumentKind,
    /// The cell of the kind.
    pub kind_at: Place,
    /// The printed title where it differs from the kind's name, as typed.
    pub printed_title: Option<String>,
    /// The direct superior body.
    pub superior_body: Option<String>,
    /// The issuing body, read.
    pub issuer: NamedBody,
    /// Its name as printed; the cell's own line break splits it.
    pub issuing_body: Located<Vec<String>>,
    /// The issuing body's abbreviation in symbols.
    pub body_symbol: Option<String>,
    /// The cell of that abbreviation.
    pub body_symbol_at: Option<Place>,
    /// The place name of the date line.
    pub place: String,
    /// Province or city.
    pub province: Option<String>,
    /// The topic.
    pub topic: Subject,
    /// The period.
    pub period: Period,
    /// The cell of the period.
    pub period_at: Place,
    /// Trích yếu, where it differs from the template's.
    pub subject: Option<Subject>,
    /// The cell of Trích yếu, else that of Chủ đề.
    pub subject_at: Place,
    /// The document's number: a whole number from 1 on; `None` leaves it blank.
    pub number: Option<u32>,
    /// The day of the document; `None` leaves it blank.
    pub issued_on: Option<NaiveDate>,
    /// The drafting unit, as typed.
    pub drafting_unit: String,
    /// The cell of the drafting unit.
    pub drafting_unit_at: Place,
    /// The day the figures are as of.
    pub figures_as_of: Option<NaiveDate>,
    /// The signer that the workbook names.
    pub signatory: Option<Located<String>>,
    /// Kính gửi, one line each; empty where there is none.
    pub addressees: Vec<String>,
    /// The cell of Kính gửi; `None` where the sheet has no such item.
    pub addressees_at: Option<Place>,
    /// When units report, as typed.
    pub report_deadline: Option<String>,
    /// To whom units report, as typed.
    pub report_recipient: Option<String>,
    /// The cell of that item; `None` where the sheet has no such item.
    pub report_recipient_at: Option<Place>,
    /// Number of archive copies: a whole number from 1 on.
    pub copies: Option<u32>,
}

/// What was understood of the sheet, whether or not it is enough for a paper.
#[derive(Clone, Debug)]
pub(super) struct Understood {
    /// Whether there is such a sheet, be it unreadable or blank.
    pub(super) has_sheet: bool,
    /// The sheet; an empty place where there is none.
    pub(super) at: Place,
    /// Whether an item that seems to be missing may be there: misspelt, or in a sheet that was not read.
    pub(super) may_have_more_items: bool,
    /// The template that the workbook names.
    pub(super) template: Option<Located<String>>,
    /// The cell of the kind; an empty place where the sheet has no such item.
    pub(super) kind_at: Place,
    /// The period; `None` where the sheet gives none.
    pub(super) period: Option<Period>,
    /// The kind of document; `None` where the sheet gives none.
    pub(super) kind: Option<DocumentKind>,
    /// The day of the figures; `None` where the sheet gives none.
    pub(super) figures_as_of: Option<NaiveDate>,
    /// The cell of that day; an empty place where the sheet has no such item.
    pub(super) figures_as_of_at: Place,
    /// All facts; an error where any is missing or wrong.
    pub(super) general: Result<General, Reported>,
}

/// Parses the sheet.
///
/// Reports every `HS-001`, `HS-002`, `HS-004` to `HS-008`, `HS-025`, `HS-081`, `HS-091`, `HS-100`, `HS-105` to
/// `HS-113`.
pub(super) fn check(records: &Records, out: &mut Diagnostics) -> Understood {
    let Some(sheet) = records.sheet(SheetKind::General) else {
        let missing = super::missing_sheet(records, SheetKind::General, out);
        let sheet = super::unreadable_sheet(records, SheetKind::General);
        let sheet = sheet.or_else(|| records.blank_sheet(SheetKind::General));
        return Understood {
            has_sheet: sheet.is_some(),
            at: sheet.map(|sheet| sheet.at.clone()).unwrap_or_default(),
            may_have_more_items: true,
            template: None,
            kind_at: Place::default(),
            period: None,
            kind: None,
            figures_as_of: None,
            figures_as_of_at: Place::default(),
            general: Err(missing),
        };
    };
    let entries = Entries::gather(records, sheet.at.clone(), out);
    let kind = kind(&entries, out);
    if let Ok((kind, _)) = &kind {
        note_title_of_another_kind(&entries, *kind, out);
    }
    let period = period(&entries, kind.as_ref().ok().map(|(kind, _)| *kind), records, out);
    let figures_as_of = entries.day(GeneralKey::FiguresAsOf, years_of(&period), out);
    Understood {
        has_sheet: true,
        at: sheet.at.clone(),
        may_have_more_items: entries.has_unknown,
        template: entries.get(GeneralKey::Template).map(located_text),
        kind_at: entries.places.get(&GeneralKey::DocumentType).cloned().unwrap_or_default(),
        period: period.as_ref().ok().copied(),
        kind: kind.as_ref().ok().map(|(kind, _)| *kind),
        figures_as_of: figures_as_of.as_ref().ok().copied().flatten(),
        figures_as_of_at: entries.places.get(&GeneralKey::FiguresAsOf).cloned().unwrap_or_default(),
        general: general(&entries, kind, period, figures_as_of, out),
    }
}

/// The facts of the sheet, including the kind and the period.
fn general(
    entries: &Entries,
    kind: Result<(DocumentKind, Option<String>), Reported>,
    period: Result<Period, Reported>,
    figures_as_of: Result<Option<NaiveDate>, Reported>,
    out: &mut Diagnostics,
) -> Result<General, Reported> {
    let issuing_body = entries.required(GeneralKey::IssuingBody, out);
    let place = entries.required(GeneralKey::Place, out);
    let topic = entries.required(GeneralKey::Topic, out);
    let named = kind.as_ref().ok().map(|(kind, type_name)| {
        let title = entries.get(GeneralKey::PrintedTitle);
        let title = title.map(|cell| reported::title(cell, *kind, named_kind(cell), out)).or(type_name.clone());
        (*kind, title)
    });
    let title = named.as_ref().and_then(|(_, title)| title.clone());
    let named = named.as_ref().map(|(kind, title)| NamedPaper {
        kind: *kind,
        title: title.as_deref(),
        period: period.as_ref().ok().copied(),
    });
    let subject_cell = entries.get(GeneralKey::Subject);
    let subject_at = subject_cell.or(topic.as_ref().ok().copied()).map(|cell| cell.at.clone()).unwrap_or_default();
    let read = topic.map(|topic| named.map(|named| reported::subjects(topic, subject_cell, named, out)));
    let drafting_unit = entries.required(GeneralKey::DraftingUnit, out);
    let number = entries.whole_number(GeneralKey::Number, out);
    let copies = entries.whole_number(GeneralKey::Copies, out);
    let issued_on = entries.day(GeneralKey::IssuedOn, years_of(&period), out);
    let lines_of_form = issuing_body.and_then(|issuing_body| {
        let (superior_body, province) = (entries.get(GeneralKey::SuperiorBody), entries.get(GeneralKey::Province));
        form_lines::read(&FormCells { issuing_body, superior_body, place: place?, province }, out)
    });
    note_numbers(entries, out);
    let ((kind, _), period) = (kind?, period?);
    let (issued_on, figures_as_of) = (issued_on?, figures_as_of?);
    check_days(entries, kind, period, (issued_on, figures_as_of), out)?;
    let (topic, subject) = read?.expect("a known kind has its topic read");
    let FormLines { issuer, issuing_body, superior_body, place, province } = lines_of_form?;
    Ok(General {
        kind,
        kind_at: entries.places.get(&GeneralKey::DocumentType).cloned().unwrap_or_default(),
        printed_title: title,
        superior_body,
        issuing_body,
        body_symbol: entries.get(GeneralKey::BodySymbol).map(|cell| body_symbol::read(cell, &issuer, out)),
        issuer,
        body_symbol_at: entries.places.get(&GeneralKey::BodySymbol).cloned(),
        place,
        province,
        topic,
        period,
        period_at: entries.places.get(&GeneralKey::Period).cloned().unwrap_or_default(),
        subject,
        subject_at,
        number: number?,
        issued_on,
        drafting_unit_at: entries.places.get(&GeneralKey::DraftingUnit).cloned().unwrap_or_default(),
        drafting_unit: one_line(drafting_unit?),
        figures_as_of,
        signatory: entries.get(GeneralKey::Signatory).map(located_text),
        addressees_at: entries.places.get(&GeneralKey::Addressees).cloned(),
        addressees: addressees(entries),
        report_deadline: entries.get(GeneralKey::ReportDeadline).map(general_days::report_deadline),
        report_recipient_at: entries.places.get(&GeneralKey::ReportRecipient).cloned(),
        report_recipient: entries.line(GeneralKey::ReportRecipient),
        copies: copies?,
    })
}

/// The years that a day of the paper may have.
fn years_of(period: &Result<Period, Reported>) -> Option<LikelyYears> {
    period.as_ref().ok().map(LikelyYears::around)
}

/// Judges the days against the period.
fn check_days(
    entries: &Entries,
    kind: DocumentKind,
    period: Period,
    (issued_on, figures_as_of): (Option<NaiveDate>, Option<NaiveDate>),
    out: &mut Diagnostics,
) -> Result<(), Reported> {
    let at = |key, day: Option<NaiveDate>| entries.places.get(&key).zip(day);
    let days = DaysOfPaper {
        kind,
        period,
        issued_on: at(GeneralKey::IssuedOn, issued_on),
        figures_as_of: at(GeneralKey::FiguresAsOf, figures_as_of),
        report_deadline: entries.get(GeneralKey::ReportDeadline),
    };
    general_days::check(&days, out)
}

/// The lines of Kính gửi, a body typed in other letters as the form writes it.
fn addressees(entries: &Entries) -> Vec<String> {
    let lines = entries.lines(GeneralKey::Addressees).into_iter();
    lines.map(|line| in_letters_of_names(&line).unwrap_or(line)).collect()
}

/// Reports the numbers before addressees, and names in other letters.
fn note_numbers(entries: &Entries, out: &mut Diagnostics) {
    if let Some(cell) = entries.get(GeneralKey::Addressees) {
        for line in cell.value.text.split('\n') {
            list_number::note(line, &cell.at, out);
            if let Some(printed) = in_letters_of_names(line) {
                let message = Diagnostic::note("HS-100").at(&cell.at).with("item", GeneralKey::Addressees.title());
                out.report(message.with("text", line).with("printed", printed));
            }
        }
    }
}

/// Warns of a Tên gọi that names another kind: a programme's workbook reused for a report would keep its old title.
fn note_title_of_another_kind(entries: &Entries, kind: DocumentKind, out: &mut Diagnostics) {
    let Some(title) = entries.get(GeneralKey::PrintedTitle) else { return };
    let named = kind_named(&title.value.text).map(|(named, _)| named).filter(|named| *named != kind);
    if let Some(named) = named {
        let message = Diagnostic::warning("HS-081").at(&title.at).with("title", title.value.text.replace('\n', " "));
        out.report(message.with("named", named.name()).with("kind", kind.name()));
    }
}

/// The kind, and the name of a sub-type typed in place of it ("Chương trình hành động").
fn kind(entries: &Entries, out: &mut Diagnostics) -> Result<(DocumentKind, Option<String>), Reported> {
    let cell = entries.required(GeneralKey::DocumentType, out)?;
    kind_named(&cell.value.text).ok_or_else(|| {
        let nearest = fold::nearest(&cell.value.text, DocumentKind::names());
        out.fail(Diagnostic::error("HS-008").at(&cell.at).with("text", &cell.value.text).nearest(nearest))
    })
}

fn period(
    entries: &Entries,
    kind: Option<DocumentKind>,
    records: &Records,
    out: &mut Diagnostics,
) -> Result<Period, Reported> {
    let cell = entries.required(GeneralKey::Period, out)?;
    let period = Period::parse(&cell.value.text);
    if period.is_ok_and(|period| kind == Some(DocumentKind::Report) && !period.is_reported()) {
        let message = Diagnostic::error("HS-007").at(&cell.at).with("text", &cell.value.text);
        return Err(out.fail(message.hint("not_reported")));
    }
    period.map_err(|fault| {
        let message = Diagnostic::error("HS-007").at(&cell.at).with("text", &cell.value.text);
        out.fail(match fault {
            PeriodFault::NotAPeriod => not_a_period(message, cell, entries, records),
            PeriodFault::NoYear => with_year(message, &cell.value.text, entries, records),
            PeriodFault::Calendar(CalendarFault::YearMistyped) => {
                likely::suggested(&cell.value.text, message.hint("year_mistyped"))
            }
            PeriodFault::Calendar(_) => message.hint("no_such"),
            PeriodFault::EndsBeforeStart => message.hint("ends_before_start"),
            PeriodFault::NoYears => message.hint("no_years"),
            PeriodFault::WindowUnknown => message.hint("window_unknown"),
        })
    })
}

/// The message about a text that has no form of a period, with the periods that it may mean.
fn not_a_period(message: Diagnostic, cell: &Located<Cell>, entries: &Entries, records: &Records) -> Diagnostic {
    let typed = &cell.value.text;
    if let CellValue::Date(day) = cell.value.value {
        // Excel makes a day of «1/2027».
        return message.with("likely", Period::of_year(YearPart::Month(day.month()), day.year()).name()).hint("day");
    }
    let is_half = matches!(fold::key(typed).as_str(), "6 thang" | "06 thang" | "sau thang");
    match likely_year::named("6 tháng đầu", entries, records).filter(|_| is_half) {
        Some(first) => {
            let last = Period::of_year(YearPart::SecondHalf, first.year());
            message.with("first", first.name()).with("last", last.name()).hint("halves")
        }
        None => likely::suggested(typed, message),
    }
}

/// The message with the period and its year, as the rest of the workbook has it.
fn with_year(message: Diagnostic, typed: &str, entries: &Entries, records: &Records) -> Diagnostic {
    if let Some(likely) = likely_year::named(typed, entries, records) {
        return message.with("likely", likely.name()).hint("lacks_year");
    }
    let example = likely_year::example(typed).map_or_else(|| "6 tháng cuối năm 2026".to_owned(), Period::name);
    message.with("likely", example).hint("no_year")
}

fn located_text(cell: &Located<Cell>) -> Located<String> {
    Located { value: one_line(cell), at: cell.at.clone() }
}

fn one_line(cell: &Located<Cell>) -> String {
    text::single_breaks(&cell.value.text)
}
