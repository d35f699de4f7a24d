//! The rules of Kính gửi, the signature and the recipients.
//!
//! Owns what each id asks of these lines. Must not know how the paper was read.

use super::Rule;
use super::looks::{LARGE, Look, centred, is_capitals, type_of, wrong};
use super::paper::{Line, Paper};

pub(super) const RULES: [Rule; 15] = [
    Rule { id: "NN-01", broken: who_is_addressed },
    Rule { id: "L-69", broken: as_above },
    Rule { id: "NN-02", broken: addressee_type },
    Rule { id: "L-70", broken: addressee_layout },
    Rule { id: "L-54", broken: end_mark },
    Rule { id: "L-60", broken: authority_words },
    Rule { id: "L-61", broken: signature_type },
    Rule { id: "L-62", broken: deputy_below_head },
    Rule { id: "L-63", broken: collective_without_place },
    Rule { id: "KY-13", broken: room },
    Rule { id: "KY-14", broken: left_to_the_pen },
    Rule { id: "NN-05", broken: label },
    Rule { id: "L-66", broken: label },
    Rule { id: "L-67", broken: list },
    Rule { id: "L-68", broken: archive },
];

/// The signature's lines above the name, and the name.
fn signature(paper: &Paper) -> (Vec<&Line>, Option<&Line>) {
    let lines: Vec<&Line> =
        paper.closing().rows[0].cells[1].lines.iter().filter(|line| !line.text.is_empty()).collect();
    let (name, above) = lines.split_last().map_or((None, [].as_slice()), |(name, above)| (Some(*name), above));
    (above.to_vec(), name)
}

fn recipients(paper: &Paper) -> Vec<&Line> {
    let cells = paper.closing().rows.iter().map(|row| &row.cells[0]);
    cells.flat_map(|cell| &cell.lines).skip(1).filter(|line| !line.text.is_empty()).collect()
}

/// A submission and a letter always, a report to a higher body, nothing else.
fn who_is_addressed(paper: &Paper) -> Vec<String> {
    let (title, is_addressed) = (paper.title().text.as_str(), !paper.addressees().is_empty());
    let is_right = match title {
        _ if paper.is_letter() => is_addressed,
        "TỜ TRÌNH" => is_addressed,
        "BÁO CÁO" => true,
        _ => !is_addressed,
    };
    wrong(!is_right, &format!("addressees of a «{title}»"))
}

fn as_above(paper: &Paper) -> Vec<String> {
    let is_said = recipients(paper).first().is_some_and(|line| line.text == "- Như trên;");
    let is_asked = recipients(paper).iter().any(|line| line.text.to_lowercase().contains("như kính gửi"));
    wrong(is_said == paper.addressees().is_empty() || is_asked, "«Như trên» without Kính gửi, or the reverse")
}

fn addressee_type(paper: &Paper) -> Vec<String> {
    let lines = paper.addressees();
    let colon = wrong(lines.first().is_some_and(|line| !line.text.starts_with("Kính gửi:")), "no colon");
    lines.iter().flat_map(|line| type_of(line, &LARGE, Look::Light)).chain(colon).collect()
}

/// One on the line of the label; several below it, each after a dash, with end marks.
fn addressee_layout(paper: &Paper) -> Vec<String> {
    let lines = paper.addressees();
    let Some((label, others)) = lines.split_first() else { return Vec::new() };
    let alone = label.text.trim_start_matches("Kính gửi:").trim();
    if others.is_empty() {
        return wrong(alone.is_empty() || alone.starts_with('-') || alone.ends_with([';', '.']), &label.text);
    }
    let dash = |line: &Line| line.left + line.indent;
    let is_wrong = |(place, line): (usize, &&Line)| {
        !line.text.ends_with(if place + 1 == others.len() { '.' } else { ';' })
            || dash(line) != dash(others[0])
            || dash(line) <= label.left
    };
    wrong(!alone.is_empty() || others.len() < 2 || others.iter().enumerate().any(is_wrong), &label.text)
}

fn end_mark(paper: &Paper) -> Vec<String> {
    let body = paper.body();
    let ends = body.iter().filter(|line| line.text.ends_with("./.")).count();
    wrong(ends != 1 || !body.last().is_some_and(|line| line.text.ends_with("./.")), "the end mark")
}

fn authority_words(paper: &Paper) -> Vec<String> {
    const MARKS: [&str; 5] = ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "];
    let looks_like =
        |text: &str| ["TM", "T/M", "KT", "K/T", "TL", "T/L", "TUQ", "Q."].iter().any(|mark| is_word(text, mark));
    let (above, _) = signature(paper);
    let is_wrong = |line: &&&Line| looks_like(&line.text) && !MARKS.iter().any(|mark| line.text.starts_with(mark));
    above.iter().filter(is_wrong).map(|line| line.text.clone()).collect()
}

fn is_word(text: &str, mark: &str) -> bool {
    text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn signature_type(paper: &Paper) -> Vec<String> {
    let (above, name) = signature(paper);
    let small =
        above.iter().filter(|line| !is_capitals(&line.text)).map(|line| format!("small letters: {}", line.text));
    let of_name = name.map_or_else(
        || vec!["no name".to_owned()],
        |name| [centred(name, &LARGE, Look::Bold), wrong(is_capitals(&name.text), &name.text)].concat(),
    );
    above.iter().flat_map(|line| centred(line, &LARGE, Look::Bold)).chain(small).chain(of_name).collect()
}

fn deputy_below_head(paper: &Paper) -> Vec<String> {
    let (above, _) = signature(paper);
    let texts: Vec<&str> = above.iter().map(|line| line.text.as_str()).collect();
    let is_right = |pair: &[&str]| match (pair[0].strip_prefix("KT. "), pair[0].starts_with("TM. ")) {
        (Some(_), _) => pair[1].starts_with("PHÓ "),
        (None, true) => !pair[1].starts_with("PHÓ "),
        (None, false) => true,
    };
    let lonely = texts.last().is_some_and(|last| last.starts_with("KT. ") || last.starts_with("TM. "));
    wrong(lonely || !texts.windows(2).all(is_right), &texts.join(" / "))
}

fn collective_without_place(paper: &Paper) -> Vec<String> {
    let (above, _) = signature(paper);
    let collective = above.iter().filter_map(|line| line.text.strip_prefix("TM. "));
    collective
        .filter(|body| body.contains("UBND") || body.contains(" XÃ ") || body.contains(" PHƯỜNG "))
        .map(str::to_owned)
        .collect()
}

/// Offices leave 35 to 50 mm.
fn room(paper: &Paper) -> Vec<String> {
    let cell = &paper.closing().rows[0].cells[1];
    let room = cell.lines.iter().skip(1).map(|line| f64::from(line.before) / 56.693).fold(0.0, f64::max);
    wrong(!(35.0..=50.0).contains(&room), &format!("{room:.1} mm"))
}

/// The pen writes in blue between post and name: nothing else is there, no picture of a signature, no word, and no colour.
fn left_to_the_pen(paper: &Paper) -> Vec<String> {
    const BLACK: [&str; 3] = ["", "auto", "000000"];
    let (above, name) = signature(paper);
    let lines = &paper.closing().rows[0].cells[1].lines;
    let is_coloured = |line: &&Line| line.pieces.iter().any(|piece| !BLACK.contains(&piece.color.as_str()));
    let words = |line: &Line| ["đã ký", "(ký"].iter().any(|mark| line.text.to_lowercase().contains(mark));
    let is_taken = lines.iter().any(|line| line.has_picture || words(line) || is_coloured(&line));
    // Empty lines would move the name when the post takes another line.
    let is_room = above.len() + usize::from(name.is_some()) == lines.len();
    wrong(is_taken || !is_room, "the place of the pen")
}

fn label(paper: &Paper) -> Vec<String> {
    let cells = &paper.closing().rows[0].cells;
    let Some(label) = cells[0].lines.first() else { return vec!["no label".to_owned()] };
    let is_flush = label.alignment == "left" && label.left == 0 && label.indent == 0;
    let authority = &cells[1].lines[0];
    let top =
        |line: &Line| f64::from(line.before) + f64::from(line.pieces.first().map_or(0, |it| it.size)) * 10.0 * 0.891;
    let is_level = (top(label) - top(authority)).abs() <= 10.0;
    let is_wrong = label.text != "Nơi nhận:" || !is_flush || !is_level;
    [type_of(label, &(24..=24), Look::BoldItalic), wrong(is_wrong, "place of «Nơi nhận:»")].concat()
}

fn list(paper: &Paper) -> Vec<String> {
    let lines = recipients(paper);
    let is_wrong = |(place, line): &(usize, &&Line)| {
        let end = if place + 1 == lines.len() { '.' } else { ';' };
        !line.text.starts_with("- ") || !line.text.ends_with(end) || line.left != 0 || line.indent != 0
    };
    let marks = lines.iter().enumerate().filter(is_wrong).map(|(_, line)| line.text.clone());
    lines.iter().flat_map(|line| type_of(line, &(22..=22), Look::Light)).chain(marks).collect()
}

/// `- Lưu: VT, VHXH (2).`
fn archive(paper: &Paper) -> Vec<String> {
    let lines = recipients(paper);
    let text = lines.last().map_or("", |line| line.text.as_str());
    let is_right = text.strip_prefix("- Lưu: VT").and_then(|rest| rest.strip_suffix('.')).is_some_and(|rest| {
        let (units, copies) = rest.split_once(" (").map_or((rest, None), |(units, copies)| (units, Some(copies)));
        let is_count = |copies: &str| copies.strip_suffix(')').is_some_and(|it| it.parse::<u32>().is_ok());
        copies.is_none_or(is_count)
            && units.split(", ").skip(1).all(|unit| !unit.is_empty())
            && !units.contains([';', '.', '('])
    });
    wrong(!is_right, text)
}
