/** All pages of one list, in order, each handed on as soon as it is whole; the next one is asked for meanwhile. */
import { setImmediate } from 'node:timers/promises';
import { objectField, stringField } from '../../../records/json-fields.ts';
import { type ApiResource, groupVersionPath } from '../discovery/api-resource.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import { PageItems } from './page-items.ts';
import { type PageHead, readPage } from './read-page.ts';

export interface ListOptions {
  readonly server: ApiServer;
  readonly resource: ApiResource;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  readonly labelSelector: string | undefined;
  readonly pageSize: number;
  /** Of a file that may be needed, made anew for each page. */
  readonly temporaryPath: () => string;
  /** Takes items, at most 500 or 4 MiB of them; resolves when more may come. */
  readonly take: (items: readonly Uint8Array[]) => Promise<void>;
}

export interface ListEnd {
  readonly items: number;
  readonly resourceVersion: string | undefined;
  /** What ended the list before its end: ApiFault, or the reason of the abort. Null where it is whole. */
  readonly error: unknown;
  /** Items that were left out. */
  readonly faults: readonly string[];
  /** Times that the server had forgotten where the list was. */
  readonly restarts: number;
}

/** So often a list is begun again whose continue token the server has forgotten. */
const MOST_RESTARTS = 5;
const GONE = 410;

interface Page {
  readonly items: PageItems;
  readonly head: PageHead | null;
  readonly error: unknown;
}

/** Never throws: how the list ended is told, and all that was received before has been handed on. */
export async function listPages(options: ListOptions): Promise<ListEnd> {
  const faults: string[] = [];
  let items = 0;
  let restarts = 0;
  let resourceVersion: string | undefined;
  let token: string | undefined;
  let lastKey = '';
  let ordered = true;
  let handingOn: Promise<void> = Promise.resolve();
  const ended = async (error: unknown): Promise<ListEnd> => {
    await handingOn;
    return { items, resourceVersion, error, faults, restarts };
  };
  for (;;) {
    const page = await readWithRetries(options, token);
    const isGone = page.error instanceof ApiFault && page.error.httpStatus === GONE && token !== undefined;
    await handingOn;
    const { first, last } = page.items;
    ordered &&= first === null || restarts > 0 || keyOf(first) > lastKey;
    // After a restart what was handed on comes again: the server lists by namespace and name.
    const skipTo = restarts > 0 ? lastKey : '';
    if (last !== null && keyOf(last) > lastKey) lastKey = keyOf(last);
    const handOn = async (): Promise<void> => {
      items += await handOnPage({ items: page.items, skipTo, take: options.take });
    };
    handingOn = handOn();
    handingOn.catch(() => undefined);
    if (isGone && ordered && restarts < MOST_RESTARTS) {
      restarts++;
      token = undefined;
      continue;
    }
    if (page.head === null) return ended(page.error);
    faults.push(...page.head.faults);
    resourceVersion ??= page.head.resourceVersion;
    if (page.head.next === undefined) return ended(null);
    if (page.head.next === token)
      return ended(new ApiFault({ outcome: 'failed', message: 'the server gives the same page again and again' }));
    token = page.head.next;
  }
}

/** The page; where it cannot be had, the most items that came in one try. */
async function readWithRetries(options: ListOptions, token: string | undefined): Promise<Page> {
  const { server, resource, temporaryPath } = options;
  let best = new PageItems(temporaryPath());
  try {
    return await server.read({ path: listPath(options, token) }, async (answer) => {
      const items = new PageItems(temporaryPath());
      try {
        return { items, head: await readPage({ answer, resource, items }), error: null };
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

/** Resolves to how many items were handed on: those behind `skipTo`. */
async function handOnPage(options: {
  readonly items: PageItems;
  readonly skipTo: string;
  readonly take: ListOptions['take'];
}): Promise<number> {
  const { items, skipTo, take } = options;
  let count = 0;
  // The next page is asked for before this one is looked at: the server works on it meanwhile.
  await setImmediate();
  try {
    for await (const batch of items.batches()) {
      const fresh = skipTo === '' ? batch : batch.filter((item) => keyOf(item) > skipTo);
      count += fresh.length;
      if (fresh.length > 0) await take(fresh);
    }
  } finally {
    await items.dispose();
  }
  return count;
}

/** What the API server lists by, byte by byte. Source: apiserver, pkg/registry/generic/registry/store.go, NamespaceKeyFunc. */
function keyOf(item: Uint8Array): string {
  try {
    const metadata = objectField(JSON.parse(Buffer.from(item.buffer, item.byteOffset, item.length).toString('utf8')), 'metadata');
    return Buffer.from(`${stringField(metadata, 'namespace') ?? ''}/${stringField(metadata, 'name') ?? ''}`).toString('latin1');
  } catch {
    return '';
  }
}

function listPath(options: ListOptions, token: string | undefined): string {
  const { resource, namespace, labelSelector, pageSize } = options;
  const scope = namespace === null ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  const query = new URLSearchParams({ limit: String(pageSize) });
  if (labelSelector !== undefined) query.set('labelSelector', labelSelector);
  if (token !== undefined) query.set('continue', token);
  return `${groupVersionPath(resource)}${scope}/${resource.resource}?${query}`;
}
