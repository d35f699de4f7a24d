//! Lengths as the decree gives them: millimetres for the page, points for type.
//!
//! Owns the two units and the conversion between them. Must not know Word's twips and half-points: `docx` converts to
//! them.

/// A length in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Mm(pub f64);

/// A length or a type size in points (1/72 inch).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Pt(pub f64);

/// Points in one millimetre.
const PT_PER_MM: f64 = 72.0 / 25.4;

impl Mm {
    /// The same length in points.
    #[must_use]
    pub fn to_pt(self) -> Pt {
        Pt(self.0 * PT_PER_MM)
    }
}

impl Pt {
    /// The same length in millimetres.
    #[must_use]
    pub fn to_mm(self) -> Mm {
        Mm(self.0 / PT_PER_MM)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inch_is_72_points() {
        assert!((Mm(25.4).to_pt().0 - 72.0).abs() < 1e-9);
        assert!((Pt(72.0).to_mm().0 - 25.4).abs() < 1e-9);
    }
}
