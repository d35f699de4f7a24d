//! The hidden sheet Danh mục: the words of every drop-down.
//!
//! Owns which column of which sheet has a list, its words, and what Excel says to a word outside it. Nobody reads the
//! sheet: words a clerk types are understood by the contract.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Worksheet, XlsxError,
};

use super::formats::{ColumnForm, Formats};
use crate::contract::{Field, GeneralKey, SheetKind, dictionary};
use crate::decree::kinds::DocumentKind;

/// The last row that a drop-down reaches, 0-based: more tasks than a commune has.
const LAST_ROW: u32 = 2000;

/// A list of words, in its column of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    DocumentKinds,
    Parts,
    Relations,
    VillageTypes,
    UsedIn,
    Standings,
    States,
    YesNo,
    Directions,
    FigureTypes,
    Purposes,
    Authorities,
}

const ALL: [List; 12] = [
    List::DocumentKinds,
    List::Parts,
    List::Relations,
    List::VillageTypes,
    List::UsedIn,
    List::Standings,
    List::States,
    List::YesNo,
    List::Directions,
    List::FigureTypes,
    List::Purposes,
    List::Authorities,
];

impl List {
    fn heading(self) -> &'static str {
        match self {
            Self::DocumentKinds => "Loại văn bản",
            Self::Parts => "Phần",
            Self::Relations => "Quan hệ",
            Self::VillageTypes => "Loại thôn",
            Self::UsedIn => "Dùng ở",
            Self::Standings => "Tình trạng",
            Self::States => "Trạng thái",
            Self::YesNo => "Chuyển kỳ sau",
            Self::Directions => "Chiều đánh giá",
            Self::FigureTypes => "Kiểu số liệu",
            Self::Purposes => "Mục đích",
            Self::Authorities => "Thẩm quyền ký",
        }
    }

    fn words(self) -> Vec<String> {
        let words: &[&str] = match self {
            Self::DocumentKinds => return DocumentKind::ALL.into_iter().map(|kind| kind.name().to_owned()).collect(),
            Self::States => return dictionary().states().iter().map(|state| state.label.clone()).collect(),
            Self::VillageTypes => return dictionary().village_types().to_vec(),
            Self::Parts => &[
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
            ],
            Self::Relations => &["Giao", "Đề nghị", "Cấp ủy"],
            Self::UsedIn => &["Căn cứ", "Mở đầu", "Mục đích", "Nhiệm vụ"],
            Self::Standings => &["Còn hiệu lực", "Hết hiệu lực", "Bị thay thế"],
            Self::YesNo => &["x"],
            Self::Directions => &["Càng cao càng tốt", "Càng thấp càng tốt", "Trong khoảng"],
            Self::FigureTypes => &["Lũy kế", "Thời điểm", "Tỷ lệ"],
            Self::Purposes => &["để b/c", "để t/h", "để p/h", "để biết"],
            Self::Authorities => &["TM.", "KT.", "TL.", "TUQ.", "Q."],
        };
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    /// The list's cells, as a formula of Excel.
    fn range(self) -> String {
        let column = u32::try_from(self as usize + 1).expect("the lists are few");
        let letters = crate::diag::column_letters(column);
        format!("='{}'!${letters}$2:${letters}${}", SheetKind::Lists.title(), self.words().len() + 1)
    }

    /// Whether another word is a mistake: the reader would refuse it.
    fn is_closed(self) -> bool {
        matches!(self, Self::Relations | Self::UsedIn | Self::Authorities)
    }

    fn of(kind: SheetKind, field: Field) -> Option<Self> {
        match (kind, field) {
            (SheetKind::Prose, Field::Part) => Some(Self::Parts),
            (SheetKind::Units, Field::Relation) => Some(Self::Relations),
            (SheetKind::Villages, Field::Category) => Some(Self::VillageTypes),
            (SheetKind::Grounds, Field::UsedIn) => Some(Self::UsedIn),
            (SheetKind::Grounds, Field::Standing) => Some(Self::Standings),
            (SheetKind::Completions, Field::State) => Some(Self::States),
            (SheetKind::Completions, Field::CarriedOver) => Some(Self::YesNo),
            (SheetKind::Indicators, Field::Direction) => Some(Self::Directions),
            (SheetKind::Indicators, Field::FigureType) => Some(Self::FigureTypes),
            (SheetKind::Recipients, Field::Purpose) => Some(Self::Purposes),
            (SheetKind::Signatories, Field::Authority) => Some(Self::Authorities),
            _ => None,
        }
    }
}

/// Writes the sheet and hides it.
pub(super) fn write(page: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
    for (column, list) in (0..).zip(ALL) {
        page.write_string_with_format(0, column, list.heading(), &formats.optional)?;
        for (row, word) in (1..).zip(list.words()) {
            page.write_string(row, column, word)?;
        }
        page.set_column_width(column, 20)?;
    }
    page.set_hidden(true);
    Ok(())
}

/// What Excel offers and checks in a column of a sheet; `None` where anything may be typed.
pub(super) fn validation(kind: SheetKind, field: Field) -> Result<Option<DataValidation>, XlsxError> {
    if let Some(list) = List::of(kind, field) {
        return drop_down(&list.range(), list.is_closed()).map(Some);
    }
    if let Some(names) = names(kind, field) {
        return drop_down(names, false).map(Some);
    }
    if ColumnForm::of(field) == ColumnForm::Date {
        return day().map(Some);
    }
    Ok(None)
}

/// What Excel offers and checks beside a key of Thông tin chung.
pub(super) fn validation_of_key(key: GeneralKey) -> Result<Option<DataValidation>, XlsxError> {
    match key {
        GeneralKey::DocumentType => drop_down(&List::DocumentKinds.range(), false).map(Some),
        GeneralKey::Signatory => drop_down("='Người ký'!$A$2:$A$50", false).map(Some),
        GeneralKey::IssuedOn | GeneralKey::FiguresAsOf => day().map(Some),
        _ => Ok(None),
    }
}

/// The last row of a sheet that has drop-downs, 0-based.
pub(super) fn last_row() -> u32 {
    LAST_ROW
}

/// Names that stand on another sheet of the same workbook.
fn names(kind: SheetKind, field: Field) -> Option<&'static str> {
    match (kind, field) {
        (SheetKind::Assignments, Field::Lead | Field::Support)
        | (SheetKind::Completions, Field::Unit)
        | (SheetKind::Indicators, Field::Supplier) => Some("='Đơn vị'!$B$2:$B$200"),
        (SheetKind::VillageIndicators, Field::Village) => Some("='Thôn'!$B$2:$B$200"),
        (SheetKind::Completions, Field::Code) => Some("='Nhiệm vụ'!$A$2:$A$2001"),
        (SheetKind::VillageIndicators, Field::Code) => Some("='Chỉ tiêu'!$A$2:$A$200"),
        _ => None,
    }
}

fn drop_down(range: &str, is_closed: bool) -> Result<DataValidation, XlsxError> {
    let validation = DataValidation::new().allow_list_formula(Formula::new(range)).ignore_blank(true);
    if is_closed {
        let validation = validation.set_error_style(DataValidationErrorStyle::Stop);
        return validation
            .set_error_title("Không có trong danh sách")?
            .set_error_message("Chọn một mục trong danh sách, hoặc để trống.");
    }
    // Several names split by a semicolon, a collective name, an older wording: all are understood when read.
    Ok(validation.show_error_message(false))
}

fn day() -> Result<DataValidation, XlsxError> {
    let (first, last) = (ExcelDateTime::from_ymd(1945, 9, 2)?, ExcelDateTime::from_ymd(2199, 12, 31)?);
    let validation = DataValidation::new().allow_date(DataValidationRule::Between(first, last));
    let validation = validation.ignore_blank(true).set_error_style(DataValidationErrorStyle::Warning);
    validation.set_error_title("Xem lại ngày")?.set_error_message("Ghi ngày theo dạng 30/11/2026. Nhập ngày này chứ?")
}
