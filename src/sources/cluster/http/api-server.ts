/** The API server, as the capture asks it: with retries, within limits, and aware that it may be gone. */

import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import { parseJson } from '../../../records/json-fields.ts';
import { type Answer, exchange, type Transport } from './exchange.ts';
import { ApiFault } from './fault.ts';
import { withRetries } from './retry.ts';
import { wholeBody } from './whole-body.ts';

export interface ApiServerSettings {
  readonly transport: Transport;
  /** So long a request that fails is tried again, in milliseconds from its first failure on. */
  readonly retryFor: number;
  /** Milliseconds without a byte after which a request is given up. */
  readonly requestTimeout: number;
  /** Requests at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Called once, when the server answers nothing any more. */
  readonly onLost: (fault: ApiFault) => void;
}

export interface Question {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly accept?: string;
  readonly body?: unknown;
  /** `connection`: what the server says is final, unless it asks for time. For what is worth less, and asked of many. */
  readonly retry?: 'all' | 'connection' | 'none';
}

/** Of an answer that lasts. */
export interface Lasting {
  /** Milliseconds without a byte after which it is given up, once it has begun. */
  readonly idle: number;
  readonly signal: AbortSignal;
}

/** Where nobody ever answered, nobody may be there: an address that leads nowhere is tried again for so many milliseconds at most. */
const KNOCKING = 3_000;
const VERSION = '/version';

export class ApiServer {
  readonly #settings: ApiServerSettings;
  /** When the server last said anything, a refusal too; null: never yet. */
  #heardAt: number | null = null;
  #lost: ApiFault | null = null;
  #probe: Promise<boolean> | null = null;
  readonly #places: PQueue;

  constructor(settings: ApiServerSettings) {
    this.#settings = settings;
    this.#places = new PQueue({ concurrency: settings.concurrency });
    // Each request listens to it.
    setMaxListeners(0, settings.signal);
  }

  /** The body of a JSON answer, parsed. Throws ApiFault; an abort throws the signal's reason. */
  async json(question: Question): Promise<unknown> {
    const { path } = question;
    return await this.read(question, async ({ body, contentType }) => {
      const value = parseJson(await wholeBody(body, path));
      if (value !== undefined) return value;
      const message = `${path} answered with something that is no JSON (${contentType || 'no content type'})`;
      throw new ApiFault({ outcome: 'failed', message });
    });
  }

  /** Reads an answer to its end with `take`, again from the start after each failure that another try may mend. */
  async read<Result>(question: Question, take: (answer: Answer) => Promise<Result>): Promise<Result> {
    const { signal } = this.#settings;
    signal.throwIfAborted();
    if (this.#lost !== null) throw this.#lost;
    const begun = performance.now();
    // A request that waits to be tried again leaves its place to others.
    const attempt = (): Promise<Result> => this.#places.add(() => this.#attempt(question, take));
    const retryFor = (fault: ApiFault): number => this.#retryFor(fault);
    try {
      const { retry = 'all' } = question;
      return await (retry === 'none' ? attempt() : withRetries({ retryFor, signal, attempt, serverErrors: retry === 'all' }));
    } catch (error) {
      if (error instanceof ApiFault && error.unreachable && (this.#heardAt ?? 0) < begun) await this.#suspectLoss(question, error);
      // A fault of its own says more than that others met it too.
      throw error instanceof ApiFault || !signal.aborted ? error : signal.reason;
    }
  }

  /** Reads an answer that has no end of its own: tried once, and beside the places, for it would keep one. */
  async follow<Result>(question: Question & Lasting, take: (answer: Answer) => Promise<Result>): Promise<Result> {
    return await this.#attempt(question, take);
  }

  async #attempt<Result>(question: Question & Partial<Lasting>, take: (answer: Answer) => Promise<Result>): Promise<Result> {
    const { transport, requestTimeout: silence, signal } = this.#settings;
    try {
      return await exchange({ signal, ...question, transport, silence }, async (answer) => {
        this.#heardAt = performance.now();
        const result = await take(answer);
        this.#heardAt = performance.now();
        return result;
      });
    } catch (error) {
      if (error instanceof ApiFault && error.httpStatus !== undefined) this.#heardAt = performance.now();
      throw error;
    }
  }

  #retryFor({ connection }: ApiFault): number {
    const { retryFor } = this.#settings;
    return connection === 'absent' && this.#heardAt === null ? Math.min(retryFor, KNOCKING) : retryFor;
  }

  /** One API may be silent alone (an aggregated one): the server is gone where it does not say its version either. */
  async #suspectLoss({ path }: Question, fault: ApiFault): Promise<void> {
    if (path !== VERSION && !(await this.#isSilent())) return;
    if (this.#lost !== null) return;
    this.#lost = fault;
    this.#settings.onLost(fault);
  }

  /** Asked once for all who suspect it at a time, and before all that waits for its place. */
  async #isSilent(): Promise<boolean> {
    const read = ({ body }: Answer): Promise<unknown> => wholeBody(body, VERSION);
    this.#probe ??= this.#places
      .add(() => this.#attempt({ path: VERSION }, read), { priority: 1 })
      .then(
        () => false,
        (error: unknown) => error instanceof ApiFault && error.unreachable,
      );
    const isSilent = await this.#probe;
    this.#probe = null;
    return isSilent;
  }
}
