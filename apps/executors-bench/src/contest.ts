import { join } from 'node:path';
import { execa } from 'execa';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { CrossoverError } from '@crossover/model';
import { allowedCores, CORE_LAYOUTS, layoutUnavailable } from './core-layout.ts';
import type { CoreLayout } from './core-layout.ts';
import type { Entrant } from './contender.ts';
import type { Extent, Outcome, Reading, ReadingRequest } from './reading.ts';

const PROCESS = join(import.meta.dirname, 'measuring-process.js');

/** A process that has not answered by then hangs. */
const LIMIT_MS = 20_000;

export interface ContestOptions {
  readonly entrants: readonly Entrant[];
  readonly rounds: number;
  readonly seed: number;
  /** Time after which no reading is begun, in minutes. */
  readonly minutes: number;
  readonly extent: Extent;
}

/** A reading to be taken. */
export interface ContestTurn {
  readonly entrant: string;
  readonly layout: CoreLayout;
  readonly round: number;
}

/**
 * Every entrant in every layout once per round, in an order drawn anew for each round. Those that spin are left out
 * where all share a core: nobody would ever get it.
 */
export function turnsOf(
  { entrants, rounds, seed }: Pick<ContestOptions, 'entrants' | 'rounds' | 'seed'>,
  layouts: readonly CoreLayout[],
): readonly ContestTurn[] {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: rounds }, (_, round) => {
    const turns = entrants.flatMap(({ id, spins }) =>
      layouts
        .filter((layout) => !(spins && layout === 'same'))
        .map((layout): ContestTurn => ({ entrant: id, layout, round })),
    );
    for (let last = turns.length - 1; last > 0; last--) {
      const other = uniformInt(generator, 0, last);
      [turns[last], turns[other]] = [turns[other]!, turns[last]!];
    }
    return turns;
  }).flat();
}

/** The layouts that can be had here, and for the others why not. */
export function layoutsHere(): {
  readonly layouts: readonly CoreLayout[];
  readonly missing: readonly string[];
} {
  const problems = CORE_LAYOUTS.map((layout) => ({ layout, problem: layoutUnavailable(layout) }));
  return {
    layouts: problems.flatMap(({ layout, problem }) => (problem === undefined ? layout : [])),
    missing: problems.flatMap(({ layout, problem }) =>
      problem === undefined ? [] : `cores ${layout}: not measured, because ${problem}`,
    ),
  };
}

/**
 * Takes all readings for which there is time, each in a fresh process. One that fails is an outcome, too.
 * @throws CrossoverError `interrupted` when the signal was given; no process is left then.
 */
export async function contest(
  options: ContestOptions,
  layouts: readonly CoreLayout[],
  signal: AbortSignal,
  tell: (done: number, of: number) => void,
): Promise<readonly Outcome[]> {
  const turns = turnsOf(options, layouts);
  const end = performance.now() + options.minutes * 60_000;
  const outcomes: Outcome[] = [];
  for (const turn of turns) {
    if (performance.now() >= end) break;
    tell(outcomes.length, turns.length);
    outcomes.push({ ...turn, ...(await take(turn, options.extent, signal)) });
  }
  return outcomes;
}

async function take(
  { entrant, layout }: ContestTurn,
  extent: Extent,
  signal: AbortSignal,
): Promise<Pick<Outcome, 'reading' | 'failure'>> {
  const request: ReadingRequest = { entrant, layout, extent };
  const node = [process.execPath, PROCESS, JSON.stringify(request)];
  const [file, ...args] = layout === 'same' ? ['taskset', '-c', String(allowedCores()[0]), ...node] : node;
  const subprocess = execa(file!, args, {
    stdin: 'ignore',
    ipc: true,
    serialization: 'json',
    buffer: { ipc: false },
    cancelSignal: signal,
    timeout: LIMIT_MS,
    forceKillAfterDelay: 1_000,
    reject: false,
  });
  let reading: Reading | undefined;
  subprocess.nodeChildProcess.on('message', (message) => (reading = message as Reading));
  const { timedOut, stderr, exitCode, signal: killedBy } = await subprocess;
  if (signal.aborted) throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
  if (reading !== undefined) return { reading };
  const words = stderr.split('\n').find((line) => /Error/.test(line)) ?? stderr.split('\n').at(-1);
  const how = timedOut
    ? `no answer within ${LIMIT_MS / 1000} s`
    : `it ended by ${killedBy ?? `code ${exitCode}`}`;
  return { failure: words ? `${how}: ${words}` : how };
}
