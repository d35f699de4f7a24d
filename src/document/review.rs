//! A reviewer's marks on a run of text: inserted, deleted, commented.
//!
//! Owns the types only; the caller gives reviewer and day. Must not know why a text is marked, nor Word's XML. `docx`
//! writes the marks as Word's own, so that they can be accepted or rejected there.

/// The marks on a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The change proposed for the run; `None` where it stays.
    pub revision: Option<Revision>,
    /// The comment on the run; adjacent runs with the same comment share it.
    pub comment: Option<Comment>,
}

/// A proposed change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// The run is inserted.
    Insertion(Reviewer),
    /// The run is deleted.
    Deletion(Reviewer),
}

/// A remark in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who made the comment.
    pub reviewer: Reviewer,
    /// The comment, in one paragraph.
    pub text: String,
}

/// Who marked a text, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The name shown by Word.
    pub name: String,
    /// The day, given by the caller: no clock is used.
    pub day: ReviewDay,
}

/// A calendar day; Word shows it as midnight of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewDay {
    /// Year.
    pub year: i32,
    /// Month, 1-based.
    pub month: u32,
    /// Day of the month, 1-based.
    pub day: u32,
}
