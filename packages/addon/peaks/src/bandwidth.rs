//! How many bytes come and go per second, by STREAM's triad (J. `McCalpin`, 1995).

#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use crate::crew::{Crew, Rates, Repeats, steps_for};
use crate::vectors::{Vectorised, Vectors, with_widest};
use std::hint::black_box;
use std::time::Duration;

/// Whether what is written goes through the caches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stores {
    /// It does, and a line is read before it is overwritten.
    Cached,
    /// It goes past them.
    Streaming,
}

/// A peak.
#[derive(Clone, Debug)]
pub struct Bandwidth {
    /// How it was written.
    pub stores: Stores,
    /// Bytes of the three arrays of all threads together.
    pub bytes: usize,
    /// Bytes per second, two read and one written of each element, as STREAM counts them.
    pub rates: Rates,
}

/// Eight numbers: what caches fetch at once.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([f64; 8]);

const LINE: usize = size_of::<Line>();
const SCALAR: f64 = 3.0;
const REPEAT: Duration = Duration::from_millis(2);

/// Arrays that fit a cache: each thread its own, as often as it takes to be timed.
#[must_use]
pub fn in_cache(crew: &Crew, bytes: usize) -> Bandwidth {
    let lines = lines_of(bytes, crew);
    let sweeps = {
        let mut own = Arrays::new(lines);
        let own = std::cell::RefCell::new(&mut own);
        steps_for(REPEAT, |sweeps| own.borrow_mut().sweep(sweeps))
    };
    let bytes = 3 * lines * LINE * crew.size();
    let repeats = Repeats { fewest: 5, most: 10, limit: Duration::from_millis(20) };
    let amount = bytes as f64 * sweeps as f64;
    let arrays = crew.prepare(|| Arrays::new(lines));
    let rates = crew.rates(amount, repeats, &arrays, |own| own.sweep(sweeps));
    Bandwidth { stores: Stores::Cached, bytes, rates }
}

/// Arrays that no cache holds, once with stores of either kind; of streaming ones only where there are such.
#[must_use]
pub fn in_memory(crew: &Crew, bytes: usize, limit: Duration) -> Vec<Bandwidth> {
    let lines = lines_of(bytes, crew);
    let bytes = 3 * lines * LINE * crew.size();
    let repeats = Repeats { fewest: 2, most: 8, limit };
    let arrays = crew.prepare(|| Arrays::new(lines));
    let rates = |sweep: fn(&mut Arrays)| crew.rates(bytes as f64, repeats, &arrays, sweep);
    let mut found = vec![Bandwidth { stores: Stores::Cached, bytes, rates: rates(|own| own.sweep(1)) }];
    if cfg!(target_arch = "x86_64") {
        found.push(Bandwidth { stores: Stores::Streaming, bytes, rates: rates(Arrays::stream) });
    }
    found
}

/// Lines of each array of a thread, so that all arrays of all threads together have about so many bytes.
fn lines_of(bytes: usize, crew: &Crew) -> usize {
    (bytes / (3 * LINE * crew.size())).max(1)
}

/// The arrays of a thread.
struct Arrays {
    a: Vec<Line>,
    b: Vec<Line>,
    c: Vec<Line>,
}

impl Arrays {
    fn new(lines: usize) -> Self {
        // Written here, so that every page is there, and near this thread.
        Self {
            a: vec![Line([1.0; 8]); lines],
            b: vec![Line([2.0; 8]); lines],
            c: vec![Line([0.5; 8]); lines],
        }
    }

    /// a = b + 3 c, so many times.
    fn sweep(&mut self, times: u64) {
        for _ in 0..times {
            with_widest(Triad(self));
            // Someone might look at them, so that each sweep has to be made.
            black_box(&mut *self);
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn stream(&mut self) {
        use std::arch::x86_64::{
            _mm_add_pd, _mm_load_pd, _mm_mul_pd, _mm_set1_pd, _mm_sfence, _mm_stream_pd,
        };
        // SAFETY: every x86-64 has SSE2; lines are aligned, and hold four pairs.
        unsafe {
            let scalar = _mm_set1_pd(SCALAR);
            for (a, (b, c)) in self.a.iter_mut().zip(self.b.iter().zip(&self.c)) {
                for pair in (0..8).step_by(2) {
                    let (b, c) = (_mm_load_pd(b.0.as_ptr().add(pair)), _mm_load_pd(c.0.as_ptr().add(pair)));
                    _mm_stream_pd(a.0.as_mut_ptr().add(pair), _mm_add_pd(b, _mm_mul_pd(scalar, c)));
                }
            }
            // These stores keep no order with others: without this, they might still be under way.
            _mm_sfence();
        }
        black_box(self);
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn stream(&mut self) {
        self.sweep(1);
    }
}

/// One sweep; the compiler makes vectors of it.
struct Triad<'a>(&'a mut Arrays);

impl Vectorised for Triad<'_> {
    type Outcome = ();

    #[inline(always)]
    fn with<V: Vectors>(self) {
        self.without();
    }

    #[inline(always)]
    fn without(self) {
        let Arrays { a, b, c } = self.0;
        // SAFETY: lines are numbers without anything between them.
        let (a, b, c) = unsafe { (a.align_to_mut::<f64>().1, b.align_to().1, c.align_to().1) };
        triad(a, b, c);
    }
}

/// Apart, so that the compiler knows that the arrays do not overlap.
#[inline(always)]
fn triad(a: &mut [f64], b: &[f64], c: &[f64]) {
    for (a, (b, c)) in a.iter_mut().zip(b.iter().zip(c)) {
        *a = b + SCALAR * c;
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrays, Stores, in_cache, in_memory};
    use crate::crew::Crew;
    use std::time::Duration;

    #[test]
    fn both_ways_of_writing_write_every_element() {
        for sweep in [(|own: &mut Arrays| own.sweep(2)) as fn(&mut Arrays), Arrays::stream] {
            let mut arrays = Arrays::new(9);
            sweep(&mut arrays);
            assert!(arrays.a.iter().all(|line| line.0.iter().all(|a| (a - 3.5).abs() < f64::EPSILON)));
        }
    }

    #[test]
    fn arrays_have_about_as_many_bytes_as_were_asked_for_whatever_the_number_of_threads() {
        for threads in [1, 2] {
            let crew = Crew::new(threads).unwrap();
            for asked in [1 << 14, 1 << 20] {
                let cached = in_cache(&crew, asked);
                assert!(cached.bytes <= asked && cached.bytes > asked / 2, "{cached:?}");
                assert!(cached.rates.best > 1e6);
                for memory in in_memory(&crew, asked, Duration::ZERO) {
                    assert_eq!((memory.bytes, memory.rates.repeats), (cached.bytes, 2));
                    assert!(memory.rates.best > 1e6);
                }
            }
        }
        assert_eq!(in_memory(&Crew::new(1).unwrap(), 0, Duration::ZERO)[0].stores, Stores::Cached);
    }
}
