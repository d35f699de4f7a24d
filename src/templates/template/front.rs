//! The front matter of a template: typed, every mistake with its line.
//!
//! Owns its keys and their values. Must not know the meaning of a field: a text that is rendered is handed on with its
//! place. Its output is part of a `Template`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::need::Need;
use super::phrase::FrontText;
use super::readers::{OnlyWhere, Readers};
use crate::contract::{GeneralKey, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::Diagnostic;
use crate::dossier::period::Period;
use crate::templates::fields;
use crate::templates::language::{Faults, Spot};
use crate::vietnamese::fold;

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// The keys of the front matter.
const KEYS: [&str; 14] = [
    "loai",
    "dung_cho_ky",
    "danh_cho",
    "chi_viet_khi",
    "ten_goi",
    "trich_yeu",
    "kinh_gui",
    "can_cu",
    "ve_viec",
    "kem_theo",
    "khung",
    "can_du_lieu",
    "nen_co",
    "kho",
];

/// The content of the front matter.
#[derive(Debug, Default)]
pub(crate) struct Front {
    /// The kind of document; `None` only in an annex.
    pub(crate) kind: Option<DocumentKind>,
    /// The periods that it is for; `None` for all.
    pub(crate) periods: Option<Periods>,
    /// The printed title, where the workbook names none; of an annex, its title.
    pub(crate) title: Option<FrontText>,
    /// Trích yếu; `None` only in an annex.
    pub(crate) subject: Option<FrontText>,
    /// Kính gửi: each text gives one or more lines; empty where there are no addressees.
    pub(crate) addressees: Vec<FrontText>,
    /// Whether the grounds of the workbook are printed.
    pub(crate) has_grounds: bool,
    /// More lines of the grounds, worded in the template.
    pub(crate) own_grounds: Vec<FrontText>,
    /// The template of the text that is issued with this document; of an annex, the words for the document that it
    /// belongs to.
    pub(crate) goes_with: Option<FrontText>,
    /// The outline that numbers the headings.
    pub(crate) outline: OutlineStyle,
    /// The parts of the workbook that this kind needs.
    pub(crate) needs: Vec<Need>,
    /// The parts of the workbook that this kind should have.
    pub(crate) recommended: Vec<Need>,
    /// The orientation of an annex's pages.
    pub(crate) orientation: Orientation,
    /// For whom it can be written; `None` where it does not say so.
    pub(crate) readers: Option<Vec<Readers>>,
    /// What there must be for a paper to be written; `None` where it is always written.
    pub(crate) only_where: Option<OnlyWhere>,
}

impl Front {
    /// Its texts that are rendered as templates, each once.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = &FrontText> {
        let Self { title, subject, addressees, own_grounds, goes_with, .. } = self;
        let single = [title, subject, goes_with].into_iter().flatten();
        single.chain(addressees).chain(own_grounds)
    }
}

/// The periods that a template of a kind is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Periods {
    /// `năm`: whole years.
    Years,
    /// `trong năm`: all shorter periods.
    PartsOfYears,
}

impl Periods {
    /// Whether a period is one of them.
    pub(crate) fn have(self, period: Period) -> bool {
        period.is_whole_year() == (self == Self::Years)
    }
}

/// The outlines of ND-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum OutlineStyle {
    /// `la-ma`: `I.`, `1.`, `a)`.
    #[default]
    Roman,
    /// `dieu`: `Điều 1.`, `1.`, `a)`.
    Articles,
    /// `phan`: `Phần I`, `I.`, `1.`, `a)`.
    Parts,
}

/// The orientation of an annex's pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// As its tables need.
    #[default]
    Auto,
    /// Portrait.
    Portrait,
    /// Landscape.
    Landscape,
}

/// The sort of file that the front matter belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextRole {
    /// `van-ban.md`
    Body,
    /// `phu-luc-….md`
    Annex,
}

/// The range of the front matter between its two fences, and the start of the body; `None` where there is no front
/// matter.
pub(super) fn split(text: &str) -> Option<(Spot, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == FENCE)?;
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == FENCE {
            return Some((first.len()..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Reads the front matter; mistakes are reported and left out.
pub(super) fn read(text: &str, matter: &Spot, role: TextRole, faults: &mut Faults) -> Front {
    let (root, errors) = DeTable::parse_recoverable(&text[matter.clone()]);
    let mut reader = FrontReader { text, start: matter.start, faults };
    let is_broken = !errors.is_empty();
    let row = |at: usize| text[matter.clone()].get(..at).unwrap_or_default().matches('\n').count();
    let mut broken_rows = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or_default();
        // Only the first mistake of a line is reported.
        if !broken_rows.contains(&row(span.start)) {
            broken_rows.push(row(span.start));
            reader.add(Diagnostic::error("MAU-005"), &span);
        }
    }
    let mut front = Front::default();
    for (name, value) in root.get_ref() {
        if !broken_rows.contains(&row(name.span().start)) && !broken_rows.contains(&row(value.span().start)) {
            reader.key(name, value, role, &mut front);
        }
    }
    // A broken line may be the very one that is missing.
    if !is_broken {
        let is_there = |key: &str| root.get_ref().contains_key(key);
        let missing = |severity: fn(&'static str) -> Diagnostic, key: &'static str| {
            severity("MAU-025").with("key", key).hint("missing")
        };
        match role {
            TextRole::Body => {
                let is_given = |key: &&str| is_there(key) || *key == "trich_yeu" && is_there("ve_viec");
                for key in ["loai", "trich_yeu"].into_iter().filter(|key| !is_given(key)) {
                    reader.faults.add(missing(Diagnostic::error, key), 0..FENCE.len());
                }
            }
            // An annex can be printed without a title, but the form requires one (PL-04).
            TextRole::Annex if is_there("ten_goi") || is_there("trich_yeu") => {}
            TextRole::Annex => reader.faults.add(missing(Diagnostic::warning, "ten_goi"), 0..FENCE.len()),
        }
    }
    front
}

struct FrontReader<'a> {
    text: &'a str,
    /// The start of the front matter.
    start: usize,
    faults: &'a mut Faults,
}

impl FrontReader<'_> {
    fn add(&mut self, message: Diagnostic, span: &Spot) {
        self.faults.add(message, self.start + span.start..self.start + span.end);
    }

    fn key(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue>, role: TextRole, front: &mut Front) {
        match name.get_ref().as_ref() {
            // Keys that an annex can't have.
            key @ ("dung_cho_ky" | "danh_cho" | "chi_viet_khi" | "kinh_gui" | "ve_viec" | "can_cu" | "can_du_lieu"
            | "nen_co")
                if role == TextRole::Annex =>
            {
                self.add(wrong(key).hint("body"), &name.span());
            }
            "loai" => front.kind = self.kind(value),
            "dung_cho_ky" => {
                front.periods = match self.word("dung_cho_ky", value, &["năm", "trong năm"]) {
                    Some("năm") => Some(Periods::Years),
                    Some(_) => Some(Periods::PartsOfYears),
                    None => None,
                }
            }
            "danh_cho" => front.readers = Some(self.readers(value)),
            "chi_viet_khi" => {
                front.only_where = match self.word("chi_viet_khi", value, &["qua_han", "sap_den_han"]) {
                    Some("qua_han") => Some(OnlyWhere::Late),
                    Some(_) => Some(OnlyWhere::DueSoon),
                    None => None,
                }
            }
            "ten_goi" => front.title = self.phrase("ten_goi", value),
            // An annex has one title, from either of the two keys.
            "trich_yeu" if role == TextRole::Annex => {
                front.title = front.title.take().or(self.phrase("trich_yeu", value));
            }
            "trich_yeu" => front.subject = self.phrase("trich_yeu", value),
            "kinh_gui" => front.addressees = self.phrases("kinh_gui", value),
            // A letter's subject has two names: both say what stands behind V/v.
            "ve_viec" => front.subject = self.phrase("ve_viec", value).or(front.subject.take()),
            "kem_theo" => front.goes_with = self.phrase("kem_theo", value),
            "can_cu" => self.grounds(value, front),
            "khung" => {
                front.outline = match self.word("khung", value, &["la-ma", "dieu", "phan"]) {
                    Some("dieu") => OutlineStyle::Articles,
                    Some("phan") => OutlineStyle::Parts,
                    _ => OutlineStyle::Roman,
                }
            }
            "can_du_lieu" => front.needs = self.needs("can_du_lieu", value),
            "nen_co" => front.recommended = self.needs("nen_co", value),
            "kho" if role == TextRole::Annex => {
                front.orientation = match self.word("kho", value, &["portrait", "landscape", "auto", "đứng", "ngang"])
                {
                    Some("portrait" | "đứng") => Orientation::Portrait,
                    Some("landscape" | "ngang") => Orientation::Landscape,
                    _ => Orientation::Auto,
                }
            }
            "kho" => self.add(Diagnostic::error("MAU-025").with("key", "kho").hint("annex"), &name.span()),
            unknown => {
                let nearest = fold::best_match(unknown, &KEYS);
                let message = Diagnostic::error("MAU-024").with("key", unknown).with("keys", KEYS.join(", "));
                self.add(message.nearest(nearest), &name.span());
            }
        }
    }

    /// One word, or a list of words.
    fn readers(&mut self, value: &Spanned<DeValue>) -> Vec<Readers> {
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let reader = |item| match self.word("danh_cho", item, &["chung", "thon", "don-vi"])? {
            "thon" => Some(Readers::Villages),
            "don-vi" => Some(Readers::Units),
            _ => Some(Readers::Everyone),
        };
        items.into_iter().filter_map(reader).collect()
    }

    /// A text, or a list of texts.
    fn phrases(&mut self, key: &str, value: &Spanned<DeValue>) -> Vec<FrontText> {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.phrase(key, item)).collect(),
            _ => self.phrase(key, value).into_iter().collect(),
        }
    }

    /// `Căn cứ` means the grounds of the workbook; any longer text is a line worded in the template.
    fn grounds(&mut self, value: &Spanned<DeValue>, front: &mut Front) {
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        for item in items {
            let is_line = item.get_ref().as_str().is_some_and(|text| text.split_whitespace().count() > 2);
            if is_line {
                front.own_grounds.extend(self.phrase("can_cu", item));
            } else {
                front.has_grounds |= self.word("can_cu", item, &["Căn cứ"]).is_some();
            }
        }
    }

    fn text<'v>(&mut self, key: &str, value: &'v Spanned<DeValue>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            let message = wrong(key).hint("text");
            self.add(message, &value.span());
        }
        text
    }

    fn phrase(&mut self, key: &str, value: &Spanned<DeValue>) -> Option<FrontText> {
        let text = self.text(key, value)?;
        let span = value.span();
        Some(FrontText::new(text, self.text, self.start + span.start..self.start + span.end))
    }

    fn word(&mut self, key: &str, value: &Spanned<DeValue>, words: &[&'static str]) -> Option<&'static str> {
        let typed = self.text(key, value)?;
        let wanted = fold::key(typed);
        let found = words.iter().find(|word| fold::key(word) == wanted);
        if found.is_none() {
            let allowed: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            let message = wrong(key).with("allowed", allowed.join(", ")).hint("words");
            self.add(message, &value.span());
        }
        found.copied()
    }

    fn kind(&mut self, value: &Spanned<DeValue>) -> Option<DocumentKind> {
        let typed = self.text("loai", value)?;
        let kind = DocumentKind::parse(typed);
        if kind.is_none() {
            let nearest = fold::nearest(typed, DocumentKind::names());
            let message = wrong("loai").hint("kind").nearest(nearest);
            self.add(message, &value.span());
        }
        kind
    }

    fn needs(&mut self, key: &str, value: &Spanned<DeValue>) -> Vec<Need> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = wrong(key).hint("list");
            self.add(message, &value.span());
            return Vec::new();
        };
        items.iter().filter_map(|item| self.need(key, item)).collect()
    }

    /// A sheet, or with `›` a column of it or an item of Thông tin chung.
    fn need(&mut self, key: &str, value: &Spanned<DeValue>) -> Option<Need> {
        let typed = self.text(key, value)?;
        let (sheet, inside) = match typed.split_once(['›', '>']) {
            Some((sheet, inside)) => (sheet.trim(), Some(inside.trim())),
            None => (typed.trim(), None),
        };
        let sheets = || SheetKind::ALL.into_iter().filter(|kind| *kind != SheetKind::Lists);
        let Some(kind) = sheets().find(|kind| fold::key(kind.title()) == fold::key(sheet)) else {
            let titles: Vec<&str> = sheets().map(SheetKind::title).collect();
            let message = wrong(key).hint("sheet").with("sheets", titles.join(", "));
            self.add(message.nearest(fold::nearest(sheet, titles)), &value.span());
            return None;
        };
        let Some(inside) = inside else { return Some(Need::Sheet(kind)) };
        let need = Need::inside_of(kind, inside);
        if need.is_none() {
            let names: Vec<&str> = match kind {
                SheetKind::General => GeneralKey::ALL.map(GeneralKey::title).to_vec(),
                SheetKind::Prose => fields::parts().collect(),
                _ => kind.columns().iter().map(|column| column.heading).collect(),
            };
            let message = wrong(key).hint("inside").with("sheet", kind.title());
            let message = message.with("names", names.join(", "));
            self.add(message.nearest(fold::nearest(inside, names)), &value.span());
        }
        need
    }
}

fn wrong(key: &str) -> Diagnostic {
    Diagnostic::error("MAU-025").with("key", key)
}
