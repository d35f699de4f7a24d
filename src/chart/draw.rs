//! The picture of a chart: its pixels, and the PNG around them.
//!
//! Owns shades and lines: everything is black, white or grey, so that a photocopy loses nothing. Must not measure: the
//! plan has every position. Its pictures contain no date and no trace of the machine.

use plotters::backend::BitMapBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _};
use plotters::element::{PathElement, Polygon, Rectangle};
use plotters::prelude::DrawingBackend;
use plotters::style::{Color as _, RGBColor};

use super::Chart;
use super::letters::Letters;
use super::mark;
use super::plan::{ChartRow, DROP, GAP, LINE, PER_INCH, Plan, TICK_BASELINE, TITLE_LINE, WIDTH};
use crate::units::Mm;

const WHITE: RGBColor = grey(WHITEST);
const BLACK: RGBColor = grey(0);
/// The lines of the ticks.
const FAINT: RGBColor = grey(12);
/// The line of 100 percent where the axis is longer.
const MARKED: RGBColor = grey(6);
/// The bars.
const FILL: RGBColor = grey(10);
/// The text where there is no bar.
const PALE: RGBColor = grey(5);

/// The lightest shade of the file: white; 0 is black.
const WHITEST: u8 = 15;
/// One shade of the file in shades of plotters.
const SHADE: u8 = 255 / WHITEST;

/// The thickness of a bar's outline and of the axis.
const LINE_WIDTH: i32 = 3;
/// Half the length of a tick below the axis.
const TICK: i32 = 12;
/// The width of the mark of a cut bar, its slant, and its distance from the end.
const CUT_WIDTH: i32 = 14;
const CUT_LEAN: i32 = 10;
const CUT_INSET: i32 = 90;
/// The margin around a text that is cleared of tick lines.
const CLEAR: (i32, i32) = (10, 24);

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnChart {
    /// The PNG file.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
}

impl DrawnChart {
    /// Its printed width: 160 mm.
    #[must_use]
    pub fn width(&self) -> Mm {
        printed(self.width_px)
    }

    /// Its printed height.
    #[must_use]
    pub fn height(&self) -> Mm {
        printed(self.height_px)
    }
}

/// Draws a chart without its title, for a place that has a title. The same chart gives the same bytes on every machine.
///
/// # Examples
/// ```
/// use vanthu::chart::{Bar, Chart, draw};
///
/// let bar = Bar { label: "Phòng Kinh tế".into(), percent: Some("81.25".parse()?), text: "81,25%".into() };
/// let picture = draw(&Chart { title: "Tỷ lệ hoàn thành".into(), bars: vec![bar] });
/// assert_eq!((picture.width().0.round(), &picture.png[1..4]), (160.0, &b"PNG"[..]));
/// # Ok::<(), rust_decimal::Error>(())
/// ```
#[must_use]
pub fn draw(chart: &Chart) -> DrawnChart {
    picture(&Plan::of(chart, false), Marked::No)
}

/// Draws a chart with its title, for a file of its own; the file carries the mark that shows it is ours.
#[must_use]
pub fn draw_with_title(chart: &Chart) -> DrawnChart {
    picture(&Plan::of(chart, true), Marked::Yes)
}

/// Whether a file carries our mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    Yes,
    No,
}

fn picture(plan: &Plan, marked: Marked) -> DrawnChart {
    let (width_px, height_px) = (WIDTH.cast_unsigned(), plan.height().cast_unsigned());
    let mut pixels = vec![0; 3 * width_px as usize * height_px as usize];
    let area = BitMapBackend::with_buffer(&mut pixels, (width_px, height_px)).into_drawing_area();
    paint(plan, &area).expect("memory takes every pixel");
    drop(area);
    // Red, green and blue are equal everywhere; two pixels share a byte.
    let shades: Vec<u8> = pixels.chunks_exact(6).map(|pair| shade(pair[0]) << 4 | shade(pair[3])).collect();
    let mark = (marked == Marked::Yes).then(|| mark::of(&shades));
    let png = packed(&shades, (width_px, height_px), mark).expect("memory takes every write");
    DrawnChart { png, width_px, height_px }
}

/// The nearest shade of the file.
fn shade(painted: u8) -> u8 {
    painted.saturating_add(SHADE / 2) / SHADE
}

fn packed(shades: &[u8], (width, height): (u32, u32), mark: Option<String>) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    // Rows are stored unfiltered: they are long runs of one shade.
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let per_metre = (PER_INCH * 10_000 / 254).cast_unsigned();
    let dimensions = png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter };
    encoder.set_pixel_dims(Some(dimensions));
    if let Some(mark) = mark {
        encoder.add_text_chunk(mark::KEYWORD.to_owned(), mark)?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(shades)?;
    writer.finish()?;
    Ok(file)
}

type Canvas<DB> = DrawingArea<DB, Shift>;
type Painted<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

fn paint<DB: DrawingBackend>(plan: &Plan, area: &Canvas<DB>) -> Painted<DB> {
    area.fill(&WHITE)?;
    for (index, line) in (1..).zip(&plan.title) {
        let left = (WIDTH - plan.letters.large.width(line)) / 2;
        write(area, &plan.letters.large, line, (left, index * TITLE_LINE - DROP), BLACK)?;
    }
    scale(plan, area)?;
    plan.rows.iter().try_for_each(|row| self::row(plan, row, area))?;
    // The axis is drawn after the bars, over their ends.
    fill(area, (plan.left - LINE_WIDTH, plan.top), (plan.left - 1, plan.bottom + LINE_WIDTH - 1), BLACK)
}

/// The tick lines with their numbers, and the base line.
fn scale<DB: DrawingBackend>(plan: &Plan, area: &Canvas<DB>) -> Painted<DB> {
    for tick in plan.axis.ticks() {
        let x = plan.left + plan.axis.reach(tick.into(), plan.width);
        if tick > 0 {
            let shade = if tick == 100 && plan.axis.ticks().any(|further| further > 100) { MARKED } else { FAINT };
            fill(area, (x - 1, plan.top), (x, plan.bottom), shade)?;
        }
        fill(area, (x - 1, plan.bottom), (x, plan.bottom + TICK), BLACK)?;
        let number = format!("{tick}%");
        let left = x - plan.letters.small.width(&number) / 2;
        write(area, &plan.letters.small, &number, (left, plan.bottom + TICK_BASELINE), BLACK)?;
    }
    fill(area, (plan.left, plan.bottom), (plan.left + plan.width, plan.bottom + 1), BLACK)
}

fn row<DB: DrawingBackend>(plan: &Plan, row: &ChartRow, area: &Canvas<DB>) -> Painted<DB> {
    let letters = &plan.letters.plain;
    let lines = i32::try_from(row.label.len()).expect("a label has few lines");
    let first = row.middle + DROP - (lines - 1) * LINE / 2;
    for (index, line) in (0..).zip(&row.label) {
        write(area, letters, line, (plan.left - GAP - letters.width(line), first + index * LINE), BLACK)?;
    }
    let reach = row.reach.unwrap_or_default();
    if reach > 0 {
        let top = row.middle - plan.thickness / 2;
        bar(area, (plan.left, top), (plan.left + reach, top + plan.thickness))?;
    }
    if row.is_cut {
        cut_mark(area, plan.left + reach - CUT_INSET, (row.middle, plan.thickness / 2))?;
    }
    let shade = if row.reach.is_some() { BLACK } else { PALE };
    let (start, (beside, above)) = (plan.left + reach + GAP, CLEAR);
    let end = start + letters.width(&row.text) + beside;
    fill(area, (start - beside, row.middle - above), (end, row.middle + above), WHITE)?;
    write(area, letters, &row.text, (start, row.middle + DROP), shade)
}

fn bar<DB: DrawingBackend>(area: &Canvas<DB>, (left, top): (i32, i32), (right, bottom): (i32, i32)) -> Painted<DB> {
    fill(area, (left, top), (right, bottom), BLACK)?;
    if right - left <= 2 * LINE_WIDTH {
        return Ok(());
    }
    fill(area, (left, top + LINE_WIDTH), (right - LINE_WIDTH, bottom - LINE_WIDTH), FILL)
}

/// A slanting gap across a bar: it is longer than drawn.
fn cut_mark<DB: DrawingBackend>(area: &Canvas<DB>, left: i32, (middle, half): (i32, i32)) -> Painted<DB> {
    let (top, bottom) = (middle - half - LINE_WIDTH, middle + half + LINE_WIDTH);
    let edge = |x| [(x + CUT_LEAN, top), (x - CUT_LEAN, bottom)];
    let ([left_top, left_bottom], [right_top, right_bottom]) = (edge(left), edge(left + CUT_WIDTH));
    area.draw(&Polygon::new(vec![left_top, right_top, right_bottom, left_bottom], WHITE.filled()))?;
    for line in [[left_top, left_bottom], [right_top, right_bottom]] {
        area.draw(&PathElement::new(line.to_vec(), BLACK.stroke_width(LINE_WIDTH.cast_unsigned())))?;
    }
    Ok(())
}

/// A filled rectangle that includes both corners.
fn fill<DB: DrawingBackend>(area: &Canvas<DB>, start: (i32, i32), end: (i32, i32), shade: RGBColor) -> Painted<DB> {
    area.draw(&Rectangle::new([start, (end.0 + 1, end.1 + 1)], shade.filled()))
}

fn write<DB: DrawingBackend>(
    area: &Canvas<DB>,
    letters: &Letters,
    text: &str,
    start: (i32, i32),
    shade: RGBColor,
) -> Painted<DB> {
    letters.draw(text, start, |place, cover| area.draw_pixel(place, &shade.mix(cover.into())))
}

const fn grey(shade: u8) -> RGBColor {
    RGBColor(shade * SHADE, shade * SHADE, shade * SHADE)
}

fn printed(pixels: u32) -> Mm {
    Mm(f64::from(pixels) * 25.4 / f64::from(PER_INCH))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bar, chart};
    use super::*;

    /// The shades of a picture, row by row.
    fn shades(picture: &DrawnChart) -> Vec<Vec<u8>> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&picture.png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        assert_eq!(
            (reader.info().color_type, reader.info().bit_depth),
            (png::ColorType::Grayscale, png::BitDepth::Four)
        );
        let mut shades = vec![0; reader.output_buffer_size().expect("a picture fits the memory")];
        let info = reader.next_frame(&mut shades).expect("a whole PNG");
        assert_eq!((info.width, info.height), (picture.width_px, picture.height_px));
        shades.chunks(info.width as usize).map(<[u8]>::to_vec).collect()
    }

    /// The length of the bar in the middle of each row, in pixels.
    fn drawn(chart: &Chart) -> Vec<usize> {
        let (plan, shades) = (Plan::of(chart, false), shades(&draw(chart)));
        let row = |row: &ChartRow| &shades[usize::try_from(row.middle).expect("a row is inside the picture")];
        // Letters have that shade too, but only at their edges.
        let long = |run: &&[u8]| run.len() > 8;
        let runs = |place| row(place).split(|shade| *shade != FILL.0).filter(long).map(<[u8]>::len).sum();
        plan.rows.iter().map(runs).collect()
    }

    #[test]
    fn bars_are_drawn_at_their_length() {
        let bars = vec![bar("a", Some("0")), bar("b", Some("33.33")), bar("c", Some("100")), bar("d", None)];
        let chart = Chart { title: String::new(), bars };
        let [none, third, whole, missing] = drawn(&chart)[..] else { panic!("four bars") };
        assert_eq!((none, missing), (0, 0));
        assert!(whole > 900 && third.abs_diff(whole / 3) < 10, "{third} of {whole}");
    }

    #[test]
    fn a_cut_bar_has_a_gap() {
        let bars = vec![bar("a", Some("640")), bar("b", Some("200"))];
        let drawn = drawn(&Chart { title: String::new(), bars });
        let gap = drawn[1] - drawn[0];
        assert!((10..30).contains(&gap), "{gap}");
    }

    #[test]
    fn every_label_and_text_is_drawn() {
        let chart = Chart { title: "Tỷ lệ".into(), bars: vec![bar("Tổ dân phố số 12", None)] };
        let (plan, shades) = (Plan::of(&chart, false), shades(&draw(&chart)));
        let darkest = |range: std::ops::Range<i32>| {
            let columns = usize::try_from(range.start).expect("inside")..usize::try_from(range.end).expect("inside");
            let rows = &shades[..usize::try_from(plan.bottom).expect("inside")];
            rows.iter().flat_map(|row| &row[columns.clone()]).min().copied()
        };
        assert_eq!(darkest(0..plan.left - LINE_WIDTH), Some(0));
        assert_eq!(darkest(plan.left + GAP..plan.left + 300), Some(PALE.0));
    }

    #[test]
    fn the_same_chart_gives_the_same_bytes_and_is_small() {
        let chart = chart(30, "Thôn");
        let first = draw(&chart);
        assert!(first == draw(&chart));
        assert!(first.png.len() < 100_000, "{}", first.png.len());
        assert!((159.5..160.5).contains(&first.width().0) && first.height().0 < 210.0);
    }

    #[test]
    fn a_title_is_drawn_only_with_draw_with_title() {
        let chart = chart(2, "Thôn");
        assert!(draw_with_title(&chart).height_px > draw(&chart).height_px);
        assert!(draw(&Chart::default()).height_px > 0);
    }
}
