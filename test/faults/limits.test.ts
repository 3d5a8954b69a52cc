import { execaNode } from 'execa';
import { expect, test } from 'vitest';
import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';

const PARENT = new URL('fixtures/starved-parent.ts', import.meta.url).pathname;
const unshared = await sharedMappingUnavailable();

const STARVED = [
  { limit: 'processes and threads', mode: 'processes', code: 'process-ended', hint: 'ulimit -u' },
  { limit: 'processes and threads', mode: 'worker-threads', code: 'worker-ended', hint: 'ulimit -u' },
  { limit: 'open files', mode: 'processes', code: 'process-ended', hint: 'ulimit -n' },
  { limit: 'open files', mode: 'worker-threads', code: 'worker-ended', hint: 'ulimit -n' },
  {
    limit: 'sizes of files',
    mode: 'processes',
    placement: 'shared',
    code: 'mode-unavailable',
    hint: 'make room',
  },
].filter(({ placement }) => placement === undefined || unshared === undefined);

test.runIf(process.platform === 'linux').each(STARVED)(
  'where the limit of $limit is reached, $mode says so and what to do (Linux)',
  { timeout: 20_000 },
  async ({ limit, mode, placement = [], code, hint }) => {
    const args = [limit, mode, ...[placement].flat()];
    const parent = execaNode(PARENT, args, { ipc: true, reject: false });
    const failure: unknown = await parent.getOneMessage();
    expect(failure).toMatchObject({
      code,
      message: expect.any(String),
      hint: expect.stringContaining(hint),
    });
    parent.kill('SIGKILL');
    await parent;
  },
);
