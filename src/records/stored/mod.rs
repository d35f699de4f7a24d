//! What the binary workbooks (.xls and .xlsb) store in the same way: styles of cells, texts of several fonts.
//!
//! Owns the look-up of what a cell refers to, and how a text is seen by its fonts. Must not know how either format writes
//! it down. `old_excel` and `binary_workbook` fill it.

mod styles;
mod text;

pub(super) use styles::{BOLD, StoredFont, StoredStyles};
pub(super) use text::{SeenText, StoredText, StoredTexts};

/// A number of four bytes: a whole number or the upper half of a float, both perhaps hundredths.
pub(super) fn short_number(stored: u32) -> f64 {
    const HUNDREDTHS: u32 = 1;
    const WHOLE: u32 = 2;
    let number = if stored & WHOLE == 0 {
        f64::from_bits(u64::from(stored & !3) << 32)
    } else {
        f64::from(stored.cast_signed() >> 2)
    };
    if stored & HUNDREDTHS == 0 { number } else { number / 100.0 }
}
