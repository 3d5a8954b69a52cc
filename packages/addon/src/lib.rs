//! The Rust kernels as a Node-API addon: only conversion, no computing.

pub mod futex;
mod item_function;
pub mod peaks;
pub mod placement;
pub mod shared_memory;
pub mod sweep;

use crossover_kernels::call::{Arena, Binding, Division, Region};
use crossover_kernels::registry::{PASSES, Pass, item_pass as item_pass_of};
use crossover_kernels::simd::instructions;
use item_function::Node;
use napi::bindgen_prelude::{Env, Error, Result, Uint8Array, Unknown};
use napi_derive::napi;

/// Hash of the Rust sources that this addon was built from; empty in a build by plain cargo.
#[napi]
#[must_use]
pub fn sources_hash() -> &'static str {
    option_env!("CROSSOVER_SOURCES_HASH").unwrap_or_default()
}

/// The instructions that the tuned sources use on this machine.
#[napi]
#[must_use]
pub fn simd_path() -> String {
    instructions()
}

/// A region's place in the arena, as JavaScript describes it.
#[napi(object)]
pub struct RegionPlace {
    /// Distance from the start of the arena, in bytes.
    pub offset: u32,
    /// Number of elements.
    pub length: u32,
    /// Bytes per element.
    pub element_bytes: u32,
    /// `whole`, `stride`, `boundaries` or `segments`.
    pub division: String,
    /// Elements per item with `stride`; offset of the boundaries in bytes with `segments`; else 0.
    pub detail: u32,
}

/// What a pass is bound to.
#[napi(object)]
pub struct PassRequest {
    /// Name of the kernel.
    pub kernel: String,
    /// Name of the Rust source in the kernel's folder.
    pub source: String,
    /// Name of the pass.
    pub pass: String,
    /// Number of items in the workload.
    pub items: u32,
    /// Values of the kernel's scalars, in order.
    pub scalars: Vec<f64>,
    /// Regions that the pass reads, in order.
    pub reads: Vec<RegionPlace>,
    /// Regions that the pass writes, in order.
    pub writes: Vec<RegionPlace>,
}

/// A pass bound to an arena: JavaScript calls `run` once per chunk.
#[napi]
pub struct BoundPass {
    pass: &'static Pass,
    binding: Binding,
    /// Keeps the arena alive as long as the binding points into it.
    _arena: Uint8Array,
}

#[napi]
impl BoundPass {
    /// Binds a pass.
    ///
    /// # Errors
    /// When the kernel has no such pass, or a region does not fit the arena.
    #[napi(constructor)]
    pub fn new(request: PassRequest, arena: Uint8Array) -> Result<Self> {
        let PassRequest { kernel, source, pass: name, items, scalars, reads, writes } = request;
        let pass = PASSES
            .iter()
            .find(|pass| pass.kernel == kernel && pass.source == source && pass.name == name)
            .ok_or_else(|| Error::from_reason(format!("the addon has no {kernel}/{source}/{name}")))?;
        if pass.arity != (scalars.len(), reads.len(), writes.len()) {
            return Err(Error::from_reason(format!("{kernel}/{name} takes {:?} arguments", pass.arity)));
        }
        let memory = Arena { start: arena.as_ptr().cast_mut(), length: arena.len() };
        let binding = Binding::new(memory, items as usize, scalars, regions(&reads)?, regions(&writes)?)
            .map_err(|problem| Error::from_reason(format!("{kernel}/{name}: {problem}")))?;
        Ok(Self { pass, binding, _arena: arena })
    }

    /// Fills the output slots of the items `[start, end)`.
    ///
    /// # Errors
    /// When the range is out of bounds, or the kernel panics.
    #[napi(catch_unwind)]
    pub fn run(&self, start: u32, end: u32) -> Result<()> {
        // SAFETY: `_arena` keeps the memory alive; executors give every item to one worker at a time,
        // and write inputs only between operations.
        let call = unsafe { self.binding.call(start as usize, end as usize) }.map_err(Error::from_reason)?;
        (self.pass.run)(&call);
        Ok(())
    }
}

/// The function of a pass that JavaScript calls once per item.
///
/// # Errors
/// When the kernel has no such pass.
#[napi]
#[allow(clippy::needless_pass_by_value, reason = "strings of JavaScript arrive as copies")]
pub fn item_pass(env: &Env, kernel: String, source: String, pass: String) -> Result<Unknown<'_>> {
    let callback = item_pass_of::<Node>(&kernel, &source, &pass)
        .ok_or_else(|| Error::from_reason(format!("the addon has no {kernel}/{source}/{pass}")))?;
    item_function::create(env, &pass, callback)
}

fn regions(places: &[RegionPlace]) -> Result<Vec<Region>> {
    places.iter().map(region).collect()
}

fn region(place: &RegionPlace) -> Result<Region> {
    let detail = place.detail as usize;
    let division = match place.division.as_str() {
        "whole" => Division::Whole,
        "stride" => Division::Stride(detail),
        "boundaries" => Division::Boundaries,
        "segments" => Division::Segments(detail),
        other => return Err(Error::from_reason(format!("no division is called {other}"))),
    };
    Ok(Region {
        offset: place.offset as usize,
        length: place.length as usize,
        element_bytes: place.element_bytes as usize,
        division,
    })
}
