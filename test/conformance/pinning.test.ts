import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { availableCores } from '../../packages/environment/dist/index.js';
import { modeOf, MODES, pinningUnavailable } from '../../packages/executors/dist/index.js';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { prepare } from './workload.ts';
import type { Executor, Mode } from '@crossover/model';

const pinnable = MODES.filter((mode) => mode.pinnable && (RUST_BUILT || mode.id !== 'native-threads'));
const possible = (await pinningUnavailable(modeOf('worker-threads'))) === undefined;
let executor: Executor | undefined;

afterEach(async () => await executor?.close());

/** Two pinned workers, or the one that there is; gives whether an operation of theirs is right. */
async function started({ id, counting }: Mode, placement?: string): Promise<() => Promise<boolean>> {
  const { kernel, parameters, digest, job } = await prepare('spectral-norm', 'smoke');
  executor = await modeOf(id).start({
    ...job(id === 'native-threads' ? 'rust' : 'assemblyscript', counting === 'one' ? 1 : 2),
    pinned: true,
    ...(counting === 'division' && { processes: 2 }),
    ...(placement !== undefined && { placement }),
  });
  const { run, views } = executor;
  return async () => {
    await run();
    return kernel.digest(views, parameters) === digest;
  };
}

/** The cores of every thread that may run on one only, of these processes. */
function pinnedThreads(pids: readonly (number | 'self')[]): readonly string[] {
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8'),
    ),
  );
  const lists = threads.map((status) => /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '');
  return lists.filter((list) => /^\d+$/.test(list));
}

function pidsOf(running: Executor | undefined): readonly (number | 'self')[] {
  return running !== undefined && 'pids' in running ? (running.pids as readonly number[]) : ['self'];
}

describe.runIf(possible)('pinned workers', () => {
  const places = pinnable.flatMap((mode) =>
    [undefined, ...mode.placements.map(({ id }) => id)].map((placement) => ({ mode, placement })),
  );

  test.each(places)('of $mode.id stay on a core each: $placement', async ({ mode, placement }) => {
    const before = pinnedThreads(['self']);
    const isRight = await started(mode, placement);
    expect(await isRight()).toBe(true);
    expect(executor?.pinned).toBe(true);
    const cores = pinnedThreads(pidsOf(executor)).slice(pidsOf(executor)[0] === 'self' ? before.length : 0);
    expect(new Set(cores).size).toBe(Math.min(2, availableCores().affinity));
  });
});

test('workers in the calling thread are not pinned: it stays where it may', async () => {
  const before = possible ? pinnedThreads(['self']) : [];
  const isRight = await started(modeOf('single-thread'));
  expect([await isRight(), executor?.pinned]).toEqual([true, false]);
  expect(possible ? pinnedThreads(['self']) : []).toEqual(before);
});
