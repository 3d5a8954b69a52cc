import { BODIES, NUMBERS } from './params.ts';
import type { Random } from '@crossover/model';

const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS_PER_YEAR = 365.24;
/** Position in astronomical units, velocity per day, mass in solar masses, as the Benchmarks Game publishes them. */
const PLANETS: readonly (readonly [number, number, number, number, number, number, number])[] = [
  // Jupiter
  [
    4.8414314424647209, -1.16032004402742839, -1.03622044471123109e-1, 1.66007664274403694e-3,
    7.69901118419740425e-3, -6.90460016972063023e-5, 9.54791938424326609e-4,
  ],
  // Saturn
  [
    8.34336671824457987, 4.12479856412430479, -4.03523417114321381e-1, -2.767425107268624e-3,
    4.99852801234917238e-3, 2.30417297573763929e-5, 2.85885980666130812e-4,
  ],
  // Uranus
  [
    1.2894369562139131e1, -1.51111514016986312e1, -2.23307578892655734e-1, 2.96460137564761618e-3,
    2.3784717395948095e-3, -2.96589568540237556e-5, 4.36624404335156298e-5,
  ],
  // Neptune
  [
    1.53796971148509165e1, -2.59193146099879641e1, 1.79258772950371181e-1, 2.68067772490389322e-3,
    1.62824170038242295e-3, -9.5159225451971587e-5, 5.15138902046611451e-5,
  ],
];
/** How far, relatively, a planet of a perturbed system may be from where the canonical one has it. */
const PERTURBATION = 0.01;

/** System 0 is the canonical one; in the others each planet's position and velocity is off by up to 1 %. */
export function drawSystems(count: number, random: Random): Float64Array {
  const initial = new Float64Array(count * BODIES * NUMBERS);
  for (let item = 0; item < count; item++) {
    const perturb = item === 0 ? () => 1 : () => 1 + PERTURBATION * (2 * random.fraction() - 1);
    const planets = PLANETS.map(([x, y, z, vx, vy, vz, mass]) => [
      x * perturb(),
      y * perturb(),
      z * perturb(),
      vx * DAYS_PER_YEAR * perturb(),
      vy * DAYS_PER_YEAR * perturb(),
      vz * DAYS_PER_YEAR * perturb(),
      mass * SOLAR_MASS,
    ]);
    initial.set([...restingSun(planets), ...planets.flat()], item * BODIES * NUMBERS);
  }
  return initial;
}

/** The sun at the origin, with the velocity that leaves the system as a whole at rest. */
function restingSun(planets: readonly (readonly number[])[]): readonly number[] {
  const momentum = (axis: number): number =>
    planets.reduce((sum, planet) => sum + planet[3 + axis]! * planet[6]!, 0);
  return [
    0,
    0,
    0,
    -momentum(0) / SOLAR_MASS,
    -momentum(1) / SOLAR_MASS,
    -momentum(2) / SOLAR_MASS,
    SOLAR_MASS,
  ];
}
