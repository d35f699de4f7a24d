//! Whether two texts are about different things: they share no word that says of what they are.
//!
//! Owns the words that every subject may have. Must not know whose texts they are. The rules about names of the paper
//! ask here.

use crate::vietnamese::fold;

/// Words of any subject, folded.
const COMMON: [&str; 33] = [
    "ve", "viec", "cong", "tac", "trien", "khai", "thuc", "hien", "nam", "quy", "thang", "dau", "cuoi", "cua", "uy",
    "ban", "nhan", "dan", "xa", "phuong", "tren", "dia", "cac", "va", "ket", "qua", "nhiem", "vu", "giai", "doan",
    "to", "chuc", "nay",
];

/// Whether a name has words enough, and none of those of the paper's own texts.
pub(in crate::dossier) fn is_about_other<'a>(own: impl IntoIterator<Item = &'a str>, name: &str) -> bool {
    let own: Vec<String> = own.into_iter().flat_map(words).collect();
    let named = words(name);
    named.len() >= 2 && !own.is_empty() && !named.iter().any(|word| own.contains(word))
}

fn words(text: &str) -> Vec<String> {
    let key = fold::key(text);
    let words = key.split(' ').filter(|word| !COMMON.contains(word) && !word.bytes().any(|byte| byte.is_ascii_digit()));
    words.map(str::to_owned).collect()
}
