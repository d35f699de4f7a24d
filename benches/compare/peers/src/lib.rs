//! What the Rust peers share: the tasks of each village, read with calamine.

use std::collections::HashMap;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use serde_json::{Value, json};

/// For each village in order: its number from 1, its name, and its groups of tasks.
pub fn villages(path: &str) -> Vec<(usize, String, Value)> {
    let mut book: Xlsx<_> = open_workbook(path).expect("the workbook opens");
    let rows = |book: &mut Xlsx<_>, sheet: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(sheet).expect("the sheet is there");
        range.rows().skip(1).map(|row| row.iter().map(Data::to_string).collect()).collect()
    };
    let mut by_code: HashMap<String, Vec<(String, Vec<Value>)>> = HashMap::new();
    for row in rows(&mut book, "Nhiệm vụ") {
        let groups = by_code.entry(row[7].clone()).or_default();
        if groups.last().is_none_or(|(name, _)| *name != row[1]) {
            groups.push((row[1].clone(), Vec::new()));
        }
        let number = 1 + groups.iter().map(|(_, tasks)| tasks.len()).sum::<usize>();
        let mut deadline = row[6].chars();
        let deadline: String = deadline.next().into_iter().flat_map(char::to_uppercase).chain(deadline).collect();
        let task = json!({
            "stt": number, "noi_dung": row[2], "chu_tri": row[3], "phoi_hop": row[4], "thoi_han": deadline,
            "san_pham": row[5],
        });
        groups.last_mut().expect("a group was pushed").1.push(task);
    }
    let groups = |code: &str| {
        let groups = by_code.remove(code).unwrap_or_default();
        groups.into_iter().map(|(name, tasks)| json!({ "ten": name, "nhiem_vu": tasks })).collect::<Value>()
    };
    let mut groups = groups;
    let names = rows(&mut book, "Thôn");
    names.iter().zip(1..).map(|(row, number)| (number, row[1].clone(), groups(&row[0]))).collect()
}
