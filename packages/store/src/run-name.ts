/**
 * Name of a run's folder: `2026-11-22T19-08-45-123Z-1a2b3c4d`. Names sort by time, and hold no
 * character that a file system refuses, which is why there are no colons.
 * @throws RangeError when the date is not one.
 */
export function runName(createdAt: Date, fingerprintId: string): string {
  return `${createdAt.toISOString().replaceAll(/[:.]/g, '-')}-${fingerprintId}`;
}
