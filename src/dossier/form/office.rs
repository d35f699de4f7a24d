//! A post as typed, read as the offices it names, and the one held in the body that issues.
//!
//! Owns telling "Bí thư Đảng ủy, Chủ tịch UBND xã" apart, and which of the two signs for the Committee (KY-03, KY-07).
//! Must not know who signs which paper. `signatories` reads Chức vụ with it, `draft` words the signature from it.

use super::body::{BodySort, NamedBody};
use super::tier::{GovernmentLevel, NameParts};
use super::titles::{TITLES, Title};
use crate::contract::NameWords;
use crate::contract::choices::Authority;
use crate::vietnamese::fold;
use crate::vietnamese::text::single_spaced;

/// How somebody holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The head.
    Head,
    /// A deputy, also a standing one and one in charge.
    Deputy,
    /// The acting head.
    Acting,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    title: &'static Title,
    /// How it is held.
    pub standing: Standing,
    /// The words behind the title: the body, and what the holder is in charge of.
    behind: String,
}

/// What a post names: its offices, and the authority typed in front of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offices {
    /// The offices, in order.
    all: Vec<Office>,
    /// The authority typed within the post: "KT. Chủ tịch".
    pub authority: Option<Authority>,
    /// The post without a typed authority.
    pub text: String,
}

/// The office held in a body, and another one that stands above the name (KY-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// The office in the issuing body.
    pub office: &'a Office,
    /// The office in the agency, of a member of its board.
    pub agency: Option<&'a Office>,
}

impl Office {
    /// The official title: `Phó Chủ tịch`.
    fn title(&self) -> &'static str {
        if self.standing == Standing::Deputy { self.title.deputy } else { self.title.head }
    }

    /// The official title in this body: `Phó Chủ tịch`, `Phó Trưởng Công an xã`.
    #[must_use]
    pub fn title_in(&self, body: &NamedBody) -> String {
        body.titled(self.title())
    }

    /// The title of the head of the same body: `Chủ tịch`, `Trưởng Công an xã`.
    #[must_use]
    pub fn head_title_in(&self, body: &NamedBody) -> String {
        body.titled(self.title.head)
    }

    /// Whether its head chairs a People's Committee or Council.
    fn is_of_chair(&self) -> bool {
        self.title.heads.contains(&BodySort::Committee)
    }

    /// Whether it may be one of this body.
    fn is_of(&self, body: &NamedBody) -> bool {
        if !self.title.heads.contains(&body.sort) {
            return false;
        }
        if self.behind.is_empty() {
            return true;
        }
        let behind = format!(" {} ", fold::key(&self.behind));
        let words = NameParts::of(&self.behind);
        let of = [
            (BodySort::Council, &[" hoi dong nhan dan ", " hdnd "][..]),
            (BodySort::Committee, &[" uy ban nhan dan ", " ubnd ", " ub nd ", " u b n d ", " ub nhan dan "]),
            (BodySort::Front, &[" mat tran ", " mttq ", " ubmttq ", " mttqvn ", " ubmttqvn ", " ubmt "]),
            (BodySort::Party, &[" dang uy ", " dang bo ", " chi bo ", " du ", " huyen uy ", " cap uy "]),
            (BodySort::Association, &[" hoi ", " doan ", " doan thanh nien ", " cong doan ", " lien doan "]),
        ];
        let named = of.into_iter().find(|(_, keys)| keys.iter().any(|key| behind.contains(key))).map(|(sort, _)| sort);
        let is_other_sort = matches!(body.sort, BodySort::Other | BodySort::Secretariat);
        let fits_sort = is_other_sort || named.is_none_or(|named| named == body.sort || !self.is_of_chair());
        fits_sort && is_of_tier(&words, body) && self.is_of_field(body)
    }

    /// Whether the field named behind the title is the body's own: "Trưởng phòng Kinh tế" heads no other division.
    fn is_of_field(&self, body: &NamedBody) -> bool {
        if !matches!(body.sort, BodySort::Division | BodySort::Board | BodySort::Centre | BodySort::Station) {
            return true;
        }
        let own = NameWords::of(&format!("{} {}", body.lead, body.unit())).folded();
        let extras = ["phu trach", "thuong truc", "dieu hanh", "xa", "phuong", "dac khu", "cua", "kiem"];
        let typed = NameWords::of(&self.behind).folded();
        let mut field: Vec<&str> = Vec::new();
        for word in typed.words() {
            if extras.iter().any(|extra| extra.split(' ').next() == Some(word)) {
                break;
            }
            field.push(word);
        }
        let is_named = |word: &&str| own.words().any(|known| known == *word);
        field.iter().all(is_named) || matches!(field.first(), Some(&("uy" | "ubnd" | "hoi")))
    }

    /// Whether the same office, whoever holds it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.title == other.title && self.standing == other.standing
    }

    /// The title with the People's Committee of this tier, above a name: `Chủ tịch UBND xã`.
    #[must_use]
    pub fn in_agency(&self, tier: &str) -> String {
        single_spaced(&format!("{} UBND {tier}", self.title()))
    }
}

/// Whether no other level or commune than the body's own is named.
fn is_of_tier(words: &NameParts, body: &NamedBody) -> bool {
    let found = (0..words.len()).find_map(|at| words.tier(at, false).map(|(tier, length)| (at, tier, length)));
    let Some((at, tier, length)) = found else { return true };
    if body.level().is_some_and(|level| level != tier.level)
        || (body.level().is_none() && tier.level != GovernmentLevel::Commune)
    {
        return false;
    }
    let named: Vec<&str> = (at + length..words.len()).map(|place| words.key(place)).collect();
    let own = fold::key(&body.place);
    let is_name = named.first().is_some_and(|_| {
        words.slice(at + length..at + length + 1).starts_with(char::is_uppercase)
            && !words.before(at + length).contains(['(', ',', '-'])
    });
    !is_name || own.is_empty() || named.join(" ").starts_with(&own)
}

impl Offices {
    /// Reads a post.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let words = NameParts::of(typed);
        let mut offices = Self { text: single_spaced(typed), ..Self::default() };
        let mut at = 0;
        if words.begins(0, "tm").is_some() || words.begins(0, "t m").is_some() {
            // "TM. UBND xã Chủ tịch": the body is the issuer's, printed from there.
            let next = (1..words.len()).find(|&at| mark_at(&words, at).is_some() || form_at(&words, at).is_some());
            offices.authority = Some(Authority::OnBehalf);
            at = next.unwrap_or(words.len());
            words.slice(at..words.len()).clone_into(&mut offices.text);
        }
        let address = ["dong chi", "d c", "ong", "ba"].into_iter().find_map(|address| words.begins(at, address));
        if let Some(length) = address.filter(|length| acting_or_form(&words, at + length).is_some()) {
            at += length;
            words.slice(at..words.len()).clone_into(&mut offices.text);
        }
        let mut head_of_mark = None;
        if let Some((authority, length)) = mark_at(&words, at) {
            offices.authority = Some(authority);
            let (title, _, form) = form_at(&words, at + length).unwrap_or((&TITLES[0], false, 0));
            at += length + form;
            head_of_mark = Some(title);
            // The words of the head's body, up to the signer's own post.
            let own = (at..words.len()).find(|&at| acting_or_form(&words, at).is_some());
            at = own.unwrap_or(words.len());
            words.slice(at..words.len()).clone_into(&mut offices.text);
        }
        offices.gather(&words, at);
        if let (true, Some(Authority::ForHead), Some(title)) = (offices.all.is_empty(), offices.authority, head_of_mark)
        {
            // "KT. Chủ tịch" alone is what a deputy signs as.
            offices.all.push(Office { title, standing: Standing::Deputy, behind: String::new() });
        }
        offices
    }

    fn gather(&mut self, words: &NameParts, start: usize) {
        let mut at = start;
        let mut begun: Option<(&'static Title, Standing, usize)> = None;
        while at < words.len() {
            let found = acting_or_form(words, at).filter(|_| at == start || is_apart(words, at));
            let Some((title, standing, length)) = found else {
                at += 1;
                continue;
            };
            self.end(words, begun.take(), at);
            at += length;
            begun = Some((title, standing, at));
        }
        self.end(words, begun, words.len());
    }

    fn end(&mut self, words: &NameParts, begun: Option<(&'static Title, Standing, usize)>, end: usize) {
        if let Some((title, standing, from)) = begun {
            self.all.push(Office { title, standing, behind: words.slice(from..end).to_owned() });
        }
    }

    /// The office held in this body; `None` where the post names none of it.
    #[must_use]
    pub fn held_in(&self, body: &NamedBody) -> Option<Held<'_>> {
        let own =
            |standing: Standing| self.all.iter().find(move |office| office.standing == standing && office.is_of(body));
        let office = own(Standing::Acting).or_else(|| own(Standing::Head)).or_else(|| own(Standing::Deputy))?;
        let is_board = matches!(body.sort, BodySort::Board | BodySort::Team | BodySort::Advisory);
        let agency = self.all.iter().find(|other| *other != office && other.is_of_chair() && !other.is_of_party());
        Some(Held { office, agency: agency.filter(|_| is_board) })
    }

    /// Whether the post names any office that is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.all.iter().any(|office| !office.title.heads.is_empty())
    }

    /// Whether one of the offices is this one.
    #[must_use]
    pub fn has(&self, office: &Office) -> bool {
        self.all.iter().any(|own| own.is_same(office))
    }

    /// The chair's or a vice chair's office, if any.
    #[must_use]
    pub fn is_of_chair(&self) -> bool {
        self.all.iter().any(|office| office.is_of_chair() && office.standing != Standing::Deputy)
    }
}

impl NamedBody {
    /// The title of its head: `Chủ tịch`, `Trưởng phòng`.
    #[must_use]
    pub fn head_title(&self) -> String {
        self.titles().map_or_else(|| "Thủ trưởng".to_owned(), |[head, _]| head)
    }

    /// The titles of those who may sign for it: `Chủ tịch`, `Phó Chủ tịch`; `None` where its offices are not known.
    #[must_use]
    pub fn titles(&self) -> Option<[String; 2]> {
        let known = TITLES.iter().find(|title| self.sort != BodySort::Other && title.heads.contains(&self.sort));
        known.map(|title| [title.head, title.deputy].map(|title| self.titled(title)))
    }

    /// A title as the body has it: of the police the tier is part of the title, `Trưởng Công an xã` (KY-07).
    fn titled(&self, title: &str) -> String {
        let tier = if self.sort == BodySort::Police { self.tier().unwrap_or("xã") } else { "" };
        format!("{title} {tier}").trim_end().to_owned()
    }
}

impl Office {
    fn is_of_party(&self) -> bool {
        let key = format!(" {} ", fold::key(&self.behind));
        [" dang ", " mat tran ", " mttq ", " hdnd ", " hoi dong nhan dan "].iter().any(|body| key.contains(body))
    }
}

/// An authority typed as the first words, before a title: `KT.`, `TL.`, `TUQ.`.
fn mark_at(words: &NameParts, at: usize) -> Option<(Authority, usize)> {
    let marks = [
        ("kt", Authority::ForHead),
        ("k t", Authority::ForHead),
        ("tl", Authority::ByOrder),
        ("t l", Authority::ByOrder),
        ("tuq", Authority::ByDelegation),
    ];
    let found = marks.into_iter().find_map(|(key, authority)| Some((authority, words.begins(at, key)?)));
    found.filter(|(_, length)| form_at(words, at + length).is_some())
}

fn acting_or_form(words: &NameParts, at: usize) -> Option<(&'static Title, Standing, usize)> {
    let acting = ["quyen", "q"].into_iter().any(|mark| words.key(at) == mark);
    if let Some((title, false, length)) = form_at(words, at + 1).filter(|_| acting) {
        return Some((title, Standing::Acting, length + 1));
    }
    let (title, is_deputy, length) = form_at(words, at)?;
    Some((title, if is_deputy { Standing::Deputy } else { Standing::Head }, length))
}

/// The title whose form stands here, whether it is a deputy's, and its number of words.
fn form_at(words: &NameParts, at: usize) -> Option<(&'static Title, bool, usize)> {
    let longest = |forms: &[&str]| forms.iter().filter_map(|form| words.begins(at, form)).max();
    TITLES.iter().find_map(|title| {
        let deputy = longest(title.deputy_forms).map(|length| (title, true, length));
        deputy.or_else(|| longest(title.head_forms).map(|length| (title, false, length)))
    })
}

/// Whether another office begins here: behind a mark, or behind "kiêm", "và", "đồng thời là".
fn is_apart(words: &NameParts, at: usize) -> bool {
    words.before(at).contains([',', ';', '/', '-', '–', '+', '&', '(', '\n'])
        || at > 0 && matches!(words.key(at - 1), "kiem" | "nhiem" | "va" | "thoi" | "la" | "kt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(typed: &str, body: &str) -> Option<(String, Option<String>)> {
        let (offices, body) = (Offices::of(typed), NamedBody::of(body));
        let held = offices.held_in(&body)?;
        let acting = if held.office.standing == Standing::Acting { "Q. " } else { "" };
        let title = format!("{acting}{}", held.office.title());
        Some((title, held.agency.map(|agency| agency.in_agency("xã"))))
    }

    const COMMITTEE: &str = "Ủy ban nhân dân xã Cồn Lau";

    #[test]
    fn the_office_of_the_committee_is_found_in_every_post() {
        for (typed, title) in [
            ("Chủ tịch", "Chủ tịch"),
            ("CHỦ TỊCH UBND XÃ", "Chủ tịch"),
            ("Chủ tịch Ủy ban nhân dân xã Cồn Lau", "Chủ tịch"),
            ("Phó Chủ tịch Thường trực Ủy ban nhân dân xã phụ trách văn hóa", "Phó Chủ tịch"),
            ("Phó Chủ tịch phụ trách", "Phó Chủ tịch"),
            ("Bí thư Đảng ủy, Chủ tịch UBND xã", "Chủ tịch"),
            ("Phó Bí thư Đảng ủy - Chủ tịch UBND xã", "Chủ tịch"),
            ("Bí thư Đảng ủy kiêm Chủ tịch UBND xã", "Chủ tịch"),
            ("Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch UBND xã", "Phó Chủ tịch"),
            ("Chủ tịch HĐND xã, Phó Chủ tịch UBND xã", "Phó Chủ tịch"),
            ("PCT", "Phó Chủ tịch"),
            ("PCT UBND xã", "Phó Chủ tịch"),
            ("P. Chủ tịch", "Phó Chủ tịch"),
            ("Phó CT", "Phó Chủ tịch"),
            ("CT", "Chủ tịch"),
            ("KT. Chủ tịch", "Phó Chủ tịch"),
            ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
            ("TM. UBND xã Chủ tịch", "Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
            ("Q. Chủ tịch", "Q. Chủ tịch"),
            ("Quyền Chủ tịch UBND xã", "Q. Chủ tịch"),
            ("Phó Chủ tịch, quyền Chủ tịch UBND xã", "Q. Chủ tịch"),
            ("Đồng chí Chủ tịch UBND xã", "Chủ tịch"),
            ("Đ/c Phó Chủ tịch", "Phó Chủ tịch"),
        ] {
            assert_eq!(held(typed, COMMITTEE).map(|held| held.0).as_deref(), Some(title), "{typed}");
        }
    }

    #[test]
    fn an_office_of_another_body_is_not_held_in_this_one() {
        for (typed, body) in [
            ("Chủ tịch HĐND xã", COMMITTEE),
            ("Bí thư Đảng ủy", COMMITTEE),
            ("Chủ tịch Ủy ban MTTQ Việt Nam xã", COMMITTEE),
            ("Chủ tịch Hội Nông dân xã", COMMITTEE),
            ("Chủ tịch UBND huyện", COMMITTEE),
            ("Chủ tịch UBND xã Đồng Mây", COMMITTEE),
            ("Trưởng phòng Kinh tế", COMMITTEE),
            ("Chủ tịch UBND xã", "Hội đồng nhân dân xã Cồn Lau"),
            ("Chủ tịch UBND xã", "Ban Chỉ đạo chuyển đổi số xã Cồn Lau"),
            ("Trưởng phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
            ("Chủ tịch UBND xã", "Phòng Văn hóa - Xã hội"),
        ] {
            assert_eq!(held(typed, body), None, "{typed}, {body}");
        }
    }

    #[test]
    fn a_board_has_the_office_in_the_agency_above_the_name() {
        let board = "Ban Chỉ đạo chuyển đổi số xã Cồn Lau";
        let of = |office: &str, agency: &str| Some((office.to_owned(), Some(agency.to_owned())));
        assert_eq!(held("Trưởng ban, Chủ tịch UBND xã", board), of("Trưởng ban", "Chủ tịch UBND xã"));
        let deputy = held("Phó Chủ tịch UBND xã - Phó Trưởng Ban Chỉ đạo", board);
        assert_eq!(deputy, of("Phó Trưởng ban", "Phó Chủ tịch UBND xã"));
        let title = |typed: &str, body: &str| held(typed, body).map(|held| held.0);
        let division = "Phòng Văn hóa - Xã hội";
        assert_eq!(title("Phó phòng", division).as_deref(), Some("Phó Trưởng phòng"));
        assert_eq!(title("Trưởng phòng Văn hóa - Xã hội", division).as_deref(), Some("Trưởng phòng"));
        assert_eq!(title("Phó Trưởng phòng phụ trách", division).as_deref(), Some("Phó Trưởng phòng"));
        let secretariat = "Văn phòng HĐND và UBND xã";
        assert_eq!(title("Chánh Văn phòng HĐND và UBND xã", secretariat).as_deref(), Some("Chánh Văn phòng"));
    }
}
