use crate::params::nbody::{BODIES, NUMBERS, TIME_STEP};

/// x, y, z, vx, vy, vz, mass.
type Body = [f64; NUMBERS as usize];
type System = [Body; BODIES as usize];
const DT: f64 = TIME_STEP;

/// Fills the outputs of the items `[start, end)`; `last` and `energies` are exactly theirs.
pub fn nbody(steps: u32, initial: &[f64], last: &mut [f64], energies: &mut [f64], start: usize, end: usize) {
    let systems = initial.as_chunks().0.as_chunks().0[start..end].iter();
    let outputs = last.as_chunks_mut().0.as_chunks_mut().0.iter_mut().zip(energies.as_chunks_mut().0);
    for (initial, (last, energies)) in systems.zip(outputs) {
        let mut bodies = *initial;
        let before = energy(&bodies);
        for _ in 0..steps {
            advance(&mut bodies);
        }
        *energies = [before, energy(&bodies)];
        *last = bodies;
    }
}

/// One step: each pair pulls at each other, then all move on.
fn advance(bodies: &mut System) {
    for i in 0..bodies.len() {
        let [x, y, z, mut vx, mut vy, mut vz, mass] = bodies[i];
        for other in &mut bodies[i + 1..] {
            let dx = x - other[0];
            let dy = y - other[1];
            let dz = z - other[2];
            let distance2 = dx * dx + dy * dy + dz * dz;
            let magnitude = DT / (distance2 * distance2.sqrt());
            let other_mass = other[6];
            vx -= dx * other_mass * magnitude;
            vy -= dy * other_mass * magnitude;
            vz -= dz * other_mass * magnitude;
            other[3] += dx * mass * magnitude;
            other[4] += dy * mass * magnitude;
            other[5] += dz * mass * magnitude;
        }
        bodies[i] = [x, y, z, vx, vy, vz, mass];
    }
    for [x, y, z, vx, vy, vz, _] in bodies {
        *x += DT * *vx;
        *y += DT * *vy;
        *z += DT * *vz;
    }
}

/// Kinetic plus potential energy.
fn energy(bodies: &System) -> f64 {
    let mut sum = 0.0;
    for (i, &[x, y, z, vx, vy, vz, mass]) in bodies.iter().enumerate() {
        sum += 0.5 * mass * (vx * vx + vy * vy + vz * vz);
        for other in &bodies[i + 1..] {
            let dx = x - other[0];
            let dy = y - other[1];
            let dz = z - other[2];
            sum -= (mass * other[6]) / (dx * dx + dy * dy + dz * dz).sqrt();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{System, advance, energy};

    /// Two bodies of mass 1 at distance 2; the others weigh nothing and are far away.
    fn pair() -> System {
        let mut bodies = [[0.0; 7]; 5];
        for (i, body) in bodies.iter_mut().enumerate() {
            body[0] = 10.0 * i as f64;
        }
        bodies[1][0] = 2.0;
        bodies[0][6] = 1.0;
        bodies[1][6] = 1.0;
        bodies
    }

    #[test]
    fn resting_bodies_have_only_potential_energy() {
        assert!((energy(&pair()) - -0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn two_bodies_pull_at_each_other_equally() {
        let mut bodies = pair();
        advance(&mut bodies);
        assert!(bodies[0][3] > 0.0);
        assert!((bodies[0][3] + bodies[1][3]).abs() < f64::EPSILON);
        assert!((bodies[0][3] - 0.01 / 4.0).abs() < f64::EPSILON);
    }
}
