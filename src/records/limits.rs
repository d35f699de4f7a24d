//! Limits for reading a workbook.
//!
//! Owns the limits that keep the memory for any file, however it was made, within 256 MiB. Must not know how data are
//! stored. `guard` enforces those of the package, `cells` those of what is kept from it.

use crate::contract::LARGEST_WORKBOOK;
use crate::zip::PackageLimits;

/// Limits of the package.
pub(super) const PACKAGE: PackageLimits =
    PackageLimits { file: LARGEST_WORKBOOK, entries: 1_000, part: 64 << 20, all_parts: 256 << 20 };
/// Bytes of a part that is read whole into lists: the workbook's own part and relationships. Real ones have some KiB.
pub(super) const INDEX_PART_BYTES: u64 = 4 << 20;
/// Bytes of one XML tag or text. Excel writes some hundred; the text of a cell has 256 KiB at most.
pub(super) const EVENT_BYTES: usize = 1 << 20;
/// Sheets of a binary workbook; those of a package are limited by its entries.
pub(super) const SHEETS: usize = 1_000;
/// Stretches of hidden columns that are kept of a sheet.
pub(super) const HIDDEN_STRETCHES: usize = 1_000;
/// Excel's last row.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// Excel's last column, XFD.
pub(super) const LAST_COLUMN: u32 = 16_384;
/// Cells with a value or a formula, in the whole workbook.
pub(super) const FILLED_CELLS: usize = 2_000_000;
/// Filled cells of a file that is read whole, repetitions counted.
pub(super) const HELD_CELLS: usize = 300_000;
/// Shared strings of the workbook.
pub(super) const STRINGS: u64 = 2_000_000;
/// Memory of one shared string besides its bytes.
pub(super) const STRING_OVERHEAD: u64 = 64;
/// Bytes of one string as stored: Excel's 32,767 characters, each an escape of seven bytes at worst.
pub(super) const STRING_BYTES: usize = 32_767 * 7;
/// Merged regions of the workbook.
pub(super) const MERGES: usize = 100_000;
/// Bytes that calamine may use for one workbook: shared strings and styles.
pub(super) const HELD_BY_CALAMINE: u64 = 144 << 20;
/// Bytes that calamine and the stored cells of all workbooks may use together.
pub(super) const HELD_BYTES: u64 = 200 << 20;
/// Memory of one stored cell besides its text, which is stored twice: as seen, and for excerpts.
pub(super) const CELL_BYTES: u64 = 250;
/// Memory of one data row besides its cells.
pub(super) const RECORD_BYTES: u64 = 400;
/// Cells for which a data row reserves room, filled or not.
pub(super) const LEAST_CELLS: usize = 7;
/// Memory of one cell of a data row besides its text.
pub(super) const RECORD_CELL_BYTES: u64 = 240;
/// Memory of one message about a row.
pub(super) const MESSAGE_BYTES: u64 = 600;
/// Memory of a merged region, or of a formula without a value, while the file is open.
pub(super) const FACT_BYTES: u64 = 24;
/// Bytes of a sheet's name. Excel allows 31 characters.
pub(super) const SHEET_NAME_BYTES: usize = 255;
/// Bytes of text that all cells of one workbook show. A shared string counts each time it is shown.
pub(super) const SHOWN_BYTES: usize = 40 << 20;
