import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { drawSystems } from './systems.ts';
import { nbody } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const SYSTEM = 35;

interface Outputs {
  readonly final: Float64Array;
  readonly energies: Float64Array;
}

function run(steps: number, initial: Float64Array): Outputs {
  const systems = initial.length / SYSTEM;
  const final = new Float64Array(initial.length);
  const energies = new Float64Array(systems * 2);
  nbody(steps, initial, final, energies, 0, systems);
  return { final, energies };
}

function digestOf({ final, energies }: Outputs, steps: number): string {
  return kernel.digest({ final, energies }, { systems: energies.length / 2, steps });
}

/** Largest component of the momentum of a system. */
function momentum(system: Float64Array): number {
  const along = [3, 4, 5].map((axis) => {
    let sum = 0;
    for (let body = 0; body < SYSTEM; body += 7) sum += system[body + axis]! * system[body + 6]!;
    return Math.abs(sum);
  });
  return Math.max(...along);
}

describe('nbody', () => {
  it('the canonical system has the published energies before and after 1000 steps', () => {
    const { energies } = run(1000, drawSystems(1, seededRandom(1)));
    expect(energies[0]!.toFixed(9)).toBe(vectors.canonical.before);
    expect(energies[1]!.toFixed(9)).toBe(vectors.canonical.after['1000']);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the energies that REBOUND gave', (name) => {
    const { parameters, seed, digest } = kernel.workloads[name];
    const outputs = run(parameters['steps']!, drawSystems(parameters['systems']!, seededRandom(seed)));
    expect(digestOf(outputs, parameters['steps']!)).toBe(vectors.workloads[name]);
    expect(digest).toBe(vectors.workloads[name]);
  });

  it('the digest shows a change in the last decimal of any system', () => {
    const outputs = run(10, drawSystems(4, seededRandom(1)));
    const before = digestOf(outputs, 10);
    outputs.energies[7]! += 2e-9;
    expect(digestOf(outputs, 10)).not.toBe(before);
  });

  it('no steps leave everything where it was', () => {
    const initial = drawSystems(3, seededRandom(1));
    const { final, energies } = run(0, initial);
    expect(final).toStrictEqual(initial);
    expect(energies[2]).toBe(energies[3]);
  });

  it('steps can be taken in two goes', () => {
    const initial = drawSystems(2, seededRandom(5));
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (first, second) => {
        expect(run(second, run(first, initial).final).final).toStrictEqual(
          run(first + second, initial).final,
        );
      }),
    );
  });

  it('a system as a whole rests, and goes on resting', () => {
    const initial = drawSystems(4, seededRandom(2));
    const { final } = run(500, initial);
    for (let item = 0; item < 4; item++) {
      expect(momentum(initial.subarray(item * SYSTEM, (item + 1) * SYSTEM))).toBeLessThan(1e-14);
      expect(momentum(final.subarray(item * SYSTEM, (item + 1) * SYSTEM))).toBeLessThan(1e-14);
    }
  });

  it('splitting the systems never changes the outputs, and a chunk writes only its own', () => {
    const initial = drawSystems(8, seededRandom(3));
    const whole = run(20, initial);
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const final = new Float64Array(8 * SYSTEM).fill(7);
        const energies = new Float64Array(16).fill(7);
        const expected = { final: final.slice(), energies: energies.slice() };
        expected.final.set(whole.final.subarray(start * SYSTEM, end * SYSTEM), start * SYSTEM);
        expected.energies.set(whole.energies.subarray(start * 2, end * 2), start * 2);
        nbody(20, initial, final, energies, start, end);
        expect({ final, energies }).toStrictEqual(expected);
      }),
    );
  });

  it('perturbed systems differ from the canonical one by at most 1 %, in positions and velocities only', () => {
    const initial = drawSystems(16, seededRandom(4));
    for (let i = 7; i < SYSTEM; i++) {
      for (let item = 1; item < 16; item++) {
        const ratio = initial[item * SYSTEM + i]! / initial[i]!;
        const mass = i % 7 === 6;
        expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(mass ? 0 : 0.01 + Number.EPSILON);
      }
    }
  });
});
