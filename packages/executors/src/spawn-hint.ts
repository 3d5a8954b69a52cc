/** What to do where a limit of the system keeps a worker from starting, by the name of the error in its message. */
export function spawnHint(message: string): string | undefined {
  if (/\bEAGAIN\b|resource temporarily unavailable/i.test(message)) {
    return 'fewer workers, or a higher limit of processes and threads (ulimit -u)';
  }
  if (/\bEMFILE\b|too many open files/i.test(message)) {
    return 'fewer workers, or a higher limit of open files (ulimit -n)';
  }
  if (/\bENOMEM\b|out of memory/i.test(message)) return 'fewer workers, or a smaller workload';
  return undefined;
}
