//! The names of the papers' files, without folder and extension.
//!
//! Owns what tells the files of two papers apart: the title, the subject, the period, the village or unit, and the
//! template where its kind has several. A name does not depend on what else is asked for. The names go to `papers`.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::Dossier;
use crate::dossier::period::Period;
use crate::settings::Settings;
use crate::templates::{Library, TemplateSummary};
use crate::vietnamese::{fold, text};

/// Characters of the longest title in a name: the name must still include the period.
const LONGEST_TITLE: usize = 60;
/// Characters of the longest subject in a name.
const LONGEST_SUBJECT: usize = 60;

/// The names given so far, and what they are made from.
pub(super) struct FileNames {
    subject: String,
    period: String,
    /// By template: whether its name is needed, because another template of its kind has the plain name.
    is_second: BTreeMap<String, bool>,
    given: BTreeSet<String>,
    /// How many villages or units the batch has: their numbers have as many digits as this one, at least two.
    pub(super) batch: usize,
}

impl FileNames {
    /// No names yet.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let topic = dossier.general().map(|general| general.topic.in_a_sentence().to_owned()).unwrap_or_default();
        let period = dossier.period().map(Period::name).unwrap_or_default();
        let subject = shortened(&text::single_spaced(&topic), LONGEST_SUBJECT);
        Self { subject, period, is_second: BTreeMap::new(), given: BTreeSet::new(), batch: 0 }
    }

    /// The name of a paper by the pattern of the settings. A single paper: title in sentence case, subject, period in its
    /// canonical words. One of a batch: the number and the name of the village or unit, and the title.
    pub(super) fn name(
        &mut self,
        settings: &Settings,
        (title, template, unit): (&str, &str, Option<(usize, &str)>),
        is_second: impl FnOnce() -> bool,
    ) -> String {
        let title = shortened(&text::sentence_case(title), LONGEST_TITLE);
        let name = match unit {
            Some(unit) => self.in_batch(settings, &title, unit),
            None => self.single(settings, &title),
        };
        let name = text::single_spaced(&name);
        let is_second = *self.is_second.entry(template.to_owned()).or_insert_with(is_second);
        self.unused(&if is_second { format!("{name} ({template})") } else { name })
    }

    /// The number comes first, whatever the pattern, and leads with zeros: files are sorted as the register is, no name is
    /// one that Windows keeps for itself, and none is the same as another when both are cut.
    fn in_batch(&self, settings: &Settings, title: &str, (number, unit): (usize, &str)) -> String {
        let digits = self.batch.to_string().len().max(2);
        let number = format!("{number:0digits$}");
        let name = settings.batch_file_name.fill(|gap| match gap {
            "stt" => Some(number.as_str()),
            "loai" => Some(title),
            "ten" => Some(unit),
            _ => None,
        });
        if name.starts_with(&number) { name } else { format!("{number} - {name}") }
    }

    fn single(&self, settings: &Settings, title: &str) -> String {
        // A title may name the subject itself.
        let is_named = fold::key(title).contains(&fold::key(&self.subject));
        let subject = if is_named { "" } else { self.subject.as_str() };
        settings.file_name.fill(|gap| match gap {
            "ten_goi" => Some(title),
            "chu_de" => Some(subject),
            "ky" => Some(self.period.as_str()),
            _ => None,
        })
    }

    /// The name, or a longer one where another paper has it already.
    fn unused(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let unused = names.find(|name| !self.given.contains(name)).expect("there is always a next number");
        self.given.insert(unused.clone());
        unused
    }
}

/// Whether another template of the same kind and title has the plain name: the one that the workbook chooses, else the
/// first that fits its period.
pub(super) fn is_second_of_its_kind(template: &str, own: Option<&str>, library: &Library, dossier: &Dossier) -> bool {
    if own == Some(template) {
        // It is the first; the front matter of all others need not be read.
        return false;
    }
    let list = library.list();
    let Some(this) = list.iter().find(|one| one.name == template && one.kind.is_some()) else { return false };
    let is_like = |one: &&TemplateSummary| one.kind == this.kind && one.title == this.title;
    let of_kind: Vec<&TemplateSummary> = list.iter().filter(is_like).collect();
    let fits = |one: &&&TemplateSummary| dossier.general().is_ok_and(|general| one.fits_period(general));
    let first = of_kind.iter().find(|one| Some(one.name.as_str()) == own).or_else(|| of_kind.iter().find(fits));
    first.or(of_kind.first()).is_some_and(|first| first.name != template)
}

/// A text cut at a word.
fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    cut.rsplit_once(' ').map_or(cut.clone(), |(whole_words, _)| whole_words.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::files::safe_name;
    use crate::vietnamese::text::composed;

    /// Parts of names that leave folders, hide, or mean something to Windows.
    const PARTS: [&str; 24] = [
        "..",
        "/",
        "\\",
        "C:",
        "a:b",
        " ",
        ".",
        "\u{202e}",
        "\u{200b}",
        "\n",
        "con",
        "NUL",
        "COM¹",
        "Lpt0",
        "Bản Còn",
        "Tho\u{302}n",
        "thôn",
        "THÔN",
        "ệ",
        "%TEMP%",
        "~",
        "\u{0}",
        "／",
        "dài quá",
    ];

    fn check(count: usize) {
        let mut names = FileNames {
            subject: String::new(),
            period: String::new(),
            is_second: BTreeMap::new(),
            given: BTreeSet::new(),
            batch: count,
        };
        let (settings, folder, mut number) = (Settings::default(), Path::new("/ket-qua"), 1_u64);
        let mut files = BTreeSet::new();
        for row in 1..=count {
            let mut unit = String::new();
            // Few parts, so that many rows have the same name; every 64th has hundreds of letters.
            for _ in 0..if row % 64 == 0 { 90 } else { row % 4 } {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                unit.push_str(PARTS[usize::try_from(number >> 33).expect("31 bits") % PARTS.len()]);
            }
            let name = names.name(&settings, ("Kế hoạch", "ke-hoach", Some((row, &unit))), || false);
            let file = safe_name(&format!("{name}.docx"));
            let path = folder.join(&file);
            assert_eq!(path.parent(), Some(folder), "{unit:?}");
            assert_eq!(path.file_name().and_then(|name| name.to_str()), Some(file.as_str()), "{unit:?}");
            assert!(file.starts_with(|first: char| first.is_ascii_digit()), "{file}");
            files.insert(composed(&file.to_lowercase()));
        }
        assert_eq!(files.len(), count, "as many files as rows, also where letters and their marks count as one");
    }

    #[test]
    fn no_hostile_name_of_a_village_leaves_the_folder_or_takes_the_file_of_another() {
        check(3_000);
    }

    #[test]
    #[ignore = "takes half a minute; run by just safety"]
    fn hundred_thousand_hostile_names() {
        check(100_000);
    }
}
