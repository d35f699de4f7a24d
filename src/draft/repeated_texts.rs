//! Texts that come again with the same blocks: most papers of a batch differ only in their tables.
//!
//! Owns how many are kept. Must not know how a text becomes blocks: `markup` reads each text that is not known, and only
//! its result for a text and an outline alone is kept. It goes back to `markup`, which makes the tables of each paper.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::Block;
use crate::templates::blocks::RequestedBlock;
use crate::templates::template::OutlineStyle;

/// How many texts are kept, the last ones used.
const MOST: usize = 8;

/// A longer text is not kept.
const LONGEST: usize = 64 * 1024;

/// What a text says: its blocks, and the tables and charts that it asks for, which differ from paper to paper.
#[derive(Clone, Debug, Default)]
pub(super) struct ReadText {
    /// The blocks, without requested ones.
    pub(super) blocks: Vec<Block>,
    /// What is requested, each with the number of blocks before it.
    pub(super) requests: Vec<(usize, Rc<RequestedBlock>)>,
}

/// A rendered text and the outline that numbers its headings.
struct RepeatedText {
    rendered: String,
    outline: OutlineStyle,
    /// What it says; `None` where it came only once.
    read: Option<ReadText>,
}

thread_local! {
    static TEXTS: RefCell<VecDeque<RepeatedText>> = RefCell::default();
}

/// What a text says; `None` where that is not known.
pub(super) fn known(rendered: &str, outline: OutlineStyle) -> Option<ReadText> {
    TEXTS.with_borrow(|texts| texts.iter().find(|text| text.is(rendered, outline))?.read.clone())
}

/// Notes what a text without a mistake says.
pub(super) fn note(rendered: &str, outline: OutlineStyle, read: impl FnOnce() -> ReadText) {
    if rendered.len() > LONGEST {
        return;
    }
    TEXTS.with_borrow_mut(|texts| {
        if let Some(text) = texts.iter_mut().find(|text| text.is(rendered, outline)) {
            text.read = Some(read());
            return;
        }
        texts.truncate(MOST - 1);
        texts.push_front(RepeatedText { rendered: rendered.to_owned(), outline, read: None });
    });
}

impl RepeatedText {
    fn is(&self, rendered: &str, outline: OutlineStyle) -> bool {
        self.outline == outline && self.rendered == rendered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Span;

    #[test]
    fn a_text_is_known_from_the_second_time_on_and_only_in_its_outline() {
        let read = ReadText { blocks: vec![Block::Paragraph(vec![Span::plain("Rà soát.")])], requests: Vec::new() };
        let known = |text: &str, outline| known(text, outline).map(|read| read.blocks);
        for expected in [None, None, Some(read.blocks.clone())] {
            assert_eq!(known("Rà soát.", OutlineStyle::default()), expected);
            note("Rà soát.", OutlineStyle::default(), || read.clone());
        }
        assert_eq!(known("Rà soát.", OutlineStyle::Articles), None);
        (0..2 * MOST).for_each(|number| note(&number.to_string(), OutlineStyle::default(), || read.clone()));
        assert_eq!(known("Rà soát.", OutlineStyle::default()), None);
    }
}
