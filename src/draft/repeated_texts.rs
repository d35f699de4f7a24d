//! Texts that come again with the same blocks: most papers of a batch differ only in their tables.
//!
//! Owns how many are kept. Must not know how a text becomes blocks: `markup` reads each text that is not known, and only
//! its result for a text and an outline alone is kept. The blocks go back to `markup`.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::Block;
use crate::templates::template::OutlineStyle;

/// How many texts are kept, the last ones used.
const MOST: usize = 8;

/// A longer text is not kept.
const LONGEST: usize = 64 * 1024;

/// A rendered text and the outline that numbers its headings.
struct RepeatedText {
    rendered: String,
    outline: OutlineStyle,
    /// Its blocks; `None` where it came only once.
    blocks: Option<Vec<Block>>,
}

thread_local! {
    static TEXTS: RefCell<VecDeque<RepeatedText>> = RefCell::default();
}

/// The blocks of a text; `None` where they are not known.
pub(super) fn known(rendered: &str, outline: OutlineStyle) -> Option<Vec<Block>> {
    TEXTS.with_borrow(|texts| texts.iter().find(|text| text.is(rendered, outline))?.blocks.clone())
}

/// Notes the blocks of a text that has no requested table and no mistake.
pub(super) fn note(rendered: &str, outline: OutlineStyle, blocks: &[Block]) {
    if rendered.len() > LONGEST {
        return;
    }
    TEXTS.with_borrow_mut(|texts| {
        if let Some(text) = texts.iter_mut().find(|text| text.is(rendered, outline)) {
            text.blocks = Some(blocks.to_vec());
            return;
        }
        texts.truncate(MOST - 1);
        texts.push_front(RepeatedText { rendered: rendered.to_owned(), outline, blocks: None });
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
        let blocks = vec![Block::Paragraph(vec![Span::plain("Rà soát.")])];
        for expected in [None, None, Some(blocks.clone())] {
            assert_eq!(known("Rà soát.", OutlineStyle::default()), expected);
            note("Rà soát.", OutlineStyle::default(), &blocks);
        }
        assert_eq!(known("Rà soát.", OutlineStyle::Articles), None);
        (0..2 * MOST).for_each(|number| note(&number.to_string(), OutlineStyle::default(), &blocks));
        assert_eq!(known("Rà soát.", OutlineStyle::default()), None);
    }
}
