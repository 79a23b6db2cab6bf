/** Objects for programs: JSON, YAML, names, or a JSONPath template. */

import type { KindKey } from '../../src/kube/kind.ts';
import { isObject } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { FoundObject } from './fetch-objects.ts';

export interface DocumentOptions {
  readonly found: readonly FoundObject[];
  /** One object was asked for by name: it is printed alone, not in a List. */
  readonly single: boolean;
  readonly managedFields: boolean;
}

/** What json, yaml and jsonpath print: the object, or a List of them, as captured. */
export function documentOf(options: DocumentOptions): JsonObject {
  const { found, single, managedFields } = options;
  const objects = found.map(({ object }) => (managedFields ? object : withoutManagedFields(object)));
  const [only] = objects;
  if (single && only !== undefined && objects.length === 1) return only;
  return { apiVersion: 'v1', items: objects, kind: 'List', metadata: { resourceVersion: '' } };
}

/** `pod/web`, `deployment.apps/web`. */
export function printNames(found: readonly FoundObject[]): string {
  return found.map(({ row }) => `${resourceName(row)}/${row.name}\n`).join('');
}

/** As kubectl writes a kind before a name. */
export function resourceName({ group, kind }: KindKey): string {
  return group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${group}`;
}

function withoutManagedFields(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata) || !('managedFields' in metadata)) return object;
  const { managedFields: _, ...rest } = metadata;
  return { ...object, metadata: rest };
}
