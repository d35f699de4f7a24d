//! The command `templates`, users' own templates, and the requirement that every misspelt name in a template is found.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use vanthu::diag::{Diagnostic, Diagnostics, Severity};
use vanthu::pipeline::{TemplateFile, TemplateFolder, check_template, template_fields};

use crate::support::edits::{Edit, item};
use crate::support::program::{self, Run, vanthu};
use crate::support::workbook::Workbook;

const BUILT_IN: &str = include_str!("../templates/chuong-trinh-hanh-dong/van-ban.md");
/// The notes beside each built-in template.
const NOTES: [(&str, &str); 8] = [
    ("bao-cao-so-ket", include_str!("../templates/bao-cao-so-ket/GHI-CHU.md")),
    ("bao-cao-tong-ket", include_str!("../templates/bao-cao-tong-ket/GHI-CHU.md")),
    ("chuong-trinh-hanh-dong", include_str!("../templates/chuong-trinh-hanh-dong/GHI-CHU.md")),
    ("ke-hoach", include_str!("../templates/ke-hoach/GHI-CHU.md")),
    ("quyet-dinh", include_str!("../templates/quyet-dinh/GHI-CHU.md")),
    ("thong-bao-ket-luan", include_str!("../templates/thong-bao-ket-luan/GHI-CHU.md")),
    ("thong-bao-tinh-hinh", include_str!("../templates/thong-bao-tinh-hinh/GHI-CHU.md")),
    ("to-trinh", include_str!("../templates/to-trinh/GHI-CHU.md")),
];
/// The words that replace the fields of figures in the notes of all templates except reports.
const WHERE_FIGURES_ARE_EXPLAINED: &str = "nghĩa từng trường: `vanthu templates --fields bao-cao-so-ket`";
/// A template of one line.
const SHORT: &str = "+++\nloai = \"Chương trình\"\ntrich_yeu = \"{{ chu_de }}\"\n+++\n\nLời của mẫu thử.\n";

/// A folder with the edited sample workbook and these files.
fn work_folder(edits: &[Edit], files: &[(&str, &str)]) -> TempDir {
    program::work_folder(&Workbook::sample("doc-sach").edited(edits), files)
}

/// The object of `build --json` with these further arguments.
fn built(work_folder: &Path, words: &[&str]) -> Value {
    let words: Vec<&str> = ["build", "so-lieu.xlsx", "--json"].iter().chain(words).copied().collect();
    json(&vanthu(work_folder, &words))
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

fn template_of(object: &Value) -> &str {
    object["documents"][0]["template"].as_str().unwrap_or_else(|| panic!("{object}"))
}

fn codes(object: &Value) -> Vec<&str> {
    let messages = object["messages"].as_array().expect("messages");
    let errors = messages.iter().filter(|message| message["severity"] == "error");
    errors.map(|message| message["code"].as_str().expect("a code")).collect()
}

#[test]
fn an_own_template_replaces_the_built_in_one_of_the_same_name() {
    let work_folder = work_folder(&[], &[("mau/chuong-trinh-hanh-dong/van-ban.md", SHORT)]);
    let own = built(work_folder.path(), &[]);
    assert_eq!(template_of(&own), "chuong-trinh-hanh-dong");
    let path = work_folder.path().join(own["documents"][0]["path"].as_str().expect("a path"));
    let text = crate::support::docx::paragraphs(&fs::read(path).expect("the document")).join(" ");
    assert!(text.contains("Lời của mẫu thử") && !text.contains("Tổ chức thực hiện"), "{text}");
}

#[test]
fn the_option_overrides_the_workbook_and_the_workbook_overrides_the_kind() {
    let files = [("mau/mot/van-ban.md", SHORT), ("mau/hai/van-ban.md", SHORT)];
    let named = work_folder(&[item("Mẫu", "hai")], &files);
    assert_eq!(template_of(&built(named.path(), &[])), "hai");
    assert_eq!(template_of(&built(named.path(), &["--template", "mot"])), "mot");
    let unnamed = work_folder(&[], &files);
    let object = built(unnamed.path(), &[]);
    assert_eq!(codes(&object), ["MAU-028"]);
    assert!(object["messages"].to_string().contains("hai, mot"), "{object}");
    let single = work_folder(&[], &files[..1]);
    assert_eq!(template_of(&built(single.path(), &[])), "mot");
}

#[test]
fn the_front_matter_names_the_kind_of_document_of_a_template() {
    let plan = SHORT.replace("Chương trình", "Kế hoạch");
    let files = [("mau/ke-hoach-rieng/van-ban.md", plan.as_str())];
    let unnamed = work_folder(&[], &files);
    assert_eq!(template_of(&built(unnamed.path(), &[])), "chuong-trinh-hanh-dong");
    // The command may ask for another document of the same workbook; the workbook must not contradict itself.
    assert_eq!(template_of(&built(unnamed.path(), &["--template", "ke-hoach-rieng"])), "ke-hoach-rieng");
    let named = work_folder(&[item("Mẫu", "ke-hoach-rieng")], &files);
    assert_eq!(codes(&built(named.path(), &[])), ["MAU-029"]);
}

#[test]
fn a_template_of_an_unknown_kind_is_refused_unless_another_is_named() {
    let broken = SHORT.replace("Chương trình", "Chương tình") + "{{ chu_dee }}";
    let work_folder = work_folder(&[], &[("mau/viet-do/van-ban.md", &broken)]);
    assert_eq!(codes(&built(work_folder.path(), &[])), ["MAU-025"]);
    let named = built(work_folder.path(), &["--template", "chuong-trinh-hanh-dong"]);
    assert_eq!(template_of(&named), "chuong-trinh-hanh-dong");
}

#[test]
fn files_of_the_folder_can_be_included() {
    let body = format!("{SHORT}\n{{% include \"loi-ket.md\" %}}\n");
    let file = "Kết: {{ chu_de }} {{ ky.ten }}.\n";
    let work_folder = work_folder(&[], &[("mau/thu/van-ban.md", &body), ("mau/thu/loi-ket.md", file)]);
    let object = built(work_folder.path(), &["--template", "thu"]);
    let path = work_folder.path().join(object["documents"][0]["path"].as_str().expect("a path"));
    let text = crate::support::docx::paragraphs(&fs::read(path).expect("the document")).join(" ");
    assert!(text.contains("Kết: ") && text.contains("quý II năm 2026"), "{text}");
}

#[test]
fn a_template_saved_by_notepad_is_read() {
    let notepad = format!("\u{feff}{}", SHORT.replace('\n', "\r\n"));
    let work_folder = work_folder(&[], &[("mau/thu/van-ban.md", &notepad)]);
    assert_eq!(template_of(&built(work_folder.path(), &["--template", "thu"])), "thu");
}

#[test]
fn unsupported_parts_of_a_template_are_reported() {
    let unsupported = [
        (SHORT.replace("Chương trình", "Công điện"), "loai = \"Công điện\""),
        (SHORT.replace("Chương trình", "Biên bản"), "loai = \"Biên bản\""),
    ];
    for (text, what) in unsupported {
        let work_folder = work_folder(&[], &[("mau/thu/van-ban.md", &text)]);
        let object = built(work_folder.path(), &["--template", "thu"]);
        assert_eq!(codes(&object), ["MAU-027"], "{what}: {object}");
        let Run { code, stderr, .. } = vanthu(work_folder.path(), &["templates", "check", "mau"]);
        assert_eq!(code, 0, "{stderr}");
        assert!(stderr.contains("cảnh báo[MAU-027]") && stderr.contains(what), "{stderr}");
    }
    let issuing = SHORT.replacen("+++\n\n", "kem_theo = \"quyet-dinh\"\n+++\n\n", 1);
    let work_folder = work_folder(&[], &[("mau/thu/van-ban.md", &issuing)]);
    assert_eq!(codes(&built(work_folder.path(), &["--template", "thu"])), ["MAU-027"]);
}

#[test]
fn a_field_empty_in_the_workbook_is_reported_with_its_line() {
    let lines = [
        "{{ trich_yeu }}",
        "{{ trich_yeu | hoa_dau }}",
        "{{ khen_thuong }}",
        "{% for viec in nhiem_vu %}{{ viec.san_pham }}{% endfor %}",
        "{{ can_cu_muc_dich | first }}",
    ];
    for line in lines {
        let edits = [Edit::DeleteSheet { sheet: "Căn cứ".to_owned() }];
        let work_folder = work_folder(&edits, &[("mau/thu/van-ban.md", &format!("{SHORT}\n{line}\n"))]);
        let Run { code, stderr, .. } = vanthu(work_folder.path(), &["build", "so-lieu.xlsx", "--template", "thu"]);
        assert_eq!(code, 1, "{stderr}");
        assert!(stderr.contains("lỗi[MAU-018]") && stderr.contains("mau/thu/van-ban.md:8"), "{line}: {stderr}");
        assert!(stderr.contains('^') && !stderr.contains("undefined") && !stderr.contains("MAU-001"), "{stderr}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let work_folder = work_folder(&[], &[("mau/thu/van-ban.md", SHORT), ("bi-mat.md", "bí mật")]);
    std::os::unix::fs::symlink("../../bi-mat.md", work_folder.path().join("mau/thu/a.md")).expect("a link");
    assert_eq!(codes(&built(work_folder.path(), &["--template", "thu"])), ["TEP-016"]);
    let elsewhere = tempfile::tempdir().expect("a temporary folder can be made");
    std::os::unix::fs::symlink(elsewhere.path(), work_folder.path().join("mau/khac")).expect("a link");
    assert!(codes(&built(work_folder.path(), &[])).contains(&"TEP-016"));
}

#[test]
fn the_list_names_the_source_and_the_needs_of_each_template() {
    let work_folder =
        work_folder(&[], &[("mau/thu-ngo/van-ban.md", &SHORT.replace("trich", "can_du_lieu = [\"Thôn\"]\ntrich"))]);
    let object = json(&vanthu(work_folder.path(), &["templates", "--json"]));
    let expected = serde_json::json!([
        { "name": "chuong-trinh-hanh-dong", "title": "Chương trình hành động", "source": "built-in",
          "needs": ["assignments"] },
        { "name": "ke-hoach", "title": "Kế hoạch", "source": "built-in", "needs": ["assignments"] },
        { "name": "quyet-dinh", "title": "Quyết định", "source": "built-in", "needs": ["assignments", "grounds"] },
        { "name": "to-trinh", "title": "Tờ trình", "source": "built-in", "needs": ["general", "assignments"] },
        { "name": "thong-bao-ket-luan", "title": "Thông báo", "source": "built-in", "needs": ["assignments"] },
        { "name": "thong-bao-tinh-hinh", "title": "Thông báo", "source": "built-in",
          "needs": ["assignments", "completions"] },
        { "name": "cong-van-giao-nhiem-vu", "title": "Công văn giao nhiệm vụ", "source": "built-in",
          "needs": ["assignments"] },
        { "name": "giao-nhiem-vu-thon", "title": "Công văn giao nhiệm vụ cho thôn", "source": "built-in",
          "needs": ["villages"] },
        { "name": "cong-van-don-doc", "title": "Công văn đôn đốc", "source": "built-in",
          "needs": ["assignments", "general"] },
        { "name": "cong-van-nhac-viec", "title": "Công văn nhắc việc", "source": "built-in",
          "needs": ["assignments"] },
        { "name": "bao-cao-so-ket", "title": "Báo cáo", "source": "built-in", "needs": ["assignments"] },
        { "name": "bao-cao-tong-ket", "title": "Báo cáo", "source": "built-in", "needs": ["assignments"] },
        { "name": "thu-ngo", "title": "Chương trình", "source": "mau", "needs": ["villages"] },
    ]);
    assert_eq!((&object["version"], &object["templates"]), (&Value::from(1), &expected));
    let Run { stdout, .. } = vanthu(work_folder.path(), &["templates"]);
    assert!(stdout.contains("thu-ngo") && stdout.contains("cần: Thôn"), "{stdout}");
}

#[test]
fn every_field_is_explained_within_the_width_of_a_terminal() {
    for language in ["vi", "en"] {
        let words = ["templates", "--fields", "chuong-trinh-hanh-dong", "--lang", language];
        let Run { code, stdout, stderr } = vanthu(Path::new("."), &words);
        assert_eq!(code, 0, "{stderr}");
        assert!(template_fields().iter().all(|field| stdout.contains(field.path)), "{stdout}");
        assert!(stdout.lines().all(|line| line.chars().count() <= 80), "{stdout}");
    }
    let object = json(&vanthu(Path::new("."), &["templates", "--fields", "chuong-trinh-hanh-dong", "--json"]));
    assert_eq!(object["fields"].as_array().map(Vec::len), Some(template_fields().len()));
    assert_eq!(object["fields"][0]["sample"], "Chương trình hành động");
}

#[test]
fn a_template_is_exported_once_and_is_valid_unchanged() {
    let work_folder = work_folder(&[], &[]);
    let first = vanthu(work_folder.path(), &["templates", "export", "chuong-trinh-hanh-dong"]);
    assert_eq!((first.code, first.stdout.lines().count()), (0, 2), "{}", first.stderr);
    let path = work_folder.path().join("mau/chuong-trinh-hanh-dong/van-ban.md");
    assert_eq!(fs::read_to_string(&path).expect("the file"), BUILT_IN);
    fs::write(&path, "của tôi").expect("a file can be written");
    let second = vanthu(work_folder.path(), &["templates", "export", "chuong-trinh-hanh-dong"]);
    assert!(second.code == 5 && second.stderr.contains("TEP-013"), "{}", second.stderr);
    assert_eq!(fs::read_to_string(&path).expect("the file"), "của tôi");
    let elsewhere = vanthu(work_folder.path(), &["templates", "export", "chuong-trinh-hanh-dong", "--out", "mẫu khác"]);
    assert_eq!(elsewhere.code, 0, "{}", elsewhere.stderr);
    let check = vanthu(work_folder.path(), &["templates", "check", "mẫu khác"]);
    assert_eq!((check.code, check.stdout.as_str()), (0, "không có lỗi: chuong-trinh-hanh-dong\n"), "{}", check.stderr);
}

#[test]
fn every_built_in_template_is_valid_when_exported() {
    let work_folder = work_folder(&[], &[]);
    for (name, _) in NOTES {
        let exported = vanthu(work_folder.path(), &["templates", "export", name]);
        assert_eq!(exported.code, 0, "{}", exported.stderr);
        let check = vanthu(work_folder.path(), &["templates", "check", &format!("mau/{name}")]);
        assert_eq!((check.code, check.stderr.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn a_check_reports_every_mistake_of_every_template_at_once() {
    let bad = SHORT.replace("Lời", "{{ chu_dee }} {{ ky.tenn }}\n{{ x | hoa }}");
    let files = [("mau/mot/van-ban.md", bad.as_str()), ("mau/hai/van-ban.md", &bad), ("mau/ba/a.md", "abc")];
    let work_folder = work_folder(&[], &files);
    let object = json(&vanthu(work_folder.path(), &["templates", "check", "mau", "--json"]));
    let expected = ["TEP-017", "MAU-007", "MAU-007", "MAU-014", "MAU-007", "MAU-007", "MAU-014"];
    assert_eq!(codes(&object), expected, "{object}");
    let place = serde_json::json!({ "file": "mau/hai/van-ban.md", "line": 6 });
    assert_eq!(object["messages"][1]["at"], place);
    let alone = json(&vanthu(&work_folder.path().join("mau"), &["templates", "check", "mot", "--json"]));
    assert_eq!(alone["messages"][0]["at"]["file"], "mau/mot/van-ban.md");
    assert_eq!(vanthu(work_folder.path(), &["templates", "check", "mau"]).code, 1);
}

/// The messages of a template with this body.
fn checked(text: &str) -> Vec<Diagnostic> {
    let file = TemplateFile { name: "van-ban.md".to_owned(), bytes: text.as_bytes().to_vec().into() };
    let folder = TemplateFolder { name: "thu".to_owned(), label: "mau/thu".to_owned(), files: vec![file] };
    let mut out = Diagnostics::new();
    let _checked = check_template(&folder, &mut out);
    out.messages().to_vec()
}

/// The range of each name in the tags of a text: fields, variables, filters and arguments, without keywords and quoted
/// texts.
fn names(text: &str) -> Vec<std::ops::Range<usize>> {
    const KEYWORDS: [&str; 13] =
        ["if", "elif", "else", "endif", "for", "in", "endfor", "set", "not", "loop", "and", "or", "is"];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("{{").into_iter().chain(text[at..].find("{%")).min() {
        let start = at + open + 2;
        let end = start + text[start..].find(['}', '%']).expect("a tag of the built-in template closes");
        let (mut here, mut is_quoted) = (start, false);
        while here < end {
            let rest = &text[here..end];
            let letter = rest.chars().next().expect("there is text");
            let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
            if letter == '"' {
                is_quoted = !is_quoted;
            }
            if !is_quoted && length > 0 {
                if !KEYWORDS.contains(&&rest[..length]) && letter.is_ascii_alphabetic() {
                    found.push(here..here + length);
                }
                here += length;
            } else {
                here += letter.len_utf8();
            }
        }
        at = end;
    }
    found
}

/// Misspellings of a word: one letter doubled, one left out, two swapped.
fn misspellings(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let (mut doubled, mut shorter, mut swapped) = (letters.clone(), letters.clone(), letters);
    doubled.insert(middle, doubled[middle]);
    shorter.remove(middle);
    swapped.swap(middle - 1, middle);
    let misspellings = [doubled, shorter, swapped].map(|letters| letters.into_iter().collect::<String>());
    misspellings.into_iter().filter(|misspelt| misspelt != word && misspelt.len() > 1).collect()
}

#[test]
fn the_built_in_template_is_valid() {
    assert_eq!(checked(BUILT_IN), []);
}

#[test]
fn every_misspelt_name_is_reported_with_line_caret_and_nearest() {
    let names = names(BUILT_IN);
    assert!(names.len() > 60, "{}", names.len());
    let mut tried = 0;
    for name in names {
        let word = &BUILT_IN[name.clone()];
        for misspelt in misspellings(word) {
            tried += 1;
            let text = [&BUILT_IN[..name.start], &misspelt, &BUILT_IN[name.end..]].concat();
            let line = text[..name.start].matches('\n').count() + 1;
            let messages = checked(&text);
            let errors = messages.iter().filter(|message| message.severity == Severity::Error);
            // A variable misspelt in its definition is reported where it is used, with the misspelt name as the nearest.
            let is_definition = ["for ", "set "].iter().any(|before| BUILT_IN[..name.start].ends_with(before));
            let names_nearest = |message: &&Diagnostic| {
                let nearest = message.arguments.iter().find(|(argument, _)| *argument == "nearest");
                nearest.is_some_and(|(_, nearest)| nearest == word || (is_definition && *nearest == misspelt))
            };
            let found = errors.clone().filter(names_nearest).find(|message| {
                let excerpt = message.excerpt.as_ref().expect("the line is shown");
                let span = excerpt.span.clone().expect("the spot is shown");
                let shown: String = excerpt.cells[0].text.chars().skip(span.start).take(span.len()).collect();
                is_definition || (shown == misspelt && message.place.line == u32::try_from(line).ok())
            });
            assert!(found.is_some(), "line {line}: {word} as {misspelt}: {messages:#?}");
        }
    }
    assert!(tried > 150, "{tried}");
}

/// The rows of the table of fields in these notes: the path, and the meaning with whether it can be empty.
fn noted_fields(notes: &str) -> Vec<(String, String)> {
    let table = notes.split("## Trường dùng trong mẫu").nth(1).expect("the notes have the section");
    let table = table.split("\n## ").next().unwrap_or_default();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        (cells[0].trim_matches('`').to_owned(), format!("{} / {}", cells[1], cells[2]))
    })
    .collect()
}

/// Replaces the rows of the table of fields.
fn bless_fields(template: &str, notes: &str, rows: &[String]) {
    let (above, below) = notes.split_once("## Trường dùng trong mẫu").expect("the notes have the section");
    let is_row = |line: &&str| line.starts_with("| `");
    let before: String = below.split_inclusive('\n').take_while(|line| !is_row(line)).collect();
    let after: String = below.split_inclusive('\n').skip_while(|line| !is_row(line)).skip_while(is_row).collect();
    let rows = rows.join("\n") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(template).join("GHI-CHU.md");
    let text = [above, "## Trường dùng trong mẫu", &before, &rows, &after].concat();
    std::fs::write(path, text).expect("the notes can be written");
}

#[test]
fn the_notes_list_the_fields_of_the_table() {
    let catalogue = vanthu::answers::catalogue(vanthu::answers::Language::Vi);
    let listed: Vec<(String, String)> = template_fields()
        .iter()
        .map(|field| {
            let empty = if field.can_be_empty { "có" } else { "" };
            (field.path.to_owned(), format!("{} / {empty}", catalogue.field(field.path)))
        })
        .collect();
    let row = |(path, rest): &(String, String)| {
        let (meaning, empty) = rest.split_once(" / ").expect("two parts");
        format!("| `{path}` | {meaning} | {empty} |").replace("  |", " |")
    };
    for (template, notes) in NOTES {
        let is_report = template.starts_with("bao-cao-");
        let expected: Vec<_> =
            listed.iter().filter(|(path, _)| is_report || !path.starts_with("so_lieu.")).cloned().collect();
        if std::env::var_os("VANTHU_BLESS").is_some() {
            bless_fields(template, notes, &expected.iter().map(row).collect::<Vec<_>>());
            continue;
        }
        assert_eq!(noted_fields(notes), expected, "{template}: `just bless` rewrites the table");
        assert_eq!(notes.contains(WHERE_FIGURES_ARE_EXPLAINED), !is_report, "{template}");
    }
}

#[test]
fn the_notes_of_reports_list_the_columns_of_every_table() {
    let sources = ["ket_qua", "qua_han", "sap_den_han", "chuyen_ky", "don_vi", "chi_tieu", "chi_tieu_thon"];
    for source in sources {
        let text = format!("{SHORT}\n```bang\nnguon = \"{source}\"\ncot = [\"khong-co-cot\"]\n```\n");
        let messages = checked(&text);
        let unknown = messages.iter().find(|message| message.code == "MAU-026").expect("the column is unknown");
        let names = unknown.arguments.iter().find(|(name, _)| *name == "names").map(|(_, names)| names.as_str());
        for (template, notes) in NOTES.iter().filter(|(template, _)| template.starts_with("bao-cao-")) {
            let tables = notes.split("## Sửa bảng").nth(1).and_then(|rest| rest.split("\n## ").next());
            let tables = tables.expect("the notes explain the tables");
            let of_source =
                tables.split("Cột của ").find(|table| table.starts_with('`') && table.contains(&format!("`{source}`")));
            let of_source = of_source.unwrap_or_else(|| panic!("{template}: no columns of {source}"));
            for name in names.expect("the columns are named").split(", ") {
                assert!(of_source.contains(&format!("`{name}`")), "{template}: {source} has the column {name}");
            }
        }
    }
}
