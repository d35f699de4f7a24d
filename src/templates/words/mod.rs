//! How a sentence or a cell names things: bodies, units, documents, states of a task.
//!
//! Owns these words, each in one place. Must not know the text they stand in: the fields of templates and the tables and
//! components of `draft` take them from here.

pub(crate) mod addressees;
pub(crate) mod citation;
pub(crate) mod deadline;
pub(crate) mod forms_of_address;
pub(crate) mod heads;
pub(crate) mod issuer;
pub(crate) mod review;
