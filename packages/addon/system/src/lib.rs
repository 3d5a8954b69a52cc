//! What threads and processes need of the operating system to share work. Knows nothing of Node, so that it can be
//! tested without; on systems that lack one of these, its functions are there and say so by `ErrorKind::Unsupported`.

pub mod affinity;
pub mod cut;
pub mod futex;
pub mod mapping;
pub mod parent;
pub mod pool;

#[cfg(not(target_os = "linux"))]
fn only_linux<T>(what: &str) -> std::io::Result<T> {
    Err(std::io::Error::new(std::io::ErrorKind::Unsupported, format!("{what} needs Linux")))
}
