//! A body by its name: its sort, its tier, its proper name.
//!
//! Owns reading a name in any of its abbreviations and writing it in full (CQ-01, CQ-03). Must not know what the body
//! issues. `form_lines` sets the head of the form right with it, `office` looks for the post held in it.

use super::letters::as_proper_name;
use super::tier::{GovernmentLevel, NameParts, TierWord};
use crate::contract::dictionary;
use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, single_spaced};

/// The sort of a body: it decides the title of its head, and whether a superior stands above its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodySort {
    /// Ủy ban nhân dân.
    Committee,
    /// Hội đồng nhân dân.
    Council,
    /// Phòng.
    Division,
    /// Văn phòng.
    Secretariat,
    /// Trung tâm.
    Centre,
    /// Ban Chỉ đạo, Ban …
    Board,
    /// Hội đồng that advises: Hội đồng Thi đua - Khen thưởng.
    Advisory,
    /// Tổ.
    Team,
    /// Trạm.
    Station,
    /// Công an.
    Police,
    /// Ban Chỉ huy Quân sự.
    Military,
    /// Trường.
    School,
    /// A body of the Party.
    Party,
    /// Mặt trận Tổ quốc.
    Front,
    /// Hội, đoàn.
    Association,
    /// Any other.
    Other,
}

/// A body as its name tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBody {
    /// Its sort.
    pub sort: BodySort,
    /// Whether its chair issues in their own right (CX-02).
    pub is_chair: bool,
    /// The words before the tier: `Ủy ban nhân dân`, `Phòng Kinh tế`.
    pub lead: String,
    /// The tier; `None` where the name has none.
    tier: Option<TierWord>,
    /// The proper name behind the tier; empty where there is none.
    pub place: String,
    /// Abbreviations of the lead that stay, since only the office knows them.
    pub short: Vec<String>,
}

/// The first words of names, folded, with the sort; a longer one comes before one that it begins with.
const BEGINNINGS: [(&str, BodySort); 49] = {
    use BodySort::{
        Advisory, Association, Board, Centre, Committee, Council, Division, Front, Military, Party, Police, School,
        Secretariat, Station, Team,
    };
    [
        ("uy ban nhan dan", Committee),
        ("uy ban mat tran", Front),
        ("uy ban mttq", Front),
        ("ub nhan dan", Committee),
        ("ub mttq", Front),
        ("ub nd", Committee),
        ("u b n d", Committee),
        ("uy ban nd", Committee),
        ("ubnd", Committee),
        ("ubmttq", Front),
        ("ubmttqvn", Front),
        ("mttq", Front),
        ("mat tran", Front),
        ("ban thuong truc uy ban mat tran", Front),
        ("ban thuong truc ubmttq", Front),
        ("thuong truc hoi dong nhan dan", Council),
        ("thuong truc hdnd", Council),
        ("tt hdnd", Council),
        ("hoi dong nhan dan", Council),
        ("h d n d", Council),
        ("hdnd", Council),
        ("hoi dong", Advisory),
        ("dang uy", Party),
        ("dang bo", Party),
        ("ban chap hanh dang bo", Party),
        ("ban thuong vu dang uy", Party),
        ("thuong truc dang uy", Party),
        ("chi bo", Party),
        ("ban xay dung dang", Party),
        ("uy ban kiem tra", Party),
        ("van phong dang uy", Party),
        ("ban chi huy quan su", Military),
        ("ban chqs", Military),
        ("bchqs", Military),
        ("ban", Board),
        ("bcd", Board),
        ("phong", Division),
        ("van phong", Secretariat),
        ("vp", Secretariat),
        ("trung tam", Centre),
        ("tram", Station),
        ("cong an", Police),
        ("truong", School),
        ("to", Team),
        ("doan thanh nien", Association),
        ("doan tncs", Association),
        ("cong doan", Association),
        ("lien doan lao dong", Association),
        ("hoi", Association),
    ]
};

/// Abbreviations within a name and what they mean.
const ABBREVIATIONS: [(&str, &str); 9] = [
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("CHQS", "Chỉ huy Quân sự"),
    ("VP", "Văn phòng"),
];

impl NamedBody {
    /// The body with this name, typed on one line.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let typed = single_spaced(typed.trim_end_matches([',', '.', ';', ':', ' ']));
        let words = NameParts::of(&typed);
        // "TM. UBND xã": copied from a signature.
        let mark = words.begins(0, "tm").filter(|&at| committee_at(&words, at).is_some());
        if let Some(at) = mark {
            return Self::of(words.slice(at..words.len()));
        }
        let chair = ["chu tich", "ct"].into_iter().find_map(|title| words.begins(0, title));
        let chair = chair.filter(|&at| committee_at(&words, at).is_some()).unwrap_or(0);
        let start = chair;
        if let Some((sort, length)) = committee_at(&words, start) {
            return Self::of_people(sort, &words, start, length, chair > 0);
        }
        let tier = (1..words.len()).rev().find_map(|at| stands_at(&words, at).map(|(tier, length)| (at, tier, length)));
        let end = tier.map_or(words.len(), |(at, ..)| at);
        let lead = typed[..tier.map_or(typed.len(), |(at, ..)| words.all[at].0.start)].trim();
        let lead = lead.trim_end_matches([' ', ',', '-', '–', '/']);
        let place = tier.map_or("", |(at, _, length)| words.slice(at + length..words.len()));
        let (lead, abbreviations) = written_out(lead);
        let sort = sort_of(&lead, &words, end);
        Self {
            sort,
            is_chair: false,
            lead,
            tier: tier.map(|(_, tier, _)| tier),
            place: named(place),
            short: abbreviations,
        }
    }

    /// A People's Committee or Council: its tier stands right behind its kind.
    fn of_people(sort: BodySort, words: &NameParts, start: usize, length: usize, is_chair: bool) -> Self {
        let is_standing = words.begins(start, "thuong truc").or_else(|| words.begins(start, "tt")).is_some();
        let lead = match (sort, is_standing) {
            (BodySort::Committee, _) => "Ủy ban nhân dân",
            (_, true) => "Thường trực Hội đồng nhân dân",
            (_, false) => "Hội đồng nhân dân",
        };
        let behind = start + length;
        let tier = words.tier(behind, true);
        let from = behind + tier.map_or(0, |(_, length)| length);
        let is_commune = tier.is_none_or(|(tier, _)| tier.level != GovernmentLevel::Province);
        let end = (from + 1..words.len()).find(|&at| is_commune && begins_province(words, at)).unwrap_or(words.len());
        let place = words.slice(from..end);
        let tier = tier.map(|(tier, _)| tier);
        Self { sort, is_chair, lead: lead.to_owned(), tier, place: named(place), short: Vec::new() }
    }

    /// Whether a commune, or "Ủy ban" alone, stands where a People's Committee must: `Xã Cồn Lau`, `UB xã Cồn Lau`.
    #[must_use]
    pub(in crate::dossier) fn is_committee_in_part(&self) -> bool {
        let is_commune = |text: &str| {
            let tier = NameParts::of(text).tier(0, false);
            tier.is_some_and(|(tier, _)| tier.level == GovernmentLevel::Commune)
        };
        let lead = fold::key(&self.lead);
        self.sort == BodySort::Other
            && (matches!(lead.as_str(), "ub" | "uy ban" | "uy ban hanh chinh") || is_commune(&self.lead))
    }

    /// Its name in full: `Ủy ban nhân dân xã Cồn Lau`.
    #[must_use]
    pub fn in_full(&self) -> String {
        let chair = if self.is_chair { "Chủ tịch " } else { "" };
        single_spaced(&format!("{chair}{} {}", self.lead, self.unit()))
    }

    /// The same, the kind of a People's Committee or Council abbreviated, as a superior's may be (CQ-02).
    #[must_use]
    pub fn abbreviated(&self) -> String {
        match self.sort {
            BodySort::Committee => single_spaced(&format!("UBND {}", self.unit())),
            BodySort::Council => single_spaced(&format!("HĐND {}", self.unit())),
            _ => self.in_full(),
        }
    }

    /// Tier and name: `xã Cồn Lau`, `Phường 1`; empty where it has neither.
    #[must_use]
    pub fn unit(&self) -> String {
        let Some(tier) = self.tier else { return self.place.clone() };
        let is_number = self.place.starts_with(|letter: char| letter.is_ascii_digit());
        let word = if is_number { capitalized(tier.word) } else { tier.word.to_owned() };
        single_spaced(&format!("{word} {}", self.place))
    }

    /// The word of its tier; `None` where its name has none.
    #[must_use]
    pub fn tier(&self) -> Option<&'static str> {
        self.tier.map(|tier| tier.word)
    }

    /// The level of government of its tier.
    #[must_use]
    pub fn level(&self) -> Option<GovernmentLevel> {
        self.tier.map(|tier| tier.level)
    }

    /// The same body of this tier and place, where its own name has none.
    #[must_use]
    pub(in crate::dossier) fn at(mut self, place: &str) -> Self {
        place.clone_into(&mut self.place);
        self
    }

    /// Whether it can only ask others to do something: a division, an office or a centre of the commune assigns no tasks
    /// to its equals.
    #[must_use]
    pub fn asks_others(&self) -> bool {
        use BodySort::{Centre, Division, Police, School, Secretariat, Station};
        matches!(self.sort, Division | Secretariat | Centre | Station | Police | School)
    }

    /// Whether it decides as a collective, for which its head signs `TM.` (KY-01).
    #[must_use]
    pub fn is_collective(&self) -> bool {
        let is_steering = || fold::key(&self.lead).starts_with("ban chi dao");
        let by_sort = matches!(self.sort, BodySort::Committee | BodySort::Council | BodySort::Advisory);
        !self.is_chair && (by_sort || self.sort == BodySort::Board && is_steering())
    }

    /// The words behind `TM.`: the sort of body, without its field and its place (KY-12, CX-07).
    #[must_use]
    pub fn authority(&self) -> &str {
        let is_steering = fold::key(&self.lead).starts_with("ban chi dao ");
        if is_steering { "Ban Chỉ đạo" } else { &self.lead }
    }
}

/// A People's Committee or Council whose name begins here, and the number of words of its kind.
fn committee_at(words: &NameParts, at: usize) -> Option<(BodySort, usize)> {
    let (key, sort) = BEGINNINGS.into_iter().find(|(key, _)| words.begins(at, key).is_some())?;
    let length = key.split(' ').count();
    if matches!(sort, BodySort::Committee | BodySort::Council) {
        return Some((sort, length));
    }
    None
}

/// The commune's tier, or one that was abolished, in the name of a body below it. The society (xã hội) is no commune.
fn stands_at(words: &NameParts, at: usize) -> Option<(TierWord, usize)> {
    let (tier, length) = words.tier(at, false).filter(|(tier, _)| tier.level != GovernmentLevel::Province)?;
    let is_behind_dash = words.before(at).contains(['-', '–', '&']);
    let is_society = tier.word == "xã" && words.key(at + 1) == "hoi" && at + 2 >= words.len();
    let is_district_of = tier.word == "xã" && words.key(at.wrapping_sub(1)) == "thi";
    let is_cooperative = tier.word == "xã" && matches!(words.key(at - 1), "tac" | "cong" | "phuc" | "va");
    (!is_behind_dash && !is_society && !is_district_of && !is_cooperative).then_some((tier, length))
}

/// Whether the name of a higher unit begins here: `, tỉnh Hải Vân`.
fn begins_province(words: &NameParts, at: usize) -> bool {
    let is_apart = words.before(at).contains([',', '-', '–', '(', '/']);
    let tier = words.tier(at, is_apart).filter(|(_, length)| at + length < words.len());
    tier.is_some_and(|(tier, _)| matches!(tier.level, GovernmentLevel::Province | GovernmentLevel::Abolished))
}

fn named(place: &str) -> String {
    as_proper_name(place.trim_matches([' ', ',', '-', '–', '.']))
}

/// The lead of a name with its abbreviations written out, and those that stay.
fn written_out(lead: &str) -> (String, Vec<String>) {
    let is_shouted = !lead.chars().any(char::is_lowercase);
    if let Some(known) = dictionary().unit_named(lead).filter(|_| is_shouted || has_abbreviation(lead)) {
        let full = written(known.name.trim_end_matches(" xã"));
        return (full, Vec::new());
    }
    let full = written(lead);
    let short = if is_shouted { Vec::new() } else { abbreviations(&full).map(str::to_owned).collect() };
    (full, short)
}

fn written(name: &str) -> String {
    let word = |word: &str| {
        let known = ABBREVIATIONS.into_iter().find(|(short, _)| *short == word);
        known.map_or_else(|| word.to_owned(), |(_, full)| full.to_owned())
    };
    name.replace("Uỷ ban", "Ủy ban")
        .replace("UỶ BAN", "ỦY BAN")
        .replace("Ủy Ban Nhân Dân", "Ủy ban nhân dân")
        .split(' ')
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

fn has_abbreviation(name: &str) -> bool {
    abbreviations(name).next().is_some() || name.contains('.')
}

/// Words of two capitals or more in a name that has small letters.
fn abbreviations(name: &str) -> impl Iterator<Item = &str> {
    let is_short = |word: &&str| {
        word.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
    };
    name.split([' ', '-', '.', ',', '&', '(', ')']).filter(is_short)
}

fn sort_of(lead: &str, words: &NameParts, end: usize) -> BodySort {
    let own = NameParts::of(lead);
    let known = BEGINNINGS.into_iter().find(|(key, _)| own.begins(0, key).is_some());
    let is_of_party = || (1..end).any(|at| matches!(words.key(at), "dang")) && words.key(0) == "ban";
    match known {
        Some((_, BodySort::Board)) if is_of_party() => BodySort::Party,
        Some((_, sort)) => sort,
        None => BodySort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_is_read_in_every_spelling() {
        for typed in [
            "UBND xã Cồn Lau",
            "UBND Xã Cồn Lau",
            "U.B.N.D xã Cồn Lau",
            "Uỷ Ban Nhân Dân xã cồn lau",
            "ỦY BAN NHÂN DÂN XÃ CỒN LAU",
            "ỦY BAN NHÂN DÂN XÃ CỒN LAU TỈNH HẢI VÂN",
            "Ủy ban nhân dân xã Cồn Lau, tỉnh Hải Vân.",
            "uy ban nhan dan xa Cồn Lau",
        ] {
            let body = NamedBody::of(typed);
            assert_eq!((body.in_full().as_str(), body.sort), ("Ủy ban nhân dân xã Cồn Lau", BodySort::Committee));
        }
        assert_eq!(NamedBody::of("UBND P. Tân Mai").in_full(), "Ủy ban nhân dân phường Tân Mai");
        assert_eq!(NamedBody::of("UBND phường 1").in_full(), "Ủy ban nhân dân Phường 1");
        assert_eq!(NamedBody::of("CT UBND xã Cồn Lau").in_full(), "Chủ tịch Ủy ban nhân dân xã Cồn Lau");
        assert_eq!(NamedBody::of("TT HĐND xã Cồn Lau").in_full(), "Thường trực Hội đồng nhân dân xã Cồn Lau");
        assert_eq!(NamedBody::of("UBND TT. Cồn Lau").level(), Some(GovernmentLevel::Abolished));
    }

    #[test]
    fn other_bodies_keep_their_own_words() {
        for (typed, full, sort) in [
            ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", BodySort::Division),
            ("Phòng Văn hóa - Xã hội xã Hội Sơn", "Phòng Văn hóa - Xã hội xã Hội Sơn", BodySort::Division),
            ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội", BodySort::Division),
            ("Ban Chỉ đạo chuyển đổi số xã Cồn Lau", "Ban Chỉ đạo chuyển đổi số xã Cồn Lau", BodySort::Board),
            ("BCĐ chuyển đổi số", "Ban Chỉ đạo chuyển đổi số", BodySort::Board),
            ("Trạm Khuyến nông Suối Hạc", "Trạm Khuyến nông Suối Hạc", BodySort::Station),
            ("Đảng ủy xã Cồn Lau", "Đảng ủy xã Cồn Lau", BodySort::Party),
            ("Ban Tổ chức Đảng ủy xã", "Ban Tổ chức Đảng ủy xã", BodySort::Party),
            ("Hợp tác xã Rau sạch", "Hợp tác xã Rau sạch", BodySort::Other),
        ] {
            let body = NamedBody::of(typed);
            assert_eq!((body.in_full().as_str(), body.sort), (full, sort), "{typed}");
        }
        let secretariat = NamedBody::of("Văn phòng HĐND và UBND xã");
        assert_eq!(secretariat.in_full(), "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã");
        assert_eq!(secretariat.sort, BodySort::Secretariat);
    }
}
