import { parseSync } from 'rolldown/utils';

/**
 * TypeScript or AssemblyScript without its comments.
 * @throws Error when it cannot be parsed.
 */
export function typescriptCode(source: string): string {
  const { comments, errors } = parseSync('source.ts', source);
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  let code = '';
  let end = 0;
  for (const comment of comments) {
    // What a comment stood between stays apart.
    code += `${source.slice(end, comment.start)} `;
    end = comment.end;
  }
  return code + source.slice(end);
}
