//! A process that does not outlive its parent (man 2 `PR_SET_PDEATHSIG`).

use std::io;

/// Has the system kill this process as soon as the thread that started it is gone, wherever either of them is then.
/// Returns whether `parent` is still there: one that ended before cannot give the signal, and this process should end
/// itself.
///
/// # Errors
/// On systems that do not offer it.
pub fn end_with_parent(parent: u32) -> io::Result<bool> {
    system::end_with_parent(parent)
}

#[cfg(target_os = "linux")]
mod system {
    use std::io;
    use std::os::unix::process::parent_id;

    pub fn end_with_parent(parent: u32) -> io::Result<bool> {
        // SAFETY: changes nothing but what happens to this process later.
        if unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) } != 0 {
            return Err(io::Error::last_os_error());
        }
        // Asked afterwards: a parent that ends between the two lines gives the signal.
        Ok(parent_id() == parent)
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use crate::only_linux;
    use std::io;

    pub fn end_with_parent(_parent: u32) -> io::Result<bool> {
        only_linux("ending with the parent")
    }
}
