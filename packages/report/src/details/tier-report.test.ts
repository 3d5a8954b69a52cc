import { expect, test } from 'vitest';
import { renderCompiledAhead, renderTiers } from './tier-report.ts';
import type { TierTrace } from '@crossover/model';

const PLAIN = { width: 72, colour: false, unicode: true };

const TRACE: TierTrace = {
  kernel: 'nbody',
  lane: 'typescript',
  operations: 150,
  warmAfter: 100,
  functions: [
    { name: 'energy', isPass: false, steps: [{ tier: 'ignition', operations: 0 }] },
    {
      name: 'nbody',
      isPass: true,
      steps: [
        { tier: 'uncompiled', operations: 0 },
        { tier: 'sparkplug', operations: 1 },
        { tier: 'maglev', operations: 3 },
        { tier: 'turbofan', operations: 12 },
      ],
    },
    { name: 'unused', isPass: false, steps: [{ tier: 'uncompiled', operations: 0 }] },
  ],
  deoptimisations: [{ function: 'nbody', kind: 'deopt-eager', reason: 'wrong map', operations: 7 }],
};

test('the way of every function through the tiers is a line, passes first', () => {
  expect(`\n${renderTiers(TRACE, PLAIN)}`).toMatchInlineSnapshot(`
    "
    Tiers of V8
    nbody in typescript, by itself in one thread: 150 operations, warm after
    100. Each tier with the operations after which it was first seen. Not a
    measurement: to be watched changes what it does.
      nbody (pass): Sparkplug after 1, Maglev after 3, TurboFan after 12
      energy: Ignition from the start
      1 function never called
      • nbody was deoptimised (eager) after 7: wrong map"
  `);
});

test('thousands of functions and of deoptimisations are cut short', () => {
  const functions = Array.from({ length: 5000 }, () => TRACE.functions[0]!);
  const deoptimisations = Array.from({ length: 5000 }, () => TRACE.deoptimisations[0]!);
  const text = renderTiers({ ...TRACE, functions, deoptimisations }, PLAIN);
  expect(text.split('\n').length).toBeLessThan(100);
  expect(text).toContain('and 4960 more functions');
  expect(text).toContain('and 4960 more deoptimisations');
});

test('of a lane that was compiled before there is only the path of its instructions', () => {
  expect(renderCompiledAhead('rust-simd', 'avx2', PLAIN)).toContain('avx2');
  expect(renderCompiledAhead('rust', undefined, PLAIN)).not.toContain('path');
});
