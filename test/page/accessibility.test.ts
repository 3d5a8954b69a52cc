import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser, keepPicture, scrollThrough } from './browser.ts';
import { fullRun, pageOf, referencePage } from './pages.ts';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const CELL = 'mandelbrot/medium/rust/worker-threads-2';

/** What is looked at: a part of the page and some rules; all of both when absent. */
interface Scope {
  readonly part?: string;
  readonly rules?: readonly string[];
}

/** Each rule that the page breaks, and where first. */
async function violations(page: Page, scope: Scope = {}): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async ({ part = 'html', rules }): Promise<AxeResults> => {
    const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
    return await inPage.run(part, rules === undefined ? {} : { runOnly: [...rules] });
  }, scope);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html}`);
}

/** All that dark colours can break. */
const CONTRAST: Scope = { rules: ['color-contrast'] };

describeInBrowser('the page is for everybody', (open) => {
  let reference = '';
  let full = '';
  beforeAll(() => {
    reference = referencePage();
    full = pageOf(fullRun());
  });

  test('axe finds nothing wrong in any section', async () => {
    const { page } = await open(full);
    await page.locator('summary').evaluateAll((all) => {
      for (const one of all) one.parentElement?.setAttribute('open', '');
    });
    await scrollThrough(page);
    expect(await violations(page)).toEqual([]);
  });

  test('axe finds nothing wrong in a cell, in dark colours neither', async () => {
    const { page } = await open(full, `#cell=${CELL}`);
    await page.getByRole('combobox', { name: 'trial' }).selectOption({ index: 1 });
    expect(await violations(page, { part: 'dialog' })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, { ...CONTRAST, part: 'dialog' })).toEqual([]);
  });

  test('all texts can be read in dark colours', async () => {
    const { page } = await open(full, '', { colorScheme: 'dark' });
    await scrollThrough(page);
    expect(await violations(page, CONTRAST)).toEqual([]);
    await keepPicture(page, 'full-dark');
  });

  test('a phone shows all of it without scrolling sideways', async () => {
    const { page } = await open(reference, '', {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await scrollThrough(page);
    const widths = async (): Promise<readonly number[]> =>
      await page.evaluate(() => [document.documentElement.scrollWidth, visualViewport!.width]);
    expect(await widths()).toEqual([390, 390]);
    await keepPicture(page, 'reference-phone');
    await page.evaluate((cell) => (location.hash = `#cell=${cell}`), CELL);
    await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor();
    const overflow = await page.getByRole('dialog').evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(overflow).toBe(0);
    expect(await widths()).toEqual([390, 390]);
  });

  test('no chart is without a description, nor without a table that says the same', async () => {
    const { page } = await open(full);
    const charts = page.locator('main .chart');
    const told = await charts.evaluateAll((all) =>
      all.map((one) => ({
        label: one.getAttribute('aria-label') ?? '',
        tables: one.closest('section')?.querySelectorAll('table').length ?? 0,
      })),
    );
    expect(told.filter(({ label, tables }) => label.length < 20 || tables === 0)).toEqual([]);
  });
});
