interface Report {
  readonly header?: { readonly glibcVersionRuntime?: string };
  readonly sharedObjects?: readonly string[];
}

/** The C library of this process: `glibc 2.36` or `musl`; undefined where Node does not tell. */
export function libcVersion(): string | undefined {
  // Otherwise the report looks up the names of all open connections; Node's types do not know the switch.
  Reflect.set(process.report, 'excludeNetwork', true);
  return parseLibc(process.report.getReport());
}

/** What a diagnostic report says about the C library. */
export function parseLibc({ header, sharedObjects = [] }: Report): string | undefined {
  const glibc = header?.glibcVersionRuntime;
  if (glibc !== undefined) return `glibc ${glibc}`;
  return sharedObjects.some((path) => /\bld-musl\b/.test(path)) ? 'musl' : undefined;
}
