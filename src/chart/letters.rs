//! The letters of a chart: how wide they are, how they are drawn.
//!
//! Owns the font, `DejaVu` Serif Condensed: free, with every letter of Vietnamese, and part of the program, so that no
//! machine has to have it. Must not know what is written. Plotters' own text leaves out what a letter keeps free
//! before it; so each letter is set here, to a fraction of a pixel.

use ab_glyph::{Font as _, FontRef, PxScaleFont, ScaleFont as _, point};

/// Letters of one size.
pub(super) struct Letters {
    font: PxScaleFont<FontRef<'static>>,
}

impl Letters {
    /// Letters of this size: the em in pixels.
    pub(super) fn of(em: f32) -> Self {
        let font = FontRef::try_from_slice(dejavu::serif_condensed::regular()).expect("the font is a font");
        let per_em = font.units_per_em().expect("the font has an em");
        let height = em * font.height_unscaled() / per_em;
        Self { font: font.into_scaled(height) }
    }

    /// How wide a text is, in pixels, rounded up.
    pub(super) fn width(&self, text: &str) -> i32 {
        whole(self.pens(text).last().map_or(0.0, |(_, _, end)| end).ceil())
    }

    /// Draws a text with its first letter at a place on the baseline: gives each pixel and how much of it is covered.
    ///
    /// A letter that the font does not have is drawn as the font's empty box.
    pub(super) fn draw<E>(
        &self,
        text: &str,
        (left, baseline): (i32, i32),
        mut pixel: impl FnMut((i32, i32), f32) -> Result<(), E>,
    ) -> Result<(), E> {
        for (letter, start, _) in self.pens(text) {
            let mut glyph = self.font.scaled_glyph(letter);
            glyph.position = point(start, 0.0);
            let Some(outline) = self.font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            let (left, top) = (left + whole(corner.x), baseline + whole(corner.y));
            let mut drawn = Ok(());
            outline.draw(|x, y, cover| {
                if drawn.is_ok() {
                    drawn = pixel((left + x.cast_signed(), top + y.cast_signed()), cover);
                }
            });
            drawn?;
        }
        Ok(())
    }

    /// Each letter with where it begins and ends.
    fn pens<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (char, f32, f32)> + 'a {
        let mut end = 0.0;
        let mut before = None;
        text.chars().map(move |letter| {
            let glyph = self.font.glyph_id(letter);
            let start = end + before.map_or(0.0, |before| self.font.kern(before, glyph));
            before = Some(glyph);
            end = start + self.font.h_advance(glyph);
            (letter, start, end)
        })
    }
}

/// A whole number of pixels.
#[expect(clippy::cast_possible_truncation, reason = "the measures of a picture are far inside i32; the cast saturates")]
fn whole(pixels: f32) -> i32 {
    pixels as i32
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn pixels(text: &str) -> Vec<(i32, i32)> {
        let mut pixels = Vec::new();
        let drawn: Result<(), Infallible> = Letters::of(40.0).draw(text, (0, 0), |at, cover| {
            if cover > 0.5 {
                pixels.push(at);
            }
            Ok(())
        });
        drawn.expect("nothing can fail");
        pixels
    }

    #[test]
    fn the_font_has_every_letter_of_vietnamese() {
        let letters = Letters::of(40.0);
        let vietnamese = ('\u{1ea0}'..='\u{1ef9}').chain("ĂăÂâĐđÊêÔôƠơƯưÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝàáãèéìíĩòóõùúũý".chars());
        for letter in vietnamese.chain("\u{a0}–—…“”«»%,.;:()/-0123456789".chars()) {
            assert_ne!(letters.font.glyph_id(letter).0, 0, "{letter}");
        }
    }

    #[test]
    fn a_mark_without_a_composed_letter_stands_on_its_letter() {
        let letters = Letters::of(40.0);
        assert_eq!(letters.width("m\u{300}"), letters.width("m"));
        let (plain, marked) = (pixels("m"), pixels("m\u{300}"));
        assert!(marked.len() > plain.len());
        let right = plain.iter().map(|(x, _)| *x).max();
        assert!(marked.iter().map(|(x, _)| *x).max() <= right);
    }

    #[test]
    fn a_text_is_drawn_within_its_width_from_the_baseline_up() {
        let pixels = pixels("Thôn Đông");
        let right = Letters::of(40.0).width("Thôn Đông");
        assert!(pixels.iter().all(|(x, y)| (0..right).contains(x) && (-40..12).contains(y)));
        assert!(pixels.len() > 500);
    }

    #[test]
    fn what_the_font_does_not_have_is_a_box() {
        assert!(!pixels("村").is_empty());
        assert_eq!(pixels(""), []);
    }
}
