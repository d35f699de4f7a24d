//! A whole citation in one cell, or part of one: kind, number, day, issuer, trích yếu.
//!
//! Owns where each part begins. Must not know the columns of the sheet, nor how a part is printed. `grounds` takes the
//! parts for the blank cells of the row.

use chrono::NaiveDate;

use super::kind::{self, CitedKind};
use super::laws;
use crate::vietnamese::date;

/// The parts of a citation, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CitationParts {
    /// The kind, as written.
    pub(super) document_type: Option<&'static str>,
    /// Number and symbol.
    pub(super) number: Option<String>,
    /// Its day.
    pub(super) issued_on: Option<NaiveDate>,
    /// Its issuer.
    pub(super) issuer: Option<String>,
    /// Its trích yếu; the name of a law.
    pub(super) subject: Option<String>,
}

/// Words with which a trích yếu begins behind the issuer.
const SUBJECT_BEGINS: [&str; 24] = [
    "về",
    "Về",
    "V/v",
    "v/v",
    "quy định",
    "Quy định",
    "ban hành",
    "Ban hành",
    "phê duyệt",
    "Phê duyệt",
    "hướng dẫn",
    "sửa đổi",
    "triển khai",
    "thực hiện",
    "công bố",
    "giao",
    "thành lập",
    "kiện toàn",
    "tổ chức",
    "thông qua",
    "điều chỉnh",
    "bãi bỏ",
    "phân công",
    "tăng cường",
];

impl CitationParts {
    /// The parts of a text that begins with a kind and has at least one further part, or with "số"; `None` for any
    /// other text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let line = bare(text);
        let (kind, rest) = match kind::leading(&line) {
            Some((kind, rest)) => (Some(kind), rest.to_owned()),
            None => (None, line.clone()),
        };
        let mut parts = Self { document_type: kind.map(|kind| kind.name), ..Self::default() };
        if kind.is_some_and(|kind| kind::is_law(kind.name)) {
            return parts.law(&rest);
        }
        let mut rest = rest.as_str();
        let after_number = kind::behind(rest, "số").or_else(|| kind::behind(rest, "số:"));
        if let Some(after) = after_number.or_else(|| Some(rest).filter(|rest| kind.is_some() && begins_number(rest))) {
            let ends = ["ngày", "của"].into_iter().chain(SUBJECT_BEGINS);
            let end = ends.filter_map(|word| after.find(&format!(" {word} "))).min().unwrap_or(after.len());
            parts.number =
                Some(after[..end].trim_end_matches([',', ' ']).to_owned()).filter(|number| begins_number(number));
            rest = after[end..].trim_start();
        }
        if parts.number.is_none() && kind.is_some_and(|kind| kind.name == "Nghị quyết") {
            return parts.congress(rest);
        }
        parts.number.as_ref()?;
        rest = parts.take_day(rest);
        parts.take_issuer(rest, kind);
        Some(parts)
    }

    /// Whether the text gives more than one cell of the row: it was pasted whole.
    pub(super) fn is_whole(&self) -> bool {
        let names_congress = || self.subject.as_deref().is_some_and(is_congress);
        self.document_type.is_some() && (self.issued_on.is_some() || self.number.is_none() && names_congress())
    }

    /// A resolution of a congress, which has no number: "Nghị quyết Đại hội Đảng bộ xã lần thứ I".
    fn congress(mut self, rest: &str) -> Option<Self> {
        let (name, after) = rest.split_at(rest.find(", ngày ").or_else(|| rest.find(" ngày ")).unwrap_or(rest.len()));
        self.take_day(after.trim_start_matches([',', ' ']));
        self.subject = Some(name.to_owned()).filter(|name| is_congress(name));
        self.subject.is_some().then_some(self)
    }

    fn law(mut self, rest: &str) -> Option<Self> {
        let day = rest.find("ngày ");
        let (name, after) = rest.split_at(day.unwrap_or(rest.len()));
        if let Some(number) = kind::behind(name, "số").filter(|number| begins_number(number)) {
            self.number = number.split_whitespace().next().map(str::to_owned);
            self.take_day(after);
            return Some(self);
        }
        let number = name.find(" số ").filter(|place| begins_number(&name[place + " số ".len()..]));
        let name = name[..number.unwrap_or(name.len())].trim_end_matches([',', ' ', '(']);
        let (name, year) = laws::without_year(name);
        self.number = number.map(|place| name_tail(rest, place));
        self.take_day(after);
        self.subject = Some(name.to_owned()).filter(|name| !name.is_empty());
        (self.issued_on.is_some() || self.number.is_some() || year.is_some()).then_some(self)
    }

    /// Takes `ngày …` from the beginning; the text behind it.
    fn take_day<'a>(&mut self, rest: &'a str) -> &'a str {
        let Some(after) = kind::behind(rest, "ngày") else { return rest };
        let ends = after.match_indices(' ').map(|(place, _)| place).chain([after.len()]).take(8).collect::<Vec<_>>();
        for end in ends.into_iter().rev() {
            if let Ok(day) = date::parse(after[..end].trim_end_matches([',', ';'])) {
                self.issued_on = Some(day);
                return after[end..].trim_start();
            }
        }
        rest
    }

    fn take_issuer(&mut self, rest: &str, kind: Option<&CitedKind>) {
        let Some(after) = kind::behind(rest, "của") else {
            self.subject = Some(rest.trim_start_matches([',', ' ']).to_owned()).filter(|subject| !subject.is_empty());
            return;
        };
        let own_kind = kind.map(|kind| kind.name);
        let begins = SUBJECT_BEGINS.into_iter().chain(own_kind).filter_map(|word| {
            let place = after.find(&format!(" {word} "))?;
            Some(place)
        });
        let end = begins.min().unwrap_or(after.len());
        let issuer = after[..end].trim_end_matches([',', ' ']);
        self.issuer = Some(issuer.to_owned()).filter(|issuer| !issuer.is_empty());
        self.subject = Some(after[end..].trim().to_owned()).filter(|subject| !subject.is_empty());
    }
}

fn is_congress(name: &str) -> bool {
    let name = kind::behind(name, "của").unwrap_or(name);
    kind::behind(name, "đại hội").is_some()
}

/// The number behind " số " at this place.
fn name_tail(rest: &str, place: usize) -> String {
    let after = &rest[place + " số ".len()..];
    after.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ')', ';']).to_owned()
}

/// The text without a list mark, "Căn cứ" and its end mark, on one line with single blanks.
fn bare(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches(['-', '–', '+', '*', '•', ' ']);
    let line = line.trim_end_matches([';', '.', ',', ' ', '/']);
    let rest = kind::behind(line, "căn cứ").or_else(|| kind::behind(line, "thực hiện")).unwrap_or(line);
    rest.to_owned()
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> [String; 5] {
        let parts = CitationParts::parse(text).unwrap_or_default();
        let day = parts.issued_on.map(date::slashed);
        [parts.document_type.map(str::to_owned), parts.number, day, parts.issuer, parts.subject]
            .map(Option::unwrap_or_default)
    }

    #[test]
    fn a_whole_line_is_read() {
        let line = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let read = ["Nghị định", "30/2020/NĐ-CP", "05/3/2020", "Chính phủ", "về công tác văn thư"];
        assert_eq!(parts(line), read);
        assert_eq!(parts("- Nghị định 30/2020/NĐ-CP ngày 5/3/2020 của Chính phủ về công tác văn thư."), read);
        assert_eq!(
            parts("Quyết định số 12/QĐ – UBND, ngày 03-01-2027 của UBND tỉnh Hải Vân phê duyệt Đề án"),
            ["Quyết định", "12/QĐ – UBND", "03/01/2027", "UBND tỉnh Hải Vân", "phê duyệt Đề án"]
        );
    }

    #[test]
    fn a_law_is_read_with_and_without_its_number() {
        let read =
            |number: &str| ["Luật", number, "16/6/2025", "", "Tổ chức chính quyền địa phương"].map(str::to_owned);
        assert_eq!(parts("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"), read(""));
        assert_eq!(parts("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"), read("72/2025/QH15"));
    }

    #[test]
    fn a_part_of_a_line_is_read() {
        assert_eq!(parts("Nghị định số 30/2020/NĐ-CP"), ["Nghị định", "30/2020/NĐ-CP", "", "", ""]);
        assert_eq!(
            parts("Nghị định số 30/2020/NĐ-CP về công tác văn thư"),
            ["Nghị định", "30/2020/NĐ-CP", "", "", "về công tác văn thư"]
        );
        assert_eq!(parts("Luật số 72/2025/QH15"), ["Luật", "72/2025/QH15", "", "", ""]);
        assert_eq!(parts("Luật Đất đai năm 2024"), ["Luật", "", "", "", "Đất đai"]);
        let congress = "Đại hội Đảng bộ xã Cồn Lau lần thứ I, nhiệm kỳ 2025 - 2030";
        assert_eq!(parts(&format!("Căn cứ Nghị quyết {congress};")), ["Nghị quyết", "", "", "", congress]);
        assert_eq!(parts("số 30/2020/NĐ-CP"), ["", "30/2020/NĐ-CP", "", "", ""]);
    }

    #[test]
    fn other_texts_are_no_citation() {
        for text in ["30/2020/NĐ-CP", "Nghị định", "về công tác văn thư", "Kế hoạch chuyển đổi số", "", "Luật Thư viện"]
        {
            assert_eq!(CitationParts::parse(text), None, "{text}");
        }
    }
}
