//! How deadlines are read, wording by wording.

use proptest::prelude::*;

use super::CalendarFault::{NoSuchDay, NoSuchMonth, NoSuchQuarter, YearMistyped};
use super::DeadlineFault::Calendar;
use super::DeadlineKind::{Before, Exact, Range, Relative, Standing, Unknown, Within};
use super::*;

fn half() -> Period {
    Period::parse("6 tháng cuối năm 2025").expect("a period")
}

fn kind_and_day(wording: &str, period: &Period) -> Result<(DeadlineKind, Option<String>), DeadlineFault> {
    let deadline = read(wording, None, Some(period), DayOfBefore::Excluded)?;
    assert_eq!(deadline.wording, wording);
    Ok((deadline.kind, deadline.last_day.map(date::slashed)))
}

/// Read in 6 tháng cuối năm 2025, where "trước ngày" excludes the day.
fn check(wording: &str, kind: DeadlineKind, last_day: &str) {
    assert_eq!(kind_and_day(wording, &half()), Ok((kind, Some(last_day.to_owned()))), "{wording}");
}

fn check_open(kind: DeadlineKind, wordings: &[&str]) {
    for wording in wordings {
        assert_eq!(kind_and_day(wording, &half()), Ok((kind, None)), "{wording}");
    }
}

fn check_fault(fault: DeadlineFault, wordings: &[&str]) {
    for wording in wordings {
        assert_eq!(kind_and_day(wording, &half()), Err(fault), "{wording}");
    }
}

#[test]
fn a_day_is_exact() {
    for wording in [
        "30/11/2025",
        "30-11-2025",
        "30.11.2025",
        "2025-11-30",
        "ngày 30 tháng 11 năm 2025",
        "30/11",
        "ngày 30 tháng 11",
        "30/11/2025 17:00",
        "2025-11-30T00:00:00",
    ] {
        check(wording, Exact, "30/11/2025");
    }
}

#[test]
fn a_limit_that_includes_the_day_is_exact() {
    for wording in [
        "chậm nhất ngày 30/11/2025",
        "chậm nhất là ngày 30/11",
        "Chậm nhất đến ngày 30/11/2025",
        "Muộn nhất 30/11/2025",
        "không quá ngày 30/11/2025",
        "đến ngày 30/11/2025",
        "Đến hết ngày 30/11/2025",
        "trong ngày 30/11/2025",
        "Hoàn thành chậm nhất vào ngày 30 tháng 11 năm 2025.",
        "Thời hạn: 30/11/2025",
        "đến 17 giờ 00 ngày 30/11/2025",
    ] {
        check(wording, Exact, "30/11/2025");
    }
}

#[test]
fn before_a_day_excludes_it() {
    for wording in [
        "trước ngày 30/11/2025",
        "Trước 30/11",
        "hoàn thành trước ngày 30/11/2025",
        "xong trước ngày 30/11",
        "Hoàn thành xong trước 30/11/2025;",
        "TRƯỚC NGÀY 30 THÁNG 11 NĂM 2025",
        "chậm nhất trước ngày 30/11/2025",
        "trước\u{a0}ngày 30/11/2025",
    ] {
        check(wording, Before, "29/11/2025");
    }
    check("trước ngày 01/12/2025", Before, "30/11/2025");
}

#[test]
fn an_office_may_let_before_a_day_include_it() {
    let last_day =
        |wording| read(wording, None, Some(&half()), DayOfBefore::Included).map(|deadline| deadline.last_day);
    assert_eq!(last_day("trước ngày 30/11/2025"), Ok(NaiveDate::from_ymd_opt(2025, 11, 30)));
    assert_eq!(last_day("trước tháng 11/2025"), Ok(NaiveDate::from_ymd_opt(2025, 10, 31)));
}

#[test]
fn before_an_hour_includes_the_day() {
    check("trước 17 giờ 00 ngày 30/11/2025", Before, "30/11/2025");
    check("trước 16h30 ngày 30/11/2025", Before, "30/11/2025");
    check("trước 0 giờ ngày 30/11/2025", Before, "29/11/2025");
    check("trước hết ngày 30/11/2025", Before, "30/11/2025");
}

#[test]
fn before_a_month_is_before_its_first_day() {
    check("trước tháng 11/2025", Before, "31/10/2025");
    check("trước quý IV", Before, "30/9/2025");
    check("trước cuối tháng 11", Before, "30/11/2025");
}

#[test]
fn a_part_of_a_year_ends_with_its_last_day() {
    for (wording, last_day) in [
        ("trong tháng 11", "30/11/2025"),
        ("tháng 11/2025", "30/11/2025"),
        ("T11/2025", "30/11/2025"),
        ("11/2025", "30/11/2025"),
        ("cuối tháng 11", "30/11/2025"),
        ("đến hết tháng 11/2025", "30/11/2025"),
        ("chậm nhất tháng 11", "30/11/2025"),
        ("tháng 02/2026", "28/02/2026"),
        ("trong quý IV", "31/12/2025"),
        ("trong Quý III/2025", "30/9/2025"),
        ("quý IV/2025", "31/12/2025"),
        ("trong 6 tháng cuối năm", "31/12/2025"),
        ("6 tháng đầu năm 2026", "30/6/2026"),
        ("trong 9 tháng đầu năm", "30/9/2025"),
        ("trong năm 2025", "31/12/2025"),
        ("năm 2025", "31/12/2025"),
        ("đến năm 2027", "31/12/2027"),
    ] {
        check(wording, Within, last_day);
    }
}

#[test]
fn a_piece_of_a_month_is_over_with_the_month() {
    for wording in
        ["đầu tháng 11", "giữa tháng 11/2025", "tuần 3 tháng 11", "tuần cuối tháng 11", "Tuần thứ III tháng 11"]
    {
        check(wording, Within, "30/11/2025");
    }
}

#[test]
fn an_unnamed_month_quarter_or_year_is_the_one_in_which_the_period_ends() {
    for wording in ["cuối năm", "trong năm", "đến hết năm", "cuối quý", "trong quý", "cuối tháng", "trong kỳ"]
    {
        check(wording, Within, "31/12/2025");
    }
    let month = Period::parse("tháng 10/2025").expect("a period");
    for (wording, last_day) in [("cuối tháng", "31/10/2025"), ("cuối quý", "31/12/2025"), ("trong kỳ", "31/10/2025")]
    {
        assert_eq!(kind_and_day(wording, &month), Ok((Within, Some(last_day.to_owned()))));
    }
}

#[test]
fn a_range_ends_with_its_last_day() {
    for (wording, last_day) in [
        ("từ ngày 01/11/2025 đến ngày 15/11/2025", "15/11/2025"),
        ("từ ngày 01/11 đến hết ngày 15/11", "15/11/2025"),
        ("từ 15/11/2025 đến 15/01", "15/01/2026"),
        ("từ 15/11 đến 15/01/2026", "15/01/2026"),
        ("01/11 - 15/11/2025", "15/11/2025"),
        ("01-15/11/2025", "15/11/2025"),
        ("từ ngày 01 đến ngày 15 tháng 11 năm 2025", "15/11/2025"),
        ("ngày 10-12/11", "12/11/2025"),
        ("ngày 01 tháng 11 - 15-11-2025", "15/11/2025"),
        ("từ tháng 7 đến tháng 12", "31/12/2025"),
        ("từ tháng 7 đến 15/12/2025", "15/12/2025"),
        ("tháng 7 - tháng 12", "31/12/2025"),
        ("tháng 7-12/2025", "31/12/2025"),
        ("tháng 7 – 9", "30/9/2025"),
        ("T7-T12/2025", "31/12/2025"),
        ("quý III - IV/2025", "31/12/2025"),
        ("tháng 11/2025 - tháng 02/2026", "28/02/2026"),
        ("từ nay đến cuối năm", "31/12/2025"),
        ("Thực hiện từ nay đến hết ngày 15/12/2025", "15/12/2025"),
        ("từ tháng 9 đến hết năm", "31/12/2025"),
    ] {
        check(wording, Range, last_day);
    }
}

#[test]
fn standing_duties_have_no_last_day() {
    check_open(
        Standing,
        &[
            "thường xuyên",
            "Thường xuyên trong năm 2025",
            "Thực hiện thường xuyên, liên tục",
            "hằng tháng",
            "Hàng quý",
            "hằng tuần",
            "hằng năm",
            "Báo cáo định kỳ",
            "cả năm",
            "trong suốt kỳ",
            "theo kế hoạch",
            "Theo Kế hoạch số 64/KH-UBND ngày 06/10/2025",
            "liên tục",
            "trước ngày 25 hằng tháng",
            "trước ngày 15/12 hằng năm",
        ],
    );
}

#[test]
fn relative_duties_have_no_last_day() {
    check_open(
        Relative,
        &[
            "ngay sau khi có văn bản",
            "sau khi có hướng dẫn của cấp trên",
            "theo chỉ đạo",
            "theo tiến độ",
            "khi có yêu cầu",
            "theo CV",
            "trong 05 ngày làm việc kể từ ngày 06/10/2025",
            "trong vòng 10 ngày",
            "chậm nhất 05 ngày làm việc sau khi kết thúc",
            "Theo Quyết định 217-QĐ/TW ngày 12/12/2013",
        ],
    );
}

#[test]
fn anything_else_is_unknown_and_no_fault() {
    check_open(
        Unknown,
        &[
            "",
            "...",
            "…",
            "chưa rõ",
            "[Chưa rõ]",
            "đang xác định",
            "30/6 và 30/11/2025",
            "30/11/2025 (gia hạn đến 15/12/2025)",
            "thường xuyên, báo cáo trước ngày 20/12/2025",
            "theo kế hoạch, xong trước 20/12",
            "từ ngày 01/11/2025",
            "10-12",
            "tháng",
            "trước ngày 25",
            "đầu năm 2026",
            "6-9/2025",
            "giai đoạn 2025 - 2030",
        ],
    );
}

#[test]
fn an_impossible_date_is_a_fault() {
    check_fault(Calendar(NoSuchDay), &["31/02/2026", "trước ngày 31/11", "30/13/2025", "2025-02-30"]);
    check_fault(Calendar(NoSuchMonth), &["tháng 13/2025", "T13/2025", "13/2025", "từ tháng 7 đến tháng 13"]);
    check_fault(Calendar(NoSuchQuarter), &["quý V", "trong quý 5/2025"]);
    check_fault(Calendar(YearMistyped), &["30/9/206", "tháng 9/226", "trước ngày 30/9/20226", "30/9/25"]);
    check_fault(DeadlineFault::EndsBeforeStart, &["từ 15/11/2025 đến 01/11/2025", "tháng 12 - tháng 7"]);
    check_fault(Calendar(NoSuchDay), &["từ ngày 31/02 đến ngày 15/11/2025", "29/02"]);
}

#[test]
fn a_day_two_years_outside_the_period_is_far() {
    for (wording, is_far) in
        [("19/09/2029", true), ("đến năm 2030", true), ("30/6/2027", false), ("thường xuyên", false)]
    {
        let deadline = read(wording, None, Some(&half()), DayOfBefore::Excluded).expect("a valid deadline");
        assert_eq!(deadline.is_far_from(&half()), is_far, "{wording}");
    }
}

#[test]
fn a_day_in_figures_is_worded_as_the_decree_has_it() {
    let day = NaiveDate::from_ymd_opt(2025, 9, 5);
    for (seen, wording) in [("5/9/2025", "05/9/2025"), ("", "05/9/2025"), ("mùng 5", "mùng 5")] {
        let deadline = read(seen, day, Some(&half()), DayOfBefore::Excluded);
        assert_eq!(
            deadline,
            Ok(Deadline { wording: wording.to_owned(), kind: Exact, last_day: day, unstated: Unstated::Nothing })
        );
    }
}

#[test]
fn a_missing_year_is_taken_from_the_period() {
    let across = Period::parse("từ ngày 15/12/2025 đến ngày 14/6/2026").expect("a period");
    for (wording, kind, last_day) in [
        ("20/12", Exact, "20/12/2025"),
        ("31/3", Exact, "31/3/2026"),
        ("tháng 12", Within, "31/12/2025"),
        ("30/9", Exact, "30/9/2026"),
    ] {
        assert_eq!(kind_and_day(wording, &across), Ok((kind, Some(last_day.to_owned()))), "{wording}");
    }
}

/// A day of 2025.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1..=365_u32).prop_map(|ordinal| NaiveDate::from_yo_opt(2025, ordinal).expect("2025 has 365 days"))
}

/// The same day in one of the shapes of a date.
fn any_shape(day: NaiveDate) -> impl Strategy<Value = String> {
    let numbers = |pattern: &str| day.format(pattern).to_string();
    prop::sample::select(vec![
        date::slashed(day),
        date::in_words(day),
        numbers("%-d/%-m"),
        numbers("%d-%m-%Y"),
        numbers("%d.%m.%Y"),
        numbers("%Y-%m-%d"),
        numbers("ngày %d/%m"),
        numbers("Ngày %d tháng %-m"),
    ])
}

proptest! {
    #[test]
    fn every_word_of_limit_goes_with_every_form_of_a_date(
        (day, shape) in any_day().prop_flat_map(|day| (Just(day), any_shape(day))),
        front in "(Hoàn thành |xong |THỰC HIỆN |Thời hạn: )?",
        up_to in "(chậm nhất |chậm nhất là |không quá |đến |đến hết |Muộn nhất )?",
        end in "[.;]?",
    ) {
        let exact = read(&format!("{front}{up_to}{shape}{end}"), None, Some(&half()), DayOfBefore::Excluded);
        let exact = exact.map(|deadline| (deadline.kind, deadline.last_day));
        prop_assert_eq!(exact, Ok((Exact, Some(day))));
        let wording = format!("{front}trước {shape}{end}");
        let last_day = |before| read(&wording, None, Some(&half()), before).map(|deadline| deadline.last_day);
        prop_assert_eq!(last_day(DayOfBefore::Excluded), Ok(day.pred_opt()));
        prop_assert_eq!(last_day(DayOfBefore::Included), Ok(Some(day)));
    }

    #[test]
    fn the_last_day_of_a_range_is_its_end(
        (start, first) in any_day().prop_flat_map(|day| (Just(day), any_shape(day))),
        (end, last) in any_day().prop_flat_map(|day| (Just(day), any_shape(day))),
        tu in "(từ |Từ )?",
        den in "( đến | đến hết | tới | - | – )",
    ) {
        let found = read(&format!("{tu}{first}{den}{last}"), None, Some(&half()), DayOfBefore::Excluded);
        let found = found.map(|deadline| (deadline.kind, deadline.last_day));
        // Of two days of one year, a start or an end without a year may lie in the next one.
        if start <= end {
            prop_assert_eq!(found, Ok((Range, Some(end))));
        }
    }

    #[test]
    fn every_part_ends_with_its_last_day(
        name in "(tháng (0?[1-9]|1[0-2])|quý (IV|I{1,3}|[1-4])|6 tháng (đầu|cuối) năm|9 tháng đầu năm)",
        front in "(trong |đến hết |cuối |Hoàn thành trong )?",
    ) {
        let period = Period::parse(&format!("{name}/2025")).or_else(|_| Period::parse(&format!("{name} 2025")));
        let expected = period.map(|period| Some(period.last_day())).expect("a part of a year");
        for wording in [format!("{front}{name}"), format!("{front}{name} 2025")] {
            let found = read(&wording, None, Some(&half()), DayOfBefore::Excluded);
            prop_assert_eq!(found.map(|deadline| (deadline.kind, deadline.last_day)), Ok((Within, expected)));
        }
    }

    #[test]
    fn any_text_can_be_read(
        text in "\\PC*",
        words in "((tháng|quý|năm|trước|ngày|6|13|31|IV|/|-|2025|226|từ|đến|cuối|hằng|tuần|theo|giờ) ?){0,9}",
    ) {
        for wording in [text, words] {
            if let Ok(deadline) = read(&wording, None, Some(&half()), DayOfBefore::Excluded) {
                let has_day = !matches!(deadline.kind, Standing | Relative | Unknown);
                prop_assert_eq!(deadline.last_day.is_some(), has_day);
                prop_assert_eq!(deadline.wording, wording);
            }
        }
    }
}

#[test]
fn without_a_period_only_a_wording_with_a_year_has_a_last_day() {
    let alone = |wording| {
        let deadline = read(wording, None, None, DayOfBefore::Excluded).expect("a valid deadline");
        (deadline.kind, deadline.last_day.map(crate::vietnamese::date::slashed))
    };
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(alone("trước ngày 30/11/2025"), (Before, day("29/11/2025")));
    assert_eq!(alone("trong quý IV/2025"), (Within, day("31/12/2025")));
    assert_eq!(alone("từ tháng 11 đến tháng 02/2026"), (Range, day("28/02/2026")));
    assert_eq!(alone("trước ngày 30/11"), (Before, None));
    assert_eq!(alone("cuối năm"), (Within, None));
    assert_eq!(alone("tháng 7 - tháng 12"), (Range, None));
    assert_eq!(alone("thường xuyên"), (Standing, None));
    assert_eq!(read("31/02", None, None, DayOfBefore::Excluded), Err(Calendar(NoSuchDay)));
}
