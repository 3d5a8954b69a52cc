//! Several numbers in one instruction: the widest that a machine has, found while it runs.

/// A set of vector instructions. Each number is computed as by itself.
pub trait Vectors {
    /// Numbers of 64 bits with a fraction.
    type Floats: Copy;
    /// Integers of 32 bits.
    type Integers: Copy;
    /// How many are in a vector.
    const FLOATS: usize;
    /// How many are in a vector.
    const INTEGERS: usize;
    /// What they compute floats with.
    const NAME: &'static str;
    /// What they compute integers with.
    const INTEGER_NAME: &'static str;
    /// The same value in every place.
    fn floats(value: f64) -> Self::Floats;
    /// The same value in every place.
    fn integers(value: u32) -> Self::Integers;
    /// value × factor + addend, by one instruction where there is one for it.
    fn multiply_add(value: Self::Floats, factor: Self::Floats, addend: Self::Floats) -> Self::Floats;
    /// The sums.
    fn add(a: Self::Integers, b: Self::Integers) -> Self::Integers;
    /// Bits that differ.
    fn xor(a: Self::Integers, b: Self::Integers) -> Self::Integers;
}

/// What can be done with any vectors.
pub trait Vectorised {
    /// What comes of it.
    type Outcome;
    /// Must be `#[inline(always)]`, as every function on the way to the instructions: else each becomes a call.
    fn with<V: Vectors>(self) -> Self::Outcome;
    /// The same without vectors.
    fn without(self) -> Self::Outcome;
}

/// Does it with the widest vectors of this machine.
pub fn with_widest<Work: Vectorised>(work: Work) -> Work::Outcome {
    #[cfg(target_arch = "x86_64")]
    return crate::vectors_x86::with_widest(work);
    #[cfg(target_arch = "aarch64")]
    return work.with::<crate::vectors_neon::Neon>();
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    return work.without();
}

/// Defines a set of vectors: types, numbers in each, names, and the instruction behind each operation.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! vectors {
    (
        $(#[$meaning:meta])* $vectors:ident: $floats_type:ty, $floats:literal, $name:literal;
        $integers_type:ty, $integers:literal, $integer_name:literal;
        $set_floats:expr, $set_integers:expr, $multiply_add:expr, $add:expr, $xor:expr
    ) => {
        $(#[$meaning])*
        pub struct $vectors;

        impl Vectors for $vectors {
            type Floats = $floats_type;
            type Integers = $integers_type;
            const FLOATS: usize = $floats;
            const INTEGERS: usize = $integers;
            const NAME: &'static str = $name;
            const INTEGER_NAME: &'static str = $integer_name;
            #[inline(always)]
            fn floats(value: f64) -> Self::Floats {
                // SAFETY: `with_widest` uses these vectors only on machines that have them; so below.
                unsafe { $set_floats(value) }
            }
            #[inline(always)]
            fn integers(value: u32) -> Self::Integers {
                // SAFETY: as above.
                unsafe { $set_integers(value) }
            }
            #[inline(always)]
            fn multiply_add(value: Self::Floats, factor: Self::Floats, addend: Self::Floats) -> Self::Floats {
                // SAFETY: as above.
                unsafe { $multiply_add(value, factor, addend) }
            }
            #[inline(always)]
            fn add(a: Self::Integers, b: Self::Integers) -> Self::Integers {
                // SAFETY: as above.
                unsafe { $add(a, b) }
            }
            #[inline(always)]
            fn xor(a: Self::Integers, b: Self::Integers) -> Self::Integers {
                // SAFETY: as above.
                unsafe { $xor(a, b) }
            }
        }
    };
}
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
pub(crate) use vectors;
