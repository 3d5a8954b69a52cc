import { expect, test } from 'vitest';
import { single, smallResult } from '../fixtures/small-result.ts';
import { renderCsv } from './csv.ts';
import type { CellResult, Result } from '@crossover/model';

test('there is a row for each cell, under names with units', () => {
  const [head = '', ...rows] = renderCsv(smallResult()).trimEnd().split('\r\n');
  expect(head.split(',')).toMatchInlineSnapshot(`
    [
      "id",
      "kernel",
      "workload",
      "lane",
      "mode",
      "workers",
      "status",
      "reason",
      "digest",
      "trials",
      "unsteadyTrials",
      "failedTrials",
      "wallNs",
      "wallLowNs",
      "wallHighNs",
      "cpuNs",
      "cpuLowNs",
      "cpuHighNs",
      "peakRssBytes",
      "spawnNs",
      "loadNs",
      "encodeNs",
      "placeNs",
      "dispatchNs",
      "marshalNs",
      "transportNs",
      "computeNs",
      "waitNs",
      "collectNs",
      "base",
      "speedUp",
      "speedUpLow",
      "speedUpHigh",
      "signTest",
      "signTestLow",
      "signTestHigh",
      "cpuSpeedUp",
      "cpuSpeedUpLow",
      "cpuSpeedUpHigh",
      "verdict",
      "verdictAlone",
      "fragile",
      "contended",
      "processes",
      "placement",
      "further",
      "oversubscribed",
      "ownPlacement",
      "overOwn",
      "overOwnLow",
      "overOwnHigh",
      "overOwnVerdict",
    ]
  `);
  expect(rows).toHaveLength(smallResult().cells.length);
  expect(rows[3]).toMatchInlineSnapshot(
    `"mandelbrot/medium/rust/worker-threads-2,mandelbrot,medium,rust,worker-threads,2,ok,,9beadc69396d01081a98cf5dc057ce89,6,0,1,74600000,73497536.94581282,75719000,149200000,147722772.27722773,150692000,52400000,30000000,10000000,0,0,0,0,0,74600000,0,0,mandelbrot/medium/typescript/single-thread,1.957,1.9186274509803922,1.99614,1.957,1.9186274509803922,1.99614,,,,faster,faster,true,false,,,false,false,,,,,"`,
  );
});

test('a cell without a time says why, and leaves its numbers empty', () => {
  const rows = renderCsv(smallResult()).split('\r\n');
  expect(rows.find((row) => row.includes(',failed,'))).toMatchInlineSnapshot(
    `"mandelbrot/medium/assemblyscript/single-thread,mandelbrot,medium,assemblyscript,single-thread,1,failed,the answer is wrong,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,false,false,,,,,"`,
  );
});

test('an interval without an end leaves it empty', () => {
  const { cells, ...result } = smallResult();
  const [cell] = cells;
  const [head = '', row = ''] = renderCsv({
    ...result,
    cells: [{ ...cell, wallNs: single(5) } as CellResult],
  }).split('\r\n');
  expect(row.split(',')[head.split(',').indexOf('wallHighNs')]).toBe('');
});

test('no text of the run becomes a formula or another field', () => {
  const record = rowWithReason('\t =HYPERLINK("http://example.org","a"),b\r\n+1');
  expect(record).toContain(`,"'=HYPERLINK(""http://example.org"",""a""),b +1",`);
});

test('a run without cells has its head only', () => {
  const { cells: _, ...result } = smallResult();
  expect(renderCsv({ ...result, cells: [] }).split('\r\n')).toHaveLength(2);
});

function rowWithReason(reason: string): string {
  const result: Result = smallResult();
  const cells = result.cells.map((cell) =>
    cell.status === 'failed' ? Object.assign({}, cell, { reason }) : cell,
  );
  return renderCsv({ ...result, cells });
}
