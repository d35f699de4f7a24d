//! Numbers as clerks type them: dots between thousands, a comma before decimals.
//!
//! Owns both conversions between that form and plain decimals, digit by digit. Must not know what is counted. Every
//! typed or printed figure is converted here, never through a float.

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// The text is not a number at all, or its dots do not separate thousands: `mười`, `1.2.3`, `1,200,000`.
    NotANumber,
    /// A single dot that does not separate thousands: `1.2` may be 1,2 or a part of 1.200.
    Ambiguous,
}

/// The plain decimal of a typed number: `1.200` is `1200`, `1,5` is `1.5`, `1.200,5` is `1200.5`.
///
/// All typed decimals are kept; leading zeros and the sign of zero are removed. A minus or plus may come first.
///
/// # Errors
/// A [`NumberFault`]; an empty text is not a number.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::number::{NumberFault, parse};
/// assert_eq!(parse("12.000.000").as_deref(), Ok("12000000"));
/// assert_eq!(parse("1.2"), Err(NumberFault::Ambiguous));
/// ```
pub fn parse(text: &str) -> Result<String, NumberFault> {
    let (is_negative, unsigned) = without_sign(text.trim());
    let (whole, decimals) = match unsigned.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return Err(NumberFault::NotANumber);
    }
    let digits = match without_thousands(whole) {
        Err(NumberFault::Ambiguous) if decimals.is_some() => return Err(NumberFault::NotANumber),
        digits => digits?,
    };
    let plain = match decimals {
        Some(decimals) => format!("{digits}.{decimals}"),
        None => digits,
    };
    let is_zero = !plain.contains(|digit: char| ('1'..='9').contains(&digit));
    Ok(if is_negative && !is_zero { format!("-{plain}") } else { plain })
}

/// A plain decimal as clerks read it: `-1200.5` is `-1.200,5`. A text that is not a plain decimal is unchanged.
#[must_use]
pub fn printed(plain: &str) -> String {
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", plain),
    };
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    if !is_digits(whole) || decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return plain.to_owned();
    }
    let decimals = decimals.map_or(String::new(), |decimals| format!(",{decimals}"));
    format!("{sign}{}{decimals}", with_thousands(whole))
}

fn without_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−']) {
        Some(unsigned) => (true, unsigned),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The digits of a whole number, without dots and leading zeros.
fn without_thousands(whole: &str) -> Result<String, NumberFault> {
    let groups: Vec<&str> = whole.split('.').collect();
    if !groups.iter().all(|group| is_digits(group)) {
        return Err(NumberFault::NotANumber);
    }
    let are_thousands = groups[0].len() <= 3 && !groups[0].starts_with('0') && groups[1..].iter().all(|g| g.len() == 3);
    match groups.len() {
        1 => Ok(without_leading_zeros(whole)),
        _ if are_thousands => Ok(groups.concat()),
        2 => Err(NumberFault::Ambiguous),
        _ => Err(NumberFault::NotANumber),
    }
}

fn with_thousands(digits: &str) -> String {
    let mut written = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

fn without_leading_zeros(digits: &str) -> String {
    let stripped = digits.trim_start_matches('0');
    if stripped.is_empty() { "0".to_owned() } else { stripped.to_owned() }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: Result<&str, NumberFault>) {
        assert_eq!(parse(text).as_deref(), expected.as_ref().map(|plain| *plain), "{text}");
    }

    #[test]
    fn dots_separate_thousands_and_a_comma_decimals() {
        check("1.200", Ok("1200"));
        check("1,5", Ok("1.5"));
        check("1.200,5", Ok("1200.5"));
        check("12.000.000", Ok("12000000"));
        check("1200", Ok("1200"));
        check("1200,50", Ok("1200.50"));
        check("\u{a0}85 ", Ok("85"));
        check("0", Ok("0"));
        check("007", Ok("7"));
        check("0,05", Ok("0.05"));
    }

    #[test]
    fn a_number_may_begin_with_a_sign() {
        check("-1.200", Ok("-1200"));
        check("−0,5", Ok("-0.5"));
        check("+3", Ok("3"));
        check("-0", Ok("0"));
        check("-0,00", Ok("0.00"));
    }

    #[test]
    fn a_single_dot_that_separates_no_thousands_is_ambiguous() {
        for text in ["1.2", "1.23", "0.5", "0.200", "1200.5", "1.2345", "85.00", "-1.2"] {
            check(text, Err(NumberFault::Ambiguous));
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in
            ["", "-", "x", "1.2.3", "1.200.5", "1,2,3", "1,200,000", "1.2,5", ".5", ",5", "5,", "5.", "85%", "1 200"]
        {
            check(text, Err(NumberFault::NotANumber));
        }
    }

    #[test]
    fn a_plain_decimal_is_printed_with_dots_and_a_comma() {
        for (plain, expected) in [
            ("0", "0"),
            ("120", "120"),
            ("1200", "1.200"),
            ("12000000", "12.000.000"),
            ("-1200.50", "-1.200,50"),
            ("81.25", "81,25"),
            ("chưa có", "chưa có"),
            ("1.", "1."),
        ] {
            assert_eq!(printed(plain), expected);
        }
    }

    proptest! {
        #[test]
        fn a_printed_number_can_be_parsed(plain in "-?[1-9][0-9]{0,20}(\\.[0-9]{1,6})?|0(\\.[0-9]{0,4}[1-9])?") {
            prop_assert_eq!(parse(&printed(&plain)), Ok(plain));
        }

        #[test]
        fn a_parsed_number_is_printed_as_typed(typed in "[1-9][0-9]{0,2}(\\.[0-9]{3}){0,4}(,[0-9]{1,4})?") {
            let plain = parse(&typed);
            prop_assert_eq!(plain.map(|plain| printed(&plain)), Ok(typed));
        }

        #[test]
        fn any_text_can_be_parsed(text in "\\PC*", digits in "[-+0-9.,]{0,12}") {
            let _ = (parse(&text), printed(&text));
            if let Ok(plain) = parse(&digits) {
                prop_assert_eq!(parse(&printed(&plain)), Ok(plain));
            }
        }
    }
}
