//! Names that are units only because the tasks have them: look-alikes, and names that are several units or none.
//!
//! Owns HS-230, HS-231 and HS-265. Must not change a unit: the clerk says what is meant. They are reported when all tasks are
//! read, since a part of a name may be known from a later row.

use std::collections::BTreeMap;

use super::body_kind::{begins_like_a_body, known_anywhere};
use super::collective::Collective;
use super::joined_units::known_parts;
use super::persons;
use super::register::Register;
use super::unit::Unit;
use crate::diag::{Diagnostic, Diagnostics};
use crate::vietnamese::fold;

/// Bytes of the longest abbreviation: «PVHXH», «BCHQS».
const LONGEST_SHORT: usize = 8;
/// What no name has.
const NOWHERE: &str = "\u{0}";

/// Reports what is doubtful among the names taken as units.
pub(super) fn report(register: &Register, out: &mut Diagnostics) {
    let admitted: Vec<&Unit> = register.units().iter().filter(|unit| unit.is_admitted).collect();
    report_alike(&admitted, out);
    for unit in &admitted {
        report_joined(unit, register, out);
    }
}

/// HS-230: names that differ in a tone or in đ and d alone are kept apart.
fn report_alike(admitted: &[&Unit], out: &mut Diagnostics) {
    let mut alike: BTreeMap<String, Vec<&Unit>> = BTreeMap::new();
    for unit in admitted {
        alike.entry(fold::key(&unit.name)).or_default().push(unit);
    }
    for units in alike.values().filter(|units| units.len() > 1) {
        let places: Vec<_> = units.iter().filter_map(|unit| unit.at.as_ref()).collect();
        let Some((first, others)) = places.split_first() else { continue };
        let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        let message = Diagnostic::warning("HS-230").at(first).with("units", names.join("; "));
        out.report(others.iter().fold(message, |message, place| message.also_at(place)));
    }
}

/// HS-231: a name joins several units, says which of them leads, or is that of a person.
fn report_joined(unit: &Unit, register: &Register, out: &mut Diagnostics) {
    let Some(at) = &unit.at else { return };
    let message = Diagnostic::error("HS-231").at(at).with("text", unit.name.replace('\n', " "));
    if persons::is_person(&unit.name) {
        out.report(message.hint("person"));
    } else if says_role(&unit.name) {
        out.report(message.hint("role"));
    } else if let Some(parts) = known_parts(&unit.name, register, str::trim).filter(|parts| parts.len() > 1) {
        out.report(message.with("units", parts.join("; ")));
    } else if let Some(parts) = likely_parts(&unit.name) {
        let message = Diagnostic::warning("HS-265").at(at).with("text", unit.name.replace('\n', " "));
        out.report(message.with("units", parts.join("; ")));
    }
}

/// The units that a name seems to join, by a comma or a plus sign: behind the first stands what begins like a body, or an
/// abbreviation. «Phòng Kinh tế, Hạ tầng và Đô thị» is one.
fn likely_parts(name: &str) -> Option<Vec<&str>> {
    if known_anywhere(name).is_some() || Collective::is_whole(name) || name.contains('(') {
        return None;
    }
    let is_team = |part: &str| part.starts_with("Đội ") || part.starts_with("Tổ ");
    let joins_bodies = |piece: &str| piece.split(" và ").all(|part| is_team(part) || known_anywhere(part).is_some());
    let whole_or_parts =
        |piece| if joins_bodies(piece) { str::split(piece, " và ") } else { str::split(piece, NOWHERE) };
    let pieces = name.split([',', '+']).map(str::trim).flat_map(whole_or_parts);
    let parts: Vec<&str> = pieces.map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_short = |part: &str| part.len() > 1 && part.len() <= LONGEST_SHORT && !part.contains(char::is_lowercase);
    let is_body =
        |part: &&str| known_anywhere(part).is_some() || begins_like_a_body(part) || is_short(part) || is_team(part);
    (parts.len() > 1 && parts[1..].iter().any(is_body)).then_some(parts)
}

/// Whether a name says who leads and who helps: «CT: Phòng Kinh tế», «Công an xã (phối hợp)».
fn says_role(name: &str) -> bool {
    const ROLES: [&str; 6] = ["chu tri", "phoi hop", "ct", "ph", "don vi chu tri", "don vi phoi hop"];
    let is_role = |text: &str| ROLES.contains(&fold::key(text).as_str());
    let label = name.split_once(':').map(|(label, _)| label);
    let bracket = name.rsplit_once('(').map(|(_, bracket)| bracket.trim_end_matches([')', ' ']));
    label.is_some_and(is_role) || bracket.is_some_and(is_role)
}

#[cfg(test)]
mod tests {
    use super::{likely_parts, says_role};

    #[test]
    fn a_comma_joins_bodies_and_not_the_words_of_one() {
        for name in [
            "CA, QS",
            "ĐTN + HPN",
            "Đội Cây xanh, Thôn Đông",
            "Ban Quản lý chợ, Hội Làm vườn",
            "Phòng Kinh tế, Đội Cây xanh và Tổ Điện",
        ] {
            assert!(likely_parts(name).is_some(), "{name}");
        }
        for name in ["Phòng Kinh tế, Hạ tầng và Đô thị", "Ban Văn hóa, Thể thao", "Các phòng, ban", "Đội 1"]
        {
            assert_eq!(likely_parts(name), None, "{name}");
        }
    }

    #[test]
    fn a_role_stands_before_a_name_or_behind_it() {
        for name in ["CT: Phòng Kinh tế", "Phối hợp: Công an xã", "Công an xã (phối hợp)", "Phòng Kinh tế (chủ trì)"]
        {
            assert!(says_role(name), "{name}");
        }
        for name in ["Phòng Kinh tế", "Hội Nông dân (xã)", "Tổ 3: Thôn Đông"] {
            assert!(!says_role(name), "{name}");
        }
    }
}
