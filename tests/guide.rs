//! The clerk's guide and the page of codes. The page is built from the same texts as `vanthu explain`, and shows them
//! unchanged.
//!
//! `VANTHU_BLESS=1 cargo test --test all guide::` rewrites the page. The guide is written by hand; its examples must be
//! correct.

use std::fs;
use std::path::PathBuf;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use vanthu::answers::{Explained, Language, catalogue, families};
use vanthu::contract::SheetKind;

#[test]
fn the_page_of_codes_is_built_from_the_catalogue() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("THONG-BAO.md");
    let page = page();
    if std::env::var_os("VANTHU_BLESS").is_some() {
        fs::write(&path, page).expect("the page can be written");
        return;
    }
    let stored = fs::read_to_string(&path).expect("the page is beside the guide");
    assert!(stored == page, "THONG-BAO.md differs from the catalogue: VANTHU_BLESS=1 cargo test --test all guide::");
}

#[test]
fn the_guide_names_every_column_of_the_workbook() {
    let guide = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("HUONG-DAN.md"));
    let guide = guide.expect("the guide can be read");
    let columns = SheetKind::ALL.into_iter().flat_map(SheetKind::columns).map(|column| column.heading);
    assert_eq!(columns.filter(|heading| !guide.contains(heading)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_text_shows_as_it_was_written() {
    let page = page();
    let sections = sections(&page);
    for explained in families(Language::Vi).iter().flat_map(|family| &family.codes) {
        let shown = &sections.iter().find(|(heading, _)| heading == explained.code).expect("a heading a code").1;
        let explanation = explained.explanation;
        let hints = explained.hints.iter().map(String::as_str);
        let texts = [&*explained.text, explanation.why, explanation.source, explanation.wrong, explanation.right];
        for text in texts.into_iter().chain(hints) {
            assert!(shown.contains(text), "{}: not shown as written: {text}\n{shown}", explained.code);
        }
    }
}

#[test]
fn signs_of_markdown_are_escaped() {
    let raw = "«~$», <b>, {{ x }}, a|b, *x*, _y_, [doc.tieu_de], `z`, &amp; \\";
    let shown: String = Parser::new(&escaped(raw))
        .map(|event| if let Event::Text(text) = event { text.to_string() } else { String::new() })
        .collect();
    assert_eq!(shown, raw);
}

/// The whole page: every code under its family.
fn page() -> String {
    let mut lines = vec![
        "<!-- Viết từ locales/ bằng `just bless`, đừng sửa tay. -->\n\n# Các mã thông báo\n".to_owned(),
        "Mỗi lời báo mang một mã trong dấu ngoặc vuông. Những điều dưới đây cũng hiện trên máy khi gõ `vanthu explain`"
            .to_owned(),
        "và mã, ví dụ `vanthu explain HS-014`. Dấu … là chỗ của tên, ô hay số mà mỗi lần chạy một khác.".to_owned(),
    ];
    for family in families(Language::Vi) {
        lines.push(format!("\n## {}-: {}", family.prefix, escaped(&family.meaning)));
        lines.extend(family.codes.iter().flat_map(section));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A code: its sentence, then why, source, example and hints under the labels of `vanthu explain`.
fn section(explained: &Explained) -> Vec<String> {
    let explanation = explained.explanation;
    let mut lines = vec![
        format!("\n### {}\n\n**{}**\n", explained.code, escaped(&explained.text)),
        item("explain_why", explanation.why),
        item("explain_source", explanation.source),
        item("explain_wrong", explanation.wrong),
        item("explain_right", explanation.right),
    ];
    match explained.hints.as_slice() {
        [] => {}
        [only] => lines.push(item("explain_fix", only)),
        several => {
            lines.push(format!("- {}:", label("explain_fix")));
            lines.extend(several.iter().map(|hint| format!("  - {}", escaped(hint))));
        }
    }
    lines
}

/// A text under its label; a text of several lines is a block of its own, in which nothing is markup.
fn item(word: &str, text: &str) -> String {
    if !text.contains('\n') {
        return format!("- {}: {}", label(word), escaped(text));
    }
    // An example that contains a fenced block needs a longer fence.
    let fence = if text.contains("```") { "````" } else { "```" };
    format!("- {}:\n  {fence}text\n  {}\n  {fence}", label(word), text.replace('\n', "\n  "))
}

fn label(word: &str) -> String {
    catalogue(Language::Vi).word(word, &[])
}

fn escaped(text: &str) -> String {
    let escape = |letter: char| {
        let is_mark = "\\`*_<>[]|~&".contains(letter);
        if is_mark { format!("\\{letter}") } else { letter.to_string() }
    };
    text.chars().map(escape).collect()
}

/// The text of each section with its heading, as a Markdown reader shows it.
fn sections(markdown: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    let mut is_heading = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                sections.push((String::new(), String::new()));
                is_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Text(text) | Event::Code(text) => {
                if let Some((heading, shown)) = sections.last_mut() {
                    *(if is_heading { heading } else { shown }) += &text;
                }
            }
            Event::End(_) | Event::SoftBreak => {
                if let Some((_, shown)) = sections.last_mut() {
                    *shown += "\n";
                }
            }
            _ => {}
        }
    }
    sections
}

/// The fenced blocks of this language in the guide.
fn examples(language: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("HUONG-DAN.md");
    let guide = fs::read_to_string(path).expect("the guide is beside the README");
    let opening = format!("```{language}\n");
    let blocks = guide.split(&*opening).skip(1).filter_map(|rest| rest.split("```").next());
    blocks.map(|block| block.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")).collect()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test lays out its own folder")]
fn every_example_of_a_template_is_right() {
    let examples = examples("md");
    assert!(examples.len() > 5, "the guide teaches templates");
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (index, text) in examples.iter().enumerate() {
        let folder = work_folder.path().join(format!("mau/vi-du-{index}"));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let front = "+++\nloai = \"Chương trình\"\ntrich_yeu = \"{{ chu_de }}\"\n+++\n";
        std::fs::write(folder.join("van-ban.md"), format!("{front}{text}\n")).expect("a template can be written");
    }
    let run = crate::support::program::vanthu(work_folder.path(), &["templates", "check", "mau"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

#[test]
fn every_settings_file_shown_is_valid() {
    let mut out = vanthu::diag::Diagnostics::new();
    let shown: Vec<String> = examples("toml").into_iter().filter(|text| text.contains("[chu_ky]")).collect();
    assert!(!shown.is_empty(), "the guide shows the settings");
    for text in shown {
        let _settings = vanthu::settings::parse("vanthu.toml", &text, &mut out);
    }
    assert_eq!(out.messages(), []);
}
