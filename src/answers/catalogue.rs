//! The wording of every message, by code and language.
//!
//! Owns the two catalogues in `locales/` and the filling in of values. Must not know which room
//! reports what. Its output goes to whoever shows messages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Language;
use crate::diag::Diagnostic;
use crate::pattern::Pattern;

/// Every wording of one language.
#[derive(Debug)]
pub struct Catalogue {
    sections: BTreeMap<String, BTreeMap<String, Pattern>>,
}

/// The catalogue of a language, read once.
#[must_use]
pub fn catalogue(language: Language) -> &'static Catalogue {
    static VI: OnceLock<Catalogue> = OnceLock::new();
    static EN: OnceLock<Catalogue> = OnceLock::new();
    match language {
        Language::Vi => VI.get_or_init(|| Catalogue::parse(include_str!("../../locales/vi.toml"))),
        Language::En => EN.get_or_init(|| Catalogue::parse(include_str!("../../locales/en.toml"))),
    }
}

/// The section of words that belong to no code.
const FIXED_WORDS: &str = "ui";
/// The section of the words of `--help`.
pub(crate) const HELP_WORDS: &str = "help";
/// What stands for a value that only a run of the program knows.
const OPEN: &str = "…";
/// The section of the templates' fields.
const FIELDS: &str = "fields";
/// The section of the computed figures.
const FIGURES: &str = "figures";

impl Catalogue {
    /// Reads a catalogue: a table a code, with `text`, `hint` and `hint_<variant>`, and the table `ui`.
    ///
    /// # Panics
    /// Where the text is no such TOML: catalogues are part of the program.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let tables: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(text).expect("a catalogue is TOML: tables of texts");
        let patterns =
            |table: BTreeMap<String, String>| table.into_iter().map(|(key, text)| (key, Pattern::new(&text))).collect();
        Self { sections: tables.into_iter().map(|(name, table)| (name, patterns(table))).collect() }
    }

    /// The sentence of a message, its values filled in.
    ///
    /// # Panics
    /// Where the code has no wording: the catalogue lists every code.
    #[must_use]
    pub fn text(&self, message: &Diagnostic) -> String {
        let text = self.wording(message.code, "text").expect("every code has a text in the catalogue");
        text.fill(|gap| argument(message, gap))
    }

    /// The hint of a message: that of its variant, else the plain one; `None` where nothing can be done.
    #[must_use]
    pub fn hint(&self, message: &Diagnostic) -> Option<String> {
        let variant = message.hint.and_then(|variant| self.wording(message.code, &format!("hint_{variant}")));
        let hint = variant.or_else(|| self.wording(message.code, "hint"))?;
        Some(hint.fill(|gap| argument(message, gap)))
    }

    /// The sentence of a code with `…` for every value; `None` where the code has no wording.
    #[must_use]
    pub fn open_text(&self, code: &str) -> Option<String> {
        self.wording(code, "text").map(open)
    }

    /// Every hint of a code with `…` for every value, the plain one first; empty where nothing can be done.
    #[must_use]
    pub fn open_hints(&self, code: &str) -> Vec<String> {
        let wordings = self.sections.get(code).into_iter().flatten();
        wordings.filter(|(key, _)| key.starts_with("hint")).map(|(_, hint)| open(hint)).collect()
    }

    /// A fixed word of the program, its values filled in.
    ///
    /// # Panics
    /// Where the catalogue has no such word.
    #[must_use]
    pub fn word(&self, name: &str, values: &[(&str, &str)]) -> String {
        let word = self.wording(FIXED_WORDS, name).expect("every fixed word stands in the catalogue");
        word.fill(|gap| values.iter().find(|(name, _)| *name == gap).map(|(_, value)| *value))
    }

    /// A word of the help, by its key; `None` where there is none.
    #[must_use]
    pub fn help_word(&self, key: &str) -> Option<String> {
        self.wording(HELP_WORDS, key).map(ToString::to_string)
    }

    /// The keys of a section, sorted.
    #[cfg(test)]
    pub(crate) fn keys_of(&self, section: &str) -> impl Iterator<Item = String> {
        self.sections.get(section).into_iter().flat_map(BTreeMap::keys).cloned()
    }

    /// What a field of the templates means.
    ///
    /// # Panics
    /// Where the catalogue does not say it: it lists every field.
    #[must_use]
    pub fn field(&self, path: &str) -> String {
        self.wording(FIELDS, path).expect("every field stands in the catalogue").fill(|_| None)
    }

    /// What a computed figure is called, by its id.
    ///
    /// # Panics
    /// Where the catalogue does not say it: it lists every figure.
    #[must_use]
    pub fn figure_label(&self, id: &str) -> String {
        self.figure_wording(&format!("label.{id}")).fill(|_| None)
    }

    /// A formula by its name, its terms filled in.
    ///
    /// # Panics
    /// As for the labels.
    #[must_use]
    pub fn formula(&self, name: &str, terms: &[(&'static str, String)]) -> String {
        let term = |gap: &str| terms.iter().find(|(name, _)| *name == gap).map(|(_, value)| value.as_str());
        self.figure_wording(&format!("formula.{name}")).fill(term)
    }

    fn figure_wording(&self, key: &str) -> &Pattern {
        self.wording(FIGURES, key).expect("every figure and formula stands in the catalogue")
    }

    /// A number with its noun, `2 lỗi`: the wording is `one form|form for many` where the language has two.
    #[must_use]
    pub fn count(&self, name: &str, count: u64) -> String {
        let forms = self.word(name, &[("count", &count.to_string())]);
        match forms.split_once('|') {
            Some((one, _)) if count == 1 => one.to_owned(),
            Some((_, many)) => many.to_owned(),
            None => forms,
        }
    }

    fn wording(&self, section: &str, key: &str) -> Option<&Pattern> {
        self.sections.get(section)?.get(key)
    }
}

fn open(pattern: &Pattern) -> String {
    pattern.fill(|_| Some(OPEN))
}

fn argument<'a>(message: &'a Diagnostic, name: &str) -> Option<&'a str> {
    message.arguments.iter().find(|(argument, _)| *argument == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_filled_in_itself() {
        let catalogue = Catalogue::parse("[XX-001]\ntext = '«{a}» và «{b}»'");
        let message = Diagnostic::error("XX-001").with("a", "{b}").with("b", "{a}");
        assert_eq!(catalogue.text(&message), "«{b}» và «{a}»");
    }

    #[test]
    fn a_hint_without_its_variant_is_the_plain_one() {
        let catalogue = Catalogue::parse("[XX-001]\ntext = ''\nhint = 'trơn'\nhint_nearest = '{nearest}?'");
        let message = Diagnostic::error("XX-001");
        assert_eq!(catalogue.hint(&message.clone().nearest(Some("Thôn"))).as_deref(), Some("Thôn?"));
        assert_eq!(catalogue.hint(&message.hint("other")).as_deref(), Some("trơn"));
    }

    #[test]
    fn a_code_is_shown_with_its_values_open() {
        let catalogue =
            Catalogue::parse("[XX-001]\nhint_nearest = '{nearest}?'\nhint = 'ô {cell}'\ntext = '«{a}» và «{b}»'");
        assert_eq!(catalogue.open_text("XX-001").as_deref(), Some("«…» và «…»"));
        assert_eq!(catalogue.open_hints("XX-001"), ["ô …", "…?"]);
        assert_eq!((catalogue.open_text("XX-002"), catalogue.open_hints("XX-002")), (None, vec![]));
    }

    #[test]
    fn english_counts_one_and_many() {
        let count = |language, count| catalogue(language).count("errors", count);
        assert_eq!([1, 2].map(|number| count(Language::En, number)), ["1 error", "2 errors"]);
        assert_eq!([1, 2].map(|number| count(Language::Vi, number)), ["1 lỗi", "2 lỗi"]);
    }
}
