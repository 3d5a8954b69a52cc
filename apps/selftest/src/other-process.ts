// The process in which another library compares two functions: both in one, as its README tells.
import { loadKernel, seededRandom } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { BASE_LANE, layOut, viewsOf } from '@crossover/model';
import { measure as measureByMitata } from 'mitata';
import { Bench } from 'tinybench';
import type { HostWork } from '@crossover/measure';
import type { MeanWithMargin } from './decision.ts';
import type { OtherReply, OtherRequest } from './other-comparison.ts';

/** What tinybench runs before it measures, for each function, in milliseconds: its default. */
const WARM_UP_MS = 250;

/** One operation, without any of our own harness around it. */
async function operationOf(work: HostWork): Promise<() => void> {
  const { parameters, inputSeed } = work;
  const kernel = await loadKernel(work.kernel);
  const inputs = kernel.generate(parameters, seededRandom(inputSeed));
  const layout = layOut(kernel, parameters, inputs);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]?.set(input);
  const bound = await laneOf(BASE_LANE).bind({ kernel, parameters, layout, arena });
  const operation = (): void => bound.run(0, 0, layout.items);
  operation();
  const answer = kernel.digest(views, parameters);
  if (answer !== work.digest) throw new Error(`expected the answer ${work.digest}, got ${answer}`);
  return operation;
}

async function byMitata(operations: readonly (() => unknown)[], eachMs: number): Promise<MeanWithMargin[]> {
  const means: MeanWithMargin[] = [];
  for (const operation of operations) {
    const { avg } = await measureByMitata(operation, { min_cpu_time: eachMs * 1e6 });
    means.push({ mean: avg, moe: 0 });
  }
  return means;
}

async function byTinybench(
  operations: readonly (() => unknown)[],
  eachMs: number,
): Promise<MeanWithMargin[]> {
  const bench = new Bench({ time: Math.max(1, eachMs - WARM_UP_MS), warmupTime: WARM_UP_MS, throws: true });
  for (const [index, operation] of operations.entries()) bench.add(String(index), operation);
  await bench.run();
  return bench.tasks.map(({ result }) => {
    if (result.state !== 'completed') throw new Error(`tinybench: ${result.state}`);
    const { mean, moe } = result.latency;
    return { mean: mean * 1e6, moe: moe * 1e6 };
  });
}

async function carryOut({ library, functions, eachMs }: OtherRequest): Promise<OtherReply> {
  const operations =
    functions === 'empty'
      ? [() => {}, async () => {}]
      : await Promise.all(functions.map(async (work) => await operationOf(work)));
  const means =
    library === 'mitata' ? await byMitata(operations, eachMs) : await byTinybench(operations, eachMs);
  return { means };
}

process.on('disconnect', () => process.exit());
const reply = await carryOut(JSON.parse(process.argv[2] ?? '') as OtherRequest);
process.send?.(reply, undefined, undefined, () => process.exit());
