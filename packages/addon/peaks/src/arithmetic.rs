//! How many numbers a machine computes per second while they lie in its registers.
//!
//! Each thread goes through chains of operations that wait for nothing but themselves: so many that all units of a core
//! have something to do, and so few that they fit its registers.

#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use crate::crew::{Crew, Rates, Repeats, steps_for};
use crate::vectors::{Vectorised, Vectors, with_widest};
use std::hint::black_box;
use std::time::Duration;

/// What is computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// A multiplication and an addition of `f64` in turn.
    FloatingPoint,
    /// Additions, exclusive ors and, without vectors, multiplications in turn.
    Integer,
}

/// Whether an instruction works on one number or on several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One.
    Scalar,
    /// As many as the machine's widest vectors hold.
    Vector,
}

/// A peak.
#[derive(Clone, Debug)]
pub struct Arithmetic {
    /// What was computed with.
    pub numbers: Numbers,
    /// How many at once.
    pub form: Form,
    /// By which instructions.
    pub instructions: &'static str,
    /// Operations per second.
    pub rates: Rates,
}

/// Chains of `f64` and of vectors: additions and multiplications take up to 8 cycles, and 2 begin in each.
const CHAINS: usize = 12;
/// Chains of integers in general registers, of which there are few.
const INTEGER_CHAINS: usize = 8;
/// How long a repeat lasts, about.
const REPEAT: Duration = Duration::from_millis(3);
const REPEATS: Repeats = Repeats { fewest: 5, most: 10, limit: Duration::from_millis(30) };

/// Measures both kinds of numbers in both forms; without vectors where the machine has none.
#[must_use]
pub fn arithmetic(crew: &Crew) -> Vec<Arithmetic> {
    [
        (Numbers::FloatingPoint, Form::Scalar),
        (Numbers::FloatingPoint, Form::Vector),
        (Numbers::Integer, Form::Scalar),
        (Numbers::Integer, Form::Vector),
    ]
    .into_iter()
    .filter_map(|(numbers, form)| {
        let run = move |steps| match form {
            Form::Scalar => Some(scalar(numbers, steps)),
            Form::Vector => with_widest(InVectors { numbers, steps }),
        };
        let chains = run(1)?;
        let steps = steps_for(REPEAT, |steps| {
            run(steps);
        });
        let amount = steps as f64 * chains.operations as f64 * crew.size() as f64;
        let rates = crew.rates(amount, REPEATS, &crew.prepare(|| ()), |()| {
            run(steps);
        });
        Some(Arithmetic { numbers, form, instructions: chains.instructions, rates })
    })
    .collect()
}

/// What one step of all chains computes.
struct Chains {
    operations: usize,
    instructions: &'static str,
}

fn scalar(numbers: Numbers, steps: u64) -> Chains {
    match numbers {
        Numbers::FloatingPoint => {
            floats(steps);
            Chains { operations: 2 * CHAINS, instructions: "one at a time, multiply and add" }
        }
        Numbers::Integer => {
            integers(steps);
            Chains {
                operations: 4 * INTEGER_CHAINS,
                instructions: "one at a time, add, xor, multiply, add of 64 bits",
            }
        }
    }
}

fn floats(steps: u64) {
    // All chains go towards 1: no number becomes so great or so small that it takes longer.
    let (factor, addend) = black_box((0.5, 0.5));
    let mut chains = black_box([0.25_f64; CHAINS]);
    for _ in 0..steps {
        for chain in &mut chains {
            *chain = alone(*chain * factor + addend);
        }
    }
    black_box(chains);
}

fn integers(steps: u64) {
    let (first, mask, factor, second) = black_box((3_u64, 0x5555, 0x9e37_79b9_7f4a_7c15, 5_u64));
    let mut chains = black_box([7_u64; INTEGER_CHAINS]);
    for _ in 0..steps {
        for chain in &mut chains {
            let mixed = chain.wrapping_add(first) ^ mask;
            *chain = alone_integer(mixed.wrapping_mul(factor).wrapping_add(second));
        }
    }
    black_box(chains);
}

/// The same number, of which the compiler knows nothing, so that it cannot put several into a vector.
#[inline(always)]
fn alone(mut value: f64) -> f64 {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: it does nothing.
    unsafe {
        std::arch::asm!("/* {0} */", inout(xmm_reg) value, options(pure, nomem, nostack, preserves_flags));
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: it does nothing.
    unsafe {
        std::arch::asm!("/* {0:d} */", inout(vreg) value, options(pure, nomem, nostack, preserves_flags));
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        value = black_box(value);
    }
    value
}

/// As `alone`, for integers.
#[inline(always)]
fn alone_integer(mut value: u64) -> u64 {
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    // SAFETY: it does nothing.
    unsafe {
        std::arch::asm!("/* {0} */", inout(reg) value, options(pure, nomem, nostack, preserves_flags));
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        value = black_box(value);
    }
    value
}

/// Chains of vectors.
struct InVectors {
    numbers: Numbers,
    steps: u64,
}

impl Vectorised for InVectors {
    /// Absent where there are no vectors.
    type Outcome = Option<Chains>;

    #[inline(always)]
    fn with<V: Vectors>(self) -> Self::Outcome {
        match self.numbers {
            Numbers::FloatingPoint => {
                let (factor, addend) = black_box((V::floats(0.5), V::floats(0.5)));
                let mut chains = black_box([V::floats(0.25); CHAINS]);
                for _ in 0..self.steps {
                    for chain in &mut chains {
                        *chain = V::multiply_add(*chain, factor, addend);
                    }
                }
                black_box(chains);
                Some(Chains { operations: 2 * CHAINS * V::FLOATS, instructions: V::NAME })
            }
            Numbers::Integer => {
                let (addend, mask) = black_box((V::integers(3), V::integers(0x5555)));
                let mut chains = black_box([V::integers(7); CHAINS]);
                for _ in 0..self.steps {
                    for chain in &mut chains {
                        *chain = V::xor(V::add(*chain, addend), mask);
                    }
                }
                black_box(chains);
                Some(Chains { operations: 2 * CHAINS * V::INTEGERS, instructions: V::INTEGER_NAME })
            }
        }
    }

    fn without(self) -> Self::Outcome {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Numbers, arithmetic};
    use crate::crew::Crew;

    #[test]
    fn every_kind_of_arithmetic_has_a_rate_and_a_name() {
        let peaks = arithmetic(&Crew::new(1).unwrap());
        let kinds: Vec<_> = peaks.iter().map(|peak| (peak.numbers, peak.form)).collect();
        assert!(kinds.contains(&(Numbers::FloatingPoint, Form::Scalar)));
        assert!(kinds.contains(&(Numbers::Integer, Form::Scalar)));
        for peak in &peaks {
            // Whatever this runs on does a million operations in a second.
            assert!(peak.rates.median > 1e6 && peak.rates.best >= peak.rates.median, "{peak:?}");
            assert!(!peak.instructions.is_empty());
        }
    }
}
