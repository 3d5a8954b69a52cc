// How often verdicts are wrong, intervals cover the truth, and differences are found, on invented machines:
// `node --conditions=source scripts/simulate-verdicts.ts [RUNS]`. The same numbers at every call.
import { parseArgs } from 'node:util';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { levelsAtLooks } from '../packages/statistics/src/index.ts';
import { table } from './generate/documents/table.ts';
import { EDGE, judge, Kernel, WITH_BASE } from './verdict-simulation/family.ts';
import { residualsOf } from './verdict-simulation/kept-run.ts';
import { CELLS, EQUAL, MACHINES, resampled, THEFT, UNLIKE } from './verdict-simulation/machine.ts';
import { LIMMA, MODERATED, STUDENT } from './verdict-simulation/method.ts';
import type { Machine } from './verdict-simulation/machine.ts';
import type { Mean } from '../packages/statistics/src/index.ts';
import type { Method } from './verdict-simulation/method.ts';

/** Those of the profile `quick`. */
const LOOKS = [3, 5, 8, 12];
const LEVEL = levelsAtLooks(LOOKS)[0]!;
const METHODS = [STUDENT, LIMMA, MODERATED];
/** Half of the cells take as long as the base, the others 5 % more or less: on the edges of the margin. */
const NEAR = Array.from({ length: CELLS }, (_, cell) => (cell < 2 ? 0 : [0, EDGE, 0, -EDGE][cell % 4]!));
const RUNS = Number(parseArgs({ allowPositionals: true }).positionals[0] ?? 300);

const quantiles = new Map<number, number>();

/** Whether the 95 % interval of a mean covers the truth. */
function covers({ mean, standardError, count }: Mean, truth: number): boolean {
  const quantile = quantiles.getOrInsertComputed(count, () => tQuantile(0.975, count - 1));
  return Math.abs(mean - truth) <= quantile * standardError;
}

/** Share of intervals that cover the truth: of all comparisons with the base, and of the worst. */
function coverage(kernels: readonly Kernel[], blocks: number, method: Method): string {
  const counts = Array.from({ length: WITH_BASE }, () => 0);
  for (const kernel of kernels) {
    const { means, truths } = kernel.family(blocks, method);
    for (const index of counts.keys()) counts[index]! += Number(covers(means[index]!, truths[index]!));
  }
  const shares = counts.map((count) => count / kernels.length);
  return `${percent(shares.reduce((sum, share) => sum + share, 0) / WITH_BASE)} (${percent(Math.min(...shares))})`;
}

/** Share of kernels with a wrong verdict at any of the looks. */
function wrong(kernels: readonly Kernel[], method: Method): string {
  const bad = kernels.filter((kernel) =>
    LOOKS.some((blocks) => judge(kernel.family(blocks, method), LEVEL).some((verdict) => verdict.wrong)),
  );
  return percent(bad.length / kernels.length, 1);
}

function errorsOn({ name, noise }: Machine): readonly string[] {
  const kernels = Array.from({ length: RUNS }, () => new Kernel(noise(LOOKS.at(-1)!), NEAR));
  return [
    name,
    ...METHODS.map((method) => wrong(kernels, method)),
    coverage(kernels, 3, STUDENT),
    coverage(kernels, 3, LIMMA),
    ...[2, 3, 5].map((blocks) => coverage(kernels, blocks, MODERATED)),
  ];
}

/** Share of the comparisons of five cells that are faster by the ratio that are found to be, by blocks. */
function found({ noise }: Machine, ratio: number, method: Method): readonly string[] {
  const truths = Array.from({ length: CELLS }, (_, cell) =>
    [3, 4, 5, 8, 9].includes(cell) ? Math.log(ratio) : 0,
  );
  const kernels = Array.from({ length: RUNS / 3 }, () => new Kernel(noise(8), truths));
  return [2, 3, 5, 8].map((blocks) => {
    const gains = kernels.flatMap((kernel) =>
      judge(kernel.family(blocks, method), LEVEL).filter(
        (_, index) => index < WITH_BASE && truths[index + 2]! > 0,
      ),
    );
    return percent(gains.filter(({ gain }) => gain).length / gains.length);
  });
}

function percent(share: number, digits: number = 0): string {
  return (share * 100).toFixed(digits);
}

const kept = resampled('residuals of `results/reference`', residualsOf('results/reference/trials.jsonl'));
const moderated = [2, 3, 5].map((blocks) => `moderated, ${blocks}`);
console.log(
  table(
    [
      'machine',
      ...METHODS.map(({ name }) => `wrong: ${name}`),
      'covers: Student, 3',
      'limma, 3',
      ...moderated,
    ],
    [...MACHINES, kept].map(errorsOn),
  ),
);
console.log();
console.log(
  table(
    ['machine', 'true speed-up', 'Student: 2, 3, 5, 8 blocks', 'moderated: 2, 3, 5, 8 blocks'],
    [EQUAL, UNLIKE, THEFT].flatMap((machine) =>
      [1.2, 1.5, 2, 3].map((ratio) => [
        machine.name,
        `×${ratio}`,
        found(machine, ratio, STUDENT).join(', '),
        found(machine, ratio, MODERATED).join(', '),
      ]),
    ),
  ),
);
