use crate::params::pidigits::UNDERESTIMATE;

/// The only item is the whole number; `digits` is all of its digits, or nothing.
#[expect(clippy::cast_possible_truncation, reason = "a decimal digit fits a byte")]
pub fn pidigits(_count: u32, digits: &mut [u8], _start: usize, _end: usize) {
    // What is left of the number, times den: at least digit × den + rest, at most that and num.
    let mut num = BigInteger::from(1);
    let mut rest = BigInteger::from(3);
    let mut den = BigInteger::from(1);
    let mut terms = 1..;
    for place in digits {
        let mut digit = 0;
        for k in &mut terms {
            rest.multiply_and_add(2 * k + 1, &num, k - 1);
            num.multiply(k);
            den.multiply(2 * k + 1);
            digit += rest.divide(&den);
            if rest.plus_is_below(&num, &den) {
                break;
            }
        }
        *place = digit as u8;
        rest.multiply(10);
        num.multiply(10);
    }
}

/// A natural number of any size: digits in base 2⁶⁴, the least first.
struct BigInteger {
    limbs: Vec<u64>,
}

impl BigInteger {
    fn from(limb: u64) -> Self {
        Self { limbs: vec![limb] }
    }

    fn multiply(&mut self, factor: u64) {
        let carry = multiply_limbs(&mut self.limbs, factor, 0);
        self.push(carry);
    }

    /// Becomes `self × factor + other × other_factor`; both factors are less than a limb can hold by far.
    fn multiply_and_add(&mut self, factor: u64, other: &Self, other_factor: u64) {
        if self.limbs.len() < other.limbs.len() {
            self.limbs.resize(other.limbs.len(), 0);
        }
        let (shared, upper) = self.limbs.split_at_mut(other.limbs.len());
        let mut carry = 0;
        for (limb, &theirs) in shared.iter_mut().zip(&other.limbs) {
            let (product, more) = multiply_limb(*limb, factor, carry);
            (*limb, carry) = multiply_limb(theirs, other_factor, product);
            carry += more;
        }
        let carry = multiply_limbs(upper, factor, carry);
        self.push(carry);
    }

    /// Becomes the remainder, and gives the quotient, which must fit a limb.
    fn divide(&mut self, divisor: &Self) -> u64 {
        let mut quotient = self.estimate(divisor);
        if quotient > 0 {
            self.subtract_product(quotient, divisor);
        }
        while !self.plus_is_below(&Self { limbs: vec![] }, divisor) {
            self.subtract_product(1, divisor);
            quotient += 1;
        }
        quotient
    }

    /// The quotient or one less, from the leading limbs alone.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the quotient is small")]
    fn estimate(&self, divisor: &Self) -> u64 {
        let end = divisor.limbs.len() + 1;
        (self.leading(end) / divisor.leading(end) * UNDERESTIMATE) as u64
    }

    /// The three limbs before `end`, as one number.
    fn leading(&self, end: usize) -> f64 {
        (end.saturating_sub(3)..end).rev().fold(0.0, |sum, i| sum * BASE + self.limb(i) as f64)
    }

    /// Takes `factor × other` away, which must not be more than there is.
    fn subtract_product(&mut self, factor: u64, other: &Self) {
        let mut borrow = 0;
        for (limb, &theirs) in self.limbs.iter_mut().zip(&other.limbs) {
            let (product, more) = multiply_limb(theirs, factor, borrow);
            let (difference, under) = limb.overflowing_sub(product);
            *limb = difference;
            borrow = more + u64::from(under);
        }
        if let Some(limb) = self.limbs.get_mut(other.limbs.len()) {
            *limb -= borrow;
        }
        while self.limbs.last() == Some(&0) {
            self.limbs.pop();
        }
    }

    /// Whether `self + other < bound`: from the top down, until what is below cannot matter any more.
    fn plus_is_below(&self, other: &Self, bound: &Self) -> bool {
        let length = self.limbs.len().max(other.limbs.len()).max(bound.limbs.len());
        let mut margin: i128 = 0;
        for i in (0..length).rev() {
            margin = (margin << 64) + i128::from(bound.limb(i));
            margin -= i128::from(self.limb(i)) + i128::from(other.limb(i));
            // The limbs below add less than 1 to the margin, and take less than 2 away.
            if !(0..2).contains(&margin) {
                break;
            }
        }
        margin > 0
    }

    fn limb(&self, index: usize) -> u64 {
        self.limbs.get(index).copied().unwrap_or(0)
    }

    fn push(&mut self, carry: u64) {
        if carry > 0 {
            self.limbs.push(carry);
        }
    }
}

const BASE: f64 = 18_446_744_073_709_551_616.0;

/// `limbs × factor + carry`, and what carries over.
fn multiply_limbs(limbs: &mut [u64], factor: u64, mut carry: u64) -> u64 {
    for limb in limbs {
        (*limb, carry) = multiply_limb(*limb, factor, carry);
    }
    carry
}

/// The lower and the upper limb of `limb × factor + carry`.
#[expect(clippy::cast_possible_truncation, reason = "taken apart on purpose")]
fn multiply_limb(limb: u64, factor: u64, carry: u64) -> (u64, u64) {
    let product = u128::from(limb) * u128::from(factor) + u128::from(carry);
    (product as u64, (product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::{BigInteger, pidigits};

    fn digits(count: usize) -> String {
        let mut digits = vec![0; count];
        pidigits(0, &mut digits, 0, 1);
        digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    fn number(limbs: &[u64]) -> BigInteger {
        BigInteger { limbs: limbs.to_vec() }
    }

    #[test]
    fn the_number_begins_as_everybody_knows() {
        assert_eq!(digits(30), "314159265358979323846264338327");
    }

    #[test]
    fn six_nines_follow_the_762nd_digit() {
        assert!(digits(768).ends_with("4999999"));
    }

    #[test]
    fn no_items_have_no_digits() {
        pidigits(9, &mut [], 1, 1);
    }

    #[test]
    fn a_quotient_that_the_leading_limbs_leave_open_is_exact() {
        let divisor = number(&[7, 0, 0, 0, 9]);
        let mut below = number(&[20, 0, 0, 0, 27]);
        assert_eq!(below.divide(&divisor), 2);
        assert_eq!(below.limbs, [6, 0, 0, 0, 9]);
        let mut multiple = number(&[21, 0, 0, 0, 27]);
        assert_eq!(multiple.divide(&divisor), 3);
        assert!(multiple.limbs.is_empty());
    }

    #[test]
    fn a_sum_is_compared_to_the_last_limb() {
        let (sum, one, bound) = (number(&[u64::MAX, u64::MAX, 4]), number(&[1]), number(&[0, 0, 5]));
        assert!(!sum.plus_is_below(&one, &bound));
        assert!(sum.plus_is_below(&number(&[]), &bound));
        assert!(!sum.plus_is_below(&number(&[0, 0, 1]), &bound));
    }
}
