//! The titles of offices: how a head and a deputy are called, and in which sort of body.
//!
//! Owns the forms that clerks type, folded, and the title that the form prints. Must not know who holds an office.
//! `office` reads posts with it.

use super::body::BodySort;

/// A title.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// Of the head: `Trưởng phòng`.
    pub(super) head: &'static str,
    /// Of a deputy: `Phó Trưởng phòng`.
    pub(super) deputy: &'static str,
    /// The sorts of body that have such a head; empty for an office that heads no body.
    pub(super) heads: &'static [BodySort],
    /// How the head is typed, folded.
    pub(super) head_forms: &'static [&'static str],
    /// How a deputy is typed, folded.
    pub(super) deputy_forms: &'static [&'static str],
}

const fn title(
    [head, deputy]: [&'static str; 2],
    heads: &'static [BodySort],
    head_forms: &'static [&'static str],
    deputy_forms: &'static [&'static str],
) -> Title {
    Title { head, deputy, heads, head_forms, deputy_forms }
}

/// All titles.
pub(super) const TITLES: &[Title] = {
    use BodySort::{
        Advisory, Association, Board, Centre, Committee, Council, Division, Front, Military, Other, Party, Police,
        School, Secretariat, Station, Team,
    };
    &[
        title(
            ["Chủ tịch", "Phó Chủ tịch"],
            &[Committee, Council, Advisory, Front, Association, Other],
            &["chu tich", "ct"],
            &["pho chu tich", "p chu tich", "pho ct", "p ct", "pct"],
        ),
        title(["Bí thư", "Phó Bí thư"], &[Party, Association], &["bi thu", "bt"], &["pho bi thu", "pbt"]),
        title(
            ["Trưởng phòng", "Phó Trưởng phòng"],
            &[Division],
            &["truong phong", "tp"],
            &["pho truong phong", "p truong phong", "pho phong", "p phong", "pho tp", "ptp"],
        ),
        title(
            ["Chánh Văn phòng", "Phó Chánh Văn phòng"],
            &[Secretariat],
            &["chanh van phong", "chanh vp", "cvp", "truong van phong"],
            &["pho chanh van phong", "p chanh van phong", "pho chanh vp", "pho van phong", "pho cvp", "pcvp"],
        ),
        title(
            ["Giám đốc", "Phó Giám đốc"],
            &[Centre, Other],
            &["giam doc", "gd"],
            &["pho giam doc", "p giam doc", "pho gd", "pgd"],
        ),
        title(
            ["Trưởng ban", "Phó Trưởng ban"],
            &[Board, Party],
            &["truong ban"],
            &["pho truong ban", "p truong ban", "pho ban"],
        ),
        title(
            ["Trưởng trạm", "Phó Trưởng trạm"],
            &[Station],
            &["truong tram", "tram truong"],
            &["pho truong tram", "pho tram", "tram pho", "pho tram truong"],
        ),
        title(
            ["Trưởng Công an", "Phó Trưởng Công an"],
            &[Police],
            &["truong cong an", "truong ca"],
            &["pho truong cong an", "pho cong an", "pho truong ca"],
        ),
        title(
            ["Chỉ huy trưởng", "Phó Chỉ huy trưởng"],
            &[Military],
            &["chi huy truong", "cht"],
            &["pho chi huy truong", "chi huy pho", "pho cht"],
        ),
        title(["Hiệu trưởng", "Phó Hiệu trưởng"], &[School], &["hieu truong"], &["pho hieu truong"]),
        title(["Tổ trưởng", "Tổ phó"], &[Team], &["to truong", "truong to"], &["pho to truong", "to pho"]),
        title(["Thủ trưởng", "Phó Thủ trưởng"], &[Other], &["thu truong"], &["pho thu truong"]),
        title(["Ủy viên", "Ủy viên"], &[], &["uy vien"], &[]),
        title(["Đại biểu", "Đại biểu"], &[], &["dai bieu"], &[]),
    ]
};
