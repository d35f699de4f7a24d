//! The rules of the body: type, indents, gaps, headings, numbering, marks; and of tables.
//!
//! Owns what each id asks of these paragraphs. Must not know how the paper was read.

use super::Rule;
use super::looks::{LARGE, Look, is_capitals, type_of, wrong};
use super::paper::{Line, Paper};

pub(super) const RULES: [Rule; 10] = [
    Rule { id: "L-45", broken: grounds },
    Rule { id: "L-48", broken: body_type },
    Rule { id: "L-49", broken: first_lines },
    Rule { id: "L-50", broken: gaps },
    Rule { id: "L-51", broken: pitch },
    Rule { id: "L-52", broken: headings },
    Rule { id: "L-53", broken: numbering },
    Rule { id: "L-55", broken: figures },
    Rule { id: "L-56", broken: marks },
    Rule { id: "L-57", broken: tables },
];

/// The letters of điểm (ND-07).
const POINTS: &str = "abcdđeghiklmnopqrstuvxy";

/// The levels of headings, from the largest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Level {
    Part,
    Section,
    Article,
    Clause,
    Point,
}

fn is_ground(line: &Line) -> bool {
    let begins = ["Căn cứ", "Theo đề nghị", "Xét đề nghị"];
    begins.iter().any(|words| line.text.starts_with(words)) && !line.text.ends_with(':')
}

/// The grounds, above the body.
fn grounds_of(paper: &Paper) -> Vec<&Line> {
    paper.body().into_iter().skip_while(|line| is_centred_heading(line)).take_while(|line| is_ground(line)).collect()
}

/// The body without grounds and without what is centred over it.
fn running(paper: &Paper) -> Vec<&Line> {
    let body = paper.body().into_iter().filter(|line| !is_centred_heading(line));
    body.skip_while(|line| is_ground(line)).collect()
}

/// Phần and its title, who decides, the word of decision.
fn is_centred_heading(line: &Line) -> bool {
    line.alignment == "center" && line.pieces.iter().all(|piece| piece.is_bold)
}

fn grounds(paper: &Paper) -> Vec<String> {
    let grounds = grounds_of(paper);
    let types = grounds.iter().flat_map(|line| type_of(line, &LARGE, Look::Italic));
    let ends = grounds
        .iter()
        .enumerate()
        .filter(|(place, line)| !line.text.ends_with(if place + 1 == grounds.len() { '.' } else { ';' }));
    types.chain(ends.map(|(_, line)| format!("end of «{}»", line.text))).collect()
}

fn body_type(paper: &Paper) -> Vec<String> {
    let is_wrong = |line: &&&Line| {
        let is_type =
            |piece: &super::paper::Piece| LARGE.contains(&piece.size) && !piece.is_italic && !piece.is_underlined;
        line.alignment != "both" || !line.pieces.iter().all(is_type)
    };
    running(paper).iter().filter(is_wrong).map(|line| format!("«{}»", line.text)).collect()
}

fn first_lines(paper: &Paper) -> Vec<String> {
    let lines = [grounds_of(paper), running(paper)].concat();
    let is_allowed = |line: &Line| [567, 720].iter().any(|allowed: &i32| (line.indent - allowed).abs() <= 10);
    let is_wrong = |line: &&&Line| {
        !is_allowed(line)
            || line.indent != lines[0].indent
            || line.left != 0
            || line.text.starts_with([' ', '\t'])
            || line.text.contains('\t')
    };
    lines.iter().filter(is_wrong).map(|line| format!("«{}»", line.text)).collect()
}

fn gaps(paper: &Paper) -> Vec<String> {
    let lines = [grounds_of(paper), running(paper)].concat();
    let is_narrow = |pair: &&[&Line]| pair[0].after.max(pair[1].before) < 120;
    lines.windows(2).filter(is_narrow).map(|pair| format!("above «{}»", pair[1].text)).collect()
}

/// Single to one and a half lines; exact pitches are those of Times New Roman (1.15 times the size).
fn pitch(paper: &Paper) -> Vec<String> {
    let is_wrong = |line: &&&Line| {
        let size = f64::from(line.pieces.first().map_or(28, |piece| piece.size)) * 10.0;
        let spacing = f64::from(line.spacing);
        match line.spacing_rule.as_str() {
            "exact" | "atLeast" => !(1.15 * size..=1.725 * size).contains(&spacing),
            _ => !(240.0..=360.0).contains(&spacing),
        }
    };
    let lines = [grounds_of(paper), running(paper)].concat();
    lines
        .iter()
        .filter(is_wrong)
        .map(|line| format!("{} {} «{}»", line.spacing, line.spacing_rule, line.text))
        .collect()
}

/// The level and the number of a heading or a numbered paragraph.
fn numbered(line: &Line) -> Option<(Level, usize)> {
    let text = line.text.as_str();
    if let Some(number) = text.strip_prefix("Phần ").filter(|_| line.alignment == "center") {
        return roman(number).map(|number| (Level::Part, number));
    }
    if let Some((number, _)) = text.strip_prefix("Điều ").and_then(|rest| rest.split_once('.')) {
        return number.parse().ok().filter(|_| starts_bold(line)).map(|number| (Level::Article, number));
    }
    if let Some((number, _)) = text.split_once(". ") {
        let section = roman(number).map(|number| (Level::Section, number));
        return section.or_else(|| number.parse().ok().map(|number| (Level::Clause, number)));
    }
    let (letter, _) = text.split_once(") ")?;
    let mut letters = letter.chars();
    let point = letters.next().filter(|_| letters.next().is_none())?;
    Some((Level::Point, POINTS.chars().position(|it| it == point).map_or(usize::MAX, |place| place + 1)))
}

fn roman(text: &str) -> Option<usize> {
    const NUMBERS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMBERS.iter().position(|number| *number == text).map(|place| place + 1)
}

fn starts_bold(line: &Line) -> bool {
    line.pieces.first().is_some_and(|piece| piece.is_bold)
}

fn is_bold(line: &Line) -> bool {
    line.pieces.iter().all(|piece| piece.is_bold)
}

/// Sections in bold capitals, articles with a bold label, parts over a title in bold capitals; a clause in bold is a
/// title alone, without full stop, one that is not is a sentence.
fn headings(paper: &Paper) -> Vec<String> {
    let body = paper.body();
    let mut found = Vec::new();
    for (place, line) in body.iter().enumerate() {
        let is_right = match numbered(line).map(|(level, _)| level) {
            Some(Level::Part) => {
                body.get(place + 1).is_some_and(|title| is_bold(title) && is_capitals(&title.text)) && is_bold(line)
            }
            Some(Level::Section) => is_bold(line) && is_capitals(&line.text),
            Some(Level::Article) => starts_bold(line),
            Some(Level::Clause | Level::Point) => is_bold(line) != line.text.ends_with(['.', ';', ':', '/']),
            None => is_centred_heading(line) || !is_bold(line),
        };
        found.extend(wrong(!is_right, &format!("«{}»", line.text)));
    }
    found
}

/// Every level counts from 1 below the next larger one.
fn numbering(paper: &Paper) -> Vec<String> {
    let mut counts = [0; 5];
    let mut found = Vec::new();
    for line in paper.body() {
        let Some((level, number)) = numbered(line) else { continue };
        let place = level as usize;
        counts[place] += 1;
        counts[place + 1..].fill(0);
        found.extend(wrong(counts[place] != number, &format!("{} is due, not «{}»", counts[place], line.text)));
        counts[place] = number.min(1000);
    }
    found
}

/// `98.5%` and `1,250` are the English way.
fn figures(paper: &Paper) -> Vec<String> {
    let cells = paper.tables().flat_map(|table| &table.rows).flat_map(|row| &row.cells).flat_map(|cell| &cell.lines);
    let lines = paper.body().into_iter().chain(cells);
    lines
        .filter(|line| line.text.split([' ', '\n', '(', ')', ';', '/']).any(is_english))
        .map(|line| line.text.clone())
        .collect()
}

fn is_english(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.', ':', '%']);
    let digits = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit());
    let dotted = bare.split_once('.').is_some_and(|(whole, rest)| digits(whole) && digits(rest) && word.contains('%'));
    let parted = bare
        .split_once(',')
        .is_some_and(|(whole, rest)| digits(whole) && !whole.starts_with('0') && digits(rest) && rest.len() == 3);
    dotted || parted
}

fn marks(paper: &Paper) -> Vec<String> {
    const NEVER: [&str; 12] = ["  ", " ,", " ;", " :", " .", "–", "—", "\"", "[...]", "{{", "…", "...."];
    let recipients = paper.closing().rows.iter().flat_map(|row| &row.cells[0].lines);
    let lines = paper.body().into_iter().chain(recipients);
    lines
        .filter(|line| NEVER.iter().any(|mark| line.text.contains(mark)))
        .map(|line| format!("«{}»", line.text))
        .collect()
}

fn tables(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for table in paper.tables() {
        let first = table.rows[0].cells[0].lines.first().map_or("", |line| line.text.as_str());
        found.extend(wrong(!table.rows[0].is_header, &format!("header of «{first}» is not repeated")));
        found.extend(wrong(!table.rows.iter().all(|row| row.is_whole), &format!("rows of «{first}» may split")));
        found.extend(wrong(table.width > table.room + 10, &format!("{} of {}", table.width, table.room)));
    }
    found
}
