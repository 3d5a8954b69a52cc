import { fileURLToPath } from 'node:url';
import { CrossoverError } from '@crossover/model';
import { Peer } from './peer.ts';
import { spawnHint } from './spawn-hint.ts';
import { unsendable } from './unsendable.ts';
import type { execaNode } from 'execa';
import type { ProcessPlacement } from './process-placement.ts';
import type { Reply, Request } from './protocol.ts';

/** Standard input and output of a child, and where its last words go. */
const STANDARD = ['ignore', 'ignore', 'pipe'] as const;

/** In a child, the descriptor of the file that it has inherited: the next after those. */
export const INHERITED_FILE: number = STANDARD.length;

const OPTIONS = {
  ipc: true,
  serialization: 'advanced',
  buffer: { ipc: false },
  cleanup: true,
  reject: false,
} as const;

/** A child process as its parent sees it. */
export class ChildProcess {
  readonly peer: Peer;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  readonly #subprocess: ReturnType<typeof spawn>;

  /**
   * @param where which child it is, in the words of a failure
   * @param onEnd called when the process ends, for whatever reason
   */
  constructor(
    execa: typeof execaNode,
    origin: Pick<ProcessPlacement, 'entry' | 'inherits'>,
    where: string,
    onEnd: (error: CrossoverError) => void,
  ) {
    this.peer = new Peer(where);
    this.#subprocess = spawn(execa, origin);
    // execa looks at every message for helpers of its own, which nobody uses here: half of a round trip.
    this.#subprocess.nodeChildProcess.removeAllListeners('message');
    this.#subprocess.nodeChildProcess.on('message', (reply: Reply) => this.peer.receive(reply));
    // Nobody can talk to it any more.
    this.#subprocess.nodeChildProcess.once('disconnect', () => this.kill());
    this.gone = this.#end(onEnd);
  }

  /** Absent when it could not be started. */
  get pid(): number | undefined {
    return this.#subprocess.pid;
  }

  /**
   * Sends a request; the answer comes by way of the peer.
   * @throws CrossoverError `usage` when it cannot be copied.
   */
  send(request: Request): void {
    try {
      // What does not arrive has no answer either: the end of the process says why.
      this.#subprocess.nodeChildProcess.send(request, () => {});
    } catch (error) {
      throw unsendable(this.peer.where, error);
    }
  }

  /** Ends it, whatever it does: it has nothing to put in order, and one that was stopped hears nothing else. */
  kill(): void {
    this.#subprocess.kill('SIGKILL');
  }

  async #end(onEnd: (error: CrossoverError) => void): Promise<void> {
    const result = await this.#subprocess;
    const message = `a child process ${endOf(result)}`;
    const hint = spawnHint(`${message} ${result.stderr}`);
    const failure = {
      code: 'process-ended',
      message,
      where: this.peer.where,
      ...(hint && { hint }),
    } as const;
    const error = new CrossoverError(failure, result.stderr === '' ? undefined : new Error(result.stderr));
    this.peer.end(error);
    onEnd(error);
  }
}

function spawn(execa: typeof execaNode, { entry, inherits }: Pick<ProcessPlacement, 'entry' | 'inherits'>) {
  // Node takes any descriptor here; the types of execa know but the first ones.
  const file = inherits === undefined ? 'ignore' : (inherits as 3);
  return execa(fileURLToPath(entry), { ...OPTIONS, stdio: [...STANDARD, file] });
}

type Ended = Awaited<ReturnType<typeof spawn>>;

/** How a process ended, with its last words. */
function endOf({ exitCode, signal, stderr, originalMessage }: Ended): string {
  if (signal !== undefined) return `was ended by ${signal}${lastWords(stderr)}`;
  if (exitCode !== undefined) return `ended with exit code ${exitCode}${lastWords(stderr)}`;
  return `did not start: ${originalMessage}`;
}

/** The line that says what went wrong, among all that a crash writes. */
function lastWords(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /^(\w*Error\b|FATAL|thread .* panicked)/.test(line));
  const line = telling ?? lines.findLast((candidate) => candidate !== '');
  return line === undefined ? '' : `: ${line}`;
}
