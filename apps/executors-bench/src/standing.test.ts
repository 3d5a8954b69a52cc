import { expect, test } from 'vitest';
import { aimsOf, isReached } from './aim.ts';
import { ENTRANTS } from './entrants.ts';
import { aimLines, ratioLines, standingTable } from './standing-table.ts';
import { standingOf } from './standing.ts';
import type { Outcome, Reading } from './reading.ts';

function outcome(entrant: string, round: number, p50Ns: number, more: Partial<Reading> = {}): Outcome {
  return { entrant, layout: 'same', round, reading: { p50Ns, p99Ns: 2 * p50Ns, ...more } };
}

const outcomes: readonly Outcome[] = [
  outcome('threads-park', 0, 1_000),
  outcome('threads-park', 1, 9_000),
  outcome('threads-park', 2, 2_000),
  { entrant: 'threads-park', layout: 'same', round: 3, failure: 'it ended' },
  { ...outcome('threads-park', 0, 7, { workerRssBytes: 12 * 2 ** 20, skewSpeedUp: 1.95 }), layout: 'free' },
  outcome('piscina', 0, 10_000),
];
const entrants = ENTRANTS.filter(({ id }) => ['threads-park', 'piscina', 'fork'].includes(id));
const standings = entrants.map((entrant) => standingOf(entrant, outcomes));

test('a standing is the median over the rounds that gave a reading, layout by layout', () => {
  const [own, , fork] = [standings[0], standings[1], standingOf({ id: 'fork' }, outcomes)];
  expect(own?.trips).toEqual({ same: { p50Ns: 2_000, p99Ns: 4_000 }, free: { p50Ns: 7, p99Ns: 14 } });
  expect(own).toMatchObject({ workerRssBytes: 12 * 2 ** 20, skewSpeedUp: 1.95 });
  expect(fork).toEqual({ entrant: 'fork', trips: {} });
});

test('what was not measured is a dash, never a zero', () => {
  const lines = standingTable(entrants, standings).split('\n');
  expect(lines.find((line) => line.includes('parked'))).toMatch(/2 \/ 4 .* – .*0\.007 \/ 0\.014 .*1\.95 /);
  expect(lines.find((line) => line.includes('fork'))?.match(/–/g)).toHaveLength(10);
});

test('ratios are to the best other of the same kind that has the figure', () => {
  expect(ratioLines(entrants, standings)).toEqual([
    'worker-threads, parked ÷ best other: same core 0.2 (piscina)',
  ]);
});

test('an aim is reached, missed, or not measured', () => {
  const lines = aimLines(standings);
  expect(lines).toContain('✓ threads-park: round trip on the same core 2 (at most 2.5 µs)');
  expect(lines).toContain('✓ threads-park: round trip on the same core ÷ piscina 0.2 (at most 0.25)');
  expect(lines).toContain('✓ threads-park: speed-up of skewed items 1.95 (at least 1.9 ×)');
  expect(lines).toContain(
    '– threads-park: round trip on the same core ÷ tinypool not measured (at most 0.25)',
  );
  expect(isReached({ value: 1.8, limit: 1.9, least: true })).toBe(false);
  expect(isReached({ value: 2.6, limit: 2.5 })).toBe(false);
});

test('aims are on entrants that exist', () => {
  const ids = new Set(ENTRANTS.map(({ id }) => id));
  for (const { entrant } of aimsOf([])) expect(ids).toContain(entrant);
});
