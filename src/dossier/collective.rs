//! Collective wordings of Nơi nhận: "Các phòng, ban chuyên môn thuộc UBND xã", "Trưởng các thôn".
//!
//! Owns which kinds of body such a wording covers. Must not know any unit. `assignees`, `draft` and the rules about Nơi
//! nhận use it.

use std::collections::BTreeSet;

use super::body_kind::BodyKind;
use super::body_kind::BodyKind::{
    Association, Centre, Clinic, CouncilBody, Front, Group, Military, Office, Other, PartyBody, Police, School,
    Secretariat, Village,
};
use crate::contract::NameWords;
use crate::contract::dictionary;

/// The nouns of a collective and the kinds that each means; a longer noun comes before one that it begins with.
const NOUNS: [(&str, &[BodyKind]); 14] = [
    ("cơ quan", &[Office, Centre, Secretariat, Police, Military, Clinic, School, PartyBody, Other]),
    ("đơn vị", &[Office, Centre, Secretariat, Police, Military, Clinic, School, PartyBody, Other]),
    ("tổ chức chính trị xã hội", &[Association]),
    ("tổ chức", &[Association, Other]),
    ("tổ công nghệ số", &[Group]),
    ("đoàn thể", &[Front, Association]),
    ("trung tâm", &[Centre]),
    ("nhà trường", &[School]),
    ("trường", &[School]),
    ("trạm", &[Clinic]),
    ("ngành", &[Office, Centre, Police, Military, Clinic]),
    ("phòng", &[Office]),
    ("ban", &[Office, PartyBody, CouncilBody]),
    ("hội", &[Association]),
];

/// Words that may stand between two nouns of one collective.
const BETWEEN: [&str; 13] =
    ["và", "chuyên", "môn", "học", "thuộc", "trực", "ủy", "nhân", "dân", "xã", "phường", "của", "liên"];

/// A wording that may name many units at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collective {
    /// Its nouns, in small letters.
    pub nouns: Vec<&'static str>,
    /// The kinds of body that it covers; empty where the text names no collective.
    pub covers: BTreeSet<BodyKind>,
}

impl Collective {
    /// What a text covers besides the units that it names one by one.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        for part in text.split([';', '\n']) {
            found.add(&NameWords::of(part));
        }
        found
    }

    fn add(&mut self, phrase: &NameWords) {
        let words: Vec<&str> = phrase.words().collect();
        // A number counts the members ("24 thôn"); every other collective opens with "các".
        let opens = |word: &str| word == "các" || word.bytes().all(|byte| byte.is_ascii_digit());
        let mut is_open = false;
        let mut at = 0;
        while at < words.len() {
            let noun = is_open.then(|| noun_at(&words[at..])).flatten();
            if let Some((noun, covers, length)) = noun {
                self.nouns.push(noun);
                self.covers.extend(covers);
                at += length;
                continue;
            }
            is_open = opens(words[at]) || (is_open && BETWEEN.contains(&words[at]));
            at += 1;
        }
    }

    /// Whether a text means nothing but a collective: it begins with one, or with its heads ("Trưởng các thôn").
    #[must_use]
    pub fn is_whole(text: &str) -> bool {
        const HEADS: [&str; 6] = ["trưởng", "thủ trưởng", "tổ trưởng", "lãnh đạo", "trưởng thôn", "hiệu trưởng"];
        let phrase = NameWords::of(text);
        let begins = phrase.begins_with("các") || HEADS.iter().any(|head| phrase.begins_with(&format!("{head} các")));
        begins && !Self::of(text).covers.is_empty()
    }
}

/// The name of all offices in the dictionary, where a text names them by their sorts alone: «Các phòng, ban, ngành, đoàn
/// thể xã»; `None` for any other text.
pub(super) fn name_of_offices(text: &str) -> Option<&'static str> {
    const FURTHER: [&str; 9] = ["các", "trên", "địa", "bàn", "quan", "khác", "cấp", "đoàn", "thể"];
    if !text.starts_with("Các ") && !text.starts_with("các ") {
        return None;
    }
    let phrase = NameWords::of(text);
    let words: Vec<&str> = phrase.words().collect();
    let mut at = 0;
    while at < words.len() {
        match noun_at(&words[at..]) {
            Some((_, covers, _)) if covers.contains(&Village) => return None,
            Some((_, _, length)) => at += length,
            None if BETWEEN.contains(&words[at]) || FURTHER.contains(&words[at]) => at += 1,
            None => return None,
        }
    }
    let is_of_offices = words.first() == Some(&"các") && Collective::of(text).covers.contains(&Office);
    let known = dictionary().units().iter().find(|unit| unit.name == "Các cơ quan, đơn vị");
    known.filter(|_| is_of_offices).map(|unit| unit.name)
}

/// The noun that the words begin with, the kinds it means, and its number of words.
fn noun_at(words: &[&str]) -> Option<(&'static str, Vec<BodyKind>, usize)> {
    let length = |noun: &str| noun.split(' ').count();
    let starts = |noun: &str| noun.split(' ').eq(words.iter().copied().take(length(noun)));
    if let Some(&(noun, covers)) = NOUNS.iter().find(|(noun, _)| starts(noun)) {
        return Some((noun, covers.to_vec(), length(noun)));
    }
    let village = dictionary().village_types().iter().filter(|kind| starts(kind));
    let longest = village.max_by_key(|kind| kind.len())?;
    Some((longest, vec![Village], length(longest)))
}

/// A collective with its general words in small letters: «các Thôn» names no village.
pub(super) fn in_small_letters(name: &str) -> String {
    const GENERAL: [&str; 8] = ["Thôn", "Ấp", "Bản", "Xóm", "Tổ", "Khu", "Phòng", "Ban"];
    let words = name.split(' ').enumerate().map(|(at, word)| {
        let is_general = at > 0 && GENERAL.contains(&word.trim_end_matches(','));
        if is_general { crate::vietnamese::text::lower(word) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_covers_the_sorts_of_its_nouns() {
        for (text, covers) in [
            ("Các phòng, ban chuyên môn thuộc UBND xã", vec![PartyBody, CouncilBody, Office]),
            ("Các phòng, trung tâm; Công an xã", vec![Office, Centre]),
            ("Các phòng và các thôn, bản", vec![Office, Village]),
            ("Trưởng các thôn", vec![Village]),
            ("12 thôn, tổ dân phố", vec![Village]),
            ("Các phòng, Văn phòng HĐND và UBND xã", vec![Office]),
            ("Các trường học trên địa bàn xã", vec![School]),
            ("UBMTTQ và các tổ chức chính trị - xã hội xã", vec![Association]),
            ("Chủ tịch, các Phó Chủ tịch UBND xã", vec![]),
            ("các Phó Chủ tịch UBND xã, Phòng Kinh tế", vec![]),
            ("Phòng Kinh tế", vec![]),
        ] {
            assert_eq!(Collective::of(text).covers.into_iter().collect::<Vec<_>>(), covers, "{text}");
        }
    }

    #[test]
    fn a_whole_collective_begins_as_one() {
        assert!(Collective::is_whole("Trưởng các thôn") && Collective::is_whole("Các cơ quan, đơn vị, các thôn"));
        assert!(!Collective::is_whole("Văn phòng và các phòng") && !Collective::is_whole("Các Phó Chủ tịch"));
    }
}
