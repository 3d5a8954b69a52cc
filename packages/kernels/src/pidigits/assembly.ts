import { UNDERESTIMATE } from './params';

/** The only item is the whole number: its first `count` digits. */
export function pidigits(count: u32, digits: usize, start: u32, end: u32): void {
  if (start < end) spell(count, digits);
}

/** What is left of the number, times den, is at least digit × den + rest, at most that and num. */
function spell(count: u32, digits: usize): void {
  num.assign(1);
  rest.assign(3);
  den.assign(1);
  let digit: u32 = 0;
  let place: u32 = 0;
  for (let k: u32 = 1; place < count; k++) {
    rest.multiplyAndAdd(2 * k + 1, num, k - 1);
    num.multiply(k);
    den.multiply(2 * k + 1);
    digit += rest.divide(den);
    if (rest.plusIsBelow(num, den)) {
      store<u8>(digits + place, digit);
      place++;
      digit = 0;
      rest.multiply(10);
      num.multiply(10);
    }
  }
}

/** A natural number of any size: digits in base 2³², the least first. */
class BigInteger {
  private limbs: usize = heap.alloc(<usize>FIRST_CAPACITY << 2);
  private length: u32 = 0;
  private capacity: u32 = FIRST_CAPACITY;

  assign(limb: u32): void {
    this.length = 0;
    this.push(limb);
  }

  multiply(factor: u32): void {
    const end: usize = this.limbs + (<usize>this.length << 2);
    let carry: u64 = 0;
    for (let limb: usize = this.limbs; limb < end; limb += 4) {
      carry += <u64>load<u32>(limb) * factor;
      store<u32>(limb, <u32>carry);
      carry >>= 32;
    }
    this.push(<u32>carry);
  }

  /** Becomes `this × factor + other × otherFactor`. */
  multiplyAndAdd(factor: u32, other: BigInteger, otherFactor: u32): void {
    while (this.length < other.length) this.append(0);
    let carry: u64 = 0;
    let limb: usize = this.limbs;
    const shared: usize = limb + (<usize>other.length << 2);
    const end: usize = limb + (<usize>this.length << 2);
    const distance: usize = other.limbs - limb;
    for (; limb < shared; limb += 4) {
      carry += <u64>load<u32>(limb) * factor + <u64>load<u32>(limb + distance) * otherFactor;
      store<u32>(limb, <u32>carry);
      carry >>= 32;
    }
    for (; limb < end; limb += 4) {
      carry += <u64>load<u32>(limb) * factor;
      store<u32>(limb, <u32>carry);
      carry >>= 32;
    }
    this.push(<u32>carry);
  }

  /** Becomes the remainder, and gives the quotient, which must fit a limb. */
  divide(divisor: BigInteger): u32 {
    let quotient: u32 = this.estimate(divisor);
    if (quotient > 0) this.subtractProduct(quotient, divisor);
    while (!this.plusIsBelow(zero, divisor)) {
      this.subtractProduct(1, divisor);
      quotient++;
    }
    return quotient;
  }

  /** The quotient or one less, from the leading limbs alone. */
  private estimate(divisor: BigInteger): u32 {
    const end: u32 = divisor.length + 1;
    return <u32>((this.leading(end) / divisor.leading(end)) * UNDERESTIMATE);
  }

  /** The four limbs before `end`, as one number. */
  private leading(end: u32): f64 {
    let sum: f64 = 0;
    for (let i: u32 = 1; i <= min<u32>(end, 4); i++) sum = sum * BASE + <f64>this.limb(end - i);
    return sum;
  }

  /** Takes `factor × other` away, which must not be more than there is. */
  private subtractProduct(factor: u32, other: BigInteger): void {
    let borrow: u64 = 0;
    for (let i: u32 = 0; i < this.length; i++) {
      const product: u64 = <u64>other.limb(i) * factor + borrow;
      const limb: usize = this.limbs + (<usize>i << 2);
      const difference: i64 = <i64>load<u32>(limb) - <i64>(product & 0xffff_ffff);
      store<u32>(limb, <u32>difference);
      borrow = (product >> 32) - (difference >> 32);
    }
    while (this.length > 0 && this.limb(this.length - 1) == 0) this.length--;
  }

  /** Whether `this + other < bound`: from the top down, until what is below cannot matter any more. */
  plusIsBelow(other: BigInteger, bound: BigInteger): bool {
    let margin: i64 = 0;
    for (let i: u32 = max<u32>(max<u32>(this.length, other.length), bound.length); i-- > 0; ) {
      margin = (margin << 32) + bound.limb(i) - this.limb(i) - other.limb(i);
      // The limbs below add less than 1 to the margin, and take less than 2 away.
      if (margin < 0 || margin > 1) break;
    }
    return margin > 0;
  }

  private limb(index: u32): u32 {
    return index < this.length ? load<u32>(this.limbs + (<usize>index << 2)) : 0;
  }

  private push(carry: u32): void {
    if (carry > 0) this.append(carry);
  }

  private append(limb: u32): void {
    if (this.length == this.capacity) {
      this.capacity *= 2;
      this.limbs = heap.realloc(this.limbs, <usize>this.capacity << 2);
    }
    store<u32>(this.limbs + (<usize>this.length << 2), limb);
    this.length++;
  }
}

const BASE: f64 = 4294967296.0;
const FIRST_CAPACITY: u32 = 64;
const zero: BigInteger = new BigInteger();
const num: BigInteger = new BigInteger();
const rest: BigInteger = new BigInteger();
const den: BigInteger = new BigInteger();
