import type { Failure } from '@crossover/model';

/** A failure as the user reads it: what, where, and what to do next. */
export function messageOf({ message, where, hint }: Failure): string {
  const lines = [`error: ${message}`];
  if (where !== undefined) lines.push(`note: ${where}`);
  if (hint !== undefined) lines.push(`hint: ${hint}`);
  return `${lines.join('\n')}\n`;
}
