//! The named styles: one for each role of a paragraph, so that a person changes a role in one place.
//!
//! Owns the look of every role and the gaps between roles. Must not know any text. Its roles are used by the other
//! files of `layout`, both to set paragraphs and to measure them; its list of styles goes into the [`Document`].
//!
//! [`Document`]: crate::document::Document

mod addressees;
mod annexes;
mod decisions;
mod headings;
mod pictures;
mod tables;

use crate::decree::figures::{self, TYPEFACE};
use crate::document::text_width::{ASCENT, Cut, Lettering};
use crate::document::types::{
    Alignment, Content, LineSpacing, Overrides, Paragraph, ParagraphFormat, Run, Style, TextFormat,
};
use crate::units::{Mm, Pt};

pub(super) use addressees::{ADDRESSEE, ADDRESSEE_ALONE, ADDRESSEE_WRAPPED, ADDRESSEES_LABEL, LETTER_SUBJECT};
pub(super) use annexes::{ANNEX_LABEL, ANNEX_TITLE, REFERENCE, REFERENCE_LINE};
pub(super) use decisions::{ARTICLE, ARTICLE_HEADING, DECIDER, ENACTING_WORD, PART, PART_TITLE};
pub(super) use pictures::PICTURE;
pub(super) use tables::{
    TABLE_CENTRED, TABLE_GAP, TABLE_GROUP, TABLE_HEADER, TABLE_NOTE, TABLE_NUMBER, TABLE_TEXT, TABLE_TOTAL,
    TABLE_TOTAL_NUMBER,
};

/// A role on the page; it becomes a Word style. Names have no comma: Word reads the text after one as a second name.
pub(super) struct StyleRole {
    /// Id of the style.
    pub(super) id: &'static str,
    name: &'static str,
    /// Its letters, for measuring.
    pub(super) lettering: Lettering,
    format: ParagraphFormat,
}

impl StyleRole {
    /// A paragraph of this role.
    pub(super) fn paragraph(&self, runs: Vec<Run>) -> Paragraph {
        Paragraph { style: self.id, overrides: Overrides::default(), content: Content::Text(runs) }
    }

    /// A paragraph of this role, of plain text.
    pub(super) fn line(&self, text: impl Into<String>) -> Paragraph {
        self.paragraph(Run::lines(text.into()))
    }

    /// Whether its letters are bold.
    pub(super) fn is_bold(&self) -> bool {
        matches!(self.lettering.cut, Cut::Bold | Cut::BoldItalic)
    }

    /// Whether its letters are italic.
    pub(super) fn is_italic(&self) -> bool {
        matches!(self.lettering.cut, Cut::Italic | Cut::BoldItalic)
    }

    fn style(&self) -> Style {
        let text = TextFormat {
            font: TYPEFACE,
            size: self.lettering.size,
            is_bold: self.is_bold(),
            is_italic: self.is_italic(),
        };
        let outline_level = headings::level(self.id);
        let next = outline_level.map(|_| BODY.id);
        let base = headings::stands_on_body(self.id).then_some(BODY.id);
        Style { id: self.id, name: self.name, base, text, paragraph: self.format.clone(), next, outline_level }
    }
}

/// The styles of a document: the base, the others of every document from the top of the page down, then those of rarer
/// parts that it uses.
pub(super) fn of_document(used: &[&str]) -> Vec<Style> {
    let at_need = AT_NEED.iter().chain(&tables::ROLES).filter(|role| used.contains(&role.id));
    ALWAYS.iter().chain(at_need).map(|role| role.style()).collect()
}

const AT_NEED: [&StyleRole; 16] = [
    &LETTER_SUBJECT,
    &ADDRESSEE_ALONE,
    &ADDRESSEE_WRAPPED,
    &ADDRESSEES_LABEL,
    &ADDRESSEE,
    &DECIDER,
    &ENACTING_WORD,
    &PART,
    &PART_TITLE,
    &ARTICLE_HEADING,
    &ARTICLE,
    &ANNEX_LABEL,
    &ANNEX_TITLE,
    &REFERENCE,
    &REFERENCE_LINE,
    &PICTURE,
];

const ALWAYS: [&StyleRole; 25] = [
    &BASE,
    &NATIONAL_NAME,
    &NATIONAL_MOTTO,
    &SUPERIOR_BODY,
    &ISSUING_BODY,
    &DRAWN_LINE,
    &NUMBER,
    &DATE,
    &TITLE,
    &SUBJECT,
    &SUBJECT_LINE,
    &GROUND,
    &SECTION_HEADING,
    &CLAUSE_HEADING,
    &CLAUSE,
    &POINT_HEADING,
    &POINT,
    &BODY,
    &DASH,
    &RECIPIENTS_LABEL,
    &RECIPIENT,
    &AUTHORITY,
    &POSITION,
    &SIGNER,
    &PAGE_NUMBER,
];

/// The base of all others: Word's own base style, whose name all programs keep.
const BASE: StyleRole =
    StyleRole { id: "Normal", name: "Normal", lettering: upright(figures::BODY_SIZE.chosen), format: FLUSH };

/// Quốc hiệu.
pub(super) const NATIONAL_NAME: StyleRole = StyleRole {
    id: "VBQuocHieu",
    name: "VB Quốc hiệu",
    lettering: bold(figures::NATIONAL_NAME_SIZE.chosen),
    format: CENTRED,
};

/// Tiêu ngữ.
pub(super) const NATIONAL_MOTTO: StyleRole = StyleRole {
    id: "VBTieuNgu",
    name: "VB Tiêu ngữ",
    lettering: bold(figures::NATIONAL_MOTTO_SIZE.chosen),
    format: CENTRED,
};

/// The superior body's name.
pub(super) const SUPERIOR_BODY: StyleRole = StyleRole {
    id: "VBCoQuanChuQuan",
    name: "VB Cơ quan chủ quản",
    lettering: upright(figures::SUPERIOR_BODY_SIZE.chosen),
    format: CENTRED,
};

/// The issuing body's name.
pub(super) const ISSUING_BODY: StyleRole = StyleRole {
    id: "VBCoQuanBanHanh",
    name: "VB Cơ quan ban hành",
    lettering: bold(figures::ISSUING_BODY_SIZE.chosen),
    format: CENTRED,
};

/// A drawn line in the header: close to the text above it, and no higher than needed.
pub(super) const DRAWN_LINE: StyleRole = StyleRole {
    id: "VBDuongKe",
    name: "VB Đường kẻ",
    lettering: upright(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { before: Pt(3.0), line: LineSpacing::Exactly(Pt(2.0)), ..CENTRED },
};

/// Number and symbol.
pub(super) const NUMBER: StyleRole = StyleRole {
    id: "VBSoKyHieu",
    name: "VB Số và ký hiệu",
    lettering: upright(figures::NUMBER_SIZE),
    format: ParagraphFormat { before: lowered(GAP_ABOVE_DATE, figures::NUMBER_SIZE, DATE.lettering.size), ..CENTRED },
};

/// Place and date.
pub(super) const DATE: StyleRole = StyleRole {
    id: "VBDiaDanhThoiGian",
    name: "VB Địa danh và thời gian",
    lettering: italic(figures::DATE_SIZE.chosen),
    format: ParagraphFormat { before: GAP_ABOVE_DATE, ..CENTRED },
};

/// Tên loại.
pub(super) const TITLE: StyleRole = StyleRole {
    id: "VBTenLoai",
    name: "VB Tên loại",
    lettering: bold(figures::TITLE_SIZE.chosen),
    format: ParagraphFormat { before: Pt(20.0), keep_next: true, ..CENTRED },
};

/// Trích yếu.
pub(super) const SUBJECT: StyleRole = StyleRole {
    id: "VBTrichYeu",
    name: "VB Trích yếu",
    lettering: bold(figures::SUBJECT_SIZE.chosen),
    format: ParagraphFormat { keep_next: true, ..CENTRED },
};

/// The drawn line below the trích yếu, with the gap above the body.
pub(super) const SUBJECT_LINE: StyleRole = StyleRole {
    id: "VBDuongKeTrichYeu",
    name: "VB Đường kẻ trích yếu",
    lettering: upright(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { before: Pt(3.0), after: Pt(9.0), keep_next: true, ..DRAWN_LINE.format },
};

/// A line of the căn cứ block.
pub(super) const GROUND: StyleRole =
    StyleRole { id: "VBCanCu", name: "VB Căn cứ", lettering: italic(figures::GROUNDS_SIZE.chosen), format: RUNNING };

/// `I. TITLE`.
pub(super) const SECTION_HEADING: StyleRole = StyleRole {
    id: "VBMuc",
    name: "VB Mục",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { before: Pt(10.0), ..HEADING },
};

/// `1. Title`.
pub(super) const CLAUSE_HEADING: StyleRole = StyleRole {
    id: "VBKhoanCoTieuDe",
    name: "VB Khoản có tiêu đề",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: HEADING,
};

/// `1.` and a text.
pub(super) const CLAUSE: StyleRole =
    StyleRole { id: "VBKhoan", name: "VB Khoản", lettering: upright(figures::BODY_SIZE.chosen), format: RUNNING };

/// `a) Title`.
pub(super) const POINT_HEADING: StyleRole = StyleRole {
    id: "VBDiemCoTieuDe",
    name: "VB Điểm có tiêu đề",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: HEADING,
};

/// `a)` and a text.
pub(super) const POINT: StyleRole =
    StyleRole { id: "VBDiem", name: "VB Điểm", lettering: upright(figures::BODY_SIZE.chosen), format: RUNNING };

/// Running text.
pub(super) const BODY: StyleRole =
    StyleRole {
        id: "VBNoiDung", name: "VB Nội dung", lettering: upright(figures::BODY_SIZE.chosen), format: RUNNING
    };

/// Plain text after a dash.
pub(super) const DASH: StyleRole = StyleRole {
    id: "VBGachDauDong",
    name: "VB Gạch đầu dòng",
    lettering: upright(figures::BODY_SIZE.chosen),
    format: RUNNING,
};

/// The words `Nơi nhận:`.
pub(super) const RECIPIENTS_LABEL: StyleRole = StyleRole {
    id: "VBNoiNhan",
    name: "VB Nơi nhận",
    lettering: Lettering { cut: Cut::BoldItalic, size: figures::RECIPIENTS_LABEL_SIZE },
    format: ParagraphFormat {
        before: lowered(GAP_ABOVE_SIGNATURE, figures::RECIPIENTS_LABEL_SIZE, AUTHORITY.lettering.size),
        ..FLUSH
    },
};

/// A recipient.
pub(super) const RECIPIENT: StyleRole = StyleRole {
    id: "VBDanhSachNoiNhan",
    name: "VB Danh sách nơi nhận",
    lettering: upright(figures::RECIPIENTS_SIZE),
    format: FLUSH,
};

/// The first line above the signature: authority (`TM.`, `KT.`), or the position where there is none.
pub(super) const AUTHORITY: StyleRole = StyleRole {
    id: "VBQuyenHan",
    name: "VB Quyền hạn",
    lettering: bold(figures::SIGNATURE_SIZE.chosen),
    format: ParagraphFormat { before: GAP_ABOVE_SIGNATURE, ..CENTRED },
};

/// The lines below it: position.
pub(super) const POSITION: StyleRole =
    StyleRole {
        id: "VBChucVu", name: "VB Chức vụ", lettering: bold(figures::SIGNATURE_SIZE.chosen), format: CENTRED
    };

/// The signer's name, with the space for signature and seal above it.
pub(super) const SIGNER: StyleRole = StyleRole {
    id: "VBHoTen",
    name: "VB Họ tên người ký",
    lettering: bold(figures::SIGNATURE_SIZE.chosen),
    format: ParagraphFormat { before: SIGNATURE_ROOM, ..CENTRED },
};

/// The page number.
pub(super) const PAGE_NUMBER: StyleRole = StyleRole {
    id: "VBSoTrang",
    name: "VB Số trang",
    lettering: upright(figures::PAGE_NUMBER_SIZE.chosen),
    format: CENTRED,
};

/// Gap between the header's drawn lines and the date.
pub(super) const GAP_ABOVE_DATE: Pt = Pt(7.0);

/// Gap between the body and the signature block.
const GAP_ABOVE_SIGNATURE: Pt = Pt(14.0);

/// Space for signature and seal, 36 mm: the decree gives none; offices leave 35 to 50 mm (KY-13).
const SIGNATURE_ROOM: Pt = Pt(102.0);

const FLUSH: ParagraphFormat = ParagraphFormat {
    alignment: Alignment::Left,
    first_line: Mm(0.0),
    left: Mm(0.0),
    right: Mm(0.0),
    before: Pt(0.0),
    after: Pt(0.0),
    line: LineSpacing::Multiple(1.0),
    keep_next: false,
    keep_lines: false,
};

const CENTRED: ParagraphFormat = ParagraphFormat { alignment: Alignment::Center, ..FLUSH };

const RUNNING: ParagraphFormat = ParagraphFormat {
    alignment: Alignment::Justified,
    first_line: figures::FIRST_LINE,
    before: figures::PARAGRAPH_GAP,
    line: LineSpacing::Multiple(figures::LINE_SPACING.chosen),
    ..FLUSH
};

const HEADING: ParagraphFormat = ParagraphFormat { keep_next: true, keep_lines: true, ..RUNNING };

const fn upright(size: Pt) -> Lettering {
    Lettering { cut: Cut::Upright, size }
}

const fn bold(size: Pt) -> Lettering {
    Lettering { cut: Cut::Bold, size }
}

const fn italic(size: Pt) -> Lettering {
    Lettering { cut: Cut::Italic, size }
}

/// The gap above a line of smaller letters that gives it the baseline of a larger one beside it.
pub(super) const fn lowered(gap: Pt, smaller: Pt, larger: Pt) -> Pt {
    Pt(gap.0 + (larger.0 - smaller.0) * ASCENT)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn roles() -> Vec<&'static StyleRole> {
        ALWAYS.iter().chain(&AT_NEED).chain(&tables::ROLES).copied().collect()
    }

    #[test]
    fn ids_are_ascii_and_names_a_family_without_commas() {
        for role in roles() {
            let style = role.style();
            assert!(style.id.chars().all(|letter| letter.is_ascii_alphanumeric()), "{}", style.id);
            let is_of_the_family = style.name.starts_with("VB ") || style.id == BASE.id;
            assert!(is_of_the_family && !style.name.contains(','), "{}", style.name);
        }
    }

    #[test]
    fn no_two_styles_share_an_id_or_a_name() {
        let ids: BTreeSet<_> = roles().iter().map(|role| role.id).collect();
        let names: BTreeSet<_> = roles().iter().map(|role| role.name).collect();
        assert_eq!((ids.len(), names.len()), (roles().len(), roles().len()));
    }

    #[test]
    fn running_text_keeps_the_decrees_gaps_and_pitch() {
        let styles = roles().into_iter().map(StyleRole::style);
        for style in styles.filter(|style| style.paragraph.alignment == Alignment::Justified) {
            assert!(style.paragraph.before.0 >= figures::PARAGRAPH_GAP.0, "{}", style.id);
            assert!(figures::FIRST_LINES.contains(&style.paragraph.first_line), "{}", style.id);
            assert_eq!(style.paragraph.line, LineSpacing::Multiple(figures::LINE_SPACING.chosen), "{}", style.id);
        }
    }
}
