import type { MeasuredPeaks, PeakRate, Peaks, RunRecord } from '@crossover/model';

/**
 * The peaks of a run. One that was merged from several has several: of each rate the highest stands, since a machine can
 * do at least that. Undefined in runs of before there were any.
 */
export function peaksOf(records: readonly RunRecord[]): Peaks | undefined {
  const kept = records.filter((record) => record.kind === 'peaks');
  const [first] = kept;
  if (first === undefined) return undefined;
  const measured = kept.filter((one) => one.status === 'ok');
  if (measured.length === 0) {
    const { kind: _, ...peaks } = first;
    return peaks;
  }
  return highestOf(measured);
}

function highestOf(measured: readonly MeasuredPeaks[]): MeasuredPeaks {
  return {
    status: 'ok',
    arithmetic: highest(
      measured.flatMap(({ arithmetic }) => arithmetic),
      ({ numbers, form, threads }) => `${numbers} ${form} ${threads}`,
    ),
    bandwidth: highest(
      measured.flatMap(({ bandwidth }) => bandwidth),
      ({ level, stores, threads }) => `${level} ${stores} ${threads}`,
    ),
    caches: measured[0]?.caches ?? [],
  };
}

function highest<Rate extends PeakRate>(
  rates: readonly Rate[],
  nameOf: (rate: Rate) => string,
): readonly Rate[] {
  return [...Map.groupBy(rates, nameOf).values()].map((group) =>
    group.reduce((most, rate) => (rate.bestPerSecond > most.bestPerSecond ? rate : most)),
  );
}
