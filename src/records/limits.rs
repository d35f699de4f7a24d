//! How much of a workbook is read at most.
//!
//! Owns the figures that keep any file, however made, within 256 MiB of memory. Knows nothing of how they are kept:
//! `guard` holds the package to them, `cells` what is kept of it.

use crate::contract::LARGEST_WORKBOOK;
use crate::zip::PackageLimits;

/// The package.
pub(super) const PACKAGE: PackageLimits =
    PackageLimits { file: LARGEST_WORKBOOK, entries: 1_000, part: 64 << 20, all_parts: 256 << 20 };
/// Bytes of a part that is read whole into lists: the workbook's own part and relationships. Real ones hold some KiB.
pub(super) const INDEX_PART_BYTES: u64 = 4 << 20;
/// Bytes of one XML tag or text. Excel writes some hundred; a cell's text comes to 256 KiB at most.
pub(super) const EVENT_BYTES: usize = 1 << 20;
/// Last row of Excel.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// Last column of Excel, XFD.
pub(super) const LAST_COLUMN: u32 = 16_384;
/// Cells with a value or a formula, in the whole workbook.
pub(super) const FILLED_CELLS: usize = 2_000_000;
/// Shared strings of the workbook.
pub(super) const STRINGS: u64 = 2_000_000;
/// What one shared string costs beside its bytes.
pub(super) const STRING_OVERHEAD: u64 = 64;
/// Bytes of one string as stored: Excel's 32,767 characters, each an escape of seven bytes at worst.
pub(super) const STRING_BYTES: usize = 32_767 * 7;
/// Merged regions of the workbook.
pub(super) const MERGES: usize = 100_000;
/// What calamine may hold of one workbook: shared strings and styles.
pub(super) const HELD_BY_CALAMINE: u64 = 144 << 20;
/// What calamine and the cells kept of all workbooks may come to together.
pub(super) const HELD_BYTES: u64 = 200 << 20;
/// What one kept cell costs beside its text, twice over: as seen, and for excerpts.
pub(super) const CELL_BYTES: u64 = 250;
/// What one data row costs beside its cells.
pub(super) const RECORD_BYTES: u64 = 400;
/// Cells that a data row has room for, filled or not.
pub(super) const LEAST_CELLS: usize = 7;
/// What one cell of a data row costs beside its text.
pub(super) const RECORD_CELL_BYTES: u64 = 240;
/// What one message about a row costs.
pub(super) const MESSAGE_BYTES: u64 = 600;
/// What a merged region, or a formula without a value, costs while the file is open.
pub(super) const FACT_BYTES: u64 = 24;
/// Bytes of a sheet's name. Excel allows 31 characters.
pub(super) const SHEET_NAME_BYTES: usize = 255;
/// Bytes of text that the cells of one workbook show in all. A shared string counts as often as it is shown.
pub(super) const SHOWN_BYTES: usize = 40 << 20;
