import { expect, test } from 'vitest';
import { furtherResult, OUTCOMES, sized } from '../fixtures/further-answers.ts';
import { smallResult } from '../fixtures/small-result.ts';
import { breakEvenLine } from './break-even-line.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSections } from './further-sections.ts';
import { renderSummary, renderTerminal } from './terminal.ts';
import type { Style } from './style.ts';

const WIDE: Style = { width: 140, colour: false, unicode: true };
const NARROW: Style = { width: 60, colour: false, unicode: false };

test('sizes, workers and the bill are tables of their own', () => {
  expect(`\n${renderSections(furtherResult(), WIDE).join('\n\n')}`).toMatchInlineSnapshot(`
    "
    From which size on it pays
    sizes by what TypeScript takes for an operation, on a single thread
    lane            mode              warm                interval            that is    cold                        interval
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    rust            single-thread     at every size                                      from 3.00 ms                2.85 ms to 3.15 ms
    typescript      worker-threads-2  from 1.20 ms        1.14 ms to 1.26 ms  size 91.0  from 90.0 ms, extrapolated  85.5 ms to 94.5 ms
    typescript      processes-2       from about 20.0 ms  19.0 ms to 21.0 ms             at no size
    assemblyscript  single-thread     up to 2.00 ms       1.90 ms to 2.10 ms             up to 2.00 ms               1.90 ms to 2.10 ms
    rust            worker-threads-2  open                                               open
    rust            processes-2       not measured                                       not measured
    Sizes are told by how long TypeScript takes for them on a single thread, warm. From: it costs less than that from there on, and more at
    smaller sizes. Cold: with starting threads or processes and loading the kernel, for a program that does it once; compiling while it runs is
    in neither. About: too few blocks, or bent costs; the interval reaches from one measured size to the next. Extrapolated: beyond the largest
    size that was measured, where nobody looked.
    No size, since open at small: more blocks would tell: mandelbrot/rust/worker-threads-2.
    No size, since it needs 3 sizes; there are 2: mandelbrot/rust/processes-2.

    How it scales with workers
    speed-ups, and what dividing the work loses
    cell                            one thread  one worker  efficiency  serial          interval  of capacity   work   used  alone
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    medium/rust/worker-threads-1         ×0.98       ×1.00
    medium/rust/worker-threads-2         ×1.60       ×1.63      81.5 %  22.6 %  20.0 % to 25.0 %       -2.0 %  ×0.97  ×0.85  ×0.99
    medium/rust/worker-threads-4 !       ×1.50
    Speed-ups over the lane on one thread, and over one worker of the mode; efficiency: the latter for each worker. Serial: the share of the
    work that was not divided, by Karp and Flatt; of capacity: if the cores that the machine really gave to so many threads were all that there
    were. Workers, work, used and alone multiply to the speed-up: below 1, dividing made more work, workers waited; the last one is about 1
    where the basis had its thread to itself.
    Marked !: more workers than cores; never fitted.
    mandelbrot/medium/rust/worker-threads, by Amdahl's law: serial share 20.0 % (10.0 % to 25.0 %); never more than ×4.00–10.0.
    The universal scalability law was not fitted: on 2 cores only the serial share of 2 workers can be told.

    The bill
    what a lever costs besides time
    lane  mode             start    memory    worker       PSS    empty  sent   a MiB  lines      gzip
    ──────────────────────────────────────────────────────────────────────────────────────────────────
    rust  single-thread  1.20 ms  50.0 MiB                                               120  1.37 KiB
    rust  processes-2    90.0 ms   180 MiB  60.0 MiB  22.0 MiB  90.0 µs  12 %  900 µs
    The middle over the kernels of the run. Start: threads or processes and loading the kernel, once. Memory: the most of all processes
    together; worker, PSS and empty: what a thread adds or a process has, and an operation without work, from the floors. Sent: share of an
    operation that messages between processes take.
    A MiB: time of the messages for each MiB of input, output included, of kernels with 64 KiB of input or more.
    Lines, gzip: source of all kernels of the run in that lane, without comments and tests; what binds it to Node is not counted."
  `);
});

test('a narrow place that shows nothing but ASCII keeps every figure', () => {
  const text = renderSections(furtherResult(), NARROW).join('\n');
  expect(text).toMatch(/^[\n\u0020-\u007E]*$/);
  expect(text).not.toContain('?');
  for (const figure of [
    '1.20 ms',
    'at every size',
    'extrapolated',
    '22.6 %',
    '-2.0 %',
    '12 %',
    '120',
    '1.37 KiB',
  ])
    expect(text.replaceAll('\n', ' ').replaceAll(/ +/g, ' ')).toContain(figure);
});

test('details and documents hold them; a result without them has none', () => {
  const headings = ['From which size on it pays', 'How it scales with workers', 'The bill'];
  for (const render of [
    renderMarkdown,
    (result: ReturnType<typeof smallResult>) => renderTerminal(result, WIDE),
  ]) {
    for (const heading of headings) {
      expect(render(furtherResult())).toContain(heading);
      expect(render(smallResult())).not.toContain(heading);
    }
  }
  expect(JSON.parse(renderJson(furtherResult()))).toEqual(furtherResult());
});

test('the first screen has one line on sizes', () => {
  const line =
    "It pays, by TypeScript's time: rust at every size; worker-threads-2 from 1.20 ms; processes-2 from about 20.0 ms; assemblyscript up to 2.00 ms.";
  expect(breakEvenLine(furtherResult(), { ...WIDE, width: 150 })).toBe(line);
  const counted = 'Levers that pay, of 4: at every size 1, from a size on 2, up to one 1.';
  expect(breakEvenLine(furtherResult(), { ...WIDE, width: 80 })).toBe(counted);
  const extra = renderSummary(furtherResult(), { ...WIDE, width: 150 }).split('\n').length;
  expect(extra - renderSummary(smallResult(), { ...WIDE, width: 150 }).split('\n').length).toBe(1);
  const several = [...OUTCOMES, { ...sized('rust', 'single-thread', { kind: 'never' }), kernel: 'nbody' }];
  expect(breakEvenLine({ ...smallResult(), breakEven: several }, WIDE)).toContain('Levers that pay, of 5:');
  expect(breakEvenLine(smallResult(), WIDE)).toBeUndefined();
});
