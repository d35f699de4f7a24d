//! The answers of `--json`: one object per command.
//!
//! Owns the names and the order of their fields; scripts rely on them. Must not know where an answer is printed. Its
//! output goes to the front ends as text.

pub use answer::JsonAnswer;
pub use build::{StoredDocument, build, index};
pub use check::check;
pub use explain::explained;
pub use figures::figures;
pub use new::new_files;
pub use settings::settings_in_force;
pub use sheets::skipped_id;
pub use templates::{checked_templates, exported_files, template_fields, template_list};

mod answer;
mod build;
mod check;
mod explain;
mod figures;
mod messages;
mod new;
mod place;
mod settings;
mod sheets;
mod templates;
mod text;
