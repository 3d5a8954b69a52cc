import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { smallResult, withOtherLanes } from '../fixtures/small-result.ts';
import { renderKernel } from './kernel-report.ts';
import { renderSummary, renderTerminal } from './terminal.ts';
import type { Style } from './style.ts';

const WIDE: Style = { width: 140, colour: false, unicode: true };

test('a wide terminal shows everything, bars included', () => {
  expect(renderTerminal(smallResult(), WIDE, { directory: 'results/1' })).toMatchInlineSnapshot(`
    "Is it the language or is it the cores?
    What helps, of 2 kernels: only a rewrite in 1, only more cores in 1.

    kernel       do         language         cores     together
    ─────────────────────────────────────────────────────────────────────────────────────────────────
    mandelbrot   all cores  ×1.01 rust       ×1.94     ×1.96     ██████████████████████░
    pidigits     rewrite    ×3.13 rust       one item            ███████████████████████████████████░
    all kernels             ×1.78 1.27–2.49                      ██████████████░░░░░░░░░░░░░░
    How many times as fast as TypeScript on a single thread: the best other language, TypeScript on all cores, both. In brackets: may be noise.
    Bars: the last of these, solid up to the lower end of its interval. All kernels: geometric mean, 95 % interval over kernels.

    mandelbrot: Mandelbrot set
    workload medium: size 1000, 1000 items
    lane            mode                 time       ±  CPU time    memory  speed-up  interval   verdict       ok
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    typescript      single-thread      146 ms  ±1.2 %    146 ms  50.0 MiB     ×1.00             base          ✓   ███████████████
    typescript      worker-threads-2  75.2 ms  ±2.0 %    150 ms  50.0 MiB     ×1.94  1.90–1.98  faster        ✓   █████████████████████████████░
    rust            single-thread      145 ms  ±1.0 %    145 ms  50.0 MiB     ×1.01  1.00–1.02  same          ✓   ███████████████
    rust            worker-threads-2  74.6 ms  ±1.5 %    149 ms  50.0 MiB     ×1.96  1.92–2.00  faster *      ✓   █████████████████████████████░
    assemblyscript  single-thread           –                                                   wrong answer  ✗
    assemblyscript  worker-threads-2        –                                                   unavailable
    • assemblyscript/single-thread: the answer is wrong; expected 9beadc69396d01081a98cf5dc057ce89, got deadbeef; at block 0
    • assemblyscript/worker-threads-2: not measured yet (\`crossover run --resume DIR\` measures what is missing)
    • 2 of 24 trials reached no steady state before they were measured, most in rust/single-thread (2 of 6)
    • rust/worker-threads-2: 1 of 7 trials failed and are left out
    • verdicts with *: a test that assumes no distribution does not confirm them; more blocks would tell
    • its 3 verdicts hold together at 95 %: each is made at 95 %, where the smallest visible difference is 2.4 %
    mandelbrot: run it on all cores (×1.94 with 2 workers: worker-threads); rewriting it in rust alone changes next to nothing (×1.00–1.02);
      together ×1.96 = ×1.01 language ×1.94 cores ×1.00 interaction

    pidigits: Digits of π
    workload medium: digits 2000, 1 item: cannot be divided
    lane        mode             time       ±  CPU time    memory  speed-up  interval   verdict  ok
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    typescript  single-thread  1.92 s  ±1.0 %    1.92 s  50.0 MiB     ×1.00             base     ✓   █████████████
    rust        single-thread  613 ms  ±2.0 %    613 ms  50.0 MiB     ×3.13  3.07–3.19  faster   ✓   ██████████████████████████████████████░░
    pidigits: rewrite it in rust (×3.13); its work cannot be divided: cores cannot help

    Over all kernels
    lane  mode           faster  same  slower  open   mean  interval
    ─────────────────────────────────────────────────────────────────
    rust  single-thread       1     1       0     0  ×1.78  1.27–2.49
    Numbers of kernels on which a cell is faster than single-thread TypeScript, the same, slower, or where that is open; and the geometric mean
    of the speed-ups, with its 95 % interval over kernels.

    Noise
    2 cells were measured twice per block: the two differ by up to 0.8 %. The smallest difference that this run can see is 2.4 %. All intervals
    are made ×1.20 wider for that.

    What these numbers do not say
    They hold for this machine, these inputs and these programs; another size of input may turn an answer around.
    Times are those of warm code: starting threads or processes and compiling are not in them.
    The quick profile measures every cell in few processes (here 6): intervals are wide.

    Invented CPU @ 3 GHz, 2 cores, linux-x64, kvm
    Node 26.10.0, rustc 1.90.0
    profile quick: at most 6 blocks, seed 1
    commit 0123456789ab with changes

    Next
      crossover run --resume results/1                          measure what is missing
      crossover run --profile standard                          narrower intervals
      crossover report results/1 --details                      every cell
      crossover report results/1 --format html --out page.html  charts, and every sample"
  `);
});

test('80 columns keep the speed-ups and their intervals', () => {
  expect(renderKernel(smallResult(), 'mandelbrot', { ...WIDE, width: 80 })).toMatchInlineSnapshot(`
    "mandelbrot: Mandelbrot set
    workload medium: size 1000, 1000 items
    lane            mode                 time  speed-up  interval   verdict
    ────────────────────────────────────────────────────────────────────────────
    typescript      single-thread      146 ms     ×1.00             base
    typescript      worker-threads-2  75.2 ms     ×1.94  1.90–1.98  faster
    rust            single-thread      145 ms     ×1.01  1.00–1.02  same
    rust            worker-threads-2  74.6 ms     ×1.96  1.92–2.00  faster *
    assemblyscript  single-thread           –                       wrong answer
    assemblyscript  worker-threads-2        –                       unavailable
    • assemblyscript/single-thread: the answer is wrong; expected
      9beadc69396d01081a98cf5dc057ce89, got deadbeef; at block 0
    • assemblyscript/worker-threads-2: not measured yet (\`crossover run --resume
      DIR\` measures what is missing)
    • 2 of 24 trials reached no steady state before they were measured, most in
      rust/single-thread (2 of 6)
    • rust/worker-threads-2: 1 of 7 trials failed and are left out
    • verdicts with *: a test that assumes no distribution does not confirm them;
      more blocks would tell
    • its 3 verdicts hold together at 95 %: each is made at 95 %, where the smallest
      visible difference is 2.4 %
    mandelbrot: run it on all cores (×1.94 with 2 workers: worker-threads);
      rewriting it in rust alone changes next to nothing (×1.00–1.02); together
      ×1.96 = ×1.01 language ×1.94 cores ×1.00 interaction"
  `);
});

test('ASCII is enough', () => {
  const text = renderTerminal(smallResult(), { width: 120, colour: false, unicode: false });
  expect(text).toMatch(/^[\n -~]*$/);
  expect(renderKernel(smallResult(), 'mandelbrot', { ...WIDE, width: 120, unicode: false }))
    .toMatchInlineSnapshot(`
      "mandelbrot: Mandelbrot set
      workload medium: size 1000, 1000 items
      lane            mode                 time       +-  CPU time    memory  speed-up  interval   verdict       ok
      ------------------------------------------------------------------------------------------------------------------------
      typescript      single-thread      146 ms  +-1.2 %    146 ms  50.0 MiB     x1.00             base          ok  #####
      typescript      worker-threads-2  75.2 ms  +-2.0 %    150 ms  50.0 MiB     x1.94  1.90-1.98  faster        ok  #########
      rust            single-thread      145 ms  +-1.0 %    145 ms  50.0 MiB     x1.01  1.00-1.02  same          ok  ####.
      rust            worker-threads-2  74.6 ms  +-1.5 %    149 ms  50.0 MiB     x1.96  1.92-2.00  faster *      ok  #########
      assemblyscript  single-thread           -                                                    wrong answer  NO
      assemblyscript  worker-threads-2        -                                                    unavailable
      * assemblyscript/single-thread: the answer is wrong; expected 9beadc69396d01081a98cf5dc057ce89, got deadbeef; at block 0
      * assemblyscript/worker-threads-2: not measured yet (\`crossover run --resume DIR\` measures what is missing)
      * 2 of 24 trials reached no steady state before they were measured, most in rust/single-thread (2 of 6)
      * rust/worker-threads-2: 1 of 7 trials failed and are left out
      * verdicts with *: a test that assumes no distribution does not confirm them; more blocks would tell
      * its 3 verdicts hold together at 95 %: each is made at 95 %, where the smallest visible difference is 2.4 %
      mandelbrot: run it on all cores (x1.94 with 2 workers: worker-threads); rewriting it in rust alone changes next to
        nothing (x1.00-1.02); together x1.96 = x1.01 language x1.94 cores x1.00 interaction"
    `);
});

test('below 60 columns the table becomes a list', () => {
  expect(renderKernel(smallResult(), 'mandelbrot', { ...WIDE, width: 45 })).toMatchInlineSnapshot(`
    "mandelbrot: Mandelbrot set
    workload medium: size 1000, 1000 items
    typescript, single-thread
      146 ms, ±1.2 %, base
    typescript, worker-threads-2
      75.2 ms, ±2.0 %, ×1.94, 1.90–1.98, faster
    rust, single-thread
      145 ms, ±1.0 %, ×1.01, 1.00–1.02, same
    rust, worker-threads-2
      74.6 ms, ±1.5 %, ×1.96, 1.92–2.00, faster *
    assemblyscript, single-thread
      wrong answer
    assemblyscript, worker-threads-2
      unavailable
    • assemblyscript/single-thread: the answer is
      wrong; expected
      9beadc69396d01081a98cf5dc057ce89, got
      deadbeef; at block 0
    • assemblyscript/worker-threads-2: not
      measured yet (\`crossover run --resume DIR\`
      measures what is missing)
    • 2 of 24 trials reached no steady state
      before they were measured, most in
      rust/single-thread (2 of 6)
    • rust/worker-threads-2: 1 of 7 trials failed
      and are left out
    • verdicts with *: a test that assumes no
      distribution does not confirm them; more
      blocks would tell
    • its 3 verdicts hold together at 95 %: each
      is made at 95 %, where the smallest visible
      difference is 2.4 %
    mandelbrot: run it on all cores (×1.94 with 2
      workers: worker-threads); rewriting it in
      rust alone changes next to nothing
      (×1.00–1.02); together ×1.96 = ×1.01
      language ×1.94 cores ×1.00 interaction"
  `);
});

test('tuned and extra lanes stand below the plain ones, and are no part of the answer', () => {
  const plain = renderKernel(smallResult(), 'mandelbrot', { ...WIDE, width: 80 });
  const all = renderKernel(withOtherLanes(), 'mandelbrot', { ...WIDE, width: 80 });
  const added = all.split('\n').filter((line) => !plain.split('\n').includes(line));
  expect(added).toMatchInlineSnapshot(`
    [
      "tuned lanes: never part of the answer",
      "rust-simd       single-thread     30.0 ms     ×4.87  4.77–4.97  faster",
      "extra lanes: never part of the answer",
      "node-crypto     single-thread     20.0 ms     ×7.30  7.16–7.45  faster",
      "• 2 of 36 trials reached no steady state before they were measured, most in",
      "• its 3 verdicts on plain lanes hold together at 95 %: each is made at 95 %,",
      "  where the smallest visible difference is 2.4 %",
    ]
  `);
  expect(all).toMatch(/unavailable\ntuned lanes.*\nrust-simd.*\nextra lanes.*\nnode-crypto/);
  const list = renderKernel(withOtherLanes(), 'mandelbrot', { ...WIDE, width: 45 });
  expect(list).toMatch(/tuned lanes.*\nrust-simd, .*\n.*\nextra lanes.*\nnode-crypto, /);
});

test('colour changes nothing but the colour', () => {
  for (const width of [45, 80, 140]) {
    const coloured = renderTerminal(smallResult(), { width, colour: true, unicode: true });
    expect(coloured).toContain('\u001B[1m');
    expect(
      coloured
        .split('\u001B')
        .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, '')))
        .join(''),
    ).toBe(renderTerminal(smallResult(), { width, colour: false, unicode: true }));
  }
});

test('failed cells are red, absent ones dimmed, and the advice is bold', () => {
  const coloured = renderKernel(smallResult(), 'mandelbrot', { ...WIDE, colour: true });
  expect(coloured).toContain('\u001B[31mwrong answer\u001B[39m');
  expect(coloured).toContain('\u001B[2munavailable\u001B[22m');
  expect(coloured).toContain(
    '\u001B[1mmandelbrot: run it on all cores (×1.94 with 2 workers: worker-threads)\u001B[22m; ',
  );
});

test('no line is wider than the terminal, from 60 columns on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 200 }), fc.boolean(), (width, unicode) => {
      const text = renderTerminal(smallResult(), { width, colour: false, unicode });
      const tooWide = text.split('\n').filter((line) => line.length > width && line.includes('  '));
      expect(tooWide).toEqual([]);
    }),
  );
});

test('the summary leaves out what stands on the screen already', () => {
  const summary = renderSummary(smallResult(), WIDE, { directory: 'results/1' });
  expect(summary).toContain('mandelbrot   all cores');
  expect(summary).toContain('another size may turn an answer around');
  expect(summary).toContain('crossover run --resume results/1');
  expect(summary).not.toContain('Mandelbrot set');
});

test('the first screen has at most 40 lines, for 17 kernels too', () => {
  const small = smallResult();
  const kernels = Array.from({ length: 17 }, (_, index) => ({
    ...small.kernels[0]!,
    kernel: `kernel-${index}`,
  }));
  const named = <Part extends { readonly kernel: string }>(part: Part): readonly Part[] =>
    kernels.map(({ kernel }) => ({ ...part, kernel }));
  const result = {
    ...small,
    kernels,
    levers: small.levers.slice(0, 1).flatMap(named),
    cells: small.cells.slice(0, 4).flatMap(named),
  };
  for (const width of [80, 100, 140]) {
    const lines = renderSummary(result, { ...WIDE, width }, {}, 'nothing-printed').split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.startsWith('kernel-'))).toHaveLength(17);
  }
});

test('columns that would be empty are left out', () => {
  const result = smallResult();
  const cells = result.cells.filter(({ status }) => status !== 'ok');
  expect(renderKernel({ ...result, cells, comparisons: [] }, 'mandelbrot', WIDE)).toContain(
    'lane            mode              time  verdict       ok\n',
  );
});

test('the next commands are called as the command line is called here', () => {
  const origin = { directory: 'results/my run', invocation: 'pnpm bench' };
  const summary = renderSummary(smallResult(), WIDE, origin);
  expect(summary).toContain('  pnpm bench report "results/my run" --format html --out page.html  ');
  expect(summary).not.toContain('crossover run');
});

test('text from outside cannot move the cursor or forge lines', () => {
  const result = smallResult();
  const kernels = result.kernels.map((kernel) =>
    Object.assign({}, kernel, { title: 'evil\u001B[2J\r\nfaster: rust \u202E' }),
  );
  const text = renderTerminal({ ...result, kernels }, WIDE);
  expect(text).toContain('mandelbrot: evil [2J faster: rust\n');
  expect(['\u001B', '\r', '\u202E'].filter((character) => text.includes(character))).toEqual([]);
});

test('a kernel that the result does not hold is an error', () => {
  expect(() => renderKernel(smallResult(), 'nbody', WIDE)).toThrow('the result holds no kernel nbody');
});

test('an empty result still says what it can', () => {
  const nothing = {
    ...smallResult(),
    kernels: [],
    cells: [],
    comparisons: [],
    attribution: [],
    levers: [],
    overall: [],
  };
  expect(renderTerminal(nothing, WIDE)).toContain('Is it the language or is it the cores?');
});
