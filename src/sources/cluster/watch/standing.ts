/** How fresh what is known of a resource is: told to whoever asks, and written down as outcomes. */
import type { ResourceOutcome } from '../../../records/record.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import type { ApiFault } from '../http/fault.ts';

export interface Standing {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  readonly state: /** Its first list is under way. */
    | 'listing'
    /** Listed, and watched since. */
    | 'synced'
    /** Listed now and then: it cannot be watched. */
    | 'polled'
    /** What is known is old, or nothing is. */
    | 'stale'
    /** We may not list it. */
    | 'denied'
    /** The server does not have it any more. */
    | 'gone';
  /** Since when it is so; of what is stale, when it was last known to be true. Epoch milliseconds. */
  readonly since: number;
  /** Why. */
  readonly message?: string;
}

export interface Freshness {
  readonly resource: ApiResource;
  readonly namespace: string | null;
  readonly hand: (row: ResourceOutcome) => Promise<void>;
  readonly tell: (standing: Standing) => void;
}

/** The standing of one collection. A row is handed on only where it says something new. */
export class CollectionStanding {
  readonly #given: Freshness;
  /** Of the last whole list. */
  #listed: ResourceOutcome | null = null;
  #handed = '';
  #state: Standing['state'] = 'listing';
  /** When what is known was last known to be true. */
  #trueAt = Date.now();

  constructor(given: Freshness) {
    this.#given = given;
    this.#tell('listing', undefined);
  }

  get isWatched(): boolean {
    return this.#state === 'synced';
  }

  /** Of a list that is whole, or of which objects had to be left out; `why` it is polled, where it is not going to be watched. */
  async listed(row: ResourceOutcome, why: string | null): Promise<void> {
    this.#listed = row;
    this.#trueAt = row.listedTo ?? Date.now();
    this.#tell(why === null ? 'synced' : 'polled', why ?? row.message);
    await this.#hand(row);
  }

  /** It was watched, and will be polled from now on. */
  polled(why: string): void {
    this.#tell('polled', why);
  }

  /** The watch said something, or goes on. */
  alive(): void {
    this.#trueAt = Date.now();
    if (this.#state === 'synced' || this.#listed === null) return;
    this.#tell('synced', this.#listed.message);
    // Whoever takes the records may be slow: the watch does not wait for it to tell that it goes on.
    void this.#hand(this.#listed);
  }

  /** The list failed: `row` says how. */
  async notListed(row: ResourceOutcome): Promise<void> {
    if (row.outcome === 'denied') {
      this.#tell('denied', row.message);
      await this.#hand(row);
    } else await this.#stale(row);
  }

  /** There is no watch, and none could be begun. */
  async notWatched({ httpStatus, message }: ApiFault): Promise<void> {
    if (this.#listed !== null) await this.#stale({ ...this.#listed, ...(httpStatus === undefined ? {} : { httpStatus }), message });
  }

  /** What was listed before is there still, and proves no absence any more. */
  async #stale(row: ResourceOutcome): Promise<void> {
    this.#tell('stale', row.message);
    if (this.#listed === null) return await this.#hand(row);
    const { httpStatus: _ok, ...known } = this.#listed;
    const message = `not followed since ${new Date(this.#trueAt).toISOString()}: ${row.message ?? row.outcome}`;
    await this.#hand({ ...known, outcome: 'partial', message, ...(row.httpStatus === undefined ? {} : { httpStatus: row.httpStatus }) });
  }

  #tell(state: Standing['state'], message: string | undefined): void {
    const { resource, namespace, tell } = this.#given;
    if (state === this.#state && state !== 'polled' && state !== 'listing') return;
    const since = state === 'stale' || state === 'polled' ? this.#trueAt : Date.now();
    this.#state = state;
    tell({
      group: resource.group,
      version: resource.version,
      resource: resource.resource,
      namespace,
      state,
      since,
      ...(message === undefined ? {} : { message }),
    });
  }

  async #hand(row: ResourceOutcome): Promise<void> {
    // When a list that failed was tried is nothing new.
    const { listedFrom, listedTo, ...rest } = row;
    const said = JSON.stringify(row.outcome === 'ok' ? row : rest);
    if (said === this.#handed) return;
    this.#handed = said;
    await this.#given.hand(row);
  }
}
