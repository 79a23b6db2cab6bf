import { builtInKind } from '../kube/built-in-kinds.ts';
import { splitApiVersion } from '../kube/kind.ts';
import { pluralOf } from '../kube/plural.ts';
import { isJsonObject, stringField } from '../records/json-fields.ts';
import type { JsonObject, ObjectRecord, ResourceOutcome } from '../records/record.ts';
import type { ResourceKey } from './layout.ts';

/** Names the API resource of objects: by their record, else by what the source told of resources, else by Kubernetes' own kinds, else by English. */
export class ObjectResources {
  readonly #plurals = new Map<string, string>();

  learn(row: ResourceOutcome): void {
    if (row.kind !== undefined && row.resource !== '*') this.#plurals.set(kindKey(row.group, row.version, row.kind), row.resource);
  }

  resourceOf(record: ObjectRecord): ResourceKey {
    if (record.resource !== undefined) return record.resource;
    const value = objectValue(record);
    const kind = stringField(value, 'kind') ?? '';
    const { group, version } = splitApiVersion(stringField(value, 'apiVersion') ?? '');
    const known = this.#plurals.get(kindKey(group, version, kind)) ?? builtInKind({ group, kind })?.plural;
    return { group, version: version || 'unknown', resource: known ?? (pluralOf(kind.toLowerCase()) || 'unknown') };
  }
}

/** The object parsed, wherever it stands; empty where its bytes are no JSON object. */
export function objectValue(record: ObjectRecord): JsonObject {
  if (isJsonObject(record.value)) return record.value;
  try {
    const value: unknown = JSON.parse(Buffer.from(record.raw ?? []).toString('utf8'));
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function kindKey(group: string, version: string, kind: string): string {
  return `${group}/${version}/${kind}`;
}
