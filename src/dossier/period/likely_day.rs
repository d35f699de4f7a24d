//! The day that was probably meant where a year was mistyped.
//!
//! Owns looking for the same day of another year within the period. Must not know whose day it is. The rules about days
//! propose it.

use chrono::{Months, NaiveDate};

use super::Period;

impl Period {
    /// The same day of another year that lies in the period: of the nearest of thirty years before and after.
    #[must_use]
    pub fn likely_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        const YEARS: u32 = 30;
        let years = (1..=YEARS).flat_map(|years| {
            let months = Months::new(12 * years);
            [day.checked_add_months(months), day.checked_sub_months(months)]
        });
        years.flatten().find(|other| self.first_day() <= *other && *other <= self.last_day())
    }
}
