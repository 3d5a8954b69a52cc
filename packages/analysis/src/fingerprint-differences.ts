import type { Fingerprint, FingerprintDifference } from '@crossover/model';

/** What keeps figures of two machines or toolchains apart, field by field; nothing where their ids agree. */
export function fingerprintDifferences(
  base: Fingerprint,
  head: Fingerprint,
): readonly FingerprintDifference[] {
  if (base.id === head.id) return [];
  const [there, here] = [fieldsOf(base), fieldsOf(head)];
  const fields = new Set([...there.keys(), ...here.keys()]);
  const differences = [...fields].flatMap((field) => differenceIn(field, there.get(field), here.get(field)));
  // Two versions of Crossover may make ids of other fields.
  return differences.length > 0 ? differences : [{ field: 'id', base: base.id, head: head.id }];
}

function differenceIn(
  field: string,
  base: string | undefined,
  head: string | undefined,
): readonly FingerprintDifference[] {
  if (base === head) return [];
  return [{ field, ...(base !== undefined && { base }), ...(head !== undefined && { head }) }];
}

/** The fields as texts: those of a fingerprint may be lists or records. */
function fieldsOf(fingerprint: Fingerprint): ReadonlyMap<string, string> {
  const { id: _, ...fields } = fingerprint;
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new Map(
    entries.map(([field, value]) => [field, typeof value === 'string' ? value : ordered(value)]),
  );
}

/** As JSON, the keys of records in order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
