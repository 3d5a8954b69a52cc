//! The Rust lane of every kernel. Each kernel's code lies in its folder, next to the other languages;
//! what it is called with comes from [`call`] or [`item_call`], and how it is found from [`registry`].

pub mod call;
pub mod item_call;
#[rustfmt::skip]
pub mod params;
#[rustfmt::skip]
pub mod registry;
pub mod simd;
