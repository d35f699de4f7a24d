//! Marks that a reviewer leaves on a run of text: put in, struck out, commented.
//!
//! Owns the shapes only; who reviews, and on which day, is given. Must not know why a text is marked, nor Word's XML. `docx`
//! writes the marks as Word's own, so that they can be accepted or rejected there.

/// The marks on a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What is proposed for the run; `None` where it stays.
    pub revision: Option<Revision>,
    /// What is said of the run; runs beside one another with the same comment have it together.
    pub comment: Option<Comment>,
}

/// A change that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// The run is new.
    Insertion(Reviewer),
    /// The run is to go.
    Deletion(Reviewer),
}

/// A remark in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who says it.
    pub reviewer: Reviewer,
    /// What is said, in one paragraph.
    pub text: String,
}

/// Who marks a text, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The name that Word shows.
    pub name: String,
    /// The day, given by the caller: no clock is asked.
    pub day: ReviewDay,
}

/// A day of the calendar; Word shows it as its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewDay {
    /// Year.
    pub year: i32,
    /// Month, 1-based.
    pub month: u32,
    /// Day of the month, 1-based.
    pub day: u32,
}
