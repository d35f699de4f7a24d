//! Tests the check of templates, one case per line: valid text gives no message, a mistake is reported at its place.

use std::collections::BTreeSet;

use super::{Purpose, check};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::templates::template::{Origin, TemplateFile, TemplateFolder, open};

const FRONT: &str = "+++\nloai = \"Chương trình\"\ntrich_yeu = \"Thử\"\n+++\n";

/// The messages for a template with this body, and with other files.
fn messages(body: &str, files: &[(&str, &str)], purpose: Purpose) -> Vec<Diagnostic> {
    let file = |(name, text): (&str, &str)| TemplateFile { name: name.into(), bytes: text.as_bytes().to_vec().into() };
    let whole = format!("{FRONT}{body}");
    let files = [("van-ban.md", whole.as_str())].into_iter().chain(files.iter().copied()).map(file).collect();
    let folder = TemplateFolder { name: "thu".into(), label: "mau/thu".into(), files };
    let mut out = Diagnostics::new();
    let _reported =
        open(&folder, Origin::Own, &mut out).and_then(|template| check(&template, purpose, &mut out).map(drop));
    out.messages().to_vec()
}

/// Severity, code and the text under the caret.
fn shown(message: &Diagnostic) -> String {
    let weight = if message.severity == Severity::Error { "" } else { "?" };
    let excerpt = message.excerpt.as_ref().expect("a line is shown");
    let span = excerpt.span.clone().expect("a spot is shown");
    let spot: String = excerpt.cells[0].text.chars().skip(span.start).take(span.len()).collect();
    format!("{weight}{} {spot}", message.code)
}

fn message(body: &str) -> Vec<String> {
    messages(body, &[], Purpose::Alone).iter().map(shown).collect()
}

#[test]
fn fields_that_are_tested_before_use_give_no_message() {
    let right = [
        "{% if trich_yeu %}{{ trich_yeu }}{% endif %}",
        "{% if not trich_yeu %}a{% else %}{{ trich_yeu }}{% endif %}",
        "{% if not trich_yeu %}a{% elif ky.ten %}{{ trich_yeu }}{% endif %}",
        "{% if trich_yeu and han_bao_cao %}{{ trich_yeu ~ han_bao_cao }}{% endif %}",
        "{% if not trich_yeu or not han_bao_cao %}{% else %}{{ trich_yeu ~ han_bao_cao }}{% endif %}",
        "{{ trich_yeu if trich_yeu is defined else \"a\" }}",
        "{{ trich_yeu | hoac(value=chu_de) | upper | trim }}",
        "{% for viec in nhiem_vu %}{{ loop.index ~ viec.noi_dung }}{% endfor %}",
        "{{ [viec.chu_tri for viec in nhiem_vu if viec.chu_tri] | join(sep=\", \") }}",
        "{% for khoi in nhom %}{% for viec in khoi.nhiem_vu %}{{ viec.noi_dung }}{% endfor %}{% endfor %}",
        "{% for viec in nhiem_vu %}{{ viec.noi_dung }}{% endfor %}{% for viec in to_chuc %}{{ viec.don_vi }}{% endfor %}",
        "{% if can_cu_muc_dich %}{{ can_cu_muc_dich | first }}{% endif %}",
        "{% if trich_yeu %}{% set ten = trich_yeu %}{% else %}{% set ten = chu_de %}{% endif %}{{ ten }}",
        "{% set dau = nhiem_vu | first %}{% if dau %}{{ dau.noi_dung }}{% endif %}",
        "{% if nhiem_vu | length > 3 and chu_de == \"a\" and \"b\" not in chu_de %}a{% endif %}",
        "{% if chu_de is starting_with(pat=\"công\") and loai_khac is undefined %}a{% endif %}",
    ];
    for body in right {
        let messages = message(body);
        let doubted = messages.iter().filter(|message| !message.starts_with("?MAU-008"));
        assert_eq!(doubted.count(), 0, "{body}: {messages:?}");
    }
}

#[test]
fn a_value_that_can_be_empty_is_reported() {
    let check = |body: &str, expected: &[&str]| assert_eq!(message(body), expected, "{body}");
    check("{{ trich_yeu }}", &["?MAU-016 trich_yeu"]);
    check("{% if chu_de %}{{ trich_yeu | upper }}{% endif %}", &["?MAU-016 trich_yeu | upper"]);
    check("{% if trich_yeu or chu_de %}{{ trich_yeu }}{% endif %}", &["?MAU-016 trich_yeu"]);
    check("{% if trich_yeu %}a{% endif %}{{ trich_yeu }}", &["?MAU-016 trich_yeu"]);
    check("{{ \"a\" ~ trich_yeu }}", &["MAU-016 trich_yeu"]);
    check("{{ [chu_de, trich_yeu] | join }}", &["MAU-016 trich_yeu"]);
    check("{{ [viec.chu_tri for viec in nhiem_vu] | join }}", &["MAU-016 viec.chu_tri"]);
    check("{{ chu_de | replace(from=\"a\", to=trich_yeu) }}", &["MAU-016 trich_yeu"]);
    check("{{ trich_yeu | hoac(value=han_bao_cao) }}", &["?MAU-016 trich_yeu | hoac(value=han_bao_cao)"]);
    check("{% if chu_de == \"a\" %}{% set x = \"b\" %}{% endif %}{{ x }}", &["?MAU-016 x"]);
    check("{{ can_cu_muc_dich | last }}", &["?MAU-016 can_cu_muc_dich | last"]);
}

#[test]
fn a_value_of_the_wrong_kind_is_reported() {
    let check = |body: &str, expected: &[&str]| assert_eq!(message(body), expected, "{body}");
    check("{{ nhom }}{{ ky }}", &["MAU-017 nhom", "MAU-017 ky"]);
    check("{{ true }}{{ chu_de and ky }}", &["MAU-017 true", "MAU-017 chu_de and ky"]);
    check("{% for a in chu_de %}{% endfor %}{% for a in ky %}{% endfor %}", &["MAU-017 chu_de", "MAU-017 ky"]);
    check("{{ nhiem_vu | join }}{{ nhiem_vu | upper }}", &["MAU-017 nhiem_vu", "MAU-017 nhiem_vu"]);
    check("{{ chu_de + 1 }}{{ 1 + 2 }}", &["MAU-017 chu_de"]);
    check("{% if nhom == nhom %}{% endif %}", &["MAU-017 nhom", "MAU-017 nhom"]);
    check("{% if chu_de in nhiem_vu %}{% endif %}", &["MAU-017 nhiem_vu"]);
    check("{{ nhom if chu_de else \"\" }}", &["MAU-017 \"\""]);
    check("{{ [nhom, chu_de] | join }}", &["MAU-017 nhom"]);
    check("{{ chu_de ~ (chu_de == \"a\") }}", &["MAU-017 chu_de == \"a\""]);
}

#[test]
fn an_unknown_name_is_a_part_or_a_typing_mistake() {
    let check = |body: &str, expected: &[&str]| assert_eq!(message(body), expected, "{body}");
    check("{{ chu_dee }}", &["MAU-007 chu_dee"]);
    check("{% if khen_thuong %}{{ khen_thuong }}{% endif %}", &["?MAU-008 khen_thuong"]);
    check("{{ khen_thuong.ten }}", &["MAU-007 khen_thuong"]);
    check("{% for a in khen_thuong %}{% endfor %}", &["MAU-007 khen_thuong"]);
    check("{% for viec in nhiem_vu %}{% endfor %}{{ viec.noi_dung }}", &["MAU-007 viec"]);
    check("{{ loop.index }}{% for a in nhom %}{{ loop.indx }}{% endfor %}", &["MAU-007 index", "MAU-007 indx"]);
    let parts = BTreeSet::from(["khen_thuong".to_owned()]);
    let document =
        |body: &str| -> Vec<String> { messages(body, &[], Purpose::Document(&parts)).iter().map(shown).collect() };
    assert_eq!(document("{{ khen_thuong }}{{ \"a\" ~ khen_thuong }}"), [""; 0]);
    assert_eq!(document("{% if ky_luat %}{{ ky_luat }}{% endif %}"), [""; 0]);
    assert_eq!(document("{{ \"a\" ~ ky_luat }}"), ["MAU-016 ky_luat"]);
}

#[test]
fn an_included_file_is_checked_where_it_is_included() {
    let include = "{% for viec in nhiem_vu %}{% include \"a.md\" %}{% endfor %}";
    let places = |body: &str, piece: &str| -> Vec<String> {
        let messages = messages(body, &[("a.md", piece)], Purpose::Alone);
        let of_lines = messages.iter().filter(|message| message.code != "MAU-030");
        of_lines.map(|message| format!("{} {}", message.place, shown(message))).collect()
    };
    let unused = |body: &str| messages(body, &[("a.md", "a")], Purpose::Alone).iter().any(|it| it.code == "MAU-030");
    assert!(unused("abc") && !unused("{% include \"a.md\" %}"));
    assert_eq!(places(include, "{{ viec.noi_dung }}"), [""; 0]);
    assert_eq!(places(include, "\n{{ viec.noi_dug }}"), ["mau/thu/a.md:2 MAU-007 noi_dug"]);
    assert_eq!(places("{% include \"a.md\" %}", "{{ viec.noi_dung }}"), ["mau/thu/a.md:1 MAU-007 viec"]);
    assert_eq!(places("abc", "{{ chưa_chèn }}"), ["mau/thu/a.md:1 MAU-010 chưa_chèn"]);
    let sets = "{% include \"a.md\" %}{{ ten }}";
    assert_eq!(places(sets, "{% set ten = \"a\" %}"), ["mau/thu/van-ban.md:5 ?MAU-008 ten"]);
}

#[test]
fn marks_are_found_between_tags() {
    let check = |body: &str, expected: &[&str]| assert_eq!(message(body), expected, "{body}");
    check("{% if chu_de %}\n    {% endif %}\nabc", &[]);
    check("{% if chu_de %}    {% endif %}abc", &["MAU-006 abc"]);
    check("# A\n\n## B\n\n1. {{ chu_de }}\n\n   **c** *d*\n\n- e\n", &[]);
    check("{% if chu_de %}\n#### {{ chu_de }}\n{% endif %}", &["MAU-006 #### {{ chu_de }}"]);
    check("{% if chu_de %}<{% endif %}b>", &["MAU-006 <{% endif %}b>"]);
    check("[{{ chu_de }}](a)", &["MAU-006 [{{ chu_de }}](a)"]);
    check("|a|b|\n|-|-|\n|{{ chu_de }}|c|", &["MAU-006 |a|b|"]);
    check("&#1;&amp;&nbsp;&#xF0041;", &["MAU-006 &#1;", "MAU-006 &#xF0041;"]);
}
