//! Numbers in words: `1171` is "một nghìn một trăm bảy mươi mốt".
//!
//! Owns how a whole number is read aloud. Must not know what is counted. A message that asks which of two figures is
//! meant shows one of them in words, which no dot or comma can blur.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const SCALES: [&str; 4] = ["", " nghìn", " triệu", " tỷ"];

/// A whole number below a thousand billion in words; in digits from there on.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::spoken::spoken;
/// assert_eq!(spoken(1171), "một nghìn một trăm bảy mươi mốt");
/// ```
#[must_use]
pub fn spoken(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = number;
    while rest > 0 {
        groups.push(rest % 1000);
        rest /= 1000;
    }
    if groups.len() > SCALES.len() {
        return number.to_string();
    }
    let last = groups.len() - 1;
    let filled = groups.iter().enumerate().rev().filter(|(_, group)| **group > 0);
    let words: Vec<String> =
        filled.map(|(scale, group)| below_thousand(*group, scale < last) + SCALES[scale]).collect();
    words.join(" ")
}

/// A group of three digits; behind another group its hundreds are named even where they are none.
fn below_thousand(group: u64, is_behind_another: bool) -> String {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let mut words = Vec::new();
    if hundreds > 0 || is_behind_another {
        words.push(format!("{} trăm", digit(hundreds)));
    }
    match (tens, ones) {
        (0, 0) => {}
        (0, _) if words.is_empty() => {}
        (0, _) => words.push("linh".to_owned()),
        (1, _) => words.push("mười".to_owned()),
        _ => words.push(format!("{} mươi", digit(tens))),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt".to_owned()),
        (1.., 5) => words.push("lăm".to_owned()),
        _ => words.push(digit(ones).to_owned()),
    }
    words.join(" ")
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|place| DIGITS.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_read_them() {
        for (number, words) in [
            (5, "năm"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (105, "một trăm linh năm"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_200, "một nghìn hai trăm"),
            (12_345, "mười hai nghìn ba trăm bốn mươi lăm"),
            (2_000_000, "hai triệu"),
        ] {
            assert_eq!(spoken(number), words);
        }
    }
}
