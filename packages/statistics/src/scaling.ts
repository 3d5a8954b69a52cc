import { aicc } from './information-criterion.ts';
import { nonNegativePair } from './non-negative-pair.ts';

/** Time of an operation on some workers ÷ that on one, in one block. */
export interface ScalingPoint {
  readonly workers: number;
  readonly ratio: number;
}

/** How time falls with the number of workers p: ratio = 1 ÷ p + serial × (1 − 1 ÷ p) + crosstalk × (p − 1). */
export interface Scaling {
  /** Share of the work that is not divided. Above 1, workers cost more than they bring. */
  readonly serial: number;
  /** What each pair of workers costs each other, as a share of the work; 0 in Amdahl's law. */
  readonly crosstalk: number;
}

/** A law and how well it fits, or why there are too few points for it. */
export type ScalingFit =
  | ({ readonly kind: 'fit'; readonly law: 'amdahl' | 'usl'; readonly aicc: number | undefined } & Scaling)
  | { readonly kind: 'refused'; readonly reason: string };

/** Numbers of workers, 1 included, without which a law with one or two parameters fits anything. */
const FEWEST_COUNTS = { amdahl: 3, usl: 6 } as const;

/**
 * Share of the work that was not divided, as one speed-up shows it (Karp and Flatt, CACM 33(5), 1990). It grows
 * with the number of workers where these hinder each other; below 0, they gain more than their number.
 * @param workers or as many cores' worth of work as they really got, which need not be a whole number
 * @throws RangeError when there is not more than one worker.
 */
export function karpFlatt(speedUp: number, workers: number): number {
  if (!(workers > 1)) throw new RangeError(`expected more than one worker, got ${workers}`);
  return (1 / speedUp - 1 / workers) / (1 - 1 / workers);
}

/**
 * Amdahl's law through the points: a line through (1, 1) in 1 ÷ p, by least squares, its parameter not negative.
 * Points with more workers than cores are left out: they show the scheduler, not the program.
 */
export function amdahlFit(points: readonly ScalingPoint[], cores: number): ScalingFit {
  return fitOf('amdahl', points, cores);
}

/**
 * The universal scalability law (Gunther, Guerrilla Capacity Planning, 2007) through the points, by least squares with
 * both parameters not negative. Fitted to the same ratios as Amdahl's law, so that the criterion compares the two.
 */
export function uslFit(points: readonly ScalingPoint[], cores: number): ScalingFit {
  return fitOf('usl', points, cores);
}

/** The law with the smaller criterion; Amdahl's where the other cannot be fitted, or fits no better. */
export function scalingFit(points: readonly ScalingPoint[], cores: number): ScalingFit {
  const [amdahl, usl] = [amdahlFit(points, cores), uslFit(points, cores)];
  const better =
    amdahl.kind === 'fit' &&
    usl.kind === 'fit' &&
    amdahl.aicc !== undefined &&
    usl.aicc !== undefined &&
    usl.aicc < amdahl.aicc;
  return better ? usl : amdahl;
}

function fitOf(law: 'amdahl' | 'usl', points: readonly ScalingPoint[], cores: number): ScalingFit {
  // One worker against itself is 1 by definition and says nothing about either parameter.
  const telling = points.filter(({ workers }) => workers > 1 && workers <= cores);
  const counts = new Set(telling.map(({ workers }) => workers)).size + 1;
  const fewest = FEWEST_COUNTS[law];
  if (counts < fewest) {
    const reason = `it needs ${fewest} numbers of workers up to the ${cores} cores, 1 included; there are ${counts}`;
    return { kind: 'refused', reason };
  }
  const rows = telling.map(({ workers, ratio }) => ({
    first: 1 - 1 / workers,
    second: law === 'usl' ? workers - 1 : 0,
    target: ratio - 1 / workers,
  }));
  const { first: serial, second: crosstalk, squares } = nonNegativePair(rows);
  const parameters = law === 'usl' ? 2 : 1;
  return { kind: 'fit', law, serial, crosstalk, aicc: aicc(squares, rows.length, parameters) };
}
