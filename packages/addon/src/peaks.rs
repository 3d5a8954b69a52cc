//! What the machine can do at most.

use crossover_peaks::arithmetic::{Arithmetic, Form, Numbers, arithmetic};
use crossover_peaks::bandwidth::{Bandwidth, Stores, in_cache, in_memory};
use crossover_peaks::{Crew, Rates};
use napi::bindgen_prelude::{Error, Result};
use napi_derive::napi;
use std::time::Duration;

/// Until when repeats in memory begin: they are long, and there are two kinds of them.
const MEMORY_LIMIT: Duration = Duration::from_millis(50);

/// `ArithmeticPeak` in TypeScript.
#[napi(object)]
pub struct ArithmeticPeak {
    /// `floating-point` or `integer`.
    pub numbers: String,
    /// `scalar` or `vector`.
    pub form: String,
    /// What it was reached with.
    pub instructions: String,
    /// How many threads computed at the same time.
    pub threads: u32,
    /// Operations.
    pub best_per_second: f64,
    /// Operations.
    pub median_per_second: f64,
    /// How often it was measured.
    pub repeats: u32,
}

/// `BandwidthPeak` in TypeScript, but for where the data lie.
#[napi(object)]
pub struct BandwidthPeak {
    /// `cached` or `streaming`.
    pub stores: String,
    /// Of all arrays of all threads together.
    pub bytes: f64,
    /// How many threads worked at the same time.
    pub threads: u32,
    /// Bytes.
    pub best_per_second: f64,
    /// Bytes.
    pub median_per_second: f64,
    /// How often it was measured.
    pub repeats: u32,
}

/// Measures arithmetic of every kind. Takes a tenth of a second.
///
/// # Errors
/// When the system does not give the threads.
#[napi]
pub fn arithmetic_peaks(threads: u32) -> Result<Vec<ArithmeticPeak>> {
    Ok(arithmetic(&crew(threads)?)
        .into_iter()
        .map(|Arithmetic { numbers, form, instructions, rates }| {
            let Rates { best, median, repeats } = rates;
            let numbers = match numbers {
                Numbers::FloatingPoint => "floating-point",
                Numbers::Integer => "integer",
            };
            let form = match form {
                Form::Scalar => "scalar",
                Form::Vector => "vector",
            };
            ArithmeticPeak {
                numbers: numbers.to_owned(),
                form: form.to_owned(),
                instructions: instructions.to_owned(),
                threads,
                best_per_second: best,
                median_per_second: median,
                repeats,
            }
        })
        .collect())
}

/// Measures the bandwidth of a cache, by arrays that fit it.
///
/// # Errors
/// When the system does not give the threads.
#[napi]
pub fn cache_bandwidth(threads: u32, bytes: u32) -> Result<BandwidthPeak> {
    Ok(bandwidth(threads, &in_cache(&crew(threads)?, bytes as usize)))
}

/// Measures the bandwidth of memory, by arrays that no cache holds. Takes some tenths of a second.
///
/// # Errors
/// When the system does not give the threads.
#[napi]
pub fn memory_bandwidth(threads: u32, bytes: u32) -> Result<Vec<BandwidthPeak>> {
    let found = in_memory(&crew(threads)?, bytes as usize, MEMORY_LIMIT);
    Ok(found.iter().map(|one| bandwidth(threads, one)).collect())
}

fn bandwidth(threads: u32, &Bandwidth { stores, bytes, rates }: &Bandwidth) -> BandwidthPeak {
    let Rates { best, median, repeats } = rates;
    let stores = match stores {
        Stores::Cached => "cached",
        Stores::Streaming => "streaming",
    };
    let (bytes, stores) = (bytes as f64, stores.to_owned());
    BandwidthPeak { stores, bytes, threads, best_per_second: best, median_per_second: median, repeats }
}

fn crew(threads: u32) -> Result<Crew> {
    Crew::new(threads as usize).map_err(Error::from_reason)
}
