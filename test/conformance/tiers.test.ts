import { beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_IDS, loadKernel } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { traceTiers } from '../../packages/measure/dist/index.js';
import { EXCEPTIONS, isCompiledByV8, isOnTop, tiersAfter } from './tier-report.ts';
import type { TierTrace } from '@crossover/model';

/** What a Rust compiler made does not change while it runs. */
const subjects = await Promise.all(
  KERNEL_IDS.map(async (id) => {
    const { workloads, held } = await loadKernel(id);
    const { parameters, seed } = workloads.smoke;
    const work = { kernel: id, parameters, inputSeed: seed };
    return lanesOf(id)
      .filter(isCompiledByV8)
      .flatMap((lane) => {
        const cell = `${id}/${lane.id}`;
        const subject = { work, lane: lane.id, workers: 1, readsHeld: false };
        // What a program holds is read by functions of their own.
        if (held === undefined || lane.readsHeld === undefined) return [{ cell, subject }];
        return [
          { cell, subject },
          { cell: `${cell}, on what is held`, subject: { ...subject, readsHeld: true } },
        ];
      });
  }),
);
const cells = subjects.flat();

const traces = new Map<string, TierTrace>();
const failures: string[] = [];

beforeAll(async () => {
  const { signal } = new AbortController();
  const outcomes = await traceTiers(
    cells.map(({ subject }) => subject),
    { signal, timeLimitMs: 110_000 },
  );
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'ok') traces.set(cells[index]!.cell, outcome.trace);
    else failures.push(outcome.failure.message);
  }
});

function traceOf(cell: string): TierTrace {
  const trace = traces.get(cell);
  if (trace === undefined) throw new Error(`it was not watched to the end: ${failures.join('; ')}`);
  return trace;
}

describe.each(cells)('$cell, once warm,', ({ cell }) => {
  test('is on V8’s top tier', () => {
    const trace = traceOf(cell);
    const tiers = JSON.stringify(tiersAfter(trace, trace.warmAfter));
    expect(isOnTop(trace), `after ${trace.warmAfter} operations: ${tiers}`).toBe(true);
  });

  test('stays there, and none of its functions is deoptimised', () => {
    const trace = traceOf(cell);
    const [warm, done] = [trace.warmAfter, trace.operations].map((operations) =>
      tiersAfter(trace, operations),
    );
    expect(trace.deoptimisations.filter(({ operations }) => operations >= trace.warmAfter)).toEqual([]);
    const onTop = Object.keys(warm!).filter((name) => warm![name] === 'turbofan');
    expect(onTop.filter((name) => done![name] !== 'turbofan')).toEqual([]);
  });
});

test.each(Object.entries(EXCEPTIONS))('the pass of %s need not be on the top tier: %s', (cell) => {
  const { functions } = traceOf(cell);
  // Otherwise the exception is not needed any more.
  const passes = functions.filter(({ isPass }) => isPass);
  expect(passes.filter(({ steps }) => steps.at(-1)?.tier === 'turbofan')).toEqual([]);
});
