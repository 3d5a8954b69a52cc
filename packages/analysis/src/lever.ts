import type { Lever, Verdict } from '@crossover/model';

/** The verdicts that a lever follows from; each is absent where a cell that it needs has no time. */
export interface LeverEvidence {
  /** Whether the work can be divided at all. */
  readonly divisible: boolean;
  /** Best other lane, single-thread, against the base. */
  readonly language?: Verdict | undefined;
  /** Best parallel cell of the base lane against the base. */
  readonly cores?: Verdict | undefined;
  /** Best parallel cell of another lane against the base, and against each lever pulled alone. */
  readonly together?: Verdict | undefined;
  readonly togetherOverLanguage?: Verdict | undefined;
  readonly togetherOverCores?: Verdict | undefined;
}

/**
 * What is worth pulling. A lever gains when it is `faster` or `slightly-faster`, does not gain when the verdict is
 * `same` or either kind of slower, and is open otherwise.
 *
 * - `both`: each lever gains by itself; or together they gain, and are faster than either alone.
 * - `language`: another lane gains, and cores do not.
 * - `cores`: cores gain, and no other lane does.
 * - `neither`: neither gains, nor do both together.
 * - `inconclusive`: a question that decides between these is open.
 *
 * Cores cannot gain where the work cannot be divided, even where their cell was not measured.
 */
export function decideLever(evidence: LeverEvidence): Lever {
  const language = gains(evidence.language);
  const cores = evidence.divisible ? gains(evidence.cores) : (gains(evidence.cores) ?? false);
  if (language === true && cores === true) return 'both';
  if (evidence.divisible && addUp(evidence)) return 'both';
  if (language === undefined || cores === undefined) return 'inconclusive';
  if (language) return 'language';
  if (cores) return 'cores';
  // Measured together they may still be open, or gain without being shown to need each other.
  const together = evidence.together === undefined ? false : gains(evidence.together);
  return together === false ? 'neither' : 'inconclusive';
}

function addUp({ together, togetherOverLanguage, togetherOverCores }: LeverEvidence): boolean {
  return [together, togetherOverLanguage, togetherOverCores].every((verdict) => gains(verdict) === true);
}

/** Whether a verdict shows a gain; undefined when it is open. */
export function gains(verdict: Verdict | undefined): boolean | undefined {
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return true;
    case 'same':
    case 'slightly-slower':
    case 'slower':
      return false;
    case 'inconclusive':
    case 'withheld':
    case undefined:
      return undefined;
  }
}
