import { BODIES, NUMBERS, TIME_STEP } from './params.ts';

// An imported constant is looked up on every use; V8 folds those of the module itself into its code.
const BODY = NUMBERS;
const SYSTEM = BODIES * BODY;
const DT = TIME_STEP;
/** Where each body begins. */
const SUN = 0;
const JUPITER = BODY;
const SATURN = BODY * 2;
const URANUS = BODY * 3;
const NEPTUNE = BODY * 4;
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

/**
 * One step: each pair pulls at each other, then all move on. The pairs are written out, as a static compiler would
 * do it: at places known beforehand V8 need not check bounds.
 */
function advance(): void {
  let x = bodies[SUN]!;
  let y = bodies[SUN + 1]!;
  let z = bodies[SUN + 2]!;
  let vx = bodies[SUN + 3]!;
  let vy = bodies[SUN + 4]!;
  let vz = bodies[SUN + 5]!;
  let mass = bodies[SUN + 6]!;
  let dx = x - bodies[JUPITER]!;
  let dy = y - bodies[JUPITER + 1]!;
  let dz = z - bodies[JUPITER + 2]!;
  let magnitude = pull(dx, dy, dz);
  let other = bodies[JUPITER + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[JUPITER + 3]! += dx * mass * magnitude;
  bodies[JUPITER + 4]! += dy * mass * magnitude;
  bodies[JUPITER + 5]! += dz * mass * magnitude;
  dx = x - bodies[SATURN]!;
  dy = y - bodies[SATURN + 1]!;
  dz = z - bodies[SATURN + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[SATURN + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[SATURN + 3]! += dx * mass * magnitude;
  bodies[SATURN + 4]! += dy * mass * magnitude;
  bodies[SATURN + 5]! += dz * mass * magnitude;
  dx = x - bodies[URANUS]!;
  dy = y - bodies[URANUS + 1]!;
  dz = z - bodies[URANUS + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[URANUS + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[URANUS + 3]! += dx * mass * magnitude;
  bodies[URANUS + 4]! += dy * mass * magnitude;
  bodies[URANUS + 5]! += dz * mass * magnitude;
  dx = x - bodies[NEPTUNE]!;
  dy = y - bodies[NEPTUNE + 1]!;
  dz = z - bodies[NEPTUNE + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[NEPTUNE + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[NEPTUNE + 3]! += dx * mass * magnitude;
  bodies[NEPTUNE + 4]! += dy * mass * magnitude;
  bodies[NEPTUNE + 5]! += dz * mass * magnitude;
  bodies[SUN + 3] = vx;
  bodies[SUN + 4] = vy;
  bodies[SUN + 5] = vz;
  x = bodies[JUPITER]!;
  y = bodies[JUPITER + 1]!;
  z = bodies[JUPITER + 2]!;
  vx = bodies[JUPITER + 3]!;
  vy = bodies[JUPITER + 4]!;
  vz = bodies[JUPITER + 5]!;
  mass = bodies[JUPITER + 6]!;
  dx = x - bodies[SATURN]!;
  dy = y - bodies[SATURN + 1]!;
  dz = z - bodies[SATURN + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[SATURN + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[SATURN + 3]! += dx * mass * magnitude;
  bodies[SATURN + 4]! += dy * mass * magnitude;
  bodies[SATURN + 5]! += dz * mass * magnitude;
  dx = x - bodies[URANUS]!;
  dy = y - bodies[URANUS + 1]!;
  dz = z - bodies[URANUS + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[URANUS + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[URANUS + 3]! += dx * mass * magnitude;
  bodies[URANUS + 4]! += dy * mass * magnitude;
  bodies[URANUS + 5]! += dz * mass * magnitude;
  dx = x - bodies[NEPTUNE]!;
  dy = y - bodies[NEPTUNE + 1]!;
  dz = z - bodies[NEPTUNE + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[NEPTUNE + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[NEPTUNE + 3]! += dx * mass * magnitude;
  bodies[NEPTUNE + 4]! += dy * mass * magnitude;
  bodies[NEPTUNE + 5]! += dz * mass * magnitude;
  bodies[JUPITER + 3] = vx;
  bodies[JUPITER + 4] = vy;
  bodies[JUPITER + 5] = vz;
  x = bodies[SATURN]!;
  y = bodies[SATURN + 1]!;
  z = bodies[SATURN + 2]!;
  vx = bodies[SATURN + 3]!;
  vy = bodies[SATURN + 4]!;
  vz = bodies[SATURN + 5]!;
  mass = bodies[SATURN + 6]!;
  dx = x - bodies[URANUS]!;
  dy = y - bodies[URANUS + 1]!;
  dz = z - bodies[URANUS + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[URANUS + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[URANUS + 3]! += dx * mass * magnitude;
  bodies[URANUS + 4]! += dy * mass * magnitude;
  bodies[URANUS + 5]! += dz * mass * magnitude;
  dx = x - bodies[NEPTUNE]!;
  dy = y - bodies[NEPTUNE + 1]!;
  dz = z - bodies[NEPTUNE + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[NEPTUNE + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[NEPTUNE + 3]! += dx * mass * magnitude;
  bodies[NEPTUNE + 4]! += dy * mass * magnitude;
  bodies[NEPTUNE + 5]! += dz * mass * magnitude;
  bodies[SATURN + 3] = vx;
  bodies[SATURN + 4] = vy;
  bodies[SATURN + 5] = vz;
  x = bodies[URANUS]!;
  y = bodies[URANUS + 1]!;
  z = bodies[URANUS + 2]!;
  vx = bodies[URANUS + 3]!;
  vy = bodies[URANUS + 4]!;
  vz = bodies[URANUS + 5]!;
  mass = bodies[URANUS + 6]!;
  dx = x - bodies[NEPTUNE]!;
  dy = y - bodies[NEPTUNE + 1]!;
  dz = z - bodies[NEPTUNE + 2]!;
  magnitude = pull(dx, dy, dz);
  other = bodies[NEPTUNE + 6]!;
  vx -= dx * other * magnitude;
  vy -= dy * other * magnitude;
  vz -= dz * other * magnitude;
  bodies[NEPTUNE + 3]! += dx * mass * magnitude;
  bodies[NEPTUNE + 4]! += dy * mass * magnitude;
  bodies[NEPTUNE + 5]! += dz * mass * magnitude;
  bodies[URANUS + 3] = vx;
  bodies[URANUS + 4] = vy;
  bodies[URANUS + 5] = vz;
  bodies[SUN]! += DT * bodies[SUN + 3]!;
  bodies[SUN + 1]! += DT * bodies[SUN + 4]!;
  bodies[SUN + 2]! += DT * bodies[SUN + 5]!;
  bodies[JUPITER]! += DT * bodies[JUPITER + 3]!;
  bodies[JUPITER + 1]! += DT * bodies[JUPITER + 4]!;
  bodies[JUPITER + 2]! += DT * bodies[JUPITER + 5]!;
  bodies[SATURN]! += DT * bodies[SATURN + 3]!;
  bodies[SATURN + 1]! += DT * bodies[SATURN + 4]!;
  bodies[SATURN + 2]! += DT * bodies[SATURN + 5]!;
  bodies[URANUS]! += DT * bodies[URANUS + 3]!;
  bodies[URANUS + 1]! += DT * bodies[URANUS + 4]!;
  bodies[URANUS + 2]! += DT * bodies[URANUS + 5]!;
  bodies[NEPTUNE]! += DT * bodies[NEPTUNE + 3]!;
  bodies[NEPTUNE + 1]! += DT * bodies[NEPTUNE + 4]!;
  bodies[NEPTUNE + 2]! += DT * bodies[NEPTUNE + 5]!;
}

/** Δt ÷ distance³. */
function pull(dx: number, dy: number, dz: number): number {
  const distance2 = dx * dx + dy * dy + dz * dz;
  return DT / (distance2 * Math.sqrt(distance2));
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
