//! The fields of every paper: the cycle, the issuing body and the paper itself.
//!
//! Owns one row per field: its path, a sample, where the clerk fills it in, how it is made. Must not know the meanings:
//! `locales/fields.toml` has them. The rows are part of `FIELDS`.

use super::row::{FieldContent, FieldMaker, Item, TemplateField, always, maybe, prose, record};
use super::{joined, without_end_mark};
use crate::dossier::period::Period;
use crate::dossier::{Dossier, Subject, UsedIn};
use crate::templates::words::issuer::Issuer;
use crate::templates::words::{addressees, citation, forms_of_address, heads, topic};

/// The top-level fields, except tasks, figures and the next report.
pub(super) const GENERAL: &[TemplateField] = &[
    always("ten_goi", "Chương trình hành động"),
    maybe("van_ban_ban_hanh", "Quyết định"),
    maybe("van_ban_kem_theo", "Kế hoạch công tác dân vận 6 tháng đầu năm 2026"),
    maybe("trich_yeu", "Tổ chức Ngày Sách và Văn hóa đọc năm 2026")
        .of("Thông tin chung › Trích yếu")
        .made(FieldMaker::Paper(|paper| paper.subject().as_ref().map(Subject::as_title).into())),
    maybe("trich_yeu_giua_cau", "tổ chức Ngày Sách và Văn hóa đọc năm 2026")
        .of("Thông tin chung › Trích yếu")
        .made(FieldMaker::Paper(|paper| paper.subject().map(|subject| subject.in_a_sentence().to_owned()).into())),
    maybe("van_ban_trinh", "Kế hoạch triển khai công tác dân vận 6 tháng đầu năm 2026")
        .of("Thông tin chung › Trích yếu")
        .made(FieldMaker::Paper(|paper| {
            let named = paper.deed().and_then(|deed| deed.text);
            named.map(|text| format!("{} {}", text.title, text.subject.in_a_sentence())).into()
        })),
    maybe("viec_ban_hanh", "ban hành").of("Thông tin chung › Trích yếu").made(FieldMaker::Paper(|paper| {
        paper.deed().filter(|deed| deed.text.is_some()).map(|deed| deed.verb.to_owned()).into()
    })),
    always("chu_de", "công tác dân vận")
        .made(FieldMaker::Shared(|shared| shared.general.topic.in_a_sentence().to_owned().into())),
    always("trien_khai", "triển khai công tác dân vận")
        .made(FieldMaker::Shared(|shared| topic::carried_out(shared.general.topic.in_a_sentence()).into())),
    always("hanh_dong", "thực hiện công tác dân vận")
        .made(FieldMaker::Shared(|shared| topic::acted_on(shared.general.topic.in_a_sentence()).into())),
    record("ky", FieldMaker::Shared(|shared| FieldContent::Record(Item::Period(shared.general.period))), PERIOD),
    always("co_quan", "Ủy ban nhân dân xã")
        .made(FieldMaker::Shared(|shared| Issuer::of(shared.general).in_a_sentence().into())),
    always("ten_co_quan", "Ủy ban nhân dân xã Sơn Hòa")
        .made(FieldMaker::Shared(|shared| Issuer::of(shared.general).in_full().into())),
    maybe("chi_de_nghi", "có")
        .made(FieldMaker::Shared(|shared| shared.general.issuer.asks_others().then(|| "có".to_owned()).into())),
    always("don_vi_soan_thao", "Phòng Văn hóa - Xã hội")
        .made(FieldMaker::Shared(|shared| shared.general.drafting_unit.clone().into())),
    always("thu_truong_soan_thao", "Trưởng phòng Văn hóa - Xã hội")
        .made(FieldMaker::Shared(|shared| heads::of_unit(&shared.general.drafting_unit).into())),
    maybe("kinh_gui", "Ủy ban nhân dân tỉnh")
        .of("Thông tin chung › Kính gửi")
        .made(FieldMaker::Paper(|paper| paper.addressees.lines().into())),
    maybe("noi_trinh", "Ủy ban nhân dân tỉnh").of("Thông tin chung › Kính gửi").made(FieldMaker::Paper(|paper| {
        addressees::of(&paper.addressees.lines().unwrap_or_default()).into_iter().next().into()
    })),
    maybe("don_vi_giao[]", "Phòng Kinh tế")
        .made(FieldMaker::Audience(|rows| forms_of_address::assigned_in_all(rows).into())),
    maybe("don_vi_de_nghi[]", "Hội Nông dân xã")
        .made(FieldMaker::Audience(|rows| forms_of_address::requested_in_all(rows).into())),
    maybe("don_vi_de_nghi_chu_tri[]", "Hội Nông dân xã")
        .made(FieldMaker::Audience(|rows| forms_of_address::requested_to_lead(rows).into())),
    maybe("mat_tran_duoc_de_nghi", "có")
        .made(FieldMaker::Audience(|rows| forms_of_address::is_front_requested(rows).then(|| "có".to_owned()).into())),
    always("so_nhiem_vu", "23").made(FieldMaker::Audience(|rows| rows.assignments().count().to_string().into())),
    maybe("thon_duoc_giao", "các thôn")
        .made(FieldMaker::Audience(|rows| forms_of_address::assigned_villages(rows).into())),
    maybe("phu_luc[]", "").with(ANNEX),
    prose("mo_dau", "Mở đầu", "Thực hiện Kế hoạch số 12/KH-UBND …"),
    prose("muc_dich", "Mục đích", "Nâng cao hiệu quả công tác dân vận …"),
    prose("yeu_cau", "Yêu cầu", "Các nhiệm vụ phải rõ người, rõ việc …"),
    prose("giai_phap", "Giải pháp", "Tăng cường tuyên truyền trên hệ thống loa …"),
    prose("kinh_phi", "Kinh phí", "Từ nguồn chi thường xuyên năm 2026 …"),
    prose("ket_thuc", "Kết thúc", "Trên đây là Chương trình hành động …"),
    prose("su_can_thiet", "Sự cần thiết", "Trên địa bàn xã còn nhiều điểm …"),
    prose("danh_gia_chung", "Đánh giá chung", "Các nhiệm vụ cơ bản đúng tiến độ …"),
    prose("ket_qua_noi_bat", "Kết quả nổi bật", "Đã ra mắt 04 mô hình dân vận khéo …"),
    prose("ton_tai_han_che", "Tồn tại, hạn chế", "Một số thôn báo cáo còn chậm …"),
    prose("nguyen_nhan", "Nguyên nhân", "Cán bộ thôn còn kiêm nhiệm …"),
    prose("phuong_huong", "Phương hướng", "Tiếp tục duy trì các mô hình …"),
    prose("kien_nghi", "Kiến nghị", "Đề nghị hỗ trợ kinh phí …"),
    maybe("van_ban_goc", "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của …")
        .of("Căn cứ › Dùng ở")
        .made(FieldMaker::Shared(|shared| joined(&citations(shared.dossier, UsedIn::Opening), "; ").into())),
    maybe("can_cu_muc_dich[]", "Chỉ thị số 05-CT/TU ngày 10 tháng 02 năm 2026 của …")
        .of("Căn cứ › Dùng ở")
        .made(FieldMaker::Shared(|shared| citations(shared.dossier, UsedIn::Purpose).into())),
];

const PERIOD: &[TemplateField] = &[
    always("ky.ten", "6 tháng đầu năm 2026").made(FieldMaker::Period(|period| period.name().into())),
    always("ky.ten_rut_gon", "6 tháng đầu năm").made(FieldMaker::Period(|period| {
        period.next().map_or_else(|| period.name(), |next| period.name_beside(next)).into()
    })),
    always("ky.trong", "trong 6 tháng đầu năm 2026").made(FieldMaker::Period(|period| period.as_time().into())),
    always("ky.het", "6 tháng đầu năm 2026").made(FieldMaker::Period(|period| period.end_in_words().into())),
    maybe("ky.sau", "6 tháng cuối năm 2026").made(FieldMaker::Period(|period| period.next().map(Period::name).into())),
    always("ky.cung_ky", "6 tháng đầu năm 2025")
        .made(FieldMaker::Period(|period| period.same_period_last_year().name().into())),
];

const ANNEX: &[TemplateField] = &[
    always("phu_luc[].so", "Phụ lục I").made(FieldMaker::Annex(|annex| annex.number.clone().into())),
    always("phu_luc[].ten", "Bảng phân công nhiệm vụ").made(FieldMaker::Annex(|annex| annex.title.clone().into())),
    always("phu_luc[].tep", "phu-luc-1").made(FieldMaker::Annex(|annex| annex.file.clone().into())),
];

/// The fields about the next reports.
pub(super) const REPORTING: &[TemplateField] = &[
    maybe("han_bao_cao", "trước ngày 15/6/2026")
        .of("Thông tin chung › Hạn báo cáo")
        .made(FieldMaker::Shared(|shared| shared.general.report_deadline.as_deref().and_then(without_end_mark).into())),
    maybe("noi_nhan_bao_cao", "Văn phòng HĐND và UBND xã")
        .of("Thông tin chung › Nơi nhận báo cáo")
        .made(FieldMaker::Shared(|shared| shared.general.report_recipient.clone().into())),
];

fn citations(dossier: &Dossier, used_in: UsedIn) -> Vec<String> {
    dossier.grounds().iter().filter(|ground| ground.used_in == used_in).map(citation::cite).collect()
}
