//! Changes of the XML of a part.
//!
//! Owns what may be inserted, cut and replaced. Must not know workbooks.

use super::Dice;

/// What a mutation may insert.
const SNIPPETS: [&str; 24] = [
    "<!DOCTYPE x>",
    "&x;",
    "&#0;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "<?x",
    "/>",
    "<c r=\"ZZZZZ9\"/>",
    "<c/>",
    "<row/>",
    "</c>",
    "<v>1e308</v>",
    "<f>A1</f>",
    "<is><t>_xD800_</t></is>",
    " t=\"e\"",
    " t=\"s\"",
    " s=\"999999\"",
    "4294967296",
    "-1",
    "\"",
    "1048577",
    "XFE1",
    "\u{feff}",
];

/// One change.
pub(super) fn change(content: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(content.len());
    let to = (from + dice.below(40)).min(content.len());
    match dice.below(7) {
        0 => drop(content.drain(from..to)),
        1 => {
            let again = content[from..to].to_vec();
            content.splice(from..from, again);
        }
        2 => content.truncate(from),
        3 => replace_number(content, dice),
        4 => replace_value(content, from, dice),
        5 if from < content.len() => content[from] = u8::try_from(dice.below(256)).expect("a byte"),
        _ => {
            let snippet = SNIPPETS[dice.below(SNIPPETS.len())].bytes();
            content.splice(from..from, snippet);
        }
    }
}

/// Replaces a number by an extreme one.
fn replace_number(content: &mut Vec<u8>, dice: &mut Dice) {
    const EXTREMES: [&str; 8] = ["0", "-1", "4000000000", "99999999999999999999", "1048577", "16385", "1e400", "NaN"];
    let is_digit = |at: &usize| content[*at].is_ascii_digit();
    let digits: Vec<usize> = (0..content.len()).filter(is_digit).collect();
    let Some(&start) = digits.get(dice.below(digits.len())) else { return };
    let end = (start..content.len()).find(|at| !content[*at].is_ascii_digit()).unwrap_or(content.len());
    content.splice(start..end, EXTREMES[dice.below(EXTREMES.len())].bytes());
}

/// Replaces the next attribute's value by a snippet.
fn replace_value(content: &mut Vec<u8>, from: usize, dice: &mut Dice) {
    let quote = |from: usize| (from..content.len()).find(|at| content[*at] == b'"');
    let Some(start) = quote(from) else { return };
    let Some(end) = quote(start + 1) else { return };
    content.splice(start + 1..end, SNIPPETS[dice.below(SNIPPETS.len())].bytes());
}
