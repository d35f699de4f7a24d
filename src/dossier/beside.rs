//! Two parts of the work at the same time.
//!
//! Owns when a second thread is worth it: for thousands of rows, where there is a second core. Must not know the work.
//! `dossier` reports what both found in one order, whether they ran beside or after each other.

use std::num::NonZero;
use std::thread;

/// Rows from which a second thread takes less time than it costs.
const ENOUGH_ROWS: usize = 1_000;

/// The results of both.
pub(super) fn beside<T: Send, U>(rows: usize, aside: impl Fn() -> T + Sync, main: impl FnOnce() -> U) -> (T, U) {
    let cores = if rows < ENOUGH_ROWS { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    if cores == 1 {
        return (aside(), main());
    }
    thread::scope(|scope| match thread::Builder::new().spawn_scoped(scope, &aside) {
        Ok(thread) => {
            let made = main();
            match thread.join() {
                Ok(found) => (found, made),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        // A machine may refuse a thread.
        Err(_) => (aside(), main()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_rows_give_the_same() {
        for rows in [0, ENOUGH_ROWS] {
            assert_eq!(beside(rows, || 1, || 2), (1, 2));
        }
    }
}
