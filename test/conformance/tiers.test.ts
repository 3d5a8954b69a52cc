import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { EVENT_MARK, EXCEPTIONS, isCompiledByV8, isOnTop } from './tier-report.ts';
import type { TierEvent, TierReport } from './tier-report.ts';

const PROBE = join(import.meta.dirname, 'fixtures/tier-probe.ts');
/** What a Rust compiler made does not change while it runs. */
const cells = KERNEL_IDS.flatMap((id) =>
  lanesOf(id)
    .filter(isCompiledByV8)
    .map((lane) => `${id}/${lane.id}`),
);

/** How V8 names the function whose code it gives up. */
const FUNCTION = /<JSFunction (\S+) /;

interface Observation {
  readonly warm: TierReport;
  readonly done: TierReport;
  /** V8's lines on optimised code that it gave up in between. */
  readonly bailouts: readonly string[];
}

const observations = new Map<string, Observation>();

beforeAll(async () => {
  const { stdout } = await execa(process.execPath, ['--allow-natives-syntax', '--trace-deopt', PROBE], {
    stdin: 'ignore',
    timeout: 110_000,
    // What it found until then counts, and the error would repeat all that V8 traced.
    reject: false,
  });
  let warm: TierReport | undefined;
  let bailouts: string[] = [];
  for (const line of stdout.split('\n')) {
    if (line.startsWith('[bailout ')) bailouts.push(line);
    if (!line.startsWith(EVENT_MARK)) continue;
    const { kind, report }: TierEvent = JSON.parse(line.slice(EVENT_MARK.length));
    if (kind === 'done' && warm !== undefined)
      observations.set(report.cell, { warm, done: report, bailouts });
    warm = report;
    bailouts = [];
  }
});

function observationOf(cell: string): Observation {
  const observation = observations.get(cell);
  if (observation === undefined) throw new Error(`the probe ended before it was done with ${cell}`);
  return observation;
}

describe.each(cells)('%s, once warm,', (cell) => {
  test('is on V8’s top tier', () => {
    const { warm } = observationOf(cell);
    expect(isOnTop(warm), `after ${warm.operations} operations: ${JSON.stringify(warm.tiers)}`).toBe(true);
  });

  test('stays there, and none of its functions is deoptimised', () => {
    const { warm, done, bailouts } = observationOf(cell);
    // Other functions are the probe's and the lanes', which several kernels have in common.
    const own = bailouts.filter((line) => Object.hasOwn(done.tiers, FUNCTION.exec(line)?.[1] ?? ''));
    expect(own).toEqual([]);
    const onTop = Object.keys(warm.tiers).filter((name) => warm.tiers[name] === 'turbofan');
    expect(onTop.filter((name) => done.tiers[name] !== 'turbofan')).toEqual([]);
  });
});

test.each(Object.entries(EXCEPTIONS))('the pass of %s need not be on the top tier: %s', (cell) => {
  const { passes, tiers } = observationOf(cell).done;
  // Otherwise the exception is not needed any more.
  expect(passes.filter((pass) => tiers[pass] === 'turbofan')).toEqual([]);
});
