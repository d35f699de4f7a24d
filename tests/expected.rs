//! Texts that tests expect, each in a file.
//!
//! Owns comparing them, and writing them anew with `VANTHU_BLESS=1` (`just bless`). Must not know what a text is. Its
//! differences go to the tests, which list them.

use std::fs;
use std::path::Path;

/// How a text differs from the file of this path, counted from the project's folder; `None` where it does not.
pub(crate) fn difference(path: &str, found: &str) -> Option<String> {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("VANTHU_BLESS").is_some() {
        fs::create_dir_all(whole.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(&whole, found).expect("an expectation can be written");
    }
    let wanted = fs::read_to_string(&whole).unwrap_or_default().replace("\r\n", "\n");
    (found != wanted).then(|| format!("{path}\n--- wanted\n{wanted}--- output\n{found}"))
}
