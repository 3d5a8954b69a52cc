import { CrossoverError } from '@crossover/model';

/** What the user wants the command to fail on: an open question, or a claim that does not hold. */
export type Demand = { readonly kind: 'inconclusive' } | { readonly kind: 'claim'; readonly id: string };

/**
 * What `--fail-on` says. Whether there is a claim of that name is seen by `checkDemands`.
 * @throws CrossoverError `usage` for anything that cannot be demanded.
 */
export function demandOf(text: string): readonly Demand[] {
  return text.split(',').map((part) => {
    const [kind, id, ...rest] = part.trim().split(':');
    if (kind === 'inconclusive' && id === undefined) return { kind };
    if (kind === 'claim' && id !== undefined && id !== '' && rest.length === 0) return { kind, id };
    const message = `--fail-on does not know ${JSON.stringify(part)}`;
    throw new CrossoverError({ code: 'usage', message, hint: 'one of: inconclusive, claim:ID' });
  });
}
