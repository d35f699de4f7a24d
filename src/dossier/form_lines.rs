//! The items of Thông tin chung that stand in the head of the form: issuer, superior, place, province.
//!
//! Owns setting them right, with a note that shows what was typed and what is printed, and the messages about those
//! that can't be right. Must not know how a name is read: `form` does. `general` takes the lines from here.

use super::form::{BodySort, GovernmentLevel, NamedBody, is_same_in_capitals, place_name, province_name};
use crate::contract::{GeneralKey, dictionary};
use crate::diag::{Concern, Diagnostic, Diagnostics, Reported};
use crate::records::{Cell, Located};
use crate::vietnamese::fold;
use crate::vietnamese::text::{lower, single_spaced};
use crate::vietnamese::tone::{ToneStyle, restyle};

/// The cells of these items; `None` where an item is blank.
pub(super) struct FormCells<'a> {
    pub(super) issuing_body: &'a Located<Cell>,
    pub(super) superior_body: Option<&'a Located<Cell>>,
    pub(super) place: &'a Located<Cell>,
    pub(super) province: Option<&'a Located<Cell>>,
}

/// What is printed of them.
pub(super) struct FormLines {
    pub(super) issuer: NamedBody,
    pub(super) issuing_body: Located<Vec<String>>,
    pub(super) superior_body: Option<String>,
    pub(super) place: String,
    pub(super) province: Option<String>,
}

/// Reads the items.
///
/// # Errors
/// `HS-108` where a division has no superior, `HS-109` where a People's Committee or Council has no name, `HS-111`
/// where a body of the Party issues.
pub(super) fn read(cells: &FormCells, out: &mut Diagnostics) -> Result<FormLines, Reported> {
    let superior = cells.superior_body;
    let superior_body = superior.map(|cell| NamedBody::of(&text_of(cell)));
    let issuer = NamedBody::of(without_remark(&text_of(cells.issuing_body)));
    let of_commune = [Some(&issuer), superior_body.as_ref()].into_iter().flatten();
    let tier =
        of_commune.into_iter().find(|body| body.level() == Some(GovernmentLevel::Commune)).and_then(NamedBody::tier);
    let place = place(cells.place, tier, out);
    let issuer = with_name(issuer, cells.issuing_body, &place, out)?;
    check_party(&issuer, cells.issuing_body, out)?;
    check_own_rules(&issuer, cells.issuing_body, out);
    check_seal(&issuer, cells.issuing_body, &place, out);
    let superior_body = superior_body.map(|body| if body.is_nameless() { body.at(&place) } else { body });
    let superior_line = superior.zip(superior_body.as_ref()).map(|(cell, body)| superior_line(cell, body, out));
    check_superior(&issuer, superior.zip(superior_body.as_ref()), cells.issuing_body, &place, out)?;
    check_place(&issuer, superior_body.as_ref(), &place, cells, out);
    let province = cells.province.map(|cell| province(cell, out));
    check_city(&issuer, cells.issuing_body, province.as_deref(), out);
    Ok(FormLines {
        issuing_body: issuing_body(cells.issuing_body, &issuer, out),
        superior_body: superior_line,
        province,
        issuer,
        place,
    })
}

fn text_of(cell: &Located<Cell>) -> String {
    single_spaced(&cell.value.text)
}

/// HS-106: the People's Committee of a city that belonged to a province; a city of the Government's own is in none.
fn check_city(issuer: &NamedBody, cell: &Located<Cell>, province: Option<&str>, out: &mut Diagnostics) {
    let name = issuer.in_full();
    if province.is_some_and(|province| province.starts_with("tỉnh ")) && name.contains(" thành phố ") {
        out.report(Diagnostic::warning("HS-106").at(&cell.at).with("name", name).hint("city"));
    }
}

/// The name without a remark in brackets behind it: «(mới)», «(sau sắp xếp)».
fn without_remark(name: &str) -> &str {
    let remark = name.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    remark.map_or(name, |(body, _)| body.trim_end()).trim_end_matches('(')
}

fn note(key: GeneralKey, cell: &Located<Cell>, printed: &str, out: &mut Diagnostics) {
    let message = Diagnostic::note("HS-100").at(&cell.at).with("item", key.title()).with("text", text_of(cell));
    out.report(message.with("printed", printed));
}

/// The issuer's name on the clerk's own lines, where it still has the words of these lines.
fn issuing_body(cell: &Located<Cell>, issuer: &NamedBody, out: &mut Diagnostics) -> Located<Vec<String>> {
    let (typed, full) = (text_of(cell), issuer.in_full());
    let shouts = !typed.chars().any(char::is_lowercase);
    if typed != full && !(shouts && is_same_in_capitals(&typed, &full)) {
        note(GeneralKey::IssuingBody, cell, &full, out);
    }
    if !issuer.short.is_empty() {
        let message = Diagnostic::warning("HS-113").at(&cell.at).with("body", &full);
        out.report(message.with("short", issuer.short.join(", ")));
    }
    let words: Vec<&str> = full.split(' ').collect();
    let counts: Vec<usize> = cell.value.text.split('\n').map(|line| line.split_whitespace().count()).collect();
    if counts.len() < 2 || counts.iter().sum::<usize>() != words.len() || shouts_within(issuer, &counts) {
        return Located { value: vec![full], at: cell.at.clone() };
    }
    let mut rest = words.as_slice();
    let mut lines = Vec::new();
    for count in counts.into_iter().filter(|&count| count > 0) {
        let (line, others) = rest.split_at(count);
        lines.push(line.join(" "));
        rest = others;
    }
    Located { value: lines, at: cell.at.clone() }
}

/// Whether the typed lines break within the kind of a People's Committee or Council: its first line is the kind.
fn shouts_within(issuer: &NamedBody, counts: &[usize]) -> bool {
    let is_of_people = matches!(issuer.sort, BodySort::Committee | BodySort::Council);
    is_of_people && !issuer.is_chair && counts[0] != issuer.lead.split(' ').count()
}

/// The superior as typed, but for what is certainly misspelt; its kind may be abbreviated (CQ-02).
fn superior_line(cell: &Located<Cell>, body: &NamedBody, out: &mut Diagnostics) -> String {
    let typed = text_of(cell);
    let is_short = fold::key(&typed).starts_with("ubnd") || fold::key(&typed).starts_with("hdnd");
    let written = if is_short { body.abbreviated() } else { body.in_full() };
    let shouts = !typed.chars().any(char::is_lowercase);
    if shouts && is_same_in_capitals(&typed, &written) {
        return typed;
    }
    if typed != written {
        note(GeneralKey::SuperiorBody, cell, &written, out);
    }
    written
}

fn place(cell: &Located<Cell>, tier: Option<&'static str>, out: &mut Diagnostics) -> String {
    let printed = place_name(&cell.value.text, tier);
    if text_of(cell).trim_end_matches([',', '.', ';', ' ']) != printed {
        note(GeneralKey::Place, cell, &printed, out);
    }
    printed
}

fn province(cell: &Located<Cell>, out: &mut Diagnostics) -> String {
    let printed = province_name(&cell.value.text);
    let typed = text_of(cell);
    let is_quiet = lower(&typed) == lower(&printed) && typed.chars().skip(1).any(char::is_lowercase);
    if !is_quiet {
        note(GeneralKey::Province, cell, &printed, out);
    }
    printed
}

/// The issuer with the name of its commune: that of the place, where its own name stops at the tier.
fn with_name(
    issuer: NamedBody,
    cell: &Located<Cell>,
    place: &str,
    out: &mut Diagnostics,
) -> Result<NamedBody, Reported> {
    let is_of_people = matches!(issuer.sort, BodySort::Committee | BodySort::Council);
    if issuer.is_committee_in_part() {
        let tier = issuer.tier().or_else(|| issuer.lead.to_lowercase().starts_with("phường").then_some("phường"));
        let written = format!("Ủy ban nhân dân {} {place}", tier.unwrap_or("xã"));
        let message = Diagnostic::error("HS-109").concerning(Concern::Paper).at(&cell.at);
        return Err(out.fail(message.with("text", text_of(cell)).with("written", written)));
    }
    if issuer.is_nameless() && issuer.level() == Some(GovernmentLevel::Commune) {
        return Ok(issuer.at(place));
    }
    if !is_of_people || issuer.level().is_some() && !issuer.is_nameless() {
        return Ok(issuer);
    }
    let name = if issuer.place.is_empty() { place } else { &issuer.place };
    let written = format!("{} {} {name}", issuer.lead, issuer.tier().unwrap_or("xã"));
    let message = Diagnostic::error("HS-109").concerning(Concern::Paper).at(&cell.at);
    Err(out.fail(message.with("text", text_of(cell)).with("written", written)))
}

/// A body of the Party issues by the form of the Party, which this program does not write (L-38, CX-09).
fn check_party(issuer: &NamedBody, cell: &Located<Cell>, out: &mut Diagnostics) -> Result<(), Reported> {
    if issuer.sort != BodySort::Party {
        return Ok(());
    }
    let message = Diagnostic::error("HS-111").concerning(Concern::Paper).at(&cell.at);
    Err(out.fail(message.with("body", issuer.in_full())))
}

/// A division stands below its People's Committee; a People's Committee or Council below nobody (CX-01, CX-03, L-28).
fn check_superior(
    issuer: &NamedBody,
    superior: Option<(&Located<Cell>, &NamedBody)>,
    issuer_cell: &Located<Cell>,
    place: &str,
    out: &mut Diagnostics,
) -> Result<(), Reported> {
    use BodySort::{Board, Centre, Committee, Council, Division, Secretariat};
    let is_below = matches!(issuer.sort, Division | Secretariat | Centre | Board);
    let tier = issuer.tier().unwrap_or("xã");
    let right = format!("UBND {tier} {}", if issuer.place.is_empty() { place } else { &issuer.place });
    let Some((cell, body)) = superior else {
        if !is_below || issuer.sort == Board && !fold::key(&issuer.lead).starts_with("ban chi dao") {
            return Ok(());
        }
        let message = Diagnostic::error("HS-108").concerning(Concern::Paper).at(&issuer_cell.at);
        return Err(out.fail(message.with("body", issuer.in_full()).with("superior", right)));
    };
    let message = Diagnostic::warning("HS-105").at(&cell.at).with("superior", text_of(cell));
    let message = message.with("body", issuer.in_full());
    if matches!(issuer.sort, Committee | Council) {
        out.report(message);
    } else if is_below
        && (body.sort != Committee || body.level() == Some(GovernmentLevel::Province) && is_of_commune(issuer))
    {
        out.report(message.with("right", right).hint("division"));
    }
    Ok(())
}

/// The Front and the associations have rules of their own; the decree holds for them as far as it fits (CX-10).
fn check_own_rules(issuer: &NamedBody, cell: &Located<Cell>, out: &mut Diagnostics) {
    if matches!(issuer.sort, BodySort::Front | BodySort::Association) {
        out.report(Diagnostic::warning("HS-211").at(&cell.at).with("body", issuer.in_full()));
    }
}

/// HS-289: a village, or a team of people in one, has no seal and no register of papers (CX-15). A working team of the
/// Committee issues under the Committee's seal (SO-07).
fn check_seal(issuer: &NamedBody, cell: &Located<Cell>, place: &str, out: &mut Diagnostics) {
    const TEAMS: [&str; 5] = ["to dan pho", "to cong nghe so", "to hoa giai", "to tu quan", "to nhan dan"];
    let key = fold::key(&issuer.in_full());
    // «Khu bảo tồn», «Khối thi đua» are no villages.
    let kinds = || dictionary().village_types().iter().filter(|kind| !["khu", "khối"].contains(kind));
    let is_village = || kinds().any(|kind| is_kind(&key, &fold::key(kind)));
    let has_seal = match issuer.sort {
        BodySort::Team => !TEAMS.iter().any(|team| key.starts_with(team)),
        BodySort::Other => !is_village(),
        _ => true,
    };
    if !has_seal {
        let right = format!("Ủy ban nhân dân {} {place}", issuer.tier().unwrap_or("xã"));
        out.report(Diagnostic::warning("HS-289").at(&cell.at).with("body", issuer.in_full()).with("right", right));
    }
}

/// Whether a name is this word for a village and the village's own name.
fn is_kind(key: &str, kind: &str) -> bool {
    key.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a body can only be one of a commune: provinces have sở, not phòng, right below their Committee.
fn is_of_commune(issuer: &NamedBody) -> bool {
    issuer.sort == BodySort::Division || issuer.level() == Some(GovernmentLevel::Commune)
}

/// The place is that of the body (DD-01, L-37).
fn check_place(
    issuer: &NamedBody,
    superior: Option<&NamedBody>,
    place: &str,
    cells: &FormCells,
    out: &mut Diagnostics,
) {
    let of_commune = |body: &&NamedBody| body.level() == Some(GovernmentLevel::Commune) && !body.place.is_empty();
    let Some(body) = [Some(issuer), superior].into_iter().flatten().find(of_commune) else { return };
    let alike = |text: &str| lower(&restyle(text, ToneStyle::Old));
    if alike(place) == alike(&body.place) || alike(place) == alike(&body.unit()) {
        return;
    }
    let message = Diagnostic::warning("HS-110").at(&cells.place.at).also_at(&cells.issuing_body.at);
    out.report(message.with("place", place).with("name", &body.place).with("unit", body.unit()));
}

impl NamedBody {
    /// Whether its tier is followed by no name.
    fn is_nameless(&self) -> bool {
        self.place.is_empty() && matches!(self.sort, BodySort::Committee | BodySort::Council)
    }
}
