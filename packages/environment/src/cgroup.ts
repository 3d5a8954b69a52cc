import { posix } from 'node:path';
import type { ReadText } from './system-files.ts';

/**
 * CPU time per second of wall time that the control groups of this process allow, in cores: 1.5 for
 * one and a half. The tightest group on the way to the root decides. Undefined when nothing limits it.
 * See the kernel's documentation, cgroup-v2 `cpu.max` and sched-bwc `cpu.cfs_quota_us`.
 */
export function cpuQuota(read: ReadText): number | undefined {
  const groups = parseGroups(read('/proc/self/cgroup') ?? '');
  const mounts = parseMounts(read('/proc/self/mountinfo') ?? '');
  const quotas = mounts.flatMap((mount) => {
    const group = groups.find(({ version, controllers }) =>
      mount.version === 2 ? version === 2 : version === 1 && controllers.includes('cpu'),
    );
    if (group === undefined) return [];
    return foldersOf(mount, group.path).map((folder) => quotaIn(folder, mount.version, read));
  });
  return quotas.reduce((least, quota) => smaller(least, quota), undefined);
}

interface Group {
  readonly version: 1 | 2;
  readonly controllers: readonly string[];
  readonly path: string;
}

/** Lines of `/proc/self/cgroup`: `0::/user.slice` (version 2) or `4:cpu,cpuacct:/docker/1f` (version 1). */
function parseGroups(text: string): readonly Group[] {
  return [...text.matchAll(/^(?<id>\d+):(?<controllers>[^:\n]*):(?<path>\/.*)$/gm)].map(
    ({ groups: { id = '', controllers = '', path = '/' } = {} }) => ({
      version: id === '0' ? 2 : 1,
      controllers: controllers.split(','),
      path,
    }),
  );
}

interface Mount {
  readonly version: 1 | 2;
  /** The group that the mount point shows. */
  readonly root: string;
  readonly point: string;
}

/** The mounts of `/proc/self/mountinfo` that show cgroups: all of version 2, and the `cpu` one of version 1. */
function parseMounts(text: string): readonly Mount[] {
  const line = /^\d+ \d+ \S+ (?<root>\S+) (?<point>\S+) [^\n]*? - (?<type>cgroup2?) \S+ (?<options>\S+)$/gm;
  return [...text.matchAll(line)].flatMap(
    ({ groups: { root = '/', point = '', type = '', options = '' } = {} }) => {
      const version = type === 'cgroup2' ? 2 : 1;
      return version === 2 || options.split(',').includes('cpu') ? [{ version, root, point }] : [];
    },
  );
}

/** The folders of a group and of all groups around it, as far as the mount shows them. */
function foldersOf({ root, point }: Mount, path: string): readonly string[] {
  const inside = root === '/' ? path : path.startsWith(root) ? path.slice(root.length) || '/' : '/';
  // In a container the path may lead out of what can be seen (`/../..`): the mount's own root is left then.
  const parts = posix
    .normalize(inside)
    .split('/')
    .filter((part) => part !== '' && part !== '..');
  return Array.from({ length: parts.length + 1 }, (_, depth) => posix.join(point, ...parts.slice(0, depth)));
}

function quotaIn(folder: string, version: 1 | 2, read: ReadText): number | undefined {
  const [quota, period] =
    version === 2
      ? (read(`${folder}/cpu.max`) ?? '').trim().split(' ')
      : [read(`${folder}/cpu.cfs_quota_us`)?.trim(), read(`${folder}/cpu.cfs_period_us`)?.trim()];
  // `max` and -1 stand for no limit.
  const cores = Number(quota) / Number(period);
  return Number.isFinite(cores) && cores > 0 ? cores : undefined;
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
