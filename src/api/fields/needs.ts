/** What the fields of Kubernetes objects read beside the narrow row. Ghosts have none of it: null. */
import { toCanonicalForm } from '../../kube/canonical-form.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ConditionRow, ContainerRow, EventRow, FinalizerRow, HealthRow, ObjectRow, Reader } from '../../store/reader.ts';
import type { Need } from '../model/need.ts';

/** The JSON of an object as captured; parsed and converted when first read. */
export class Content {
  readonly text: string;
  #object: JsonObject | undefined;
  #canonical: JsonObject | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** As captured. */
  get object(): JsonObject {
    this.#object ??= JSON.parse(this.text) as JsonObject;
    return this.#object;
  }

  /** In the version whose fields the curated fields know. */
  get canonical(): JsonObject {
    this.#canonical ??= toCanonicalForm(this.object).object;
    return this.#canonical;
  }
}

export const content: Need<ObjectRow, Content | null> = {
  name: 'the JSON',
  load: async ({ reader }, rows) => {
    const texts = await reader.json(presentIds(rows));
    return rows.map(({ id }) => {
      const text = texts.get(id);
      return text === undefined ? null : new Content(text);
    });
  },
};

export const conditions: Need<ObjectRow, readonly ConditionRow[] | null> = grouped(
  'conditions',
  (reader, ids) => reader.conditions(ids),
  (row) => row.object,
);

export const health: Need<ObjectRow, readonly HealthRow[] | null> = grouped(
  'the health',
  (reader, ids) => reader.health(ids),
  (row) => row.object,
);

export const finalizers: Need<ObjectRow, readonly FinalizerRow[] | null> = grouped(
  'finalizers',
  (reader, ids) => reader.finalizers(ids),
  (row) => row.object,
);

export const containers: Need<ObjectRow, readonly ContainerRow[] | null> = grouped(
  'containers',
  (reader, ids) => reader.containers(ids),
  (row) => row.pod,
);

export const events: Need<ObjectRow, readonly EventRow[] | null> = grouped(
  'events',
  (reader, ids) => reader.events(ids),
  (row) => row.object,
);

/** True for what the snapshot holds: all else has only its key and what points at it. */
export function isCaptured(row: ObjectRow): boolean {
  return row.presence === 'PRESENT';
}

function presentIds(rows: readonly ObjectRow[]): number[] {
  return [...new Set(rows.filter(isCaptured).map((row) => row.id))];
}

/** Rows of a table beside the objects, by object: [] where it has none. */
function grouped<Row>(
  name: string,
  read: (reader: Reader, ids: readonly number[]) => Promise<readonly Row[]>,
  objectOf: (row: Row) => number,
): Need<ObjectRow, readonly Row[] | null> {
  return {
    name,
    load: async ({ reader }, objects) => {
      const byObject = new Map<number, Row[]>(presentIds(objects).map((id) => [id, []]));
      for (const row of await read(reader, [...byObject.keys()])) byObject.get(objectOf(row))?.push(row);
      return objects.map(({ id }) => byObject.get(id) ?? null);
    },
  };
}
