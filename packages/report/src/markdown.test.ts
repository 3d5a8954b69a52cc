import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { smallResult, withOtherLanes } from '../fixtures/small-result.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { renderMarkdown } from './markdown.ts';

test('tuned and extra lanes have tables of their own', () => {
  const text = renderMarkdown(withOtherLanes());
  expect(text).toMatch(
    /unavailable .*\n\ntuned lanes: never part of the answer\n\n\| lane .*\n.*\n\| rust-simd .*\n\nextra/,
  );
  expect(text).toMatch(/extra lanes: never part of the answer\n\n\| lane .*\n.*\n\| node-crypto .*\n\n- /);
});

test('a result becomes a document', () => {
  expect(renderMarkdown(smallResult())).toMatchInlineSnapshot(`
    "# Is it the language or is it the cores?

    - **mandelbrot: run it on all cores (×1.94 with 2 workers: worker-threads)**; rewriting it in rust alone changes next to nothing (×1.00–1.02); together ×1.96 = ×1.01 language ×1.94 cores ×1.00 interaction
    - **pidigits: rewrite it in rust (×3.13)**; its work cannot be divided: cores cannot help

    Speed-up: how many times faster than TypeScript on a single thread, with its 95 % interval; below 5 % it counts as the same. Interaction below 1: rewriting and cores together gain less than one times the other.

    ## How it was measured

    - Command: \`crossover run mandelbrot pidigits --seed 1\`
    - Date: 2026-09-23T10:00:00.000Z
    - Invented CPU @ 3 GHz, 2 cores, linux-x64, kvm
    - Node 26.10.0, rustc 1.90.0
    - profile quick: at most 6 blocks, seed 1
    - commit 0123456789ab with changes

    ## mandelbrot: Mandelbrot set

    workload medium: size 1000, 1000 items

    | lane           | mode             |    time |      ± | CPU time |   memory | speed-up | interval  | verdict      | ok |
    | :------------- | :--------------- | ------: | -----: | -------: | -------: | -------: | :-------- | :----------- | :- |
    | typescript     | single-thread    |  146 ms | ±1.2 % |   146 ms | 50.0 MiB |    ×1.00 |           | base         | ✓  |
    | typescript     | worker-threads-2 | 75.2 ms | ±2.0 % |   150 ms | 50.0 MiB |    ×1.94 | 1.90–1.98 | faster       | ✓  |
    | rust           | single-thread    |  145 ms | ±1.0 % |   145 ms | 50.0 MiB |    ×1.01 | 1.00–1.02 | same         | ✓  |
    | rust           | worker-threads-2 | 74.6 ms | ±1.5 % |   149 ms | 50.0 MiB |    ×1.96 | 1.92–2.00 | faster \\*    | ✓  |
    | assemblyscript | single-thread    |       – |        |          |          |          |           | wrong answer | ✗  |
    | assemblyscript | worker-threads-2 |       – |        |          |          |          |           | unavailable  |    |

    - assemblyscript/single-thread: the answer is wrong; expected 9beadc69396d01081a98cf5dc057ce89, got deadbeef; at block 0
    - assemblyscript/worker-threads-2: not measured yet (\\\`crossover run --resume DIR\\\` measures what is missing)
    - 2 of 24 trials reached no steady state before they were measured, most in rust/single-thread (2 of 6)
    - rust/worker-threads-2: 1 of 7 trials failed and are left out
    - verdicts with \\*: a test that assumes no distribution does not confirm them; more blocks would tell
    - its 3 verdicts hold together at 95 %: each is made at 95 %, where the smallest visible difference is 2.4 %

    ## pidigits: Digits of π

    workload medium: digits 2000, 1 item: cannot be divided

    | lane       | mode          |   time |      ± | CPU time |   memory | speed-up | interval  | verdict | ok |
    | :--------- | :------------ | -----: | -----: | -------: | -------: | -------: | :-------- | :------ | :- |
    | typescript | single-thread | 1.92 s | ±1.0 % |   1.92 s | 50.0 MiB |    ×1.00 |           | base    | ✓  |
    | rust       | single-thread | 613 ms | ±2.0 % |   613 ms | 50.0 MiB |    ×3.13 | 3.07–3.19 | faster  | ✓  |

    ## Over all kernels

    | lane | mode          | faster | same | slower | open |  mean | interval  |
    | :--- | :------------ | -----: | ---: | -----: | ---: | ----: | :-------- |
    | rust | single-thread |      1 |    1 |      0 |    0 | ×1.78 | 1.27–2.49 |

    Numbers of kernels on which a cell is faster than single-thread TypeScript, the same, slower, or where that is open; and the geometric mean of the speed-ups, with its 95 % interval over kernels.

    ## Noise

    2 cells were measured twice per block: the two differ by up to 0.8 %. The smallest difference that this run can see is 2.4 %. All intervals are made ×1.20 wider for that.

    ## What these numbers do not say

    - They hold for this machine, these inputs and these programs; another size of input may turn an answer around.
    - Times are those of warm code: starting threads or processes and compiling are not in them.
    - The quick profile measures every cell in few processes (here 6): intervals are wide.
    "
  `);
});

test('a hostile title breaks neither a table nor the page', () => {
  const result = smallResult();
  const title = '| a |\n# b `c` <script>alert(1)</script> [d](e) **f**';
  const kernels = result.kernels.map((kernel) => Object.assign({}, kernel, { title }));
  const cells = result.cells.map((cell) =>
    cell.status === 'failed'
      ? Object.assign({}, cell, { failure: { ...cell.failure, message: title } })
      : cell,
  );
  const lines = renderMarkdown({ ...result, kernels, cells }).split('\n');
  expect(lines).toContain(
    String.raw`## mandelbrot: \| a \| \# b \`c\` &lt;script&gt;alert(1)&lt;/script&gt; \[d\](e) \*\*f\*\*`,
  );
  expect(lines.join('\n')).not.toContain('<script');
  const tables = lines.filter((line) => line.startsWith('|'));
  const expected = renderMarkdown(smallResult())
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(tables).toEqual(expected);
});

test('escaped text has no line break and no bare pipe, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(markdownText(text)).not.toMatch(/[\n\r<>]|(?<!\\)(\\\\)*\|/);
    }),
  );
});

test('code keeps its backticks', () => {
  expect(markdownCode('a `b` ``c``')).toBe('``` a `b` ``c`` ```');
  expect(markdownCode('crossover run')).toBe('`crossover run`');
});
