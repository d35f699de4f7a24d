//! The messages about names that the register has not, with the words to type: for one name, and for a text of several,
//! «Phòng VHXH, Phòng KT», «Các thôn (trừ Thôn An Hạ)».
//!
//! Owns what such a text probably means. Must not take it as meant: the register asks.

use super::body_kind;
use super::likely_unit::likely_unit;
use super::unit::Unit;
use crate::diag::Diagnostic;
use crate::records::Located;
use crate::vietnamese::fold;

/// HS-009: no unit has this name.
pub(super) fn unit(name: &Located<String>, units: &[Unit]) -> Diagnostic {
    let message = Diagnostic::error("HS-009").at(&name.at).with("text", &name.value);
    if names_committee(&name.value) {
        return message.hint("committee");
    }
    if let Some(several) = SeveralNames::of(&name.value, units) {
        return several.hinted(message);
    }
    let names = units.iter().flat_map(Unit::names);
    // A body that every commune has, or a collective ("Các …"), is taken as meant: only a typing error is suggested.
    let is_collective = fold::key(&name.value).starts_with("cac ");
    let likely = likely_unit(&name.value, units).filter(|_| !is_collective);
    let is_meant = is_collective || body_kind::known_anywhere(&name.value).is_some();
    let typo_or_nearest = || {
        if is_meant { fold::typo_of(&name.value, names) } else { fold::nearest_by_words(&name.value, names) }
    };
    message.nearest(likely.or_else(typo_or_nearest))
}

/// HS-055: no village has this name.
pub(super) fn village(name: &Located<String>, units: &[Unit]) -> Diagnostic {
    let villages: Vec<Unit> = units.iter().filter(|unit| unit.is_village).cloned().collect();
    let message = Diagnostic::error("HS-055").at(&name.at).with("text", &name.value);
    match SeveralNames::of(&name.value, &villages) {
        Some(several) => several.hinted(message),
        None => message.nearest(fold::nearest_by_words(&name.value, villages.iter().flat_map(Unit::names))),
    }
}

/// Whether a text names the People's Committee of the commune, which is none of its own units.
fn names_committee(text: &str) -> bool {
    let key = fold::key(text);
    let behind = key.strip_prefix("ubnd").or_else(|| key.strip_prefix("uy ban nhan dan"));
    behind.is_some_and(|rest| ["", " xa", " phuong", " dac khu"].contains(&rest))
}

/// What a text of several names means.
pub(super) enum SeveralNames {
    /// All are known: the words to type.
    Known(String),
    /// Some are known: those that are not.
    Partly(String),
}

impl SeveralNames {
    /// What a text means; `None` where it is one name, or none of its names is known.
    pub(super) fn of(text: &str, units: &[Unit]) -> Option<Self> {
        if let Some(others) = all_but(text, units) {
            return Some(Self::Known(others));
        }
        let parts = parts(text)?;
        let meant: Vec<Option<&str>> = parts.iter().map(|part| meant_by(part, units)).collect();
        let of_unknown = parts.iter().zip(&meant).filter(|(_, meant)| meant.is_none());
        let unknown: Vec<&str> = of_unknown.map(|(part, _)| *part).collect();
        let names: Vec<&str> = meant.iter().copied().flatten().collect();
        if names.is_empty() || names.iter().enumerate().any(|(at, name)| names[..at].contains(name)) {
            return None;
        }
        Some(if unknown.is_empty() { Self::Known(names.join("; ")) } else { Self::Partly(unknown.join("», «")) })
    }

    /// The message with the words to type, or the names that are not known.
    pub(super) fn hinted(self, message: Diagnostic) -> Diagnostic {
        match self {
            Self::Known(likely) => message.with("likely", likely).hint("parts"),
            Self::Partly(unknown) => message.with("unknown", unknown).hint("some_parts"),
        }
    }
}

/// The names of a text that lists several with a comma, a semicolon, a stroke, «và»; two words that only share a comma
/// are one name.
fn parts(text: &str) -> Option<Vec<&str>> {
    // "Phòng Kinh tế, Hạ tầng và Đô thị" is one name: every part begins one.
    const BEGIN: [&str; 26] = [
        "phong",
        "p",
        "ban",
        "hoi",
        "doan",
        "cong an",
        "ca",
        "tram",
        "trung tam",
        "tt",
        "truong",
        "van phong",
        "vp",
        "thon",
        "ap",
        "ban",
        "to",
        "khu",
        "uy ban",
        "ubmttq",
        "mttq",
        "mat tran",
        "kdc",
        "bch",
        "ubnd",
        "cong doan",
    ];
    let begins = |part: &&str| {
        let key = fold::key(part);
        BEGIN.iter().any(|word| key.starts_with(&format!("{word} "))) || !key.is_empty() && !key.contains(' ')
    };
    let listed = || text.split([',', ';', '/', '\n']).map(str::trim);
    let joined: Vec<&str> = listed().flat_map(|part| part.split(" và ")).map(str::trim).collect();
    // "Văn hóa và Xã hội" is one name: behind «và» a part must begin one.
    let parts: Vec<&str> = if joined.iter().all(begins) { joined } else { listed().collect() };
    let are_names = parts.iter().all(begins)
        || parts.iter().all(|part| !part.is_empty() && part.split(' ').count() < 4 && !part.contains(" và "));
    (parts.len() > 1 && are_names).then_some(parts)
}

fn meant_by<'a>(part: &str, units: &'a [Unit]) -> Option<&'a str> {
    let own = || units.iter().filter(|unit| !unit.is_collective || fold::key(part).starts_with("cac "));
    let same = || own().find(|unit| unit.names().any(|name| fold::are_alike(name, part)));
    let likely = || likely_unit(part, units);
    let near = || {
        let nearest = fold::nearest_by_words(part, own().flat_map(Unit::names))?;
        own().find(|unit| unit.names().any(|name| name == nearest))
    };
    same().map(|unit| unit.name.as_str()).or_else(likely).or_else(|| near().map(|unit| unit.name.as_str()))
}

/// All villages but those behind «trừ».
fn all_but(text: &str, units: &[Unit]) -> Option<String> {
    let key = fold::key(text);
    let (all, excepted) = key.split_once(" tru ").or_else(|| key.split_once(" ngoai tru "))?;
    let excepted = format!(" {excepted} ");
    let is_excepted = |unit: &Unit| {
        let bare = |name: &str| fold::key(name).split_once(' ').map(|(_, rest)| rest.to_owned());
        unit.names().any(|name| {
            let is_named = |key: &str| !key.is_empty() && excepted.contains(&format!(" {key} "));
            is_named(&fold::key(name)) || bare(name).is_some_and(|bare| is_named(&bare))
        })
    };
    let (out, left): (Vec<&Unit>, Vec<&Unit>) =
        units.iter().filter(|unit| unit.is_village).partition(|unit| is_excepted(unit));
    let is_of_all = all.starts_with("cac ") || all.starts_with("tat ca") || all.starts_with("toan");
    let names: Vec<&str> = left.iter().map(|unit| unit.name.as_str()).collect();
    (is_of_all && !out.is_empty() && !names.is_empty()).then(|| names.join("; "))
}
