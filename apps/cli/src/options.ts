import {
  CHUNKINGS,
  CrossoverError,
  DEFAULT_PLACEMENT,
  MODE_STANDINGS,
  PROFILE_NAMES,
  STANDINGS,
  WAIT_POLICIES,
  WORKLOAD_NAMES,
} from '@crossover/model';
import { KERNEL_IDS } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import { MAXIMUM_WORKERS, MODES } from '@crossover/executors';
import type {
  Chunking,
  ModeStanding,
  Parameters,
  ProfileName,
  Standing,
  WaitPolicy,
  WorkloadName,
} from '@crossover/model';
import type { WorkerSplit } from '@crossover/executors';

/** @throws CrossoverError `usage` that lists what there is. */
export function oneOf<Name extends string>(what: string, names: readonly Name[], value: string): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw usage(`there is no ${what} ${JSON.stringify(value)}`, `one of: ${names.join(', ')}`);
}

/** A comma-separated list, each part checked; repeated parts count once. */
export function listOf<Item>(text: string, parse: (part: string) => Item): readonly Item[] {
  const parts = text.split(',').map((part) => part.trim());
  const named = parts.filter((part) => part !== '');
  if (named.length === 0)
    throw usage(`${JSON.stringify(text)} names nothing`, 'name one, or several with commas');
  return [...new Set(named.map(parse))];
}

export function parseKernels(names: readonly string[]): readonly string[] {
  if (names.length === 0) return KERNEL_IDS;
  return [...new Set(names.map((name) => oneOf('kernel', KERNEL_IDS, name)))];
}

/** What stands for several lanes in `--lane`: those of a kernel that count for the same, or all that it has. */
export const LANE_GROUPS: readonly (Standing | 'all')[] = [...STANDINGS, 'all'];

/** Names of lanes and of groups of them. */
export function parseLanes(text: string): readonly string[] {
  const names = [...LANE_GROUPS, ...LANES.map(({ id }) => id)];
  return listOf(text, (part) => oneOf('lane', names, part));
}

/** What stands for several modes in `--mode`: those that count for the same, or all. */
const MODE_GROUPS: readonly (ModeStanding | 'all')[] = [...MODE_STANDINGS, 'all'];

/** Modes by their names, and by those of groups of them. */
export function parseModes(text: string): readonly string[] {
  const names = [...MODE_GROUPS, ...MODES.map(({ id }) => id)];
  return [...new Set(listOf(text, (part) => oneOf('mode', names, part)).flatMap(namedModes))];
}

function namedModes(name: string): readonly string[] {
  if (MODE_GROUPS.every((group) => group !== name)) return [name];
  return MODES.filter(({ standing }) => name === 'all' || standing === name).map(({ id }) => id);
}

/** Names of placements; which of them the chosen modes know is seen when cells are planned. */
export function parsePlacements(text: string): readonly string[] {
  const known = MODES.flatMap(({ placements }) => placements.map(({ id }) => id));
  const names = [...new Set([DEFAULT_PLACEMENT, ...known])];
  return listOf(text, (part) => oneOf('placement', names, part));
}

export function parseWaitPolicy(text: string): WaitPolicy {
  return oneOf('wait policy', WAIT_POLICIES, text);
}

export function parseChunking(text: string): Chunking {
  return oneOf('chunking', CHUNKINGS, text);
}

/** Names of workloads, in ascending size whatever their order, so that the first answer comes soon. */
export function parseWorkloads(text: string): readonly WorkloadName[] {
  const named = listOf(text, (part) => oneOf('workload', WORKLOAD_NAMES, part));
  return WORKLOAD_NAMES.filter((workload) => named.includes(workload));
}

export function parseProfile(text: string): ProfileName {
  return oneOf('profile', PROFILE_NAMES, text);
}

/** What `--workers` says: numbers of workers, and workers divided as processes × threads. */
export interface WorkerCounts {
  readonly counts: readonly number[];
  readonly splits: readonly WorkerSplit[];
}

/** `1,2,4`, and `2x2` for modes that divide their workers among processes. */
export function parseWorkers(text: string): WorkerCounts {
  const parts = listOf(text, (part) => part);
  return {
    counts: [...new Set(parts.filter((part) => !part.includes('x')).map(checkedCount))],
    splits: parts.filter((part) => part.includes('x')).map(parseSplit),
  };
}

function parseSplit(part: string): WorkerSplit {
  const [processes = '', threads = '', ...rest] = part.split('x');
  if (rest.length > 0) throw usage(`${JSON.stringify(part)} is not processes × threads`, 'write it as 2x2');
  const split = { processes: checkedCount(processes), threads: checkedCount(threads) };
  checkedCount(String(split.processes * split.threads));
  return split;
}

function checkedCount(text: string): number {
  const count = wholeNumber('a worker count', text);
  if (count >= 1 && count <= MAXIMUM_WORKERS) return count;
  throw usage(
    `${count} workers are impossible`,
    `give counts from 1 to ${MAXIMUM_WORKERS}, as in --workers 1,2,4`,
  );
}

export function parseBlocks(text: string): number {
  const blocks = wholeNumber('a number of blocks', text);
  if (blocks >= 2) return blocks;
  throw usage('one block gives no interval', 'give at least --blocks 2');
}

export function parseSeed(text: string): number {
  return wholeNumber('a seed', text);
}

const UNIT_NS: Readonly<Record<string, number>> = { ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** `90s`, `5m`, `1.5h`: nanoseconds. */
export function parseDuration(text: string): number {
  const { value, unit } = /^(?<value>\d+(?:\.\d+)?)(?<unit>ms|s|m|h)$/.exec(text)?.groups ?? {};
  const nanoseconds = Number(value) * (UNIT_NS[unit ?? ''] ?? Number.NaN);
  if (nanoseconds > 0) return nanoseconds;
  throw usage(`${JSON.stringify(text)} is not a duration`, 'write it as 90s, 5m or 1h');
}

/** `size=2000,steps=10`: parameters by name. */
/** @param before what earlier flags of the same kind gave */
export function parseParameters(text: string, before: Parameters = {}): Parameters {
  const parameters = new Map(Object.entries(before));
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [name = '', value = '', ...rest] = part.split('=').map((piece) => piece.trim());
    const number = Number(value);
    if (name === '' || value === '' || rest.length > 0 || !Number.isFinite(number)) {
      throw usage(`${JSON.stringify(part)} is not a parameter`, 'write it as --set size=2000,steps=10');
    }
    if (parameters.has(name)) throw usage(`the parameter ${name} is set twice`, `set ${name} once`);
    parameters.set(name, number);
  }
  return Object.fromEntries(parameters);
}

function wholeNumber(what: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 0) return value;
  throw usage(`${JSON.stringify(text)} is not ${what}`, 'give a whole number');
}

function usage(message: string, hint: string): CrossoverError {
  return new CrossoverError({ code: 'usage', message, hint });
}
