//! Threads that cover a range of items together, by rayon.

use crate::affinity::{allowed_cores, pin_thread};
use crate::cut::{Chunks, Cut};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder, current_thread_index};
use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

/// What a sweep took, in nanoseconds.
#[derive(Debug)]
pub struct SweepTimes {
    /// From the call until a thread began with the first chunk.
    pub dispatch: u64,
    /// From the end of the last chunk until the call returned.
    pub collect: u64,
    /// That each thread spent on its chunks.
    pub compute: Vec<u64>,
}

/// So many threads, which stay until the pool is dropped.
#[derive(Debug)]
pub struct Pool {
    threads: ThreadPool,
    lines: Vec<Line>,
}

/// What one thread tells of a sweep, apart from the others: processors fetch cache lines in pairs.
#[derive(Debug, Default)]
#[repr(align(128))]
struct Line {
    first: AtomicU64,
    last: AtomicU64,
    compute: AtomicU64,
}

impl Pool {
    /// # Errors
    /// When the system does not give the threads.
    pub fn new(threads: usize) -> Result<Self, String> {
        let builder = ThreadPoolBuilder::new().num_threads(threads);
        let pool = builder.thread_name(|index| format!("crossover-{index}")).build();
        let threads = pool.map_err(|problem| problem.to_string())?;
        let lines = (0..threads.current_num_threads()).map(|_| Line::default()).collect();
        Ok(Self { threads, lines })
    }

    /// Has each thread stay on one of the cores that the calling thread may run on: the first for the first thread, and
    /// around where there are more threads than cores.
    ///
    /// # Errors
    /// On systems that do not offer it.
    pub fn pin(&self) -> io::Result<()> {
        let cores = allowed_cores()?;
        let outcomes = self.threads.broadcast(|thread| pin_thread(cores[thread.index() % cores.len()]));
        outcomes.into_iter().collect()
    }

    /// Has the threads run all items `[0, items)`, cut as told, and returns when all are done. The calling thread sleeps
    /// meanwhile. One sweep at a time.
    ///
    /// # Errors
    /// That of the first chunk that failed, or what it panicked about; not all of the others are run then.
    pub fn sweep(
        &self,
        items: usize,
        cut: Cut,
        run: &(impl Fn(usize, usize) -> Result<(), String> + Sync),
    ) -> Result<SweepTimes, String> {
        if matches!(cut, Cut::Fixed(0) | Cut::Guided(0)) {
            return Err("a chunk has at least one item".to_owned());
        }
        for line in &self.lines {
            line.first.store(u64::MAX, Ordering::Relaxed);
            line.last.store(0, Ordering::Relaxed);
            line.compute.store(0, Ordering::Relaxed);
        }
        let began = Instant::now();
        let timed = |start: usize, end: usize| {
            let before = since(began);
            let outcome = catch_unwind(AssertUnwindSafe(|| run(start, end)));
            self.note(before, since(began));
            outcome.unwrap_or_else(|panic| Err(words(panic.as_ref())))
        };
        match cut {
            Cut::Fixed(size) => self.threads.install(|| {
                // Without a length of its own, rayon would give several chunks away at once.
                (0..items.div_ceil(size)).into_par_iter().with_max_len(1).try_for_each(|index| {
                    let start = index * size;
                    timed(start, items.min(start.saturating_add(size)))
                })
            })?,
            // Of these rayon knows nothing.
            Cut::Guided(_) | Cut::Static => self.share(&Chunks::new(cut, items, self.lines.len()), &timed)?,
        }
        let wall = since(began);
        let of = |times: fn(&Line) -> &AtomicU64| {
            self.lines.iter().map(move |line| times(line).load(Ordering::Relaxed))
        };
        // Without a chunk nobody began, and all of it was dispatch.
        let first = of(|line| &line.first).min().map_or(wall, |first| first.min(wall));
        let last = of(|line| &line.last).max().map_or(wall, |last| last.clamp(first, wall));
        Ok(SweepTimes { dispatch: first, collect: wall - last, compute: of(|line| &line.compute).collect() })
    }

    /// Has every thread take chunks until there are no more, or one has failed.
    fn share(
        &self,
        chunks: &Chunks,
        run: &(impl Fn(usize, usize) -> Result<(), String> + Sync),
    ) -> Result<(), String> {
        let failed = AtomicBool::new(false);
        let outcomes = self.threads.broadcast(|thread| {
            let mut had = 0;
            while !failed.load(Ordering::Relaxed) {
                let Some(chunk) = chunks.next(thread.index(), had) else { break };
                had += 1;
                run(chunk.start, chunk.end).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
            }
            Ok(())
        });
        outcomes.into_iter().collect()
    }

    /// Has every thread say that there is nothing to do, and returns when all have. The calling thread sleeps meanwhile.
    pub fn empty(&self) {
        self.threads.broadcast(|_| ());
    }

    fn note(&self, before: u64, after: u64) {
        let line = &self.lines[current_thread_index().unwrap_or(0)];
        // Only this thread writes its line, and `install` orders that before the reading.
        if line.first.load(Ordering::Relaxed) == u64::MAX {
            line.first.store(before, Ordering::Relaxed);
        }
        line.last.store(after, Ordering::Relaxed);
        line.compute.store(line.compute.load(Ordering::Relaxed) + after - before, Ordering::Relaxed);
    }
}

/// In nanoseconds.
fn since(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// What a thread panicked about.
fn words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panic in Rust: {}", said.unwrap_or("no reason given"))
}

#[cfg(test)]
mod tests {
    use super::Pool;
    #[cfg(target_os = "linux")]
    use crate::affinity::allowed_cores;
    use crate::cut::Cut;
    use std::collections::HashSet;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread;

    #[test]
    fn every_item_is_run_once_whatever_the_size_of_a_chunk() {
        let pool = Pool::new(3).unwrap();
        let fixed = [(0, 1), (1, 1), (100, 1), (100, 7), (100, 100), (100, usize::MAX)];
        let fixed = fixed.map(|(items, size)| (items, Cut::Fixed(size)));
        let others = [(0, Cut::Static), (2, Cut::Static), (100, Cut::Static), (100, Cut::Guided(3))];
        for (items, cut) in fixed.into_iter().chain(others) {
            let counts: Vec<AtomicU32> = (0..items).map(|_| AtomicU32::new(0)).collect();
            let times = pool.sweep(items, cut, &|start, end| {
                assert!(start < end);
                for count in &counts[start..end] {
                    count.fetch_add(1, Ordering::Relaxed);
                }
                Ok(())
            });
            assert!(counts.iter().all(|count| count.load(Ordering::Relaxed) == 1));
            assert_eq!(times.unwrap().compute.len(), 3);
        }
    }

    #[test]
    fn all_threads_take_part_and_the_calling_one_does_not() {
        let pool = Pool::new(2).unwrap();
        let seen = Mutex::new(HashSet::new());
        pool.sweep(2, Cut::Fixed(1), &|_, _| {
            seen.lock().unwrap().insert(thread::current().id());
            // The one chunk ends only when somebody else runs the other.
            while seen.lock().unwrap().len() < 2 {
                thread::yield_now();
            }
            Ok(())
        })
        .unwrap();
        assert!(!seen.into_inner().unwrap().contains(&thread::current().id()));
    }

    #[test]
    fn a_chunk_that_fails_or_panics_fails_the_sweep_and_not_the_pool() {
        let pool = Pool::new(2).unwrap();
        for cut in [Cut::Fixed(1), Cut::Guided(1), Cut::Static] {
            let hit = |start: usize, end: usize| (start..end).contains(&3);
            let failed = pool.sweep(8, cut, &|start, end| {
                if hit(start, end) { Err("no".to_owned()) } else { Ok(()) }
            });
            assert_eq!(failed.unwrap_err(), "no");
            let panicked = pool.sweep(8, cut, &|start, end| {
                assert!(!hit(start, end), "item 3");
                Ok(())
            });
            assert_eq!(panicked.unwrap_err(), "panic in Rust: item 3");
            assert!(pool.sweep(8, cut, &|_, _| Ok(())).is_ok());
        }
        assert!(pool.sweep(8, Cut::Fixed(0), &|_, _| Ok(())).is_err());
        assert!(pool.sweep(8, Cut::Guided(0), &|_, _| Ok(())).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn threads_that_are_pinned_stay_on_a_core_each() {
        let pool = Pool::new(3).unwrap();
        let before = allowed_cores().unwrap();
        pool.pin().unwrap();
        let pinned = pool.threads.broadcast(|_| allowed_cores().unwrap());
        let expected: Vec<_> = before.iter().cycle().take(3).map(|core| vec![*core]).collect();
        assert_eq!(pinned, expected);
        assert_eq!(allowed_cores().unwrap(), before);
    }

    #[test]
    fn a_pool_can_be_woken_for_nothing() {
        let pool = Pool::new(3).unwrap();
        pool.empty();
        assert!(pool.sweep(8, Cut::Fixed(1), &|_, _| Ok(())).is_ok());
    }

    #[test]
    fn what_a_sweep_took_is_within_what_it_lasted() {
        let pool = Pool::new(2).unwrap();
        let times = pool.sweep(64, Cut::Fixed(1), &|_, _| Ok(())).unwrap();
        assert!(times.compute.iter().sum::<u64>() > 0);
        let empty = pool.sweep(0, Cut::Fixed(1), &|_, _| Ok(())).unwrap();
        assert_eq!((empty.collect, empty.compute), (0, vec![0, 0]));
    }
}
