//! The sheet, upright or lying, and the area between its margins.
//!
//! Owns how a sheet is turned. Must not know what stands on it. Its pages go to the sections, its areas to whatever has to
//! fit between the margins.

use crate::decree::figures;
use crate::document::types::Page;
use crate::units::Mm;

use super::styles;

/// How a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PaperSheet {
    Upright,
    Lying,
}

/// The room between the margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) width: Mm,
    pub(super) height: Mm,
}

impl PaperSheet {
    /// The page of this sheet. Its margins are those of the sheet as it lies: the wide one stays on the left.
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

    /// The room between the margins of this sheet.
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
    fn the_text_is_165_mm_wide_upright_and_252_lying() {
        assert_eq!(PaperSheet::Upright.area(), Area { width: Mm(165.0), height: Mm(257.0) });
        assert_eq!(PaperSheet::Lying.area(), Area { width: Mm(252.0), height: Mm(170.0) });
    }

    #[test]
    fn a_lying_sheet_keeps_the_margins_of_its_sides() {
        let (upright, lying) = (PaperSheet::Upright.page(), PaperSheet::Lying.page());
        assert_eq!((lying.width, lying.height), (upright.height, upright.width));
        assert_eq!(Page { width: upright.width, height: upright.height, ..lying }, upright);
    }
}
