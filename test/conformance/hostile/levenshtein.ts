import * as fc from 'fast-check';
import { expect } from 'vitest';
import { LONGEST } from '../../../packages/kernels/dist/levenshtein/params.js';
import { segmentsOf } from './input.ts';
import type { KernelInput } from '../agreement.ts';
import type { HostileInputs } from './input.ts';

type Units = readonly number[];
type Pair = readonly [left: Units, right: Units];

/** Few, so that strings have some in common: NUL, a letter, both halves of surrogate pairs, and what is no UTF-16. */
const UNITS = [0, 0x61, 0xd8_3d, 0xde_00, 0xff_ff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

const string = fc
  .oneof(fc.constantFrom(0, 1, 2, 31, 32, 33, 63, 64, 65), fc.nat(80))
  .chain((length) => fc.array(fc.constantFrom(...UNITS), { minLength: length, maxLength: length }));

function repeated(length: number, ...units: Units): Units {
  return Array.from({ length }, (_, i) => units[i % units.length]!);
}

/** The whole matrix of Wagner and Fischer, as textbooks have it. */
function distance([left, right]: Pair): number {
  let before = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (const [i, unit] of left.entries()) {
    const row = [i + 1];
    for (const [j, other] of right.entries()) {
      row.push(unit === other ? before[j]! : 1 + Math.min(before[j]!, before[j + 1]!, row[j]!));
    }
    before = row;
  }
  return before[right.length]!;
}

function inputOf(pairs: readonly Pair[]): KernelInput {
  const [left, right] = [0, 1].map((side) =>
    segmentsOf(
      pairs.map((pair) => pair[side]!),
      (length) => new Uint32Array(length),
    ),
  );
  return {
    parameters: { pairs: pairs.length, longest: Math.max(...pairs.flat().map(({ length }) => length)) },
    inputs: {
      lefts: left!.joined,
      leftBoundaries: left!.boundaries,
      rights: right!.joined,
      rightBoundaries: right!.boundaries,
    },
    check: (outputs) => expect([...outputs['distances']!]).toEqual(pairs.map(distance)),
  };
}

/** Against the matrix of the textbooks. */
export const levenshtein: HostileInputs = {
  kernel: 'levenshtein',
  edges: {
    'nothing and nothing': inputOf([[[], []]]),
    'nothing on one side': inputOf([
      [[], repeated(LONGEST, 0)],
      [repeated(LONGEST, 0), []],
    ]),
    'units that differ in one bit': inputOf([
      [[0], [0x8000_0000]],
      [[0xffff_ffff], [0x7fff_ffff]],
      [[0xd8_3d], [0xd8_3c]],
    ]),
    'strings of the greatest length': inputOf([
      [repeated(LONGEST, 1, 2, 3), repeated(65, 3, 1)],
      [repeated(65, 3, 1), repeated(LONGEST, 1, 2, 3)],
      [repeated(LONGEST, 0xffff_ffff), repeated(LONGEST >> 2, 0xffff_ffff, 0)],
    ]),
  },
  any: fc.array(fc.tuple(string, string), { minLength: 1, maxLength: 12 }).map(inputOf),
};
