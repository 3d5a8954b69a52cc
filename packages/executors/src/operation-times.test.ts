import { array, assert, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { OPERATION_PHASES } from '@crossover/model';
import { notYetBusy } from './phase-clock.ts';
import { operationTimes } from './operation-times.ts';
import type { OperationTimes } from '@crossover/model';
import type { Busy } from './phase-clock.ts';

const REST = { active: 0, sent: 0, firstSends: [], lastAnswer: 0, sentIn: 'transport' } as const;
const duration = nat({ max: 1e9 });

/** A worker that begins and ends when told, with a copy and a break in between. */
function share(began: number, ended: number, { marshal = 0, idle = 0 } = {}): Busy {
  return { began, ended, marshal, idle, compute: ended - began - marshal - idle, passes: [] };
}

function sumOf(times: OperationTimes): number {
  return OPERATION_PHASES.reduce((sum, phase) => sum + times[phase], 0);
}

test('the phases are never negative and add up to the wall time, whatever the workers do', () => {
  const worker = record({ late: duration, compute: duration, marshal: duration, idle: duration });
  const messages = record({ active: duration, sent: duration, lastAnswer: duration, send: duration });
  assert(
    property(array(worker, { minLength: 1 }), duration, messages, (workers, collect, { send, ...all }) => {
      const shares = workers.map(({ late, compute, marshal, idle }) =>
        share(late, late + compute + marshal + idle, { marshal, idle }),
      );
      const end = Math.max(...shares.map(({ ended }) => ended)) + collect;
      const firstSends = [{ start: 0, end: send }];
      for (const sentIn of ['place', 'transport'] as const) {
        const times = operationTimes({ start: 0, end }, shares, { ...all, firstSends, sentIn });
        expect(OPERATION_PHASES.every((phase) => times[phase] >= 0)).toBe(true);
        expect(Math.abs(sumOf(times) - end)).toBeLessThanOrEqual(1e-9 * end);
      }
    }),
  );
});

test('a clock that is wrong shows: the phases do not add up', () => {
  const times = operationTimes({ start: 0, end: 100 }, [share(10, 90), share(-40, 50)]);
  expect(sumOf(times)).not.toBeCloseTo(100);
});

test('an operation is dispatched until the first worker begins, and collected once the last has ended', () => {
  const times = operationTimes({ start: 0, end: 100 }, [share(10, 90), share(20, 60)]);
  expect(times).toMatchObject({ dispatch: 10, compute: 60, wait: 20, collect: 10 });
});

test('a barrier and a break are waiting, copies are not', () => {
  const times = operationTimes({ start: 0, end: 50 }, [share(0, 50, { marshal: 5, idle: 15 })]);
  expect(times).toMatchObject({ compute: 30, marshal: 5, wait: 15 });
});

test('messages that the workers hide by computing cost nothing', () => {
  const times = operationTimes({ start: 0, end: 100 }, [share(0, 100, { idle: 5 })], {
    ...REST,
    active: 30,
    sent: 10,
  });
  expect(times).toMatchObject({ transport: 5, wait: 0, compute: 95 });
});

test('what is sent before anybody begins, and the last answer, are messages and not waiting for them', () => {
  const moving = { active: 30, sent: 12, firstSends: [{ start: 2, end: 8 }], lastAnswer: 4 };
  const shares = [share(10, 80, { idle: 30 })];
  const sent = operationTimes({ start: 0, end: 90 }, shares, { ...moving, sentIn: 'transport' });
  expect(sent).toMatchObject({ place: 0, dispatch: 4, transport: 30, wait: 10, collect: 6 });
  const placed = operationTimes({ start: 0, end: 90 }, shares, { ...moving, sentIn: 'place' });
  expect(placed).toMatchObject({ place: 12, dispatch: 4, transport: 18, wait: 10, collect: 6 });
});

test('what workers fetch from a file and put there is transport, too', () => {
  const shares = [Object.assign(share(10, 90, { idle: 20 }), { compute: 40, transport: 20 }), share(10, 90)];
  const times = operationTimes({ start: 0, end: 100 }, shares, { ...REST, active: 4 });
  expect(times).toMatchObject({ compute: 60, transport: 14, wait: 6 });
  expect(sumOf(times)).toBeCloseTo(100);
});

test('where nobody has anything to do, all is waiting', () => {
  const times = operationTimes({ start: 5, end: 25 }, [notYetBusy(), notYetBusy()]);
  expect(times).toMatchObject({ dispatch: 0, compute: 0, wait: 20, collect: 0 });
});

test('a pass takes what the workers spent on it, on the mean over all of them', () => {
  const shares = [[33, 0, 6], [0, 9], []].map((passes): Busy => Object.assign(share(0, 48), { passes }));
  expect(operationTimes({ start: 0, end: 48 }, shares).passes).toEqual([11, 3, 2]);
});
