import { formatPercent } from '../ratio.ts';
import { significant } from '../significant.ts';
import type { Disturbance, LeftOut, TrialDetails } from '@crossover/model';

/** A trial by its place in the run: `block 3, position 7`. */
export function trialName({ trial: { block, position, twin } }: TrialDetails): string {
  return `block ${block}, position ${position}${twin === 1 ? ', twin' : ''}`;
}

/** What is strange about a trial: that it does not count, and what explains its times. */
export function trialMarks(details: TrialDetails, cell: string): readonly string[] {
  const { leftOut, disturbances } = details;
  return [
    ...(leftOut === undefined ? [] : [leftOutText(leftOut)]),
    ...new Set(disturbances.map((disturbance) => disturbanceText(disturbance, cell))),
  ];
}

function leftOutText(leftOut: LeftOut): string {
  switch (leftOut) {
    case 'twin':
      return 'twin: shows the noise only';
    case 'block-replaced':
      return 'does not count: its block was measured again';
    case 'taken-again':
      return 'does not count: its turn was taken again';
    case 'failed':
      return 'does not count: failed';
  }
}

function disturbanceText(disturbance: Disturbance, cell: string): string {
  switch (disturbance.kind) {
    case 'steal':
      return `disturbed: others took ${formatPercent(disturbance.share)} of the time of the cores in its block`;
    case 'contended': {
      const who = disturbance.cell === cell ? 'it' : 'another cell of its block';
      return `disturbed: ${who} had a core for ${formatPercent(disturbance.cpuShare)} of its time`;
    }
    case 'capacity':
      return `disturbed: ${disturbance.threads} threads got the work of ${significant(disturbance.effective)} done in its block`;
  }
}
