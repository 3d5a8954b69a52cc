import * as fc from 'fast-check';
import type { KernelInput } from '../agreement.ts';

/** What is tried on all lanes of a kernel: input that it must take, however unlikely it is. */
export interface HostileInputs {
  readonly kernel: string;
  /** Tried each time: nothing, the greatest lengths, what else has a name of its own. */
  readonly edges: Readonly<Record<string, KernelInput>>;
  readonly any: fc.Arbitrary<KernelInput>;
}

/** Parts one after the other; part i lies from boundary i to boundary i + 1. */
export interface Segments<Region> {
  readonly joined: Region;
  readonly boundaries: Uint32Array;
}

/** Puts parts one after the other, without a gap, so that they begin anywhere. */
export function segmentsOf<Region extends Uint8Array | Uint32Array>(
  parts: readonly ArrayLike<number>[],
  create: (length: number) => Region,
): Segments<Region> {
  const boundaries = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => (boundaries[i + 1] = boundaries[i]! + part.length));
  const joined = create(boundaries[parts.length]!);
  parts.forEach((part, i) => joined.set(part, boundaries[i]));
  return { joined, boundaries };
}

/** Half of a pair that stands for one character, with no other half: as UTF-8 would have it, and as UTF-16. */
const HALVES = [0xed, 0xa0, 0xbd, 0x3d, 0xd8];

/** Bytes of that many: all alike, halves of surrogate pairs, or any. */
export function bytesOf(length: fc.Arbitrary<number>): fc.Arbitrary<Uint8Array> {
  const filled = fc.constantFrom<readonly number[]>([0], [0xff], [0x80], HALVES);
  return length.chain((bytes) =>
    fc.oneof(
      filled.map((pattern) => Uint8Array.from({ length: bytes }, (_, i) => pattern[i % pattern.length]!)),
      fc.uint8Array({ minLength: bytes, maxLength: bytes }),
    ),
  );
}
