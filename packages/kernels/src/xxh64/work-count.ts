// Operations on words of 64 bits, by the steps of the specification; rotations and shifts are one each.

/** Two multiplications, an addition, a rotation. */
const ROUND = 4;
const STRIPE_BYTES = 32;
const STRIPE = 4 * ROUND;
/** Their starting values: three additions and a subtraction. */
const ACCUMULATORS = 4;
/** Four rotations and three additions; then of each accumulator a round without its addition, exclusive or, and two more. */
const CONVERGENCE = 7 + 4 * (ROUND - 1 + 3);
/** Without a stripe: the seed and a constant. */
const SHORT = 1;
const LENGTH = 1;
/** What eight, four and one bytes of the rest take. */
const REST = { eight: ROUND - 1 + 4, four: 5, one: 4 } as const;
/** Three shifts, three exclusive ors, two multiplications. */
const AVALANCHE = 8;

/** Operations for all messages between such boundaries. */
export function xxh64Arithmetic(boundaries: Uint32Array): number {
  let sum = 0;
  for (let i = 1; i < boundaries.length; i++) sum += ofMessage(boundaries[i]! - boundaries[i - 1]!);
  return sum;
}

function ofMessage(bytes: number): number {
  const stripes = Math.floor(bytes / STRIPE_BYTES);
  const rest = bytes % STRIPE_BYTES;
  const [eights, fours, ones] = [Math.floor(rest / 8), Math.floor((rest % 8) / 4), rest % 4];
  const start = stripes > 0 ? ACCUMULATORS + stripes * STRIPE + CONVERGENCE : SHORT;
  return start + LENGTH + eights * REST.eight + fours * REST.four + ones * REST.one + AVALANCHE;
}
