//! All items of a pass in one call, on threads of Rust's own.

use crate::BoundPass;
use crossover_kernels::call::Binding;
use crossover_system::cut::Cut;
use crossover_system::pool::Pool;
use napi::bindgen_prelude::{Error, Result};
use napi_derive::napi;

/// Threads that stay until they are closed.
#[napi]
pub struct ThreadPool {
    pool: Option<Pool>,
}

/// A way to cut items into chunks, by its name in JavaScript.
#[napi(string_enum = "lowercase")]
#[derive(Clone, Copy)]
pub enum Chunking {
    /// Equal ones.
    Fixed,
    /// They shrink.
    Guided,
    /// One for each thread.
    Static,
}

/// What a sweep took, in nanoseconds.
#[napi(object)]
pub struct SweepTimes {
    /// From the call until a thread began with the first chunk.
    pub dispatch: f64,
    /// From the end of the last chunk until the call returned.
    pub collect: f64,
    /// That each thread spent on its chunks.
    pub compute: Vec<f64>,
}

#[napi]
impl ThreadPool {
    /// Starts so many threads, each to stay on a core of its own if they are to be pinned.
    ///
    /// # Errors
    /// When the system does not give them, or does not pin them.
    #[napi(constructor)]
    pub fn new(threads: u32, pinned: bool) -> Result<Self> {
        let pool = Pool::new(threads as usize).map_err(Error::from_reason)?;
        if pinned {
            pool.pin().map_err(|problem| Error::from_reason(problem.to_string()))?;
        }
        Ok(Self { pool: Some(pool) })
    }

    /// Runs all items of a pass, cut into chunks: of that size, not smaller than that, or one for each thread.
    ///
    /// # Errors
    /// When the pool is closed, or the kernel panics.
    #[napi]
    pub fn sweep(&self, pass: &BoundPass, chunking: Chunking, chunk_size: u32) -> Result<SweepTimes> {
        let cut = match chunking {
            Chunking::Fixed => Cut::Fixed(chunk_size as usize),
            Chunking::Guided => Cut::Guided(chunk_size as usize),
            Chunking::Static => Cut::Static,
        };
        let pool = self.pool.as_ref().ok_or_else(|| Error::from_reason("the threads have ended"))?;
        let binding = Shared(&pass.binding);
        let run = |start, end| {
            // SAFETY: the caller holds the pass, which keeps the memory alive; the pool gives every item to one thread,
            // and nothing else runs during the call.
            let call = unsafe { binding.get().call(start, end) }?;
            (pass.pass.run)(&call);
            Ok(())
        };
        let times = pool.sweep(pass.binding.items(), cut, &run).map_err(Error::from_reason)?;
        Ok(SweepTimes {
            dispatch: times.dispatch as f64,
            collect: times.collect as f64,
            compute: times.compute.into_iter().map(|time| time as f64).collect(),
        })
    }

    /// Has every thread say that there is nothing to do.
    ///
    /// # Errors
    /// When the pool is closed.
    #[napi]
    pub fn empty(&self) -> Result<()> {
        let pool = self.pool.as_ref().ok_or_else(|| Error::from_reason("the threads have ended"))?;
        pool.empty();
        Ok(())
    }

    /// Ends the threads. Safe to call twice.
    #[napi]
    pub fn close(&mut self) {
        self.pool = None;
    }
}

/// A binding that several threads use at once.
struct Shared<'a>(&'a Binding);

// SAFETY: a binding is never changed; what it gives out is told apart by items, for which the caller of
// `Binding::call` answers.
unsafe impl Sync for Shared<'_> {}

impl Shared<'_> {
    /// A method, so that closures take the whole of it.
    fn get(&self) -> &Binding {
        self.0
    }
}
