//! The clerk's answers that are one of a few words.
//!
//! Owns what the words mean. Must not know when a question is asked. `settings` reads them from `[doc.nhom]` and
//! `[doc.chu_tri]`.

/// The words of `[doc.nhom]`.
pub(super) const GROUP_ANSWERS: [(&str, GroupAnswer); 2] =
    [("nhom", GroupAnswer::Group), ("nhiem_vu", GroupAnswer::Task)];
/// The words of `[doc.chu_tri]`.
pub(super) const LEAD_ANSWERS: [(&str, LeadAnswer); 2] = [("dung_dau", LeadAnswer::First), ("hoi", LeadAnswer::Asked)];

/// What a row with a few words alone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupAnswer {
    /// The name of the rows beneath.
    Group,
    /// A task.
    Task,
}

/// Which of several units in one cell leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadAnswer {
    /// The first; the others help.
    First,
    /// None is known to: the clerk is asked, whatever the heading says.
    Asked,
}
