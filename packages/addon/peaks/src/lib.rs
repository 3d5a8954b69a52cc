//! How fast a machine computes and moves data at most. Knows nothing of Node, so that it can be tested without.

pub mod arithmetic;
pub mod bandwidth;
mod crew;
mod vectors;
#[cfg(target_arch = "aarch64")]
mod vectors_neon;
#[cfg(target_arch = "x86_64")]
mod vectors_x86;

pub use crew::{Crew, Rates};
