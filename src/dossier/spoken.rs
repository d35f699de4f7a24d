//! What a message calls a task: its code, else the beginning of its words.
//!
//! Owns cutting them short. Must not know any message. Rules and the reading of Kết quả ask it: whoever reads a message
//! without codes knows the task by its words, not by a cell.

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
    /// Its code, else the beginning of its words in marks.
    pub(super) fn spoken(&self) -> String {
        let content = || format!("«{}»", shortened(&self.paragraphs.join(" ")));
        self.id.as_ref().map_or_else(content, |id| id.value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_two() {
        assert_eq!(shortened("Họp dân  về quy định mới"), "Họp dân về quy định mới");
        let long = "Rà soát, thống kê nhu cầu học nghề, việc làm của người dân trên địa bàn các thôn";
        assert_eq!(shortened(long), "Rà soát, thống kê nhu cầu học nghề, việc làm của người dân …");
    }
}
