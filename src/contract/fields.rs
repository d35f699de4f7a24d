//! The fields that a column can have, in whichever sheet.
//!
//! Owns the fields and their names in JSON and in `synonyms.toml`, one line each. Must not know sheets: `columns`
//! defines which sheet has which field.

/// Makes the fields from the lines below: each is a name in code and a name outside.
macro_rules! fields {
    ($($name:ident = $id:literal,)*) => {
        /// The content of a column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the heading each stands for is in `columns`")]
        pub enum Field {
            $($name,)*
        }

        impl Field {
            /// The name in JSON; where `synonyms.toml` has a column of this name, its wordings belong to this field.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

fields! {
    Item = "muc",
    Value = "gia_tri",
    Part = "phan",
    Content = "noi_dung",
    Code = "ma_nhiem_vu",
    Name = "ten",
    ShortName = "ten_viet_tat",
    OtherNames = "ten_goi_khac",
    Category = "loai",
    Relation = "quan_he",
    Head = "truong_thon",
    HeadTitle = "chuc_danh",
    ArchiveCode = "ky_hieu_luu",
    RecipientLine = "ghi_trong_noi_nhan",
    ValidFrom = "hieu_luc_tu",
    ValidTo = "hieu_luc_den",
    Households = "so_ho",
    Population = "nhan_khau",
    FiguresAsOf = "so_lieu_tai_ngay",
    MergedFrom = "sap_nhap_tu",
    Ordinal = "stt",
    DocumentType = "loai_van_ban",
    NumberSymbol = "so_ky_hieu",
    IssuedOn = "ngay_ban_hanh",
    Issuer = "co_quan_ban_hanh",
    Subject = "trich_yeu",
    UsedIn = "dung_o",
    Validity = "tinh_trang",
    ReplacedBy = "thay_bang",
    Group = "nhom",
    Lead = "don_vi_chu_tri",
    Support = "don_vi_phoi_hop",
    Product = "san_pham",
    Budget = "kinh_phi",
    Supervisor = "nguoi_chi_dao",
    AssignedOn = "ngay_giao",
    Deadline = "thoi_han",
    OriginalDeadline = "han_ban_dau",
    NewDeadline = "han_moi",
    VillageScope = "pham_vi_thon",
    RelatedIndicators = "chi_tieu_lien_quan",
    Source = "nguon_giao",
    CarriedFrom = "ky_truoc_chuyen_sang",
    InternalReason = "giai_trinh",
    Note = "ghi_chu",
    Unit = "don_vi",
    State = "trang_thai",
    Percent = "ty_le_hoan_thanh",
    CompletedOn = "ngay_hoan_thanh",
    Outcome = "ket_qua",
    Evidence = "minh_chung",
    Obstacles = "vuong_mac",
    Cause = "nguyen_nhan",
    Proposal = "de_xuat",
    CarriedOver = "chuyen_ky",
    Indicator = "chi_tieu",
    Measure = "don_vi_tinh",
    Direction = "chieu_danh_gia",
    FigureType = "kieu_so_lieu",
    PlannedYear = "ke_hoach_nam",
    Planned = "ke_hoach_ky",
    Actual = "thuc_hien",
    Cumulative = "luy_ke",
    SamePeriod = "cung_ky",
    TypedPercent = "ty_le_kh",
    TypedChange = "so_cung_ky",
    FigureSource = "nguon_so_lieu",
    Supplier = "don_vi_cung_cap",
    Village = "ten_thon",
    Recipient = "noi_nhan",
    Purpose = "muc_dich",
    AppliesTo = "loai_van_ban_ap_dung",
    FullName = "ho_va_ten",
    Position = "chuc_vu",
    Authority = "tham_quyen_ky",
}
