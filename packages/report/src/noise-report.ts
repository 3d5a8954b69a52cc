import { UNBOUNDED } from '@crossover/model';
import { formatPercent, formatRatio } from './ratio.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { symbolsOf } from './symbols.ts';
import type { Effort, Noise, Result } from '@crossover/model';
import type { Style } from './style.ts';
import type { Symbols } from './symbols.ts';

/** A difference that is seen only from a factor of ten on is none that anybody looks for. */
const BEYOND_SENSE = 9;

/** How far the numbers of a run can be trusted, as its twins show. */
export function renderNoise({ noise, effort }: Pick<Result, 'noise' | 'effort'>, style: Style): string {
  const paint = paintOf(style);
  const sentences = [...noiseSentences(noise, symbolsOf(style)), ...effortSentences(effort)];
  const text = sentences.map((sentence) => paragraph(sentence, style.width)).join('\n');
  return `${paint.heading('Noise')}\n${noise.verdictsWithheld ? paint.bad(text) : text}`;
}

/** The same as sentences. */
export function noiseSentences(noise: Noise, symbols: Symbols): readonly string[] {
  const { twins, floor, inflation, smallestVisible, verdictsWithheld, mixed } = noise;
  if (twins.length === 0) {
    return ['No cell was measured twice per block, so that the noise is unknown: verdicts are withheld.'];
  }
  const many = twins.length === 1 ? 'One cell was' : `${twins.length} cells were`;
  const visible =
    smallestVisible < BEYOND_SENSE
      ? `The smallest difference that this run can see is ${formatPercent(smallestVisible)}.`
      : 'So few blocks show hardly any spread: this run cannot tell a difference from noise.';
  const differ = `${many} measured twice per block: the two differ by up to ${formatPercent(Math.min(floor, UNBOUNDED))}.`;
  const wider =
    inflation > 1 ? ` All intervals are made ${formatRatio(inflation, symbols)} wider for that.` : '';
  return [
    ...(mixed ? ['The run mixes what must not be mixed: verdicts are withheld.'] : []),
    `${differ} ${visible}${wider}`,
    ...(verdictsWithheld && !mixed
      ? ['That is more than chance allows: the machine was too noisy, and verdicts are withheld.']
      : []),
  ];
}

/** How undisturbed a run was, and how much of it went into what is shown. */
export function effortSentences(effort: Effort | undefined): readonly string[] {
  if (effort === undefined) return [];
  const { blocks, disturbedBlocks, replacedBlocks, sampledShare } = effort;
  const again = replacedBlocks > 0 ? `, of which ${replacedBlocks} were measured again and do not count` : '';
  return [
    `Others used the machine in ${disturbedBlocks} of ${blocks} blocks${again}. ${formatPercent(sampledShare)} of the trials’ time went into timed samples, the rest into starting, warming up and checking.`,
  ];
}
