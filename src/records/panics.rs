//! Catches a panic of a library that reads the file.
//!
//! Owns the panic hook, which prints nothing on a thread that runs a library: a panic text may quote the file. Must not
//! know what is run. `guard` and `cells` decide what a panic means.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs a function and returns its result; `None` where it panicked. Its state must not be used after that.
pub(super) fn catch_panic<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |information| {
            if !IS_QUIET.get() {
                usual(information);
            }
        }));
    });
    let was_quiet = IS_QUIET.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    IS_QUIET.set(was_quiet);
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_none() {
        assert_eq!(catch_panic(|| 1), Some(1));
        assert_eq!(catch_panic(|| -> u8 { panic!("as a library might") }), None);
        assert!(!IS_QUIET.get());
    }
}
