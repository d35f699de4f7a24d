//! Looks up the names that a template may use.
//!
//! Owns what a name means at its place, and where a clerk fills it in. Must not know a value. The check of templates
//! and the needs of a template use it.

use super::FIELDS;
use crate::contract::SheetKind;

/// What a name means to a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldShape {
    /// A text.
    Text,
    /// A group of fields, under this path: `ky`.
    Record(&'static str),
    /// A list of texts.
    Texts,
    /// A list of groups of fields, each under this path: `nhiem_vu[]`.
    Records(&'static str),
}

/// The names directly below a path; the top-level names for the empty path. Each once, in the order of the table.
pub(crate) fn names_below(path: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for field in FIELDS.iter() {
        let name = below(field.path, path).map(|rest| rest.split(['.', '[']).next().unwrap_or(rest));
        if let Some(name) = name.filter(|name| !name.is_empty() && !names.contains(name)) {
            names.push(name);
        }
    }
    names
}

/// What a name directly below a path means, and whether it can be empty; `None` for an unknown field.
pub(crate) fn lookup(path: &str, name: &str) -> Option<(FieldShape, bool)> {
    let mut fields = FIELDS.iter().filter(|field| below(field.path, path).is_some_and(|rest| starts_with(rest, name)));
    let first = fields.next()?;
    let rest = below(first.path, path)?.strip_prefix(name)?;
    let until = |rest: &str| &first.path[..first.path.len() - rest.len()];
    let shape = match rest.strip_prefix("[]") {
        Some(_) if first.like.is_some() => FieldShape::Records(first.like.unwrap_or_default()),
        Some("") if fields.next().is_none() => FieldShape::Texts,
        Some(inside) => FieldShape::Records(until(inside)),
        None if rest.is_empty() => FieldShape::Text,
        None => FieldShape::Record(until(rest)),
    };
    // A list always exists; it may be empty.
    Some((shape, first.can_be_empty && shape == FieldShape::Text))
}

/// Where a clerk fills in a field: by its path, or by its last name where only one field has it.
pub(crate) fn filled_in(path: &str) -> Option<String> {
    if let Some(part) = FIELDS.iter().find(|field| field.path == path).and_then(|field| field.part) {
        return Some(format!("{} › {part}", SheetKind::Prose.title()));
    }
    let exact = FIELDS.iter().find(|field| field.path == path);
    let name = path.rsplit('.').next().filter(|_| path.contains('.'));
    let inside =
        || FIELDS.iter().find(|field| field.path.rsplit_once("].").map(|(_, last)| last) == name && name.is_some());
    exact.or_else(inside)?.filled_in.map(str::to_owned)
}

/// Whether a top-level name is a computed field: no part of Nội dung may replace it.
pub(crate) fn is_computed(name: &str) -> bool {
    FIELDS.iter().any(|field| field.part.is_none() && starts_with(field.path, name))
}

/// The parts of the sheet Nội dung that some kind of document prints.
pub(crate) fn parts() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().filter_map(|field| field.part)
}

/// The fields that are parts of Nội dung, each with the part's name.
pub(crate) fn part_fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIELDS.iter().filter_map(|field| field.part.map(|part| (field.path, part)))
}

/// The rest of a field's path below this path.
fn below<'a>(field: &'a str, path: &str) -> Option<&'a str> {
    if path.is_empty() { Some(field) } else { field.strip_prefix(path)?.strip_prefix('.') }
}

/// Whether a path begins with this whole name.
fn starts_with(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::GeneralKey;

    #[test]
    fn a_name_is_found_as_the_table_defines_it() {
        assert_eq!(lookup("", "chu_de"), Some((FieldShape::Text, false)));
        assert_eq!(lookup("", "trich_yeu"), Some((FieldShape::Text, true)));
        assert_eq!(lookup("", "ky"), Some((FieldShape::Record("ky"), false)));
        assert_eq!(lookup("ky", "ten"), Some((FieldShape::Text, false)));
        assert_eq!(lookup("", "can_cu_muc_dich"), Some((FieldShape::Texts, false)));
        assert_eq!(lookup("", "nhom"), Some((FieldShape::Records("nhom[]"), false)));
        assert_eq!(lookup("nhom[]", "nhiem_vu"), Some((FieldShape::Records("nhiem_vu[]"), false)));
        assert_eq!(lookup("nhiem_vu[]", "chu_tri"), Some((FieldShape::Text, true)));
        assert_eq!(lookup("to_chuc[]", "doan"), Some((FieldShape::Texts, false)));
        assert_eq!(lookup("", "nhiem"), None);
        assert_eq!(lookup("nhom[]", "noi_dung"), None);
    }

    #[test]
    fn places_to_fill_in_exist_in_the_contract() {
        for place in FIELDS.iter().filter_map(|field| field.filled_in) {
            let (sheet, heading) = place.split_once(" › ").expect("a sheet and a heading");
            let sheet = SheetKind::ALL.into_iter().find(|kind| kind.title() == sheet).expect("a sheet");
            let is_item = sheet == SheetKind::General && GeneralKey::ALL.into_iter().any(|key| key.title() == heading);
            assert!(is_item || sheet.columns().iter().any(|column| column.heading == heading), "{place}");
        }
        assert_eq!(filled_in("viec.san_pham").as_deref(), Some("Nhiệm vụ › Sản phẩm"));
        assert_eq!(filled_in("mo_dau").as_deref(), Some("Nội dung › Mở đầu"));
        assert_eq!(filled_in("khen_thuong"), None);
    }

    #[test]
    fn every_name_is_listed_once() {
        assert_eq!(names_below("nhom[]"), ["ten", "nhiem_vu"]);
        let verbs = ["giao_chu_tri", "de_nghi_chu_tri", "giao_phoi_hop", "de_nghi_phoi_hop"];
        let task = ["noi_dung", "chu_tri", "phoi_hop"].into_iter().chain(verbs).chain([
            "san_pham",
            "kinh_phi",
            "lanh_dao",
            "nguon",
            "thoi_han",
            "cau_thoi_han",
        ]);
        assert_eq!(names_below("nhiem_vu[]"), task.collect::<Vec<_>>());
        assert!(names_below("").contains(&"ky") && !names_below("").contains(&"ten"));
    }
}
