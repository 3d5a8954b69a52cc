import type { Thrown } from '@crossover/model';

/** A chain of causes that leads back to itself ends here. */
const LONGEST_CHAIN = 8;

/** What can be said of anything that was thrown. Never throws, whatever it is. */
export function thrownOf(thrown: unknown, links: number = LONGEST_CHAIN): Thrown {
  if (!(thrown instanceof Error)) {
    return { name: thrown === null ? 'null' : typeof thrown, message: textOf(() => thrown) };
  }
  const cause = read(() => thrown.cause);
  const code = read(() => ('code' in thrown ? thrown.code : undefined));
  return {
    name: textOf(() => thrown.name),
    message: textOf(() => thrown.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(cause !== undefined && links > 1 && { cause: thrownOf(cause, links - 1) }),
  };
}

function textOf(value: () => unknown): string {
  return read(() => String(value())) ?? 'something that cannot be written down';
}

/** Reading a property or making a text of it can run code of its own, which may throw in turn. */
function read<Value>(value: () => Value): Value | undefined {
  try {
    return value();
  } catch {
    return undefined;
  }
}
