/** The files of a run before they are checked: whatever was in them. */
export interface RawRun {
  readonly head: unknown;
  readonly plan: unknown;
}

/** From an older format to the next one. */
interface Step {
  readonly from: string;
  readonly change: (run: RawRun) => RawRun;
}

/** In the order of the formats. */
const STEPS: readonly Step[] = [
  {
    // Every kernel got all of its blocks, and none was measured again.
    from: 'crossover.run/1',
    change: ({ head, plan }) => {
      if (!isObject(head) || !isObject(plan) || !isObject(plan['settings'])) return { head, plan };
      const settings = { ...plan['settings'], looks: [plan['settings']['blocks']], spareShare: 0 };
      return { head: { ...head, schema: 'crossover.run/2' }, plan: { ...plan, settings } };
    },
  },
];

/** A run of an older format as this version would have written it; any other as it is. */
export function migrate(run: RawRun): RawRun {
  return STEPS.reduce(
    (migrated, { from, change }) => (schemaOf(migrated.head) === from ? change(migrated) : migrated),
    run,
  );
}

/** What the head of a run says about its format. */
export function schemaOf(head: unknown): unknown {
  return isObject(head) ? head['schema'] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
