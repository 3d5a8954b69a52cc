import { isPlain, BASE_LANE } from '@crossover/model';
import type { Origin } from '../next-commands.ts';
import type { Result } from '@crossover/model';

/** Why a section of the page has nothing to show, and the command that would change that. */
export interface NotMeasured {
  readonly kind: 'not-measured';
  readonly sentence: string;
  readonly command: string;
}

/** A section of the page. */
export type PageSection<Content> = ({ readonly kind: 'measured' } & Content) | NotMeasured;

/** The sections that a run may have nothing for. */
export type OptionalSection = 'attribution' | 'sizes' | 'scaling' | 'roofline' | 'floors' | 'bill' | 'claims';

/** What would have to be measured for a section. */
export function notMeasured(
  section: OptionalSection,
  { kernels, cells }: Pick<Result, 'kernels' | 'cells'>,
  { invocation = 'crossover' }: Origin,
): NotMeasured {
  const named = kernels.length === 1 ? ` ${kernels[0]!.kernel}` : '';
  const other = cells.find(({ lane }) => lane !== BASE_LANE && isPlain(lane))?.lane ?? 'rust';
  const told = { kind: 'not-measured' as const };
  switch (section) {
    case 'attribution':
      return {
        ...told,
        sentence: 'Not measured: it takes two languages, each on one thread and on several cores.',
        command: `${invocation} run${named} --lane ${BASE_LANE},${other} --mode single-thread,worker-threads`,
      };
    case 'sizes':
      return {
        ...told,
        sentence: 'Not measured: it takes three sizes of the same kernel, or more.',
        command: `${invocation} run${named || ' mandelbrot'} --workload smoke,small,medium --blocks 8`,
      };
    case 'scaling':
      return {
        ...told,
        sentence: 'Not measured: it takes several numbers of workers.',
        command: `${invocation} run${named || ' mandelbrot'} --workers 1,2,4`,
      };
    case 'roofline':
      return {
        ...told,
        sentence: 'Not measured: the run is from before peaks of the machine were, or it ended before.',
        command: `${invocation} run${named}`,
      };
    case 'floors':
      return {
        ...told,
        sentence: 'Not measured: the run is from before floors were, or it ended before.',
        command: `${invocation} run${named}`,
      };
    case 'bill':
      return { ...told, sentence: 'Not measured: no cell has a time.', command: `${invocation} run${named}` };
    case 'claims':
      return { ...told, sentence: 'Not judged: nobody asked.', command: `${invocation} claims RUN` };
  }
}
