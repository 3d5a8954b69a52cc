import type { FailureCode } from '@crossover/model';

/** What the command's exit code says. Documented in the README; scripts depend on it. */
export const EXIT = {
  fine: 0,
  /** A claim that was asked to hold does not, or something got slower. */
  refuted: 1,
  /** The command line, a file or a folder is not usable. */
  usage: 2,
  /** A cell failed or gave a wrong result. */
  failed: 3,
  /** Too noisy or inconclusive where a verdict was demanded. */
  inconclusive: 4,
  /** Interrupted; everything measured so far is kept. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a command that a failure ended. */
export function exitCodeOf(code: FailureCode): ExitCode {
  switch (code) {
    case 'usage':
    case 'run-damaged':
    case 'schema-too-new':
    case 'not-writable':
      return EXIT.usage;
    case 'interrupted':
      return EXIT.interrupted;
    case 'wrong-digest':
    case 'kernel-threw':
    case 'lane-unavailable':
    case 'mode-unavailable':
    case 'worker-ended':
    case 'process-ended':
    case 'time-limit':
    case 'trial-ended':
    case 'internal':
      return EXIT.failed;
  }
}
