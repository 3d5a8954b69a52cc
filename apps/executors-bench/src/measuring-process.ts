// A fresh process that measures one entrant in one layout of cores, answers, and ends.
import { median, quantile } from '@crossover/statistics';
import { bindSet, FLOOD_ITEMS, SKEWED_ITEMS } from './task.ts';
import { crossCores, descendants, readText, threadsOf } from './core-layout.ts';
import { ENTRANTS } from './entrants.ts';
import type { Contender, Entrant } from './contender.ts';
import type { Extent, Reading, ReadingRequest } from './reading.ts';

/** Tasks of nothing between two looks at the clock. */
const BATCH = 100;

async function read({ entrant: id, layout, extent }: ReadingRequest): Promise<Reading> {
  const entrant = ENTRANTS.find((one) => one.id === id);
  if (entrant === undefined) throw new Error(`no entrant ${id}`);
  const start = await entrant.load();
  const threadsBefore = new Set(process.platform === 'linux' ? threadsOf('self') : []);
  const residentBefore = process.memoryUsage.rss();
  const began = now();
  const alone = await start(1);
  await alone.roundTrip();
  const firstResultNs = now() - began;
  const memory = workerMemory(entrant, residentBefore);
  if (layout === 'cross') crossCores(threadsBefore);
  const trips = await roundTrips(alone, extent);
  await alone.close();
  if (layout !== 'free') return trips;
  const pool = await start(2);
  const throughput = entrant.spins ? {} : await twoInFlight(pool, extent);
  const rest = {
    ...(await flood(pool, extent)),
    ...(await carrying(pool, extent)),
    ...(await skewed(pool, extent)),
  };
  await pool.close();
  return { ...trips, firstResultNs, ...memory, ...throughput, ...rest };
}

function now(): number {
  return Number(process.hrtime.bigint());
}

async function roundTrips(
  contender: Contender,
  { roundTrips: count, mostMs }: Extent,
): Promise<Pick<Reading, 'p50Ns' | 'p99Ns'>> {
  let times: number[] = [];
  for (const _ of ['to warm up', 'to count']) {
    times = [];
    const end = now() + mostMs * 1e6;
    for (let before = now(); times.length < count && before < end;) {
      await contender.roundTrip();
      const after = now();
      times.push(after - before);
      before = after;
    }
  }
  return { p50Ns: median(times), p99Ns: quantile(times, 0.99) };
}

async function twoInFlight(
  { twoInFlight: run }: Contender,
  { mostMs }: Extent,
): Promise<Pick<Reading, 'twoPerSecond'>> {
  if (run === undefined) return {};
  let done = 0;
  let began = now();
  for (const _ of ['to warm up', 'to count']) {
    done = 0;
    began = now();
    do {
      await run(BATCH);
      done += BATCH;
    } while (now() - began < mostMs * 1e6);
  }
  return { twoPerSecond: done / ((now() - began) / 1e9) };
}

async function flood(contender: Contender, { repeats }: Extent): Promise<Pick<Reading, 'floodPerSecond'>> {
  const cover = await contender.covering('flood');
  const [ns] = await medianTimes(repeats, cover);
  return { floodPerSecond: FLOOD_ITEMS / (ns! / 1e9) };
}

async function carrying(contender: Contender, { repeats }: Extent): Promise<Pick<Reading, 'carryNs'>> {
  const [carryNs] = await medianTimes(repeats, await contender.carrying());
  return { carryNs: carryNs! };
}

async function skewed(contender: Contender, { repeats }: Extent): Promise<Pick<Reading, 'skewSpeedUp'>> {
  const compute = await bindSet('skewed');
  const inOneThread = async (): Promise<void> => {
    for (let item = 0; item < SKEWED_ITEMS; item++) compute(item);
  };
  const [pooled, alone] = await medianTimes(repeats, await contender.covering('skewed'), inOneThread);
  return { skewSpeedUp: alone! / pooled! };
}

/** Median times of some operations, taken by turns, after each has run twice to warm up. */
async function medianTimes(
  repeats: number,
  ...operations: readonly (() => Promise<unknown>)[]
): Promise<readonly number[]> {
  const times = operations.map((): number[] => []);
  for (let round = -2; round < repeats; round++) {
    for (const [index, operation] of operations.entries()) {
      const began = now();
      await operation();
      if (round >= 0) times[index]!.push(now() - began);
    }
  }
  return times.map((list) => median(list));
}

/** Of the one worker that there is: what its thread adds to this process, or what its process has. */
function workerMemory(
  { kind }: Entrant,
  residentBefore: number,
): Pick<Reading, 'workerRssBytes' | 'workerPssBytes'> {
  if (kind === 'threads') return { workerRssBytes: process.memoryUsage.rss() - residentBefore };
  if (process.platform !== 'linux') return {};
  const [child] = descendants();
  const rss = kibibytes('VmRSS', readText(`/proc/${child}/status`));
  const pss = kibibytes('Pss', readText(`/proc/${child}/smaps_rollup`));
  return { ...(rss && { workerRssBytes: rss }), ...(pss && { workerPssBytes: pss }) };
}

function kibibytes(field: string, text: string): number | undefined {
  const found = new RegExp(`^${field}:\\s*(\\d+) kB$`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : 1024 * Number(found);
}

process.on('disconnect', () => process.exit());
const reading = await read(JSON.parse(process.argv[2] ?? '') as ReadingRequest);
if (process.send === undefined) console.log(JSON.stringify(reading));
else process.send(reading, undefined, undefined, () => process.exit());
