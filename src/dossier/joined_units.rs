//! Several units in one cell without a semicolon: «Phòng Kinh tế và Công an xã», «A / B», «A + B».
//!
//! Owns taking such a text apart. Must not guess: every part must be a known unit. `assignments` calls it.

use super::register::Register;

/// The units that a text joins by «và», a slash, a plus sign, a dash, where every one of them is known.
pub(super) fn known_parts<'a>(text: &'a str, register: &Register, bare: fn(&str) -> &str) -> Option<Vec<&'a str>> {
    const JOINTS: [&str; 9] = [" - ", " – ", " và ", " & ", "+", "/", ",", " cùng ", " với "];
    let joints = JOINTS.iter().flat_map(|joint| text.match_indices(joint));
    let mut cuts: Vec<(&str, &str)> =
        joints.map(|(at, joint)| (bare(&text[..at]), bare(&text[at + joint.len()..]))).collect();
    cuts.sort_by_key(|(first, _)| first.len());
    cuts.into_iter().filter(|(first, _)| register.knows(first)).find_map(|(first, rest)| {
        let others = if register.knows(rest) { Some(vec![rest]) } else { known_parts(rest, register, bare) };
        others.map(|others| std::iter::once(first).chain(others).collect())
    })
}
