/** One page, asked for until it is there; the next one is asked for as soon as the answer says where it begins. */
import type { ApiResource } from '../discovery/api-resource.ts';
import type { ApiServer } from '../http/api-server.ts';
import { collectionPath } from './collection-path.ts';
import { PageItems } from './page-items.ts';
import { type PageHead, readPage } from './read-page.ts';

export interface PageOptions {
  readonly server: ApiServer;
  readonly resource: ApiResource;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  readonly labelSelector: string | undefined;
  readonly pageSize: number;
  /** Of a file that may be needed, made anew for each page. */
  readonly temporaryPath: () => string;
}

export interface Page {
  /** Of a page that could not be had: the most that came in one try. */
  readonly items: PageItems;
  readonly head: PageHead | null;
  /** ApiFault, or the reason of an abort; null where the page is whole. */
  readonly error: unknown;
}

export class PageRequest {
  readonly token: string | undefined;
  /** Never rejects. */
  readonly page: Promise<Page>;
  /** Where the answer has said already where the next page begins. */
  next: PageRequest | null = null;
  readonly #options: PageOptions;
  /** Its turn has come: one page ahead of that and no more is asked for, for it is held in memory. */
  #isCurrent: boolean;
  #isAbandoned = false;
  #nextToken: string | null = null;

  constructor(options: PageOptions, token: string | undefined, isCurrent = true) {
    this.#options = options;
    this.token = token;
    this.#isCurrent = isCurrent;
    this.page = this.#read();
  }

  makeCurrent(): this {
    this.#isCurrent = true;
    this.#askNext();
    return this;
  }

  /** What comes of it, and of those behind it, is not wanted any more. */
  abandon(): void {
    this.#isAbandoned = true;
    this.next?.abandon();
    // It never rejects.
    void this.page.then(({ items }) => items.dispose());
  }

  async #read(): Promise<Page> {
    const { server, resource, temporaryPath } = this.#options;
    let best = new PageItems(temporaryPath());
    try {
      return await server.read({ path: this.#path() }, async (answer) => {
        const items = new PageItems(temporaryPath());
        try {
          const onNext = (token: string): void => {
            this.#nextToken = token;
            this.#askNext();
          };
          const head = await readPage({ answer, resource, items, onNext });
          await best.dispose();
          return { items, head, error: null };
        } catch (error) {
          const [more, less] = items.count > best.count ? [items, best] : [best, items];
          best = more;
          await less.dispose();
          throw error;
        }
      });
    } catch (error) {
      return { items: best, head: null, error };
    }
  }

  /** Each try may say another: the server begins a list without a token anew. */
  #askNext(): void {
    const token = this.#nextToken;
    if (!this.#isCurrent || this.#isAbandoned || token === null || token === this.token || this.next?.token === token) return;
    this.next?.abandon();
    this.next = new PageRequest(this.#options, token, false);
  }

  #path(): string {
    const { labelSelector, pageSize } = this.#options;
    return collectionPath(this.#options, {
      limit: String(pageSize),
      ...(labelSelector === undefined ? {} : { labelSelector }),
      ...(this.token === undefined ? {} : { continue: this.token }),
    });
  }
}
