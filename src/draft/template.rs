//! A template: its front matter and its body.
//!
//! Owns finding it by name or by kind, and splitting it. Knows no field. The built-in ones are part of the program.

use serde::Deserialize;

use crate::contract::SheetKind;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::dossier::General;
use crate::vietnamese::fold;

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// A template of one kind of document.
#[derive(Debug)]
pub(super) struct Template {
    /// Its name: the folder it stands in.
    pub(super) name: &'static str,
    /// The file named in messages.
    pub(super) file: String,
    /// Its settings, not rendered yet.
    pub(super) front: FrontMatter,
    /// Its text.
    pub(super) body: String,
    /// Line of the file on which the text begins, 1-based.
    pub(super) body_line: u32,
}

/// The keys of the front matter; each value is a template of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrontMatter {
    /// The kind of document, by its name in the decree.
    #[serde(rename = "loai")]
    pub(super) kind: String,
    /// The printed title, where the workbook names none.
    #[serde(rename = "ten_goi")]
    pub(super) title: Option<String>,
    /// Trích yếu.
    #[serde(rename = "trich_yeu")]
    pub(super) subject: String,
    /// Which grounds make the block: a name of column Dùng ở.
    #[serde(rename = "can_cu")]
    pub(super) grounds: Option<String>,
    /// Which outline numbers the headings.
    #[serde(rename = "khung", default)]
    pub(super) outline: OutlineStyle,
    /// Sheets that this kind can't do without.
    #[serde(rename = "can_du_lieu", default)]
    pub(super) needs: Vec<String>,
}

/// The outlines of ND-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) enum OutlineStyle {
    /// `I.`, `1.`, `a)`.
    #[default]
    #[serde(rename = "la-ma")]
    Roman,
}

/// A built-in template: its name, the kind it is for, its text.
struct BuiltIn {
    name: &'static str,
    kind: DocumentKind,
    text: &'static str,
}

const BUILT_IN: [BuiltIn; 1] = [BuiltIn {
    name: "chuong-trinh-hanh-dong",
    kind: DocumentKind::Programme,
    text: include_str!("../../templates/chuong-trinh-hanh-dong/van-ban.md"),
}];

/// The template asked for: by the command, else by the workbook, else by the kind of document.
///
/// # Errors
/// `MAU-002` for an unknown name, `MAU-003` for a kind without a template, those of the front matter.
pub(super) fn choose(asked: Option<&str>, general: &General, out: &mut Diagnostics) -> Result<Template, Reported> {
    let chosen = match (asked, &general.template) {
        (Some(name), _) => named(name, &Place::default(), out)?,
        (None, Some(name)) => named(&name.value, &name.at, out)?,
        (None, None) => BUILT_IN.iter().find(|built_in| built_in.kind == general.kind).ok_or_else(|| {
            let message = Diagnostic::error("MAU-003").at(&general.kind_at).with("kind", general.kind.name());
            out.fail(message.with("names", names().join(", ")))
        })?,
    };
    split(chosen, out)
}

fn named(name: &str, at: &Place, out: &mut Diagnostics) -> Result<&'static BuiltIn, Reported> {
    let wanted = fold::key(name);
    BUILT_IN.iter().find(|built_in| fold::key(built_in.name) == wanted).ok_or_else(|| {
        let nearest = fold::nearest(name, names());
        let message = Diagnostic::error("MAU-002").at(at).with("name", name).with("names", names().join(", "));
        out.fail(message.nearest(nearest))
    })
}

fn names() -> Vec<&'static str> {
    BUILT_IN.iter().map(|built_in| built_in.name).collect()
}

fn split(built_in: &BuiltIn, out: &mut Diagnostics) -> Result<Template, Reported> {
    let file = &format!("{}/van-ban.md", built_in.name);
    let lines: Vec<&str> = built_in.text.lines().collect();
    let closing = lines.iter().skip(1).position(|line| line.trim_end() == FENCE).map(|index| index + 1);
    let (Some(&FENCE), Some(closing)) = (lines.first(), closing) else {
        return Err(out.fail(Diagnostic::error("MAU-004").at(&Place::line(file, 1))));
    };
    let front = toml::from_str(&lines[1..closing].join("\n")).map_err(|error| {
        let before = error.span().map_or(0, |span| lines[1..closing].join("\n")[..span.start].matches('\n').count());
        let line = u32::try_from(before + 2).expect("a template has few lines");
        out.fail(Diagnostic::error("MAU-005").at(&Place::line(file, line)).with("cause", error.message()))
    })?;
    let body_line = u32::try_from(closing + 2).expect("a template has few lines");
    Ok(Template { name: built_in.name, file: file.clone(), front, body: lines[closing + 1..].join("\n"), body_line })
}

impl Template {
    /// The sheets it can't do without.
    pub(super) fn needed_sheets(&self) -> impl Iterator<Item = SheetKind> {
        let needs: Vec<String> = self.front.needs.iter().map(|name| fold::key(name)).collect();
        SheetKind::ALL.into_iter().filter(move |kind| needs.contains(&fold::key(kind.title())))
    }
}
