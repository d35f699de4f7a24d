//! Estimates the memory that calamine will need for a workbook's styles.
//!
//! Owns the estimate: calamine copies font and number format into every cell style, so long names multiply with many
//! styles. Must not know what styles look like. `scan` adds it to the total.

/// Bytes of a font, fill, border or number format in memory.
const ELEMENT_BYTES: u64 = 256;
/// Bytes of a cell style in memory, without names.
const STYLE_BYTES: u64 = 640;

#[derive(Default)]
pub(super) struct StyleScan {
    elements: u64,
    styles: u64,
    /// The longest tag with a name: it is copied into every style, once for the font and once for the number format.
    longest_name: u64,
}

impl StyleScan {
    /// Adds a tag, given its name and length.
    pub(super) fn open(&mut self, name: &str, length: usize) {
        match name {
            "xf" => self.styles += 1,
            "font" | "fill" | "border" => self.elements += 1,
            "name" | "numFmt" => {
                self.elements += 1;
                self.longest_name = self.longest_name.max(length as u64);
            }
            _ => {}
        }
    }

    /// Bytes of the styles; 0 for a part without cell styles.
    pub(super) fn held(&self) -> u64 {
        if self.styles == 0 {
            return 0;
        }
        let styles = self.styles.saturating_mul(STYLE_BYTES + 2 * self.longest_name);
        styles.saturating_add(self.elements * ELEMENT_BYTES)
    }
}
