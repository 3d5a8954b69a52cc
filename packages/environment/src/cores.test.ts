import { describe, expect, it } from 'vitest';
import { cpuQuota } from './cgroup.ts';
import { availableCores, parseAffinity } from './cores.ts';
import type { ReadText } from './system-files.ts';

/** An operating system of which these files are all that there is. */
function system(files: Readonly<Record<string, string>>): ReadText {
  return (path) => files[path];
}

const UNIFIED = '31 23 0:28 / /sys/fs/cgroup rw,nosuid,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate\n';
const SPLIT = `30 23 0:27 / /sys/fs/cgroup ro - tmpfs tmpfs ro,mode=755
32 30 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:10 - cgroup cgroup rw,cpu,cpuacct
36 30 0:33 / /sys/fs/cgroup/memory rw,relatime shared:14 - cgroup cgroup rw,memory
`;

const unified = (group: string, files: Readonly<Record<string, string>>): number | undefined =>
  cpuQuota(system({ '/proc/self/cgroup': `0::${group}\n`, '/proc/self/mountinfo': UNIFIED, ...files }));

describe('the quota of a control group, version 2', () => {
  it('is the quotient in cpu.max', () => {
    expect(unified('/job', { '/sys/fs/cgroup/job/cpu.max': '150000 100000\n' })).toBe(1.5);
  });

  it('is that of the tightest group on the way to the root', () => {
    const files = {
      '/sys/fs/cgroup/a/cpu.max': '50000 100000\n',
      '/sys/fs/cgroup/a/b/cpu.max': 'max 100000\n',
      '/sys/fs/cgroup/a/b/c/cpu.max': '400000 100000\n',
    };
    expect(unified('/a/b/c', files)).toBe(0.5);
    expect(unified('/a/b', files)).toBe(0.5);
  });

  it('is that of the mount itself where a container sees its own group as the root', () => {
    expect(unified('/', { '/sys/fs/cgroup/cpu.max': '200000 100000\n' })).toBe(2);
    expect(unified('/../../other', { '/sys/fs/cgroup/cpu.max': '200000 100000\n' })).toBe(2);
  });

  it.each(['max 100000\n', '', 'garbage', '-5 100000', '100000 0', '100000'])(
    'is none when cpu.max holds %j',
    (text) => {
      expect(unified('/job', { '/sys/fs/cgroup/job/cpu.max': text })).toBeUndefined();
    },
  );
});

const split = (quota: string, root = '/'): number | undefined =>
  cpuQuota(
    system({
      '/proc/self/cgroup': '5:memory:/docker/1f\n3:cpu,cpuacct:/docker/1f\n0::/\n',
      '/proc/self/mountinfo': SPLIT.replace('0:29 /', `0:29 ${root}`),
      [`/sys/fs/cgroup/cpu,cpuacct${root === '/' ? '/docker/1f' : ''}/cpu.cfs_quota_us`]: quota,
      [`/sys/fs/cgroup/cpu,cpuacct${root === '/' ? '/docker/1f' : ''}/cpu.cfs_period_us`]: '50000\n',
    }),
  );

describe('the quota of a control group, version 1', () => {
  it('is cfs_quota_us over cfs_period_us', () => expect(split('125000\n')).toBe(2.5));
  it('is found where the mount shows a part of the tree', () =>
    expect(split('125000\n', '/docker/1f')).toBe(2.5));
  it('is none when it is -1', () => expect(split('-1\n')).toBeUndefined());
});

it('there is no quota on a system without control groups, or with files that make no sense', () => {
  expect(cpuQuota(system({}))).toBeUndefined();
  const nonsense = { '/proc/self/cgroup': '::\n0:\nx', '/proc/self/mountinfo': 'cgroup2 - \n- cgroup2\n' };
  expect(cpuQuota(system(nonsense))).toBeUndefined();
});

describe('affinity', () => {
  it.each([
    ['Cpus_allowed_list:\t0-1\n', 2],
    ['Cpus_allowed:\tff\nCpus_allowed_list:\t0-3,8,10-11\nMems_allowed:\t1\n', 7],
    ['Cpus_allowed_list:\t5\n', 1],
    ['Cpus_allowed_list:\t\n', undefined],
    ['Cpus_allowed_list:\tall\n', undefined],
    ['Cpus_allowed_list:\t3-1\n', undefined],
    ['', undefined],
  ])('in %j is %s', (status, count) => expect(parseAffinity(status)).toBe(count));
});

const limited = (quota: string): ReadText =>
  system({
    '/proc/self/status': 'Cpus_allowed_list:\t0-3\n',
    '/proc/self/cgroup': '0::/\n',
    '/proc/self/mountinfo': UNIFIED,
    '/sys/fs/cgroup/cpu.max': quota,
  });

describe('the cores of this process', () => {
  it.each([
    ['250000 100000', 2],
    ['50000 100000', 1],
    ['900000 100000', 4],
  ])('are whole ones with a quota of %s, and at least one', (quota, usable) => {
    expect(availableCores(limited(quota))).toMatchObject({ usable, affinity: 4 });
  });

  it('name no quota where there is none', () => {
    expect(availableCores(limited('max 100000'))).not.toHaveProperty('quota');
  });

  it('are within bounds on this machine', () => {
    const { usable, affinity, online, quota = Infinity } = availableCores();
    expect(usable).toBeGreaterThanOrEqual(1);
    expect(usable).toBeLessThanOrEqual(affinity);
    expect(affinity).toBeLessThanOrEqual(online);
    expect(quota).toBeGreaterThan(0);
  });
});
