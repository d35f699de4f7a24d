//! The one pass over all XML that docx-rs writes: order, empty elements and ids as Word's schema requires.
//!
//! Owns the schema's order of children. Must not know what the document says. Its output is the same tree, corrected.
//! Order matters: Word offers to repair a file with wrong order, and calls larger ones corrupt.

use super::xml::Element;

/// The namespaces that our parts use, declared at each root.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
];

/// Elements that mean nothing when empty, and are sometimes an error then.
const BAGS: [&str; 7] = ["w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:pPrDefault", "w:pBdr", "w:tblBorders"];

/// Elements that docx-rs lacks: the parent, the element written in its place, and the one meant. `table` writes a height
/// for a row repeated on every page.
const PLACE_KEEPERS: [(&str, &str, &str); 1] = [("w:trPr", "w:trHeight", "w:tblHeader")];

/// The order of children by ISO/IEC 29500-1 (transitional), for every element in which docx-rs may break it.
const ORDERS: [(&str, &[&str]); 10] = [
    ("w:pPr", &PARAGRAPH),
    ("w:rPr", &RUN),
    ("w:sectPr", &SECTION),
    ("w:tblPr", &TABLE),
    ("w:trPr", &ROW),
    ("w:tcPr", &CELL),
    ("w:style", &STYLE),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
];

/// `CT_PPr`.
#[rustfmt::skip]
const PARAGRAPH: [&str; 36] = [
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
    "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
    "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
    "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr",
    "w:sectPr", "w:pPrChange",
];

/// `CT_RPr`.
#[rustfmt::skip]
const RUN: [&str; 39] = [
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike",
    "w:outline", "w:shadow", "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden",
    "w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:effect",
    "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout",
    "w:specVanish", "w:oMath",
];

/// `CT_SectPr`.
#[rustfmt::skip]
const SECTION: [&str; 21] = [
    "w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar",
    "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign", "w:noEndnote",
    "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:sectPrChange",
];

/// `CT_TblPr`.
#[rustfmt::skip]
const TABLE: [&str; 17] = [
    "w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:bidiVisual", "w:tblStyleRowBandSize", "w:tblStyleColBandSize",
    "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar",
    "w:tblLook", "w:tblCaption", "w:tblDescription",
];

/// `CT_TrPr`.
#[rustfmt::skip]
const ROW: [&str; 15] = [
    "w:cnfStyle", "w:divId", "w:gridBefore", "w:gridAfter", "w:wBefore", "w:wAfter", "w:cantSplit", "w:trHeight",
    "w:tblHeader", "w:tblCellSpacing", "w:jc", "w:hidden", "w:ins", "w:del", "w:trPrChange",
];

/// `CT_TcPr`.
#[rustfmt::skip]
const CELL: [&str; 13] = [
    "w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar",
    "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
];

/// `CT_Style`.
#[rustfmt::skip]
const STYLE: [&str; 18] = [
    "w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:autoRedefine", "w:hidden", "w:uiPriority",
    "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:locked", "w:rsid", "w:pPr", "w:rPr", "w:tblPr", "w:trPr",
    "w:tcPr",
];

/// Corrects a part, from its root down.
pub(super) fn tidy(root: &mut Element) {
    root.clear_attributes();
    for (name, namespace) in NAMESPACES {
        root.set_attribute(name, namespace);
    }
    tidy_element(root);
}

/// Corrects an element that goes into a part by itself.
pub(super) fn tidy_element(element: &mut Element) {
    // Paragraph ids come from a counter of the process; nothing that we write uses them.
    element.remove_attribute("w14:paraId");
    if element.name() == "w:gridCol" {
        element.remove_attribute("w:type");
    }
    let name = element.name().to_owned();
    for child in element.children_mut() {
        tidy_element(child);
        let is_kept = |(parent, kept, _): &&(&str, &str, &str)| *parent == name && *kept == child.name();
        if let Some((.., meant)) = PLACE_KEEPERS.iter().find(is_kept) {
            *child = Element::new(meant);
        }
    }
    element.retain(|child| !(BAGS.contains(&child.name()) && child.is_bare()));
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name()) {
        element.sort_by_rank(|name| order.iter().position(|known| *known == name).unwrap_or(order.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::{DOCUMENT, HEADER, STYLES};
    use super::super::xml::{DECLARATION, parse};
    use super::super::{demo, write};
    use super::*;

    fn check(input: &str, expected: &str) {
        let input = format!("<w:part>{input}</w:part>");
        let mut root = parse(&input);
        tidy(&mut root);
        let output = String::from_utf8(root.to_part()).expect("a part is UTF-8");
        let [(r, r_uri), (w, w_uri)] = NAMESPACES;
        assert_eq!(output, format!(r#"{DECLARATION}<w:part {r}="{r_uri}" {w}="{w_uri}">{expected}</w:part>"#));
    }

    #[test]
    fn no_child_is_twice_in_an_order() {
        for (name, order) in ORDERS {
            for (index, child) in order.iter().enumerate() {
                assert!(!order[index + 1..].contains(child), "{child} is twice in {name}");
            }
        }
    }

    /// Every child of an ordered element must be in its order: an unknown one would be put last, perhaps wrongly.
    fn assert_known(element: &Element) {
        if let Some((name, order)) = ORDERS.iter().find(|(name, _)| *name == element.name()) {
            for child in element.children() {
                assert!(order.contains(&child.name()), "{} is unknown in {name}", child.name());
            }
        }
        element.children().for_each(assert_known);
    }

    #[test]
    fn every_written_element_is_in_its_order() {
        let docx = write(&demo::document());
        for name in [DOCUMENT, HEADER, STYLES] {
            assert_known(&parse(&demo::part(&docx, name)));
        }
    }

    #[test]
    fn paragraph_settings_are_put_in_order() {
        check(
            r#"<w:p><w:pPr><w:rPr><w:szCs/><w:b/></w:rPr><w:jc w:val="both"/><w:keepNext/><w:pStyle/></w:pPr></w:p>"#,
            r#"<w:p><w:pPr><w:pStyle/><w:keepNext/><w:jc w:val="both"/><w:rPr><w:b/><w:szCs/></w:rPr></w:pPr></w:p>"#,
        );
    }

    #[test]
    fn the_header_comes_first_in_a_section() {
        check(
            "<w:sectPr><w:pgSz/><w:cols/><w:headerReference/><w:pgNumType/><w:titlePg/></w:sectPr>",
            "<w:sectPr><w:headerReference/><w:pgSz/><w:pgNumType/><w:cols/><w:titlePg/></w:sectPr>",
        );
    }

    #[test]
    fn a_style_ends_with_its_settings() {
        check(
            "<w:style><w:name/><w:rPr><w:sz/></w:rPr><w:pPr><w:rPr /><w:jc/></w:pPr><w:qFormat/><w:uiPriority/><w:basedOn/></w:style>",
            "<w:style><w:name/><w:basedOn/><w:uiPriority/><w:qFormat/><w:pPr><w:jc/></w:pPr><w:rPr><w:sz/></w:rPr></w:style>",
        );
    }

    #[test]
    fn a_table_and_its_children_are_put_in_order() {
        check(
            "<w:tblPr><w:jc/><w:tblBorders /><w:tblCellMar><w:right/><w:top/></w:tblCellMar><w:tblInd/><w:tblLayout/></w:tblPr>",
            "<w:tblPr><w:jc/><w:tblInd/><w:tblLayout/><w:tblCellMar><w:top/><w:right/></w:tblCellMar></w:tblPr>",
        );
    }

    #[test]
    fn empty_elements_are_removed_with_their_empty_parents() {
        check(
            "<w:p><w:pPr><w:rPr /></w:pPr><w:r><w:rPr /><w:t>a</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
        );
    }

    #[test]
    fn ids_from_counters_of_the_process_are_removed() {
        check(r#"<w:p w14:paraId="0000002a"/><w:gridCol w:w="5" w:type="dxa"/>"#, r#"<w:p/><w:gridCol w:w="5"/>"#);
    }

    #[test]
    fn a_height_in_a_row_becomes_a_repeated_header() {
        check(
            r#"<w:tr><w:trPr><w:trHeight w:val="0" w:hRule="auto"/><w:cantSplit/></w:trPr></w:tr>"#,
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr></w:tr>",
        );
    }

    #[test]
    fn escaped_text_is_not_changed() {
        let text = r#"<w:t xml:space="preserve">  a &amp;lt; &#65; "b"  </w:t>"#;
        check(text, text);
    }
}
