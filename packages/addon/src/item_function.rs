//! Functions that JavaScript calls once per item. Written on Node-API itself: what is generated around a function for any
//! kind of argument costs about three times as much per call (README of the kernel `calls`).

use crossover_kernels::call::Element;
use crossover_kernels::item_call::{Arguments, Host, ItemPass, Number};
use napi::bindgen_prelude::{Env, Error, Result, Status, Unknown, check_status};
use napi::{JsError, sys};
use std::panic::catch_unwind;
use std::{ptr, slice};

/// Most arguments that a function may take.
const MOST: usize = 8;

/// Node, which calls Rust through callbacks of Node-API.
pub struct Node;

impl Host for Node {
    type Function = sys::napi_callback;

    fn function<P: ItemPass>() -> Self::Function {
        const { assert!(P::ARITY <= MOST, "too many arguments") }
        Some(callback::<P>)
    }
}

/// A JavaScript function of that name.
///
/// # Errors
/// When Node-API refuses.
pub fn create<'env>(env: &'env Env, name: &str, callback: sys::napi_callback) -> Result<Unknown<'env>> {
    let mut function = ptr::null_mut();
    // SAFETY: `env` is that of the call that goes on, and the name is copied.
    unsafe {
        check_status!(sys::napi_create_function(
            env.raw(),
            name.as_ptr().cast(),
            name.len().cast_signed(),
            callback,
            ptr::null_mut(),
            &raw mut function,
        ))?;
        Ok(Unknown::from_raw_unchecked(env.raw(), function))
    }
}

/// What Node-API calls. A problem or a panic becomes an exception in JavaScript.
unsafe extern "C" fn callback<P: ItemPass>(
    env: sys::napi_env,
    info: sys::napi_callback_info,
) -> sys::napi_value {
    let called = catch_unwind(|| {
        let mut values = [ptr::null_mut(); MOST];
        if P::ARITY > 0 {
            let mut count = P::ARITY;
            // SAFETY: `env` and `info` are those of this call, and there is room for `count` values. It fills what
            // JavaScript left out with `undefined`.
            unsafe {
                sys::napi_get_cb_info(
                    env,
                    info,
                    &raw mut count,
                    values.as_mut_ptr(),
                    ptr::null_mut(),
                    ptr::null_mut(),
                );
            }
        }
        P::call(&Values { env, values })
    });
    let problem = match called {
        Ok(Ok(None)) => return ptr::null_mut(),
        Ok(Ok(Some(number))) => {
            let mut result = ptr::null_mut();
            // SAFETY: `env` is that of this call.
            unsafe { sys::napi_create_double(env, number, &raw mut result) };
            return result;
        }
        Ok(Err(problem)) => problem,
        Err(_) => Error::from_reason("panic in Rust"),
    };
    // SAFETY: `env` is that of this call, which ends here.
    unsafe { JsError::from(problem).throw_into(env) };
    ptr::null_mut()
}

/// The arguments of one call.
struct Values {
    env: sys::napi_env,
    values: [sys::napi_value; MOST],
}

impl Arguments for Values {
    type Problem = Error;

    fn number<T: Number>(&self, index: usize) -> Result<T> {
        let mut number = 0.0;
        // SAFETY: `env` and the value are those of this call.
        let status = unsafe { sys::napi_get_value_double(self.env, self.values[index], &raw mut number) };
        if status == sys::Status::napi_ok {
            Ok(T::from_host(number))
        } else {
            Err(unexpected(index, "a number"))
        }
    }

    fn array<T: Element>(&self, index: usize) -> Result<&[T]> {
        let (mut data, mut bytes) = (ptr::null_mut(), 0);
        // Asking for the element type takes Node-API half as long again as all the rest; length in bytes and
        // alignment are enough to read any memory as elements.
        // SAFETY: `env` and the value are those of this call, and only a typed array gets to the second question.
        let is_array = unsafe {
            let value = self.values[index];
            sys::napi_get_typedarray_info(
                self.env,
                value,
                ptr::null_mut(),
                ptr::null_mut(),
                &raw mut data,
                ptr::null_mut(),
                ptr::null_mut(),
            ) == sys::Status::napi_ok
                && sys::napi_get_buffer_info(self.env, value, ptr::null_mut(), &raw mut bytes)
                    == sys::Status::napi_ok
        };
        if !is_array || !bytes.is_multiple_of(size_of::<T>()) || !data.cast::<T>().is_aligned() {
            return Err(unexpected(index, "an array of such elements"));
        }
        if bytes == 0 {
            return Ok(&[]);
        }
        // SAFETY: the array's memory outlives the call, nobody writes what a pass reads, and any bit pattern is a `T`.
        Ok(unsafe { slice::from_raw_parts(data.cast::<T>(), bytes / size_of::<T>()) })
    }
}

fn unexpected(index: usize, expected: &str) -> Error {
    Error::new(Status::InvalidArg, format!("argument {} is not {expected}", index + 1))
}
