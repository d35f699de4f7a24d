//! How two row numbers follow one another: «1» then «1.1» or «a» is a step inside, «2» one beside.
//!
//! Owns the forms of row numbers. Must not know rows. `group_row` decides with it whether a numbered row is a group.

use super::labels::bare_ordinal;
use crate::vietnamese::numerals::roman;

/// The highest Roman number of a group.
const MOST_GROUPS: usize = 60;

/// The step from one row number to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberStep {
    /// To a lower level: `1` to `1.1`, `1` to `a`, `a` to `1`, `I` to `1`.
    Inside,
    /// To the first number of the same form, or on through all groups: `1` to `1`, `ii` to `3`.
    Again,
    /// To another number of the same form.
    Beside,
}

/// The form of a row number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Roman,
    Capital,
    SmallRoman,
    Small,
    /// Figures, with the number of their parts: 2 of `1.1`.
    Figures(usize),
    Other,
}

/// The step from a row's number to that of the first task beneath.
pub(super) fn step(from: &str, to: &str) -> NumberStep {
    let (from, typed, to) = (bare_ordinal(from), to, bare_ordinal(to));
    let is_child = to.strip_prefix(from).is_some_and(|rest| rest.starts_with(['.', ',', '-', '/']) && rest.len() > 1);
    let (one, other) = (form(from), form(to));
    let is_inside = match (one, other) {
        // «-» in the column of numbers.
        (Form::Figures(1), _) if ["-", "–", "+", "*"].contains(&typed) => true,
        (Form::Figures(_), Form::Small) => to == "a",
        (Form::Figures(_), Form::SmallRoman) => to == "i",
        (Form::Small | Form::SmallRoman, Form::Figures(1)) => to == "1",
        (Form::Roman | Form::Capital, Form::Figures(_)) => true,
        _ => false,
    };
    if is_child || is_inside {
        NumberStep::Inside
    } else if one == Form::Figures(1) && to == "1" || is_down(one, other) {
        NumberStep::Again
    } else {
        NumberStep::Beside
    }
}

/// Whether figures follow a small letter, and so may be counted on through all groups.
fn is_down(one: Form, other: Form) -> bool {
    matches!((one, other), (Form::Small | Form::SmallRoman, Form::Figures(1)))
}

/// Whether a row number is Roman, in capitals.
pub(super) fn is_roman(mark: &str) -> bool {
    form(bare_ordinal(mark)) == Form::Roman
}

fn form(mark: &str) -> Form {
    let is_roman = |mark: &str| (1..=MOST_GROUPS).any(|number| roman(number) == mark);
    let parts: Vec<&str> = mark.split(['.', ',', '-', '/']).collect();
    let is_figure = |part: &&str| !part.is_empty() && part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.iter().all(is_figure) {
        Form::Figures(parts.len())
    } else if is_roman(mark) {
        Form::Roman
    } else if mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Form::Capital
    } else if mark == "a" || (mark.len() == 1 && mark.bytes().all(|byte| (b'b'..=b'h').contains(&byte))) {
        Form::Small
    } else if is_roman(&mark.to_uppercase()) && mark.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Form::SmallRoman
    } else if mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Form::Small
    } else {
        Form::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_inside_and_beside_are_told_apart() {
        let check = |from, to, expected| assert_eq!(step(from, to), expected, "{from} {to}");
        check("1", "1.1", NumberStep::Inside);
        check("2.", "2.1.", NumberStep::Inside);
        // A number of Excel, as it is shown in Vietnam.
        check("2", "2,1", NumberStep::Inside);
        check("1", "a)", NumberStep::Inside);
        check("i", "1", NumberStep::Inside);
        check("a", "1", NumberStep::Inside);
        check("I", "3", NumberStep::Inside);
        check("1", "-", NumberStep::Inside);
        check("1", "1", NumberStep::Again);
        check("ii", "3", NumberStep::Again);
        check("1", "2", NumberStep::Beside);
        check("1", "2.1", NumberStep::Beside);
        check("1", "10", NumberStep::Beside);
        check("a", "b", NumberStep::Beside);
        check("NV-1", "NV-2", NumberStep::Beside);
        check("1", "", NumberStep::Beside);
    }
}
