//! The name of a task in a message: its code, or else the beginning of its content.
//!
//! Owns shortening the content. Must not know any message. Rules and the parser of Kết quả use it. A reader of a
//! message recognises a task without a code by its words, not by a cell.

use super::Assignment;

/// A text of at most 60 letters, cut between words.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && short.chars().count() + word.chars().count() >= MOST {
            return short + " …";
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

impl Assignment {
    /// Its code, or else the beginning of its content in quotation marks.
    pub(super) fn short_name(&self) -> String {
        let content = || format!("«{}»", shortened(&self.paragraphs.join(" ")));
        self.id.as_ref().map_or_else(content, |id| id.value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("Họp dân  về quy định mới"), "Họp dân về quy định mới");
        let long = "Rà soát, thống kê nhu cầu học nghề, việc làm của người dân trên địa bàn các thôn";
        assert_eq!(shortened(long), "Rà soát, thống kê nhu cầu học nghề, việc làm của người dân …");
    }
}
