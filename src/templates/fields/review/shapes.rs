//! The shapes of a report's fields, as templates see them.
//!
//! Owns their names and what is left out where there is nothing. Must not know where a value comes from: the file beside
//! it fills them.

use serde::Serialize;

/// The figures of a report.
#[derive(Serialize)]
pub(in crate::templates::fields) struct ReviewFields {
    pub(super) ngay: String,
    pub(super) goi_thon: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bieu_do: Option<String>,
    #[serde(flatten)]
    pub(super) dem: CountFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_tong: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_danh_gia: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_dat_vuot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_vuot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_dat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_khong_dat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_chua_co_so_lieu: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chi_tieu_chua_danh_gia: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chua_danh_gia_vi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ty_le_chi_tieu: Option<String>,
    pub(super) don_vi: Vec<UnitFields>,
    pub(super) don_vi_chua_bao_cao: Vec<String>,
    pub(super) nhom: Vec<OutcomeFields>,
    pub(super) viec_qua_han: Vec<TaskReviewFields>,
    pub(super) viec_tre_han: Vec<TaskReviewFields>,
    pub(super) viec_khong_hoan_thanh: Vec<TaskReviewFields>,
    pub(super) viec_chuyen_ky: Vec<TaskReviewFields>,
    pub(super) vuong_mac: Vec<String>,
    pub(super) nguyen_nhan: Vec<String>,
    pub(super) de_xuat: Vec<String>,
    pub(super) chi_tieu: Vec<IndicatorFields>,
    pub(super) chi_tieu_thon: Vec<VillageFields>,
}

/// Counts and rates of a scope; a count of nothing is left out.
#[derive(Serialize)]
pub(super) struct CountFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tong: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hoan_thanh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dung_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tre_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chua_ro_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dang_thuc_hien: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sap_den_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) qua_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thuong_xuyen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chua_bao_cao: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) khong_hoan_thanh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) huy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chuyen_ky: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ty_le_hoan_thanh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ty_le_dung_han: Option<String>,
}

/// A unit: its counts and its rank.
#[derive(Serialize)]
pub(super) struct UnitFields {
    pub(super) ten: String,
    #[serde(flatten)]
    pub(super) dem: CountFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hang: Option<String>,
}

/// What was reached in a group of tasks.
#[derive(Serialize)]
pub(super) struct OutcomeFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ten: Option<String>,
    pub(super) ket_qua: Vec<String>,
}

/// A task with what became of it.
#[derive(Serialize)]
pub(super) struct TaskReviewFields {
    pub(super) noi_dung: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chu_tri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thoi_han: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gia_han: Option<String>,
    pub(super) danh_gia: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) so_ngay_tre: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ket_qua: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) nguyen_nhan: Option<String>,
}

/// An indicator, in words of a sentence.
#[derive(Serialize)]
pub(super) struct IndicatorFields {
    pub(super) ten: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) trong_ky: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thuc_hien: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thuc_hien_la: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ke_hoach: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ke_hoach_la: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ty_le: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) so_ke_hoach: Option<String>,
    pub(super) danh_gia: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) so_cung_ky: Option<String>,
}

/// The villages of an indicator together.
#[derive(Serialize)]
pub(super) struct VillageFields {
    pub(super) ten: String,
    pub(super) so_thon: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) so_thon_bao_cao: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ke_hoach: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thuc_hien: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ty_le: Option<String>,
    pub(super) chua_bao_cao: Vec<String>,
}

/// Fields that are all there, each list with an item; of lists that are alike, one.
#[cfg(test)]
#[allow(clippy::too_many_lines, reason = "a flat table, a line a field")]
pub(in crate::templates::fields) fn whole() -> ReviewFields {
    let some = || Some(String::new());
    let counts = || CountFields {
        tong: some(),
        hoan_thanh: some(),
        dung_han: some(),
        tre_han: some(),
        chua_ro_han: some(),
        dang_thuc_hien: some(),
        sap_den_han: some(),
        qua_han: some(),
        thuong_xuyen: some(),
        chua_bao_cao: some(),
        khong_hoan_thanh: some(),
        huy: some(),
        chuyen_ky: some(),
        ty_le_hoan_thanh: some(),
        ty_le_dung_han: some(),
    };
    ReviewFields {
        ngay: String::new(),
        goi_thon: String::new(),
        bieu_do: some(),
        dem: counts(),
        chi_tieu_tong: some(),
        chi_tieu_danh_gia: some(),
        chi_tieu_dat_vuot: some(),
        chi_tieu_vuot: some(),
        chi_tieu_dat: some(),
        chi_tieu_khong_dat: some(),
        chi_tieu_chua_co_so_lieu: some(),
        chi_tieu_chua_danh_gia: some(),
        chua_danh_gia_vi: some(),
        ty_le_chi_tieu: some(),
        don_vi: vec![UnitFields { ten: String::new(), dem: counts(), hang: some() }],
        don_vi_chua_bao_cao: vec![String::new()],
        nhom: vec![OutcomeFields { ten: some(), ket_qua: vec![String::new()] }],
        viec_qua_han: vec![TaskReviewFields {
            noi_dung: String::new(),
            chu_tri: some(),
            thoi_han: some(),
            gia_han: some(),
            danh_gia: String::new(),
            so_ngay_tre: some(),
            ket_qua: some(),
            nguyen_nhan: some(),
        }],
        viec_tre_han: Vec::new(),
        viec_khong_hoan_thanh: Vec::new(),
        viec_chuyen_ky: Vec::new(),
        vuong_mac: vec![String::new()],
        nguyen_nhan: vec![String::new()],
        de_xuat: vec![String::new()],
        chi_tieu: vec![IndicatorFields {
            ten: String::new(),
            trong_ky: some(),
            thuc_hien: some(),
            thuc_hien_la: some(),
            ke_hoach: some(),
            ke_hoach_la: some(),
            ty_le: some(),
            so_ke_hoach: some(),
            danh_gia: String::new(),
            so_cung_ky: some(),
        }],
        chi_tieu_thon: vec![VillageFields {
            ten: String::new(),
            so_thon: String::new(),
            so_thon_bao_cao: some(),
            ke_hoach: some(),
            thuc_hien: some(),
            ty_le: some(),
            chua_bao_cao: vec![String::new()],
        }],
    }
}
