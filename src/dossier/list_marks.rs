//! Lists that are typed in one cell, read as one sentence: `- Đã mở 2 lớp;⏎- Đã cấp 30 máy;`.
//!
//! Owns the marks of such lists and how their items are joined: the paper has marks of its own. Must not know what is
//! reported. The results and the tasks are read with it; its notes go to `out`, one for each column.

use std::collections::BTreeMap;

use super::typed_mark::typed_mark;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::Record;
use crate::vietnamese::capitals::in_a_sentence;

/// Marks that begin an item of a list and nothing else; a dash also begins a number below zero.
const BULLETS: [char; 23] =
    ['-', '–', '—', '+', '*', '•', '●', '○', '◦', '▪', '■', '□', '►', '▶', '➢', '➤', '→', '⇒', '✓', '✔', '‣', '·', '♦'];

/// Marks between items, which a sentence sets itself.
const BETWEEN: [char; 4] = [';', ',', ' ', '\u{a0}'];

/// The cells whose list marks were taken off.
#[derive(Debug, Default)]
pub(super) struct ListMarks {
    columns: BTreeMap<Field, (Example, usize)>,
}

/// One of these cells.
#[derive(Debug)]
struct Example {
    at: Place,
    typed: String,
    printed: String,
}

impl ListMarks {
    /// The words of a field in one line; `None` where it is blank.
    pub(super) fn words(&mut self, row: &Record, field: Field) -> Option<String> {
        let cell = row.cell(field)?;
        let typed = cell.value.text.as_str();
        let (printed, is_list) = in_one_sentence(typed);
        if is_list {
            let (typed, printed) = (typed.replace('\n', " "), printed.clone());
            let example = || (Example { at: cell.at.clone(), typed, printed }, 0);
            self.columns.entry(field).or_insert_with(example).1 += 1;
        }
        Some(printed)
    }

    /// The short items of a field, typed one below the other or on one line; `None` where it is blank.
    pub(super) fn items(&mut self, row: &Record, field: Field) -> Option<String> {
        let cell = row.cell(field)?;
        let lines = cell.value.text.split('\n').map(|line| line.trim_end_matches([';', ' ', '\u{a0}']));
        let text: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
        if !text.iter().any(|line| mark_of(line.trim()).is_some()) {
            return Some(text.join("; "));
        }
        self.words(row, field)
    }

    /// HS-195: reports them, one note for each column.
    pub(super) fn report(self, kind: SheetKind, out: &mut Diagnostics) {
        for (field, (example, count)) in self.columns {
            let message = Diagnostic::note("HS-195").at(&example.at).with("item", kind.heading(field));
            let message = message.with("typed", example.typed).with("printed", example.printed);
            out.report(if count > 1 { message.with("others", count - 1).hint("several") } else { message });
        }
    }
}

/// The label that numbers a task, and the text behind it: «Nhiệm vụ 3: Lắp đặt …».
fn labelled(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once(':')?;
    let number = ["Nhiệm vụ ", "Việc ", "NV ", "Nội dung "].iter().find_map(|word| label.strip_prefix(word))?;
    let is_number = !number.is_empty() && number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start();
    (is_number && rest.starts_with(char::is_alphabetic)).then(|| (&text[..=label.len()], rest))
}

/// The paragraphs of a task without a number or sign typed in front, and that mark. A list of numbers keeps them: they
/// may be several tasks. So does a list that other words lead in.
pub(super) fn without_mark(mut paragraphs: Vec<String>) -> (Vec<String>, Option<String>) {
    let marked = |paragraph: &String| mark_of(paragraph).is_some_and(is_sign);
    if paragraphs.len() > 1 && paragraphs.iter().all(marked) {
        let mark = mark_of(&paragraphs[0]).map(str::to_owned);
        return (vec![in_one_sentence(&paragraphs.join("\n")).0], mark);
    }
    if paragraphs.iter().skip(1).any(|paragraph| typed_mark(paragraph).is_some()) {
        return (paragraphs, None);
    }
    let Some(first) = paragraphs.first_mut() else { return (paragraphs, None) };
    if let Some((label, rest)) = labelled(first) {
        let (label, rest) = (label.to_owned(), rest.to_owned());
        *first = rest;
        return (paragraphs, Some(label));
    }
    let sign = mark_of(first).filter(|mark| is_sign(mark));
    let Some(mark) = sign.or_else(|| typed_mark(first)).map(str::to_owned) else { return (paragraphs, None) };
    let rest = first[mark.len()..].trim_start().to_owned();
    if rest.is_empty() {
        return (paragraphs, None);
    }
    *first = rest;
    (paragraphs, Some(mark))
}

/// The text in one line, and whether marks were taken off or items joined.
fn in_one_sentence(text: &str) -> (String, bool) {
    let lines: Vec<ListItem> = text.split('\n').flat_map(items).filter(|item| !item.words.is_empty()).collect();
    let mut joined = String::with_capacity(text.len());
    let mut is_list = false;
    let mut above: Option<&ListItem> = None;
    for item in &lines {
        is_list |= item.has_mark;
        let Some(before) = above.replace(item) else {
            joined.push_str(item.words);
            continue;
        };
        if !begins_item(before, item) {
            joined.push(' ');
            joined.push_str(item.words);
            continue;
        }
        is_list = true;
        joined.truncate(joined.trim_end_matches(BETWEEN).len());
        // Words that lead a list in have their own mark.
        joined.push_str(if joined.ends_with([':', '.', '!', '?', '…']) { " " } else { "; " });
        let is_sentence = before.words.ends_with(['.', '!', '?', '…']);
        joined.push_str(&if is_sentence { item.words.to_owned() } else { in_a_sentence(item.words) });
    }
    joined.truncate(joined.trim_end_matches(BETWEEN).len());
    (joined, is_list)
}

/// An item of a list, or a line.
struct ListItem<'a> {
    words: &'a str,
    has_mark: bool,
}

/// Whether a line begins an item of its own: by its mark, or by a capital where the line above is not cut off.
fn begins_item(above: &ListItem<'_>, item: &ListItem<'_>) -> bool {
    let is_cut_off = above.words.ends_with(|letter: char| letter.is_alphanumeric())
        && item.words.starts_with(|letter: char| !letter.is_uppercase());
    item.has_mark || !(is_cut_off || above.words.ends_with([',', '.', '!', '?', '…', ':', '-', '–', '(', '/']))
}

/// The items of a line: several where the mark of the first stands before others too.
fn items(line: &str) -> Vec<ListItem<'_>> {
    let line = line.trim();
    let Some(mark) = mark_of(line) else { return vec![ListItem { words: line, has_mark: false }] };
    let mut rest = line[mark.len()..].trim_start();
    let mut items = Vec::new();
    while let Some((end, next)) = next_item(rest, mark) {
        items.push(ListItem { words: rest[..end].trim_end(), has_mark: true });
        rest = &rest[next..];
    }
    items.push(ListItem { words: rest, has_mark: true });
    items
}

/// Where the first item ends and the next begins, in bytes: at a sign like the first, or at a number behind a mark.
fn next_item(text: &str, mark: &str) -> Option<(usize, usize)> {
    let is_behind_mark = |at: usize| text[..at].trim_end().ends_with([';', '.', ',', ':']);
    text.match_indices(' ').find_map(|(blank, _)| {
        let next = text[blank..].trim_start();
        let at = text.len() - next.len();
        let found = mark_of(next)?;
        let words = next[found.len()..].trim_start();
        let is_like = found == mark || !is_sign(found) && !is_sign(mark) && is_behind_mark(at);
        // A dash between names and a plus between numbers are no marks of a list.
        let is_dash = found.starts_with(['-', '–', '—']);
        let is_item = words.starts_with(char::is_uppercase) && (!is_dash || is_behind_mark(at));
        (is_like && is_item).then(|| (blank, text.len() - words.len()))
    })
}

/// The mark that a text begins with: a sign, with or without a blank behind it, or the number of an item.
fn mark_of(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if BULLETS.contains(&first) {
        let signs = text.trim_start_matches(first);
        let (mark, rest) = text.split_at(text.len() - signs.len());
        // «-5 hộ», «+5%» and «-- …» below zero are figures.
        let is_figure = rest.starts_with(|letter: char| letter.is_ascii_digit());
        return (!rest.trim_start().is_empty() && !is_figure).then_some(mark);
    }
    let mark = typed_mark(text)?;
    // «1. 200 hộ» may be a number with a blank in it.
    let rest = text[mark.len()..].trim_start();
    rest.starts_with(char::is_alphabetic).then_some(mark)
}

fn is_sign(mark: &str) -> bool {
    mark.starts_with(BULLETS)
}

#[cfg(test)]
mod tests {
    use super::in_one_sentence;

    #[test]
    fn marks_are_taken_off_and_items_joined() {
        for (typed, printed) in [
            ("+ Đã mở 2 lớp", "Đã mở 2 lớp"),
            ("-Đã mở 2 lớp;", "Đã mở 2 lớp"),
            ("- 02 lớp, 91 người", "02 lớp, 91 người"),
            ("- Đã mở 2 lớp;\n- Đã cấp 30 máy ;", "Đã mở 2 lớp; đã cấp 30 máy"),
            ("- Đã mở 2 lớp.\n- Đã cấp 30 máy.", "Đã mở 2 lớp. Đã cấp 30 máy."),
            ("1. Đã mở 2 lớp\n2. Đã cấp 30 máy", "Đã mở 2 lớp; đã cấp 30 máy"),
            ("Kết quả:\n+ Mở 2 lớp;\n+ Cấp 30 máy.", "Kết quả: mở 2 lớp; cấp 30 máy."),
            ("+Đã mở 2 lớp +Đã cấp máy", "Đã mở 2 lớp; đã cấp máy"),
            ("a) Đã mở 2 lớp; b) Đã cấp máy", "Đã mở 2 lớp; đã cấp máy"),
            ("- Thôn A: 2 lớp; - Thôn B: 3 lớp", "Thôn A: 2 lớp; Thôn B: 3 lớp"),
            ("Đã mở 2 lớp\nĐã cấp 30 máy", "Đã mở 2 lớp; đã cấp 30 máy"),
            ("✓ Đã mở", "Đã mở"),
        ] {
            assert_eq!(in_one_sentence(typed), (printed.to_owned(), true), "{typed}");
        }
    }

    #[test]
    fn other_words_stay() {
        for (typed, printed) in [
            ("Đã mở 2 lớp ;", "Đã mở 2 lớp"),
            ("Đã phát phiếu\nở hai ấp", "Đã phát phiếu ở hai ấp"),
            ("Đã mở 2 lớp.\nĐã cấp máy.", "Đã mở 2 lớp. Đã cấp máy."),
            ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
            ("-5 hộ", "-5 hộ"),
            ("+5% so với quý trước", "+5% so với quý trước"),
            ("1. 200 hộ", "1. 200 hộ"),
            ("3.120/4.450 trường hợp", "3.120/4.450 trường hợp"),
            ("-", "-"),
            ("–", "–"),
        ] {
            assert_eq!(in_one_sentence(typed), (printed.to_owned(), false), "{typed}");
        }
    }
}
