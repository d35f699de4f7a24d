//! The page in portrait or landscape, and the area between its margins.
//!
//! Owns the orientation. Must not know the content of the page. Its pages go to the sections, its areas to everything
//! that must fit between the margins.

use crate::decree::figures;
use crate::document::types::Page;
use crate::units::Mm;

use super::styles;

/// The orientation of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PaperSheet {
    Upright,
    Lying,
}

/// The area between the margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) width: Mm,
    pub(super) height: Mm,
}

impl PaperSheet {
    /// The page in this orientation. Its margins do not rotate: the wide one stays on the left.
    pub(super) fn page(self) -> Page {
        let (width, height) = self.size();
        Page {
            width,
            height,
            top: figures::TOP_MARGIN.chosen,
            right: figures::RIGHT_MARGIN.chosen,
            bottom: figures::BOTTOM_MARGIN.chosen,
            left: figures::LEFT_MARGIN.chosen,
            header_distance: figures::PAGE_NUMBER_DISTANCE,
            page_number_style: styles::PAGE_NUMBER.id,
        }
    }

    /// The area between the margins in this orientation.
    pub(super) fn area(self) -> Area {
        let (width, height) = self.size();
        Area {
            width: Mm(width.0 - figures::LEFT_MARGIN.chosen.0 - figures::RIGHT_MARGIN.chosen.0),
            height: Mm(height.0 - figures::TOP_MARGIN.chosen.0 - figures::BOTTOM_MARGIN.chosen.0),
        }
    }

    fn size(self) -> (Mm, Mm) {
        match self {
            Self::Upright => (figures::PAGE_WIDTH, figures::PAGE_HEIGHT),
            Self::Lying => (figures::PAGE_HEIGHT, figures::PAGE_WIDTH),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_165_mm_wide_in_portrait_and_252_in_landscape() {
        assert_eq!(PaperSheet::Upright.area(), Area { width: Mm(165.0), height: Mm(257.0) });
        assert_eq!(PaperSheet::Lying.area(), Area { width: Mm(252.0), height: Mm(170.0) });
    }

    #[test]
    fn margins_do_not_rotate_with_the_page() {
        let (upright, lying) = (PaperSheet::Upright.page(), PaperSheet::Lying.page());
        assert_eq!((lying.width, lying.height), (upright.height, upright.width));
        assert_eq!(Page { width: upright.width, height: upright.height, ..lying }, upright);
    }
}
