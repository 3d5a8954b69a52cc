// The process in which lanes are watched while V8 compiles them: `node --allow-natives-syntax --trace-deopt
// tier-host.js '{"subjects":[…]}'`. It measures nothing, because to be watched changes what it does.
import { failureOf } from '@crossover/model';
import { monotonicClock } from '../clock.ts';
import { loadWork } from '../workload-inputs.ts';
import { laneLoop } from './lane-loop.ts';
import { natives } from './natives.ts';
import { EVENT_MARK } from './tier-protocol.ts';
import { isLoop, watchFunctions } from './watched-functions.ts';
import type { TierEvent, TierRequest, TierSubject } from './tier-protocol.ts';
import type { WatchedFunction } from './watched-functions.ts';
import type { PassSpec, Tier } from '@crossover/model';

/** Warming up is given up after both, or after the last: V8 compiles in other threads, which may wait for a core. */
const MOST_OPERATIONS = 5000;
const MOST_NS = 5e9;
const LONGEST_NS = 20e9;

/** Warm as well: something is on the top tier, and for so long nothing has changed. */
const QUIET_OPERATIONS = 1500;
const QUIET_NS = 2e9;

/** Operations in which the last functions may still find their tier, and then such in which all are watched. */
const STRETCH = { operations: 50, mostNs: 3e9 };

const v8 = natives();
const functions = watchFunctions();
/** By kernel and lane: a module is loaded once, however often its lane is watched. */
const seen = new Map<string, ReadonlyMap<string, WatchedFunction>>();
const tell = (event: TierEvent): void => v8.print(`${EVENT_MARK}${JSON.stringify(event)}\n`);

async function watch(subject: TierSubject): Promise<void> {
  const key = `${subject.work.kernel}/${subject.lane}`;
  functions.clear();
  for (const [name, known] of seen.get(key) ?? []) functions.set(name, known);
  const loaded = await loadWork(subject.work);
  const { bound, onHeld, operate, check } = await laneLoop(subject, loaded);
  seen.set(key, new Map(functions));
  for (const caller of [bound.run, operate]) v8.neverOptimise(caller);
  const passes = passNames(loaded.kernel.passes, onHeld);
  const tiers = new Map<string, Tier>();
  let operations = 0;
  let quietSince = { operations, at: monotonicClock() };

  const look = (): void => {
    const changes: Record<string, Tier> = {};
    for (const [name, { subject: watched, code }] of functions) {
      const tier = code === 'javascript' ? v8.javascriptTier(watched) : v8.webAssemblyTier(watched);
      if (tiers.get(name) === tier) continue;
      tiers.set(name, tier);
      changes[name] = tier;
    }
    if (Object.keys(changes).length > 0) quietSince = { operations, at: monotonicClock() };
    tell({ kind: 'operations', operations, changes });
  };
  const operateOnce = (): void => {
    operate();
    operations++;
    look();
  };
  const stretch = (): void => {
    const giveUp = monotonicClock() + STRETCH.mostNs;
    for (let i = 0; i < STRETCH.operations && monotonicClock() < giveUp; i++) operateOnce();
  };
  const isWarm = (): boolean => {
    if (passes().every((name) => tiers.get(name) === 'turbofan')) return true;
    const isQuiet =
      operations - quietSince.operations >= QUIET_OPERATIONS && monotonicClock() - quietSince.at >= QUIET_NS;
    return isQuiet && [...tiers.values()].includes('turbofan');
  };

  look();
  operateOnce();
  check();
  const began = monotonicClock();
  const mayGoOn = (): boolean => {
    const spent = monotonicClock() - began;
    return spent < LONGEST_NS && (operations < MOST_OPERATIONS || spent < MOST_NS);
  };
  while (!isWarm() && mayGoOn()) operateOnce();
  stretch();
  tell({ kind: 'warm' });
  stretch();
  check();
  tell({ kind: 'done', passes: passes() });
}

/** Functions that stand for the passes: their own, or, where those are called once per item, the loops that call them. */
function passNames(passes: readonly PassSpec[], onHeld: boolean): () => readonly string[] {
  const own = new Set(
    passes.flatMap((pass) => {
      if (pass.calls === 'item') return [];
      return onHeld ? (pass.onHeld ?? pass.name) : pass.name;
    }),
  );
  return () => [...functions.keys()].filter((name) => isLoop(name) || own.has(name));
}

const { subjects } = JSON.parse(process.argv[2] ?? '') as TierRequest;
for (const [index, subject] of subjects.entries()) {
  tell({ kind: 'begun', subject: index });
  try {
    await watch(subject);
  } catch (error) {
    tell({ kind: 'failed', failure: failureOf(error, 'kernel-threw') });
  }
}
