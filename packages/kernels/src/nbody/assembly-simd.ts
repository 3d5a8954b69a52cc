import { nbody as plain } from './assembly';
import { BODIES, NUMBERS, TIME_STEP } from './params';

/** Bytes of a system in the arena. */
const SYSTEM: usize = <usize>BODIES * NUMBERS * 8;
/** Bytes of a body at work: x, y, z, vx, vy, vz, mass, each of two systems. */
const BODY: usize = <usize>NUMBERS * 16;
const LAST: usize = <usize>BODIES * BODY;
const bodies: usize = memory.data(5 * 7 * 16, 16);

/** Two systems at a time; one that is left over as in the plain lane. */
export function nbody(steps: u32, initial: usize, final: usize, energies: usize, start: u32, end: u32): void {
  let item: u32 = start;
  for (; item + 2 <= end; item += 2) {
    const first: usize = <usize>item * SYSTEM;
    for (let number: usize = 0; number < SYSTEM; number += 8) {
      store<f64>(bodies + number * 2, load<f64>(initial + first + number));
      store<f64>(bodies + number * 2, load<f64>(initial + first + SYSTEM + number), 8);
    }
    storeEnergy(energies + (<usize>item << 4));
    for (let step: u32 = 0; step < steps; step++) advance();
    storeEnergy(energies + (<usize>item << 4) + 8);
    for (let number: usize = 0; number < SYSTEM; number += 8) {
      store<f64>(final + first + number, load<f64>(bodies + number * 2));
      store<f64>(final + first + SYSTEM + number, load<f64>(bodies + number * 2, 8));
    }
  }
  if (item < end) plain(steps, initial, final, energies, item, end);
}

/** One step, as in the plain lane. */
function advance(): void {
  const dt: v128 = f64x2.splat(TIME_STEP);
  for (let i: usize = bodies; i < bodies + LAST; i += BODY) {
    const x: v128 = v128.load(i);
    const y: v128 = v128.load(i, 16);
    const z: v128 = v128.load(i, 32);
    let vx: v128 = v128.load(i, 48);
    let vy: v128 = v128.load(i, 64);
    let vz: v128 = v128.load(i, 80);
    const mass: v128 = v128.load(i, 96);
    for (let j: usize = i + BODY; j < bodies + LAST; j += BODY) {
      const dx: v128 = f64x2.sub(x, v128.load(j));
      const dy: v128 = f64x2.sub(y, v128.load(j, 16));
      const dz: v128 = f64x2.sub(z, v128.load(j, 32));
      const distance2: v128 = norm2(dx, dy, dz);
      const magnitude: v128 = f64x2.div(dt, f64x2.mul(distance2, f64x2.sqrt(distance2)));
      const otherMass: v128 = v128.load(j, 96);
      vx = f64x2.sub(vx, f64x2.mul(f64x2.mul(dx, otherMass), magnitude));
      vy = f64x2.sub(vy, f64x2.mul(f64x2.mul(dy, otherMass), magnitude));
      vz = f64x2.sub(vz, f64x2.mul(f64x2.mul(dz, otherMass), magnitude));
      v128.store(j, f64x2.add(v128.load(j, 48), f64x2.mul(f64x2.mul(dx, mass), magnitude)), 48);
      v128.store(j, f64x2.add(v128.load(j, 64), f64x2.mul(f64x2.mul(dy, mass), magnitude)), 64);
      v128.store(j, f64x2.add(v128.load(j, 80), f64x2.mul(f64x2.mul(dz, mass), magnitude)), 80);
    }
    v128.store(i, vx, 48);
    v128.store(i, vy, 64);
    v128.store(i, vz, 80);
  }
  for (let i: usize = bodies; i < bodies + LAST; i += BODY) {
    v128.store(i, f64x2.add(v128.load(i), f64x2.mul(dt, v128.load(i, 48))));
    v128.store(i, f64x2.add(v128.load(i, 16), f64x2.mul(dt, v128.load(i, 64))), 16);
    v128.store(i, f64x2.add(v128.load(i, 32), f64x2.mul(dt, v128.load(i, 80))), 32);
  }
}

/** Kinetic plus potential energy, as in the plain lane: of the first system, and 16 bytes on of the second. */
function storeEnergy(energies: usize): void {
  let sum: v128 = f64x2.splat(0.0);
  for (let i: usize = bodies; i < bodies + LAST; i += BODY) {
    const mass: v128 = v128.load(i, 96);
    const speed2: v128 = norm2(v128.load(i, 48), v128.load(i, 64), v128.load(i, 80));
    sum = f64x2.add(sum, f64x2.mul(f64x2.mul(f64x2.splat(0.5), mass), speed2));
    for (let j: usize = i + BODY; j < bodies + LAST; j += BODY) {
      const dx: v128 = f64x2.sub(v128.load(i), v128.load(j));
      const dy: v128 = f64x2.sub(v128.load(i, 16), v128.load(j, 16));
      const dz: v128 = f64x2.sub(v128.load(i, 32), v128.load(j, 32));
      const masses: v128 = f64x2.mul(mass, v128.load(j, 96));
      sum = f64x2.sub(sum, f64x2.div(masses, f64x2.sqrt(norm2(dx, dy, dz))));
    }
  }
  store<f64>(energies, f64x2.extract_lane(sum, 0));
  store<f64>(energies, f64x2.extract_lane(sum, 1), 16);
}

function norm2(x: v128, y: v128, z: v128): v128 {
  return f64x2.add(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)), f64x2.mul(z, z));
}
