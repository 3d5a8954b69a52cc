// How often verdicts are wrong, intervals cover the truth, and differences are found, on invented machines, in percent:
// `node --conditions=source scripts/simulate-verdicts.ts [KERNELS]`. The same numbers at every call.
import { parseArgs } from 'node:util';
import { table } from './generate/documents/table.ts';
import { LOOKS, NO_LOOKS, OBRIEN_FLEMING, POCOCK } from './verdict-simulation/look-levels.ts';
import { residualsOf } from './verdict-simulation/kept-run.ts';
import { EQUAL, MACHINES, resampled, THEFT, UNLIKE } from './verdict-simulation/machine.ts';
import { LIMMA, MODERATED, STUDENT } from './verdict-simulation/method.ts';
import {
  coverage,
  differentKernels,
  found,
  nearKernels,
  wrongAfter,
  wrongAtLooks,
} from './verdict-simulation/share.ts';
import type { Kernel } from './verdict-simulation/family.ts';
import type { Machine } from './verdict-simulation/machine.ts';
import type { Method } from './verdict-simulation/method.ts';

/** Kernels simulated of each machine; a third of them where differences are to be found. */
const KERNELS = Number(parseArgs({ allowPositionals: true }).positionals[0] ?? 500);
const METHODS = [STUDENT, LIMMA, MODERATED];
const KEPT = resampled('residuals of `results/reference`', residualsOf('results/reference/trials.jsonl'));

function percent(share: number, digits: number = 0): string {
  return (share * 100).toFixed(digits);
}

function covered(kernels: readonly Kernel[], blocks: number, method: Method): string {
  const { all, worst } = coverage(kernels, blocks, method);
  return `${percent(all)} (${percent(worst)})`;
}

function errors(machine: Machine): readonly string[] {
  const kernels = nearKernels(machine, KERNELS);
  return [
    machine.name,
    ...METHODS.map((method) => percent(wrongAtLooks(kernels, method, POCOCK), 1)),
    percent(wrongAfter(kernels, 2, MODERATED, POCOCK), 1),
    covered(kernels, 3, STUDENT),
    covered(kernels, 3, LIMMA),
    ...[2, 3, 5].map((blocks) => covered(kernels, blocks, MODERATED)),
  ];
}

function powers(machine: Machine, ratio: number): readonly string[] {
  const kernels = differentKernels(machine, ratio, KERNELS / 3);
  const shares = (method: Method): string =>
    [2, 3, 5, 8].map((blocks) => percent(found(kernels, blocks, method, POCOCK.levels[0]!))).join(', ');
  return [machine.name, `×${ratio}`, shares(STUDENT), shares(MODERATED)];
}

function looks(machine: Machine, ratio: number): readonly string[] {
  const kernels = differentKernels(machine, ratio, KERNELS / 3);
  const shares = [NO_LOOKS, POCOCK, OBRIEN_FLEMING].map(({ levels }) =>
    LOOKS.map((blocks, look) => percent(found(kernels, blocks, MODERATED, levels[look]!))).join(', '),
  );
  return [machine.name, `×${ratio}`, ...shares];
}

console.log(
  'Wrong verdicts in a kernel without any, at any look; intervals of 95 % that cover the truth (worst cell)',
);
console.log(
  table(
    [
      'machine',
      ...METHODS.map(({ name }) => `wrong: ${name}`),
      'moderated, after 2 blocks only',
      'covers: Student, 3 blocks',
      'limma, 3',
      ...[2, 3, 5].map((blocks) => `moderated, ${blocks}`),
    ],
    [...MACHINES, KEPT].map(errors),
  ),
);
console.log('\nDifferences found, after 2, 3, 5 and 8 blocks');
console.log(
  table(
    ['machine', 'true speed-up', 'Student', 'moderated'],
    [EQUAL, UNLIKE, THEFT].flatMap((machine) => [1.2, 1.5, 2, 3].map((ratio) => powers(machine, ratio))),
  ),
);
console.log(`\nThe same, moderated, by the rule at the looks: after ${LOOKS.join(', ')} blocks`);
console.log(
  table(
    [
      'machine',
      'true speed-up',
      ...[NO_LOOKS, POCOCK, OBRIEN_FLEMING].map(
        ({ name, levels }) => `${name} (${levels.map((level) => percent(level, 2)).join(', ')})`,
      ),
    ],
    [EQUAL, UNLIKE].flatMap((machine) => [1.2, 1.5].map((ratio) => looks(machine, ratio))),
  ),
);
