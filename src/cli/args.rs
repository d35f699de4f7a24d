//! The command as typed.
//!
//! Owns names and shapes of commands and flags, and clap's own mistakes as messages. Must not know what a command does.
//! All its help texts come from the catalogue (`help`).

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{FromArgMatches as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::help;
use crate::answers::Language;
use crate::diag::Diagnostic;
use crate::pipeline::Shard;

#[derive(Debug, Parser)]
#[command(name = "vanthu", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true)]
pub(super) struct CommandLine {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) global: GlobalArguments,
}

/// Flags of every command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "global")]
pub(super) struct GlobalArguments {
    #[arg(long, global = true, hide_possible_values = true)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, default_value = "auto", hide_default_value = true, hide_possible_values = true)]
    pub(super) color: Color,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[arg(long, global = true)]
    pub(super) config: Option<PathBuf>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands, in the order in which a clerk meets them.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(NewArguments),
    Check(CheckArguments),
    Build(BuildArguments),
    Figures(FiguresArguments),
    Explain(ExplainArguments),
    Templates(TemplatesArguments),
    Index(IndexArguments),
    Config(ConfigArguments),
    Completions(CompletionsArguments),
    Man,
}

/// Flags of `new`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct NewArguments {
    #[arg(help_heading = "operands")]
    pub(super) folder: PathBuf,
    #[arg(long)]
    pub(super) sample: bool,
}

/// Operands of `templates`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, next_help_heading = "options")]
pub(super) struct TemplatesArguments {
    #[command(subcommand)]
    pub(super) action: Option<TemplatesAction>,
    #[arg(long)]
    pub(super) fields: Option<String>,
}

/// The commands below `templates`.
#[derive(Debug, Subcommand)]
pub(super) enum TemplatesAction {
    Export {
        #[arg(help_heading = "template")]
        name: String,
        #[arg(long, help_heading = "options")]
        out: Option<PathBuf>,
    },
    Check {
        #[arg(help_heading = "operands")]
        folder: PathBuf,
    },
}

/// Flags of `check`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct CheckArguments {
    #[arg(required = true, help_heading = "operands")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
}

/// Flags of `build`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct BuildArguments {
    #[arg(required = true, help_heading = "operands")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    #[arg(long, conflicts_with = "all")]
    pub(super) template: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[command(flatten)]
    pub(super) batch: BatchArguments,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) delivery: DeliveryArguments,
}

/// Flags of `build` for what becomes of the documents.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct DeliveryArguments {
    #[arg(long, conflicts_with_all = ["out", "pdf"])]
    pub(super) zip: Option<PathBuf>,
    #[arg(long)]
    pub(super) pdf: bool,
    #[arg(long)]
    pub(super) open: bool,
}

/// Flags of `build` for a document to each village or unit.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct BatchArguments {
    #[arg(long, hide_possible_values = true)]
    pub(super) for_each: Option<Recipients>,
    #[arg(long, conflicts_with_all = ["template", "all"])]
    pub(super) qua_han: bool,
    #[arg(long, num_args = 1.., requires = "for_each")]
    pub(super) only: Vec<String>,
    #[arg(long, requires = "for_each")]
    pub(super) shard: Option<Shard>,
    #[arg(long, requires = "for_each", hide_possible_values = true)]
    pub(super) empty: Option<EmptyChoice>,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
    #[arg(long)]
    pub(super) no_sync: bool,
}

/// Flags of `figures`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct FiguresArguments {
    #[arg(required = true, help_heading = "operands")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long, conflicts_with = "json")]
    pub(super) csv: bool,
    #[arg(long)]
    pub(super) png: Option<PathBuf>,
}

/// Operands of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArguments {
    #[arg(help_heading = "code")]
    pub(super) code: Option<String>,
}

/// Flags of `index`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "options")]
pub(super) struct IndexArguments {
    #[arg(required = true, help_heading = "operands")]
    pub(super) folders: Vec<PathBuf>,
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
}

/// Operands of `config`.
#[derive(Debug, clap::Args)]
pub(super) struct ConfigArguments {
    #[arg(help_heading = "operands")]
    pub(super) files: Vec<PathBuf>,
}

/// Operands of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArguments {
    #[arg(help_heading = "operands", hide_possible_values = true)]
    pub(super) shell: Shell,
}

/// To whom the documents of a batch go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Recipients {
    /// The villages.
    Thon,
    /// The units.
    DonVi,
}

/// What is done for a village or unit without tasks and figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum EmptyChoice {
    /// Its document is written.
    Keep,
    /// It is left out.
    Skip,
    /// Nothing is written.
    Refuse,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The outcome of parsing where there is no command to run.
#[derive(Debug)]
pub(super) enum EarlyExit {
    /// A help or version text to print.
    Text(String),
    /// The help, because no command was typed.
    NoCommand(String),
    /// A mistake in the command.
    Mistake(Box<Diagnostic>),
}

/// The whole command line, its help in a language.
pub(super) fn command(language: Language) -> clap::Command {
    help::worded(<CommandLine as clap::CommandFactory>::command(), language)
}

/// Parses the words of the command line, the program's own name first.
pub(super) fn parse(words: &[OsString], language: Language) -> Result<CommandLine, EarlyExit> {
    let words = &with_help_as_flag(words);
    let parsed = |command: clap::Command| {
        let matches = command.try_get_matches_from(words)?;
        CommandLine::from_arg_matches(&matches)
    };
    // A correct command line needs no help texts, so they are added only after parsing failed.
    let parsed_in_full = |_| parsed(command(language));
    parsed(<CommandLine as clap::CommandFactory>::command()).or_else(parsed_in_full).map_err(|error| {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => EarlyExit::Text(error.to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => EarlyExit::NoCommand(error.to_string()),
            _ => EarlyExit::Mistake(Box::new(mistake(&error).with("command", typed_command(words, language)))),
        }
    })
}

/// Turns `vanthu help build` into `vanthu build --help`: other programs have a command `help`.
fn with_help_as_flag(words: &[OsString]) -> Vec<OsString> {
    let mut words = words.to_vec();
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

/// The command whose help applies: the longest path of commands in the words.
fn typed_command(words: &[OsString], language: Language) -> String {
    let mut command = command(language);
    let mut path = String::from("vanthu");
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        let Some(below) = command.find_subcommand(word).cloned() else { continue };
        path = format!("{path} {word}");
        command = below;
    }
    path
}

fn mistake(error: &clap::Error) -> Diagnostic {
    let of = |kind: ContextKind| {
        error.get(kind).and_then(|value| match value {
            ContextValue::String(text) => Some(text.clone()),
            ContextValue::Strings(texts) => Some(texts.join(", ")),
            _ => None,
        })
    };
    let message = Diagnostic::error("CD-010");
    let argument = of(ContextKind::InvalidArg).or_else(|| of(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let near = of(ContextKind::SuggestedArg).or_else(|| of(ContextKind::SuggestedSubcommand));
    match error.kind() {
        ErrorKind::InvalidSubcommand if argument.to_lowercase().ends_with(".xlsx") => {
            message.with("argument", argument).hint("workbook")
        }
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            message.with("argument", argument).hint("unknown").nearest(near.as_deref())
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg).unwrap_or_default();
            message.with("argument", argument).with("other", other).hint("conflict")
        }
        ErrorKind::MissingRequiredArgument => message.with("argument", argument).hint("missing"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue).unwrap_or_default();
            message.with("argument", argument).with("value", value).hint("value")
        }
        _ => message,
    }
}
