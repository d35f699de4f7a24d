//! Roles typed in a cell of units: «Chủ trì: Phòng Kinh tế; phối hợp: Công an xã», «Phòng Kinh tế (CT), Công an xã (PH)».
//!
//! Owns the words for the two roles and taking such a text apart. Must not guess: exactly one part leads, and every other
//! part says that it helps. `parties` calls it.

use crate::vietnamese::fold;

/// The parts of a cell by their roles, each as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedRoles<'a> {
    /// The part that leads; it names one unit.
    pub(super) lead: &'a str,
    /// The parts that help, each with one unit or more.
    pub(super) support: Vec<&'a str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Lead,
    Support,
}

/// The roles that a text gives; `None` where it gives none, or not one to every part.
pub(super) fn read(text: &str) -> Option<TypedRoles<'_>> {
    by_labels(text).or_else(|| by_brackets(text))
}

/// «Chủ trì: A; phối hợp: B, C», also with the first label left out.
fn by_labels(text: &str) -> Option<TypedRoles<'_>> {
    let mut labels: Vec<(usize, usize, Role)> = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let start = text[..colon].rfind([';', '\n', ',', '.', ':']).map_or(0, |at| at + 1);
        labels.push((start, colon + 1, role(&text[start..colon])?));
    }
    let &(first, ..) = labels.first()?;
    let before = bare(&text[..first]);
    let mut parts: Vec<(Role, &str)> = if before.is_empty() { Vec::new() } else { vec![(Role::Lead, before)] };
    let ends = labels.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    parts.extend(labels.iter().zip(ends).map(|(&(_, from, role), to)| (role, bare(&text[from..to]))));
    of_parts(&parts)
}

/// «A (chủ trì), B (phối hợp)».
fn by_brackets(text: &str) -> Option<TypedRoles<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((name, behind)) = rest.split_once('(') {
        let (inside, behind) = behind.split_once(')')?;
        parts.push((role(inside)?, bare(name)));
        rest = behind;
    }
    if bare(rest).is_empty() { of_parts(&parts) } else { None }
}

fn of_parts<'a>(parts: &[(Role, &'a str)]) -> Option<TypedRoles<'a>> {
    let of = |wanted: Role| parts.iter().filter(move |(role, _)| *role == wanted).map(|(_, part)| *part);
    let (lead, none) = (of(Role::Lead).next()?, of(Role::Lead).nth(1));
    let support: Vec<&str> = of(Role::Support).collect();
    let is_whole = none.is_none() && parts.iter().all(|(_, part)| !part.is_empty());
    (is_whole && !support.is_empty()).then_some(TypedRoles { lead, support })
}

fn role(text: &str) -> Option<Role> {
    const LEAD: [&str; 6] = ["chu tri", "ct", "don vi chu tri", "co quan chu tri", "chu tri thuc hien", "dau moi"];
    const SUPPORT: [&str; 7] =
        ["phoi hop", "ph", "p h", "don vi phoi hop", "co quan phoi hop", "phoi hop thuc hien", "cung phoi hop"];
    let key = fold::key(text);
    if LEAD.contains(&key.as_str()) {
        Some(Role::Lead)
    } else {
        SUPPORT.contains(&key.as_str()).then_some(Role::Support)
    }
}

fn bare(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || "-–;,.+".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_where_every_part_has_one() {
        let check = |text: &str, lead: &str, support: &[&str]| {
            let expected = TypedRoles { lead, support: support.to_vec() };
            assert_eq!(read(text), Some(expected), "{text}");
        };
        check("Chủ trì: Phòng Kinh tế; phối hợp: Công an xã", "Phòng Kinh tế", &["Công an xã"]);
        check("CT: Phòng Kinh tế\nPH: Công an xã, các thôn", "Phòng Kinh tế", &["Công an xã, các thôn"]);
        check("Phòng Kinh tế; PH: Công an xã", "Phòng Kinh tế", &["Công an xã"]);
        check("- Phòng Kinh tế (chủ trì),\n- Công an xã (phối hợp)", "Phòng Kinh tế", &["Công an xã"]);
    }

    #[test]
    fn other_texts_give_none() {
        for text in [
            "Phòng Kinh tế; Công an xã",
            "Phòng Kinh tế (chủ trì), Công an xã",
            "Hội Nông dân (xã)",
            "Tổ 3: Thôn Đông",
            "Chủ trì: Phòng Kinh tế",
            "Phối hợp: Công an xã",
            "Chủ trì: A; chủ trì: B; phối hợp: C",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
