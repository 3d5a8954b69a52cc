import { expect, test } from 'vitest';
import { thrownOf } from './thrown.ts';

test('class, code and causes of an error are kept as data that can be cloned', () => {
  const cause = Object.assign(new TypeError('no such file', { cause: 'bad luck' }), { code: 'ENOENT' });
  const thrown = thrownOf(new RangeError('out of cheese', { cause }));
  expect(structuredClone(thrown)).toEqual({
    name: 'RangeError',
    message: 'out of cheese',
    cause: {
      name: 'TypeError',
      message: 'no such file',
      code: 'ENOENT',
      cause: { name: 'string', message: 'bad luck' },
    },
  });
});

test.each([
  { what: null, name: 'null', message: 'null' },
  { what: undefined, name: 'undefined', message: 'undefined' },
  { what: Symbol('cheese'), name: 'symbol', message: 'Symbol(cheese)' },
  { what: Object.create(null), name: 'object', message: 'something that cannot be written down' },
])('what is no error is described too: $name', ({ what, name, message }) => {
  expect(thrownOf(what)).toEqual({ name, message });
});

test('an error that throws when it is read, or is its own cause, is described all the same', () => {
  const hostile = new Error('hostile');
  Object.defineProperty(hostile, 'message', {
    get: () => {
      throw new Error('again');
    },
  });
  hostile.cause = hostile;
  let depth = 0;
  for (let link = thrownOf(hostile).cause; link !== undefined; link = link.cause) depth++;
  expect(depth).toBe(7);
});
