//! The words that all papers of a cycle share, made once.
//!
//! Owns which words these are: the values of the templates' fields, the parts of Nội dung, the lines of Nơi nhận. Must
//! not know one paper. Each is made when a paper first needs it; `render` uses them for every paper.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::recipients::SharedRecipients;
use crate::dossier::{Dossier, General, ProsePart};
use crate::templates::fields::FieldValues;
use crate::templates::words::issuer::Issuer;

/// The words that papers of one dossier share.
pub struct SharedWords {
    parts: BTreeSet<String>,
    fields: FieldValues,
    recipients: SharedRecipients,
    issuer: OnceLock<IssuerNames>,
}

/// Who issues, with the name in full.
#[derive(Debug)]
pub(super) struct IssuerNames {
    pub(super) issuer: Issuer,
    pub(super) in_full: String,
}

impl SharedWords {
    /// The words for this dossier; none is made yet.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let parts = dossier.prose_parts().iter().map(ProsePart::field_name).collect();
        Self { parts, fields: FieldValues::default(), recipients: SharedRecipients::default(), issuer: OnceLock::new() }
    }

    /// The names of the parts of Nội dung, as names of fields.
    #[must_use]
    pub fn parts(&self) -> &BTreeSet<String> {
        &self.parts
    }

    /// The lines of Nơi nhận made so far.
    pub(super) fn recipients(&self) -> &SharedRecipients {
        &self.recipients
    }

    /// Who issues all papers.
    pub(super) fn issuer(&self, general: &General) -> &IssuerNames {
        self.issuer.get_or_init(|| {
            let issuer = Issuer::of(general);
            IssuerNames { in_full: issuer.in_full(), issuer }
        })
    }

    /// The values of fields made so far.
    pub(super) fn fields(&self) -> &FieldValues {
        &self.fields
    }
}
