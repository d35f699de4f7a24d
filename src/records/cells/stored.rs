//! Values of a binary workbook (.xls, .xlsb), seen by the number format that the file states for them.
//!
//! Owns which numbers are days, times or numbers, exactly as calamine tells them apart in an .xlsx, and the formats that
//! have a number instead of a code. Must not know where a value is. The readers of both formats see their cells with it.

use super::number_format::CellFormat;
use super::seen::{Flaw, SeenCell, see_elapsed, see_moment, see_number};

/// How cells of a style look.
pub(in crate::records) struct StoredLook {
    format: CellFormat,
    shows: Shows,
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Number,
    /// A day, a time of a day, or both.
    Moment,
    /// Hours, however many.
    Elapsed,
}

impl StoredLook {
    /// The look of a number format, by its code where the file states one, else by its number, and of letters that are struck
    /// out or bold.
    pub(in crate::records) fn of(format: u16, code: Option<&str>, (is_struck, is_bold): (bool, bool)) -> Self {
        // East Asian days and times, written as the machine is set.
        let is_local_moment = matches!(format, 27..=36 | 50..=58);
        let (code, shows) = match code {
            Some(code) => (code, shows(code)),
            None if is_local_moment => ("General", Shows::Moment),
            None => {
                let code = built_in(format);
                (code, shows(code))
            }
        };
        let mut format = CellFormat::from_code(code);
        (format.is_struck, format.stands_out) = (is_struck, is_bold);
        Self { format, shows }
    }

    /// Gives a cell what the look makes of its letters.
    pub(in crate::records) fn mark(&self, cell: &mut SeenCell) {
        cell.is_struck |= self.format.is_struck;
        cell.stands_out |= self.format.stands_out;
    }
}

/// A number as seen; `None` where its format hides it.
pub(in crate::records) fn see_stored_number(number: f64, look: &StoredLook, is_1904: bool) -> Option<SeenCell> {
    match look.shows {
        Shows::Number => see_number(number, &look.format),
        Shows::Moment => see_moment(number, &look.format, is_1904),
        Shows::Elapsed => Some(see_elapsed(number)),
    }
}

/// An error value by its number.
pub(in crate::records) fn see_stored_error(number: u8) -> SeenCell {
    let word = match number {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#ERROR!",
    };
    SeenCell::flawed(word.to_owned(), Flaw::ErrorValue)
}

/// What the numbers of a format code stand for, by the first section.
fn shows(code: &str) -> Shows {
    let mut letters = code.chars();
    // The letters of a bracket, in which only hours, minutes or seconds are elapsed time.
    let mut bracket: Option<String> = None;
    while let Some(letter) = letters.next() {
        if let Some(inside) = &mut bracket {
            if letter == ']' {
                let is_time = ["h", "m", "s"].iter().any(|time| {
                    !inside.is_empty() && inside.chars().all(|letter| letter.to_lowercase().to_string() == *time)
                });
                if is_time {
                    return Shows::Elapsed;
                }
                bracket = None;
            } else {
                inside.push(letter);
            }
            continue;
        }
        match letter {
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.find(|next| *next == '"')),
            ';' => return Shows::Number,
            '[' => bracket = Some(String::new()),
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Shows::Moment,
            _ => {}
        }
    }
    Shows::Number
}

/// The code of a format that has only a number (ECMA-376, 18.8.30).
fn built_in(format: u16) -> &'static str {
    match format {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        37 => "#,##0 ;(#,##0)",
        38 => "#,##0 ;[Red](#,##0)",
        39 => "#,##0.00;(#,##0.00)",
        40 => "#,##0.00;[Red](#,##0.00)",
        41 => "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        42 => "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
        43 => "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        44 => "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_and_numbers_are_told_apart_by_the_code() {
        for (code, expected) in [
            ("DD/MM/YY", Shows::Moment),
            ("H:MM:SS;@", Shows::Moment),
            ("m\"M\"d\"D\";@", Shows::Moment),
            ("[h]:mm:ss", Shows::Elapsed),
            ("[ss]", Shows::Elapsed),
            ("[Blue]\\+[h]:mm;[Red]\\-[h]:mm", Shows::Elapsed),
            ("[$-42A]d/m/yyyy", Shows::Moment),
            ("[$-404]e\"x\"m\"x\"d", Shows::Moment),
            ("#,##0\\ [$₫-42A]", Shows::Number),
            ("\"Y: \"0.00\"m\";\"Y: \"-0.00\"m\"", Shows::Number),
            ("0_ ;[Red]\\-0\\ ", Shows::Number),
            ("\\Y000000", Shows::Number),
            ("#,##0*y", Shows::Number),
            ("[>=100][Magenta]General", Shows::Number),
            ("General", Shows::Number),
            ("@", Shows::Number),
            ("", Shows::Number),
        ] {
            assert_eq!(shows(code), expected, "{code}");
        }
    }
}
