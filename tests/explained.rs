//! The explanations: each is complete, in its own language, and `explain` shows it.

use std::collections::BTreeSet;
use std::path::Path;

use vanthu::answers::{Explanation, Language, families, messages};

use crate::support::program::{Run, vanthu};

/// Every explanation in a language, with its code.
fn explanations(language: Language) -> impl Iterator<Item = (&'static str, Explanation)> {
    messages().iter().map(move |message| (message.code, message.texts(language).explanation))
}

fn texts(explanation: &Explanation) -> [&'static str; 4] {
    [explanation.why, explanation.source, explanation.wrong, explanation.right]
}

#[test]
fn an_explanation_is_complete() {
    for (code, explanation) in [Language::Vi, Language::En].into_iter().flat_map(explanations) {
        for text in texts(&explanation) {
            assert!(!text.is_empty() && text.trim() == text, "{code}: a text is empty or has blanks at its ends");
        }
        assert!(explanation.why.ends_with('.'), "{code}: why must be whole sentences");
        assert!(!explanation.source.ends_with('.'), "{code}: source must name a place, not be a sentence");
        assert_ne!(explanation.wrong, explanation.right, "{code}");
    }
}

/// What `build` refuses, `check` calls an error too; only a bare register is checked without what a paper needs.
#[test]
fn no_explanation_promises_that_an_error_is_a_note_of_every_check() {
    for (code, explanation) in [Language::Vi, Language::En].into_iter().flat_map(explanations) {
        for promise in ["Khi chỉ kiểm tra", "only checked"] {
            assert!(!explanation.why.replace('\n', " ").contains(promise), "{code}: {}", explanation.why);
        }
    }
}

#[test]
fn every_code_belongs_to_a_family() {
    for language in [Language::Vi, Language::En] {
        let families = families(language);
        let shown: BTreeSet<&str> =
            families.iter().flat_map(|family| &family.codes).map(|explained| explained.code).collect();
        assert!(explanations(language).all(|(code, _)| shown.contains(code)));
    }
}

/// Words that never occur in data: if one is found in the other language, a part was not translated.
#[test]
fn no_explanation_has_words_of_the_other_language() {
    let english = [" the ", " is ", " are ", " row ", " cell ", " sheet ", " column ", "(blank)"];
    let vietnamese = ["trang tính", "(trống)", " hoặc ", " ghi vào "];
    for (language, foreign) in [(Language::Vi, english.as_slice()), (Language::En, &vietnamese)] {
        for (code, explanation) in explanations(language) {
            for text in texts(&explanation) {
                let padded = format!(" {} ", text.replace('\n', " "));
                let leaked: Vec<&&str> = foreign.iter().filter(|word| padded.contains(**word)).collect();
                assert!(leaked.is_empty(), "{code} has {leaked:?}: {text}");
            }
        }
    }
    for (code, explanation) in explanations(Language::En) {
        let is_english = [" the ", " a ", " is ", " are "].iter().any(|word| explanation.why.contains(word));
        assert!(is_english, "{code}: {}", explanation.why);
    }
}

#[test]
fn an_explanation_is_printed_exactly_so() {
    let check = |words: &[&str], stdout: &str, stderr: &str| {
        let expected = Run { code: 0, stdout: stdout.to_owned(), stderr: stderr.to_owned() };
        assert_eq!(vanthu(Path::new("."), words), expected);
    };
    let vi = "\
SL-018: nhóm «…» không có dòng nào bên dưới, nên không được in

Vì sao:   Số La Mã hay chữ cái in hoa đứng đầu dòng là dấu của một nhóm. Dưới
          nhóm không có dòng nào thì tên nhóm không được in; nếu đó là một nhiệm
          vụ thì văn bản thiếu nhiệm vụ ấy. Đây là cảnh báo, văn bản vẫn được
          viết.
Nguồn:    quy ước của sổ: dòng “I. …” là nhóm của các dòng bên dưới
Sai:      trang tính Nhiệm vụ
          dòng 12: 8 | Tổ chức Ngày Sách
          dòng 13: IX | Nâng cao chất lượng phục vụ Nhân dân
Đúng:     trang tính Nhiệm vụ
          dòng 12: 8 | Tổ chức Ngày Sách
          dòng 13: 9 | Nâng cao chất lượng phục vụ Nhân dân
Cách sửa: nếu là nhiệm vụ hay chỉ tiêu, ghi số thứ tự của dòng … bằng chữ số
          thường; nếu là nhóm thừa, xóa dòng …
";
    check(&["explain", "SL-018"], vi, "");
    check(&["explain", "sl18"], vi, "«sl18» được hiểu là SL-018\n");
    check(&["explain", "sl18", "--quiet"], vi, "");
    let en = "\
CD-001: the settings have no key «…»

Why:        The program does not know this key, so the office's habit would not
            be followed. Passed over in silence nobody would know; so the
            command stops before the workbook is read.
Source:     settings contract: there are certain keys and no others, each below
            its table
Wrong:      [chu_ky]
            cap_phoo = \"kt\"
Right:      [chu_ky]
            cap_pho = \"kt\"
How to fix: - delete this line, or put # at its start
            - change «…» to «…»
            - move this line below the line […]
";
    check(&["explain", "CD-001", "--lang", "en"], en, "");
}

/// The help, the list and the README use one code as their example.
#[test]
fn the_example_code_is_explained() {
    let shown = "vanthu explain HS-014";
    let run = |words: &[&str]| vanthu(Path::new("."), words);
    assert!(include_str!("../README.md").contains(shown));
    assert!(run(&["explain", "--help"]).stdout.contains(shown));
    assert!(["vi", "en"].iter().all(|word| run(&["explain", "--lang", word]).stdout.contains(shown)));
    assert_eq!(run(&["explain", "HS-014"]).code, 0);
}

#[test]
fn the_list_has_every_code_and_the_json_every_text() {
    for (language, word) in [(Language::Vi, "vi"), (Language::En, "en")] {
        let list = vanthu(Path::new("."), &["explain", "--lang", word]).stdout;
        let json = vanthu(Path::new("."), &["explain", "--lang", word, "--json"]).stdout;
        let json: serde_json::Value = serde_json::from_str(&json).expect("one JSON object");
        let families = families(language);
        let codes: Vec<_> = families.iter().flat_map(|family| &family.codes).collect();
        assert_eq!(json["version"], 1);
        assert_eq!(json["codes"].as_array().map(Vec::len), Some(codes.len()));
        for (explained, object) in codes.iter().zip(json["codes"].as_array().expect("a list")) {
            assert!(list.lines().any(|line| line.starts_with(explained.code)), "{}", explained.code);
            assert_eq!(object["code"], explained.code);
            assert_eq!(object["text"], explained.text);
            assert_eq!(object["why"], explained.explanation.why);
            assert_eq!(object["source"], explained.explanation.source);
            assert_eq!(object["wrong"], explained.explanation.wrong);
            assert_eq!(object["right"], explained.explanation.right);
            assert_eq!(object["hints"].as_array().map(Vec::len), Some(explained.hints.len()));
        }
    }
}

#[test]
fn an_unknown_code_gives_an_object_too() {
    let Run { code, stdout, .. } = vanthu(Path::new("."), &["explain", "SLL-12", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&stdout).expect("one JSON object");
    assert_eq!(code, 2);
    assert_eq!(json["codes"].as_array().map(Vec::len), Some(0));
    assert_eq!(json["messages"][0]["code"], "CD-017");
}
