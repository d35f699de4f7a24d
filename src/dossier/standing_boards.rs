//! A line of Nơi nhận that names a standing board and then a body without one: `TT Đảng ủy; HĐND xã`.
//!
//! Owns recognising it (HS-262): papers go to the Standing Board of the Council, but the whole Council may be meant. Must
//! not know the rest of the line. The recipients call it.

use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::fold;

/// How a standing board begins, folded.
const STANDING: [&str; 4] = ["tt ", "thuong truc ", "btv ", "ban thuong vu "];
/// How a body that has one begins, folded.
const BODIES: [&str; 6] = ["hdnd", "hoi dong nhan dan", "ubnd", "uy ban nhan dan", "dang uy", "ubmttq"];

/// Reports a line where only the first body has the words for its standing board.
pub(super) fn check(line: &str, at: &Place, out: &mut Diagnostics) {
    let parts: Vec<&str> = line.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [first, rest @ ..] = parts.as_slice() else { return };
    let begins = |text: &str, words: &[&str]| {
        let key = fold::key(text);
        words.iter().any(|word| key.starts_with(word))
    };
    if !begins(first, &STANDING) || rest.is_empty() || !rest.iter().all(|part| begins(part, &BODIES)) {
        return;
    }
    let standing = first.split(' ').next().filter(|word| fold::key(word) == "tt").unwrap_or("Thường trực");
    let each: Vec<String> = rest.iter().map(|part| format!("{standing} {part}")).collect();
    let message = Diagnostic::warning("HS-262").at(at).with("text", line).with("body", rest.join(", "));
    out.report(message.with("likely", [&[(*first).to_owned()], each.as_slice()].concat().join(", ")));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(line: &str) -> Option<String> {
        let mut out = Diagnostics::new();
        check(line, &Place::default(), &mut out);
        let message = out.messages().first()?;
        message.arguments.iter().find(|(name, _)| *name == "likely").map(|(_, value)| value.clone())
    }

    #[test]
    fn only_a_body_without_its_board_is_asked_about() {
        assert_eq!(likely("TT Đảng ủy; HĐND xã").as_deref(), Some("TT Đảng ủy, TT HĐND xã"));
        assert_eq!(
            likely("Thường trực Đảng ủy, HĐND, UBND xã").as_deref(),
            Some("Thường trực Đảng ủy, Thường trực HĐND, Thường trực UBND xã")
        );
        for line in ["TT Đảng ủy, TT HĐND xã", "TT Đảng ủy", "UBND tỉnh; Sở Nội vụ", "TT Đảng ủy; Công an xã"]
        {
            assert_eq!(likely(line), None, "{line}");
        }
    }
}
