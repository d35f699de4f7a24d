//! The font of the charts: outlines, widths and kerning of its letters.
//!
//! Owns the tables of Liberation Serif, in font units: its letters have the widths and the look of the paper's own. Must
//! not know sizes or pixels: `letters` draws. A letter that the font lacks is drawn as an empty box.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::OnceLock;

use truetype::tables::character_mapping::Encoding;
use truetype::tables::glyph_data::{Arguments, Component, Description, Glyph, Options, SimpleDescription};
use truetype::tables::{
    CharacterMapping, FontHeader, GlyphMapping, HorizontalHeader, HorizontalMetrics, MaximumProfile, Offsets,
};
use truetype::tape::Read as _;
use truetype::{GlyphID, Result};

/// A point in font units; y is up from the baseline.
pub(super) type Position = (f32, f32);

/// A piece of an outline: a straight line, or a curve with a control point.
#[derive(Clone, Copy)]
pub(super) enum Stroke {
    Line(Position, Position),
    Curve(Position, Position, Position),
}

/// The font's file, unchanged; its licence is `LICENSE-Liberation`.
const FILE: &[u8] = include_bytes!("LiberationSerif-Regular.ttf");

/// Drawn for a letter that the font lacks.
const BOX: char = '□';

/// The font's tables.
pub(super) struct Font {
    /// The glyph of each letter.
    letters: BTreeMap<u32, GlyphID>,
    /// The offset of each glyph's outline in the file, and the end of the last one.
    outlines: Vec<u32>,
    metrics: HorizontalMetrics,
    /// The kerning of pairs of glyphs.
    kerning: BTreeMap<(GlyphID, GlyphID), i16>,
    /// Units per em.
    pub(super) per_em: f32,
}

impl Font {
    /// The font, read once.
    pub(super) fn get() -> &'static Self {
        static FONT: OnceLock<Font> = OnceLock::new();
        FONT.get_or_init(|| read().expect("the font is a font"))
    }

    /// The glyph of a letter; that of an empty box where there is none.
    pub(super) fn glyph(&self, letter: char) -> GlyphID {
        let glyph = |letter: char| self.letters.get(&u32::from(letter)).copied();
        glyph(letter).or_else(|| glyph(BOX)).unwrap_or_default()
    }

    /// The distance to the next letter.
    pub(super) fn advance(&self, glyph: GlyphID) -> f32 {
        self.metrics.get(glyph).0.into()
    }

    /// How much further right (left where negative) the second of two letters is placed.
    pub(super) fn kerning(&self, before: GlyphID, glyph: GlyphID) -> f32 {
        self.kerning.get(&(before, glyph)).copied().unwrap_or_default().into()
    }

    /// The outline of a glyph; a space has none.
    pub(super) fn outline(&self, glyph: GlyphID) -> Vec<Stroke> {
        let at = usize::from(glyph);
        let [begin, end] = self.outlines[at..=at + 1] else { return Vec::new() };
        if begin == end {
            return Vec::new();
        }
        let mut tape = Cursor::new(FILE);
        tape.set_position(begin.into());
        match tape.take::<Glyph>().expect("an outline of the font is well formed").description {
            Description::Simple(simple) => contours(&simple).iter().flat_map(|contour| strokes(contour)).collect(),
            Description::Composite(composite) => {
                let components = composite.components.iter();
                components.flat_map(|component| self.moved(component)).collect()
            }
        }
    }

    /// The outline of a part of a letter (such as its mark), moved to its place.
    fn moved(&self, component: &Component) -> Vec<Stroke> {
        let (across, up) = match component.arguments {
            Arguments::Offsets(across, up) => (f32::from(across), f32::from(up)),
            Arguments::Indices(..) => (0.0, 0.0),
        };
        let [a, b, c, d] = match component.options {
            Options::None => [1.0, 0.0, 0.0, 1.0],
            Options::Scalar(scale) => [scale.into(), 0.0, 0.0, scale.into()],
            Options::Vector(x, y) => [x.into(), 0.0, 0.0, y.into()],
            Options::Matrix(a, b, c, d) => [a.into(), b.into(), c.into(), d.into()],
        };
        let moved = |(x, y): Position| (a * x + c * y + across, b * x + d * y + up);
        let stroke = |stroke| match stroke {
            Stroke::Line(from, to) => Stroke::Line(moved(from), moved(to)),
            Stroke::Curve(from, bend, to) => Stroke::Curve(moved(from), moved(bend), moved(to)),
        };
        self.outline(component.glyph_id).into_iter().map(stroke).collect()
    }
}

/// Reads the tables that are needed; the outlines stay in the file.
fn read() -> Result<Font> {
    let mut tape = Cursor::new(FILE);
    let tables = tape.take::<Offsets>()?;
    let start = |name: &[u8; 4]| {
        let table = tables.iter().find(|table| table.tag.0 == *name);
        u64::from(table.expect("the font has the table").offset)
    };
    tape.set_position(start(b"head"));
    let header: FontHeader = tape.take()?;
    tape.set_position(start(b"maxp"));
    let profile: MaximumProfile = tape.take()?;
    tape.set_position(start(b"hhea"));
    let horizontal: HorizontalHeader = tape.take()?;
    tape.set_position(start(b"hmtx"));
    let metrics = tape.take_given((&horizontal, &profile))?;
    tape.set_position(start(b"cmap"));
    let mapping: CharacterMapping = tape.take()?;
    let by_segments = |encoding| if let Encoding::Format4(segments) = encoding { Some(segments) } else { None };
    let segments = mapping.encodings.into_iter().find_map(by_segments).expect("the font maps its letters by segments");
    let letters = segments.mapping().into_iter().collect();
    tape.set_position(start(b"loca"));
    let mapping: GlyphMapping = tape.take_given((&header, &profile))?;
    let first = u32::try_from(start(b"glyf")).expect("the font is small");
    let outlines = match mapping {
        GlyphMapping::HalfOffsets(halves) => halves.iter().map(|half| first + 2 * u32::from(*half)).collect(),
        GlyphMapping::Offsets(offsets) => offsets.iter().map(|offset| first + offset).collect(),
    };
    tape.set_position(start(b"kern"));
    let kerning = kerning(&mut tape)?;
    Ok(Font { letters, outlines, metrics, kerning, per_em: header.units_per_em.into() })
}

/// The pairs of the table `kern`, which `truetype` does not read.
fn kerning(tape: &mut Cursor<&[u8]>) -> Result<BTreeMap<(GlyphID, GlyphID), i16>> {
    // Version and number of tables; then version, length, coverage, number of pairs, and three fields for searching.
    let header: Vec<u16> = tape.take_given(9)?;
    (0..header[5]).map(|_| Ok(((tape.take()?, tape.take()?), tape.take()?))).collect()
}

/// A point of a contour, and whether the outline passes through it; otherwise it is a control point.
type ContourPoint = (Position, bool);

fn contours(simple: &SimpleDescription) -> Vec<Vec<ContourPoint>> {
    let (mut x, mut y) = (0.0, 0.0);
    let steps = simple.x.iter().zip(&simple.y).zip(&simple.flags);
    let points: Vec<ContourPoint> = steps
        .map(|((right, up), flags)| {
            (x, y) = (x + f32::from(*right), y + f32::from(*up));
            ((x, y), flags.is_on_curve())
        })
        .collect();
    let ends = simple.end_points.iter().map(|end| usize::from(*end) + 1);
    let mut start = 0;
    ends.map(|end| points[std::mem::replace(&mut start, end)..end].to_vec()).collect()
}

/// The strokes of a closed contour: between two control points the outline passes through their midpoint.
fn strokes(contour: &[ContourPoint]) -> Vec<Stroke> {
    let Some(first) = contour.iter().position(|(_, is_passed)| *is_passed) else { return Vec::new() };
    let mut strokes = Vec::new();
    let (mut from, mut bend): (Position, Option<Position>) = (contour[first].0, None);
    for (place, is_passed) in contour[first + 1..].iter().chain(&contour[..=first]) {
        match (bend, is_passed) {
            (None, true) => strokes.push(Stroke::Line(from, *place)),
            (Some(bend), true) => strokes.push(Stroke::Curve(from, bend, *place)),
            (Some(before), false) => {
                let halfway = (f32::midpoint(before.0, place.0), f32::midpoint(before.1, place.1));
                strokes.push(Stroke::Curve(from, before, halfway));
                from = halfway;
            }
            (None, false) => {}
        }
        bend = (!is_passed).then_some(*place);
        if *is_passed {
            from = *place;
        }
    }
    strokes
}
