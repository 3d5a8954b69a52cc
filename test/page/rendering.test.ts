import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { describeInBrowser, keepPicture, scrollThrough } from './browser.ts';
import { fullRun, pageOf, REFERENCE, referencePage, referenceResult } from './pages.ts';

const MOST_BYTES = 1.5e6;

test('the command writes the page to a file, or prints it', async () => {
  const file = join(temporaryFolder(), 'page.html');
  const args = ['report', REFERENCE, '--format', 'html'];
  const written = await crossover([...args, '--out', file]);
  expect(written).toMatchObject({ exitCode: 0, stdout: '' });
  const printed = await crossover(args);
  expect(printed.stdout.trimEnd()).toBe(readFileSync(file, 'utf8').trimEnd());
  expect(printed.stdout).toMatch(/^<!doctype html>/);
  const refused = await crossover([...args, '--out', join(file, 'below-a-file')]);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain('error: cannot write');
});

describeInBrowser('the page of a run', (open) => {
  let reference = '';
  let full = '';
  beforeAll(() => {
    reference = referencePage();
    full = pageOf(fullRun());
  });

  test('is one file of moderate size, without a word to the network or the console', async () => {
    expect(statSync(reference).size).toBeLessThan(MOST_BYTES);
    const { page, complaints } = await open(reference);
    await scrollThrough(page);
    expect(complaints).toEqual([]);
    await keepPicture(page, 'reference-light');
  });

  test('answers before anything else', async () => {
    const { page } = await open(reference);
    expect(await page.locator('#answer h1').innerText()).toContain('My Node code is slow.');
    expect(await page.locator('.answer').innerText()).not.toBe('');
    const [box] = await page
      .locator('.figures')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
    expect(box).toBeLessThan(900);
    const kernels = referenceResult().kernels.map(({ kernel }) => kernel);
    expect(await page.locator('.levers tbody th').allInnerTexts()).toEqual(kernels);
  });

  test('shows the numbers and verdicts of the result', async () => {
    const { page } = await open(reference);
    const { cells, comparisons } = referenceResult();
    const links = page.locator('.matrix td.heat a');
    expect(await links.count()).toBe(cells.length);
    const shown = comparisons.filter(
      ({ base, speedUp: { estimate } }) =>
        base.endsWith('/typescript/single-thread') && estimate >= 0.1 && estimate < 9.995,
    );
    expect(shown.length).toBeGreaterThan(20);
    const texts = await Promise.all(
      shown.map(
        async ({ subject }) => await page.locator(`.matrix a[href="#cell=${subject}"]`).textContent(),
      ),
    );
    for (const [index, { speedUp, verdict }] of shown.entries()) {
      expect(texts[index]).toContain(`×${speedUp.estimate.toFixed(2)}`);
      expect(texts[index]).toContain(verdict.replace('-', ' '));
    }
  });

  test('draws all of its charts when they come near the window', async () => {
    const { page } = await open(full);
    await scrollThrough(page);
    const charts = page.locator('.chart');
    expect(await charts.count()).toBeGreaterThan(6);
    const drawn = await charts.evaluateAll(
      (all) => all.filter((one) => one.querySelector('svg') !== null).length,
    );
    expect(drawn).toBe(await charts.count());
  });

  test('has sizes with their crossings, workers with the ideal line, and claims with evidence', async () => {
    const { page, complaints } = await open(full);
    await scrollThrough(page);
    expect(
      await page.locator('#sizes svg path[aria-label], #sizes svg g[aria-label="line"] path').count(),
    ).toBeGreaterThan(4);
    expect(await page.locator('#sizes table').first().innerText()).toMatch(/from (?:about )?[\d.]+ ms/);
    expect(await page.locator('#scaling .chart svg').first().textContent()).toContain('ideal');
    expect(await page.locator('#scaling table').innerText()).toContain('rust/worker-threads-4');
    await page.locator('.claim[data-claim="native-rewrite-pays"] summary').click();
    expect(await page.locator('.claim[open] table').innerText()).toContain('mandelbrot');
    expect(complaints).toEqual([]);
  });

  test('says of a section without data which command would measure it', async () => {
    const { page } = await open(reference);
    const note = await page.locator('#sizes .not-measured').innerText();
    expect(note).toContain('Not measured: ');
    expect(note).toContain('--workload smoke,small,medium');
    expect(await page.locator('#scaling .not-measured').innerText()).toContain('--workers 1,2,4');
    const { page: other } = await open(full);
    expect(await other.locator('#sizes .not-measured, #scaling .not-measured').count()).toBe(0);
  });

  test('prints with all charts, nothing cut off, and without what is only for screens', async () => {
    // As wide as a sheet of A4 between its margins.
    const { page } = await open(reference, '', { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(100_000);
    expect(await page.locator('.chart:not(:has(svg))').count()).toBe(0);
    const onScreens = page.locator('nav, .theme, .filters');
    expect(await onScreens.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    const tables = page.locator('.table-box:visible');
    const cut = await tables.evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute('aria-label')),
    );
    expect(cut).toEqual([]);
  });
});
