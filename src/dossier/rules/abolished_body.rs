//! HS-106: a body, a division or a post that ended with the districts is named as one of today.
//!
//! Why: since 01/7/2025 nobody of a huyện or a thị trấn issues, gets tasks or receives documents (L-72). Source: Luật
//! Tổ chức chính quyền địa phương 2025; Nghị quyết 203/2025/QH15. Each name is reported once, with every cell that has
//! it. A paper of a period before that day may still name them.

use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::form::{abolished, departments};
use crate::dossier::named::NamedAt;

/// A body, a division or a post that ended with the districts is named as one of today.
pub(super) struct AbolishedBody;

impl Rule<[NamedAt]> for AbolishedBody {
    fn code(&self) -> &'static str {
        "HS-106"
    }

    fn check(&self, names: &[NamedAt], out: &mut Diagnostics) {
        let mut found: Vec<(&NamedAt, Vec<&Place>, &'static str)> = Vec::new();
        for named in names {
            let Some(what) = abolished::in_name(&named.name) else { continue };
            match found.iter_mut().find(|(known, ..)| known.name == named.name) {
                Some((_, also, _)) => also.push(&named.at),
                None => found.push((named, Vec::new(), what.hint())),
            }
        }
        for named in names {
            if let Some((typed, now)) = departments::in_text(&named.name) {
                out.report(merged(typed, now, &named.at));
            }
        }
        for (named, also, hint) in found {
            let message = Diagnostic::warning(self.code()).at(&named.at).with("name", &named.name).hint(hint);
            out.report(also.into_iter().fold(message, Diagnostic::also_at));
        }
    }
}

/// HS-301: a department or ministry that was merged into another, with today's name.
pub(super) fn merged(typed: &str, now: String, at: &Place) -> Diagnostic {
    Diagnostic::warning("HS-301").at(at).with("name", typed).with("now", now)
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(period: &str, recipient: &str) -> Vec<(String, Option<&'static str>)> {
        let row = [(Field::Recipient, recipient)];
        TestWorkbook::programme(period, &[]).row(SheetKind::Recipients, &row).cells_and_hints("HS-106")
    }

    #[test]
    fn a_recipient_of_the_old_order_is_reported() {
        let reported = |hint| [("A2".to_owned(), Some(hint))];
        assert_eq!(cells_and_hints("quý II năm 2026", "UBND huyện Sông Ngàn (b/c)"), reported("district"));
        assert_eq!(cells_and_hints("quý II năm 2026", "Phòng GD&ĐT"), reported("division"));
    }

    #[test]
    fn bodies_of_today_and_papers_of_the_old_days_are_not() {
        assert!(cells_and_hints("quý II năm 2026", "UBND tỉnh Sông Ngàn").is_empty());
        assert!(cells_and_hints("quý II năm 2025", "UBND huyện Sông Ngàn").is_empty());
    }
}
