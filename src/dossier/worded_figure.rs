//! A figure typed with words: `171 hộ`, `1 171`, `khoảng 171`, `171/250`, `> 90%`.
//!
//! Owns which of them are certain: a number with nothing but its own unit of measure beside it. Must not know what is
//! counted. `amounts` takes those, and asks about the others with the number to type.

use rust_decimal::Decimal;

use super::nothing;
use crate::vietnamese::{fold, number};

/// What a text with words says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WordedFigure {
    /// This number and nothing else: a plain decimal.
    Certain(String),
    /// This number, if the other words do not matter: a plain decimal.
    Likely(String),
}

/// A number in a text, with the words behind it up to the next one.
struct Found<'a> {
    plain: String,
    behind: &'a str,
}

impl WordedFigure {
    /// The figure in a text that is no number, given its unit of measure; `None` where no single one can be meant.
    pub(super) fn of(text: &str, measure: Option<&str>) -> Option<Self> {
        let text = text.trim();
        let Some(first) = text.find(|letter: char| letter.is_ascii_digit()) else { return without_digits(text) };
        let measure = measure.map(fold::key).unwrap_or_default();
        let found = numbers(&text[first..], measure.starts_with('%'));
        if let [only] = found.as_slice() {
            let unit = fold::key(only.behind);
            let is_own = unit.is_empty() || unit == measure || measure.starts_with('%') && is_percent(&unit);
            if first == 0 && is_own && !only.behind.contains(['+', '-', '>', '<', '~', '/']) {
                return Some(Self::Certain(only.plain.clone()));
            }
        }
        likely(&found, &measure).map(Self::Likely)
    }
}

fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "phan tram")
}

/// The number that is probably meant: the only one, the one with the unit of measure, the first of a fraction or before
/// a remark, or a sum.
fn likely(found: &[Found<'_>], measure: &str) -> Option<String> {
    let has_unit = |found: &&Found| !measure.is_empty() && fold::has_key(found.behind.trim_matches(is_joint), measure);
    let mut with_unit = found.iter().filter(has_unit);
    let (first, others) = found.split_first()?;
    if others.is_empty() {
        return Some(multiplied(first, measure));
    }
    // «6/8 thôn»: the unit of measure behind the whole is that of both.
    if others.len() == 1 && first.behind.trim() == "/" {
        return Some(first.plain.clone());
    }
    if let (Some(only), None) = (with_unit.next(), with_unit.next()) {
        return Some(only.plain.clone());
    }
    let joint = first.behind.trim_end().chars().next_back()?;
    match joint {
        '/' | '(' => Some(first.plain.clone()),
        '+' => sum(found),
        _ => None,
    }
}

fn is_joint(letter: char) -> bool {
    !letter.is_alphanumeric() && letter != '%'
}

fn sum(found: &[Found<'_>]) -> Option<String> {
    let amounts = found.iter().map(|found| Decimal::from_str_exact(&found.plain).ok());
    amounts.sum::<Option<Decimal>>().map(|sum| sum.to_string())
}

/// The number times the thousands or millions named behind it, unless these are its unit of measure.
fn multiplied(found: &Found<'_>, measure: &str) -> String {
    const WORDS: [(&str, i64); 5] =
        [("nghin", 1_000), ("ngan", 1_000), ("trieu", 1_000_000), ("ty", 1_000_000_000), ("ti", 1_000_000_000)];
    let key = fold::key(found.behind);
    let word = key.split(' ').next().unwrap_or_default();
    let times = WORDS.iter().find(|(known, _)| *known == word && !measure.starts_with(known));
    let product =
        times.and_then(|(_, times)| Decimal::from_str_exact(&found.plain).ok()?.checked_mul(Decimal::from(*times)));
    product.map_or_else(|| found.plain.clone(), |product| product.normalize().to_string())
}

/// The numbers of a text that begins with a digit.
fn numbers(text: &str, is_percent: bool) -> Vec<Found<'_>> {
    const MOST: usize = 6;
    let mut found = Vec::new();
    let mut rest = text;
    while found.len() < MOST && rest.starts_with(|letter: char| letter.is_ascii_digit()) {
        let end = number_end(rest);
        let (typed, after) = rest.split_at(end);
        let next = after.find(|letter: char| letter.is_ascii_digit()).unwrap_or(after.len());
        let (behind, further) = after.split_at(next);
        let is_percent = is_percent || behind.trim_start().starts_with('%');
        let Some(plain) = plain(typed, is_percent) else { return Vec::new() };
        found.push(Found { plain, behind });
        rest = further;
    }
    found
}

/// Where the number at the beginning of a text ends: dots and commas within it, and blanks before three digits.
fn number_end(text: &str) -> usize {
    let part = |text: &str| {
        let end = text.find(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter))).unwrap_or(text.len());
        text[..end].trim_end_matches(['.', ',']).len()
    };
    let mut end = part(text);
    let is_group = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        digits == 3 && !text[digits..].starts_with(['/', '.'])
    };
    if end <= 3 {
        while let Some(next) = text[end..].strip_prefix([' ', '\u{a0}']).filter(|next| is_group(next)) {
            end = text.len() - next.len() + part(next);
        }
    }
    end
}

/// The plain decimal of a typed number. A single dot in a percentage parts decimals: no percentage has thousands.
fn plain(typed: &str, is_percent: bool) -> Option<String> {
    let bare: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    match number::parse(&bare) {
        Ok(plain) => Some(plain),
        Err(number::NumberFault::Ambiguous) if is_percent => number::parse(&bare.replacen('.', ",", 1)).ok(),
        Err(_) => None,
    }
}

/// A text without digits: none at all, or letters that look like digits.
fn without_digits(text: &str) -> Option<WordedFigure> {
    const LONGEST: usize = 6;
    if nothing::is_blank_word(text) && text.chars().any(char::is_alphabetic) || matches!(text, "O" | "o") {
        return Some(WordedFigure::Likely("0".to_owned()));
    }
    let digits: String = text.chars().map(looks_like).collect();
    let is_number = text.len() <= LONGEST && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(WordedFigure::Likely(digits))
}

/// The digit that a letter looks like.
fn looks_like(letter: char) -> char {
    match letter {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(plain: &str) -> WordedFigure {
        WordedFigure::Certain(plain.to_owned())
    }

    fn likely(plain: &str) -> WordedFigure {
        WordedFigure::Likely(plain.to_owned())
    }

    #[test]
    fn a_number_with_its_own_unit_is_certain() {
        for (text, plain) in [
            ("171 hộ", "171"),
            ("171hộ", "171"),
            ("171 (hộ)", "171"),
            ("1 171", "1171"),
            ("1 171 hộ", "1171"),
            ("1.171 hộ", "1171"),
            ("171.", "171"),
            ("171*", "171"),
            ("12 345 678", "12345678"),
        ] {
            assert_eq!(WordedFigure::of(text, Some("hộ")), Some(certain(plain)), "{text}");
        }
        for (text, plain) in [("78,4 phần trăm", "78.4"), ("78.4%", "78.4"), ("78,4 (%)", "78.4"), ("70%.", "70")] {
            assert_eq!(WordedFigure::of(text, Some("%")), Some(certain(plain)), "{text}");
        }
        assert_eq!(WordedFigure::of("420 triệu đồng", Some("triệu đồng")), Some(certain("420")));
    }

    #[test]
    fn a_number_with_other_words_is_asked_about() {
        for (text, plain) in [
            ("khoảng 171", "171"),
            ("> 171", "171"),
            ("≥171 hộ", "171"),
            ("171 người", "171"),
            ("171/250", "171"),
            ("171/250 hộ", "171"),
            ("6 / 8 hộ", "6"),
            ("171 hộ/210 hộ", "171"),
            ("171 (81%)", "171"),
            ("171 + 20", "191"),
            ("2 lớp, 171 hộ", "171"),
            ("0,171 nghìn hộ", "171"),
            ("171 nghìn hộ", "171000"),
            ("không", "0"),
            ("O", "0"),
        ] {
            assert_eq!(WordedFigure::of(text, Some("hộ")), Some(likely(plain)), "{text}");
        }
        assert_eq!(WordedFigure::of("> 90%", Some("%")), Some(likely("90")));
    }

    #[test]
    fn what_names_no_single_number_gives_none() {
        for text in ["đang thống kê", "171 – 180", "2 lớp, 171 người", "một trăm", "1.2.3 hộ", "chưa có"]
        {
            assert_eq!(WordedFigure::of(text, Some("hộ")), None, "{text}");
        }
    }
}
