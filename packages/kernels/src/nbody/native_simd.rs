#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use super::nbody;
use crate::params::nbody::{BODIES, NUMBERS, TIME_STEP};
use crate::simd::{Tuned, Vector, Width};
use std::array::from_fn;

const BODY: usize = NUMBERS as usize;
const SYSTEM: usize = BODIES as usize * BODY;
/// As many systems as a vector has lanes: x, y, z, vx, vy, vz, mass of each body.
type Systems<V> = [[V; BODY]; BODIES as usize];

/// Fills the outputs of the items `[start, end)`; `last` and `energies` are exactly theirs.
pub fn nbody(steps: u32, initial: &[f64], last: &mut [f64], energies: &mut [f64], start: usize, end: usize) {
    Width::widest().work(Chunk { steps, initial, last, energies, start, end });
}

struct Chunk<'a> {
    steps: u32,
    initial: &'a [f64],
    last: &'a mut [f64],
    energies: &'a mut [f64],
    start: usize,
    end: usize,
}

impl Tuned for Chunk<'_> {
    #[inline(always)]
    fn vectors<V: Vector>(self) {
        let outputs =
            self.last.chunks_mut(V::LANES * SYSTEM).zip(self.energies.chunks_mut(V::LANES * 2));
        for (item, (last, energies)) in (self.start..self.end).step_by(V::LANES).zip(outputs) {
            if item + 1 == self.end {
                // A system alone is done sooner without vectors.
                return nbody::nbody(self.steps, self.initial, last, energies, item, self.end);
            }
            // In the last group, lanes that are left over repeat the last system.
            let system = |lane: usize| &self.initial[(item + lane).min(self.end - 1) * SYSTEM..];
            let mut bodies: Systems<V> = from_fn(|body| {
                from_fn(|number| V::from_lanes(|lane| system(lane)[body * BODY + number]))
            });
            scatter(energy(&bodies), energies, 0, 2);
            for _ in 0..self.steps {
                advance(&mut bodies);
            }
            scatter(energy(&bodies), energies, 1, 2);
            for (index, number) in bodies.into_iter().flatten().enumerate() {
                scatter(number, last, index, SYSTEM);
            }
        }
    }

    fn plain(self) {
        nbody::nbody(self.steps, self.initial, self.last, self.energies, self.start, self.end);
    }
}

/// Writes the first lane at `index` and each further one a `stride` behind, as far as there are values.
#[inline(always)]
fn scatter<V: Vector>(vector: V, values: &mut [f64], index: usize, stride: usize) {
    let mut lanes = [0.0; 4];
    vector.store(&mut lanes);
    for (value, lane) in values[index..].iter_mut().step_by(stride).zip(lanes) {
        *value = lane;
    }
}

/// One step, as in the plain lane.
#[inline(always)]
fn advance<V: Vector>(bodies: &mut Systems<V>) {
    let dt = V::splat(TIME_STEP);
    for i in 0..bodies.len() {
        let [x, y, z, mut vx, mut vy, mut vz, mass] = bodies[i];
        for other in &mut bodies[i + 1..] {
            let dx = x - other[0];
            let dy = y - other[1];
            let dz = z - other[2];
            let distance2 = dx * dx + dy * dy + dz * dz;
            let magnitude = dt / (distance2 * distance2.sqrt());
            let other_mass = other[6];
            vx = vx - dx * other_mass * magnitude;
            vy = vy - dy * other_mass * magnitude;
            vz = vz - dz * other_mass * magnitude;
            other[3] = other[3] + dx * mass * magnitude;
            other[4] = other[4] + dy * mass * magnitude;
            other[5] = other[5] + dz * mass * magnitude;
        }
        bodies[i] = [x, y, z, vx, vy, vz, mass];
    }
    for [x, y, z, vx, vy, vz, _] in bodies {
        *x = *x + dt * *vx;
        *y = *y + dt * *vy;
        *z = *z + dt * *vz;
    }
}

/// Kinetic plus potential energy, as in the plain lane.
#[inline(always)]
fn energy<V: Vector>(bodies: &Systems<V>) -> V {
    let mut sum = V::splat(0.0);
    for (i, &[x, y, z, vx, vy, vz, mass]) in bodies.iter().enumerate() {
        sum = sum + V::splat(0.5) * mass * (vx * vx + vy * vy + vz * vz);
        for other in &bodies[i + 1..] {
            let dx = x - other[0];
            let dy = y - other[1];
            let dz = z - other[2];
            sum = sum - (mass * other[6]) / (dx * dx + dy * dy + dz * dz).sqrt();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{Chunk, SYSTEM, nbody};
    use crate::simd::Width;

    #[test]
    fn every_width_computes_the_same_bits_as_the_plain_lane_however_many_systems_are_left_over() {
        let initial: Vec<f64> = (0_u32..6 * 35).map(|i| f64::from(i * i % 97 + 1) / 50.0).collect();
        for (start, end) in [(0, 6), (1, 6), (2, 5), (3, 5), (5, 6), (4, 4)] {
            let (mut last, mut energies) = ([0.0; 6 * SYSTEM], [0.0; 6 * 2]);
            let (last, energies) = (&mut last[..(end - start) * SYSTEM], &mut energies[..(end - start) * 2]);
            nbody::nbody(20, &initial, last, energies, start, end);
            let expected = [&*last, &*energies].concat().into_iter().map(f64::to_bits).collect::<Vec<_>>();
            for width in [Width::Avx2, Width::Sse2, Width::Neon, Width::Scalar] {
                last.fill(0.0);
                energies.fill(0.0);
                width.work(Chunk { steps: 20, initial: &initial, last, energies, start, end });
                let actual = [&*last, &*energies].concat().into_iter().map(f64::to_bits).collect::<Vec<_>>();
                assert_eq!(actual, expected, "{width:?} [{start}, {end})");
            }
        }
    }
}
