//! The name of the body that issues the document, in its forms: on lines, in a sentence, in full.
//!
//! Owns the name's wording, and whether a body or its chair issues (CQ-01, CX-02). Must not know a measure. `draft`
//! prints it.

use crate::decree::kinds::DocumentKind;
use crate::dossier::General;
use crate::vietnamese::text::single_spaced;
use crate::vietnamese::{fold, text};

/// The bodies whose name is followed by the tier and the place.
const COUNCILS: [(&str, &str); 2] =
    [("uy ban nhan dan", "Ủy ban nhân dân"), ("hoi dong nhan dan", "Hội đồng nhân dân")];
/// The tiers, by their folded name.
const TIERS: [(&str, &str); 5] =
    [("xa", "xã"), ("phuong", "phường"), ("dac khu", "đặc khu"), ("tinh", "tỉnh"), ("thanh pho", "thành phố")];
/// The title of a state office that may issue in place of its body.
const CHAIR: &str = "Chủ tịch";

/// Who issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Issuer {
    /// The body's name, one entry per line; never empty.
    pub(crate) lines: Vec<String>,
    /// Whether its chair issues in their own right: then nobody signs on behalf of the body (CX-02).
    pub(crate) is_chair: bool,
}

impl Issuer {
    /// The issuer that the workbook names.
    pub(crate) fn of(general: &General) -> Self {
        let typed = &general.issuing_body.value;
        let is_chair = |line: &String| fold::key(line).starts_with(&format!("{} ", fold::key(CHAIR)));
        match typed.split_first() {
            Some((first, rest)) if is_chair(first) => {
                let body = first.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
                let whole: Vec<String> = [body].into_iter().chain(rest.iter().cloned()).collect();
                Self { lines: on_lines(&whole), is_chair: true }
            }
            _ => Self { lines: on_lines(typed), is_chair: false },
        }
    }

    /// Its name in running text: a People's Committee without its place ("Ủy ban nhân dân xã").
    pub(crate) fn in_a_sentence(&self) -> String {
        let body = match self.tier() {
            Some((council, tier, _)) => format!("{council} {tier}"),
            None => text::sentence_case(&self.lines.join(" ")),
        };
        self.with_title(body)
    }

    /// Its name in full: "Ủy ban nhân dân xã Sơn Hòa", whatever its capitals as typed.
    pub(crate) fn in_full(&self) -> String {
        let body = match self.tier() {
            Some((council, tier, place)) => single_spaced(&format!("{council} {tier} {place}")),
            None => text::sentence_case(&self.lines.join(" ")),
        };
        self.with_title(body)
    }

    fn with_title(&self, body: String) -> String {
        if self.is_chair { format!("{CHAIR} {body}") } else { body }
    }

    /// Council, tier and place of a name that has them; the place capitalised as a name.
    fn tier(&self) -> Option<(&'static str, &'static str, String)> {
        let whole = single_spaced(&self.lines.join(" "));
        let key = fold::key(&whole);
        COUNCILS.iter().find_map(|(council_key, council)| {
            let rest = key.strip_prefix(council_key)?.trim_start();
            let begins = |tier: &str| rest == tier || rest.starts_with(&format!("{tier} "));
            let (tier_key, tier) = TIERS.iter().find(|(tier, _)| begins(tier))?;
            // The folded name has the same number of words.
            let before = council_key.split(' ').count() + tier_key.split(' ').count();
            let place = whole.split(' ').skip(before).collect::<Vec<_>>().join(" ");
            Some((*council, *tier, as_name(&place)))
        })
    }

    /// The abbreviation that every such body has; `None` where the office's own rules decide (SO-06).
    pub(crate) fn symbol(&self) -> Option<&'static str> {
        let key = fold::key(&self.lines.join(" "));
        let known = [("uy ban nhan dan", "UBND"), ("ubnd", "UBND"), ("hoi dong nhan dan", "HĐND"), ("hdnd", "HĐND")];
        known.into_iter().find(|(name, _)| key.starts_with(name)).map(|(_, symbol)| symbol)
    }
}

/// The line above a decision's grounds that names who decides; `None` for a document that decides nothing.
pub(crate) fn decider(kind: DocumentKind, issuer: &Issuer) -> Option<String> {
    (kind == DocumentKind::Decision).then(|| issuer.in_full())
}

/// A proper name typed in capitals, capitalised as a name: each syllable with a capital.
fn as_name(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let syllables = name.to_lowercase();
    syllables.split(' ').map(text::capitalized).collect::<Vec<_>>().join(" ")
}

/// The name on the clerk's own lines, else split before xã, phường, đặc khu: one name on two lines (CX-01).
fn on_lines(typed: &[String]) -> Vec<String> {
    let [single] = typed else { return typed.iter().map(|line| single_spaced(line)).collect() };
    let words: Vec<&str> = single.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| fold::key(word)).collect();
    let starts_tier = |index: usize| {
        let is_tier = matches!(keys[index].as_str(), "xa" | "phuong")
            || (keys[index] == "dac" && keys.get(index + 1).is_some_and(|next| next == "khu"));
        is_tier && keys.get(index + 1).is_some_and(|next| next != "hoi" || index + 2 < keys.len())
    };
    let is_behind_dash = |index: usize| matches!(words[index - 1], "-" | "–");
    match (1..words.len()).rfind(|&index| starts_tier(index) && !is_behind_dash(index)) {
        Some(index) => vec![words[..index].join(" "), words[index..].join(" ")],
        None => vec![words.join(" ")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(name: &str) -> Vec<String> {
        on_lines(&[name.to_owned()])
    }

    #[test]
    fn one_name_is_split_into_two_lines() {
        assert_eq!(broken("ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY"), ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MÂY"]);
        assert_eq!(broken("Ủy ban nhân dân đặc khu Cồn Mây"), ["Ủy ban nhân dân", "đặc khu Cồn Mây"]);
        assert_eq!(broken("Ủy ban nhân dân xã Hội Sơn"), ["Ủy ban nhân dân", "xã Hội Sơn"]);
    }

    fn issuer(typed: &[&str]) -> Issuer {
        let lines: Vec<String> = typed.iter().map(|&line| line.to_owned()).collect();
        Issuer { lines: on_lines(&lines), is_chair: false }
    }

    #[test]
    fn a_committee_is_named_by_its_kind_and_in_full_with_its_place() {
        let names = |typed: &[&str]| (issuer(typed).in_a_sentence(), issuer(typed).in_full());
        let both = |kind: &str, full: &str| (kind.to_owned(), full.to_owned());
        let capitals = names(&["ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY"]);
        assert_eq!(capitals, both("Ủy ban nhân dân xã", "Ủy ban nhân dân xã Đồng Mây"));
        let lines = names(&["Ủy ban nhân dân", "Phường Tân Mai"]);
        assert_eq!(lines, both("Ủy ban nhân dân phường", "Ủy ban nhân dân phường Tân Mai"));
        let division = "Phòng Văn hóa - Xã hội";
        assert_eq!(names(&[division]), both(division, division));
    }

    #[test]
    fn a_chair_issues_in_their_own_right() {
        let chair = Issuer { is_chair: true, ..issuer(&["Ủy ban nhân dân xã Sơn Hòa"]) };
        assert_eq!(chair.in_full(), "Chủ tịch Ủy ban nhân dân xã Sơn Hòa");
        assert_eq!(chair.symbol(), Some("UBND"));
    }

    #[test]
    fn xa_hoi_is_not_read_as_a_commune() {
        assert_eq!(broken("Phòng Văn hóa - Xã hội"), ["Phòng Văn hóa - Xã hội"]);
        let named = broken("Phòng Văn hóa - Xã hội xã Đồng Mây");
        assert_eq!(named, ["Phòng Văn hóa - Xã hội", "xã Đồng Mây"]);
    }

    #[test]
    fn the_clerks_own_line_break_is_kept() {
        let typed = vec!["BAN CHỈ ĐẠO".to_owned(), "XÃ ĐỒNG MÂY".to_owned()];
        assert_eq!(on_lines(&typed), typed);
    }
}
