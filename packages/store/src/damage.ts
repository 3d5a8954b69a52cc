import { CrossoverError } from '@crossover/model';
import type { z } from 'zod';

/**
 * Checks data from a file against its schema.
 * @param place the file, and the line where there are lines: `trials.jsonl:17`
 * @throws CrossoverError `run-damaged` that names the place, the field, what belongs there and what stands there.
 */
export function parseWire<Domain>(
  wire: z.ZodType<Domain>,
  value: unknown,
  place: string,
  path: string,
): Domain {
  const parsed = wire.safeParse(value);
  if (parsed.success) return parsed.data;
  throw damaged(`${place} ${describe(parsed.error.issues[0], value)}`, path);
}

/** The error for a run whose files are not what was written. */
export function damaged(message: string, path: string): CrossoverError {
  const hint = 'restore the file from a copy, or measure again';
  return new CrossoverError({ code: 'run-damaged', message, where: path, hint });
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue | undefined, value: unknown): string {
  if (issue === undefined) return 'is not valid';
  if (issue.code === 'unrecognized_keys')
    return `${fieldName([...issue.path, ...issue.keys.slice(0, 1)])}: unknown field`;
  return `${fieldName(issue.path)}: expected ${expected(issue)}, got ${shown(at(value, issue.path))}`;
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? issue.options.map((value) => JSON.stringify(value)).join(' or ')
        : 'another shape';
    case 'invalid_format':
      return `a ${issue.format}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === 'array') return ' elements';
  return origin === 'string' ? ' characters' : '';
}

function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return name.replace(/^\./, '') || 'content';
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
