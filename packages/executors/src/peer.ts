import { CrossoverError } from '@crossover/model';
import type { Reply } from './protocol.ts';

interface Waiter {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: CrossoverError) => void;
}

/**
 * The parent's end of the conversation with one worker or child, which answers in order.
 * Whoever waits for an answer is told when there will be none.
 */
export class Peer {
  /** Which worker it is, in the words of a failure: "worker 2 of 3". */
  readonly where: string;
  readonly #waiters: Waiter[] = [];
  readonly #inbox: Reply[] = [];
  #ended: CrossoverError | undefined;

  constructor(where: string) {
    this.where = where;
  }

  /** Whether somebody waits for an answer. */
  get awaited(): boolean {
    return this.#waiters.length > 0;
  }

  /** Takes an answer that has arrived. */
  receive(reply: Reply): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#inbox.push(reply);
    else waiter.resolve(reply);
  }

  /** Nothing will arrive any more. */
  end(error: CrossoverError): void {
    this.#ended ??= error;
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
  }

  /**
   * The next answer, which must be of that kind.
   * @throws CrossoverError when the answer is a failure, or the worker or child has ended.
   */
  async next<Kind extends Reply['kind']>(kind: Kind): Promise<Extract<Reply, { kind: Kind }>> {
    const reply = this.#inbox.shift() ?? (await this.#arrival());
    if (reply.kind === kind) return reply as Extract<Reply, { kind: Kind }>;
    if (reply.kind === 'failed') {
      const where = reply.failure.where === undefined ? this.where : `${this.where}, ${reply.failure.where}`;
      throw new CrossoverError({ ...reply.failure, where });
    }
    throw new CrossoverError({
      code: 'internal',
      message: `expected ${kind}, got ${reply.kind}`,
      where: this.where,
    });
  }

  #arrival(): Promise<Reply> {
    if (this.#ended !== undefined) throw this.#ended;
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    this.#waiters.push({ resolve, reject });
    return promise;
  }
}
