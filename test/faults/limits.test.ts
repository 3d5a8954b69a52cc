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

interface Starved {
  readonly mode: string;
  readonly placement?: string;
  /** A command before the program's own. */
  readonly within?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What an executor fails with when it is started by a program that runs into that limit. */
async function failureAt(
  limit: string,
  { mode, placement, within = [], env = {} }: Starved,
): Promise<unknown> {
  const program = [process.execPath, PARENT, limit, mode, ...(placement === undefined ? [] : [placement])];
  const [file, ...args] = [...within, ...program];
  const { stdout } = await execa(file!, args, { reject: false, env });
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
    expect(await failureAt(limit, { mode })).toMatchObject({
      code,
      where: expect.stringMatching(/^worker [12] of 2$/),
      hint: expect.stringContaining(hint),
    });
  },
);

test.runIf(hasRoom).each([
  { placement: 'shared', message: 'No space left on device' },
  { placement: 'file', message: 'ENOSPC' },
])(
  'where there is no room for the placement $placement, processes say so, and what to do (needs namespaces)',
  { timeout: 20_000 },
  async ({ placement, message }) => {
    expect(await failureAt('room', { mode: 'processes', placement, within: IN_LITTLE_ROOM })).toMatchObject({
      code: 'mode-unavailable',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('make room'),
    });
  },
);

test('where there is no folder for temporary files, the placement file says so, and what to do', async () => {
  const env = { TMPDIR: '/no/such/folder', TEMP: '/no/such/folder', TMP: '/no/such/folder' };
  expect(await failureAt('room', { mode: 'processes', placement: 'file', env })).toMatchObject({
    code: 'mode-unavailable',
    message: expect.stringContaining('/no/such/folder: ENOENT'),
    hint: expect.stringContaining('TMPDIR'),
  });
});
