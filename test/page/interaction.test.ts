import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { fullRun, pageOf, referencePage } from './pages.ts';
import type { Page } from 'playwright-core';

const CELL = 'mandelbrot/medium/rust/worker-threads-2';

/** The texts of one column of the table of all cells, from above. */
async function columnOf(page: Page, column: number): Promise<readonly string[]> {
  return await page.locator(`#cells tbody tr > :nth-child(${column})`).allInnerTexts();
}

describeInBrowser('who reads the page', (open) => {
  let reference = '';
  let full = '';
  beforeAll(() => {
    reference = referencePage();
    full = pageOf(fullRun());
  });

  test('sorts a table by a column, both ways, and back', async () => {
    const { page } = await open(reference, '#cells');
    const before = await columnOf(page, 4);
    const head = page.locator('#cells th', { hasText: /^time/ });
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const ascending = (await columnOf(page, 4)).map(nanoseconds);
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await columnOf(page, 4)).map(nanoseconds)).toEqual(ascending.toReversed());
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await columnOf(page, 4)).toEqual(before);
  });

  test('chooses cells by kernel, lane, mode, verdict and words', async () => {
    const { page } = await open(reference, '#cells');
    const form = page.getByRole('search');
    const all = (await columnOf(page, 1)).length;
    await form.getByLabel('kernel').selectOption('mandelbrot');
    await form.getByLabel('lane').selectOption('rust');
    expect(new Set(await columnOf(page, 1))).toEqual(new Set(['mandelbrot']));
    expect(new Set(await columnOf(page, 2))).toEqual(new Set(['rust']));
    await form.getByLabel('mode').selectOption('worker-threads-2');
    expect(await columnOf(page, 1)).toHaveLength(1);
    expect(await form.locator('output').innerText()).toBe(`1 of ${all} cells`);
    await form.getByRole('button').click();
    await expect.poll(async () => (await columnOf(page, 1)).length).toBe(all);
    await form.getByLabel('verdict').selectOption('slower');
    expect((await columnOf(page, 10)).every((text) => text.startsWith('slower'))).toBe(true);
    await form.getByLabel('text').fill('xxh64 processes');
    const rows = await columnOf(page, 1);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows)).toEqual(new Set(['xxh64']));
  });

  test('opens a cell from the matrix, and comes back to it', async () => {
    const { page, complaints } = await open(reference, '#matrix');
    const dialog = page.getByRole('dialog');
    await page.locator(`.matrix a[href="#cell=${CELL}"]`).click();
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe(CELL);
    expect(new URL(page.url()).hash).toBe(`#cell=${CELL}`);
    await page.goBack();
    await expect.poll(() => dialog.isVisible()).toBe(false);
    await page.goForward();
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).hash).toBe('#matrix');
    expect(await dialog.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('comes to a cell by its address, and leaves it for the page', async () => {
    const { page } = await open(reference, `#cell=${CELL}`);
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('the right answer');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await dialog.isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('learns that a cell is not there', async () => {
    const { page } = await open(reference, '#cell=mandelbrot/medium/cobol/single-thread');
    expect(await page.getByRole('dialog').innerText()).toContain('does not hold this cell');
  });

  test('sees every sample of a cell, and of one trial its warm-up and values', async () => {
    const { page, complaints } = await open(reference, `#cell=${CELL}`);
    const dialog = page.getByRole('dialog');
    const dots = dialog.locator('.chart svg g[aria-label="dot"]').first().locator('circle');
    await expect.poll(() => dots.count()).toBeGreaterThan(20);
    await dialog.getByRole('combobox', { name: 'trial' }).selectOption({ index: 1 });
    await dialog.getByText('Values of the samples').click();
    expect(await dialog.locator('.values:visible').innerText()).toMatch(/^[\d.]+ ms(?:, [\d.]+ ms)*$/);
    expect(await dialog.getByRole('img', { name: /^Warm-up and samples of block/ }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('comes to a kernel by its address, also without its workload', async () => {
    for (const [file, name] of [
      [reference, 'xxh64'],
      [reference, 'xxh64/medium'],
      [full, 'mandelbrot/small'],
      [full, 'mandelbrot'],
    ] as const) {
      const { page } = await open(file, `#kernel=${name}`);
      const card = page.locator('.card:focus');
      expect(await card.locator('h3').innerText()).toContain(name.split('/')[0]);
      await expect.poll(() => card.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(900);
    }
  });

  test('needs no mouse', async () => {
    const { page } = await open(reference);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the answer');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#answer');
    await page.keyboard.press('Tab');
    expect(await page.locator('#answer :focus').count()).toBe(1);
    await page.locator(`.matrix a[href="#cell=${CELL}"]`).press('Enter');
    await expect.poll(() => page.locator('dialog :focus').count()).toBe(1);
  });

  test('changes between light and dark', async () => {
    const { page } = await open(reference, '', { colorScheme: 'light' });
    const colour = async (): Promise<string> =>
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await colour();
    await page.getByRole('button', { name: 'Switch to dark colours' }).click();
    const dark = await colour();
    expect(dark).not.toBe(light);
    await page.getByRole('button', { name: 'Switch to light colours' }).click();
    expect(await colour()).toBe(light);
    const { page: other } = await open(reference, '', { colorScheme: 'dark' });
    expect(await other.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  });
});

const UNITS: Readonly<Record<string, number>> = { ns: 1, µs: 1e3, ms: 1e6, s: 1e9 };

function nanoseconds(text: string): number {
  const [number = '', unit = ''] = text.split(' ');
  return Number(number) * UNITS[unit]!;
}
