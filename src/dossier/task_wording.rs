//! The words of tasks and groups as a paper has them: not in capitals, no mark of a list behind, a capital in front.
//!
//! Owns what is set right without changing what is said. Must not know the other cells of a row. `assignments` reads
//! Nội dung nhiệm vụ and Nhóm nhiệm vụ with it.

use super::nothing::is_number_alone;
use super::register::Register;
use super::subject::in_small_letters;
use super::unit::Unit;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::text::{capitalized, lower};

/// The paragraphs of a task.
pub(super) fn content(typed: Vec<String>, at: &Place, register: &Register, out: &mut Diagnostics) -> Vec<String> {
    let last = typed.len().saturating_sub(1);
    let mut paragraphs = Vec::with_capacity(typed.len());
    for (place, paragraph) in typed.into_iter().enumerate() {
        let mut text = in_sentence_case(paragraph, Field::Content, at, register, out);
        if place == last {
            // The sentence ends with its own mark.
            text.truncate(text.trim_end_matches([';', ',', ':', ' ', '\u{a0}']).len());
        }
        paragraphs.push(if place == 0 { with_first_capital(&text) } else { text });
    }
    paragraphs
}

/// The name of a group.
pub(super) fn group(typed: String, at: &Place, register: &Register, out: &mut Diagnostics) -> String {
    with_first_capital(&in_sentence_case(typed, Field::Group, at, register, out))
}

/// The words of a product.
pub(super) fn product(typed: String, at: &Place, register: &Register, out: &mut Diagnostics) -> String {
    if is_number_alone(&typed) {
        out.report(Diagnostic::warning("HS-303").at(at).with("text", &typed).hint("product"));
    }
    open_list(in_sentence_case(typed, Field::Product, at, register, out))
}

/// An open list with its ellipsis right behind the last item: "báo cáo, kế hoạch,..." is "báo cáo, kế hoạch…".
fn open_list(text: String) -> String {
    let bare = text.trim_end_matches(['.', '…']);
    let is_open = text.ends_with("...") || text.ends_with('…');
    if is_open { format!("{}…", bare.trim_end_matches([',', ';', ' '])) } else { text }
}

/// Whether a text in capitals has words, not abbreviations alone: three of them, or two with the marks of vowels.
fn has_words(text: &str) -> bool {
    let is_marked =
        |word: &str| word.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic() && letter != 'Đ');
    let mut words = text.split_whitespace();
    words.clone().count() > 2 || words.clone().count() == 2 && words.all(is_marked)
}

/// HS-121: a text typed in capitals, with the capitals of the names that the register knows. A cell is named once: all
/// tasks of a group have the same.
fn in_sentence_case(typed: String, field: Field, at: &Place, register: &Register, out: &mut Diagnostics) -> String {
    if typed.chars().any(char::is_lowercase) || !has_words(&typed) {
        return typed;
    }
    let (small, true) = in_small_letters(&typed) else { return typed };
    let printed = with_names(&capitalized(&small), register);
    if !out.messages().iter().any(|message| message.code == "HS-121" && message.place == *at) {
        let message = Diagnostic::warning("HS-121").at(at).with("item", SheetKind::Assignments.heading(field));
        out.report(message.with("printed", &printed));
    }
    printed
}

/// The text with the names of units and villages as the register writes them.
fn with_names(text: &str, register: &Register) -> String {
    let own = register.units().iter().filter(|unit| !unit.is_collective);
    let mut named = text.to_owned();
    for name in own.flat_map(Unit::names) {
        let small = lower(name);
        // Vietnamese letters keep their length in lower case, so that places in both texts are the same.
        let found = lower(&named).find(&small).filter(|_| small.contains(' '));
        if let Some(start) =
            found.filter(|start| named.is_char_boundary(*start) && named.is_char_boundary(start + name.len()))
            && small.len() == name.len()
        {
            named.replace_range(start..start + name.len(), name);
        }
    }
    named
}

/// The text with a capital, where its first word has none at all: "e-Office" and "iCDC" are written so.
fn with_first_capital(text: &str) -> String {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    let is_small = !word.is_empty() && word.chars().all(char::is_lowercase);
    if is_small { capitalized(text) } else { text.to_owned() }
}
