//! Tests generated and written lists, with workbooks of a few rows.

use super::{RecipientForm, SharedRecipients, lines};
use crate::contract::{Field, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::Diagnostics;
use crate::dossier::{self, Dossier, Terms};
use crate::paper::{Audience, PaperRequest, PreparedFacts, paper};
use crate::records::Records;
use crate::settings::{ReportCharts, Settings};

/// A row: its sheet, and its cells by field.
type SheetRow<'a> = (SheetKind, &'a [(Field, &'a str)]);

const COMMITTEE: &str = "Ủy ban nhân dân xã Đồng Mây";
const PLAN: DocumentKind = DocumentKind::Plan;

/// The facts of a workbook with this issuing body, these items of Thông tin chung and these rows.
fn dossier(body: &str, items: &[(&str, &str)], rows: &[SheetRow]) -> Dossier {
    let mut records = Records::default();
    let whole = [
        ("Loại văn bản", "Kế hoạch"),
        ("Cơ quan ban hành", body),
        ("Ký hiệu cơ quan", "UBND"),
        ("Địa danh", "Đồng Mây"),
        ("Chủ đề", "công tác dân vận"),
        ("Đơn vị soạn thảo", "Phòng Văn hóa - Xã hội"),
        ("Kỳ", "quý I/2026"),
        ("Ngày ban hành", "15/01/2026"),
    ];
    let items: Vec<_> =
        whole.iter().chain(items).map(|&(item, value)| [(Field::Item, item), (Field::Value, value)]).collect();
    let is_office = body.starts_with("Phòng");
    let (position, authority) = if is_office { ("Trưởng phòng", "") } else { ("Chủ tịch", "TM.") };
    let signer = [(Field::FullName, "Vũ Đình Khoa"), (Field::Position, position), (Field::Authority, authority)];
    let signer = &signer[..if is_office { 2 } else { 3 }];
    let general = items.iter().map(|cells| (SheetKind::General, &cells[..]));
    for (kind, cells) in general.chain([(SheetKind::Signatories, signer)]).chain(rows.iter().copied()) {
        records.add_row(kind, cells);
    }
    let mut out = Diagnostics::new();
    let settings = Settings::default();
    let dossier = dossier::check(&records, &Terms { settings: &settings, as_of: None }, &mut out);
    assert!(out.checkpoint().is_ok(), "{:?}", out.messages());
    dossier
}

/// The lines of a paper of the form's kind.
fn lines_of(dossier: &Dossier, form: &RecipientForm, out: &mut Diagnostics) -> Vec<String> {
    let (kind, charts, audience) = (form.kind, ReportCharts::LeftOut, Audience::Everyone);
    let (request, prepared) = (PaperRequest { kind, has_table: false, charts, audience }, PreparedFacts::default());
    let paper = paper(dossier, &prepared, request, &mut Diagnostics::new()).expect("a whole workbook makes a paper");
    lines(paper, form, &SharedRecipients::default(), out)
}

fn plain_form() -> RecipientForm<'static> {
    RecipientForm { kind: PLAN, first_line: None, addressees: &[], is_reminder: false }
}

/// The lines generated for these leads and supports, without the archive line.
fn made(body: &str, items: &[(&str, &str)], units: &str, form: &RecipientForm) -> Vec<String> {
    let task = [(Field::Content, "Việc"), (Field::Support, units)];
    let dossier = dossier(body, items, &[(SheetKind::Assignments, &task)]);
    let mut made = lines_of(&dossier, form, &mut Diagnostics::new());
    assert_eq!(made.pop().as_deref(), Some("Lưu: VT, VHXH"));
    made
}

const ALWAYS: [&str; 4] =
    ["TT Đảng ủy xã (để b/c)", "TT HĐND xã (để b/c)", "Ủy ban MTTQ Việt Nam xã", "Chủ tịch, các Phó Chủ tịch UBND xã"];

#[test]
fn units_are_in_the_order_of_the_form() {
    for (units, expected) in [
        ("Thôn Một; Trạm Y tế; Công an; P.KT", vec!["Phòng Kinh tế", "Công an xã", "Trạm Y tế xã", "Thôn Một"]),
        (
            "Văn phòng; Các thôn; TT PVHCC",
            vec!["Trung tâm Phục vụ hành chính công xã", "Các thôn", "Văn phòng HĐND và UBND xã"],
        ),
        ("Trường Tiểu học Hoa Sen; Ban CHQS xã", vec!["Ban Chỉ huy Quân sự xã", "Trường Tiểu học Hoa Sen"]),
        ("P.KT; Phòng Kinh tế; Phòng KT", vec!["Phòng Kinh tế"]),
        ("Các phòng chuyên môn; Phòng Kinh tế; Công an xã", vec!["Các phòng chuyên môn", "Công an xã"]),
        ("Các phòng chuyên môn; Phòng Văn hóa - Xã hội", vec!["Các phòng chuyên môn", "Phòng Văn hóa - Xã hội"]),
        ("Các thôn; Thôn Một; Thôn Hai", vec!["Các thôn"]),
        ("Các trường học; Trường Mầm non Hoa Mai", vec!["Các trường học"]),
        ("UBND xã; Chủ tịch UBND xã; Đảng ủy xã; UBMTTQ xã", vec![]),
        ("Hợp tác xã Rau sạch; Phòng Nội vụ", vec!["Phòng Nội vụ", "Hợp tác xã Rau sạch"]),
    ] {
        assert_eq!(made(COMMITTEE, &[], units, &plain_form()), [ALWAYS.to_vec(), expected].concat(), "{units}");
    }
}

#[test]
fn associations_are_beside_the_front() {
    let lines = made(COMMITTEE, &[], "Phòng Kinh tế; Hội Nông dân; Ban Xây dựng Đảng", &plain_form());
    let expected =
        [ALWAYS[0], "Ban Xây dựng Đảng", ALWAYS[1], ALWAYS[2], "Hội Nông dân xã", ALWAYS[3], "Phòng Kinh tế"];
    assert_eq!(lines, expected);
}

#[test]
fn those_above_follow_the_issuing_body() {
    for (body, items, expected) in [
        (COMMITTEE, vec![("Tỉnh, thành phố", "tỉnh Sông Ngàn")], Some("UBND tỉnh Sông Ngàn (để b/c)")),
        ("Chủ tịch UBND phường Một", vec![("Tỉnh, thành phố", "TP. Đà Nẵng")], Some("UBND thành phố Đà Nẵng (để b/c)")),
        ("UBND đặc khu Cồn Mây", vec![("Tỉnh, thành phố", "Sông Ngàn")], Some("UBND tỉnh Sông Ngàn (để b/c)")),
        ("Phòng Kinh tế", vec![("Cơ quan chủ quản", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY")], Some("UBND xã Đồng Mây (để b/c)")),
        ("Phòng Kinh tế", vec![("Cơ quan chủ quản", "UBND xã Đồng Mây")], Some("UBND xã Đồng Mây (để b/c)")),
    ] {
        let lines = made(body, &items, "Phòng Kinh tế; Công an", &plain_form());
        let first = expected.map(str::to_owned);
        assert_eq!(lines.first().filter(|line| line.starts_with("UBND")).cloned(), first, "{body}: {lines:?}");
        let is_office = body.starts_with("Phòng");
        assert_eq!(lines.iter().any(|line| line.contains("HĐND")), !is_office, "{body}: {lines:?}");
        assert_eq!(lines.contains(&"Phòng Kinh tế".to_owned()), !is_office, "{body}: {lines:?}");
    }
    let ward = made("UBND phường Một", &[], "Công an; Trạm Y tế", &plain_form());
    assert_eq!(ward[3..], ["Chủ tịch, các Phó Chủ tịch UBND phường", "Công an phường", "Trạm Y tế phường"]);
}

#[test]
fn names_from_the_sheet_of_units_are_used() {
    let party =
        [(Field::Code, "ĐU"), (Field::Name, "Đảng ủy xã"), (Field::RecipientLine, "Thường trực Đảng ủy (để b/c)")];
    let office = [(Field::Code, "KT"), (Field::Name, "Phòng Kinh tế"), (Field::RecipientLine, "P. Kinh tế")];
    let task = [(Field::Content, "Việc"), (Field::Support, "KT")];
    let dossier = dossier(
        COMMITTEE,
        &[],
        &[(SheetKind::Units, &party), (SheetKind::Units, &office), (SheetKind::Assignments, &task)],
    );
    let lines = lines_of(&dossier, &plain_form(), &mut Diagnostics::new());
    assert_eq!((lines[0].as_str(), lines[4].as_str()), ("Thường trực Đảng ủy (để b/c)", "P. Kinh tế"));
}

#[test]
fn one_line_replaces_those_of_all_villages() {
    let village = |name| [(Field::Code, name), (Field::Name, name)];
    let (one, two) = (village("Tổ dân phố 1"), village("Thôn Một"));
    let scope = |villages| [(Field::Content, "Việc"), (Field::VillageScope, villages)];
    for (villages, expected) in [
        ("Tổ dân phố 1; Thôn Một", vec!["Các thôn, tổ dân phố"]),
        ("Thôn Một", vec!["Thôn Một"]),
        ("Các thôn", vec!["Các thôn"]),
    ] {
        let task = scope(villages);
        let rows =
            [(SheetKind::Villages, &one[..]), (SheetKind::Villages, &two[..]), (SheetKind::Assignments, &task[..])];
        let lines = lines_of(&dossier(COMMITTEE, &[], &rows), &plain_form(), &mut Diagnostics::new());
        assert_eq!(lines[4..lines.len() - 1], expected, "{villages}");
    }
}

#[test]
fn the_forms_first_line_covers_the_addressees() {
    let addressees = ["Ủy ban nhân dân tỉnh Sông Ngàn".to_owned(), "Thường trực Đảng ủy xã".to_owned()];
    let below =
        RecipientForm {
            kind: PLAN, first_line: Some("Như trên".into()), addressees: &addressees, is_reminder: false
        };
    let lines = made(COMMITTEE, &[("Tỉnh, thành phố", "tỉnh Sông Ngàn")], "Công an", &below);
    assert_eq!(lines, ["Như trên", ALWAYS[1], ALWAYS[2], ALWAYS[3], "Công an xã"]);
    let decision = RecipientForm {
        kind: DocumentKind::Decision,
        first_line: Some("Như Điều 3".into()),
        addressees: &[],
        is_reminder: false,
    };
    assert_eq!(made(COMMITTEE, &[], "Công an", &decision), [&["Như Điều 3"], &ALWAYS[..], &["Công an xã"]].concat());
    let proposal = RecipientForm {
        kind: DocumentKind::ToTrinh,
        first_line: Some("Như trên".into()),
        addressees: &addressees,
        is_reminder: false,
    };
    assert_eq!(made(COMMITTEE, &[], "Công an", &proposal), ["Như trên", ALWAYS[1], ALWAYS[2], ALWAYS[3]]);
}

#[test]
fn a_written_list_is_kept_with_one_first_line() {
    let addressees = ["Ủy ban nhân dân tỉnh Sông Ngàn".to_owned()];
    for (line, form, expected, expected_hint) in [
        ("Công an xã", plain_form(), vec!["Công an xã"], None),
        ("Như trên", plain_form(), vec!["Như trên"], Some(None)),
        ("Như kính gửi", plain_form(), vec!["Như kính gửi"], Some(None)),
        ("Như Điều 3", plain_form(), vec!["Như Điều 3"], Some(Some("no_article"))),
        (
            "Như kính gửi",
            RecipientForm { addressees: &addressees, first_line: Some("Như trên".into()), ..plain_form() },
            vec!["Như kính gửi"],
            Some(Some("wording")),
        ),
        (
            "Công an xã",
            RecipientForm { addressees: &addressees, first_line: Some("Như trên".into()), ..plain_form() },
            vec!["Như trên", "Công an xã"],
            None,
        ),
    ] {
        let row = [(Field::Recipient, line)];
        let dossier = dossier(COMMITTEE, &[], &[(SheetKind::Recipients, &row)]);
        let mut out = Diagnostics::new();
        let mut written = lines_of(&dossier, &form, &mut out);
        assert_eq!(written.pop().as_deref(), Some("Lưu: VT, VHXH"));
        assert_eq!(written, expected);
        let hint = out.messages().iter().find(|message| message.code == "VB-006").map(|message| message.hint);
        assert_eq!(hint, expected_hint, "{line}");
    }
}
