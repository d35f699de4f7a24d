//! A path as it is typed.
//!
//! Owns what a shell reads into it. Knows no command; those that name the next one call it.

/// A path as a shell takes it for one word that is no flag.
///
/// Windows knows double quotes alone; elsewhere they do as long as the shell reads nothing into what stands between them.
pub(super) fn typable(path: &str) -> String {
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
    use super::typable;

    #[test]
    fn a_plain_path_stays_as_it_is() {
        for path in ["dân-vận/so-lieu.xlsx", "/tmp/a_b/so-lieu.xlsx", "./so-lieu.xlsx"] {
            assert_eq!(typable(path), path);
        }
    }

    #[test]
    fn blanks_are_quoted() {
        assert_eq!(typable("xã Đồng Mây/so-lieu.xlsx"), "\"xã Đồng Mây/so-lieu.xlsx\"");
        assert_eq!(typable("a'b (1)/so-lieu.xlsx"), "\"a'b (1)/so-lieu.xlsx\"");
    }

    #[test]
    fn a_dash_in_front_is_no_flag() {
        assert_eq!(typable("-x/so-lieu.xlsx"), "./-x/so-lieu.xlsx");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_shell_would_read_is_hidden_from_it() {
        assert_eq!(typable("$HOME/so-lieu.xlsx"), "'$HOME/so-lieu.xlsx'");
        assert_eq!(typable("a'$b/so-lieu.xlsx"), r"'a'\''$b/so-lieu.xlsx'");
    }
}
