import { BODIES, NUMBERS, TIME_STEP } from './params';

const BODY: usize = <usize>NUMBERS * 8;
const SYSTEM: usize = <usize>BODIES * BODY;
const DT: f64 = TIME_STEP;
/** The system at work: x, y, z, vx, vy, vz, mass of each body. */
const bodies: usize = memory.data(5 * 7 * 8, 8);

export function nbody(steps: u32, initial: usize, final: usize, energies: usize, start: u32, end: u32): void {
  for (let item: u32 = start; item < end; item++) {
    const system: usize = <usize>item * SYSTEM;
    memory.copy(bodies, initial + system, SYSTEM);
    store<f64>(energies + (<usize>item << 4), energy());
    for (let step: u32 = 0; step < steps; step++) advance();
    store<f64>(energies + (<usize>item << 4), energy(), 8);
    memory.copy(final + system, bodies, SYSTEM);
  }
}

/** One step: each pair pulls at each other, then all move on. */
function advance(): void {
  for (let i: usize = bodies; i < bodies + SYSTEM; i += BODY) {
    const x: f64 = load<f64>(i);
    const y: f64 = load<f64>(i, 8);
    const z: f64 = load<f64>(i, 16);
    let vx: f64 = load<f64>(i, 24);
    let vy: f64 = load<f64>(i, 32);
    let vz: f64 = load<f64>(i, 40);
    const mass: f64 = load<f64>(i, 48);
    for (let j: usize = i + BODY; j < bodies + SYSTEM; j += BODY) {
      const dx: f64 = x - load<f64>(j);
      const dy: f64 = y - load<f64>(j, 8);
      const dz: f64 = z - load<f64>(j, 16);
      const distance2: f64 = dx * dx + dy * dy + dz * dz;
      const magnitude: f64 = DT / (distance2 * sqrt<f64>(distance2));
      const otherMass: f64 = load<f64>(j, 48);
      vx -= dx * otherMass * magnitude;
      vy -= dy * otherMass * magnitude;
      vz -= dz * otherMass * magnitude;
      store<f64>(j, load<f64>(j, 24) + dx * mass * magnitude, 24);
      store<f64>(j, load<f64>(j, 32) + dy * mass * magnitude, 32);
      store<f64>(j, load<f64>(j, 40) + dz * mass * magnitude, 40);
    }
    store<f64>(i, vx, 24);
    store<f64>(i, vy, 32);
    store<f64>(i, vz, 40);
  }
  for (let i: usize = bodies; i < bodies + SYSTEM; i += BODY) {
    store<f64>(i, load<f64>(i) + DT * load<f64>(i, 24));
    store<f64>(i, load<f64>(i, 8) + DT * load<f64>(i, 32), 8);
    store<f64>(i, load<f64>(i, 16) + DT * load<f64>(i, 40), 16);
  }
}

/** Kinetic plus potential energy. */
function energy(): f64 {
  let sum: f64 = 0.0;
  for (let i: usize = bodies; i < bodies + SYSTEM; i += BODY) {
    const vx: f64 = load<f64>(i, 24);
    const vy: f64 = load<f64>(i, 32);
    const vz: f64 = load<f64>(i, 40);
    const mass: f64 = load<f64>(i, 48);
    sum += 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    for (let j: usize = i + BODY; j < bodies + SYSTEM; j += BODY) {
      const dx: f64 = load<f64>(i) - load<f64>(j);
      const dy: f64 = load<f64>(i, 8) - load<f64>(j, 8);
      const dz: f64 = load<f64>(i, 16) - load<f64>(j, 16);
      sum -= (mass * load<f64>(j, 48)) / sqrt<f64>(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}
