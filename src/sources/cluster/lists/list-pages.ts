/** All pages of one list, in order, each handed on as soon as it is whole. */
import { setImmediate } from 'node:timers/promises';
import { objectField, stringField } from '../../../records/json-fields.ts';
import { ApiFault } from '../http/fault.ts';
import type { PageItems } from './page-items.ts';
import { type Page, type PageOptions, PageRequest } from './page-request.ts';

export interface ListOptions extends PageOptions {
  /** Takes items, at most 500 or 4 MiB of them; resolves when more may come. */
  readonly take: (items: readonly Uint8Array[]) => Promise<void>;
}

export interface ListEnd {
  readonly items: number;
  readonly resourceVersion: string | undefined;
  /** What ended the list before its end: ApiFault, or the reason of the abort. Null where it is whole. */
  readonly error: unknown;
  /** Items that were left out, and why. */
  readonly faults: readonly string[];
}

/** So often a list is begun again whose continue token the server has forgotten. */
const MOST_RESTARTS = 5;
const GONE = 410;

/** How the list ended is told; all that was received before has been handed on, and nothing twice. */
export async function listPages(options: ListOptions): Promise<ListEnd> {
  return await new Listing(options).run();
}

class Listing {
  readonly #options: ListOptions;
  readonly #faults: string[] = [];
  #items = 0;
  #restarts = 0;
  #resourceVersion: string | undefined;
  /** The greatest key so far: after a restart what lies up to it comes again. */
  #lastKey = '';
  /** The server lists by namespace and name, as it should. */
  #ordered = true;
  #handingOn: Promise<void> = Promise.resolve();

  constructor(options: ListOptions) {
    this.#options = options;
  }

  async run(): Promise<ListEnd> {
    let request: PageRequest | null = new PageRequest(this.#options, undefined);
    while (request !== null) {
      const page: Page = await request.page;
      await this.#handOn(page.items);
      if (page.head === null) {
        if (!this.#mayRestart(page.error, request.token)) return await this.#broken(page.error, request.next);
        this.#restarts++;
        await (await request.next?.page)?.items.dispose();
        request = new PageRequest(this.#options, undefined);
        continue;
      }
      this.#faults.push(...page.head.faults);
      this.#resourceVersion ??= page.head.resourceVersion;
      if (page.head.next !== undefined && page.head.next === request.token) return await this.#broken(ENDLESS, null);
      request = page.head.next === undefined ? null : (request.next?.makeCurrent() ?? new PageRequest(this.#options, page.head.next));
    }
    return await this.#end(null);
  }

  /** 410: the server has forgotten where the list was. Source: apiserver, pkg/storage/continue.go; kubectl begins such a list again as well. */
  #mayRestart(error: unknown, token: string | undefined): boolean {
    const isGone = error instanceof ApiFault && error.httpStatus === GONE && token !== undefined;
    return isGone && this.#ordered && this.#restarts < MOST_RESTARTS;
  }

  /** The page after the one that failed may have been asked for already: what comes of it is not lost. */
  async #broken(error: unknown, next: PageRequest | null): Promise<ListEnd> {
    if (next !== null) await this.#handOn((await next.page).items);
    return await this.#end(error);
  }

  async #end(error: unknown): Promise<ListEnd> {
    await this.#handingOn;
    return { items: this.#items, resourceVersion: this.#resourceVersion, error, faults: this.#faults };
  }

  /** Waits for the page before; this one is taken while the next one comes. */
  async #handOn(items: PageItems): Promise<void> {
    await this.#handingOn;
    const skipTo = this.#restarts > 0 ? this.#lastKey : '';
    const { first, last } = items;
    if (first !== null && this.#restarts === 0) this.#ordered &&= keyOf(first) > this.#lastKey;
    if (last !== null && keyOf(last) > this.#lastKey) this.#lastKey = keyOf(last);
    this.#handingOn = this.#take(items, skipTo);
    // Whoever waits for it hears of it.
    this.#handingOn.catch(() => undefined);
  }

  async #take(items: PageItems, skipTo: string): Promise<void> {
    // The next page is asked for before this one is looked at: the server works on it meanwhile.
    await setImmediate();
    try {
      for await (const batch of items.batches()) {
        const fresh = skipTo === '' ? batch : batch.filter((item) => keyOf(item) > skipTo);
        this.#items += fresh.length;
        if (fresh.length > 0) await this.#options.take(fresh);
      }
    } finally {
      await items.dispose();
    }
  }
}

const ENDLESS = new ApiFault({ outcome: 'failed', message: 'the server gives the same page again and again' });

/** What the API server lists by, byte by byte. Source: apiserver, pkg/registry/generic/registry/store.go, NamespaceKeyFunc. */
function keyOf(item: Uint8Array): string {
  try {
    const metadata = objectField(JSON.parse(Buffer.from(item.buffer, item.byteOffset, item.length).toString('utf8')), 'metadata');
    return Buffer.from(`${stringField(metadata, 'namespace') ?? ''}/${stringField(metadata, 'name') ?? ''}`).toString('latin1');
  } catch {
    return '';
  }
}
