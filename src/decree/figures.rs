//! The official figures and fixed wordings of Nghị định 30/2020/NĐ-CP, Phụ lục I, each with its clause.
//!
//! Owns every number and word that the decree itself gives, the range it allows and our choice within it. Must not know
//! pages or texts. `layout` applies the figures; the tests check pages against them.

use crate::units::{Mm, Pt};

/// A figure for which the decree allows a range, and our choice within it; both ends are allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranged<T> {
    /// The smallest value allowed.
    pub min: T,
    /// The largest value allowed.
    pub max: T,
    /// The value that we print.
    pub chosen: T,
}

impl<T> Ranged<T> {
    const fn new(min: T, chosen: T, max: T) -> Self {
        Self { min, max, chosen }
    }
}

/// Type size of the components that may be 12 or 13 (PL1 II).
const SMALL_SIZE: Ranged<Pt> = Ranged::new(Pt(12.0), Pt(13.0), Pt(13.0));

/// Type size of the components that may be 13 or 14 (PL1 II).
const LARGE_SIZE: Ranged<Pt> = Ranged::new(Pt(13.0), Pt(14.0), Pt(14.0));

/// Width of an A4 sheet in portrait (GEN-01, GEN-02): PL1 I.1, I.2.
pub const PAGE_WIDTH: Mm = Mm(210.0);
/// Height of an A4 sheet in portrait (GEN-01, GEN-02): PL1 I.1, I.2.
pub const PAGE_HEIGHT: Mm = Mm(297.0);
/// Top margin (GEN-04): PL1 I.3.
pub const TOP_MARGIN: Ranged<Mm> = Ranged::new(Mm(20.0), Mm(20.0), Mm(25.0));
/// Bottom margin (GEN-04): PL1 I.3.
pub const BOTTOM_MARGIN: Ranged<Mm> = Ranged::new(Mm(20.0), Mm(20.0), Mm(25.0));
/// Left margin (GEN-04): PL1 I.3.
pub const LEFT_MARGIN: Ranged<Mm> = Ranged::new(Mm(30.0), Mm(30.0), Mm(35.0));
/// Right margin (GEN-04): PL1 I.3.
pub const RIGHT_MARGIN: Ranged<Mm> = Ranged::new(Mm(15.0), Mm(15.0), Mm(20.0));
/// Typeface of the whole text (GEN-06): PL1 I.4.
pub const TYPEFACE: &str = "Times New Roman";
/// Type size of the page number (GEN-10): PL1 I.7.
pub const PAGE_NUMBER_SIZE: Ranged<Pt> = LARGE_SIZE;
/// The page number's distance from the upper edge (GEN-14): no rule; as in the decree's own files (PL3).
pub const PAGE_NUMBER_DISTANCE: Mm = Mm(10.0);

/// Quốc hiệu (QH-01): PL1 II.1.
pub const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Type size of the Quốc hiệu (QH-02): PL1 II.1.
pub const NATIONAL_NAME_SIZE: Ranged<Pt> = SMALL_SIZE;
/// Tiêu ngữ (QH-03): PL1 II.1. The hyphens are U+002D between blanks.
pub const NATIONAL_MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Type size of the Tiêu ngữ (QH-04): PL1 II.1.
pub const NATIONAL_MOTTO_SIZE: Ranged<Pt> = LARGE_SIZE;
/// Length of the line below the Tiêu ngữ, as a share of its text (QH-05): PL1 II.1.
pub const MOTTO_LINE_SHARE: f64 = 1.0;

/// Type size of the superior body's name (CQ-04): PL1 II.2.
pub const SUPERIOR_BODY_SIZE: Ranged<Pt> = SMALL_SIZE;
/// Type size of the issuing body's name (CQ-05): PL1 II.2.
pub const ISSUING_BODY_SIZE: Ranged<Pt> = SMALL_SIZE;
/// Length of the line below a name or a trích yếu, as a share of its longest line (CQ-06: PL1 II.2; TL-03: PL1 II.5).
pub const LINE_SHARE: Ranged<f64> = Ranged::new(1.0 / 3.0, 0.4, 1.0 / 2.0);

/// The word before the number (SO-02): PL1 II.3.
pub const NUMBER_LABEL: &str = "Số:";
/// Type size of number and symbol (SO-02, SO-03): PL1 II.3.
pub const NUMBER_SIZE: Pt = Pt(13.0);
/// The least number of digits of a document's number (SO-02): PL1 II.3.
pub const LEAST_DIGITS: usize = 2;
/// Type size of place and date (DD-04): PL1 II.4.
pub const DATE_SIZE: Ranged<Pt> = LARGE_SIZE;

/// Type size of the title (TL-01): PL1 II.5.
pub const TITLE_SIZE: Ranged<Pt> = LARGE_SIZE;
/// Type size of the trích yếu (TL-02): PL1 II.5.
pub const SUBJECT_SIZE: Ranged<Pt> = LARGE_SIZE;
/// The words before the subject of a letter, below its number (TL-04): PL1 II.5.
pub const LETTER_ABOUT: &str = "V/v";
/// Type size of the subject of a letter (TL-04): PL1 II.5; as in the decree's own sample.
pub const LETTER_SUBJECT_SIZE: Ranged<Pt> = Ranged::new(Pt(12.0), Pt(12.0), Pt(13.0));
/// The gap above the subject of a letter (TL-04): PL1 II.5.
pub const LETTER_SUBJECT_GAP: Pt = Pt(6.0);

/// Type size of the căn cứ lines (CC-03): PL1 II.6.
pub const GROUNDS_SIZE: Ranged<Pt> = LARGE_SIZE;
/// Type size of the body and its headings (ND-08, ND-10): PL1 II.6.
pub const BODY_SIZE: Ranged<Pt> = LARGE_SIZE;
/// The two first-line indents allowed (ND-12): PL1 II.6.
pub const FIRST_LINES: [Mm; 2] = [Mm(10.0), Mm(12.7)];
/// Our choice of [`FIRST_LINES`].
pub const FIRST_LINE: Mm = FIRST_LINES[1];
/// The smallest gap between paragraphs of the body (ND-13): PL1 II.6.
pub const PARAGRAPH_GAP: Pt = Pt(6.0);
/// Line spacing of the body, in lines (ND-14): PL1 II.6.
pub const LINE_SPACING: Ranged<f64> = Ranged::new(1.0, 1.1, 1.5);

/// The word before a part's number (ND-03): PL1 II.6.
pub const PART_LABEL: &str = "Phần";
/// The word before an article's number (ND-05): PL1 II.6.
pub const ARTICLE_LABEL: &str = "Điều";
/// Type size of the two lines of a decision around its grounds: as in forms 1.2 and 1.3 (PL3), within PL1 II.6.
pub const ENACTING_SIZE: Ranged<Pt> = LARGE_SIZE;
/// Type size in tables: no rule (ND-16); a size smaller than the body, and one smaller still if necessary.
pub const TABLE_SIZE: Ranged<Pt> = SMALL_SIZE;
/// Type size in a table with so many columns of figures that it can't be read at the usual sizes, or so many rows that it
/// needs a page more: no rule (ND-16); the smallest size that the decree has for any text, that of the recipients (NN-06).
pub const SMALLEST_TABLE_SIZE: Pt = RECIPIENTS_SIZE;

/// Type size of authority, position and name of the signer (KY-10, KY-11): PL1 II.7.
pub const SIGNATURE_SIZE: Ranged<Pt> = LARGE_SIZE;

/// The words before the addressees (NN-02): PL1 II.9.
pub const ADDRESSEES_LABEL: &str = "Kính gửi:";
/// Type size of these words and of the addressees (NN-02): PL1 II.9.
pub const ADDRESSEES_SIZE: Ranged<Pt> = LARGE_SIZE;
/// The word above the list of recipients (NN-05): PL1 II.9.
pub const RECIPIENTS_LABEL: &str = "Nơi nhận:";
/// Type size of that word (NN-05): PL1 II.9.
pub const RECIPIENTS_LABEL_SIZE: Pt = Pt(12.0);
/// Type size of the list of recipients (NN-06): PL1 II.9.
pub const RECIPIENTS_SIZE: Pt = Pt(11.0);

/// The word above an annex's title, with only the first letter a capital (PL-03): PL1 III.1.
pub const ANNEX_LABEL: &str = "Phụ lục";
/// Type size of that word and of the number after it (PL-03): PL1 III.1.
pub const ANNEX_LABEL_SIZE: Pt = Pt(14.0);
/// Type size of an annex's title (PL-04): PL1 III.1.
pub const ANNEX_TITLE_SIZE: Ranged<Pt> = LARGE_SIZE;
/// The words that begin the line with the document that an annex goes with (PL-05): PL1 III.1.
pub const REFERENCE_LABEL: &str = "Kèm theo";
/// Type size of that line (PL-05): PL1 III.1.
pub const REFERENCE_SIZE: Ranged<Pt> = LARGE_SIZE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_within_its_range() {
        let sizes = [SMALL_SIZE, LARGE_SIZE];
        let margins = [TOP_MARGIN, BOTTOM_MARGIN, LEFT_MARGIN, RIGHT_MARGIN];
        assert!(sizes.iter().all(|size| (size.min..=size.max).contains(&size.chosen)));
        assert!(margins.iter().all(|margin| (margin.min..=margin.max).contains(&margin.chosen)));
        for figure in [LINE_SHARE, LINE_SPACING] {
            assert!((figure.min..=figure.max).contains(&figure.chosen));
        }
    }

    #[test]
    fn the_label_of_an_annex_is_as_large_as_its_title() {
        assert_eq!(ANNEX_LABEL_SIZE, ANNEX_TITLE_SIZE.chosen);
    }

    #[test]
    fn the_text_is_165_mm_wide() {
        assert_eq!(Mm(PAGE_WIDTH.0 - LEFT_MARGIN.chosen.0 - RIGHT_MARGIN.chosen.0), Mm(165.0));
    }
}
