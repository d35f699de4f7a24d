//! The texts of every message, by code and language.
//!
//! Owns finding a text in the tables of `locales/` and filling in its values. Must not know which room reports what.
//! Its output goes to the code that shows messages.

use super::entry::{MessageEntry, MessageTexts, WordEntry};
use super::language::Language;
use super::tables::{FIELDS, FIGURES, HELP, MESSAGES, WORDS};
use crate::diag::Diagnostic;
use crate::pattern::Pattern;

/// Every text of one language.
#[derive(Debug)]
pub struct Catalogue {
    language: Language,
    /// Messages beside those of `locales/`, sorted by code.
    further: &'static [MessageEntry],
}

/// The catalogue of a language.
#[must_use]
pub fn catalogue(language: Language) -> &'static Catalogue {
    static VI: Catalogue = Catalogue::with(Language::Vi, &[]);
    static EN: Catalogue = Catalogue::with(Language::En, &[]);
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// The placeholder for a value that is known only at run time.
const OPEN: &str = "…";

impl Catalogue {
    /// The catalogue of a language with additional messages, sorted by code: for tests with invented messages.
    #[must_use]
    pub const fn with(language: Language, further: &'static [MessageEntry]) -> Self {
        Self { language, further }
    }

    /// The sentence of a message, its values filled in.
    ///
    /// # Panics
    /// Where the code has no wording: the catalogue lists every code.
    #[must_use]
    pub fn text(&self, message: &Diagnostic) -> String {
        let texts = self.texts(message.code).expect("every code is in the catalogue");
        Pattern::new(texts.text).fill(|gap| argument(message, gap))
    }

    /// The hint of a message: the one of its variant, else the plain one; `None` where the clerk can do nothing.
    #[must_use]
    pub fn hint(&self, message: &Diagnostic) -> Option<String> {
        let hints = self.texts(message.code)?.hints;
        let of = |wanted: &str| hints.iter().find(|(variant, _)| *variant == wanted).map(|(_, hint)| *hint);
        let hint = message.hint.and_then(of).or_else(|| of(""))?;
        Some(Pattern::new(hint).fill(|gap| argument(message, gap)))
    }

    /// The sentence and the hint for this many messages of a code as one list; `None` where the code has no list.
    #[must_use]
    pub fn list(&self, code: &str, count: usize) -> Option<(String, String)> {
        let texts = self.texts(code)?.list?;
        let count = count.to_string();
        let filled = |text| Pattern::new(text).fill(|gap| (gap == "count").then_some(&*count));
        Some((filled(texts.text), filled(texts.hint)))
    }

    /// The sentence of a code with `…` for every value; `None` for an unknown code.
    #[must_use]
    pub fn open_text(&self, code: &str) -> Option<String> {
        self.texts(code).map(|texts| open(texts.text))
    }

    /// Every hint of a code with `…` for every value, the plain one first; empty where the clerk can do nothing.
    #[must_use]
    pub fn open_hints(&self, code: &str) -> Vec<String> {
        let hints = self.texts(code).map(|texts| texts.hints).unwrap_or_default();
        hints.iter().map(|(_, hint)| open(hint)).collect()
    }

    /// A fixed word of the program, its values filled in.
    ///
    /// # Panics
    /// Where the catalogue has no such word.
    #[must_use]
    pub fn word(&self, name: &str, values: &[(&str, &str)]) -> String {
        let word = self.wording(WORDS, name).expect("every fixed word is in the catalogue");
        Pattern::new(word).fill(|gap| values.iter().find(|(name, _)| *name == gap).map(|(_, value)| *value))
    }

    /// A word of the help, by its key; `None` where there is none.
    #[must_use]
    pub fn help_word(&self, key: &str) -> Option<&'static str> {
        self.wording(HELP, key)
    }

    /// The meaning of a field of the templates.
    ///
    /// # Panics
    /// Where the catalogue lacks the field: it must list every field.
    #[must_use]
    pub fn field(&self, path: &str) -> &'static str {
        self.wording(FIELDS, path).expect("every field is in the catalogue")
    }

    /// The label of a computed figure, by its id.
    ///
    /// # Panics
    /// Where the catalogue lacks the figure: it must list every figure.
    #[must_use]
    pub fn figure_label(&self, id: &str) -> &'static str {
        self.figure_wording(&format!("label.{id}"))
    }

    /// A formula by its name, its terms filled in.
    ///
    /// # Panics
    /// As for [`Self::figure_label`].
    #[must_use]
    pub fn formula(&self, name: &str, terms: &[(&'static str, String)]) -> String {
        let term = |gap: &str| terms.iter().find(|(name, _)| *name == gap).map(|(_, value)| value.as_str());
        Pattern::new(self.figure_wording(&format!("formula.{name}"))).fill(term)
    }

    fn figure_wording(&self, key: &str) -> &'static str {
        self.wording(FIGURES, key).expect("every figure and formula is in the catalogue")
    }

    /// A number with its noun, `2 lỗi`. A wording with two forms is written `one form|form for many`.
    #[must_use]
    pub fn count(&self, name: &str, count: u64) -> String {
        let forms = self.word(name, &[("count", &count.to_string())]);
        match forms.split_once('|') {
            Some((one, _)) if count == 1 => one.to_owned(),
            Some((_, many)) => many.to_owned(),
            None => forms,
        }
    }

    fn texts(&self, code: &str) -> Option<&'static MessageTexts> {
        let found = [MESSAGES, self.further].into_iter().find_map(|messages| {
            let place = messages.binary_search_by(|entry| entry.code.cmp(code)).ok()?;
            messages.get(place)
        });
        found.map(|entry| entry.texts(self.language))
    }

    fn wording(&self, words: &'static [WordEntry], key: &str) -> Option<&'static str> {
        let place = words.binary_search_by(|entry| entry.key.cmp(key)).ok()?;
        words.get(place).map(|entry| entry.text(self.language))
    }
}

fn open(text: &str) -> String {
    Pattern::new(text).fill(|_| Some(OPEN))
}

fn argument<'a>(message: &'a Diagnostic, name: &str) -> Option<&'a str> {
    message.arguments.iter().find(|(argument, _)| *argument == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::entry::Explanation;
    use super::*;

    const NOTHING: Explanation = Explanation { why: "", source: "", wrong: "", right: "" };
    const TEXTS: MessageTexts = MessageTexts {
        text: "«{a}» và «{b}»",
        hints: &[("", "ô {cell}"), ("nearest", "{nearest}?")],
        list: None,
        explanation: NOTHING,
    };
    static INVENTED: [MessageEntry; 1] = [MessageEntry { code: "XX-001", vi: TEXTS, en: TEXTS }];
    static CATALOGUE: Catalogue = Catalogue::with(Language::Vi, &INVENTED);

    #[test]
    fn gaps_inside_a_value_are_not_filled() {
        let message = Diagnostic::error("XX-001").with("a", "{b}").with("b", "{a}");
        assert_eq!(CATALOGUE.text(&message), "«{b}» và «{a}»");
    }

    #[test]
    fn a_hint_of_an_unknown_variant_is_the_plain_one() {
        let message = Diagnostic::error("XX-001").with("cell", "A1");
        assert_eq!(CATALOGUE.hint(&message.clone().nearest(Some("Thôn"))).as_deref(), Some("Thôn?"));
        assert_eq!(CATALOGUE.hint(&message.hint("other")).as_deref(), Some("ô A1"));
    }

    #[test]
    fn a_code_without_a_message_shows_dots_for_its_values() {
        assert_eq!(CATALOGUE.open_text("XX-001").as_deref(), Some("«…» và «…»"));
        assert_eq!(CATALOGUE.open_hints("XX-001"), ["ô …", "…?"]);
        assert_eq!((CATALOGUE.open_text("XX-002"), CATALOGUE.open_hints("XX-002")), (None, vec![]));
    }

    #[test]
    fn english_has_a_singular_and_a_plural() {
        let count = |language, count| catalogue(language).count("errors", count);
        assert_eq!([1, 2].map(|number| count(Language::En, number)), ["1 error", "2 errors"]);
        assert_eq!([1, 2].map(|number| count(Language::Vi, number)), ["1 lỗi", "2 lỗi"]);
    }
}
