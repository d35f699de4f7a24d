//! The fields of a report: the figures, printed, and lists of what was reported.
//!
//! Owns one row per field: its path, a sample, where the clerk fills it in, how it is made. Must not compute: every
//! figure comes from the dossier. A count of 0 is left out, so that templates test it with `if`; so is a figure that
//! does not exist.

mod lists;

use super::row::{
    FieldContent, FieldMaker, Item, ReviewFacts, ReviewedIndicator, ReviewedTask, TemplateField, always, maybe, record,
};
use super::without_end_mark;
use crate::contract::Field;
use crate::dossier::figures::{
    Class, Count, Figures, PlanOf, Rate, Tally, Verdict, VillageFigures, VillageTotal, printed,
};
use crate::dossier::{Amount, Completion, Direction, FigureType};
use crate::settings::ReportCharts;
use crate::templates::words::{deadline, forms_of_address, review};
use crate::vietnamese::{date, text};

/// The name of the group with all of them.
pub(crate) const REVIEW: &str = "so_lieu";

/// The figures as one group of fields.
pub(super) const FIGURES: &[TemplateField] = &[record(REVIEW, FieldMaker::Itself, REVIEW_FIELDS)];

const REVIEW_FIELDS: &[TemplateField] = &[
    always("so_lieu.ngay", "15/6/2026").made(FieldMaker::Review(|review| date::slashed(review.figures.as_of()).into())),
    always("so_lieu.goi_thon", "thôn").made(FieldMaker::Review(|review| review.register.village_word().into())),
    maybe("so_lieu.bieu_do", "có")
        .made(FieldMaker::Charts(|charts| (charts == ReportCharts::Annexed).then(|| "có".to_owned()).into())),
    maybe("so_lieu.tong", "23").made(FieldMaker::Counted(Count::Total)),
    maybe("so_lieu.hoan_thanh", "15").made(FieldMaker::Counted(Count::Done)),
    maybe("so_lieu.dung_han", "13").made(FieldMaker::Counted(Count::DoneOnTime)),
    maybe("so_lieu.tre_han", "2").made(FieldMaker::Counted(Count::DoneLate)),
    maybe("so_lieu.tre_han_la", "trễ hạn (kể cả nhiệm vụ trong thời hạn đã được gia hạn)")
        .made(FieldMaker::Review(|review| review::done_late(review.figures).into())),
    maybe("so_lieu.chua_ro_han", "1").made(FieldMaker::Counted(Count::DoneUnjudged)),
    maybe("so_lieu.trong_han_la", "đang thực hiện, còn trong hạn")
        .made(FieldMaker::Review(|review| review::in_time(review.figures).into())),
    maybe("so_lieu.dang_thuc_hien", "3").made(FieldMaker::Counted(Count::InProgress)),
    maybe("so_lieu.sap_den_han", "1").made(FieldMaker::Counted(Count::DueSoon)),
    maybe("so_lieu.qua_han", "2").made(FieldMaker::Counted(Count::Overdue)),
    maybe("so_lieu.qua_han_la", "quá hạn (kể cả nhiệm vụ còn trong thời hạn đã được gia hạn)")
        .made(FieldMaker::Review(|review| review::overdue(review.figures).into())),
    maybe("so_lieu.thuong_xuyen", "2").made(FieldMaker::Counted(Count::Standing)),
    maybe("so_lieu.chua_bao_cao", "1").made(FieldMaker::Counted(Count::NotReported)),
    maybe("so_lieu.khong_hoan_thanh", "1").made(FieldMaker::Counted(Count::NotDone)),
    maybe("so_lieu.huy", "1").made(FieldMaker::Counted(Count::Cancelled)),
    maybe("so_lieu.con_trong_ky", "3").made(FieldMaker::Counted(Count::DueInPeriod)),
    maybe("so_lieu.chuyen_ky", "6").made(FieldMaker::Counted(Count::Carried)),
    maybe("so_lieu.ty_le_hoan_thanh", "71,43%").made(FieldMaker::Rated(Rate::Done)),
    maybe("so_lieu.ty_le_dung_han", "86,67%").made(FieldMaker::Rated(Rate::OnTime)),
    maybe("so_lieu.chi_tieu_tong", "12")
        .made(FieldMaker::Review(|review| nonzero(review.figures.indicators().len()).into())),
    maybe("so_lieu.chi_tieu_danh_gia", "10")
        .made(FieldMaker::Review(|review| nonzero(review.figures.indicators_met().1).into())),
    maybe("so_lieu.chi_tieu_dat_vuot", "8")
        .made(FieldMaker::Review(|review| nonzero(review.figures.indicators_met().0).into())),
    maybe("so_lieu.dat_vuot", "đạt và vượt")
        .made(FieldMaker::Review(|review| lists::met_or_exceeded(review.figures).map(str::to_owned).into())),
    maybe("so_lieu.chi_tieu_vuot", "3").made(FieldMaker::Review(|review| judged(review, Verdict::Exceeded))),
    maybe("so_lieu.chi_tieu_dat", "5").made(FieldMaker::Review(|review| judged(review, Verdict::Met))),
    maybe("so_lieu.chi_tieu_khong_dat", "2").made(FieldMaker::Review(|review| judged(review, Verdict::NotMet))),
    maybe("so_lieu.chi_tieu_chua_co_so_lieu", "1")
        .made(FieldMaker::Review(|review| judged(review, Verdict::NotReported))),
    maybe("so_lieu.chi_tieu_chua_danh_gia", "1").made(FieldMaker::Review(|review| judged(review, Verdict::Unjudged))),
    maybe("so_lieu.chua_danh_gia_vi", "đánh giá vào cuối năm")
        .made(FieldMaker::Review(|review| lists::why_unjudged(review.figures).into())),
    maybe("so_lieu.ty_le_chi_tieu", "80,00%").made(FieldMaker::Review(|review| share_kept(review.figures).into())),
    maybe("so_lieu.don_vi[]", "").with(UNIT).made(FieldMaker::Review(|review| lists::units(review.figures))),
    maybe("so_lieu.don_vi_dung_han[]", "Phòng Kinh tế")
        .made(FieldMaker::Review(|review| lists::punctual_units(review.figures).into())),
    maybe("so_lieu.don_vi_chua_bao_cao[]", "Trạm Y tế")
        .made(FieldMaker::Review(|review| lists::silent_units(review.figures).into())),
    maybe("so_lieu.nhom[]", "").with(OUTCOMES).made(FieldMaker::Review(|review| lists::outcomes(review.figures))),
    maybe("so_lieu.viec_qua_han[]", "").with(TASK).made(FieldMaker::Review(|review| {
        lists::tasks(review.figures, |progress| progress.is_late_on(review.figures.as_of()))
    })),
    maybe("so_lieu.viec_tre_han[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks(review.figures, |progress| progress.class == Class::DoneLate))),
    maybe("so_lieu.viec_khong_hoan_thanh[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks(review.figures, |progress| progress.class == Class::NotDone))),
    maybe("so_lieu.viec_chua_bao_cao[]", "").like("so_lieu.viec_qua_han[]").with(TASK).made(FieldMaker::Review(
        |review| {
            lists::tasks(review.figures, |progress| {
                progress.class == Class::NotReported && !progress.is_late_on(review.figures.as_of())
            })
        },
    )),
    maybe("so_lieu.viec_con_trong_ky[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks(review.figures, |progress| progress.is_due_in_period))),
    maybe("so_lieu.viec_chuyen_ky[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks(review.figures, |progress| progress.is_carried))),
    maybe("so_lieu.viec_vuong_mac[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks_with(review.figures, |report| report.obstacles.as_ref()))),
    maybe("so_lieu.viec_de_xuat[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Review(|review| lists::tasks_with(review.figures, |report| report.proposal.as_ref()))),
    maybe("so_lieu.vuong_mac[]", "Một số hộ chưa thống nhất").of("Kết quả › Khó khăn, vướng mắc").made(
        FieldMaker::Review(|review| {
            lists::reported(review.figures, |_| true, |report| report.obstacles.as_ref()).into()
        }),
    ),
    maybe("so_lieu.nguyen_nhan[]", "Chờ hướng dẫn của tỉnh")
        .of("Kết quả › Nguyên nhân")
        .made(FieldMaker::Review(|review| lists::causes(review.figures).into())),
    maybe("so_lieu.de_xuat[]", "Bố trí kinh phí in tài liệu").of("Kết quả › Đề xuất, kiến nghị").made(
        FieldMaker::Review(|review| {
            lists::reported(review.figures, |_| true, |report| report.proposal.as_ref()).into()
        }),
    ),
    maybe("so_lieu.chi_tieu[]", "")
        .with(INDICATOR)
        .made(FieldMaker::Review(|review| lists::indicators(review.figures))),
    maybe("so_lieu.chi_tieu_thon[]", "").with(VILLAGES).made(FieldMaker::Review(|review| {
        FieldContent::items(review.figures.villages().iter().map(|villages| Item::Villages(villages, review.figures)))
    })),
];

/// A unit: its name and its verb, its counts and its rank, its tasks.
const UNIT: &[TemplateField] = &[
    always("so_lieu.don_vi[].ten", "Phòng Kinh tế").made(FieldMaker::Unit(|unit, _| unit.name.clone().into())),
    always("so_lieu.don_vi[].giua_cau", "Phòng Kinh tế")
        .made(FieldMaker::Unit(|unit, figures| lists::name_in_a_sentence(unit, figures).into())),
    maybe("so_lieu.don_vi[].de_nghi", "có").made(FieldMaker::Unit(|unit, _| said(unit.is_asked))),
    maybe("so_lieu.don_vi[].tong", "6").made(FieldMaker::Counted(Count::Total)),
    maybe("so_lieu.don_vi[].hoan_thanh", "4").made(FieldMaker::Counted(Count::Done)),
    maybe("so_lieu.don_vi[].dung_han", "3").made(FieldMaker::Counted(Count::DoneOnTime)),
    maybe("so_lieu.don_vi[].tre_han", "1").made(FieldMaker::Counted(Count::DoneLate)),
    maybe("so_lieu.don_vi[].chua_ro_han", "1").made(FieldMaker::Counted(Count::DoneUnjudged)),
    maybe("so_lieu.don_vi[].dang_thuc_hien", "1").made(FieldMaker::Counted(Count::InProgress)),
    maybe("so_lieu.don_vi[].sap_den_han", "1").made(FieldMaker::Counted(Count::DueSoon)),
    maybe("so_lieu.don_vi[].qua_han", "1").made(FieldMaker::Counted(Count::Overdue)),
    maybe("so_lieu.don_vi[].thuong_xuyen", "1").made(FieldMaker::Counted(Count::Standing)),
    maybe("so_lieu.don_vi[].chua_bao_cao", "1").made(FieldMaker::Counted(Count::NotReported)),
    maybe("so_lieu.don_vi[].khong_hoan_thanh", "1").made(FieldMaker::Counted(Count::NotDone)),
    maybe("so_lieu.don_vi[].huy", "1").made(FieldMaker::Counted(Count::Cancelled)),
    maybe("so_lieu.don_vi[].chuyen_ky", "2").made(FieldMaker::Counted(Count::Carried)),
    maybe("so_lieu.don_vi[].ty_le_hoan_thanh", "80,00%").made(FieldMaker::Rated(Rate::Done)),
    maybe("so_lieu.don_vi[].ty_le_dung_han", "75,00%").made(FieldMaker::Rated(Rate::OnTime)),
    maybe("so_lieu.don_vi[].hang", "1").made(FieldMaker::Unit(|unit, _| unit.rank.map(|rank| rank.to_string()).into())),
    always("so_lieu.don_vi[].viec[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Unit(lists::tasks_of_unit)),
];

/// The results in a group of tasks.
const OUTCOMES: &[TemplateField] = &[
    maybe("so_lieu.nhom[].ten", "Công tác tuyên truyền")
        .of("Nhiệm vụ › Nhóm nhiệm vụ")
        .made(FieldMaker::Outcomes(|group| group.group.map(str::to_owned).into())),
    always("so_lieu.nhom[].ket_qua[]", "Đã tổ chức 12 buổi họp dân").of("Kết quả › Kết quả thực hiện").made(
        FieldMaker::Outcomes(|group| group.tasks.iter().flat_map(ReviewedTask::outcomes).collect::<Vec<_>>().into()),
    ),
    always("so_lieu.nhom[].viec[]", "")
        .like("so_lieu.viec_qua_han[]")
        .with(TASK)
        .made(FieldMaker::Outcomes(|group| FieldContent::items(group.tasks.iter().copied().map(Item::ReviewedTask)))),
];

/// A task with its progress.
const TASK: &[TemplateField] = &[
    always("so_lieu.viec_qua_han[].noi_dung", "Rà soát danh mục sách của thư viện xã").made(FieldMaker::ReviewedTask(
        |reviewed| without_end_mark(&reviewed.task.paragraphs.join(" ")).unwrap_or_default().into(),
    )),
    always("so_lieu.viec_qua_han[].ten", "Rà soát danh mục sách của thư viện xã")
        .made(FieldMaker::ReviewedTask(|reviewed| review::name(reviewed.task).into())),
    maybe("so_lieu.viec_qua_han[].chu_tri", "Phòng Văn hóa - Xã hội")
        .of("Nhiệm vụ › Đơn vị chủ trì")
        .made(FieldMaker::ReviewedTask(|reviewed| forms_of_address::in_brackets(&reviewed.task.lead).into())),
    maybe("so_lieu.viec_qua_han[].thoi_han", "trước ngày 15/4/2026")
        .of("Nhiệm vụ › Thời hạn")
        .made(FieldMaker::ReviewedTask(|reviewed| deadline::judged_by(reviewed.task).into())),
    maybe("so_lieu.viec_qua_han[].gia_han", "gia hạn đến ngày 15/5/2026")
        .of("Nhiệm vụ › Hạn mới")
        .made(FieldMaker::ReviewedTask(|reviewed| deadline::extension(reviewed.progress).into())),
    always("so_lieu.viec_qua_han[].danh_gia", "quá hạn")
        .made(FieldMaker::ReviewedTask(|reviewed| text::uncapitalized(review::class(reviewed.progress)).into())),
    maybe("so_lieu.viec_qua_han[].tinh_trang", "quá hạn 16 ngày")
        .made(FieldMaker::ReviewedTask(|reviewed| review::of_task(reviewed.progress, reviewed.figures).into())),
    maybe("so_lieu.viec_qua_han[].qua_han", "có")
        .made(FieldMaker::ReviewedTask(|reviewed| said(reviewed.progress.class == Class::Overdue))),
    maybe("so_lieu.viec_qua_han[].chua_bao_cao", "có")
        .made(FieldMaker::ReviewedTask(|reviewed| said(reviewed.progress.class == Class::NotReported))),
    maybe("so_lieu.viec_qua_han[].so_ngay_tre", "16").made(FieldMaker::ReviewedTask(|reviewed| {
        reviewed.progress.days_late(reviewed.figures.as_of()).map(|days| printed(days.into(), 0)).into()
    })),
    maybe("so_lieu.viec_qua_han[].so_ngay_con", "5").made(FieldMaker::ReviewedTask(|reviewed| {
        reviewed.progress.days_left(reviewed.figures.as_of()).map(|days| printed(days.into(), 0)).into()
    })),
    maybe("so_lieu.viec_qua_han[].nguon", "Nghị quyết số 12-NQ/ĐU ngày 10/01/2026").of("Nhiệm vụ › Nguồn giao").made(
        FieldMaker::ReviewedTask(|reviewed| reviewed.task.typed(Field::Source).and_then(without_end_mark).into()),
    ),
    maybe("so_lieu.viec_qua_han[].ket_qua", "đang lấy ý kiến các thôn")
        .of("Kết quả › Kết quả thực hiện")
        .made(FieldMaker::ReviewedTask(|reviewed| words(reviewed, |report| report.outcome.as_ref()).into())),
    maybe("so_lieu.viec_qua_han[].viec_va_ket_qua", "rà soát danh mục sách: đã rà soát 1.200 bản").made(
        FieldMaker::ReviewedTask(|reviewed| {
            let outcome = words(reviewed, |report| report.outcome.as_ref());
            outcome.map(|outcome| review::with_outcome(reviewed.task, &outcome)).into()
        }),
    ),
    maybe("so_lieu.viec_qua_han[].vuong_mac", "một số hộ chưa thống nhất")
        .of("Kết quả › Khó khăn, vướng mắc")
        .made(FieldMaker::ReviewedTask(|reviewed| words(reviewed, |report| report.obstacles.as_ref()).into())),
    maybe("so_lieu.viec_qua_han[].nguyen_nhan", "chờ hướng dẫn của tỉnh")
        .of("Kết quả › Nguyên nhân")
        .made(FieldMaker::ReviewedTask(|reviewed| words(reviewed, |report| report.cause.as_ref()).into())),
    maybe("so_lieu.viec_qua_han[].de_xuat", "bố trí kinh phí in tài liệu")
        .of("Kết quả › Đề xuất, kiến nghị")
        .made(FieldMaker::ReviewedTask(|reviewed| words(reviewed, |report| report.proposal.as_ref()).into())),
];

/// An indicator, in words for a sentence.
const INDICATOR: &[TemplateField] = &[
    always("so_lieu.chi_tieu[].ten", "Hộ dùng nước sạch")
        .of("Chỉ tiêu › Chỉ tiêu")
        .made(FieldMaker::Indicator(|known| known.name.to_owned().into())),
    maybe("so_lieu.chi_tieu[].thuc_hien", "700 hộ").of("Chỉ tiêu › Thực hiện kỳ").made(FieldMaker::Indicator(
        |known| known.comparison.measured.as_ref().map(|amount| known.measured(amount.printed())).into(),
    )),
    maybe("so_lieu.chi_tieu[].thuc_hien_la", "thực hiện").made(FieldMaker::Indicator(|known| {
        // An indicator as of a day is not something done, nor is one to keep low: their figures have no verb.
        let measurement = &known.indicator.measurement;
        let is_done = measurement.figure_type == FigureType::Cumulative && measurement.direction == Direction::Higher;
        is_done.then(|| "thực hiện".to_owned()).into()
    })),
    maybe("so_lieu.chi_tieu[].trong_ky", "300 triệu đồng")
        .made(FieldMaker::Indicator(|known| known.in_period().map(|amount| known.measured(amount.printed())).into())),
    maybe("so_lieu.chi_tieu[].ke_hoach", "2.000 hộ").of("Chỉ tiêu › Kế hoạch kỳ").made(FieldMaker::Indicator(
        |known| known.comparison.plan.as_ref().map(|(target, _)| known.measured(target.printed())).into(),
    )),
    maybe("so_lieu.chi_tieu[].ke_hoach_la", "kế hoạch năm")
        .made(FieldMaker::Indicator(|known| known.comparison.plan.as_ref().map(|(_, of)| plan_word(*of)).into())),
    maybe("so_lieu.chi_tieu[].ty_le", "35,00%").made(FieldMaker::Indicator(|known| {
        known.comparison.percent.map(|percent| known.figures.percent(percent)).into()
    })),
    maybe("so_lieu.chi_tieu[].so_ke_hoach", "cao hơn kế hoạch 3,00 điểm phần trăm").made(FieldMaker::Indicator(
        |known| review::against_plan(&known.indicator.measurement, known.comparison, known.measure()).into(),
    )),
    always("so_lieu.chi_tieu[].ket_luan", "đạt kế hoạch").made(FieldMaker::Indicator(|known| {
        review::judgement(&known.indicator.measurement, known.comparison).to_owned().into()
    })),
    always("so_lieu.chi_tieu[].danh_gia", "đạt").made(FieldMaker::Indicator(|known| {
        text::uncapitalized(review::verdict(known.indicator.measurement.direction, known.comparison)).into()
    })),
    maybe("so_lieu.chi_tieu[].da_dat", "có").made(FieldMaker::Indicator(|known| {
        said(matches!(known.comparison.verdict, Verdict::Met | Verdict::Exceeded))
    })),
    maybe("so_lieu.chi_tieu[].khong_dat", "có")
        .made(FieldMaker::Indicator(|known| said(known.comparison.verdict == Verdict::NotMet))),
    maybe("so_lieu.chi_tieu[].so_cung_ky", "tăng 50 hộ (7,69%) so với cùng kỳ năm trước").made(FieldMaker::Indicator(
        |known| {
            let measurement = &known.indicator.measurement;
            review::in_a_sentence(measurement, known.comparison, known.measure(), known.figures).into()
        },
    )),
];

/// The villages of an indicator together.
const VILLAGES: &[TemplateField] = &[
    always("so_lieu.chi_tieu_thon[].ten", "Hộ dùng nước sạch")
        .made(FieldMaker::Villages(|villages, _| villages.name.clone().into())),
    always("so_lieu.chi_tieu_thon[].so_thon", "24")
        .made(FieldMaker::Villages(|villages, _| printed(villages.rows.len().into(), 0).into())),
    maybe("so_lieu.chi_tieu_thon[].so_thon_bao_cao", "22")
        .made(FieldMaker::Villages(|villages, _| nonzero(villages.reporting()).into())),
    maybe("so_lieu.chi_tieu_thon[].ke_hoach", "2.000 hộ")
        .made(FieldMaker::Villages(|villages, _| total(villages, |total| total.planned).into())),
    maybe("so_lieu.chi_tieu_thon[].thuc_hien", "1.400 hộ")
        .made(FieldMaker::Villages(|villages, _| total(villages, |total| total.actual).into())),
    maybe("so_lieu.chi_tieu_thon[].ty_le", "70,00%").made(FieldMaker::Villages(|villages, figures| {
        let percent = villages.total.as_ref().and_then(|total| total.percent);
        percent.map(|percent| figures.percent(percent)).into()
    })),
    maybe("so_lieu.chi_tieu_thon[].chua_bao_cao[]", "Thôn Bến").made(FieldMaker::Villages(|villages, _| {
        let silent = villages.rows.iter().filter(|row| row.comparison.actual.is_none());
        silent.map(|row| forms_of_address::in_a_sentence(&row.row.village)).collect::<Vec<_>>().into()
    })),
];

/// `có` for what is so; else nothing.
fn said(is_so: bool) -> FieldContent<'static> {
    is_so.then(|| "có".to_owned()).into()
}

fn nonzero(count: usize) -> Option<String> {
    (count > 0).then(|| printed(count.into(), 0))
}

/// A count of tasks; `None` of none.
pub(super) fn counted(tally: &Tally, count: Count) -> Option<String> {
    nonzero(tally.count(count) as usize)
}

/// A rate of tasks. Where nobody reported there is none: "0%" must never mean "no data".
pub(super) fn rated(tally: &Tally, rate: Rate, figures: &Figures) -> Option<String> {
    tally.rate(rate).filter(|_| !tally.has_no_reports()).map(|percent| figures.percent(percent))
}

fn judged(review: ReviewFacts, verdict: Verdict) -> FieldContent<'static> {
    nonzero(review.figures.count_indicators(&[verdict])).into()
}

fn share_kept(figures: &Figures) -> Option<String> {
    let (_, judged) = figures.indicators_met();
    (judged > 0).then(|| figures.percent(figures.indicators_met_percent().unwrap_or_default()))
}

/// The texts that the reports of a task have in a column.
fn words(reviewed: ReviewedTask, column: fn(&Completion) -> Option<&String>) -> Option<String> {
    without_end_mark(&review::reported(reviewed.figures, (reviewed.task, reviewed.progress), column).join("; "))
}

fn plan_word(of: PlanOf) -> String {
    match of {
        PlanOf::Period => "kế hoạch".to_owned(),
        PlanOf::Year => "kế hoạch năm".to_owned(),
    }
}

impl ReviewedIndicator<'_> {
    /// Its unit of measure; empty where the workbook has none.
    fn measure(&self) -> &str {
        self.indicator.measure.as_deref().unwrap_or_default()
    }

    fn measured(&self, amount: String) -> String {
        with_measure(amount, self.measure())
    }

    /// The result of the period, where another figure was judged. A cumulative figure of the year is compared with a
    /// year ago; the result of the period is printed beside it.
    fn in_period(&self) -> Option<&Amount> {
        let comparison = self.comparison;
        comparison.actual.as_ref().filter(|actual| {
            comparison.change.is_some() && comparison.measured.as_ref().is_some_and(|measured| measured.at != actual.at)
        })
    }
}

/// A list of tasks with their progress, like those of a report.
pub(super) const fn reviewed_list(path: &'static str) -> TemplateField {
    maybe(path, "").like("so_lieu.viec_qua_han[]").with(TASK)
}

/// An amount with its unit: `700 tấn`, `2,10%`.
pub(super) fn with_measure(amount: String, measure: &str) -> String {
    match measure {
        "" => amount,
        "%" => format!("{amount}%"),
        measure => format!("{amount} {measure}"),
    }
}

/// The total of the villages, with its unit.
fn total(villages: &VillageFigures, amount: fn(&VillageTotal) -> Option<rust_decimal::Decimal>) -> Option<String> {
    let total = villages.total.as_ref()?;
    let amount = amount(total)?;
    Some(with_measure(printed(amount, total.decimals), villages.measure.as_deref().unwrap_or_default()))
}
