//! The name of a unit in its register, with the capitals of a name (VH-05).
//!
//! Owns which capitals are certain: those of units that every commune has. Must not know the register, which reads its
//! sheets with it. Papers print the name as it is here.

use super::list_number;
use super::subject::in_small_letters;
use crate::contract::dictionary;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::text::{lower, single_spaced};

/// The name as papers write it.
pub(super) fn written(typed: String, at: &Place, is_village: bool, out: &mut Diagnostics) -> String {
    let typed = without_list_marks(typed, at, out);
    let small = lower(&single_spaced(&typed));
    let known = dictionary().unit_named(&typed).filter(|_| !is_village);
    let alike = known.and_then(|unit| unit.names().find(|name| lower(name) == small && name.contains(' ')));
    if let Some(name) = alike.filter(|name| *name != typed && name.starts_with(char::is_uppercase)) {
        let message = Diagnostic::note("HS-100").at(at).with("item", "Tên đơn vị").with("text", &typed);
        out.report(message.with("printed", name));
        return name.to_owned();
    }
    let is_shouted = !typed.chars().any(char::is_lowercase) && typed.split_whitespace().count() > 1;
    if alike.is_none() && is_shouted {
        let (printed, _) = in_small_letters(&typed);
        let item = if is_village { "Tên thôn" } else { "Tên đơn vị" };
        let printed = if is_village { in_title_case(&printed) } else { printed };
        out.report(Diagnostic::warning("HS-121").at(at).with("item", item).with("printed", &printed));
        return printed;
    }
    if is_village && let Some(printed) = with_capitals(&typed) {
        let message = Diagnostic::note("HS-100").at(at).with("item", "Tên thôn").with("text", &typed);
        out.report(message.with("printed", &printed));
        return printed;
    }
    typed
}

/// The name without the number of a list in front and an end mark behind, which the form sets itself.
fn without_list_marks(typed: String, at: &Place, out: &mut Diagnostics) -> String {
    list_number::note(&typed, at, out);
    let name = list_number::without_number(&typed).trim_end_matches(['.', ';', ',', ':', ' ']);
    if name.is_empty() { typed } else { name.to_owned() }
}

/// The name of a village whose own name is in small letters: «Thôn an hạ».
fn with_capitals(name: &str) -> Option<String> {
    let (_, own) = name.split_once(' ')?;
    let is_small = !own.chars().any(|letter| letter.is_uppercase() || letter.is_ascii_digit());
    let printed = in_title_case(name);
    (is_small && VILLAGE_WORDS.iter().any(|word| lower(name).starts_with(word)) && printed != name).then_some(printed)
}

/// What a village of one word is called, before its name.
const VILLAGE_WORDS: [&str; 7] = ["thôn ", "ấp ", "bản ", "buôn ", "xóm ", "làng ", "khóm "];

/// The name of a village: each syllable begins with a capital.
fn in_title_case(name: &str) -> String {
    name.split(' ').map(crate::vietnamese::text::capitalized).collect::<Vec<_>>().join(" ")
}
