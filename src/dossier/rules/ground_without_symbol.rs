//! HS-135: a document is cited by its number alone.
//!
//! Why: numbers of different kinds and bodies are the same, so the reader can't find the document. Source: PL1 II.6 of
//! the decree (CC-04, L-47): number and symbol.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::{kind, number};
use crate::vietnamese::fold;

/// A document is cited by its number alone.
pub(super) struct GroundWithoutSymbol;

impl Rule<[Ground]> for GroundWithoutSymbol {
    fn code(&self) -> &'static str {
        "HS-135"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for ground in grounds {
            let Some(typed) = &ground.number_symbol else { continue };
            if number::abbreviations(typed).is_empty() {
                let message = Diagnostic::warning(self.code()).at(&ground.number_at).with("typed", typed);
                out.report(match likely(ground, typed) {
                    Some(likely) => message.with("likely", likely).hint("likely"),
                    None => message,
                });
            }
        }
    }
}

/// The whole symbol of a Committee's or a Council's document.
fn likely(ground: &Ground, typed: &str) -> Option<String> {
    let short = kind::of_name(&ground.document_type)?.abbreviations.first()?;
    let issuer = fold::key(ground.issuer.as_deref()?);
    let body = [("uy ban nhan dan", "UBND"), ("hoi dong nhan dan", "HĐND")];
    let (_, body) = body.into_iter().find(|(name, _)| issuer.contains(name))?;
    typed.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{typed}/{short}-{body}"))
}
