//! A path, quoted for a shell.
//!
//! Owns the quoting for each system's shell. Must not know a command. Its output is part of the commands that messages
//! suggest.

/// A path that a shell reads as one word and no program reads as a flag.
///
/// Windows has double quotes only. Elsewhere double quotes are used too, unless the path has a character that the shell
/// interprets inside them.
pub(super) fn shell_word(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+,:=@%".contains(letter);
    let is_separator = |letter: char| cfg!(windows) && letter == '\\';
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    if path.chars().all(|letter| is_plain(letter) || is_separator(letter)) {
        path
    } else if cfg!(windows) || !path.contains(['"', '$', '`', '\\', '!']) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn a_plain_path_stays_as_it_is() {
        for path in ["dân-vận/so-lieu.xlsx", "/tmp/a_b/so-lieu.xlsx", "./so-lieu.xlsx"] {
            assert_eq!(shell_word(path), path);
        }
    }

    #[test]
    fn blanks_are_quoted() {
        assert_eq!(shell_word("xã Đồng Mây/so-lieu.xlsx"), "\"xã Đồng Mây/so-lieu.xlsx\"");
        assert_eq!(shell_word("a'b (1)/so-lieu.xlsx"), "\"a'b (1)/so-lieu.xlsx\"");
    }

    #[test]
    fn a_path_with_a_leading_dash_is_not_read_as_a_flag() {
        assert_eq!(shell_word("-x/so-lieu.xlsx"), "./-x/so-lieu.xlsx");
    }

    #[cfg(unix)]
    #[test]
    fn characters_that_a_shell_interprets_are_quoted() {
        assert_eq!(shell_word("$HOME/so-lieu.xlsx"), "'$HOME/so-lieu.xlsx'");
        assert_eq!(shell_word("a'$b/so-lieu.xlsx"), r"'a'\''$b/so-lieu.xlsx'");
    }
}
