//! The wordings in which clerks set a deadline.
//!
//! Owns which words mean a limit, a span, a standing or a relative duty. Must not know the period, nor the year of any
//! day. [`super::read`] turns its result into a kind and a last day.

use crate::dossier::period::{PartShape, Period};
use crate::vietnamese::date::{CalendarFault, ClockTime, DateShape};
use crate::vietnamese::phrase::PhraseReader;

use super::point::{DateUnit, Point};
use super::{DeadlineKind, Unstated};

/// What may precede any deadline without changing it.
const IN_FRONT: [&str; 19] = [
    "hoan thanh",
    "thuc hien",
    "trien khai",
    "to chuc",
    "xong",
    "bao cao",
    "gui",
    "nop",
    "trinh",
    "ban hanh",
    "thoi gian",
    "thoi han",
    "han chot",
    "han",
    "phai",
    "can",
    "nhiem vu",
    "cong viec",
    "tien do",
];

/// Limits that include the day itself; several may follow one another: `chậm nhất là đến hết`.
const UP_TO: [&str; 10] =
    ["cham nhat", "muon nhat", "khong qua", "khong muon hon", "khong tre hon", "la", "den", "toi", "vao", "trong"];

/// Duties without an end, where the wording begins with these words.
const STANDING: [&str; 12] = [
    "thuong xuyen",
    "lien tuc",
    "dinh ky",
    "ca nam",
    "ca ky",
    "ca quy",
    "quanh nam",
    "trong suot",
    "suot nam",
    "suot ky",
    "theo ke hoach",
    "duy tri",
];

/// Recurring duties, wherever the words occur. Without diacritics `hằng` and `hàng` are the same.
const RECURRING: [&str; 5] = ["hang ngay", "hang tuan", "hang thang", "hang quy", "hang nam"];

/// Duties that depend on something, where the wording begins with these words.
const WAITING: [&str; 5] = ["theo", "sau", "ngay sau", "ngay khi", "khi"];

/// Duties counted from some event, wherever the words occur.
const COUNTED_FROM: [&str; 2] = ["ke tu", "sau khi"];

/// The limit that a wording sets.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wording<'a> {
    /// Before a point.
    Before(Point<'a>),
    /// Up to a point, or in it.
    UpTo(Point<'a>),
    /// From a point (`None`: from now on) to a point.
    Range(Option<Point<'a>>, Point<'a>),
    /// In a part of some month or quarter that is not named: `đầu tháng`. Only in a period of one month is it known.
    Sometime(DateUnit),
    /// No end.
    Standing,
    /// An end that depends on something else.
    Relative,
    /// A wording that is not understood.
    Unknown,
}

impl<'a> Wording<'a> {
    /// The limit that a phrase sets; unknown unless all of the phrase is understood.
    pub(super) fn of(phrase: PhraseReader<'a>) -> Self {
        let mut phrase = phrase;
        while phrase.accept_any(&IN_FRONT) || phrase.sign(&[':']).is_some() {}
        if is_standing(phrase) {
            return Self::Standing;
        }
        let found = phrase.attempt(|phrase| range(phrase).filter(|_| phrase.is_done()));
        let found = found.or_else(|| phrase.attempt(|phrase| limit(phrase).filter(|_| phrase.is_done())));
        match found {
            Some(wording) => wording,
            None => match sometime(phrase) {
                Some(unit) => Self::Sometime(unit),
                None if is_relative(phrase) => Self::Relative,
                None => Self::Unknown,
            },
        }
    }

    /// The kind of limit.
    pub(super) fn kind(&self) -> DeadlineKind {
        match self {
            Self::Before(_) => DeadlineKind::Before,
            Self::UpTo(Point::Day { .. }) => DeadlineKind::Exact,
            Self::UpTo(_) | Self::Sometime(_) => DeadlineKind::Within,
            Self::Range(..) => DeadlineKind::Range,
            Self::Standing => DeadlineKind::Standing,
            Self::Relative => DeadlineKind::Relative,
            Self::Unknown => DeadlineKind::Unknown,
        }
    }

    /// Whether its last day depends on the period: no year is written, or it is the end of the unit in which the period
    /// ends.
    pub(super) fn needs_period(&self) -> bool {
        match self {
            Self::Before(point) | Self::UpTo(point) | Self::Range(None, point) => point.needs_period(),
            Self::Range(Some(start), end) => {
                start.is_running() || end.is_running() || !(start.has_year() || end.has_year())
            }
            Self::Sometime(_) | Self::Standing | Self::Relative | Self::Unknown => false,
        }
    }

    /// What it leaves to be understood in a period.
    pub(super) fn unstated(&self, period: &Period) -> Unstated {
        if self.may_be_of_several_years(period) {
            return Unstated::YearOfSeveral;
        }
        match self {
            Self::Sometime(unit) if unit.covering(period).is_none() => Unstated::Part,
            Self::Before(point) | Self::UpTo(point) | Self::Range(_, point) if point.lacks_part(period) => {
                Unstated::Part
            }
            Self::Before(point) | Self::UpTo(point) | Self::Range(None, point) if point.is_bare_day() => Unstated::Year,
            Self::Range(Some(start), end) if end.is_bare_day() && !start.has_year() => Unstated::Year,
            _ => Unstated::Nothing,
        }
    }

    /// Whether it names no year, and several years of the period have such a day.
    fn may_be_of_several_years(&self, period: &Period) -> bool {
        match self {
            Self::Before(point) | Self::UpTo(point) | Self::Range(None, point) => point.may_be_of_several_years(period),
            Self::Range(Some(start), end) => {
                let has_year = |point: &Point| point.has_year() && !point.is_running();
                !has_year(start) && !has_year(end) && end.may_be_of_several_years(period)
            }
            Self::Sometime(_) | Self::Standing | Self::Relative | Self::Unknown => false,
        }
    }
}

/// `đầu tháng`, `vào giữa quý`.
fn sometime(phrase: PhraseReader) -> Option<DateUnit> {
    let mut phrase = phrase;
    phrase.accept_any(&["vao", "trong", "khoang"]);
    phrase.require(&["dau", "giua"])?;
    DateUnit::take(&mut phrase).filter(|_| phrase.is_done())
}

/// The first mistyped date in a phrase, among everything that is certainly a day, a month, a quarter or a year.
pub(super) fn check_dates(phrase: PhraseReader) -> Result<(), CalendarFault> {
    let mut phrase = phrase;
    let mut follows_number = false;
    if let Some(time) = lone_time(phrase) {
        time.check()?;
    }
    while !phrase.is_done() {
        if let Some(time) = phrase.attempt(time_of_a_day) {
            time.check()?;
        }
        if let Some(date) = DateShape::take(&mut phrase) {
            if date.is_certain() {
                date.checked()?;
            }
            continue;
        }
        // 3 tháng 15 ngày is a length of time, not a fifteenth month.
        if !follows_number && let Some(part) = announced_part(&mut phrase) {
            part.check()?;
            continue;
        }
        follows_number = phrase.number().is_some();
        if !follows_number {
            phrase.skip();
        }
    }
    Ok(())
}

/// An hour in front of its day, which is left to be read.
fn time_of_a_day(phrase: &mut PhraseReader) -> Option<ClockTime> {
    let time = ClockTime::take(phrase)?;
    phrase.sign(&[',']);
    let mut ahead = *phrase;
    DateShape::take(&mut ahead)?;
    Some(time)
}

/// The hour of a limit that names no day: `trước 25h`. A length of time has another number: `trước 48 giờ`.
fn lone_time(phrase: PhraseReader) -> Option<ClockTime> {
    const LENGTHS: [u32; 6] = [36, 48, 60, 72, 84, 96];
    let mut ahead = phrase;
    while ahead.accept_any(&IN_FRONT) || ahead.accept_any(&UP_TO) {}
    ahead.accept("truoc");
    let time = ClockTime::take(&mut ahead).filter(|_| ahead.is_done())?;
    (!LENGTHS.iter().any(|&hours| time == ClockTime::new(hours, 0))).then_some(time)
}

/// A part of a year after its own word; without one, `T13` and `11/2025` may mean anything in a longer text.
fn announced_part<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    let mut ahead = *phrase;
    ahead.require(&["thang", "quy", "nam"])?;
    PartShape::take(phrase)
}

/// `từ ngày 01/11 đến ngày 15/11/2025`, `01-15/11/2025`, `tháng 7 - tháng 12`, `từ nay đến cuối năm`.
fn range<'a>(phrase: &mut PhraseReader<'a>) -> Option<Wording<'a>> {
    let is_announced = phrase.accept("tu");
    if is_announced && phrase.accept("nay") {
        connector(phrase)?;
        return Some(Wording::Range(None, Point::take(phrase)?));
    }
    if let Some(start) = Point::take(phrase) {
        connector(phrase)?;
        let end = Point::take(phrase).or_else(|| sibling(start, phrase))?;
        return Some(Wording::Range(Some(start), end));
    }
    phrase.accept("ngay");
    let first_day = phrase.number()?;
    connector(phrase)?;
    let end = Point::take(phrase)?;
    let Point::Day { date, .. } = end else { return None };
    let start = Point::Day { date: date.on_day(first_day), weekday: None, is_reached: false };
    Some(Wording::Range(Some(start), end))
}

fn connector(phrase: &mut PhraseReader) -> Option<()> {
    phrase.require(&["den", "toi"]).or_else(|| phrase.sign(&['-', '~', '→']).map(|_| ()))
}

/// The `12` of `tháng 7 - 12`.
fn sibling<'a>(start: Point<'a>, phrase: &mut PhraseReader<'a>) -> Option<Point<'a>> {
    let Point::Part { shape, .. } = start else { return None };
    Some(Point::Part { shape: shape.take_sibling(phrase)?, is_reached: false })
}

/// `30/11`, `tháng 11`, `cuối năm`, with or without a word of limit before it.
fn limit<'a>(phrase: &mut PhraseReader<'a>) -> Option<Wording<'a>> {
    phrase.attempt(worded_limit).or_else(|| Point::take(phrase).map(Wording::UpTo))
}

/// `trước ngày 30/11`, `chậm nhất là ngày 30/11`, `trong tháng 11`, `trong kỳ`.
fn worded_limit<'a>(phrase: &mut PhraseReader<'a>) -> Option<Wording<'a>> {
    let mut is_up_to = false;
    while phrase.accept_any(&UP_TO) {
        is_up_to = true;
    }
    if phrase.accept("truoc") {
        return Point::take(phrase).map(Wording::Before);
    }
    let point = Point::take(phrase).or_else(|| DateUnit::take(phrase).map(Point::Running))?;
    is_up_to.then_some(Wording::UpTo(point))
}

fn is_standing(phrase: PhraseReader) -> bool {
    // "đơn hàng tháng 11" is not hằng tháng.
    let recurs = |tail: &mut PhraseReader| tail.accept_any(&RECURRING) && tail.number().is_none();
    if phrase.tails().any(|mut tail| recurs(&mut tail)) {
        return !days_set(phrase).any(|date| date.has_year());
    }
    let mut ahead = phrase;
    ahead.accept_any(&STANDING) && days_set(phrase).next().is_none()
}

fn is_relative(phrase: PhraseReader) -> bool {
    let mut ahead = phrase;
    let waits = ahead.accept_any(&WAITING) || ahead.attempt(length_of_time).is_some();
    let is_counted = || phrase.tails().any(|mut tail| tail.accept_any(&COUNTED_FROM));
    (waits || is_counted()) && days_set(phrase).next().is_none()
}

/// `trong 05 ngày`, `trong vòng 2 tuần`, `05 ngày làm việc`.
fn length_of_time(phrase: &mut PhraseReader) -> Option<()> {
    let is_announced = phrase.accept("trong");
    phrase.accept_any(&["vong", "thoi han", "thoi gian"]);
    phrase.number()?;
    if phrase.accept("ngay lam viec") {
        return Some(());
    }
    phrase.require(&["ngay", "tuan", "thang"]).filter(|()| is_announced)
}

/// The days set by words of limit, anywhere in a phrase. If there is one, a duty is not merely standing or relative,
/// and only a person can say what it is. A day without such words may be the date of a document: "Kế hoạch số
/// 64/KH-UBND ngày 06/10/2025".
fn days_set(phrase: PhraseReader) -> impl Iterator<Item = DateShape> {
    phrase.tails().filter_map(|mut tail| match worded_limit(&mut tail)? {
        Wording::Before(Point::Day { date, .. }) | Wording::UpTo(Point::Day { date, .. }) => Some(date),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::phrase::pieces;

    fn fault(text: &str) -> Option<CalendarFault> {
        check_dates(PhraseReader::new(&pieces(text))).err()
    }

    #[test]
    fn mistyped_dates_are_found_anywhere_in_a_text() {
        for (text, expected) in [
            ("Trình Đảng ủy ngày 31/02 để cho ý kiến", CalendarFault::NoSuchDay),
            ("- 31/02/2026: nộp báo cáo", CalendarFault::NoSuchDay),
            ("gồm đợt 1 (30/9/206)", CalendarFault::YearMistyped),
            ("bắt đầu từ tháng 9/226 trở đi", CalendarFault::YearMistyped),
            ("thường xuyên từ tháng 13", CalendarFault::NoSuchMonth),
            ("theo kế hoạch quý 5/2025", CalendarFault::NoSuchQuarter),
            ("xong trong 6 tháng cuối năm 226 và sau đó", CalendarFault::YearMistyped),
            ("gửi về Văn phòng trước 25h ngày 10/3", CalendarFault::NoSuchHour),
            ("17h75, ngày 10/3/2027", CalendarFault::NoSuchHour),
            ("trước 25h", CalendarFault::NoSuchHour),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_dates_are_not_reported_as_mistyped() {
        for text in [
            "hoàn thành 50/60 hộ, 12.000.000 đồng",
            "trong 3 tháng 15 ngày",
            "theo Quyết định số 48/2019/QĐ-UBND và mục 2.1.45",
            "họp 24/24 giờ, 7/7 ngày",
            "trước 48 giờ",
            "trong 72 giờ kể từ ngày 10/3/2027",
            "vận động Quỹ Vì người nghèo, quỹ 17 triệu",
            "trong 5 năm 2 tháng",
            "ngày … tháng … năm …",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }
}
