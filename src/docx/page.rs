//! The page: its size and margins, and the number at its top from the second one on.
//!
//! Owns a section's settings and what its header shows. Must not know why a page is as it is. Its output goes into the
//! body, and into the header, which is a part of its own.

use docx_rs as word;

use super::measure::{page_twips, twips};
use super::parts::HEADER_ID;
use super::style::alignment;
use crate::document::{Alignment, Page};

/// The section on this page. Sections differ in nothing but their pages.
pub(super) fn section(page: &Page) -> word::SectionProperty {
    // A header for all pages but none for the first: with `title_pg` the first page's is blank.
    let mut section = word::SectionProperty::new()
        .page_size(size(page))
        .page_margin(margins(page))
        .page_num_type(word::PageNumType::new().start(1))
        .title_pg();
    section.header_reference = Some(word::HeaderReference::new("default", HEADER_ID));
    section
}

/// The paragraph of the number, as Word itself writes it: a field in five runs, holding what is seen until Word counts.
/// Centred where its style is not.
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

/// A sheet that lies says so: without it Word prints it upright, cut off.
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
        // There is no footer; a distance beyond the bottom margin would still push the text up.
        footer: twips(page.header_distance).min(twips(page.bottom)),
        gutter: 0,
    }
}
