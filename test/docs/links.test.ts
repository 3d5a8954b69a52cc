import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/repository.ts';
import { anchorsOf, DOCUMENTS, linksOf } from './documents.ts';

const links = DOCUMENTS.flatMap(linksOf);
const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

it('there are documents, with links between them', () => {
  expect(DOCUMENTS).toContain('README.md');
  expect(inside.length).toBeGreaterThan(20);
});

it('every link within the repository leads to a file or folder', () => {
  const broken = inside.filter(({ document, target }) => {
    const [path = ''] = target.split('#');
    return path !== '' && !existsSync(join(ROOT, dirname(document), path));
  });
  expect(broken).toEqual([]);
});

it('every link to a heading finds it', () => {
  const broken = inside.filter(({ document, target }) => {
    const [path = '', anchor] = target.split('#');
    if (anchor === undefined) return false;
    const file = path === '' ? document : posix.join(posix.dirname(document), path);
    return !file.endsWith('.md') || !anchorsOf(file).has(anchor);
  });
  expect(broken).toEqual([]);
});

it('links stay inside the repository, and to addresses they use https', () => {
  const strange = links.filter(({ document, target }) => {
    if (/^[a-z]+:/.test(target)) return !target.startsWith('https://');
    return posix.join(posix.dirname(document), target).startsWith('..');
  });
  expect(strange).toEqual([]);
});
