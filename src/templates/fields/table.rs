//! The one table of fields that a template may ask for.
//!
//! Owns each field's path, whether the workbook can leave it empty, and a sample value; what each means stands in
//! `locales/fields.toml`. Must not know where a value comes from. The check of templates, the help and the notes
//! beside a template are made from it.

use crate::contract::SheetKind;
use crate::templates::template::Need;

/// A field of the templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path: `chu_de`, `ky.ten`, `nhiem_vu[].noi_dung`; `[]` is each item of a list.
    pub path: &'static str,
    /// Whether the workbook can leave it empty; a list is then without items.
    pub can_be_empty: bool,
    /// A value as it may be in a document; of a list, of one item.
    pub sample: &'static str,
    /// The part of the sheet Nội dung that it is; `None` where the program makes it.
    pub part: Option<&'static str>,
    /// The list whose items have the same fields as this one's.
    pub like: Option<&'static str>,
    /// Where a clerk fills it in, `Nhiệm vụ › Sản phẩm`; `None` where the program makes it of several.
    pub filled_in: Option<&'static str>,
}

impl Field {
    const fn of(self, filled_in: &'static str) -> Self {
        Self { filled_in: Some(filled_in), ..self }
    }
}

const fn always(path: &'static str, sample: &'static str) -> Field {
    Field { path, can_be_empty: false, sample, part: None, like: None, filled_in: None }
}

const fn maybe(path: &'static str, sample: &'static str) -> Field {
    Field { can_be_empty: true, ..always(path, sample) }
}

const fn prose(path: &'static str, part: &'static str, sample: &'static str) -> Field {
    Field { part: Some(part), ..maybe(path, sample) }
}

/// Every field, in the order in which the help gives them.
pub(crate) const FIELDS: &[Field] = &[
    always("ten_goi", "Chương trình hành động"),
    maybe("van_ban_ban_hanh", "Quyết định"),
    maybe("van_ban_kem_theo", "Kế hoạch công tác dân vận 6 tháng đầu năm 2026"),
    maybe("trich_yeu", "Tổ chức Ngày Sách và Văn hóa đọc năm 2026").of("Thông tin chung › Trích yếu"),
    always("chu_de", "công tác dân vận"),
    always("trien_khai", "triển khai công tác dân vận"),
    always("ky.ten", "6 tháng đầu năm 2026"),
    always("ky.ten_rut_gon", "6 tháng đầu năm"),
    maybe("ky.sau", "6 tháng cuối năm 2026"),
    always("ky.cung_ky", "6 tháng đầu năm 2025"),
    always("co_quan", "Ủy ban nhân dân xã"),
    always("ten_co_quan", "Ủy ban nhân dân xã Sơn Hòa"),
    always("don_vi_soan_thao", "Phòng Văn hóa - Xã hội"),
    always("thu_truong_soan_thao", "Trưởng phòng Văn hóa - Xã hội"),
    maybe("kinh_gui", "Ủy ban nhân dân tỉnh").of("Thông tin chung › Kính gửi"),
    maybe("noi_trinh", "Ủy ban nhân dân tỉnh").of("Thông tin chung › Kính gửi"),
    maybe("don_vi_giao[]", "Phòng Kinh tế"),
    maybe("don_vi_de_nghi[]", "Hội Nông dân xã"),
    maybe("phu_luc[]", ""),
    always("phu_luc[].so", "Phụ lục I"),
    always("phu_luc[].ten", "Bảng phân công nhiệm vụ"),
    always("phu_luc[].tep", "phu-luc-1"),
    prose("mo_dau", "Mở đầu", "Thực hiện Kế hoạch số 12/KH-UBND …"),
    prose("muc_dich", "Mục đích", "Nâng cao hiệu quả công tác dân vận …"),
    prose("yeu_cau", "Yêu cầu", "Các nhiệm vụ phải rõ người, rõ việc …"),
    prose("ket_thuc", "Kết thúc", "Trên đây là Chương trình hành động …"),
    prose("su_can_thiet", "Sự cần thiết", "Trên địa bàn xã còn nhiều điểm …"),
    prose("danh_gia_chung", "Đánh giá chung", "Các nhiệm vụ cơ bản đúng tiến độ …"),
    prose("ket_qua_noi_bat", "Kết quả nổi bật", "Đã ra mắt 04 mô hình dân vận khéo …"),
    prose("ton_tai_han_che", "Tồn tại, hạn chế", "Một số thôn báo cáo còn chậm …"),
    prose("nguyen_nhan", "Nguyên nhân", "Cán bộ thôn còn kiêm nhiệm …"),
    prose("phuong_huong", "Phương hướng", "Tiếp tục duy trì các mô hình …"),
    prose("kien_nghi", "Kiến nghị", "Đề nghị hỗ trợ kinh phí …"),
    maybe("van_ban_goc", "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của …").of("Căn cứ › Dùng ở"),
    maybe("can_cu_muc_dich[]", "Chỉ thị số 05-CT/TU ngày 10 tháng 02 năm 2026 của …").of("Căn cứ › Dùng ở"),
    always("nhom[]", ""),
    maybe("nhom[].ten", "I. Công tác tuyên truyền").of("Nhiệm vụ › Nhóm nhiệm vụ"),
    Field { like: Some("nhiem_vu[]"), ..always("nhom[].nhiem_vu[]", "") },
    always("nhiem_vu[]", ""),
    always("nhiem_vu[].noi_dung", "Rà soát danh mục sách của thư viện xã"),
    maybe("nhiem_vu[].chu_tri", "Phòng Văn hóa - Xã hội").of("Nhiệm vụ › Đơn vị chủ trì"),
    maybe("nhiem_vu[].phoi_hop", "Công an xã; Đoàn Thanh niên").of("Nhiệm vụ › Đơn vị phối hợp"),
    maybe("nhiem_vu[].giao_chu_tri", "Phòng Văn hóa - Xã hội").of("Nhiệm vụ › Đơn vị chủ trì"),
    maybe("nhiem_vu[].de_nghi_chu_tri", "Hội Nông dân xã").of("Nhiệm vụ › Đơn vị chủ trì"),
    maybe("nhiem_vu[].giao_phoi_hop", "Công an xã, các thôn").of("Nhiệm vụ › Đơn vị phối hợp"),
    maybe("nhiem_vu[].de_nghi_phoi_hop", "Đoàn Thanh niên xã").of("Nhiệm vụ › Đơn vị phối hợp"),
    maybe("nhiem_vu[].san_pham", "Danh mục sách").of("Nhiệm vụ › Sản phẩm"),
    maybe("nhiem_vu[].thoi_han", "trước ngày 15/4/2026").of("Nhiệm vụ › Thời hạn"),
    maybe("to_chuc[]", ""),
    always("to_chuc[].don_vi", "Phòng Văn hóa - Xã hội").of("Tổ chức thực hiện › Đơn vị"),
    always("to_chuc[].doan[]", "Chủ trì, theo dõi việc thực hiện …").of("Tổ chức thực hiện › Nội dung"),
    always("so_lieu.ngay", "15/6/2026"),
    always("so_lieu.goi_thon", "thôn"),
    maybe("so_lieu.bieu_do", "có"),
    maybe("so_lieu.tong", "23"),
    maybe("so_lieu.hoan_thanh", "15"),
    maybe("so_lieu.dung_han", "13"),
    maybe("so_lieu.tre_han", "2"),
    maybe("so_lieu.chua_ro_han", "1"),
    maybe("so_lieu.dang_thuc_hien", "3"),
    maybe("so_lieu.sap_den_han", "1"),
    maybe("so_lieu.qua_han", "2"),
    maybe("so_lieu.thuong_xuyen", "2"),
    maybe("so_lieu.chua_bao_cao", "1"),
    maybe("so_lieu.khong_hoan_thanh", "1"),
    maybe("so_lieu.huy", "1"),
    maybe("so_lieu.chuyen_ky", "6"),
    maybe("so_lieu.ty_le_hoan_thanh", "71,43%"),
    maybe("so_lieu.ty_le_dung_han", "86,67%"),
    maybe("so_lieu.chi_tieu_tong", "12"),
    maybe("so_lieu.chi_tieu_danh_gia", "10"),
    maybe("so_lieu.chi_tieu_dat_vuot", "8"),
    maybe("so_lieu.chi_tieu_vuot", "3"),
    maybe("so_lieu.chi_tieu_dat", "5"),
    maybe("so_lieu.chi_tieu_khong_dat", "2"),
    maybe("so_lieu.chi_tieu_chua_co_so_lieu", "1"),
    maybe("so_lieu.chi_tieu_chua_danh_gia", "1"),
    maybe("so_lieu.chua_danh_gia_vi", "chưa hết năm kế hoạch"),
    maybe("so_lieu.ty_le_chi_tieu", "80,00%"),
    maybe("so_lieu.don_vi[]", ""),
    always("so_lieu.don_vi[].ten", "Phòng Kinh tế"),
    maybe("so_lieu.don_vi[].tong", "6"),
    maybe("so_lieu.don_vi[].hoan_thanh", "4"),
    maybe("so_lieu.don_vi[].dung_han", "3"),
    maybe("so_lieu.don_vi[].tre_han", "1"),
    maybe("so_lieu.don_vi[].chua_ro_han", "1"),
    maybe("so_lieu.don_vi[].dang_thuc_hien", "1"),
    maybe("so_lieu.don_vi[].sap_den_han", "1"),
    maybe("so_lieu.don_vi[].qua_han", "1"),
    maybe("so_lieu.don_vi[].thuong_xuyen", "1"),
    maybe("so_lieu.don_vi[].chua_bao_cao", "1"),
    maybe("so_lieu.don_vi[].khong_hoan_thanh", "1"),
    maybe("so_lieu.don_vi[].huy", "1"),
    maybe("so_lieu.don_vi[].chuyen_ky", "2"),
    maybe("so_lieu.don_vi[].ty_le_hoan_thanh", "80,00%"),
    maybe("so_lieu.don_vi[].ty_le_dung_han", "75,00%"),
    maybe("so_lieu.don_vi[].hang", "1"),
    maybe("so_lieu.don_vi_chua_bao_cao[]", "Trạm Y tế"),
    maybe("so_lieu.nhom[]", ""),
    maybe("so_lieu.nhom[].ten", "Công tác tuyên truyền").of("Nhiệm vụ › Nhóm nhiệm vụ"),
    always("so_lieu.nhom[].ket_qua[]", "Đã tổ chức 12 buổi họp dân").of("Kết quả › Kết quả thực hiện"),
    maybe("so_lieu.viec_qua_han[]", ""),
    always("so_lieu.viec_qua_han[].noi_dung", "Rà soát danh mục sách của thư viện xã"),
    maybe("so_lieu.viec_qua_han[].chu_tri", "Phòng Văn hóa - Xã hội").of("Nhiệm vụ › Đơn vị chủ trì"),
    maybe("so_lieu.viec_qua_han[].thoi_han", "trước ngày 15/4/2026").of("Nhiệm vụ › Thời hạn"),
    maybe("so_lieu.viec_qua_han[].gia_han", "gia hạn đến ngày 15/5/2026").of("Nhiệm vụ › Hạn mới"),
    always("so_lieu.viec_qua_han[].danh_gia", "quá hạn"),
    maybe("so_lieu.viec_qua_han[].so_ngay_tre", "16"),
    maybe("so_lieu.viec_qua_han[].ket_qua", "đang lấy ý kiến các thôn").of("Kết quả › Kết quả thực hiện"),
    maybe("so_lieu.viec_qua_han[].nguyen_nhan", "chờ hướng dẫn của tỉnh").of("Kết quả › Nguyên nhân"),
    Field { like: Some("so_lieu.viec_qua_han[]"), ..maybe("so_lieu.viec_tre_han[]", "") },
    Field { like: Some("so_lieu.viec_qua_han[]"), ..maybe("so_lieu.viec_khong_hoan_thanh[]", "") },
    Field { like: Some("so_lieu.viec_qua_han[]"), ..maybe("so_lieu.viec_chuyen_ky[]", "") },
    maybe("so_lieu.vuong_mac[]", "Một số hộ chưa thống nhất").of("Kết quả › Khó khăn, vướng mắc"),
    maybe("so_lieu.nguyen_nhan[]", "Chờ hướng dẫn của tỉnh").of("Kết quả › Nguyên nhân"),
    maybe("so_lieu.de_xuat[]", "Bố trí kinh phí in tài liệu").of("Kết quả › Đề xuất, kiến nghị"),
    maybe("so_lieu.chi_tieu[]", ""),
    always("so_lieu.chi_tieu[].ten", "Hộ dùng nước sạch").of("Chỉ tiêu › Chỉ tiêu"),
    maybe("so_lieu.chi_tieu[].thuc_hien", "700 hộ").of("Chỉ tiêu › Thực hiện kỳ"),
    maybe("so_lieu.chi_tieu[].thuc_hien_la", "thực hiện"),
    maybe("so_lieu.chi_tieu[].trong_ky", "300 triệu đồng"),
    maybe("so_lieu.chi_tieu[].ke_hoach", "2.000 hộ").of("Chỉ tiêu › Kế hoạch kỳ"),
    maybe("so_lieu.chi_tieu[].ke_hoach_la", "kế hoạch năm"),
    maybe("so_lieu.chi_tieu[].ty_le", "35,00%"),
    maybe("so_lieu.chi_tieu[].so_ke_hoach", "cao hơn kế hoạch 3,00 điểm phần trăm"),
    always("so_lieu.chi_tieu[].danh_gia", "đạt"),
    maybe("so_lieu.chi_tieu[].so_cung_ky", "tăng 50 hộ (7,69%) so với cùng kỳ năm trước"),
    maybe("so_lieu.chi_tieu_thon[]", ""),
    always("so_lieu.chi_tieu_thon[].ten", "Hộ dùng nước sạch"),
    always("so_lieu.chi_tieu_thon[].so_thon", "24"),
    maybe("so_lieu.chi_tieu_thon[].so_thon_bao_cao", "22"),
    maybe("so_lieu.chi_tieu_thon[].ke_hoach", "2.000 hộ"),
    maybe("so_lieu.chi_tieu_thon[].thuc_hien", "1.400 hộ"),
    maybe("so_lieu.chi_tieu_thon[].ty_le", "70,00%"),
    maybe("so_lieu.chi_tieu_thon[].chua_bao_cao[]", "Thôn Bến"),
    maybe("han_bao_cao", "trước ngày 15/6/2026").of("Thông tin chung › Hạn báo cáo"),
    maybe("noi_nhan_bao_cao", "Văn phòng HĐND và UBND xã").of("Thông tin chung › Nơi nhận báo cáo"),
];

/// What a name stands for, seen from the templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text.
    Text,
    /// A group of fields, under this path: `ky`.
    Record(&'static str),
    /// A list of texts.
    Texts,
    /// A list of groups of fields, each under this path: `nhiem_vu[]`.
    Records(&'static str),
}

/// The names right below a path; those of the top below the empty one. Each once, in the order of the table.
pub(crate) fn names_below(path: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for field in FIELDS {
        let name = below(field.path, path).map(|rest| rest.split(['.', '[']).next().unwrap_or(rest));
        if let Some(name) = name.filter(|name| !name.is_empty() && !names.contains(name)) {
            names.push(name);
        }
    }
    names
}

/// What a name right below a path stands for, and whether it can be empty; `None` where there is no such field.
pub(crate) fn lookup(path: &str, name: &str) -> Option<(Shape, bool)> {
    let mut fields = FIELDS.iter().filter(|field| below(field.path, path).is_some_and(|rest| starts_with(rest, name)));
    let first = fields.next()?;
    let rest = below(first.path, path)?.strip_prefix(name)?;
    let until = |rest: &str| &first.path[..first.path.len() - rest.len()];
    let shape = match rest.strip_prefix("[]") {
        Some(_) if first.like.is_some() => Shape::Records(first.like.unwrap_or_default()),
        Some("") if fields.next().is_none() => Shape::Texts,
        Some(inside) => Shape::Records(until(inside)),
        None if rest.is_empty() => Shape::Text,
        None => Shape::Record(until(rest)),
    };
    // A list is always there; it may be without items.
    Some((shape, first.can_be_empty && shape == Shape::Text))
}

/// Where a clerk fills in what a text asks for: by its path, or by its name in a loop where one place alone has it.
pub(crate) fn filled_in(asked: &str) -> Option<String> {
    if let Some(part) = FIELDS.iter().find(|field| field.path == asked).and_then(|field| field.part) {
        return Some(format!("{} › {part}", SheetKind::Prose.title()));
    }
    let exact = FIELDS.iter().find(|field| field.path == asked);
    let name = asked.rsplit('.').next().filter(|_| asked.contains('.'));
    let inside =
        || FIELDS.iter().find(|field| field.path.rsplit_once("].").map(|(_, last)| last) == name && name.is_some());
    exact.or_else(inside)?.filled_in.map(str::to_owned)
}

/// What of the workbook stands where a text asks for this path: `nhiem_vu[].san_pham`.
pub(crate) fn printed_by(asked: &str) -> Option<Need> {
    let list = format!("{asked}[]");
    let field = FIELDS.iter().find(|field| field.path == asked || field.path == list)?;
    Need::named(field.filled_in?)
}

/// Whether a name at the top is a field made by the program: no part of Nội dung may take its place.
pub(crate) fn is_computed(name: &str) -> bool {
    FIELDS.iter().any(|field| field.part.is_none() && starts_with(field.path, name))
}

/// The parts of the sheet Nội dung that some kind of document prints.
pub(crate) fn parts() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().filter_map(|field| field.part)
}

/// The fields that are parts of Nội dung, each with the part's name.
pub(crate) fn part_fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIELDS.iter().filter_map(|field| field.part.map(|part| (field.path, part)))
}

/// What follows a path and its dot.
fn below<'a>(field: &'a str, path: &str) -> Option<&'a str> {
    if path.is_empty() { Some(field) } else { field.strip_prefix(path)?.strip_prefix('.') }
}

/// Whether a path begins with the whole name.
fn starts_with(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::GeneralKey;

    #[test]
    fn a_name_is_what_the_table_says() {
        assert_eq!(lookup("", "chu_de"), Some((Shape::Text, false)));
        assert_eq!(lookup("", "trich_yeu"), Some((Shape::Text, true)));
        assert_eq!(lookup("", "ky"), Some((Shape::Record("ky"), false)));
        assert_eq!(lookup("ky", "ten"), Some((Shape::Text, false)));
        assert_eq!(lookup("", "can_cu_muc_dich"), Some((Shape::Texts, false)));
        assert_eq!(lookup("", "nhom"), Some((Shape::Records("nhom[]"), false)));
        assert_eq!(lookup("nhom[]", "nhiem_vu"), Some((Shape::Records("nhiem_vu[]"), false)));
        assert_eq!(lookup("nhiem_vu[]", "chu_tri"), Some((Shape::Text, true)));
        assert_eq!(lookup("to_chuc[]", "doan"), Some((Shape::Texts, false)));
        assert_eq!(lookup("", "nhiem"), None);
        assert_eq!(lookup("nhom[]", "noi_dung"), None);
    }

    #[test]
    fn a_place_to_fill_in_is_the_contracts() {
        for place in FIELDS.iter().filter_map(|field| field.filled_in) {
            let (sheet, heading) = place.split_once(" › ").expect("a sheet and a heading");
            let sheet = SheetKind::ALL.into_iter().find(|kind| kind.title() == sheet).expect("a sheet");
            let is_item = sheet == SheetKind::General && GeneralKey::ALL.into_iter().any(|key| key.title() == heading);
            assert!(is_item || sheet.columns().iter().any(|column| column.heading == heading), "{place}");
        }
        assert_eq!(filled_in("viec.san_pham").as_deref(), Some("Nhiệm vụ › Sản phẩm"));
        assert_eq!(filled_in("mo_dau").as_deref(), Some("Nội dung › Mở đầu"));
        assert_eq!(filled_in("khen_thuong"), None);
    }

    #[test]
    fn every_name_is_listed_once() {
        assert_eq!(names_below("nhom[]"), ["ten", "nhiem_vu"]);
        let verbs = ["giao_chu_tri", "de_nghi_chu_tri", "giao_phoi_hop", "de_nghi_phoi_hop"];
        let task = ["noi_dung", "chu_tri", "phoi_hop"].into_iter().chain(verbs).chain(["san_pham", "thoi_han"]);
        assert_eq!(names_below("nhiem_vu[]"), task.collect::<Vec<_>>());
        assert!(names_below("").contains(&"ky") && !names_below("").contains(&"ten"));
    }
}
