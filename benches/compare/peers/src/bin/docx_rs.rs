//! The same job in code, with docx-rs and calamine: every paragraph of an example, and the table of each village, packed
//! as docx-rs packs. Usage: docx_rs WORKBOOK LINES VILLAGE FOLDER; LINES has the lines of an example up to its table.

use std::{env, fs};

use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};
use serde_json::Value;

fn main() {
    let [workbook, lines, village, folder] = &env::args().skip(1).collect::<Vec<_>>()[..] else { panic!("four words") };
    let lines = fs::read_to_string(lines).expect("the lines can be read");
    let (body, headings) = lines.split_once("STT\n").expect("the table begins with STT");
    for (number, name, groups) in peers::villages(workbook) {
        let paragraph = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
        let mut document = Docx::new();
        for line in body.lines() {
            document = document.add_paragraph(paragraph(&line.replace(village.as_str(), &name)));
        }
        let cell = |text: String| TableCell::new().add_paragraph(paragraph(&text));
        let mut rows = vec![TableRow::new(std::iter::once("STT").chain(headings.lines()).map(|text| cell(text.into())).collect())];
        for group in groups.as_array().into_iter().flatten() {
            rows.push(TableRow::new(vec![cell(text(&group["ten"])).grid_span(6)]));
            for task in group["nhiem_vu"].as_array().into_iter().flatten() {
                let fields = ["stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham"];
                rows.push(TableRow::new(fields.map(|field| cell(text(&task[field]))).to_vec()));
            }
        }
        let file = fs::File::create(format!("{folder}/{number:04} - {name}.docx")).expect("the folder can be written to");
        document.add_table(Table::new(rows)).build().pack(file).expect("the document can be packed");
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
