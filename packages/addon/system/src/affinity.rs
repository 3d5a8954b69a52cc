//! Which cores a thread may run on (man 2 `sched_setaffinity`).

use std::io;

/// The cores that the calling thread may run on, ascending.
///
/// # Errors
/// On systems that do not tell.
pub fn allowed_cores() -> io::Result<Vec<usize>> {
    system::allowed_cores()
}

/// Has the calling thread run on that core only.
///
/// # Errors
/// When there is no such core, or the thread may not use it.
pub fn pin_thread(core: usize) -> io::Result<()> {
    system::pin_thread(core)
}

#[cfg(target_os = "linux")]
mod system {
    use std::{io, mem};

    /// Cores that a `cpu_set_t` has room for.
    const MOST: usize = libc::CPU_SETSIZE as usize;

    pub fn allowed_cores() -> io::Result<Vec<usize>> {
        let mut set = no_cores();
        // SAFETY: 0 is the calling thread, and the set is as large as told.
        let code = unsafe { libc::sched_getaffinity(0, size_of_val(&set), &raw mut set) };
        if code != 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: no core is outside of the set.
        Ok((0..MOST).filter(|core| unsafe { libc::CPU_ISSET(*core, &set) }).collect())
    }

    pub fn pin_thread(core: usize) -> io::Result<()> {
        if core >= MOST {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut set = no_cores();
        // SAFETY: the core is within the set; 0 is the calling thread, and the set is as large as told.
        let code = unsafe {
            libc::CPU_SET(core, &mut set);
            libc::sched_setaffinity(0, size_of_val(&set), &raw const set)
        };
        if code == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
    }

    fn no_cores() -> libc::cpu_set_t {
        // SAFETY: an array of integers, of which zero is one.
        unsafe { mem::zeroed() }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use crate::only_linux;
    use std::io;

    pub fn allowed_cores() -> io::Result<Vec<usize>> {
        only_linux("asking for a thread's cores")
    }

    pub fn pin_thread(_core: usize) -> io::Result<()> {
        only_linux("pinning a thread")
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{allowed_cores, pin_thread};
    use std::thread;

    #[test]
    fn a_pinned_thread_may_run_on_its_core_only_and_others_as_before() {
        let before = allowed_cores().unwrap();
        let core = *before.last().unwrap();
        let pinned = thread::spawn(move || pin_thread(core).and_then(|()| allowed_cores()));
        assert_eq!(pinned.join().unwrap().unwrap(), [core]);
        assert_eq!(allowed_cores().unwrap(), before);
    }

    #[test]
    fn a_core_that_there_is_not_is_refused() {
        let before = allowed_cores().unwrap();
        assert!(pin_thread(1_023).is_err());
        assert!(pin_thread(usize::MAX).is_err());
        assert_eq!(allowed_cores().unwrap(), before);
    }
}
