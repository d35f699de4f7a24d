//! Templates with hostile content: each is refused with its place, or finishes.
//!
//! A case is a file `tests/hostile_templates/<name>.md`: the text of a template, with directives in lines that begin
//! with `@@`. `expect CODE file:line` (or `done`) is the expected result; `times N text` repeats the text; `join`
//! removes the line break before it; `file NAME` begins a file to include; `whole` omits the front matter that all
//! other cases get; `bytes` gives the file in hexadecimal. Time and memory are measured by hand (CONTRIBUTING.md): a
//! test that depends on the machine's speed would fail without a mistake.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::program::{Run, vanthu};
use crate::support::workbook::Workbook;

const FRONT: &str = "+++\nloai = \"Chương trình\"\ntrich_yeu = \"Thử\"\n+++\n";

#[test]
fn every_hostile_template_is_refused_or_finishes() {
    let cases = cases();
    assert!(cases.len() >= 100, "only {} hostile templates", cases.len());
    let workbook = Workbook::sample("doc-sach").to_xlsx();
    let wrong: Vec<String> = cases.iter().filter_map(|case| mistake(case, &workbook)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The difference from what the case expects.
fn mistake(path: &Path, workbook: &[u8]) -> Option<String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let case = Case::read(&fs::read_to_string(path).expect("a case is text"));
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = work_folder.path().join("mau/thu");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    for (name, bytes) in &case.files {
        fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    let Run { code, stdout, stderr } = vanthu(work_folder.path(), &["build", "so-lieu.xlsx", "--template", "thu"]);
    let result = if code == 0 { "done".to_owned() } else { first_error(&stderr) };
    let is_written = work_folder.path().join("ket-qua").exists();
    let is_right = result == case.expected && matches!((code, is_written), (0, true) | (1, false));
    (!is_right).then(|| format!("{name}: expected {}, but {result} (exit {code})\n{stdout}{stderr}", case.expected))
}

/// `CODE file:line` of the first error.
fn first_error(stderr: &str) -> String {
    let mut lines = stderr.lines().skip_while(|line| !line.starts_with("lỗi["));
    let code = lines.next().unwrap_or_default().trim_start_matches("lỗi[").split(']').next().unwrap_or_default();
    let place = lines.find_map(|line| line.strip_prefix("  --> mau/thu/")).unwrap_or_default();
    format!("{code} {place}")
}

/// A template and its expected result.
struct Case {
    expected: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Case {
    fn read(text: &str) -> Self {
        let (mut expected, mut is_whole, mut bytes) = (String::new(), false, None);
        let mut current = "van-ban.md".to_owned();
        let mut files: BTreeMap<String, String> = [(current.clone(), String::new())].into();
        for line in text.lines() {
            let file = files.entry(current.clone()).or_default();
            match line.strip_prefix("@@ ").map(|rest| rest.split_once(' ').unwrap_or((rest, ""))) {
                Some(("expect", rest)) => rest.clone_into(&mut expected),
                Some(("whole", _)) => is_whole = true,
                Some(("bytes", digits)) => bytes = Some(bytes_of(digits)),
                Some(("file", name)) => name.clone_into(&mut current),
                Some(("join", _)) => drop(file.pop()),
                Some(("times", rest)) => {
                    let (times, unit) = rest.split_once(' ').expect("a number and a text");
                    let times = times.parse().expect("a number");
                    file.push_str(&unit.replace("\\n", "\n").repeat(times));
                    file.push('\n');
                }
                Some((other, _)) => panic!("no such line: @@ {other}"),
                None => file.extend([line, "\n"]),
            }
        }
        let body = files.get_mut("van-ban.md").expect("it was there from the start");
        if !is_whole {
            body.insert_str(0, FRONT);
        }
        let mut files: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        if let Some(bytes) = bytes {
            files.insert("van-ban.md".to_owned(), bytes);
        }
        Self { expected, files }
    }
}

fn bytes_of(digits: &str) -> Vec<u8> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("two digits");
    digits.as_bytes().chunks(2).map(pair).collect()
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile_templates");
    let entries = fs::read_dir(folder).expect("there are hostile templates");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    cases.sort();
    cases
}
