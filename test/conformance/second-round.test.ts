import { expect, test } from 'vitest';
import { chooseWorkload, measure, planKernel, settingsOf } from '../../packages/measure/dist/index.js';
import type { MeasureEvent } from '../../packages/measure/dist/index.js';
import type { PlannedKernel } from '@crossover/model';

const OPEN = 'nqueens';
const ANSWERED = 'sieve';

async function planned(id: string): Promise<PlannedKernel> {
  const workload = await chooseWorkload(
    { kernel: id, workload: 'smoke', set: {} },
    new AbortController().signal,
  );
  return await planKernel(workload, [{ lanes: ['typescript'], modes: ['single-thread'], workers: [1] }]);
}

test('what kernels that were answered early leave of the budget goes to those that are still open', async () => {
  const events: MeasureEvent[] = [];
  const seenAgain = new AbortController();
  const kernels = [await planned(OPEN), await planned(ANSWERED)];
  const settings = { ...settingsOf('quick', 1, { budgetNs: 16e9 }), looks: [1, 500], blocks: 500 };
  const measured = measure(
    { settings, kernels },
    {
      signal: seenAgain.signal,
      earlier: [],
      record: () => {},
      tell: (event) => {
        events.push(event);
        if (event.kind === 'kernel-started' && events.length > 1 && event.blocks > 0) seenAgain.abort();
      },
      openQuestions: ({ kernel }) => (kernel === OPEN ? [{ subject: 'any', speedUp: 1, halfWidth: 1 }] : []),
      cores: 2,
    },
  );
  await expect(measured).rejects.toMatchObject({ failure: { code: 'interrupted' } });
  const story = events.flatMap((event) => {
    if (event.kind === 'kernel-started') return `${event.kernel.kernel} begins`;
    return event.kind === 'kernel-finished' ? `${event.kernel.kernel}: ${event.ending}` : [];
  });
  expect(story).toEqual([
    `${OPEN} begins`,
    `${OPEN}: time-spent`,
    `${ANSWERED} begins`,
    `${ANSWERED}: answered`,
    `${OPEN} begins`,
  ]);
});
