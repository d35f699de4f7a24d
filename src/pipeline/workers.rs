//! Finishes the papers of a batch on several cores.
//!
//! Owns the threads, and the order in which results are handed on. Must not know what finishing does. `build_by` words
//! one paper after another; each worker lays one out, makes its file and gives it to the caller's function.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::docx;
use super::papers::{BuiltDocument, HeldBack, WordedPaper};

/// Worded papers that wait for a worker, for each of them: enough that none waits, few enough for the memory.
const WAITING: usize = 2;

/// Who finishes papers, and how.
pub struct Workers<'a, T> {
    /// How many papers are finished at the same time; 0 counts as 1.
    pub count: usize,
    /// Told how many papers there are, before the first.
    pub begin: &'a dyn Fn(usize),
    /// What is done with each, on any thread.
    pub finish: &'a (dyn Fn(BuiltDocument) -> T + Sync),
    /// Whether no further paper is to be begun; those begun are finished.
    pub is_stopped: &'a (dyn Fn() -> bool + Sync),
}

/// A worded paper with its place in the order requested, 0-based.
type Job = (usize, WordedPaper);

impl<T: Send> Workers<'_, T> {
    /// Finishes all papers, and hands on what becomes of each in the order requested.
    pub(super) fn run(
        &self,
        worded: &mut dyn Iterator<Item = Result<WordedPaper, HeldBack>>,
        source: &str,
        hand_on: &mut dyn FnMut(Result<T, HeldBack>),
    ) {
        let mut worded = std::iter::from_fn(|| if (self.is_stopped)() { None } else { worded.next() });
        if self.count <= 1 {
            let mut writer = docx::Writer::default();
            return worded
                .for_each(|paper| hand_on(paper.map(|worded| (self.finish)(worded.written(&mut writer, source)))));
        }
        let (give, jobs) = sync_channel::<Job>(WAITING * self.count);
        let (give_back, finished) = channel();
        let (jobs, finish) = (Mutex::new(jobs), self.finish);
        thread::scope(|scope| {
            for _ in 0..self.count {
                let (jobs, give_back) = (&jobs, give_back.clone());
                scope.spawn(move || {
                    let mut writer = docx::Writer::default();
                    while let Some((place, worded)) = next(jobs) {
                        let result = finish(worded.written(&mut writer, source));
                        if give_back.send((place, result)).is_err() {
                            return;
                        }
                    }
                });
            }
            // The results end when the last worker does.
            drop(give_back);
            in_order(&mut worded, give, &finished, hand_on);
        });
    }
}

/// The next job; `None` after the last.
fn next(jobs: &Mutex<Receiver<Job>>) -> Option<Job> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Gives every worded paper to a worker, and hands on the results in order as they come.
fn in_order<T>(
    worded: &mut dyn Iterator<Item = Result<WordedPaper, HeldBack>>,
    give: SyncSender<Job>,
    finished: &Receiver<(usize, T)>,
    hand_on: &mut dyn FnMut(Result<T, HeldBack>),
) {
    let mut early = BTreeMap::new();
    let mut due = 0;
    let mut hand_on_early = |place: usize, result: Result<T, HeldBack>| {
        early.insert(place, result);
        while let Some(result) = early.remove(&due) {
            hand_on(result);
            due += 1;
        }
    };
    for (place, paper) in worded.enumerate() {
        match paper {
            // No worker is left where one panicked: the scope passes the panic on.
            Ok(paper) => match give.send((place, paper)) {
                Ok(()) => {}
                Err(_) => return,
            },
            Err(held_back) => hand_on_early(place, Err(held_back)),
        }
        for (place, result) in finished.try_iter() {
            hand_on_early(place, Ok(result));
        }
    }
    drop(give);
    for (place, result) in finished {
        hand_on_early(place, Ok(result));
    }
}
