//! The kind of a body, which decides its place in Nơi nhận.
//!
//! Owns the order of the lines, and how a body's kind and form of address are recognised by its name. Must not know who
//! has a task, nor which commune issues. `assignees` and `draft` sort by it.

use super::unit::Relation;
use crate::contract::{KnownUnit, NameWords, TIERS, dictionary};

/// A kind of recipient, in the order of Nơi nhận.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    /// A body above the one that issues.
    Superior,
    /// The Party committee and its standing board.
    PartyCommittee,
    /// A board or office of the Party.
    PartyBody,
    /// The People's Council and its standing board.
    Council,
    /// A board of the People's Council.
    CouncilBody,
    /// The Fatherland Front.
    Front,
    /// An association beside the Front.
    Association,
    /// The chairman and vice chairmen of the People's Committee.
    Leaders,
    /// A professional office (phòng, ban).
    Office,
    /// A centre (trung tâm).
    Centre,
    /// The police.
    Police,
    /// The military command.
    Military,
    /// The health station.
    Clinic,
    /// A school.
    School,
    /// Any other body.
    Other,
    /// A village or street group.
    Village,
    /// A group of inhabitants, such as the digital community group.
    Group,
    /// Văn phòng of Council and Committee.
    Secretariat,
}

impl BodyKind {
    /// The kind of a body by its name without the commune's own; failing that, by its form of address.
    pub(super) fn of(bare: &NameWords, relation: Relation) -> Self {
        let known = known_by(bare).map(of_known).or_else(|| by_beginning(bare));
        match (known, relation) {
            (Some(Self::PartyCommittee), _) => Self::PartyCommittee,
            (_, Relation::Party) => Self::PartyBody,
            (Some(kind), _) => kind,
            (None, Relation::Requests) => Self::Association,
            (None, Relation::Assigns) => Self::Other,
        }
    }

    /// Whether such a body carries out the commune's own work: only these are expected to have a task.
    #[must_use]
    pub fn carries_out(self) -> bool {
        use BodyKind::{Centre, Clinic, Group, Military, Office, Police, School, Village};
        matches!(self, Office | Centre | Police | Military | Clinic | School | Village | Group)
    }
}

/// The unit with this name in any commune.
pub(super) fn known_anywhere(name: &str) -> Option<&'static KnownUnit> {
    known_by(&NameWords::of(name).without_tier()).or_else(|| known_by(&NameWords::of(before_tier(name)?)))
}

/// The unit with this name, the commune's own name left out, that every commune has.
pub(super) fn known_by(bare: &NameWords) -> Option<&'static KnownUnit> {
    dictionary().unit_of_words(bare)
}

/// A name up to its xã, phường or đặc khu; `None` where it has none of these.
fn before_tier(name: &str) -> Option<&str> {
    let small = name.to_lowercase();
    // A letter whose lower-case form has another length would shift the position: such a name is left alone.
    let end = TIERS.into_iter().find_map(|tier| small.rfind(&format!(" {tier} ")))?;
    let before = name.get(..end).filter(|_| small.len() == name.len())?;
    (!before.trim_end().ends_with(['-', '–', '&'])).then_some(before)
}

/// A unit's form of address, by its name alone; a name that shows nothing is of the Committee's own units.
pub(super) fn known_relation(name: &str) -> Relation {
    match known_anywhere(name).map(|known| known.relation) {
        Some("cap_uy") => Relation::Party,
        Some("de_nghi") => Relation::Requests,
        Some(_) => Relation::Assigns,
        None => relation_by_beginning(name),
    }
}

/// Whether a name begins like that of any body, or of a village.
pub(super) fn begins_like_a_body(name: &str) -> bool {
    by_beginning(&NameWords::of(name)).is_some()
}

/// Whether a name begins like that of a village.
pub(super) fn begins_like_a_village(name: &str) -> bool {
    by_beginning(&NameWords::of(name)) == Some(BodyKind::Village)
}

/// A body's form of address, by the words that its name begins with.
fn relation_by_beginning(name: &str) -> Relation {
    match by_beginning(&NameWords::of(name).without_tier()) {
        Some(BodyKind::PartyCommittee | BodyKind::PartyBody) => Relation::Party,
        Some(BodyKind::Council | BodyKind::CouncilBody | BodyKind::Front | BodyKind::Association) => Relation::Requests,
        _ => Relation::Assigns,
    }
}

fn of_known(unit: &KnownUnit) -> BodyKind {
    match (unit.id, unit.kind) {
        ("dang_uy", _) => BodyKind::PartyCommittee,
        ("hdnd", _) => BodyKind::Council,
        ("mttq", _) => BodyKind::Front,
        ("vp", _) => BodyKind::Secretariat,
        ("cax", _) => BodyKind::Police,
        ("bchqs", _) => BodyKind::Military,
        (_, "chinh_quyen") => BodyKind::Superior,
        (_, "dang") => BodyKind::PartyBody,
        (_, "mttq_doan_the") => BodyKind::Association,
        (_, "to_chuc_hanh_chinh" | "don_vi_su_nghiep") => BodyKind::Centre,
        (_, "y_te") => BodyKind::Clinic,
        (_, "giao_duc") => BodyKind::School,
        (_, "dia_ban") => BodyKind::Village,
        (_, "to_tu_quan") => BodyKind::Group,
        _ => BodyKind::Office,
    }
}

/// The kind by the words that a name begins with.
fn by_beginning(bare: &NameWords) -> Option<BodyKind> {
    if bare.begins_with("ban") && bare.contains_words("hội đồng nhân dân") {
        return Some(BodyKind::CouncilBody);
    }
    let mut beginnings = dictionary().body_beginnings().iter();
    let by_words = beginnings.find(|(words, _)| bare.begins_with(words)).and_then(|(_, id)| of_beginning(id));
    let is_village = || dictionary().village_types().iter().any(|kind| bare.begins_with(kind));
    by_words.or_else(|| is_village().then_some(BodyKind::Village))
}

/// The kind with this id in the dictionary; a test excludes an id without one.
fn of_beginning(id: &str) -> Option<BodyKind> {
    Some(match id {
        "uy_ban" => BodyKind::Superior,
        "cap_uy" => BodyKind::PartyCommittee,
        "co_quan_dang" => BodyKind::PartyBody,
        "hoi_dong" => BodyKind::Council,
        "mat_tran" => BodyKind::Front,
        "lanh_dao" => BodyKind::Leaders,
        "van_phong" => BodyKind::Secretariat,
        "quan_su" => BodyKind::Military,
        "cong_an" => BodyKind::Police,
        "y_te" => BodyKind::Clinic,
        "truong" => BodyKind::School,
        "trung_tam" => BodyKind::Centre,
        "phong_ban" => BodyKind::Office,
        "doan_the" => BodyKind::Association,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::commune::Commune;

    #[test]
    fn every_beginning_of_the_dictionary_names_a_kind() {
        for (words, id) in dictionary().body_beginnings() {
            let name = NameWords::of(&format!("{words} Mới"));
            assert_eq!(by_beginning(&name), of_beginning(id), "{words}");
            assert!(of_beginning(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_body_kind_is_recognised_by_its_name() {
        let commune = Commune::named("Ủy ban nhân dân phường Sông Ngàn", None, "");
        for (name, kind) in [
            ("Đảng ủy phường Sông Ngàn", BodyKind::PartyCommittee),
            ("TT Đảng ủy", BodyKind::PartyCommittee),
            ("Ban Xây dựng Đảng", BodyKind::PartyBody),
            ("Thường trực HĐND phường", BodyKind::Council),
            ("Ban Pháp chế HĐND phường", BodyKind::CouncilBody),
            ("UBMTTQ Việt Nam phường Sông Ngàn", BodyKind::Front),
            ("Hội Người cao tuổi", BodyKind::Association),
            ("Chủ tịch UBND phường", BodyKind::Leaders),
            ("P.KT", BodyKind::Office),
            ("Phòng Nội vụ", BodyKind::Office),
            ("Trung tâm Văn hóa", BodyKind::Centre),
            ("Công an phường Sông Ngàn", BodyKind::Police),
            ("Ban CHQS phường", BodyKind::Military),
            ("Trạm Y tế", BodyKind::Clinic),
            ("Trường Mầm non Hoa Sen", BodyKind::School),
            ("Hợp tác xã Rau sạch", BodyKind::Other),
            ("Tổ dân phố 3", BodyKind::Village),
            ("VP HĐND và UBND phường", BodyKind::Secretariat),
        ] {
            assert_eq!(BodyKind::of(&commune.bare(name), Relation::Assigns), kind, "{name}");
        }
        assert_eq!(BodyKind::of(&commune.bare("Chi bộ 1"), Relation::Party), BodyKind::PartyBody);
    }
}
