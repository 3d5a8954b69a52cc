//! Threads that do the same at the same time, again and again.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Barrier, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What several repeats reached, per second.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// The highest.
    pub best: f64,
    /// The middle one.
    pub median: f64,
    /// How many there were.
    pub repeats: u32,
}

/// How often something is repeated.
#[derive(Clone, Copy, Debug)]
pub struct Repeats {
    /// At least, however long that takes.
    pub fewest: usize,
    /// At most.
    pub most: usize,
    /// Until when further ones begin.
    pub limit: Duration,
}

/// So many threads.
#[derive(Debug)]
pub struct Crew {
    threads: ThreadPool,
    size: usize,
}

impl Crew {
    /// # Errors
    /// When the system does not give the threads.
    pub fn new(threads: usize) -> Result<Self, String> {
        let builder = ThreadPoolBuilder::new().num_threads(threads.max(1));
        let pool = builder.build().map_err(|problem| problem.to_string())?;
        Ok(Self { size: pool.current_num_threads(), threads: pool })
    }

    /// Number of threads.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// What each thread works on, made in that thread, so that its memory is near.
    pub fn prepare<State: Send>(&self, make: impl Fn() -> State + Sync) -> Vec<Mutex<State>> {
        self.threads.broadcast(|_| Mutex::new(make()))
    }

    /// Has all threads work at the same time, several times. A repeat lasts from when the first one begins until the
    /// last one is done. One more, in which caches and clocks warm up, does not count.
    ///
    /// `amount` is what all threads together do in a repeat; `states` are what each of them works on.
    pub fn rates<State: Send>(
        &self,
        amount: f64,
        repeats: Repeats,
        states: &[Mutex<State>],
        work: impl Fn(&mut State) + Sync,
    ) -> Rates {
        let barrier = Barrier::new(self.size);
        let more = AtomicBool::new(true);
        let origin = Instant::now();
        let spans = self.threads.broadcast(|context| {
            let mut state = states[context.index()].lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut *state);
            let mut spans = Vec::with_capacity(repeats.most);
            barrier.wait();
            let begun = Instant::now();
            loop {
                if barrier.wait().is_leader() {
                    let due = spans.len() < repeats.fewest || begun.elapsed() < repeats.limit;
                    more.store(due && spans.len() < repeats.most, Ordering::Relaxed);
                }
                // What the leader decided must be known to all before any of them begins.
                barrier.wait();
                if !more.load(Ordering::Relaxed) {
                    return spans;
                }
                let start = origin.elapsed();
                work(&mut *state);
                spans.push((start, origin.elapsed()));
            }
        });
        rates_of(amount, &spans)
    }
}

/// Of each repeat what all threads did in it, by when each of them began and ended.
fn rates_of(amount: f64, spans: &[Vec<(Duration, Duration)>]) -> Rates {
    let repeats = spans.iter().map(Vec::len).min().unwrap_or(0);
    let mut rates: Vec<f64> = (0..repeats)
        .map(|repeat| {
            let start = spans.iter().map(|own| own[repeat].0).min().unwrap_or_default();
            let end = spans.iter().map(|own| own[repeat].1).max().unwrap_or_default();
            // Clocks may be coarse: no time at all is no rate.
            let seconds = end.saturating_sub(start).as_secs_f64();
            if seconds > 0.0 { amount / seconds } else { 0.0 }
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    Rates {
        best: rates.last().copied().unwrap_or(0.0),
        median: rates.get(repeats / 2).copied().unwrap_or(0.0),
        repeats: u32::try_from(repeats).unwrap_or(u32::MAX),
    }
}

/// How many steps take about as long as said, of those that are done one after the other.
pub fn steps_for(target: Duration, run: impl Fn(u64)) -> u64 {
    let mut steps = 16;
    loop {
        let start = Instant::now();
        run(steps);
        let taken = start.elapsed();
        if taken * 4 >= target || steps > u64::MAX / 8 {
            let share = target.as_secs_f64() / taken.as_secs_f64().max(1e-9);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number of steps"
            )]
            return ((steps as f64 * share) as u64).max(1);
        }
        steps *= 4;
    }
}

#[cfg(test)]
mod tests {
    use super::{Crew, Repeats, rates_of, steps_for};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    const MS: Duration = Duration::from_millis(1);

    #[test]
    fn every_thread_works_in_every_repeat_and_once_before() {
        let calls = AtomicUsize::new(0);
        let repeats = Repeats { fewest: 2, most: 5, limit: Duration::MAX };
        let crew = Crew::new(3).unwrap();
        let rates = crew.rates(1.0, repeats, &crew.prepare(|| ()), |()| {
            calls.fetch_add(1, Ordering::Relaxed);
        });
        assert_eq!((rates.repeats, calls.into_inner()), (5, 18));
        assert_eq!(crew.size(), 3);
        assert!(rates.best >= rates.median);
    }

    #[test]
    fn without_time_there_are_as_many_repeats_as_there_must_be() {
        let repeats = Repeats { fewest: 2, most: 5, limit: Duration::ZERO };
        let crew = Crew::new(2).unwrap();
        assert_eq!(crew.rates(1.0, repeats, &crew.prepare(|| ()), |()| ()).repeats, 2);
    }

    #[test]
    fn a_repeat_lasts_from_the_first_beginning_to_the_last_end() {
        let spans = [vec![(MS, 3 * MS), (10 * MS, 11 * MS)], vec![(2 * MS, 5 * MS), (10 * MS, 12 * MS)]];
        let rates = rates_of(8.0, &spans);
        assert!((rates.best - 4000.0).abs() < 1e-6);
        assert!((rates_of(8.0, &spans.map(|own| own[..1].to_vec())).median - 2000.0).abs() < 1e-6);
    }

    #[test]
    fn a_clock_that_does_not_move_gives_no_rate() {
        assert!(rates_of(8.0, &[vec![(MS, MS)]]).best.abs() < f64::EPSILON);
        assert_eq!(rates_of(8.0, &[]).repeats, 0);
    }

    #[test]
    fn steps_are_at_least_one() {
        assert!(steps_for(Duration::ZERO, |_| ()) >= 1);
    }
}
