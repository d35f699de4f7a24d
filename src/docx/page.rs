//! The page: its size and margins, and the page number at its top from the second page on.
//!
//! Owns a section's settings and the content of its header. Must not know why a page is as it is. Its output goes into
//! the body, and into the header, which is a part of its own.

use docx_rs as word;

use super::measure::{page_twips, twips};
use super::parts::{FIRST_HEADER_ID, HEADER_ID};
use super::style::alignment;
use crate::document::{Alignment, Page};

/// The section with this page. Sections differ only in their pages.
pub(super) fn section(page: &Page) -> word::SectionProperty {
    // A header for all pages but the first, which has a blank one of its own.
    let mut section = word::SectionProperty::new()
        .page_size(size(page))
        .page_margin(margins(page))
        .page_num_type(word::PageNumType::new().start(1))
        .title_pg();
    section.header_reference = Some(word::HeaderReference::new("default", HEADER_ID));
    section.first_header_reference = Some(word::HeaderReference::new("first", FIRST_HEADER_ID));
    section
}

/// The paragraph of the number, as Word itself writes it: a field in five runs, with the text shown until Word counts.
/// Centred if its style is not.
pub(super) fn page_number(style: &str, is_centred: bool) -> word::Paragraph {
    let paragraph = word::Paragraph::new().style(style);
    let paragraph = if is_centred { paragraph } else { paragraph.align(alignment(Alignment::Center)) };
    paragraph
        .add_run(word::Run::new().add_field_char(word::FieldCharType::Begin, false))
        .add_run(word::Run::new().add_instr_text(word::InstrText::PAGE(word::InstrPAGE::new())))
        .add_run(word::Run::new().add_field_char(word::FieldCharType::Separate, false))
        .add_run(word::Run::new().add_text("2"))
        .add_run(word::Run::new().add_field_char(word::FieldCharType::End, false))
}

/// A landscape page must be declared so: otherwise Word prints it in portrait, cut off.
fn size(page: &Page) -> word::PageSize {
    let size = word::PageSize::new().size(page_twips(page.width), page_twips(page.height));
    if page.width > page.height { size.orient(word::PageOrientationType::Landscape) } else { size }
}

fn margins(page: &Page) -> word::PageMargin {
    word::PageMargin {
        top: twips(page.top),
        left: twips(page.left),
        bottom: twips(page.bottom),
        right: twips(page.right),
        header: twips(page.header_distance),
        // There is no footer; a distance larger than the bottom margin would still push the text up.
        footer: twips(page.header_distance).min(twips(page.bottom)),
        gutter: 0,
    }
}
