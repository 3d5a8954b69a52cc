const ONE: v128 = f64x2.splat(1.0);

/** The rows `[start, end)` of A × vector. */
export function multiply(size: u32, vector: usize, product: usize, start: u32, end: u32): void {
  for (let row: u32 = start; row < end; row += 4) {
    const i: v128 = rows(row, end);
    const j: v128 = rows(row + 2, end);
    sumQuotients(size, vector, f64x2.add(first(i), i), f64x2.add(i, ONE), f64x2.add(first(j), j), f64x2.add(j, ONE));
    storeSums(product, row, end);
  }
}

/** The rows `[start, end)` of Aᵀ × vector. */
export function multiplyTransposed(size: u32, vector: usize, product: usize, start: u32, end: u32): void {
  const two: v128 = f64x2.splat(2.0);
  for (let row: u32 = start; row < end; row += 4) {
    const i: v128 = rows(row, end);
    const j: v128 = rows(row + 2, end);
    sumQuotients(size, vector, first(i), f64x2.add(i, two), first(j), f64x2.add(j, two));
    storeSums(product, row, end);
  }
}

/** The numbers of two rows; beyond the last it is the last once more. */
function rows(row: u32, end: u32): v128 {
  return f64x2(<f64>min<u32>(row, end - 1), <f64>min<u32>(row + 1, end - 1));
}

/** The divisors of the first elements of two rows of Aᵀ. */
function first(i: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.mul(i, f64x2.add(i, ONE)), f64x2.splat(0.5)), ONE);
}

/** What four rows add up to, two in each vector. */
let sums: v128 = ONE;
let moreSums: v128 = ONE;

function storeSums(product: usize, row: u32, end: u32): void {
  const at: usize = product + (<usize>row << 3);
  const count: u32 = end - row;
  store<f64>(at, f64x2.extract_lane(sums, 0));
  if (count > 1) store<f64>(at, f64x2.extract_lane(sums, 1), 8);
  if (count > 2) store<f64>(at, f64x2.extract_lane(moreSums, 0), 16);
  if (count > 3) store<f64>(at, f64x2.extract_lane(moreSums, 1), 24);
}

/**
 * Four rows of a matrix times a vector. Of each the divisor of its first element, and by how much the second one is
 * larger: from there to the next, and on, the divisors grow by one more each time. Four quotients become one, which takes
 * nine multiplications instead of three divisions: a/b + c/d = (a d + c b) / (b d).
 */
function sumQuotients(
  size: u32,
  vector: usize,
  divisors: v128,
  steps: v128,
  moreDivisors: v128,
  moreSteps: v128,
): void {
  let sum: v128 = f64x2.splat(0.0);
  let divisor: v128 = divisors;
  let step: v128 = steps;
  let sum2: v128 = sum;
  let divisor2: v128 = moreDivisors;
  let step2: v128 = moreSteps;
  const last: usize = vector + (<usize>size << 3);
  const rest: usize = vector + (<usize>(size & ~3) << 3);
  for (let element: usize = vector; element < rest; element += 32) {
    const a: v128 = v128.load64_splat(element);
    const b: v128 = v128.load64_splat(element, 8);
    const c: v128 = v128.load64_splat(element, 16);
    const d: v128 = v128.load64_splat(element, 24);
    let under: v128 = divisor;
    let next: v128 = f64x2.add(under, step);
    let over1: v128 = v128.relaxed_madd<f64>(a, next, f64x2.mul(b, under));
    let under1: v128 = f64x2.mul(under, next);
    step = f64x2.add(step, ONE);
    under = f64x2.add(next, step);
    step = f64x2.add(step, ONE);
    next = f64x2.add(under, step);
    let over2: v128 = v128.relaxed_madd<f64>(c, next, f64x2.mul(d, under));
    let under2: v128 = f64x2.mul(under, next);
    step = f64x2.add(step, ONE);
    divisor = f64x2.add(next, step);
    step = f64x2.add(step, ONE);
    over1 = v128.relaxed_madd<f64>(over1, under2, f64x2.mul(over2, under1));
    sum = f64x2.add(sum, f64x2.div(over1, f64x2.mul(under1, under2)));

    under = divisor2;
    next = f64x2.add(under, step2);
    over1 = v128.relaxed_madd<f64>(a, next, f64x2.mul(b, under));
    under1 = f64x2.mul(under, next);
    step2 = f64x2.add(step2, ONE);
    under = f64x2.add(next, step2);
    step2 = f64x2.add(step2, ONE);
    next = f64x2.add(under, step2);
    over2 = v128.relaxed_madd<f64>(c, next, f64x2.mul(d, under));
    under2 = f64x2.mul(under, next);
    step2 = f64x2.add(step2, ONE);
    divisor2 = f64x2.add(next, step2);
    step2 = f64x2.add(step2, ONE);
    over1 = v128.relaxed_madd<f64>(over1, under2, f64x2.mul(over2, under1));
    sum2 = f64x2.add(sum2, f64x2.div(over1, f64x2.mul(under1, under2)));
  }
  for (let element: usize = rest; element < last; element += 8) {
    const value: v128 = v128.load64_splat(element);
    sum = f64x2.add(sum, f64x2.div(value, divisor));
    divisor = f64x2.add(divisor, step);
    step = f64x2.add(step, ONE);
    sum2 = f64x2.add(sum2, f64x2.div(value, divisor2));
    divisor2 = f64x2.add(divisor2, step2);
    step2 = f64x2.add(step2, ONE);
  }
  sums = sum;
  moreSums = sum2;
}
