//! Sleeping on a word of memory that processes share; `Atomics.wait` knows the threads of one process only.

use crossover_system::futex;
use napi::bindgen_prelude::{Error, FromNapiValue, Result, Status, TypeName, ValidateNapiValue, ValueType};
use napi::sys;
use napi_derive::napi;
use std::ptr;
use std::sync::atomic::AtomicI32;
use std::time::Duration;

/// Sleeps as long as the word holds `value`, until somebody wakes it or the time is over; may wake for no reason.
///
/// # Errors
/// When there is no such word, or the system has no futex.
#[napi]
#[allow(clippy::needless_pass_by_value, reason = "made for this call")]
pub fn futex_wait(words: Words, index: u32, value: i32, timeout_ms: f64) -> Result<()> {
    // Infinity, and what is too long to write down, is no limit.
    let timeout = Duration::try_from_secs_f64(timeout_ms / 1e3).ok();
    Ok(futex::wait(words.at(index)?, value, timeout)?)
}

/// Wakes all that sleep on a word, in any process.
///
/// # Errors
/// When there is no such word, or the system has no futex.
#[napi]
#[allow(clippy::needless_pass_by_value, reason = "made for this call")]
pub fn futex_wake(words: Words, index: u32) -> Result<()> {
    futex::wake(words.at(index)?)?;
    Ok(())
}

/// An `Int32Array` during a call. Not a slice: others write it meanwhile.
pub struct Words {
    start: *mut i32,
    length: usize,
}

impl Words {
    fn at(&self, index: u32) -> Result<&AtomicI32> {
        if index as usize >= self.length {
            let problem = format!("word {index} of {} does not exist", self.length);
            return Err(Error::new(Status::InvalidArg, problem));
        }
        // SAFETY: within the array, which outlives the call, and JavaScript writes it with Atomics.
        Ok(unsafe { AtomicI32::from_ptr(self.start.add(index as usize)) })
    }
}

impl TypeName for Words {
    fn type_name() -> &'static str {
        "Int32Array"
    }

    fn value_type() -> ValueType {
        ValueType::Object
    }
}

impl ValidateNapiValue for Words {}

impl FromNapiValue for Words {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let (mut kind, mut length, mut start) = (0, 0, ptr::null_mut());
        // SAFETY: `env` and the value are those of the call that goes on.
        let status = unsafe {
            sys::napi_get_typedarray_info(
                env,
                value,
                &raw mut kind,
                &raw mut length,
                &raw mut start,
                ptr::null_mut(),
                ptr::null_mut(),
            )
        };
        if status == sys::Status::napi_ok && kind == sys::TypedarrayType::int32_array {
            Ok(Self { start: start.cast(), length })
        } else {
            Err(Error::new(Status::InvalidArg, "words are an Int32Array"))
        }
    }
}
