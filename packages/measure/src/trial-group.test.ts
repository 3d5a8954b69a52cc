import { describe, expect, test } from 'vitest';
import { takeByTurns } from './trial-group.ts';
import type { Taker } from './trial-group.ts';
import type { Trial, Turn } from '@crossover/model';

const turnOf = (cell: string): Turn => ({ block: 0, position: 0, cell, twin: 0 });

/** What trials of so many samples do, in order, each beginning with `+` and ending with `-`; `dies` ends in its first turn. */
async function logOf(samples: Readonly<Record<string, number>>, { cores = 2, dies = '' } = {}) {
  const log: string[] = [];
  const ended: string[] = [];
  const during = async (what: string): Promise<void> => {
    log.push(`+${what}`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`-${what}`);
  };
  const takerOf = (turn: Turn): Taker => {
    const { cell } = turn;
    let [done, trial]: [number, Trial | undefined] = [0, undefined];
    return {
      turn,
      samples: samples[cell]!,
      get trial() {
        return trial;
      },
      ready: () => during(`ready ${cell}`),
      proceed: async () => {
        if (trial !== undefined) return;
        const last = done === samples[cell]! + 1;
        const what = done === 0 ? 'warm' : last ? 'answer' : 'sample';
        done++;
        await during(`${what} ${cell}`);
        if (!last && cell !== dies) return;
        const failure = { code: 'trial-ended', message: 'gone' } as const;
        trial = { kind: 'trial', status: 'failed', ...turn, startedAt: '', failure };
      },
      addTime: () => {},
      end: async () => void log.push(`end ${cell}`),
    };
  };
  await takeByTurns(Object.keys(samples).map(turnOf), {
    cores,
    start: takerOf,
    warming: () => {},
    sampling: () => {},
    ended: ({ cell }) => void ended.push(cell),
  });
  return { log, ended };
}

/** Those who began while another one was at it. */
function overlapping(log: readonly string[], what: string): readonly string[] {
  const busy = new Set<string>();
  return log.flatMap((line) => {
    const name = line.slice(1);
    if (line.startsWith('-')) busy.delete(name);
    if (!line.startsWith('+')) return [];
    const found = name.startsWith(what) && busy.size > 0 ? [name] : [];
    busy.add(name);
    return found;
  });
}

describe('trials that are alive together', () => {
  test('take their samples by turns, not one trial after the other', async () => {
    const { log } = await logOf({ a: 3, b: 3 });
    const samples = log.filter((line) => line.startsWith('+sample')).map((line) => line.at(-1));
    expect(samples.join('')).toBe('abbaab');
  });

  test('warm up and sample alone, and get ready and answer together', async () => {
    const { log } = await logOf({ a: 2, b: 2, c: 1 });
    expect(overlapping(log, 'warm')).toEqual([]);
    expect(overlapping(log, 'sample')).toEqual([]);
    expect(overlapping(log, 'ready')).toEqual(['ready b']);
    expect(overlapping(log, 'answer')).toEqual(['answer b', 'answer c']);
  });

  test('all warm up before anybody takes a sample, and nobody answers before the last one', async () => {
    const { log } = await logOf({ a: 2, b: 5 });
    const where = (what: string): readonly number[] =>
      log.flatMap((line, index) => (line.startsWith(`+${what}`) ? [index] : []));
    expect(Math.max(...where('warm'))).toBeLessThan(Math.min(...where('sample')));
    expect(Math.max(...where('sample'))).toBeLessThan(Math.min(...where('answer')));
  });

  test('one that dies is told of once, and the others go on', async () => {
    const { log, ended } = await logOf({ a: 2, b: 2, c: 2 }, { dies: 'b' });
    expect(ended).toEqual(['b', 'a', 'c']);
    expect(log.filter((line) => line.startsWith('+sample b'))).toEqual([]);
    expect(log.filter((line) => line.startsWith('+sample')).length).toBe(4);
  });

  test('are all ended in the end', async () => {
    const { log } = await logOf({ a: 1, b: 1 }, { cores: 1 });
    expect(log.slice(-2)).toEqual(['end a', 'end b']);
  });
});
