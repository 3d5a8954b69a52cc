//! A file that several processes have in their memory at once.

use std::io;
use std::path::Path;
use std::ptr::NonNull;

/// A whole file in memory, shared with all processes that map it. Unmapped when dropped; the file stays.
#[derive(Debug)]
pub struct Mapping {
    start: NonNull<u8>,
    length: usize,
}

// SAFETY: it is an address and a length; whoever reads or writes the memory answers for that.
unsafe impl Send for Mapping {}

impl Mapping {
    /// Gives an empty file that length, zeros only, and maps it. All of it is allocated: a full disk is an error now, and
    /// not a SIGBUS at the first touch.
    ///
    /// # Errors
    /// When the file is not there or not empty, or there is no room for it.
    pub fn fill(path: &Path, length: usize) -> io::Result<Self> {
        system::fill(path, length)
    }

    /// Maps a file that is there.
    ///
    /// # Errors
    /// When it cannot be opened for writing, or is empty.
    pub fn open(path: &Path) -> io::Result<Self> {
        system::open(path)
    }

    /// Its first byte, at the start of a page.
    #[must_use]
    pub fn start(&self) -> NonNull<u8> {
        self.start
    }

    /// In bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// Gives up the mapping without unmapping it.
    #[must_use]
    pub fn into_raw(self) -> (NonNull<u8>, usize) {
        let raw = (self.start, self.length);
        std::mem::forget(self);
        raw
    }

    /// # Safety
    /// The parts must come from `into_raw`, and each may come back once.
    #[must_use]
    pub unsafe fn from_raw(start: NonNull<u8>, length: usize) -> Self {
        Self { start, length }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        system::unmap(self);
    }
}

#[cfg(target_os = "linux")]
mod system {
    use super::Mapping;
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::os::fd::AsRawFd;
    use std::path::Path;
    use std::ptr::{self, NonNull};

    pub fn fill(path: &Path, length: usize) -> io::Result<Mapping> {
        if length == 0 {
            return Err(nothing());
        }
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        if file.metadata()?.len() != 0 {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        allocate(&file, length)?;
        map(&file, length)
    }

    pub fn open(path: &Path) -> io::Result<Mapping> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        let length = usize::try_from(file.metadata()?.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        if length == 0 { Err(nothing()) } else { map(&file, length) }
    }

    pub fn unmap(mapping: &Mapping) {
        // SAFETY: `map` made this mapping, and it is unmapped once. It cannot fail for a whole mapping.
        unsafe { libc::munmap(mapping.start.as_ptr().cast(), mapping.length) };
    }

    fn allocate(file: &File, length: usize) -> io::Result<()> {
        let bytes = libc::off_t::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?;
        file.set_len(length as u64)?;
        loop {
            // SAFETY: the descriptor is open. It gives the error itself, not by `errno`.
            match unsafe { libc::posix_fallocate(file.as_raw_fd(), 0, bytes) } {
                0 => return Ok(()),
                libc::EINTR => {}
                code => return Err(io::Error::from_raw_os_error(code)),
            }
        }
    }

    fn map(file: &File, length: usize) -> io::Result<Mapping> {
        let (access, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_SHARED);
        // SAFETY: a new mapping, wherever there is room for it; it keeps the file when the descriptor is closed.
        let start = unsafe { libc::mmap(ptr::null_mut(), length, access, flags, file.as_raw_fd(), 0) };
        if start == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        let start = NonNull::new(start.cast()).ok_or_else(io::Error::last_os_error)?;
        Ok(Mapping { start, length })
    }

    fn nothing() -> io::Error {
        io::Error::new(io::ErrorKind::InvalidInput, "a mapping has at least one byte")
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use super::Mapping;
    use crate::only_linux;
    use std::io;
    use std::path::Path;

    pub fn fill(_path: &Path, _length: usize) -> io::Result<Mapping> {
        only_linux("a mapping that processes share")
    }

    pub fn open(_path: &Path) -> io::Result<Mapping> {
        only_linux("a mapping that processes share")
    }

    pub fn unmap(_mapping: &Mapping) {}
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Mapping;
    use std::path::PathBuf;
    use std::{env, fs, process};

    /// An empty file of that name.
    fn file(name: &str) -> PathBuf {
        let path = env::temp_dir().join(format!("crossover-test-{}-{name}", process::id()));
        fs::write(&path, "").unwrap();
        path
    }

    fn read(mapping: &Mapping, index: usize) -> u8 {
        assert!(index < mapping.length());
        // SAFETY: within the mapping, which nobody writes meanwhile.
        unsafe { mapping.start().add(index).read_volatile() }
    }

    fn write(mapping: &Mapping, index: usize, byte: u8) {
        assert!(index < mapping.length());
        // SAFETY: within the mapping, which nobody reads meanwhile.
        unsafe { mapping.start().add(index).write_volatile(byte) }
    }

    #[test]
    fn what_one_writes_the_other_reads_also_without_a_file() {
        let path = file("both");
        let one = Mapping::fill(&path, 5_000).unwrap();
        let other = Mapping::open(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!((one.length(), other.length()), (5_000, 5_000));
        assert!((0..5_000).all(|index| read(&other, index) == 0));
        write(&one, 4_999, 7);
        assert_eq!(read(&other, 4_999), 7);
        drop(one);
        assert_eq!(read(&other, 4_999), 7);
    }

    #[test]
    fn a_file_that_is_not_empty_is_not_taken() {
        let path = file("full");
        fs::write(&path, "mine").unwrap();
        assert!(Mapping::fill(&path, 4).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        fs::remove_file(&path).unwrap();
        assert!(Mapping::fill(&path, 4).is_err());
    }

    #[test]
    fn what_has_no_room_is_an_error() {
        let path = file("room");
        assert!(Mapping::fill(&path, 1 << 60).is_err());
        assert!(Mapping::fill(&path, usize::MAX).is_err());
        assert!(Mapping::fill(&path, 0).is_err());
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn an_empty_file_cannot_be_mapped() {
        let path = file("empty");
        assert!(Mapping::open(&path).is_err());
        fs::remove_file(&path).unwrap();
        assert!(Mapping::open(&path).is_err());
    }
}
