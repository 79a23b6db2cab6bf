import { splitApiVersion } from '../kube/kind.ts';
import { stringField } from '../records/json-fields.ts';
import type { ObjectRecord, ResourceOutcome } from '../records/record.ts';
import { joinLines } from './join-lines.ts';
import { pagePath, type ResourceKey, resourceName } from './layout.ts';
import { ObjectResources, objectValue } from './object-resource.ts';
import type { TarFile } from './tar-file.ts';

const PAGE_BYTES = 4 * 2 ** 20;
const PAGE_OBJECTS = 500;
const NEWLINE = 0x0a;

export interface ResourceCount {
  readonly kind: string;
  pages: number;
  items: number;
  /** Of NDJSON. */
  bytes: number;
}

/** The page that is open. */
interface OpenPage {
  readonly resource: ResourceKey;
  readonly count: ResourceCount;
  readonly lines: Uint8Array[];
  bytes: number;
}

/** Gathers consecutive objects of one resource into pages of at most 4 MiB or 500 objects. */
export class PageWriter {
  readonly #tar: TarFile;
  readonly #resources = new ObjectResources();
  readonly #counts = new Map<string, ResourceCount>();
  #page: OpenPage | null = null;

  constructor(tar: TarFile) {
    this.#tar = tar;
  }

  learn(row: ResourceOutcome): void {
    this.#resources.learn(row);
  }

  countOf(resource: ResourceKey): Readonly<ResourceCount> | undefined {
    return this.#counts.get(resourceName(resource));
  }

  /** Objects by `group/Kind`, the group of core being `core`. */
  byKind(): Record<string, number> {
    const byKind = new Map<string, number>();
    for (const { kind, items } of this.#counts.values()) byKind.set(kind, (byKind.get(kind) ?? 0) + items);
    return Object.fromEntries([...byKind].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async add(record: ObjectRecord): Promise<void> {
    const resource = this.#resources.resourceOf(record);
    const line = jsonLine(record);
    const isFull = this.#page !== null && (this.#page.lines.length >= PAGE_OBJECTS || this.#page.bytes + line.length > PAGE_BYTES);
    if (isFull || !isSame(this.#page?.resource, resource)) await this.flush();
    this.#page ??= { resource, count: this.#counted(resource, record), lines: [], bytes: 0 };
    const { count, lines } = this.#page;
    lines.push(line);
    this.#page.bytes += line.length + 1;
    count.items++;
    count.bytes += line.length + 1;
  }

  /** Writes the page that is open. */
  async flush(): Promise<void> {
    if (this.#page === null) return;
    const { resource, count, lines, bytes } = this.#page;
    this.#page = null;
    count.pages++;
    await this.#tar.add(pagePath(resource, count.pages), { size: bytes, chunks: [joinLines(lines)] });
  }

  /** Of a resource all objects are of one kind: only the first is looked at. */
  #counted(resource: ResourceKey, record: ObjectRecord): ResourceCount {
    const name = resourceName(resource);
    const count = this.#counts.get(name) ?? { kind: countedKind(record), pages: 0, items: 0, bytes: 0 };
    this.#counts.set(name, count);
    return count;
  }
}

function isSame(a: ResourceKey | undefined, b: ResourceKey): boolean {
  return a === b || (a !== undefined && resourceName(a) === resourceName(b));
}

/** The object's JSON on one line: its own bytes where they are one line already. */
export function jsonLine(record: ObjectRecord): Uint8Array {
  const { raw } = record;
  // Faster than the method of Uint8Array by the length of a line.
  if (raw !== undefined && !Buffer.prototype.includes.call(raw, NEWLINE)) return raw;
  return Buffer.from(JSON.stringify(objectValue(record)));
}

function countedKind(record: ObjectRecord): string {
  const value = objectValue(record);
  const { group } = splitApiVersion(stringField(value, 'apiVersion') ?? '');
  return `${group || 'core'}/${stringField(value, 'kind') ?? ''}`;
}
