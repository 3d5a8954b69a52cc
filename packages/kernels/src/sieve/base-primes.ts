/**
 * The odd primes that cross out all composites up to a limit, that is, up to its root, and then one more: its square
 * exceeds the limit, so that whoever goes through them by their squares stops before the end.
 */
export function basePrimes(limit: number): Uint32Array {
  const primes: number[] = [];
  for (let candidate = 3; ; candidate += 2) {
    if (!hasDivisor(candidate, primes)) {
      primes.push(candidate);
      if (candidate * candidate > limit) return Uint32Array.from(primes);
    }
  }
}

/** Whether one of the primes up to its root divides an odd number. */
function hasDivisor(candidate: number, primes: readonly number[]): boolean {
  for (const prime of primes) {
    if (prime * prime > candidate) return false;
    if (candidate % prime === 0) return true;
  }
  return false;
}
