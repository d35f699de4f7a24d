//! The commune that a document comes from: xã, phường or đặc khu, its name, and whether its People's Committee issues.
//!
//! Owns finding these in the names of the bodies. Must not know units or recipients. It serves to compare names, and to
//! word the standard lines of Nơi nhận.

use std::collections::BTreeSet;

use super::body_kind::{self, BodyKind, known_relation};
use super::collective::Collective;
use super::general::General;
use crate::contract::{KnownUnit, NameWords, TIERS};
use crate::vietnamese::fold;

/// The commune of the issuing body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// `xã`, `phường` or `đặc khu`.
    pub tier: &'static str,
    /// Whether the issuing body is the People's Committee, or its chairman.
    pub is_issuer: bool,
    /// Its name in small letters; empty where no name contains it.
    name: String,
    /// The issuing body.
    issuer: NameWords,
}

impl Commune {
    /// The commune of Thông tin chung.
    #[must_use]
    pub fn of(general: &General) -> Self {
        let issuer = general.issuing_body.value.join(" ");
        Self::named(&issuer, general.superior_body.as_deref(), &general.place)
    }

    /// The commune of these bodies; named after the place where neither body is named after its commune.
    pub(super) fn named(issuer: &str, superior: Option<&str>, place: &str) -> Self {
        let named = tier_and_name(issuer).or_else(|| superior.and_then(tier_and_name));
        let (tier, name) = named.unwrap_or_else(|| ("xã", fold::exact(place).to_lowercase()));
        Self { tier, is_issuer: is_peoples_committee(issuer), name, issuer: NameWords::of(issuer) }
    }

    /// Whether a name is the issuing body's.
    pub(super) fn is_issuer_named(&self, name: &str) -> bool {
        self.bare(name) == self.bare_words(self.issuer.clone())
    }

    /// Whether two names are one body's, purposes in brackets aside.
    #[must_use]
    pub fn is_same_body(&self, one: &str, other: &str) -> bool {
        let one = self.body_words(one);
        !one.is_blank() && one == self.body_words(other)
    }

    /// The words of a body's name, a purpose in brackets aside: those of two names of one body are equal.
    #[must_use]
    pub fn body_words(&self, body: &str) -> NameWords {
        self.bare(body.split('(').next().unwrap_or_default())
    }

    /// The kind of a body of which only the name is known.
    #[must_use]
    pub fn kind_of_body(&self, name: &str) -> BodyKind {
        BodyKind::of(&self.bare(name), known_relation(name))
    }

    /// The kinds of body that a collective wording covers; empty where it is none.
    #[must_use]
    pub fn covered_by(text: &str) -> BTreeSet<BodyKind> {
        Collective::of(text).covers
    }

    /// A name without the commune's own at its end: "Công an xã Đồng Mây" and "Công an" are one unit.
    #[must_use]
    pub fn bare(&self, name: &str) -> NameWords {
        self.bare_words(NameWords::of(name))
    }

    fn bare_words(&self, mut words: NameWords) -> NameWords {
        if !self.name.is_empty() && words.ends_with(&self.name) {
            words = TIERS.iter().fold(words, |words, tier| words.without_end(&format!("{tier} {}", self.name)));
        }
        words.without_tier()
    }
}

/// The unit with this name that every commune has, the commune's own name left out.
#[must_use]
pub fn known(name: &str, commune: &Commune) -> Option<&'static KnownUnit> {
    body_kind::known_by(&commune.bare(name))
}

/// `xã` and `đồng mây` of "Ủy ban nhân dân xã Đồng Mây"; the society (xã hội) behind a dash is no commune.
fn tier_and_name(body: &str) -> Option<(&'static str, String)> {
    let small = format!(" {} ", fold::exact(body).to_lowercase());
    let behind = |tier: &str| {
        let places = small.match_indices(&format!(" {tier} ")).map(|(at, _)| at).collect::<Vec<_>>();
        places.into_iter().rev().find(|&at| !small[..at].trim_end().ends_with(['-', '–', '&']))
    };
    TIERS.into_iter().find_map(|tier| {
        let at = behind(tier)?;
        let name = small[at + tier.len() + 2..].trim();
        (!name.is_empty()).then(|| (tier, NameWords::of(name).words().collect::<Vec<_>>().join(" ")))
    })
}

fn is_peoples_committee(body: &str) -> bool {
    let phrase = NameWords::of(body);
    phrase.begins_with("ủy ban nhân dân") || phrase.begins_with("chủ tịch ủy ban nhân dân")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bodys_tier_and_name_are_found() {
        for (body, tier, name) in [
            ("ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY", "xã", "đồng mây"),
            ("UBND phường Sông Ngàn", "phường", "sông ngàn"),
            ("Ủy ban nhân dân đặc khu Cồn Mây", "đặc khu", "cồn mây"),
            ("Phòng Văn hóa - Xã hội xã Hội Sơn", "xã", "hội sơn"),
        ] {
            assert_eq!(tier_and_name(body), Some((tier, name.to_owned())), "{body}");
        }
        assert_eq!(tier_and_name("Phòng Văn hóa - Xã hội"), None);
    }

    #[test]
    fn the_peoples_committee_is_recognised_by_the_beginning_of_its_name() {
        assert!(is_peoples_committee("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY") && is_peoples_committee("UBND xã"));
        assert!(!is_peoples_committee("Văn phòng HĐND và UBND xã") && !is_peoples_committee("Phòng Kinh tế"));
    }
}
