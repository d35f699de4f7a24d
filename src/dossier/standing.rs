//! Where a recipient stands in Nơi nhận: what sort of body it is.
//!
//! Owns the order of the lines and telling a body's sort from its name. Must not know who has a task. `assignees` and
//! `draft` sort by it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::commune::{Commune, before_tier, without_tier};
use super::phrase::Phrase;
use super::register::Relation;
use crate::contract::{KnownUnit, dictionary};

/// A sort of recipient, in the order of Nơi nhận.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
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
    /// Whoever is none of the others.
    Other,
    /// A village or street group.
    Village,
    /// A group of inhabitants, such as the digital community group.
    Group,
    /// Văn phòng of Council and Committee.
    Secretariat,
}

impl Standing {
    /// The sort of a body by its name, else by how it is spoken to.
    pub(super) fn of(name: &str, relation: Relation, commune: &Commune) -> Self {
        let bare = commune.bare(name);
        let known = known_by(&bare).map(of_known).or_else(|| by_beginning(&bare));
        match (known, relation) {
            (Some(Self::PartyCommittee), _) => Self::PartyCommittee,
            (_, Relation::Party) => Self::PartyBody,
            (Some(standing), _) => standing,
            (None, Relation::Requests) => Self::Association,
            (None, Relation::Assigns) => Self::Other,
        }
    }

    /// Whether the commune's own work is done there: these alone are looked for among those with a task.
    pub(super) fn carries_out(self) -> bool {
        use Standing::{Centre, Clinic, Group, Military, Office, Police, School, Village};
        matches!(self, Office | Centre | Police | Military | Clinic | School | Village | Group)
    }
}

/// The unit of every commune that goes by this name, the commune's own name left out.
pub(super) fn known(name: &str, commune: &Commune) -> Option<&'static KnownUnit> {
    known_by(&commune.bare(name))
}

/// The unit that goes by this name in whatever commune.
pub(super) fn known_anywhere(name: &str) -> Option<&'static KnownUnit> {
    known_by(&without_tier(&Phrase::of(name))).or_else(|| known_by(&Phrase::of(before_tier(name)?)))
}

fn known_by(bare: &Phrase) -> Option<&'static KnownUnit> {
    static NAMES: OnceLock<BTreeMap<Phrase, &'static KnownUnit>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = BTreeMap::new();
        for unit in dictionary().units() {
            for name in unit.names() {
                names.entry(without_tier(&Phrase::of(name)).folded()).or_insert(unit);
            }
        }
        names
    });
    names.get(&bare.folded()).copied()
}

/// How a body is spoken to, by the words that its name begins with.
pub(super) fn relation_by_beginning(name: &str) -> Relation {
    match by_beginning(&without_tier(&Phrase::of(name))) {
        Some(Standing::PartyCommittee | Standing::PartyBody) => Relation::Party,
        Some(Standing::Council | Standing::CouncilBody | Standing::Front | Standing::Association) => Relation::Requests,
        _ => Relation::Assigns,
    }
}

fn of_known(unit: &KnownUnit) -> Standing {
    match (unit.id, unit.kind) {
        ("dang_uy", _) => Standing::PartyCommittee,
        ("hdnd", _) => Standing::Council,
        ("mttq", _) => Standing::Front,
        ("vp", _) => Standing::Secretariat,
        ("cax", _) => Standing::Police,
        ("bchqs", _) => Standing::Military,
        (_, "chinh_quyen") => Standing::Superior,
        (_, "dang") => Standing::PartyBody,
        (_, "mttq_doan_the") => Standing::Association,
        (_, "to_chuc_hanh_chinh" | "don_vi_su_nghiep") => Standing::Centre,
        (_, "y_te") => Standing::Clinic,
        (_, "giao_duc") => Standing::School,
        (_, "dia_ban") => Standing::Village,
        (_, "to_tu_quan") => Standing::Group,
        _ => Standing::Office,
    }
}

/// The sort by the words that a name begins with; the first that fits.
fn by_beginning(bare: &Phrase) -> Option<Standing> {
    const BEGINNINGS: [(&str, Standing); 25] = [
        ("ủy ban nhân dân", Standing::Superior),
        ("đảng ủy", Standing::PartyCommittee),
        ("thường trực đảng ủy", Standing::PartyCommittee),
        ("tt đảng ủy", Standing::PartyCommittee),
        ("ban thường vụ đảng ủy", Standing::PartyCommittee),
        ("văn phòng đảng ủy", Standing::PartyBody),
        ("thường trực hội đồng nhân dân", Standing::Council),
        ("tt hội đồng nhân dân", Standing::Council),
        ("ủy ban mặt trận", Standing::Front),
        ("mặt trận", Standing::Front),
        ("ban thường trực ủy ban mặt trận", Standing::Front),
        ("chủ tịch", Standing::Leaders),
        ("phó chủ tịch", Standing::Leaders),
        ("lãnh đạo ủy ban nhân dân", Standing::Leaders),
        ("văn phòng", Standing::Secretariat),
        ("ban chỉ huy quân sự", Standing::Military),
        ("công an", Standing::Police),
        ("trạm y tế", Standing::Clinic),
        ("trường", Standing::School),
        ("trung tâm", Standing::Centre),
        ("phòng", Standing::Office),
        ("công đoàn", Standing::Association),
        ("đoàn thanh niên", Standing::Association),
        ("hội", Standing::Association),
        ("ban", Standing::Office),
    ];
    if bare.begins_with("ban") && bare.says("hội đồng nhân dân") {
        return Some(Standing::CouncilBody);
    }
    let by_words = BEGINNINGS.iter().find(|(words, _)| bare.begins_with(words)).map(|&(_, standing)| standing);
    let is_village = || dictionary().village_types().iter().any(|kind| bare.begins_with(kind));
    by_words.or_else(|| is_village().then_some(Standing::Village))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_sort() {
        let commune = Commune::named("Ủy ban nhân dân phường Sông Ngàn", None, "");
        for (name, standing) in [
            ("Đảng ủy phường Sông Ngàn", Standing::PartyCommittee),
            ("TT Đảng ủy", Standing::PartyCommittee),
            ("Ban Xây dựng Đảng", Standing::PartyBody),
            ("Thường trực HĐND phường", Standing::Council),
            ("Ban Pháp chế HĐND phường", Standing::CouncilBody),
            ("UBMTTQ Việt Nam phường Sông Ngàn", Standing::Front),
            ("Hội Người cao tuổi", Standing::Association),
            ("Chủ tịch UBND phường", Standing::Leaders),
            ("P.KT", Standing::Office),
            ("Phòng Nội vụ", Standing::Office),
            ("Trung tâm Văn hóa", Standing::Centre),
            ("Công an phường Sông Ngàn", Standing::Police),
            ("Ban CHQS phường", Standing::Military),
            ("Trạm Y tế", Standing::Clinic),
            ("Trường Mầm non Hoa Sen", Standing::School),
            ("Hợp tác xã Rau sạch", Standing::Other),
            ("Tổ dân phố 3", Standing::Village),
            ("VP HĐND và UBND phường", Standing::Secretariat),
        ] {
            assert_eq!(Standing::of(name, Relation::Assigns, &commune), standing, "{name}");
        }
        assert_eq!(Standing::of("Chi bộ 1", Relation::Party, &commune), Standing::PartyBody);
    }
}
