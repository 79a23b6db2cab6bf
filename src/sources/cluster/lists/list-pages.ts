/** All pages of one list, in order, each handed on as soon as it is whole. */
import { setImmediate } from 'node:timers/promises';
import { ApiFault } from '../http/fault.ts';
import { HandedKeys } from './handed-keys.ts';
import type { PageItems } from './page-items.ts';
import { type Page, type PageOptions, PageRequest } from './page-request.ts';

export interface ListOptions extends PageOptions {
  /** Takes items, at most 500 or 4 MiB of them; resolves when more may come. */
  readonly take: (items: readonly Uint8Array[]) => Promise<void>;
  /** Where it is given, a list that is begun again hands on all objects again, as they are then; it is told before. Else only those that did not come before. */
  readonly onRestart?: () => void;
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

/** How the list ended is told; all that was received before has been handed on, and nothing twice but after `onRestart`. */
export async function listPages(options: ListOptions): Promise<ListEnd> {
  return await new Listing(options).run();
}

class Listing {
  readonly #options: ListOptions;
  readonly #faults: string[] = [];
  readonly #handed = new HandedKeys();
  /** Those of the pages since the list was begun. */
  readonly #tokens = new Set<string>();
  #mayComeTwice = false;
  #items = 0;
  #restarts = 0;
  #resourceVersion: string | undefined;
  #handingOn: Promise<void> = Promise.resolve();

  constructor(options: ListOptions) {
    this.#options = options;
  }

  async run(): Promise<ListEnd> {
    let request: PageRequest | null = this.#begin();
    while (request !== null) {
      const { items, head, error }: Page = await request.page;
      await this.#handOn(items, head !== null && head.next === undefined && request.token === undefined);
      if (head === null && !this.#mayRestart(error, request.token)) return await this.#broken(error, request.next);
      if (head === null) {
        request.next?.abandon();
        request = await this.#restart();
        continue;
      }
      this.#faults.push(...head.faults);
      this.#resourceVersion = head.resourceVersion;
      if (head.next !== undefined && this.#tokens.has(head.next)) return await this.#broken(ENDLESS, null);
      request = head.next === undefined ? null : this.#follow(request, head.next);
    }
    return await this.#end(null);
  }

  #begin(): PageRequest {
    this.#tokens.clear();
    return new PageRequest(this.#options, undefined);
  }

  async #restart(): Promise<PageRequest> {
    const { onRestart } = this.#options;
    this.#restarts++;
    this.#mayComeTwice = onRestart === undefined;
    if (onRestart !== undefined) {
      await this.#handingOn;
      this.#items = 0;
      this.#faults.length = 0;
      onRestart();
    }
    return this.#begin();
  }

  /** The page behind one that is whole: that was asked for already, unless what said so came to nothing and the next try said otherwise. */
  #follow({ next }: PageRequest, token: string): PageRequest {
    this.#tokens.add(token);
    if (next?.token === token) return next.makeCurrent();
    next?.abandon();
    return new PageRequest(this.#options, token);
  }

  /** 410: the server has forgotten where the list was. Source: apiserver, pkg/storage/continue.go; kubectl begins such a list again as well. */
  #mayRestart(error: unknown, token: string | undefined): boolean {
    return error instanceof ApiFault && error.httpStatus === GONE && token !== undefined && this.#restarts < MOST_RESTARTS;
  }

  /** The page after the one that failed may have been asked for already: what comes of it is not lost. */
  async #broken(error: unknown, next: PageRequest | null): Promise<ListEnd> {
    this.#mayComeTwice = true;
    if (next !== null) await this.#handOn((await next.page).items, false);
    return await this.#end(error);
  }

  async #end(error: unknown): Promise<ListEnd> {
    await this.#handingOn;
    return { items: this.#items, resourceVersion: this.#resourceVersion, error, faults: this.#faults };
  }

  /** Waits for the page before; this one is taken while the next one comes. */
  async #handOn(items: PageItems, isAll: boolean): Promise<void> {
    await this.#handingOn;
    this.#handingOn = this.#take(items, isAll);
    // Whoever waits for it hears of it.
    this.#handingOn.catch(() => undefined);
  }

  /** Where there is one page only nothing can come twice. */
  async #take(items: PageItems, isAll: boolean): Promise<void> {
    // The next page is asked for before this one is looked at: the server works on it meanwhile.
    await setImmediate();
    try {
      for await (const batch of items.batches()) {
        const fresh = this.#mayComeTwice ? batch.filter((item) => !this.#handed.has(item)) : batch;
        if (!isAll) this.#handed.add(fresh);
        this.#items += fresh.length;
        if (fresh.length > 0) await this.#options.take(fresh);
      }
    } finally {
      await items.dispose();
    }
  }
}

const ENDLESS = new ApiFault({ outcome: 'failed', message: 'the server gives the same page again and again' });
