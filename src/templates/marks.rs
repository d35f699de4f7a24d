//! The marks of CommonMark that documents can't have.
//!
//! Owns the list of them, as a clerk types each. Must not know the meaning of the other marks: `draft` makes blocks of
//! them.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::blocks::Fence;
use crate::vietnamese::text;

/// The mark that documents can't have, as a clerk types it; `text` is the text at the event's range.
pub(crate) fn refused(event: &Event, text: &str) -> Option<&'static str> {
    match event {
        Event::Text(letters) => is_hidden_letter(letters, text).then_some("&…;"),
        Event::Rule => Some("---"),
        Event::Code(_) => Some("`…`"),
        Event::Html(_) | Event::InlineHtml(_) => Some("<…>"),
        Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
            Some("[^…]")
        }
        Event::Start(tag) => match tag {
            Tag::Heading { level, .. } if depth(*level) > 3 => Some("####"),
            // A line of dashes beneath a text makes it a heading.
            Tag::Heading { .. } if !text.trim_start().starts_with('#') => Some("---"),
            Tag::BlockQuote(_) => Some(">"),
            // Four blanks at the start of a line make code, too.
            Tag::CodeBlock(CodeBlockKind::Indented) => Some("␣␣␣␣"),
            Tag::CodeBlock(CodeBlockKind::Fenced(fence)) if Fence::of(fence).is_some() => None,
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some("```"),
            Tag::Link { .. } => Some("[…](…)"),
            Tag::Image { .. } => Some("![…](…)"),
            Tag::Table(_) => Some("|…|"),
            _ => None,
        },
        Event::End(_) | Event::SoftBreak | Event::HardBreak => None,
    }
}

/// Whether a letter is typed by its number, `&#1;`, and is not allowed in any text: an escaped letter or a control.
fn is_hidden_letter(letters: &str, typed: &str) -> bool {
    let is_hidden = |letter: char| letter.is_control() || text::is_unprintable(letter);
    typed.starts_with('&')
        && letters != typed
        && (letters.chars().any(is_hidden) || text::legible(letters).chars().count() < letters.chars().count())
}

/// The number of `#` of a heading.
pub(crate) fn depth(level: HeadingLevel) -> usize {
    level as usize
}
