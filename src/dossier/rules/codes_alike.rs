//! HS-183: the codes of two tasks differ only by case, blanks, dash or leading zeros.
//!
//! Why: `CDS-01` and `cds 1` are read as one code in Kết quả, so that a result may stand beside the wrong task, or
//! beside none. Source: workbook contract, Nhiệm vụ, Mã; codes are compared as for HS-141.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;
use crate::dossier::code_key::CodeKey;
use crate::records::Located;
use crate::vietnamese::fold;

/// The codes of two tasks differ only by case, blanks, dash or leading zeros.
pub(super) struct CodesAlike;

impl Rule<[Assignment]> for CodesAlike {
    fn code(&self) -> &'static str {
        "HS-183"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        let codes = assignments.iter().filter_map(|task| task.id.as_ref());
        let mut firsts: BTreeMap<CodeKey, &Located<String>> = BTreeMap::new();
        for code in codes {
            let first = *firsts.entry(CodeKey::of(&code.value)).or_insert(code);
            if fold::exact_of(&first.value) != fold::exact_of(&code.value) {
                let message = Diagnostic::warning(self.code()).at(&code.at).also_at(&first.at);
                out.report(message.with("code", &code.value).with("first", &first.value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::Code;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_codes_that_are_alike_are_reported() {
        let found = |first, second| {
            let workbook =
                TestWorkbook::programme("quý I năm 2027", &[]).task(&[(Code, first)]).task(&[(Code, second)]);
            !workbook.messages("HS-183").is_empty()
        };
        for (first, second) in [("CDS-01", "cds 01"), ("NV-1", "NV-01"), ("CDS-1", "CDS–1")] {
            assert!(found(first, second), "{first} {second}");
        }
        for (first, second) in [("CDS-01", "CDS-10"), ("1.1", "11"), ("CDS-01", "CDS-01")] {
            assert!(!found(first, second), "{first} {second}");
        }
    }
}
