//! The commands `completions` and `man`: what the shell and the manual want to know of the command line.
//!
//! Owns printing what clap makes of it. Knows no command.

use super::args::{self, CompletionsArguments};
use super::console::Console;
use crate::answers::{Ending, Language, catalogue};

/// Prints the completion script of a shell.
pub(super) fn completions(asked: &CompletionsArguments, console: &mut Console) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut args::command(console.language), "vanthu", &mut script);
    print(&script, console)
}

/// Prints the manual page, every command in it.
pub(super) fn man(language: Language, console: &mut Console) -> Ending {
    let mut page = Vec::new();
    let mut command = args::command(language);
    clap_mangen::Man::new(command.clone()).render(&mut page).expect("a vector takes all");
    // A command knows the flags of all commands, which may rule out its own, only once the whole is built.
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

/// The page with clap's own section headings in the language asked for.
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
    console.result(String::from_utf8_lossy(text).trim_end());
    Ending::Done
}
