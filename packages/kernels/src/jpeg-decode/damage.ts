import type { Random } from '@crossover/model';

/** Where a frame's tables and headers lie, more or less: damage there has other effects than in its data. */
const HEADER_BYTES = 700;

/**
 * A damaged copy of a frame, for tests: one to three times a bit flipped, a byte set, a part cut out, doubled or
 * replaced by one of the `donor`, a marker put in, or the end cut off.
 */
export function damageFrame(frame: Uint8Array, donor: Uint8Array, random: Random): Uint8Array {
  let damaged = frame;
  for (let times = 1 + random.below(3); times > 0; times--) damaged = damageOnce(damaged, donor, random);
  return damaged;
}

function damageOnce(frame: Uint8Array, donor: Uint8Array, random: Random): Uint8Array {
  const reach = random.below(2) === 0 ? frame.length : Math.min(HEADER_BYTES, frame.length);
  const at = random.below(reach + 1);
  const to = Math.min(frame.length, at + random.below(40));
  const [before, part, after] = [frame.subarray(0, at), frame.subarray(at, to), frame.subarray(to)];
  switch (random.below(8)) {
    case 0:
      return before;
    case 1:
      return joined(before, after);
    case 2:
      return joined(before, part, part, after);
    case 3:
      return joined(before, donor.subarray(at, at + random.below(200)), after);
    case 4:
      return joined(before, Uint8Array.of(0xff, 0xc0 + random.below(64)), frame.subarray(at));
    case 5:
      return joined(
        before,
        Uint8Array.of([0, 0xff, random.below(256)][random.below(3)]!),
        frame.subarray(at + 1),
      );
    default:
      return joined(before, Uint8Array.of((frame[at] ?? 0) ^ (1 << random.below(8))), frame.subarray(at + 1));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
