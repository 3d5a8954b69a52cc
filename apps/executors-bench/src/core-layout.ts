import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Which cores those that talk to each other run on.
 * - `same`: all on one, so that whoever waits must make room;
 * - `cross`: the caller on one, all others on another, which has to be woken;
 * - `free`: wherever the system puts them this time.
 */
export const CORE_LAYOUTS = ['same', 'cross', 'free'] as const;

export type CoreLayout = (typeof CORE_LAYOUTS)[number];

/** Why threads cannot be held in such a layout here; undefined where they can. */
export function layoutUnavailable(layout: CoreLayout): string | undefined {
  if (layout === 'free') return undefined;
  if (process.platform !== 'linux') return 'threads are held on cores on Linux only';
  if (layout === 'cross' && allowedCores().length < 2) return 'there is one core only';
  return hasTaskset() ? undefined : 'there is no taskset (package util-linux)';
}

/** The cores that this process may run on, in order (man 5 proc_pid_status). */
export function allowedCores(status: string = readFileSync('/proc/self/status', 'utf8')): readonly number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
  });
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Ids of the threads of a process; none where it has ended. */
export function threadsOf(pid: number | 'self'): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}

/** Ids of the processes that this one has started, and those that they have. */
export function descendants(pid: number | 'self' = 'self'): readonly number[] {
  const found: number[] = [];
  for (const thread of threadsOf(pid)) {
    for (const text of readText(`/proc/${pid}/task/${thread}/children`).trim().split(' ')) {
      if (text !== '') found.push(Number(text), ...descendants(Number(text)));
    }
  }
  return found;
}

/** Text of a file of procfs; empty where whom it is about has ended. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Holds this thread on the first core, and all threads that have come since, and processes, on the second. */
export function crossCores(before: ReadonlySet<number>): void {
  const [first, second] = allowedCores();
  const come = threadsOf('self').filter((thread) => !before.has(thread));
  for (const thread of [...come, ...descendants().flatMap(threadsOf)]) hold(thread, second!);
  hold(process.pid, first!);
}

function hold(thread: number, core: number): void {
  execFileSync('taskset', ['-cp', String(core), String(thread)], { stdio: 'ignore' });
}
