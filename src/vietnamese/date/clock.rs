//! An hour of the day within a phrase: `17h30`, `17 giờ 00 phút`, `8h00 sáng`, `17:00:00`.
//!
//! Owns its forms, and the hours that no clock has. Must not know the day that it belongs to. Deadlines are read with it.

use super::shape::CalendarFault;
use crate::vietnamese::phrase::PhraseReader;

/// An hour as typed: its numbers are not checked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTime {
    hour: u32,
    minute: u32,
}

impl ClockTime {
    /// Consumes an hour; `None`, and nothing is consumed, where the phrase has none here.
    pub fn take(phrase: &mut PhraseReader) -> Option<Self> {
        phrase.attempt(time)
    }

    /// This hour and minute.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Self {
        Self { hour, minute }
    }

    /// Whether it is 0 giờ, the beginning of the day.
    #[must_use]
    pub fn is_midnight(self) -> bool {
        self == Self::new(0, 0)
    }

    /// Whether a clock has it: the day ends at 24 giờ 00.
    ///
    /// # Errors
    /// [`CalendarFault::NoSuchHour`].
    pub fn check(self) -> Result<(), CalendarFault> {
        let is_of_a_clock = self.minute < 60 && (self.hour < 24 || self == Self::new(24, 0));
        if is_of_a_clock { Ok(()) } else { Err(CalendarFault::NoSuchHour) }
    }

    /// `17 giờ 00`
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{:02} giờ {:02}", self.hour, self.minute)
    }
}

fn time(phrase: &mut PhraseReader) -> Option<ClockTime> {
    phrase.accept_any(&["vao luc", "luc"]);
    let hour = phrase.number().filter(|digits| digits.len() <= 2)?.parse().ok()?;
    if phrase.accept_any(&["h", "g", "gio"]) {
        // In "17h 31/01" the number behind is the day's.
        let minute = phrase.attempt(|ahead| ahead.number().filter(|_| ahead.sign(&['/', '-', '.']).is_none()));
        phrase.accept_any(&["phut", "p"]);
        let is_afternoon = !phrase.accept_any(&["sang", "trua"]) && phrase.accept("chieu");
        let hour = if is_afternoon && hour < 12 { hour + 12 } else { hour };
        return Some(ClockTime { hour, minute: minute.map_or(Some(0), |digits| digits.parse().ok())? });
    }
    phrase.sign(&[':'])?;
    let minute = phrase.number()?.parse().ok()?;
    if phrase.sign(&[':']).is_some() {
        phrase.number()?;
    }
    Some(ClockTime { hour, minute })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::phrase::pieces;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let pieces = pieces(text);
        let read = ClockTime::take(&mut PhraseReader::new(&pieces));
        let written = read.map(|time| time.check().map_or_else(|_| "fault".to_owned(), |()| time.in_words()));
        assert_eq!(written.as_deref(), expected, "{text}");
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for text in ["17h", "17h00", "17 giờ 00 phút", "lúc 17:00", "17:00:00", "5h chiều", "17g00", "17 GIỜ 00"]
        {
            check(text, Some("17 giờ 00"));
        }
        check("8h30 sáng", Some("08 giờ 30"));
        check("24 giờ", Some("24 giờ 00"));
        check("17h 31/01", Some("17 giờ 00"));
        check("17", None);
        check("120h", None);
    }

    #[test]
    fn hours_that_no_clock_has_are_faults() {
        for text in ["25h", "24h30", "17h75", "17:60", "99 giờ"] {
            check(text, Some("fault"));
        }
    }
}
