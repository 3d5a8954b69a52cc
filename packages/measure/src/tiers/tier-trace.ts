import { EVENT_MARK } from './tier-protocol.ts';
import type { Deoptimisation, Failure, TierStep, TierTrace } from '@crossover/model';
import type { TierEvent, TierSubject } from './tier-protocol.ts';

/** What became of a subject that was watched. */
export type TierOutcome =
  | { readonly status: 'ok'; readonly trace: TierTrace }
  | { readonly status: 'failed'; readonly failure: Failure };

/** V8's line on optimised code that it gives up. */
const BAILOUT =
  /^\[bailout \(kind: (?<kind>[^,]+), reason: (?<reason>.*?)\): begin\. deoptimizing \S+ <JSFunction (?<name>[^\s(]+) /;

/**
 * Makes sense of what the tier host and V8 have printed.
 * @returns outcomes in the order of the subjects; fewer where the host ended before it was done with all
 */
export function tierOutcomes(
  lines: readonly string[],
  subjects: readonly TierSubject[],
): readonly TierOutcome[] {
  const outcomes: TierOutcome[] = [];
  let observation = new Observation(subjects[0]);
  for (const line of lines) {
    if (line.startsWith(EVENT_MARK)) {
      const event = JSON.parse(line.slice(EVENT_MARK.length)) as TierEvent;
      if (event.kind === 'begun') observation = new Observation(subjects[event.subject]);
      const outcome = observation.add(event);
      if (outcome !== undefined) outcomes.push(outcome);
    } else {
      observation.addBailout(BAILOUT.exec(line)?.groups ?? {});
    }
  }
  return outcomes;
}

/** What is known so far about one subject. */
class Observation {
  readonly #subject: TierSubject | undefined;
  readonly #steps = new Map<string, TierStep[]>();
  readonly #deoptimisations: Deoptimisation[] = [];
  #operations = 0;
  #warmAfter = 0;

  constructor(subject: TierSubject | undefined) {
    this.#subject = subject;
  }

  add(event: TierEvent): TierOutcome | undefined {
    switch (event.kind) {
      case 'begun':
        return undefined;
      case 'operations': {
        const { operations, changes } = event;
        this.#operations = operations;
        for (const [name, tier] of Object.entries(changes)) {
          const steps = this.#steps.get(name) ?? [];
          this.#steps.set(name, [...steps, { tier, operations }]);
        }
        return undefined;
      }
      case 'warm':
        this.#warmAfter = this.#operations;
        return undefined;
      case 'done':
        return { status: 'ok', trace: this.#trace(new Set(event.passes)) };
      case 'failed':
        return { status: 'failed', failure: event.failure };
    }
  }

  addBailout({ name, kind, reason }: Readonly<Record<string, string | undefined>>): void {
    if (name === undefined || kind === undefined || reason === undefined) return;
    this.#deoptimisations.push({ function: name, kind, reason, operations: this.#operations });
  }

  #trace(passes: ReadonlySet<string>): TierTrace {
    return {
      kernel: this.#subject?.work.kernel ?? '',
      lane: this.#subject?.lane ?? '',
      operations: this.#operations,
      warmAfter: this.#warmAfter,
      functions: [...this.#steps].map(([name, steps]) => ({ name, isPass: passes.has(name), steps })),
      // Other functions are the host's and the lanes', which several kernels have in common.
      deoptimisations: this.#deoptimisations.filter((one) => this.#steps.has(one.function)),
    };
  }
}
