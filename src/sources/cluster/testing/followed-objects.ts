import type { ObjectRecord, SnapshotRecord } from '../../../records/record.ts';

/** What a plain reader of the records makes of them: the last word on each object, and nothing that a `sync` did not hear named. */
export class FollowedObjects {
  /** By `group/resource namespace/name`; of each its JSON text. */
  readonly all: Map<string, string> = new Map();
  /** By resource: what `present` records named since its last `sync`. */
  readonly #named = new Map<string, Set<string>>();

  take(record: SnapshotRecord): void {
    if (record.type === 'object') this.#object(record);
    else if (record.type === 'sync') this.#sync(nameOf(record.resource));
  }

  /** Those of one resource, by `namespace/name`, parsed. */
  of(resource: string): Map<string, unknown> {
    const found = [...this.all].filter(([key]) => key.startsWith(`${resource} `));
    return new Map(found.map(([key, text]) => [key.slice(resource.length + 1), JSON.parse(text)]));
  }

  #object({ operation, raw, resource }: ObjectRecord): void {
    const text = Buffer.from(raw ?? []).toString();
    const { metadata } = JSON.parse(text);
    const name = nameOf(resource);
    const key = `${name} ${metadata.namespace ?? ''}/${metadata.name}`;
    if (operation === 'deleted') this.all.delete(key);
    else this.all.set(key, text);
    if (operation !== 'present') return;
    const named = this.#named.get(name) ?? new Set();
    this.#named.set(name, named.add(key));
  }

  #sync(name: string): void {
    const named = this.#named.get(name);
    this.#named.delete(name);
    for (const key of this.all.keys()) if (key.startsWith(`${name} `) && named?.has(key) !== true) this.all.delete(key);
  }
}

function nameOf(resource: { readonly group: string; readonly resource: string } | undefined): string {
  return `${resource?.group}/${resource?.resource}`;
}
