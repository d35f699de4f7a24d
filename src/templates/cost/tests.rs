//! Compares the bound with what Tera prints: it is never below it, and near it where the data decide.

use proptest::prelude::*;
use serde::Serialize;
use tera::Context;

use super::{MOST_PRINTED, Spent, Walk};
use crate::diag::Diagnostics;
use crate::templates::checking::{Purpose, check};
use crate::templates::engine::{self, Rendered};
use crate::templates::escape;
use crate::templates::template::{Origin, Template, TemplateFile, TemplateFolder, open};

#[derive(Serialize)]
struct TaskMade {
    noi_dung: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    chu_tri: Option<String>,
}

#[derive(Serialize)]
struct Group {
    nhiem_vu: Vec<TaskMade>,
}

fn task(index: usize) -> TaskMade {
    let chu_tri = index.is_multiple_of(2).then(|| "Phòng Văn hóa; Công an xã".to_owned());
    TaskMade { noi_dung: "Rà soát ".repeat(index + 1), chu_tri }
}

fn context() -> Context {
    let mut context = Context::new();
    context.insert("chu_de", "phát triển văn hóa đọc");
    context.insert("co_quan", "Ủy ban nhân dân xã");
    context.insert("can_cu_muc_dich", &["Chỉ thị số 05", "Nghị quyết số 12"]);
    context.insert("nhiem_vu", &(0..5).map(task).collect::<Vec<_>>());
    context.insert("nhom", &[0, 3].map(|count| Group { nhiem_vu: (0..count).map(task).collect() }));
    context
}

fn template(body: &str) -> Template {
    let text = format!("+++\nloai = \"Chương trình\"\ntrich_yeu = \"a\"\n+++\n{body}");
    let file = TemplateFile { name: "van-ban.md".into(), bytes: text.into_bytes().into() };
    let folder = TemplateFolder { name: "thu".into(), label: "mau/thu".into(), files: vec![file] };
    open(&folder, Origin::Own, &mut Diagnostics::new()).expect("the template can be read")
}

/// The size of Tera's output in bytes, and the bound.
fn measured(body: &str) -> (u64, u64) {
    let (template, context, mut out) = (template(body), context(), Diagnostics::new());
    let Ok(checked) = check(&template, Purpose::Alone, &mut out) else { panic!("{body}: {:?}", out.messages()) };
    let compiled = engine::compile(&template);
    let what = Rendered::Body(&template.body);
    let rendered = engine::render(compiled.as_ref(), &template, what, &context, &mut out);
    let Ok(rendered) = rendered else { panic!("{body}: {:?}", out.messages()) };
    let mut walk = Walk::new(&checked, &context, MOST_PRINTED);
    assert!(!matches!(walk.nodes(&template.body.tree().nodes), Err(Spent)), "{body}");
    (escape::unescape(rendered).len() as u64, walk.printed)
}

#[test]
fn the_bound_is_exact_where_the_data_decide() {
    let exact = [
        "abc {{ chu_de }} {# ghi chú #}",
        "{% for viec in nhiem_vu %}{{ viec.noi_dung }}; {% endfor %}",
        "{% for khoi in nhom %}{% for viec in khoi.nhiem_vu %}{{ viec.noi_dung ~ chu_de }}{% endfor %}{% endfor %}",
        "{% for viec in nhiem_vu %}{% if viec.chu_tri %}{{ viec.chu_tri }}{% else %}không ai chủ trì việc này{% endif %}{% endfor %}",
        "{{ can_cu_muc_dich | join(sep=\"; \") }}{{ trich_yeu | hoac(value=\"không\") }}",
        "{{ [viec.noi_dung for viec in nhiem_vu] | join(sep=\", \") }}",
    ];
    for body in exact {
        let (printed, bound) = measured(body);
        assert_eq!(printed, bound, "{body}");
    }
}

/// Texts and tags that are valid by themselves.
fn statements() -> impl Strategy<Value = String> {
    const VALUES: [&str; 16] = [
        "chu_de",
        "chu_de ~ co_quan",
        "chu_de | upper",
        "chu_de | replace(from=\"a\", to=\"aaaa\")",
        "chu_de | replace(from=chu_de, to=\"x\")",
        "co_quan | replace(from=\" \", to=chu_de)",
        "can_cu_muc_dich | join(sep=chu_de)",
        "[chu_de, co_quan, \"a\"] | join(sep=\"--\")",
        "[chu_de for muc in can_cu_muc_dich if muc == \"Chỉ thị số 05\"] | join",
        "[chu_de, co_quan] | first | hoac(value=\"a\")",
        "chu_de if co_quan == \"b\" else co_quan | lower",
        "trich_yeu | hoac(value=chu_de) | hoa_dau",
        "\"ŉǰΐ\" | upper",
        "chu_de | length",
        "x | thuong_dau",
        "x ~ \"b\"",
    ];
    let value = || prop::sample::select(&VALUES[..]);
    let simple = prop_oneof![
        value().prop_map(|value| format!("{{{{ {value} }}}}")),
        value().prop_map(|value| format!("{{% set y = {value} %}}{{{{ y ~ y }}}}")),
        Just("chữ trơn\n".to_owned()),
    ];
    simple.prop_recursive(3, 12, 3, move |inner| {
        let body = prop::collection::vec(inner, 1..4).prop_map(|parts| parts.concat());
        (body.clone(), body, 0..4usize).prop_map(|(one, other, shape)| match shape {
            0 => format!("{{% if chu_de == \"a\" %}}{one}{{% else %}}{other}{{% endif %}}"),
            1 => format!("{{% if trich_yeu %}}{one}{{% elif loop_khac %}}{other}{{% endif %}}"),
            2 => format!("{{%- if chu_de -%}} {one} {{%- endif -%}}"),
            _ => [one, other].concat(),
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn the_bound_is_never_below_what_is_printed(parts in prop::collection::vec(statements(), 1..4), inside in statements()) {
        let parts = parts.concat();
        let body = format!(
            "{{% set x = chu_de | upper %}}{parts}{{% for viec in nhiem_vu %}}{inside}{{{{ loop.index }}}}{{% endfor %}}"
        );
        // A variable of the text can't be set again in a loop.
        let body = body.replace("set y", "set z").replace("y ~ y", "z ~ z");
        let (outside, loop_part) = body.split_once("{% for viec").expect("the loop is there");
        let body = format!("{outside}{{% for viec{}", loop_part.replace("set z", "set w").replace("z ~ z", "w ~ w"));
        let (printed, bound) = measured(&body);
        prop_assert!(printed <= bound, "{} > {}: {}", printed, bound, body);
    }
}
