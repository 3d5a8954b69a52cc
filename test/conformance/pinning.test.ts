import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ADDON_PATH, addonUnavailable, loadAddon } from '../../packages/addon/dist/index.js';

const here = (await addonUnavailable()) === undefined && process.platform === 'linux';

const PINNED = `
  const { pinThread, ownAffinity } = require(${JSON.stringify(ADDON_PATH)});
  const { parentPort } = require('node:worker_threads');
  const core = ownAffinity().at(-1);
  pinThread(core);
  parentPort.postMessage({ core, cores: ownAffinity() });`;

describe.runIf(here)('pinning (needs cargo, and Linux)', () => {
  test('leaves a thread one core, and the others all of theirs', async () => {
    const before = loadAddon().ownAffinity();
    const [{ core, cores }] = await once(new Worker(PINNED, { eval: true }), 'message');
    expect(cores).toEqual([core]);
    expect(before).toContain(core);
    expect(loadAddon().ownAffinity()).toEqual(before);
  });

  test.each([1_023, -1, 2 ** 32 - 1])('refuses core %d, and changes nothing', (core) => {
    const before = loadAddon().ownAffinity();
    expect(() => loadAddon().pinThread(core)).toThrow(/./);
    expect(loadAddon().ownAffinity()).toEqual(before);
  });
});
