//! The lists behind the drop-downs, on the hidden sheet Danh mục.
//!
//! Owns which words are offered and where they stand. Must not know which column offers them: `columns` says so. A list
//! of the clerk's own rows (villages, codes) follows the sheet as it is filled in.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::content::Content;
use super::looks::Looks;
use crate::contract::{Field, SheetKind, choices, dictionary};
use crate::decree::kinds::DocumentKind;
use crate::diag::column_letters;
use crate::dossier::{Authority, Relation, UsedIn};
use crate::vietnamese::text;

/// A list of words to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    DocumentKinds,
    CitedKinds,
    Parts,
    UnitCategories,
    Relations,
    VillageTypes,
    UsedIn,
    Standings,
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

/// The lists that stand on the sheet themselves, in order of its columns; `Units` is the last.
const ON_SHEET: [List; 15] = [
    List::DocumentKinds,
    List::CitedKinds,
    List::Parts,
    List::UnitCategories,
    List::Relations,
    List::VillageTypes,
    List::UsedIn,
    List::Standings,
    List::States,
    List::YesOrNo,
    List::Directions,
    List::FigureTypes,
    List::Purposes,
    List::Authorities,
    List::Units,
];
/// Units and villages that are offered. A commune has a few dozen.
const MOST_UNITS: u32 = 300;
/// The last row of a sheet that a list looks at.
const LAST_ROW: u32 = 2000;
/// The first row under the headings, 1-based.
const FIRST_ROW: u32 = 2;

impl List {
    /// Whether a word from elsewhere would be an error: the reader knows no other.
    pub(super) fn is_closed(self) -> bool {
        matches!(self, Self::Relations | Self::UsedIn | Self::Authorities)
    }

    /// The formula of the drop-down.
    pub(super) fn source(self) -> Formula {
        let counted = |kind: SheetKind, field: Field| {
            let (anchor, range) = (anchor(kind, field), range(kind, field));
            format!("=OFFSET({anchor},0,0,MAX(1,COUNTA({range})),1)")
        };
        Formula::new(match self {
            Self::Villages => counted(SheetKind::Villages, Field::Name),
            Self::Tasks => counted(SheetKind::Assignments, Field::Code),
            Self::Indicators => counted(SheetKind::Indicators, Field::Code),
            Self::Signatories => counted(SheetKind::Signatories, Field::FullName),
            Self::Units => {
                let (column, sheet) = (self.column(), quoted(SheetKind::Lists));
                let (units, villages) = (counter(0), counter(1));
                format!("=OFFSET({sheet}!${column}${FIRST_ROW},0,0,MAX(1,{sheet}!{units}+{sheet}!{villages}),1)")
            }
            _ => {
                let column = self.column();
                let last = FIRST_ROW as usize + self.words().len() - 1;
                format!("={}!${column}${FIRST_ROW}:${column}${last}", quoted(SheetKind::Lists))
            }
        })
    }

    /// The heading above it on the hidden sheet.
    fn heading(self) -> &'static str {
        match self {
            Self::DocumentKinds => "Loại văn bản",
            Self::CitedKinds => "Loại văn bản được dẫn",
            Self::Parts => "Phần của Nội dung",
            Self::UnitCategories => "Loại đơn vị",
            Self::Relations => "Quan hệ",
            Self::VillageTypes => "Loại thôn",
            Self::UsedIn => "Dùng ở",
            Self::Standings => "Tình trạng",
            Self::States => "Trạng thái",
            Self::YesOrNo => "Có, không",
            Self::Directions => "Chiều đánh giá",
            Self::FigureTypes => "Kiểu số liệu",
            Self::Purposes => "Mục đích gửi",
            Self::Authorities => "Thẩm quyền ký",
            Self::Units => "Đơn vị và thôn",
            Self::Villages | Self::Tasks | Self::Indicators | Self::Signatories => "",
        }
    }

    /// The words that never change; empty for lists of the clerk's own rows.
    fn words(self) -> Vec<String> {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        match self {
            Self::DocumentKinds => DocumentKind::names().map(str::to_owned).collect(),
            Self::CitedKinds => cited_kinds(),
            Self::Parts => owned(&choices::PARTS),
            Self::UnitCategories => owned(&choices::UNIT_CATEGORIES),
            Self::Relations => Relation::names().map(str::to_owned).collect(),
            Self::VillageTypes => dictionary().village_types().iter().map(|word| text::sentence_case(word)).collect(),
            Self::UsedIn => UsedIn::names().map(str::to_owned).collect(),
            Self::Standings => owned(&choices::STANDINGS),
            Self::States => owned(&choices::state_labels()),
            Self::YesOrNo => owned(&choices::YES_OR_NO),
            Self::Directions => owned(&choices::DIRECTIONS),
            Self::FigureTypes => owned(&choices::FIGURE_TYPES),
            Self::Purposes => owned(&choices::PURPOSES),
            Self::Authorities => Authority::ALL.map(|authority| authority.abbreviation().to_owned()).to_vec(),
            Self::Units | Self::Villages | Self::Tasks | Self::Indicators | Self::Signatories => Vec::new(),
        }
    }

    /// The letter of its column on the hidden sheet.
    fn column(self) -> String {
        let index = ON_SHEET.iter().position(|list| *list == self).expect("the list stands on the sheet");
        column_letters(u32::try_from(index + 1).expect("a handful of lists"))
    }
}

/// Laws first, then every kind of administrative document.
fn cited_kinds() -> Vec<String> {
    choices::CITED_KINDS.into_iter().chain(DocumentKind::names()).map(str::to_owned).collect()
}

/// Writes the hidden sheet.
pub(super) fn write(page: &mut Worksheet, content: &Content, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(SheetKind::Lists.title())?.set_hidden(true);
    for (column, list) in (0..).zip(ON_SHEET) {
        page.set_column_width(column, 26)?;
        page.write_string_with_format(0, column, list.heading(), looks.heading(false))?;
        for (row, word) in (FIRST_ROW - 1..).zip(list.words()) {
            page.write_string(row, column, word)?;
        }
    }
    write_units(page, content, looks)
}

/// The names of both registers in one column, by formulas: a drop-down takes one range only.
fn write_units(page: &mut Worksheet, content: &Content, looks: &Looks) -> Result<(), XlsxError> {
    let units = u16::try_from(ON_SHEET.len() - 1).expect("a handful of lists");
    let registers = [SheetKind::Units, SheetKind::Villages];
    let names = registers.map(|kind| content.texts(kind, Field::Name).collect::<Vec<_>>());
    for (index, kind) in (0..).zip(registers) {
        let heading = format!("Số tên ở {}", kind.title());
        page.write_string_with_format(0, units + 1 + index, heading, looks.heading(false))?;
        let count = Formula::new(format!("=COUNTA({})", range(kind, Field::Name)));
        let result = names[usize::from(index)].len().to_string();
        page.write_formula(1, units + 1 + index, count.set_result(result))?;
    }
    let (first, second) = (counter(0), counter(1));
    let [of_units, of_villages] = registers.map(|kind| range(kind, Field::Name));
    let mut known = names.iter().flatten();
    for nth in 1..=MOST_UNITS {
        let village = format!("INDEX({of_villages},{nth}-{first})&\"\"");
        let rest = format!("IF({nth}<={first}+{second},{village},\"\")");
        let formula = Formula::new(format!("=IF({nth}<={first},INDEX({of_units},{nth})&\"\",{rest})"));
        let result = known.next().copied().unwrap_or_default();
        page.write_formula(nth, units, formula.set_result(result))?;
    }
    Ok(())
}

/// The cell that counts the names of a register, 0 for Đơn vị, 1 for Thôn.
fn counter(register: usize) -> String {
    let column = u32::try_from(ON_SHEET.len() + 1 + register).expect("a handful of lists");
    format!("${}${FIRST_ROW}", column_letters(column))
}

/// The first cell of a column of a sheet of the contract.
fn anchor(kind: SheetKind, field: Field) -> String {
    format!("{}!${}${FIRST_ROW}", quoted(kind), letters(kind, field))
}

/// A column of a sheet of the contract, without its heading.
fn range(kind: SheetKind, field: Field) -> String {
    let column = letters(kind, field);
    format!("{}!${column}${FIRST_ROW}:${column}${LAST_ROW}", quoted(kind))
}

fn letters(kind: SheetKind, field: Field) -> String {
    let index = kind.columns().iter().position(|column| column.field == field).expect("the contract has this column");
    column_letters(u32::try_from(index + 1).expect("a sheet has a handful of columns"))
}

/// The name of a sheet as a formula has it.
fn quoted(kind: SheetKind) -> String {
    format!("'{}'", kind.title())
}
