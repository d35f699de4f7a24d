//! The sheet Thông tin chung: its two columns and its items, one row for each item.
//!
//! Owns names, rules and help. Must not know the values: `dossier` parses them. `records` reads by the titles;
//! `workbook` writes the items.

use super::column::{CellEntry, Column, choice, code, day, day_or_words, must, whole_number, words};
use super::{ChoiceList, Field};

/// A key of Thông tin chung (column Mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`title` gives the word each stands for")]
pub enum GeneralKey {
    DocumentType,
    PrintedTitle,
    Template,
    SuperiorBody,
    IssuingBody,
    BodySymbol,
    Place,
    Province,
    Topic,
    Period,
    Subject,
    Number,
    IssuedOn,
    DraftingUnit,
    FiguresAsOf,
    Signatory,
    Addressees,
    ReportDeadline,
    ReportRecipient,
    Copies,
}

/// An item of Thông tin chung: one row of that sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GeneralItem {
    /// Its key.
    pub key: GeneralKey,
    /// The word in column Mục.
    pub title: &'static str,
    /// Whether every document needs it.
    pub is_required: bool,
    /// The look of its value, what may be entered, and the help for it.
    pub entry: CellEntry,
}

impl GeneralKey {
    /// Every key, in the contract's order.
    pub const ALL: [Self; ITEMS.len()] = {
        let mut keys = [Self::DocumentType; ITEMS.len()];
        let mut index = 0;
        while index < keys.len() {
            keys[index] = ITEMS[index].key;
            index += 1;
        }
        keys
    };

    /// Its row of the contract.
    #[must_use]
    pub const fn item(self) -> &'static GeneralItem {
        &ITEMS[self as usize]
    }

    /// Whether every document needs it.
    #[must_use]
    pub const fn is_required(self) -> bool {
        self.item().is_required
    }

    /// The word in column Mục.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.item().title
    }
}

impl GeneralItem {
    /// An item that every document needs.
    const fn required(key: GeneralKey, title: &'static str, entry: CellEntry) -> Self {
        Self { key, title, is_required: true, entry }
    }

    /// An item that may be left blank.
    const fn optional(key: GeneralKey, title: &'static str, entry: CellEntry) -> Self {
        Self { key, title, is_required: false, entry }
    }

    /// What to fill in.
    const fn help(self, help: &'static str) -> Self {
        Self { entry: CellEntry { help, ..self.entry }, ..self }
    }

    /// An example of what to fill in.
    const fn example(self, example: &'static str) -> Self {
        Self { entry: CellEntry { example, ..self.entry }, ..self }
    }
}

/// The columns of the sheet.
pub(super) const GENERAL: &[Column] = &[
    must(Field::Item, "Mục", words(), 26).in_every_document().help(
        "Tên mục đã ghi sẵn, giữ nguyên. Mục có dấu * bắt buộc phải điền ở cột Giá trị; các mục khác để trống \
         được.",
    ),
    must(Field::Value, "Giá trị", words(), 60)
        .in_every_document()
        .help("Điền vào cột này. Rê chuột vào tên mục bên trái để xem cách điền và ví dụ."),
];

/// The items, in the order of the keys.
const ITEMS: &[GeneralItem] = &[
    GeneralItem::required(GeneralKey::DocumentType, "Loại văn bản", choice(ChoiceList::DocumentKinds))
        .help("Chọn loại văn bản cần soạn.")
        .example("Chương trình"),
    GeneralItem::optional(GeneralKey::PrintedTitle, "Tên gọi", words())
        .help("Tên in trên văn bản, nếu khác tên loại; để trống thì theo mẫu.")
        .example("CHƯƠNG TRÌNH HÀNH ĐỘNG"),
    GeneralItem::optional(GeneralKey::Template, "Mẫu", code())
        .help("Tên mẫu văn bản, nếu không dùng mẫu theo loại; thường để trống.")
        .example("chuong-trinh-hanh-dong"),
    GeneralItem::optional(GeneralKey::SuperiorBody, "Cơ quan chủ quản", words())
        .help("Cơ quan chủ quản trực tiếp, in phía trên tên cơ quan ban hành. Ủy ban nhân dân thì để trống.")
        .example("Ủy ban nhân dân xã Đồng Mây (khi một phòng của xã ban hành)"),
    GeneralItem::required(GeneralKey::IssuingBody, "Cơ quan ban hành", words())
        .help("Tên đầy đủ, in hai dòng ở đầu văn bản. Muốn ngắt dòng ở chỗ khác thì bấm Alt+Enter trong ô.")
        .example("Ủy ban nhân dân xã Đồng Mây"),
    GeneralItem::optional(GeneralKey::BodySymbol, "Ký hiệu cơ quan", code())
        .help("Chữ viết tắt trong số, ký hiệu văn bản; để trống thì chương trình tự lập theo tên cơ quan.")
        .example("UBND"),
    GeneralItem::required(GeneralKey::Place, "Địa danh", words())
        .help("Tên xã, phường ghi trước ngày tháng, không kèm chữ xã, phường.")
        .example("Đồng Mây"),
    GeneralItem::optional(GeneralKey::Province, "Tỉnh, thành phố", words())
        .help("Tên tỉnh, thành phố.")
        .example("tỉnh Sông Ngàn"),
    GeneralItem::required(GeneralKey::Topic, "Chủ đề", words())
        .help("Mảng công tác của văn bản, viết như ở giữa câu.")
        .example("công tác dân vận của chính quyền"),
    GeneralItem::required(GeneralKey::Period, "Kỳ", code())
        .help("Tháng, quý, nửa năm hoặc năm, có ghi năm.")
        .example("6 tháng đầu năm 2026; quý II năm 2026; tháng 3 năm 2026"),
    GeneralItem::optional(GeneralKey::Subject, "Trích yếu", words())
        .help("Câu in dưới tên văn bản; để trống thì chương trình ghép từ chủ đề và kỳ.")
        .example("Thực hiện công tác dân vận của chính quyền 6 tháng đầu năm 2026"),
    GeneralItem::optional(GeneralKey::Number, "Số", whole_number())
        .help("Số văn bản, nếu đã được văn thư cấp; để trống thì chừa chỗ ghi tay.")
        .example("15"),
    GeneralItem::optional(GeneralKey::IssuedOn, "Ngày ban hành", day())
        .help("Ngày ký, nếu đã có; để trống thì chừa chỗ ngày, tháng.")
        .example("12/01/2026"),
    GeneralItem::required(GeneralKey::DraftingUnit, "Đơn vị soạn thảo", choice(ChoiceList::Units))
        .help("Đơn vị dự thảo văn bản; chữ viết tắt của đơn vị ghi ở dòng Lưu.")
        .example("Phòng Văn hóa - Xã hội"),
    GeneralItem::optional(GeneralKey::FiguresAsOf, "Ngày chốt số liệu", day())
        .help(
            "Ngày dùng để xét hạn đến đâu, ai còn quyền ký; năm in trên văn bản cũng theo ngày này khi chưa có \
             ngày ban hành.",
        )
        .example("12/01/2026"),
    GeneralItem::optional(GeneralKey::Signatory, "Người ký", choice(ChoiceList::Signatories))
        .help("Họ và tên người ký, đúng như ở trang tính Người ký; để trống được nếu chỉ có một người.")
        .example("Vũ Đình Khoa"),
    GeneralItem::optional(GeneralKey::Addressees, "Kính gửi", words())
        .help("Nơi nhận ghi ở đầu công văn, tờ trình, báo cáo; mỗi nơi một dòng (Alt+Enter).")
        .example("Ủy ban nhân dân tỉnh Sông Ngàn"),
    GeneralItem::optional(GeneralKey::ReportDeadline, "Hạn báo cáo", day_or_words())
        .help("Hạn các đơn vị gửi báo cáo kết quả.")
        .example("trước ngày 10/6/2026"),
    GeneralItem::optional(GeneralKey::ReportRecipient, "Nơi nhận báo cáo", choice(ChoiceList::Units))
        .help("Nơi các đơn vị gửi báo cáo về; để trống thì về đơn vị soạn thảo.")
        .example("Phòng Văn hóa - Xã hội"),
    GeneralItem::optional(GeneralKey::Copies, "Số bản lưu", whole_number())
        .help("Số bản giữ lại, ghi ở dòng Lưu; để trống thì không in.")
        .example("2"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_in_the_order_of_their_keys() {
        for (index, item) in ITEMS.iter().enumerate() {
            assert_eq!(item.key as usize, index, "{}", item.title);
        }
    }
}
