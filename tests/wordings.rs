//! Every wording of the dictionary for a period or a deadline is read as the period or deadline it describes, with any
//! numbers in it.
//!
//! The words come from `src/contract/synonyms.toml`: a wording added there is tested automatically.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use serde::Deserialize;
use vanthu::dossier::deadline::{self, DeadlineKind};
use vanthu::dossier::period::{Period, PeriodFault};
use vanthu::pattern::Pattern;
use vanthu::settings::DayOfBefore;
use vanthu::vietnamese::date::{self, CalendarFault};
use vanthu::vietnamese::fold;
use vanthu::vietnamese::numerals::roman;

#[derive(Deserialize)]
struct Wordings {
    periods: BTreeMap<String, Vec<String>>,
    deadlines: BTreeMap<String, Vec<String>>,
    states: BTreeMap<String, Words>,
    timeliness: BTreeMap<String, Words>,
    columns: BTreeMap<String, Words>,
    units: BTreeMap<String, UnitNames>,
    yesno: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Words {
    label: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct UnitNames {
    name: String,
    short: String,
    #[serde(default)]
    collective: bool,
    aliases: Vec<String>,
}

fn wordings() -> &'static Wordings {
    static WORDINGS: OnceLock<Wordings> = OnceLock::new();
    WORDINGS.get_or_init(|| toml::from_str(include_str!("../src/contract/synonyms.toml")).expect("it is well formed"))
}

fn periods_of(kind: &str) -> &'static [String] {
    &wordings().periods[kind]
}

fn deadlines_of(kind: &str) -> &'static [String] {
    &wordings().deadlines[kind]
}

/// A wording of a period with these numbers in its gaps.
fn filled(wording: &str, numbers: &[(&str, String)]) -> String {
    Pattern::new(wording).fill(|gap| numbers.iter().find(|(name, _)| *name == gap).map(|(_, number)| number.as_str()))
}

/// The same text as another person would type it.
fn typed_otherwise(text: &str) -> [String; 4] {
    [text.to_owned(), text.to_uppercase(), text.replace(' ', "\u{a0}"), format!(" {} .", text.replace(' ', "  "))]
}

/// The same without diacritics, in the letters that each of them has.
fn without_marks(text: &str) -> String {
    vanthu::vietnamese::fold::without_marks(text)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1901, 1, 1).expect("a day of the calendar");
    (0..108_000_u64).prop_map(move |days| first + Days::new(days))
}

fn any_shape(day: NaiveDate) -> impl Strategy<Value = String> {
    let shapes = ["%d/%m/%Y", "%-d/%-m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d tháng %m năm %Y"];
    let numbers = shapes.map(|shape| day.format(shape).to_string());
    prop::sample::select([numbers.as_slice(), &[date::slashed(day), date::in_words(day)]].concat())
}

/// A day and one of its shapes.
fn any_written_day() -> impl Strategy<Value = (NaiveDate, String)> {
    any_day().prop_flat_map(|day| any_shape(day).prop_map(move |shape| (day, shape)))
}

/// A part of one year that plans and reports cover.
fn any_period() -> impl Strategy<Value = Period> {
    let name = "(tháng ([1-9]|1[0-2]) năm|quý (IV|I{1,3}) năm|6 tháng (đầu|cuối) năm|9 tháng năm|năm) (19[1-9][0-9]|20[0-9]{2})";
    name.prop_map(|name| Period::parse(&name).expect("a period in its own words"))
}

/// Asserts that every wording of a kind is read as the period of this name.
#[track_caller]
fn check_periods(kind: &str, numbers: &[(&str, String)], name: &str) {
    for wording in periods_of(kind) {
        for typed in typed_otherwise(&filled(wording, numbers)) {
            let expected = if wording.contains("{y}") { Ok(name.to_owned()) } else { Err(PeriodFault::NoYear) };
            assert_eq!(Period::parse(&typed).map(Period::name), expected, "{typed}");
        }
    }
}

fn last_day(wording: &str, period: &Period, before: DayOfBefore) -> (DeadlineKind, Option<NaiveDate>) {
    let read = deadline::read(wording, None, Some(period), before).expect("a valid deadline");
    assert_eq!(read.wording, wording);
    (read.kind, read.last_day)
}

proptest! {
    #[test]
    fn parts_of_a_year_are_read(year in 1900..=2199_i32, month in 1..=12_u32, quarter in 1..=4_usize) {
        let year = ("y", year.to_string());
        let year_text = &year.1;
        for month in [month.to_string(), format!("{month:02}")] {
            let number: u32 = month.parse().expect("a month is a number");
            let name = format!("tháng {} năm {year_text}", date::month_number(number));
            check_periods("month", &[year.clone(), ("m", month)], &name);
        }
        for roman_digits in [roman(quarter), roman(quarter).to_lowercase(), quarter.to_string()] {
            let numbers = [year.clone(), ("R", roman_digits), ("q", quarter.to_string())];
            check_periods("quarter", &numbers, &format!("quý {} năm {year_text}", roman(quarter)));
        }
        check_periods("half1", std::slice::from_ref(&year), &format!("6 tháng đầu năm {year_text}"));
        check_periods("half2", std::slice::from_ref(&year), &format!("6 tháng cuối năm {year_text}"));
        check_periods("nine", std::slice::from_ref(&year), &format!("9 tháng năm {year_text}"));
        check_periods("year", std::slice::from_ref(&year), &format!("năm {year_text}"));
    }

    #[test]
    fn spans_from_a_day_to_a_day_are_read((first, from) in any_written_day(), (last, to) in any_written_day()) {
        for wording in periods_of("custom") {
            let typed = filled(wording, &[("d1", from.clone()), ("d2", to.clone())]);
            // A day in words brings its own "ngày".
            let read = Period::parse(&typed.replace("ngày ngày", "ngày"));
            if first <= last {
                let read = read.expect("a span in order");
                prop_assert_eq!((read.first_day(), read.last_day()), (first, last));
                prop_assert_eq!(Period::parse(&read.name()), Ok(read));
            } else {
                prop_assert_eq!(read, Err(PeriodFault::EndsBeforeStart));
            }
        }
    }

    #[test]
    fn cycles_that_are_not_a_period_of_days_are_refused(year in 1900..=2195_i32, number in 1..=52_u32, length in 1..=5_i32) {
        let numbers = [
            ("y", year.to_string()), ("y1", year.to_string()), ("y2", (year + length).to_string()),
            ("w", number.to_string()), ("n", number.to_string()), ("R", roman(number as usize)), ("m", "11".to_owned()),
        ];
        for wording in ["week", "wave", "span"].into_iter().flat_map(periods_of) {
            let is_planned = wording.starts_with("nhiệm kỳ") || wording.starts_with("giai đoạn");
            for typed in typed_otherwise(&filled(wording, &numbers)) {
                let read = Period::parse(&typed);
                if is_planned {
                    let years = read.map(|read| (read.first_day().year(), read.year(), read.is_reported()));
                    let is_possible = year + length <= 2199;
                    let expected =
                        if is_possible { Ok((year, year + length, false)) } else { Err(PeriodFault::Calendar(CalendarFault::YearMistyped)) };
                    prop_assert_eq!(years, expected, "{}", typed);
                } else {
                    prop_assert_eq!(read, Err(PeriodFault::WindowUnknown), "{}", typed);
                }
            }
        }
    }

    #[test]
    fn a_deadline_by_or_before_a_day_ends_on_it_or_the_day_before(period in any_period(), (day, shape) in any_written_day()) {
        let shape = shape.trim_start_matches("ngày ");
        for limit in deadlines_of("by") {
            let wording = format!("{limit} {shape}");
            prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded), (DeadlineKind::Exact, Some(day)));
        }
        for limit in deadlines_of("before") {
            let wording = format!("{limit} {shape}");
            let ends = |before| last_day(&wording, &period, before);
            prop_assert_eq!(ends(DayOfBefore::Excluded), (DeadlineKind::Before, day.pred_opt()));
            prop_assert_eq!(ends(DayOfBefore::Included), (DeadlineKind::Before, Some(day)));
        }
    }

    #[test]
    fn a_day_without_a_year_is_in_the_year_of_the_period(period in any_period(), ahead in 0..366_u64, limit in "(đến ngày |ngày )?") {
        let day = period.first_day() + Days::new(ahead);
        prop_assume!(day <= period.last_day());
        let wording = format!("{limit}{}/{}", day.day(), day.month());
        prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded), (DeadlineKind::Exact, Some(day)));
    }

    #[test]
    fn before_a_part_of_the_year_means_before_its_first_day(period in any_period()) {
        let wording = format!("trước {}", period.name());
        prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded).1, period.first_day().pred_opt());
        let wording = format!("trong {}", period.name());
        prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded), (DeadlineKind::Within, Some(period.last_day())));
    }

    #[test]
    fn a_range_ends_with_its_second_day((first, from) in any_written_day(), (last, to) in any_written_day()) {
        prop_assume!(first <= last);
        let period = Period::parse("6 tháng cuối năm 2025").expect("a period");
        let wording = format!("từ {from} đến {to}");
        prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded), (DeadlineKind::Range, Some(last)));
    }

    #[test]
    fn duties_without_a_day_have_none_in_any_period(period in any_period(), front in "(Thực hiện |Hoàn thành )?") {
        for (kind, section) in [(DeadlineKind::Standing, "standing"), (DeadlineKind::Relative, "relative")] {
            for wording in deadlines_of(section) {
                let wording = format!("{front}{wording}");
                prop_assert_eq!(last_day(&wording, &period, DayOfBefore::Excluded), (kind, None), "{}", wording);
            }
        }
    }
}

#[test]
fn every_wording_within_a_half_year_ends_in_that_half_year() {
    let period = Period::parse("6 tháng cuối năm 2025").expect("a period");
    for wording in deadlines_of("within") {
        let (kind, day) = last_day(wording, &period, DayOfBefore::Excluded);
        // "đầu tháng" names no month, so in a half-year the month is unknown.
        let is_open = ["đầu tháng", "giữa tháng"].contains(&wording.as_str());
        assert_eq!(kind, DeadlineKind::Within, "{wording}");
        let is_month_end = |day: NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
        let is_inside = day.is_some_and(|day| is_month_end(day) && day.month() > 6 && day.year() == 2025);
        assert_eq!(is_inside, !is_open, "{wording}: {day:?}");
    }
    for wording in deadlines_of("exact").iter().filter(|wording| !wording.starts_with("Excel")) {
        let day = NaiveDate::from_ymd_opt(2025, 11, 30);
        assert_eq!(last_day(wording, &period, DayOfBefore::Excluded), (DeadlineKind::Exact, day), "{wording}");
    }
    for wording in deadlines_of("unknown") {
        assert_eq!(last_day(wording, &period, DayOfBefore::Excluded), (DeadlineKind::Unknown, None), "{wording}");
    }
}

/// Every wording of a section, as several people would type it, with its id.
fn typed_words(section: &BTreeMap<String, Words>) -> impl Iterator<Item = (&str, String)> {
    section.iter().flat_map(|(id, entry)| {
        let words = entry.words.iter().chain([&entry.label]);
        let typed = words.flat_map(|word| typed_otherwise(word).into_iter().chain([without_marks(word)]));
        typed.map(|typed| (id.as_str(), typed))
    })
}

#[test]
fn every_state_is_read_however_it_is_typed() {
    let dictionary = vanthu::contract::dictionary();
    for (id, typed) in typed_words(&wordings().states) {
        assert_eq!(dictionary.state_of_key(&fold::key(&typed)), Some(id), "{typed}");
    }
    for (id, typed) in typed_words(&wordings().timeliness) {
        assert_eq!(dictionary.timeliness_of_key(&fold::key(&typed)), Some(id), "{typed}");
    }
}

#[test]
fn every_heading_is_read_however_it_is_typed() {
    for (id, entry) in &wordings().columns {
        for typed in entry.words.iter().flat_map(|word| typed_otherwise(word)) {
            assert_eq!(vanthu::contract::dictionary().column_id(&typed), Some(id.as_str()), "{typed}");
        }
    }
}

#[test]
fn every_name_of_a_unit_is_read_however_it_is_typed() {
    for (id, unit) in wordings().units.iter().filter(|(_, unit)| !unit.collective) {
        for name in unit.aliases.iter().chain([&unit.name, &unit.short]) {
            for typed in typed_otherwise(name) {
                let found = vanthu::contract::dictionary().unit_named(&typed).map(|unit| unit.id);
                assert_eq!(found, Some(id.as_str()), "{typed}");
            }
        }
    }
}

#[test]
fn every_word_for_yes_and_no_is_read_however_it_is_typed() {
    let dictionary = vanthu::contract::dictionary();
    for word in wordings().yesno["yes"].iter().flat_map(|word| typed_otherwise(word)) {
        assert!(dictionary.is_yes(&word) && !dictionary.is_no(&word), "{word}");
    }
    for word in &wordings().yesno["no"] {
        let is_mark = !word.chars().any(char::is_alphanumeric);
        for typed in typed_otherwise(word).into_iter().take(if is_mark { 1 } else { 4 }) {
            assert!(dictionary.is_no(&typed) && !dictionary.is_yes(&typed), "{typed}");
        }
    }
    assert!(!dictionary.is_no("") && !dictionary.is_no("…"));
}

#[test]
fn a_deadline_means_the_same_however_it_is_typed() {
    let period = Period::parse("6 tháng cuối năm 2025").expect("a period");
    let days = ["before", "by"].map(|kind| deadlines_of(kind).iter().map(|limit| format!("{limit} 30/11/2025")));
    let ranges = ["từ ngày 01/11 đến ngày 30/11/2025", "từ tháng 7 đến tháng 11", "tháng 7 - tháng 12", "T7-T12/2025"];
    let plain = ["exact", "within", "standing", "relative", "unknown"].map(deadlines_of);
    let plain = plain.into_iter().flatten().filter(|wording| !wording.starts_with("Excel")).cloned();
    let all = days.into_iter().flatten().chain(plain).chain(ranges.map(str::to_owned));
    for wording in all.filter(|wording| !wording.is_empty()) {
        let expected = last_day(&wording, &period, DayOfBefore::Excluded);
        for typed in typed_otherwise(&wording).into_iter().chain([without_marks(&wording)]) {
            let read = last_day(&typed, &period, DayOfBefore::Excluded);
            assert_eq!(read, expected, "«{typed}» for «{wording}»");
        }
    }
}

#[test]
fn every_line_of_the_deadlines_has_its_last_day() {
    let period = Period::parse("6 tháng cuối năm 2025").expect("a period");
    let expected = [
        ("trong tháng 11", "30/11/2025"),
        ("trong quý IV", "31/12/2025"),
        ("trong Quý IV/2025", "31/12/2025"),
        ("tháng 11/2025", "30/11/2025"),
        ("quý IV/2025", "31/12/2025"),
        ("trong 6 tháng cuối năm", "31/12/2025"),
        ("trong năm 2025", "31/12/2025"),
        ("tuần 3 tháng 11", "30/11/2025"),
        ("đầu tháng", ""),
        ("giữa tháng", ""),
        ("cuối tháng", "31/12/2025"),
        ("cuối quý", "31/12/2025"),
        ("cuối năm", "31/12/2025"),
    ];
    let days: Vec<(&str, String)> = deadlines_of("within")
        .iter()
        .map(|wording| (wording.as_str(), last_day(wording, &period, DayOfBefore::Excluded).1))
        .map(|(wording, day)| (wording, day.map(date::slashed).unwrap_or_default()))
        .collect();
    let days: Vec<(&str, &str)> = days.iter().map(|(wording, day)| (*wording, day.as_str())).collect();
    assert_eq!(days, expected);
}
