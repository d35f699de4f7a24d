//! Charts for the external checks: one bar and many, long labels, bars of every length, and villages for several pages.
//!
//! They replace the table in the annex of the sample about reading. The output is in `target/ci/`.

use vanthu::chart::{Bar, Chart};
use vanthu::docx::{Fingerprint, fingerprint};
use vanthu::draft::{Block, Span};
use vanthu::pipeline::{BuiltDocument, Which};

use crate::support::docx::{paragraphs, parts};
use crate::support::material::{self, built, fresh_folder, write_document, write_text};
use crate::support::workbook::Workbook;

const UNITS: [(&str, &str); 8] = [
    ("Văn phòng HĐND và UBND", "100"),
    ("Phòng Kinh tế", "81.25"),
    ("Trung tâm Phục vụ hành chính công", "33.33"),
    ("Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa", "12.5"),
    ("Công an xã", ""),
    ("Ban Chỉ huy Quân sự xã", "105"),
    ("Trạm Y tế", "0"),
    ("Tổ dân phố số 12", "640"),
];

fn bar(label: &str, percent: &str) -> Bar {
    let text = if percent.is_empty() { "chưa có báo cáo".into() } else { percent.replace('.', ",") + "%" };
    Bar { label: label.to_owned(), percent: percent.parse().ok(), text }
}

fn chart(bars: Vec<Bar>) -> Block {
    Block::Picture(Chart { title: "Tỷ lệ hoàn thành nhiệm vụ".into(), bars })
}

/// The sample's plan with these blocks in its annex.
fn plan(body: Vec<Block>) -> BuiltDocument {
    let workbook = Workbook::sample("ke-hoach");
    let mut draft = material::draft(&workbook.to_xlsx(), None, &[]);
    let [annex] = draft.annexes.as_mut_slice() else { panic!("the plan has one annex") };
    annex.body = body;
    material::with_draft(built(&workbook, Which::Workbook, &[]).remove(0), draft)
}

#[test]
#[ignore = "made for the checks of .ci/run"]
fn charts_of_every_length_are_written_for_the_checks() {
    let (folder, texts) = (fresh_folder("charts"), fresh_folder("expected/charts"));
    let units = || UNITS.map(|(label, percent)| bar(label, percent)).to_vec();
    let villages = |most: u32| (1..=most).map(|number| bar(&format!("Thôn {number}"), &(number % 101).to_string()));
    let words = Block::Paragraph(vec![Span::plain("Tỷ lệ hoàn thành của từng đơn vị như sau:")]);
    let papers = [
        ("1-thanh", vec![chart(vec![bar("Trạm Y tế", "33.33")])], 1),
        ("8-thanh-co-loi-dan", vec![words, chart(units())], 1),
        ("30-thanh", vec![chart(villages(30).collect())], 1),
        ("95-thanh", vec![chart(units()), chart(villages(95).collect())], 5),
    ];
    for (name, body, pictures) in papers {
        let plan = plan(body);
        let parts = parts(&plan.bytes);
        assert_eq!(parts.keys().filter(|name| name.starts_with("word/media/")).count(), pictures, "{name}");
        assert_eq!(fingerprint(&plan.bytes), Fingerprint::Matches);
        assert!(!paragraphs(&plan.bytes).is_empty());
        write_text(&plan, &texts, name);
        write_document(&plan, &folder, name);
    }
}
