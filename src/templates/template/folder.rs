//! A template as a folder of files: the program's own, or a clerk's.
//!
//! Owns the meaning of file names. Must not read a disk: bytes are passed in. Its output goes to `Template`.

use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;

/// Where a template comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    BuiltIn,
    /// The clerk's own.
    Own,
}

/// A folder with one template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFolder {
    /// The template's name: the folder's.
    pub name: String,
    /// The folder's name in messages: `mau/ke-hoach`.
    pub label: String,
    /// Its files, in order of name.
    pub files: Vec<TemplateFile>,
}

/// A file of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFile {
    /// Its name, without folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The file name of the body.
pub(crate) const BODY: &str = "van-ban.md";
/// The prefix of an annex's file name.
const ANNEX: &str = "phu-luc-";
/// The notes for people.
pub(crate) const NOTES: &str = "GHI-CHU.md";

impl TemplateFolder {
    /// A file's name in messages: `mau/ke-hoach/van-ban.md`.
    pub(super) fn label_of(&self, file: &TemplateFile) -> String {
        format!("{}/{}", self.label, file.name)
    }

    /// A file by its name.
    pub(crate) fn file(&self, name: &str) -> Option<&TemplateFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The annexes, in order of name: `phu-luc-2.md` before `phu-luc-10.md`.
    pub(crate) fn annexes(&self) -> Vec<&TemplateFile> {
        let mut annexes: Vec<&TemplateFile> = self.files.iter().filter(|file| is_annex(&file.name)).collect();
        annexes.sort_by_key(|file| (number_in(&file.name), file.name.as_str()));
        annexes
    }

    /// The files that others may include.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &TemplateFile> {
        self.files.iter().filter(|file| is_text(&file.name) && !is_annex(&file.name) && file.name != BODY)
    }
}

/// Whether a file of this name is a text of a template.
pub(crate) fn is_text(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "md") && name != NOTES
}

/// The number after `phu-luc-`; names without a number come last.
fn number_in(name: &str) -> u32 {
    let behind = name.strip_prefix(ANNEX).unwrap_or_default();
    let digits = behind.len() - behind.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    behind[..digits].parse().unwrap_or(u32::MAX)
}

fn is_annex(name: &str) -> bool {
    name.starts_with(ANNEX) && is_text(name)
}

/// A template that is part of the program: its files with their texts.
struct BuiltIn {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    /// Texts that it shares with another template.
    shared: &'static [(&'static str, &'static str)],
}

/// The figures of the tasks in words: the reports and the circular on results say them alike.
const PROGRESS: (&str, &str) =
    ("tinh-hinh-nhiem-vu.md", include_str!("../../../templates/bao-cao/tinh-hinh-nhiem-vu.md"));
/// The table of the tasks past their deadline.
const LATE_TASKS: &str = include_str!("../../../templates/bao-cao/phu-luc-6.md");

/// The texts that both reports share: `templates/bao-cao/`, which is not a template itself.
const OF_REPORTS: &[(&str, &str)] = &[
    PROGRESS,
    ("ket-qua-cu-the.md", include_str!("../../../templates/bao-cao/ket-qua-cu-the.md")),
    ("ket-qua-chi-tieu.md", include_str!("../../../templates/bao-cao/ket-qua-chi-tieu.md")),
    ("ket-qua-dat-duoc.md", include_str!("../../../templates/bao-cao/ket-qua-dat-duoc.md")),
    ("ton-tai.md", include_str!("../../../templates/bao-cao/ton-tai.md")),
    ("nguyen-nhan.md", include_str!("../../../templates/bao-cao/nguyen-nhan.md")),
    ("con-trong-ky.md", include_str!("../../../templates/bao-cao/con-trong-ky.md")),
    ("phuong-huong.md", include_str!("../../../templates/bao-cao/phuong-huong.md")),
    ("kien-nghi.md", include_str!("../../../templates/bao-cao/kien-nghi.md")),
    ("phu-luc-1.md", include_str!("../../../templates/bao-cao/phu-luc-1.md")),
    ("phu-luc-2.md", include_str!("../../../templates/bao-cao/phu-luc-2.md")),
    ("phu-luc-3.md", include_str!("../../../templates/bao-cao/phu-luc-3.md")),
    ("phu-luc-4.md", include_str!("../../../templates/bao-cao/phu-luc-4.md")),
    ("phu-luc-5.md", include_str!("../../../templates/bao-cao/phu-luc-5.md")),
    ("phu-luc-6.md", LATE_TASKS),
    ("phu-luc-7.md", include_str!("../../../templates/bao-cao/phu-luc-7.md")),
    ("phu-luc-8.md", include_str!("../../../templates/bao-cao/phu-luc-8.md")),
];

const BUILT_IN: [BuiltIn; 12] = [
    BuiltIn {
        name: "chuong-trinh-hanh-dong",
        files: &[
            (NOTES, include_str!("../../../templates/chuong-trinh-hanh-dong/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/chuong-trinh-hanh-dong/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "ke-hoach",
        files: &[
            (NOTES, include_str!("../../../templates/ke-hoach/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/ke-hoach/van-ban.md")),
            ("phu-luc-1.md", include_str!("../../../templates/ke-hoach/phu-luc-1.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "quyet-dinh",
        files: &[
            (NOTES, include_str!("../../../templates/quyet-dinh/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/quyet-dinh/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "to-trinh",
        files: &[
            (NOTES, include_str!("../../../templates/to-trinh/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/to-trinh/van-ban.md")),
            ("phu-luc-1.md", include_str!("../../../templates/to-trinh/phu-luc-1.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "thong-bao-ket-luan",
        files: &[
            (NOTES, include_str!("../../../templates/thong-bao-ket-luan/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/thong-bao-ket-luan/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "thong-bao-tinh-hinh",
        files: &[
            (NOTES, include_str!("../../../templates/thong-bao-tinh-hinh/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/thong-bao-tinh-hinh/van-ban.md")),
            ("phu-luc-1.md", include_str!("../../../templates/thong-bao-tinh-hinh/phu-luc-1.md")),
        ],
        shared: &[PROGRESS, ("phu-luc-2.md", LATE_TASKS)],
    },
    BuiltIn {
        name: "cong-van-giao-nhiem-vu",
        files: &[
            (NOTES, include_str!("../../../templates/cong-van-giao-nhiem-vu/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/cong-van-giao-nhiem-vu/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "giao-nhiem-vu-thon",
        files: &[
            (NOTES, include_str!("../../../templates/giao-nhiem-vu-thon/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/giao-nhiem-vu-thon/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "cong-van-don-doc",
        files: &[
            (NOTES, include_str!("../../../templates/cong-van-don-doc/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/cong-van-don-doc/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "cong-van-nhac-viec",
        files: &[
            (NOTES, include_str!("../../../templates/cong-van-nhac-viec/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/cong-van-nhac-viec/van-ban.md")),
        ],
        shared: &[],
    },
    BuiltIn {
        name: "bao-cao-so-ket",
        files: &[
            (NOTES, include_str!("../../../templates/bao-cao-so-ket/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/bao-cao-so-ket/van-ban.md")),
        ],
        shared: OF_REPORTS,
    },
    BuiltIn {
        name: "bao-cao-tong-ket",
        files: &[
            (NOTES, include_str!("../../../templates/bao-cao-tong-ket/GHI-CHU.md")),
            (BODY, include_str!("../../../templates/bao-cao-tong-ket/van-ban.md")),
        ],
        shared: OF_REPORTS,
    },
];

/// The annexes of the program's own reports, in order.
pub(crate) fn annexes_of_reports() -> Vec<&'static str> {
    OF_REPORTS.iter().filter(|(name, _)| is_annex(name)).map(|(_, text)| *text).collect()
}

/// The templates that are part of the program.
pub(crate) fn built_in() -> &'static [TemplateFolder] {
    static FOLDERS: LazyLock<Vec<TemplateFolder>> = LazyLock::new(|| BUILT_IN.iter().map(BuiltIn::folder).collect());
    &FOLDERS
}

impl BuiltIn {
    fn folder(&self) -> TemplateFolder {
        let file = |(name, text): &(&str, &'static str)| TemplateFile {
            name: (*name).to_owned(),
            bytes: Cow::Borrowed(text.as_bytes()),
        };
        let files = self.files.iter().chain(self.shared).map(file).collect();
        TemplateFolder { name: self.name.to_owned(), label: self.name.to_owned(), files }
    }
}
