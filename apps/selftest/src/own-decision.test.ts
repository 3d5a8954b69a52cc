// The self-test in small: synthetic trials with a known truth and known noise, judged by what judges runs. No clock.
import { seededNormal } from '@crossover/statistics';
import { expect, test } from 'vitest';
import { settingsFor } from './asking.ts';
import { ownDecision, ownQuestions, plannedOf } from './own-decision.ts';
import type { CompletedTrial, Plan, RunRecord, Turn } from '@crossover/model';
import type { Decision } from './decision.ts';

const KERNEL = plannedOf({ kernel: 'k', parameters: {}, inputSeed: 1, digest: 'd' });
const PLAN: Plan = { settings: settingsFor(1, 1000), kernels: [KERNEL] };
const COMPARISONS = 120;
/** Simulations take as long as the machine lets them. */
const PATIENCE = 60_000;

/** What a trial of an operation of this length looks like on a noisy machine. */
function trialOf(turn: Turn, timeNs: number): CompletedTrial {
  return {
    ...turn,
    kind: 'trial',
    status: 'ok',
    startedAt: '',
    operationsPerSample: 1,
    samplesNs: [timeNs],
    cpuNs: [timeNs],
    warmupNs: [],
    steady: true,
    phasesNs: {
      spawn: 0,
      load: 0,
      encode: 0,
      place: 0,
      dispatch: 0,
      collect: 0,
      marshal: 0,
      transport: 0,
      compute: timeNs,
      wait: 0,
    },
    digest: 'd',
    peakRssBytes: 1,
    covariates: {},
  };
}

/** A neighbour slows whole blocks by up to a half, and each trial on top of that by the given spread. */
function block(
  index: number,
  slowDown: number,
  spread: number,
  normal: () => number,
): readonly CompletedTrial[] {
  const neighbour = index % 3 === 0 ? 1.5 : 1;
  const [base, subject] = KERNEL.cells;
  const members = [
    { cell: base!.id, twin: 0 as const, time: 1 },
    { cell: base!.id, twin: 1 as const, time: 1 },
    { cell: subject!.id, twin: 0 as const, time: 1 + slowDown },
  ];
  return members.map(({ cell, twin, time }, position) =>
    trialOf({ block: index, position, cell, twin }, 1e6 * neighbour * time * Math.exp(spread * normal())),
  );
}

/** As a run does: on to the next block until a look finds nothing open, or the last block is done. */
function compare(
  slowDown: number,
  spread: number,
  normal: () => number,
  most = PLAN.settings.blocks,
): Decision {
  const records: RunRecord[] = [];
  for (let index = 0; index < most; index++) {
    records.push(...block(index, slowDown, spread, normal));
    if (PLAN.settings.looks.includes(index + 1) && ownQuestions(PLAN, records).length === 0) break;
  }
  return ownDecision(PLAN, records);
}

/** How many of the comparisons say what. */
function said(slowDown: number, spread: number, most?: number): Readonly<Record<Decision['says'], number>> {
  const normal = seededNormal(11);
  const counts = { slower: 0, faster: 0, nothing: 0 };
  for (let count = 0; count < COMPARISONS; count++) counts[compare(slowDown, spread, normal, most).says]++;
  return counts;
}

test.each([{ spread: 0.04 }, { spread: 0.3 }])(
  'of comparisons of a function with itself, at most about 5 % claim a difference; trials spread by $spread',
  ({ spread }) => {
    // Two standard errors of the simulation above 5 %.
    expect(COMPARISONS - said(0, spread).nothing).toBeLessThan(0.09 * COMPARISONS);
  },
  PATIENCE,
);

test(
  'a slow-down is found the oftener the larger it is, and never taken for the opposite',
  () => {
    const counts = [0.02, 0.05, 0.1, 0.2].map((slowDown) => said(slowDown, 0.05, 12));
    const power = counts.map(({ slower }) => slower / COMPARISONS);
    expect(power).toEqual(power.toSorted((a, b) => a - b));
    expect(power[0]).toBeLessThan(0.3);
    expect(power.at(-1)).toBeGreaterThan(0.95);
    expect(counts.slice(1).map(({ faster }) => faster)).toEqual([0, 0, 0]);
  },
  PATIENCE,
);

test(
  'a slow-down of 5 % is found in four of five comparisons with 40 blocks, where trials spread by 6 %',
  () => expect(said(0.05, 0.06).slower).toBeGreaterThan(0.8 * COMPARISONS),
  PATIENCE,
);

test(
  'a slow-down is estimated without bias',
  () => {
    const normal = seededNormal(12);
    const logs = Array.from({ length: COMPARISONS }, () => Math.log(compare(0.05, 0.05, normal, 8).ratio));
    const mean = logs.reduce((sum, log) => sum + log, 0) / COMPARISONS;
    // Three standard errors of the mean: 0.05 · √2 ÷ √8 ÷ √120 each.
    expect(Math.abs(mean - Math.log(1.05))).toBeLessThan(0.007);
  },
  PATIENCE,
);
