//! The same job with docx-handlebars and calamine. Usage: handlebars WORKBOOK TEMPLATE FOLDER

use std::{env, fs};

use serde_json::json;

fn main() {
    let [workbook, template, folder] = &env::args().skip(1).collect::<Vec<_>>()[..] else { panic!("three words") };
    let bytes = fs::read(template).expect("the template can be read");
    for (number, name, groups) in peers::villages(workbook) {
        let data = json!({ "thon": name, "nhom": groups });
        let made = docx_handlebars::render_template(bytes.clone(), &data).expect("the template can be filled");
        fs::write(format!("{folder}/{number:04} - {name}.docx"), made).expect("the folder can be written to");
    }
}
