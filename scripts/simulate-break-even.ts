// How often the interval of a break-even size holds the truth, of invented machines with known costs:
// `node --conditions=source scripts/simulate-break-even.ts [RUNS]`. The same numbers at every call.
import { parseArgs } from 'node:util';
import { analyse, furtherAnswers } from '../packages/analysis/src/index.ts';
import { syntheticRun } from '../packages/analysis/fixtures/synthetic-run.ts';
import type { BreakEven } from '../packages/model/src/index.ts';

const RUNS = Number(parseArgs({ allowPositionals: true }).positionals[0] ?? 300);

/** TypeScript's times in nanoseconds; the subject takes 5 ms and half of them, so that both take 10 ms alike. */
const BASE_NS = { small: 1e6, medium: 4e6, large: 40e6 } as const;
const TRUTH_NS = 10e6;

function outcomeOf(seed: number, blocks: number): BreakEven {
  const kernels = Object.entries(BASE_NS).map(([workload, timeNs]) => ({
    kernel: 'invented',
    workload: workload as keyof typeof BASE_NS,
    cells: [
      { lane: 'typescript', placement: 'single-thread', timeNs },
      { lane: 'rust', placement: 'single-thread', timeNs: 5e6 + timeNs / 2 },
    ],
  }));
  const run = syntheticRun(kernels, { blocks, trialNoise: 0.02, blockNoise: 0.05, seed });
  return furtherAnswers(run, analyse(run)).breakEven![0]!.warm;
}

for (const blocks of [8, 10, 16]) {
  const outcomes = Array.from({ length: RUNS }, (_, index) => outcomeOf(index + 1, blocks));
  const told = outcomes.flatMap((outcome) =>
    outcome.kind === 'pays-from' && outcome.from === 'lines' ? outcome.baseNs : [],
  );
  const covered = told.filter(({ low, high }) => low <= TRUTH_NS && TRUTH_NS <= high).length;
  const share = ((covered / told.length) * 100).toFixed(1);
  process.stdout.write(`${blocks} blocks: ${share} % of ${told.length} intervals, of ${RUNS} runs\n`);
}
