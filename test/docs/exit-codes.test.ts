import { expect, it } from 'vitest';
import { EXIT } from '../../apps/cli/src/exit-code.ts';
import { tableOf } from './documents.ts';

it('the README explains every exit code, and no other', () => {
  const documented = tableOf('README.md', 'code').map(([code]) => Number(code));
  expect(documented).toEqual(Object.values(EXIT));
});
