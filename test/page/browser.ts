import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { ROOT } from '../fixtures/crossover.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Names under which a Chromium that needs no screen, or can do without, is installed. */
const NAMES = ['chromium-headless-shell', 'chromium', 'google-chrome'];

/** Where Chrome is where programs are not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

const found = process.env['CHROMIUM_PATH'] ?? installedBrowser();
const DEMANDED = process.env['CI'] === 'true';

/** Where pictures of the page are kept for people to look at. */
const ARTEFACTS = join(ROOT, 'test/page/artefacts');

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...PLACES].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A page that is open, and what it did that it should not have. */
export interface OpenPage {
  readonly page: Page;
  /** Errors that it threw or wrote, and everything that it asked for besides itself. */
  readonly complaints: readonly string[];
}

/** Opens a file of the disk in a window of its own. */
export type OpenFile = (
  path: string,
  fragment?: string,
  options?: BrowserContextOptions,
) => Promise<OpenPage>;

/**
 * Tests in a real browser, which is started once for all of them. Where there is none they are skipped and say so; in CI that is a
 * failure.
 */
export function describeInBrowser(title: string, tests: (open: OpenFile) => void): void {
  const why = found === undefined ? ` (no browser: none of ${NAMES.join(', ')} is on the PATH)` : '';
  describe.skipIf(found === undefined && !DEMANDED)(`${title}${why}`, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      if (found === undefined) throw new Error('CI has to have a browser: install one, or set CHROMIUM_PATH');
      browser = await chromium.launch({ executablePath: found });
    });
    afterEach(async () => {
      for (const context of browser?.contexts() ?? []) await context.close();
    });
    afterAll(async () => await browser?.close());
    tests(async (path, fragment = '', options = {}) => {
      const context = await browser!.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const url = pathToFileURL(path).href;
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`threw ${error.message}`));
      page.on('console', (message) => complaints.push(`wrote ${message.text()}`));
      page.on('dialog', (dialog) => complaints.push(`asked ${dialog.message()}`));
      page.on('request', (request) => {
        const asked = request.url();
        if (asked.split('#')[0] !== url) complaints.push(`asked for ${asked}`);
      });
      await page.goto(`${url}${fragment}`);
      return { page, complaints };
    });
  });
}

/** Moves through the whole page, so that all charts are drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo(0, 0);
  });
}

/** Keeps a picture for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true });
}
