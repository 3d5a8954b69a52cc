import { defineKernel, layOut, viewsOf } from '@crossover/model';
import { describe, expect, it } from 'vitest';
import { itemCalls } from './item-calls.ts';
import type { DivisionSpec, ItemPassSpec, KernelSpec, View, Views, Work } from '@crossover/model';

const named = { parameters: {}, seed: 1, digest: '', truth: '' };
const ITEMS = 7;

/** Items with one number, an array of that many elements, and a slot, in a kernel of that one pass. */
function workOf(pass: ItemPassSpec, width: number, slots: DivisionSpec = { kind: 'stride', elements: 1 }) {
  const kernel: KernelSpec = defineKernel({
    id: 'parts',
    title: 'Parts',
    stresses: 'nothing',
    citation: 'none',
    parameters: {},
    scalars: [],
    inputs: {
      numbers: { element: 'u32', division: { kind: 'stride', elements: 1 } },
      arrays: { element: 'f64', division: { kind: 'stride', elements: width } },
      whole: { element: 'u8', division: { kind: 'whole' } },
    },
    outputs: { slots: { element: 'f64', division: slots } },
    passes: [pass],
    item: 'part',
    items: () => ITEMS,
    lengths: () => ({ slots: 1 }),
    generate: () => ({
      numbers: Uint32Array.from({ length: ITEMS }, (_, i) => i + 1),
      arrays: Float64Array.from({ length: ITEMS * width }, (_, i) => i),
      whole: Uint8Array.of(1),
    }),
    digest: () => '',
    workCount: () => ({ kind: 'not-counted', reason: 'it is for tests' }),
    workloads: { smoke: named, small: named, medium: named, large: named },
  });
  const inputs = kernel.generate({}, { below: () => 0, fraction: () => 0 });
  const layout = layOut(kernel, {}, inputs);
  const arena = new ArrayBuffer(layout.byteLength);
  const views: Views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
  views['slots']!.fill(-1);
  const work: Work = { kernel, parameters: {}, layout, arena };
  return { work, views };
}

const both: ItemPassSpec = {
  name: 'both',
  calls: 'item',
  reads: [
    { region: 'numbers', span: 'own' },
    { region: 'arrays', span: 'own' },
  ],
  writes: ['slots'],
};

/** What a call with the parts of an item is to return. */
function expected(item: number, width: number): number {
  const first = item * width;
  return (item + 1) * 1e6 + (width * (2 * first + width - 1)) / 2;
}

describe('calls per item', () => {
  it.each([
    { start: 0, end: ITEMS, width: 2 },
    { start: 2, end: 5, width: 8 },
    { start: 6, end: ITEMS, width: 40 },
    { start: 3, end: 3, width: 3 },
  ])(
    'for [$start, $end) get the items’ own numbers and arrays of $width, and fill their slots and no others',
    ({ start, end, width }) => {
      const { work, views } = workOf(both, width);
      const add = (number: number, array: Float64Array): number => {
        expect(array).toHaveLength(width);
        return number * 1e6 + array.reduce((sum, element) => sum + element, 0);
      };
      itemCalls(work, both, add)(start, end);
      const slots = Array.from({ length: ITEMS }, (_, item) =>
        item >= start && item < end ? expected(item, width) : -1,
      );
      expect([...views['slots']!]).toEqual(slots);
    },
  );

  // A loop copies short arrays, `set` long ones.
  it.each([2, 16, 17, 40])('copy arrays of %d elements to a place before each call', (width) => {
    const { work, views } = workOf(both, width);
    const place: View = new Float64Array(width);
    const add = (number: number, address: number, length: number): number => {
      expect([address, length]).toEqual([4096, width]);
      return number * 1e6 + place.reduce((sum, element) => sum + element, 0);
    };
    itemCalls(work, both, add, () => ({ view: place, address: 4096 }))(0, ITEMS);
    expect([...views['slots']!]).toEqual(Array.from({ length: ITEMS }, (_, item) => expected(item, width)));
  });

  it('are made, one per item, of a function that takes and returns nothing', () => {
    const nothing: ItemPassSpec = { name: 'nothing', calls: 'item', reads: [], writes: [] };
    const { work, views } = workOf(nothing, 2);
    let made = 0;
    const count = (...parts: readonly unknown[]): number => {
      expect(parts).toEqual([]);
      return made++;
    };
    itemCalls(work, nothing, count)(2, ITEMS);
    expect(made).toBe(ITEMS - 2);
    expect([...views['slots']!]).toEqual(Array.from({ length: ITEMS }, () => -1));
  });

  it('pass on what a function throws', () => {
    const { work } = workOf(both, 2);
    const calls = itemCalls(work, both, () => {
      throw new RangeError('no such part');
    });
    expect(() => calls(0, 1)).toThrow('no such part');
  });

  it.each([
    { problem: 'a region read that belongs to no item', reads: 'whole', slots: 1 },
    { problem: 'a slot of several elements', reads: 'numbers', slots: 2 },
  ])('are refused with $problem', ({ reads, slots }) => {
    const pass: ItemPassSpec = { ...both, reads: [{ region: reads, span: 'own' }] };
    const { work } = workOf(pass, 2, { kind: 'stride', elements: slots });
    expect(() => itemCalls(work, pass, () => 0)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'lane-unavailable' }) }),
    );
  });
});
