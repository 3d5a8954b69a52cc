// Lets one fault after the other happen, at random moments in random modes and lanes, and checks after each that
// the executor goes on, and in the end that nothing is left: `pnpm soak [FAULTS] [SEED]`.
import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../../packages/kernels/dist/index.js';
import { LANES } from '../fixtures/lanes.ts';
import { answersRightly, FAULTY_MODES, SUBJECT } from './faulty-modes.ts';
import { Fuse, namesLeft } from './fuse.ts';
import { failureOf } from '@crossover/model';
import type { Executor } from '@crossover/model';
import type { FaultyMode } from './faulty-modes.ts';
import type { Strike } from './fixtures/strikes.ts';

/** Of a child, and so in any lane; all other faults happen in the kernel in TypeScript. */
const OUTSIDE = ['SIGKILL from outside', 'SIGSTOP from outside'] as const;

type Fault = Strike | (typeof OUTSIDE)[number];

const IN_THREADS: readonly Fault[] = ['throw', 'throw what cannot be sent', 'exit', 'loop'];
const IN_CHILDREN: readonly Fault[] = [
  ...['kill', 'abort', 'stop', 'disconnect'].map((strike) => strike as Strike),
  ...OUTSIDE,
];
const FAULTS: Readonly<Record<FaultyMode['workers'], readonly Fault[]>> = {
  threads: IN_THREADS,
  children: [...IN_THREADS, ...IN_CHILDREN],
  'threads of children': [...IN_THREADS, 'kill', 'stop', ...OUTSIDE],
};

/** Of an operation, in milliseconds. Most faults are seen at once; those that hang, then. */
const TIME_LIMIT_MS = 600;
/** The latest moment of a fault after an operation began, in milliseconds: it may be over by then, or being restarted. */
const LATEST_MS = 12;
/** How many operations a fault may take to be seen, and how many may fail before one is right again. */
const OPERATIONS = 8;
/** How many faults an executor lives through. */
const LIVES = 5;
/** How long processes and threads may take to disappear, in milliseconds. */
const GONE_MS = 2_000;

/** What became of all faults of one kind. */
export interface SoakRow {
  readonly fault: Fault;
  times: number;
  /** Operations that failed because of it, by code. */
  readonly outcomes: Record<string, number>;
  /** Longest time from the fault until an operation failed, in milliseconds. */
  longestMs: number;
}

export interface SoakResult {
  readonly rows: readonly SoakRow[];
  /** What should not be there any more. */
  readonly left: readonly string[];
  /** Resident memory of this process after a quarter of the faults, and after all, in bytes. */
  readonly memory: readonly [number, number];
}

/** @throws Error when an executor does not go on after a fault. */
export async function soak(faults: number, seed: number): Promise<SoakResult> {
  const random = seededRandom(seed);
  const pick = <T>(choices: readonly T[]): T => choices[random.below(choices.length)]!;
  const fuse = new Fuse();
  const rows = new Map<Fault, SoakRow>();
  let quarter = 0;
  // The first of each kind leave threads and open files that Node keeps for those to come.
  for (const kind of Object.keys(FAULTS)) {
    const mode = FAULTY_MODES.find(({ workers }) => workers === kind);
    await (await mode?.start(SUBJECT.job('typescript', 2)))?.close();
  }
  const [threads, descriptors] = [threadsNow(), openFiles().length];
  for (let done = 0; done < faults;) {
    const mode = pick(FAULTY_MODES);
    const lane = mode.workers === 'threads' ? 'typescript' : pick(LANES);
    const executor = await mode.start({ ...SUBJECT.job(lane, 2), timeLimitMs: TIME_LIMIT_MS });
    for (let life = 0; life < LIVES && done < faults; life++, done++) {
      const fault = pick(lane === 'typescript' ? FAULTS[mode.workers] : OUTSIDE);
      const row = rows.get(fault) ?? { fault, times: 0, outcomes: {}, longestMs: 0 };
      rows.set(fault, row);
      await suffer(executor, fuse, fault, random.fraction() * LATEST_MS, row);
      if (done === faults >> 2) quarter = process.memoryUsage.rss();
    }
    await executor.close();
  }
  const left = async (): Promise<readonly string[]> => [
    ...fuse.processes.map((pid) => `process ${pid}`),
    ...namesLeft().map((name) => `file ${name}`),
    ...(threadsNow() > threads ? ['threads of this process'] : []),
    ...(openFiles().length > descriptors ? [`open files: ${openFiles().join(', ')}`] : []),
  ];
  for (let waited = 0; waited < GONE_MS && (await left()).length > 0; waited += 50) await delay(50);
  fuse.remove();
  return { rows: [...rows.values()], left: await left(), memory: [quarter, process.memoryUsage.rss()] };
}

function threadsNow(): number {
  return readdirSync('/proc/self/task').length;
}

/** What this process has open, also what no folder lists any more. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((file) => {
    try {
      return readlinkSync(`/proc/self/fd/${file}`);
    } catch {
      // That by which the folder was read.
      return [];
    }
  });
}

/** Lets a fault happen so long after an operation began, or in one of those after it. */
async function suffer(
  executor: Executor,
  fuse: Fuse,
  fault: Fault,
  afterMs: number,
  row: SoakRow,
): Promise<void> {
  row.times++;
  let began = performance.now();
  const wait = async (): Promise<void> => {
    await delay(afterMs);
    began = performance.now();
    happen(executor, fuse, fault);
  };
  const happened = wait();
  let seen: unknown;
  for (let operation = 0; operation < OPERATIONS; operation++) {
    // What a child that lost its channel says is the first thing that it cannot.
    const run = operation === OPERATIONS - 1 ? executor.cpuTime() : executor.run();
    const [outcome] = await Promise.allSettled([run]);
    await happened;
    if (outcome.status === 'fulfilled') continue;
    row.longestMs = Math.max(row.longestMs, performance.now() - began);
    seen = outcome.reason;
    break;
  }
  fuse.extinguish();
  const outcome = seen === undefined ? 'unseen' : failureOf(seen).code;
  row.outcomes[outcome] = (row.outcomes[outcome] ?? 0) + 1;
  for (let operation = 0; operation < OPERATIONS; operation++) {
    if (await answersRightly(executor).catch(() => false)) return;
  }
  throw new Error(`an executor does not go on after ${fault}`);
}

function happen(executor: Executor, fuse: Fuse, fault: Fault): void {
  if (fault !== 'SIGKILL from outside' && fault !== 'SIGSTOP from outside') {
    fuse.light(fault);
    return;
  }
  const [pid] = 'pids' in executor ? (executor.pids as readonly number[]) : [];
  if (pid !== undefined) process.kill(pid, fault === 'SIGKILL from outside' ? 'SIGKILL' : 'SIGSTOP');
}

if (import.meta.main) {
  const [faults = 200, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
  console.log(`${faults} faults, seed ${seed}`);
  const { rows, left, memory } = await soak(faults, seed);
  console.table(
    rows.map(({ fault, times, outcomes, longestMs }) => ({
      fault,
      times,
      outcomes: Object.entries(outcomes)
        .map((outcome) => outcome.join(' '))
        .join(', '),
      'longest (ms)': Math.round(longestMs),
    })),
  );
  console.log(
    `resident memory: ${memory.map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`).join(', then ')}`,
  );
  console.log(left.length === 0 ? 'nothing is left' : `left: ${left.join(', ')}`);
  process.exitCode = left.length === 0 ? 0 : 1;
}
