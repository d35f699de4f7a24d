//! The commands `completions` and `man`: completion scripts and the manual page.
//!
//! Owns printing what clap makes of the command line. Must not know a command.

use super::args::{self, CompletionsArguments};
use super::console::Console;
use crate::answers::{Ending, Language, catalogue};

/// Prints the completion script of a shell.
pub(super) fn completions(arguments: &CompletionsArguments, console: &mut Console) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut args::command(console.language), "vanthu", &mut script);
    print(&script, console)
}

/// Prints the manual page, every command in it.
pub(super) fn man(language: Language, console: &mut Console) -> Ending {
    let mut page = Vec::new();
    let mut command = args::command(language);
    clap_mangen::Man::new(command.clone()).render(&mut page).expect("a vector takes all");
    // clap resolves which flags exclude one another only when the whole command is built.
    command.build();
    for below in command.get_subcommands() {
        let name = format!("vanthu {}", below.get_name());
        let of_its_own = below.clone().name(name).mut_args(|flag| {
            let is_of_all = flag.is_global_set();
            if is_of_all { flag.hide(true) } else { flag }
        });
        let below = clap_mangen::Man::new(of_its_own);
        for section in [
            clap_mangen::Man::render_name_section,
            clap_mangen::Man::render_synopsis_section,
            clap_mangen::Man::render_options_section,
            clap_mangen::Man::render_extra_section,
        ] {
            section(&below, &mut page).expect("a vector takes all");
        }
    }
    let page = String::from_utf8_lossy(&page);
    print(headings_worded(&page, language).as_bytes(), console)
}

/// The page with clap's own section headings translated.
fn headings_worded(page: &str, language: Language) -> String {
    let catalogue = catalogue(language);
    let worded = page.lines().map(|line| {
        let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"').to_lowercase());
        let word = heading.and_then(|heading| catalogue.help_word(&format!("man.section.{heading}")));
        word.map_or_else(|| line.to_owned(), |word| format!(".SH \"{word}\""))
    });
    worded.collect::<Vec<_>>().join("\n")
}

fn print(text: &[u8], console: &mut Console) -> Ending {
    console.print_result(String::from_utf8_lossy(text).trim_end());
    Ending::Done
}
