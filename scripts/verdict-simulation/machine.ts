import { seededNormal, seededUniform } from '../../packages/statistics/src/index.ts';

/** The cells of a kernel as in a bare bench: base and twin, two other lanes, and six parallel cells. */
export const CELLS = 10;
export const TWIN = 1;

export const PARALLEL: readonly number[] = [4, 5, 6, 7, 8, 9];

/** Noise of a kernel: ln(time ÷ true time) of each cell in each block. */
export type Noise = readonly (readonly number[])[];

/** An invented machine: how it disturbs trials. */
export interface Machine {
  readonly name: string;
  /** A new kernel at every call. */
  readonly noise: (blocks: number) => Noise;
}

/** Standard deviation of ln(time) of the trials of a calm cell. */
const SPREAD = 0.1;
/** The same of whole blocks, which all cells share. */
const DRIFT = 0.2;
/** Mean of −ln(1 − u), where u is spread evenly between 0.3 and 0.9: the mean delay by a theft. */
const MEAN_THEFT = 0.995_66;

const normal = seededNormal(1);
const uniform = seededUniform(2);

type PerCell = (cell: number) => number;

/** Independent trials; `draw` gives the noise of one. */
function trials(blocks: number, draw: PerCell): Noise {
  const drift = Array.from({ length: blocks }, () => DRIFT * normal());
  return Array.from({ length: CELLS }, (_, cell) => drift.map((common) => common + draw(cell)));
}

/** Cells with these multiples of the calm spread. */
function spread(name: string, factor: PerCell): Machine {
  return { name, noise: (blocks) => trials(blocks, (cell) => SPREAD * factor(cell) * normal()) };
}

/** Each cell has a variance of its own, drawn as the mean variance × 2 ÷ (χ² of 4 degrees of freedom). */
const unlike: Machine = {
  name: 'unlike cells',
  noise: (blocks) => {
    const factors = Array.from({ length: CELLS }, () => Math.sqrt(2 / chiSquaredOf4()));
    factors[TWIN] = factors[0]!;
    return trials(blocks, (cell) => SPREAD * factors[cell]! * normal());
  },
};

function chiSquaredOf4(): number {
  return -2 * Math.log((1 - uniform()) * (1 - uniform()));
}

/** Student's t with 3 degrees of freedom, with the calm spread. */
const heavyTails: Machine = {
  name: 'heavy tails (t, 3 df)',
  noise: (blocks) =>
    trials(blocks, () => {
      const chiSquared = -2 * Math.log(1 - uniform()) + normal() ** 2;
      return (SPREAD * normal()) / Math.sqrt(chiSquared);
    }),
};

/** A neighbour takes 30 to 90 % of the time of some trials, which otherwise are calm. */
function theft(share: number): Machine {
  return {
    name: `neighbour steals 30–90 % in ${share * 100} % of trials`,
    noise: (blocks) =>
      trials(blocks, () => {
        const stolen = uniform() < share ? -Math.log(1 - (0.3 + 0.6 * uniform())) : 0;
        return (SPREAD / 2) * normal() + stolen - share * MEAN_THEFT;
      }),
  };
}

/** Some cells take 1.7 times as long in a share of their processes. */
function bistable(name: string, cells: readonly number[], share: number): Machine {
  return {
    name,
    noise: (blocks) =>
      trials(blocks, (cell) => {
        const slow = cells.includes(cell) ? Number(uniform() < share) - share : 0;
        return (SPREAD / 2) * normal() + slow * Math.log(1.7);
      }),
  };
}

/** Some blocks slow all parallel cells and no others; as a multiple of the trials' own spread. */
function parallelDrift(factor: number): Machine {
  return {
    name: `blocks slow parallel cells only, ×${factor}`,
    noise: (blocks) => {
      const noise = trials(blocks, () => (SPREAD / 2) * normal());
      const extra = Array.from({ length: blocks }, () => (factor * SPREAD * normal()) / 2);
      return noise.map((values, cell) =>
        PARALLEL.includes(cell) ? values.map((value, block) => value + extra[block]!) : values,
      );
    },
  };
}

/** What was left over in a kernel of a kept run, cell by cell, scaled to what its blocks took away. */
export function resampled(name: string, kernels: readonly Noise[]): Machine {
  return {
    name,
    noise: (blocks) => {
      const cells = kernels[Math.floor(uniform() * kernels.length)]!;
      return trials(blocks, (cell) => {
        const residuals = cells[cell]!;
        const sign = uniform() < 0.5 ? -1 : 1;
        return sign * residuals[Math.floor(uniform() * residuals.length)]!;
      });
    },
  };
}

export const EQUAL: Machine = spread('equal cells', () => 1);
export const UNLIKE: Machine = unlike;
export const THEFT: Machine = theft(0.05);

export const MACHINES: readonly Machine[] = [
  EQUAL,
  spread('parallel cells spread ×2', (cell) => (PARALLEL.includes(cell) ? 2 : 1)),
  spread('parallel cells spread ×5', (cell) => (PARALLEL.includes(cell) ? 5 : 1)),
  UNLIKE,
  heavyTails,
  THEFT,
  theft(0.1),
  parallelDrift(1),
  spread('base spreads ×3', (cell) => (cell <= TWIN ? 3 : 1)),
  spread('one cell spreads ×3', (cell) => (cell === 3 ? 3 : 1)),
  parallelDrift(2),
  bistable('base ×1.7 in 20 % of its processes', [0, TWIN], 0.2),
  bistable('one cell ×1.7 in half of its processes', [3], 0.5),
];
