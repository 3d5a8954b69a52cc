//! Passes whose function the host calls once per item, with the item's own numbers and arrays.

use crate::call::Element;

/// An element as a number of the host.
pub trait Number: Element {
    /// The element that a number of the host stands for.
    fn from_host(number: f64) -> Self;
    /// The number of the host that stands for the element.
    fn to_host(self) -> f64;
}

macro_rules! numbers {
    ($($type:ty),*) => { $(impl Number for $type {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the region holds such elements")]
        fn from_host(number: f64) -> Self { number as Self }
        fn to_host(self) -> f64 { f64::from(self) }
    })* };
}
numbers!(u8, i32, u32, f64);

/// What the host calls a function with.
pub trait Arguments {
    /// Why an argument is not what the function takes.
    type Problem;

    /// The part of an item that owns one element.
    ///
    /// # Errors
    /// When the host gave something else.
    fn number<T: Number>(&self, index: usize) -> Result<T, Self::Problem>;

    /// The part of an item that owns several elements.
    ///
    /// # Errors
    /// When the host gave something else.
    fn array<T: Element>(&self, index: usize) -> Result<&[T], Self::Problem>;
}

/// A pass whose function the host calls once per item. Each is a type, so that the host's side of the call is compiled for
/// it alone.
pub trait ItemPass {
    /// How many arguments it takes.
    const ARITY: usize;

    /// Calls the function. Gives the number for the item's slot, or nothing where it returns nothing.
    ///
    /// # Errors
    /// When an argument is not what it takes.
    fn call<A: Arguments>(arguments: &A) -> Result<Option<f64>, A::Problem>;
}

/// A host that can call Rust.
pub trait Host {
    /// A function as the host calls it.
    type Function;

    /// Makes a function of the host that calls a pass.
    fn function<P: ItemPass>() -> Self::Function;
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn elements_become_the_numbers_that_stand_for_them() {
        assert_eq!(7_u32.to_host().to_bits(), 7.0_f64.to_bits());
        assert_eq!((-0.5_f64).to_host().to_bits(), (-0.5_f64).to_bits());
    }

    #[test]
    fn numbers_become_the_elements_that_they_stand_for() {
        assert_eq!(i32::from_host(-3.0), -3);
        assert_eq!(u8::from_host(255.0), 255);
        assert_eq!(u32::from_host(4_294_967_295.0), u32::MAX);
    }
}
