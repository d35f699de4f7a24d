//! The template that fits whom papers are for, where none is named.
//!
//! Owns which letter goes to villages, to units, and to those whose tasks are late. Must not know a command or a page:
//! both ask here. Its output goes into an order.

use std::sync::LazyLock;

use super::{Audiences, Which};

/// Why papers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occasion {
    /// What the workbook is for; to a single village or unit, its tasks are assigned.
    #[default]
    OfWorkbook,
    /// Tasks are late.
    LateTasks,
}

impl Which<'static> {
    /// The documents that fit where no template is named: for everyone the one of the workbook, to each village or unit
    /// a letter with its tasks, and of late tasks a reminder.
    #[must_use]
    pub fn fitting(audiences: Audiences, occasion: Occasion) -> Self {
        static LETTERS: LazyLock<[String; 3]> =
            LazyLock::new(|| ["giao-nhiem-vu-thon", "cong-van-giao-nhiem-vu", "cong-van-don-doc"].map(str::to_owned));
        let [of_village, of_unit, reminder] = &*LETTERS;
        let letter = match (occasion, audiences) {
            (Occasion::LateTasks, _) => reminder,
            (Occasion::OfWorkbook, Audiences::EachVillage) => of_village,
            (Occasion::OfWorkbook, Audiences::EachUnit) => of_unit,
            (Occasion::OfWorkbook, Audiences::Everyone) => return Which::Workbook,
        };
        Which::Named(std::slice::from_ref(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::pipeline::{Order, check_readers};
    use crate::settings::Settings;

    const AUDIENCES: [Audiences; 3] = [Audiences::Everyone, Audiences::EachVillage, Audiences::EachUnit];

    #[test]
    fn a_village_and_a_unit_have_each_their_letter_and_late_tasks_a_reminder() {
        let name = |audiences, occasion| match Which::fitting(audiences, occasion) {
            Which::Named([name]) => Some(name.as_str()),
            _ => None,
        };
        let assigning = [None, Some("giao-nhiem-vu-thon"), Some("cong-van-giao-nhiem-vu")];
        assert_eq!(AUDIENCES.map(|audiences| name(audiences, Occasion::OfWorkbook)), assigning);
        assert_eq!(AUDIENCES.map(|audiences| name(audiences, Occasion::LateTasks)), [Some("cong-van-don-doc"); 3]);
        assert!(matches!(Which::fitting(Audiences::Everyone, Occasion::OfWorkbook), Which::Workbook));
    }

    #[test]
    fn every_letter_that_assigns_tasks_can_be_written_for_those_whom_it_fits() {
        let settings = Settings::default();
        for audiences in AUDIENCES {
            let which = Which::fitting(audiences, Occasion::OfWorkbook);
            let order = Order { which, audiences, ..Order::of_workbook(&settings) };
            assert!(check_readers(&order, &mut Diagnostics::new()).is_ok(), "{audiences:?}");
        }
    }
}
