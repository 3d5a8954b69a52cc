import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BackgroundLoad } from './background-load.ts';

test('the load runs until it is ended, and leaves no process', async () => {
  const load = await BackgroundLoad.start(2, 1);
  expect(load.pids).toHaveLength(2);
  expect(load.pids.filter(isAlive)).toEqual(load.pids);
  await load.end();
  expect(load.pids.filter(isAlive)).toEqual([]);
  await load.end();
});

test('the load ends by itself when its parent was killed', async () => {
  const script = `
    const { BackgroundLoad } = await import(${JSON.stringify(new URL('background-load.ts', import.meta.url))});
    const load = await BackgroundLoad.start(2, 1);
    process.send(load.pids);
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [pids] = (await once(parent, 'message')) as [number[]];
  expect(pids.filter(isAlive)).toEqual(pids);
  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  await ended;
  for (let patience = 200; patience > 0 && pids.some(isAlive); patience--) await sleep(50);
  expect(pids.filter(isAlive)).toEqual([]);
}, 30_000);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
