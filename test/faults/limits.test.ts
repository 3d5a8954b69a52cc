import { execa } from 'execa';
import { expect, test } from 'vitest';
import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';

const PARENT = new URL('fixtures/starved-parent.ts', import.meta.url).pathname;
/** A system in which there is but little room for files in memory, and nowhere else. */
const LITTLE_ROOM = 'mount -t tmpfs -o size=4k none /dev/shm && TMPDIR=/dev/shm exec "$@"';
const IN_LITTLE_ROOM = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', LITTLE_ROOM, '-'];

const onLinux = process.platform === 'linux';
/** Not every system lets everybody make such a room, and without the addon nothing is shared. */
const canShare = onLinux && (await sharedMappingUnavailable()) === undefined;
const [command, ...roomArguments] = IN_LITTLE_ROOM;
const hasRoom = canShare && !(await execa(command!, [...roomArguments, 'true'], { reject: false })).failed;

/** What an executor fails with when it is started by a program that runs into that limit. */
async function failureAt(limit: string, mode: string, before: readonly string[] = []): Promise<unknown> {
  const [file, ...args] = [...before, process.execPath, PARENT, limit, mode];
  const { stdout } = await execa(file, before.length === 0 ? args : [...args, 'shared'], { reject: false });
  return JSON.parse(stdout);
}

test.runIf(onLinux).each([
  { limit: 'processes and threads', mode: 'processes', code: 'process-ended', hint: 'ulimit -u' },
  { limit: 'processes and threads', mode: 'worker-threads', code: 'worker-ended', hint: 'ulimit -u' },
  { limit: 'open files', mode: 'processes', code: 'process-ended', hint: 'ulimit -n' },
  { limit: 'open files', mode: 'worker-threads', code: 'worker-ended', hint: 'ulimit -n' },
])(
  'where the limit of $limit is reached, $mode says so, and what to do (Linux)',
  { timeout: 20_000 },
  async ({ limit, mode, code, hint }) => {
    expect(await failureAt(limit, mode)).toMatchObject({
      code,
      where: expect.stringMatching(/^worker [12] of 2$/),
      hint: expect.stringContaining(hint),
    });
  },
);

test.runIf(hasRoom)(
  'where there is no room for shared memory, processes say so, and what to do (needs namespaces)',
  { timeout: 20_000 },
  async () => {
    expect(await failureAt('shared memory', 'processes', IN_LITTLE_ROOM)).toMatchObject({
      code: 'mode-unavailable',
      message: expect.stringContaining('No space left on device'),
      hint: expect.stringContaining('make room'),
    });
  },
);
