//! The fields of the village or unit that a paper is for, and of the work that is its own.
//!
//! Owns one row per field: its path, a sample, where the clerk fills it in, how it is made. Must not know the meanings:
//! `locales/fields.toml` has them. In a paper for everyone there is neither a village nor a unit; its work is that of all.

use super::figures::{reviewed_list, with_measure};
use super::row::{FieldContent, FieldMaker, Item, TemplateField, VillageTarget, always, maybe};
use super::tasks::tasks;
use crate::dossier::Relation;
use crate::dossier::figures::{Figures, PlanOf, Progress, printed};
use crate::paper::{AudienceRows, Paper};
use crate::templates::words::{forms_of_address, heads};

/// The name of the group of tasks that whom a paper is for is reminded of.
pub(crate) const LED: &str = "don_doc";

/// The village, the unit, and the work that each leads.
pub(super) const ADDRESSED: &[TemplateField] = &[
    group("thon", FieldMaker::Paper(village)).with(VILLAGE),
    group("don_vi", FieldMaker::Paper(unit)).with(UNIT),
    group("phan_viec", FieldMaker::Itself).with(SHARE),
    group(LED, FieldMaker::Itself).with(LED_FIELDS),
];

const VILLAGE: &[TemplateField] = &[
    always("thon.ten", "Thôn Đông").made(FieldMaker::Village(|_, village| village.name.clone().into())),
    always("thon.giua_cau", "thôn Đông").made(FieldMaker::Village(|_, village| {
        forms_of_address::in_a_sentence(village.name.as_deref().unwrap_or_default()).into()
    })),
    always("thon.nguoi_dung_dau", "Trưởng thôn Đông").of("Thôn › Chức danh").made(FieldMaker::Village(|_, village| {
        heads::of_village(village.name.as_deref().unwrap_or_default(), village.head_title.as_deref()).into()
    })),
    maybe("thon.truong_thon", "Lê Văn Bình")
        .of("Thôn › Trưởng thôn")
        .made(FieldMaker::Village(|_, village| village.head.clone().into())),
    maybe("thon.chuc_danh", "Trưởng thôn")
        .of("Thôn › Chức danh")
        .made(FieldMaker::Village(|_, village| village.head_title.clone().into())),
    maybe("thon.so_ho", "120")
        .of("Thôn › Số hộ")
        .made(FieldMaker::Village(|_, village| village.households.map(|number| printed(number, 0)).into())),
    maybe("thon.nhan_khau", "480")
        .of("Thôn › Nhân khẩu")
        .made(FieldMaker::Village(|_, village| village.population.map(|number| printed(number, 0)).into())),
    maybe("thon.chi_tieu[]", "").with(TARGET).made(FieldMaker::Village(|rows, _| FieldContent::items(targets(rows)))),
];

const TARGET: &[TemplateField] = &[
    always("thon.chi_tieu[].ten", "Hộ dùng nước sạch")
        .made(FieldMaker::VillageTarget(|target| target.name.to_owned().into())),
    always("thon.chi_tieu[].ke_hoach", "95 hộ").made(FieldMaker::VillageTarget(|target| target.planned.clone().into())),
];

const UNIT: &[TemplateField] = &[
    always("don_vi.ten", "Phòng Kinh tế").made(FieldMaker::Addressee(|unit| unit.name.clone().into())),
    always("don_vi.giua_cau", "Phòng Kinh tế")
        .made(FieldMaker::Addressee(|unit| forms_of_address::in_a_sentence(&unit.name).into())),
    maybe("don_vi.de_nghi", "có")
        .made(FieldMaker::Addressee(|unit| (unit.relation != Relation::Assigns).then(|| "có".to_owned()).into())),
];

const SHARE: &[TemplateField] = &[
    maybe("phan_viec.moi_noi[]", "Phòng Kinh tế")
        .made(FieldMaker::Audience(|rows| forms_of_address::everyone(rows).into())),
    tasks("phan_viec.chu_tri[]")
        .made(FieldMaker::Audience(|rows| FieldContent::items(rows.led_tasks().map(Item::Task)))),
    tasks("phan_viec.phoi_hop[]")
        .made(FieldMaker::Audience(|rows| FieldContent::items(rows.other_tasks().map(Item::Task)))),
];

const LED_FIELDS: &[TemplateField] = &[
    maybe("don_doc.noi_qua_han[]", "Phòng Kinh tế")
        .made(FieldMaker::Led(|rows, figures| leads(rows, figures, is_late))),
    maybe("don_doc.noi_sap_den_han[]", "Phòng Kinh tế")
        .made(FieldMaker::Led(|rows, figures| leads(rows, figures, is_due_soon))),
    reviewed_list("don_doc.qua_han[]").made(FieldMaker::Led(|rows, figures| reviewed(rows, figures, is_late))),
    reviewed_list("don_doc.sap_den_han[]").made(FieldMaker::Led(|rows, figures| reviewed(rows, figures, is_due_soon))),
];

fn is_late(progress: &Progress, figures: &Figures) -> bool {
    progress.is_late_on(figures.as_of())
}

fn is_due_soon(progress: &Progress, _: &Figures) -> bool {
    progress.due_within.is_some()
}

/// The tasks that whom a paper is for leads and that are so.
fn reviewed<'a>(
    rows: AudienceRows<'a>,
    figures: &'a Figures,
    is_so: fn(&Progress, &Figures) -> bool,
) -> FieldContent<'a> {
    let tasks = rows.led(figures).into_iter().filter(|(_, progress)| is_so(progress, figures));
    FieldContent::items(tasks.map(|(task, progress)| Item::reviewed(task, progress, figures)))
}

/// Who leads them.
fn leads<'a>(rows: AudienceRows<'a>, figures: &'a Figures, is_so: fn(&Progress, &Figures) -> bool) -> FieldContent<'a> {
    let tasks = rows.led(figures).into_iter().filter(|(_, progress)| is_so(progress, figures));
    forms_of_address::leads(tasks.map(|(task, _)| task), rows).into()
}

/// A group that a paper may be without.
const fn group(path: &'static str, made: FieldMaker) -> TemplateField {
    maybe(path, "").made(made)
}

fn village(paper: Paper) -> FieldContent {
    let rows = paper.rows();
    rows.village().map_or(FieldContent::Nothing, |village| FieldContent::Record(Item::Village(rows, village)))
}

fn unit(paper: Paper) -> FieldContent {
    let unit = paper.rows().unit().filter(|unit| !unit.is_village);
    unit.map_or(FieldContent::Nothing, |unit| FieldContent::Record(Item::Addressee(unit)))
}

/// What the village is to achieve, where a plan is given for it: the plan of the period, else that of the year.
fn targets(rows: AudienceRows<'_>) -> Vec<Item<'_>> {
    let mut targets = Vec::new();
    for (villages, row) in rows.own_village_figures() {
        let Some((plan, of)) = &row.comparison.plan else { continue };
        let measure = villages.measure.as_deref().unwrap_or_default();
        let planned = with_measure(plan.printed(), measure);
        let planned = match of {
            PlanOf::Period => planned,
            PlanOf::Year => format!("{planned} (kế hoạch năm)"),
        };
        targets.push(Item::VillageTarget(VillageTarget { name: &villages.name, planned }));
    }
    targets
}
