//! Where threads run, and how long a process lives.

use crossover_system::{affinity, parent};
use napi::bindgen_prelude::Result;
use napi_derive::napi;

/// Has the calling thread run on that core only.
///
/// # Errors
/// When it cannot, or the system does not offer it.
#[napi]
pub fn pin_thread(core: u32) -> Result<()> {
    Ok(affinity::pin_thread(core as usize)?)
}

/// The cores that the calling thread may run on, ascending.
///
/// # Errors
/// When the system does not tell.
#[napi]
pub fn own_affinity() -> Result<Vec<u32>> {
    Ok(affinity::allowed_cores()?.into_iter().filter_map(|core| u32::try_from(core).ok()).collect())
}

/// Has the system kill this process when its parent is gone. False when that process is not its parent any more.
///
/// # Errors
/// When the system does not offer it.
#[napi]
pub fn end_with_parent(parent: u32) -> Result<bool> {
    Ok(parent::end_with_parent(parent)?)
}
