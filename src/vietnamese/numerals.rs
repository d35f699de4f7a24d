//! Outline numbers: Roman for sections, the Vietnamese letters for points.
//!
//! Owns how a position in an outline is written. Must not know the outline itself. `document` numbers with it.

/// The letters of điểm in the decree's order (ND-07): without ă â ê and without f j w z.
const POINT_LETTERS: [char; 22] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x'];

/// A number from 1 on in Roman capitals; empty for 0.
#[must_use]
pub fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut written = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            written.push_str(letters);
            rest -= value;
        }
    }
    written
}

/// The letters of the n-th point, 1-based: `a`, … `x`, then `aa`, `ab`, …; empty for 0.
#[must_use]
pub fn point_letters(number: usize) -> String {
    let base = POINT_LETTERS.len();
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(POINT_LETTERS[rest % base]);
        rest /= base;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sections_count_in_roman() {
        assert_eq!([1, 4, 9, 14, 40, 2026].map(roman), ["I", "IV", "IX", "XIV", "XL", "MMXXVI"]);
    }

    #[test]
    fn points_use_the_decrees_letters() {
        assert_eq!([1, 4, 5, 6, 7, 22, 23, 24].map(point_letters), ["a", "d", "đ", "e", "g", "x", "aa", "ab"]);
    }

    /// The number of a Roman numeral: a letter before a greater one is subtracted.
    fn read_roman(written: &str) -> usize {
        let value = |letter: char| match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            _ => 1000,
        };
        let values: Vec<usize> = written.chars().map(value).collect();
        let (down, up): (Vec<_>, Vec<_>) =
            values.iter().enumerate().partition(|&(at, own)| values.get(at + 1).is_some_and(|next| own < next));
        let sum = |part: Vec<(usize, &usize)>| part.into_iter().map(|(_, own)| own).sum::<usize>();
        sum(up) - sum(down)
    }

    /// The number of a point's letters.
    fn read_letters(written: &str) -> Option<usize> {
        let place = |letter: char| POINT_LETTERS.iter().position(|&known| known == letter);
        written.chars().try_fold(0, |number, letter| Some(number * POINT_LETTERS.len() + place(letter)? + 1))
    }

    proptest! {
        #[test]
        fn a_numeral_can_be_read_back(number in 1..4000_usize) {
            prop_assert_eq!(read_roman(&roman(number)), number);
            prop_assert_eq!(read_letters(&point_letters(number)), Some(number));
        }

        #[test]
        fn no_roman_letter_is_repeated_four_times(number in 1..4000_usize) {
            let written = roman(number);
            prop_assert!(["IIII", "XXXX", "CCCC", "VV", "LL", "DD"].iter().all(|run| !written.contains(run)), "{}", written);
        }
    }
}
