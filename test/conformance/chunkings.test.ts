import { CHUNKINGS } from '@crossover/model';
import { expect, test } from 'vitest';
import { modeOf, MODES } from '../../packages/executors/dist/index.js';
import { prepare, spoilOutputs } from './workload.ts';

const { kernel, parameters, digest, job } = await prepare('spectral-norm', 'smoke');
const offered = MODES.filter(({ id }) => id !== 'native-threads');
const cells = CHUNKINGS.flatMap((chunking) => offered.map((mode) => ({ mode, chunking })));

test.each(cells)('pass after pass, $chunking chunks give the expected answer in $mode.id', async (cell) => {
  const { mode, chunking } = cell;
  const workers = { one: 1, number: 3, division: 4 }[mode.counting];
  const division = mode.counting === 'division' ? { processes: 2 } : {};
  const executor = await mode.start({ ...job('assemblyscript', workers), ...division, chunking });
  for (const _ of ['the first operation', 'the second']) {
    spoilOutputs(kernel, executor.views);
    await executor.run();
    expect(kernel.digest(executor.views, parameters)).toBe(digest);
  }
  await executor.close();
});

test('threads inside Rust are not told how to cut chunks', async () => {
  const starting = modeOf('native-threads').start({ ...job('rust', 2), chunking: 'guided' });
  await expect(starting).rejects.toMatchObject({ failure: { code: 'mode-unavailable' } });
});
