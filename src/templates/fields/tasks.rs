//! The fields of tasks and of the units that carry them out.
//!
//! Owns one row per field: its path, a sample, where the clerk fills it in, how it is made. Must not know the meanings:
//! `locales/fields.toml` has them. The rows are part of `FIELDS`.

use super::row::{FieldContent, FieldMaker, Item, TemplateField, always, maybe};
use super::{joined, without_end_mark};
use crate::contract;
use crate::dossier::Party;
use crate::templates::words::deadline;
use crate::templates::words::forms_of_address::Addressed;

/// The lists of tasks and duties.
pub(super) const TASKS: &[TemplateField] = &[
    always("nhom[]", "")
        .with(GROUP)
        .made(FieldMaker::Audience(|rows| FieldContent::items(rows.assignment_groups().into_iter().map(Item::Group)))),
    always("nhiem_vu[]", "")
        .with(TASK)
        .made(FieldMaker::Audience(|rows| FieldContent::items(rows.assignments().map(Item::Task)))),
    maybe("to_chuc[]", "")
        .with(DUTY)
        .made(FieldMaker::Audience(|rows| FieldContent::items(rows.duties().map(Item::Duty)))),
];

const GROUP: &[TemplateField] = &[
    maybe("nhom[].ten", "I. Công tác tuyên truyền")
        .of("Nhiệm vụ › Nhóm nhiệm vụ")
        .made(FieldMaker::Group(|group| group.name.map(str::to_owned).into())),
    always("nhom[].nhiem_vu[]", "")
        .like("nhiem_vu[]")
        .with(TASK)
        .made(FieldMaker::Group(|group| FieldContent::items(group.assignments.iter().map(|task| Item::Task(task))))),
];

const TASK: &[TemplateField] = &[
    always("nhiem_vu[].noi_dung", "Rà soát danh mục sách của thư viện xã")
        .made(FieldMaker::Task(|task| task.paragraphs.join("\n").into())),
    maybe("nhiem_vu[].chu_tri", "Phòng Văn hóa - Xã hội")
        .of("Nhiệm vụ › Đơn vị chủ trì")
        .made(FieldMaker::Task(|task| names(&task.lead).into())),
    maybe("nhiem_vu[].phoi_hop", "Công an xã; Đoàn Thanh niên")
        .of("Nhiệm vụ › Đơn vị phối hợp")
        .made(FieldMaker::Task(|task| names(&task.support).into())),
    maybe("nhiem_vu[].giao_chu_tri", "Phòng Văn hóa - Xã hội")
        .of("Nhiệm vụ › Đơn vị chủ trì")
        .made(FieldMaker::Task(|task| Addressed::of(&task.lead).assigned().into())),
    maybe("nhiem_vu[].de_nghi_chu_tri", "Hội Nông dân xã")
        .of("Nhiệm vụ › Đơn vị chủ trì")
        .made(FieldMaker::Task(|task| Addressed::of(&task.lead).asked().into())),
    maybe("nhiem_vu[].giao_phoi_hop", "Công an xã, các thôn")
        .of("Nhiệm vụ › Đơn vị phối hợp")
        .made(FieldMaker::Task(|task| Addressed::of(&task.support).assigned().into())),
    maybe("nhiem_vu[].de_nghi_phoi_hop", "Đoàn Thanh niên xã")
        .of("Nhiệm vụ › Đơn vị phối hợp")
        .made(FieldMaker::Task(|task| Addressed::of(&task.support).asked().into())),
    maybe("nhiem_vu[].san_pham", "Danh mục sách").of("Nhiệm vụ › Sản phẩm").made(FieldMaker::Task(|task| {
        // In a sentence a semicolon begins the next part.
        let product = task.typed(contract::Field::Product).and_then(without_end_mark);
        product.map(|words| words.replace("; ", ", ")).into()
    })),
    maybe("nhiem_vu[].kinh_phi", "15 triệu đồng")
        .of("Nhiệm vụ › Kinh phí")
        .made(FieldMaker::Task(|task| task.typed(contract::Field::Budget).and_then(without_end_mark).into())),
    maybe("nhiem_vu[].lanh_dao", "Phó Chủ tịch phụ trách văn hóa - xã hội")
        .of("Nhiệm vụ › Lãnh đạo phụ trách")
        .made(FieldMaker::Task(|task| task.typed(contract::Field::Supervisor).and_then(without_end_mark).into())),
    maybe("nhiem_vu[].nguon", "Nghị quyết số 12-NQ/ĐU ngày 10/01/2026")
        .of("Nhiệm vụ › Nguồn giao")
        .made(FieldMaker::Task(|task| task.typed(contract::Field::Source).and_then(without_end_mark).into())),
    maybe("nhiem_vu[].thoi_han", "trước ngày 15/4/2026")
        .of("Nhiệm vụ › Thời hạn")
        .made(FieldMaker::Task(|task| deadline::in_words(task).and_then(without_end_mark).into())),
    maybe("nhiem_vu[].cau_thoi_han", "thời hạn: trước ngày 15/4/2026")
        .of("Nhiệm vụ › Thời hạn")
        .made(FieldMaker::Task(|task| deadline::as_a_clause(task).into())),
];

/// A list of tasks like that of all.
pub(super) const fn tasks(path: &'static str) -> TemplateField {
    maybe(path, "").like("nhiem_vu[]").with(TASK)
}

const DUTY: &[TemplateField] = &[
    always("to_chuc[].don_vi", "Phòng Văn hóa - Xã hội")
        .of("Tổ chức thực hiện › Đơn vị")
        .made(FieldMaker::Duty(|duty| duty.heading.clone().into())),
    always("to_chuc[].doan[]", "Chủ trì, theo dõi việc thực hiện …")
        .of("Tổ chức thực hiện › Nội dung")
        .made(FieldMaker::Duty(|duty| duty.paragraphs.clone().into())),
];

/// The units as typed; `None` where there are none.
fn names(parties: &[Party]) -> Option<String> {
    let names: Vec<&str> = parties.iter().map(|party| party.text.as_str()).collect();
    joined(&names, "; ")
}
