//! A file mapping as a `SharedArrayBuffer`, so that Atomics work between processes as they do between threads.

use crossover_system::mapping::Mapping;
use napi::bindgen_prelude::{Env, Error, Result, Unknown, check_status};
use napi::sys;
use napi_derive::napi;
use std::ffi::c_void;
use std::path::Path;
use std::ptr::NonNull;

/// Why no mapping can be had here, if so.
#[napi]
#[must_use]
pub fn shared_memory_problem() -> Option<String> {
    create_external().err()
}

/// Gives an empty file so many bytes, and maps it.
///
/// # Errors
/// When it is not empty, there is no room, or no such mapping can be had here.
#[napi]
#[allow(clippy::needless_pass_by_value, reason = "strings of JavaScript arrive as copies")]
pub fn map_new_file(env: &Env, path: String, bytes: f64) -> Result<Unknown<'_>> {
    // What is no length at all becomes 0, which is refused.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let length = bytes as usize;
    expose(env, Mapping::fill(Path::new(&path), length)?)
}

/// Maps a file.
///
/// # Errors
/// When it cannot be opened for writing, is empty, or no such mapping can be had here.
#[napi]
#[allow(clippy::needless_pass_by_value, reason = "strings of JavaScript arrive as copies")]
pub fn map_file(env: &Env, path: String) -> Result<Unknown<'_>> {
    expose(env, Mapping::open(Path::new(&path))?)
}

/// Hands a mapping over to V8, which unmaps it when no thread has the buffer any more.
fn expose(env: &Env, mapping: Mapping) -> Result<Unknown<'_>> {
    let create = create_external().map_err(Error::from_reason)?;
    let (start, length) = mapping.into_raw();
    let hint = std::ptr::without_provenance_mut(length);
    let mut buffer = std::ptr::null_mut();
    // SAFETY: `env` is that of the call that goes on. The memory stays mapped until `unmap`, which V8 calls once, and
    // does not if it refuses.
    let status =
        unsafe { create(env.raw(), start.as_ptr().cast(), length, Some(unmap), hint, &raw mut buffer) };
    if status != sys::Status::napi_ok {
        // SAFETY: V8 did not take what `into_raw` gave.
        drop(unsafe { Mapping::from_raw(start, length) });
    }
    check_status!(status, "this Node does not let an addon hand over memory")?;
    // SAFETY: Node-API has made it in this call.
    Ok(unsafe { Unknown::from_raw_unchecked(env.raw(), buffer) })
}

/// The hint is the length. V8 calls it in any thread, and without an environment.
unsafe extern "C" fn unmap(start: *mut c_void, hint: *mut c_void) {
    if let Some(start) = NonNull::new(start.cast()) {
        // SAFETY: both are what `expose` handed over, and this is called once.
        drop(unsafe { Mapping::from_raw(start, hint.addr()) });
    }
}

type Finalize = unsafe extern "C" fn(*mut c_void, *mut c_void);

/// `node_api_create_external_sharedarraybuffer`
type CreateExternal = unsafe extern "C" fn(
    sys::napi_env,
    *mut c_void,
    usize,
    Option<Finalize>,
    *mut c_void,
    *mut sys::napi_value,
) -> sys::napi_status;

/// Node's function, looked up while it runs: an addon that is linked with a function that is not there ends the
/// process when it calls it.
#[cfg(target_os = "linux")]
fn create_external() -> std::result::Result<CreateExternal, String> {
    let name = c"node_api_create_external_sharedarraybuffer";
    // SAFETY: looks for a name in what the process has loaded.
    let found = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
    if found.is_null() {
        return Err("this Node has no SharedArrayBuffer of foreign memory".to_owned());
    }
    // SAFETY: Node declares the function of that name with this signature.
    Ok(unsafe { std::mem::transmute::<*mut c_void, CreateExternal>(found) })
}

#[cfg(not(target_os = "linux"))]
fn create_external() -> std::result::Result<CreateExternal, String> {
    Err("memory that processes share needs Linux".to_owned())
}
