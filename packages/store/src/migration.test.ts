import { describe, expect, test } from 'vitest';
import { migrate } from './migration.ts';
import { head, plan } from './sample-run.fixture.ts';
import { planWire, RUN_SCHEMA } from './wire.ts';

const { looks: _, spareShare: __, ...settings } = plan.settings;
const first = { head: { ...head, schema: 'crossover.run/1' }, plan: { ...plan, settings } };

describe('a run of the first format', () => {
  test('reads as one that looked only at its end and measured no block again', () => {
    const migrated = migrate(first);
    expect(migrated.head).toEqual({ ...head, schema: RUN_SCHEMA });
    expect(planWire.parse(migrated.plan).settings).toMatchObject({ blocks: 5, looks: [5], spareShare: 0 });
  });

  test('is left as it is where it is damaged, so that the check names the field', () => {
    const damaged = { ...first, plan: { settings: 7 } };
    expect(migrate(damaged).plan).toEqual({ settings: 7 });
    expect(migrate({ head: 'no head', plan }).head).toBe('no head');
  });
});

test('a run of this format, or of an unknown one, is not changed', () => {
  const now = { head, plan };
  expect(migrate(now)).toEqual(now);
  const other = { head: { schema: 'other' }, plan };
  expect(migrate(other)).toEqual(other);
});
