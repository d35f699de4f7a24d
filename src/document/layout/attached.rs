//! A text issued with a decision: on pages of its own, with the heads of the state and of the issuer (FORM-05).
//!
//! Owns which parts such a text has: no number, no date, no signature, no recipients. Must not know the decision. Its
//! section follows the decision's.

use crate::document::types::{PageBlock, PageSection};
use crate::draft::Attached;

use super::page::PaperSheet;
use super::{TEXT_WIDTH, body, head, reference, title};

/// The text's section; its annexes are sections of their own.
pub(super) fn section(attached: &mut Attached) -> PageSection {
    let sheet = PaperSheet::Upright;
    let mut blocks =
        vec![PageBlock::Grid(head::undated_grid(attached.superior_body.as_deref(), &attached.issuing_body))];
    let titles = title::lines(&attached.title, &attached.subject).map(|line| line.paragraph);
    let reference = reference::paragraphs(&attached.reference, TEXT_WIDTH);
    blocks.extend(titles.into_iter().chain(reference).map(PageBlock::Paragraph));
    blocks.extend(body::blocks(std::mem::take(&mut attached.body), sheet.area()));
    PageSection { page: sheet.page(), blocks }
}
