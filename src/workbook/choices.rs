//! The lists of the contract that a workbook offers, and the sheet of each.
//!
//! Owns their headings on the hidden sheet Danh mục and the words of each. Must not know which column offers them: the
//! contract says so. `of_contract` puts them into the description.

use super::description::{ColumnReference, DropDown, ListDescription, ListWords};
use crate::contract::{ChoiceList, Field, SheetKind, choices, dictionary};
use crate::decree::kinds::DocumentKind;
use crate::vietnamese::text;

/// The lists on the sheet Danh mục, left to right.
pub(super) const LISTS: [ChoiceList; 15] = [
    ChoiceList::DocumentKinds,
    ChoiceList::CitedKinds,
    ChoiceList::Parts,
    ChoiceList::UnitCategories,
    ChoiceList::Relations,
    ChoiceList::VillageTypes,
    ChoiceList::UsedIn,
    ChoiceList::ValidityStates,
    ChoiceList::States,
    ChoiceList::YesOrNo,
    ChoiceList::Directions,
    ChoiceList::FigureTypes,
    ChoiceList::Purposes,
    ChoiceList::Authorities,
    ChoiceList::Units,
];

/// A list for the sheet Danh mục.
pub(super) fn list(list: ChoiceList) -> ListDescription {
    ListDescription { heading: heading(list).to_owned(), words: words(list) }
}

/// The drop-down of a list: from Danh mục, or from the clerk's own rows.
pub(super) fn drop_down(list: ChoiceList) -> DropDown {
    let source = match list {
        ChoiceList::Villages => of_sheet(SheetKind::Villages, Field::Name),
        ChoiceList::Tasks => of_sheet(SheetKind::Assignments, Field::Code),
        ChoiceList::Indicators => of_sheet(SheetKind::Indicators, Field::Code),
        ChoiceList::Signatories => of_sheet(SheetKind::Signatories, Field::FullName),
        _ => ColumnReference { sheet: SheetKind::Lists.title().to_owned(), heading: heading(list).to_owned() },
    };
    DropDown { source, is_closed: list.is_closed() }
}

fn of_sheet(kind: SheetKind, field: Field) -> ColumnReference {
    ColumnReference { sheet: kind.title().to_owned(), heading: kind.heading(field).to_owned() }
}

fn heading(list: ChoiceList) -> &'static str {
    match list {
        ChoiceList::DocumentKinds => "Loại văn bản",
        ChoiceList::CitedKinds => "Loại văn bản được dẫn",
        ChoiceList::Parts => "Phần của Nội dung",
        ChoiceList::UnitCategories => "Loại đơn vị",
        ChoiceList::Relations => "Quan hệ",
        ChoiceList::VillageTypes => "Loại thôn",
        ChoiceList::UsedIn => "Dùng ở",
        ChoiceList::ValidityStates => "Tình trạng",
        ChoiceList::States => "Trạng thái",
        ChoiceList::YesOrNo => "Có, không",
        ChoiceList::Directions => "Chiều đánh giá",
        ChoiceList::FigureTypes => "Kiểu số liệu",
        ChoiceList::Purposes => "Mục đích gửi",
        ChoiceList::Authorities => "Thẩm quyền ký",
        ChoiceList::Units => "Đơn vị và thôn",
        ChoiceList::Villages | ChoiceList::Tasks | ChoiceList::Indicators | ChoiceList::Signatories => "",
    }
}

/// The words of a list; a list of the clerk's own rows takes them from those rows.
fn words(list: ChoiceList) -> ListWords {
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    ListWords::Fixed(match list {
        ChoiceList::DocumentKinds => DocumentKind::names().map(str::to_owned).collect(),
        // Laws first, then every kind of administrative document.
        ChoiceList::CitedKinds => {
            choices::CITED_KINDS.into_iter().chain(DocumentKind::names()).map(str::to_owned).collect()
        }
        ChoiceList::Parts => owned(&choices::PARTS),
        ChoiceList::UnitCategories => owned(&choices::UNIT_CATEGORIES),
        ChoiceList::Relations => owned(&choices::RELATIONS),
        ChoiceList::VillageTypes => dictionary().village_types().iter().map(|word| text::sentence_case(word)).collect(),
        ChoiceList::UsedIn => owned(&choices::USED_IN),
        ChoiceList::ValidityStates => owned(&choices::VALIDITY_STATES),
        ChoiceList::States => owned(&choices::state_labels()),
        ChoiceList::YesOrNo => owned(&choices::YES_OR_NO),
        ChoiceList::Directions => owned(&choices::DIRECTIONS),
        ChoiceList::FigureTypes => owned(&choices::FIGURE_TYPES),
        ChoiceList::Purposes => owned(&choices::PURPOSES),
        ChoiceList::Authorities => owned(&choices::Authority::ALL.map(choices::Authority::abbreviation)),
        ChoiceList::Units => {
            let registers = [SheetKind::Units, SheetKind::Villages];
            return ListWords::OfColumns(registers.map(|kind| of_sheet(kind, Field::Name)).to_vec());
        }
        ChoiceList::Villages => return ListWords::OfColumns(vec![of_sheet(SheetKind::Villages, Field::Name)]),
        ChoiceList::Tasks => return ListWords::OfColumns(vec![of_sheet(SheetKind::Assignments, Field::Code)]),
        ChoiceList::Indicators => return ListWords::OfColumns(vec![of_sheet(SheetKind::Indicators, Field::Code)]),
        ChoiceList::Signatories => {
            return ListWords::OfColumns(vec![of_sheet(SheetKind::Signatories, Field::FullName)]);
        }
    })
}
