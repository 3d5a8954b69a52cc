import { BODIES, NUMBERS, TIME_STEP } from './params.ts';

// An imported constant is looked up on every use; V8 folds those of the module itself into its code.
const BODY = NUMBERS;
const SYSTEM = BODIES * BODY;
const DT = TIME_STEP;
/** The system at work: x, y, z, vx, vy, vz, mass of each body. */
const bodies = new Float64Array(SYSTEM);

export function nbody(
  steps: number,
  initial: Float64Array,
  final: Float64Array,
  energies: Float64Array,
  start: number,
  end: number,
): void {
  for (let item = start; item < end; item++) {
    const system = item * SYSTEM;
    for (let i = 0; i < SYSTEM; i++) bodies[i] = initial[system + i]!;
    energies[item * 2] = energy();
    for (let step = 0; step < steps; step++) advance();
    energies[item * 2 + 1] = energy();
    for (let i = 0; i < SYSTEM; i++) final[system + i] = bodies[i]!;
  }
}

/** One step: each pair pulls at each other, then all move on. */
function advance(): void {
  for (let i = 0; i < SYSTEM; i += BODY) {
    const x = bodies[i]!;
    const y = bodies[i + 1]!;
    const z = bodies[i + 2]!;
    let vx = bodies[i + 3]!;
    let vy = bodies[i + 4]!;
    let vz = bodies[i + 5]!;
    const mass = bodies[i + 6]!;
    for (let j = i + BODY; j < SYSTEM; j += BODY) {
      const dx = x - bodies[j]!;
      const dy = y - bodies[j + 1]!;
      const dz = z - bodies[j + 2]!;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const magnitude = DT / (distance2 * Math.sqrt(distance2));
      const otherMass = bodies[j + 6]!;
      vx -= dx * otherMass * magnitude;
      vy -= dy * otherMass * magnitude;
      vz -= dz * otherMass * magnitude;
      bodies[j + 3]! += dx * mass * magnitude;
      bodies[j + 4]! += dy * mass * magnitude;
      bodies[j + 5]! += dz * mass * magnitude;
    }
    bodies[i + 3] = vx;
    bodies[i + 4] = vy;
    bodies[i + 5] = vz;
  }
  for (let i = 0; i < SYSTEM; i += BODY) {
    bodies[i]! += DT * bodies[i + 3]!;
    bodies[i + 1]! += DT * bodies[i + 4]!;
    bodies[i + 2]! += DT * bodies[i + 5]!;
  }
}

/** Kinetic plus potential energy. */
function energy(): number {
  let sum = 0.0;
  for (let i = 0; i < SYSTEM; i += BODY) {
    const vx = bodies[i + 3]!;
    const vy = bodies[i + 4]!;
    const vz = bodies[i + 5]!;
    const mass = bodies[i + 6]!;
    sum += 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    for (let j = i + BODY; j < SYSTEM; j += BODY) {
      const dx = bodies[i]! - bodies[j]!;
      const dy = bodies[i + 1]! - bodies[j + 1]!;
      const dz = bodies[i + 2]! - bodies[j + 2]!;
      sum -= (mass * bodies[j + 6]!) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}
