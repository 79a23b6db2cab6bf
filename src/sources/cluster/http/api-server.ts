/** The API server, as the capture asks it: with retries, within limits, and aware that it may be gone. */

import PQueue from 'p-queue';
import { type Answer, exchange, type Transport } from './exchange.ts';
import { ApiFault } from './fault.ts';
import { type RetrySettings, withRetries } from './retry.ts';

export interface ApiServerSettings extends RetrySettings {
  readonly transport: Transport;
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

export class ApiServer {
  readonly #settings: ApiServerSettings;
  /** When the server last said anything, a refusal too. */
  #heardAt = performance.now();
  #lost = false;
  readonly #places: PQueue;

  constructor(settings: ApiServerSettings) {
    this.#settings = settings;
    this.#places = new PQueue({ concurrency: settings.concurrency });
  }

  /** The body of a JSON answer, parsed. Throws ApiFault; an abort throws the signal's reason. */
  async json(question: Question): Promise<unknown> {
    return (await this.jsonOfType(question)).value;
  }

  async jsonOfType(question: Question): Promise<{ readonly contentType: string; readonly value: unknown }> {
    return await this.read(question, async ({ body, contentType }) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      return { contentType, value: parseAnswer(Buffer.concat(chunks), question.path, contentType) };
    });
  }

  /** Reads an answer to its end with `take`, again from the start after each failure that another try may mend. */
  async read<Result>(question: Question, take: (answer: Answer) => Promise<Result>): Promise<Result> {
    const { retryFor, signal } = this.#settings;
    const begun = performance.now();
    // A request that waits to be tried again leaves its place to others.
    const attempt = (): Promise<Result> => this.#places.add(() => this.#attempt(question, take));
    try {
      const { retry = 'all' } = question;
      return await (retry === 'none' ? attempt() : withRetries({ retryFor, signal, attempt, serverErrors: retry === 'all' }));
    } catch (error) {
      if (error instanceof ApiFault && error.unreachable && this.#heardAt < begun) await this.#suspectLoss(error);
      // A fault of its own says more than that others met it too.
      throw error instanceof ApiFault || !signal.aborted ? error : signal.reason;
    }
  }

  async #attempt<Result>(question: Question, take: (answer: Answer) => Promise<Result>): Promise<Result> {
    const { transport, requestTimeout: silence, signal } = this.#settings;
    try {
      const answer = await exchange({ ...question, transport, silence, signal });
      this.#heardAt = performance.now();
      const result = await take(answer);
      this.#heardAt = performance.now();
      return result;
    } catch (error) {
      if (error instanceof ApiFault && !error.unreachable) this.#heardAt = performance.now();
      throw error;
    }
  }

  /** One API may be silent alone (an aggregated one): the server is gone where it does not say its version either. */
  async #suspectLoss(fault: ApiFault): Promise<void> {
    try {
      await this.#attempt({ path: '/version' }, async () => undefined);
    } catch (error) {
      if (this.#lost || !(error instanceof ApiFault) || !error.unreachable) return;
      this.#lost = true;
      this.#settings.onLost(fault);
    }
  }
}

function parseAnswer(bytes: Buffer, path: string, contentType: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new ApiFault({
      outcome: 'failed',
      message: `${path} answered with something that is no JSON (${contentType || 'no content type'})`,
      cause,
    });
  }
}
