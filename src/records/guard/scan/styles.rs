//! What a workbook's styles will weigh once calamine has them.
//!
//! Owns the estimate: calamine copies font and number format into every cell style, so a long name and many styles
//! multiply. Knows nothing of what styles look like.

/// Bytes of a font, fill, border or number format in memory.
const ELEMENT_BYTES: u64 = 256;
/// Bytes of a cell style in memory, names aside.
const STYLE_BYTES: u64 = 640;

#[derive(Default)]
pub(super) struct StyleScan {
    elements: u64,
    styles: u64,
    /// The longest tag that holds a name: copied into every style, of a font and of a number format.
    longest_name: u64,
}

impl StyleScan {
    /// Takes in a tag, given its name and length.
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

    /// Bytes that the styles will take; 0 for a part without cell styles.
    pub(super) fn held(&self) -> u64 {
        if self.styles == 0 {
            return 0;
        }
        let styles = self.styles.saturating_mul(STYLE_BYTES + 2 * self.longest_name);
        styles.saturating_add(self.elements * ELEMENT_BYTES)
    }
}
