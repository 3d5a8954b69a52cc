import { BASE_MODE } from '@crossover/model';
import { MARGIN, meanOf, ratioOf, verdictOf } from '@crossover/statistics';
import { gains } from './lever.ts';
import { cpuOf, wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Verdict } from '@crossover/model';
import type { Confidence, Mean } from '@crossover/statistics';

/** What CPU time says of two cells that compute on one thread, where it should say the same as wall time. */
export interface CpuWitness {
  /** Of ln(base ÷ subject), block by block, in CPU time. */
  readonly logs: Mean;
  /** CPU time ÷ wall time of each: below 1 where it waited for a core, above where V8 helped in other threads. */
  readonly baseShare: number;
  readonly subjectShare: number;
}

/** The witness of a comparison; undefined where one of the cells uses more threads, or has no CPU time. */
export function cpuWitness(
  { cpu }: KernelTrials,
  base: CellTrials,
  subject: CellTrials,
): CpuWitness | undefined {
  if (base.cell.mode !== BASE_MODE || subject.cell.mode !== BASE_MODE) return undefined;
  const measured = cpu.contrast([
    { trials: base, weight: 1 },
    { trials: subject, weight: -1 },
  ]);
  return measured && { logs: measured.logs, baseShare: cpuShare(base), subjectShare: cpuShare(subject) };
}

function cpuShare({ completed }: CellTrials): number {
  const read = [...completed[0].values()].filter((trial) => cpuOf(trial) > 0);
  return Math.exp(meanOf(read.map((trial) => Math.log(cpuOf(trial) / wallOf(trial)))).mean);
}

/**
 * Whether a verdict on wall time is one on who had to wait: CPU time shows the two to be the same, or the other way
 * round, and the one that took longer did not have a core for all of its time. The last condition spares cells that
 * are faster because V8 collects garbage in other threads: that costs CPU time, and is a gain nevertheless.
 */
export function isContended(
  verdict: Verdict,
  { logs, baseShare, subjectShare }: CpuWitness,
  confidence: Confidence,
): boolean {
  const faster = gains(verdict);
  if (faster === undefined || verdict === 'same') return false;
  const byCpu = verdictOf(ratioOf(logs, confidence));
  const confirmed = byCpu === 'inconclusive' || (byCpu !== 'same' && gains(byCpu) === faster);
  return !confirmed && (faster ? baseShare : subjectShare) < 1 / (1 + MARGIN);
}
