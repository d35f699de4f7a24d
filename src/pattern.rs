//! Text with named gaps: `{ten_goi} {ky}`.
//!
//! Owns finding the gaps and filling each once. Must not know what a gap means. Its output is the text of messages
//! (`answers`) and the names of files (`settings`).

/// A text with gaps, split into its pieces.
///
/// # Examples
/// ```
/// use vanthu::pattern::Pattern;
/// let pattern = Pattern::new("{loai} - {ten}");
/// assert_eq!(pattern.gaps(), ["loai", "ten"]);
/// // A value is never read for gaps of its own.
/// let name = pattern.fill(|gap| if gap == "loai" { Some("Kế hoạch {ten}") } else { Some("Bản Nà") });
/// assert_eq!(name, "Kế hoạch {ten} - Bản Nà");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<PatternPiece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PatternPiece {
    Text(String),
    Gap(String),
}

impl Pattern {
    /// Splits a text at its gaps; a brace without its partner is text. An empty text has no piece.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, gap, after)) = next_gap(rest) {
            push_text(&mut pieces, before);
            pieces.push(PatternPiece::Gap(gap.to_owned()));
            rest = after;
        }
        push_text(&mut pieces, rest);
        Self { pieces }
    }

    /// The names of the gaps, in order; a gap that occurs twice is listed twice.
    #[must_use]
    pub fn gaps(&self) -> Vec<&str> {
        let gaps = self.pieces.iter().filter_map(|piece| match piece {
            PatternPiece::Gap(name) => Some(name.as_str()),
            PatternPiece::Text(_) => None,
        });
        gaps.collect()
    }

    /// The text with every gap filled; a gap without a value stays as written.
    #[must_use]
    pub fn fill<'a>(&self, value_of: impl Fn(&str) -> Option<&'a str>) -> String {
        let mut filled = String::new();
        for piece in &self.pieces {
            match piece {
                PatternPiece::Text(text) => filled.push_str(text),
                PatternPiece::Gap(name) => match value_of(name) {
                    Some(value) => filled.push_str(value),
                    None => filled.extend(["{", name, "}"]),
                },
            }
        }
        filled
    }
}

impl std::fmt::Display for Pattern {
    /// The text as it was written, with its gaps.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.fill(|_| None))
    }
}

/// The text before the first gap, the gap's name, and the text after it.
fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let first_brace = text.find('{')?;
    let end = first_brace + text[first_brace..].find('}')?;
    let start = text[..end].rfind('{')?;
    Some((&text[..start], &text[start + 1..end], &text[end + 1..]))
}

fn push_text(pieces: &mut Vec<PatternPiece>, text: &str) {
    if !text.is_empty() {
        pieces.push(PatternPiece::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brace_without_its_partner_is_text() {
        for text in ["a } b", "a { b", "}{", "", "} } x"] {
            assert_eq!(Pattern::new(text).gaps(), [""; 0], "{text}");
            assert_eq!(Pattern::new(text).fill(|_| Some("?")), text);
        }
        assert_eq!(Pattern::new("} { {ten} }").fill(|_| Some("Bản Nà")), "} { Bản Nà }");
        assert_eq!(Pattern::new(&"}".repeat(400_000)).gaps(), [""; 0]);
    }

    #[test]
    fn a_gap_without_a_value_stays() {
        assert_eq!(Pattern::new("{ten} {ky}").fill(|gap| (gap == "ky").then_some("2026")), "{ten} 2026");
    }
}
