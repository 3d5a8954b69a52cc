//! Sleeping on a word of memory that processes share (man 2 futex). Not the private kind, which ends at the process.

use std::io;
use std::sync::atomic::AtomicI32;
use std::time::Duration;

/// Sleeps until somebody wakes the word, or the time is over. Returns at once when the word does not hold `expected`
/// any more, and may return for no reason: the caller looks again.
///
/// # Errors
/// On systems that have none.
pub fn wait(word: &AtomicI32, expected: i32, timeout: Option<Duration>) -> io::Result<()> {
    system::wait(word, expected, timeout)
}

/// Wakes all that sleep on a word, in any process; returns how many.
///
/// # Errors
/// On systems that have none.
pub fn wake(word: &AtomicI32) -> io::Result<usize> {
    system::wake(word)
}

#[cfg(target_os = "linux")]
mod system {
    use std::io;
    use std::ptr;
    use std::sync::atomic::AtomicI32;
    use std::time::Duration;

    pub fn wait(word: &AtomicI32, expected: i32, timeout: Option<Duration>) -> io::Result<()> {
        let time = timeout.map(|timeout| libc::timespec {
            tv_sec: libc::time_t::try_from(timeout.as_secs()).unwrap_or(libc::time_t::MAX),
            tv_nsec: timeout.subsec_nanos().into(),
        });
        let limit = time.as_ref().map_or(ptr::null(), ptr::from_ref);
        // SAFETY: the word outlives the call, and so does the time.
        let code =
            unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAIT, expected, limit) };
        if code == 0 {
            return Ok(());
        }
        let error = io::Error::last_os_error();
        match error.raw_os_error() {
            Some(libc::EAGAIN | libc::ETIMEDOUT | libc::EINTR) => Ok(()),
            _ => Err(error),
        }
    }

    pub fn wake(word: &AtomicI32) -> io::Result<usize> {
        // SAFETY: the word outlives the call.
        let woken = unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAKE, i32::MAX) };
        usize::try_from(woken).map_err(|_| io::Error::last_os_error())
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use crate::only_linux;
    use std::io;
    use std::sync::atomic::AtomicI32;
    use std::time::Duration;

    pub fn wait(_word: &AtomicI32, _expected: i32, _timeout: Option<Duration>) -> io::Result<()> {
        only_linux("a futex")
    }

    pub fn wake(_word: &AtomicI32) -> io::Result<usize> {
        only_linux("a futex")
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{wait, wake};
    use std::sync::atomic::{AtomicI32, Ordering};
    use std::thread;
    use std::time::Duration;

    #[test]
    fn two_threads_take_turns() {
        let turn = AtomicI32::new(0);
        let take = |own: i32| {
            for _ in 0..1_000 {
                while turn.load(Ordering::Acquire) != own {
                    wait(&turn, 1 - own, None).unwrap();
                }
                turn.store(1 - own, Ordering::Release);
                wake(&turn).unwrap();
            }
        };
        thread::scope(|scope| {
            scope.spawn(|| take(0));
            scope.spawn(|| take(1));
        });
        assert_eq!(turn.into_inner(), 0);
    }

    #[test]
    fn nobody_sleeps_on_a_word_that_has_changed() {
        wait(&AtomicI32::new(1), 0, None).unwrap();
    }

    #[test]
    fn a_sleeper_that_nobody_wakes_wakes_by_itself() {
        wait(&AtomicI32::new(0), 0, Some(Duration::from_millis(1))).unwrap();
        assert_eq!(wake(&AtomicI32::new(0)).unwrap(), 0);
    }
}
