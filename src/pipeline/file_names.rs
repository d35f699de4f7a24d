//! The names of the papers' files, without folder and extension.
//!
//! Owns what tells the files of two papers apart: the title, the subject, the period, the village or unit, and, where a
//! kind has several templates, what the second one's own subject says first. A name does not depend on what else is asked
//! for. The names go to `papers`.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::Dossier;
use crate::dossier::period::Period;
use crate::settings::Settings;
use crate::templates::{Library, TemplateSummary};
use crate::vietnamese::{capitals, fold, text};

/// Characters of the longest title in a name: the name must still include the period.
const LONGEST_TITLE: usize = 60;
/// Characters of the longest topic in a name.
const LONGEST_TOPIC: usize = 60;

/// What a paper is called by.
#[derive(Clone, Copy)]
pub(super) struct NamedBy<'a> {
    /// The printed title.
    pub(super) title: &'a str,
    /// The printed subject.
    pub(super) subject: &'a str,
    /// The name of its template.
    pub(super) template: &'a str,
    /// The number and the name of its village or unit; `None` where it is for everyone.
    pub(super) unit: Option<(usize, &'a str)>,
}

/// What tells the files of a template from those of others of its kind and title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distinction {
    /// Nothing: it has the plain name.
    Plain,
    /// The first words of its subject: «Thông báo tình hình thực hiện nhiệm vụ».
    Subject,
    /// The name that the clerk gave its folder: its subject may be that of the first.
    Folder,
}

/// The names given so far, and what they are made from.
pub(super) struct FileNames {
    topic: String,
    period: String,
    /// By template.
    distinctions: BTreeMap<String, Distinction>,
    given: BTreeSet<String>,
    /// How many villages or units the batch has: their numbers have as many digits as this one, at least two.
    pub(super) batch: usize,
}

impl FileNames {
    /// No names yet.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let topic = dossier.general().map(|general| general.topic.in_a_sentence().to_owned()).unwrap_or_default();
        let period = dossier.period().map(Period::name).unwrap_or_default();
        let topic = shortened(&text::single_spaced(&topic), LONGEST_TOPIC);
        Self { topic, period, distinctions: BTreeMap::new(), given: BTreeSet::new(), batch: 0 }
    }

    /// The name of a paper by the pattern of the settings. A single paper: title in sentence case, subject, period in its
    /// canonical words. One of a batch: the number and the name of the village or unit, and the title.
    pub(super) fn name(
        &mut self,
        settings: &Settings,
        paper: NamedBy,
        distinction: impl FnOnce() -> Distinction,
    ) -> String {
        let template = paper.template;
        let distinction = *self.distinctions.entry(template.to_owned()).or_insert_with(distinction);
        let first_words = if distinction == Distinction::Subject { self.first_words(paper.subject) } else { None };
        let title = text::sentence_case(paper.title);
        let longer = first_words.as_deref().map(|words| format!("{title} {words}"));
        let title = shortened(longer.as_deref().unwrap_or(&title), LONGEST_TITLE);
        let name = match paper.unit {
            Some(unit) => self.in_batch(settings, &title, unit),
            None => self.single(settings, &title),
        };
        let name = text::single_spaced(&name);
        // The clerk's own pattern may leave the title out.
        let is_told = distinction == Distinction::Plain || longer.is_some() && name.contains(&title);
        let difference = first_words.as_deref().unwrap_or(template);
        self.unused(&if is_told { name } else { format!("{name} ({difference})") })
    }

    /// The words of a subject before the topic and the period, which a name says anyway; `None` where it begins with them.
    fn first_words(&self, subject: &str) -> Option<String> {
        let subject = text::single_spaced(&capitals::in_a_sentence(subject));
        let (topic, period) = (fold::key(&self.topic), fold::key(&self.period));
        // A subject may shorten its period: «6 tháng cuối năm».
        let period = period.match_indices(' ').nth(1).map_or(period.as_str(), |(end, _)| &period[..end]);
        let is_said = |rest: &str| {
            let rest = fold::key(rest);
            [topic.as_str(), period].iter().any(|said| !said.is_empty() && rest.starts_with(said))
        };
        let ends = subject.match_indices(' ').map(|(end, _)| end + 1);
        let end = std::iter::once(0).chain(ends).find(|end| is_said(&subject[*end..])).unwrap_or(subject.len());
        let words = subject[..end].trim_end();
        (!words.is_empty()).then(|| words.to_owned())
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
        // A title may name the topic itself.
        let is_named = fold::key(title).contains(&fold::key(&self.topic));
        let topic = if is_named { "" } else { self.topic.as_str() };
        settings.file_name.fill(|gap| match gap {
            "ten_goi" => Some(title),
            "chu_de" => Some(topic),
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

/// What tells a template from the one of the same kind and title that has the plain name: the one that the workbook
/// chooses, else the first that fits its period.
pub(super) fn distinction(template: &str, own: Option<&str>, library: &Library, dossier: &Dossier) -> Distinction {
    if own == Some(template) || !is_second_of_its_kind(template, own, library, dossier) {
        return Distinction::Plain;
    }
    let is_of_ours = Library::of(&[]).summary(template).is_some();
    if is_of_ours { Distinction::Subject } else { Distinction::Folder }
}

fn is_second_of_its_kind(template: &str, own: Option<&str>, library: &Library, dossier: &Dossier) -> bool {
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

    fn named(topic: &str, period: &str) -> FileNames {
        let (topic, period) = (topic.to_owned(), period.to_owned());
        FileNames { topic, period, distinctions: BTreeMap::new(), given: BTreeSet::new(), batch: 0 }
    }

    #[track_caller]
    fn check_second(distinction: Distinction, subject: &str, expected: &str) {
        let mut names = named("công tác dân vận", "6 tháng cuối năm 2025");
        let paper = NamedBy { title: "THÔNG BÁO", subject, template: "thong-bao-hai", unit: None };
        assert_eq!(names.name(&Settings::default(), paper, || distinction), expected);
        let unit = Some((7, "Thôn Bến Đá"));
        let in_batch = names.name(&Settings::default(), NamedBy { unit, ..paper }, || distinction);
        let said = expected.replace(" công tác dân vận 6 tháng cuối năm 2025", "");
        let (title, folder) =
            said.split_once(" (").map_or((said.as_str(), ""), |(title, _)| (title, " (thong-bao-hai)"));
        assert_eq!(in_batch, format!("07 - {title} - Thôn Bến Đá{folder}"));
    }

    #[test]
    fn a_second_template_of_a_kind_is_told_apart_by_the_first_words_of_its_subject() {
        let plain = "Thông báo công tác dân vận 6 tháng cuối năm 2025";
        let subject = "Tình hình thực hiện nhiệm vụ công tác dân vận 6 tháng cuối năm 2025";
        check_second(Distinction::Plain, subject, plain);
        let expected = "Thông báo tình hình thực hiện nhiệm vụ công tác dân vận 6 tháng cuối năm 2025";
        check_second(Distinction::Subject, subject, expected);
        check_second(Distinction::Subject, "Tình hình thực hiện nhiệm vụ 6 tháng cuối năm", expected);
        let other = "Thông báo kết luận cuộc họp về công tác dân vận 6 tháng cuối năm 2025";
        check_second(Distinction::Subject, "Kết luận cuộc họp về công tác dân vận", other);
        // The clerk's own folder, and a subject that begins with what is said anyway.
        check_second(Distinction::Folder, subject, &format!("{plain} (thong-bao-hai)"));
        check_second(Distinction::Subject, "Công tác dân vận", &format!("{plain} (thong-bao-hai)"));
    }

    fn check(count: usize) {
        let mut names = FileNames { batch: count, ..named("", "") };
        let (settings, folder, mut number) = (Settings::default(), Path::new("/ket-qua"), 1_u64);
        let mut files = BTreeSet::new();
        for row in 1..=count {
            let mut unit = String::new();
            // Few parts, so that many rows have the same name; every 64th has hundreds of letters.
            for _ in 0..if row % 64 == 0 { 90 } else { row % 4 } {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                unit.push_str(PARTS[usize::try_from(number >> 33).expect("31 bits") % PARTS.len()]);
            }
            let paper =
                NamedBy { title: "Kế hoạch", subject: "", template: "ke-hoach", unit: Some((row, unit.as_str())) };
            let name = names.name(&settings, paper, || Distinction::Plain);
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
