import { expect, test } from 'vitest';
import { EVENT_MARK } from './tier-protocol.ts';
import { tierOutcomes } from './tier-trace.ts';
import type { TierEvent, TierSubject } from './tier-protocol.ts';

function subject(kernel: string): TierSubject {
  return { work: { kernel, parameters: {}, inputSeed: 1 }, lane: 'typescript', workers: 1, readsHeld: false };
}

function line(event: TierEvent): string {
  return EVENT_MARK + JSON.stringify(event);
}

/** As V8 14 prints it. */
function bailout(name: string): string {
  return `[bailout (kind: deopt-eager, reason: prepare for on stack replacement (OSR)): begin. deoptimizing 0x2ae4 <JSFunction ${name} (sfi = 0x3359)>, 0x2afa <Code TURBOFAN_JS>, opt id 3, bytecode offset 0]`;
}

test('steps, warmth and deoptimisations go to the subject that was being watched', () => {
  const outcomes = tierOutcomes(
    [
      line({ kind: 'begun', subject: 0 }),
      line({ kind: 'operations', operations: 0, changes: { nbody: 'ignition' } }),
      line({ kind: 'operations', operations: 1, changes: {} }),
      bailout('nbody'),
      bailout('aFunctionOfNode'),
      'whatever else is printed',
      line({ kind: 'operations', operations: 2, changes: { nbody: 'turbofan' } }),
      line({ kind: 'warm' }),
      line({ kind: 'operations', operations: 3, changes: {} }),
      line({ kind: 'done', passes: ['nbody'] }),
      line({ kind: 'begun', subject: 1 }),
      line({ kind: 'failed', failure: { code: 'wrong-digest', message: 'the answer is wrong' } }),
      line({ kind: 'begun', subject: 2 }),
    ],
    [subject('nbody'), subject('sieve'), subject('calls')],
  );
  expect(outcomes).toEqual([
    {
      status: 'ok',
      trace: {
        kernel: 'nbody',
        lane: 'typescript',
        operations: 3,
        warmAfter: 2,
        functions: [
          {
            name: 'nbody',
            isPass: true,
            steps: [
              { tier: 'ignition', operations: 0 },
              { tier: 'turbofan', operations: 2 },
            ],
          },
        ],
        deoptimisations: [
          {
            function: 'nbody',
            kind: 'deopt-eager',
            reason: 'prepare for on stack replacement (OSR)',
            operations: 1,
          },
        ],
      },
    },
    { status: 'failed', failure: { code: 'wrong-digest', message: 'the answer is wrong' } },
  ]);
});
