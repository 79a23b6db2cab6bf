/** One watch of one collection, from its first byte to its end, whatever that is. */
import { JsonSplitter } from '../../objects/json-splitter.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import { collectionPath } from '../lists/collection-path.ts';
import { EVENT_LIMITS, type ObjectEvent, readEvent, type WatchEvent } from './watch-event.ts';

export interface CollectionWatch {
  readonly server: ApiServer;
  readonly resource: ApiResource;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  /** What came after it is told. */
  readonly resourceVersion: string;
  /** Milliseconds without a word after which the watch is given up. */
  readonly idle: number;
  readonly signal: AbortSignal;
  /** Takes what came at once; resolves when more may come. */
  readonly take: (changes: readonly ObjectEvent[]) => Promise<void>;
  /** The watch goes on: something came that is no error, or no error came for a moment. Called again and again. */
  readonly onAlive: () => void;
}

export interface WatchEnd {
  /** From where the next watch goes on: all before it was taken. */
  readonly resourceVersion: string;
  /** It told something, or lasted for a while. */
  readonly wasAlive: boolean;
  /** Milliseconds. */
  readonly lasted: number;
  /** Null where the server ended it in order, as it does every few minutes. */
  readonly fault: ApiFault | null;
}

/** An error comes at once, where there is one. */
const MOMENT = 1_000;
/** Seconds, and as many more by chance, so that not all watches end together. Source: client-go, tools/cache/reflector.go, minWatchTimeout. */
const SHORTEST_WATCH = 300;

/** Rejects with the signal's reason where that is aborted. */
export async function watchCollection(watch: CollectionWatch): Promise<WatchEnd> {
  return await new Watching(watch).run();
}

class Watching {
  readonly #watch: CollectionWatch;
  readonly #splitter = new JsonSplitter(EVENT_LIMITS);
  #resourceVersion: string;
  #wasAlive = false;
  readonly #begun = performance.now();

  constructor(watch: CollectionWatch) {
    this.#watch = watch;
    this.#resourceVersion = watch.resourceVersion;
  }

  async run(): Promise<WatchEnd> {
    const { server, signal, idle } = this.#watch;
    try {
      await server.follow({ path: this.#path(), idle, signal }, ({ body }) => this.#read(body));
      return this.#end(null);
    } catch (error) {
      if (error instanceof ApiFault && !signal.aborted) return this.#end(error);
      throw signal.aborted ? signal.reason : error;
    }
  }

  #end(fault: ApiFault | null): WatchEnd {
    return { resourceVersion: this.#resourceVersion, wasAlive: this.#wasAlive, lasted: performance.now() - this.#begun, fault };
  }

  #path(): string {
    const seconds = Math.round(SHORTEST_WATCH * (1 + Math.random()));
    return collectionPath(this.#watch, {
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion: this.#resourceVersion,
      timeoutSeconds: String(seconds),
    });
  }

  async #read(body: AsyncIterable<Uint8Array>): Promise<void> {
    const moment = setTimeout(() => this.#alive(), MOMENT);
    try {
      for await (const chunk of body) await this.#take(chunk);
    } finally {
      clearTimeout(moment);
    }
    if (this.#splitter.unfinished)
      throw new ApiFault({ outcome: 'failed', message: 'the watch ended in the middle of an event', retryable: true });
  }

  /** What came before an error is taken. */
  async #take(chunk: Uint8Array): Promise<void> {
    const events: WatchEvent[] = [];
    let fault: unknown = null;
    try {
      for (const cut of this.#splitter.push(chunk)) events.push(readEvent(cut, this.#watch.resource));
    } catch (error) {
      fault = error;
    }
    const changes = events.flatMap(({ change }) => change ?? []);
    if (changes.length > 0) await this.#watch.take(changes);
    this.#resourceVersion =
      events.findLast(({ resourceVersion }) => resourceVersion !== undefined)?.resourceVersion ?? this.#resourceVersion;
    if (events.length > 0) this.#alive();
    if (fault !== null) throw fault;
  }

  #alive(): void {
    this.#wasAlive = true;
    this.#watch.onAlive();
  }
}
