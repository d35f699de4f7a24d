//! A centred text with even lines: names, title, trích yếu, authority lines.
//!
//! Owns their line breaks, as a person would set them. Must not know which component it sets. Its paragraphs, with the
//! widths of their printed lines, go to the components' files.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::document::balancing::{Broken, broken};
use crate::document::text_width::Lettering;
use crate::document::types::Paragraph;
use crate::kept::KeptResults;
use crate::units::{Mm, Pt};
use crate::vietnamese::text::upper;

use super::dashes::held_dashes;
use super::styles::StyleRole;

/// A centred paragraph and the width of its longest printed line.
pub(super) struct Centred {
    pub(super) paragraph: Paragraph,
    pub(super) longest: Pt,
}

/// Sets a text in lines no longer than `widest` unless a word is.
pub(super) fn centred(role: &StyleRole, text: &str, widest: Mm) -> Centred {
    set(role, text, false, widest)
}

/// Sets a text in capitals; its names are known by the capitals typed.
pub(super) fn in_capitals(role: &StyleRole, text: &str, widest: Mm) -> Centred {
    set(role, text, true, widest)
}

fn set(role: &StyleRole, text: &str, is_in_capitals: bool, widest: Mm) -> Centred {
    /// What decides the lines of a text, besides its words.
    type Terms = (Lettering, bool, Mm);
    thread_local! {
        static KEPT: RefCell<KeptResults<Terms, (Rc<str>, Pt)>> = RefCell::default();
    }
    let made = || {
        let printed = if is_in_capitals { upper(text).into() } else { Cow::Borrowed(text) };
        let (printed, sense) = (held_dashes(&printed), held_dashes(text));
        let Broken { text, longest } = broken(&printed, &sense, role.lettering, widest.to_pt());
        (text.into(), longest)
    };
    let (text, longest) = KEPT.with_borrow_mut(|kept| kept.get(text, (role.lettering, is_in_capitals, widest), made));
    Centred { paragraph: role.line(&*text), longest }
}
