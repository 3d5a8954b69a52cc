import { BODIES, NUMBERS, TIME_STEP } from './params.ts';

// An imported constant is looked up on every use; V8 folds those of the module itself into its code.
const COUNT = BODIES;
const BODY = NUMBERS;
const DT = TIME_STEP;

/**
 * The fields are what this lane is about. Nothing but their types is written here, and yet since ES2022 each of these lines
 * runs: it defines the field as undefined before the constructor gives it a number. V8 then takes the field for one
 * that may hold anything, and puts every number that is stored there in an object of its own.
 */
class Body {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  mass: number;

  constructor(numbers: Float64Array, offset: number) {
    this.x = numbers[offset]!;
    this.y = numbers[offset + 1]!;
    this.z = numbers[offset + 2]!;
    this.vx = numbers[offset + 3]!;
    this.vy = numbers[offset + 4]!;
    this.vz = numbers[offset + 5]!;
    this.mass = numbers[offset + 6]!;
  }
}

export function nbody(
  steps: number,
  initial: Float64Array,
  final: Float64Array,
  energies: Float64Array,
  start: number,
  end: number,
): void {
  for (let item = start; item < end; item++) {
    const system = item * COUNT * BODY;
    const bodies = Array.from({ length: COUNT }, (_, i) => new Body(initial, system + i * BODY));
    energies[item * 2] = energy(bodies);
    for (let step = 0; step < steps; step++) advance(bodies);
    energies[item * 2 + 1] = energy(bodies);
    for (let i = 0; i < COUNT; i++) {
      const { x, y, z, vx, vy, vz, mass } = bodies[i]!;
      final.set([x, y, z, vx, vy, vz, mass], system + i * BODY);
    }
  }
}

/** One step: each pair pulls at each other, then all move on. */
function advance(bodies: readonly Body[]): void {
  for (let i = 0; i < COUNT; i++) {
    const body = bodies[i]!;
    for (let j = i + 1; j < COUNT; j++) {
      const other = bodies[j]!;
      const dx = body.x - other.x;
      const dy = body.y - other.y;
      const dz = body.z - other.z;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const magnitude = DT / (distance2 * Math.sqrt(distance2));
      body.vx -= dx * other.mass * magnitude;
      body.vy -= dy * other.mass * magnitude;
      body.vz -= dz * other.mass * magnitude;
      other.vx += dx * body.mass * magnitude;
      other.vy += dy * body.mass * magnitude;
      other.vz += dz * body.mass * magnitude;
    }
  }
  for (const body of bodies) {
    body.x += DT * body.vx;
    body.y += DT * body.vy;
    body.z += DT * body.vz;
  }
}

/** Kinetic plus potential energy. */
function energy(bodies: readonly Body[]): number {
  let sum = 0.0;
  for (let i = 0; i < COUNT; i++) {
    const { x, y, z, vx, vy, vz, mass } = bodies[i]!;
    sum += 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    for (let j = i + 1; j < COUNT; j++) {
      const other = bodies[j]!;
      const dx = x - other.x;
      const dy = y - other.y;
      const dz = z - other.z;
      sum -= (mass * other.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}
