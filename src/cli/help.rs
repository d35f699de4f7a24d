//! The help of every command, in one of the languages.
//!
//! Owns putting the catalogue's texts (section `help`) into clap's command. Must not know what a command does. `args`
//! parses with its output; `completions` and `man` print it.

use clap::{Arg, Command};

use super::screen::WIDTH;
use crate::answers::{Catalogue, Language, catalogue};

/// The command line with all its help texts in a language.
///
/// The texts of a command are found by its path (`templates.export.about`), those of a flag by path and name
/// (`build.out`), or by `any` and the name where several commands share it.
pub(super) fn worded(command: Command, language: Language) -> Command {
    word_command(command, "", catalogue(language))
}

fn word_command(command: Command, path: &str, catalogue: &Catalogue) -> Command {
    let words = |key: &str| catalogue.help_word(key);
    let of_command = |key: &str| words(&joined(path, key));
    let about = of_command("about").unwrap_or_default();
    let layout = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words("word.usage").unwrap_or_default()
    );
    let mut command = command.about(about).help_template(layout).disable_help_subcommand(true).term_width(WIDTH);
    if let Some(usage) = of_command("usage") {
        command = command.override_usage(usage);
    }
    if let Some(examples) = of_command("examples") {
        command =
            command.after_help(format!("{}:\n{}", words("word.examples").unwrap_or_default(), indented(examples)));
    }
    if command.has_subcommands() {
        command = command.subcommand_help_heading(words("heading.commands").unwrap_or_default());
        command = command.subcommand_value_name(words("value.command").unwrap_or_default());
    }
    let command = command.mut_args(|argument| word_argument(argument, path, catalogue));
    command.mut_subcommands(|below| {
        let name = joined(path, below.get_name());
        word_command(below, &name, catalogue)
    })
}

fn word_argument(argument: Arg, path: &str, catalogue: &Catalogue) -> Arg {
    let id = argument.get_id().to_string();
    let own = catalogue.help_word(&joined(path, &id));
    let help = own.or_else(|| catalogue.help_word(&format!("any.{id}"))).unwrap_or_default();
    let heading = argument.get_help_heading().and_then(|name| catalogue.help_word(&format!("heading.{name}")));
    let value = catalogue.help_word(&format!("value.{id}"));
    let takes_value = argument.get_action().takes_values();
    let argument = argument.help(help);
    let argument = if let Some(heading) = heading { argument.help_heading(heading) } else { argument };
    if let Some(value) = value.filter(|_| takes_value) { argument.value_name(value) } else { argument }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::word_lists;
    use crate::cli::args;

    /// Every command with its path, itself first.
    fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
        let below = command.get_subcommands().flat_map(|below| commands(below, &joined(path, below.get_name())));
        std::iter::once((path.to_owned(), command.clone())).chain(below).collect()
    }

    #[test]
    fn every_command_and_flag_has_help() {
        for language in [Language::Vi, Language::En] {
            for (path, command) in commands(&args::command(language), "") {
                assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{path} has no help");
                let arguments = command.get_arguments().filter(|argument| !argument.is_hide_set());
                for argument in arguments {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{path} {} has no help", argument.get_id());
                }
            }
        }
    }

    #[test]
    fn every_text_of_the_help_is_used() {
        let known = |key: &str| {
            let all = commands(&args::command(Language::En), "");
            ["word.", "heading.", "value.", "man.section."].iter().any(|section| key.starts_with(section))
                || all.iter().any(|(path, command)| {
                    ["about", "usage", "examples"].iter().any(|word| key == joined(path, word))
                        || command.get_arguments().any(|argument| {
                            let id = argument.get_id().as_str();
                            key == joined(path, id) || key == format!("any.{id}")
                        })
                })
        };
        let [_, (_, help), ..] = word_lists();
        let unread: Vec<&str> = help.iter().map(|entry| entry.key).filter(|key| !known(key)).collect();
        assert!(unread.is_empty(), "{unread:?}");
    }
}
