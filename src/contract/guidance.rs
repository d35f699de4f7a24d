//! What to fill in: a sentence for every column and every key of the contract, as a cell's note says it.
//!
//! Owns the sentences. Must not know how a workbook is written: `workbook` puts them into notes.

use super::{Field, GeneralKey, SheetKind};

impl SheetKind {
    /// What a column of this sheet is for, with an example; empty for a column that the sheet does not have.
    #[must_use]
    pub fn guidance(self, field: Field) -> &'static str {
        match self {
            Self::General => general(field),
            Self::Prose => prose(field),
            Self::Units => units(field),
            Self::Villages => villages(field),
            Self::Grounds => grounds(field),
            Self::Assignments => assignments(field),
            Self::Implementation => implementation(field),
            Self::Completions => completions(field),
            Self::Indicators => indicators(field),
            Self::VillageIndicators => village_indicators(field),
            Self::Recipients => recipients(field),
            Self::Signatories => signatories(field),
            Self::Lists => "",
        }
    }
}

fn general(field: Field) -> &'static str {
    match field {
        Field::Item => "Tên mục, giữ nguyên. Mục in đậm là bắt buộc; mục không dùng thì để trống ô bên cạnh.",
        Field::Value => "Ghi giá trị của mục ở ô bên trái. Mỗi ô tên mục có lời giải thích.",
        _ => "",
    }
}

fn prose(field: Field) -> &'static str {
    match field {
        Field::Part => {
            "Phần của văn bản: Mở đầu, Mục đích, Yêu cầu, Kết thúc… Phần nào không ghi thì mẫu có lời sẵn. Mỗi đoạn một dòng; \
             nhiều đoạn của một phần ghi ở các dòng liền nhau."
        }
        Field::Content => "Lời của đoạn, in nguyên văn. Xuống dòng trong ô (Alt+Enter) là sang đoạn mới.",
        _ => "",
    }
}

fn units(field: Field) -> &'static str {
    match field {
        Field::Code => "Mã ngắn của đơn vị, không trùng nhau, ví dụ VHXH. Ở Nhiệm vụ có thể ghi mã thay cho tên.",
        Field::Name => "Tên đầy đủ, đúng như in trên văn bản, ví dụ Phòng Văn hóa - Xã hội.",
        Field::ShortName => "Tên viết tắt nếu có, ví dụ Phòng VHXH.",
        Field::OtherNames => "Những tên khác mà sổ có thể dùng, cách nhau bằng dấu chấm phẩy.",
        Field::Category => "Loại đơn vị, ví dụ: phòng, trung tâm, đoàn thể. Không bắt buộc.",
        Field::Relation => {
            "Giao: Ủy ban nhân dân giao việc. Đề nghị: Mặt trận, các đoàn thể. Cấp ủy: tổ chức Đảng, không giao việc. Để trống \
             là Giao."
        }
        Field::Head => "Họ và tên người đứng đầu.",
        Field::HeadTitle => "Chức danh của người đứng đầu, ví dụ Trưởng phòng.",
        Field::ArchiveCode => "Chữ viết tắt ở dòng Lưu của Nơi nhận, ví dụ VHXH.",
        Field::RecipientLine => "Dòng ghi trong Nơi nhận nếu khác tên đơn vị.",
        Field::ValidFrom => "Ngày bắt đầu hoạt động, dạng 01/7/2025. Để trống nếu vẫn như trước.",
        Field::ValidTo => "Ngày thôi hoạt động. Để trống nếu vẫn còn.",
        _ => "",
    }
}

fn villages(field: Field) -> &'static str {
    match field {
        Field::Code => "Mã ngắn của thôn, không trùng nhau, ví dụ T01.",
        Field::Name => "Tên đầy đủ, ví dụ Thôn Đông. Tên chỉ khác dấu là hai thôn khác nhau.",
        Field::Category => "Thôn, tổ dân phố, ấp, bản…",
        Field::Head => "Họ và tên trưởng thôn.",
        Field::HeadTitle => "Chức danh, ví dụ Trưởng thôn, Tổ trưởng.",
        Field::Households => "Số hộ, ghi bằng chữ số, ví dụ 142. Chưa có số liệu thì để trống, không ghi 0.",
        Field::Population => "Số nhân khẩu, ghi bằng chữ số.",
        Field::FiguresAsOf => "Ngày của số hộ, nhân khẩu, ví dụ 30/6/2026.",
        Field::MergedFrom => "Tên các thôn cũ nếu được sáp nhập, cách nhau bằng dấu chấm phẩy.",
        Field::ValidFrom => "Ngày thành lập hoặc sáp nhập. Để trống nếu vẫn như trước.",
        Field::ValidTo => "Ngày thôi hoạt động. Để trống nếu vẫn còn.",
        _ => "",
    }
}

fn grounds(field: Field) -> &'static str {
    match field {
        Field::Ordinal => "Số thứ tự.",
        Field::DocumentType => "Loại văn bản được nêu, ví dụ Luật, Nghị định, Kế hoạch.",
        Field::NumberSymbol => "Số và ký hiệu đầy đủ, ví dụ 64/KH-UBND. Luật, pháp lệnh không cần ghi.",
        Field::IssuedOn => "Ngày ban hành, ví dụ 06/10/2025.",
        Field::Issuer => "Cơ quan ban hành, ví dụ Ủy ban nhân dân xã. Luật, pháp lệnh không cần ghi.",
        Field::Subject => "Trích yếu, bắt đầu bằng «về…», không kèm số và ngày.",
        Field::UsedIn => {
            "Căn cứ: khối chữ nghiêng ở đầu. Mở đầu: văn bản gốc của câu mở đầu. Mục đích, Nhiệm vụ: nêu ở phần ấy. Để trống là \
             Căn cứ."
        }
        Field::Standing => "Còn hiệu lực, hết hiệu lực hoặc bị thay thế.",
        Field::ReplacedBy => "Số, ký hiệu của văn bản thay thế.",
        _ => "",
    }
}

fn assignments(field: Field) -> &'static str {
    match field {
        Field::Code => "Mã của nhiệm vụ, không trùng, giữ nguyên qua các kỳ, ví dụ NV-01.",
        Field::Ordinal => "Số thứ tự trong bảng.",
        Field::Group => "Tên nhóm. Các dòng dưới để trống là cùng nhóm.",
        Field::Content => "Việc phải làm, một hay nhiều đoạn (Alt+Enter để xuống dòng trong ô).",
        Field::Lead => "Một đơn vị chủ trì: tên hoặc mã ở trang tính Đơn vị, Thôn.",
        Field::Support => "Các đơn vị phối hợp, cách nhau bằng dấu chấm phẩy.",
        Field::Product => "Kết quả phải có, ví dụ báo cáo, danh sách.",
        Field::AssignedOn => "Ngày giao việc, ví dụ 01/7/2026.",
        Field::Deadline => {
            "Ghi như quen dùng: 30/11/2026, trước ngày 30/11, trong quý IV, hằng tháng, thường xuyên. In nguyên văn; ngày cuối do \
             chương trình tính."
        }
        Field::OriginalDeadline => "Hạn giao lần đầu, nếu đã gia hạn.",
        Field::NewDeadline => "Hạn mới sau khi gia hạn.",
        Field::VillageScope => "Các thôn phải làm: tên hoặc mã, cách nhau bằng dấu chấm phẩy; «Các thôn» là tất cả.",
        Field::RelatedIndicators => "Mã các chỉ tiêu liên quan, cách nhau bằng dấu chấm phẩy.",
        Field::Source => "Văn bản hoặc kết luận giao việc này.",
        Field::CarriedFrom => "Kỳ trước mà việc này chuyển sang, ví dụ 6 tháng đầu năm 2026.",
        Field::InternalReason => "Chỉ để dùng nội bộ, không bao giờ in ra văn bản nào.",
        Field::Note => "Ghi chú cho người làm sổ.",
        _ => "",
    }
}

fn implementation(field: Field) -> &'static str {
    match field {
        Field::Unit => "Đơn vị chịu trách nhiệm, in đúng như ghi. Các dòng dưới để trống là cùng đơn vị.",
        Field::Content => "Việc của đơn vị ấy, mỗi đoạn một dòng.",
        _ => "",
    }
}

fn completions(field: Field) -> &'static str {
    match field {
        Field::Code => "Mã nhiệm vụ, như ở trang tính Nhiệm vụ.",
        Field::Content => "Nội dung nhiệm vụ, để người đọc dễ nhận ra; không bắt buộc.",
        Field::Unit => "Đơn vị báo cáo: tên hoặc mã.",
        Field::State => "Chọn trong danh sách. Chưa có báo cáo thì để trống; đúng hạn hay trễ do chương trình tính.",
        Field::Percent => "Ghi 85% hoặc 85, không ghi 0,85.",
        Field::CompletedOn => "Ngày hoàn thành thật, ví dụ 14/3/2026.",
        Field::Outcome => "Kết quả đã làm được, viết ngắn gọn.",
        Field::Evidence => "Số, ký hiệu văn bản hoặc nơi xem minh chứng.",
        Field::Obstacles => "Khó khăn, vướng mắc.",
        Field::Cause => "Nguyên nhân chậm hoặc chưa xong.",
        Field::Proposal => "Đề xuất, kiến nghị.",
        Field::CarriedOver => "Ghi x nếu chuyển sang kỳ sau.",
        _ => "",
    }
}

fn indicators(field: Field) -> &'static str {
    match field {
        Field::Code => "Mã chỉ tiêu, không trùng, ví dụ CT-01.",
        Field::Indicator => "Tên chỉ tiêu.",
        Field::Measure => "Đơn vị tính: %, hộ, triệu đồng…",
        Field::Direction => {
            "Càng cao càng tốt (khi để trống), Càng thấp càng tốt, hoặc Trong khoảng (kế hoạch ghi 45 - 50)."
        }
        Field::FigureType => "Lũy kế, Thời điểm hoặc Tỷ lệ.",
        Field::PlannedYear => "Kế hoạch cả năm: 1.200 hoặc 85,5.",
        Field::Planned => "Kế hoạch của kỳ này; có thì kỳ được đánh giá theo số này.",
        Field::Actual => "Số thực hiện trong kỳ. Chưa có số liệu thì để trống, không ghi 0.",
        Field::Cumulative => "Số lũy kế từ đầu năm.",
        Field::SamePeriod => "Số của cùng kỳ năm trước.",
        Field::FigureSource => "Lấy số liệu ở đâu.",
        Field::Supplier => "Đơn vị cung cấp số liệu.",
        Field::Note => "Ghi chú cho người làm sổ.",
        _ => "",
    }
}

fn village_indicators(field: Field) -> &'static str {
    match field {
        Field::Village => "Tên hoặc mã thôn.",
        Field::Code => "Mã chỉ tiêu, như ở trang tính Chỉ tiêu.",
        Field::Planned => "Kế hoạch giao cho thôn.",
        Field::Actual => "Số thôn đã thực hiện. Chưa có số liệu thì để trống.",
        _ => "",
    }
}

fn recipients(field: Field) -> &'static str {
    match field {
        Field::Ordinal => "Thứ tự in. Để trống thì in theo thứ tự dòng.",
        Field::Recipient => "Một nơi nhận một dòng, không ghi gạch đầu dòng. Dòng Lưu do chương trình thêm.",
        Field::Purpose => "Mục đích gửi, ví dụ để b/c, để t/h.",
        Field::AppliesTo => "Chỉ dùng cho loại văn bản này; để trống là mọi loại.",
        _ => "",
    }
}

fn signatories(field: Field) -> &'static str {
    match field {
        Field::FullName => "Họ và tên người ký.",
        Field::Position => "Chức vụ, ví dụ Chủ tịch, Phó Chủ tịch.",
        Field::Authority => "TM., KT., TL., TUQ. hoặc Q.; để trống nếu ký theo chức vụ.",
        Field::ValidFrom => "Ngày bắt đầu giữ chức vụ, ví dụ 01/7/2025.",
        Field::ValidTo => "Ngày thôi giữ chức vụ. Để trống nếu vẫn giữ.",
        _ => "",
    }
}

impl GeneralKey {
    /// What to write beside this key, with an example.
    #[must_use]
    pub fn guidance(self) -> &'static str {
        match self {
            Self::DocumentType => "Loại văn bản theo Nghị định 30/2020/NĐ-CP: chọn trong danh sách.",
            Self::PrintedTitle => "Tên in trên văn bản nếu khác tên loại, ví dụ CHƯƠNG TRÌNH HÀNH ĐỘNG.",
            Self::Template => "Tên mẫu, nếu muốn dùng mẫu khác mẫu của loại văn bản. Thường để trống.",
            Self::SuperiorBody => {
                "Cơ quan chủ quản trực tiếp, nếu phải ghi ở đầu văn bản. Ủy ban nhân dân xã để trống."
            }
            Self::IssuingBody => "Cơ quan ban hành, ví dụ Ủy ban nhân dân xã Suối Hoa.",
            Self::BodySymbol => "Chữ viết tắt trong ký hiệu, ví dụ UBND. Thường để trống: chương trình tự biết.",
            Self::Place => "Địa danh trước ngày tháng, ví dụ Suối Hoa.",
            Self::Province => "Tỉnh hoặc thành phố, ví dụ tỉnh Sông Ngàn.",
            Self::Topic => "Việc mà văn bản nói đến, viết thường, ví dụ công tác cải cách hành chính.",
            Self::Period => "Kỳ của văn bản: tháng 11 năm 2026, quý IV năm 2026, 6 tháng cuối năm 2026, năm 2026.",
            Self::Subject => "Trích yếu nếu khác lời của mẫu (mẫu ghép từ chủ đề và kỳ).",
            Self::Number => "Số văn bản. Để trống: văn thư ghi sau khi ký.",
            Self::IssuedOn => "Ngày ban hành. Để trống: văn thư ghi sau khi ký.",
            Self::DraftingUnit => "Đơn vị soạn thảo, ghi ở dòng Lưu, ví dụ Phòng Văn hóa - Xã hội.",
            Self::FiguresAsOf => "Ngày chốt số liệu: hạn được xét theo ngày này, năm in theo năm này.",
            Self::Signatory => "Họ và tên người ký, như ở trang tính Người ký. Có một người thì có thể để trống.",
            Self::Addressees => "Nơi ghi ở dòng Kính gửi (công văn, tờ trình, báo cáo lên cấp trên).",
            Self::ReportDeadline => "Khi nào các đơn vị gửi báo cáo, ví dụ trước ngày 10/12/2026.",
            Self::ReportRecipient => "Gửi báo cáo về đâu; để trống là về đơn vị soạn thảo.",
            Self::Copies => "Số bản lưu ở dòng Lưu, ghi bằng chữ số.",
        }
    }

    /// Whether no document can do without it.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Self::DocumentType | Self::IssuingBody | Self::Place | Self::Topic | Self::Period | Self::DraftingUnit
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_explained_in_a_note_that_excel_takes() {
        for kind in SheetKind::ALL {
            for column in kind.columns() {
                let text = kind.guidance(column.field);
                assert!(text.ends_with('.') || text.ends_with('…'), "{kind:?} {}: {text}", column.heading);
                assert!(text.chars().count() < 255 && !text.contains("  "), "{kind:?} {}", column.heading);
            }
        }
        assert!(GeneralKey::ALL.into_iter().all(|key| key.guidance().ends_with('.')));
    }
}
