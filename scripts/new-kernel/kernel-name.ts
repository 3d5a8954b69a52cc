/** Names that would be a keyword as a Rust module; the Rust Reference, "Keywords". */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'abstract as async await become box break const continue crate do dyn else enum extern false final fn for ' +
    'gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super ' +
    'trait true try type typeof union unsafe unsized use virtual where while yield'
  ).split(' '),
);

/** What is wrong with a name for a kernel; undefined when nothing is. */
export function nameProblem(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    return `"${name}" is not in kebab-case: lower-case words and digits, joined by single hyphens`;
  }
  return KEYWORDS.has(name)
    ? `"${name}" is a keyword of Rust, where a kernel's name is that of a module`
    : undefined;
}
