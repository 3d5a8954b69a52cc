import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import process from 'node:process';

/** What tells a process from every other one, before and after it, on this machine and on others. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Names the time since the machine was started; absent where the platform has no such name. */
  readonly boot?: string;
  /** When the process was started, in clock ticks since then; absent where the platform does not tell. */
  readonly start?: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
}

/** Whether a process still runs; `unknown` when it was one of another machine or container. */
export type Liveness = 'alive' | 'ended' | 'unknown';

/** Clocks are set now and then: a machine counts as restarted only where it is this much in doubt, in milliseconds. */
const CLOCK_SLACK_MS = 60_000;

/** This process. */
export function ownIdentity(): ProcessIdentity {
  const boot = bootName();
  const start = statOf(process.pid)?.start;
  return {
    pid: process.pid,
    host: hostname(),
    ...(boot !== undefined && { boot }),
    ...(start !== undefined && { start }),
    at: Date.now(),
  };
}

/**
 * Whether that process still runs. Ids are given out again, so that the id alone says little: where the system tells,
 * the process must also have been started at the same moment after the same start of the machine. Elsewhere a process
 * with this id counts as that one, unless the machine was started since.
 */
export function livenessOf({ pid, host, boot, start, at }: ProcessIdentity): Liveness {
  if (host !== hostname()) return 'unknown';
  if (boot !== undefined && boot !== bootName()) return 'ended';
  if (boot === undefined && at + CLOCK_SLACK_MS < Date.now() - uptime() * 1000) return 'ended';
  if (!isThere(pid)) return 'ended';
  const stat = statOf(pid);
  if (stat === undefined) return 'alive';
  const same = start === undefined || stat.start === start;
  return same && stat.state !== 'Z' ? 'alive' : 'ended';
}

/** Whether there is a process of that id; one of somebody else may not be signalled, but is there. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function bootName(): string | undefined {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim();
}

/** State and start of a process: fields 3 and 22 of `/proc/PID/stat` (man 5 proc_pid_stat). */
function statOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command's name in parentheses may hold anything; the fields begin after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', start] = [fields[0], fields[19]];
  return start === undefined ? undefined : { state, start };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
