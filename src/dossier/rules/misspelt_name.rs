//! HS-045: a name of the register is written in the text with other diacritics.
//!
//! Why: the name of a body is wrong in a signed document, and no spelling checker finds it, since each word exists.
//! Source: the sheets Đơn vị and Thôn, the units every commune has, `Mặt trận Tổ quốc`. Only names of three words or
//! more are checked; the position of the tone mark (hoá, hóa) is a matter of house style; capitals alone count only
//! within `Mặt trận Tổ quốc` and the name of the province. A text all in capitals is skipped.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::contract::dictionary;
use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections, words};
use crate::dossier::{Register, Unit};
use crate::vietnamese::fold;
use crate::vietnamese::tone::{ToneStyle, restyle};

/// A name of the register is written in the text with other diacritics.
pub(super) struct MisspeltName {
    /// By the first folded letter, the first folded word and the two after it, so that a thousand villages are searched
    /// as fast as ten, and most words of a text are ruled out by their first letter; the longest name first.
    names: BTreeMap<char, BTreeMap<String, BTreeMap<String, Vec<Name>>>>,
}

/// The names that are equal without diacritics and capitals: `Thôn Đông Hạ`, `Thôn Dông Hạ`.
struct Name {
    keys: Vec<String>,
    /// Whether a dash follows each word.
    dashes: Vec<bool>,
    /// The words of each name as registered.
    forms: Vec<Vec<String>>,
    /// Words whose capitals count.
    strict: Vec<bool>,
}

impl Rule<[PrintedText<'_>]> for MisspeltName {
    fn code(&self) -> &'static str {
        "HS-045"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, |paragraph| self.corrections(paragraph), out);
    }
}

const FRONT: [&str; 2] = ["Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc"];
const FRONT_KEY: [&str; 4] = ["mat", "tran", "to", "quoc"];
/// Shorter names are too often everyday words.
const SHORTEST: usize = 3;

impl MisspeltName {
    /// The rule for the names of this register and of the units that every commune has, and for the name of the province.
    pub(super) fn of(register: &Register, province: Option<&str>) -> Self {
        let mut rule = Self { names: BTreeMap::new() };
        let is_registered = |unit: &&Unit| !unit.is_collective && !unit.is_admitted;
        let own = register.units().iter().filter(is_registered).map(|unit| unit.name.as_str());
        let known = dictionary().units().iter().filter(|unit| !unit.is_collective).map(|unit| unit.name);
        for name in own.chain(known).chain(FRONT) {
            rule.add(name);
        }
        if let Some(province) = province {
            rule.add_place(province);
        }
        for names in rule.names.values_mut().flat_map(BTreeMap::values_mut).flat_map(BTreeMap::values_mut) {
            names.sort_by_key(|name| std::cmp::Reverse(name.keys.len()));
        }
        rule
    }

    /// Adds the name of a place, `tỉnh Hải Vân`: behind its sort, capitals count.
    fn add_place(&mut self, name: &str) {
        self.add(name);
        let key: Vec<String> = words(name).into_iter().map(|word| fold::without_marks(&name[word])).collect();
        let [sort, second, third, ..] = key.as_slice() else { return };
        let of_sort = sort.chars().next().and_then(|first| self.names.get_mut(&first)?.get_mut(sort));
        let known = of_sort.and_then(|of_sort| of_sort.get_mut(&format!("{second} {third}")));
        for name in known.into_iter().flatten().filter(|known| known.keys == key) {
            name.strict.iter_mut().skip(1).for_each(|strict| *strict = true);
        }
    }

    fn add(&mut self, name: &str) {
        // "xã" after a name is often the next word of the sentence.
        let name = name.strip_suffix(" xã").or_else(|| name.strip_suffix(" phường")).unwrap_or(name);
        let ranges = words(name);
        if ranges.len() < SHORTEST || name.contains([',', ';', '(', '.', '&']) {
            return;
        }
        let form: Vec<String> = ranges.iter().map(|range| name[range.clone()].to_owned()).collect();
        let keys: Vec<String> = form.iter().map(|word| fold::without_marks(word)).collect();
        let Some(first) = keys[0].chars().next() else { return };
        let of_first_word = self.names.entry(first).or_default().entry(keys[0].clone()).or_default();
        let same_start = of_first_word.entry(format!("{} {}", keys[1], keys[2])).or_default();
        if let Some(known) = same_start.iter_mut().find(|known| known.keys == keys) {
            if !known.forms.iter().any(|other| same_marks(other, &form)) {
                known.forms.push(form);
            }
            return;
        }
        let dashes = ranges.windows(2).map(|pair| has_dash(&name[pair[0].end..pair[1].start])).collect();
        let mut strict = vec![false; keys.len()];
        if let Some(at) = keys.windows(FRONT_KEY.len()).position(|window| window == FRONT_KEY) {
            strict[at..at + FRONT_KEY.len()].fill(true);
        }
        same_start.push(Name { keys, dashes, forms: vec![form], strict });
    }

    fn corrections(&self, paragraph: &str) -> Vec<Correction> {
        let words = FoldedWords::of(paragraph);
        let mut found = Vec::new();
        let mut index = 0;
        while index < words.spots.len() {
            let Some(name) = self.name_at(&words, index) else {
                index += 1;
                continue;
            };
            let spots = &words.spots[index..index + name.keys.len()];
            let typed: Vec<&str> = spots.iter().map(|range| &paragraph[range.clone()]).collect();
            found.extend(name.intended_form(&typed).and_then(|form| name.corrected(paragraph, spots, form)));
            index += name.keys.len();
        }
        found
    }

    /// The longest name that begins with this word, 0-based, regardless of diacritics and capitals.
    fn name_at(&self, words: &FoldedWords, index: usize) -> Option<&Name> {
        let first = words.key(index..index + 1)?;
        let alike = self.names.get(&first.chars().next()?)?;
        let names = alike.get(first)?.get(words.key(index + 1..index + SHORTEST)?)?;
        names.iter().find(|name| {
            let is_key = |(at, key): (usize, &String)| words.key(index + at..index + at + 1) == Some(key);
            name.keys.iter().enumerate().all(is_key)
                && name.dashes.iter().enumerate().all(|(at, &dash)| separates(words.between(index + at), dash))
        })
    }
}

/// The words of a paragraph, and what they are without diacritics and capitals: each is folded once.
struct FoldedWords<'a> {
    paragraph: &'a str,
    /// Where each word is, in bytes.
    spots: Vec<Range<usize>>,
    /// The folded words, a blank between each two.
    folded: String,
    /// Where each folded word is, in bytes.
    keys: Vec<Range<usize>>,
}

impl<'a> FoldedWords<'a> {
    fn of(paragraph: &'a str) -> Self {
        let spots = words(paragraph);
        let mut folded = String::with_capacity(paragraph.len());
        let mut keys = Vec::with_capacity(spots.len());
        for spot in &spots {
            if !folded.is_empty() {
                folded.push(' ');
            }
            let start = folded.len();
            folded.extend(paragraph[spot.clone()].chars().map(fold::base));
            keys.push(start..folded.len());
        }
        Self { paragraph, spots, folded, keys }
    }

    /// The folded words of a range, at least one, a blank between each two; `None` past the last word.
    fn key(&self, words: Range<usize>) -> Option<&str> {
        let keys = self.keys.get(words)?;
        Some(&self.folded[keys.first()?.start..keys.last()?.end])
    }

    /// What stands between a word, 0-based, and the next one, which must be there.
    fn between(&self, index: usize) -> &str {
        &self.paragraph[self.spots[index].end..self.spots[index + 1].start]
    }
}

impl Name {
    /// The corrected name, from its first wrong word to its last; correct words stay as typed.
    fn corrected(&self, paragraph: &str, spots: &[Range<usize>], form: &[String]) -> Option<Correction> {
        let is_wrong = |&at: &usize| {
            let (word, typed) = (&form[at], &paragraph[spots[at].clone()]);
            !same_tone(word, typed) && (self.strict[at] || !same_word(word, typed))
        };
        let wrong: Vec<usize> = (0..form.len()).filter(is_wrong).collect();
        let (first, last) = (*wrong.first()?, *wrong.last()?);
        let mut with = String::new();
        for at in first..=last {
            let typed = &paragraph[spots[at].clone()];
            with.push_str(if wrong.contains(&at) { &form[at] } else { typed });
            if at < last {
                with.push_str(&paragraph[spots[at].end..spots[at + 1].start]);
            }
        }
        Some(Correction { range: spots[first].start..spots[last].end, with })
    }

    /// The registered name, where these words certainly mean it and spell it wrongly.
    fn intended_form(&self, typed: &[&str]) -> Option<&[String]> {
        if !typed.iter().any(|word| word.chars().any(char::is_lowercase)) {
            return None;
        }
        let right = self.forms.iter().find(|form| form.iter().zip(typed).all(|(word, typed)| same_word(word, typed)));
        if let Some(form) = right {
            let mut words = form.iter().zip(typed).zip(&self.strict);
            return words.any(|((word, typed), &strict)| strict && !same_tone(word, typed)).then_some(form);
        }
        let [form] = self.forms.as_slice() else { return None };
        // A word with another capital may be another word: "bản xây dựng Đảng", "văn phòng đang ủy quyền". The first
        // word of any sentence has a capital, so a wrong first word alone proves nothing: "Bàn xây dựng Đảng".
        let is_wrong = |(_, (word, typed)): &(usize, (&String, &&str))| !same_word(word, typed);
        let wrong: Vec<_> = form.iter().zip(typed).enumerate().filter(is_wrong).collect();
        let is_credible = wrong.iter().any(|(at, _)| *at > 0)
            && wrong.iter().all(|(_, (word, typed))| is_capital(word) == is_capital(typed));
        is_credible.then_some(form)
    }
}

fn has_dash(between: &str) -> bool {
    between.contains(['-', '–', '—', '\u{2011}'])
}

/// Whether this text separates two words of one name.
fn separates(between: &str, dash: bool) -> bool {
    let is_part = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '\u{2011}');
    has_dash(between) == dash && between.chars().all(is_part)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether two words are equal apart from the position of the tone mark.
fn same_tone(first: &str, second: &str) -> bool {
    first == second || restyle(first, ToneStyle::Old) == restyle(second, ToneStyle::Old)
}

/// As [`same_tone`], regardless of capitals.
fn same_word(first: &str, second: &str) -> bool {
    same_tone(first, second) || same_tone(&first.to_lowercase(), &second.to_lowercase())
}

fn same_marks(first: &[String], second: &[String]) -> bool {
    first.iter().zip(second).all(|(first, second)| same_word(first, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;
    use crate::dossier::wording::{first_spot, suggestions};

    fn rule(own: &[&str]) -> MisspeltName {
        let mut out = Diagnostics::new();
        let mut rule = MisspeltName::of(
            &Register::new(&crate::records::Records::default(), &BTreeMap::new(), None, &mut out),
            None,
        );
        for name in own {
            rule.add(name);
        }
        rule
    }

    #[test]
    fn wrong_diacritics_and_capitals_are_corrected() {
        let rule = rule(&["Thôn Bến Hạc"]);
        let check = |text: &str, written: &str| assert_eq!(suggestions(&rule, text), [written], "{text}");
        check("góp ý của Mặt trân tổ quốc, các đoàn thể", "ý của Mặt trận Tổ quốc, các đoàn");
        check("Mặt trận tổ quốc Việt Nam xã", "Mặt trận Tổ quốc Việt Nam");
        check("Hội đông nhân dân xã", "Hội đồng nhân dân xã");
        check("phòng Văn hoa - Xã hội", "phòng Văn hóa - Xã hội");
        check("tại thôn Ben Hạc", "tại thôn Bến Hạc");
    }

    #[test]
    fn a_name_is_one_spot_even_with_several_wrong_words() {
        let text = "góp ý của Mặt trân tổ quốc với xã, thôn; thực hiện giám sát của Mặt trân tổ quốc";
        let spot = first_spot(&PrintedText::of(text, &Place::default()), |paragraph| rule(&[]).corrections(paragraph));
        assert_eq!(spot.map(|spot| (spot.written, spot.others)), Some(("ý của Mặt trận Tổ quốc với xã,".into(), 1)));
    }

    #[test]
    fn correct_names_and_other_words_are_left_alone() {
        let rule = rule(&["Thôn Đông Hạ", "Thôn Dông Hạ"]);
        for text in [
            "Mặt trận Tổ quốc Việt Nam; ỦY BAN NHÂN DÂN XÃ; MẶT TRÂN TỔ QUỐC",
            "Uỷ ban nhân dân xã; Phòng Văn hoá - Xã hội; phòng văn hóa - xã hội",
            "hội nông dân, hội đồng, nhân dân; nhiều bản xây dựng Đảng; Văn phòng đang ủy quyền",
            "Thôn Đông Hạ và thôn Dông Hạ, thôn Đống Hạ",
            "văn hóa, xã hội",
        ] {
            assert_eq!(suggestions(&rule, text), [""; 0], "{text}");
        }
    }
}
