//! Compares the language with Tera: Tera reads whatever is accepted here; mistakes are reported at their spot.

use proptest::prelude::*;
use tera::Tera;

use super::{Fault, Faults, parse};

fn faults(text: &str) -> Vec<Fault> {
    let mut faults = Faults::default();
    parse(text, &mut faults);
    faults.in_order()
}

/// The code of each mistake and the text that it is about.
fn reported(text: &str) -> Vec<String> {
    faults(text).into_iter().map(|fault| format!("{} {}", fault.message.code, &text[fault.spot])).collect()
}

/// Tera's error for a text, except errors about filters and includes, which depend on the set-up.
fn tera_error(text: &str) -> Option<String> {
    let mut tera = Tera::new();
    for name in [
        "hoac", "a", "b", "c", "x", "for", "in", "loop", "true", "none", "defined", "if", "else", "is", "and", "or",
        "not",
    ] {
        tera.register_filter(name, |value: tera::Value, _: tera::Kwargs, _: &tera::State| value);
        tera.register_test(name, |_: tera::Value, _: tera::Kwargs, _: &tera::State| true);
    }
    for name in ["upper", "join"] {
        tera.register_test(name, |_: tera::Value, _: tera::Kwargs, _: &tera::State| true);
    }
    tera.add_raw_templates([("a.md", "abc"), ("van-ban.md", text)]).err().map(|error| error.to_string())
}

#[test]
fn valid_text_is_accepted_here_and_by_tera() {
    let right = [
        "chữ { thường } # không phải thẻ % {",
        "{# ghi chú {{ x }} #}a{#- b -#}c{##}",
        "{{- x -}} {%- if x -%} a {%- endif -%}",
        "{{ a.b.c | hoac(value='x', ) | upper ~ \"y\\\"\\n\" ~ `z` }}",
        "{{ [a, \"b\", 1.5, -2, ] | join(sep=\", \") }}",
        "{{ [a.b for a in x.y if a.b and not a.c] | first }}",
        "{{ \"a\" if x is defined and y is not defined else \"b\" if z else \"c\" }}",
        "{% if a == 1 or b != \"x\" and not c %}1{% elif a in b %}2{% elif a not in b %}3{% else %}4{% endif %}",
        "{% for a in b %}{{ loop.index }}{% else %}không{% endfor %}",
        "{% set x = (a ~ b) if c else d %}{% include \"a.md\" %}",
        "{% if 1 + 2 * -3 <= 4 - (5) %}{% endif %}",
        "{{ a\n  | upper\n}}{%\nif\na\n%}{%\nendif\n%}",
    ];
    for text in right {
        assert_eq!(reported(text), [""; 0], "{text}");
        assert_eq!(tera_error(text), None, "{text}");
    }
}

#[test]
fn a_mistake_is_reported_at_its_spot() {
    let check = |text: &str, expected: &[&str]| assert_eq!(reported(text), expected, "{text}");
    check("{{ a", &["MAU-011 {{"]);
    check("{{ a\n{{ b }}", &["MAU-011 {{"]);
    check("{{ a\nchữ\n{{ b }} {{ c d }}", &["MAU-011 {{", "MAU-009 d"]);
    check("{{ a %}b", &["MAU-009 %}"]);
    check("{% if a }}b{% endif %}", &["MAU-009 }}"]);
    check("{{ \"a }}\n{{ b }}", &["MAU-011 \""]);
    check("{{ đơn_vị }} {{ \u{a0}a }}", &["MAU-010 đơn_vị", "MAU-010 \u{a0}"]);
    check("a }} b %} c", &["MAU-012 }}", "MAU-012 %}"]);
    check("{% if a %}{% for b in c %}{% endif %}", &["MAU-011 {% for b in c %}"]);
    check("{% for a in b %}{% endif %}{% endfor %}", &["MAU-012 endif"]);
    check("{% else %}{% elif a %}", &["MAU-012 else", "MAU-012 elif"]);
    check("{% if a %}{% else %}{% else %}{% endif %}", &["MAU-012 else"]);
    check("{% for in b %}{{ a. }}{% endfor %}", &["MAU-019 in", "MAU-010 }}"]);
    check("{{ a | }}{{ | a }}{{ }}", &["MAU-010 }}", "MAU-010 |", "MAU-010 }}"]);
    check("{{ f(a=1) }}{{ a.f(b=1) }}", &["MAU-013 f", "MAU-009 ("]);
    check("{{ a ~ -1 }}{{ not not a }}", &["MAU-010 -", "MAU-010 not"]);
    check("{{ 1. }}{{ 1a }}{{ 9999999999999999 }}", &["MAU-009 .", "MAU-009 a", "MAU-010 9999999999999999"]);
    check("{% raw %}{{ a }}{% endraw %}", &["MAU-013 raw", "MAU-013 endraw"]);
}

#[test]
fn every_mistake_is_reported_once_up_to_the_limit() {
    assert_eq!(faults(&"{{ a b }}\n".repeat(1000)).len(), Faults::MOST);
}

/// Tokens of tags.
const WORDS: [&str; 44] = [
    "a",
    "b",
    "a.b",
    "c",
    "1",
    "2.5",
    "\"x\"",
    "'y'",
    "true",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "|",
    "~",
    "+",
    "-",
    "*",
    "==",
    "<",
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "for",
    "upper",
    "hoac(value=a)",
    "defined",
    "join(sep=\"\")",
    "=",
    "none",
    "//",
    "?.",
    "{",
    "}",
    "\\",
    "đ",
    "\n",
    "!",
];
/// Whole tags and texts.
const PIECES: [&str; 12] = [
    "{% endif %}",
    "{% endfor %}",
    "{% else %}",
    "{% elif a %}",
    "{% if a %}",
    "{% for a in b %}",
    "chữ\n",
    "{# #}",
    "{%- if b -%}",
    "{% include \"a.md\" %}",
    "}}",
    "{{ a }}",
];

/// Random tokens in tags: most results are invalid, some are valid.
fn random_templates() -> impl Strategy<Value = String> {
    let words = || prop::collection::vec(prop::sample::select(&WORDS[..]), 1..9).prop_map(|words| words.join(" "));
    let piece = prop_oneof![
        3 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        3 => words().prop_map(|words| format!("{{{{ {words} }}}}")),
        1 => words().prop_map(|words| format!("{{% if {words} %}}x{{% endif %}}")),
        1 => words().prop_map(|words| format!("{{% set x = {words} %}}")),
        1 => words().prop_map(|words| format!("{{% for x in {words} %}}x{{% endfor %}}")),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn tera_reads_whatever_is_accepted_here(text in random_templates()) {
        if faults(&text).is_empty() {
            prop_assert_eq!(tera_error(&text), None);
        }
    }

    #[test]
    fn every_spot_is_inside_the_text(text in "[{}%# \"a-zđ|.(\\n\\[]{0,60}") {
        for fault in faults(&text) {
            prop_assert!(text.get(fault.spot.clone()).is_some(), "{:?}", fault);
        }
    }
}
