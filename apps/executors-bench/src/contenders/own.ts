import { modeOf } from '@crossover/executors';
import { BASE_LANE } from '@crossover/model';
import { KERNEL, prepareSet } from '../task.ts';
import type { Contender, Entrant } from '../contender.ts';
import type { Executor, WaitPolicy } from '@crossover/model';
import type { WorkSet } from '../task.ts';

interface OwnWay {
  readonly mode: string;
  readonly placement?: string;
  readonly waitPolicy?: WaitPolicy;
}

/** One of our modes: it covers all items with one operation, of which the workers take their share by themselves. */
export function ownEntrant(facts: Pick<Entrant, 'id' | 'title' | 'kind' | 'spins'>, way: OwnWay): Entrant {
  return {
    ...facts,
    own: true,
    load: async () => {
      // What a mode imports when it is first started is not what starting takes; others are imported before, too.
      if (facts.kind === 'processes') await import('execa');
      const smallest = await prepareSet('skewed');
      return async (workers) => new OwnContender(way, workers, await start(way, workers, smallest));
    },
  };
}

type Prepared = Awaited<ReturnType<typeof prepareSet>>;

async function start({ mode, ...how }: OwnWay, workers: number, set: Prepared): Promise<Executor> {
  return await modeOf(mode).start({ kernelId: KERNEL, lane: BASE_LANE, workers, ...how, ...set });
}

class OwnContender implements Contender {
  readonly #way: OwnWay;
  readonly #workers: number;
  #executor: Executor;

  constructor(way: OwnWay, workers: number, executor: Executor) {
    this.#way = way;
    this.#workers = workers;
    this.#executor = executor;
  }

  readonly roundTrip = (): Promise<void> => this.#executor.empty();

  /** Each of two workers has a task in every region. */
  readonly twoInFlight = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += this.#workers) await this.#executor.empty();
  };

  readonly covering = async (set: WorkSet): Promise<() => Promise<unknown>> => {
    const executor = await this.#restart(await prepareSet(set));
    return () => executor.run();
  };

  readonly carrying = async (): Promise<() => Promise<unknown>> => {
    const set = await prepareSet('bulk');
    const executor = await this.#restart(set);
    return () => {
      executor.views['lefts']!.set(set.inputs['lefts']!);
      return executor.run();
    };
  };

  readonly close = (): Promise<void> => this.#executor.close();

  /** An executor is of one set of data. */
  async #restart(set: Prepared): Promise<Executor> {
    await this.#executor.close();
    this.#executor = await start(this.#way, this.#workers, set);
    return this.#executor;
  }
}
