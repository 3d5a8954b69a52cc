import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRun } from '../../packages/store/dist/index.js';
import { fourCells, syntheticRun, withTrials } from '../../packages/analysis/fixtures/synthetic-run.ts';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { describeInBrowser, scrollThrough } from './browser.ts';
import { fullRun, pageOf } from './pages.ts';
import type { OpenPage } from './browser.ts';
import type { Result } from '@crossover/model';
import type { SomeRun } from './pages.ts';

const MARKUP = `</script><script>alert(1)</script><img src="http://example.com/x" onerror="alert(2)">&lt;<!--'"\u2028`;
const LONG = 'x'.repeat(5000);
const MANY = 1_000_000;

/** Writes a run to disk, as hostile as the format allows, and has the command make its page. */
async function pageFromDisk({ head, plan, records }: SomeRun): Promise<string> {
  const folder = join(temporaryFolder(), 'run');
  createRun(
    folder,
    { ...head, fingerprint: { ...head.fingerprint, cpuModel: MARKUP } },
    plan,
    records,
  ).close();
  const file = join(folder, 'page.html');
  const { exitCode, stderr } = await crossover(['report', folder, '--format', 'html', '--out', file]);
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('written to')]);
  return file;
}

/** What a kernel is called decides the names of its cells. */
function kernelNamed(kernel: string, title: string): SomeRun {
  const run = syntheticRun([{ kernel, cells: fourCells(8e6, 4e6, 4e6, 2e6) }], { blocks: 4 });
  const [planned] = run.plan.kernels;
  return { ...run, plan: { ...run.plan, kernels: [{ ...planned!, title }] } };
}

/** What a page does besides showing its run: nothing, and it fits. */
async function unrestOf({ page, complaints }: OpenPage): Promise<readonly string[]> {
  await scrollThrough(page);
  const found = await page.evaluate(() => ({
    scripts: document.scripts.length - 2,
    pictures: document.images.length,
    overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  }));
  const odd = Object.entries(found).filter(([, count]) => count !== 0);
  return [...complaints, ...odd.map(([what, count]) => `${what}: ${count}`)];
}

/** Every number of a result replaced, wherever it is; what is no number stays. */
function withNumbers<Value>(value: Value, replace: (number: number) => number): Value {
  if (typeof value === 'number') return replace(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withNumbers(item, replace)) as Value;
  const entries = Object.entries(value).map(([name, item]) => [name, withNumbers<unknown>(item, replace)]);
  return Object.fromEntries(entries) as Value;
}

describeInBrowser('a hostile run', (open) => {
  test('shows markup as text, wherever it stands', async () => {
    const file = await pageFromDisk(kernelNamed(MARKUP, MARKUP));
    expect(readFileSync(file, 'utf8').match(/<script/g)).toHaveLength(2);
    const opened = await open(file);
    expect(await unrestOf(opened)).toEqual([]);
    const { page } = opened;
    expect(await page.locator('#kernels h3').innerText()).toContain('</script><script>alert(1)</script>');
    await page.locator('.matrix td a').first().click();
    expect(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent()).toContain(MARKUP);
    expect(await unrestOf(opened)).toEqual([]);
  });

  test('with names of thousands of letters keeps its layout, on a phone too', async () => {
    const file = await pageFromDisk(kernelNamed(LONG, LONG));
    expect(await unrestOf(await open(file))).toEqual([]);
    const phone = await open(file, '', { viewport: { width: 390, height: 844 } });
    expect(await unrestOf(phone)).toEqual([]);
    await phone.page.locator('.matrix td a').first().press('Enter');
    await phone.page.getByRole('dialog').waitFor();
    expect(await unrestOf(phone)).toEqual([]);
  });

  test('with a million samples shows some of them, with the ends, and says so', async () => {
    const run = syntheticRun([{ kernel: 'mandelbrot', cells: fourCells(8e6, 4e6, 4e6, 2e6) }], { blocks: 2 });
    const samplesNs = Array.from({ length: MANY }, (_, index) => 8e6 + (index % 1000));
    [samplesNs[MANY / 2], samplesNs[(MANY / 3) | 0]] = [9e7, 1e6];
    const hostile = withTrials(run, (trial) =>
      trial.block === 0 && trial.position === 0 ? { ...trial, samplesNs } : trial,
    );
    const file = pageOf(hostile);
    expect(readFileSync(file).byteLength).toBeLessThan(1.5e6);
    const opened = await open(file, '#cell=mandelbrot/medium/typescript/single-thread');
    const { page } = opened;
    expect(await page.getByRole('dialog').innerText()).toContain('only some are shown');
    await page.getByRole('combobox', { name: 'trial' }).selectOption({ index: 1 });
    await page.getByText('Values of the samples').click();
    const values = await page.locator('.values:visible').innerText();
    for (const kept of ['1: 8.00 ms', '333334: 1.00 ms', '500001: 90.0 ms', `${MANY}: `])
      expect(values).toContain(kept);
    expect(await unrestOf(opened)).toEqual([]);
  });

  test.each([
    ['the largest', 1e308],
    ['the smallest', 5e-324],
    ['nothing but zero', 0],
  ])('with times of %s of numbers is shown', async (_, time) => {
    const run = syntheticRun([{ kernel: 'mandelbrot', cells: fourCells(8e6, 4e6, 4e6, 2e6) }], { blocks: 4 });
    const strange = withTrials(run, (trial) => ({
      ...trial,
      samplesNs: [time, time],
      warmupNs: [time],
      cpuNs: [time, time],
    }));
    const opened = await open(pageOf(strange));
    expect(await unrestOf(opened)).toEqual([]);
    await opened.page.locator('.matrix td a').first().click();
    await opened.page.getByRole('dialog').waitFor();
    expect(await unrestOf(opened)).toEqual([]);
  });

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['1e308', 1e308],
    ['a negative number', -1],
  ])('with %s for every number of its estimates is shown', async (_, strange) => {
    const change = (result: Result): Result => ({
      ...result,
      ...withNumbers(
        {
          comparisons: result.comparisons,
          attribution: result.attribution,
          overall: result.overall ?? [],
          breakEven: result.breakEven ?? [],
          noise: result.noise,
          claims: result.claims ?? [],
          roofline: result.roofline!,
        },
        () => strange,
      ),
    });
    expect(await unrestOf(await open(pageOf(fullRun(), change)))).toEqual([]);
  });
});

test('a run with something else for a number is refused in one sentence', async () => {
  const folder = join(temporaryFolder(), 'run');
  const { head, plan, records } = kernelNamed('mandelbrot', 'Mandelbrot');
  createRun(folder, head, plan, records).close();
  const file = join(folder, 'trials.jsonl');
  const [first = '', ...others] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [first.replace(/"samplesNs":\[[^\]]*\]/, '"samplesNs":[null]'), ...others].join('\n'));
  const { exitCode, stdout, stderr } = await crossover(['report', folder, '--format', 'html']);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain('samplesNs');
});
