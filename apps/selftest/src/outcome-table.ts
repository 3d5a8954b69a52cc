import Table from 'cli-table3';
import { isBounded } from '@crossover/model';
import { TITLES } from './tool.ts';
import type { Estimate } from '@crossover/model';
import type { Outcome } from './outcome.ts';
import type { Share } from './share.ts';

/** One row for each tool and question. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const table = new Table({
    head: [
      'who decides',
      'true slow-down',
      'load',
      'found',
      'false',
      'estimate ÷ truth',
      'typical error',
      'blocks',
    ],
    style: { head: [], border: [] },
  });
  for (const { tool, slowDown, loaded, found, wrong, bias, error, blocks } of outcomes) {
    table.push([
      TITLES[tool],
      slowDown === 0 ? 'none (A/A)' : percent(slowDown),
      loaded ? 'ours' : 'none of ours',
      slowDown === 0 ? '' : shareText(found),
      shareText(wrong),
      biasText(bias),
      percent(Math.expm1(error)),
      blocks ?? '',
    ]);
  }
  return table.toString();
}

/** `3 of 20: 15 % (5–36 %)` */
function shareText({ count, of, low, high }: Share): string {
  const interval = `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
  return `${count} of ${of}: ${Math.round((100 * count) / of)} % (${interval})`;
}

function biasText(bias: Estimate): string {
  const { estimate, low, high } = bias;
  if (!isBounded(bias)) return `×${estimate.toFixed(3)}`;
  return `×${estimate.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
