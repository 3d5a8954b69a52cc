import { CHUNKINGS } from '@crossover/model';
import { expect, test } from 'vitest';
import { MODES } from '../../packages/executors/dist/index.js';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { prepare, spoilOutputs } from './workload.ts';
import type { Mode } from '@crossover/model';

const { kernel, parameters, digest, job } = await prepare('spectral-norm', 'smoke');
/** A lane that copies, and one with threads of its own for the mode that the other has not. */
const laneOf = ({ id }: Mode): string => (id === 'native-threads' ? 'rust' : 'assemblyscript');
const offered = MODES.filter((mode) => RUST_BUILT || laneOf(mode) !== 'rust');
const cells = CHUNKINGS.flatMap((chunking) => offered.map((mode) => ({ mode, chunking })));

test.each(cells)('pass after pass, $chunking chunks give the expected answer in $mode.id', async (cell) => {
  const { mode, chunking } = cell;
  const workers = { one: 1, number: 3, division: 4 }[mode.counting];
  const division = mode.counting === 'division' ? { processes: 2 } : {};
  const executor = await mode.start({ ...job(laneOf(mode), workers), ...division, chunking });
  for (const _ of ['the first operation', 'the second']) {
    spoilOutputs(kernel, executor.views);
    await executor.run();
    expect(kernel.digest(executor.views, parameters)).toBe(digest);
  }
  await executor.close();
});
