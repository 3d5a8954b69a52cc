import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRuns } from './merge.ts';
import { anyRecord, head, plan, records } from './sample-run.fixture.ts';
import { headWire, planWire } from './wire.ts';
import type { NamedRun } from './merged-plan.ts';
import type { PlannedKernel, RunHead, RunRecord, Settings } from '@crossover/model';

const command = 'crossover merge a b --out c';

function run(name: string, content: readonly RunRecord[], change: Partial<RunHead> = {}): NamedRun {
  return { name, head: { ...head, ...change }, plan, records: content };
}

const [kernel] = plan.kernels as readonly [PlannedKernel];
const [calibration, trial] = records as readonly [
  RunRecord,
  RunRecord & { readonly kind: 'trial' },
  RunRecord,
];
const inBlock = (block: number, startedAt: string): RunRecord => ({ ...trial, block, startedAt });
const endOf = (block: number, replaces?: number): RunRecord => ({
  kind: 'block',
  kernel: kernel.kernel,
  workload: kernel.workload,
  block,
  ...(replaces !== undefined && { replaces }),
  disturbances: [],
});
const morning = run('a', [
  calibration,
  inBlock(0, '2026-11-22T08:00:00Z'),
  endOf(0),
  inBlock(1, '2026-11-22T08:01:00Z'),
]);
const evening = run('b', [
  calibration,
  inBlock(0, '2026-11-22T18:00:00Z'),
  inBlock(3, '2026-11-22T18:01:00Z'),
  endOf(3, 0),
]);

const merged = (...runs: readonly NamedRun[]): ReturnType<typeof mergeRuns> => mergeRuns(runs, { command });
const changed = (
  of: NamedRun,
  settings: Partial<Settings>,
  facts: Partial<PlannedKernel> = {},
): NamedRun => ({
  ...of,
  plan: { settings: { ...plan.settings, ...settings }, kernels: [{ ...kernel, ...facts }] },
});
const refusing = (where: string): unknown =>
  expect.objectContaining({
    failure: expect.objectContaining({ code: 'usage', where: expect.stringContaining(where) }),
  });

describe('a merged run', () => {
  it('holds the records of all, with blocks that are counted on, and nothing else changed', () => {
    const blocks = merged(morning, evening).records.map((record) =>
      'block' in record ? `${record.kind} ${record.block}` : record.kind,
    );
    expect(blocks.slice(0, 4)).toEqual(['calibration', 'trial 0', 'block 0', 'trial 1']);
    expect(blocks.slice(4)).toEqual(['calibration', 'trial 2', 'trial 3', 'block 3']);
    expect(merged(morning, evening).records.at(-1)).toEqual(endOf(3, 2));
  });

  it('never has two runs in a block, nor two blocks where one was, whatever the records are', () => {
    const some = fc.array(anyRecord, { maxLength: 12 });
    fc.assert(
      fc.property(some, some, (first, second) => {
        fc.pre(
          new Set([...first, ...second].map((record) => JSON.stringify(record))).size ===
            first.length + second.length,
        );
        let all: readonly RunRecord[];
        try {
          all = merged(run('a', first), run('b', second)).records;
        } catch {
          // Random trials may agree in all that tells them apart.
          return fc.pre(false);
        }
        const before = [
          ...first.map((record) => ({ record, of: 'a' })),
          ...second.map((record) => ({ record, of: 'b' })),
        ];
        const pairs = all.flatMap((record, index) => {
          const old = before[index]!;
          if (!('block' in record && 'block' in old.record)) return [];
          return [{ now: record.block, before: `${old.of} ${old.record.block}` }];
        });
        for (const one of pairs) {
          for (const other of pairs) expect(one.now === other.now).toBe(one.before === other.before);
        }
        const without = all.map((record, index) => ({ ...before[index]!.record, ...numbersOf(record) }));
        expect(without).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  it('names the runs that it came from, also through a second merge, and when the first of them began', () => {
    const late = run('c', [inBlock(0, '2026-11-23T08:00:00Z')], { createdAt: '2026-11-23T07:59:00.000Z' });
    const two = merged(late, morning);
    expect(two.head).toMatchObject({
      createdAt: head.createdAt,
      commit: head.commit,
      sources: head.sources,
      command,
    });
    expect(two.head).not.toHaveProperty('mixed');
    const three = merged({ ...two, name: 'two' }, evening);
    expect(three.head.mergedFrom?.map(({ name, createdAt }) => [name, createdAt])).toEqual([
      ['c', '2026-11-23T07:59:00.000Z'],
      ['a', head.createdAt],
      ['b', head.createdAt],
    ]);
    expect(headWire.parse(three.head)).toEqual(three.head);
    expect(planWire.parse(three.plan)).toEqual(three.plan);
  });

  it('may have got as many blocks as its runs together, with the looks of the run that has most of them', () => {
    const { settings } = merged(morning, changed(evening, { blocks: 7, looks: [7], budgetNs: 1e9 })).plan;
    expect(settings).toEqual({ ...plan.settings, blocks: 12, looks: [7, 12] });
    expect(
      merged(changed(morning, { blocks: 12, looks: [3, 5, 8, 12] }), evening).plan.settings.looks,
    ).toEqual([4, 7, 11, 17]);
  });

  it('has the kernels of all, each with the cells of all, and keeps a cell that one of them could measure', () => {
    const [typescript, rust] = kernel.cells;
    const lacking = { ...rust!, unavailable: { reason: 'no cargo', remedy: 'install Rust' } };
    const without = changed(morning, {}, { cells: [typescript!, lacking] });
    const other = { ...kernel, workload: 'small' as const };
    expect(merged(without, evening).plan.kernels).toEqual([kernel]);
    const apart = { ...evening, records: [], plan: { ...plan, kernels: [other] } };
    const { plan: both } = merged(without, apart);
    expect(both.kernels.map(({ workload }) => workload)).toEqual(['medium', 'small']);
    expect(both.kernels[0]?.cells[1]).toEqual(lacking);
    // No kernel got more blocks than before.
    expect(both.settings).toMatchObject({ blocks: 5, looks: [3, 5] });
  });

  it('has a cell for each placement that one of them has', () => {
    const [typescript] = kernel.cells;
    const shared = { ...typescript!, id: `${typescript!.id}/shared`, placement: 'shared' };
    const placed = changed(evening, {}, { cells: [typescript!, shared] });
    expect(merged(morning, placed).plan.kernels[0]?.cells).toEqual([...kernel.cells, shared]);
  });

  it('takes the passes from a run that names them', () => {
    const { passes: _, ...old } = kernel;
    const older = { ...morning, plan: { ...plan, kernels: [old] } };
    expect(merged(older, evening).plan.kernels).toEqual([kernel]);
  });
});

describe('runs are not merged', () => {
  it('alone', () => expect(() => merged(morning)).toThrow(/one run is nothing to merge/));

  it('where a trial is in two of them', () => {
    expect(() => merged(morning, evening, { ...morning, name: 'copy' })).toThrow(refusing('in a and copy'));
  });

  it.each<[string, Partial<Settings>, Partial<PlannedKernel>, string]>([
    ['samples are shorter', { sampleNs: 1e6 }, {}, 'sampleNs: 5000000 and 1000000 (a, b)'],
    ['warm-up ends earlier', { warmUp: { ...plan.settings.warmUp, window: 1 } }, {}, 'warmUp: {'],
    ['garbage is collected before samples', { forceGc: true }, {}, 'forceGc: undefined and true'],
    ['workers waited in another way', { waitPolicy: 'spin' }, {}, 'waitPolicy: undefined and "spin"'],
    ['chunks were cut in another way', { chunking: 'static' }, {}, 'chunking: undefined and "static"'],
    ['workers were pinned', { pinned: true }, {}, 'pinned: undefined and true'],
    ['parameters differ', {}, { parameters: { size: 8 } }, 'parameters: {"size":1000} and {"size":8} (a, b)'],
    ['answers differ', {}, { digest: 'other' }, 'digest: "9bead'],
    ['inputs differ', {}, { inputSeed: 2 }, 'inputSeed: 1 and 2'],
    ['passes differ', {}, { passes: [{ name: 'other' }] }, 'passes: ['],
    ['twins differ', {}, { twin: kernel.cells[1]!.id }, 'twin: "'],
  ])('where %s, not even by force', (_, settings, facts, where) => {
    const runs = [morning, changed(evening, settings, facts)];
    for (const force of [false, true])
      expect(() => mergeRuns(runs, { command, force })).toThrow(refusing(where));
  });

  it.each<[string, Partial<RunHead>, string]>([
    [
      'machines',
      { fingerprint: { ...head.fingerprint, id: 'x', cpuModel: 'Another' } },
      'cpuModel: A processor, Another',
    ],
    ['toolchains', { fingerprint: { ...head.fingerprint, id: 'x', rustc: '1.0' } }, 'rustc: not told, 1.0'],
    ['sources', { sources: 'other' }, 'sources: 89abcdef01234567, other'],
  ])('of different %s, unless by force, which leaves a mark for good', (_, change, difference) => {
    const other = { ...evening, head: { ...head, ...change } };
    expect(() => merged(morning, other)).toThrow(refusing(difference));
    const { head: forced, ...rest } = mergeRuns([morning, other], { command, force: true });
    expect(forced.mixed).toEqual([difference]);
    expect(headWire.parse(forced)).toEqual(forced);
    const late = run('c', [inBlock(0, '2026-11-23T08:00:00Z')]);
    const again = { name: 'mixed', head: forced, ...rest };
    expect(() => merged(late, again)).toThrow(refusing(difference));
    expect(mergeRuns([late, again], { command, force: true }).head.mixed).toContain(difference);
  });

  it('of different commits, where neither tells its sources; else commits may differ', () => {
    const { sources: _, ...older } = head;
    const commit = { id: 'fedcba9876543210', dirty: false };
    const [first, second] = [
      { ...morning, head: older },
      { ...evening, head: { ...older, commit } },
    ];
    expect(() => merged(first, second)).toThrow(
      refusing('commit: 0123456789abcdef with changes, fedcba9876543210'),
    );
    const told = merged(morning, { ...evening, head: { ...head, commit } });
    expect(told.head).not.toHaveProperty('commit');
    expect(told.head.sources).toBe(head.sources);
  });
});

/** The numbers of blocks in a record. */
function numbersOf(record: RunRecord): object {
  if (!('block' in record)) return {};
  const replaces = record.kind === 'block' && record.replaces !== undefined && { replaces: record.replaces };
  return { block: record.block, ...replaces };
}
