import { claimOf } from '@crossover/claims';
import { CLAIMS_SCHEMA } from '@crossover/model';
import { renderClaims, renderClaimsCsv, renderClaimsMarkdown, renderJson } from '@crossover/report';
import { openRun } from '@crossover/store';
import { checkDemands, refusalOf } from '../refusal.ts';
import { INVOCATION } from '../invocation.ts';
import { judgedResult } from '../judged-result.ts';
import { styleOf } from '../terminal.ts';
import type { ClaimsDocument } from '@crossover/model';
import type { ClaimsFlags, ClaimsFormat } from '../verbs/claims.ts';
import type { ExitCode } from '../exit-code.ts';

const RENDERERS: Readonly<Record<ClaimsFormat, (document: ClaimsDocument) => string>> = {
  terminal: ({ claims: shown }) => renderClaims(shown, styleOf(process.stdout), INVOCATION),
  markdown: ({ claims: shown }) => renderClaimsMarkdown(shown),
  json: renderJson,
  csv: ({ claims: shown }) => renderClaimsCsv(shown),
};

/**
 * Reads a run, and prints what it says on the claims of the article.
 * @throws CrossoverError `usage` when it is no run, or a claim is named that there is not.
 */
export function claims(directory: string, { format, claim, failOn = [] }: ClaimsFlags): ExitCode {
  const asked = claim?.map((id) => claimOf(id).id);
  checkDemands(failOn);
  const { notes, ...run } = openRun(directory);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  const result = judgedResult(run);
  const document: ClaimsDocument = {
    schema: CLAIMS_SCHEMA,
    createdAt: result.createdAt,
    fingerprint: result.fingerprint.id,
    claims: (result.claims ?? []).filter(({ id }) => asked?.includes(id) ?? true),
  };
  const text = RENDERERS[format](document);
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return refusalOf(result, failOn);
}
