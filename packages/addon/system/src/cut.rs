//! How the items of a sweep are cut into chunks: in the same ways as in the modes of JavaScript (`claim.ts`).

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A way to cut.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Equal chunks of so many items; whoever is free takes the next.
    Fixed(usize),
    /// Half of what every thread would get of what is left, but not fewer than so many.
    Guided(usize),
    /// One for each thread, its own.
    Static,
}

/// The chunks of one sweep, taken by threads that do not know of each other.
#[derive(Debug)]
pub struct Chunks {
    cut: Cut,
    items: usize,
    threads: usize,
    /// Items that have been taken; chunks where all are equal.
    taken: AtomicUsize,
}

impl Chunks {
    /// Of so many items, for so many threads.
    #[must_use]
    pub const fn new(cut: Cut, items: usize, threads: usize) -> Self {
        Self { cut, items, threads, taken: AtomicUsize::new(0) }
    }

    /// Takes the next chunk for a thread that has had so many.
    pub fn next(&self, thread: usize, had: usize) -> Option<Range<usize>> {
        match self.cut {
            Cut::Fixed(size) => {
                let start = self.taken.fetch_add(1, Ordering::Relaxed).saturating_mul(size);
                (start < self.items).then(|| start..self.items.min(start.saturating_add(size)))
            }
            Cut::Guided(least) => self.take_guided(least),
            Cut::Static => {
                let bound = |index: usize| self.items * index / self.threads;
                let own = bound(thread)..bound(thread + 1);
                (had == 0 && !own.is_empty()).then_some(own)
            }
        }
    }

    fn take_guided(&self, least: usize) -> Option<Range<usize>> {
        let end_after = |start: usize| {
            let size = (self.items - start).div_ceil(2 * self.threads).max(least);
            self.items.min(start.saturating_add(size))
        };
        let advance = |start: usize| (start < self.items).then(|| end_after(start));
        let start = self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, advance).ok()?;
        Some(start..end_after(start))
    }
}

#[cfg(test)]
mod tests {
    use super::{Chunks, Cut};
    use std::ops::Range;

    fn taken_by_turns(cut: Cut, items: usize, threads: usize) -> Vec<Range<usize>> {
        let chunks = Chunks::new(cut, items, threads);
        let mut all = Vec::new();
        for had in 0.. {
            let before = all.len();
            all.extend((0..threads).filter_map(|thread| chunks.next(thread, had)));
            if all.len() == before {
                break;
            }
        }
        all
    }

    #[test]
    fn every_item_is_in_one_chunk_whatever_the_cut() {
        for cut in [Cut::Fixed(1), Cut::Fixed(7), Cut::Guided(1), Cut::Guided(9), Cut::Static] {
            for (items, threads) in [(0, 1), (1, 3), (100, 1), (101, 3), (7, 8)] {
                let mut next = 0;
                for chunk in taken_by_turns(cut, items, threads) {
                    assert_eq!(chunk.start, next, "{cut:?}");
                    assert!(!chunk.is_empty());
                    next = chunk.end;
                }
                assert_eq!(next, items, "{cut:?}");
            }
        }
    }

    #[test]
    fn guided_chunks_shrink_and_static_ones_are_one_for_each_thread() {
        let guided: Vec<usize> = taken_by_turns(Cut::Guided(2), 64, 2).iter().map(Range::len).collect();
        assert_eq!(guided[..4], [16, 12, 9, 7]);
        assert!(guided.is_sorted_by(|a, b| a >= b) && guided.contains(&2));
        assert_eq!(taken_by_turns(Cut::Static, 10, 3), [0..3, 3..6, 6..10]);
    }
}
