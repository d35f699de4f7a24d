//! The rules of the head: names, number, date, tên loại, trích yếu.
//!
//! Owns what each id asks of these lines. Must not know how the paper was read.

use super::Rule;
use super::looks::{LARGE, Look, SMALL, centred, drawn_below, is_capitals, type_of, wrong};
use super::paper::{Line, Paper};

pub(super) const RULES: [Rule; 19] = [
    Rule { id: "CQ-04", broken: superior },
    Rule { id: "CQ-05", broken: issuer },
    Rule { id: "L-29", broken: one_name_one_weight },
    Rule { id: "CQ-06", broken: line_below_issuer },
    Rule { id: "L-27", broken: line_below_issuer },
    Rule { id: "L-30", broken: number_shape },
    Rule { id: "L-31", broken: number_type },
    Rule { id: "L-32", broken: kind_in_symbol },
    Rule { id: "L-33", broken: listed_kind_in_symbol },
    Rule { id: "DD-05", broken: number_and_date_level },
    Rule { id: "L-36", broken: number_and_date_level },
    Rule { id: "L-35", broken: date_type },
    Rule { id: "L-41", broken: subject },
    Rule { id: "TL-03", broken: line_below_subject },
    Rule { id: "L-43", broken: line_below_subject },
    Rule { id: "L-44", broken: about },
    Rule { id: "TL-04", broken: about_of_letter },
    Rule { id: "TL-05", broken: wording_of_about },
    Rule { id: "SO-05", broken: symbol_of_letter },
];

/// The kinds that have a template, with their abbreviation (section 6 of PL3).
const KINDS: [(&str, &str); 6] = [
    ("KẾ HOẠCH", "KH"),
    ("CHƯƠNG TRÌNH", "CTr"),
    ("BÁO CÁO", "BC"),
    ("QUYẾT ĐỊNH", "QĐ"),
    ("TỜ TRÌNH", "TTr"),
    ("THÔNG BÁO", "TB"),
];

/// How the name of a body with a superior begins.
const BELOW: [&str; 7] = ["PHÒNG", "VĂN PHÒNG", "TRUNG TÂM", "BAN ", "TRẠM", "TỔ ", "HỘI ĐỒNG"];

fn names(paper: &Paper) -> Vec<&Line> {
    paper.head().rows[0].cells[0].lines.iter().filter(|line| !line.text.trim().is_empty()).collect()
}

/// The lines of the superior and of the issuer.
fn parted(paper: &Paper) -> (Vec<&Line>, Vec<&Line>) {
    let names = names(paper);
    let is_below = |line: &&Line| BELOW.iter().any(|word| line.text.starts_with(word));
    let light = names.iter().take_while(|line| line.pieces.iter().all(|piece| !piece.is_bold)).count();
    let below = names.iter().position(is_below).filter(|&place| place > 0);
    let issuer = below.unwrap_or(if light < names.len() { light } else { 0 });
    (names[..issuer].to_vec(), names[issuer..].to_vec())
}

fn superior(paper: &Paper) -> Vec<String> {
    let (superior, _) = parted(paper);
    let small = superior.iter().filter(|line| !is_capitals(&line.text)).map(|line| format!("«{}»", line.text));
    superior.iter().flat_map(|line| centred(line, &SMALL, Look::Light)).chain(small).collect()
}

fn issuer(paper: &Paper) -> Vec<String> {
    let (_, issuer) = parted(paper);
    let small = issuer.iter().filter(|line| !is_capitals(&line.text)).map(|line| format!("«{}»", line.text));
    issuer.iter().flat_map(|line| centred(line, &SMALL, Look::Bold)).chain(small).collect()
}

/// `ỦY BAN NHÂN DÂN` and `XÃ X` are one name.
fn one_name_one_weight(paper: &Paper) -> Vec<String> {
    let names = names(paper);
    let is_bold = |line: &Line| line.pieces.iter().all(|piece| piece.is_bold);
    let is_unit = |line: &Line| ["XÃ ", "PHƯỜNG ", "ĐẶC KHU "].iter().any(|tier| line.text.starts_with(tier));
    let is_people = |line: &Line| line.text.ends_with("NHÂN DÂN");
    let split =
        names.windows(2).any(|pair| is_people(pair[0]) && is_unit(pair[1]) && is_bold(pair[0]) != is_bold(pair[1]));
    let mixed = names.iter().any(|line| line.pieces.iter().any(|piece| piece.is_bold != line.pieces[0].is_bold));
    wrong(split || mixed, "one name in two weights")
}

fn line_below_issuer(paper: &Paper) -> Vec<String> {
    let cell = &paper.head().rows[0].cells[0];
    let (_, issuer) = parted(paper);
    drawn_below(cell.lines.iter().find(|line| line.is_drawn), &issuer, cell.width, "the issuer")
}

fn number(paper: &Paper) -> Option<&Line> {
    let cells = paper.head().rows.iter().flat_map(|row| &row.cells);
    cells.flat_map(|cell| &cell.lines).find(|line| line.text.starts_with("Số"))
}

fn symbol(paper: &Paper) -> &str {
    number(paper).and_then(|line| line.text.split_once('/')).map_or("", |(_, symbol)| symbol)
}

fn number_shape(paper: &Paper) -> Vec<String> {
    let Some(line) = number(paper) else { return vec!["no number".to_owned()] };
    let is_right =
        line.text.strip_prefix("Số:").and_then(|rest| rest.split_once('/')).is_some_and(|(digits, symbol)| {
            let groups: Vec<&str> = symbol.split('-').collect();
            let is_group =
                |group: &&str| !group.is_empty() && group.chars().all(|it| it.is_alphanumeric() || it == '&');
            let is_upper = |group: &&str| !group.chars().any(char::is_lowercase);
            digits.trim().chars().all(|digit| digit.is_ascii_digit())
                && (groups.len() > 1 || paper.is_letter())
                && groups.iter().all(is_group)
                && groups[1..].iter().all(is_upper)
        });
    wrong(!is_right, &line.text)
}

fn number_type(paper: &Paper) -> Vec<String> {
    let Some(line) = number(paper) else { return vec!["no number".to_owned()] };
    let digits = line.text.trim_start_matches("Số:").split('/').next().unwrap_or_default().trim();
    let is_padded = digits.is_empty() || digits.len() >= 2 && digits.trim_start_matches('0').len() >= digits.len() - 1;
    let has_blank = line.text.split_once('/').is_some_and(|(_, symbol)| symbol.contains(' '));
    [centred(line, &(26..=26), Look::Light), wrong(!is_padded || has_blank, &line.text)].concat()
}

fn kind_in_symbol(paper: &Paper) -> Vec<String> {
    if paper.is_letter() {
        return Vec::new();
    }
    let title = &paper.title().text;
    let kind = KINDS.iter().find(|(name, _)| title.starts_with(name)).map(|(_, short)| *short);
    let is_right = kind.is_some_and(|short| symbol(paper).split('-').next() == Some(short));
    wrong(!is_right, &format!("«{}» below {title}", symbol(paper)))
}

fn listed_kind_in_symbol(paper: &Paper) -> Vec<String> {
    let first = symbol(paper).split('-').next().unwrap_or_default();
    if paper.is_letter() {
        return wrong(first == "CV" || symbol(paper).contains('.'), symbol(paper));
    }
    wrong(!KINDS.iter().any(|(_, short)| *short == first) || symbol(paper).contains('.'), symbol(paper))
}

/// In one row, nothing else in their cells but a second line of the date's.
fn number_and_date_level(paper: &Paper) -> Vec<String> {
    let is_level = paper.head().rows.iter().any(|row| {
        let firsts: Vec<&Line> = row.cells.iter().filter_map(|cell| cell.lines.first()).collect();
        firsts.len() == 2
            && firsts[0].text.starts_with("Số:")
            && firsts[1].text.contains(", ngày")
            && is_on_baseline(&firsts)
    });
    wrong(!is_level, "number and date are not level")
}

/// The smaller letters begin lower by the difference of the two heights above the baseline.
fn is_on_baseline(lines: &[&Line]) -> bool {
    let top = |line: &Line| f64::from(line.before) + f64::from(line.pieces[0].size) * 10.0 * 0.891;
    (top(lines[0]) - top(lines[1])).abs() <= 10.0
}

fn date_type(paper: &Paper) -> Vec<String> {
    let cells = paper.head().rows.iter().flat_map(|row| &row.cells);
    let Some(date) = cells.flat_map(|cell| &cell.lines).find(|line| line.text.contains(", ngày")) else {
        return vec!["no date".to_owned()];
    };
    centred(date, &LARGE, Look::Italic)
}

fn subject(paper: &Paper) -> Vec<String> {
    if paper.is_letter() {
        return Vec::new();
    }
    let (lines, _) = paper.subject();
    let of_type =
        |line: &&Line| [centred(line, &LARGE, Look::Bold), wrong(is_capitals(&line.text), "in capitals")].concat();
    let missing = wrong(lines.is_empty(), "no trích yếu");
    let title = [centred(paper.title(), &LARGE, Look::Bold), wrong(!is_capitals(&paper.title().text), "small letters")];
    lines.iter().flat_map(of_type).chain(missing).chain(title.concat()).collect()
}

fn line_below_subject(paper: &Paper) -> Vec<String> {
    if paper.is_letter() {
        return Vec::new();
    }
    let (lines, drawn) = paper.subject();
    drawn_below(drawn, &lines, paper.head().room, "the trích yếu")
}

/// A letter has no tên loại, and its subject centred below the number, in letters of 12 to 13 pt, 6 pt below it. Every
/// other paper has its tên loại, and no `V/v`.
fn about(paper: &Paper) -> Vec<String> {
    let about = paper.about();
    let is_kind = KINDS.iter().any(|(name, _)| paper.title().text.starts_with(name));
    if about.is_empty() {
        let (subject, _) = paper.subject();
        let abbreviated = subject.iter().any(|line| line.text.starts_with("V/v"));
        let is_titled = is_kind && type_of(paper.title(), &LARGE, Look::Bold).is_empty();
        return wrong(abbreviated || !is_titled, "no tên loại, or V/v");
    }
    let types = about.iter().flat_map(|line| centred(line, &(24..=26), Look::Light));
    let place = wrong(about[0].before != 120 || !about[0].text.starts_with("V/v "), &about[0].text);
    types.chain(place).chain(wrong(is_kind, "tên loại of a letter")).collect()
}

fn about_of_letter(paper: &Paper) -> Vec<String> {
    if paper.is_letter() { about(paper) } else { Vec::new() }
}

/// `V/v` without a colon, and no mark at the end.
fn wording_of_about(paper: &Paper) -> Vec<String> {
    let about: Vec<&str> = paper.about().iter().map(|line| line.text.as_str()).collect();
    let text = about.join(" ");
    wrong(text.starts_with("V/v:") || text.starts_with("V/v về") || text.ends_with(['.', ';', ':', ',']), &text)
}

/// `UBND-KT`: the body and the unit that drafts; of a division, the division alone.
fn symbol_of_letter(paper: &Paper) -> Vec<String> {
    if !paper.is_letter() {
        return Vec::new();
    }
    let groups: Vec<&str> = symbol(paper).split('-').collect();
    let is_kind = |group: &&str| KINDS.iter().any(|(_, short)| short == group) || *group == "CV";
    let (superior, _) = parted(paper);
    let wanted = if superior.is_empty() { 2 } else { 1 };
    wrong(groups.len() != wanted || groups.iter().any(is_kind), symbol(paper))
}
