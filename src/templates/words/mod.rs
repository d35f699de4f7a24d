//! The words for things in sentences and cells: bodies, units, documents, states of a task.
//!
//! Owns these words, each in one place. Must not know the surrounding text: the fields of templates and the tables and
//! components of `draft` use them.

pub(crate) mod addressees;
pub(crate) mod citation;
pub(crate) mod deadline;
pub(crate) mod forms_of_address;
pub(crate) mod heads;
pub(crate) mod issuer;
pub(crate) mod review;
pub(crate) mod topic;
