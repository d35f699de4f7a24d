//! The columns of Nội dung, Căn cứ and Nơi nhận: the content of a document besides its tasks.
//!
//! Owns one row for each column. Must not know where a column is in a clerk's table, or what its cells mean.
//! [`SheetKind`] returns the rows.
//!
//! [`SheetKind`]: crate::contract::SheetKind

use crate::contract::column::{Column, choice, code, day, may, must, ordinal, whole_ordinal, words};
use crate::contract::{ChoiceList, Field};

/// Nội dung.
pub(in crate::contract) const PROSE: &[Column] = &[
    must(Field::Part, "Phần", choice(ChoiceList::Parts), 28).in_every_document().help(
        "Đoạn văn thuộc phần nào: Mở đầu, Mục đích, Yêu cầu, Kết thúc; với báo cáo: Đánh giá chung, Tồn tại, \
         hạn chế, … Phần nào không có dòng nào thì văn bản dùng lời sẵn của mẫu.",
    ),
    must(Field::Content, "Nội dung", words(), 80).in_every_document().in_sentences().help(
        "Mỗi dòng một đoạn văn, in nguyên văn. Xuống dòng trong ô (Alt+Enter) cũng thành đoạn mới. Không gõ số \
         thứ tự ở đầu đoạn.",
    ),
];

/// Căn cứ. Number and issuer are required too, except for a law: `dossier` decides that.
pub(in crate::contract) const GROUNDS: &[Column] = &[
    may(Field::Ordinal, "STT", ordinal(), 8)
        .in_every_document()
        .help("Số thứ tự; các căn cứ được in theo thứ tự dòng."),
    must(Field::DocumentType, "Loại văn bản", choice(ChoiceList::CitedKinds), 18)
        .in_every_document()
        .help("Loại của văn bản được dẫn.")
        .example("Luật; Nghị định; Kế hoạch"),
    must(Field::NumberSymbol, "Số, ký hiệu", code(), 18)
        .in_every_document()
        .help("Ghi đầy đủ số và ký hiệu; luật, pháp lệnh, Hiến pháp thì để trống.")
        .example("59/2023/NĐ-CP"),
    must(Field::IssuedOn, "Ngày ban hành", day(), 15)
        .in_every_document()
        .help("Ngày ban hành văn bản được dẫn.")
        .example("14/8/2023"),
    must(Field::Issuer, "Cơ quan ban hành", words(), 22)
        .in_every_document()
        .help("Cơ quan ban hành văn bản được dẫn; luật, pháp lệnh, Hiến pháp thì để trống.")
        .example("Chính phủ"),
    must(Field::Subject, "Trích yếu", words(), 44)
        .in_every_document()
        .in_sentences()
        .help("Trích yếu của văn bản được dẫn, viết như ở giữa câu; với luật là tên luật.")
        .example("quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở"),
    may(Field::UsedIn, "Dùng ở", choice(ChoiceList::UsedIn), 12).in_every_document().help(
        "Căn cứ: khối chữ nghiêng đầu văn bản (để trống cũng vậy). Mở đầu: văn bản nêu ở câu mở đầu. Mục đích, \
         Nhiệm vụ: dẫn ở phần ấy.",
    ),
    may(Field::Validity, "Tình trạng", choice(ChoiceList::ValidityStates), 18)
        .help("Văn bản còn hiệu lực hay không. Để trống nếu còn hiệu lực."),
    may(Field::ReplacedBy, "Thay bằng", code(), 12).help("Số, ký hiệu của văn bản thay thế, nếu đã có."),
];

/// Nơi nhận.
pub(in crate::contract) const RECIPIENTS: &[Column] = &[
    may(Field::Ordinal, "Thứ tự", whole_ordinal(), 8)
        .in_every_document()
        .help("Số để xếp thứ tự in; để trống thì in theo thứ tự dòng."),
    must(Field::Recipient, "Nơi nhận", words(), 60)
        .in_every_document()
        .in_sentences()
        .help(
            "Mỗi dòng một nơi nhận, không cần gạch đầu dòng và dấu cuối. Cả trang tính này để trống thì danh sách \
             lập theo các đơn vị được giao việc.",
        )
        .example("Thường trực Đảng ủy, Thường trực HĐND xã"),
    may(Field::Purpose, "Mục đích", choice(ChoiceList::Purposes), 18)
        .in_every_document()
        .help("Gửi để làm gì; in trong ngoặc sau tên nơi nhận.")
        .example("để b/c"),
    may(Field::AppliesTo, "Loại văn bản áp dụng", choice(ChoiceList::DocumentKinds), 22)
        .in_every_document()
        .help("Chỉ in với các loại văn bản này, ngăn bằng dấu chấm phẩy; để trống là mọi loại.")
        .example("Kế hoạch; Báo cáo"),
];
