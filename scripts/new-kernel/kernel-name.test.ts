import { expect, it } from 'vitest';
import { nameProblem } from './kernel-name.ts';

it.each(['nbody', 'jpeg-decode', 'sha256', 'k-means-2'])('%s is a name for a kernel', (name) => {
  expect(nameProblem(name)).toBeUndefined();
});

it.each(['', 'NBody', 'n_body', 'two words', '-x', 'x-', 'a--b', '2fast', '../evil', 'ä', 'match', 'loop'])(
  '%j is none',
  (name) => expect(nameProblem(name)).toContain(`"${name}"`),
);
