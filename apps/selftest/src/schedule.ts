import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Question } from './comparison.ts';
import type { Runner } from './tool.ts';

/** A question with the order in which the tools get it, and the seed of everything random in it. */
export interface Turn extends Question {
  readonly runners: readonly Runner[];
  /** Whether the subject is measured first where both share a process. */
  readonly subjectFirst: boolean;
  readonly seed: number;
}

/** How often each question is asked. */
export interface Extent {
  /** Comparisons of a function with itself. */
  readonly equal: number;
  /** Comparisons of each slow-down, with load and without. */
  readonly different: number;
  readonly slowDowns: readonly number[];
  /** Who is asked. */
  readonly runners: readonly Runner[];
}

/**
 * All questions in random order, so that what the machine does meanwhile meets all alike; tools by turns, each first
 * equally often. The same seed gives the same schedule.
 */
export function scheduleOf({ equal, different, slowDowns, runners }: Extent, seed: number): readonly Turn[] {
  const generator = xoroshiro128plus(seed);
  const questions: Question[] = Array.from({ length: equal }, () => ({ slowDown: 0, loaded: true }));
  for (const slowDown of slowDowns) {
    for (let count = 0; count < different; count++) {
      questions.push({ slowDown, loaded: true }, { slowDown, loaded: false });
    }
  }
  for (let last = questions.length - 1; last > 0; last--) {
    const other = uniformInt(generator, 0, last);
    [questions[last], questions[other]] = [questions[other]!, questions[last]!];
  }
  return questions.map(({ slowDown, loaded }, index) => ({
    slowDown,
    loaded,
    runners: runners.map((_, position) => runners[(position + index) % runners.length]!),
    subjectFirst: uniformInt(generator, 0, 1) === 1,
    seed: uniformInt(generator, 1, 2 ** 31 - 1),
  }));
}
