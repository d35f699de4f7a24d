//! The year that was probably meant where one was mistyped: `206` for 2026.
//!
//! Owns which slips lead from a year to what was typed, and which years are near. Must not know whose year it is.
//! Deadlines and the other days of the workbook propose it.

use chrono::Datelike;

use super::Period;

/// The years that a mistyped one may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dossier) struct LikelyYears {
    first: i32,
    last: i32,
    /// Years before and after these, the nearest of which comes next.
    back: i32,
    ahead: i32,
    /// A year that the row itself names comes first.
    named: Option<i32>,
}

impl LikelyYears {
    /// For a day of the work of a period: its years, or those beside it.
    pub(in crate::dossier) fn around(period: &Period) -> Self {
        Self { first: period.first_day().year(), last: period.year(), back: 1, ahead: 1, named: None }
    }

    /// For what was there before a period: a document, a unit, who signs.
    pub(in crate::dossier) fn before(period: &Period) -> Self {
        Self { back: 30, ..Self::around(period) }
    }

    /// The same, with a year that the row names, as in `30/2020/NĐ-CP`.
    pub(in crate::dossier) fn naming(self, named: Option<i32>) -> Self {
        Self { named, ..self }
    }

    /// The year that a number was probably meant to be, if only one is.
    pub(in crate::dossier) fn meant(&self, typed: &str) -> Option<i32> {
        let fits = |years: &[i32]| {
            let mut fitting = years.iter().filter(|year| is_slip_of(typed, &year.to_string()));
            let found = fitting.next().copied();
            (found, fitting.next().is_some())
        };
        let named: Vec<i32> = self.named.into_iter().collect();
        let own: Vec<i32> = (self.first..=self.last).collect();
        let beside = (1..=self.back.max(self.ahead)).map(|distance| {
            let before = (distance <= self.back).then_some(self.first - distance);
            let after = (distance <= self.ahead).then_some(self.last + distance);
            before.into_iter().chain(after).collect()
        });
        for years in [named, own].into_iter().chain(beside) {
            match fits(&years) {
                (None, _) => {}
                (found, false) => return found,
                (_, true) => return None,
            }
        }
        None
    }

    /// The year of a day that was typed without one, where no other can be meant.
    pub(in crate::dossier) fn of_bare_day(&self) -> Option<i32> {
        let is_single = self.first == self.last && self.back <= 1;
        self.named.or_else(|| is_single.then_some(self.first))
    }
}

/// Whether a number is a year with one slip: a digit left out, a digit too many, two of them exchanged, or the century
/// left out.
fn is_slip_of(typed: &str, year: &str) -> bool {
    let lacks_one = |long: &str, short: &str| {
        (0..long.len())
            .any(|at| long[..at] == short[..at.min(short.len())] && long[at + 1..] == short[at.min(short.len())..])
    };
    match typed.len() {
        2 => year.ends_with(typed),
        3 => lacks_one(year, typed),
        5 => lacks_one(typed, year),
        4 => (0..3).any(|at| {
            let mut digits = typed.as_bytes().to_vec();
            digits.swap(at, at + 1);
            digits == year.as_bytes()
        }),
        _ => false,
    }
}

/// The last number in the place of a year, `206` in `30/9/206` and `năm 206`, and where it begins.
pub(in crate::dossier) fn mistyped_year(wording: &str) -> Option<(usize, &str)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let end = wording.rfind(is_digit)? + 1;
    let start = wording[..end]
        .rfind(|character| !is_digit(character))
        .map_or(0, |at| at + wording[at..].chars().next().map_or(0, char::len_utf8));
    let before = wording[..start].trim_end();
    let is_in_place = before.ends_with(['/', '-', '.']) || before.to_lowercase().ends_with("năm");
    is_in_place.then_some((start, &wording[start..end]))
}

/// The wording with the year that was probably meant: `trước ngày 30/9/206` is `trước ngày 30/9/2026`.
pub(in crate::dossier) fn likely_wording(wording: &str, years: LikelyYears) -> Option<String> {
    let (start, typed) = mistyped_year(wording)?;
    let year = years.meant(typed)?;
    Some(format!("{}{year}{}", &wording[..start], &wording[start + typed.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period() -> Period {
        Period::parse("6 tháng cuối năm 2026").expect("a period")
    }

    #[track_caller]
    fn check(wording: &str, expected: Option<&str>) {
        assert_eq!(likely_wording(wording, LikelyYears::around(&period())).as_deref(), expected, "{wording}");
    }

    #[test]
    fn a_year_with_one_slip_is_suggested() {
        for typed in ["206", "226", "20226", "22026", "2206", "26", "0226"] {
            check(&format!("trước ngày 30/9/{typed}"), Some("trước ngày 30/9/2026"));
        }
        check("quý IV/206 ", Some("quý IV/2026 "));
        check("30 tháng 9 năm 207.", Some("30 tháng 9 năm 2027."));
        check("30/9/27", Some("30/9/2027"));
    }

    #[test]
    fn other_numbers_are_not_guessed() {
        for wording in ["30/9/2", "30/9/199", "30/9/202611", "30/9/6202", "206 hộ", "đợt 206", ""] {
            check(wording, None);
        }
    }

    #[test]
    fn documents_are_older_than_the_period() {
        let years = LikelyYears::before(&period());
        assert_eq!([years.meant("206"), years.meant("215"), years.meant("19")], [Some(2026), Some(2015), Some(2019)]);
        assert_eq!([years.meant("200"), years.naming(Some(2020)).meant("200")], [Some(2020), Some(2020)]);
        assert_eq!(years.naming(Some(2016)).meant("206"), Some(2016));
        assert_eq!([years.of_bare_day(), LikelyYears::around(&period()).of_bare_day()], [None, Some(2026)]);
    }
}
