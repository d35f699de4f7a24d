//! The words that a column offers for choice, where the contract itself lists them.
//!
//! Owns the lists and their order. Must not know which column offers which list: `columns` defines that. `workbook`
//! offers them as drop-downs; `dossier` parses the closed ones.

use super::dictionary;
use crate::vietnamese::fold;

/// A list of words to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the list of the same name below has the words")]
pub enum ChoiceList {
    /// The kinds of document of the decree.
    DocumentKinds,
    CitedKinds,
    Parts,
    UnitCategories,
    Relations,
    /// The types of village, from the dictionary.
    VillageTypes,
    UsedIn,
    ValidityStates,
    /// The states of a task, from the dictionary.
    States,
    YesOrNo,
    Directions,
    FigureTypes,
    Purposes,
    Authorities,
    /// The names of the sheets Đơn vị and Thôn, one below the other.
    Units,
    /// The names of the sheet Thôn.
    Villages,
    /// The codes of the sheet Nhiệm vụ.
    Tasks,
    /// The codes of the sheet Chỉ tiêu.
    Indicators,
    /// The names of the sheet Người ký.
    Signatories,
}

impl ChoiceList {
    /// Whether any other word is an error.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Relations | Self::UsedIn | Self::Authorities)
    }
}

/// The forms of address of a unit (column Quan hệ): assigned, asked to coordinate, of the Party.
pub const RELATIONS: [&str; 3] = ["Giao", "Đề nghị", "Cấp ủy"];

/// Where a document is cited in ours (column Dùng ở).
pub const USED_IN: [&str; 4] = ["Căn cứ", "Mở đầu", "Mục đích", "Nhiệm vụ"];

/// The authority to sign (column Thẩm quyền ký; KY-01 to KY-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// TM.: for the collective.
    OnBehalf,
    /// KT.: a deputy for the head.
    ForHead,
    /// TL.: by order of the head.
    ByOrder,
    /// TUQ.: by delegated authority.
    ByDelegation,
    /// Q.: acting head.
    Acting,
}

impl Authority {
    /// Every authority, in the order of the drop-down.
    pub const ALL: [Self; 5] = [Self::OnBehalf, Self::ForHead, Self::ByOrder, Self::ByDelegation, Self::Acting];

    /// As written in the column and in the signature: `KT.`
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::OnBehalf => "TM.",
            Self::ForHead => "KT.",
            Self::ByOrder => "TL.",
            Self::ByDelegation => "TUQ.",
            Self::Acting => "Q.",
        }
    }

    /// The words that the abbreviation stands for, folded.
    fn words(self) -> &'static str {
        match self {
            Self::OnBehalf => "thay mat",
            Self::ForHead => "ky thay",
            Self::ByOrder => "thua lenh",
            Self::ByDelegation => "thua uy quyen",
            Self::Acting => "quyen",
        }
    }

    /// The authority that a cell names, by its abbreviation or in words, compared by folded key. The chair or the
    /// collective may stand behind it, as in a signature: `KT. Chủ tịch`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let key = fold::key(text);
        Self::ALL.into_iter().find(|authority| {
            let short = fold::key(authority.abbreviation());
            [short.as_str(), authority.words()].iter().any(|form| key.strip_prefix(form).is_some_and(is_of_whom))
        })
    }
}

/// Whether nothing stands behind an authority, or only the chair or the collective.
fn is_of_whom(behind: &str) -> bool {
    const WHOM: [&str; 5] = [" chu tich", " ubnd", " uy ban nhan dan", " ban thuong truc", " ban chi dao"];
    behind.is_empty() || WHOM.iter().any(|whom| behind == *whom || behind.starts_with(&format!("{whom} ")))
}

/// The parts of Nội dung that templates use: those of a programme or plan, then those of a report.
pub const PARTS: [&str; 10] = [
    "Mở đầu",
    "Mục đích",
    "Yêu cầu",
    "Kết thúc",
    "Đánh giá chung",
    "Kết quả nổi bật",
    "Tồn tại, hạn chế",
    "Nguyên nhân",
    "Phương hướng",
    "Kiến nghị",
];

/// Whether a cited document is in force (column Tình trạng of Căn cứ).
pub const VALIDITY_STATES: [&str; 3] = ["Còn hiệu lực", "Hết hiệu lực", "Được thay thế"];

/// Kinds of document that are cited, but not issued by an administrative body; the highest first.
pub const CITED_KINDS: [&str; 7] = ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Kết luận"];

/// Which figure is the better (column Chiều đánh giá); a blank cell means the first.
pub const DIRECTIONS: [&str; 3] = ["Càng cao càng tốt", "Càng thấp càng tốt", "Trong khoảng"];

/// The type of an indicator's figures (column Kiểu số liệu).
pub const FIGURE_TYPES: [&str; 3] = ["Lũy kế", "Thời điểm", "Tỷ lệ"];

/// Why a recipient gets the document (column Mục đích of Nơi nhận).
pub const PURPOSES: [&str; 5] = ["để b/c", "để t/h", "để p/h", "để chỉ đạo", "để biết"];

/// The types of unit that a commune has (column Loại of Đơn vị).
pub const UNIT_CATEGORIES: [&str; 6] = [
    "Cơ quan chuyên môn",
    "Đơn vị sự nghiệp",
    "Lực lượng vũ trang",
    "Cơ quan Đảng",
    "Mặt trận, đoàn thể",
    "Tổ chức ở cơ sở",
];

/// Yes and no, as the column Chuyển kỳ sau accepts them.
pub const YES_OR_NO: [&str; 2] = ["Có", "Không"];

/// Our own words for the states of a task, from not begun to closed.
///
/// # Panics
/// Never: a test compares the ids with the dictionary.
#[must_use]
pub fn state_labels() -> Vec<&'static str> {
    let label = |id: &str| dictionary().states().iter().find(|state| state.id == id).map(|state| state.label);
    STATE_IDS.into_iter().map(|id| label(id).expect("every state listed is one of the dictionary")).collect()
}

/// The dictionary's states, in the order in which a task passes through them.
const STATE_IDS: [&str; 11] = [
    "chua_thuc_hien",
    "dang_thuc_hien",
    "cho_duyet",
    "hoan_thanh",
    "thuong_xuyen",
    "khong_hoan_thanh",
    "tam_dung",
    "chuyen_ky",
    "huy",
    "chua_bao_cao",
    "chua_den_han",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::fold::key;

    #[test]
    fn every_state_is_offered_once_by_a_word_that_parses_to_it() {
        let mut ids = STATE_IDS.to_vec();
        ids.sort_unstable();
        assert_eq!(ids, dictionary().states().iter().map(|state| state.id).collect::<Vec<_>>());
        for (id, label) in STATE_IDS.into_iter().zip(state_labels()) {
            let state = dictionary().states().iter().find(|state| state.id == id).expect("a state of the dictionary");
            assert!(state.words.iter().any(|word| key(word) == key(label)), "«{label}» is no word for {id}");
        }
    }

    #[test]
    fn an_authority_is_found_by_its_abbreviation() {
        for authority in Authority::ALL {
            assert_eq!(Authority::parse(authority.abbreviation()), Some(authority));
        }
        assert_eq!((Authority::parse("tuq"), Authority::parse("P.")), (Some(Authority::ByDelegation), None));
    }

    #[test]
    fn yes_and_no_are_understood() {
        assert!(dictionary().is_yes(YES_OR_NO[0]) && dictionary().is_no(YES_OR_NO[1]));
    }
}
