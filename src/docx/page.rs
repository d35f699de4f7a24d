//! The page: its size and margins, and the number at its top from the second one on.
//!
//! Owns the section and its header. Must not know why a page is as it is. Its output is set on docx-rs's
//! document, which puts the header into a part of its own.

use docx_rs as word;

use super::measure::{page_twips, twips};
use super::style::{alignment, named};
use crate::document::{Alignment, Page, Style};

/// The document with its page set.
pub(super) fn with_page(docx: word::Docx, page: &Page, styles: &[Style]) -> word::Docx {
    // A header for all pages but none for the first: with `title_pg` the first page's is blank.
    docx.page_size(page_twips(page.width), page_twips(page.height))
        .page_margin(margins(page))
        .page_num_type(word::PageNumType::new().start(1))
        .title_pg()
        .header(word::Header::new().add_paragraph(page_number(named(styles, page.page_number_style))))
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

/// The number as Word itself writes it: a field in five runs, holding what is seen until Word counts.
fn page_number(style: &Style) -> word::Paragraph {
    let paragraph = word::Paragraph::new().style(style.id);
    let paragraph = match style.paragraph.alignment {
        Alignment::Center => paragraph,
        Alignment::Left | Alignment::Justified => paragraph.align(alignment(Alignment::Center)),
    };
    paragraph
        .add_run(word::Run::new().add_field_char(word::FieldCharType::Begin, false))
        .add_run(word::Run::new().add_instr_text(word::InstrText::PAGE(word::InstrPAGE::new())))
        .add_run(word::Run::new().add_field_char(word::FieldCharType::Separate, false))
        .add_run(word::Run::new().add_text("2"))
        .add_run(word::Run::new().add_field_char(word::FieldCharType::End, false))
}
