import { chart } from './charts/chart.ts';
import { covariatePlot, pointsOf, warmUpPlot } from './charts/sample-plots.ts';
import { element } from './element.ts';
import { formatDuration, symbolsOf } from '@crossover/report';
import type { SampleSeries, TrialPage } from '@crossover/report';

const SYMBOLS = symbolsOf({ unicode: true });

/** Warm-up of all trials, or all of one: warm-up, samples, what happened besides, and the values themselves. */
export function trialView(trials: readonly TrialPage[]): HTMLElement {
  const place = element('div');
  const select = element(
    'select',
    { name: 'trial' },
    element('option', { value: '' }, 'all trials'),
    trials.map(({ name }, index) => element('option', { value: index }, `${index + 1}: ${name}`)),
  );
  const update = (): void => {
    const chosen = select.value === '' ? undefined : Number(select.value);
    const trial = chosen === undefined ? undefined : trials[chosen];
    place.replaceChildren(
      chart(
        trial === undefined
          ? 'Warm-up of all trials, operation by operation'
          : `Warm-up and samples of ${trial.name}`,
        (width) => warmUpPlot(trials, chosen, width),
      ),
      ...(trial === undefined ? [] : oneTrial(trial)),
    );
  };
  select.addEventListener('change', update);
  update();
  return element(
    'div',
    { class: 'trials' },
    element('h3', {}, 'Warm-up'),
    element('label', {}, element('span', {}, 'trial'), ' ', select),
    place,
  );
}

function oneTrial({ marks, warmUp, samples, covariates }: TrialPage): readonly HTMLElement[] {
  return [
    ...marks.map((mark) => element('p', { class: 'note' }, mark)),
    ...covariates.map((covariate) =>
      element(
        'figure',
        {},
        element('figcaption', {}, `${covariate.title}, sample by sample`),
        chart(`${covariate.title}, sample by sample`, (width) => covariatePlot(covariate, width)),
      ),
    ),
    values('Values of the warm-up', warmUp),
    values('Values of the samples', samples),
  ];
}

function values(title: string, series: SampleSeries): HTMLElement {
  const texts = pointsOf(series).map(({ position, value }) =>
    series.thinned === undefined
      ? formatDuration(value, SYMBOLS)
      : `${position + 1}: ${formatDuration(value, SYMBOLS)}`,
  );
  return element(
    'details',
    { class: 'folded' },
    element('summary', {}, title),
    element('p', { class: 'values' }, texts.join(', ') || 'none'),
  );
}
