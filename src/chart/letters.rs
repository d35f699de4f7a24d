//! The letters of a chart: their width and their pixels.
//!
//! Owns size and pixels. The font, Liberation Serif, is free, looks like that of the paper, has every Vietnamese letter and is part of the
//! program, so no machine needs it. Must not know what is written. Plotters' own text drops the space before a letter,
//! so each letter is placed here, to a fraction of a pixel.

use ab_glyph_rasterizer::{Point, Rasterizer, point};

use super::font::{Font, Position, Stroke};

/// Letters of one size.
pub(super) struct Letters {
    font: &'static Font,
    /// Pixels per font unit.
    scale: f32,
}

impl Letters {
    /// Letters of this size: pixels per em.
    pub(super) fn of(em: f32) -> Self {
        let font = Font::get();
        Self { font, scale: em / font.per_em }
    }

    /// The width of a text, in pixels, rounded up.
    pub(super) fn width(&self, text: &str) -> i32 {
        whole(self.pens(text).last().map_or(0.0, |(_, _, end)| end).ceil())
    }

    /// Draws a text whose first letter starts at this point of the baseline: calls back with each pixel and its
    /// coverage.
    ///
    /// A letter that the font lacks is drawn as the font's empty box.
    pub(super) fn draw<E>(
        &self,
        text: &str,
        (left, baseline): (i32, i32),
        mut pixel: impl FnMut((i32, i32), f32) -> Result<(), E>,
    ) -> Result<(), E> {
        for (glyph, start, _) in self.pens(text) {
            let outline = self.font.outline(glyph);
            let Some((corner, width, height)) = self.bounds(&outline, start) else { continue };
            let (left, top) = (left + whole(corner.x), baseline + whole(corner.y));
            let mut drawn = Ok(());
            self.filled(&outline, point(start - corner.x, -corner.y), (width, height)).for_each_pixel_2d(
                |x, y, cover| {
                    if drawn.is_ok() {
                        drawn = pixel((left + x.cast_signed(), top + y.cast_signed()), cover);
                    }
                },
            );
            drawn?;
        }
        Ok(())
    }

    /// The whole pixels that an outline touches when its letter starts there: the upper left corner, width and height.
    fn bounds(&self, outline: &[Stroke], start: f32) -> Option<(Point, f32, f32)> {
        let places = || outline.iter().flat_map(|stroke| places(*stroke));
        let across = |of: fn(f32, f32) -> f32| places().map(|(x, _)| x).reduce(of);
        let along = |of: fn(f32, f32) -> f32| places().map(|(_, y)| y).reduce(of);
        // Letters at the same fraction of a pixel are drawn alike, wherever they are.
        let (pixels, fraction) = (start.trunc(), start.fract());
        let left = (across(f32::min)? * self.scale + fraction).floor() + pixels;
        let end = (across(f32::max)? * self.scale + fraction).ceil() + pixels;
        let (top, bottom) = ((along(f32::max)? * -self.scale).floor(), (along(f32::min)? * -self.scale).ceil());
        Some((point(left, top), end - left, bottom - top))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a letter is a few pixels wide; the cast saturates"
    )]
    fn filled(&self, outline: &[Stroke], offset: Point, (width, height): (f32, f32)) -> Rasterizer {
        let mut rasterizer = Rasterizer::new(width as usize, height as usize);
        let scaled = |(x, y): Position| point(x * self.scale, y * -self.scale) + offset;
        for stroke in outline {
            match *stroke {
                Stroke::Line(from, to) => rasterizer.draw_line(scaled(from), scaled(to)),
                Stroke::Curve(from, bend, to) => rasterizer.draw_quad(scaled(from), scaled(bend), scaled(to)),
            }
        }
        rasterizer
    }

    /// The glyph of each letter, with its start and end.
    fn pens<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u16, f32, f32)> + 'a {
        let mut end = 0.0;
        let mut before = None;
        text.chars().map(move |letter| {
            let glyph = self.font.glyph(letter);
            let start = end + before.map_or(0.0, |before| self.scale * self.font.kerning(before, glyph));
            before = Some(glyph);
            end = start + self.scale * self.font.advance(glyph);
            (glyph, start, end)
        })
    }
}

/// The end points and control points of a stroke.
fn places(stroke: Stroke) -> impl Iterator<Item = Position> {
    let all = match stroke {
        Stroke::Line(from, to) => [from, to, to],
        Stroke::Curve(from, bend, to) => [from, bend, to],
    };
    all.into_iter()
}

/// A number of pixels as an integer.
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
            assert_ne!(letters.font.glyph(letter), letters.font.glyph('村'), "{letter}");
        }
    }

    #[test]
    fn a_combining_mark_is_drawn_over_its_letter() {
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
    fn a_letter_that_the_font_lacks_is_a_box() {
        assert!(!pixels("村").is_empty());
        assert_eq!(pixels(""), []);
    }
}
