//! Third room: a checked dossier and a template become a [`Draft`], what the document says, component by component.
//!
//! Owns the wording. Must not know millimetres, fonts or XML. Its output goes to `document`.

mod addressees;
mod checking;
mod citation;
mod closing;
mod cost;
mod engine;
mod fields;
mod head;
mod heads;
mod inert;
mod issuer;
mod language;
mod markup;
mod mentions;
mod outline;
mod paper;
mod recipients;
mod render;
mod review;
mod signature;
mod spoken;
mod table;
mod template;
mod tone_marks;
mod types;
mod unprinted;
mod writing;

use std::collections::BTreeSet;

use crate::chart::Chart;
use crate::diag::{Diagnostics, Place, Reported};
use crate::dossier::{Commune, Figures, Register};
use crate::settings::Settings;
use checking::Purpose;

pub use fields::Field as TemplateField;
pub use render::render;
pub use table::FigureTable;
pub use template::{Need, Origin, TemplateFile, TemplateFolder, TemplateSummary};
pub use types::*;

/// What a document is written with besides the dossier.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The template asked for by the command; `None` leaves the choice to the workbook.
    pub template: Option<&'a str>,
    /// The clerk's own templates; empty where there are none.
    pub own_templates: &'a [TemplateFolder],
    /// The house style of the office.
    pub settings: &'a Settings,
}

/// A worded document and the template that worded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// What the document says.
    pub draft: Draft,
    /// The template's name.
    pub template: String,
    /// The columns and items of the workbook that it prints.
    pub printed: BTreeSet<Need>,
}

/// Every template that can be asked for by name, the program's first.
#[must_use]
pub fn templates(own: &[TemplateFolder]) -> Vec<TemplateSummary> {
    template::list(own)
}

/// A template's folder by its name: a clerk's own, else the program's.
///
/// # Errors
/// `MAU-002`.
pub fn template_named(name: &str, own: &[TemplateFolder], out: &mut Diagnostics) -> Result<TemplateFolder, Reported> {
    template::named(name, own, &Place::default(), out)
}

/// Whether a template, or the one that it issues, asks for a table of the tasks; `false` for one that is not there.
#[must_use]
pub fn asks_for_table(name: &str, own: &[TemplateFolder]) -> bool {
    let asks = |folder: &TemplateFolder| folder.files.iter().any(|file| table::stands_in(&file.bytes));
    template::find(name, own).is_some_and(|folder| {
        let issued = template::name_of_issued(&folder).and_then(|name| template::find(&name, own));
        asks(&folder) || issued.is_some_and(|issued| asks(&issued))
    })
}

/// The tables of these figures, as the annexes of a report have them; a table without a row is left out. `None` for a
/// commune that no document names: it is called a xã.
#[must_use]
pub fn figure_tables(figures: &Figures, register: &Register, commune: Option<&Commune>) -> Vec<FigureTable> {
    table::listed(&template::annexes_of_reports(), figures, (register, commune))
}

/// The charts of these figures, each with a word for its file: by unit, then by village.
#[must_use]
pub fn figure_charts(figures: &Figures, register: &Register) -> Vec<(&'static str, Chart)> {
    let sources = table::ChartSource::ALL.into_iter();
    sources
        .flat_map(|source| {
            table::charts(source, figures, register).into_iter().map(move |chart| (source.name(), chart))
        })
        .collect()
}

/// Every field that a template may ask for, in the order of the help.
#[must_use]
pub fn template_fields() -> &'static [TemplateField] {
    fields::FIELDS
}

/// Checks a template without data: every mistake of every file is in `out`.
///
/// # Errors
/// `MAU-` codes and `TEP-017`.
pub fn check_template(folder: &TemplateFolder, out: &mut Diagnostics) -> Result<(), Reported> {
    let template = template::open(folder, out)?;
    checking::check(&template, Purpose::Alone, out).map(drop)
}
