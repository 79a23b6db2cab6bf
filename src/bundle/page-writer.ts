import { splitApiVersion } from '../kube/kind.ts';
import { stringField } from '../records/json-fields.ts';
import type { ObjectRecord, ResourceOutcome } from '../records/record.ts';
import { pagePath, type ResourceKey, resourceName } from './layout.ts';
import { ObjectResources, objectValue } from './object-resource.ts';
import type { TarFile } from './tar-file.ts';

const PAGE_BYTES = 4 * 2 ** 20;
const PAGE_OBJECTS = 500;
const NEWLINE = 0x0a;

export interface ResourceCount {
  readonly kind: string;
  readonly pages: number;
  readonly items: number;
  /** Of NDJSON. */
  readonly bytes: number;
}

/** Gathers consecutive objects of one resource into pages of at most 4 MiB or 500 objects. */
export class PageWriter {
  readonly #tar: TarFile;
  readonly #resources = new ObjectResources();
  readonly #counts = new Map<string, ResourceCount>();
  #resource: ResourceKey | null = null;
  #lines: Uint8Array[] = [];
  #bytes = 0;

  constructor(tar: TarFile) {
    this.#tar = tar;
  }

  learn(row: ResourceOutcome): void {
    this.#resources.learn(row);
  }

  countOf(resource: ResourceKey): ResourceCount | undefined {
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
    const name = resourceName(resource);
    const full = this.#lines.length >= 2 * PAGE_OBJECTS || this.#bytes + line.length > PAGE_BYTES;
    if (this.#resource !== null && (full || resourceName(this.#resource) !== name)) await this.flush();
    this.#resource = resource;
    this.#lines.push(line, NEWLINE_BYTES);
    this.#bytes += line.length + 1;
    // Of a resource all objects are of one kind: only the first is looked at.
    const before = this.#counts.get(name) ?? { kind: countedKind(record), pages: 0, items: 0, bytes: 0 };
    this.#counts.set(name, { ...before, items: before.items + 1, bytes: before.bytes + line.length + 1 });
  }

  /** Writes the page that is open. */
  async flush(): Promise<void> {
    if (this.#resource === null) return;
    const name = resourceName(this.#resource);
    const count = this.#counts.get(name);
    if (count === undefined) return;
    const pages = count.pages + 1;
    this.#counts.set(name, { ...count, pages });
    await this.#tar.add(pagePath(this.#resource, pages), { size: this.#bytes, chunks: [Buffer.concat(this.#lines)] });
    this.#resource = null;
    this.#lines = [];
    this.#bytes = 0;
  }
}

/** The object's JSON on one line: its own bytes where they are one line already. */
export function jsonLine(record: ObjectRecord): Uint8Array {
  const { raw } = record;
  if (raw !== undefined && !raw.includes(NEWLINE)) return raw;
  return Buffer.from(JSON.stringify(objectValue(record)));
}

function countedKind(record: ObjectRecord): string {
  const value = objectValue(record);
  const { group } = splitApiVersion(stringField(value, 'apiVersion') ?? '');
  return `${group || 'core'}/${stringField(value, 'kind') ?? ''}`;
}

const NEWLINE_BYTES = new Uint8Array([NEWLINE]);
