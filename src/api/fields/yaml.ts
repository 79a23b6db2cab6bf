/** An object as YAML. */
import { lazyPackage } from '../../kube/lazy-package.ts';
import { isObject } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';

const yaml = lazyPackage<typeof import('js-yaml')>('js-yaml');

/** Keys sorted as kubectl prints them; managedFields are left out unless asked for. */
export function toYaml(object: JsonObject | null, managedFields: boolean): string | null {
  if (object === null) return null;
  const shown = managedFields ? object : withoutManagedFields(object);
  return yaml().dump(shown, { sortKeys: true, noRefs: true, lineWidth: -1 });
}

function withoutManagedFields(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata) || !Object.hasOwn(metadata, 'managedFields')) return object;
  const { managedFields: _, ...shown } = metadata;
  return { ...object, metadata: shown };
}
