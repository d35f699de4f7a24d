//! Finishes the papers of a batch on several cores.
//!
//! Owns the threads, and the order in which results are handed on. Must not know what finishing does. `build_by` words
//! one paper after another; each worker lays one out, makes its file and gives it to the caller's function.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::docx;
use super::papers::{BuiltDocument, HeldBack, WordedPaper};

/// Worded papers that wait for a worker, for each of them: enough that none waits, few enough for the memory.
const WAITING: usize = 2;

/// Papers in flight, for each worker: from being worded until they are handed on. One slow paper holds back all after it,
/// and these are as many as are kept in memory meanwhile.
const IN_FLIGHT: usize = 8;

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

/// What is worked on, or what became of it, with its place in the order requested, 0-based.
type Numbered<T> = (usize, T);

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
        let finish = self.finish;
        let work = || {
            let mut writer = docx::Writer::default();
            move |worded: WordedPaper| finish(worded.written(&mut writer, source))
        };
        by_several(self.count, &mut worded, &work, hand_on);
    }
}

/// Gives every job to one of several workers, and hands on what becomes of each in the order of the jobs. Each worker
/// makes what it works with by `work`.
fn by_several<J: Send, T: Send, E, W: FnMut(J) -> T>(
    count: usize,
    jobs: &mut dyn Iterator<Item = Result<J, E>>,
    work: &(dyn Fn() -> W + Sync),
    hand_on: &mut dyn FnMut(Result<T, E>),
) {
    let (give, waiting) = sync_channel(WAITING * count);
    let (give_back, finished) = channel();
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..count {
            let (waiting, give_back) = (&waiting, give_back.clone());
            scope.spawn(move || {
                let _alarm = PanicAlarm(&give_back);
                let mut work = work();
                while let Some((place, job)) = next(waiting) {
                    if give_back.send(Some((place, work(job)))).is_err() {
                        return;
                    }
                }
            });
        }
        // The results end when the last worker does.
        drop(give_back);
        let in_order = InOrder { early: BTreeMap::new(), due: 0, hand_on };
        // Where a worker panicked, the scope passes the panic on when the others are done.
        let _is_whole = in_order.run(jobs, give, &finished, IN_FLIGHT * count);
    });
}

/// The next job; `None` after the last.
fn next<J>(waiting: &Mutex<Receiver<Numbered<J>>>) -> Option<Numbered<J>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Gives back `None` where its worker panics: nobody is to wait for the paper that it had.
struct PanicAlarm<'a, T>(&'a Sender<Option<Numbered<T>>>);

impl<T> Drop for PanicAlarm<'_, T> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _is_heard = self.0.send(None);
        }
    }
}

/// The results that came before their turn.
struct InOrder<'a, T, E> {
    /// By place.
    early: BTreeMap<usize, Result<T, E>>,
    /// The place of the next one to hand on.
    due: usize,
    hand_on: &'a mut dyn FnMut(Result<T, E>),
}

impl<T, E> InOrder<'_, T, E> {
    /// Gives every job to a worker, never more than `limit` beyond the one that is due, and hands on the results in order
    /// as they come. `None` where a worker panicked.
    fn run<J>(
        mut self,
        jobs: &mut dyn Iterator<Item = Result<J, E>>,
        give: SyncSender<Numbered<J>>,
        finished: &Receiver<Option<Numbered<T>>>,
        limit: usize,
    ) -> Option<()> {
        for (place, job) in jobs.enumerate() {
            match job {
                Ok(job) => give.send((place, job)).ok()?,
                Err(held_back) => self.take(place, Err(held_back)),
            }
            for result in finished.try_iter() {
                self.take_finished(result)?;
            }
            // The one that is due is with a worker: it comes, or the worker's alarm.
            while place + 1 - self.due >= limit {
                self.take_finished(finished.recv().ok()?)?;
            }
        }
        drop(give);
        finished.iter().try_for_each(|result| self.take_finished(result))
    }

    fn take_finished(&mut self, result: Option<Numbered<T>>) -> Option<()> {
        let (place, result) = result?;
        self.take(place, Ok(result));
        Some(())
    }

    fn take(&mut self, place: usize, result: Result<T, E>) {
        self.early.insert(place, result);
        while let Some(result) = self.early.remove(&self.due) {
            (self.hand_on)(result);
            self.due += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const COUNT: usize = 3;
    const JOBS: usize = 500;
    const LIMIT: usize = IN_FLIGHT * COUNT;

    #[test]
    fn no_more_than_a_few_papers_are_in_flight_behind_a_slow_one() {
        let (taken, handed_on, most) = (Cell::new(0), Cell::new(0), Cell::new(0));
        let finished = AtomicUsize::new(0);
        let mut jobs = (0..JOBS).map(|job| {
            taken.set(taken.get() + 1);
            most.set(most.get().max(taken.get() - handed_on.get()));
            // Every tenth is held back: no worker sees it.
            if job % 10 == 9 { Err(job) } else { Ok(job) }
        });
        let finished_behind_first = LIMIT - 1 - LIMIT / 10;
        let work = || {
            |job: usize| {
                // The first one takes until all that may be in flight are done, and as long again.
                while job == 0 && finished.load(Ordering::SeqCst) < finished_behind_first {
                    thread::yield_now();
                }
                (0..if job == 0 { 10_000 } else { 0 }).for_each(|_| thread::yield_now());
                finished.fetch_add(1, Ordering::SeqCst);
                job
            }
        };
        let mut order = Vec::new();
        by_several(COUNT, &mut jobs, &work, &mut |result: Result<usize, usize>| {
            handed_on.set(handed_on.get() + 1);
            order.push(result.unwrap_or_else(|held_back| held_back));
        });
        assert_eq!(order, (0..JOBS).collect::<Vec<_>>());
        assert_eq!(most.get(), LIMIT, "the first holds back as many as may be in flight, and no more");
    }

    #[test]
    fn a_panic_of_a_worker_is_passed_on_and_nobody_waits_for_its_paper() {
        let mut handed_on = 0;
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            let work = || |job: usize| if job == 1 { panic!("a worker's own mistake") } else { job };
            let mut jobs = (0..JOBS).map(Ok::<usize, ()>);
            by_several(COUNT, &mut jobs, &work, &mut |_| handed_on += 1);
        }));
        assert!(panicked.is_err());
        assert!(handed_on <= 1, "what comes behind the lost paper is not handed on");
    }
}
