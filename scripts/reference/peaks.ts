// Holds the peaks that a run measures against another program's, in turn on the same machine, and prints the best of each:
// node scripts/reference/peaks.ts PROGRAM [ROUNDS]
// PROGRAM is compiled from peaks.c beside this file, as its first lines say; a build must be there.
import { join } from 'node:path';
import { execa } from 'execa';
import type { HostReply } from '../../packages/measure/src/host/host-protocol.ts';

const HOST = join(import.meta.dirname, '../../packages/measure/dist/trial-host.js');

const [program = '', rounds = '8'] = process.argv.slice(2);
const best = new Map<string, number>();

function note(who: string, threads: number, what: string, perSecond: number): void {
  const key = `${what}, ${threads === 1 ? '1 thread' : `${threads} threads`}: ${who}`;
  best.set(key, Math.max(best.get(key) ?? 0, perSecond / 1e9));
}

async function measureOther(threads: number): Promise<void> {
  const { stdout } = await execa(program, { env: { OMP_NUM_THREADS: String(threads) } });
  const [, triad, arithmetic] = /triad ([\d.]+) GB\/s, arithmetic ([\d.]+) G\/s/.exec(stdout) ?? [];
  note('peaks.c', threads, 'triad in memory', Number(triad) * 1e9);
  note('peaks.c', threads, 'multiply and add', Number(arithmetic) * 1e9);
}

async function measureOwn(counts: readonly number[]): Promise<void> {
  const { stdout } = await execa(process.execPath, [
    HOST,
    JSON.stringify({ kind: 'peaks', threads: counts }),
  ]);
  const reply: HostReply = JSON.parse(stdout.split('\n')[0] ?? '');
  if (reply.kind !== 'peaks' || reply.peaks.status !== 'ok') throw new Error(stdout);
  for (const { level, stores, threads, bestPerSecond } of reply.peaks.bandwidth) {
    if (level === 'memory' && stores === 'cached')
      note('crossover', threads, 'triad in memory', bestPerSecond);
  }
  for (const { numbers, form, threads, bestPerSecond } of reply.peaks.arithmetic) {
    if (numbers === 'floating-point' && form === 'vector') {
      note('crossover', threads, 'multiply and add', bestPerSecond);
    }
  }
}

for (let round = 0; round < Number(rounds); round++) {
  for (const threads of [1, 2]) await measureOther(threads);
  await measureOwn([1, 2]);
}
for (const what of [...best.keys()].toSorted()) console.log(`${what} ${best.get(what)!.toFixed(1)}`);
