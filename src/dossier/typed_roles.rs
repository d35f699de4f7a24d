//! Roles typed in a cell of units: «Chủ trì: Phòng Kinh tế; phối hợp: Công an xã», «Phòng Kinh tế (CT), Công an xã (PH)».
//!
//! Owns the words for the two roles and taking such a text apart. Must not guess: the text says which one part leads.
//! `parties` calls it.

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

/// The roles that a text gives; `None` where it gives none, or leaves open which part leads.
pub(super) fn read(text: &str) -> Option<TypedRoles<'_>> {
    by_labels(text).or_else(|| by_brackets(text)).or_else(|| by_words(text))
}

/// The units in a cell of those that help, without the word that says so: «PH: Công an xã», «Công an xã (p/h)».
pub(super) fn supports(text: &str) -> &str {
    let labelled = text.split_once(':').filter(|(label, _)| role(label) == Some(Role::Support));
    let bracketed = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let bracketed = bracketed.filter(|(names, inside)| role(inside) == Some(Role::Support) && !names.contains('('));
    labelled.map(|(_, names)| names).or(bracketed.map(|(names, _)| names)).map_or(text, bare)
}

/// «Chủ trì: A; phối hợp: B, C», also with the first label left out.
fn by_labels(text: &str) -> Option<TypedRoles<'_>> {
    let mut labels: Vec<(usize, usize, Role)> = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let start = text[..colon].rfind([';', '\n', ',', '.', ':']).map_or(0, |at| at + 1);
        // «P/H: B» may follow a blank only.
        let start = start_of_label(text, start, colon);
        labels.push((start, colon + 1, role(&text[start..colon])?));
    }
    let &(first, ..) = labels.first()?;
    let before = bare(&text[..first]);
    let mut parts: Vec<(Role, &str)> = if before.is_empty() { Vec::new() } else { vec![(Role::Lead, before)] };
    let ends = labels.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    parts.extend(labels.iter().zip(ends).map(|(&(_, from, role), to)| (role, bare(&text[from..to]))));
    of_parts(&parts)
}

/// Where the words before a colon begin: behind the last mark, or at the last words that name a role.
fn start_of_label(text: &str, from: usize, colon: usize) -> usize {
    let words = text[from..colon].match_indices(' ').map(|(at, _)| from + at + 1);
    std::iter::once(from).chain(words).find(|start| role(&text[*start..colon]).is_some()).unwrap_or(from)
}

/// «A (chủ trì), B (phối hợp)»; names behind the one that leads help, also without a word.
fn by_brackets(text: &str) -> Option<TypedRoles<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((name, behind)) = rest.split_once('(') {
        let (inside, behind) = behind.split_once(')')?;
        let (role, name) = (role(inside)?, bare(name));
        // «A; B (chủ trì)»: only the last name leads.
        match name.rsplit_once([';', '\n']).filter(|_| role == Role::Lead) {
            Some((others, last)) => parts.extend([(Role::Support, bare(others)), (Role::Lead, bare(last))]),
            None => parts.push((role, name)),
        }
        rest = behind;
    }
    let rest = bare(rest);
    parts.extend((!rest.is_empty()).then_some((Role::Support, rest)));
    of_parts(&parts)
}

/// «A chủ trì, phối hợp với B»; «Giao A chủ trì».
fn by_words(text: &str) -> Option<TypedRoles<'_>> {
    const LEADS: &str = " chủ trì";
    const HELPS: [&str; 4] = ["phối hợp với", "phối hợp cùng", "phối hợp", "cùng"];
    let at = text.find(LEADS)?;
    let (lead, behind) = (&text[..at], bare(&text[at + LEADS.len()..]));
    let lead = bare(lead.strip_prefix("Giao ").unwrap_or(lead));
    if lead.is_empty() || behind.is_empty() {
        return of_parts(&[(Role::Lead, lead)]);
    }
    let before = HELPS.iter().find_map(|words| behind.strip_prefix(words));
    // «A chủ trì, B phối hợp».
    let names = before.or_else(|| behind.strip_suffix(" phối hợp"))?;
    of_parts(&[(Role::Lead, lead), (Role::Support, bare(names))])
}

fn of_parts<'a>(parts: &[(Role, &'a str)]) -> Option<TypedRoles<'a>> {
    let of = |wanted: Role| parts.iter().filter(move |(role, _)| *role == wanted).map(|(_, part)| *part);
    let (lead, none) = (of(Role::Lead).next()?, of(Role::Lead).nth(1));
    let support: Vec<&str> = of(Role::Support).collect();
    let is_whole = none.is_none() && parts.iter().all(|(_, part)| !part.is_empty());
    is_whole.then_some(TypedRoles { lead, support })
}

fn role(text: &str) -> Option<Role> {
    const LEAD: [&str; 9] = [
        "chu tri",
        "ct",
        "c tri",
        "c t",
        "don vi chu tri",
        "co quan chu tri",
        "chu tri thuc hien",
        "dau moi",
        "don vi dau moi",
    ];
    const SUPPORT: [&str; 9] = [
        "phoi hop",
        "ph",
        "p h",
        "p hop",
        "don vi phoi hop",
        "co quan phoi hop",
        "phoi hop thuc hien",
        "cung phoi hop",
        "phoi hop voi",
    ];
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
        check("P.KT (c/trì); CA, QS (p/h)", "P.KT", &["CA, QS"]);
        check("Phòng Kinh tế (chủ trì), Công an xã", "Phòng Kinh tế", &["Công an xã"]);
        check("Công an xã; Phòng Kinh tế (chủ trì)", "Phòng Kinh tế", &["Công an xã"]);
        check("Phòng Kinh tế (CT)", "Phòng Kinh tế", &[]);
        check("Chủ trì: Phòng Kinh tế", "Phòng Kinh tế", &[]);
        check("C/trì: Phòng Kinh tế P/hợp: Công an xã", "Phòng Kinh tế", &["Công an xã"]);
        check("Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã", "Phòng Kinh tế", &["Công an xã"]);
        check("Phòng Kinh tế chủ trì; Công an xã phối hợp", "Phòng Kinh tế", &["Công an xã"]);
        check("Phòng Kinh tế chủ trì", "Phòng Kinh tế", &[]);
    }

    #[test]
    fn the_word_for_help_is_no_part_of_a_name() {
        for (text, names) in [
            ("PH: Công an xã", "Công an xã"),
            ("Công an xã, Trạm Y tế (p/h)", "Công an xã, Trạm Y tế"),
            ("Hội Nông dân (xã)", "Hội Nông dân (xã)"),
            ("Công an xã", "Công an xã"),
        ] {
            assert_eq!(supports(text), names, "{text}");
        }
    }

    #[test]
    fn other_texts_give_none() {
        for text in [
            "Phòng Kinh tế; Công an xã",
            "Hội Nông dân (xã)",
            "Tổ 3: Thôn Đông",
            "Công an xã (phối hợp)",
            "Phòng Kinh tế chủ trì nội dung 1",
            "Phối hợp: Công an xã",
            "Chủ trì: A; chủ trì: B; phối hợp: C",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
