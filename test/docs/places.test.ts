import { describe, expect, it } from 'vitest';
import { filesOf, textOf } from '../architecture/repository.ts';

/** This file names what it looks for. */
const OWN = 'test/docs/places.test.ts';

/** What would tie the repository to the machine that it was written on. */
const PLACES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a folder of somebody’s machine', /(?<![\w.~-])\/(?:work|home|root|Users)\/[\w.-]/],
  ['a folder beside the repository', /(?:^|[\s"'`(])(?:\.\.\/)+shared\b/m],
  ['a Windows user’s folder', /[A-Z]:\\Users\\/],
  ['a registry or a mirror', /https?:\/\/[\w.-]*(?:registry|mirror|artifact|nexus|verdaccio|proxy)[\w.-]*/i],
  ['an address of a machine', /https?:\/\/(?:\d{1,3}\.){3}\d{1,3}/],
];

const files = filesOf('.').filter((file) => file !== OWN);

describe('no file of the repository names', () => {
  it.each(PLACES)('%s', (_, pattern) => {
    expect(files.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });
});
