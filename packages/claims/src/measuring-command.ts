import { BASE_LANE, BASE_MODE } from '@crossover/model';
import type { LaneChoice, WorkerChoice } from './cell-pattern.ts';
import type { ComparisonClaim, SizesClaim } from './claim.ts';
import type { ModeId, PlannedKernel } from '@crossover/model';

/** So many kernels are named one by one; more would be about all that there are. */
const MOST_NAMED = 3;

/** Stands for all plain lanes. */
const PLAIN = 'plain';

/** Sizes that take little time, and enough of them for a line. */
const SIZES = 'smoke,small,medium';

/** With fewer, sizes stay open. */
const BLOCKS_FOR_SIZES = '8';

/** Work to be named on a command line. */
type NamedWork = Pick<PlannedKernel, 'kernel' | 'workload'>;

/**
 * What to give the command so that the cells of a claim are measured, on the kernels of the run; and with them the base
 * cell, whose twin tells the noise.
 */
export function measuringCommand(
  { bases, subject }: ComparisonClaim,
  kernels: readonly NamedWork[],
  cores: number,
): string {
  const patterns = [...bases, subject];
  const workloads = [...new Set(kernels.map(({ workload }) => workload))];
  const [workload] = workloads;
  const counts = [...new Set(patterns.flatMap(({ workers }) => countsOf(workers, cores)))];
  return command(kernels, {
    lane: listed([BASE_LANE, ...patterns.map(({ lane }) => laneFlag(lane))]),
    mode: listed([BASE_MODE, ...patterns.map(({ mode }) => mode)]),
    workers: listed(counts.toSorted(byNumber)),
    placement: listed(patterns.flatMap(({ placement }) => placement ?? [])),
    workload: workloads.length === 1 && workload !== 'custom' && workload !== 'medium' ? workload : '',
  });
}

/** The same for a claim on floors, which are measured whatever the kernel. */
export function placesCommand(modes: readonly ModeId[], cores: number): string {
  return command([], {
    lane: BASE_LANE,
    mode: listed([BASE_MODE, ...modes]),
    workers: `${cores}`,
  });
}

/** The same for a claim on sizes, on the kernels of the run at three sizes each. */
export function sizesCommand(
  { lane, mode }: Pick<SizesClaim, 'lane' | 'mode'>,
  kernels: readonly NamedWork[],
  cores: number,
): string {
  return command(kernels, {
    lane: listed([BASE_LANE, lane]),
    mode: listed([BASE_MODE, mode]),
    workers: mode === BASE_MODE ? '' : `${cores}`,
    workload: SIZES,
    blocks: BLOCKS_FOR_SIZES,
  });
}

function command(kernels: readonly NamedWork[], flags: Readonly<Record<string, string | undefined>>): string {
  const names = [...new Set(kernels.map(({ kernel }) => kernel))];
  return [
    'run',
    ...(names.length > MOST_NAMED ? [] : names),
    ...Object.entries(flags).flatMap(([flag, value]) =>
      value === undefined || value === '' ? [] : [`--${flag} ${value}`],
    ),
  ].join(' ');
}

function listed(names: readonly string[]): string {
  const once = [...new Set(names)];
  return (once.includes(PLAIN) ? once.filter((name) => name !== BASE_LANE) : once).join(',');
}

function laneFlag(lane: LaneChoice): string {
  return lane.kind === 'named' ? lane.lane : PLAIN;
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function countsOf(choice: WorkerChoice | undefined, cores: number): readonly string[] {
  switch (choice) {
    case 'cores':
      return [`${cores}`];
    case 'other':
      return [...new Set([1, Math.max(1, Math.floor(cores / 2)), cores * 2])].map(String);
    case 'divided':
      return divisionsOf(cores);
    case undefined:
      return [];
  }
}

/** Ways to divide workers among processes, more than one thread in each; all ways where there is none such. */
function divisionsOf(cores: number): readonly string[] {
  const processes = Array.from({ length: cores }, (_, index) => index + 1).filter((p) => cores % p === 0);
  const both = processes.filter((p) => p > 1 && p < cores);
  return (both.length > 0 ? both : processes).map((p) => `${p}x${cores / p}`);
}
