//! The headings among the roles, and the roles that follow the body text.
//!
//! Owns their levels in the outline of a document: for the navigation pane, bookmarks and a table of contents; and whose
//! size and spacing change with those of the body. Must not know their look. `styles` writes both into the styles.

use super::{
    ANNEX_LABEL, ANNEX_TITLE, ARTICLE, ARTICLE_HEADING, CLAUSE, CLAUSE_HEADING, DASH, GROUND, PART, PART_TITLE, POINT,
    POINT_HEADING, SECTION_HEADING, StyleRole,
};

/// The headings, with their levels from 0.
const HEADINGS: [(&StyleRole, u8); 8] = [
    (&PART, 0),
    (&PART_TITLE, 1),
    (&SECTION_HEADING, 0),
    (&ARTICLE_HEADING, 0),
    (&CLAUSE_HEADING, 1),
    (&POINT_HEADING, 2),
    (&ANNEX_LABEL, 0),
    (&ANNEX_TITLE, 1),
];

/// The text of the body besides its paragraphs: who changes VB Nội dung in Word changes these too.
const OF_BODY: [&StyleRole; 9] =
    [&GROUND, &SECTION_HEADING, &CLAUSE_HEADING, &CLAUSE, &POINT_HEADING, &POINT, &DASH, &ARTICLE_HEADING, &ARTICLE];

/// Whether the style with this id stands on the body's.
pub(super) fn stands_on_body(style: &str) -> bool {
    OF_BODY.iter().any(|role| role.id == style)
}

/// The level of the heading with this style; `None` for what is no heading.
pub(super) fn level(style: &str) -> Option<u8> {
    HEADINGS.iter().find(|(heading, _)| heading.id == style).map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::super::{BODY, of_document};
    use super::*;

    #[test]
    fn body_text_follows_a_heading_and_nothing_else_is_in_the_outline() {
        let ids: Vec<&str> = HEADINGS.iter().map(|(heading, _)| heading.id).collect();
        let styles = of_document(&ids);
        let headings: Vec<_> = styles.iter().filter(|style| style.outline_level.is_some()).collect();
        assert_eq!(headings.len(), HEADINGS.len());
        assert!(headings.iter().all(|heading| heading.next == Some(BODY.id) && heading.paragraph.keep_next));
        assert!(styles.iter().all(|style| style.outline_level.is_some() || style.next.is_none()));
        assert!(styles.iter().any(|style| style.id == BODY.id));
    }
}
