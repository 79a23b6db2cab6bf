/** Schemas are worth less than objects: those that do not come soon wait until the objects are there. */
import type { SnapshotRecord } from '../../../records/record.ts';
import type { ApiServer } from '../http/api-server.ts';
import type { ProgressMeter } from '../progress.ts';
import type { WorkQueue } from '../work-queue.ts';
import { listOpenApi, type OpenApiDocument } from './openapi.ts';
import { readDocument } from './read-document.ts';

/** Milliseconds. */
const SOON = 5_000;

export interface OpenApiReadingOptions {
  /** Asks until the signal is aborted, or the capture stops. */
  readonly serverUntil: (signal: AbortSignal) => ApiServer;
  readonly queue: WorkQueue;
  readonly meter: ProgressMeter;
  readonly hand: (records: readonly SnapshotRecord[]) => Promise<void>;
}

export class OpenApiReading {
  readonly #given: OpenApiReadingOptions;
  /** Null: not even their list came. */
  #late: readonly OpenApiDocument[] | null = null;

  constructor(given: OpenApiReadingOptions) {
    this.#given = given;
  }

  async soon(): Promise<void> {
    const soon = AbortSignal.timeout(SOON);
    const server = this.#given.serverUntil(soon);
    try {
      this.#late = await this.#read({ server, documents: await listOpenApi(server), soon });
    } catch (error) {
      if (soon.aborted) return;
      this.#late = [];
      await this.#tell(error);
    }
  }

  async later(): Promise<void> {
    const server = this.#given.serverUntil(NEVER);
    try {
      await this.#read({ server, documents: this.#late ?? (await listOpenApi(server)), soon: NEVER });
    } catch (error) {
      await this.#tell(error);
    }
  }

  /** Returns those that had not come when `soon` was over. */
  async #read(options: {
    readonly server: ApiServer;
    readonly documents: readonly OpenApiDocument[];
    readonly soon: AbortSignal;
  }): Promise<readonly OpenApiDocument[]> {
    const { server, documents, soon } = options;
    const { queue, meter, hand } = this.#given;
    const late: OpenApiDocument[] = [];
    await queue.all(documents, async (document) => {
      const read = async () => await readDocument({ server, ...document, accept: 'application/json' });
      const chunks = soon.aborted ? [] : await meter.during(null, document.name, read);
      if (soon.aborted && chunks.at(-1)?.outcome !== 'ok') late.push(document);
      else await hand(chunks);
    });
    return late;
  }

  async #tell(error: unknown): Promise<void> {
    const message = `The schemas (OpenAPI) could not be read: ${error instanceof Error ? error.message : String(error)}.`;
    await this.#given.hand([{ type: 'problem', snapshot: 0, severity: 'warning', code: 'OPENAPI_NOT_READ', message }]);
  }
}

const NEVER = new AbortController().signal;
