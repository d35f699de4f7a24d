//! The values of fields, made when a text first uses them.
//!
//! Owns which values a paper takes from the papers before it. Must not know the content of a field: its row makes it.
//! The values go to Tera.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, OnceLock};

use tera::{Context, Value};

use super::figures::{REVIEW, counted, rated};
use super::row::{AnnexName, FieldContent, FieldMaker, Item, ReviewFacts, SameIn, TemplateField};
use super::{ANNEXES, LED, TOP, UsedFields, is_computed};
use crate::dossier::figures::Figures;
use crate::paper::{Paper, PerAudience};

/// The values that papers of one dossier share, each made when it is first used.
#[derive(Debug)]
pub(crate) struct FieldValues {
    /// By path: without and with the lists inside the items of a list.
    kept: HashMap<&'static str, [KeptValue; 2]>,
}

/// A value and the papers that may use it.
#[derive(Debug)]
enum KeptValue {
    /// Every paper.
    Shared(OnceLock<Value>),
    /// Those for the same audience.
    PerAudience(PerAudience<Value>),
}

/// The values for the texts of one paper.
#[derive(Debug)]
pub(crate) struct PaperValues(Context);

impl Default for FieldValues {
    /// No value is made yet.
    fn default() -> Self {
        let mut kept = HashMap::new();
        for field in TOP.iter().flat_map(|list| list.iter()) {
            let group = field.is_record();
            // A field of a group is made from what the group is made from.
            for field_inside in if group { field.inside } else { std::slice::from_ref(field) } {
                let same_in = field.made.same_in().min(field_inside.made.same_in());
                let values = || KeptValue::of(same_in);
                kept.extend(values().zip(values()).map(|(without, with)| (field_inside.path, [without, with])));
            }
        }
        Self { kept }
    }
}

impl FieldValues {
    /// The fields of a paper that its template uses, except the printed title: unused lists of thousands of tasks would
    /// cost as much as printed ones. Figures are included where the paper needs them.
    pub(crate) fn of(&self, paper: Paper, used: &UsedFields, figures: Option<&Figures>) -> PaperValues {
        let mut context = Context::new();
        let review = figures
            .map(|figures| Item::Review(ReviewFacts { figures, register: paper.dossier.register() }, paper.charts));
        for field in used.fields() {
            let item = match field.path {
                REVIEW => review.clone(),
                LED => figures.map(|figures| Item::Led(paper.rows(), figures)),
                _ => Some(Item::Paper(paper)),
            };
            let value = item.and_then(|item| self.value(field, &item, paper, used));
            if let Some(value) = value {
                context.insert_value(field.name(), value);
            }
        }
        // A part with the name of one of our fields must not replace it, filled or not: it is reported as not printed.
        for part in paper.dossier.prose_parts() {
            let name = part.field_name();
            let has_place = used.has_name(&name) && !is_computed(&name);
            if has_place && !part.paragraphs.is_empty() && paper.has_part(part) {
                context.insert(name, &part.paragraphs.join("\n"));
            }
        }
        PaperValues(context)
    }

    /// The value of a top-level field, or of a group of fields; `None` where it has none.
    fn value(&self, field: &'static TemplateField, item: &Item, paper: Paper, used: &UsedFields) -> Option<Value> {
        if field.is_record() {
            let FieldContent::Record(item) = content(field, item) else { return None };
            let inside = |field: &'static TemplateField| {
                let is_made = !field.path.ends_with("[]") || used.contains(field.list_path());
                let value =
                    if is_made { self.single(field, &item, paper, used)? } else { Value::from(Vec::<Value>::new()) };
                Some((field.name(), value))
            };
            return Some(Value::from(field.inside.iter().filter_map(inside).collect::<BTreeMap<_, _>>()));
        }
        self.single(field, item, paper, used)
    }

    /// The value of one field, reused where it was made before.
    fn single(&self, field: &TemplateField, item: &Item, paper: Paper, used: &UsedFields) -> Option<Value> {
        let has_lists_inside = field.inside.iter().any(|field| is_used_list(field, used));
        let make = || value(content(field, item), field, used).unwrap_or_else(Value::undefined);
        let value = match self.kept.get(field.path).map(|kept| &kept[usize::from(has_lists_inside)]) {
            Some(KeptValue::Shared(shared)) => shared.get_or_init(make).clone(),
            Some(KeptValue::PerAudience(values)) => values.value(paper.rows(), make).into_owned(),
            None => make(),
        };
        (!value.is_undefined()).then_some(value)
    }
}

impl KeptValue {
    /// A value that is not made yet; `None` where each paper has its own.
    fn of(same_in: SameIn) -> Option<Self> {
        match same_in {
            SameIn::Paper => None,
            SameIn::Audience => Some(Self::PerAudience(PerAudience::default())),
            SameIn::Cycle => Some(Self::Shared(OnceLock::new())),
        }
    }
}

impl PaperValues {
    /// Adds a field for the texts that are rendered later.
    pub(crate) fn add(&mut self, field: &'static str, text: &str) {
        self.0.insert_value(field, Value::from(text));
    }

    /// Adds the annexes, for the texts that are rendered later.
    pub(crate) fn add_annexes(&mut self, annexes: &[AnnexName]) {
        static LIST: LazyLock<Option<&TemplateField>> =
            LazyLock::new(|| TOP.iter().flat_map(|list| list.iter()).find(|field| field.name() == ANNEXES));
        static NOTHING: LazyLock<UsedFields> = LazyLock::new(|| UsedFields::of(BTreeSet::new()));
        let content = FieldContent::items(annexes.iter().map(Item::Annex));
        let made = LIST.and_then(|field| value(content, field, &NOTHING));
        self.0.insert_value(ANNEXES, made.unwrap_or_else(Value::undefined));
    }

    /// The context that Tera renders with.
    pub(crate) fn context(&self) -> &Context {
        &self.0
    }
}

/// Whether a list inside the items of another list is used.
fn is_used_list(field: &TemplateField, used: &UsedFields) -> bool {
    !field.inside.is_empty() && used.contains(field.list_path())
}

/// A Tera value; `None` for no content.
fn value(content: FieldContent, field: &TemplateField, used: &UsedFields) -> Option<Value> {
    match content {
        FieldContent::Nothing => None,
        FieldContent::Text(text) => Some(Value::from(text)),
        FieldContent::Texts(texts) => Some(Value::from(texts)),
        FieldContent::Items(items) => {
            Some(Value::from(items.iter().map(|item| record(item, field, used)).collect::<Vec<_>>()))
        }
        FieldContent::Record(item) => Some(record(&item, field, used)),
    }
}

/// The fields of one item; an unused list in it is empty.
fn record(item: &Item, list: &TemplateField, used: &UsedFields) -> Value {
    let field = |field: &'static TemplateField| {
        let content = if field.inside.is_empty() || is_used_list(field, used) {
            content(field, item)
        } else {
            FieldContent::items([])
        };
        Some((field.name(), value(content, field, used)?))
    };
    Value::from(list.inside.iter().filter_map(field).collect::<BTreeMap<_, _>>())
}

/// The content of a field for an item; empty where the item is of another sort, which a test excludes.
fn content<'a>(field: &TemplateField, item: &Item<'a>) -> FieldContent<'a> {
    match (field.made, item) {
        (FieldMaker::Itself, item) => FieldContent::Record(item.clone()),
        (FieldMaker::Shared(make), Item::Paper(paper)) => make(paper.shared()),
        (FieldMaker::Audience(make), Item::Paper(paper)) => make(paper.rows()),
        (FieldMaker::Paper(make), Item::Paper(paper)) => make(*paper),
        (FieldMaker::Charts(make), Item::Review(_, charts)) => make(*charts),
        (FieldMaker::Period(make), Item::Period(period)) => make(*period),
        (FieldMaker::Annex(make), Item::Annex(annex)) => make(annex),
        (FieldMaker::Group(make), Item::Group(group)) => make(group),
        (FieldMaker::Task(make), Item::Task(task)) => make(task),
        (FieldMaker::Duty(make), Item::Duty(duty)) => make(duty),
        (FieldMaker::Review(make), Item::Review(review, _)) => make(*review),
        (FieldMaker::Counted(count), Item::Review(review, _)) => counted(review.figures.whole(), count).into(),
        (FieldMaker::Counted(count), Item::Unit(unit, _)) => counted(&unit.tally, count).into(),
        (FieldMaker::Rated(rate), Item::Review(review, _)) => {
            rated(review.figures.whole(), rate, review.figures).into()
        }
        (FieldMaker::Rated(rate), Item::Unit(unit, figures)) => rated(&unit.tally, rate, figures).into(),
        (FieldMaker::Unit(make), Item::Unit(unit, figures)) => make(unit, figures),
        (FieldMaker::Outcomes(make), Item::Outcomes(group)) => make(group),
        (FieldMaker::ReviewedTask(make), Item::ReviewedTask(reviewed)) => make(*reviewed),
        (FieldMaker::Indicator(make), Item::Indicator(known)) => make(*known),
        (FieldMaker::Villages(make), Item::Villages(villages, figures)) => make(villages, figures),
        (FieldMaker::Village(make), Item::Village(rows, village)) => make(*rows, village),
        (FieldMaker::Addressee(make), Item::Addressee(unit)) => make(unit),
        (FieldMaker::VillageTarget(make), Item::VillageTarget(target)) => make(target),
        (FieldMaker::Led(make), Item::Led(rows, figures)) => make(*rows, figures),
        _ => FieldContent::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sorts of item that a list of fields is made for.
    fn things(fields: &[TemplateField]) -> BTreeSet<&'static str> {
        let thing = |field: &TemplateField| match field.made {
            FieldMaker::Shared(_) | FieldMaker::Audience(_) | FieldMaker::Paper(_) => Some("paper"),
            FieldMaker::Period(_) => Some("period"),
            FieldMaker::Annex(_) => Some("annex"),
            FieldMaker::Group(_) => Some("group"),
            FieldMaker::Task(_) => Some("task"),
            FieldMaker::Duty(_) => Some("duty"),
            FieldMaker::Review(_) | FieldMaker::Charts(_) => Some("review"),
            // A whole report has them, and so has each of its units.
            FieldMaker::Elsewhere | FieldMaker::Itself | FieldMaker::Counted(_) | FieldMaker::Rated(_) => None,
            FieldMaker::Unit(_) => Some("unit"),
            FieldMaker::Outcomes(_) => Some("outcomes"),
            FieldMaker::ReviewedTask(_) => Some("reviewed task"),
            FieldMaker::Indicator(_) => Some("indicator"),
            FieldMaker::Villages(_) => Some("villages"),
            FieldMaker::Village(..) => Some("village"),
            FieldMaker::Addressee(_) => Some("addressee"),
            FieldMaker::VillageTarget(_) => Some("target of a village"),
            FieldMaker::Led(..) => Some("tasks led"),
        };
        fields.iter().filter_map(thing).collect()
    }

    #[test]
    fn the_fields_of_one_list_are_made_for_one_sort_of_thing() {
        let lists = TOP.iter().flat_map(|list| list.iter()).flat_map(|field| [field].into_iter().chain(field.inside));
        for list in lists.filter(|field| !field.inside.is_empty()) {
            assert_eq!(things(list.inside).len(), 1, "{}", list.path);
        }
    }

    #[test]
    fn only_these_fields_are_added_while_a_paper_is_worded() {
        let elsewhere =
            TOP.iter().flat_map(|list| list.iter()).filter(|field| matches!(field.made, FieldMaker::Elsewhere));
        let paths: Vec<&str> = elsewhere.filter(|field| field.part.is_none()).map(|field| field.path).collect();
        assert_eq!(paths, ["ten_goi", "van_ban_ban_hanh", "van_ban_kem_theo", "phu_luc[]"]);
    }

    #[test]
    fn the_path_of_a_field_begins_with_its_list_or_group() {
        let tops = TOP.iter().flat_map(|list| list.iter());
        for list in tops.filter(|field| !field.inside.is_empty() && field.like.is_none()) {
            for field in list.inside.iter().filter(|_| !list.path.starts_with("so_lieu.viec_")) {
                assert!(field.path.starts_with(&format!("{}.", list.path)), "{} in {}", field.path, list.path);
            }
        }
    }
}
