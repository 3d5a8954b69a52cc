import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { bytesOf, segmentsOf } from './input.ts';
import type { KernelInput } from '../agreement.ts';
import type { HostileInputs } from './input.ts';

/** Lengths at which a step of either algorithm sets in or falls away: blocks of 64 bytes, stripes of 32, words of 8 and 4. */
const NEAR_BLOCKS = [4, 8, 32, 55, 56, 64, 119, 120, 128, 256, 4096].flatMap((length) => [
  length - 1,
  length,
  length + 1,
]);
const LONG = 2 ** 20 + 1;

const messages = fc.array(bytesOf(fc.oneof(fc.constantFrom(0, 1, 2, ...NEAR_BLOCKS), fc.nat(300))), {
  minLength: 1,
  maxLength: 12,
});

const named: Readonly<Record<string, readonly Uint8Array[]>> = {
  'one empty message': [new Uint8Array(0)],
  'nothing but empty messages': Array.from({ length: 9 }, () => new Uint8Array(0)),
  'a message of one NUL': [new Uint8Array(1)],
  'every length from 0 to 130': Array.from({ length: 131 }, (_, length) => new Uint8Array(length).fill(0xff)),
  'a long message between two short ones': [
    new Uint8Array(3),
    new Uint8Array(LONG).fill(0xff),
    new Uint8Array(5),
  ],
};

function inputOf(parts: readonly Uint8Array[]): Pick<KernelInput, 'parameters' | 'inputs'> {
  const { joined, boundaries } = segmentsOf(parts, (length) => new Uint8Array(length));
  return {
    parameters: { count: parts.length, bytes: joined.length },
    inputs: { messages: joined, boundaries },
  };
}

function sha256Input(parts: readonly Uint8Array[]): KernelInput {
  const expected = parts.map((part) => createHash('sha256').update(part).digest('hex'));
  return {
    ...inputOf(parts),
    check: (outputs) => {
      const digests = Buffer.from(outputs['digests'] as Uint8Array).toString('hex');
      expect(digests).toBe(expected.join(''));
    },
  };
}

function xxh64Input(parts: readonly Uint8Array[], hashSeed: number): KernelInput {
  const { parameters, inputs } = inputOf(parts);
  return { parameters: { ...parameters, hashSeed }, inputs };
}

function edgesOf(make: (parts: readonly Uint8Array[]) => KernelInput): Readonly<Record<string, KernelInput>> {
  return Object.fromEntries(Object.entries(named).map(([name, parts]) => [name, make(parts)]));
}

/** Against Node's own SHA-256. */
export const sha256: HostileInputs = {
  kernel: 'sha256',
  edges: edgesOf(sha256Input),
  any: messages.map(sha256Input),
};

/** The lanes against each other: a unit test compares TypeScript with the specification. */
export const xxh64: HostileInputs = {
  kernel: 'xxh64',
  edges: edgesOf((parts) => xxh64Input(parts, 2 ** 32 - 1)),
  any: fc.tuple(messages, fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1)).map((drawn) => xxh64Input(...drawn)),
};
