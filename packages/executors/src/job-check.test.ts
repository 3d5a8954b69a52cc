import { expect, test } from 'vitest';
import { fakeMode, virtualClock } from './fake.ts';
import { jobOf } from './fixtures/segment-shares.ts';
import { refusingMisfits } from './job-check.ts';

const mode = refusingMisfits(fakeMode(virtualClock(), { wall: () => 1 }));
const job = jobOf(9, 1, 2);

test('workers of a mode that cannot pin them are not started at all where they are to be pinned', async () => {
  const failure = { code: 'mode-unavailable', message: expect.stringContaining(mode.id) };
  await expect(mode.start({ ...job, pinned: true })).rejects.toMatchObject({ failure });
});

test('a placement that the mode does not know is refused', async () => {
  const failure = { code: 'usage', message: expect.stringContaining('moon') };
  await expect(mode.start({ ...job, placement: 'moon' })).rejects.toMatchObject({ failure });
});

test('a job without anything of the kind is started', async () => {
  const executor = await mode.start(job);
  expect(executor.pinned).toBe(false);
  await executor.close();
});
