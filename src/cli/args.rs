//! The command as typed.
//!
//! Owns names and helps of commands and flags, and clap's own mistakes as messages. Knows nothing of what a command does.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand, ValueEnum};

use crate::diag::Diagnostic;

/// The layout of every help text.
const HELP: &str = "\
{about-with-newline}
Cách dùng: {usage}

{all-args}{after-help}";

/// Từ sổ giao việc Excel đến văn bản hành chính sẵn sàng trình ký.
#[derive(Debug, Parser)]
#[command(name = "vanthu", version, help_template = HELP, disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true, override_usage = "vanthu LỆNH [TÙY CHỌN]")]
#[command(subcommand_value_name = "LỆNH", subcommand_help_heading = "Các lệnh")]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub(super) everywhere: Everywhere,
}

/// Flags of every command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Dùng với mọi lệnh")]
pub(super) struct Everywhere {
    /// Ngôn ngữ của lời báo: vi hoặc en
    #[arg(long, global = true, value_name = "vi|en", hide_possible_values = true)]
    pub(super) lang: Option<Lang>,
    /// Màu chữ: auto, always hoặc never
    #[arg(long, global = true, value_name = "KHI", default_value = "auto", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(super) color: Color,
    /// In kết quả dưới dạng JSON, không in gì khác ra stdout
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Chỉ in lỗi và cảnh báo
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Tệp vanthu.toml dùng thay cho tệp tìm thấy cạnh sổ
    #[arg(long, global = true, value_name = "TỆP")]
    pub(super) config: Option<PathBuf>,
    /// In phần trợ giúp này
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// In số phiên bản
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Đọc sổ và viết văn bản .docx
    #[command(help_template = HELP, override_usage = "vanthu build TỆP... [TÙY CHỌN]")]
    #[command(
        after_help = "Ví dụ:\n  vanthu build so-lieu.xlsx\n  vanthu build so-lieu.xlsx --out van-ban --as-of 15/12/2025"
    )]
    Build(Build),
    /// Xem các mẫu văn bản, chép ra để sửa, kiểm tra mẫu của mình
    #[command(help_template = HELP, override_usage = "vanthu templates [LỆNH] [TÙY CHỌN]")]
    #[command(args_conflicts_with_subcommands = true)]
    #[command(subcommand_value_name = "LỆNH", subcommand_help_heading = "Các lệnh")]
    #[command(
        after_help = "Ví dụ:\n  vanthu templates --fields chuong-trinh-hanh-dong\n  vanthu templates export chuong-trinh-hanh-dong\n  vanthu templates check mau"
    )]
    Templates(Templates),
}

/// Flags of `templates`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Templates {
    /// What to do; none lists the templates.
    #[command(subcommand)]
    pub(super) action: Option<TemplatesAction>,
    /// In các trường dùng được trong mẫu này
    #[arg(long, value_name = "TÊN")]
    pub(super) fields: Option<String>,
}

/// The commands below `templates`.
#[derive(Debug, Subcommand)]
pub(super) enum TemplatesAction {
    /// Chép một mẫu ra thư mục để sửa
    #[command(help_template = HELP, override_usage = "vanthu templates export TÊN [--out THƯ MỤC]")]
    Export {
        /// Tên mẫu
        #[arg(value_name = "TÊN", help_heading = "Mẫu")]
        name: String,
        /// Thư mục chứa các mẫu (mặc định: mau)
        #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
        out: Option<PathBuf>,
    },
    /// Báo mọi chỗ sai của các mẫu trong một thư mục
    #[command(help_template = HELP, override_usage = "vanthu templates check THƯ MỤC")]
    Check {
        /// Thư mục mau, hoặc thư mục của một mẫu
        #[arg(value_name = "THƯ MỤC", help_heading = "Thư mục")]
        folder: PathBuf,
    },
}

/// Flags of `build`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Build {
    /// Sổ Excel (.xlsx, .xlsm); nhiều tệp là một bộ hồ sơ
    #[arg(value_name = "TỆP", required = true, help_heading = "Tệp")]
    pub(super) files: Vec<PathBuf>,
    /// Thư mục để văn bản (mặc định: ket-qua, cạnh tệp đầu tiên)
    #[arg(long, value_name = "THƯ MỤC")]
    pub(super) out: Option<PathBuf>,
    /// Mẫu văn bản dùng thay cho mẫu theo loại văn bản
    #[arg(long, value_name = "TÊN")]
    pub(super) template: Option<String>,
    /// Ngày xét hạn và hiệu lực, ví dụ 15/12/2025
    #[arg(long = "as-of", value_name = "NGÀY")]
    pub(super) as_of: Option<String>,
    /// Nói điều sẽ làm, không ghi tệp nào
    #[arg(long = "dry-run")]
    pub(super) dry_run: bool,
    /// Thay cả tệp đã được sửa tay; bản cũ được giữ với đuôi .bak
    #[arg(long)]
    pub(super) force: bool,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What parsing gave instead of a command.
#[derive(Debug)]
pub(super) enum Instead {
    /// A help or version text to print.
    Text(String),
    /// A mistake in the command.
    Mistake(Box<Diagnostic>),
}

/// Parses the words of the command line, the program's own name first.
pub(super) fn parse(words: &[OsString]) -> Result<Arguments, Instead> {
    Arguments::try_parse_from(words).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead::Text(error.to_string()),
        _ => Instead::Mistake(Box::new(mistake(&error))),
    })
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
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            message.with("argument", argument).hint("unknown").nearest(near.as_deref())
        }
        ErrorKind::MissingRequiredArgument => message.with("argument", argument).hint("missing"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue).unwrap_or_default();
            message.with("argument", argument).with("value", value).hint("value")
        }
        _ => message,
    }
}
