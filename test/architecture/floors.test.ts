import { describe, expect, it } from 'vitest';
import { needs, ownPackage, PACKAGES } from './workspace.ts';

/** The house: a package may use what lies on lower floors, never what lies on its own or above. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  statistics: 1,
  environment: 1,
  store: 1,
  kernels: 1,
  addon: 2,
  analysis: 2,
  lanes: 3,
  claims: 3,
  executors: 4,
  report: 4,
  measure: 5,
  site: 5,
  cli: 6,
  'executors-bench': 6,
  selftest: 6,
};
const MEASURING = ['executors', 'measure'];
const JUDGING = ['statistics', 'analysis', 'claims', 'report', 'site'];
/** Above both sides: where they may meet. */
const APPLICATIONS: ReadonlySet<string> = new Set(['cli', 'executors-bench', 'selftest']);

const byName = new Map(PACKAGES.map((unit) => [unit.name, unit]));

/** All that a package reaches, through others too. */
function reach(name: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const next of needs(byName.get(name)!)) {
    if (seen.has(next)) continue;
    seen.add(next);
    reach(next, seen);
  }
  return seen;
}

describe.each(PACKAGES)('$folder', ({ name, tags, dependencies, devDependencies, imports, ...unit }) => {
  it('has a floor, and tells turbo the same', () => {
    expect(Object.keys(FLOORS)).toContain(name);
    expect(tags).toContain(`floor-${FLOORS[name]}`);
    expect(tags.includes('measuring')).toBe(MEASURING.includes(name));
    expect(tags.includes('judging')).toBe(JUDGING.includes(name));
  });

  it('needs only packages on lower floors', () => {
    const above = needs({ name, tags, dependencies, devDependencies, imports, ...unit }).filter(
      (other) => FLOORS[other]! >= FLOORS[name]!,
    );
    expect(above).toEqual([]);
  });

  it('imports only packages that it declares', () => {
    const declared = { ...dependencies, ...devDependencies };
    const undeclared = imports.filter((entry) => {
      const other = ownPackage(entry);
      return other !== undefined && other !== name && !(`@crossover/${other}` in declared);
    });
    expect(undeclared).toEqual([]);
  });
});

it('measuring never reaches judging, nor judging measuring, through any other package', () => {
  const meetings = PACKAGES.filter(({ name }) => !APPLICATIONS.has(name)).filter(({ name }) => {
    const reached = new Set([name, ...reach(name)]);
    return MEASURING.some((side) => reached.has(side)) && JUDGING.some((side) => reached.has(side));
  });
  expect(meetings.map(({ name }) => name)).toEqual([]);
});
