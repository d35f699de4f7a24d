//! Numbers as Excel understands them: fifteen significant digits, in base ten.
//!
//! Owns the conversion of a float to its digits, and rounding. Must not know number formats. `number_format` writes the
//! digits.

/// A number by its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ExcelNumber {
    pub(super) is_negative: bool,
    /// Significant digits, 0 to 9, without zeros at either end; none for zero.
    digits: Vec<u8>,
    /// The number of digits before the point; negative where zeros follow the point.
    point: i32,
}

impl ExcelNumber {
    /// The fifteen digits that Excel shows; `None` for a float that is not a number.
    pub(super) fn from_float(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let written = format!("{:.14e}", number.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
        Some(Self { is_negative: number < 0.0, digits, point: exponent.parse::<i32>().ok()? + 1 }.trimmed())
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The number of digits before the point; 0 where only a zero would be.
    pub(super) fn integer_digits(&self) -> usize {
        usize::try_from(self.point).unwrap_or(0)
    }

    /// The number times ten to this power.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        if !self.is_zero() {
            self.point += places;
        }
        self
    }

    /// Rounded to this number of decimals, half away from zero.
    pub(super) fn rounded(mut self, decimals: usize) -> Self {
        let remaining = self.point + i32::try_from(decimals).unwrap_or(i32::MAX / 2);
        if remaining < 0 {
            return Self { is_negative: false, digits: Vec::new(), point: 0 };
        }
        let remaining = usize::try_from(remaining).expect("not negative");
        if remaining >= self.digits.len() {
            return self;
        }
        let rounds_up = self.digits[remaining] >= 5;
        self.digits.truncate(remaining);
        if rounds_up {
            self.count_up();
        }
        self.trimmed()
    }

    /// The digits before the point; empty where only a zero would be.
    pub(super) fn integer(&self) -> Vec<u8> {
        (0..self.integer_digits()).map(|index| self.digits.get(index).copied().unwrap_or(0)).collect()
    }

    /// The digits after the point, without zeros at the end.
    pub(super) fn fraction(&self) -> Vec<u8> {
        let zeros = usize::try_from(-self.point).unwrap_or(0);
        let significant = self.digits.get(self.integer_digits()..).unwrap_or_default();
        if significant.is_empty() { Vec::new() } else { [vec![0; zeros], significant.to_vec()].concat() }
    }

    /// Written in full, with this decimal mark.
    pub(super) fn written(&self, mark: char) -> String {
        let mut text = String::new();
        if self.is_negative {
            text.push('-');
        }
        let integer = self.integer();
        text.push_str(&if integer.is_empty() { "0".to_owned() } else { digits_text(&integer) });
        let fraction = self.fraction();
        if !fraction.is_empty() {
            text.push(mark);
            text.push_str(&digits_text(&fraction));
        }
        text
    }

    fn count_up(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= i32::try_from(zeros).expect("at most fifteen digits");
        if self.digits.is_empty() {
            return Self { is_negative: false, digits: Vec::new(), point: 0 };
        }
        self
    }
}

/// Digits as text.
pub(super) fn digits_text(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(number: f64) -> ExcelNumber {
        ExcelNumber::from_float(number).expect("a number")
    }

    #[test]
    fn fifteen_digits_are_kept() {
        let written = |number| of(number).written('.');
        assert_eq!(written(19.990_000_000_000_002), "19.99");
        assert_eq!(written(0.1 + 0.2), "0.3");
        assert_eq!(written(-1200.0), "-1200");
        assert_eq!(written(0.000_01), "0.00001");
        assert_eq!(written(-0.0), "0");
        assert_eq!(written(123_456_789_012_345_680.0), "123456789012346000");
        assert_eq!(written(999_999_999_999_999.9), "1000000000000000");
    }

    #[test]
    fn halves_round_away_from_zero() {
        let rounded = |number, decimals| of(number).rounded(decimals).written(',');
        assert_eq!(rounded(1.005, 2), "1,01");
        assert_eq!(rounded(-2.5, 0), "-3");
        assert_eq!(rounded(9.99, 1), "10");
        assert_eq!(rounded(0.04, 1), "0");
        assert_eq!(rounded(0.05, 1), "0,1");
        assert_eq!(rounded(0.5, 0), "1");
        assert_eq!(rounded(0.004, 0), "0");
    }

    #[test]
    fn floats_that_are_no_numbers_have_no_digits() {
        assert_eq!(ExcelNumber::from_float(f64::NAN), None);
        assert_eq!(ExcelNumber::from_float(f64::INFINITY), None);
    }
}
