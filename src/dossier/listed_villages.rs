//! Villages in one cell under one word: «thôn Bến Đá, Cây Đa», «tổ dân phố 1, 2 và 3», and words for all of them, «16/16 thôn».
//!
//! Owns taking such texts apart. Must not know tasks. `parties` and `register` call it.

use crate::contract::dictionary;
use crate::vietnamese::fold;

/// The villages that a text lists, each with the word for a village; `None` for any other text.
pub(super) fn listed(text: &str) -> Option<Vec<String>> {
    const MOST_WORDS: usize = 4;
    let sort = sort_of(text)?;
    let parts: Vec<&str> = text.split([',', '\n']).flat_map(|part| part.split(" và ")).map(str::trim).collect();
    let is_name = |part: &str| {
        part.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
            && part.split(' ').count() <= MOST_WORDS
    };
    let named = parts.iter().map(|part| match sort_of(part) {
        Some(own) => is_name(part[own.len()..].trim_start()).then(|| (*part).to_owned()),
        None => is_name(part).then(|| format!("{sort} {part}")),
    });
    let named: Vec<String> = named.collect::<Option<_>>()?;
    (named.len() > 1).then_some(named)
}

/// Whether a text means all villages, of which there are so many: «16/16 thôn» of 16, «cả 5 ấp» of 5, «toàn bộ các thôn»
/// of any number.
pub(super) fn are_all(text: &str, are_so_many: impl Fn(usize) -> bool) -> bool {
    // Nearly every text is ruled out by its first word.
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    if !first.starts_with(|letter: char| letter.is_ascii_digit()) && !["cả", "toàn", "tất"].contains(&first.as_str())
    {
        return false;
    }
    let key = fold::key(text);
    let mut sorts = dictionary().village_types().iter().map(|sort| fold::key(sort));
    let Some(sort) = sorts.find(|sort| key.ends_with(sort.as_str())) else { return false };
    let mut numbers = Vec::new();
    let (mut says_all, mut has_other) = (false, false);
    for word in key[..key.len() - sort.len()].split_whitespace() {
        match word.parse::<usize>() {
            Ok(number) => numbers.push(number),
            Err(_) if ["ca", "toan", "bo", "tat"].contains(&word) => says_all = true,
            Err(_) => has_other |= word != "cac",
        }
    }
    match numbers.as_slice() {
        _ if has_other => false,
        [] => says_all,
        [number] => says_all && are_so_many(*number),
        [done, whole] => done == whole && are_so_many(*whole),
        _ => false,
    }
}

/// Words for all villages as a sentence has them: «các thôn» for «9/9 thôn»; `None` for a text that is printed as typed.
pub(super) fn in_words(text: &str) -> Option<String> {
    if !are_all(text, |_| true) {
        return None;
    }
    let key = fold::key(text);
    let sort = dictionary().village_types().iter().find(|sort| key.ends_with(fold::key(sort).as_str()))?;
    Some(format!("các {sort}"))
}

/// The name of the collective of all villages in the dictionary.
pub(super) fn name_of_all() -> &'static str {
    let known = dictionary().units().iter().find(|unit| unit.id == "thon");
    known.expect("the dictionary has the collective of all villages").name
}

/// The word for a village, as typed, with which a text begins.
fn sort_of(text: &str) -> Option<&str> {
    let small = text.to_lowercase();
    let is_first = |sort: &&&str| small.strip_prefix(**sort).is_some_and(|rest| rest.starts_with(' '));
    let sort = dictionary().village_types().iter().filter(is_first).max_by_key(|sort| sort.len())?;
    // A letter whose lower-case form has another length would shift the end.
    text.get(..sort.len()).filter(|_| small.len() == text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn villages_share_the_word_before_the_first() {
        let check = |text: &str, expected: &[&str]| assert_eq!(listed(text).as_deref().unwrap_or_default(), expected);
        check("thôn Bến Đá, Cây Đa", &["thôn Bến Đá", "thôn Cây Đa"]);
        check("Tổ dân phố 1, 2 và 3", &["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3"]);
        check("Thôn Đông, thôn Tây", &["Thôn Đông", "thôn Tây"]);
        for text in ["Thôn Đông", "Thôn Đông, công an xã", "thôn trưởng, bí thư", "Phòng Kinh tế, Công an xã"]
        {
            check(text, &[]);
        }
    }

    #[test]
    fn words_for_all_villages_are_known() {
        for (text, number) in [("16/16 thôn", 16), ("Cả 5 ấp", 5), ("Toàn bộ các thôn", 9)] {
            assert!(are_all(text, |named| named == number), "{text}");
        }
        for text in ["15/16 thôn", "5 thôn", "Trưởng thôn", "Công an xã", "thôn"] {
            assert!(!are_all(text, |_| true), "{text}");
        }
    }
}
